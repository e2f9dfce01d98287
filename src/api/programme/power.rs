//! What the venue has to know of demos.

use actix_web::web::{self, Data};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    accounts::proofs::Programme,
    error::Error,
    http::{App, bearer::With},
    overview::{self, Demand, Load, PlaceSheet, PowerSheet},
    submissions::{Answer, Facility},
    values::{Localised, Moment},
};

/// A demo that has its place and time in the draft.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Demand)]
pub(in crate::api) struct DemandBody {
    /// The id of its session.
    pub session: Uuid,
    /// What its company is called.
    pub company: Localised,
    /// What it is called.
    pub title: Localised,
    /// When it begins.
    pub starts_at: Moment,
    /// When it ends.
    pub ends_at: Moment,
    /// What has to be there.
    pub facilities: Vec<Facility>,
    /// What is brought along, and what else there is to say of equipment.
    pub equipment: Option<String>,
    /// The most power it draws, in watts.
    pub watts: Option<i32>,
    /// The floor it takes.
    pub square_metres: Option<i32>,
    /// The id of the speaker to ask.
    pub contact: Option<Uuid>,
    /// Whether the company confirmed.
    pub confirmed: bool,
}

impl From<&Demand> for DemandBody {
    fn from(demand: &Demand) -> Self {
        let needs = &demand.needs;
        Self {
            session: demand.session.uuid(),
            company: needs.company.clone(),
            title: demand.title.clone(),
            starts_at: demand.time.start(),
            ends_at: demand.time.end(),
            facilities: needs.facilities.clone(),
            equipment: needs.equipment.as_ref().map(|prose| prose.as_str().to_owned()),
            watts: needs.watts,
            square_metres: needs.square_metres,
            contact: demand.contact.as_ref().map(|who| who.id.uuid()),
            confirmed: needs.answer == Answer::Confirmed,
        }
    }
}

/// What one half day draws in one place.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Load)]
pub(in crate::api) struct LoadBody {
    /// The half day, such as `2026-11-20/am`.
    pub half_day: String,
    /// All demos together.
    pub watts: i32,
    /// The most at one time.
    pub watts_at_once: i32,
}

impl From<&Load> for LoadBody {
    fn from(load: &Load) -> Self {
        Self { half_day: load.half.token(), watts: load.watts, watts_at_once: load.at_once }
    }
}

/// What is shown in one place.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PlaceSheet)]
pub(in crate::api) struct PlaceBody {
    /// The id of the room.
    pub room: Uuid,
    /// Its demos, by time.
    pub demos: Vec<DemandBody>,
    /// What they draw, by half day.
    pub loads: Vec<LoadBody>,
}

impl From<&PlaceSheet> for PlaceBody {
    fn from(place: &PlaceSheet) -> Self {
        Self {
            room: place.room.id.uuid(),
            demos: place.demands.iter().map(DemandBody::from).collect(),
            loads: place.loads.iter().map(LoadBody::from).collect(),
        }
    }
}

/// What the demos of the draft need of the venue.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PowerSheet)]
pub(in crate::api) struct PowerBody {
    /// The places that have demos.
    pub places: Vec<PlaceBody>,
    /// How many demos have no time or no room yet.
    pub unplaced: usize,
}

/// Shows what demos need of the venue, by place and time.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/power-sheet", tag = "Sessions",
    responses((status = 200, body = PowerBody)), security(("token" = ["programme:read"])))]
pub(in crate::api) async fn show_power_sheet(
    app: Data<App>,
    at: With<Programme>,
) -> Result<web::Json<PowerBody>, Error> {
    let sheet = overview::power_sheet(&mut *app.db.read().await?, &at.proof, &at.edition).await?;
    let PowerSheet { places, unplaced } = &sheet;
    Ok(web::Json(PowerBody { places: places.iter().map(PlaceBody::from).collect(), unplaced: *unplaced }))
}
