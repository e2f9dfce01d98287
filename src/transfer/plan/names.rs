//! People's names out of a file.

use crate::{
    error::Reason,
    transfer::read::NameSaid,
    values::{
        Lang, PersonName,
        text::{self, Shape},
    },
};

/// Longest name that comes in, in characters. Unlike a typed one it may hold digits and signs, since others let
/// people be called so; it comes without an address that it could carry a message to.
const LONGEST: usize = 200;

/// A shown name in the box where it belongs: Latin letters, or Chinese characters.
#[must_use]
pub(in crate::transfer) fn spelt(shown: &str) -> [Option<String>; 2] {
    let is_han = |c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}' | '〇');
    let is_latin = |c: char| c.is_alphabetic() && !is_han(c);
    let shown = Some(Shape::Line.tidy(shown)).filter(|name| !name.is_empty());
    match shown {
        Some(name) if name.contains(is_han) && !name.contains(is_latin) => [None, Some(name)],
        shown => [shown, None],
    }
}

/// The name as it is to be; who is there and shown like that keeps hers, with its title and other spelling.
///
/// # Errors
/// `name_required`, `too_long`.
pub(super) fn put(before: Option<&PersonName>, said: &NameSaid, lang: Lang) -> Result<PersonName, Reason> {
    let name = match said {
        NameSaid::Shown(shown) => match before {
            Some(before) if goes_by(before, lang).iter().any(|name| name == shown) => {
                return Ok(before.clone());
            }
            _ => {
                let [latin, han] = spelt(shown);
                PersonName::stored(latin, han, None)
            }
        },
        NameSaid::Parts(parts) => {
            let [latin, han, title] =
                parts.each_ref().map(|part| part.as_deref().map(|it| Shape::Line.tidy(it)));
            let old = |of: fn(&PersonName) -> Option<&str>| before.and_then(of).map(str::to_owned);
            PersonName::stored(
                latin.or_else(|| old(PersonName::latin)),
                han.or_else(|| old(PersonName::han)),
                title.or_else(|| old(PersonName::title)),
            )
        }
    };
    if name.latin().is_none() && name.han().is_none() {
        return Err(Reason::new("name_required"));
    }
    for part in [name.latin(), name.han(), name.title()].into_iter().flatten() {
        text::within(part.to_owned(), LONGEST)?;
    }
    Ok(name)
}

/// All that a name may be shown as to readers of `lang`.
pub(super) fn goes_by(name: &PersonName, lang: Lang) -> Vec<String> {
    let own = [name.latin(), name.han()].into_iter().flatten().map(str::to_owned);
    own.chain([name.display(lang), name.both(lang)]).filter(|name| !name.is_empty()).collect()
}
