//! What changed from one text to another, line by line. Pure.

/// A line of both texts, or of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// `same`, `gone` or `new`.
    pub(super) kind: &'static str,
    pub(super) text: String,
}

/// The lines of `before` and `after` in one order, with as many as possible the same (the longest common subsequence).
pub(super) fn diff(before: &str, after: &str) -> Vec<Line> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let lengths = common(&old, &new);
    let at = |row: usize, column: usize| {
        lengths.get(row).and_then(|row| row.get(column)).copied().unwrap_or_default()
    };
    let line = |kind, text: &str| Line { kind, text: text.to_owned() };
    let (mut i, mut j, mut told) = (0, 0, Vec::new());
    loop {
        match (old.get(i), new.get(j)) {
            (None, None) => return told,
            (Some(one), Some(other)) if one == other => {
                told.push(line("same", one));
                (i, j) = (i + 1, j + 1);
            }
            (Some(one), other) if other.is_none() || at(i + 1, j) >= at(i, j + 1) => {
                told.push(line("gone", one));
                i += 1;
            }
            (_, Some(other)) => {
                told.push(line("new", other));
                j += 1;
            }
            (Some(_), None) => i += 1,
        }
    }
}

/// How long the longest common subsequence of what follows each pair of lines is.
fn common(old: &[&str], new: &[&str]) -> Vec<Vec<usize>> {
    let mut rows = vec![vec![0; new.len() + 1]];
    for one in old.iter().rev() {
        let below = rows.last().cloned().unwrap_or_default();
        let mut row = vec![0];
        for (column, other) in new.iter().enumerate().rev() {
            let diagonal = below.get(column + 1).copied().unwrap_or_default() + 1;
            let straight = below.get(column).copied().unwrap_or_default();
            let beside = row.last().copied().unwrap_or_default();
            row.push(if one == other { diagonal } else { straight.max(beside) });
        }
        row.reverse();
        rows.push(row);
    }
    rows.reverse();
    rows
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn told(before: &str, after: &str) -> Vec<String> {
        diff(before, after).iter().map(|line| format!("{} {}", line.kind, line.text)).collect()
    }

    #[test]
    fn what_stayed_stands_between_what_went_and_what_came() {
        assert_eq!(told("a\nb\nc", "a\nx\nc"), ["same a", "gone b", "new x", "same c"]);
        assert_eq!(told("", "a"), ["new a"]);
        assert_eq!(told("a", ""), ["gone a"]);
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_out_of_it(before in "[ab\\n]{0,20}", after in "[ab\\n]{0,20}") {
            let lines = diff(&before, &after);
            let of = |not: &str| -> Vec<String> {
                lines.iter().filter(|line| line.kind != not).map(|line| line.text.clone()).collect()
            };
            prop_assert_eq!(of("new"), before.lines().collect::<Vec<_>>());
            prop_assert_eq!(of("gone"), after.lines().collect::<Vec<_>>());
        }
    }
}
