//! Keeping words, trying them, sending oneself a test, going back.

use actix_web::{HttpResponse, http::StatusCode, web};

use super::{
    edit::{Named, address_of, draw},
    untried::untried,
};
use crate::{
    accounts::proofs::Communications,
    db::Tx,
    error::Error,
    http::{App, At, Form, FormData, SignedForm, guard, page::see_other},
    mail::Renderer,
    outbox::wordings::{self, Place},
    web::console::{news::News, submissions::wording::typed_wording},
};

/// `POST /console/{edition}/mails/wording/{template}/{lang}`: inputs `subject`, `heading`, `text`, `seen`.
pub(in crate::web) async fn keep(
    app: web::Data<App>,
    at: At<Communications>,
    named: Named,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let place = Place::named(&named.1, named.2)?;
    let verb = async |tx: &mut Tx| {
        let input = (place, &typed_wording(&typed), seen(&typed));
        wordings::save(tx, &Renderer::new()?, &at.proof, &at.edition, input).await
    };
    let outcome = app.db.transaction(verb).await;
    after(&app, &at, place, (typed, outcome), "words-kept").await
}

/// `POST /console/{edition}/mails/wording/{template}/{lang}/test`: the same inputs.
pub(in crate::web) async fn send_test(
    app: web::Data<App>,
    at: At<Communications>,
    named: Named,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let place = Place::named(&named.1, named.2)?;
    let to = at.signed.authority.oneself(place.lang)?;
    let verb = async |tx: &mut Tx| {
        let input = (place, &typed_wording(&typed), to.clone());
        wordings::send_test(tx, &Renderer::new()?, &at.proof, &at.edition, input).await
    };
    match app.db.transaction(verb).await {
        // What was typed is not kept by a test, so it is shown again.
        Ok(()) => {
            let sent = Some(test_sent(&at));
            draw(&app, &at, place, Some((Form::filled(typed), StatusCode::OK)), sent).await
        }
        Err(error) => after(&app, &at, place, (typed, Err(error)), "").await,
    }
}

/// `POST /console/{edition}/mails/wording/{template}/{lang}/back`: inputs `to` (a version; blank for ours) and `seen`.
pub(in crate::web) async fn go_back(
    app: web::Data<App>,
    at: At<Communications>,
    named: Named,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let place = Place::named(&named.1, named.2)?;
    let to = match typed.one("to") {
        "" => None,
        number => Some(number.parse().map_err(|_| Error::NotFound)?),
    };
    let back = (to, seen(&typed));
    let outcome = app.db.transaction(async |tx| wordings::go_back(tx, &at.proof, place, back).await).await;
    after(&app, &at, place, (typed, outcome), "words-kept").await
}

/// `GET /console/{edition}/mails/wording/{template}/{lang}/preview`: what the frame shows before anything was typed.
pub(in crate::web) async fn printed(
    app: web::Data<App>,
    at: At<Communications>,
    named: Named,
) -> Result<HttpResponse, Error> {
    let place = Place::named(&named.1, named.2)?;
    let (mut conn, renderer) = (app.db.read().await?, Renderer::new()?);
    let printed = wordings::printed(&mut conn, &renderer, &at.proof, &at.edition, place).await?;
    Ok(guard::framed(printed.html, guard::Links::Dead))
}

/// `POST /console/{edition}/mails/wording/{template}/{lang}/preview`: the same inputs, and `row`, a mail to try them on;
/// what the frame shows.
pub(in crate::web) async fn try_out(
    app: web::Data<App>,
    at: At<Communications>,
    named: Named,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let place = Place::named(&named.1, named.2)?;
    let (mut conn, renderer) = (app.db.read().await?, Renderer::new()?);
    let input = (place, &typed_wording(&typed), typed.one("row").parse().ok());
    match wordings::try_out(&mut conn, &renderer, &at.proof, &at.edition, input).await {
        Ok(printed) => Ok(guard::framed(printed.html, guard::Links::Dead)),
        Err(error) => untried(&at.signed, typed, error),
    }
}

/// That a test is on its way to her.
pub(in crate::web::console) fn test_sent(at: &At<Communications>) -> News {
    News { tone: "good", text: at.signed.ui().t("done-test-sent") }
}

/// The version that was on the page; something that is no number was on none.
pub(in crate::web::console) fn seen(typed: &FormData) -> i32 {
    typed.one("seen").parse().unwrap_or_default()
}

async fn after(
    app: &App,
    at: &At<Communications>,
    place: Place,
    (typed, outcome): (FormData, Result<(), Error>),
    done: &str,
) -> Result<HttpResponse, Error> {
    match outcome {
        Ok(()) => Ok(see_other(format!("{}?done={done}", address_of(at, place)))),
        Err(error) => {
            let refused = Form::after(typed, error, at.signed.asker.lang)?;
            draw(app, at, place, Some(refused), None).await
        }
    }
}
