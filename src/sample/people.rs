//! Made-up people, put together from parts in a fixed order: the same number is always the same person.

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use super::data;
use crate::{error::Error, values::Lang};

const PARTS: &str = include_str!("people.toml");

/// The parts that people are made of.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Parts {
    hongkong: Group,
    shanghai: Group,
    overseas: Group,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    /// In Chinese characters (may be blank) and in Latin letters.
    surnames: Vec<(String, String)>,
    given: Vec<(String, String)>,
    titles: Vec<String>,
    organisations: Vec<String>,
    jobs: Vec<String>,
    regions: Vec<String>,
    /// What one of them asks the organisers to prepare.
    wish: String,
}

/// One made-up person.
#[derive(Clone, Debug)]
pub(super) struct Someone {
    pub(super) lang: Lang,
    pub(super) name_latin: String,
    pub(super) name_han: String,
    pub(super) title: String,
    pub(super) organisation: String,
    pub(super) job: String,
    pub(super) email: String,
    pub(super) region: String,
    pub(super) wish: String,
}

impl Parts {
    /// Reads them.
    pub(super) fn read() -> Result<Self, Error> {
        data::read(PARTS)
    }

    /// Person `number`: of ten, five write traditional characters, three simplified ones, two Latin letters.
    pub(super) fn person(&self, number: usize) -> Someone {
        let (tens, rest) = (number / 10, number % 10);
        match rest {
            0..5 => self.hongkong.person(tens * 5 + rest, Lang::ZhHant),
            5..8 => self.shanghai.person(tens * 3 + rest - 5, Lang::ZhHans),
            _ => self.overseas.person(tens * 2 + rest - 8, Lang::En),
        }
    }
}

impl Group {
    /// No two numbers below surnames times given names share both: within a surname the given name moves on by
    /// a step that has no divisor in common with their count.
    fn person(&self, number: usize, lang: Lang) -> Someone {
        let (surname_han, surname) = pick(&self.surnames, number);
        let (given_han, given) = pick(&self.given, number * 3 + number / self.surnames.len().max(1));
        let (latin, han) = match lang {
            Lang::ZhHant => (format!("{surname} {given}"), format!("{surname_han}{given_han}")),
            Lang::ZhHans => (format!("{given} {surname}"), format!("{surname_han}{given_han}")),
            Lang::En => (format!("{given} {surname}"), String::new()),
        };
        // Most write both spellings; some only one.
        let (name_latin, name_han) = match number % 9 {
            3 if !han.is_empty() => (String::new(), han),
            5 => (latin, String::new()),
            _ => (latin, han),
        };
        Someone {
            lang,
            email: address(&given, &surname),
            name_latin,
            name_han,
            title: pick(&self.titles, number * 5),
            organisation: pick(&self.organisations, number * 3),
            job: pick(&self.jobs, number * 7),
            region: pick(&self.regions, number),
            wish: if number % 37 == 11 { self.wish.clone() } else { String::new() },
        }
    }
}

/// The parts' lists are constants and not empty; nothing but a default could come out of an empty one.
fn pick<T: Clone + Default>(list: &[T], number: usize) -> T {
    list.get(number % list.len().max(1)).cloned().unwrap_or_default()
}

/// `given.surname@example.org`, without accents and apostrophes.
fn address(given: &str, surname: &str) -> String {
    let plain = |name: &str| -> String {
        let letters = name.nfd().filter(char::is_ascii_alphabetic);
        letters.map(|letter| letter.to_ascii_lowercase()).collect()
    };
    format!("{}.{}@example.org", plain(given), plain(surname))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn three_hundred_people_are_three_hundred_names() {
        let parts = Parts::read().unwrap();
        let people: Vec<Someone> = (0..300).map(|number| parts.person(number)).collect();
        let addresses: BTreeSet<&str> = people.iter().map(|one| one.email.as_str()).collect();
        assert_eq!(addresses.len(), 300);
        assert!(people.iter().all(|one| !one.name_latin.is_empty() || !one.name_han.is_empty()));
        for lang in Lang::ALL {
            assert!(people.iter().filter(|one| one.lang == *lang).count() >= 60, "{lang}");
        }
        let both = |one: &&Someone| !one.name_latin.is_empty() && !one.name_han.is_empty();
        assert!(people.iter().filter(both).count() > 100);
    }

    #[test]
    fn addresses_have_no_accents() {
        assert_eq!(address("Lucía", "O'Brien"), "lucia.obrien@example.org");
    }
}
