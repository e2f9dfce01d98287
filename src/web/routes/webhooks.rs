//! Webhooks, on the console of the whole site.

use crate::{
    http::routes::{Entry, get, post},
    web::console::webhooks,
};

pub(super) fn table() -> Vec<Entry> {
    vec![
        get("/console/site/webhooks", webhooks::list),
        get("/console/site/webhooks/new", webhooks::add),
        post("/console/site/webhooks/new", webhooks::create),
        get("/console/site/webhooks/{id}", webhooks::show),
        get("/console/site/webhooks/{id}/edit", webhooks::edit),
        post("/console/site/webhooks/{id}/edit", webhooks::change),
        post("/console/site/webhooks/{id}/rotate", webhooks::rotate),
        post("/console/site/webhooks/{id}/pause", webhooks::pause),
        post("/console/site/webhooks/{id}/resume", webhooks::resume),
        post("/console/site/webhooks/{id}/remove", webhooks::remove),
        post("/console/site/webhooks/{id}/test", webhooks::test),
        post("/console/site/webhooks/{id}/redeliver", webhooks::redeliver_failed),
        get("/console/site/webhooks/{id}/deliveries/{delivery}", webhooks::delivery),
        post("/console/site/webhooks/{id}/deliveries/{delivery}/redeliver", webhooks::redeliver),
    ]
}
