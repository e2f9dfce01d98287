//! What stands in the frame of a preview where words can't be printed.

use actix_web::HttpResponse;

use crate::{
    error::Error,
    http::{Form, FormData, Signed, Ui, guard, page::render},
};

#[derive(askama::Template)]
#[template(path = "console/mail/untried.html")]
struct UntriedPage {
    ui: Ui,
    errors: Vec<(String, String)>,
}

/// Why what was typed can't be printed; any error that typing something else would not help passes.
pub(in crate::web::console) fn untried(
    signed: &Signed,
    typed: FormData,
    error: Error,
) -> Result<HttpResponse, Error> {
    let (form, _) = Form::after(typed, error, signed.asker.lang)?;
    let page = UntriedPage { errors: form.errors(), ui: signed.ui() };
    Ok(guard::framed(render(&page)?, guard::Links::Dead))
}
