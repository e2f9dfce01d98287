//! The mails there are, and the two environments that print them: one as plain text, one as HTML.
//!
//! Each mail is written once per language (`templates/mail/<language>/<name>.jinja`: subject, title, lead, act,
//! after) and printed through `layout.txt` and `layout.html`, so that the two can never say different things.
//! Templates run with nothing but the few filters below, on limited fuel.

use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value};
use rust_embed::Embed;

use super::{MailKind, wrap};
use crate::{error::Error, i18n, values::Lang};

/// Instructions one rendering may take; ours need under 2,000.
const FUEL: u64 = 20_000;

#[derive(Embed)]
#[folder = "templates/mail"]
struct Sources;

/// A kind of mail, and what it carries besides its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template {
    /// Its name: of the file, in the outbox, in locale keys (`mail-template-NAME`).
    pub name: &'static str,
    /// The link behind its button.
    pub act: Option<&'static str>,
    /// Whether it prints the edition's days and place.
    pub facts: bool,
    /// Whether it carries the ticket: QR code, readable code, calendar entry.
    pub ticket: bool,
    /// Whether it prints a sign-in code.
    pub code: bool,
    /// Whether it lets somebody sign in or become staff: then only an admin may handle it.
    pub private: bool,
    /// Whether somebody may do without it.
    pub kind: MailKind,
}

const fn plain(name: &'static str) -> Template {
    let kind = MailKind::Transactional;
    Template { name, act: None, facts: false, ticket: false, code: false, private: false, kind }
}

const fn with_act(name: &'static str, act: &'static str) -> Template {
    Template { act: Some(act), ..plain(name) }
}

const fn of_kind(kind: MailKind, template: Template) -> Template {
    Template { kind, ..template }
}

const fn with_facts(template: Template) -> Template {
    Template { facts: true, ..template }
}

const fn with_ticket(template: Template) -> Template {
    Template { ticket: true, ..with_facts(template) }
}

/// Every mail there is; `docs/mail.md` says what each is for.
pub const TEMPLATES: &[Template] = &[
    with_ticket(with_act("registration-confirmed", "manage")),
    with_facts(with_act("registration-pending", "manage")),
    with_facts(with_act("registration-waitlisted", "manage")),
    with_facts(with_act("registration-offered", "offer")),
    plain("offer-lapsed"),
    plain("registration-cancelled"),
    plain("registration-declined"),
    with_facts(with_act("registration-known", "manage")),
    with_facts(with_act("registration-changed", "manage")),
    with_facts(with_act("session-place", "manage")),
    with_act("session-place-ended", "manage"),
    of_kind(MailKind::Asked, with_act("address-proof", "address")),
    with_ticket(with_act("ticket", "manage")),
    Template { code: true, private: true, kind: MailKind::Asked, ..with_act("sign-in", "sign_in") },
    Template { private: true, ..with_act("invitation", "invitation") },
    with_act("submission-draft", "speaker"),
    with_act("submission-received", "speaker"),
    with_act("co-speaker-invitation", "speaker"),
    with_act("speaker-invited", "speaker"),
    with_act("eligibility-failed", "speaker"),
    with_act("decision-accepted", "speaker"),
    with_act("decision-standby", "speaker"),
    with_act("decision-declined", "speaker"),
    of_kind(MailKind::Reminder, with_act("confirm-reminder", "speaker")),
    with_act("slot-changed", "speaker"),
    Template { private: true, ..with_act("company-invitation", "company") },
    with_act("passes-given", "speaker"),
    with_facts(with_act("pass-claim", "pass")),
    plain("password-changed"),
    plain("role-changed"),
    plain("webhook-disabled"),
];

/// The template called `name`.
#[must_use]
pub fn named(name: &str) -> Option<&'static Template> {
    TEMPLATES.iter().find(|template| template.name == name)
}

/// How a mail is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// As plain text.
    Text,
    /// As HTML; values are escaped.
    Html,
}

impl Shape {
    fn layout(self) -> &'static str {
        match self {
            Self::Text => "layout.txt",
            Self::Html => "layout.html",
        }
    }

    fn escape(self) -> AutoEscape {
        match self {
            Self::Text => AutoEscape::None,
            Self::Html => AutoEscape::Html,
        }
    }
}

/// The name under which a mail's template is known.
pub(super) fn path(lang: Lang, name: &str) -> String {
    format!("{lang}/{name}.jinja")
}

/// An environment that prints every mail in one shape.
pub(super) fn environment(shape: Shape) -> Result<Environment<'static>, Error> {
    let mut environment = Environment::empty();
    // An error must not carry the values of a mail into the log.
    environment.set_debug(false);
    environment.set_fuel(Some(FUEL));
    environment.set_recursion_limit(20);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(move |_| shape.escape());
    environment.add_function("say", say);
    match shape {
        Shape::Text => {
            environment.add_filter("paragraphs", text_paragraphs);
            environment.add_filter("link", text_link);
        }
        Shape::Html => {
            environment.add_filter("paragraphs", html_paragraphs);
            environment.add_filter("link", html_link);
        }
    }
    for path in Sources::iter() {
        let Some(file) = Sources::get(&path) else { continue };
        let source = String::from_utf8(file.data.into_owned()).map_err(Error::internal)?;
        // Both layouts are known by one name; a mail does not know which it extends.
        let name = match path.as_ref() {
            layout if layout == shape.layout() => "layout".to_owned(),
            _ => path.into_owned(),
        };
        environment.add_template_owned(name, source).map_err(Error::internal)?;
    }
    Ok(environment)
}

/// `say(lang, "mail-when")`: an interface text, for the words that all mails share.
fn say(lang: String, key: String) -> String {
    lang.parse().map_or_else(|()| key.clone(), |lang| i18n::text(lang, &key))
}

fn text_paragraphs(text: String) -> String {
    wrap::paragraphs(&text).iter().map(|paragraph| wrap::wrap(paragraph)).collect::<Vec<_>>().join("\n\n")
}

fn html_paragraphs(html: String) -> Value {
    let html: String = wrap::paragraphs(&html)
        .iter()
        .map(|html| format!("<p style=\"margin:0 0 16px\">{html}</p>\n"))
        .collect();
    Value::from_safe_string(html)
}

/// `links.x|link` is the address itself, `links.x|link("ticket page")` words that lead there. A sentence ends with
/// it, since in plain text the address follows the words.
fn text_link(link: String, words: Option<String>) -> String {
    let Some(words) = words else { return link };
    let colon = if words.chars().last().is_some_and(wrap::is_wide) { "：" } else { ":" };
    format!("{words}{colon} {link}")
}

fn html_link(link: String, words: Option<String>) -> Value {
    let address = minijinja::HtmlEscape(&link).to_string();
    // A bare address has no space to break at.
    let (shown, breaks) = match words {
        Some(words) => (minijinja::HtmlEscape(&words).to_string(), ""),
        None => (address.clone(), ";word-break:break-all"),
    };
    Value::from_safe_string(format!(
        "<a class=\"link\" href=\"{address}\" style=\"color:#0e4a73{breaks}\">{shown}</a>"
    ))
}
