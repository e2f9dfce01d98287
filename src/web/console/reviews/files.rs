//! Files that answer a call's questions, as a reviewer reads them; in a blind round there are none.

use actix_web::{HttpRequest, HttpResponse, web};

use crate::{
    accounts::proofs::Reviewer,
    calls::RoundId,
    error::Error,
    files::FileId,
    http::{App, At, download},
    reviews,
};

/// `GET /console/{edition}/reviews/{round}/files/{file}`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    request: HttpRequest,
    at: At<Reviewer>,
    path: web::Path<(String, RoundId, FileId)>,
) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let file = reviews::open_file(&mut conn, &app.keys, &at.proof, path.1, path.2).await?;
    drop(conn);
    download(&request, &app.db, &file)
}
