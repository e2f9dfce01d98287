//! Secret links in mails: a placeholder in every stored text, a live address only at the socket.
//!
//! A placeholder is the link's name between two of Unicode's noncharacters (U+FDD0 to U+FDEF; Unicode
//! section 23.7), which no real text holds and which are taken out of every value, so nobody can
//! write one into their own name.

use std::collections::BTreeMap;

use url::Url;

use crate::{
    error::Error,
    keys::{Keys, Link, Purpose},
};

/// Opens a placeholder.
pub(super) const OPEN: char = '\u{FDD0}';
/// Closes a placeholder.
pub(super) const CLOSE: char = '\u{FDD1}';

/// Opens the words that a link is to be shown by; the link's placeholder closes them.
pub(super) const WORDS: char = '\u{FDD2}';
/// Stands at both ends of a part's name in an edition's own words.
pub(super) const PART: char = '\u{FDD3}';

/// `text` without any character of ours: nobody but a template may say where a link or a part goes.
#[must_use]
pub(super) fn unmarked(text: &str) -> String {
    text.replace([OPEN, CLOSE, WORDS, PART], "")
}

/// The links of one mail, by the name that its template prints them under.
pub type Links = BTreeMap<String, Link>;

/// What stands in stored texts for the link `name`.
#[must_use]
pub(super) fn placeholder(name: &str) -> String {
    format!("{OPEN}{name}{CLOSE}")
}

/// `text` with every placeholder replaced by what `live` gives for its name.
///
/// # Errors
/// [`Error::Internal`] for a placeholder that is not closed or whose name has no link.
pub(super) fn fill(text: &str, live: impl Fn(&str) -> Option<String>) -> Result<String, Error> {
    let mut pieces = text.split(OPEN);
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) =
            piece.split_once(CLOSE).ok_or_else(|| Error::internal("a placeholder is not closed"))?;
        let link = live(name).ok_or_else(|| Error::internal(format!("no link is called {name}")))?;
        filled.push_str(&link);
        filled.push_str(rest);
    }
    Ok(filled)
}

/// `text` for people who may read the mail but not use its links: `words` stand where links go, and in HTML a
/// button leads nowhere.
///
/// # Errors
/// [`Error::Internal`] for a placeholder that is not closed.
pub(super) fn veil(text: &str, words: &str) -> Result<String, Error> {
    let mut pieces = text.split("href=\"\u{FDD0}");
    let mut veiled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (_, rest) =
            piece.split_once(CLOSE).ok_or_else(|| Error::internal("a placeholder is not closed"))?;
        veiled.push_str("href=\"#");
        veiled.push_str(rest);
    }
    fill(&veiled, |_| Some(words.to_owned()))
}

/// The live form of `link`: an address under `base`, or the six digits of a sign-in code.
#[must_use]
pub(super) fn live(link: &Link, base: &Url, keys: &Keys) -> String {
    let path = match link.purpose {
        Purpose::Manage => "m",
        Purpose::Ticket => "t",
        Purpose::Offer => "o",
        Purpose::SignIn => "in",
        Purpose::Invitation => "invitation",
        Purpose::Address => "address",
        Purpose::Speaker => "speaker",
        Purpose::Stars => "starred",
        Purpose::Company => "company",
        Purpose::Pass => "pass",
        Purpose::Preferences => "unsubscribe",
        Purpose::SignInCode => return keys.sign_in_code(link.id),
    };
    format!("{}/{path}/{}", base.as_str().trim_end_matches('/'), keys.link_token(link))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use secrecy::SecretString;
    use uuid::Uuid;

    use super::*;

    fn keys() -> Keys {
        let secret = SecretString::from("the quick brown fox jumps over the lazy dog");
        Keys::new(vec![secret]).ok().unwrap()
    }

    #[test]
    fn placeholders_become_addresses() {
        let base = Url::parse("https://forum.example.org").unwrap();
        let link = Link { purpose: Purpose::Manage, id: Uuid::nil(), version: 1 };
        let text = format!("Go to {} now", placeholder("manage"));
        let filled = fill(&text, |name| (name == "manage").then(|| live(&link, &base, &keys()))).unwrap();
        let token =
            filled.strip_prefix("Go to https://forum.example.org/m/").unwrap().strip_suffix(" now").unwrap();
        assert_eq!(token, keys().link_token(&link));
    }

    #[test]
    fn a_veiled_mail_has_words_and_no_way_out() {
        let html = format!("<a href=\"{0}\">{0}</a>", placeholder("manage"));
        assert_eq!(veil(&html, "[personal link]").unwrap(), "<a href=\"#\">[personal link]</a>");
    }

    #[test]
    fn a_sign_in_code_is_six_digits() {
        let base = Url::parse("https://forum.example.org").unwrap();
        let code = live(&Link { purpose: Purpose::SignInCode, id: Uuid::nil(), version: 1 }, &base, &keys());
        assert!(code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()), "{code}");
    }

    #[test]
    fn an_unknown_or_open_placeholder_is_never_sent() {
        assert!(fill(&placeholder("other"), |_| None).is_err());
        assert!(fill("\u{FDD0}manage", |_| Some(String::new())).is_err());
    }
}
