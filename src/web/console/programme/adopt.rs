//! Making sessions of what was confirmed.

use actix_web::{HttpResponse, web};

use super::{super::frame::address, list};
use crate::{
    accounts::proofs::Programme,
    error::{Error, Reason},
    http::{App, At, FormData, SignedForm, page::see_other},
    programme,
    submissions::SubmissionId,
    web::console::news::News,
};

/// `POST /console/{edition}/programme/adopt`
pub(in crate::web) async fn adopt(
    app: web::Data<App>,
    at: At<Programme>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let outcome = async {
        let chosen = chosen(&typed)?;
        app.db.transaction(async |tx| programme::adopt(tx, &at.proof, &chosen).await).await
    };
    match outcome.await {
        Ok(_) => Ok(see_other(address(&at.edition, "/programme?done=added"))),
        // Somebody else was quicker: the list as it is now says so.
        Err(Error::NotFound) => Ok(see_other(address(&at.edition, "/programme"))),
        Err(error) => {
            let (news, status) = News::against(error, at.signed.asker.lang)?;
            list::draw(&app, &at, Some(news), status).await
        }
    }
}

fn chosen(typed: &FormData) -> Result<Vec<SubmissionId>, Error> {
    let chosen: Result<Vec<SubmissionId>, _> = typed.all("submissions").map(str::parse).collect();
    let chosen = chosen.map_err(|_| Error::NotFound)?;
    if chosen.is_empty() { Err(Error::field("submissions", Reason::new("required"))) } else { Ok(chosen) }
}
