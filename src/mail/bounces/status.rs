//! What a failure says about an address. Pure.

use std::{fmt, str::FromStr};

crate::text_enum! {
    /// How much a failure says about the address.
    pub enum Weight {
        /// Mail will not reach it.
        Hard = "hard",
        /// Mail did not reach it this time.
        Soft = "soft",
    }
}

/// An enhanced status code: class, subject and detail (RFC 3463 section 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status {
    class: u8,
    subject: u16,
    detail: u16,
}

impl FromStr for Status {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut numbers = text.splitn(3, '.');
        let mut next = || numbers.next().filter(|number| (1..=3).contains(&number.len())).ok_or(());
        let (class, subject, detail) = (next()?, next()?, next()?);
        let class = class.parse().ok().filter(|class| [2, 4, 5].contains(class)).ok_or(())?;
        Ok(Self { class, subject: number(subject)?, detail: number(detail)? })
    }
}

/// `+5` is a number to Rust, not to RFC 3463.
fn number(digits: &str) -> Result<u16, ()> {
    if digits.bytes().all(|digit| digit.is_ascii_digit()) { digits.parse().map_err(drop) } else { Err(()) }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.class, self.subject, self.detail)
    }
}

impl Status {
    /// What a failure with this status says about the address. Class 5 is permanent, but only subjects 0 (other), 1
    /// (address), 2 (mailbox) and 4 (route) speak of the address; a mail that was too large, malformed or refused by
    /// policy (RFC 3463 sections 3.4, 3.6 to 3.8) might have been another's. A full mailbox (x.2.2) can be emptied, a bad
    /// sender (x.1.7, x.1.8) is our fault, and of routes only one that there is none (x.4.4) says that no mail will arrive:
    /// the others are of servers that were away for days.
    #[must_use]
    pub fn weight(self) -> Weight {
        match (self.class, self.subject, self.detail) {
            (5, 1, 7 | 8) | (5, 2, 2 | 3) => Weight::Soft,
            (5, 0..=2, _) | (5, 4, 4) => Weight::Hard,
            _ => Weight::Soft,
        }
    }
}

/// What an answer to RCPT with a code of 5xx says: by its enhanced status, else by the code (RFC 5321 section 4.2.3).
pub(in crate::mail) fn of_refusal(code: u16, answer: &str) -> Weight {
    let enhanced = answer.split_whitespace().find_map(|word| word.parse::<Status>().ok());
    match (enhanced, code) {
        (Some(status), _) => status.weight(),
        (None, 550 | 551 | 553) => Weight::Hard,
        (None, _) => Weight::Soft,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_speaks_of_the_address_is_hard() {
        for (status, weight) in [
            ("5.1.1", Weight::Hard),
            ("5.0.0", Weight::Hard),
            ("5.2.1", Weight::Hard),
            ("5.4.4", Weight::Hard),
            ("5.1.10", Weight::Hard),
            ("5.1.8", Weight::Soft),
            ("5.2.2", Weight::Soft),
            ("5.4.7", Weight::Soft),
            ("5.7.1", Weight::Soft),
            ("5.3.4", Weight::Soft),
            ("5.6.0", Weight::Soft),
            ("4.2.2", Weight::Soft),
            ("4.4.1", Weight::Soft),
        ] {
            assert_eq!(status.parse().map(Status::weight), Ok(weight), "{status}");
        }
    }

    #[test]
    fn what_is_no_status_is_none() {
        for text in ["", "5", "5.1", "5.1.1.1", "3.1.1", "5.+1.1", "5.1.1000", "5.1.x", "x"] {
            assert_eq!(text.parse::<Status>(), Err(()), "{text}");
        }
    }

    #[test]
    fn an_answer_is_judged_by_its_enhanced_status_first() {
        assert_eq!(of_refusal(550, "permanent error (550): 5.1.1 <a@b.org> no such user"), Weight::Hard);
        assert_eq!(of_refusal(550, "permanent error (550): no such user"), Weight::Hard);
        assert_eq!(of_refusal(554, "permanent error (554): 5.7.1 relay access denied"), Weight::Soft);
        assert_eq!(of_refusal(552, "permanent error (552): mailbox full"), Weight::Soft);
    }

    proptest! {
        #[test]
        fn every_text_is_a_status_that_prints_the_same_or_none(text in "[0-9.+ x]{0,12}") {
            if let Ok(status) = text.parse::<Status>() {
                let numbers: Vec<u16> = text.split('.').filter_map(|number| number.parse().ok()).collect();
                let printed: Vec<u16> = status.to_string().split('.').filter_map(|number| number.parse().ok()).collect();
                prop_assert_eq!(numbers, printed);
            }
        }
    }
}
