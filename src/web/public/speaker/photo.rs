//! Her photo: sending, seeing and removing it.

use actix_web::{HttpRequest, HttpResponse, web};

use super::{
    back,
    home::{Forms, draw},
};
use crate::{
    error::{Error, Reason},
    formats::picture,
    http::{
        App, Form, UploadForm, download,
        holder::{Held, HeldForm},
        upload::{Brings, FileField},
    },
    speakers::{self, PHOTO, Presenter},
    values::Lang,
};

const FIELD: &str = "photo";

/// The form of her photo.
pub(in crate::web) struct WithPhoto;

impl Brings for WithPhoto {
    const FILES: &'static [FileField] = &[FileField { name: FIELD, limit: picture::MOST_BYTES }];
}

/// `POST /{lang}/{edition}/speaker/photo`
pub(in crate::web) async fn send(
    app: web::Data<App>,
    at: web::Path<(Lang, String)>,
    sent: HeldForm<Presenter, UploadForm<WithPhoto>>,
) -> Result<HttpResponse, Error> {
    let HeldForm { held, mut typed } = sent;
    let edition = held.edition(&app, &at.1).await?;
    let outcome = async {
        let upload = typed.take(FIELD).ok_or_else(|| Error::field(FIELD, Reason::new("required")))?;
        let name = upload.name().clone();
        let drawn = app.pictures.redraw(upload.whole().await?, PHOTO, FIELD).await?;
        app.db.transaction(async |tx| speakers::set_photo(tx, &held.proof, &name, &drawn).await).await
    };
    match outcome.await {
        Ok(_) => Ok(back(&edition, at.0, "photo")),
        Err(error) => {
            let (form, status) = Form::after(typed.typed, error, at.0)?;
            draw(&app, &held, &at.1, Forms { photo: Some(form), ..Forms::default() }, status).await
        }
    }
}

/// `POST /{lang}/{edition}/speaker/photo/remove`
pub(in crate::web) async fn remove(
    app: web::Data<App>,
    at: web::Path<(Lang, String)>,
    sent: HeldForm<Presenter>,
) -> Result<HttpResponse, Error> {
    let edition = sent.held.edition(&app, &at.1).await?;
    app.db.transaction(async |tx| speakers::remove_photo(tx, &sent.held.proof).await).await?;
    Ok(back(&edition, at.0, "photo-removed"))
}

/// `GET /{lang}/{edition}/speaker/photo/{file}`; another photo stands at another address.
pub(in crate::web) async fn show(
    app: web::Data<App>,
    request: HttpRequest,
    at: web::Path<(Lang, String, crate::files::FileId)>,
    held: Held<Presenter>,
) -> Result<HttpResponse, Error> {
    held.edition(&app, &at.1).await?;
    let photo = speakers::own_photo(&mut *app.db.read().await?, &held.proof).await?;
    let photo = photo.filter(|photo| photo.id == at.2).ok_or(Error::NotFound)?;
    download(&request, &app.db, &photo)
}
