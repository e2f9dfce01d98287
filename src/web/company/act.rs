//! Asking colleagues, taking that back, and leaving.

use actix_web::{HttpResponse, web};

use super::{
    At, done, home, member,
    show::{Refused, draw},
};
use crate::{
    companies::{self, Colleague, CompanyId, CompanyInvitation},
    error::Error,
    http::{App, Form, Own, SignedForm, page::see_other},
    submissions,
    values::{Email, Id, Lang},
};

/// `POST /{lang}/account/companies/{company}/invite`
pub(in crate::web) async fn invite(
    app: web::Data<App>,
    own: Own,
    at: At,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let who = member(&app, &own, at.1).await?;
    let outcome = async {
        let email = Email::parse(typed.one("email")).map_err(|reason| Error::field("email", reason))?;
        let new = Colleague { email, lang: at.0 };
        app.db.transaction(async |tx| companies::invite(tx, &who, &new).await).await
    };
    match outcome.await {
        Ok(_) => Ok(see_other(done(at.0, at.1, "invited"))),
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.0)?;
            draw(&app, &own, &who, Refused { invite: Some(form), ..Refused::default() }, status).await
        }
    }
}

/// `POST /{lang}/account/companies/{company}/invitations/{id}/withdraw`
pub(in crate::web) async fn withdraw(
    app: web::Data<App>,
    own: Own,
    at: web::Path<(Lang, CompanyId, Id<CompanyInvitation>)>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let who = member(&app, &own, at.1).await?;
    app.db.transaction(async |tx| companies::withdraw(tx, &who, at.2).await).await?;
    Ok(see_other(done(at.0, at.1, "withdrawn")))
}

/// `POST /{lang}/account/companies/{company}/leave`
pub(in crate::web) async fn leave(
    app: web::Data<App>,
    own: Own,
    at: At,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let who = member(&app, &own, at.1).await?;
    let leave = app.db.transaction(async |tx| {
        submissions::hand_over(tx, &who).await?;
        companies::leave(tx, &who).await
    });
    match leave.await {
        Ok(()) => Ok(see_other(home(at.0))),
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.0)?;
            draw(&app, &own, &who, Refused { invite: Some(form), ..Refused::default() }, status).await
        }
    }
}
