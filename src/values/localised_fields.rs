//! Localised text as it arrives, from a form or from JSON.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Lang, Localised,
    text::{self, Shape},
};
use crate::error::Reason;

/// One raw text per language; in a form the inputs are called `name.en`, `name.zh-Hant`,
/// `name.zh-Hans` and, optionally, `name.original`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct LocalisedFields {
    /// The language it was written in; the first present one if absent.
    pub original: Option<Lang>,
    /// English.
    pub en: String,
    /// Traditional Chinese.
    #[serde(rename = "zh-Hant")]
    pub zh_hant: String,
    /// Simplified Chinese.
    #[serde(rename = "zh-Hans")]
    pub zh_hans: String,
}

impl LocalisedFields {
    /// Picks the inputs of the field `name` out of a form; the last of a repeated input counts.
    pub fn from_form<'a>(name: &str, inputs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut fields = Self::default();
        for (input, value) in inputs {
            match input.strip_prefix(name).and_then(|rest| rest.strip_prefix('.')) {
                Some("en") => fields.en = value.to_owned(),
                Some("zh-Hant") => fields.zh_hant = value.to_owned(),
                Some("zh-Hans") => fields.zh_hans = value.to_owned(),
                Some("original") => fields.original = value.parse().ok(),
                _ => {}
            }
        }
        fields
    }

    /// What was typed in one language, to show it again.
    #[must_use]
    pub fn typed(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::ZhHant => &self.zh_hant,
            Lang::ZhHans => &self.zh_hans,
        }
    }

    /// One line in each language.
    ///
    /// # Errors
    /// As [`Localised::parse`].
    pub fn line(&self, max: usize) -> Result<Localised, Reason> {
        self.parse(Shape::Line, max)
    }

    /// One or more lines in each language.
    ///
    /// # Errors
    /// As [`Localised::parse`].
    pub fn prose(&self, max: usize) -> Result<Localised, Reason> {
        self.parse(Shape::Prose, max)
    }

    /// Like [`line`](Self::line), but `None` when nothing was typed.
    ///
    /// # Errors
    /// `too_long`.
    pub fn optional_line(&self, max: usize) -> Result<Option<Localised>, Reason> {
        self.present().then(|| self.line(max)).transpose()
    }

    /// Like [`prose`](Self::prose), but `None` when nothing was typed.
    ///
    /// # Errors
    /// `too_long`.
    pub fn optional_prose(&self, max: usize) -> Result<Option<Localised>, Reason> {
        self.present().then(|| self.prose(max)).transpose()
    }

    fn present(&self) -> bool {
        Lang::ALL.iter().any(|&lang| !text::is_blank(self.typed(lang)))
    }

    fn parse(&self, shape: Shape, max: usize) -> Result<Localised, Reason> {
        let texts = Lang::ALL.iter().map(|&lang| (lang, self.typed(lang)));
        Localised::parse(shape, self.original.unwrap_or(Lang::En), texts, max)
    }
}

impl From<&Localised> for LocalisedFields {
    fn from(text: &Localised) -> Self {
        let of = |lang| text.get(lang).unwrap_or_default().to_owned();
        Self {
            original: Some(text.original()),
            en: of(Lang::En),
            zh_hant: of(Lang::ZhHant),
            zh_hans: of(Lang::ZhHans),
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    fn fields(en: &str, zh_hant: &str, zh_hans: &str) -> LocalisedFields {
        LocalisedFields { original: None, en: en.into(), zh_hant: zh_hant.into(), zh_hans: zh_hans.into() }
    }

    #[test]
    fn chinese_readers_get_the_other_script_before_english() {
        let text = fields("Finance", "", "金融").line(20).unwrap();
        assert_eq!((text.pick(Lang::ZhHant).text, text.pick(Lang::ZhHant).lang), ("金融", Lang::ZhHans));
        assert_eq!(text.pick(Lang::En).text, "Finance");
        assert_eq!(text.missing(), [Lang::ZhHant]);
    }

    #[test]
    fn without_anything_near_the_original_is_shown() {
        let mut raw = fields("", "科技", "金融");
        raw.original = Some(Lang::ZhHans);
        assert_eq!(raw.line(20).unwrap().pick(Lang::En).lang, Lang::ZhHans);
    }

    #[test]
    fn the_original_moves_to_a_text_that_exists() {
        assert_eq!(fields("", "科技", "").line(20).unwrap().original(), Lang::ZhHant);
    }

    #[test]
    fn a_long_text_names_its_language() {
        let reason = fields("ok", "太長的文字", "").line(3).unwrap_err();
        assert_eq!(reason, Reason::new("too_long").with("max", 3).with("lang", "zh-Hant"));
        assert_eq!(fields(" ", "", "\u{200B}").line(3).unwrap_err(), Reason::new("required"));
        assert_eq!(fields(" ", "", "").optional_prose(3).unwrap(), None);
    }

    #[test]
    fn the_json_is_flat() {
        let text = fields("Finance", "金融", "").line(20).unwrap();
        let json = r#"{"original":"en","en":"Finance","zh-Hant":"金融"}"#;
        assert_eq!(serde_json::to_string(&text).unwrap(), json);
        assert!(serde_json::from_str::<Localised>(r#"{"original":"en"}"#).is_err());
        assert!(serde_json::from_str::<Localised>(r#"{"original":"en","en":"a","fr":"b"}"#).is_err());
    }

    #[test]
    fn a_form_names_each_language() {
        let form =
            [("name.en", "Hall"), ("name.zh-Hant", "大堂"), ("name.original", "zh-Hant"), ("names.en", "x")];
        let text = LocalisedFields::from_form("name", form).line(20).unwrap();
        assert_eq!((text.original(), text.get(Lang::En)), (Lang::ZhHant, Some("Hall")));
    }

    proptest! {
        #[test]
        fn json_and_fields_read_back(en in "\\PC{0,8}", hant in "\\PC{0,8}", hans in "\\PC{0,8}") {
            if let Ok(text) = fields(&en, &hant, &hans).prose(50) {
                let json = serde_json::to_value(&text).unwrap();
                prop_assert_eq!(&serde_json::from_value::<Localised>(json).unwrap(), &text);
                prop_assert_eq!(&LocalisedFields::from(&text).prose(50).unwrap(), &text);
                for lang in Lang::ALL {
                    prop_assert!(!text.pick(*lang).text.is_empty());
                }
            }
        }
    }
}
