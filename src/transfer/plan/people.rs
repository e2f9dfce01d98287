//! People.

use uuid::Uuid;

use super::{Brought, Found, Outcome, Step, digest, is_kept_anew, matching::Rows, names, source, texts};
use crate::{
    error::Reason,
    speakers::{BroughtIn, Contact, NewSpeaker, Profile, Speaker, SpeakerId},
    transfer::{
        present::Present,
        read::{NameSaid, Row, SpeakerSaid},
    },
    values::{Email, Id, Lang, text::Shape},
};

/// How a biography is written, and its most characters.
const BIOGRAPHY: (Shape, usize) = (Shape::Prose, 20_000);

type Planned = (Vec<Step<Brought<BroughtIn>>>, Vec<Option<Found<Speaker>>>);

/// What becomes of each person, and which speaker each row is.
pub(super) fn plan(rows: &[Row<SpeakerSaid>], present: &Present, lang: Lang) -> Planned {
    let called: Vec<(Uuid, Vec<String>)> =
        present.speakers.values().map(|it| (it.id.uuid(), goes_by(it, lang))).collect();
    let mut there =
        Rows::of(called.iter().map(|(id, names)| (*id, names.as_slice())), &present.sources.speakers);
    let mut found = Vec::with_capacity(rows.len());
    let mut step = |row: &Row<SpeakerSaid>| {
        let known = there.claim(row, names_said(row).iter().map(String::as_str));
        let known = known.and_then(|id| present.speakers.get(&Id::from(id)));
        let (id, digest) = (known.map_or_else(SpeakerId::fresh, |it| it.id), digest(row, lang));
        let before = known.and_then(|it| there.source(it.id.uuid()));
        let outcome = match row.said.as_ref().map_err(Reason::clone) {
            _ if before.is_some_and(|source| source.digest == digest) => Outcome::Unchanged,
            said => match said.and_then(|said| put(known, said, lang)) {
                Err(reason) => Outcome::Refused(reason),
                Ok(new) => {
                    let source = source(row, id, &digest);
                    let mut fields = known.map(|before| changed(before, &new)).unwrap_or_default();
                    if is_kept_anew(source.as_ref(), before) {
                        fields.push("kept");
                    }
                    let brought = Brought { row: BroughtIn { id, new, before: known.cloned() }, source };
                    match known {
                        None => Outcome::Create(brought),
                        Some(_) if fields.is_empty() => Outcome::Unchanged,
                        Some(_) => Outcome::Change(brought, fields),
                    }
                }
            },
        };
        let refused = matches!(outcome, Outcome::Refused(_));
        found.push((known.is_some() || !refused).then_some((id, known.is_none())));
        Step { line: row.line, label: row.label.clone(), outcome }
    };
    let steps = rows.iter().map(&mut step).collect();
    (steps, found)
}

/// All that finds her: her address, and what she is called.
fn goes_by(speaker: &Speaker, lang: Lang) -> Vec<String> {
    let address = speaker.email.as_ref().map(Email::key);
    address.into_iter().chain(names::goes_by(&speaker.name(), lang)).collect()
}

fn names_said(row: &Row<SpeakerSaid>) -> Vec<String> {
    let Ok(said) = &row.said else { return Vec::new() };
    let address = said.email.as_ref().map(Email::key);
    let names: Vec<String> = match &said.name {
        NameSaid::Shown(shown) => vec![shown.clone()],
        NameSaid::Parts([latin, han, _]) => latin.iter().chain(han).cloned().collect(),
    };
    address.into_iter().chain(names).collect()
}

fn put(before: Option<&Speaker>, said: &SpeakerSaid, lang: Lang) -> Result<NewSpeaker, Reason> {
    let name = names::put(before.map(Speaker::name).as_ref(), &said.name, lang)?;
    let biography = texts::put(before.and_then(|it| it.biography.as_ref()), &said.biography, BIOGRAPHY)?;
    let profile = Profile {
        name,
        organisation: said.organisation.clone().or(before.and_then(|it| it.organisation.clone())),
        job_title: said.job_title.clone().or(before.and_then(|it| it.job_title.clone())),
        biography,
        seen_version: None,
    };
    let contact = Contact {
        // An address that is there was proved, or typed by somebody who knows.
        email: before.and_then(|it| it.email.clone()).or(said.email.clone()),
        contact_name: before.and_then(|it| it.contact_name.clone()),
        contact_email: before.and_then(|it| it.contact_email.clone()),
        lang: before.map_or(lang, |it| it.lang),
    };
    Ok(NewSpeaker { contact, profile })
}

fn changed(before: &Speaker, new: &NewSpeaker) -> Vec<&'static str> {
    let NewSpeaker { contact, profile } = new;
    let fields = [
        ("name", before.name() != profile.name),
        ("email", before.email != contact.email),
        ("organisation", before.organisation != profile.organisation),
        ("job_title", before.job_title != profile.job_title),
        ("biography", before.biography != profile.biography),
    ];
    fields.into_iter().filter(|(_, is)| *is).map(|(name, _)| name).collect()
}
