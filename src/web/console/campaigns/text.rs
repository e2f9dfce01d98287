//! What a campaign says in one language.

use actix_web::{HttpResponse, http::StatusCode, web};

use super::home;
use crate::{
    accounts::proofs::Communications,
    campaigns::{self, CampaignId},
    error::Error,
    http::{App, At, Form, Ui, guard, page},
    mail::{self, Renderer},
    values::Lang,
    web::console::{
        frame::{Console, RoomName},
        mail::wording::{Name, names},
        news::News,
    },
};

#[derive(askama::Template)]
#[template(path = "console/campaigns/text.html")]
struct TextPage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    form: Form,
    back: String,
    action: String,
    campaign: String,
    lang: &'static str,
    autonym: &'static str,
    open: bool,
    written: bool,
    names: Vec<Name>,
    /// The version that is shown.
    seen: i32,
}

/// Which words a path names: edition, campaign, language.
pub(super) type Named = web::Path<(String, CampaignId, Lang)>;

/// Where a campaign is written in `lang`.
pub(super) fn address_of(at: &At<Communications>, id: CampaignId, lang: Lang) -> String {
    format!("{}/{id}/text/{lang}", home(at))
}

/// `GET /console/{edition}/campaigns/{id}/text/{lang}`
pub(in crate::web) async fn text(
    app: web::Data<App>,
    at: At<Communications>,
    named: Named,
) -> Result<HttpResponse, Error> {
    draw(&app, &at, (named.1, named.2), None, None).await
}

/// The page, with what was typed where that was not kept.
pub(super) async fn draw(
    app: &App,
    at: &At<Communications>,
    (id, lang): (CampaignId, Lang),
    typed: Option<(Form, StatusCode)>,
    news: Option<News>,
) -> Result<HttpResponse, Error> {
    let (ui, mut conn) = (at.signed.ui(), app.db.read().await?);
    let campaign = campaigns::campaign(&mut conn, &at.proof, id).await?;
    let texts = campaigns::texts(&mut conn, &at.proof, id).await?;
    let text = texts.into_iter().find(|text| text.lang == lang);
    let template = mail::named(campaign.kind.template()).ok_or(Error::NotFound)?;
    let written = text.is_some();
    let pairs = text
        .into_iter()
        .flat_map(|text| [("subject", text.subject), ("heading", text.heading), ("text", text.body)]);
    let stored = pairs.map(|(name, value)| (name.to_owned(), value)).collect();
    let (form, status) = typed.unwrap_or_else(|| (Form::filled(stored), StatusCode::OK));
    let shown = TextPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Mail),
        news,
        form,
        back: format!("{}/{id}", home(at)),
        action: address_of(at, id, lang),
        seen: campaign.version,
        campaign: campaign.name,
        lang: lang.as_str(),
        autonym: lang.autonym(),
        open: campaign.state.is_open(),
        written,
        names: names(&Renderer::new()?, template, (lang, &at.edition.letterhead()), &ui),
        ui,
    };
    Ok(guard::framing(page(status, &shown)?))
}
