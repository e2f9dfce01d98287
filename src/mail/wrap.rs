//! Paragraphs, and plain text set to 78 columns (RFC 5322 section 2.1.1), Chinese counted double.

use super::links::{CLOSE, OPEN};

/// Columns of a line of plain text.
const COLUMNS: usize = 78;

/// The paragraphs of a template's text: separated by empty lines; other line ends only keep the
/// source readable, and between two Chinese characters they leave no space.
#[must_use]
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let mut found: Vec<String> = vec![String::new()];
    for line in text.lines().map(str::trim) {
        let Some(current) = found.last_mut() else { continue };
        if line.is_empty() {
            if !current.is_empty() {
                found.push(String::new());
            }
            continue;
        }
        let joins = current.chars().last().is_some_and(is_wide) && line.chars().next().is_some_and(is_wide);
        if !current.is_empty() && !joins {
            current.push(' ');
        }
        current.push_str(line);
    }
    found.retain(|paragraph| !paragraph.is_empty());
    found
}

/// `paragraph` in lines of at most 78 columns, broken at spaces and between Chinese characters, never before
/// a closing or after an opening mark (CLREQ section 3.1.3). A word that is longer, and any link, has a line of its own.
#[must_use]
pub(super) fn wrap(paragraph: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let (mut line, mut columns) = (String::new(), 0);
    for piece in pieces(paragraph) {
        let width = piece.trim_end().chars().map(columns_of).sum::<usize>();
        let alone = piece.contains(OPEN) || line.contains(OPEN);
        if !line.is_empty() && (alone || columns + width > COLUMNS) {
            lines.push(line.trim_end().to_owned());
            line.clear();
            columns = 0;
        }
        line.push_str(&piece);
        columns += piece.chars().map(columns_of).sum::<usize>();
    }
    lines.push(line.trim_end().to_owned());
    lines.join("\n")
}

/// The smallest parts that stay together, each with the space that follows it.
fn pieces(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut piece = String::new();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        piece.push(c);
        if rest.peek().is_none_or(|&next| may_break(c, next)) {
            found.push(std::mem::take(&mut piece));
        }
    }
    found
}

fn may_break(c: char, next: char) -> bool {
    // What stands right before a link would make another address of it, one that carries the secret to somebody else's host.
    if next == OPEN || (c == CLOSE && next != ' ') {
        return true;
    }
    if c == ' ' {
        return next != ' ';
    }
    next != ' ' && (is_wide(c) || is_wide(next)) && !opens(c) && !closes(next)
}

fn opens(c: char) -> bool {
    matches!(c, '（' | '「' | '『' | '《' | '〈' | '【' | '〔' | '“' | '‘' | '(' | '[')
}

fn closes(c: char) -> bool {
    matches!(
        c,
        '）' | '」'
            | '』'
            | '》'
            | '〉'
            | '】'
            | '〕'
            | '”'
            | '’'
            | '，'
            | '。'
            | '、'
            | '；'
            | '：'
            | '！'
            | '？'
            | '…'
            | ')'
            | ']'
            | ','
            | '.'
            | ';'
            | ':'
            | '!'
            | '?'
            | '%'
    )
}

fn columns_of(c: char) -> usize {
    if is_wide(c) { 2 } else { 1 }
}

/// Whether a fixed-width font gives `c` two columns (UAX 11, the East Asian wide and full-width ranges that occur here).
pub(super) fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FF60}' | '\u{FFE0}'..='\u{FFE6}' | '\u{1F300}'..='\u{1FAFF}'
        | '\u{20000}'..='\u{3FFFD}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn line_ends_in_a_source_are_spaces_in_english_and_nothing_in_chinese() {
        assert_eq!(paragraphs("\n one\n two\n\n\n three \n"), ["one two", "three"]);
        assert_eq!(paragraphs("歡迎\n您。"), ["歡迎您。"]);
    }

    #[test]
    fn a_chinese_line_ends_before_no_comma() {
        let text = format!("{}，然後", "一".repeat(39));
        assert_eq!(wrap(&text), format!("{}\n一，然後", "一".repeat(38)));
    }

    #[test]
    fn a_link_has_a_line_of_its_own() {
        assert_eq!(wrap("See \u{FDD0}manage\u{FDD1} for more"), "See\n\u{FDD0}manage\u{FDD1}\nfor more");
    }

    #[test]
    fn nothing_can_be_written_around_a_link_that_makes_another_address_of_it() {
        let wrapped = wrap("https://evil.example/?\u{FDD0}manage\u{FDD1}.evil.example");
        assert_eq!(wrapped, "https://evil.example/?\n\u{FDD0}manage\u{FDD1}\n.evil.example");
    }

    proptest! {
        #[test]
        fn no_line_is_too_long_and_nothing_is_lost(text in "[a-z一-龥，。 ]{0,300}") {
            let text = text.split_whitespace().filter(|word| word.len() < 70).collect::<Vec<_>>().join(" ");
            let wrapped = wrap(&text);
            let strip = |text: &str| text.replace([' ', '\n'], "");
            prop_assert_eq!(strip(&wrapped), strip(&text));
            for line in wrapped.lines() {
                let punctuation = line.chars().rev().take_while(|&c| closes(c)).count();
                let columns: usize = line.chars().map(columns_of).sum();
                prop_assert!(columns <= COLUMNS + 2 * punctuation, "{columns}: {line}");
            }
        }
    }
}
