//! Registrations as the API shows them.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    editions::ConsentKind,
    registrations::{CancelReason, Detail, GivenConsent, Registration, State},
    values::{Lang, Moment, Phone},
};

/// One person at one edition, or at a side event of it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Registration)]
pub(in crate::api) struct RegistrationBody {
    /// Its id.
    pub(in crate::api) id: Uuid,
    /// The id of its type.
    type_id: Uuid,
    /// The id of the side event that it is for; null for the forum itself.
    side_event: Option<Uuid>,
    /// Where it stands.
    state: State,
    /// Its number in the order of arrival.
    arrival: i64,
    /// Where its mail goes.
    email: String,
    /// The language she is written to in.
    lang: Lang,
    /// The name in Latin letters.
    name_latin: Option<String>,
    /// The name in Chinese characters.
    name_han: Option<String>,
    /// The title.
    name_title: Option<String>,
    /// Where she works.
    organisation: Option<String>,
    /// What she does there.
    job_title: Option<String>,
    /// How she can be called, in E.164.
    phone: Option<String>,
    /// What the QR code on her ticket says.
    ticket_code: String,
    /// Counts its changes.
    version: i32,
    /// When an organiser approved it.
    approved_at: Option<Moment>,
    /// When it was cancelled.
    cancelled_at: Option<Moment>,
    /// Why.
    cancelled_reason: Option<CancelReason>,
    /// When she came.
    checked_in_at: Option<Moment>,
    /// When it was made.
    created_at: Moment,
    /// When it was last changed.
    updated_at: Moment,
}

impl From<Registration> for RegistrationBody {
    fn from(row: Registration) -> Self {
        Self {
            id: row.id.uuid(),
            type_id: row.type_id.uuid(),
            side_event: row.side_event.map(|event| event.uuid()),
            state: row.state,
            arrival: row.arrival,
            email: row.email.into_string(),
            lang: row.lang,
            name_latin: row.name_latin,
            name_han: row.name_han,
            name_title: row.name_title,
            organisation: row.organisation.map(|line| line.into_string()),
            job_title: row.job_title.map(|line| line.into_string()),
            phone: row.phone.map(Phone::into_string),
            ticket_code: row.ticket_code,
            version: row.version,
            approved_at: row.approved_at,
            cancelled_at: row.cancelled_at,
            cancelled_reason: row.cancelled_reason,
            checked_in_at: row.checked_in_at,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}

/// A consent as it was given.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Consent)]
pub(in crate::api) struct ConsentBody {
    /// To what.
    kind: ConsentKind,
    /// Which version of the text she read.
    text_version: i32,
    /// In which language.
    lang: Lang,
    /// When she agreed.
    given_at: Moment,
    /// When she took it back.
    withdrawn_at: Option<Moment>,
}

impl From<GivenConsent> for ConsentBody {
    fn from(consent: GivenConsent) -> Self {
        let GivenConsent { kind, text_version, lang, given_at, withdrawn_at } = consent;
        Self { kind, text_version, lang, given_at, withdrawn_at }
    }
}

/// A registration in full.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RegistrationDetail)]
pub(in crate::api) struct DetailBody {
    registration: RegistrationBody,
    /// What she answered, by the question's slug; sensitive answers only for organisers.
    #[schema(value_type = BTreeMap<String, serde_json::Value>)]
    answers: BTreeMap<String, Value>,
    /// What she agreed to.
    consents: Vec<ConsentBody>,
}

impl From<Detail> for DetailBody {
    fn from(detail: Detail) -> Self {
        let answers = detail.answers.into_iter().map(|(question, value)| (question.slug.to_string(), value));
        Self {
            registration: detail.row.into(),
            answers: answers.collect(),
            consents: detail.consents.into_iter().map(Into::into).collect(),
        }
    }
}
