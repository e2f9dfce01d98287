//! What partners, tracks, rooms and side events differ in on their pages.

use super::{
    super::stored::{Stored, texts},
    tabs::Tab,
};
use crate::{
    editions::{
        NewPartner, NewRoom, NewSideEvent, NewTrack, Partner, PartnerFields, Room, RoomFields, SideEvent,
        SideEventFields, Track, TrackFields, parts::Part,
    },
    error::FieldErrors,
    http::{FormData, Ui},
    values::{Localised, Zone, time},
};

/// The locale keys of a list.
pub(in crate::web) struct Words {
    pub(super) add: &'static str,
    pub(super) none: &'static str,
    pub(super) none_text: &'static str,
    pub(super) about: &'static str,
}

/// A part as its pages know it.
pub(in crate::web) trait PartPages: Part {
    /// Where its list is.
    const TAB: Tab;
    /// Its words.
    const WORDS: Words;
    /// Which inputs its form has beside the name: the table's name, as the template knows it.
    const KIND: &'static str;
    /// Whether one registers for it.
    const REGISTERS: bool = false;

    /// What the form sent; times are of the clock of `zone`.
    fn parse(typed: &FormData, zone: &Zone) -> Result<Self::New, FieldErrors>;
    /// What is stored, as the form sends it.
    fn stored(&self, zone: &Zone) -> Stored;
    /// What it is called.
    fn name(&self) -> &Localised;
    /// A word about it in the list.
    fn about(&self, ui: &Ui) -> String;
}

impl PartPages for Partner {
    const TAB: Tab = Tab::Partners;
    const WORDS: Words = Words {
        add: "partners-add",
        none: "partners-none",
        none_text: "partners-none-text",
        about: "partners-kind",
    };
    const KIND: &'static str = Self::TABLE;

    fn parse(typed: &FormData, _: &Zone) -> Result<NewPartner, FieldErrors> {
        let (kind, url) = (typed.one("kind").to_owned(), typed.one("url").to_owned());
        NewPartner::try_from(&PartnerFields { kind, name: texts(typed, "name"), url })
    }

    fn stored(&self, _: &Zone) -> Stored {
        let stored = Stored::default().with("kind", self.kind).text("name", Some(&self.name));
        stored.maybe("url", self.url.as_ref().map(|url| url.as_str()))
    }

    fn name(&self) -> &Localised {
        &self.name
    }

    fn about(&self, ui: &Ui) -> String {
        ui.t(&format!("partner-kind-{}", self.kind))
    }
}

impl PartPages for Track {
    const TAB: Tab = Tab::Tracks;
    const WORDS: Words =
        Words { add: "tracks-add", none: "tracks-none", none_text: "tracks-none-text", about: "tracks-slug" };
    const KIND: &'static str = Self::TABLE;

    fn parse(typed: &FormData, _: &Zone) -> Result<NewTrack, FieldErrors> {
        let (slug, colour) = (typed.one("slug").to_owned(), typed.one("colour").to_owned());
        NewTrack::try_from(&TrackFields { slug, name: texts(typed, "name"), colour })
    }

    fn stored(&self, _: &Zone) -> Stored {
        let stored = Stored::default().text("name", Some(&self.name));
        stored.with("slug", &self.slug).with("colour", self.colour.as_str())
    }

    fn name(&self) -> &Localised {
        &self.name
    }

    fn about(&self, _: &Ui) -> String {
        self.slug.to_string()
    }
}

impl PartPages for Room {
    const TAB: Tab = Tab::Rooms;
    const WORDS: Words =
        Words { add: "rooms-add", none: "rooms-none", none_text: "rooms-none-text", about: "rooms-capacity" };
    const KIND: &'static str = Self::TABLE;

    fn parse(typed: &FormData, _: &Zone) -> Result<NewRoom, FieldErrors> {
        let slug = typed.one("slug").to_owned();
        NewRoom::try_from(&RoomFields {
            slug,
            name: texts(typed, "name"),
            capacity: typed.one("capacity").into(),
            turnaround_minutes: typed.one("turnaround_minutes").into(),
        })
    }

    fn stored(&self, _: &Zone) -> Stored {
        let stored = Stored::default().text("name", Some(&self.name));
        let turnaround = (self.turnaround_minutes > 0).then_some(self.turnaround_minutes);
        let stored = stored.with("slug", &self.slug).maybe("capacity", self.capacity);
        stored.maybe("turnaround_minutes", turnaround)
    }

    fn name(&self) -> &Localised {
        &self.name
    }

    fn about(&self, _: &Ui) -> String {
        self.capacity.map_or_else(|| "–".to_owned(), |capacity| capacity.to_string())
    }
}

impl PartPages for SideEvent {
    const TAB: Tab = Tab::SideEvents;
    const WORDS: Words = Words {
        add: "side-events-add",
        none: "side-events-none",
        none_text: "side-events-none-text",
        about: "side-events-seen",
    };
    const KIND: &'static str = Self::TABLE;
    const REGISTERS: bool = true;

    fn parse(typed: &FormData, zone: &Zone) -> Result<NewSideEvent, FieldErrors> {
        let fields = SideEventFields {
            slug: typed.one("slug").to_owned(),
            name: texts(typed, "name"),
            summary: texts(typed, "summary"),
            place: texts(typed, "place"),
            city: texts(typed, "city"),
            starts_at: typed.one("starts_at").to_owned(),
            ends_at: typed.one("ends_at").to_owned(),
            published: typed.ticked("published"),
        };
        fields.parse(zone)
    }

    fn stored(&self, zone: &Zone) -> Stored {
        Stored::default()
            .text("name", Some(&self.name))
            .text("summary", self.summary.as_ref())
            .text("place", Some(&self.place))
            .text("city", Some(&self.city))
            .with("slug", &self.slug)
            .with("starts_at", time::local_input(self.starts_at, zone))
            .with("ends_at", time::local_input(self.ends_at, zone))
            .ticked("published", self.published)
    }

    fn name(&self) -> &Localised {
        &self.name
    }

    fn about(&self, ui: &Ui) -> String {
        let seen = ui.t(if self.published { "side-events-published" } else { "side-events-draft" });
        format!("{} · {seen}", self.city.pick(ui.lang).text)
    }
}
