//! A session as it stands in a list.

use std::collections::BTreeSet;

use super::super::views::address;
use crate::{
    companies::CompanyId,
    editions::Edition,
    http::Shown,
    overview::{PublicProgramme, PublicSession},
    programme::{Part, Session},
    speakers::PublicSpeaker,
    values::{Id, Lang, Moment, time},
};

/// Somebody who takes part.
pub(super) struct Person {
    pub(super) href: String,
    pub(super) name: Shown,
    /// Her position and where she works.
    pub(super) role: String,
    /// Where her photo is.
    pub(super) photo: Option<String>,
    pub(super) chairs: bool,
}

/// A session in a list.
pub(super) struct Card {
    pub(super) id: Id<Session>,
    pub(super) href: String,
    pub(super) starred: bool,
    /// session, break or plenary.
    pub(super) kind: &'static str,
    pub(super) title: Shown,
    pub(super) from: String,
    pub(super) until: String,
    /// For machines, by RFC 3339.
    pub(super) starts_at: Moment,
    pub(super) rooms: Vec<Shown>,
    pub(super) track: Option<(Shown, String)>,
    pub(super) people: Vec<Person>,
    /// The company that shows it, with the way to its page.
    pub(super) company: Option<(String, Shown)>,
    /// Whether one signs up for it.
    pub(super) limited: bool,
    /// What is spoken, as the ends of the keys `session-spoken-`.
    pub(super) spoken: Vec<&'static str>,
}

/// What every card of a page has in common.
pub(super) struct Cards<'a> {
    pub(super) edition: &'a Edition,
    pub(super) programme: &'a PublicProgramme,
    pub(super) lang: Lang,
    /// What the reader starred.
    pub(super) starred: &'a BTreeSet<Id<Session>>,
}

impl Cards<'_> {
    /// The card of `session`.
    pub(super) fn card(&self, session: &PublicSession) -> Card {
        let (lang, listed) = (self.lang, &session.released.listed);
        let clock = |moment| time::clock(lang, self.edition.zone.at(moment).time());
        let track = self.programme.track_of(session);
        Card {
            id: session.id,
            href: address(self.edition, lang, &format!("/sessions/{}", session.id)),
            starred: self.starred.contains(&session.id),
            kind: listed.kind.as_str(),
            title: Shown::of(&listed.title, lang),
            from: clock(listed.time.start()),
            until: clock(listed.time.end()),
            starts_at: listed.time.start(),
            rooms: self.programme.rooms_of(session).map(|room| Shown::of(&room.name, lang)).collect(),
            track: track.map(|track| (Shown::of(&track.name, lang), track.colour.as_str().to_owned())),
            people: self.people(session),
            company: self.programme.shown_in(session).map(|shown| {
                let name = Shown::of(&shown.company.name, lang);
                (company_page(self.edition, shown.company.id, lang), name)
            }),
            limited: self.programme.places.contains_key(&session.id),
            spoken: listed.spoken.iter().map(|spoken| spoken.as_str()).collect(),
        }
    }

    fn people(&self, session: &PublicSession) -> Vec<Person> {
        let named = session.released.listed.people.iter();
        let named = named.filter_map(|(who, part)| Some((self.programme.speaker(*who)?, *part)));
        named.map(|(speaker, part)| person(self.edition, speaker, part == Part::Chair, self.lang)).collect()
    }
}

/// Where a company's page is.
pub(super) fn company_page(edition: &Edition, company: CompanyId, lang: Lang) -> String {
    address(edition, lang, &format!("/companies/{company}"))
}

/// A speaker's name with the way to her page.
pub(super) fn person(edition: &Edition, speaker: &PublicSpeaker, chairs: bool, lang: Lang) -> Person {
    let role = [speaker.job_title.as_ref(), speaker.organisation.as_ref()].into_iter().flatten();
    let href = address(edition, lang, &format!("/speakers/{}", speaker.id));
    Person {
        photo: speaker.photo.as_ref().map(|photo| format!("{href}/photo/{}", photo.id)),
        href,
        name: Shown::plain(speaker.name.full(lang), speaker.name.lang(lang)),
        role: role.map(|line| line.as_str()).collect::<Vec<_>>().join(if lang.is_chinese() {
            "，"
        } else {
            ", "
        }),
        chairs,
    }
}
