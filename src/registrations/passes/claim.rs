//! Claiming a pass: whoever holds its link registers herself with it, once.

use diesel_async::AsyncPgConnection;

use super::{PassState, places};
use crate::{
    accounts::proofs::Visitor,
    audit::{Actor, ActorKind},
    companies::{self, Company, CompanyId},
    db::Tx,
    editions::{Edition, EditionState},
    error::Error,
    keys::{Keys, LinkToken, Purpose},
    registrations::{
        self, Admission, Admitted, Form, admit,
        line::Line,
        store::{
            self,
            passes::{
                due,
                pass::{self, Pass},
                rules::days,
            },
        },
    },
    values::Moment,
};

/// Holds the link of a pass: may register herself with it, nothing else.
#[derive(Clone, Debug)]
pub struct PassHolder {
    actor: Actor,
    pass: Pass,
}

impl PassHolder {
    /// Who acts.
    #[must_use]
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The pass as it was when the link was opened.
    #[must_use]
    pub fn pass(&self) -> &Pass {
        &self.pass
    }
}

/// What the page behind a link offers.
#[derive(Clone, Debug)]
pub struct Claimable {
    /// Whose pass it is.
    pub company: Company,
    /// What is asked: the edition's form, with the type of the pass as its only one.
    pub form: Form,
}

/// The proof of a pass's link, whatever became of the pass.
///
/// # Errors
/// [`Error::NotFound`] for a token that never was its link; [`Error::Conflict`] `pass_taken_back` for one that was.
pub async fn pass_holder(
    conn: &mut AsyncPgConnection,
    who: &Visitor,
    keys: &Keys,
    token: &LinkToken,
) -> Result<PassHolder, Error> {
    let pass = pass::find(conn, token.id().into()).await?;
    let opens = |version| keys.opens(token, Purpose::Pass, version);
    if !opens(pass.link_version) {
        let was = (1..pass.link_version).any(opens);
        return Err(if was { Error::conflict("pass_taken_back") } else { Error::NotFound });
    }
    let actor = Actor { kind: ActorKind::Link, id: Some(pass.id.uuid()), ..who.actor().clone() };
    Ok(PassHolder { actor, pass })
}

/// What the holder of a link may claim. `edition` is that of the pass.
///
/// # Errors
/// [`Error::Conflict`]: `pass_claimed`, `pass_expired`, `pass_ended`; [`Error::NotFound`] while the edition is not public.
pub async fn claimable(
    conn: &mut AsyncPgConnection,
    who: &PassHolder,
    edition: Edition,
    now: Moment,
) -> Result<Claimable, Error> {
    let company = check(conn, &who.pass, now).await?;
    let form = claim_form(conn, who, edition).await?;
    Ok(Claimable { company: companies::of_submission(conn, company).await?, form })
}

/// What is asked of the holder of a link, whatever became of the pass. `edition` is that of the pass.
///
/// # Errors
/// The database's.
pub async fn claim_form(
    conn: &mut AsyncPgConnection,
    who: &PassHolder,
    edition: Edition,
) -> Result<Form, Error> {
    let way = store::types::find(conn, who.pass.edition.uuid(), who.pass.type_id).await?;
    Ok(Form { types: vec![way], ..registrations::form(conn, edition).await? })
}

/// Registers the holder with the pass, whose places become hers. Whoever is registered already keeps what she has, is told so by
/// mail, and the pass stays open. Asking twice with the same name and address is asking once.
///
/// # Errors
/// As [`claimable`] and [`admit()`]; [`Error::Conflict`] `pass_taken_back`.
pub async fn claim(
    tx: &mut Tx,
    who: &PassHolder,
    admission: Admission,
    now: Moment,
) -> Result<Admitted, Error> {
    // Pools before the pass, as everybody locks them; admitting locks them once more.
    Line::lock(tx, &[who.pass.type_id]).await?;
    let pass = pass::lock(tx, who.pass.id).await?;
    if pass.link_version != who.pass.link_version {
        return Err(Error::conflict("pass_taken_back"));
    }
    if let Some(made) = pass.registration {
        let row = store::registration::find(tx, made).await?;
        let same = row.email.key() == admission.email_key && row.name().key() == admission.name_key;
        return if same { Ok(Admitted::Repeated(made)) } else { Err(Error::conflict("pass_claimed")) };
    }
    check(tx, &pass, now).await?;
    let admitted = admit(tx, &[admission], now).await?.pop();
    let admitted = admitted.ok_or_else(|| Error::internal("an admission without an answer"))??;
    if let Admitted::New { id, .. } = admitted {
        places::set(tx, &who.actor, &pass, ("pass.claim", PassState::Claimed), Some(id)).await?;
    }
    Ok(admitted)
}

/// That a pass may be claimed now; answers whose it is.
async fn check(conn: &mut AsyncPgConnection, pass: &Pass, now: Moment) -> Result<CompanyId, Error> {
    let days = days(conn, pass.edition).await?;
    match (days.state, pass.state) {
        (EditionState::Draft, _) => return Err(Error::NotFound),
        (_, PassState::Claimed) => return Err(Error::conflict("pass_claimed")),
        (EditionState::Published, PassState::Sent) if now < days.ends_at => {}
        _ => return Err(Error::conflict("pass_ended")),
    }
    if pass.expires_at.is_none_or(|end| end <= now) {
        return Err(Error::conflict("pass_expired"));
    }
    due::demonstrates(conn, pass.submission).await?.ok_or_else(|| Error::conflict("pass_ended"))
}
