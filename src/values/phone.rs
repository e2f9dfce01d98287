//! Phone numbers.

use phonenumber::{Mode, PhoneNumber};

use super::{
    checked::{Checked, Rule},
    text,
};
use crate::error::Reason;

/// A phone number in E.164 (`+85223456789`), valid by its country's numbering plan.
pub type Phone = Checked<PhoneRule>;

/// The rule of [`Phone`]: `phone_invalid`.
pub enum PhoneRule {}

impl Rule for PhoneRule {
    /// Without a country code, eight digits are a number of Hong Kong and eleven that begin with 1
    /// one of the mainland. An extension is refused, since E.164 has no place for it.
    fn normal(raw: &str) -> Result<String, Reason> {
        let number =
            digits(raw).and_then(|digits| candidates(&digits).into_iter().find_map(|text| valid(&text)));
        number.map(|number| number.format().mode(Mode::E164).to_string()).ok_or(Reason::new("phone_invalid"))
    }
}

impl Phone {
    /// As one reads it abroad: `+852 2345 6789`.
    #[must_use]
    pub fn international(&self) -> String {
        let number = phonenumber::parse(None, self.as_str());
        number
            .map_or_else(|_| self.to_string(), |number| number.format().mode(Mode::International).to_string())
    }
}

/// The digits, after `+` if it was typed; `None` when anything but digits and their usual
/// separators was.
fn digits(raw: &str) -> Option<String> {
    let text = text::half_width(raw).replace("(0)", "");
    let separator = |c| matches!(c, ' ' | '-' | '.' | '/' | '(' | ')' | '\u{2010}'..='\u{2015}');
    let bare: String = text.chars().filter(|&c| !separator(c)).collect();
    let numeric = bare.strip_prefix('+').unwrap_or(&bare).chars().all(|c| c.is_ascii_digit());
    (numeric && bare.len() <= 20).then_some(bare)
}

/// The international numbers that somebody may mean, likeliest first.
fn candidates(digits: &str) -> Vec<String> {
    let after = |prefix: &str| digits.strip_prefix(prefix).map(|rest| format!("+{rest}"));
    if digits.starts_with('+') {
        return vec![digits.to_owned()];
    }
    let domestic = match digits.len() {
        8 => Some(format!("+852{digits}")),
        11 if digits.starts_with('1') => Some(format!("+86{digits}")),
        _ => None,
    };
    let with_code =
        ["852", "86", "853"].iter().any(|code| digits.starts_with(code)).then(|| format!("+{digits}"));
    // 001 is how Hong Kong dials abroad, 00 how the mainland and most others do.
    [domestic, with_code, after("001"), after("00")].into_iter().flatten().collect()
}

fn valid(text: &str) -> Option<PhoneNumber> {
    phonenumber::parse(None, text).ok().filter(PhoneNumber::is_valid)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_typed_here() {
        for (raw, e164) in [
            ("2345 6789", "+85223456789"),
            ("＋８５２　２３４５－６７８９", "+85223456789"),
            ("852-9123-4567", "+85291234567"),
            ("13800138000", "+8613800138000"),
            ("86 138 0013 8000", "+8613800138000"),
            ("+853 6612 3456", "+85366123456"),
            ("0086 13800138000", "+8613800138000"),
            ("001 44 20 7946 0958", "+442079460958"),
            ("+44 (0)20 7946 0958", "+442079460958"),
        ] {
            assert_eq!(Phone::parse(raw).unwrap().as_str(), e164, "{raw}");
        }
        assert_eq!(Phone::parse("23456789").unwrap().international(), "+852 2345 6789");
    }

    #[test]
    fn what_cannot_be_called_is_refused() {
        for raw in [
            "1234",
            "+852 1",
            "call me",
            "2345 6789 ext 12",
            "+",
            "++85223456789",
            "2345;6789",
            &"9".repeat(99),
        ] {
            assert_eq!(Phone::parse(raw).unwrap_err(), Reason::new("phone_invalid"), "{raw}");
        }
    }

    proptest! {
        #[test]
        fn a_number_reads_back_from_both_its_forms(raw in "[+0-9 ()-]{0,18}|[2-9][0-9]{7}|\\+(852|86|853|1|44)[0-9]{7,11}") {
            if let Ok(phone) = Phone::parse(&raw) {
                prop_assert_eq!(&Phone::parse(phone.as_str()).unwrap(), &phone);
                prop_assert_eq!(Phone::parse(&phone.international()).unwrap(), phone);
            }
        }
    }
}
