//! Files that answer a call's questions: each is sent, read and taken back beside the form.

use actix_web::{HttpRequest, HttpResponse, web};

use super::{
    slides::Slides,
    submission::{Opened, Refused, draw, place},
};
use crate::{
    error::{Error, FieldErrors, Reason},
    files::FileId,
    http::{
        App, Form, Shown, Ui, UploadForm, download,
        guard::unlinked,
        holder::{Held, HeldForm},
        page::see_other,
        upload::{Brings, FileField, Upload},
    },
    questions::{Question, QuestionKind},
    speakers::Presenter,
    submissions::{self, ATTACHED, ATTACHED_PICTURE, Attached, Sent, SubmissionId},
    values::{Lang, Moment},
};

const FIELD: &str = "file";

/// The form of one file.
pub(in crate::web) struct WithFile;

impl Brings for WithFile {
    const FILES: &'static [FileField] = &[FileField { name: FIELD, limit: ATTACHED.limit }];
}

/// A question that asks for a file, and the file.
pub(super) struct Asked {
    pub(super) slug: String,
    pub(super) label: Shown,
    pub(super) hint: String,
    pub(super) required: bool,
    pub(super) file: Option<Slides>,
    pub(super) error: Option<String>,
}

impl Asked {
    /// Every such question, in the form's order, with what is said against it in one of the page's forms.
    pub(super) fn all(
        questions: &[Question],
        attached: &[Attached],
        forms: [&Form; 2],
        ui: &Ui,
    ) -> Vec<Self> {
        let asks = questions.iter().filter(|question| question.kind == QuestionKind::File);
        let asked = |question: &Question| Self {
            slug: question.slug.as_str().to_owned(),
            label: Shown::of(&question.label, ui.lang),
            hint: Shown::maybe(question.hint.as_ref(), ui.lang).map(|hint| hint.text).unwrap_or_default(),
            required: question.required,
            file: attached
                .iter()
                .find(|(answered, _)| answered.id == question.id)
                .map(|(_, file)| Slides::of(file)),
            error: forms.iter().find_map(|form| form.error(&format!("answers.{}", question.slug))),
        };
        asks.map(asked).collect()
    }
}

/// Where a button of one question stands: language, edition, submission, question.
type AtQuestion = web::Path<(Lang, String, SubmissionId, String)>;

/// `POST /{lang}/{edition}/speaker/submissions/{id}/answers/{slug}`: input `file`.
pub(in crate::web) async fn add(
    app: web::Data<App>,
    at: AtQuestion,
    sent: HeldForm<Presenter, UploadForm<WithFile>>,
) -> Result<HttpResponse, Error> {
    let HeldForm { held, mut typed } = sent;
    let opened = Opened::of(&app, &held, (&at.1, at.2)).await?;
    let outcome = async {
        let upload = typed.take(FIELD).ok_or_else(|| Error::field(FIELD, Reason::new("required")))?;
        let (name, now) = (upload.name().clone(), Moment::now());
        let sent = read(&app, upload).await?;
        let place = (at.2, at.3.as_str());
        app.db
            .transaction(async |tx| submissions::attach(tx, &held.proof, place, &name, sent, now).await)
            .await
    };
    match outcome.await {
        Ok(_) => Ok(unlinked(see_other(place(&opened.edition, at.0, at.2, "file")))),
        Err(error) => {
            let (form, status) = Form::after(typed.typed, beside(error, &at.3), at.0)?;
            draw(&app, &held, opened, Refused { files: Some(form), ..Refused::default() }, status).await
        }
    }
}

/// A document is judged where it is stored; everything else has to be a picture.
async fn read(app: &App, upload: Upload) -> Result<Sent, Error> {
    let bytes = upload.whole().await?;
    if bytes.starts_with(b"%PDF-") {
        return Ok(Sent::Document(bytes));
    }
    let drawn = app.pictures.redraw(bytes, ATTACHED_PICTURE, FIELD).await;
    drawn.map(Sent::Picture).map_err(|error| match error {
        Error::Invalid(errors)
            if errors.of(FIELD).is_some_and(|reason| reason.code == "file_type_refused") =>
        {
            Error::field(FIELD, Reason::new("file_type_refused").with("kinds", "PDF, JPEG, PNG, WebP"))
        }
        other => other,
    })
}

/// The same errors at the question's own input: every form of the page calls its file by one name.
fn beside(error: Error, slug: &str) -> Error {
    let Error::Invalid(errors) = error else { return error };
    let mut moved = FieldErrors::new();
    for one in errors.iter() {
        let field = if one.field == FIELD { format!("answers.{slug}") } else { one.field.clone() };
        moved.add(field, one.reason.clone());
    }
    moved.into()
}

/// `POST /{lang}/{edition}/speaker/submissions/{id}/answers/{slug}/remove`
pub(in crate::web) async fn remove(
    app: web::Data<App>,
    at: AtQuestion,
    sent: HeldForm<Presenter>,
) -> Result<HttpResponse, Error> {
    let HeldForm { held, typed } = sent;
    let opened = Opened::of(&app, &held, (&at.1, at.2)).await?;
    let (place_of, now) = ((at.2, at.3.as_str()), Moment::now());
    let detach = app.db.transaction(async |tx| submissions::detach(tx, &held.proof, place_of, now).await);
    match detach.await {
        Ok(()) => Ok(unlinked(see_other(place(&opened.edition, at.0, at.2, "file-removed")))),
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.0)?;
            draw(&app, &held, opened, Refused { files: Some(form), ..Refused::default() }, status).await
        }
    }
}

/// `GET /{lang}/{edition}/speaker/submissions/{id}/files/{file}`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    request: HttpRequest,
    at: web::Path<(Lang, String, SubmissionId, FileId)>,
    held: Held<Presenter>,
) -> Result<HttpResponse, Error> {
    held.edition(&app, &at.1).await?;
    let all = submissions::own_attachments(&mut *app.db.read().await?, &held.proof, at.2).await?;
    download(&request, &app.db, &submissions::named(all.into_iter().map(|(_, file)| file), at.3)?)
}
