//! Making a token.

use actix_web::{HttpResponse, http::StatusCode, web};
use secrecy::ExposeSecret;

use super::{blank, draw};
use crate::{
    accounts::{self, NewToken, TokenFields},
    error::Error,
    http::{App, Form, FormData, Own, SignedForm},
};

/// `POST /account/tokens`: answers with the secret instead of leading on, so that it is kept nowhere.
pub(in crate::web) async fn make(
    app: web::Data<App>,
    own: Own,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let outcome = async {
        let new = NewToken::try_from(fields(&typed))?;
        app.db.transaction(async |tx| accounts::make_token(tx, &own.proof, new).await).await
    };
    match outcome.await {
        Ok((_, secret)) => {
            let secret = secret.expose_secret().to_owned();
            draw(&app, &own, Some(secret), blank(), StatusCode::CREATED).await
        }
        Err(error) => {
            let (form, status) = Form::after(typed, error, own.signed.asker.lang)?;
            draw(&app, &own, None, form, status).await
        }
    }
}

fn fields(typed: &FormData) -> TokenFields {
    TokenFields {
        name: typed.one("name").to_owned(),
        scopes: typed.all("scopes").map(str::to_owned).collect(),
        edition: typed.one("edition").to_owned(),
        days: typed.one("days").to_owned(),
    }
}
