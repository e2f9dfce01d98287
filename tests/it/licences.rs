//! What Plenary is built from may be given away with it.

use std::process::Command;

use serde_json::Value;

/// Licences (SPDX) that ask for no more than their text and a notice. MPL-2.0 also asks for changed
/// files of the library itself, and we change none.
const PERMITTED: [&str; 14] = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Zlib",
];

/// Whether an SPDX expression leaves a choice that is permitted.
fn permits(expression: &str) -> bool {
    let expression = expression.trim();
    let either = outer_split(expression, " OR ");
    if either.len() > 1 {
        return either.into_iter().any(permits);
    }
    let all = outer_split(expression, " AND ");
    if all.len() > 1 {
        return all.into_iter().all(permits);
    }
    match expression.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        Some(inner) => permits(inner),
        // An exception (`WITH`) only ever permits more.
        None => PERMITTED.contains(&expression.split(" WITH ").next().unwrap()),
    }
}

/// Splits at `operator` where it stands outside brackets.
fn outer_split<'a>(expression: &'a str, operator: &str) -> Vec<&'a str> {
    let open = |text: &str| text.matches('(').count() > text.matches(')').count();
    let cuts = expression.match_indices(operator).filter(|(at, _)| !open(&expression[..*at]));
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, _) in cuts {
        parts.push(&expression[start..at]);
        start = at + operator.len();
    }
    parts.push(&expression[start..]);
    parts
}

#[test]
fn every_dependency_is_under_a_permitted_licence() {
    let cargo = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--locked", "--offline"])
        .args(["--filter-platform=x86_64-unknown-linux-gnu", "--manifest-path"])
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&cargo.stdout).expect("cargo describes the packages");
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 100, "only {} packages", packages.len());
    let refused: Vec<String> = packages
        .iter()
        .filter(|package| !permits(&package["license"].as_str().unwrap_or("none").replace('/', " OR ")))
        .map(|package| format!("{}: {}", package["name"], package["license"]))
        .collect();
    assert!(refused.is_empty(), "\n{}", refused.join("\n"));
}

#[test]
fn an_expression_needs_one_permitted_choice() {
    for fine in ["MIT", "GPL-3.0 OR MIT", "(MIT OR GPL-2.0) AND ISC", "Apache-2.0 WITH LLVM-exception"] {
        assert!(permits(fine), "{fine}");
    }
    for refused in ["GPL-3.0-or-later", "MIT AND GPL-2.0", "(GPL-3.0 OR LGPL-3.0) AND MIT", "none"] {
        assert!(!permits(refused), "{refused}");
    }
}
