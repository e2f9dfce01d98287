//! Handing a pass out, and taking one back.

use actix_web::{HttpResponse, web};

use super::{super::member, At, place, show::draw};
use crate::{
    companies::CompanyId,
    db::Tx,
    error::Error,
    http::{App, Form, Own, SignedForm, page::see_other},
    registrations::{self, Invited, PassFields, PassId, PassState},
    submissions::SubmissionId,
    values::{Lang, Moment},
};

/// `POST /{lang}/account/companies/{company}/applications/{id}/passes`: sends a link for the first free one.
pub(in crate::web) async fn send(
    app: web::Data<App>,
    own: Own,
    at: At,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let who = member(&app, &own, at.1).await?;
    let outcome = async {
        let one = |name: &str| typed.one(name).to_owned();
        let to =
            Invited::try_from(&PassFields { name: one("name"), email: one("email"), lang: one("lang") })?;
        let now = Moment::now();
        app.db.transaction(async |tx| registrations::send_pass(tx, &who, at.2, &to, now).await).await
    };
    match outcome.await {
        Ok(_) => Ok(see_other(format!("{}?done=sent", place(at.0, at.1, at.2)))),
        Err(error) => draw(&app, &own, &who, at.2, Form::after(typed, error, at.0)?).await,
    }
}

/// `POST /{lang}/account/companies/{company}/applications/{id}/passes/{pass}/take-back`; `seen` is the state it was shown in.
pub(in crate::web) async fn take_back(
    app: web::Data<App>,
    own: Own,
    at: web::Path<(Lang, CompanyId, SubmissionId, PassId)>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let who = member(&app, &own, at.1).await?;
    // A form that is not ours says nothing of what was seen: then it stands otherwise.
    let seen: PassState = typed.one("seen").parse().unwrap_or(PassState::Free);
    let (pass, now) = ((at.2, at.3), Moment::now());
    let verb = async |tx: &mut Tx| registrations::take_back_pass(tx, &who, pass, seen, now).await;
    match app.db.transaction(verb).await {
        Ok(()) => Ok(see_other(format!("{}?done=taken-back", place(at.0, at.1, at.2)))),
        Err(error) => draw(&app, &own, &who, at.2, Form::after(typed, error, at.0)?).await,
    }
}
