//! The people of an edition's programme.

use actix_web::{
    HttpResponse,
    web::{self, Data},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    json::Json,
    lists::All,
    once::{Made, created, once},
    parts::OrderFields,
    query::Query,
    row::Row,
};
use crate::{
    accounts::proofs::Programme,
    db::Tx,
    error::Error,
    http::{App, bearer::With},
    speakers::{self, NewSpeaker, Speaker, SpeakerFields, SpeakerId},
    values::{Email, Id, Lang, Line, Localised},
};

/// A person of the programme.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Speaker)]
pub(super) struct SpeakerBody {
    /// Her id.
    pub id: Uuid,
    /// Her own address.
    pub email: Option<String>,
    /// Who acts for her.
    pub contact_name: Option<String>,
    /// Where her mails go instead.
    pub contact_email: Option<String>,
    /// The language of her mails.
    pub lang: Lang,
    /// Her name in Latin letters.
    pub name_latin: Option<String>,
    /// Her name in Chinese characters.
    pub name_han: Option<String>,
    /// Her title.
    pub name_title: Option<String>,
    /// Where she works.
    pub organisation: Option<String>,
    /// What she does there.
    pub job_title: Option<String>,
    /// Who she is.
    pub biography: Option<Localised>,
    /// Rises with every change of her profile; send it along with a correction.
    pub version: i32,
}

impl From<Speaker> for SpeakerBody {
    fn from(row: Speaker) -> Self {
        let line = |line: Option<Line<120>>| line.map(|line| line.as_str().to_owned());
        Self {
            id: row.id.uuid(),
            email: row.email.map(Email::into_string),
            contact_name: line(row.contact_name),
            contact_email: row.contact_email.map(Email::into_string),
            lang: row.lang,
            name_latin: row.name_latin,
            name_han: row.name_han,
            name_title: row.name_title,
            organisation: line(row.organisation),
            job_title: line(row.job_title),
            biography: row.biography,
            version: row.version,
        }
    }
}

impl Made for SpeakerBody {
    fn id(&self) -> Uuid {
        self.id
    }
}

/// Which speakers.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct SpeakerQuery {
    /// Beginnings of words of names in either script, organisations and addresses.
    q: String,
}

/// Lists the edition's speakers in order of protocol, all or those whom the words find.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/speakers", tag = "Speakers", params(SpeakerQuery),
    responses((status = 200, body = All<SpeakerBody>)), security(("token" = ["programme:read"])))]
pub(super) async fn list_speakers(
    app: Data<App>,
    at: With<Programme>,
    query: Query<SpeakerQuery>,
) -> Result<web::Json<All<SpeakerBody>>, Error> {
    let found = speakers::list(&mut *app.db.read().await?, &at.proof, &query.0.q).await?;
    Ok(web::Json(All::of(found)))
}

/// Shows a speaker.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/speakers/{id}", tag = "Speakers",
    responses((status = 200, body = SpeakerBody)), security(("token" = ["programme:read"])))]
pub(super) async fn show_speaker(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Speaker>,
) -> Result<web::Json<SpeakerBody>, Error> {
    let found = speakers::find(&mut *app.db.read().await?, &at.proof, row.0).await?;
    Ok(web::Json(found.into()))
}

/// Adds a speaker by name, the last in order; her address may be unknown. Nothing is sent to her.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/speakers", tag = "Speakers",
    responses((status = 201, body = SpeakerBody)), security(("token" = ["programme:write"])))]
pub(super) async fn add_speaker(
    app: Data<App>,
    at: With<Programme>,
    body: Json<SpeakerFields>,
) -> Result<HttpResponse, Error> {
    let new: NewSpeaker = body.parsed()?;
    let make = async |tx: &mut Tx| Ok(speakers::add(tx, &at.proof, new).await?.into());
    let find = async |tx: &mut Tx, id| Ok(speakers::find(tx, &at.proof, Id::from(id)).await?.into());
    let made: SpeakerBody = once(&app.db, body.claim(&at.caller), make, find).await?;
    Ok(created(format!("/api/v1/editions/{}/speakers/{}", at.edition.slug, made.id), &made))
}

/// Corrects a speaker: how she is reached and her whole profile, as they shall be.
///
/// Where her mails go elsewhere from now on, her old link dies. The `version` in her profile keeps others' changes
/// from being overwritten unseen.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/speakers/{id}", tag = "Speakers",
    responses((status = 200, body = SpeakerBody)), security(("token" = ["programme:write"])))]
pub(super) async fn correct_speaker(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Speaker>,
    body: Json<SpeakerFields>,
) -> Result<web::Json<SpeakerBody>, Error> {
    let correct = async |tx: &mut Tx| {
        speakers::find(tx, &at.proof, row.0).await?;
        speakers::correct(tx, &at.proof, row.0, body.parsed()?).await
    };
    Ok(web::Json(app.db.transaction(correct).await?.into()))
}

/// Puts the speakers in another order: those named come first, as protocol wants them.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/speakers/reorder", tag = "Speakers",
    responses((status = 204)), security(("token" = ["programme:write"])))]
pub(super) async fn reorder_speakers(
    app: Data<App>,
    at: With<Programme>,
    body: Json<OrderFields>,
) -> Result<HttpResponse, Error> {
    let ids: Vec<SpeakerId> = body.into_value()?.ids.into_iter().map(Id::from).collect();
    app.db.transaction(async |tx| speakers::reorder(tx, &at.proof, &ids).await).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Sends a speaker, or her contact, the personal link; as often as it is asked for.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/speakers/{id}/send-link", tag = "Speakers",
    responses((status = 200, body = SpeakerBody)), security(("token" = ["programme:write"])))]
pub(super) async fn send_speaker_link(
    app: Data<App>,
    at: With<Programme>,
    row: Row<Speaker>,
) -> Result<web::Json<SpeakerBody>, Error> {
    let send = async |tx: &mut Tx| {
        speakers::invite(tx, &at.proof, row.0).await?;
        speakers::find(tx, &at.proof, row.0).await
    };
    Ok(web::Json(app.db.transaction(send).await?.into()))
}
