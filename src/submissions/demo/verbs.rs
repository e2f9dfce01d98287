//! Beginning a demo, writing its details, and handing it over when a member leaves.

use diesel_async::AsyncPgConnection;
use serde_json::json;

use super::{
    super::{
        Answer, By, Draft, Lifecycle, OwnSubmission, Submission, SubmissionId,
        locked::{changed, editable, record},
        reads::seen_by_member,
        start::begin,
        store,
    },
    DemoDraft, DemoFile,
    files::owner,
};
use crate::{
    accounts::proofs::Programme,
    calls::{self, Call, CallKind},
    companies::{self, Company, Member},
    db::{
        Tx,
        attempts::{self, Limit},
    },
    editions::publication,
    error::{Error, FieldErrors, Reason},
    files,
    keys::Keys,
    speakers,
    values::Moment,
};

/// Demos begun for one company.
const STARTED: Limit = Limit { name: "demo-start", hits: 20, minutes: 60 };

/// A member begins an application of her company; it is the company's from then on, she its contact.
///
/// # Errors
/// [`Error::Conflict`]: `call_not_open`, `call_closed`; `call_code_wrong` on `code`; [`Error::TooMany`];
/// [`Error::NotFound`] for a call of another kind, or when she left the company.
pub async fn start_demo(
    tx: &mut Tx,
    keys: &Keys,
    who: &Member,
    call: &Call,
    (code, draft): (&str, &Draft),
    now: Moment,
) -> Result<SubmissionId, Error> {
    if call.kind != CallKind::Demo {
        return Err(Error::NotFound);
    }
    let company = companies::locked(tx, who).await?;
    attempts::count(tx, &STARTED, &company.id.to_string()).await?;
    let me = companies::members(tx, who).await?.into_iter().find(|one| one.account.id == who.account());
    let me = me.ok_or(Error::NotFound)?;
    let contact = speakers::of_account(tx, who.actor(), call.edition, &me.account, &company.name).await?;
    let row = begin(tx, keys, who.actor(), call, (contact.id, Some(company.id)), (code, draft), now).await?;
    store::demo::insert(tx, row.id).await?;
    Ok(row.id)
}

/// What the company says of its demo; nothing yet of one that is none.
///
/// # Errors
/// [`Error::NotFound`] when it is not hers.
pub async fn demo(
    conn: &mut AsyncPgConnection,
    who: impl Into<By<'_>>,
    id: SubmissionId,
) -> Result<DemoDraft, Error> {
    who.into().find(conn, id).await?;
    demo_of(conn, id).await
}

/// What a company says of the demo of a submission that the caller has found; nothing of one that is none.
///
/// # Errors
/// The database's.
pub async fn demo_of(conn: &mut AsyncPgConnection, id: SubmissionId) -> Result<DemoDraft, Error> {
    Ok(store::demo::find(conn, id).await?.unwrap_or_default())
}

/// She writes the details, beside [`save`](super::super::save()), which looks at versions.
///
/// # Errors
/// [`Error::Conflict`]: `call_closed`, and what stands against an edit; [`Error::Invalid`] `required` when what was handed in would become
/// incomplete; [`Error::NotFound`] when it is not hers.
pub async fn set_demo(
    tx: &mut Tx,
    who: impl Into<By<'_>>,
    id: SubmissionId,
    demo: &DemoDraft,
    now: Moment,
) -> Result<(), Error> {
    let who = who.into();
    let (row, _) = editable(tx, who, id, now).await?;
    if row.company.is_none() {
        return Err(Error::NotFound);
    }
    let before = demo_of(tx, id).await?;
    if before == *demo {
        return Ok(());
    }
    store::demo::write(tx, id, demo).await?;
    if row.lifecycle != Lifecycle::Draft {
        missing(tx, &row).await?.check()?;
    }
    changed(tx, &row).await?;
    let content = json!({ "before": before, "after": demo });
    record(tx, who.actor(), "submission.save-demo", &row, content).await?;
    // What is on show says what the product is as the company says it now.
    if row.answer == Answer::Confirmed { publication::bump(tx, row.edition).await } else { Ok(()) }
}

/// What a company's submission still lacks of its demo; nothing where it is a person's.
pub(in crate::submissions) async fn missing(
    conn: &mut AsyncPgConnection,
    row: &Submission,
) -> Result<FieldErrors, Error> {
    let mut errors = FieldErrors::new();
    if row.company.is_none() {
        return Ok(errors);
    }
    let demo = demo_of(conn, row.id).await?;
    let kept = files::of(conn, owner(row.id)).await?;
    let facts = [
        ("product", demo.product.is_some()),
        ("novelty", demo.novelty.is_some()),
        ("team", demo.team.is_some()),
        ("watts", demo.watts.is_some()),
        ("deck", kept.iter().any(|file| DemoFile::of(file) == DemoFile::Deck)),
    ];
    for (field, _) in facts.iter().filter(|(_, is_there)| !is_there) {
        errors.add(*field, Reason::new("required"));
    }
    Ok(errors)
}

/// Everything that the company hands in, the newest first.
///
/// # Errors
/// [`Error::NotFound`] when she left it.
pub async fn of_company(conn: &mut AsyncPgConnection, who: &Member) -> Result<Vec<OwnSubmission>, Error> {
    if !companies::is_member(conn, who.company(), who.account()).await? {
        return Err(Error::NotFound);
    }
    let rows = store::applicant::of_company(conn, who.company()).await?;
    let mut seen = Vec::new();
    for row in rows {
        seen.push(seen_by_member(conn, row).await?);
    }
    Ok(seen)
}

/// The companies that handed something in, for staff; by id.
///
/// # Errors
/// The database's.
pub async fn applicants(conn: &mut AsyncPgConnection, who: &Programme) -> Result<Vec<Company>, Error> {
    store::applicant::companies_of(conn, who.edition()).await
}

/// Makes a colleague the contact of everything that she is the contact of, before she leaves; mails go there from then on.
///
/// # Errors
/// [`Error::NotFound`] when she left it already.
pub async fn hand_over(tx: &mut Tx, who: &Member) -> Result<(), Error> {
    let company = companies::locked(tx, who).await?;
    let people = companies::members(tx, who).await?;
    let Some(heir) = people.into_iter().find(|one| one.account.id != who.account()) else { return Ok(()) };
    for row in store::applicant::of_company(tx, company.id).await? {
        let owner = speakers::of_submission(tx, row.edition, row.owner).await?;
        if owner.account != Some(who.account()) {
            continue;
        }
        let call = calls::by_id(tx, row.edition, row.call).await?;
        let next = speakers::of_account(tx, who.actor(), call.edition, &heir.account, &company.name).await?;
        store::applicant::set_owner(tx, row.id, (row.owner, next.id)).await?;
        record(
            tx,
            who.actor(),
            "submission.hand-over",
            &row,
            json!({ "before": row.owner, "after": next.id }),
        )
        .await?;
    }
    Ok(())
}
