//! What is written to people: the outbox, campaigns, and the words of mails.

use crate::{
    api::{campaigns, mail_wordings, mails, suppressions},
    http::routes::{Entry, delete, get, post, put},
};

/// The operations of communications; patterns stand under `/api`.
pub(super) fn table() -> Vec<Entry> {
    vec![
        get("/v1/editions/{edition}/mails", mails::list_mails),
        get("/v1/editions/{edition}/mails/counts", mails::count_mails),
        get("/v1/editions/{edition}/mails/{id}", mails::show_mail),
        post("/v1/editions/{edition}/mails/{id}/retry", mails::retry_mail),
        post("/v1/editions/{edition}/mails/{id}/cancel", mails::cancel_mail),
        post("/v1/editions/{edition}/mails/{id}/hold", mails::hold_mail),
        post("/v1/editions/{edition}/mails/{id}/release", mails::release_mail),
        get("/v1/editions/{edition}/suppressions", suppressions::list_suppressions),
        post("/v1/editions/{edition}/suppressions/{id}/lift", suppressions::lift_suppression),
        get("/v1/editions/{edition}/campaigns", campaigns::list_campaigns),
        post("/v1/editions/{edition}/campaigns", campaigns::create_campaign),
        get("/v1/editions/{edition}/campaigns/options", campaigns::list_campaign_options),
        get("/v1/editions/{edition}/campaigns/{id}", campaigns::show_campaign),
        put("/v1/editions/{edition}/campaigns/{id}", campaigns::change_campaign),
        delete("/v1/editions/{edition}/campaigns/{id}", campaigns::remove_campaign),
        put("/v1/editions/{edition}/campaigns/{id}/texts/{lang}", campaigns::write_campaign_text),
        delete("/v1/editions/{edition}/campaigns/{id}/texts/{lang}", campaigns::remove_campaign_text),
        post("/v1/editions/{edition}/campaigns/{id}/texts/{lang}/preview", campaigns::preview_campaign_text),
        post("/v1/editions/{edition}/campaigns/{id}/texts/{lang}/test", campaigns::test_campaign_text),
        get("/v1/editions/{edition}/campaigns/{id}/reach", campaigns::show_campaign_reach),
        get("/v1/editions/{edition}/campaigns/{id}/people", campaigns::list_campaign_people),
        post("/v1/editions/{edition}/campaigns/{id}/schedule", campaigns::schedule_campaign),
        post("/v1/editions/{edition}/campaigns/{id}/unschedule", campaigns::unschedule_campaign),
        post("/v1/editions/{edition}/campaigns/{id}/pause", campaigns::pause_campaign),
        post("/v1/editions/{edition}/campaigns/{id}/resume", campaigns::resume_campaign),
        post("/v1/editions/{edition}/campaigns/{id}/stop", campaigns::stop_campaign),
        get("/v1/editions/{edition}/campaigns/{id}/progress", campaigns::show_campaign_progress),
        get("/v1/editions/{edition}/campaigns/{id}/recipients", campaigns::list_campaign_recipients),
        get("/v1/editions/{edition}/mail-wordings", mail_wordings::list_mail_wordings),
        get("/v1/editions/{edition}/mail-wordings/{template}/{lang}", mail_wordings::show_mail_wording),
        put("/v1/editions/{edition}/mail-wordings/{template}/{lang}", mail_wordings::keep_mail_wording),
        get(
            "/v1/editions/{edition}/mail-wordings/{template}/{lang}/versions",
            mail_wordings::list_mail_wording_versions,
        ),
        post(
            "/v1/editions/{edition}/mail-wordings/{template}/{lang}/go-back",
            mail_wordings::restore_mail_wording,
        ),
        get(
            "/v1/editions/{edition}/mail-wordings/{template}/{lang}/preview",
            mail_wordings::print_mail_wording,
        ),
        post(
            "/v1/editions/{edition}/mail-wordings/{template}/{lang}/preview",
            mail_wordings::preview_mail_wording,
        ),
        post("/v1/editions/{edition}/mail-wordings/{template}/{lang}/test", mail_wordings::test_mail_wording),
    ]
}
