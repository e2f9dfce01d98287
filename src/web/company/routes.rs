//! The pages of companies, in one table.

use super::{act, application, edit, list, logo, offer, passes, show};
use crate::http::routes::{Entry, get, post};

/// The table; it comes before the others, whose patterns are wider.
pub(in crate::web) fn routes() -> Vec<Entry> {
    vec![
        // Where a colleague's invitation leads.
        get("/company/{token}", offer::show),
        post("/company/{token}/accept", offer::accept),
        post("/company/{token}/decline", offer::decline),
        // Her companies.
        get("/{lang}/account/companies", list::list),
        get("/{lang}/account/companies/new", list::new),
        post("/{lang}/account/companies/new", list::found),
        get("/{lang}/account/companies/{company}", show::show),
        get("/{lang}/account/companies/{company}/edit", edit::form),
        post("/{lang}/account/companies/{company}/edit", edit::change),
        post("/{lang}/account/companies/{company}/logo", logo::send),
        post("/{lang}/account/companies/{company}/logo/remove", logo::remove),
        get("/{lang}/account/companies/{company}/logo/{file}", logo::show),
        post("/{lang}/account/companies/{company}/invite", act::invite),
        post("/{lang}/account/companies/{company}/invitations/{id}/withdraw", act::withdraw),
        post("/{lang}/account/companies/{company}/leave", act::leave),
        // What it applies for.
        post("/{lang}/account/companies/{company}/demos/{edition}/{call}/start", application::start),
        get("/{lang}/account/companies/{company}/applications/{id}", application::show),
        get("/{lang}/account/companies/{company}/applications/{id}/preview", application::preview),
        post("/{lang}/account/companies/{company}/applications/{id}/save", application::save),
        post("/{lang}/account/companies/{company}/applications/{id}/files", application::send),
        get("/{lang}/account/companies/{company}/applications/{id}/files/{file}", application::read),
        post(
            "/{lang}/account/companies/{company}/applications/{id}/files/{file}/remove",
            application::remove,
        ),
        post("/{lang}/account/companies/{company}/applications/{id}/withdraw", application::withdraw),
        post("/{lang}/account/companies/{company}/applications/{id}/confirm", application::confirm),
        post("/{lang}/account/companies/{company}/applications/{id}/turn-down", application::turn_down),
        post("/{lang}/account/companies/{company}/applications/{id}/reply", application::reply),
        // Whom it brings.
        get("/{lang}/account/companies/{company}/applications/{id}/passes", passes::show),
        post("/{lang}/account/companies/{company}/applications/{id}/passes", passes::send),
        post(
            "/{lang}/account/companies/{company}/applications/{id}/passes/{pass}/take-back",
            passes::take_back,
        ),
    ]
}
