//! Everybody's API tokens.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::super::{
    clock::Clock,
    frame::{Console, SiteRoom},
    news::News,
};
use crate::{
    accounts::{self, ApiToken},
    editions,
    error::Error,
    http::{App, AsAdmin, SignedForm, Ui, page, page::see_other},
    values::Id,
    web::account::TokenRow,
};

#[derive(Template)]
#[template(path = "console/site/tokens.html")]
struct TokensPage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    rows: Vec<TokenRow>,
    zone: String,
}

/// `GET /console/site/tokens`
pub(in crate::web) async fn list(app: web::Data<App>, admin: AsAdmin) -> Result<HttpResponse, Error> {
    let (ui, mut conn) = (admin.signed.ui(), app.db.read().await?);
    let tokens = accounts::all_tokens(&mut conn, &admin.proof).await?;
    let editions = editions::mine(&mut conn, admin.signed.authority.roles()).await?;
    let clock = Clock::of_site(&mut conn, ui.lang).await?;
    let act = |id| format!("/console/site/tokens/{id}/revoke");
    let shown = TokensPage {
        console: Console::of_site(&admin.signed, SiteRoom::AllTokens),
        news: News::done(&admin.signed),
        rows: tokens.iter().map(|token| TokenRow::of(token, &editions, act, &clock, &ui)).collect(),
        zone: clock.zone(),
        ui,
    };
    page(StatusCode::OK, &shown)
}

/// `POST /console/site/tokens/{id}/revoke`
pub(in crate::web) async fn revoke(
    app: web::Data<App>,
    admin: AsAdmin,
    id: web::Path<Id<ApiToken>>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    app.db.transaction(async |tx| accounts::revoke_any_token(tx, &admin.proof, *id).await).await?;
    Ok(see_other("/console/site/tokens?done=revoked"))
}
