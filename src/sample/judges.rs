//! Five judges, and what they think of the demos.

use std::collections::BTreeMap;

use futures_util::stream;

use super::{
    demos::{Asking, Data},
    visit::visit,
};
use crate::{
    accounts::{self, Access, AccountFields, NewAccount, Role, RoleAt, proofs::System},
    calls,
    companies::Member,
    db::Tx,
    error::Error,
    files::Incoming,
    keys::Keys,
    reviews::{self, Panellist, ReviewFields},
    submissions::{self, DemoFile, SubmissionId},
    values::{FileName, Moment, NumberField},
};

/// How many score each demo.
const EACH: usize = 3;
/// A deck of three pages.
const DECK: &[u8] = include_bytes!("deck.pdf");

/// Sends a deck.
pub(super) async fn deck(tx: &mut Tx, who: &Member, id: SubmissionId, at: Moment) -> Result<(), Error> {
    let name = FileName::parse("deck.pdf").map_err(|reason| Error::field("deck", reason))?;
    let deck = Incoming { field: "deck".to_owned(), name, bytes: stream::iter([Ok(DECK.to_vec())]) };
    submissions::demo::add_demo_file(tx, who, (id, DemoFile::Deck), deck, at).await.map(drop)
}

/// Seats judges on the panel of a call.
pub(super) async fn seat(
    tx: &mut Tx,
    system: &System,
    asking: &Asking<'_>,
    judges: &[AccountFields],
) -> Result<Vec<Panellist>, Error> {
    let at = RoleAt::new(Role::Reviewer, Some(asking.edition.id.uuid()))
        .map_err(|reason| Error::field("role", reason))?;
    let mut panel = Vec::new();
    for judge in judges {
        let account = accounts::appoint(tx, system, NewAccount::try_from(judge.clone())?, at).await?;
        panel.push(Panellist { account: account.id, organisation: None });
    }
    reviews::set_panel(tx, &asking.who, asking.form.call.id, &panel).await?;
    Ok(panel)
}

/// Seats them, shares the demos out among them, lets each score what is hers, and closes the round.
pub(super) async fn load(
    tx: &mut Tx,
    system: &System,
    keys: &Keys,
    asking: &Asking<'_>,
    data: &Data,
    now: Moment,
) -> Result<(), Error> {
    let (who, call, edition) = (&asking.who, &asking.form.call, asking.edition);
    let round = calls::create_round(tx, who, call.id, data.round.parse(&edition.zone)?).await?;
    let panel = seat(tx, system, asking, &data.judges).await?;
    reviews::share_out(tx, keys, who, (call.id, round.id), EACH).await?;
    for (number, judge) in (0..).zip(&panel) {
        let authority = visit(tx, system, keys, judge.account).await?;
        let proof = authority.reviewer(edition.id.uuid(), Access::Write)?;
        let (_, round, items) = reviews::desk(tx, keys, &proof, round.id, "").await?;
        let criteria: Vec<String> = round.criteria.iter().map(|one| one.id.to_string()).collect();
        let said: Vec<(SubmissionId, ReviewFields)> = items
            .iter()
            .map(|item| (item.submission.id, scores(item.submission.id, number, &criteria)))
            .collect();
        reviews::write(tx, keys, &proof, round.id, &said, now).await?;
        accounts::sign_out(tx, &authority.signed_in()?).await?;
    }
    calls::close_round(tx, who, call.id, round.id, now).await
}

/// Points from 1 to 5: what the demo is worth, by its id, and how lenient the judge is.
fn scores(id: SubmissionId, judge: i64, criteria: &[String]) -> ReviewFields {
    let worth = i64::from(
        id.uuid().as_bytes().iter().rev().take(4).fold(0_u32, |sum, byte| sum * 7 + u32::from(*byte)) % 4,
    );
    let points = (0..).zip(criteria).map(|(place, criterion)| {
        let points = (worth + judge % 3 + (worth * 3 + judge * 5 + place * 2) % 3).clamp(1, 5);
        (criterion.clone(), NumberField::Number(Some(points)))
    });
    ReviewFields { points: points.collect::<BTreeMap<_, _>>(), ..ReviewFields::default() }
}
