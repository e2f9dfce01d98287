//! Changing one's own name and language.

use actix_web::{HttpResponse, web};

use super::home::{Refused, draw};
use crate::{
    accounts::{self, ProfileChange, ProfileFields},
    error::Error,
    http::{App, Form, Own, SignedForm, page::see_other},
};

/// `POST /account/profile`
pub(in crate::web) async fn change(
    app: web::Data<App>,
    own: Own,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let outcome = async {
        let fields = ProfileFields { name: typed.one("name").to_owned(), lang: typed.one("lang").to_owned() };
        let change = ProfileChange::try_from(fields)?;
        app.db.transaction(async |tx| accounts::change_profile(tx, &own.proof, change).await).await
    };
    match outcome.await {
        Ok(()) => Ok(see_other("/account?done=profile")),
        Err(error) => {
            let (form, status) = Form::after(typed, error, own.signed.asker.lang)?;
            draw(&app, &own, Refused { profile: Some(form), ..Refused::default() }, status).await
        }
    }
}
