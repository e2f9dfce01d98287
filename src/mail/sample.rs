//! Made-up values for every mail, so that its words can be tried before anybody gets them.

use serde_json::{Value, json};
use uuid::Uuid;

use super::{Letterhead, Links, Renderer, catalogue::Template, compose::known, render::edition_facts};
use crate::{
    i18n,
    keys::{Link, Purpose},
    values::Lang,
};

/// What a domain would give to `template`, in `lang`.
pub(super) fn values(template: &Template, lang: Lang) -> Value {
    template.values.iter().map(|name| ((*name).to_owned(), value(template, name, lang))).collect()
}

impl Renderer {
    /// Every name that a wording of `template` may use, with what it prints for `edition` on made-up values: of a list its first
    /// item, of a whole such as the button nothing.
    #[must_use]
    pub fn samples(&self, template: &Template, lang: Lang, edition: &Letterhead) -> Vec<(String, String)> {
        let (values, facts) = (values(template, lang), edition_facts(lang, edition));
        let prints = |name: &str| match name.split_once('.') {
            Some(("edition", fact)) => facts.get_attr(fact).map(|fact| fact.to_string()).unwrap_or_default(),
            Some(_) => i18n::text(lang, "mail-personal-link"),
            None if name == "name" => i18n::text(lang, "mail-sample-name"),
            None => values.get(name).map(in_words).unwrap_or_default(),
        };
        known(template, true).into_iter().map(|name| (name.clone(), prints(&name))).collect()
    }
}

fn in_words(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.first().map(in_words).unwrap_or_default(),
        Value::Object(parts) => {
            let parts = parts.iter().map(|(name, part)| format!("{name}: {}", in_words(part)));
            parts.collect::<Vec<_>>().join(", ")
        }
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// The same with nothing in it that may be missing.
pub(super) fn bare(template: &Template, lang: Lang) -> Value {
    let emptied = |value| match value {
        Value::String(_) => json!(""),
        Value::Array(_) => json!([]),
        other => other,
    };
    template.values.iter().map(|name| ((*name).to_owned(), emptied(value(template, name, lang)))).collect()
}

/// Links by their names, which lead nowhere.
pub(super) fn links(template: &Template) -> Links {
    let nowhere = Link { purpose: Purpose::Manage, id: Uuid::nil(), version: 0 };
    template.links().into_iter().map(|name| (name.to_owned(), nowhere)).collect()
}

fn value(template: &Template, name: &str, lang: Lang) -> Value {
    let say = |name: &str| i18n::text(lang, &format!("mail-sample-{name}"));
    let slot = |what: &str, now: &str, before: &str| json!({ "what": what, "title": say("title"), "now": now, "before": before });
    match name {
        "ticket_code" => json!("7K4M-9QXW-2HTP"),
        "hours" => json!(24),
        "days" => json!(14),
        "count" | "left" => json!(4),
        "takes_part" => json!(true),
        "sessions" => json!([{ "title": say("title"), "when": say("when") }]),
        "comments" => json!([say("reason")]),
        "reason" if template.name == "registration-cancelled" => json!("attendee"),
        "slots" => json!([
            slot("new", &say("when"), ""),
            slot("moved", &say("when"), &say("confirm_by")),
            slot("gone", "", &say("when")),
        ]),
        name => json!(say(name)),
    }
}
