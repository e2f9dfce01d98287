//! The mail of a campaign to one of its people.

use std::collections::BTreeMap;

use serde_json::json;

use super::store::{campaign::Campaign, people::Person, texts::Text};
use crate::{
    keys::{Link, Purpose},
    mail::{Cause, NewMail, Recipient},
    values::{Id, Lang},
};

impl Campaign {
    /// What its mails are caused by.
    #[must_use]
    pub fn cause(&self) -> Cause {
        Cause { kind: "campaign", id: self.id.uuid() }
    }
}

/// The text for a reader of `lang`: the same language, for Chinese the other script, else the first there is.
#[must_use]
pub fn pick(texts: &[Text], lang: Lang) -> Option<&Text> {
    let written = |lang: &Lang| texts.iter().find(|text| text.lang == *lang);
    lang.near().iter().find_map(written).or(texts.first())
}

/// Her mail, all of it in the language of its text. It carries a link to her registration that opens nothing and that nobody can
/// print, so that her history shows the mail and erasing her empties it.
pub(super) fn mail(campaign: &Campaign, text: &Text, person: &Person) -> NewMail {
    let about = person.registration_id.map(|id| {
        let link = Link { purpose: Purpose::Manage, id: id.uuid(), version: 0 };
        ("about", link)
    });
    let mail = NewMail {
        id: Id::fresh(),
        edition: Some(campaign.edition),
        cause: campaign.cause(),
        template: campaign.kind.template(),
        to: Recipient { email: person.address.clone(), name: person.name(text.lang), lang: text.lang },
        values: json!({}),
        links: about.into_iter().collect::<BTreeMap<_, _>>(),
        due_at: None,
    };
    mail.worded(Some(text.wording()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(langs: &[Lang]) -> Vec<Text> {
        let text = |lang: &Lang| Text {
            lang: *lang,
            subject: lang.to_string(),
            heading: String::new(),
            body: String::new(),
        };
        langs.iter().map(text).collect()
    }

    #[test]
    fn chinese_is_read_in_the_other_script_before_english() {
        let picked = |langs: &[Lang], reader| pick(&texts(langs), reader).map(|text| text.lang);
        assert_eq!(picked(&[Lang::En, Lang::ZhHant], Lang::ZhHans), Some(Lang::ZhHant));
        assert_eq!(picked(&[Lang::En, Lang::ZhHans], Lang::ZhHant), Some(Lang::ZhHans));
        assert_eq!(picked(&[Lang::En], Lang::ZhHant), Some(Lang::En));
        assert_eq!(picked(&[Lang::ZhHant, Lang::ZhHans], Lang::En), Some(Lang::ZhHant));
        assert_eq!(picked(&[], Lang::En), None);
    }

    #[test]
    fn without_a_heading_the_subject_stands_above_the_greeting() {
        let wording = texts(&[Lang::En]).first().map(Text::wording);
        assert_eq!(wording.map(|wording| wording.heading).as_deref(), Some("en"));
    }
}
