//! Campaigns: one mail to many, from choosing whom to seeing what became of each.

mod act;
mod edit;
mod list;
mod people;
mod show;
mod text;
mod words;
mod write;

pub(in crate::web) use act::{pause, remove, resume, schedule, stop, unschedule};
pub(in crate::web) use edit::{add, change, create, edit};
pub(in crate::web) use list::list;
pub(in crate::web) use people::people;
pub(in crate::web) use show::show;
pub(in crate::web) use text::text;
pub(in crate::web) use write::{send_test, try_out, unwrite, write};

use actix_web::web;

use crate::{
    accounts::proofs::Communications, campaigns::CampaignId, http::At, web::console::frame::address,
};

/// Which campaign a path names: edition, campaign.
type Named = web::Path<(String, CampaignId)>;

/// Where the edition's campaigns stand.
fn home(at: &At<Communications>) -> String {
    address(&at.edition, "/campaigns")
}
