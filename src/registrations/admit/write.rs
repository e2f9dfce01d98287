//! What follows from rows that were inserted, and from those that were known.

use serde_json::json;

use super::{
    super::{
        Admission, Admitted, RegistrationId,
        line::Line,
        mails::Addressee,
        store::{self, admit::Entered},
    },
    known::Known,
};
use crate::{
    audit::{self, Actor, Entry},
    db::{Tx, idempotency},
    error::Error,
    mail,
    values::Moment,
};

/// The state of the link of a row that was just made.
const FIRST_LINKS: i32 = 1;

/// Writes what hangs on new rows, sent together without waiting in between.
pub(super) async fn what_follows(
    tx: &Tx,
    line: &mut Line,
    known: &Known,
    entered: &[Entered<'_>],
) -> Result<(), Error> {
    let mails: Vec<_> = entered.iter().filter_map(greeting).collect();
    let entries: Vec<_> = entered.iter().map(|one| entry(line, one)).collect();
    let taken: Vec<_> = entered
        .iter()
        .filter(|one| one.standing.holds && !one.admission.entrant.has_place())
        .map(|one| (one.admission.new.type_id, 1))
        .collect();
    let (consents, answers, claims, audited, queued, settled) = futures_util::join!(
        store::admit::consents(tx, entered),
        store::admit::answers(tx, entered),
        idempotency::keep_all(tx, known.new_claims()),
        audit::record_all(tx, &entries),
        mail::queue(tx, &mails),
        line.settle(tx, taken),
    );
    consents.and(answers).and(claims).and(audited).and(queued).and(settled)
}

fn greeting(one: &Entered<'_>) -> Option<mail::NewMail> {
    let admission = one.admission;
    let addressee = Addressee {
        id: admission.id,
        edition: admission.new.edition,
        side_event: one.side_event,
        email: &admission.new.email,
        name: &admission.new.person.name,
        lang: admission.lang,
        link_version: FIRST_LINKS,
    };
    addressee.standing(one.standing.state, &admission.ticket_code)
}

fn entry<'a>(line: &Line, one: &Entered<'a>) -> (&'a Actor, Entry) {
    let (admission, standing) = (one.admission, one.standing);
    let way = line.types.get(&admission.new.type_id).map(|way| way.slug.as_str());
    let entry = Entry {
        action: "registration.admit",
        subject_kind: "registration",
        subject: admission.id.uuid(),
        edition: Some(admission.new.edition.uuid()),
        content: json!({ "type": way, "state": standing.state, "holds": standing.holds }),
    };
    (admission.entrant.actor(), entry)
}

/// Writes to people whom a visitor tried to register again; only their mail tells the difference.
pub(super) async fn greet_known(
    tx: &mut Tx,
    known: &Known,
    admissions: &[Admission],
    answers: &[Result<Option<Admitted>, Error>],
    now: Moment,
) -> Result<(), Error> {
    let again = |(admission, answer): (&Admission, &Result<Option<Admitted>, Error>)| match answer {
        Ok(Some(Admitted::Known(id))) if admission.entrant.is_outsider() => note(known, *id, now),
        _ => None,
    };
    let mails: Vec<_> = admissions.iter().zip(answers).filter_map(again).collect();
    if mails.is_empty() { Ok(()) } else { mail::queue(tx, &mails).await }
}

fn note(known: &Known, id: RegistrationId, now: Moment) -> Option<mail::NewMail> {
    let live = known.registration(id)?;
    let addressee = Addressee {
        id,
        edition: live.edition_id,
        side_event: live.side_event_id,
        email: &live.email,
        name: &live.name(),
        lang: live.lang,
        link_version: live.link_version,
    };
    Some(addressee.known(now))
}
