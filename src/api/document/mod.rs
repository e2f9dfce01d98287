//! The OpenAPI 3.1 document, generated from the operations and their own types.
//!
//! An operation says what is its own: summary, body, success, scopes. What follows from that (path parameters,
//! headers, the ways to fail) is filled in by [`rules`], once for all.

mod rules;

use std::sync::LazyLock;

use actix_web::HttpResponse;
use rules::{Parameters, Problems, Tokens};
use utoipa::{OpenApi, openapi};

use super::{
    allocation, attachments, audit_entries, availability, awards, calls, campaigns, capacity_pools,
    companies, consent_texts, editions, invitations, mail_wordings, mails, manage, parts, passes, programme,
    questions, registration_types, registrations, results, reviews, roles, speakers, submissions,
    suppressions, today, webhooks,
};
use crate::{
    http::errors::{Problem, ProblemField},
    submissions::Stage,
};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Plenary",
        description = "Editions, calls, programme, registrations and mail of an annual forum.\n\n\
            Send a token as `Authorization: Bearer plenary_…`; cookies are not looked at. Errors are problem \
            documents (RFC 9457) with a stable `code` and the wrong fields in `errors`. Times are RFC 3339, ids are \
            UUIDs, texts for the public are objects of languages. A creation with an `Idempotency-Key` happens once: \
            repeating it within 48 hours shows what the first request made.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0")
    ),
    tags(
        (name = "Editions", description = "One year's forum, from draft to archive."),
        (name = "Tracks", description = "Fields of an edition, such as biomedicine."),
        (name = "Rooms", description = "Where sessions take place."),
        (name = "Side events", description = "What else belongs to an edition's year: road shows, promotion events."),
        (name = "Partners", description = "Institutions behind an edition, in order of protocol."),
        (name = "Consent texts", description = "What attendees are asked to agree to."),
        (name = "Questions", description = "What the registration form asks."),
        (name = "Calls", description = "What people are invited to hand in: windows, questions, codes, and rounds of review."),
        (name = "Submissions", description = "What was handed in, what was decided and told, and what was answered."),
        (name = "Companies", description = "Who applies for demo slots: the companies that a token's maker acts for, and for staff all that handed something in."),
        (name = "Demo applications", description = "What a company hands in, by a token of one of its members with the scope `own:read` or `own:write`."),
        (name = "Passes", description = "Places held for the team of a company that demonstrates, each claimed by its person with a link."),
        (name = "Speakers", description = "The people of the programme, in order of protocol."),
        (name = "Reviews", description = "Who judges what, and what their judgements come to."),
        (name = "Allocation", description = "Who gets which slot of a call: places, what is settled, proposals with their reasons, and accepting one."),
        (name = "Awards", description = "What judges vote on among those who demonstrate, and what their ballots come to."),
        (name = "Sessions", description = "The draft of the programme: what is on, when, where, and what clashes."),
        (name = "Releases", description = "The programme as it was made public, each release as it stood."),
        (name = "Capacity pools", description = "Numbers of places that registration types draw on."),
        (name = "Registration types", description = "Ways to attend, each with its own window."),
        (name = "Registrations", description = "Who attends, waits, or awaits approval."),
        (name = "One's own registration", description = "What an attendee does with the secret of a mailed link, the part after its last slash."),
        (name = "Mail", description = "The outbox: what was sent, or will be."),
        (name = "Campaigns", description = "One mail to many: whom it is for, what it says, when it goes out, and what became of each."),
        (name = "Mail wordings", description = "What the edition's mails say in its own words, version by version."),
        (name = "Staff", description = "Who may do what in an edition."),
        (name = "Webhooks", description = "Addresses that are told what happens in an edition, and what was sent to them."),
        (name = "Audit trail", description = "Who changed what."),
    ),
    paths(
        editions::list_editions, editions::show_edition, editions::create_edition, editions::change_edition,
        editions::publish_edition, editions::archive_edition, editions::list_missing_texts,
        editions::preview_clone, editions::clone_edition,
        parts::list_tracks, parts::create_track, parts::change_track, parts::remove_track, parts::reorder_tracks,
        parts::list_rooms, parts::create_room, parts::change_room, parts::remove_room, parts::reorder_rooms,
        parts::list_partners, parts::create_partner, parts::change_partner, parts::remove_partner,
        parts::reorder_partners,
        parts::list_side_events, parts::create_side_event, parts::change_side_event, parts::remove_side_event,
        parts::reorder_side_events,
        consent_texts::list_consent_texts, consent_texts::set_consent_text,
        questions::list_questions, questions::create_question, questions::change_question,
        questions::archive_question, questions::reorder_questions,
        calls::list_calls, calls::create_call, calls::reorder_calls, calls::show_call, calls::change_call,
        calls::publish_call, calls::unpublish_call, calls::close_call, calls::archive_call,
        calls::list_call_questions, calls::create_call_question, calls::reorder_call_questions,
        calls::change_call_question, calls::archive_call_question, calls::list_call_codes,
        calls::issue_call_code, calls::revoke_call_code, calls::list_rounds, calls::create_round,
        calls::reorder_rounds, calls::change_round, calls::remove_round, calls::close_round,
        calls::list_loads, calls::list_short, calls::share_out, calls::show_panel, calls::set_panel, calls::show_ranking, calls::list_reviewers, calls::list_open_calls, calls::list_filled_tracks,
        awards::list_awards, awards::create_award, awards::show_award, awards::remove_award, awards::open_award,
        awards::close_award, awards::list_awards_to_judge, awards::show_ballot, awards::cast_ballot,
        allocation::show_allocation, allocation::settle_allocation, allocation::list_places,
        allocation::add_places, allocation::remove_place, allocation::try_allocation,
        allocation::propose_allocation, allocation::accept_allocation, results::export_results,
        submissions::list_submissions, submissions::create_submission, submissions::decide_submissions,
        submissions::tell_submissions, submissions::show_submission, submissions::correct_submission,
        submissions::show_submission_history, submissions::decide_submission, submissions::record_answer,
        submissions::ask_again, submissions::withdraw_submission, submissions::promote_next,
        submissions::leave_empty, submissions::list_decision_letters, submissions::list_vacancies,
        submissions::list_applicants, submissions::show_eligibility, submissions::check_eligibility,
        companies::list_companies, companies::create_company, companies::show_company, companies::change_company,
        companies::leave_company, companies::read_logo, companies::send_logo, companies::remove_logo, companies::list_company_members, companies::list_company_invitations,
        companies::invite_colleague, companies::withdraw_company_invitation, companies::list_applications,
        companies::start_application, companies::show_application, companies::save_application,
        companies::send_deck, companies::send_video, companies::read_application_file,
        companies::remove_application_file, companies::submit_application, companies::withdraw_application,
        companies::answer_application, companies::reply_to_check, companies::list_passes, companies::send_pass,
        companies::take_back_pass, passes::show_passes, passes::set_passes, passes::set_company_passes,
        speakers::list_speakers, speakers::add_speaker, speakers::reorder_speakers, speakers::show_speaker,
        speakers::correct_speaker, speakers::send_speaker_link, availability::show_availability,
        availability::set_availability, reviews::list_review_tasks,
        reviews::show_review_desk, reviews::write_review, reviews::declare_conflict,
        attachments::read_submission_file, attachments::read_reviewed_file,
        programme::list_sessions, programme::create_session, programme::adopt_submissions, programme::show_session,
        programme::change_session, programme::remove_session, programme::place_session, programme::limit_session,
        programme::list_sign_ups, programme::end_sign_ups, programme::list_clashes, programme::acknowledge_clash,
        programme::list_releases, programme::create_release,
        programme::show_release, programme::list_demos, programme::show_power_sheet,
        capacity_pools::list_capacity_pools, capacity_pools::create_capacity_pool,
        capacity_pools::change_capacity_pool, capacity_pools::remove_capacity_pool,
        capacity_pools::reorder_capacity_pools,
        registration_types::list_registration_types, registration_types::create_registration_type,
        registration_types::change_registration_type, registration_types::archive_registration_type,
        registration_types::reorder_registration_types,
        registrations::list_registrations, registrations::create_registration, registrations::show_registration,
        registrations::show_registration_history, registrations::correct_registration,
        registrations::cancel_registration, registrations::erase_registration,
        registrations::approve_registration, registrations::decline_registration, registrations::resend_ticket,
        registrations::send_again, registrations::export_registrations, registrations::show_counts,
        today::show_today,
        manage::show_own, manage::change_own, manage::cancel_own, manage::set_own_consent, manage::show_copy,
        manage::list_own_sign_ups, manage::sign_up, manage::give_back, manage::erase_own, manage::ask_for_address, manage::change_address,
        manage::show_offer, manage::accept_offer, manage::turn_down_offer, manage::show_pass, manage::claim_pass,
        roles::list_roles, roles::grant_role, roles::withdraw_role,
        invitations::list_invitations, invitations::create_invitation, invitations::withdraw_invitation,
        mails::list_mails, mails::count_mails, mails::show_mail, mails::retry_mail, mails::cancel_mail,
        mails::hold_mail, mails::release_mail, suppressions::list_suppressions, suppressions::lift_suppression,
        campaigns::list_campaigns, campaigns::create_campaign, campaigns::list_campaign_options,
        campaigns::show_campaign, campaigns::change_campaign, campaigns::remove_campaign,
        campaigns::write_campaign_text, campaigns::remove_campaign_text, campaigns::preview_campaign_text,
        campaigns::test_campaign_text, campaigns::show_campaign_reach, campaigns::list_campaign_people,
        campaigns::schedule_campaign, campaigns::unschedule_campaign, campaigns::pause_campaign,
        campaigns::resume_campaign, campaigns::stop_campaign, campaigns::show_campaign_progress,
        campaigns::list_campaign_recipients,
        mail_wordings::list_mail_wordings, mail_wordings::show_mail_wording, mail_wordings::keep_mail_wording,
        mail_wordings::list_mail_wording_versions, mail_wordings::restore_mail_wording,
        mail_wordings::print_mail_wording, mail_wordings::preview_mail_wording, mail_wordings::test_mail_wording,
        webhooks::list_webhooks, webhooks::create_webhook, webhooks::show_webhook, webhooks::change_webhook,
        webhooks::remove_webhook, webhooks::rotate_webhook_secret, webhooks::pause_webhook, webhooks::resume_webhook,
        webhooks::test_webhook, webhooks::list_deliveries, webhooks::show_delivery, webhooks::redeliver,
        webhooks::redeliver_failed, audit_entries::list_audit_entries,
    ),
    components(schemas(Problem, ProblemField, Stage)),
    modifiers(&Tokens, &Parameters, &Problems)
)]
struct Document;

static DOCUMENT: LazyLock<openapi::OpenApi> = LazyLock::new(Document::openapi);

/// The description of every operation.
#[must_use]
pub fn document() -> &'static openapi::OpenApi {
    &DOCUMENT
}

/// `GET /api/openapi.json`
pub(super) async fn show() -> HttpResponse {
    HttpResponse::Ok().json(document())
}
