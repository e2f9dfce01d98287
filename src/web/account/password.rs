//! Setting or changing one's own password.

use actix_web::{HttpRequest, HttpResponse, web};

use super::{
    begin,
    home::{Refused, draw},
    user_agent,
};
use crate::{
    accounts::{self, PasswordFields},
    error::Error,
    http::{App, Form, Own, SignedForm},
};

/// `POST /account/password`: every session ends, and this browser begins a new one.
pub(in crate::web) async fn change(
    app: web::Data<App>,
    request: HttpRequest,
    own: Own,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let fields =
        PasswordFields { current: typed.one("current").to_owned(), new: typed.one("new").to_owned() };
    let agent = user_agent(&request);
    match accounts::set_password(&app.db, &app.passwords, &own.proof, fields, agent).await {
        Ok(session) => begin(&app, &session, "/account?done=password"),
        Err(error) => {
            let (form, status) = Form::after(typed, error, own.signed.asker.lang)?;
            draw(&app, &own, Refused { password: Some(form), ..Refused::default() }, status).await
        }
    }
}
