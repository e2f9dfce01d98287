//! The outbox, the words of mails, and whom they do not reach: of one edition, and of the site.

use crate::{
    http::routes::{Entry, get, post},
    web::console::mail,
};

pub(super) fn table() -> Vec<Entry> {
    vec![
        get("/console/site/mails", mail::list_on_site),
        get("/console/site/mails/records", mail::records),
        get("/console/site/mails/addresses", mail::addresses_on_site),
        post("/console/site/mails/addresses/{id}/lift", mail::lift_on_site),
        get("/console/site/mails/{id}", mail::letter_on_site),
        get("/console/site/mails/{id}/preview", mail::preview_on_site),
        post("/console/site/mails/{id}/retry", mail::retry_on_site),
        post("/console/site/mails/{id}/cancel", mail::cancel_on_site),
        post("/console/site/mails/{id}/hold", mail::hold_on_site),
        post("/console/site/mails/{id}/release", mail::release_on_site),
        get("/console/{edition}/mails", mail::list),
        get("/console/{edition}/mails/addresses", mail::addresses),
        post("/console/{edition}/mails/addresses/{id}/lift", mail::lift),
        get("/console/{edition}/mails/wording", mail::wordings),
        get("/console/{edition}/mails/wording/{template}/{lang}", mail::wording),
        post("/console/{edition}/mails/wording/{template}/{lang}", mail::keep_wording),
        get("/console/{edition}/mails/wording/{template}/{lang}/preview", mail::printed_wording),
        post("/console/{edition}/mails/wording/{template}/{lang}/preview", mail::try_wording),
        post("/console/{edition}/mails/wording/{template}/{lang}/test", mail::send_test),
        post("/console/{edition}/mails/wording/{template}/{lang}/back", mail::go_back),
        get("/console/{edition}/mails/{id}", mail::letter),
        get("/console/{edition}/mails/{id}/preview", mail::preview),
        post("/console/{edition}/mails/{id}/retry", mail::retry),
        post("/console/{edition}/mails/{id}/cancel", mail::cancel),
        post("/console/{edition}/mails/{id}/hold", mail::hold),
        post("/console/{edition}/mails/{id}/release", mail::release),
    ]
}
