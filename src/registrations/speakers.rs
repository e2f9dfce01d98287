//! Whoever is on stage has a registration without a second form.

use super::{Admission, Entrant, NewRegistration, admit, person::Person, store};
use crate::{
    accounts::proofs::System, db::Tx, error::Error, keys::Keys, questions::Answers, speakers::Speaker,
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

fn person(speaker: &Speaker) -> Person {
    Person {
        name: speaker.name(),
        organisation: speaker.organisation.clone(),
        job_title: speaker.job_title.clone(),
        phone: None,
    }
}
