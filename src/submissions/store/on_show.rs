//! Demos on the programme: reads of `submission`, `submission_demo` and `company` side by side.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::submission::SubmissionId;
use crate::{
    companies::CompanyId,
    db::schema::{company as c, submission as s, submission_demo as d},
    editions::Edition,
    error::Error,
    speakers::SpeakerId,
    submissions::{Answer, Facility, Lifecycle, Verdict},
    values::{Id, Localised, Prose},
};

/// A demo as anybody may know it.
#[derive(Clone, Debug, Queryable)]
pub struct ShownDemo {
    /// As what it was handed in.
    pub submission: SubmissionId,
    /// Whose it is.
    pub company: CompanyId,
    /// What the product is.
    pub product: Option<Localised>,
}

/// Those of these that were promised a slot and confirmed it.
pub(in crate::submissions) async fn confirmed(
    conn: &mut AsyncPgConnection,
    named: &[SubmissionId],
) -> Result<Vec<ShownDemo>, Error> {
    let confirmed = s::table
        .inner_join(d::table)
        .filter(s::id.eq_any(named))
        .filter(s::lifecycle.eq(Lifecycle::Submitted))
        .filter(s::told.eq(Verdict::Accepted))
        .filter(s::answer.eq(Answer::Confirmed))
        .filter(s::company_id.is_not_null())
        .select((s::id, s::company_id.assume_not_null(), d::product));
    Ok(confirmed.load(conn).await?)
}

/// The editions in which a company confirmed a demo, in the order of ids.
pub(in crate::submissions) async fn editions_of(
    conn: &mut AsyncPgConnection,
    company: CompanyId,
) -> Result<Vec<Id<Edition>>, Error> {
    let confirmed = s::table.filter(s::company_id.eq(company)).filter(s::answer.eq(Answer::Confirmed));
    Ok(confirmed.select(s::edition_id).distinct().order(s::edition_id).load(conn).await?)
}

/// What a demo needs of the venue, for those who prepare it.
#[derive(Clone, Debug, Queryable)]
pub struct DemoNeeds {
    /// As what it was handed in.
    pub submission: SubmissionId,
    /// What its company is called.
    pub company: Localised,
    /// Where its mails go.
    pub owner: SpeakerId,
    /// What the company answered.
    pub answer: Answer,
    /// What has to be there.
    pub facilities: Vec<Facility>,
    /// What is brought along, and what else there is to say of equipment.
    pub equipment: Option<Prose<2000>>,
    /// The most power it draws, in watts.
    pub watts: Option<i32>,
    /// The floor it takes, in square metres.
    pub square_metres: Option<i32>,
}

/// The demos of companies among these of the edition that are still to come.
pub(in crate::submissions) async fn needs(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
    named: &[SubmissionId],
) -> Result<Vec<DemoNeeds>, Error> {
    let coming = s::table
        .inner_join(d::table)
        .inner_join(c::table)
        .filter(s::edition_id.eq(edition))
        .filter(s::id.eq_any(named))
        .filter(s::lifecycle.eq(Lifecycle::Submitted))
        .filter(s::answer.eq_any([Answer::None, Answer::Confirmed]))
        .select((
            s::id,
            c::name,
            s::owner_id,
            s::answer,
            d::facilities,
            d::equipment,
            d::watts,
            d::square_metres,
        ));
    Ok(coming.load(conn).await?)
}
