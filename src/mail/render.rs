//! From a row of the outbox and its edition's letterhead to a subject, a text and an HTML body, all with
//! placeholders where secret links go.

use std::collections::BTreeMap;

use minijinja::{Environment, Value, context, value::Serde};
use sha2::{Digest, Sha256};

use super::{
    Letterhead, NewMail,
    defuse::{defuse, defuse_value, one_line},
    links::{Links, placeholder, veil},
    templates::{self, Shape, Template},
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
        Ok(Self { text: templates::environment(Shape::Text)?, html: templates::environment(Shape::Html)? })
    }

    /// Prints one mail.
    ///
    /// # Errors
    /// [`Error::Internal`] when the template asks for a value or link that the row has not, or burns its fuel.
    pub fn render(&self, template: &Template, words: &Words<'_>) -> Result<Rendering, Error> {
        let path = templates::path(words.lang, template.name);
        let values = defuse_value(words.values);
        let wording = wording::of(words.values, &values);
        let context = context(template, words, values, wording.as_ref());
        let printed = |environment: &Environment<'_>| -> Result<(String, String), minijinja::Error> {
            let mail = environment.get_template(&path)?;
            let mut captured = mail.render_captured(context.clone())?;
            let subject = match &wording {
                Some(wording) => wording.subject.clone(),
                None => captured.with_state_mut(|state| state.render_block("subject"))?,
            };
            Ok((subject, captured.into_output()))
        };
        let (subject, text) = printed(&self.text).map_err(Error::internal)?;
        let (_, html) = printed(&self.html).map_err(Error::internal)?;
        Ok(Rendering { subject: one_line(&subject).chars().take(SUBJECT).collect(), text: tidy(&text), html })
    }
}

impl Renderer {
    /// Prints a mail of an edition that is not queued yet, with words where its links would go.
    ///
    /// # Errors
    /// As [`render`](Self::render).
    pub fn preview(&self, mail: &NewMail, edition: &Letterhead) -> Result<Rendering, Error> {
        let template = templates::named(mail.template)
            .ok_or_else(|| Error::internal(format!("no template is called {}", mail.template)))?;
        let links: Links = mail.links.iter().map(|(name, link)| ((*name).to_owned(), *link)).collect();
        let (lang, name, values) = (mail.to.lang, mail.to.name.as_str(), &mail.values);
        let words = Words { lang, name, site: "", edition: Some(edition), values, links: &links };
        let Rendering { subject, text, html } = self.render(template, &words)?;
        let stand_in = i18n::text(lang, "mail-personal-link");
        Ok(Rendering { subject, text: veil(&text, &stand_in)?, html: veil(&html, &stand_in)? })
    }

    /// The subject and lead that a mail of an edition has by itself, with blanks for the values called so.
    ///
    /// # Errors
    /// [`Error::Internal`] when there is no such template, or it asks for other values.
    pub fn wording(
        &self,
        template: &str,
        lang: Lang,
        edition: &Letterhead,
        blanks: &[&str],
    ) -> Result<Wording, Error> {
        let template = templates::named(template)
            .ok_or_else(|| Error::internal(format!("no template is called {template}")))?;
        let values: serde_json::Value =
            blanks.iter().map(|name| ((*name).to_owned(), format!("{{{name}}}"))).collect();
        let (edition, links) = (Some(edition), &Links::new());
        let words = Words { lang, name: "", site: "", edition, values: &values, links };
        let context = context(template, &words, values.clone(), None);
        let blocks = || -> Result<(String, String), minijinja::Error> {
            let mail = self.text.get_template(&templates::path(lang, template.name))?;
            mail.render_captured(context)?
                .with_state_mut(|state| Ok((state.render_block("subject")?, state.render_block("lead")?)))
        };
        let (subject, lead) = blocks().map_err(Error::internal)?;
        Ok(Wording { subject: one_line(&subject), lead: tidy(&lead).trim().to_owned() })
    }
}

impl Rendering {
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
    wording: Option<&Wording>,
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
        wording => wording.map(|wording| context! { subject => one_line(&wording.subject), lead => wording.lead.as_str() }),
        act => template.act.and_then(|name| links.get(name)),
        links,
        shows => context! { facts => template.facts, ticket => template.ticket, code => template.code },
        ticket_cid => super::message::TICKET_CID,
    }
}

fn edition_facts(lang: Lang, edition: &Letterhead) -> Value {
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
