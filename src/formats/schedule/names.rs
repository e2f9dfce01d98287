//! Slugs, acronyms, codes and numbers that keep to both schemas' rules, made from our ids and titles;
//! the same input always gives the same output.
//!
//! Both schemas agree only on few characters: an acronym is `[a-z0-9_]{4,}`, a slug is an acronym, a
//! hyphen and at least four of `[a-z0-9_-]`, a code is six of `[0-9A-Z]`, a number is positive. Codes
//! and numbers must differ within one schedule, and older programs keep numbers in 31 bits.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::values::text::half_width;

/// What we call ourselves as the generator of a schedule, by which we know our own files again.
pub const GENERATOR: &str = "Plenary";

/// One more than the largest number; below both 2^31 and 36^6.
const NUMBERS: u32 = 2_147_483_647;

/// The longest slug, in characters.
const LONGEST: usize = 80;

/// A number for each id, from 1, all different.
///
/// An id keeps its number as long as no id before it (in their own order: older first) falls on the
/// same one.
#[must_use]
pub fn numbers(ids: impl IntoIterator<Item = Uuid>) -> BTreeMap<Uuid, u32> {
    let ids: BTreeSet<Uuid> = ids.into_iter().collect();
    let mut taken = BTreeSet::new();
    let mut numbers = BTreeMap::new();
    for id in ids {
        if let Some(number) = (0..=u32::MAX).map(|attempt| number(id, attempt)).find(|it| taken.insert(*it)) {
            numbers.insert(id, number);
        }
    }
    numbers
}

/// The code that belongs to a number: different for different numbers.
#[must_use]
pub fn code(number: u32) -> String {
    let digits = |place: u32| char::from_digit(number / 36_u32.pow(place) % 36, 36);
    (0..6).rev().filter_map(digits).map(|digit| digit.to_ascii_uppercase()).collect()
}

/// A conference's short name out of its slug or name: `sh-hk-2026` gives `shhk2026`.
#[must_use]
pub fn acronym(name: &str) -> String {
    let letters: String = words(name).concat().chars().take(24).collect();
    if letters.len() < 4 { format!("forum{letters}") } else { letters }
}

/// An event's slug: acronym, code, and the title as far as it has Latin letters or digits.
#[must_use]
pub fn slug(acronym: &str, number: u32, title: &str) -> String {
    let mut slug = format!("{acronym}-{}", code(number).to_ascii_lowercase());
    for word in words(title) {
        if slug.len() + 1 + word.len() > LONGEST {
            break;
        }
        slug.extend(["-", word.as_str()]);
    }
    slug
}

/// A track's slug, which begins with a letter: its title's words, or else its place in the list.
#[must_use]
pub fn track_slug(title: &str, place: usize) -> String {
    let slug: String = words(title).join("-").chars().take(LONGEST).collect();
    let slug = slug.trim_end_matches('-');
    if slug.len() > 1 && slug.starts_with(|c: char| c.is_ascii_lowercase()) {
        slug.to_owned()
    } else {
        format!("track-{place}")
    }
}

/// The Latin words and the numbers of a text, in small letters.
fn words(text: &str) -> Vec<String> {
    let text = half_width(text).to_ascii_lowercase().replace(['\'', '’'], "");
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

fn number(id: Uuid, attempt: u32) -> u32 {
    let digest = Sha256::new().chain_update(id.as_bytes()).chain_update(attempt.to_be_bytes()).finalize();
    let wide = digest.iter().take(8).fold(0_u64, |wide, byte| wide << 8 | u64::from(*byte));
    u32::try_from(wide % u64::from(NUMBERS - 1)).unwrap_or_default() + 1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// `[a-z0-9_]{4,}-[a-z0-9\-_]{4,}` of the XSD and `^[a-z0-9_-]+[a-z0-9]$` of the JSON schema.
    fn is_slug(slug: &str) -> bool {
        let small = |text: &str| text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        slug.split_once('-').is_some_and(|(acronym, rest)| {
            acronym.len() >= 4 && small(acronym) && rest.len() >= 4 && small(&rest.replace('-', ""))
        }) && !slug.ends_with('-')
    }

    #[test]
    fn a_title_without_latin_letters_gives_a_slug_all_the_same() {
        assert_eq!(acronym("sh-hk-2026"), "shhk2026");
        assert_eq!(acronym("滬港"), "forum");
        assert_eq!(slug("shhk2026", 35, "開幕禮"), "shhk2026-00000z");
        assert_eq!(slug("shhk2026", 36, "AI’s ２ Cities: 滬港"), "shhk2026-000010-ais-2-cities");
        assert_eq!(
            (track_slug("生物醫藥", 2), track_slug("Bio & Medicine", 2)),
            ("track-2".into(), "bio-medicine".into())
        );
    }

    #[test]
    fn five_thousand_sessions_get_as_many_numbers() {
        let numbers = numbers((0..5_000).map(Uuid::from_u128));
        let codes: BTreeSet<String> = numbers.values().map(|number| code(*number)).collect();
        assert_eq!(codes.len(), 5_000);
    }

    proptest! {
        #[test]
        fn every_name_keeps_to_both_schemas(name in "\\PC{0,40}|[a-zA-Z 0-9-]{0,90}", title in "\\PC{0,200}", id: u128) {
            let id = Uuid::from_u128(id);
            let number = numbers([id]).remove(&id).unwrap_or_default();
            prop_assert!((1..NUMBERS).contains(&number));
            prop_assert!(code(number).len() == 6 && code(number).bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase()));
            let slug = slug(&acronym(&name), number, &title);
            prop_assert!(is_slug(&slug) && slug.len() <= LONGEST, "{}", slug);
        }

        #[test]
        fn later_ids_take_nobodys_number(ids in prop::collection::vec(any::<u128>(), 1..20)) {
            let mut ids: Vec<Uuid> = ids.into_iter().map(Uuid::from_u128).collect();
            ids.sort();
            let all = numbers(ids.iter().copied());
            let early = numbers(ids.iter().copied().take(ids.len() / 2));
            prop_assert!(early.iter().all(|(id, number)| all.get(id) == Some(number)));
        }
    }
}
