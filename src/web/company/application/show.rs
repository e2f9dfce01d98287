//! An application's page: where it stands, and, while it may be written, its form and its files.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::place as company_place,
    At, Opened,
    card::{Card, is_withdrawable},
    fields::stored,
    place,
};
use crate::{
    error::Error,
    http::{App, Form, Own, Shown, Ui, page},
    submissions::{Eligibility, HalfDay, Next, demo::opens_on_the_mainland},
    web::{
        demo::{DemoSheet, Sent, facilities, half_day},
        done::done,
        public::{draft::Sheet, views::Choice},
    },
};

#[derive(Template)]
#[template(path = "company/application/show.html")]
struct ApplicationPage {
    ui: Ui,
    done: Option<String>,
    company: Shown,
    home: String,
    base: String,
    card: Card,
    form: Form,
    file: Form,
    reply: Form,
    /// Why it does not fit the rules, what the company replied, and whether that was looked at since.
    against: Option<(String, Option<(String, bool)>)>,
    comments: Vec<String>,
    sheet: Sheet,
    times: Vec<Choice>,
    facilities: Vec<Choice>,
    files: Vec<Sent>,
    /// Whether the linked video is known not to open on the mainland.
    is_far: bool,
    editable: bool,
    is_draft: bool,
    withdrawable: bool,
    /// What stands in it, where it can no longer be written.
    reads: DemoSheet,
}

/// Forms that were refused, to be shown again as they were typed.
#[derive(Default)]
pub(super) struct Refused {
    pub(super) contents: Option<Form>,
    pub(super) file: Option<Form>,
    pub(super) reply: Option<Form>,
}

/// `GET /{lang}/account/companies/{company}/applications/{id}`; `done` in the query names what the last act did.
pub(in crate::web) async fn show(app: web::Data<App>, own: Own, at: At) -> Result<HttpResponse, Error> {
    let opened = Opened::of(&app, &own, (at.1, at.2)).await?;
    draw(&own, opened, Refused::default(), StatusCode::OK)
}

/// The page with what is stored, or with what was refused in its place.
pub(super) fn draw(
    own: &Own,
    opened: Opened,
    refused: Refused,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let ui = own.signed.ui();
    let base = place(ui.lang, opened.company.id, opened.row.id);
    let sent = || opened.files.iter().map(|file| Sent::of(file, &base, &ui)).collect();
    let time =
        |half: HalfDay| Choice { value: half.token(), label: Shown::plain(half_day(&half, &ui), ui.lang) };
    let shown = ApplicationPage {
        done: done(&own.signed.asker.path, DONE).map(|key| ui.t(key)),
        company: Shown::of(&opened.company.name, ui.lang),
        home: company_place(ui.lang, opened.company.id),
        card: Card::of(&opened.row, &opened.form.call, &opened.edition, &ui, &opened.who),
        form: refused.contents.unwrap_or_else(|| Form::filled(stored(&opened))),
        file: refused.file.unwrap_or_default(),
        reply: refused.reply.unwrap_or_default(),
        comments: opened.comments.clone(),
        against: opened.found.as_ref().filter(|found| !found.passed).map(against),
        sheet: Sheet::of(&opened.form, &ui),
        times: HalfDay::all(&opened.edition).into_iter().map(time).collect(),
        facilities: facilities(&ui),
        files: sent(),
        is_far: opened.demo.video.as_ref().is_some_and(|url| !opens_on_the_mainland(url)),
        editable: opened.is_editable(),
        is_draft: opened.row.next == Next::Submit,
        withdrawable: is_withdrawable(&opened.row),
        reads: DemoSheet::of(&opened.demo, None, Vec::new(), &opened.edition, &ui),
        base,
        ui,
    };
    page(status, &shown)
}

fn against(found: &Eligibility) -> (String, Option<(String, bool)>) {
    let reason = found.reason.as_ref().map(ToString::to_string);
    let reply = found.reply.as_ref().map(|reply| (reply.to_string(), !found.is_replied()));
    (reason.unwrap_or_default(), reply)
}

/// What may have been done before the page is shown.
const DONE: &[&str] = &[
    "application-done-started",
    "application-done-saved",
    "application-done-submitted",
    "application-done-withdrawn",
    "application-done-confirmed",
    "application-done-turned-down",
    "application-done-replied",
    "application-done-file",
    "application-done-file-removed",
];
