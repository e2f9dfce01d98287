//! Webhooks of every edition, for the site's admins: adding and changing them, their log of deliveries, sending again.

mod act;
mod delivery;
mod edit;
mod list;
mod log;
mod show;

pub(in crate::web) use act::{pause, redeliver_failed, remove, resume, rotate, test};
pub(in crate::web) use delivery::{redeliver, show as delivery};
pub(in crate::web) use edit::{add, change, create, edit};
pub(in crate::web) use list::list;
pub(in crate::web) use show::show;

/// The address of the list.
const HOME: &str = "/console/site/webhooks";
