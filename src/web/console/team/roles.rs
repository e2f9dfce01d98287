//! Granting one more role to somebody of the team, and withdrawing one.

use actix_web::{HttpResponse, http::StatusCode, web};

use super::list::draw;
use crate::{
    accounts::{self, Grant, Manager, RoleAt, RoleFields, proofs::Organiser},
    error::{Error, Reason},
    http::{App, At, Form, SignedForm, page::see_other},
    values::Id,
    web::console::{frame::address, news::News},
};

fn back(at: &At<Organiser>, done: &str) -> HttpResponse {
    see_other(address(&at.edition, &format!("/team?done={done}")))
}

/// `POST /console/{edition}/team/roles`
pub(in crate::web) async fn grant(
    app: web::Data<App>,
    at: At<Organiser>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let outcome = async {
        let account = typed.one("account").parse();
        let account = account.map_err(|_| Error::field("account", Reason::new("required")))?;
        let fields = RoleFields { role: typed.one("role").to_owned(), edition: at.edition.id.to_string() };
        let role = RoleAt::try_from(fields)?;
        let verb = async |tx: &mut crate::db::Tx| {
            accounts::grant(tx, Manager::Organiser(&at.proof), account, role).await
        };
        app.db.transaction(verb).await
    };
    match outcome.await {
        Ok(_) => Ok(back(&at, "granted")),
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&app, &at, form, None, status).await
        }
    }
}

/// `POST /console/{edition}/team/roles/{id}/withdraw`
pub(in crate::web) async fn withdraw(
    app: web::Data<App>,
    at: At<Organiser>,
    path: web::Path<(String, Id<Grant>)>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let verb =
        async |tx: &mut crate::db::Tx| accounts::withdraw(tx, Manager::Organiser(&at.proof), path.1).await;
    match app.db.transaction(verb).await {
        Ok(()) => Ok(back(&at, "withdrawn")),
        Err(error) => {
            let news = News::refused(error, at.signed.asker.lang)?;
            draw(&app, &at, Form::default(), Some(news), StatusCode::CONFLICT).await
        }
    }
}
