//! Verifying the seals over the audit trail, and saying in words what was found.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::super::frame::{Console, SiteRoom};
use crate::{
    audit::{self, Verification},
    error::Error,
    http::{App, AsAdmin, SignedForm, Ui, page},
};

#[derive(Template)]
#[template(path = "console/site/verification.html")]
struct VerificationPage {
    ui: Ui,
    console: Console,
    found: Verification,
    broken: String,
}

/// `POST /console/site/audit/verify`: reads the whole trail, so it is an act although it changes nothing.
pub(in crate::web) async fn verify(
    app: web::Data<App>,
    admin: AsAdmin,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let found = audit::verify(&mut app.db.read().await?, &app.keys).await?;
    let shown = VerificationPage {
        console: Console::of_site(&admin.signed, SiteRoom::Trail),
        broken: found.broken.iter().map(i64::to_string).collect::<Vec<_>>().join(", "),
        found,
        ui: admin.signed.ui(),
    };
    page(StatusCode::OK, &shown)
}
