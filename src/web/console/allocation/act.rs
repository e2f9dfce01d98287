//! Settling beforehand, and accepting a proposal.

use actix_web::{HttpResponse, web};

use super::{
    fields,
    show::{Typed, Where, draw},
};
use crate::{
    accounts::proofs::Programme,
    allocation,
    db::Tx,
    error::{Error, Reason},
    http::{App, At, Form, SignedForm, page::see_other},
    values::Moment,
    web::console::{calls::tabs::of_call, news::News},
};

/// `POST /console/{edition}/calls/{call}/allocation/settle`: inputs `pins.ID`.
pub(in crate::web) async fn settle(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<Where>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let pins = fields::pins(&typed);
    let verb = async |tx: &mut Tx| allocation::set_pins(tx, &at.proof, path.call, &pins).await;
    match app.db.transaction(verb).await {
        Ok(()) => Ok(see_other(of_call(&at.edition, path.call, "/allocation?done=saved#settled"))),
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&app, &at, path.call, Typed { settling: Some(form), status, ..Typed::default() }).await
        }
    }
}

/// `POST /console/{edition}/calls/{call}/allocation/accept`: input `proposal`, the one that was looked at.
pub(in crate::web) async fn accept(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<Where>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let now = Moment::now();
    let verb = async |tx: &mut Tx| {
        let unknown = |_| Error::field("proposal", Reason::new("choice_unknown"));
        let seen = typed.one("proposal").parse().map_err(unknown)?;
        allocation::accept(tx, &at.proof, (path.call, seen), now).await
    };
    match app.db.transaction(verb).await {
        Ok(()) => Ok(see_other(of_call(&at.edition, path.call, "/allocation?done=allocated#proposal"))),
        Err(error) => {
            let (news, status) = News::against(error, at.signed.asker.lang)?;
            draw(&app, &at, path.call, Typed { news: Some(news), status, ..Typed::default() }).await
        }
    }
}
