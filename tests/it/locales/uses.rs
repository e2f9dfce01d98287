//! Which keys the program and its templates ask for, as far as their text tells.

use std::collections::{BTreeMap, BTreeSet};

use crate::architecture::{Source, sources};

/// A key asked for by name, with the names of the arguments given.
pub struct Call {
    pub key: String,
    pub arguments: BTreeSet<String>,
    pub at: String,
}

/// The program without its tests, and the pages' templates. Mails have their own (see `mail`).
fn searched() -> Vec<Source> {
    let mut found: Vec<Source> = ["src", "templates"].into_iter().flat_map(sources).collect();
    for source in &mut found {
        let own = source.text.split("#[cfg(test)]").next().unwrap_or_default();
        let code = own.lines().filter(|line| !line.trim_start().starts_with("//"));
        source.text = code.collect::<Vec<_>>().join("\n");
    }
    found
}

/// Every text between double quotes in one line.
pub fn literals() -> BTreeSet<String> {
    let quoted = |source: Source| {
        let lines = source.text.lines().map(str::to_owned).collect::<Vec<_>>();
        lines.into_iter().flat_map(|line| line.split('"').map(str::to_owned).collect::<Vec<_>>())
    };
    searched().into_iter().flat_map(quoted).collect()
}

/// The codes of every reason: where one is made, where a constraint is mapped to one, where a status is.
pub fn codes() -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    for Source { path, text } in searched() {
        for maker in ["Reason::new(", "Error::conflict(", "Error::custom(", "refused("] {
            codes.extend(text.split(maker).skip(1).filter_map(first_literal));
        }
        codes.extend(text.split("const ").skip(1).filter_map(|rest| named_code(rest, &text)));
        if text.contains("Constraints = ") {
            let lists = text.split("Constraints = ").skip(1).map(|rest| rest.split(';').next().unwrap());
            for list in lists {
                codes.extend(list.split('"').skip(1).step_by(2).skip(2).step_by(3).map(str::to_owned));
            }
        }
        if path == "src/http/errors.rs" {
            codes.extend(text.split(" => \"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()));
        }
    }
    codes.retain(|code| code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'));
    codes
}

/// The code that a constant stands for, where the file hands it on as one.
fn named_code(rest: &str, text: &str) -> Option<String> {
    let (name, value) = rest.split_once(": &str = ")?;
    let handed_on = [format!("conflict({name})"), format!(", {name}, now")];
    handed_on.iter().any(|use_of| text.contains(use_of)).then(|| first_literal(value))?
}

/// The literal that `rest` begins with, if it does.
fn first_literal(rest: &str) -> Option<String> {
    rest.trim_start().strip_prefix('"')?.split('"').next().map(str::to_owned)
}

/// Every `t("…")`, `t1("…", …)`, `t2("…", …)`, `text(lang, "…")` and `text_with(lang, "…", …)` with a literal key.
pub fn calls() -> Vec<Call> {
    let mut calls = Vec::new();
    for Source { path, text } in searched() {
        for (opening, skipped) in
            [(".t(", 0), (".t1(", 0), (".t2(", 0), ("i18n::text(", 1), ("text_with(", 1)]
        {
            for rest in text.split(opening).skip(1) {
                let given = arguments(rest);
                let Some(key) = given.get(skipped).and_then(|key| first_literal(key)) else { continue };
                let named = given.iter().skip(skipped + 1).flat_map(|given| names(given));
                calls.push(Call { key, arguments: named.collect(), at: path.clone() });
            }
        }
    }
    calls
}

/// The names in one argument of a call: a literal, or a list of pairs that begin with one.
fn names(argument: &str) -> Vec<String> {
    match argument.trim_start().strip_prefix("&[") {
        Some(pairs) => pairs.split('(').skip(1).filter_map(first_literal).collect(),
        None => first_literal(argument).into_iter().collect(),
    }
}

/// The arguments of a call, from behind its opening bracket.
fn arguments(rest: &str) -> Vec<String> {
    let (mut found, mut depth, mut quoted) = (vec![String::new()], 0_u32, false);
    for letter in rest.chars() {
        match letter {
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' | ']' | '}' if !quoted && depth == 0 => break,
            ')' | ']' | '}' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => {
                found.push(String::new());
                continue;
            }
            _ => {}
        }
        found.last_mut().unwrap().push(letter);
    }
    found
}

/// Beginnings of keys that are finished at run time, and where: `format!("state-{…}")`, `"state-" ~ …`.
pub fn families() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for Source { path, text } in searched() {
        for asked in [".t(", ".t1(", ".t2(", "i18n::text(", "text_with("] {
            for rest in text.split(asked).skip(1) {
                for argument in arguments(rest).into_iter().take(2) {
                    let argument =
                        argument.trim_start().trim_start_matches('&').trim_start_matches("format!(");
                    let Some(literal) = first_literal(argument) else { continue };
                    let made = literal.contains('{') || argument.contains('~');
                    if let (true, Some(family)) = (made, literal.split('{').next()) {
                        found.insert(family.to_owned(), path.clone());
                    }
                }
            }
        }
    }
    found
}

#[test]
fn the_arguments_of_a_call_are_told_apart() {
    let given = arguments(r#""a-b", "n", f(x, "y, z"), "m", list[0]) and more(1, 2)"#);
    assert_eq!(given, [r#""a-b""#, r#" "n""#, r#" f(x, "y, z")"#, r#" "m""#, " list[0]"]);
    assert_eq!(names(r#" &[("one", Arg::from(1)), ("two", x)]"#), ["one", "two"]);
}
