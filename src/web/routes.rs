//! Every page and every act behind a button, in one table.

use super::{
    account::{invitation, sign_in, sign_in_mail},
    console::{registrations, today},
    entry,
    public::{home, manage, new_address, offer, received, register, ticket},
};
use crate::http::{
    assets,
    routes::{Entry, get, post},
};

/// The table; patterns are tried from top to bottom.
#[must_use]
pub fn table() -> Vec<Entry> {
    vec![
        get("/", entry::start),
        get("/assets/{fingerprint}/{path:.*}", assets::serve),
        // What mailed links lead to.
        get("/m/{token}", manage::enter),
        get("/t/{token}", ticket::show),
        get("/t/{token}/ticket.png", ticket::code),
        get("/t/{token}/calendar.ics", ticket::calendar),
        get("/o/{token}", offer::show),
        post("/o/{token}/accept", offer::accept),
        post("/o/{token}/decline", offer::decline),
        get("/address/{token}", new_address::show),
        post("/address/{token}", new_address::prove),
        get("/in/{token}", sign_in_mail::link),
        post("/in/{token}", sign_in_mail::press),
        get("/invitation/{token}", invitation::show),
        post("/invitation/{token}", invitation::accept),
        // Signing in and out.
        get("/sign-in", sign_in::show),
        post("/sign-in", sign_in::submit),
        post("/sign-in/mail", sign_in_mail::ask),
        get("/sign-in/code", sign_in_mail::show),
        post("/sign-in/code", sign_in_mail::submit),
        post("/sign-out", sign_in::out),
        // The console of an edition.
        get("/console/{edition}", today::show),
        get("/console/{edition}/registrations", registrations::list),
        get("/console/{edition}/registrations/export.csv", registrations::export),
        get("/console/{edition}/registrations/new", registrations::add),
        post("/console/{edition}/registrations/new", registrations::enter),
        get("/console/{edition}/registrations/{id}", registrations::detail),
        get("/console/{edition}/registrations/{id}/correct", registrations::correction),
        post("/console/{edition}/registrations/{id}/correct", registrations::correct),
        post("/console/{edition}/registrations/{id}/approve", registrations::approve),
        post("/console/{edition}/registrations/{id}/decline", registrations::decline),
        post("/console/{edition}/registrations/{id}/resend", registrations::resend),
        post("/console/{edition}/registrations/{id}/cancel", registrations::cancel),
        post("/console/{edition}/registrations/{id}/erase", registrations::erase),
        // The public pages of an edition.
        get("/{lang}/{edition}", home::show),
        get("/{lang}/{edition}/register", register::show),
        post("/{lang}/{edition}/register", register::submit),
        get("/{lang}/{edition}/received", received::show),
        post("/{lang}/{edition}/send-again", received::send_again),
        get("/{lang}/{edition}/manage", manage::show),
        post("/{lang}/{edition}/manage/address", new_address::ask),
        get("/{lang}/{edition}/manage/ticket.png", manage::code),
        get("/{lang}/{edition}/manage/calendar.ics", manage::calendar),
        get("/{lang}/{edition}/manage/data.json", manage::copy),
        post("/{lang}/{edition}/manage/change", manage::change),
        post("/{lang}/{edition}/manage/consents", manage::consent),
        post("/{lang}/{edition}/manage/cancel", manage::cancel),
        post("/{lang}/{edition}/manage/erase", manage::erase),
    ]
}
