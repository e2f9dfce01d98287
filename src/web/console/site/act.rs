//! The buttons of an account's page.

use actix_web::{HttpResponse, http::StatusCode, web};

use super::account::{address, draw};
use crate::{
    accounts::{self, Account, Grant, Manager, RoleAt, RoleFields},
    db::Tx,
    error::Error,
    http::{App, AsAdmin, Form, SignedForm, page::see_other},
    values::Id,
    web::console::news::News,
};

/// Back to the account after an act, or why the present state refused it.
async fn after<T>(
    app: &App,
    admin: &AsAdmin,
    id: Id<Account>,
    outcome: Result<T, Error>,
    done: &str,
) -> Result<HttpResponse, Error> {
    match outcome {
        Ok(_) => Ok(see_other(format!("{}?done={done}", address(id)))),
        Err(error) => {
            let news = News::refused(error, admin.signed.asker.lang)?;
            draw(app, admin, id, Form::default(), Some(news), StatusCode::CONFLICT).await
        }
    }
}

/// `POST /console/site/accounts/{id}/suspend`
pub(in crate::web) async fn suspend(
    app: web::Data<App>,
    admin: AsAdmin,
    id: web::Path<Id<Account>>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let outcome = app.db.transaction(async |tx| accounts::suspend(tx, &admin.proof, *id).await).await;
    after(&app, &admin, *id, outcome, "suspended").await
}

/// `POST /console/site/accounts/{id}/reinstate`
pub(in crate::web) async fn reinstate(
    app: web::Data<App>,
    admin: AsAdmin,
    id: web::Path<Id<Account>>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let outcome = app.db.transaction(async |tx| accounts::reinstate(tx, &admin.proof, *id).await).await;
    after(&app, &admin, *id, outcome, "reinstated").await
}

/// `POST /console/site/accounts/{id}/sessions/end`
pub(in crate::web) async fn end_sessions(
    app: web::Data<App>,
    admin: AsAdmin,
    id: web::Path<Id<Account>>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let outcome = app.db.transaction(async |tx| accounts::end_sessions(tx, &admin.proof, *id).await).await;
    after(&app, &admin, *id, outcome, "signed-out").await
}

/// `POST /console/site/accounts/{id}/roles`
pub(in crate::web) async fn grant(
    app: web::Data<App>,
    admin: AsAdmin,
    id: web::Path<Id<Account>>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let outcome = async {
        let (role, edition) = (typed.one("role").to_owned(), typed.one("edition").to_owned());
        let at = RoleAt::try_from(RoleFields { role, edition })?;
        let by = Manager::Admin(&admin.proof);
        app.db.transaction(async |tx| accounts::grant(tx, by, *id, at).await).await
    };
    match outcome.await {
        Err(Error::Invalid(errors)) => {
            let form = Form::refused(typed, &errors, admin.signed.asker.lang);
            draw(&app, &admin, *id, form, None, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        outcome => after(&app, &admin, *id, outcome, "granted").await,
    }
}

/// `POST /console/site/accounts/{id}/roles/{grant}/withdraw`
pub(in crate::web) async fn withdraw(
    app: web::Data<App>,
    admin: AsAdmin,
    path: web::Path<(Id<Account>, Id<Grant>)>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let by = Manager::Admin(&admin.proof);
    let verb = async |tx: &mut Tx| accounts::withdraw(tx, by, path.1).await;
    let outcome = app.db.transaction(verb).await;
    after(&app, &admin, path.0, outcome, "withdrawn").await
}
