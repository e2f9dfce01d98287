//! From a row of the outbox and its edition's letterhead to a subject, a text and an HTML body, all with
//! placeholders where secret links go.

use std::collections::BTreeMap;

use minijinja::{Environment, Value, context, value::Serde};
use sha2::{Digest, Sha256};

use super::{
    Letterhead, NewMail,
    catalogue::{self, Template},
    compose::{Broken, Composed, compose},
    defuse::{defuse, defuse_value, one_line},
    links::{Links, placeholder, veil},
    sample,
    templates::{self, Shape},
    wording::{self, Wording},
};
use crate::{
    error::Error,
    i18n::{self, Arg},
    values::{Lang, time},
};

/// Characters of a subject at most; the rest would be cut by mail programs anyway.
const SUBJECT: usize = 160;

/// Prints mails. Made once, shared by all workers.
pub struct Renderer {
    text: Environment<'static>,
    html: Environment<'static>,
    pub(super) words: Environment<'static>,
}

/// What a template is given.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// The language.
    pub lang: Lang,
    /// The recipient's name; may be empty.
    pub name: &'a str,
    /// Who speaks where no edition does.
    pub site: &'a str,
    /// The edition that speaks.
    pub edition: Option<&'a Letterhead>,
    /// The template's own values, from outsiders in part.
    pub values: &'a serde_json::Value,
    /// The links it may print.
    pub links: &'a Links,
}

/// A printed mail. Holds placeholders, never a live link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendering {
    /// One line.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// A whole HTML document.
    pub html: String,
}

impl Renderer {
    /// Reads every template.
    ///
    /// # Errors
    /// [`Error::Internal`] when one has a syntax error.
    pub fn new() -> Result<Self, Error> {
        let [text, html] = [Shape::Text, Shape::Html].map(templates::environment);
        Ok(Self { text: text?, html: html?, words: templates::words()? })
    }

    /// Prints one mail, in the words that it carries with it, if any.
    ///
    /// # Errors
    /// [`Error::Internal`] when the template asks for a value or link that the row has not, or burns its fuel.
    pub fn render(&self, template: &Template, words: &Words<'_>) -> Result<Rendering, Error> {
        self.render_worded(template, words, None).map(|(printed, _)| printed)
    }

    /// The same in its edition's words, unless it carries its own. Where those can't be printed, the mail's own words
    /// stand in their place, and the reason is told.
    pub(super) fn render_worded(
        &self,
        template: &Template,
        words: &Words<'_>,
        wording: Option<&Wording>,
    ) -> Result<(Rendering, Option<Broken>), Error> {
        let values = defuse_value(words.values);
        let carried = wording::of(words.values);
        let wording = carried.as_ref().or(wording);
        let composed = wording.map(|wording| compose(&self.words, template, words, &values, wording));
        let (composed, broken) = match composed.transpose() {
            Ok(composed) => (composed, None),
            // What staff wrote for this one sending has nothing to stand in its place.
            Err(broken) if template.brings_words => return Err(Error::internal(broken.to_string())),
            Err(broken) => (None, Some(broken)),
        };
        Ok((self.lay_out(template, words, values, composed)?, broken))
    }

    /// A mail as it stands in both shapes.
    fn lay_out(
        &self,
        template: &Template,
        words: &Words<'_>,
        values: serde_json::Value,
        composed: Option<Composed>,
    ) -> Result<Rendering, Error> {
        let path = templates::path(words.lang, template.name);
        let context = context(template, words, values, composed.as_ref());
        let printed = |environment: &Environment<'_>| -> Result<(String, String), minijinja::Error> {
            let mail = environment.get_template(&path)?;
            let mut captured = mail.render_captured(context.clone())?;
            let subject = match &composed {
                Some(composed) => composed.subject.clone(),
                None => captured.with_state_mut(|state| state.render_block("subject"))?,
            };
            Ok((subject, captured.into_output()))
        };
        let (subject, text) = printed(&self.text).map_err(Error::internal)?;
        let (_, html) = printed(&self.html).map_err(Error::internal)?;
        Ok(Rendering { subject: one_line(&subject).chars().take(SUBJECT).collect(), text: tidy(&text), html })
    }

    /// Prints a mail of an edition that is not queued yet, with words where its links would go.
    ///
    /// # Errors
    /// As [`render`](Self::render).
    pub fn preview(&self, mail: &NewMail, edition: &Letterhead) -> Result<Rendering, Error> {
        let template = catalogue::named(mail.template)
            .ok_or_else(|| Error::internal(format!("no template is called {}", mail.template)))?;
        let links: Links = mail.links.iter().map(|(name, link)| ((*name).to_owned(), *link)).collect();
        let (lang, name, values) = (mail.to.lang, mail.to.name.as_str(), &mail.values);
        let words = Words { lang, name, site: "", edition: Some(edition), values, links: &links };
        self.render(template, &words)?.veiled(lang)
    }

    /// The words that a mail has by itself, as an edition would write them.
    ///
    /// # Errors
    /// [`Error::Internal`] when the mail has no file.
    pub fn ours(&self, template: &Template, lang: Lang) -> Result<Wording, Error> {
        templates::ours(lang, template)
    }

    /// Values as a domain would give them to `template`.
    #[must_use]
    pub fn made_up(&self, template: &Template, lang: Lang) -> serde_json::Value {
        sample::values(template, lang)
    }

    /// Prints `template` in these words, or its own, on made-up values or those of a row; with words where links would go.
    ///
    /// # Errors
    /// As [`render`](Self::render); `wording_lacks`, `wording_fails` where the words can't be printed on these values.
    pub fn try_out(
        &self,
        template: &Template,
        lang: Lang,
        edition: &Letterhead,
        wording: Option<&Wording>,
        row: Option<(&str, &serde_json::Value)>,
    ) -> Result<Rendering, Error> {
        let (links, made_up) = (&sample::links(template), sample::values(template, lang));
        let name = i18n::text(lang, "mail-sample-name");
        let (name, values) = row.unwrap_or((&name, &made_up));
        let words = Words { lang, name, site: "", edition: Some(edition), values, links };
        let values = defuse_value(values);
        let composed = wording.map(|wording| compose(&self.words, template, &words, &values, wording));
        let composed = composed.transpose().map_err(Broken::beside_field)?;
        self.lay_out(template, &words, values, composed)?.veiled(lang)
    }
}

impl Rendering {
    /// The same with words where links go, for those who may read the mail but not use them.
    fn veiled(self, lang: Lang) -> Result<Self, Error> {
        let stand_in = i18n::text(lang, "mail-personal-link");
        let Self { subject, text, html } = self;
        Ok(Self { subject, text: veil(&text, &stand_in)?, html: veil(&html, &stand_in)? })
    }

    /// Tells whether two mails say the same.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let said = format!("{}\0{}\0{}", self.subject, self.text, self.html);
        data_encoding::BASE64URL_NOPAD.encode(&Sha256::digest(said.as_bytes()))
    }
}

fn context(
    template: &Template,
    words: &Words<'_>,
    values: serde_json::Value,
    composed: Option<&Composed>,
) -> Value {
    let lang = words.lang;
    let links: BTreeMap<&str, String> =
        words.links.keys().map(|name| (name.as_str(), placeholder(name))).collect();
    let name = defuse(words.name);
    let hello = match name.as_str() {
        "" => i18n::text(lang, "mail-hello-nobody"),
        name => i18n::text_with(lang, "mail-hello", &[("name", Arg::from(name))]),
    };
    context! {
        lang => lang.as_str(),
        hello,
        sender => words.edition.map_or_else(|| words.site.to_owned(), |edition| one_line(edition.name.pick(lang).text)),
        edition => words.edition.map(|edition| edition_facts(lang, edition)),
        values => Value::from(Serde(values)),
        subject => composed.map(|composed| composed.subject.as_str()).unwrap_or_default(),
        heading => composed.map(|composed| composed.heading.as_str()).unwrap_or_default(),
        pieces => composed.map(Composed::told).unwrap_or_default(),
        act => template.act.and_then(|name| links.get(name)),
        links,
        shows => context! { facts => template.facts, ticket => template.ticket, code => template.code },
        ticket_cid => super::message::TICKET_CID,
    }
}

/// An edition as texts name it.
pub(super) fn edition_facts(lang: Lang, edition: &Letterhead) -> Value {
    let zone = &edition.zone;
    let (first, last) = (zone.at(edition.starts_at).date(), zone.at(edition.ends_at).date());
    let when = if first == last {
        time::span(lang, edition.starts_at, edition.ends_at, zone)
    } else {
        time::dates(lang, first, last)
    };
    // Readers may be in another zone than the hall.
    let comma = if lang.is_chinese() { "，" } else { ", " };
    context! {
        name => one_line(edition.name.pick(lang).text),
        when => format!("{when}{comma}{}", zone.label(lang, edition.starts_at)),
        place => place(lang, edition),
        contact => edition.contact.as_str(),
    }
}

/// Venue and address in one line; empty where neither is known yet.
pub(super) fn place(lang: Lang, edition: &Letterhead) -> String {
    let separator = if lang.is_chinese() { "，" } else { ", " };
    let parts: Vec<String> = [&edition.venue, &edition.address]
        .into_iter()
        .flatten()
        .map(|text| one_line(text.pick(lang).text))
        .collect();
    parts.join(separator)
}

/// At most one empty line in a row, none at the ends, no spaces at a line's end.
fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    for line in text.lines().map(str::trim_end) {
        if !(line.is_empty() && (tidied.is_empty() || tidied.ends_with("\n\n"))) {
            tidied.push_str(line);
            tidied.push('\n');
        }
    }
    format!("{}\n", tidied.trim_end())
}
