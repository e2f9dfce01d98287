//! Staff note when a speaker can come.

use actix_web::{HttpResponse, web};

use super::{
    super::frame::address,
    edit::{Said, Where, draw},
};
use crate::{
    accounts::proofs::Programme,
    error::Error,
    http::{App, At, Form, SignedForm, page::see_other},
    speakers,
    web::times::{fields, pairs},
};

/// `POST /console/{edition}/speakers/{id}/times`
pub(in crate::web) async fn set(
    app: web::Data<App>,
    at: At<Programme>,
    path: Where,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let fields = fields(&typed);
    let outcome = async {
        let spans = fields.parse(&at.edition.zone)?;
        app.db.transaction(async |tx| speakers::set_availability(tx, &at.proof, path.1, &spans).await).await
    };
    match outcome.await {
        Ok(()) => Ok(see_other(address(&at.edition, &format!("/speakers/{}?done=saved#times", path.1)))),
        Err(error) => {
            let (form, status) = Form::after(pairs(&fields), error, at.signed.asker.lang)?;
            draw(&app, &at, path.1, Said { times: Some(form), status, ..Said::default() }).await
        }
    }
}
