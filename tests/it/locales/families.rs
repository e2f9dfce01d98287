//! Families of keys that are finished at run time: a beginning, and every ending there is. One line each.

use plenary::{
    accounts, allocation, audit, calls, campaigns, capacity, cloning, companies, editions, formats, mail,
    outbox, overview, programme, questions, registrations, reviews, speakers, submissions, transfer,
    webhooks,
};

/// Every family but `error-`, whose endings are the codes in the source.
pub fn all() -> Vec<(&'static str, Vec<String>)> {
    vec![
        ("access-", names(accounts::Access::ALL)),
        ("actor-", names(audit::ActorKind::ALL)),
        ("answer-", names(submissions::Answer::ALL)),
        ("audit-", actions()),
        ("call-kind-", names(calls::CallKind::ALL)),
        ("call-visibility-", names(calls::Visibility::ALL)),
        ("campaign-companies-", names(campaigns::CompanyGroup::ALL)),
        ("campaign-kind-", names(campaigns::Kind::ALL)),
        ("campaign-of-", campaigns::Audience::KINDS.map(str::to_owned).to_vec()),
        ("campaign-speakers-", names(campaigns::SpeakerGroup::ALL)),
        ("campaign-standing-", names(campaigns::Standing::ALL)),
        ("campaign-state-", names(campaigns::State::ALL)),
        ("campaign-why-", names(campaigns::Kind::ALL)),
        ("clash-kind-", names(programme::clash::ClashKind::ALL)),
        ("clash-severity-", names(programme::clash::Severity::ALL)),
        ("clone-module-", names(cloning::Module::ALL)),
        ("company-region-", names(companies::Region::ALL)),
        ("company-size-", names(companies::CompanySize::ALL)),
        ("company-stage-", names(companies::Stage::ALL)),
        ("consent-", names(editions::ConsentKind::ALL)),
        ("decision-", [names(submissions::Verdict::ALL), vec!["none".to_owned()]].concat()),
        ("delivery-outcome-", names(webhooks::AttemptOutcome::ALL)),
        ("delivery-state-", names(webhooks::DeliveryState::ALL)),
        ("demo-file-", names(submissions::DemoFile::ALL)),
        (
            "doing-",
            names(overview::Doing::ALL)
                .into_iter()
                .flat_map(|doing| [format!("{doing}-act"), doing])
                .collect(),
        ),
        ("edition-field-", EDITION_FIELDS.map(str::to_owned).to_vec()),
        ("edition-state-", names(editions::EditionState::ALL)),
        ("export-", registrations::COLUMNS.map(str::to_owned).to_vec()),
        ("facility-", names(submissions::Facility::ALL)),
        ("import-encoding-", names(formats::table::Encoding::ALL)),
        ("import-field-", IMPORT_FIELDS.map(str::to_owned).to_vec()),
        ("import-kept-", IMPORT_KEPT.map(str::to_owned).to_vec()),
        ("import-kind-", names(transfer::Kind::ALL)),
        ("invitation-state-", names(accounts::InvitationState::ALL)),
        ("login-method-", names(accounts::Method::ALL)),
        ("mail-outcome-", names(mail::AttemptOutcome::ALL)),
        ("mail-state-", names(mail::MailState::ALL)),
        ("mail-kind-", names(&mail::MailKind::BULK)),
        ("mail-withheld-", names(mail::Withheld::ALL)),
        ("mail-came-back-", names(mail::bounces::Weight::ALL)),
        ("suppression-", names(mail::SuppressionReason::ALL)),
        ("mail-cause-", mail::TEMPLATES.iter().map(|template| template.name.to_owned()).collect()),
        ("mail-sample-", MAIL_SAMPLES.map(str::to_owned).to_vec()),
        ("mail-to-", names(mail::Reader::ALL)),
        ("mail-timing-", names(mail::Timing::ALL)),
        ("mail-variable-", MAIL_VARIABLES.map(str::to_owned).to_vec()),
        ("mail-template-", mail::TEMPLATES.iter().map(|template| template.name.to_owned()).collect()),
        ("misfit-", MISFITS.map(str::to_owned).to_vec()),
        ("next-", names(submissions::Next::ALL)),
        ("part-", names(submissions::Part::ALL)),
        ("part-invitation-", names(submissions::Invitation::ALL)),
        ("partner-kind-", names(editions::PartnerKind::ALL)),
        ("power-", names(accounts::Role::ALL)),
        ("question-kind-", names(questions::QuestionKind::ALL)),
        ("role-", names(accounts::Role::ALL)),
        ("round-kind-", names(calls::RoundKind::ALL)),
        ("session-kind-", names(programme::SessionKind::ALL)),
        ("session-part-", names(programme::Part::ALL)),
        ("session-spoken-", names(submissions::Spoken::ALL)),
        ("speaker-part-", names(submissions::Invitation::ALL)),
        ("spoken-", names(submissions::Spoken::ALL)),
        ("stage-", names(submissions::Stage::ALL)),
        ("records-key-", names(mail::dkim::DkimState::ALL)),
        ("result-", overview::RESULT_COLUMNS.map(str::to_owned).to_vec()),
        ("state-", names(registrations::State::ALL)),
        ("webhook-disabled-", names(webhooks::DisabledReason::ALL)),
        ("webhook-resource-", names(webhooks::events::Resource::ALL)),
        ("text-", PUBLIC_TEXTS.map(str::to_owned).to_vec()),
    ]
}

/// What a mail that is tried says.
const MAIL_SAMPLES: [&str; 13] = [
    "name",
    "title",
    "call",
    "round",
    "confirm_by",
    "when",
    "until",
    "company",
    "inviter",
    "person",
    "sender",
    "speaker",
    "reason",
];

/// What the words of a mail may name.
const MAIL_VARIABLES: [&str; 32] = [
    "name",
    "edition-name",
    "edition-when",
    "edition-place",
    "edition-contact",
    "button",
    "ticket",
    "facts",
    "links",
    "ticket_code",
    "sessions",
    "hours",
    "until",
    "days",
    "count",
    "title",
    "call",
    "round",
    "left",
    "confirm_by",
    "when",
    "company",
    "inviter",
    "person",
    "takes_part",
    "sender",
    "speaker",
    "reason",
    "cause",
    "comments",
    "slots",
    "links-ticket",
];

/// What may be wrong with a slot.
const MISFITS: [&str; 7] = ["track", "time", "busy", "power", "space", "equipment", "language"];

/// The inputs of an edition's form.
const EDITION_FIELDS: [&str; 16] = [
    "slug",
    "number",
    "name",
    "tagline",
    "description",
    "venue_name",
    "venue_address",
    "zone",
    "starts_at",
    "ends_at",
    "contact_email",
    "offer_hours",
    "offers_end_at",
    "reminder_days",
    "thanks_days",
    "mail_kept_days",
];

/// The fields that an import says it changes.
const IMPORT_FIELDS: [&str; 17] = [
    "abstract",
    "biography",
    "capacity",
    "colour",
    "email",
    "job_title",
    "kept",
    "kind",
    "minutes",
    "name",
    "organisation",
    "people",
    "rooms",
    "spoken",
    "starts_at",
    "title",
    "track",
];

/// What an import keeps beside the rows.
const IMPORT_KEPT: [&str; 7] =
    ["attachments", "language", "links", "more", "picture", "recording", "subtitle"];

/// The fields that the report on languages names.
const PUBLIC_TEXTS: [&str; 12] = [
    "name",
    "tagline",
    "description",
    "venue_name",
    "venue_address",
    "body",
    "label",
    "hint",
    "choices",
    "summary",
    "place",
    "city",
];

/// Every action of every domain, as `audit-` keys spell it.
fn actions() -> Vec<String> {
    let all = [
        accounts::ACTIONS,
        allocation::ACTIONS,
        campaigns::ACTIONS,
        cloning::ACTIONS,
        companies::ACTIONS,
        editions::ACTIONS,
        outbox::ACTIONS,
        webhooks::ACTIONS,
        programme::ACTIONS,
        transfer::ACTIONS,
        questions::ACTIONS,
        calls::ACTIONS,
        speakers::ACTIONS,
        submissions::ACTIONS,
        reviews::ACTIONS,
        capacity::ACTIONS,
        registrations::ACTIONS,
    ]
    .concat();
    all.iter().map(|action| action.replace('.', "-")).collect()
}

fn names<T: ToString>(all: &[T]) -> Vec<String> {
    all.iter().map(ToString::to_string).collect()
}
