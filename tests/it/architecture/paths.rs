//! Reads the `crate::` paths of a source, nested imports included.

/// Every path that begins at the crate's root, without the `crate`.
pub fn crate_paths(code: &str) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    for (at, root) in code.match_indices("crate::") {
        let (_, rest) = code.split_at(at + root.len());
        read_tree(rest, &[], &mut paths);
    }
    paths
}

/// Whether a path begins with a crate of that family: `actix_web::` for `actix`.
pub fn names_crate_of(code: &str, family: &str) -> bool {
    code.split(family).skip(1).any(|rest| {
        let rest = rest.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_');
        rest.starts_with("::")
    })
}

/// Reads one use tree (Rust Reference, "Use declarations") after `before`; answers what follows it.
fn read_tree<'a>(text: &'a str, before: &[String], paths: &mut Vec<Vec<String>>) -> &'a str {
    let text = text.trim_start();
    if let Some(inner) = text.strip_prefix('{') {
        return read_group(inner, before, paths);
    }
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    if name.is_empty() {
        // A glob: everything below `before`.
        paths.push(before.to_vec());
        return rest.strip_prefix('*').unwrap_or(rest);
    }
    let path = [before, &[name.to_owned()]].concat();
    match rest.strip_prefix("::") {
        Some(deeper) => read_tree(deeper, &path, paths),
        None => {
            paths.push(path);
            rest
        }
    }
}

/// Reads the trees between braces; answers what follows the closing one.
fn read_group<'a>(mut text: &'a str, before: &[String], paths: &mut Vec<Vec<String>>) -> &'a str {
    loop {
        text = text.trim_start().trim_start_matches(',').trim_start();
        match text.strip_prefix('}') {
            Some(after) => return after,
            None if text.is_empty() => return text,
            None => text = skip_alias(read_tree(text, before, paths)),
        }
    }
}

/// `as Name` after an imported path.
fn skip_alias(text: &str) -> &str {
    text.find([',', '}']).map_or("", |end| text.split_at(end).1)
}

#[test]
fn nested_imports_are_unfolded() {
    let code = "use crate::{a::{self, B as C}, d, e::*};\nfn f() { crate::g::h(crate::i!()) }";
    let found: Vec<String> = crate_paths(code).iter().map(|path| path.join("::")).collect();
    assert_eq!(found, ["a::self", "a::B", "d", "e", "g::h", "i"]);
}
