//! The walls between the modules, as `docs/ARCHITECTURE.md` draws them.

mod floors;
mod paths;
mod sources;

use std::collections::BTreeMap;

use floors::{FLOORS, forbidden};
use paths::{crate_paths, names_crate_of};
use sources::lines_of_code;
pub use sources::{Source, sources};

/// Edges, table names, Actix and unsafe code: what one source does that its floor must not.
fn trespasses(source: &Source) -> Vec<String> {
    let (module, file) = (source.module(), &source.path);
    let code = lines_of_code(&source.text);
    let paths = crate_paths(&code);
    let mut found = Vec::new();
    for path in &paths {
        if let Some(reason) = forbidden(module, &path[0]) {
            found.push(format!("{file}: uses {}: {reason}", path.join("::")));
        }
        if path.starts_with(&["db".to_owned(), "schema".to_owned()]) && !source.may_name_tables() {
            found.push(format!("{file}: names tables; that is for stores, db, audit, mail and files"));
        }
    }
    // The tests below are one module deeper.
    let (own, tests) = code.split_once("#[cfg(test)]").unwrap_or((&code, ""));
    let climbs = |text: &str, depth: usize| text.contains(&"super::".repeat(depth.max(2)));
    if climbs(own, source.depth()) || climbs(tests, source.depth() + 1) {
        found.push(format!("{file}: write crate:: in place of so many super::, for this test to read"));
    }
    if names_crate_of(&code, "actix") && !floors::is_surface(module) {
        found.push(format!("{file}: names Actix below floor 4"));
    }
    if floors::is_surface(module)
        && ["files::open(", "files::of(", "files::of_rows(", "files::Owner"]
            .iter()
            .any(|verb| code.contains(verb))
    {
        found.push(format!("{file}: reaches files past the domain that knows who may"));
    }
    if code.contains("unsafe_code") && file != "src/db/embedded/process.rs" {
        found.push(format!("{file}: unsafe code belongs in src/db/embedded/process.rs"));
    }
    found
}

#[test]
fn no_module_reaches_up_or_to_its_right() {
    let found: Vec<String> =
        sources("src").iter().filter(|source| !source.is_root()).flat_map(trespasses).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn a_trespass_of_each_kind_is_found() {
    let cases = [
        ("src/values/email.rs", "use crate::db::Tx;", "higher floor"),
        ("src/db/pool.rs", "use crate::{error::Error, audit::{self, Entry}};", "to its right"),
        ("src/web/home.rs", "fn f() { crate::api::errors::render() }", "siblings"),
        ("src/privacy/mod.rs", "use crate::overview::today;", "siblings"),
        ("src/editions/verbs.rs", "use crate::nowhere::x;", "no floor"),
        ("src/editions/mod.rs", "use crate::db::{Tx, schema::edition};", "names tables"),
        ("src/web/x/store.rs", "use crate::db::schema;", "names tables"),
        ("src/editions/mod.rs", "use super::super::web;", "write crate::"),
        ("src/registrations/mod.rs", "use actix_web::web;", "below floor 4"),
        ("src/web/x.rs", "use crate::files; fn f() { files::open(c, o, i) }", "past the domain"),
        ("src/jobs/mod.rs", "#![expect(unsafe_code)]", "belongs in"),
    ];
    for (path, text, expected) in cases {
        let found = trespasses(&Source::new(path, text));
        assert!(found.iter().any(|said| said.contains(expected)), "{path} {text}: {found:?}");
    }
    let fine = [
        ("src/values/email.rs", "use crate::error::Reason; // actix\n/// crate::web is far above"),
        ("src/editions/store.rs", "use crate::{db::schema::{edition, track}, text_enum, values::*};"),
        ("src/web/home.rs", "use actix_web::web; use crate::{http::App, registrations};"),
        ("src/server/mod.rs", "use crate::{api, jobs, web};"),
        ("src/values/names/title.rs", "use super::super::Lang;"),
        ("src/config/resolve.rs", "const LOG: &str = \"info,actix_server=warn\";"),
        ("src/config/resolve.rs", "#[cfg(test)]\nmod tests { use super::super::Config; }"),
    ];
    for (path, text) in fine {
        assert_eq!(trespasses(&Source::new(path, text)), Vec::<String>::new(), "{path} {text}");
    }
}

#[test]
fn the_map_in_the_docs_draws_the_same_floors() {
    let map = sources::read("docs/ARCHITECTURE.md");
    for (number, floor) in FLOORS.iter().enumerate() {
        let row = map.lines().find(|line| line.starts_with(&format!("| {number} |"))).expect("a row a floor");
        let drawn: Vec<&str> =
            row.split('`').skip(1).step_by(2).filter(|word| floor.contains(word)).collect();
        assert_eq!(drawn, *floor, "floor {number} of docs/ARCHITECTURE.md");
    }
}

#[test]
fn no_file_is_longer_than_a_reader_can_hold() {
    let all = ["src", "tests", "benches"].into_iter().flat_map(sources);
    // Written by a program, and by others: kept as they came.
    let ours = |path: &str| path != "src/db/schema.rs" && !path.starts_with("tests/schemas/");
    let long: Vec<String> = all
        .filter(|source| ours(&source.path) && source.text.lines().count() > 300)
        .map(|source| format!("{}: {} lines; split it by verb", source.path, source.text.lines().count()))
        .collect();
    assert!(long.is_empty(), "\n{}", long.join("\n"));
}

/// The last of two shapes with one name would stand for both in the OpenAPI document.
#[test]
fn no_two_shapes_of_the_api_have_one_name() {
    let mut places = BTreeMap::new();
    for source in sources("src") {
        for named in source.text.split("schema(as = ").skip(1) {
            let name: String = named.chars().take_while(char::is_ascii_alphanumeric).collect();
            if let Some(other) = places.insert(name.clone(), source.path.clone()) {
                panic!("{name} is a shape of {other} and of {}", source.path);
            }
        }
    }
}
