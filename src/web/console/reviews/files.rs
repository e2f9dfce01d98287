//! Files that answer a call's questions, as a reviewer reads them; in a blind round there are none.

use actix_web::{HttpRequest, HttpResponse, web};

use crate::{
    accounts::proofs::Reviewer,
    calls::RoundId,
    error::Error,
    files::FileId,
    http::{App, At, download},
    reviews,
    submissions::SubmissionId,
};

/// `GET /console/{edition}/reviews/{round}/submissions/{id}/files/{file}`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    request: HttpRequest,
    at: At<Reviewer>,
    path: web::Path<(String, RoundId, SubmissionId, FileId)>,
) -> Result<HttpResponse, Error> {
    let (_, round, id, file) = path.into_inner();
    let mut conn = app.db.read().await?;
    let file = reviews::open_file(&mut conn, &app.keys, &at.proof, (round, id), file).await?;
    drop(conn);
    download(&request, &app.db, &file)
}
