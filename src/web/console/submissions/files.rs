//! Files of a submission, as staff read them: answers to questions, slides, a deck, a video.

use actix_web::{HttpRequest, HttpResponse, web};

use crate::{
    accounts::proofs::Programme,
    error::Error,
    files::FileId,
    http::{App, At, download},
    submissions::{self, SubmissionId},
};

/// `GET /console/{edition}/submissions/{id}/files/{file}`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    request: HttpRequest,
    at: At<Programme>,
    path: web::Path<(String, SubmissionId, FileId)>,
) -> Result<HttpResponse, Error> {
    let file = submissions::open_file(&mut *app.db.read().await?, &at.proof, path.1, path.2).await?;
    download(&request, &app.db, &file)
}
