//! Campaigns, on the console of an edition.

use crate::{
    http::routes::{Entry, get, post},
    web::console::campaigns,
};

pub(super) fn table() -> Vec<Entry> {
    vec![
        get("/console/{edition}/campaigns", campaigns::list),
        get("/console/{edition}/campaigns/new", campaigns::add),
        post("/console/{edition}/campaigns/new", campaigns::create),
        get("/console/{edition}/campaigns/{id}", campaigns::show),
        get("/console/{edition}/campaigns/{id}/edit", campaigns::edit),
        post("/console/{edition}/campaigns/{id}/edit", campaigns::change),
        get("/console/{edition}/campaigns/{id}/people", campaigns::people),
        get("/console/{edition}/campaigns/{id}/text/{lang}", campaigns::text),
        post("/console/{edition}/campaigns/{id}/text/{lang}", campaigns::write),
        post("/console/{edition}/campaigns/{id}/text/{lang}/preview", campaigns::try_out),
        post("/console/{edition}/campaigns/{id}/text/{lang}/test", campaigns::send_test),
        post("/console/{edition}/campaigns/{id}/text/{lang}/remove", campaigns::unwrite),
        post("/console/{edition}/campaigns/{id}/schedule", campaigns::schedule),
        post("/console/{edition}/campaigns/{id}/unschedule", campaigns::unschedule),
        post("/console/{edition}/campaigns/{id}/pause", campaigns::pause),
        post("/console/{edition}/campaigns/{id}/resume", campaigns::resume),
        post("/console/{edition}/campaigns/{id}/stop", campaigns::stop),
        post("/console/{edition}/campaigns/{id}/remove", campaigns::remove),
    ]
}
