//! Accepting an invitation to the staff.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{begin, user_agent};
use crate::{
    accounts::{self, AcceptFields},
    error::Error,
    http::{App, Asker, Form, FormData, Ui, guard::unlinked, page},
};

#[derive(Template)]
#[template(path = "account/invitation.html")]
struct InvitationPage {
    ui: Ui,
    form: Form,
    email: String,
    role: String,
    edition: Option<String>,
    known: bool,
    action: String,
}

async fn draw(
    app: &App,
    asker: &Asker,
    token: &str,
    form: Option<Form>,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let (invitation, known) = accounts::invitation(&mut conn, &app.keys, token).await?;
    let ui = Ui::anonymous(asker.lang, &asker.path);
    let editions = app.pages.editions(&app.db).await?;
    let edition = editions.iter().find(|edition| Some(edition.id.uuid()) == invitation.edition_id);
    let offered = FormData::from_iter([("name".to_owned(), invitation.name.clone())]);
    let shown = InvitationPage {
        role: ui.t(&format!("role-{}", invitation.role)),
        edition: edition.map(|edition| edition.name.pick(ui.lang).text.to_owned()),
        email: invitation.email.as_str().to_owned(),
        action: format!("/invitation/{token}"),
        form: form.unwrap_or_else(|| Form::filled(offered)),
        known,
        ui,
    };
    Ok(unlinked(page(status, &shown)?))
}

/// `GET /invitation/{token}`: says what is offered, changes nothing.
pub(in crate::web) async fn show(
    app: web::Data<App>,
    asker: Asker,
    token: web::Path<String>,
) -> Result<HttpResponse, Error> {
    draw(&app, &asker, &token, None, StatusCode::OK).await
}

/// `POST /invitation/{token}`
pub(in crate::web) async fn accept(
    app: web::Data<App>,
    request: HttpRequest,
    asker: Asker,
    token: web::Path<String>,
    typed: FormData,
) -> Result<HttpResponse, Error> {
    let fields =
        AcceptFields { name: typed.one("name").to_owned(), password: typed.one("password").to_owned() };
    let (visitor, agent) = (asker.visitor(), user_agent(&request));
    let accepted =
        accounts::accept_invitation(&app.db, &visitor, &app.keys, &app.passwords, &token, fields, agent)
            .await;
    match accepted {
        Ok(session) => Ok(unlinked(begin(&app, &session, "/console")?)),
        Err(Error::Invalid(errors)) => {
            let form = Form::refused(typed, &errors, asker.lang);
            draw(&app, &asker, &token, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(other) => Err(other),
    }
}
