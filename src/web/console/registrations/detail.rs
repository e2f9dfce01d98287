//! One person: where she stands, what may be done about it, what she said, what happened.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        bounced::Bounced,
        frame::{Console, RoomName, address},
        history::Happened,
    },
    list::{kind_name, person},
};
use crate::{
    accounts::{Access, Role, proofs::Desk},
    editions::{SideEvent, parts},
    error::Error,
    http::{App, At, Shown, Ui, page},
    mail::OutboxEntry,
    questions,
    registrations::{self, Detail, RegistrationId, State, types},
    values::{Id, Phone, time},
};

struct Answer {
    label: Shown,
    text: String,
    sensitive: bool,
}

struct Consent {
    kind: String,
    given: bool,
    when: String,
}

/// A mail that she was written.
struct Mailed {
    when: String,
    what: String,
    state: &'static str,
    /// Where it is read, for who may.
    href: Option<String>,
}

/// The address of each act that is possible now, for who may do it.
struct Acts {
    correct: Option<String>,
    approve: Option<String>,
    decline: Option<String>,
    cancel: Option<String>,
    resend: Option<String>,
    erase: Option<String>,
}

#[derive(Template)]
#[template(path = "console/registrations/detail.html")]
struct DetailPage {
    ui: Ui,
    console: Console,
    person: Shown,
    state: &'static str,
    kind: Shown,
    email: String,
    organisation: String,
    job_title: String,
    phone: String,
    lang: &'static str,
    ticket_code: String,
    arrived: String,
    arrival: i64,
    done: Option<String>,
    acts: Acts,
    answers: Vec<Answer>,
    consents: Vec<Consent>,
    mails: Vec<Mailed>,
    history: Vec<Happened>,
    bounced: Bounced,
    list: String,
}

/// `GET /console/{edition}/registrations/{id}`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    at: At<Desk>,
    path: web::Path<(String, Id<registrations::Registration>)>,
) -> Result<HttpResponse, Error> {
    let id: RegistrationId = path.1;
    let mut conn = app.db.read().await?;
    let organiser = at.signed.authority.organiser(at.proof.edition(), Access::Read).ok();
    let detail = match &organiser {
        Some(organiser) => registrations::full_detail(&mut conn, &app.keys, organiser, id).await?,
        None => registrations::detail(&mut conn, &app.keys, &at.proof, id).await?,
    };
    let kinds = types::types(&mut conn, at.edition.id).await?;
    let events: Vec<SideEvent> = parts::list(&mut conn, at.edition.id).await?;
    let kind = kinds.iter().find(|kind| kind.id == detail.row.type_id);
    let kind = kind_name(kind, &events, &at.signed.ui());
    let addresses = [detail.row.email.as_str()];
    let bounced = Bounced::of(&mut conn, &at.signed, &at.edition, addresses).await?;
    page(StatusCode::OK, &DetailPage::of(&at, detail, kind, bounced))
}

impl DetailPage {
    fn of(at: &At<Desk>, detail: Detail, kind: Shown, bounced: Bounced) -> Self {
        let (ui, row) = (at.signed.ui(), &detail.row);
        let when = |moment| time::moment(ui.lang, moment, &at.edition.zone);
        let line = |text: &Option<crate::values::Line<120>>| {
            text.as_ref().map(ToString::to_string).unwrap_or_default()
        };
        Self {
            console: Console::of(&at.edition, &at.signed, RoomName::Registrations),
            person: person(&row.name(), &ui),
            state: row.state.as_str(),
            kind,
            email: row.email.as_str().to_owned(),
            organisation: line(&row.organisation),
            job_title: line(&row.job_title),
            phone: row.phone.as_ref().map(Phone::international).unwrap_or_default(),
            lang: row.lang.autonym(),
            ticket_code: row.ticket_code.clone(),
            arrived: when(row.created_at),
            arrival: row.arrival,
            done: done(&at.signed.asker.path).map(|key| ui.t(key)),
            acts: acts(at, &detail),
            answers: detail.answers.iter().map(|(question, value)| answer(question, value, &ui)).collect(),
            consents: detail.consents.iter().map(|given| consent(given, at, &ui)).collect(),
            mails: detail.mails.iter().map(|mail| mailed(mail, at, &ui)).collect(),
            history: Happened::all(&detail.history, &at.edition.zone, &ui),
            list: address(&at.edition, "/registrations"),
            bounced,
            ui,
        }
    }
}

fn answer(question: &questions::Question, value: &serde_json::Value, ui: &Ui) -> Answer {
    Answer {
        label: Shown::of(&question.label, ui.lang),
        text: questions::in_words(question, value, ui.lang),
        sensitive: question.sensitive,
    }
}

fn consent(given: &registrations::GivenConsent, at: &At<Desk>, ui: &Ui) -> Consent {
    let changed = given.withdrawn_at.unwrap_or(given.given_at);
    Consent {
        kind: ui.t(&format!("consent-{}", given.kind)),
        given: given.withdrawn_at.is_none(),
        when: time::moment(ui.lang, changed, &at.edition.zone),
    }
}

fn mailed(mail: &OutboxEntry, at: &At<Desk>, ui: &Ui) -> Mailed {
    let reads = at.signed.authority.may(Role::Communications, Some(at.proof.edition()), Access::Read);
    Mailed {
        when: time::moment(ui.lang, mail.created_at, &at.edition.zone),
        what: ui.t(&format!("mail-template-{}", mail.template)),
        state: mail.state.as_str(),
        href: reads.then(|| address(&at.edition, &format!("/mails/{}", mail.id))),
    }
}

fn acts(at: &At<Desk>, detail: &Detail) -> Acts {
    let organiser = at.signed.authority.may(Role::Organiser, Some(at.proof.edition()), Access::Write);
    let state = detail.row.state;
    let erased = detail.row.email.as_str().is_empty();
    let act = |name: &str, possible: bool| {
        let path = format!("/registrations/{}/{name}", detail.row.id);
        (organiser && possible).then(|| address(&at.edition, &path))
    };
    let live = state != State::Cancelled;
    Acts {
        correct: act("correct", live),
        approve: act("approve", state == State::Pending),
        decline: act("decline", state == State::Pending),
        cancel: act("cancel", live),
        resend: act("resend", live),
        erase: act("erase", !erased),
    }
}

/// The sentence for what was just done; only those we know.
fn done(path: &str) -> Option<&'static str> {
    match path.split_once("?done=").map(|(_, what)| what) {
        Some("approved") => Some("registration-done-approved"),
        Some("declined") => Some("registration-done-declined"),
        Some("cancelled") => Some("registration-done-cancelled"),
        Some("resent") => Some("registration-done-resent"),
        Some("corrected") => Some("registration-done-corrected"),
        Some("erased") => Some("registration-done-erased"),
        Some("added") => Some("registration-done-added"),
        Some("known") => Some("registration-done-known"),
        _ => None,
    }
}
