//! Colours that an organiser chooses.

use super::{
    checked::{Checked, Rule},
    text,
};
use crate::error::Reason;

/// An sRGB colour as `#rrggbb`, dark enough to be read on white, and so to carry white text.
pub type Colour = Checked<ColourRule>;

/// The rule of [`Colour`]: `colour_invalid`, `colour_contrast`.
pub enum ColourRule {}

/// The least contrast of text of ordinary size (WCAG 2.2, success criterion 1.4.3).
const READABLE: f64 = 4.5;

impl Rule for ColourRule {
    fn normal(raw: &str) -> Result<String, Reason> {
        let colour = text::half_width(raw).to_ascii_lowercase();
        let luminance = luminance(&colour).ok_or(Reason::new("colour_invalid"))?;
        if contrast(luminance, 1.0) < READABLE { Err(Reason::new("colour_contrast")) } else { Ok(colour) }
    }
}

/// Relative luminance of `#rrggbb` (WCAG 2.2, "relative luminance").
fn luminance(colour: &str) -> Option<f64> {
    let hex = colour
        .strip_prefix('#')
        .filter(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()))?;
    let [_, red, green, blue] = u32::from_str_radix(hex, 16).ok()?.to_be_bytes();
    Some(0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue))
}

fn linear(channel: u8) -> f64 {
    let part = f64::from(channel) / 255.0;
    if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}

/// Contrast ratio of two luminances, the lighter first or not (WCAG 2.2, "contrast ratio").
fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn contrast_is_measured_as_the_standard_does() {
        // #767676 is the lightest grey that passes on white, #777777 the first that fails.
        assert_eq!(Colour::parse(" #767676 ").unwrap().as_str(), "#767676");
        assert_eq!(Colour::parse("#777777").unwrap_err(), Reason::new("colour_contrast"));
        assert_eq!(Colour::parse("＃1F4E79").unwrap().as_str(), "#1f4e79");
    }

    #[test]
    fn what_is_no_colour_is_refused() {
        for raw in ["red", "#fff", "#12345g", "#+12345", "123456", "#1234567", "url(x)"] {
            assert_eq!(Colour::parse(raw).unwrap_err(), Reason::new("colour_invalid"), "{raw}");
        }
    }

    proptest! {
        #[test]
        fn darker_never_reads_worse_on_white(r in 1..=255_u8, g in 0..=255_u8, b in 0..=255_u8) {
            let of = |r| luminance(&format!("#{r:02x}{g:02x}{b:02x}")).unwrap();
            prop_assert!(contrast(of(r - 1), 1.0) > contrast(of(r), 1.0));
        }
    }
}
