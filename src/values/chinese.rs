//! Traditional and simplified characters, for comparing and for choosing a font; never for display.

use std::sync::LazyLock;

use ferrous_opencc::{OpenCC, config::BuiltinConfig};

use super::Lang;

/// Traditional to simplified, Hong Kong's own variants (衞, 峯) included.
static SIMPLIFIER: LazyLock<OpenCC> = LazyLock::new(|| dictionary(BuiltinConfig::Hk2s));

/// Traditional to simplified, leaving alone what is simplified already.
static TELLER: LazyLock<OpenCC> = LazyLock::new(|| dictionary(BuiltinConfig::T2s));

#[expect(clippy::expect_used, reason = "the dictionaries are compiled in, so they load or no test passes")]
fn dictionary(config: BuiltinConfig) -> OpenCC {
    OpenCC::from_config(config).expect("a built-in dictionary")
}

/// Stands between characters while they are converted: a noncharacter, so no text has it.
const APART: char = '\u{FDD0}';

/// The text with every traditional character simplified by itself, so that a character becomes the
/// same wherever it stands (by phrases, 乾 would differ in 乾隆 and alone).
#[must_use]
pub fn simplify(text: &str) -> String {
    if !text.contains(is_han) {
        return text.to_owned();
    }
    let apart: String = text.chars().flat_map(|c| [c, APART]).collect();
    // A few traditional characters become what is itself a traditional form of a third (薴, 苧, 苎).
    SIMPLIFIER.convert(&SIMPLIFIER.convert(&apart)).replace(APART, "")
}

/// The script a Chinese name or word is written in, as far as it shows; where it does not, the
/// reader's own.
#[must_use]
pub fn script(text: &str, reader: Lang) -> Lang {
    match (TELLER.convert(text) != text, reader) {
        (true, _) => Lang::ZhHant,
        (false, Lang::En) => Lang::ZhHans,
        (false, reader) => reader,
    }
}

/// Whether it is a Chinese character (Unicode property Ideographic, as far as names use it).
#[must_use]
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn both_scripts_and_hong_kong_variants_become_one() {
        for (traditional, simplified) in
            [("張", "张"), ("衞", "卫"), ("衛", "卫"), ("峯", "峰"), ("乾", "干")]
        {
            assert_eq!(simplify(traditional), simplify(simplified), "{traditional}");
        }
        assert_eq!(simplify("張Tai大文"), "张Tai大文");
    }

    #[test]
    fn no_character_changes_a_second_time() {
        let all: String = ('\u{3400}'..='\u{9FFF}').collect();
        let once = simplify(&all);
        assert_eq!(simplify(&once), once);
    }

    #[test]
    fn a_name_says_its_script_where_it_can() {
        assert_eq!(script("陳大文", Lang::ZhHans), Lang::ZhHant);
        assert_eq!(script("王一", Lang::ZhHant), Lang::ZhHant);
        assert_eq!(script("陈大文", Lang::En), Lang::ZhHans);
    }

    proptest! {
        #[test]
        fn a_character_does_not_depend_on_its_neighbours(a in "[\u{4E00}-\u{9FFF}]{0,6}", b in "[\u{4E00}-\u{9FFF}]{0,6}") {
            prop_assert_eq!(simplify(&format!("{a}{b}")), simplify(&a) + &simplify(&b));
        }
    }
}
