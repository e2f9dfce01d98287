//! The lists of an edition in the console's settings, each with the same pages.

use crate::{
    editions::{Partner, Room, SideEvent, Track},
    http::routes::{Entry, get, post},
    web::console::settings,
};

/// The table of these lists.
pub(super) fn table() -> Vec<Entry> {
    vec![
        get("/console/{edition}/settings/partners", settings::parts::<Partner>),
        post("/console/{edition}/settings/partners/order", settings::reorder_parts::<Partner>),
        get("/console/{edition}/settings/partners/new", settings::part::<Partner>),
        post("/console/{edition}/settings/partners/new", settings::save_part::<Partner>),
        get("/console/{edition}/settings/partners/{id}", settings::part::<Partner>),
        post("/console/{edition}/settings/partners/{id}", settings::save_part::<Partner>),
        post("/console/{edition}/settings/partners/{id}/remove", settings::remove_part::<Partner>),
        get("/console/{edition}/settings/tracks", settings::parts::<Track>),
        post("/console/{edition}/settings/tracks/order", settings::reorder_parts::<Track>),
        get("/console/{edition}/settings/tracks/new", settings::part::<Track>),
        post("/console/{edition}/settings/tracks/new", settings::save_part::<Track>),
        get("/console/{edition}/settings/tracks/{id}", settings::part::<Track>),
        post("/console/{edition}/settings/tracks/{id}", settings::save_part::<Track>),
        post("/console/{edition}/settings/tracks/{id}/remove", settings::remove_part::<Track>),
        get("/console/{edition}/settings/rooms", settings::parts::<Room>),
        post("/console/{edition}/settings/rooms/order", settings::reorder_parts::<Room>),
        get("/console/{edition}/settings/rooms/new", settings::part::<Room>),
        post("/console/{edition}/settings/rooms/new", settings::save_part::<Room>),
        get("/console/{edition}/settings/rooms/{id}", settings::part::<Room>),
        post("/console/{edition}/settings/rooms/{id}", settings::save_part::<Room>),
        post("/console/{edition}/settings/rooms/{id}/remove", settings::remove_part::<Room>),
        get("/console/{edition}/settings/side-events", settings::parts::<SideEvent>),
        post("/console/{edition}/settings/side-events/order", settings::reorder_parts::<SideEvent>),
        get("/console/{edition}/settings/side-events/new", settings::part::<SideEvent>),
        post("/console/{edition}/settings/side-events/new", settings::save_part::<SideEvent>),
        get("/console/{edition}/settings/side-events/{id}", settings::part::<SideEvent>),
        post("/console/{edition}/settings/side-events/{id}", settings::save_part::<SideEvent>),
        get("/console/{edition}/settings/side-events/{id}/registration", settings::registration),
        post("/console/{edition}/settings/side-events/{id}/registration", settings::open_registration),
        post("/console/{edition}/settings/side-events/{id}/remove", settings::remove_part::<SideEvent>),
    ]
}
