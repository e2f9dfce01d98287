//! The outbox, of one edition or of the whole site: what was sent to whom, what failed and why, and trying again.

mod act;
mod addresses;
mod letter;
mod list;
mod office;
mod records;
pub(in crate::web::console) mod wording;

pub(in crate::web) use act::{
    cancel, cancel_on_site, hold, hold_on_site, release, release_on_site, retry, retry_on_site,
};
pub(in crate::web) use addresses::{
    lift, lift_on_site, of_edition as addresses, of_site as addresses_on_site,
};
pub(in crate::web) use letter::{of_edition as letter, of_site as letter_on_site, preview, preview_on_site};
pub(in crate::web) use list::{of_edition as list, of_site as list_on_site};
pub(in crate::web) use records::show as records;
pub(in crate::web) use wording::{
    go_back, keep as keep_wording, list as wordings, printed as printed_wording, send_test, show as wording,
    try_out as try_wording,
};
