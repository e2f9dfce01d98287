//! The access matrix: every route, everybody who may ask, and what they get.
//!
//! `pages.txt`, `console.txt`, `companies.txt`, `allocation.txt` and those that begin with `api` are the matrix. A route without a row
//! fails, and so does a row without a route.

pub mod ask;
mod bodies;
mod calls;
mod links;
mod people;
pub mod table;
pub mod world;

use std::collections::BTreeSet;

use ask::{Surface, outcome, refused};
use plenary::{api, http::routes::Entry, web};
use table::{Row, rows};
use world::World;

use crate::support::app::TestApp;

const PAGES: Surface = Surface { prefix: "", people: "" };
const API: Surface = Surface { prefix: "/api", people: "api/" };

/// Both tables, each with how its routes are asked for.
pub fn matrix() -> [(Surface, Vec<Row>); 2] {
    [
        (
            PAGES,
            rows(concat!(
                include_str!("pages.txt"),
                include_str!("console.txt"),
                include_str!("companies.txt"),
                include_str!("allocation.txt"),
            )),
        ),
        (
            API,
            rows(concat!(
                include_str!("api.txt"),
                include_str!("api-reviews.txt"),
                include_str!("api-mail.txt"),
                include_str!("api-programme.txt")
            )),
        ),
    ]
}

#[test]
fn every_route_has_its_row_and_every_row_its_route() {
    for ((_, rows), routes) in matrix().into_iter().zip([web::routes::table(), api::routes::table()]) {
        let name = |entry: &Entry| (entry.method.to_string(), entry.path.to_owned());
        let routes: BTreeSet<_> = routes.iter().map(name).collect();
        let listed: Vec<_> = rows.into_iter().map(|row| row.route).collect();
        let rows: BTreeSet<_> = listed.iter().cloned().collect();
        assert_eq!(listed.len(), rows.len(), "a row stands twice");
        let missing: Vec<_> = routes.difference(&rows).collect();
        assert!(missing.is_empty(), "routes without a row in tests/it/access: {missing:#?}");
        let idle: Vec<_> = rows.difference(&routes).collect();
        assert!(idle.is_empty(), "rows without a route in tests/it/access: {idle:#?}");
    }
}

/// What is read, and what is refused, changes nothing, so that one world serves for all of it. What is done may
/// end what the next one asks for: it is asked for again in a fresh world before it counts as refused.
#[tokio::test(flavor = "multi_thread")]
async fn everybody_gets_what_the_matrix_says() {
    let world = World::make().await;
    let (mut wrong, mut acts) = (Vec::new(), Vec::new());
    for (surface, rows) in matrix() {
        for Row { route, cells } in rows {
            for (who, expected) in cells {
                if expected == "ok" && route.0 != "GET" {
                    acts.push((surface, route.clone(), who));
                    continue;
                }
                let got = outcome(&surface.ask(&world, &route, who).await);
                if got != expected {
                    wrong.push(format!("{who} {} {}: {got}, not {expected}", route.0, route.1));
                }
            }
        }
    }
    let (seed, regrow) = world.into_seed();
    let mut world = regrow(seed.grow().await);
    for (surface, route, who) in acts {
        if outcome(&surface.ask(&world, &route, who).await) == "ok" {
            continue;
        }
        world = regrow(seed.grow().await);
        let got = outcome(&surface.ask(&world, &route, who).await);
        if got != "ok" {
            wrong.push(format!("{who} {} {}: {got}, not ok", route.0, route.1));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The other edition's rows do not exist under this edition's address, even for those who may do everything.
#[tokio::test(flavor = "multi_thread")]
async fn nobody_reaches_a_row_through_another_edition() {
    let mut world = World::make().await;
    let slug = world.here["{edition}"].clone();
    world.here = world.elsewhere.clone();
    world.here.insert("{edition}".to_owned(), slug);
    let mut wrong = Vec::new();
    for (surface, rows) in matrix() {
        for Row { route, .. } in rows {
            let of_a_row = route.1.contains("{edition}/") && route.1.contains("/{id}");
            if !of_a_row {
                continue;
            }
            let got = outcome(&surface.ask_rightly(&world, &route, "admin").await);
            if got != "404" {
                wrong.push(format!("{} {}: {got}", route.0, route.1));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// A link that was altered, made for another purpose or replaced opens nothing.
#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_is_not_quite_right_opens_nothing() {
    let world = World::make().await;
    let links: Vec<String> = world.here.keys().filter(|name| name.ends_with("/{token}")).cloned().collect();
    assert!(links.len() > 1, "there are links");
    let purposes = links.iter().map(|name| world.here[name].clone()).collect::<Vec<_>>();
    for (_, rows) in matrix() {
        for Row { route: (method, pattern), .. } in rows {
            let Some(prefix) = links.iter().find(|name| pattern.contains(name.as_str())) else { continue };
            let right = &world.here[prefix];
            let others = purposes.iter().filter(|token| *token != right).cloned();
            for wrong in others.chain(refused(right)) {
                let mut parameters = world.here.clone();
                parameters.insert(prefix.clone(), wrong.clone());
                let path = world::fill(&pattern, &parameters);
                let page = match method.as_str() {
                    "GET" => world.who("visitor").get(&path).await,
                    _ => world.who("visitor").post(&path, &[]).await,
                };
                assert_eq!(page.status, 404, "{method} {path}");
            }
        }
    }
}

/// What is not published does not exist for the public.
#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_nowhere_to_be_seen() {
    let app = TestApp::start().await;
    let slug = app.draft("2028").await.slug;
    let visitor = app.visitor();
    for path in ["", "/register", "/received", "/manage"] {
        visitor.get(&format!("/en/{slug}{path}")).await.expect(404);
    }
    visitor.get("/").await.expect(404);
    visitor.get(&format!("/api/v1/editions/{slug}")).await.expect(404);
}
