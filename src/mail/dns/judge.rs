//! What to think of what is published. Pure.

use super::{Purpose, Wanted};

/// What is wrong with what is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is more than one, so that none counts (RFC 7208 section 4.5, RFC 7489 section 6.6.3).
    Several,
    /// It lets every server of the world send.
    Anybody,
    /// It publishes another key, or another kind of key.
    OtherKey,
    /// The key was withdrawn (RFC 6376 section 3.6.1).
    Withdrawn,
    /// It does not say what to do.
    NoPolicy,
    /// The domain takes no mail (RFC 7505).
    NoMail,
}

/// What to think of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is there and does.
    Right,
    /// Nothing is there.
    Missing,
    /// Something else is there.
    Differs(Trouble),
    /// Nobody answered; why, in the words of whoever did not.
    Unknown(String),
}

impl Verdict {
    /// The locale key of its sentence.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Right => "records-right",
            Self::Missing => "records-missing",
            Self::Differs(Trouble::Several) => "records-several",
            Self::Differs(Trouble::Anybody) => "records-anybody",
            Self::Differs(Trouble::OtherKey) => "records-other-key",
            Self::Differs(Trouble::Withdrawn) => "records-withdrawn",
            Self::Differs(Trouble::NoPolicy) => "records-no-policy",
            Self::Differs(Trouble::NoMail) => "records-no-mail",
            Self::Unknown(_) => "records-unknown",
        }
    }
}

/// What of `found` is meant to be the record, and what to think of it.
pub(super) fn judge(wanted: &Wanted, found: Vec<String>) -> (Vec<String>, Verdict) {
    let meant = |is: fn(&str) -> bool| found.iter().filter(|text| is(text)).cloned().collect::<Vec<_>>();
    let seen = match wanted.purpose {
        Purpose::Spf => meant(is_spf),
        Purpose::Dmarc => meant(is_policy),
        Purpose::Dkim { .. } => meant(|text| tag(text, "p").is_some()),
        Purpose::ReturnPath => found,
    };
    let verdict = match (wanted.purpose, seen.as_slice()) {
        (_, []) => Verdict::Missing,
        (Purpose::ReturnPath, [only]) if only == "." => Verdict::Differs(Trouble::NoMail),
        (Purpose::ReturnPath, _) => Verdict::Right,
        (_, [_, _, ..]) => Verdict::Differs(Trouble::Several),
        (Purpose::Spf, [only]) => of_servers(only),
        (Purpose::Dmarc, [only]) => of_policy(only),
        (Purpose::Dkim { .. }, [only]) => of_key(only, &wanted.value),
    };
    (seen, verdict)
}

fn is_spf(text: &str) -> bool {
    text.split(' ').next().is_some_and(|version| version.eq_ignore_ascii_case("v=spf1"))
}

pub(super) fn is_policy(text: &str) -> bool {
    tag(text, "v").is_some_and(|version| version == "DMARC1")
}

fn of_servers(record: &str) -> Verdict {
    let anybody = |term: &str| term.eq_ignore_ascii_case("all") || term.eq_ignore_ascii_case("+all");
    if record.split(' ').any(anybody) { Verdict::Differs(Trouble::Anybody) } else { Verdict::Right }
}

fn of_policy(record: &str) -> Verdict {
    match tag(record, "p").as_deref() {
        Some("none" | "quarantine" | "reject") => Verdict::Right,
        _ => Verdict::Differs(Trouble::NoPolicy),
    }
}

fn of_key(record: &str, wanted: &str) -> Verdict {
    // Without `k` it is RSA (RFC 6376 section 3.6.1).
    let kind = |text: &str| tag(text, "k").unwrap_or_else(|| "rsa".to_owned());
    match tag(record, "p").unwrap_or_default() {
        key if key.is_empty() => Verdict::Differs(Trouble::Withdrawn),
        key if Some(&key) == tag(wanted, "p").as_ref() && kind(record) == kind(wanted) => Verdict::Right,
        _ => Verdict::Differs(Trouble::OtherKey),
    }
}

/// The value of a tag in a list of them (RFC 6376 section 3.2), without the white space in it.
fn tag(text: &str, name: &str) -> Option<String> {
    let mut tags = text.split(';').filter_map(|tag| tag.split_once('='));
    let (_, value) = tags.find(|(key, _)| key.trim() == name)?;
    Some(value.split_ascii_whitespace().collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::mail::dkim::{Algorithm, DkimState};

    const KEY: &str = "v=DKIM1; k=ed25519; p=abc/+123=";

    fn key() -> Purpose {
        Purpose::Dkim { algorithm: Algorithm::Ed25519, state: DkimState::Signing }
    }

    fn verdict(purpose: Purpose, found: &[&str]) -> Verdict {
        let wanted = Wanted { purpose, name: "example.org".to_owned(), kind: "TXT", value: KEY.to_owned() };
        judge(&wanted, found.iter().map(|&text| text.to_owned()).collect()).1
    }

    #[test]
    fn servers_are_named_once_and_are_not_everybody() {
        let (spf, other) = (Purpose::Spf, "google-site-verification=1");
        assert_eq!(verdict(spf, &[other]), Verdict::Missing);
        assert_eq!(verdict(spf, &[other, "v=spf1 mx -all"]), Verdict::Right);
        assert_eq!(verdict(spf, &["v=spf10 mx -all"]), Verdict::Missing);
        assert_eq!(verdict(spf, &["v=spf1 mx -all", "v=spf1 -all"]), Verdict::Differs(Trouble::Several));
        assert_eq!(verdict(spf, &["v=spf1 mx +ALL"]), Verdict::Differs(Trouble::Anybody));
    }

    #[test]
    fn a_key_is_ours_or_another() {
        assert_eq!(verdict(key(), &[]), Verdict::Missing);
        assert_eq!(verdict(key(), &["k = ed25519 ; p = abc/ +123= ;"]), Verdict::Right);
        assert_eq!(verdict(key(), &["p=abc/+123="]), Verdict::Differs(Trouble::OtherKey), "RSA by default");
        assert_eq!(verdict(key(), &["k=ed25519; p=abd"]), Verdict::Differs(Trouble::OtherKey));
        assert_eq!(verdict(key(), &["v=DKIM1; p="]), Verdict::Differs(Trouble::Withdrawn));
    }

    #[test]
    fn a_policy_says_what_to_do_and_a_domain_takes_what_comes_back() {
        assert_eq!(verdict(Purpose::Dmarc, &["v=DMARC1; p=reject; rua=mailto:a@b.c"]), Verdict::Right);
        assert_eq!(
            verdict(Purpose::Dmarc, &["v=DMARC1; rua=mailto:a@b.c"]),
            Verdict::Differs(Trouble::NoPolicy)
        );
        assert_eq!(verdict(Purpose::ReturnPath, &["mx.example.org", "mx2.example.org"]), Verdict::Right);
        assert_eq!(verdict(Purpose::ReturnPath, &["."]), Verdict::Differs(Trouble::NoMail));
    }

    proptest! {
        #[test]
        fn nothing_published_makes_it_panic(texts in prop::collection::vec("\\PC{0,30}", 0..4)) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            for purpose in [Purpose::Spf, key(), Purpose::Dmarc, Purpose::ReturnPath] {
                verdict(purpose, &texts);
            }
        }
    }
}
