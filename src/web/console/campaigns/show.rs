//! One campaign: whom it is for, what it says, when it goes out, and how far it has come.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{Named, home, words};
use crate::{
    accounts::proofs::Communications,
    campaigns::{self, Campaign, CampaignId, Group, Progress, Standing, State, Text},
    error::Error,
    http::{App, At, Form, Ui, page},
    values::Lang,
    web::console::{
        clock::Clock,
        frame::{Console, RoomName},
        news::News,
    },
};

/// What it says in one language.
struct Written {
    href: String,
    lang: &'static str,
    autonym: &'static str,
    subject: Option<String>,
}

/// How many read one language, and which text they get.
struct Readers {
    lang: &'static str,
    autonym: &'static str,
    gets: Option<(&'static str, &'static str)>,
    count: i64,
}

#[derive(Template)]
#[template(path = "console/campaigns/show.html")]
struct CampaignPage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    form: Form,
    list: String,
    home: String,
    name: String,
    kind: String,
    audience: Vec<String>,
    state: &'static str,
    send_at: Option<String>,
    joins_until: Option<String>,
    ended: Option<String>,
    written: Vec<Written>,
    /// Before it begins.
    reached: i64,
    readers: Vec<Readers>,
    /// Who get none, with why.
    missed: Vec<(String, i64)>,
    /// Since it began.
    progress: Option<Progress>,
    open: bool,
    may_stop: bool,
    zone: String,
}

/// `GET /console/{edition}/campaigns/{id}`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    at: At<Communications>,
    named: Named,
) -> Result<HttpResponse, Error> {
    draw(&app, &at, named.1, (Form::default(), StatusCode::OK), News::done(&at.signed)).await
}

/// The page, with what was typed where that could not be done.
pub(super) async fn draw(
    app: &App,
    at: &At<Communications>,
    id: CampaignId,
    (form, status): (Form, StatusCode),
    news: Option<News>,
) -> Result<HttpResponse, Error> {
    let (ui, mut conn) = (at.signed.ui(), app.db.read().await?);
    let (clock, here) = (Clock::of(&at.edition, ui.lang), format!("{}/{id}", home(at)));
    let campaign = campaigns::campaign(&mut conn, &at.proof, id).await?;
    let texts = campaigns::texts(&mut conn, &at.proof, id).await?;
    let options = campaigns::options(&mut conn, &at.proof).await?;
    let (groups, progress) = match campaign.state.has_begun() {
        true => (Vec::new(), Some(campaigns::progress(&mut conn, &at.proof, id).await?)),
        false => {
            let meant = (&campaign.audience, campaign.kind);
            (campaigns::reach(&mut conn, &at.proof, meant).await?, None)
        }
    };
    let Campaign { name, kind, audience, state, send_at, joins_until, ended_at, .. } = campaign;
    let shown = CampaignPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Mail),
        news,
        form,
        list: home(at),
        name,
        kind: ui.t(&format!("campaign-kind-{kind}")),
        audience: words::audience(&audience, &options, &ui),
        state: state.as_str(),
        send_at: clock.maybe(send_at),
        joins_until: clock.maybe(joins_until),
        ended: clock.maybe(ended_at),
        written: Lang::ALL.iter().map(|lang| written(*lang, &texts, &here)).collect(),
        reached: reached(&groups).map(|group| group.count).sum(),
        readers: reached(&groups).map(|group| readers(group, &texts)).collect(),
        missed: missed(&groups, progress.as_ref(), &ui),
        progress,
        open: state == State::Draft,
        may_stop: state.may_stop(),
        zone: clock.zone(),
        home: here,
        ui,
    };
    page(status, &shown)
}

fn reached(groups: &[Group]) -> impl Iterator<Item = &Group> {
    groups.iter().filter(|group| group.standing == Standing::Reached)
}

fn readers(group: &Group, texts: &[Text]) -> Readers {
    let gets = campaigns::pick(texts, group.lang).map(|text| text.lang).filter(|lang| *lang != group.lang);
    Readers {
        lang: group.lang.as_str(),
        autonym: group.lang.autonym(),
        gets: gets.map(|lang| (lang.as_str(), lang.autonym())),
        count: group.count,
    }
}

fn written(lang: Lang, texts: &[Text], here: &str) -> Written {
    let text = texts.iter().find(|text| text.lang == lang);
    Written {
        href: format!("{here}/text/{lang}"),
        lang: lang.as_str(),
        autonym: lang.autonym(),
        subject: text.map(|text| text.subject.clone()),
    }
}

/// How many get none, by why, before and since it began.
fn missed(groups: &[Group], progress: Option<&Progress>, ui: &Ui) -> Vec<(String, i64)> {
    let before = |standing: Standing| {
        groups.iter().filter(|group| group.standing == standing).map(|group| group.count).sum::<i64>()
    };
    let since = |standing: Standing| {
        let skipped = progress.iter().flat_map(|progress| &progress.skipped);
        skipped.filter(|(why, _)| *why == standing).map(|(_, count)| count).sum::<i64>()
    };
    let why = Standing::ALL.iter().filter(|standing| **standing != Standing::Reached);
    let told = why.map(|why| (ui.t(&format!("campaign-standing-{why}")), before(*why) + since(*why)));
    told.filter(|(_, count)| *count > 0).collect()
}
