//! Which public texts lack a language.

use uuid::Uuid;

use super::{Edition, PublicEdition, SideEvent};
use crate::values::{Lang, Localised};

/// A text that the public reads, or will. Domains to the right list theirs in the same shape.
#[derive(Clone, Copy, Debug)]
pub struct PublicText<'a> {
    /// The table of what it is said about.
    pub kind: &'static str,
    /// The id of what it is said about; none for the edition itself and its consent texts.
    pub row: Option<Uuid>,
    /// The name of what it is said about; none for the edition itself.
    pub of: Option<&'a Localised>,
    /// Which of its texts, as the form and the API spell it.
    pub field: &'static str,
    /// The text; none when there is none in any language.
    pub text: Option<&'a Localised>,
}

/// A text that readers of some languages would miss.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The table of what it is said about.
    pub kind: &'static str,
    /// The id of what it is said about; none for the edition itself and its consent texts.
    pub row: Option<Uuid>,
    /// The name of what it is said about; none for the edition itself.
    pub of: Option<Localised>,
    /// Which of its texts.
    pub field: &'static str,
    /// The languages it is not written in.
    pub langs: Vec<Lang>,
}

/// The texts that lack a language, in the order given.
pub fn completeness<'a>(texts: impl IntoIterator<Item = PublicText<'a>>) -> Vec<Missing> {
    let lacking = texts.into_iter().filter_map(|PublicText { kind, row, of, field, text }| {
        let langs = text.map_or_else(|| Lang::ALL.to_vec(), Localised::missing);
        (!langs.is_empty()).then(|| Missing { kind, row, of: of.cloned(), field, langs })
    });
    lacking.collect()
}

impl Edition {
    /// Its public texts.
    #[must_use]
    pub fn texts(&self) -> Vec<PublicText<'_>> {
        let own = |field, text| PublicText { kind: "edition", row: None, of: None, field, text };
        vec![
            own("name", Some(&self.name)),
            own("tagline", self.tagline.as_ref()),
            own("description", self.description.as_ref()),
            own("venue_name", self.venue_name.as_ref()),
            own("venue_address", self.venue_address.as_ref()),
        ]
    }
}

impl SideEvent {
    /// Its public texts.
    #[must_use]
    pub fn texts(&self) -> Vec<PublicText<'_>> {
        let (kind, row, of) = ("side_event", Some(self.id.uuid()), Some(&self.name));
        let own = |field, text| PublicText { kind, row, of, field, text: Some(text) };
        let summary = self.summary.as_ref().map(|text| own("summary", text));
        let texts = [own("name", &self.name), own("place", &self.place), own("city", &self.city)];
        texts.into_iter().chain(summary).collect()
    }
}

impl PublicEdition {
    /// Every public text of the edition and its parts.
    #[must_use]
    pub fn texts(&self) -> Vec<PublicText<'_>> {
        let named = |kind, row: Uuid, name| PublicText {
            kind,
            row: Some(row),
            of: Some(name),
            field: "name",
            text: Some(name),
        };
        let consent = |body| PublicText {
            kind: "consent_text",
            row: None,
            of: Some(body),
            field: "body",
            text: Some(body),
        };
        let mut texts = self.edition.texts();
        texts.extend(self.tracks.iter().map(|track| named("track", track.id.uuid(), &track.name)));
        texts.extend(self.rooms.iter().map(|room| named("room", room.id.uuid(), &room.name)));
        texts.extend(self.partners.iter().map(|partner| named("partner", partner.id.uuid(), &partner.name)));
        texts.extend(self.side_events.iter().flat_map(SideEvent::texts));
        texts.extend(self.consent_texts.iter().map(|text| consent(&text.body)));
        texts
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;
    use crate::values::LocalisedFields;

    fn english(text: &str) -> Localised {
        LocalisedFields { en: text.to_owned(), ..Default::default() }.line(100).unwrap()
    }

    fn everywhere(text: &str) -> Localised {
        let text = || text.to_owned();
        let fields = LocalisedFields { original: None, en: text(), zh_hant: text(), zh_hans: text() };
        fields.line(100).unwrap()
    }

    #[test]
    fn what_lacks_a_language_is_named_with_the_languages() {
        let (half, whole) = (english("Robotics"), everywhere("Robotics"));
        let text = |text| PublicText { kind: "track", row: None, of: Some(&half), field: "name", text };
        let missing = completeness([text(Some(&half)), text(Some(&whole)), text(None)]);
        let langs: Vec<&[Lang]> = missing.iter().map(|missing| missing.langs.as_slice()).collect();
        assert_eq!(langs, [&[Lang::ZhHant, Lang::ZhHans][..], Lang::ALL]);
        assert_eq!(missing.first().unwrap().of, Some(half.clone()));
    }
}
