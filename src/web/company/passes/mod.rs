//! The passes of a company's demo: who has which, handing one out, taking one back.

mod act;
mod show;

pub(super) use act::{send, take_back};
pub(super) use show::show;

use super::application::place as demo_place;
use crate::{companies::CompanyId, submissions::SubmissionId, values::Lang};

/// Where the page stands: language, company, demo.
type At = actix_web::web::Path<(Lang, CompanyId, SubmissionId)>;

/// The page's address.
fn place(lang: Lang, company: CompanyId, id: SubmissionId) -> String {
    format!("{}/passes", demo_place(lang, company, id))
}
