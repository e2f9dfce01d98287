//! What a file would do, and the button that does it.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::super::{
    frame::{Console, RoomName, address},
    news::News,
};
use crate::{
    accounts::proofs::Organiser,
    db::Tx,
    error::Error,
    http::{App, At, SignedForm, Ui, page, page::see_other},
    i18n,
    transfer::{self, Kind, Outcome, Plan, Told, Upload},
    values::Id,
};

/// Rows of one kind of outcome that a page shows; the rest is counted.
const MOST: usize = 200;

/// How many of a kind come to what.
struct Count {
    kind: String,
    created: usize,
    changed: usize,
    unchanged: usize,
    refused: usize,
}

/// One row of the file.
struct Row {
    kind: String,
    line: usize,
    label: String,
    said: String,
}

/// The rows that come to one thing.
struct Group {
    id: &'static str,
    title: String,
    rows: Vec<Row>,
    /// How many more there are.
    more: usize,
}

#[derive(Template)]
#[template(path = "console/import/dry_run.html")]
struct DryRunPage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    action: String,
    back: String,
    file: String,
    counts: Vec<Count>,
    groups: Vec<Group>,
    kept: Vec<String>,
    left: usize,
    empty: bool,
    fingerprint: String,
}

async fn draw(
    app: &App,
    at: &At<Organiser>,
    id: Id<Upload>,
    against: Option<(News, StatusCode)>,
) -> Result<HttpResponse, Error> {
    let (upload, name, incoming) = transfer::held(&app.db, &at.proof, id).await?;
    let plan = transfer::planned(&mut *app.db.read().await?, &at.proof, &incoming, upload.lang).await?;
    let (ui, home) = (at.signed.ui(), address(&at.edition, "/import"));
    let (news, status) = against.map_or((None, StatusCode::OK), |(news, status)| (Some(news), status));
    let shown = DryRunPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Programme),
        news,
        action: format!("{home}/{id}"),
        back: home,
        file: name.as_str().to_owned(),
        counts: counts(&plan, &ui),
        groups: groups(&plan, &ui),
        kept: plan
            .kept
            .iter()
            .map(|(what, count)| ui.t1(&format!("import-kept-{what}"), "count", count))
            .collect(),
        left: plan.left,
        empty: plan.is_empty(),
        fingerprint: plan.fingerprint(),
        ui,
    };
    page(status, &shown)
}

fn counts(plan: &Plan, ui: &Ui) -> Vec<Count> {
    let count = |(kind, counts): (Kind, transfer::Counts)| Count {
        kind: ui.t(&format!("import-kind-{kind}")),
        created: counts.created,
        changed: counts.changed,
        unchanged: counts.unchanged,
        refused: counts.refused,
    };
    plan.counts().into_iter().map(count).collect()
}

fn groups(plan: &Plan, ui: &Ui) -> Vec<Group> {
    let group = |id, key, is: fn(&Outcome<()>) -> bool| {
        let mut all = plan.told().filter(|told| is(&told.outcome));
        let rows: Vec<Row> = all.by_ref().take(MOST).map(|told| row(&told, ui)).collect();
        Group { id, title: ui.t(key), rows, more: all.count() }
    };
    let groups = [
        group("refused", "import-refused", |it| matches!(it, Outcome::Refused(_))),
        group("changed", "import-changed", |it| matches!(it, Outcome::Change(..))),
        group("created", "import-created", |it| matches!(it, Outcome::Create(()))),
    ];
    groups.into_iter().filter(|group| !group.rows.is_empty()).collect()
}

fn row(told: &Told<'_>, ui: &Ui) -> Row {
    let said = match &told.outcome {
        Outcome::Refused(reason) => i18n::reason(ui.lang, reason),
        Outcome::Change((), fields) => {
            let names: Vec<String> =
                fields.iter().map(|field| ui.t(&format!("import-field-{field}"))).collect();
            names.join(" · ")
        }
        Outcome::Create(()) | Outcome::Unchanged => String::new(),
    };
    let kind = ui.t(&format!("import-kind-{}", told.kind));
    Row { kind, line: told.line, label: told.label.to_owned(), said }
}

/// `GET /console/{edition}/import/{id}`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    path: web::Path<(String, Id<Upload>)>,
    at: At<Organiser>,
) -> Result<HttpResponse, Error> {
    draw(&app, &at, path.1, None).await
}

/// `POST /console/{edition}/import/{id}`
pub(in crate::web) async fn carry_out(
    app: web::Data<App>,
    path: web::Path<(String, Id<Upload>)>,
    at: At<Organiser>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let (upload, name, incoming) = transfer::held(&app.db, &at.proof, path.1).await?;
    let (file, seen) = ((&upload, &name, &incoming), typed.one("plan"));
    let verb = async |tx: &mut Tx| transfer::perform(tx, &at.proof, file, seen).await.map(drop);
    match app.db.transaction(verb).await {
        Ok(()) => Ok(see_other(address(&at.edition, "/programme?done=imported"))),
        // The draft moved meanwhile: what the file would do now stands below.
        Err(error) => {
            let against = News::against(error, at.signed.asker.lang)?;
            draw(&app, &at, path.1, Some(against)).await
        }
    }
}
