//! Who reviews a call, and what each was given in its rounds.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;
use diesel_async::AsyncPgConnection;

use super::{
    super::{
        frame::{Console, RoomName, address},
        news::News,
        submissions::views,
    },
    round::Where,
    tabs::{Tab, Tabs, of_call},
};
use crate::{
    accounts::{Account, proofs::Programme},
    calls::{self, Call, Round, RoundId},
    db::Tx,
    error::{Error, FieldErrors, Reason},
    http::{App, At, Form, FormData, Shown, SignedForm, Ui, page, page::see_other},
    reviews::{self, Candidate, Panellist},
    submissions,
    values::{Id, Line, NumberField},
    web::public::views::Choice,
};

/// Somebody who may be on the panel, and what she has to review, round by round.
struct Row {
    id: String,
    name: String,
    email: String,
    loads: Vec<(Shown, String)>,
}

#[derive(Template)]
#[template(path = "console/calls/panel.html")]
struct PanelPage {
    ui: Ui,
    console: Console,
    tabs: Tabs,
    news: Option<News>,
    form: Form,
    sharing: Form,
    action: String,
    share_out: String,
    invite: String,
    rounds: Vec<Choice>,
    add_round: String,
    rows: Vec<Row>,
    /// Whether anybody is on it.
    set: bool,
    /// What has fewer reviewers than were asked for, round by round.
    short: Vec<(Shown, Vec<Lacking>)>,
}

/// A submission with fewer reviewers than were asked for.
struct Lacking {
    title: Shown,
    href: String,
    /// How many, and why.
    text: String,
}

/// What was typed into one of the page's two forms, and how that ended.
#[derive(Default)]
struct Typed {
    panel: Option<Form>,
    sharing: Option<Form>,
    status: StatusCode,
}

async fn draw(app: &App, at: &At<Programme>, call: Id<Call>, typed: Typed) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let call = calls::call(&mut conn, &at.proof, call).await?;
    let (candidates, panel) = (
        reviews::candidates(&mut conn, &at.proof).await?,
        reviews::panel(&mut conn, &at.proof, call.id).await?,
    );
    let rounds = calls::rounds(&mut conn, &at.proof, call.id).await?;
    let (mut loads, mut short) = (Vec::new(), Vec::new());
    for round in &rounds {
        loads.push((round, reviews::loads(&mut conn, &at.proof, call.id, round.id).await?));
        let lines = lacking(&mut conn, at, call.id, round.id).await?;
        if !lines.is_empty() {
            short.push((Shown::of(&round.name, at.signed.asker.lang), lines));
        }
    }
    let (ui, action) = (at.signed.ui(), of_call(&at.edition, call.id, "/reviewers"));
    let open = rounds.iter().filter(|round| round.closed_at.is_none());
    let shown = PanelPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Calls),
        tabs: Tabs::of(Tab::Reviewers, &call, &at.edition, &ui),
        news: News::done(&at.signed),
        form: typed.panel.unwrap_or_else(|| Form::filled(stored(&panel))),
        sharing: typed.sharing.unwrap_or_else(|| Form::filled(at_first())),
        share_out: format!("{action}/share-out"),
        invite: address(&at.edition, "/team/invitations"),
        rounds: open
            .map(|round| Choice { value: round.id.to_string(), label: Shown::of(&round.name, ui.lang) })
            .collect(),
        add_round: of_call(&at.edition, call.id, "/rounds/new"),
        rows: candidates.iter().map(|one| row(one, &loads, &ui)).collect(),
        set: !panel.is_empty(),
        short,
        action,
        ui,
    };
    page(typed.status, &shown)
}

/// What has fewer reviewers in a round than were asked for, and why.
async fn lacking(
    conn: &mut AsyncPgConnection,
    at: &At<Programme>,
    call: Id<Call>,
    round: RoundId,
) -> Result<Vec<Lacking>, Error> {
    let (ui, mut lines) = (at.signed.ui(), Vec::new());
    for one in reviews::short(conn, &at.proof, call, round).await? {
        let row = submissions::find(conn, &at.proof, one.submission).await?;
        let why = match one.free < one.wanted {
            true => ui.t1("panel-short-conflicts", "free", one.free),
            false => ui.t("panel-short-again"),
        };
        let count = ui.t2("panel-short-count", "has", one.has, "wanted", one.wanted);
        let href = address(&at.edition, &format!("/submissions/{}", row.id));
        lines.push(Lacking { title: views::title(&row, &ui), href, text: format!("{count} {why}") });
    }
    Ok(lines)
}

fn stored(panel: &[Panellist]) -> FormData {
    let pairs = panel.iter().flat_map(|one| {
        let organisation = one.organisation.as_ref().map(ToString::to_string).unwrap_or_default();
        [
            ("reviewers".to_owned(), one.account.to_string()),
            (format!("organisation.{}", one.account), organisation),
        ]
    });
    pairs.collect()
}

/// Three reviewers for each, unless the chair says otherwise.
fn at_first() -> FormData {
    [("each".to_owned(), "3".to_owned())].into_iter().collect()
}

fn row(one: &Candidate, loads: &[(&Round, reviews::Loads)], ui: &Ui) -> Row {
    let load = |(round, loads): &(&Round, reviews::Loads)| {
        let (given, done) = loads.get(&one.id)?;
        Some((Shown::of(&round.name, ui.lang), ui.t2("reviews-progress", "done", done, "assigned", given)))
    };
    Row {
        id: one.id.to_string(),
        name: one.name.clone(),
        email: one.email.as_str().to_owned(),
        loads: loads.iter().filter_map(load).collect(),
    }
}

/// `GET /console/{edition}/calls/{call}/reviewers`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<Where>,
) -> Result<HttpResponse, Error> {
    draw(&app, &at, path.call, Typed::default()).await
}

/// `POST /console/{edition}/calls/{call}/reviewers`: inputs `reviewers`, and `organisation.ID`.
pub(in crate::web) async fn save(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<Where>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let verb = async |tx: &mut Tx| {
        let panel = chosen(&typed)?;
        reviews::set_panel(tx, &at.proof, path.call, &panel).await
    };
    match app.db.transaction(verb).await {
        Ok(()) => Ok(see_other(of_call(&at.edition, path.call, "/reviewers?done=saved"))),
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&app, &at, path.call, Typed { panel: Some(form), sharing: None, status }).await
        }
    }
}

fn chosen(typed: &FormData) -> Result<Vec<Panellist>, Error> {
    let (mut errors, mut panel) = (FieldErrors::new(), BTreeMap::new());
    for id in typed.all("reviewers") {
        let account: Id<Account> = id.parse().map_err(|_| Error::NotFound)?;
        let field = format!("organisation.{id}");
        if let Some(organisation) = errors.take(&field, Line::optional(typed.one(&field))) {
            panel.insert(account, Panellist { account, organisation });
        }
    }
    errors.check()?;
    Ok(panel.into_values().collect())
}

/// `POST /console/{edition}/calls/{call}/reviewers/share-out`: inputs `round` and `each`.
pub(in crate::web) async fn share_out(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<Where>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let verb = async |tx: &mut Tx| {
        let (round, each) = wanted(&typed)?;
        reviews::share_out(tx, &app.keys, &at.proof, (path.call, round), each).await
    };
    match app.db.transaction(verb).await {
        Ok(()) => Ok(see_other(of_call(&at.edition, path.call, "/reviewers?done=shared-out"))),
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&app, &at, path.call, Typed { panel: None, sharing: Some(form), status }).await
        }
    }
}

fn wanted(typed: &FormData) -> Result<(RoundId, usize), FieldErrors> {
    let mut errors = FieldErrors::new();
    let round = errors.take("round", typed.one("round").parse().map_err(|_| Reason::new("required")));
    let each = errors.take("each", NumberField::from(typed.one("each")).within(1..=20));
    let each = each.and_then(|each| usize::try_from(each).ok());
    round.zip(each).ok_or(errors)
}
