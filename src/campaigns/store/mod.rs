//! The tables of campaigns: `campaign`, `campaign_text`, `campaign_recipient`; and the audiences, found in the tables of the
//! domains below.

pub(super) mod campaign;
pub(super) mod options;
pub(super) mod people;
pub(super) mod recipients;
pub(super) mod texts;
pub(super) mod work;
