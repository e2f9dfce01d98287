//! Search terms: texts folded so that what differs only in width, case, accents or script is found,
//! and cut into words, Chinese characters and pairs of them.
//!
//! A store keeps [`document`] as `array_to_tsvector(string_to_array($1, ' '))` and asks with
//! [`query`] as `$1::tsquery`: both take the terms as they are, with no parser of PostgreSQL between
//! that would cut Chinese its own way. `to_tsquery('simple', $1)` understands the query too.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use super::chinese::{is_han, simplify};

/// No term is longer, in characters; longer ones are cut, in texts and queries alike.
const LONGEST: usize = 64;

/// A query uses no more terms than this; the rest only would narrow it further.
const MOST: usize = 12;

/// The text without differences that a searcher does not mean: NFKC, lower case, Latin letters
/// without accents, simplified characters.
#[must_use]
pub fn fold(text: &str) -> String {
    let plain: String = text
        .nfkd()
        .flat_map(char::to_lowercase)
        .nfkd()
        .filter(|c| !('\u{300}'..='\u{36F}').contains(c))
        .nfc()
        .collect();
    simplify(&plain)
}

/// The folded letters and digits only: one key for two spellings of a name.
#[must_use]
pub fn key(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Every term under which the texts are found, each once, parted by single spaces.
#[must_use]
pub fn document(parts: &[&str]) -> String {
    let mut terms = BTreeSet::new();
    for part in parts {
        let folded = fold(part);
        terms.extend(folded.split_whitespace().filter_map(compound));
        for run in runs(&folded) {
            match run {
                Run::Word(word) => _ = terms.insert(word),
                Run::Chinese(characters) => {
                    terms.extend(pairs(&characters));
                    terms.extend(characters.into_iter().map(String::from));
                }
            }
        }
    }
    terms.into_iter().collect::<Vec<_>>().join(" ")
}

/// A `tsquery` that asks for every term as a prefix; `None` when there is nothing to ask for.
///
/// Terms consist of letters and digits, so none can end its quotes.
#[must_use]
pub fn query(typed: &str) -> Option<String> {
    let asked: Vec<_> = asked(typed).map(|term| format!("'{term}':*")).collect();
    (!asked.is_empty()).then(|| asked.join(" & "))
}

/// Whether a [`document`] has every term of what was typed as a prefix, as [`query`] asks it of a table;
/// whoever asks for nothing finds everything.
#[must_use]
pub fn finds(document: &str, typed: &str) -> bool {
    asked(typed).all(|term| document.split(' ').any(|known| known.starts_with(&term)))
}

fn asked(typed: &str) -> impl Iterator<Item = String> {
    let terms = runs(&fold(typed)).into_iter().flat_map(|run| match run {
        Run::Word(word) => vec![word],
        Run::Chinese(characters) if characters.len() == 1 => {
            characters.into_iter().map(String::from).collect()
        }
        Run::Chinese(characters) => pairs(&characters).collect(),
    });
    terms.take(MOST)
}

/// Letters and digits that stand together: a word, or Chinese (and kana), which has no spaces.
enum Run {
    Word(String),
    Chinese(Vec<char>),
}

fn runs(folded: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    for piece in folded.split(|c: char| !c.is_alphanumeric()) {
        let mut rest = piece;
        while let Some(first) = rest.chars().next() {
            let chinese = is_unspaced(first);
            let end = rest.find(|c| is_unspaced(c) != chinese).unwrap_or(rest.len());
            let (run, after) = rest.split_at(end);
            runs.push(if chinese {
                Run::Chinese(run.chars().collect())
            } else {
                Run::Word(cut(run.chars()))
            });
            rest = after;
        }
    }
    runs
}

fn pairs(characters: &[char]) -> impl Iterator<Item = String> {
    characters.windows(2).map(|pair| pair.iter().collect())
}

/// The one word that a hyphenated name is to some (`Tai-man`, `O'Brien`).
fn compound(chunk: &str) -> Option<String> {
    let joint = |c| matches!(c, '-' | '\'' | '’' | '\u{2010}' | '\u{2011}');
    let plain = chunk.chars().all(|c| joint(c) || (c.is_alphanumeric() && !is_unspaced(c)));
    let word = cut(chunk.chars().filter(|&c| !joint(c)));
    (plain && chunk.contains(joint) && !word.is_empty()).then_some(word)
}

fn cut(characters: impl Iterator<Item = char>) -> String {
    characters.take(LONGEST).collect()
}

fn is_unspaced(c: char) -> bool {
    is_han(c) || ('\u{3040}'..='\u{30FF}').contains(&c)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    /// What PostgreSQL does with `document` and `query`, and what we do without it.
    fn finds(typed: &str, text: &str) -> bool {
        let document = document(&[text]);
        let by_query = query(typed).unwrap().split(" & ").all(|asked| {
            let prefix = asked.trim_start_matches('\'').trim_end_matches("':*");
            document.split(' ').any(|term| term.starts_with(prefix))
        });
        assert_eq!(super::finds(&document, typed), by_query, "{typed} in {document}");
        by_query
    }

    #[test]
    fn either_script_finds_the_other_by_one_character() {
        assert!(
            finds("張", "张三丰")
                && finds("张", "張三豐")
                && finds("三丰", "張三豐")
                && finds("衞", "卫斯理")
        );
        assert!(!finds("张丰", "張三豐"));
    }

    #[test]
    fn beginnings_of_words_find_a_name() {
        assert!(finds("cheng s", "Cheng Shijun") && finds("ＣＨＥＮＧ", "Chéng Shijun"));
        assert!(finds("yuhang", "Christopher Chao Yu-hang") && finds("Yu-hang", "Chao Yu-hang"));
        assert!(!finds("heng", "Cheng Shijun"));
    }

    #[test]
    fn nothing_to_ask_for_is_no_query() {
        assert_eq!(query(" ' & | ! :* ( "), None);
        assert_eq!(query("a' | 'b").unwrap(), "'a':* & 'b':*");
    }

    #[test]
    fn a_long_query_is_cut() {
        let typed = "字".repeat(500) + &"x".repeat(500);
        assert_eq!(query(&typed).unwrap().matches('&').count(), MOST - 1);
    }

    #[test]
    fn a_key_forgets_spacing_case_and_script() {
        assert_eq!(key("CHAN, Tai-man"), key("Chan Tai Man"));
        assert_eq!(key("陳　大文"), key("陈大文"));
    }

    proptest! {
        #[test]
        fn a_text_is_found_by_itself(text in "\\PC{0,40}") {
            if query(&text).is_some() {
                prop_assert!(finds(&text, &text));
            }
        }

        #[test]
        fn any_text_is_looked_for_in_any_other(text in "\\PC{0,20}", typed in "\\PC{0,4}") {
            if query(&typed).is_some() {
                finds(&typed, &text);
            }
        }

        #[test]
        fn folding_twice_is_folding_once(text in "[\u{4E00}-\u{9FFF}a-zA-ZÀ-žＡ-Ｚ０-９ ]{0,20}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn a_query_is_nothing_but_quoted_terms(text in "(?s:.{0,60})|['\\\\:&|!()<> a張]{0,20}") {
            for asked in query(&text).iter().flat_map(|query| query.split(" & ")) {
                let term = asked.strip_prefix('\'').unwrap().strip_suffix("':*").unwrap();
                prop_assert!(!term.is_empty() && term.chars().all(char::is_alphanumeric));
            }
        }
    }
}
