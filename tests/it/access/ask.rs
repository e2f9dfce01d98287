//! Asking for a route as somebody, and what the answer amounts to.

use reqwest::Method;
use serde_json::{Value, json};

use super::{
    bodies::{pairs, right},
    world::{World, fill},
};
use crate::support::page::Page;

/// Pages or API: where the patterns begin, and how the askers' names do.
#[derive(Clone, Copy)]
pub struct Surface {
    pub prefix: &'static str,
    pub people: &'static str,
}

impl Surface {
    /// Asks with a form or a body that says as little as possible.
    pub async fn ask(self, world: &World, route: &(String, String), who: &str) -> Page {
        self.send(world, route, who, &json!({})).await
    }

    /// Asks with a form or a body that is right for the kind of row that the pattern names.
    pub async fn ask_rightly(self, world: &World, route: &(String, String), who: &str) -> Page {
        let plural = route.1.split("/{id}").next().unwrap().rsplit('/').next().unwrap();
        self.send(world, route, who, &right(plural)).await
    }

    async fn send(
        self,
        world: &World,
        (method, pattern): &(String, String),
        who: &str,
        body: &Value,
    ) -> Page {
        let client = world.who(&format!("{}{who}", self.people));
        let path = fill(&format!("{}{pattern}", self.prefix), &world.here);
        let method: Method = method.parse().unwrap();
        match (self.prefix, &method) {
            (_, &Method::GET) => client.get(&path).await,
            ("", _) => {
                let pairs = pairs(body);
                let pairs: Vec<_> =
                    pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
                client.post(&path, &pairs).await
            }
            _ => client.send(method, &path, body).await,
        }
    }
}

/// `ok` is in: what was asked for, a way on, a refusal of what was typed or by the present state.
pub fn outcome(page: &Page) -> String {
    match page.status.as_u16() {
        303 if page.location().starts_with("/sign-in?") => "sign-in".to_owned(),
        200..=399 | 409 | 422 => "ok".to_owned(),
        other => other.to_string(),
    }
}

/// Tokens that are almost `right`.
pub fn refused(right: &str) -> Vec<String> {
    let other = if right.ends_with('A') { "B" } else { "A" };
    let (id, tag) = right.split_at(21);
    vec![
        format!("{}{other}", &right[..right.len() - 1]),
        format!("{id}{}", tag.chars().rev().collect::<String>()),
        right[..right.len() - 2].to_owned(),
        format!("{right}AA"),
        "x".to_owned(),
    ]
}
