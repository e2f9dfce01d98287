//! The deck and the video of an application: sending, reading and removing them.

use actix_web::{Error as ActixError, HttpRequest, HttpResponse, web};

use super::{
    At, Opened, member, place,
    show::{Refused, draw},
};
use crate::{
    companies::CompanyId,
    error::{Error, Reason},
    files::FileId,
    http::{
        App, Form, Own, SignedForm, UploadForm, download,
        page::see_other,
        upload::{Brings, FileField},
    },
    submissions::{DemoFile, SubmissionId, demo},
    values::{Lang, Moment},
};

/// The form of both.
pub(in crate::web) struct WithDemoFiles;

impl Brings for WithDemoFiles {
    const FILES: &'static [FileField] = &[
        FileField { name: DemoFile::Deck.as_str(), limit: DemoFile::Deck.accepted().limit },
        FileField { name: DemoFile::Video.as_str(), limit: DemoFile::Video.accepted().limit },
    ];
}

/// Where one file stands: language, company, submission, file.
type AtFile = web::Path<(Lang, CompanyId, SubmissionId, FileId)>;

/// `POST /{lang}/account/companies/{company}/applications/{id}/files`: deck, video or both.
///
/// Whoever may not is told so whatever is wrong with the form.
pub(in crate::web) async fn send(
    app: web::Data<App>,
    own: Own,
    at: At,
    sent: Result<SignedForm<UploadForm<WithDemoFiles>>, ActixError>,
) -> Result<HttpResponse, ActixError> {
    let opened = Opened::of(&app, &own, (at.1, at.2)).await?;
    let SignedForm(mut typed) = sent?;
    let (who, now) = (&opened.who, Moment::now());
    let outcome = async {
        let mut chosen = Vec::new();
        for kind in DemoFile::ALL {
            if let Some(upload) = typed.take(kind.as_str()) {
                chosen.push((*kind, upload.incoming()?));
            }
        }
        if chosen.is_empty() {
            return Err(Error::field(DemoFile::Deck.as_str(), Reason::new("required")));
        }
        app.db
            .transaction(async |tx| {
                for (kind, incoming) in chosen {
                    demo::add_demo_file(tx, who, (at.2, kind), incoming, now).await?;
                }
                Ok(())
            })
            .await
    };
    match outcome.await {
        Ok(()) => Ok(see_other(format!("{}?done=file", place(at.0, at.1, at.2)))),
        Err(error) => {
            let (form, status) = Form::after(typed.typed, error, at.0)?;
            Ok(draw(&own, opened, Refused { file: Some(form), ..Refused::default() }, status)?)
        }
    }
}

/// `POST /{lang}/account/companies/{company}/applications/{id}/files/{file}/remove`
pub(in crate::web) async fn remove(
    app: web::Data<App>,
    own: Own,
    at: AtFile,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let (who, now) = (member(&app, &own, at.1).await?, Moment::now());
    app.db.transaction(async |tx| demo::remove_demo_file(tx, &who, at.2, at.3, now).await).await?;
    Ok(see_other(format!("{}?done=file-removed", place(at.0, at.1, at.2))))
}

/// `GET /{lang}/account/companies/{company}/applications/{id}/files/{file}`
pub(in crate::web) async fn read(
    app: web::Data<App>,
    request: HttpRequest,
    own: Own,
    at: AtFile,
) -> Result<HttpResponse, Error> {
    let who = member(&app, &own, at.1).await?;
    let file = demo::open_demo_file(&mut *app.db.read().await?, &who, at.2, at.3).await?;
    download(&request, &app.db, &file)
}
