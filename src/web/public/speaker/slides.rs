//! The slides of a submission: adding, reading and removing them.

use actix_web::{HttpRequest, HttpResponse, web};

use super::{
    act::At,
    submission::{Opened, Refused, draw, place},
};
use crate::{
    error::{Error, Reason},
    files::{File, FileId},
    http::{
        App, Form, UploadForm, download,
        guard::unlinked,
        holder::{Held, HeldForm},
        page::see_other,
        upload::{Brings, FileField},
    },
    speakers::Presenter,
    submissions::{self, SLIDES, SubmissionId},
    values::{Lang, Moment},
};

const FIELD: &str = "slides";

/// The form of slides.
pub(in crate::web) struct WithSlides;

impl Brings for WithSlides {
    const FILES: &'static [FileField] = &[FileField { name: FIELD, limit: SLIDES.limit }];
}

/// A file of a submission in a list.
pub(super) struct Slides {
    pub(super) id: FileId,
    pub(super) name: String,
    /// Its size in MB or KB.
    pub(super) size: String,
}

impl Slides {
    pub(super) fn of(file: &File) -> Self {
        let kilobytes = (file.size / 1024).max(1);
        let size =
            if kilobytes < 1024 { format!("{kilobytes} KB") } else { format!("{} MB", kilobytes / 1024) };
        Self { id: file.id, name: file.name.as_str().to_owned(), size }
    }
}

/// Where a button of one file stands: language, edition, submission, file.
type AtFile = web::Path<(Lang, String, SubmissionId, FileId)>;

/// `POST /{lang}/{edition}/speaker/submissions/{id}/slides`
pub(in crate::web) async fn add(
    app: web::Data<App>,
    at: At,
    sent: HeldForm<Presenter, UploadForm<WithSlides>>,
) -> Result<HttpResponse, Error> {
    let HeldForm { held, mut typed } = sent;
    let opened = Opened::of(&app, &held, (&at.1, at.2)).await?;
    let outcome = async {
        let upload = typed.take(FIELD).ok_or_else(|| Error::field(FIELD, Reason::new("required")))?;
        let (incoming, now) = (upload.incoming()?, Moment::now());
        app.db
            .transaction(async |tx| submissions::add_slides(tx, &held.proof, at.2, incoming, now).await)
            .await
    };
    match outcome.await {
        Ok(_) => Ok(unlinked(see_other(place(&opened.edition, at.0, at.2, "slides")))),
        Err(error) => {
            let (form, status) = Form::after(typed.typed, error, at.0)?;
            draw(&app, &held, opened, Refused { slides: Some(form), ..Refused::default() }, status).await
        }
    }
}

/// `POST /{lang}/{edition}/speaker/submissions/{id}/slides/{file}/remove`
pub(in crate::web) async fn remove(
    app: web::Data<App>,
    at: AtFile,
    sent: HeldForm<Presenter>,
) -> Result<HttpResponse, Error> {
    let edition = sent.held.edition(&app, &at.1).await?;
    let (who, now) = (&sent.held.proof, Moment::now());
    app.db.transaction(async |tx| submissions::remove_slides(tx, who, at.2, at.3, now).await).await?;
    Ok(unlinked(see_other(place(&edition, at.0, at.2, "slides-removed"))))
}

/// `GET /{lang}/{edition}/speaker/submissions/{id}/slides/{file}`
pub(in crate::web) async fn read(
    app: web::Data<App>,
    request: HttpRequest,
    at: AtFile,
    held: Held<Presenter>,
) -> Result<HttpResponse, Error> {
    held.edition(&app, &at.1).await?;
    let file = submissions::open_slides(&mut *app.db.read().await?, &held.proof, at.2, at.3).await?;
    download(&request, &app.db, &file)
}
