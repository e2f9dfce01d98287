//! "Propose" and "what if": the best choice by the rules that were typed. Only the first is kept.

use std::time::Duration;

use actix_web::{HttpResponse, web};

use super::{
    fields,
    show::{Typed, Where, draw},
};
use crate::{
    accounts::proofs::Programme,
    allocation::{self, Outcome, Rules},
    calls::CallId,
    db::Tx,
    error::Error,
    http::{App, At, Form, FormData, SignedForm, page::see_other, searched},
    solver::Budget,
    web::console::calls::tabs::of_call,
};

/// How long a search may take, reasons included.
const PATIENCE: Duration = Duration::from_secs(15);

/// `POST /console/{edition}/calls/{call}/allocation`: inputs of the rules, and `act` with `propose` or `what-if`.
pub(in crate::web) async fn propose(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<Where>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    match tried(&app, &at, path.call, &typed).await {
        Ok(None) => Ok(see_other(of_call(&at.edition, path.call, "/allocation?done=proposed#proposal"))),
        Ok(outcome) => {
            let rules = Some(Form::filled(typed));
            draw(&app, &at, path.call, Typed { rules, outcome, ..Typed::default() }).await
        }
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&app, &at, path.call, Typed { rules: Some(form), status, ..Typed::default() }).await
        }
    }
}

/// What came of it; nothing where it was kept.
async fn tried(
    app: &App,
    at: &At<Programme>,
    call: CallId,
    typed: &FormData,
) -> Result<Option<Outcome>, Error> {
    let rules = Rules::try_from(&fields::rules(typed))?;
    let (input, last) = {
        let mut conn = app.db.read().await?;
        let last = allocation::latest(&mut conn, &at.proof, call).await?;
        (allocation::input(&mut conn, &at.proof, call).await?, last.map(|proposal| proposal.plan))
    };
    if input.places.is_empty() {
        return Err(Error::conflict("allocation_no_slots"));
    }
    let search = move |budget: &Budget<'_>| {
        let outcome = allocation::plan(&input, &rules, last.as_ref(), budget)?;
        Ok((input, rules, last, outcome))
    };
    let (input, rules, last, outcome) = searched(PATIENCE, search).await?;
    match &outcome {
        Outcome::Planned(plan) if typed.one("act") != "what-if" => {
            let verb = async |tx: &mut Tx| {
                allocation::keep(tx, &at.proof, call, &rules, (&input, plan, last.as_ref())).await
            };
            app.db.transaction(verb).await?;
            Ok(None)
        }
        _ => Ok(Some(outcome)),
    }
}
