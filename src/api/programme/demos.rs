//! What companies show.

use actix_web::web::{self, Data};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    api::{lists::All, readable::Readable},
    companies::{PublicCompany, Region},
    error::Error,
    http::App,
    overview::{OnShow, programme_of},
    programme,
    submissions::Spoken,
    values::{Id, Localised, Moment},
};

/// A company on show.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PublicCompany)]
pub(in crate::api) struct CompanyBody {
    /// Its id.
    pub id: Uuid,
    /// What it is called.
    pub name: Localised,
    /// What it does, in one sentence.
    pub one_liner: Option<Localised>,
    /// The city it is in.
    pub city: String,
    /// Where it is at home.
    pub region: Region,
    /// Its web address.
    pub website: Option<String>,
}

impl From<&PublicCompany> for CompanyBody {
    fn from(company: &PublicCompany) -> Self {
        Self {
            id: company.id.uuid(),
            name: company.name.clone(),
            one_liner: company.one_liner.clone(),
            city: company.city.as_str().to_owned(),
            region: company.region,
            website: company.website.as_ref().map(|url| url.as_str().to_owned()),
        }
    }
}

/// A demo on show.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DemoOnShow)]
pub(in crate::api) struct DemoBody {
    /// The id of its session.
    pub session: Uuid,
    /// Whose it is.
    pub company: CompanyBody,
    /// What it is called.
    pub title: Localised,
    /// What will be shown.
    pub r#abstract: Option<Localised>,
    /// What the product is.
    pub product: Option<Localised>,
    /// The languages it is spoken in.
    pub spoken: Vec<Spoken>,
    /// The id of its track.
    pub track: Option<Uuid>,
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
    /// The ids of its rooms.
    pub rooms: Vec<Uuid>,
}

impl From<OnShow<'_>> for DemoBody {
    fn from(OnShow { session, demo, company }: OnShow<'_>) -> Self {
        let listed = &session.released.listed;
        Self {
            session: session.id.uuid(),
            company: company.into(),
            title: listed.title.clone(),
            r#abstract: listed.r#abstract.clone(),
            product: demo.product.clone(),
            spoken: listed.spoken.clone(),
            track: listed.track.map(Id::uuid),
            starts_at: listed.time.start(),
            ends_at: listed.time.end(),
            rooms: listed.rooms.iter().map(|room| room.uuid()).collect(),
        }
    }
}

/// Lists what companies show, by time: what was confirmed and is in the release that holds.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/demos", tag = "Releases",
    responses((status = 200, body = All<DemoBody>)), security((), ("token" = ["observer:read"])))]
pub(in crate::api) async fn list_demos(
    app: Data<App>,
    of: Readable,
) -> Result<web::Json<All<DemoBody>>, Error> {
    let mut conn = app.db.read().await?;
    let Some(release) = programme::current_release(&mut conn, of.edition.id).await? else {
        return Ok(web::Json(All { items: Vec::new() }));
    };
    let shown = programme_of(&mut conn, of.edition.id, release).await?;
    Ok(web::Json(All::of(shown.on_show())))
}
