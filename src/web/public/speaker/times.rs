//! She says when she can come.

use actix_web::{HttpResponse, web};

use super::{
    back,
    home::{Forms, draw},
};
use crate::{
    error::Error,
    http::{App, Form, holder::HeldForm},
    speakers::{self, Presenter},
    values::Lang,
    web::times::{fields, pairs},
};

/// `POST /{lang}/{edition}/speaker/times`
pub(in crate::web) async fn set(
    app: web::Data<App>,
    at: web::Path<(Lang, String)>,
    sent: HeldForm<Presenter>,
) -> Result<HttpResponse, Error> {
    let HeldForm { held, typed } = sent;
    let edition = held.edition(&app, &at.1).await?;
    let fields = fields(&typed);
    let outcome = async {
        let spans = fields.parse(&edition.zone)?;
        app.db.transaction(async |tx| speakers::set_own_availability(tx, &held.proof, &spans).await).await
    };
    match outcome.await {
        Ok(()) => Ok(back(&edition, at.0, "times")),
        Err(error) => {
            let (form, status) = Form::after(pairs(&fields), error, at.0)?;
            draw(&app, &held, &at.1, Forms { times: Some(form), ..Forms::default() }, status).await
        }
    }
}
