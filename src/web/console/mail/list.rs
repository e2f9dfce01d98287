//! The mails of an outbox, newest first, and how many stand where; the filters stand in the address.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::office::Office;
use crate::{
    accounts::proofs::Communications,
    error::Error,
    http::{App, AsAdmin, At, Form, FormData, Shown, Ui, page},
    mail::{Filter, Mail, MailState, OutboxEntry, TEMPLATES},
    outbox::{self, Handler},
    values::Id,
    web::{console::frame::Console, public::views::Choice},
};

/// Rows a page.
const ROWS: usize = 50;

/// How many mails stand in one state.
struct Count {
    label: String,
    number: i64,
    href: String,
}

struct Row {
    href: String,
    what: String,
    subject: String,
    to: String,
    state: &'static str,
    when: String,
}

#[derive(Template)]
#[template(path = "console/mail/list.html")]
struct ListPage {
    ui: Ui,
    console: Console,
    form: Form,
    action: String,
    counts: Vec<Count>,
    states: Vec<Choice>,
    templates: Vec<Choice>,
    rows: Vec<Row>,
    newest: Option<String>,
    older: Option<String>,
    zone: String,
    addresses: String,
    /// Where the edition's mails are worded.
    wordings: Option<String>,
    /// Where one mail is written to many.
    campaigns: Option<String>,
    /// What DNS must say for mail, on the site's own list.
    records: Option<String>,
}

/// `GET /console/{edition}/mails`
pub(in crate::web) async fn of_edition(
    app: web::Data<App>,
    at: At<Communications>,
) -> Result<HttpResponse, Error> {
    draw(&app, Office::of_edition(&at)).await
}

/// `GET /console/site/mails`
pub(in crate::web) async fn of_site(app: web::Data<App>, admin: AsAdmin) -> Result<HttpResponse, Error> {
    draw(&app, Office::of_site(&app, &admin).await?).await
}

async fn draw(app: &App, office: Office<'_>) -> Result<HttpResponse, Error> {
    let (typed, mut conn) = (office.signed.asker.query()?, app.db.read().await?);
    // One more than is shown tells whether there is another page.
    let mut mails = outbox::mails(&mut conn, office.who, &filter(&typed), ROWS as i64 + 1).await?;
    let more = mails.len() > ROWS;
    mails.truncate(ROWS);
    let counts = outbox::counts(&mut conn, office.who).await?;
    let older = mails.last().filter(|_| more).map(|mail| with(&office.home, &typed, Some(mail.id)));
    let shown = ListPage {
        counts: counts.into_iter().map(|(state, number)| count(state, number, &office)).collect(),
        states: MailState::ALL.iter().map(|state| state_choice(*state, &office.ui)).collect(),
        templates: TEMPLATES.iter().map(|template| template_choice(template.name, &office.ui)).collect(),
        rows: mails.iter().map(|mail| row(mail, &office)).collect(),
        newest: (!typed.one("before").is_empty()).then(|| with(&office.home, &typed, None)),
        older,
        wordings: matches!(office.who, Handler::Edition(_)).then(|| format!("{}/wording", office.home)),
        campaigns: office.campaigns(),
        records: matches!(office.who, Handler::Site(_)).then(|| format!("{}/records", office.home)),
        zone: office.clock.zone(),
        form: Form::filled(typed),
        console: office.console,
        addresses: format!("{}/addresses", office.home),
        action: office.home,
        ui: office.ui,
    };
    page(StatusCode::OK, &shown)
}

/// What the query asks for; a value that means nothing filters nothing.
fn filter(typed: &FormData) -> Filter {
    let given = |name| Some(typed.one(name).trim().to_owned()).filter(|text: &String| !text.is_empty());
    Filter {
        state: typed.one("state").parse().ok(),
        template: given("template"),
        recipient: given("to"),
        before: typed.one("before").parse().ok(),
    }
}

/// The same filters on another page of the list.
fn with(home: &str, typed: &FormData, before: Option<Id<Mail>>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(typed.pairs().filter(|(name, value)| *name != "before" && !value.is_empty()));
    if let Some(before) = before {
        query.append_pair("before", &before.to_string());
    }
    format!("{home}?{}", query.finish())
}

fn count(state: MailState, number: i64, office: &Office<'_>) -> Count {
    let label = office.ui.t(&format!("mail-state-{state}"));
    Count { label, number, href: format!("{}?state={state}", office.home) }
}

fn state_choice(state: MailState, ui: &Ui) -> Choice {
    let label = Shown::plain(ui.t(&format!("mail-state-{state}")), ui.lang);
    Choice { value: state.to_string(), label }
}

fn template_choice(name: &str, ui: &Ui) -> Choice {
    let label = Shown::plain(ui.t(&format!("mail-template-{name}")), ui.lang);
    Choice { value: name.to_owned(), label }
}

fn row(mail: &OutboxEntry, office: &Office<'_>) -> Row {
    Row {
        href: format!("{}/{}", office.home, mail.id),
        what: office.ui.t(&format!("mail-template-{}", mail.template)),
        subject: mail.subject.clone().unwrap_or_default(),
        to: mail.recipient.clone(),
        state: mail.state.as_str(),
        when: office.clock.tell(mail.created_at),
    }
}
