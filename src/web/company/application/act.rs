//! Beginning an application, and answering for it, a button each.

use actix_web::{HttpResponse, web};

use super::{
    At, Opened, member, place,
    show::{Refused, draw},
};
use crate::{
    calls::{self, CallId},
    companies::CompanyId,
    error::Error,
    http::{App, Form, Own, SignedForm, page::see_other},
    submissions::{self, DraftFields},
    values::{Lang, Moment, Prose},
};

fn done(at: &At, what: &str) -> HttpResponse {
    see_other(format!("{}?done={what}", place(at.0, at.1, at.2)))
}

/// `POST /{lang}/account/companies/{company}/demos/{edition}/{call}/start`: an empty draft, and on to its page.
pub(in crate::web) async fn start(
    app: web::Data<App>,
    own: Own,
    at: web::Path<(Lang, CompanyId, String, CallId)>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let who = member(&app, &own, at.1).await?;
    let edition = app.pages.snapshot(&app.db, &at.2).await?.edition().id;
    let begin = app.db.transaction(async |tx| {
        let call = calls::by_id(tx, edition, at.3).await?;
        let form = submissions::form(tx, call.clone()).await?;
        let draft = DraftFields::default().parse(&form)?;
        submissions::start_demo(tx, &app.keys, &who, &call, (typed.one("code"), &draft), Moment::now()).await
    });
    Ok(see_other(format!("{}?done=started", place(at.0, at.1, begin.await?))))
}

/// `POST /{lang}/account/companies/{company}/applications/{id}/withdraw`
pub(in crate::web) async fn withdraw(
    app: web::Data<App>,
    own: Own,
    at: At,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let who = member(&app, &own, at.1).await?;
    app.db.transaction(async |tx| submissions::withdraw(tx, &who, at.2, Moment::now()).await).await?;
    Ok(done(&at, "withdrawn"))
}

/// `POST /{lang}/account/companies/{company}/applications/{id}/confirm`
pub(in crate::web) async fn confirm(
    app: web::Data<App>,
    own: Own,
    at: At,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let who = member(&app, &own, at.1).await?;
    app.db.transaction(async |tx| submissions::confirm(tx, &who, at.2, Moment::now()).await).await?;
    Ok(done(&at, "confirmed"))
}

/// `POST /{lang}/account/companies/{company}/applications/{id}/reply`: her one correction.
pub(in crate::web) async fn reply(
    app: web::Data<App>,
    own: Own,
    at: At,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let opened = Opened::of(&app, &own, (at.1, at.2)).await?;
    let (who, now) = (&opened.who, Moment::now());
    let outcome = async {
        let text = Prose::parse(typed.one("reply")).map_err(|reason| Error::field("reply", reason))?;
        app.db.transaction(async |tx| submissions::reply(tx, who, at.2, &text, now).await).await
    };
    match outcome.await {
        Ok(()) => Ok(done(&at, "replied")),
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.0)?;
            draw(&own, opened, Refused { reply: Some(form), ..Refused::default() }, status)
        }
    }
}

/// `POST /{lang}/account/companies/{company}/applications/{id}/turn-down`
pub(in crate::web) async fn turn_down(
    app: web::Data<App>,
    own: Own,
    at: At,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let who = member(&app, &own, at.1).await?;
    app.db.transaction(async |tx| submissions::turn_down(tx, &who, at.2, Moment::now()).await).await?;
    Ok(done(&at, "turned-down"))
}
