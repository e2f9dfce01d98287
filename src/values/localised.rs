//! Text written for the public in one or more of the three languages.

use std::collections::BTreeMap;

use diesel::{
    deserialize::{self, FromSql, FromSqlRow},
    expression::AsExpression,
    pg::{Pg, PgValue},
    serialize::{self, ToSql},
    sql_types::Jsonb,
};
use serde::{Deserialize, Serialize};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{RefOr, schema::Schema},
};

use super::{
    Lang,
    text::{self, Shape},
};
use crate::error::Reason;

/// One text in one to three languages, with the language it was written in.
///
/// The original always exists and no text is empty. Stored and sent as flat JSON:
/// `{"original":"en","en":"…","zh-Hant":"…"}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, AsExpression, FromSqlRow)]
#[serde(into = "Flat", try_from = "Flat")]
#[diesel(sql_type = Jsonb)]
pub struct Localised {
    original: Lang,
    written: String,
    translations: BTreeMap<Lang, String>,
}

/// A text chosen for a reader, and the language it really is in (for its `lang` attribute).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picked<'a> {
    /// The text.
    pub text: &'a str,
    /// Its language, which may not be the reader's.
    pub lang: Lang,
}

impl Localised {
    /// Parses one raw text per language, each of at most `max` characters; blank ones are absent.
    /// Where `original` is blank, the first language that is present takes its place.
    ///
    /// # Errors
    /// `required` when all are blank, `too_long` with `max` and `lang`.
    pub fn parse<'a>(
        shape: Shape,
        original: Lang,
        texts: impl IntoIterator<Item = (Lang, &'a str)>,
        max: usize,
    ) -> Result<Self, Reason> {
        let mut tidied = BTreeMap::new();
        for (lang, raw) in texts.into_iter().filter(|(_, raw)| !text::is_blank(raw)) {
            let fitting = text::within(shape.tidy(raw), max).map_err(|reason| reason.with("lang", lang))?;
            tidied.insert(lang, fitting);
        }
        Self::of(original, tidied).ok_or(Reason::new("required"))
    }

    fn of(original: Lang, mut texts: BTreeMap<Lang, String>) -> Option<Self> {
        let (original, written) = texts.remove_entry(&original).or_else(|| texts.pop_first())?;
        Some(Self { original, written, translations: texts })
    }

    /// The language it was written in first.
    #[must_use]
    pub fn original(&self) -> Lang {
        self.original
    }

    /// The text in exactly this language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> Option<&str> {
        if lang == self.original {
            Some(&self.written)
        } else {
            self.translations.get(&lang).map(String::as_str)
        }
    }

    /// The best text for a reader of `lang`: the same language, else for Chinese the other script,
    /// else the original.
    #[must_use]
    pub fn pick(&self, lang: Lang) -> Picked<'_> {
        let found = lang.near().iter().find_map(|&lang| self.get(lang).map(|text| Picked { text, lang }));
        found.unwrap_or(Picked { text: &self.written, lang: self.original })
    }

    /// The languages that have no text yet.
    #[must_use]
    pub fn missing(&self) -> Vec<Lang> {
        Lang::ALL.iter().copied().filter(|&lang| self.get(lang).is_none()).collect()
    }

    /// Every text with its language, in the order of [`Lang::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = Picked<'_>> {
        Lang::ALL.iter().filter_map(|&lang| self.get(lang).map(|text| Picked { text, lang }))
    }
}

/// The JSON form of [`Localised`].
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Flat {
    /// The language it was written in.
    original: Lang,
    #[serde(skip_serializing_if = "Option::is_none")]
    en: Option<String>,
    #[serde(rename = "zh-Hant", skip_serializing_if = "Option::is_none")]
    zh_hant: Option<String>,
    #[serde(rename = "zh-Hans", skip_serializing_if = "Option::is_none")]
    zh_hans: Option<String>,
}

impl From<Localised> for Flat {
    fn from(text: Localised) -> Self {
        let of = |lang| text.get(lang).map(str::to_owned);
        Self {
            original: text.original,
            en: of(Lang::En),
            zh_hant: of(Lang::ZhHant),
            zh_hans: of(Lang::ZhHans),
        }
    }
}

impl TryFrom<Flat> for Localised {
    type Error = &'static str;
    fn try_from(flat: Flat) -> Result<Self, Self::Error> {
        let texts = [(Lang::En, flat.en), (Lang::ZhHant, flat.zh_hant), (Lang::ZhHans, flat.zh_hans)];
        let present = texts.into_iter().filter_map(|(lang, text)| Some((lang, text?)));
        Self::of(flat.original, present.filter(|(_, text)| !text.is_empty()).collect())
            .ok_or("no text in any language")
    }
}

impl ToSql<Jsonb, Pg> for Localised {
    fn to_sql<'b>(&'b self, out: &mut serialize::Output<'b, '_, Pg>) -> serialize::Result {
        let json = serde_json::to_value(self)?;
        <serde_json::Value as ToSql<Jsonb, Pg>>::to_sql(&json, &mut out.reborrow())
    }
}

impl FromSql<Jsonb, Pg> for Localised {
    fn from_sql(bytes: PgValue<'_>) -> deserialize::Result<Self> {
        let json = <serde_json::Value as FromSql<Jsonb, Pg>>::from_sql(bytes)?;
        Ok(serde_json::from_value(json)?)
    }
}

impl PartialSchema for Localised {
    fn schema() -> RefOr<Schema> {
        Flat::schema()
    }
}
impl ToSchema for Localised {
    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        Flat::schemas(schemas);
    }
}
