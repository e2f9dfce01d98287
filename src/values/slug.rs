//! The short names that stand in addresses.

use super::{
    checked::{Checked, Rule},
    text,
};
use crate::error::Reason;

/// 2 to 40 small letters and digits, in groups parted by single hyphens (`2026`, `robotics-day`).
pub type Slug = Checked<SlugRule>;

/// The rule of [`Slug`]: `slug_invalid`, `slug_reserved`.
pub enum SlugRule {}

/// Words that mean, or may come to mean, something of Plenary's own in the same place of an address.
const RESERVED: &[&str] = &[
    "about",
    "account",
    "admin",
    "api",
    "archive",
    "assets",
    "audit",
    "calls",
    "claim",
    "console",
    "current",
    "demos",
    "desk",
    "edit",
    "editions",
    "en",
    "favicon",
    "files",
    "healthz",
    "help",
    "latest",
    "login",
    "logout",
    "mailbox",
    "manage",
    "metrics",
    "new",
    "offer",
    "people",
    "privacy",
    "programme",
    "public",
    "readyz",
    "register",
    "reviews",
    "robots",
    "session",
    "settings",
    "sign-in",
    "sign-out",
    "site",
    "sitemap",
    "speakers",
    "static",
    "ticket",
    "unsubscribe",
    "webhooks",
    "well-known",
    "zh",
    "zh-hans",
    "zh-hant",
];

impl Rule for SlugRule {
    /// Capitals are made small.
    fn normal(raw: &str) -> Result<String, Reason> {
        let slug = text::half_width(raw).to_ascii_lowercase();
        let group = |part: &str| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        if !(2..=40).contains(&slug.len()) || !slug.split('-').all(group) {
            return Err(Reason::new("slug_invalid"));
        }
        if RESERVED.contains(&slug.as_str()) { Err(Reason::new("slug_reserved")) } else { Ok(slug) }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn capitals_and_full_width_are_made_regular() {
        assert_eq!(Slug::parse(" Robotics-Day ").unwrap().as_str(), "robotics-day");
        assert_eq!(Slug::parse("２０２６").unwrap().as_str(), "2026");
    }

    #[test]
    fn what_an_address_cannot_show_is_refused() {
        for raw in ["a", "-a", "a-", "a--b", "a_b", "a/b", "香港", "é2", &"a".repeat(41)] {
            assert_eq!(Slug::parse(raw).unwrap_err(), Reason::new("slug_invalid"), "{raw}");
        }
    }

    #[test]
    fn our_own_words_are_kept_for_us() {
        for word in RESERVED {
            assert_eq!(Slug::parse(word).unwrap_err(), Reason::new("slug_reserved"), "{word}");
        }
    }

    proptest! {
        #[test]
        fn every_regular_word_that_is_not_ours_is_a_slug(raw in "[a-z0-9]{2,9}(-[a-z0-9]{1,9}){0,3}") {
            prop_assert_eq!(Slug::parse(&raw).is_ok(), !RESERVED.contains(&raw.as_str()));
        }
    }
}
