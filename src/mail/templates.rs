//! The environments that print mails: one as plain text, one as HTML, and one for what editions say in their own words.
//!
//! Each mail is written once per language (`templates/mail/<language>/<name>.jinja`: subject, title, lead, act,
//! after) and printed through `layout.txt` and `layout.html`, so that the two can never say different things.
//! Templates run with nothing but the few filters below, on limited fuel.

use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value, syntax::SyntaxConfig};
use rust_embed::Embed;

use super::{
    catalogue::Template,
    links::{CLOSE, OPEN, WORDS},
    wording::Wording,
    wrap,
};
use crate::{error::Error, i18n, values::Lang};

/// Instructions one rendering may take; ours need under 2,000.
const FUEL: u64 = 20_000;

#[derive(Embed)]
#[folder = "templates/mail"]
struct Sources;

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

/// An environment in which nothing can be reached that is not handed in.
fn sandbox() -> Environment<'static> {
    let mut environment = Environment::empty();
    // An error must not carry the values of a mail into the log.
    environment.set_debug(false);
    environment.set_fuel(Some(FUEL));
    environment.set_recursion_limit(20);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment
}

/// An environment for what editions say in their own words: names stand in single braces, and what comes out is plain
/// text, which the layouts escape.
pub(super) fn words() -> Result<Environment<'static>, Error> {
    let mut environment = sandbox();
    let syntax = SyntaxConfig::builder().variable_delimiters("{", "}").build().map_err(Error::internal)?;
    environment.set_syntax(syntax);
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    environment.add_filter("link", marked_link);
    Ok(environment)
}

/// An environment that prints every mail in one shape.
pub(super) fn environment(shape: Shape) -> Result<Environment<'static>, Error> {
    let mut environment = sandbox();
    environment.set_auto_escape_callback(move |_| shape.escape());
    environment.add_function("say", say);
    match shape {
        Shape::Text => {
            environment.add_filter("paragraphs", text_paragraphs);
            environment.add_filter("link", text_link);
            environment.add_filter("linked", |text: String| linked(&text, text_link));
        }
        Shape::Html => {
            environment.add_filter("paragraphs", html_paragraphs);
            environment.add_filter("link", html_link);
            environment.add_filter("linked", linked_html);
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

/// The words that a mail has by itself, as an edition would write them.
pub(super) fn ours(lang: Lang, template: &Template) -> Result<Wording, Error> {
    let file =
        Sources::get(&path(lang, template.name)).ok_or_else(|| Error::internal("a mail without a file"))?;
    let source = String::from_utf8(file.data.into_owned()).map_err(Error::internal)?;
    let block = |name: &str| {
        let (_, rest) = source.split_once(&format!("{{% block {name} %}}"))?;
        let (block, _) = rest.split_once("{% endblock %}")?;
        Some(block.trim().replace("{{ ", "{").replace(" }}", "}").replace("values.", ""))
    };
    let parts: Vec<String> = template.parts().map(|(name, _)| format!("{{{name}}}")).collect();
    let texts = block("lead").into_iter().chain(parts).chain(block("after"));
    Ok(Wording {
        subject: block("subject").unwrap_or_default(),
        heading: block("title").unwrap_or_default(),
        body: texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n"),
    })
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
    let escaped = |text: &String| minijinja::HtmlEscape(text).to_string();
    Value::from_safe_string(anchor(&escaped(&link), words.as_ref().map(escaped)))
}

/// An anchor; both are escaped.
fn anchor(address: &str, words: Option<String>) -> String {
    // A bare address has no space to break at.
    let (shown, breaks) = words.map_or((address.to_owned(), ";word-break:break-all"), |words| (words, ""));
    format!("<a class=\"link\" href=\"{address}\" style=\"color:#0e4a73{breaks}\">{shown}</a>")
}

/// The same in an edition's own words, which are printed before it is known how: words and link, marked.
fn marked_link(link: String, words: Option<String>) -> String {
    words.map_or_else(|| link.clone(), |words| format!("{WORDS}{words}{link}"))
}

/// `text` with each link in it, marked or bare, as `write` has it.
fn linked(text: &str, write: impl Fn(String, Option<String>) -> String) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, found)) = rest.find([OPEN, WORDS]).map(|at| rest.split_at(at)) {
        written.push_str(before);
        let (words, link) = match found.strip_prefix(WORDS).and_then(|marked| marked.split_once(OPEN)) {
            Some((words, link)) => (Some(words.to_owned()), link),
            None => (None, found.trim_start_matches(OPEN)),
        };
        let (name, after) = link.split_once(CLOSE).unwrap_or((link, ""));
        written.push_str(&write(format!("{OPEN}{name}{CLOSE}"), words));
        rest = after;
    }
    written + rest
}

fn linked_html(text: String) -> Value {
    let escaped = minijinja::HtmlEscape(&text).to_string();
    // The words of a link are escaped already.
    Value::from_safe_string(linked(&escaped, |link, words| anchor(&link, words)))
}
