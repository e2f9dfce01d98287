//! Every template is rendered in every language, and nothing is missing in any of them: a text that is not
//! there, or lacks an argument, is logged as an error, which fails whoever asked (see `support::page`).

use std::collections::{BTreeMap, BTreeSet};

use plenary::values::Lang;

use crate::{
    access::{
        ask::Surface,
        matrix,
        table::Row,
        world::{World, fill},
    },
    architecture::{Source, sources},
};

/// The views of the program: the type of each, as it is logged, and its template.
fn views() -> BTreeMap<String, String> {
    let mut views = BTreeMap::new();
    for Source { path, text } in sources("src") {
        let module = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
        for rest in text.split("#[template(path = \"").skip(1) {
            let template = rest.split('"').next().unwrap().to_owned();
            let name = rest.split_once("struct ").expect("a view").1;
            let name = name.split(|letter: char| !letter.is_alphanumeric()).next().unwrap();
            views.insert(format!("plenary::{}::{name}", module.replace('/', "::")), template);
        }
    }
    views
}

#[test]
fn every_template_is_used() {
    let named: BTreeSet<String> = views().into_values().collect();
    let templates = sources("templates").into_iter().filter(|file| !file.path.starts_with("templates/mail/"));
    let templates: Vec<Source> = templates.collect();
    let included = |name: &str| templates.iter().any(|file| file.text.contains(&format!("\"{name}\"")));
    let name = |file: &Source| file.path.trim_start_matches("templates/").to_owned();
    let idle = templates.iter().map(name).filter(|name| !named.contains(name) && !included(name));
    assert_eq!(idle.collect::<Vec<_>>(), Vec::<String>::new(), "templates that nothing shows");
}

/// Asks for every page as somebody who may see it, then presses every button with nothing typed.
#[tokio::test(flavor = "multi_thread")]
async fn every_template_is_rendered_in_every_language() {
    let views = views();
    let (seed, regrow) = World::make().await.into_seed();
    let mut rendered = BTreeSet::new();
    for lang in Lang::ALL {
        let world = regrow(seed.grow().await);
        let [(pages, rows), (api, operations)] = matrix();
        let (reads, acts): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|row| row.route.0 == "GET");
        // The last first: the earliest acts sign out.
        for row in reads.into_iter().chain(acts.into_iter().rev()) {
            rendered.extend(in_language(&world, pages, row, *lang).await);
        }
        let docs = operations.iter().find(|row| row.route.1 == "/docs").expect("a reference page");
        rendered.extend(in_language(&world, api, docs, *lang).await);
    }
    let missing = views.iter().flat_map(|(view, template)| {
        let seen = |lang: &&Lang| !rendered.contains(&(view.clone(), **lang));
        Lang::ALL.iter().filter(seen).map(move |lang| format!("{template} in {lang}"))
    });
    assert_eq!(missing.collect::<Vec<_>>(), Vec::<String>::new(), "templates that no page here shows");
}

/// The templates that this row's answer was rendered from.
async fn in_language(world: &World, surface: Surface, row: &Row, lang: Lang) -> Vec<(String, Lang)> {
    let mut here = world.here.clone();
    here.insert("{lang}".to_owned(), lang.to_string());
    let path = format!("{}{}", surface.prefix, fill(&row.route.1, &here));
    let path = if row.route.1.starts_with("/{lang}") { path } else { format!("{path}?lang={lang}") };
    let client = world.who(&format!("{}{}", surface.people, row.somebody()));
    let page = if row.route.0 == "GET" { client.get(&path).await } else { client.post(&path, &[]).await };
    // A mail in the mailbox is HTML too, and no page.
    if !page.templates.is_empty() && page.header("content-type").starts_with("text/html") {
        assert!(page.body.contains(&format!("<html lang=\"{lang}\"")), "{path} is not in {lang}");
    }
    page.templates.into_iter().map(|view| (view, lang)).collect()
}
