//! Which module may use which.

/// The modules of each floor, left to right.
pub const FLOORS: [&[&str]; 6] = [
    &["values", "error", "formats", "solver"],
    &["config", "i18n", "keys", "db", "audit", "files", "mail"],
    &[
        "accounts",
        "editions",
        "questions",
        "capacity",
        "speakers",
        "companies",
        "calls",
        "submissions",
        "reviews",
        "programme",
        "allocation",
        "registrations",
    ],
    &["campaigns", "webhooks", "cloning", "transfer", "privacy", "overview", "outbox", "sample"],
    &["http", "web", "api", "jobs", "cli"],
    &["server", "main"],
];

/// The one macro of our own, exported at the root.
const EXPORTED: &str = "text_enum";

/// Why `from` may not use `to`, if so.
pub fn forbidden(from: &str, to: &str) -> Option<&'static str> {
    if from == to || to == EXPORTED {
        return None;
    }
    let (Some(here), Some(there)) = (place(from), place(to)) else {
        return Some("a module that has no floor");
    };
    match (here.0, there.0) {
        // Values answer reasons, and reasons carry values.
        (0, 0) if from == "values" && to == "error" => None,
        (here, there) if here < there => Some("it stands on a higher floor"),
        (here, there) if here > there => None,
        (3, _) => Some("siblings of floor 3 do not know each other"),
        (4, _) if to != "http" => Some("siblings of floor 4 do not know each other"),
        _ if here.1 < there.1 => Some("it stands to its right"),
        _ => None,
    }
}

/// Whether the module may name Actix.
pub fn is_surface(module: &str) -> bool {
    place(module).is_some_and(|(floor, _)| floor >= 4)
}

/// Floor and place on it.
fn place(module: &str) -> Option<(usize, usize)> {
    let on = |floor: &&[&str]| floor.iter().position(|name| *name == module);
    FLOORS.iter().enumerate().find_map(|(number, floor)| Some((number, on(floor)?)))
}
