//! A company's logo: sending, seeing and removing it.

use actix_web::{Error as ActixError, HttpRequest, HttpResponse, web};

use super::{
    At, done, member,
    show::{Refused, draw},
};
use crate::{
    companies::{self, CompanyId, LOGO},
    error::{Error, Reason},
    files::FileId,
    formats::picture,
    http::{
        App, Form, Own, SignedForm, UploadForm, download,
        page::see_other,
        upload::{Brings, FileField},
    },
    submissions::demo,
    values::Lang,
};

const FIELD: &str = "logo";

/// The form of a logo.
pub(in crate::web) struct WithLogo;

impl Brings for WithLogo {
    const FILES: &'static [FileField] = &[FileField { name: FIELD, limit: picture::MOST_BYTES }];
}

/// `POST /{lang}/account/companies/{company}/logo`
///
/// Whoever may not is told so whatever is wrong with the form.
pub(in crate::web) async fn send(
    app: web::Data<App>,
    own: Own,
    at: At,
    sent: Result<SignedForm<UploadForm<WithLogo>>, ActixError>,
) -> Result<HttpResponse, ActixError> {
    let who = member(&app, &own, at.1).await?;
    let SignedForm(mut typed) = sent?;
    let outcome = async {
        let upload = typed.take(FIELD).ok_or_else(|| Error::field(FIELD, Reason::new("required")))?;
        let name = upload.name().clone();
        let drawn = app.pictures.redraw(upload.whole().await?, LOGO, FIELD).await?;
        app.db
            .transaction(async |tx| {
                companies::set_logo(tx, &who, &name, &drawn).await?;
                demo::refresh(tx, who.company()).await
            })
            .await
    };
    match outcome.await {
        Ok(_) => Ok(see_other(done(at.0, at.1, "logo"))),
        Err(error) => {
            let (form, status) = Form::after(typed.typed, error, at.0)?;
            Ok(draw(&app, &own, &who, Refused { logo: Some(form), ..Refused::default() }, status).await?)
        }
    }
}

/// `POST /{lang}/account/companies/{company}/logo/remove`
pub(in crate::web) async fn remove(
    app: web::Data<App>,
    own: Own,
    at: At,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let who = member(&app, &own, at.1).await?;
    app.db
        .transaction(async |tx| {
            companies::remove_logo(tx, &who).await?;
            demo::refresh(tx, who.company()).await
        })
        .await?;
    Ok(see_other(done(at.0, at.1, "logo-removed")))
}

/// `GET /{lang}/account/companies/{company}/logo/{file}`; another logo stands at another address.
pub(in crate::web) async fn show(
    app: web::Data<App>,
    request: HttpRequest,
    own: Own,
    at: web::Path<(Lang, CompanyId, FileId)>,
) -> Result<HttpResponse, Error> {
    let who = member(&app, &own, at.1).await?;
    let logo = companies::logo(&mut *app.db.read().await?, who.company()).await?;
    let logo = logo.filter(|logo| logo.id == at.2).ok_or(Error::NotFound)?;
    download(&request, &app.db, &logo)
}
