//! Beginning a submission: what a stranger sees afterwards is the same for a new and a known address.

use actix_web::{HttpResponse, web};

use super::{At, opened, place, show::CallPage, with_code};
use crate::{
    db::idempotency::{self, Claim},
    error::{Error, FieldErrors},
    http::{App, Asker, Form, FormData, page},
    submissions::{self, CallForm, Start},
    values::{Email, Lang, Moment},
    web::public::{draft, received::remember},
};

/// `POST /{lang}/{edition}/calls/{slug}`; the query keeps the code.
pub(in crate::web) async fn start(
    app: web::Data<App>,
    asker: Asker,
    at: At,
    typed: FormData,
) -> Result<HttpResponse, Error> {
    let code = asker.query()?.one("code").to_owned();
    let (edition, call_form) = opened(&app, &at, &code).await?;
    let claim = asker.claim(&typed);
    match begin(&app, &asker, &call_form, (&code, &typed), at.0, claim).await {
        Ok(email) => {
            let done = format!("{}/received", place(&edition, at.0, &call_form.call));
            Ok(remember(&app, with_code(done, &code), &email))
        }
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.0)?;
            page(status, &CallPage::of(&edition, &call_form, form, at.0, &code))
        }
    }
}

async fn begin(
    app: &App,
    asker: &Asker,
    form: &CallForm,
    (code, typed): (&str, &FormData),
    lang: Lang,
    claim: Option<Claim>,
) -> Result<Email, Error> {
    let mut errors = FieldErrors::new();
    let email = errors.take("email", Email::parse(typed.one("email")));
    let draft = draft::fields(typed).parse(form);
    let (Some(email), Ok(draft)) = (email, &draft) else {
        return Err(FieldErrors::merged([Some(errors), draft.err()]).into());
    };
    let (visitor, call) = (asker.visitor(), &form.call);
    let new = Start { email: email.clone(), lang, code: code.to_owned(), draft: draft.clone() };
    app.db
        .transaction(async |tx| {
            if let Some(claim) = &claim
                && idempotency::earlier(tx, claim).await?.is_some()
            {
                return Ok(());
            }
            let made = submissions::start_draft(tx, &app.keys, &visitor, call, new, Moment::now()).await?;
            match &claim {
                Some(claim) => idempotency::keep(tx, claim, made.uuid()).await,
                None => Ok(()),
            }
        })
        .await?;
    Ok(email)
}
