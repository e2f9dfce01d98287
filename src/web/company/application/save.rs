//! Writing an application and handing it in; by itself, as one types, or by a button.

use actix_web::{HttpResponse, http::StatusCode, web};
use serde_json::json;

use super::{
    At, Opened,
    fields::{fields, stored},
    place,
    show::{Refused, draw},
};
use crate::{
    error::{Error, FieldErrors, Reason},
    http::{App, Form, FormData, Own, SignedForm, page::see_other},
    submissions,
    values::Moment,
    web::public::draft,
};

/// `POST /{lang}/account/companies/{company}/applications/{id}/save`; `then` in the form may ask to hand it in as well, or
/// to show what judges will see. The script that saves as one types says `then=stay` and is told the new version.
pub(in crate::web) async fn save(
    app: web::Data<App>,
    own: Own,
    at: At,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let opened = Opened::of(&app, &own, (at.1, at.2)).await?;
    let saved = write(&app, &opened, &typed).await;
    match (saved, typed.one("then")) {
        (Ok(version), "stay") => Ok(HttpResponse::Ok().json(json!({ "version": version }))),
        (Ok(_), "submit") => submit(&app, &own, &at).await,
        (Ok(_), "preview") => Ok(see_other(format!("{}/preview", place(at.0, at.1, at.2)))),
        (Ok(_), _) => Ok(see_other(format!("{}?done=saved", place(at.0, at.1, at.2)))),
        (Err(Error::Invalid(_)), "stay") => Ok(HttpResponse::UnprocessableEntity().json(json!({}))),
        (Err(error), _) => again(&own, opened, typed, error),
    }
}

/// Both parts in one transaction; answers the version that is stored then.
async fn write(app: &App, opened: &Opened, typed: &FormData) -> Result<i32, Error> {
    let (who, id, now) = (&opened.who, opened.row.id, Moment::now());
    let draft = draft::fields(typed).parse(&opened.form);
    let demo = fields(typed).parse(&opened.edition);
    let (draft, demo) = match (draft, demo) {
        (Ok(draft), Ok(demo)) => (draft, demo),
        (draft, demo) => return Err(FieldErrors::merged([draft.err(), demo.err()]).into()),
    };
    app.db
        .transaction(async |tx| {
            let saved = submissions::save(tx, &app.keys, who, id, &draft, now).await?;
            submissions::set_demo(tx, who, id, &demo, now).await?;
            Ok(saved.version)
        })
        .await
}

/// The form with all that was typed. Where a colleague was faster it goes on from what she wrote, so that saving once more
/// is a decision.
fn again(own: &Own, opened: Opened, typed: FormData, error: Error) -> Result<HttpResponse, Error> {
    let version = opened.row.version.to_string();
    let newest = |(name, value): (&str, &str)| {
        let value = if name == "version" { version.as_str() } else { value };
        (name.to_owned(), value.to_owned())
    };
    let typed = typed.pairs().map(newest).collect();
    let (form, status) = Form::after(typed, error, own.signed.asker.lang)?;
    draw(own, opened, Refused { contents: Some(form), ..Refused::default() }, status)
}

/// Hands in what has just been saved; what it lacks stands beside its field.
async fn submit(app: &App, own: &Own, at: &At) -> Result<HttpResponse, Error> {
    let opened = Opened::of(app, own, (at.1, at.2)).await?;
    let (keys, now, who) = (&app.keys, Moment::now(), &opened.who);
    let hand_in = app.db.transaction(async |tx| submissions::submit(tx, keys, who, at.2, now).await).await;
    match hand_in {
        Ok(_) => Ok(see_other(format!("{}?done=submitted", place(at.0, at.1, at.2)))),
        // Pressed twice: it is there.
        Err(Error::Conflict(Reason { code: "submission_submitted", .. })) => {
            Ok(see_other(format!("{}?done=saved", place(at.0, at.1, at.2))))
        }
        Err(error) => {
            let (form, status): (Form, StatusCode) = Form::after(stored(&opened), error, at.0)?;
            draw(own, opened, Refused { contents: Some(form), ..Refused::default() }, status)
        }
    }
}
