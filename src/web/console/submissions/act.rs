//! The buttons of a submission's page, and those about places that were given up.

use actix_web::{HttpResponse, web};

use super::{super::frame::address, decide::refused, detail};
use crate::{
    accounts::proofs::Programme,
    allocation,
    db::Tx,
    error::{Error, FieldErrors, Reason},
    http::{App, At, Form, FormData, SignedForm, page::see_other},
    submissions::{self, Check, CheckFields, Note, Submission, SubmissionId},
    values::{Id, Moment},
};

type Where = web::Path<(String, Id<Submission>)>;

/// `POST /console/{edition}/submissions/{id}/answer`: what she said by phone or chat.
pub(in crate::web) async fn answer(
    app: web::Data<App>,
    at: At<Programme>,
    path: Where,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let (id, now) = (path.1, Moment::now());
    let outcome = async {
        let (comes, note) = heard(&typed)?;
        let verb = async |tx: &mut Tx| {
            submissions::record_answer(tx, &at.proof, id, (comes, &note), now).await.map(drop)
        };
        app.db.transaction(verb).await
    };
    match outcome.await {
        Err(Error::Invalid(errors)) => {
            let (form, status) = Form::after(typed, Error::Invalid(errors), at.signed.asker.lang)?;
            detail::draw(&app, &at, id, detail::Said::typed(form, status)).await
        }
        other => back(&app, &at, id, other, "answer-recorded").await,
    }
}

/// `POST /console/{edition}/submissions/{id}/eligibility`: whether it fits the call's rules.
pub(in crate::web) async fn check(
    app: web::Data<App>,
    at: At<Programme>,
    path: Where,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let (id, now) = (path.1, Moment::now());
    let one = |name: &str| typed.one(name).to_owned();
    let outcome = async {
        let check = Check::try_from(&CheckFields { eligible: one("eligible"), reason: one("reason") })?;
        let verb = async |tx: &mut Tx| submissions::check_eligibility(tx, &at.proof, id, &check, now).await;
        app.db.transaction(verb).await
    };
    match outcome.await {
        Err(Error::Invalid(errors)) => {
            let (form, status) = Form::after(typed, Error::Invalid(errors), at.signed.asker.lang)?;
            detail::draw(&app, &at, id, detail::Said::typed(form, status)).await
        }
        other => back(&app, &at, id, other, "saved").await,
    }
}

fn heard(typed: &FormData) -> Result<(bool, Note), FieldErrors> {
    let mut errors = FieldErrors::new();
    let comes = match typed.one("comes") {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(Reason::new("required")),
    };
    let comes = errors.take("comes", comes);
    let note = errors.take("note", Note::parse(typed.one("note")));
    comes.zip(note).ok_or(errors)
}

/// `POST /console/{edition}/submissions/{id}/ask-again`
pub(in crate::web) async fn ask_again(
    app: web::Data<App>,
    at: At<Programme>,
    path: Where,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let (id, now) = (path.1, Moment::now());
    let verb = async |tx: &mut Tx| submissions::ask_again(tx, &at.proof, &at.edition, id, now).await;
    back(&app, &at, id, app.db.transaction(verb).await, "asked-again").await
}

/// `POST /console/{edition}/submissions/{id}/withdraw`
pub(in crate::web) async fn withdraw(
    app: web::Data<App>,
    at: At<Programme>,
    path: Where,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let (id, now) = (path.1, Moment::now());
    let verb = async |tx: &mut Tx| submissions::withdraw_by_staff(tx, &at.proof, id, now).await.map(drop);
    back(&app, &at, id, app.db.transaction(verb).await, "submission-withdrawn").await
}

/// `POST /console/{edition}/submissions/{id}/promote`: the next on standby gets the place that this one gave up.
pub(in crate::web) async fn promote(
    app: web::Data<App>,
    at: At<Programme>,
    path: Where,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let (id, now) = (path.1, Moment::now());
    let verb = async |tx: &mut Tx| {
        let place = submissions::promote(tx, &at.proof, &at.edition, id, now).await?;
        allocation::hand_on(tx, &at.proof, place).await
    };
    back(&app, &at, id, app.db.transaction(verb).await, "promoted").await
}

/// `POST /console/{edition}/submissions/{id}/leave-empty`
pub(in crate::web) async fn leave_empty(
    app: web::Data<App>,
    at: At<Programme>,
    path: Where,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let (id, now) = (path.1, Moment::now());
    let verb = async |tx: &mut Tx| submissions::leave_empty(tx, &at.proof, id, now).await;
    back(&app, &at, id, app.db.transaction(verb).await, "left-empty").await
}

/// To the submission's page, which says what was done, or why not.
async fn back(
    app: &App,
    at: &At<Programme>,
    id: SubmissionId,
    outcome: Result<(), Error>,
    done: &str,
) -> Result<HttpResponse, Error> {
    match outcome {
        Ok(()) => Ok(see_other(address(&at.edition, &format!("/submissions/{id}?done={done}")))),
        Err(error) => {
            let (news, status) = refused(error, at.signed.asker.lang)?;
            detail::draw(app, at, id, detail::Said::news(news, status)).await
        }
    }
}
