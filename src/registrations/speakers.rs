//! Whoever is on stage has a registration without a second form.

use diesel_async::AsyncPgConnection;

use super::{
    Admission, CancelReason, Entrant, NewRegistration, State, admit, locked::Locked, person::Person, store,
};
use crate::{
    accounts::proofs::System,
    db::Tx,
    error::Error,
    keys::{Keys, Link, Purpose},
    questions::Answers,
    speakers::{self, Presenter, Speaker},
    values::Moment,
};

/// The short name of the registration type that confirmed speakers are registered by. An edition without it leaves them
/// to register themselves; its window does not bind them, so that it may stay closed to everybody else.
pub const TYPE_OF_SPEAKERS: &str = "speaker";

/// Duty: registers those who are on stage and confirmed, once each; answers how many it looked at. Whoever registered by
/// herself before keeps that registration.
///
/// # Errors
/// The database's; those of [`admit()`].
pub async fn register_speakers(tx: &mut Tx, keys: &Keys, who: &System, now: Moment) -> Result<usize, Error> {
    let due = store::speakers::due(tx, TYPE_OF_SPEAKERS).await?;
    let mut admissions = Vec::new();
    let mut admitted = Vec::new();
    for (speaker, type_id) in &due {
        // The query asks for an address; a contact's stands in for one of her own.
        let Some(email) = speaker.contact_email.clone().or_else(|| speaker.email.clone()) else { continue };
        let new = NewRegistration {
            edition: speaker.edition,
            type_id: *type_id,
            email,
            person: person(speaker),
            answers: Answers::default(),
            consents: Vec::new(),
        };
        admissions.push(Admission::new(keys, Entrant::System(who.clone()), new, speaker.lang, None)?);
        admitted.push(speaker.id);
    }
    for (speaker, outcome) in admitted.into_iter().zip(admit(tx, &admissions, now).await?) {
        match outcome {
            Ok(admitted) => store::speakers::keep(tx, speaker, admitted.id()).await?,
            Err(error) => tracing::warn!(%speaker, ?error, "a speaker could not be registered"),
        }
    }
    Ok(due.len())
}

/// Duty: cancels what [`register_speakers`] made for those who are no longer on stage, and tells them; answers how many
/// it looked at. What she had registered by herself, by another type, stays. Should she confirm again, she is
/// registered again.
///
/// # Errors
/// The database's.
pub async fn release_speakers(tx: &mut Tx, who: &System, now: Moment) -> Result<usize, Error> {
    let gone = store::speakers::off_stage(tx).await?;
    let by_duty = store::speakers::of_type(tx, TYPE_OF_SPEAKERS, &gone).await?;
    for id in by_duty {
        let mut locked = Locked::by_id(tx, id).await?;
        if locked.row.state != State::Cancelled {
            let (action, reason) = ("registration.release-speaker", CancelReason::OffStage);
            locked.end(tx, who.actor(), action, reason, "registration_cancelled", now).await?;
        }
    }
    store::speakers::forget(tx, &gone).await?;
    Ok(gone.len())
}

/// The link of the ticket that she has as a speaker, once she has one. It was mailed to the address that her personal link was mailed to;
/// a ticket that went elsewhere is not for whoever holds that link.
///
/// # Errors
/// [`Error::NotFound`] when her link was replaced meanwhile.
pub async fn ticket_of(conn: &mut AsyncPgConnection, who: &Presenter) -> Result<Option<Link>, Error> {
    let me = speakers::me(conn, who).await?;
    let row = store::speakers::registration_of(conn, me.id).await?;
    let reached = me.contact_email.or(me.email).map(|email| email.key());
    let hers = row.filter(|row| row.state == State::Confirmed && Some(row.email.key()) == reached);
    Ok(hers.map(|row| Link { purpose: Purpose::Ticket, id: row.id.uuid(), version: row.link_version }))
}

fn person(speaker: &Speaker) -> Person {
    Person {
        name: speaker.name(),
        organisation: speaker.organisation.clone(),
        job_title: speaker.job_title.clone(),
        phone: None,
    }
}
