//! Whether what somebody typed can be printed, before it is kept: names that nobody fills, tags that are not closed,
//! texts that lack what the mail is for.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::{
    Letterhead, Renderer,
    catalogue::Template,
    compose::{Broken, compose, known},
    defuse::defuse_value,
    grammar,
    render::Words,
    sample,
    wording::Wording,
};
use crate::{
    error::{FieldErrors, Reason},
    values::{Lang, Line, Prose},
};

/// A wording as it arrives. Names in braces are filled in for each recipient.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct WordingFields {
    /// The subject; at most 160 characters.
    pub subject: String,
    /// The heading; at most 160 characters, blank for the mail's own.
    pub heading: String,
    /// Everything between greeting and signature; at most 8000 characters.
    pub text: String,
}

impl Renderer {
    /// Reads what somebody typed for `template` in `lang`, and tries it on made-up values.
    ///
    /// # Errors
    /// Codes of its own: those of the braces (`wording_open`, `wording_tag`, `wording_filter`, `wording_sign`),
    /// `wording_syntax` with the `line`, `blank_unknown` with the `name`, `wording_lacks` with the `name` of a part that
    /// must stand in the text, `wording_fails`.
    pub fn parse_wording(
        &self,
        template: &Template,
        lang: Lang,
        edition: &Letterhead,
        raw: &WordingFields,
    ) -> Result<Wording, FieldErrors> {
        let mut errors = FieldErrors::new();
        let (line, text) = (known(template, false), known(template, true));
        let subject = errors.take("subject", self.checked(&raw.subject, &line, Line::<160>::parse));
        let heading = match raw.heading.trim() {
            "" => Some(None),
            _ => errors.take("heading", self.checked(&raw.heading, &line, Line::<160>::parse)).map(Some),
        };
        let body = errors.take("text", self.checked(&raw.text, &text, Prose::<8000>::parse));
        let ((subject, heading), body) = subject.zip(heading).zip(body).ok_or(errors)?;
        let wording = Wording {
            subject: subject.as_str().to_owned(),
            heading: heading.map(|heading| heading.as_str().to_owned()).unwrap_or_default(),
            body: body.to_string(),
        };
        for values in [sample::values(template, lang), sample::bare(template, lang)] {
            self.tried(template, lang, edition, &wording, &values)?;
        }
        Ok(wording)
    }

    fn checked<T>(
        &self,
        text: &str,
        known: &[String],
        parse: impl FnOnce(&str) -> Result<T, Reason>,
    ) -> Result<T, Reason> {
        grammar::check(text)?;
        let template = self
            .words
            .template_from_named_str("words", text)
            .map_err(|error| Reason::new("wording_syntax").with("line", error.line().unwrap_or(1)))?;
        let mut strange: Vec<String> =
            template.undeclared_variables(true).into_iter().filter(|name| !known.contains(name)).collect();
        strange.sort_unstable();
        match strange.first() {
            Some(name) => Err(Reason::new("blank_unknown").with("name", format!("{{{name}}}"))),
            None => parse(text),
        }
    }

    fn tried(
        &self,
        template: &Template,
        lang: Lang,
        edition: &Letterhead,
        wording: &Wording,
        values: &Value,
    ) -> Result<(), FieldErrors> {
        let links = &sample::links(template);
        let words = Words { lang, name: "", site: "", edition: Some(edition), values, links };
        let tried = compose(&self.words, template, &words, &defuse_value(values), wording);
        tried.map(|_| ()).map_err(Broken::beside_field)
    }
}

impl Broken {
    /// The same, said to who typed the words.
    pub(super) fn beside_field(self) -> FieldErrors {
        let (field, reason) = match self {
            Self::Lacks(part) => ("text", Reason::new("wording_lacks").with("name", format!("{{{part}}}"))),
            Self::Fails(field, _) => (field, Reason::new("wording_fails")),
            Self::Strange(_) => ("text", Reason::new("wording_fails")),
        };
        FieldErrors::one(field, reason)
    }
}
