//! What judges will see of an application.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{At, Opened, place};
use crate::{
    calls,
    error::Error,
    http::{App, Own, Shown, Ui, page},
    web::demo::{DemoSheet, Sent},
};

#[derive(Template)]
#[template(path = "company/application/preview.html")]
struct PreviewPage {
    ui: Ui,
    base: String,
    titles: Vec<Shown>,
    summaries: Vec<Shown>,
    spoken: Vec<String>,
    sheet: DemoSheet,
    is_blind: bool,
}

/// `GET /{lang}/account/companies/{company}/applications/{id}/preview`
pub(in crate::web) async fn show(app: web::Data<App>, own: Own, at: At) -> Result<HttpResponse, Error> {
    let opened = Opened::of(&app, &own, (at.1, at.2)).await?;
    let rounds = calls::rounds_of(&mut *app.db.read().await?, opened.row.call).await?;
    let is_blind = rounds.iter().any(|round| round.blind);
    let (ui, base) = (own.signed.ui(), place(at.0, at.1, at.2));
    let files = opened.files.iter().map(|file| Sent::of(file, &base, &ui)).collect();
    let shown = PreviewPage {
        titles: Shown::every(opened.row.title.as_ref()),
        summaries: Shown::every(opened.row.summary.as_ref()),
        spoken: opened.row.spoken.iter().map(|one| ui.t(&format!("spoken-{one}"))).collect(),
        sheet: DemoSheet::for_judge(&opened.demo, Some(&opened.company), files, &opened.edition, &ui),
        is_blind,
        base,
        ui,
    };
    page(StatusCode::OK, &shown)
}
