//! Making one's own account: a name and an address, which the mailed link or code then proves.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::sign_in_mail::asked;
use crate::{
    accounts::{self, AccountFields, NewAccount},
    error::Error,
    http::{App, Asker, Form, FormData, Ui, page},
};

#[derive(Template)]
#[template(path = "account/sign-up.html")]
struct SignUpPage {
    ui: Ui,
    form: Form,
}

/// `GET /sign-up`; `next` in the query says where to go on.
pub(in crate::web) async fn show(asker: Asker) -> Result<HttpResponse, Error> {
    let form = Form::filled(asker.query()?);
    page(StatusCode::OK, &SignUpPage { ui: Ui::anonymous(asker.lang, &asker.path), form })
}

/// `POST /sign-up`: the answer is the same for an address that has an account already.
pub(in crate::web) async fn submit(
    app: web::Data<App>,
    asker: Asker,
    typed: FormData,
) -> Result<HttpResponse, Error> {
    let one = |name: &str| typed.one(name).to_owned();
    let fields = AccountFields { email: one("email"), name: one("name"), lang: asker.lang.to_string() };
    let new = match NewAccount::try_from(fields) {
        Ok(new) => new,
        Err(errors) => {
            let form = Form::refused(typed, &errors, asker.lang);
            let ui = Ui::anonymous(asker.lang, &asker.path);
            return page(StatusCode::UNPROCESSABLE_ENTITY, &SignUpPage { ui, form });
        }
    };
    let visitor = asker.visitor();
    let verb = async |tx: &mut crate::db::Tx| accounts::request_account(tx, &visitor, &new).await;
    let id = app.db.transaction(verb).await?;
    asked(&app, id, typed.one("next"))
}
