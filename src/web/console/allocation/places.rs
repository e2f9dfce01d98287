//! The call's slots.

use actix_web::{HttpResponse, web};

use super::{
    fields,
    show::{Typed, Where, draw},
};
use crate::{
    accounts::proofs::Programme,
    allocation,
    db::Tx,
    error::Error,
    http::{App, At, Form, SignedForm, page::see_other},
    web::console::calls::tabs::of_call,
};

/// `POST /console/{edition}/calls/{call}/allocation/places`
pub(in crate::web) async fn add(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<Where>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let verb = async |tx: &mut Tx| {
        let new = fields::places(&typed).parse(&at.edition.zone)?;
        allocation::add_places(tx, &at.proof, path.call, new).await
    };
    match app.db.transaction(verb).await {
        Ok(()) => Ok(see_other(of_call(&at.edition, path.call, "/allocation?done=added#slots"))),
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&app, &at, path.call, Typed { adding: Some(form), status, ..Typed::default() }).await
        }
    }
}

/// `POST /console/{edition}/calls/{call}/allocation/places/{id}/remove`
pub(in crate::web) async fn remove(
    app: web::Data<App>,
    at: At<Programme>,
    path: web::Path<Where>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let id = path.id.ok_or(Error::NotFound)?;
    app.db.transaction(async |tx| allocation::remove_place(tx, &at.proof, path.call, id).await).await?;
    Ok(see_other(of_call(&at.edition, path.call, "/allocation?done=removed#slots")))
}
