//! Saving the details of an edition, unless somebody else did since they were read.

use actix_web::{HttpResponse, web};

use super::{
    super::frame::address,
    details::{Now, draw},
    fields::{self, VERSION},
};
use crate::{
    accounts::proofs::Organiser,
    editions::{self, EditionChange, NewEdition},
    error::Error,
    http::{App, At, Form, FormData, SignedForm, Ui, page::see_other},
    values::{Lang, Moment},
};

/// `POST /console/{edition}/settings`
pub(in crate::web) async fn save(
    app: web::Data<App>,
    at: At<Organiser>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let outcome = async {
        let details = NewEdition::try_from(&fields::edition(&typed))?;
        // No version is older than any.
        let change = EditionChange { version: typed.one(VERSION).parse().unwrap_or_default(), details };
        app.db.transaction(async |tx| editions::change(tx, &at.proof, change, Moment::now()).await).await
    };
    match outcome.await {
        Ok(edition) => Ok(see_other(address(&edition, "/settings?done=saved"))),
        Err(error) => again(&app, &at, typed, error).await,
    }
}

/// The form with all that was typed. Where somebody else was faster, it shows what they wrote and goes
/// on from there, so that saving once more is a decision.
async fn again(app: &App, at: &At<Organiser>, typed: FormData, error: Error) -> Result<HttpResponse, Error> {
    let overtaken = matches!(&error, Error::Conflict(reason) if reason.code == "edited_meanwhile");
    if !overtaken {
        let (form, status) = Form::after(typed, error, at.signed.asker.lang)?;
        return draw(at, &at.edition, form, Vec::new(), status);
    }
    let edition = editions::for_staff(&mut *app.db.read().await?, &(&at.proof).into()).await?;
    let stored = fields::stored(&edition).data();
    let meanwhile = differences(&stored, &typed, &at.signed.ui());
    let others = typed.pairs().filter(|(name, _)| *name != VERSION);
    let version = (VERSION, stored.one(VERSION));
    let typed = others.chain([version]).map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let (form, status) = Form::after(typed, error, at.signed.asker.lang)?;
    draw(at, &edition, form, meanwhile, status)
}

/// Every input that holds something else than what was typed.
fn differences(stored: &FormData, typed: &FormData, ui: &Ui) -> Vec<Now> {
    // Browsers send line ends as CR LF (HTML Standard, "constructing the entry list").
    let same = |name: &str, value: &str| typed.one(name).replace("\r\n", "\n") == value;
    let shown = |name: &str| !name.starts_with('_') && !name.ends_with(".original");
    let differing = stored.pairs().filter(|(name, value)| shown(name) && !same(name, value));
    differing.map(|(name, value)| now(name, value, ui)).collect()
}

fn now(name: &str, value: &str, ui: &Ui) -> Now {
    let (field, lang) = name.split_once('.').unwrap_or((name, ""));
    let label = ui.t(&format!("edition-field-{field}"));
    let text = if value.is_empty() { ui.t("settings-empty") } else { value.to_owned() };
    match lang.parse::<Lang>() {
        Ok(lang) => Now { label: format!("{label} ({})", lang.autonym()), text, lang: lang.as_str() },
        Err(()) => Now { label, text, lang: ui.lang.as_str() },
    }
}
