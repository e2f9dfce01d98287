//! Awards of the demos: last year's, which the judges voted on and the chair closed; this year's, to be opened on the day.

use super::{demos::Asking, judges::seat, visit::visit};
use crate::{
    accounts::{self, Access, AccountFields, proofs::System},
    db::Tx,
    error::Error,
    keys::Keys,
    reviews::awards::{self, AwardFields, NewAward, Order},
    values::{Lang, LocalisedFields},
};

/// How many each judge saw.
const SEEN: usize = 5;

/// Has the judges of a past edition order what they saw, each a little otherwise, and closes the vote.
pub(super) async fn given(
    tx: &mut Tx,
    system: &System,
    keys: &Keys,
    asking: &Asking<'_>,
    judges: &[AccountFields],
) -> Result<(), Error> {
    let (call, at) = (asking.form.call.id, asking.edition.ends_at);
    let panel = seat(tx, system, asking, judges).await?;
    let award = awards::create_award(tx, &asking.who, call, &best()?).await?;
    awards::open_award(tx, &asking.who, (call, award.id), at).await?;
    for (number, judge) in panel.iter().enumerate() {
        let authority = visit(tx, system, keys, judge.account).await?;
        let proof = authority.reviewer(asking.edition.id.uuid(), Access::Write)?;
        let vote = awards::vote(tx, keys, &proof, award.id).await?;
        let mut seen: Vec<String> = vote.rivals.iter().map(|rival| rival.submission.id.to_string()).collect();
        let first = (number / 2) % seen.len().max(1);
        seen.rotate_left(first);
        seen.truncate(SEEN);
        let order = Order::parse(seen.iter().map(|id| [id.as_str()]))?;
        awards::cast(tx, keys, &proof, (award.id, vote.version), &order, at).await?;
        accounts::sign_out(tx, &authority.signed_in()?).await?;
    }
    awards::close_award(tx, keys, &asking.who, (call, award.id), at).await
}

/// Makes one that nobody votes on yet.
pub(super) async fn prepared(tx: &mut Tx, asking: &Asking<'_>) -> Result<(), Error> {
    awards::create_award(tx, &asking.who, asking.form.call.id, &best()?).await.map(drop)
}

fn best() -> Result<NewAward, Error> {
    let name = LocalisedFields {
        original: Some(Lang::En),
        en: "Best of the show".to_owned(),
        zh_hant: "最佳展示獎".to_owned(),
        zh_hans: "最佳展示奖".to_owned(),
    };
    Ok(NewAward::try_from(&AwardFields { name, ..AwardFields::default() })?)
}
