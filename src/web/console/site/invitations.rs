//! Every invitation, and offering any role in any edition.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::super::{
    clock::Clock,
    frame::{Console, SiteRoom},
    news::News,
    team::{InvitePage, Invited, invitation_fields, roles},
};
use crate::{
    accounts::{self, INVITATION_DAYS, Invitation, Manager, NewInvitation},
    db::Tx,
    editions,
    error::Error,
    http::{App, AsAdmin, Form, FormData, SignedForm, Ui, page, page::see_other},
    values::Id,
    web::account::{edition_choice, langs},
};

const HOME: &str = "/console/site/invitations";

#[derive(Template)]
#[template(path = "console/site/invitations.html")]
struct InvitationsPage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    invitations: Vec<Invited>,
    zone: String,
}

async fn draw_list(
    app: &App,
    admin: &AsAdmin,
    news: Option<News>,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let (ui, mut conn) = (admin.signed.ui(), app.db.read().await?);
    let invitations = accounts::invitations(&mut conn, Manager::Admin(&admin.proof)).await?;
    let editions = editions::mine(&mut conn, admin.signed.authority.roles()).await?;
    let clock = Clock::of_site(&mut conn, ui.lang).await?;
    let invited = invitations.iter().map(|one| Invited::of(one, &editions, HOME, &clock, &ui));
    let shown = InvitationsPage {
        console: Console::of_site(&admin.signed, SiteRoom::Invitations),
        news,
        invitations: invited.collect::<Result<_, _>>()?,
        zone: clock.zone(),
        ui,
    };
    page(status, &shown)
}

async fn draw_form(
    app: &App,
    admin: &AsAdmin,
    form: Form,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let ui = admin.signed.ui();
    let editions = editions::mine(&mut *app.db.read().await?, admin.signed.authority.roles()).await?;
    let shown = InvitePage {
        console: Console::of_site(&admin.signed, SiteRoom::Invitations),
        form,
        action: format!("{HOME}/new"),
        back: HOME.to_owned(),
        roles: roles(true, &ui),
        editions: editions.iter().map(|edition| edition_choice(edition, &ui)).collect(),
        langs: langs(),
        days: INVITATION_DAYS,
        ui,
    };
    page(status, &shown)
}

/// `GET /console/site/invitations`
pub(in crate::web) async fn list(app: web::Data<App>, admin: AsAdmin) -> Result<HttpResponse, Error> {
    let news = News::done(&admin.signed);
    draw_list(&app, &admin, news, StatusCode::OK).await
}

/// `GET /console/site/invitations/new`
pub(in crate::web) async fn form(app: web::Data<App>, admin: AsAdmin) -> Result<HttpResponse, Error> {
    let own = [("lang".to_owned(), admin.signed.asker.lang.to_string())];
    draw_form(&app, &admin, Form::filled(FormData::from_iter(own)), StatusCode::OK).await
}

/// `POST /console/site/invitations/new`
pub(in crate::web) async fn send(
    app: web::Data<App>,
    admin: AsAdmin,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let outcome = async {
        let new = NewInvitation::try_from(invitation_fields(&typed, typed.one("edition").to_owned()))?;
        let by = Manager::Admin(&admin.proof);
        app.db.transaction(async |tx| accounts::invite(tx, by, new).await).await
    };
    match outcome.await {
        Ok(_) => Ok(see_other(format!("{HOME}?done=invited"))),
        Err(error) => {
            let (form, status) = Form::after(typed, error, admin.signed.asker.lang)?;
            draw_form(&app, &admin, form, status).await
        }
    }
}

/// `POST /console/site/invitations/{id}/withdraw`
pub(in crate::web) async fn withdraw(
    app: web::Data<App>,
    admin: AsAdmin,
    id: web::Path<Id<Invitation>>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let by = Manager::Admin(&admin.proof);
    let verb = async |tx: &mut Tx| accounts::withdraw_invitation(tx, by, *id).await;
    match app.db.transaction(verb).await {
        Ok(()) => Ok(see_other(format!("{HOME}?done=withdrawn"))),
        Err(error) => {
            let news = News::refused(error, admin.signed.asker.lang)?;
            draw_list(&app, &admin, Some(news), StatusCode::CONFLICT).await
        }
    }
}
