//! Another address: asked for on the manage page, proved by a link that only the new address gets.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    manage, message,
    views::{Site, address},
};
use crate::{
    error::Error,
    http::{App, Asker, Form, Ui, guard::unlinked, holder::HeldForm, language, page, page::see_other},
    keys::LinkToken,
    registrations::{self, AddressProof},
    values::{Email, Lang},
};

#[derive(Template)]
#[template(path = "public/address.html")]
struct AddressPage {
    ui: Ui,
    site: Site,
    email: String,
    action: String,
}

/// `POST /{lang}/{edition}/manage/address`
pub(in crate::web) async fn ask(
    app: web::Data<App>,
    at: web::Path<(Lang, String)>,
    sent: HeldForm,
) -> Result<HttpResponse, Error> {
    let HeldForm { held, typed } = sent;
    let edition = held.edition(&app, &at.1).await?;
    let outcome = async {
        let email = Email::parse(typed.one("email")).map_err(|reason| Error::field("email", reason))?;
        app.db.transaction(async |tx| registrations::ask_for_address(tx, &held.proof, email).await).await
    };
    match outcome.await {
        Ok(()) => Ok(unlinked(see_other(format!("{}?done=asked", address(&edition, at.0, "/manage"))))),
        Err(error) => {
            // The page's other form goes on holding what is stored.
            let stored = manage::stored(&app, &held).await?;
            let typed = stored.with("email", typed.one("email"));
            manage::draw(&app, &held, &at.1, Form::after(typed, error, at.0)?).await
        }
    }
}

/// The proof, and who asks: in her language, where no other was chosen.
async fn opened(app: &App, request: &HttpRequest, token: &str) -> Result<(AddressProof, Asker), Error> {
    let mut asker = Asker::of(request);
    let token = LinkToken::parse(token).ok_or(Error::NotFound)?;
    let mut conn = app.db.read().await?;
    let proof = registrations::address_proof(&mut conn, &asker.visitor(), &app.keys, &token).await?;
    asker.lang = language::of_owner(request, proof.lang());
    Ok((proof, asker))
}

/// `GET /address/{token}`: names the address, changes nothing.
pub(in crate::web) async fn show(
    app: web::Data<App>,
    request: HttpRequest,
    token: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let (proof, asker) = opened(&app, &request, &token).await?;
    let edition = app.pages.edition(&app.db, proof.edition()).await?;
    let ui = Ui::anonymous(asker.lang, &asker.path);
    let shown = AddressPage {
        site: Site::beside(&app, &edition, &ui).await?,
        email: proof.email().as_str().to_owned(),
        action: format!("/address/{token}"),
        ui,
    };
    Ok(unlinked(page(StatusCode::OK, &shown)?))
}

/// `POST /address/{token}`: from now on mail goes there, and the old links are dead.
pub(in crate::web) async fn prove(
    app: web::Data<App>,
    request: HttpRequest,
    token: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let (proof, asker) = opened(&app, &request, &token).await?;
    let row = app.db.transaction(async |tx| registrations::change_address(tx, &proof).await).await?;
    let edition = app.pages.edition(&app.db, row.edition).await?;
    let ui = Ui::anonymous(asker.lang, format!("/address/{token}"));
    let text = vec![ui.t1("address-changed-text", "email", row.email.as_str())];
    message::say(&edition, ui, "good", "address-changed", text)
}
