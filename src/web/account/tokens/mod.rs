//! One's own API tokens: listing, making, revoking. A secret is shown once, on the page that answers its making.

mod make;
mod row;

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

pub(in crate::web) use make::make;
pub(in crate::web) use row::TokenRow;

use super::super::public::views::Choice;
use crate::{
    accounts::{self, Access, ApiToken, Power, Role, RoleAt, Scope, TOKEN_DAYS},
    editions::{self, Edition},
    error::Error,
    http::{App, Form, FormData, Own, Shown, SignedForm, Ui, page, page::see_other},
    values::Id,
    web::console::{
        clock::Clock,
        frame::{Console, SiteRoom},
        news::News,
    },
};

/// Days that the form suggests.
const USUAL_DAYS: &str = "90";

/// A power that a token may be given, as two boxes.
struct Boxes {
    name: String,
    read: String,
    write: String,
}

#[derive(Template)]
#[template(path = "account/tokens.html")]
struct TokensPage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    secret: Option<String>,
    form: Form,
    powers: Vec<Boxes>,
    editions: Vec<Choice>,
    longest: i64,
    rows: Vec<TokenRow>,
    zone: String,
}

/// `GET /account/tokens`
pub(in crate::web) async fn show(app: web::Data<App>, own: Own) -> Result<HttpResponse, Error> {
    draw(&app, &own, None, blank(), StatusCode::OK).await
}

/// `POST /account/tokens/{id}/revoke`
pub(in crate::web) async fn revoke(
    app: web::Data<App>,
    own: Own,
    id: web::Path<Id<ApiToken>>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    app.db.transaction(async |tx| accounts::revoke_token(tx, &own.proof, *id).await).await?;
    Ok(see_other("/account/tokens?done=revoked"))
}

async fn draw(
    app: &App,
    own: &Own,
    secret: Option<String>,
    form: Form,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let (ui, mut conn) = (own.signed.ui(), app.db.read().await?);
    let roles = own.signed.authority.roles();
    let editions = editions::mine(&mut conn, roles).await?;
    let tokens = accounts::tokens_of(&mut conn, &own.proof).await?;
    let clock = Clock::of_site(&mut conn, ui.lang).await?;
    let act = |id| format!("/account/tokens/{id}/revoke");
    let shown = TokensPage {
        console: Console::of_site(&own.signed, SiteRoom::Tokens),
        news: News::done(&own.signed),
        secret,
        form,
        powers: powers(roles, &ui),
        editions: editions.iter().map(|edition| choice(edition, &ui)).collect(),
        longest: TOKEN_DAYS,
        rows: tokens.iter().map(|token| TokenRow::of(token, &editions, act, &clock, &ui)).collect(),
        zone: clock.zone(),
        ui,
    };
    page(status, &shown)
}

fn blank() -> Form {
    Form::filled(FormData::from_iter([("days".to_owned(), USUAL_DAYS.to_owned())]))
}

/// What her own roles reach, and what is her own: nothing else is offered.
fn powers(held: &[RoleAt], ui: &Ui) -> Vec<Boxes> {
    let within = |role: &&Role| held.iter().any(|at| at.role().covers(**role));
    let boxes = |power: Power, name: String| Boxes {
        name,
        read: Scope { power, access: Access::Read }.to_string(),
        write: Scope { power, access: Access::Write }.to_string(),
    };
    let of_role = |role: &Role| boxes(Power::Role(*role), ui.t(&format!("role-{role}")));
    Role::ALL.iter().filter(within).map(of_role).chain([boxes(Power::Own, ui.t("token-own"))]).collect()
}

/// An edition to choose, by its id.
pub(in crate::web) fn choice(edition: &Edition, ui: &Ui) -> Choice {
    Choice { value: edition.id.to_string(), label: Shown::of(&edition.name, ui.lang) }
}
