//! Texts of a file's languages, put beside those of the others.

use crate::{
    error::Reason,
    transfer::read::Texts,
    values::{Lang, Localised, text::Shape},
};

/// The text as it is to be; `None` where nothing is there and nothing is said. A text that readers of its language
/// see already, in whatever language it is written, stays as it is.
///
/// # Errors
/// `too_long`.
pub(super) fn put(
    before: Option<&Localised>,
    said: &Texts,
    (shape, max): (Shape, usize),
) -> Result<Option<Localised>, Reason> {
    let tidy: Vec<(Lang, String)> = said.iter().map(|(lang, text)| (*lang, shape.tidy(text))).collect();
    let tidy: Vec<_> = tidy.into_iter().filter(|(_, text)| !text.is_empty()).collect();
    let is_seen = |(lang, text): &(Lang, String)| before.is_some_and(|it| it.pick(*lang).text == text);
    let anew: Vec<_> = tidy.iter().filter(|it| !is_seen(it)).collect();
    let Some((first, _)) = anew.first() else { return Ok(before.cloned()) };
    let others = before.into_iter().flat_map(Localised::iter).map(|picked| (picked.lang, picked.text));
    let texts = others.chain(anew.iter().map(|(lang, text)| (*lang, text.as_str())));
    let original = before.map_or(*first, Localised::original);
    Localised::parse(shape, original, texts, max).map(Some)
}
