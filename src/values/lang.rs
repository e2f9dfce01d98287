//! The three written languages of the interface and of localised text.

crate::text_enum! {
    /// A written language, spelt as its BCP 47 tag in URLs, tables and `lang` attributes.
    pub enum Lang {
        /// English.
        En = "en",
        /// Chinese in traditional characters, as written in Hong Kong.
        ZhHant = "zh-Hant",
        /// Chinese in simplified characters, as written in Shanghai.
        ZhHans = "zh-Hans",
    }
}

impl Lang {
    /// The language of a BCP 47 tag by lookup (RFC 4647 section 3.4): subtags are dropped from the
    /// end until one is known. Script comes before region, as its place in the tag does.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let tag = tag.trim().replace('_', "-").to_ascii_lowercase();
        let mut range = tag.as_str();
        loop {
            if let Some(lang) = Self::known(range) {
                return Some(lang);
            }
            range = range.rsplit_once('-')?.0;
        }
    }

    fn known(range: &str) -> Option<Self> {
        match range {
            "en" => Some(Self::En),
            "zh-hant" | "zh-hk" | "zh-tw" | "zh-mo" | "zh-yue" | "yue" => Some(Self::ZhHant),
            "zh-hans" | "zh-cn" | "zh-sg" | "yue-hans" | "yue-cn" | "zh" | "cmn" => Some(Self::ZhHans),
            "cmn-hant" | "cmn-tw" => Some(Self::ZhHant),
            _ => None,
        }
    }

    /// The reader's favourite among ours by an `Accept-Language` value (RFC 9110 section 12.5.4);
    /// unreadable members are skipped, the first of equal weight wins, `*` says nothing.
    #[must_use]
    pub fn negotiate(accept_language: &str) -> Option<Self> {
        let mut best: Option<(f32, Self)> = None;
        for (weight, lang) in accept_language.split(',').filter_map(Self::weighted) {
            if weight > best.map_or(0.0, |(heaviest, _)| heaviest) {
                best = Some((weight, lang));
            }
        }
        best.map(|(_, lang)| lang)
    }

    fn weighted(member: &str) -> Option<(f32, Self)> {
        let mut parts = member.split(';').map(str::trim);
        let lang = Self::from_tag(parts.next()?)?;
        let weight = match parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")))
        {
            Some(q) => q.trim().parse::<f32>().ok().filter(|q| (0.0..=1.0).contains(q))?,
            None => 1.0,
        };
        Some((weight, lang))
    }

    /// The languages that serve its reader before any other, the best first: Chinese is read in the other script too.
    #[must_use]
    pub const fn near(self) -> &'static [Self] {
        match self {
            Self::En => &[Self::En],
            Self::ZhHant => &[Self::ZhHant, Self::ZhHans],
            Self::ZhHans => &[Self::ZhHans, Self::ZhHant],
        }
    }

    /// The language's name in itself, for the language switch.
    #[must_use]
    pub const fn autonym(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::ZhHant => "繁體中文",
            Self::ZhHans => "简体中文",
        }
    }

    /// Whether it is Chinese, in either script.
    #[must_use]
    pub const fn is_chinese(self) -> bool {
        matches!(self, Self::ZhHant | Self::ZhHans)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn regions_mean_their_script() {
        for (tag, lang) in [
            ("zh-HK", Lang::ZhHant),
            ("zh_TW", Lang::ZhHant),
            ("zh-MO", Lang::ZhHant),
            ("zh-Hant-CN", Lang::ZhHant),
            ("yue", Lang::ZhHant),
            ("ZH", Lang::ZhHans),
            ("zh-CN", Lang::ZhHans),
            ("zh-SG-x-private", Lang::ZhHans),
            ("zh-Hans-HK", Lang::ZhHans),
            ("en-HK", Lang::En),
        ] {
            assert_eq!(Lang::from_tag(tag), Some(lang), "{tag}");
        }
        assert_eq!(Lang::from_tag("fr-CH"), None);
        assert_eq!(Lang::from_tag("english"), None);
    }

    #[test]
    fn the_heaviest_known_language_wins() {
        assert_eq!(Lang::negotiate("fr-CH, zh-HK;q=0.9, en;q=0.8, *;q=0.5"), Some(Lang::ZhHant));
        assert_eq!(Lang::negotiate("en;q=0.1, zh-CN;q=0.7"), Some(Lang::ZhHans));
        assert_eq!(Lang::negotiate("zh-HK, en"), Some(Lang::ZhHant));
        assert_eq!(Lang::negotiate("en;q=0, fr"), None);
        assert_eq!(Lang::negotiate("*"), None);
    }

    #[test]
    fn unreadable_members_are_skipped() {
        assert_eq!(Lang::negotiate("zh-HK;q=high,;;,en;q=NaN, zh-CN;q=0.3"), Some(Lang::ZhHans));
    }

    proptest! {
        #[test]
        fn nothing_outweighs_a_first_full_wish(rest in "\\PC{0,60}|(en|zh;q=[0-9.]{1,4}|,|;){0,9}") {
            prop_assert_eq!(Lang::negotiate(&format!("zh-HK,{rest}")), Some(Lang::ZhHant));
        }

        #[test]
        fn every_spelling_reads_back(index in 0..3_usize, region in "(-[A-Z]{2})?") {
            let lang = Lang::ALL.iter().copied().nth(index);
            prop_assert_eq!(lang.and_then(|lang| Lang::from_tag(&format!("{lang}{region}"))), lang);
        }
    }
}
