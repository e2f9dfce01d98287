//! Team passes of the upcoming edition: what its call gives, and the company that is sure of its place already.

use super::demos::Asking;
use crate::{
    accounts::proofs::System,
    companies::Member,
    db::Tx,
    error::Error,
    registrations::{self, Invited, PassFields, PassRule, types},
    submissions::{self, Choice, Decision, SubmissionId},
    values::Moment,
};

/// Who won last year's award and is asked back.
pub(super) const BACK: &str = "Harbour Arm";
/// How many passes each company gets.
const PLACES: i32 = 3;
/// By which registration type they are claimed.
const WAY: &str = "general";

/// Lets the call give passes; the company that is asked back confirms and sends one of its own to a colleague.
pub(super) async fn load(
    tx: &mut Tx,
    system: &System,
    asking: &Asking<'_>,
    back: Option<(Member, SubmissionId)>,
    now: Moment,
) -> Result<(), Error> {
    let types = types::open_types(tx, asking.edition.id).await?;
    let Some(way) = types.iter().find(|way| way.slug.as_str() == WAY) else { return Ok(()) };
    let rule = PassRule { type_id: way.id, places: PLACES };
    registrations::set_pass_rule(tx, &asking.who, asking.form.call.id, rule).await?;
    let Some((who, id)) = back else { return Ok(()) };
    let accepted = Choice { submission: id, seen: None, decision: Some(Decision::Accepted) };
    submissions::decide(tx, &asking.who, &[accepted], now).await?;
    submissions::tell(tx, &asking.who, asking.edition, &[id], now).await?;
    submissions::confirm(tx, &who, id, now).await?;
    registrations::grant_passes(tx, system).await?;
    let colleague = PassFields {
        name: "梁永健".to_owned(),
        email: "leung.wing-kin@example.org".to_owned(),
        lang: "zh-Hant".to_owned(),
    };
    registrations::send_pass(tx, &who, id, &Invited::try_from(&colleague)?, now).await.map(drop)
}
