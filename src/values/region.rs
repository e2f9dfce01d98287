//! Countries and regions, by ISO 3166-1 alpha-2 codes, with their usual names in three languages.

use std::sync::LazyLock;

use super::{
    Lang,
    checked::{Checked, Rule},
    text,
};
use crate::error::Reason;

/// The code of a country or region, in capitals (`HK`).
pub type Region = Checked<RegionRule>;

/// The rule of [`Region`]: `region_unknown`.
pub enum RegionRule {}

impl Rule for RegionRule {
    fn normal(raw: &str) -> Result<String, Reason> {
        let code = text::half_width(raw).to_ascii_uppercase();
        entry(&code).map(|entry| entry.code.to_owned()).ok_or(Reason::new("region_unknown"))
    }
}

impl Region {
    /// Its name in a language; the code itself if it is not listed any more.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        entry(self.as_str()).map_or(self.as_str(), |entry| entry.name(lang))
    }
}

/// Code and name of every country or region, in a list's order: Hong Kong, the mainland and Macao
/// first, then by alphabet, by strokes (traditional) or by pinyin (simplified).
#[must_use]
pub fn list(lang: Lang) -> Vec<(&'static str, &'static str)> {
    let mut entries: Vec<_> = ENTRIES.iter().collect();
    match lang {
        Lang::En => {}
        Lang::ZhHant => entries.sort_by_key(|entry| entry.strokes),
        Lang::ZhHans => entries.sort_by_key(|entry| entry.pinyin),
    }
    entries.into_iter().map(|entry| (entry.code, entry.name(lang))).collect()
}

struct Entry {
    code: &'static str,
    names: [&'static str; 3],
    strokes: u16,
    pinyin: u16,
}

impl Entry {
    fn name(&self, lang: Lang) -> &'static str {
        let [en, zh_hant, zh_hans] = self.names;
        match lang {
            Lang::En => en,
            Lang::ZhHant => zh_hant,
            Lang::ZhHans => zh_hans,
        }
    }

    fn read(line: &'static str) -> Option<Self> {
        let mut cells = line.split('\t');
        let mut next = || cells.next();
        let (code, names) = (next()?, [next()?, next()?, next()?]);
        Some(Self { code, names, strokes: next()?.parse().ok()?, pinyin: next()?.parse().ok()? })
    }
}

/// In English order. The two last columns are places in the Chinese orders, since collating
/// Chinese needs tables that nothing else here does.
static ENTRIES: LazyLock<Vec<Entry>> =
    LazyLock::new(|| include_str!("regions.tsv").lines().skip(1).filter_map(Entry::read).collect());

fn entry(code: &str) -> Option<&'static Entry> {
    ENTRIES.iter().find(|entry| entry.code == code)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_code_of_the_standard_is_listed_once() {
        let codes: BTreeSet<_> = ENTRIES.iter().map(|entry| entry.code).collect();
        assert_eq!((ENTRIES.len(), codes.len()), (249, 249));
        assert!(codes.iter().all(|code| code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase())));
    }

    #[test]
    fn both_chinese_orders_are_complete() {
        let places: Vec<u16> = (1..=249).collect();
        for place in [|entry: &Entry| entry.strokes, |entry: &Entry| entry.pinyin] {
            let mut found: Vec<u16> = ENTRIES.iter().map(place).collect();
            found.sort_unstable();
            assert_eq!(found, places);
        }
    }

    #[test]
    fn those_who_come_most_are_first_in_every_language() {
        for lang in Lang::ALL {
            let first: Vec<_> = list(*lang).into_iter().take(3).map(|(code, _)| code).collect();
            assert_eq!(first, ["HK", "CN", "MO"]);
        }
        assert_eq!(list(Lang::ZhHant).get(1).unwrap().1, "中國內地");
    }

    #[test]
    fn codes_are_read_in_any_case_and_width() {
        let region = Region::parse("ｈk").unwrap();
        assert_eq!(
            (region.as_str(), region.name(Lang::En), region.name(Lang::ZhHans)),
            ("HK", "Hong Kong", "香港")
        );
        assert_eq!(Region::parse("XX").unwrap_err(), Reason::new("region_unknown"));
    }
}
