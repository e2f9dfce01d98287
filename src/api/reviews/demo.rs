//! A demo on a reviewer's desk, and whose it is.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    companies::{Company, Region},
    files::File,
    speakers::Span,
    submissions::{DemoDraft, DemoFile, Facility},
    values::{Localised, Moment},
};

/// What a company demonstrates.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Demo)]
pub(in crate::api) struct DemoBody {
    /// What the product is.
    product: Option<Localised>,
    /// What is new about it.
    novelty: Option<Localised>,
    /// Who uses it already.
    traction: Option<Localised>,
    /// Who makes it; not in a blind round.
    team: Option<Localised>,
    /// What has to be there.
    facilities: Vec<Facility>,
    /// What is brought along, and what else there is to say of equipment.
    equipment: Option<String>,
    /// The most power it draws, in watts.
    watts: Option<i32>,
    /// The floor it takes, in square metres.
    square_metres: Option<i32>,
    /// The address of a video; not in a blind round.
    video_url: Option<String>,
    /// When it can be shown; at any time when empty.
    times: Vec<TimeBody>,
    /// When it had better be shown; empty where that makes no difference.
    preferred: Vec<TimeBody>,
}

impl From<DemoDraft> for DemoBody {
    fn from(demo: DemoDraft) -> Self {
        Self {
            product: demo.product,
            novelty: demo.novelty,
            traction: demo.traction,
            team: demo.team,
            facilities: demo.facilities,
            equipment: demo.equipment.map(|text| text.as_str().to_owned()),
            watts: demo.watts,
            square_metres: demo.square_metres,
            video_url: demo.video.map(|url| url.as_str().to_owned()),
            times: demo.times.into_iter().map(TimeBody::from).collect(),
            preferred: demo.preferred.into_iter().map(TimeBody::from).collect(),
        }
    }
}

/// A time at which a demo can be shown.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DemoTime)]
pub(in crate::api) struct TimeBody {
    /// From when.
    starts_at: Moment,
    /// Until when.
    ends_at: Moment,
}

impl From<Span> for TimeBody {
    fn from(Span { starts_at, ends_at }: Span) -> Self {
        Self { starts_at, ends_at }
    }
}

/// Whose demo it is.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReviewedCompany)]
pub(in crate::api) struct CompanyBody {
    /// What it is called.
    name: Localised,
    /// What it does, in one sentence.
    one_liner: Option<Localised>,
    /// The city it is in.
    city: String,
    /// Where it is at home.
    region: Region,
}

impl From<Company> for CompanyBody {
    fn from(company: Company) -> Self {
        Self {
            name: company.name,
            one_liner: company.one_liner,
            city: company.city.as_str().to_owned(),
            region: company.region,
        }
    }
}

/// A file of a demo.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DemoFile)]
pub(in crate::api) struct DemoFileBody {
    /// What it is: `deck` or `video`.
    #[schema(value_type = String, example = "deck")]
    kind: &'static str,
    /// The id of the file.
    id: Uuid,
    /// What its sender called it.
    #[schema(example = "deck.pdf")]
    name: String,
    /// Its length in bytes.
    size: i64,
}

impl From<File> for DemoFileBody {
    fn from(file: File) -> Self {
        Self {
            kind: DemoFile::of(&file).as_str(),
            id: file.id.uuid(),
            name: file.name.as_str().to_owned(),
            size: file.size,
        }
    }
}
