//! E-mail addresses.

use lettre::Address;

use super::{
    checked::{Checked, Rule},
    text,
};
use crate::error::Reason;

/// An address that mail can be sent to, spelt as its owner spells it; at most 254 characters
/// (RFC 5321 section 4.5.3.1.3, less the angle brackets).
pub type Email = Checked<EmailRule>;

/// The rule of [`Email`]: `email_invalid`.
pub enum EmailRule {}

impl Rule for EmailRule {
    /// Stricter than RFC 5321 where real addresses are: no quoted local part, no address literal
    /// (`a@[127.0.0.1]`), a domain of at least two labels.
    fn normal(raw: &str) -> Result<String, Reason> {
        let text = text::half_width(raw);
        let sound =
            text.len() <= Email::LONGEST && text.parse::<Address>().is_ok_and(|address| is_public(&address));
        if sound { Ok(text) } else { Err(Reason::new("email_invalid")) }
    }
}

fn is_public(address: &Address) -> bool {
    let domain = address.domain();
    let top = domain.rsplit_once('.').map(|(_, top)| top);
    !address.user().starts_with('"') && top.is_some_and(|top| !top.starts_with(|c: char| c.is_ascii_digit()))
}

impl Email {
    /// How many octets an address may have (RFC 5321 section 4.5.3.1.3, without the brackets).
    pub const LONGEST: usize = 254;

    /// The form under which two spellings are one address: lower case.
    #[must_use]
    pub fn key(&self) -> String {
        self.as_str().to_lowercase()
    }

    /// What stands after the `@`, in lower case.
    #[must_use]
    pub fn domain(&self) -> String {
        self.as_str().rsplit('@').next().unwrap_or_default().to_lowercase()
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn full_width_typing_is_understood_and_spelling_kept() {
        let email = Email::parse("　Ｃhan.TaiMan＠Example．ORG ").unwrap();
        assert_eq!(email.as_str(), "Chan.TaiMan@Example.ORG");
        assert_eq!(email.key(), "chan.taiman@example.org");
        assert_eq!(email.domain(), "example.org");
    }

    #[test]
    fn what_no_mail_reaches_is_refused() {
        let long = format!("a@{}.org", "b".repeat(260));
        for raw in [
            "a",
            "a@",
            "@b.org",
            "a@b",
            "a b@c.org",
            "a@[127.0.0.1]",
            "a@10.0.0.1",
            "\"a,b\"@c.org",
            "a@b.org, c@d.org",
            "A <a@b.org>",
            &long,
        ] {
            assert_eq!(Email::parse(raw).unwrap_err(), Reason::new("email_invalid"), "{raw}");
        }
    }

    #[test]
    fn a_line_end_cannot_start_another_header() {
        assert!(Email::parse("a@b.org\r\nBcc: c@d.org").is_err());
    }

    proptest! {
        #[test]
        fn a_parsed_address_parses_to_itself(raw in "[A-Za-z0-9.+_-]{1,12}@[A-Za-z0-9-]{1,8}\\.(org|HK|cn)") {
            if let Ok(email) = Email::parse(&raw) {
                prop_assert_eq!(Email::parse(email.as_str()).unwrap(), email);
            }
        }
    }
}
