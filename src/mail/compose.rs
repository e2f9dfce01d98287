//! A wording with every name in it filled in.

use std::{
    collections::BTreeMap,
    fmt,
    io::{self, Write},
};

use minijinja::{Environment, Value, context, value::Serde};

use super::{
    catalogue::Template,
    defuse::{defuse, one_line},
    links::{Links, PART, fill, placeholder, unmarked},
    render::{Words, edition_facts},
    wording::{KEY, Wording},
};
use crate::error::Error;

/// Bytes that one text may become; ours stay under 4,000.
const LONGEST: usize = 32_000;

/// The words of one mail. Links in them are placeholders, perhaps with marked words.
#[derive(Debug)]
pub(super) struct Composed {
    pub(super) subject: String,
    pub(super) heading: String,
    pieces: Vec<Piece>,
}

/// A stretch of text, or the name of a part that stands as a whole.
#[derive(Debug)]
struct Piece {
    part: String,
    text: String,
}

impl Composed {
    /// The pieces as layouts read them: each has a `part` or a `text`.
    pub(super) fn told(&self) -> Vec<Value> {
        let told = |piece: &Piece| context! { part => piece.part.as_str(), text => piece.text.as_str() };
        self.pieces.iter().map(told).collect()
    }
}

/// Why a wording can't be printed.
#[derive(Debug)]
pub(super) enum Broken {
    /// It asks for what is not there, or for too much; in which of its texts.
    Fails(&'static str, minijinja::Error),
    /// The part without which the mail is of no use does not stand in it.
    Lacks(&'static str),
    /// A link in it is none of the mail's.
    Strange(Error),
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fails(field, error) => write!(f, "{field}: {error}"),
            Self::Lacks(part) => write!(f, "without {{{part}}}"),
            Self::Strange(error) => write!(f, "a strange link: {error}"),
        }
    }
}

/// Fills in `wording`; `values` are defused already.
pub(super) fn compose(
    environment: &Environment<'static>,
    template: &Template,
    words: &Words<'_>,
    values: &serde_json::Value,
    wording: &Wording,
) -> Result<Composed, Broken> {
    let plain = plain_names(words, values);
    let subject = print(environment, &wording.subject, plain.clone());
    let heading = print(environment, &wording.heading, plain.clone());
    let parts =
        template.parts().map(|(name, _)| (name.to_owned(), Value::from(format!("{PART}{name}{PART}"))));
    let links: BTreeMap<&str, String> =
        words.links.keys().map(|name| (name.as_str(), placeholder(name))).collect();
    let mut all = plain;
    all.extend(parts);
    all.insert("links".to_owned(), Value::from(links));
    let body = print(environment, &wording.body, all).map_err(|error| Broken::Fails("text", error))?;
    let pieces = pieces(&body);
    let lacking = |part: &str| !pieces.iter().any(|piece| piece.part == part);
    match template.parts().find(|(part, needed)| *needed && lacking(part)) {
        Some((part, _)) => return Err(Broken::Lacks(part)),
        None => known_links(&body, words.links).map_err(Broken::Strange)?,
    }
    Ok(Composed {
        subject: one_line(&subject.map_err(|error| Broken::Fails("subject", error))?),
        heading: one_line(&heading.map_err(|error| Broken::Fails("heading", error))?),
        pieces,
    })
}

/// The names that every text of a wording knows.
fn plain_names(words: &Words<'_>, values: &serde_json::Value) -> BTreeMap<String, Value> {
    let values = values.as_object().into_iter().flatten().filter(|(name, _)| *name != KEY);
    let mut names: BTreeMap<String, Value> =
        values.map(|(name, value)| (name.clone(), Value::from(Serde(value.clone())))).collect();
    names.insert("name".to_owned(), Value::from(defuse(words.name)));
    if let Some(edition) = words.edition {
        names.insert("edition".to_owned(), edition_facts(words.lang, edition));
    }
    names
}

/// The names that a wording of `template` may use: in its text, or in one line.
#[must_use]
pub fn known(template: &Template, in_text: bool) -> Vec<String> {
    let facts = ["name", "edition.name", "edition.when", "edition.place", "edition.contact"];
    let mut known: Vec<String> =
        template.values.iter().chain(&facts).map(|name| (*name).to_owned()).collect();
    if in_text {
        known.extend(template.parts().map(|(name, _)| name.to_owned()));
        known.extend(template.links().into_iter().map(|name| format!("links.{name}")));
    }
    known
}

fn print(
    environment: &Environment<'static>,
    text: &str,
    names: BTreeMap<String, Value>,
) -> Result<String, minijinja::Error> {
    let mut printed = Bounded(Vec::new());
    let text = unmarked(text);
    let template = environment.template_from_named_str("words", &text)?;
    template.render_captured_to(Value::from(names), &mut printed)?;
    Ok(String::from_utf8_lossy(&printed.0).into_owned())
}

/// Takes no more than a mail may hold.
struct Bounded(Vec<u8>);

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > LONGEST {
            return Err(io::Error::other("the text grows too long"));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// `body` cut where parts stand.
fn pieces(body: &str) -> Vec<Piece> {
    // Between two marks stands a name, outside them a text.
    let cut = body.split(PART).enumerate().map(|(at, piece)| match at % 2 {
        0 => Piece { part: String::new(), text: piece.trim().to_owned() },
        _ => Piece { part: piece.to_owned(), text: String::new() },
    });
    cut.filter(|piece| !(piece.part.is_empty() && piece.text.is_empty())).collect()
}

/// That every link in `body` is one of the mail's, since others could not be filled in when it is sent.
fn known_links(body: &str, links: &Links) -> Result<(), Error> {
    fill(body, |name| links.contains_key(name).then(String::new)).map(drop)
}
