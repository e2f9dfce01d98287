//! Beginning, writing and handing in.

use actix_web::{HttpResponse, web};

use super::{
    act::At,
    back,
    submission::{Opened, Refused, draw, place},
};
use crate::{
    calls::{self, CallId},
    error::{Error, Reason},
    http::{
        App, Form, FormData,
        guard::unlinked,
        holder::{Held, HeldForm},
        page::see_other,
    },
    speakers::Presenter,
    submissions::{self, DraftFields},
    values::{Lang, Moment},
    web::public::draft,
};

/// `POST /{lang}/{edition}/speaker/calls/{call}/start`: an empty draft of a public call, and on to its page.
pub(in crate::web) async fn start(
    app: web::Data<App>,
    at: web::Path<(Lang, String, CallId)>,
    sent: HeldForm<Presenter>,
) -> Result<HttpResponse, Error> {
    let (edition, who) = (sent.held.edition(&app, &at.1).await?, &sent.held.proof);
    let begin = app.db.transaction(async |tx| {
        let call = calls::by_id(tx, edition.id, at.2).await?;
        let form = submissions::form(tx, call.clone()).await?;
        let draft = DraftFields::default().parse(&form)?;
        submissions::start_own(tx, &app.keys, who, &call, "", &draft, Moment::now()).await
    });
    Ok(unlinked(see_other(place(&edition, at.0, begin.await?, "started"))))
}

/// `POST /{lang}/{edition}/speaker/submissions/{id}/save`; `then` in the form may ask to hand it in as well.
pub(in crate::web) async fn save(
    app: web::Data<App>,
    at: At,
    sent: HeldForm<Presenter>,
) -> Result<HttpResponse, Error> {
    let HeldForm { held, typed } = sent;
    let opened = Opened::of(&app, &held, (&at.1, at.2)).await?;
    let outcome = async {
        let draft = draft::fields(&typed).parse(&opened.form)?;
        let (keys, now) = (&app.keys, Moment::now());
        app.db.transaction(async |tx| submissions::save(tx, keys, &held.proof, at.2, &draft, now).await).await
    };
    match outcome.await {
        Ok(_) if typed.one("then") == "submit" => submit(&app, &held, &at).await,
        Ok(_) => Ok(unlinked(see_other(place(&opened.edition, at.0, at.2, "saved")))),
        Err(error) => again(&app, &held, opened, typed, error).await,
    }
}

/// The form with all that was typed. Where somebody else was faster it goes on from what they wrote, which the page shows
/// too, so that saving once more is a decision.
async fn again(
    app: &App,
    held: &Held<Presenter>,
    opened: Opened,
    typed: FormData,
    error: Error,
) -> Result<HttpResponse, Error> {
    let version = opened.row.version.to_string();
    let newest = |(name, value): (&str, &str)| {
        let value = if name == "version" { version.as_str() } else { value };
        (name.to_owned(), value.to_owned())
    };
    let typed = typed.pairs().map(newest).collect();
    let (form, status) = Form::after(typed, error, held.asker.lang)?;
    draw(app, held, opened, Refused { contents: Some(form), ..Refused::default() }, status).await
}

/// Hands in what has just been saved; what it lacks stands beside its field.
async fn submit(app: &App, held: &Held<Presenter>, at: &At) -> Result<HttpResponse, Error> {
    let (keys, now) = (&app.keys, Moment::now());
    let hand_in =
        app.db.transaction(async |tx| submissions::submit(tx, keys, &held.proof, at.2, now).await).await;
    let opened = Opened::of(app, held, (&at.1, at.2)).await?;
    match hand_in {
        Ok(_) => Ok(back(&opened.edition, at.0, "submitted")),
        // Pressed twice: it is there.
        Err(Error::Conflict(Reason { code: "submission_submitted", .. })) => {
            Ok(unlinked(see_other(place(&opened.edition, at.0, at.2, "saved"))))
        }
        Err(error) => {
            let (form, status) = Form::after(opened.stored(), error, at.0)?;
            draw(app, held, opened, Refused { contents: Some(form), ..Refused::default() }, status).await
        }
    }
}
