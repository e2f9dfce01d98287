//! People's names, in Latin letters, in Chinese characters, or in both, and their titles.
//!
//! Neither spelling is required and neither is ever made from the other.

mod fields;
mod titles;

pub use fields::NameFields;
pub use titles::suggested as suggested_titles;

use serde::Serialize;
use utoipa::ToSchema;

use super::{Lang, chinese, search};

/// Longest name in either spelling, in characters.
pub const LONGEST_NAME: usize = 80;

/// Longest title, in characters.
pub const LONGEST_TITLE: usize = 40;

/// What somebody is called; at least one of the two spellings is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct PersonName {
    latin: Option<String>,
    han: Option<String>,
    title: Option<String>,
}

impl PersonName {
    /// A name as its row keeps it; an erased person has neither spelling.
    #[must_use]
    pub fn stored(latin: Option<String>, han: Option<String>, title: Option<String>) -> Self {
        Self { latin, han, title }
    }

    /// The name in Latin letters.
    #[must_use]
    pub fn latin(&self) -> Option<&str> {
        self.latin.as_deref()
    }

    /// The name in Chinese characters.
    #[must_use]
    pub fn han(&self) -> Option<&str> {
        self.han.as_deref()
    }

    /// The title as its bearer wrote it.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// The name with its title as a reader of `lang` expects it: `Prof Chan Tai-man`, `陳大文教授`.
    #[must_use]
    pub fn display(&self, lang: Lang) -> String {
        let name = self.bare(lang);
        self.title().map_or_else(|| name.to_owned(), |title| titles::join(title, name, self.lang(lang)))
    }

    /// The name without its title, in the spelling that suits a reader of `lang`.
    #[must_use]
    pub fn bare(&self, lang: Lang) -> &str {
        let (first, second) = self.spellings(lang);
        first.or(second).unwrap_or_default()
    }

    /// The language of what [`display`](Self::display) gives, for its `lang` attribute: the wrong one
    /// would show the wrong shapes of some characters.
    #[must_use]
    pub fn lang(&self, reader: Lang) -> Lang {
        match (self.bare(reader), self.han()) {
            (shown, Some(han)) if shown == han => chinese::script(han, reader),
            _ => Lang::En,
        }
    }

    /// Both spellings, the one for a reader of `lang` first, for lists where people are told apart.
    #[must_use]
    pub fn both(&self, lang: Lang) -> String {
        let (first, second) = self.spellings(lang);
        first.into_iter().chain(second).collect::<Vec<_>>().join(" ")
    }

    /// The name with its title, then the other spelling, for where people are introduced:
    /// `Prof Chan Tai-man 陳大文`, `陳大文教授 Chan Tai-man`.
    #[must_use]
    pub fn full(&self, lang: Lang) -> String {
        let other = match self.spellings(lang) {
            (Some(_), other) => other,
            (None, _) => None,
        };
        [Some(self.display(lang).as_str()), other].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// The same for two entries of one person under one address: without title, case, spaces,
    /// punctuation and script.
    #[must_use]
    pub fn key(&self) -> String {
        format!(
            "{}/{}",
            search::key(self.latin().unwrap_or_default()),
            search::key(self.han().unwrap_or_default())
        )
    }

    /// The spelling for a reader of `lang`, then the other.
    fn spellings(&self, lang: Lang) -> (Option<&str>, Option<&str>) {
        if lang.is_chinese() { (self.han(), self.latin()) } else { (self.latin(), self.han()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(latin: &str, han: &str, title: &str) -> PersonName {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        PersonName::stored(some(latin), some(han), some(title))
    }

    #[test]
    fn each_reader_sees_her_own_spelling_with_the_title_in_place() {
        let both = name("Chan Tai-man", "陳大文", "Prof");
        assert_eq!(both.display(Lang::En), "Prof Chan Tai-man");
        assert_eq!(both.display(Lang::ZhHant), "陳大文教授");
        assert_eq!(name("Chan Tai-man", "陳大文", "教授").display(Lang::En), "Prof Chan Tai-man");
    }

    #[test]
    fn the_only_spelling_is_shown_to_everyone_and_says_its_language() {
        let han = name("", "陳大文", "");
        assert_eq!((han.display(Lang::En).as_str(), han.lang(Lang::En)), ("陳大文", Lang::ZhHant));
        assert_eq!(han.lang(Lang::ZhHans), Lang::ZhHant);
        let latin = name("Anna Berg", "", "女士");
        assert_eq!(
            (latin.display(Lang::ZhHans).as_str(), latin.lang(Lang::ZhHans)),
            ("Ms Anna Berg", Lang::En)
        );
    }

    #[test]
    fn one_person_typed_twice_has_one_key() {
        assert_eq!(name("CHAN Tai Man", "陈大文", "Dr").key(), name("Chan Tai-man", "陳大文", "").key());
        assert_ne!(name("Chan", "", "").key(), name("", "陳", "").key());
    }

    #[test]
    fn who_is_introduced_has_her_title_and_both_spellings() {
        let both = name("Chan Tai-man", "陳大文", "Prof");
        assert_eq!(both.full(Lang::En), "Prof Chan Tai-man 陳大文");
        assert_eq!(both.full(Lang::ZhHant), "陳大文教授 Chan Tai-man");
        assert_eq!(name("Anna Berg", "", "Ms").full(Lang::En), "Ms Anna Berg");
        assert_eq!(name("Anna Berg", "", "Ms").full(Lang::ZhHant), "Ms Anna Berg");
    }

    #[test]
    fn lists_show_both_spellings() {
        let both = name("Chan Tai-man", "陳大文", "");
        assert_eq!(both.both(Lang::ZhHans), "陳大文 Chan Tai-man");
        assert_eq!(name("Anna Berg", "", "").both(Lang::ZhHans), "Anna Berg");
    }
}
