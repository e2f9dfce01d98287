//! Titles: which are suggested, and where each language puts them.

use super::super::Lang;

/// Titles that mean the same in English, Traditional and Simplified Chinese.
///
/// `Dr` has no partner: only its bearer knows whether 博士 or 醫生.
const SAME: [[&str; 3]; 4] =
    [["Prof", "教授", "教授"], ["Ir", "工程師", "工程师"], ["Mr", "先生", "先生"], ["Ms", "女士", "女士"]];

/// English for Chinese titles that share one.
const DOCTORS: [&str; 4] = ["博士", "醫生", "医生", "醫師"];

/// Titles to offer on a form; any other may be typed.
#[must_use]
pub const fn suggested(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::En => &["Prof", "Dr", "Ir", "Mr", "Ms", "Mrs", "Mx"],
        Lang::ZhHant => &["教授", "博士", "醫生", "工程師", "先生", "女士", "太太"],
        Lang::ZhHans => &["教授", "博士", "医生", "工程师", "先生", "女士", "院士"],
    }
}

/// A name of language `lang` with its title: before a Latin name with a space, right behind a
/// Chinese one; a title that has no equal in that language stays as it was written, in its own place.
pub(super) fn join(title: &str, name: &str, lang: Lang) -> String {
    let title = equal(title, lang).unwrap_or(title);
    match (title.is_ascii(), lang.is_chinese()) {
        (false, true) => format!("{name}{title}"),
        (false, false) => format!("{name} {title}"),
        (true, _) => format!("{title} {name}"),
    }
}

fn equal(title: &str, lang: Lang) -> Option<&'static str> {
    if lang == Lang::En && DOCTORS.contains(&title) {
        return Some("Dr");
    }
    let plain = title.trim_end_matches('.');
    let [en, zh_hant, zh_hans] = SAME.into_iter().find(|titles| titles.contains(&plain))?;
    Some(match lang {
        Lang::En => en,
        Lang::ZhHant => zh_hant,
        Lang::ZhHans => zh_hans,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_stand_where_each_language_puts_them() {
        assert_eq!(join("Ir", "陈大文", Lang::ZhHans), "陈大文工程师");
        assert_eq!(join("Prof.", "Chan", Lang::En), "Prof Chan");
        assert_eq!(join("醫生", "Chan", Lang::En), "Dr Chan");
    }

    #[test]
    fn a_title_that_could_mean_two_things_is_not_translated() {
        assert_eq!(join("Dr", "陳大文", Lang::ZhHant), "Dr 陳大文");
    }

    #[test]
    fn an_own_title_stays_as_written() {
        assert_eq!(join("院長", "Chan", Lang::En), "Chan 院長");
        assert_eq!(join("The Hon", "陳大文", Lang::ZhHant), "The Hon 陳大文");
    }

    #[test]
    fn every_suggestion_fits_its_language() {
        for title in suggested(Lang::En) {
            assert!(title.is_ascii() && join(title, "X", Lang::En).ends_with(" X"));
        }
        for lang in [Lang::ZhHant, Lang::ZhHans] {
            assert!(suggested(lang).iter().all(|title| join(title, "王", lang).starts_with('王')));
        }
    }
}
