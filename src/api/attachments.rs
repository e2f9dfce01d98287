//! Files of what was handed in, for staff and for reviewers.

use actix_web::{HttpRequest, HttpResponse, web::Data};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::row::{Parent, Row, Under};
use crate::{
    accounts::proofs::{Programme, Reviewer},
    calls::Round,
    error::Error,
    files::File,
    formats::media::MediaType,
    http::{App, bearer::With, download},
    reviews,
    submissions::{self, Attached, Submission},
};

impl Parent for Submission {
    const NAME: &'static str = "submission";
}

/// A file that answers a question.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Attachment)]
pub(super) struct AttachmentBody {
    /// The slug of the question.
    question: String,
    /// The id of the file.
    id: Uuid,
    /// What its sender called it.
    #[schema(example = "letter.pdf")]
    name: String,
    /// What it is.
    #[schema(value_type = String, example = "application/pdf")]
    media_type: &'static str,
    /// Its length in bytes.
    size: i64,
}

impl From<Attached> for AttachmentBody {
    fn from((question, file): Attached) -> Self {
        Self {
            question: question.slug.to_string(),
            id: file.id.uuid(),
            name: file.name.as_str().to_owned(),
            media_type: MediaType::as_str(file.media_type),
            size: file.size,
        }
    }
}

/// A document or video to be shown on stage.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Slides)]
pub(super) struct SlidesBody {
    /// The id of the file.
    id: Uuid,
    /// What its sender called it.
    #[schema(example = "talk.pdf")]
    name: String,
    /// What it is.
    #[schema(value_type = String, example = "application/pdf")]
    media_type: &'static str,
    /// Its length in bytes.
    size: i64,
}

impl From<File> for SlidesBody {
    fn from(file: File) -> Self {
        Self {
            id: file.id.uuid(),
            name: file.name.as_str().to_owned(),
            media_type: MediaType::as_str(file.media_type),
            size: file.size,
        }
    }
}

/// Reads a file of a submission: one that answers a question, its slides, a demo's deck or video.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/submissions/{submission}/files/{id}", tag = "Submissions",
    responses((status = 200, content((Vec<u8> = "application/pdf"), (Vec<u8> = "image/jpeg"), (Vec<u8> = "image/png"), (Vec<u8> = "video/mp4")))),
    security(("token" = ["programme:read"])))]
pub(super) async fn read_submission_file(
    app: Data<App>,
    request: HttpRequest,
    at: With<Programme>,
    submission: Under<Submission>,
    row: Row<File>,
) -> Result<HttpResponse, Error> {
    let file = submissions::open_file(&mut *app.db.read().await?, &at.proof, submission.0, row.0).await?;
    download(&request, &app.db, &file)
}

/// Reads a file of something that the token's maker is to review; in a blind round there are none.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/reviews/{round}/files/{id}",
    tag = "Reviews",
    responses((status = 200, content((Vec<u8> = "application/pdf"), (Vec<u8> = "image/jpeg"), (Vec<u8> = "image/png"), (Vec<u8> = "video/mp4")))),
    security(("token" = ["reviewer:read"])))]
pub(super) async fn read_reviewed_file(
    app: Data<App>,
    request: HttpRequest,
    at: With<Reviewer>,
    round: Under<Round>,
    row: Row<File>,
) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let file = reviews::open_file(&mut conn, &app.keys, &at.proof, round.0, row.0).await?;
    drop(conn);
    download(&request, &app.db, &file)
}
