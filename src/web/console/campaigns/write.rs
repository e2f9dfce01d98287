//! Keeping a campaign's words, trying them, sending oneself a test, taking a language away.

use actix_web::{HttpResponse, http::StatusCode, web};

use super::{
    home,
    text::{Named, draw},
};
use crate::{
    accounts::proofs::Communications,
    campaigns,
    db::Tx,
    error::Error,
    http::{App, At, Form, SignedForm, guard, page::see_other},
    mail::Renderer,
    web::console::{
        mail::wording::{seen, test_sent, untried},
        submissions::wording::typed_wording,
    },
};

/// `POST /console/{edition}/campaigns/{id}/text/{lang}`: inputs `subject`, `heading`, `text`, `seen`.
pub(in crate::web) async fn write(
    app: web::Data<App>,
    at: At<Communications>,
    named: Named,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let (id, lang) = (named.1, named.2);
    let verb = async |tx: &mut Tx| {
        let input = (id, lang, &typed_wording(&typed), seen(&typed));
        campaigns::write(tx, &Renderer::new()?, &at.proof, &at.edition, input).await
    };
    match app.db.transaction(verb).await {
        Ok(()) => Ok(see_other(format!("{}/{id}?done=campaign-written", home(&at)))),
        Err(error) => {
            let refused = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&app, &at, (id, lang), Some(refused), None).await
        }
    }
}

/// `POST /console/{edition}/campaigns/{id}/text/{lang}/preview`: the same inputs; what the frame shows.
pub(in crate::web) async fn try_out(
    app: web::Data<App>,
    at: At<Communications>,
    named: Named,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let (mut conn, renderer) = (app.db.read().await?, Renderer::new()?);
    let input = (named.1, named.2, &typed_wording(&typed));
    match campaigns::try_out(&mut conn, &renderer, &at.proof, &at.edition, input).await {
        Ok(printed) => Ok(guard::framed(printed.html, guard::Links::Dead)),
        Err(error) => untried(&at.signed, typed, error),
    }
}

/// `POST /console/{edition}/campaigns/{id}/text/{lang}/test`: the same inputs.
pub(in crate::web) async fn send_test(
    app: web::Data<App>,
    at: At<Communications>,
    named: Named,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let (id, lang) = (named.1, named.2);
    let to = at.signed.authority.oneself(lang)?;
    let verb = async |tx: &mut Tx| {
        let input = (id, &typed_wording(&typed), to.clone());
        campaigns::send_test(tx, &Renderer::new()?, &at.proof, &at.edition, input).await
    };
    // What was typed is not kept by a test, so it is shown again.
    let (shown, news) = match app.db.transaction(verb).await {
        Ok(()) => ((Form::filled(typed), StatusCode::OK), Some(test_sent(&at))),
        Err(error) => (Form::after(typed, error, at.signed.asker.lang)?, None),
    };
    draw(&app, &at, (id, lang), Some(shown), news).await
}

/// `POST /console/{edition}/campaigns/{id}/text/{lang}/remove`
pub(in crate::web) async fn unwrite(
    app: web::Data<App>,
    at: At<Communications>,
    named: Named,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let (id, lang) = (named.1, named.2);
    match app.db.transaction(async |tx| campaigns::unwrite(tx, &at.proof, id, lang).await).await {
        Ok(()) => Ok(see_other(format!("{}/{id}?done=campaign-unwritten", home(&at)))),
        Err(error) => {
            let refused = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&app, &at, (id, lang), Some(refused), None).await
        }
    }
}
