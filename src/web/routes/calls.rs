//! The calls of an edition in the console: their forms, codes, rounds, panels, and who gets what they have to give.

use crate::{
    http::routes::{Entry, get, post},
    web::console::{allocation, calls, questions},
};

/// The table of calls.
pub(super) fn table() -> Vec<Entry> {
    vec![
        get("/console/{edition}/calls", calls::list),
        post("/console/{edition}/calls/order", calls::reorder),
        get("/console/{edition}/calls/new", calls::form),
        post("/console/{edition}/calls/new", calls::save),
        get("/console/{edition}/calls/{id}", calls::form),
        post("/console/{edition}/calls/{id}", calls::save),
        post("/console/{edition}/calls/{id}/list", calls::show_call),
        post("/console/{edition}/calls/{id}/unlist", calls::unlist),
        post("/console/{edition}/calls/{id}/close", calls::close),
        post("/console/{edition}/calls/{id}/archive", calls::archive),
        get("/console/{edition}/calls/{call}/form", questions::list),
        post("/console/{edition}/calls/{call}/form/order", questions::reorder),
        get("/console/{edition}/calls/{call}/form/new", questions::form),
        post("/console/{edition}/calls/{call}/form/new", questions::save),
        get("/console/{edition}/calls/{call}/form/{id}", questions::form),
        post("/console/{edition}/calls/{call}/form/{id}", questions::save),
        post("/console/{edition}/calls/{call}/form/{id}/archive", questions::archive),
        get("/console/{edition}/calls/{call}/codes", calls::codes),
        post("/console/{edition}/calls/{call}/codes", calls::issue_code),
        post("/console/{edition}/calls/{call}/codes/{id}/revoke", calls::revoke_code),
        get("/console/{edition}/calls/{call}/rounds", calls::rounds),
        post("/console/{edition}/calls/{call}/rounds/order", calls::reorder_rounds),
        get("/console/{edition}/calls/{call}/rounds/new", calls::round),
        post("/console/{edition}/calls/{call}/rounds/new", calls::save_round),
        get("/console/{edition}/calls/{call}/rounds/{id}", calls::round),
        post("/console/{edition}/calls/{call}/rounds/{id}", calls::save_round),
        post("/console/{edition}/calls/{call}/rounds/{id}/close", calls::close_round),
        post("/console/{edition}/calls/{call}/rounds/{id}/remove", calls::remove_round),
        get("/console/{edition}/calls/{call}/reviewers", calls::panel),
        post("/console/{edition}/calls/{call}/reviewers", calls::save_panel),
        post("/console/{edition}/calls/{call}/reviewers/share-out", calls::share_out),
        get("/console/{edition}/calls/{call}/ranking", calls::ranking),
        get("/console/{edition}/calls/{call}/allocation", allocation::show),
        post("/console/{edition}/calls/{call}/allocation", allocation::propose),
        post("/console/{edition}/calls/{call}/allocation/places", allocation::add_places),
        post("/console/{edition}/calls/{call}/allocation/places/{id}/remove", allocation::remove_place),
        post("/console/{edition}/calls/{call}/allocation/settle", allocation::settle),
        post("/console/{edition}/calls/{call}/allocation/accept", allocation::accept),
        get("/console/{edition}/calls/{call}/passes", calls::passes),
        post("/console/{edition}/calls/{call}/passes", calls::save_passes),
        post("/console/{edition}/calls/{call}/passes/{id}", calls::save_pass_block),
    ]
}
