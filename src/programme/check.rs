//! The draft as a whole, what clashes in it, and why some of that may stand.

use std::collections::BTreeMap;

use diesel_async::AsyncPgConnection;
use serde_json::json;

use super::{
    Draft, Interval,
    clash::{Clash, clashes},
    planned, store,
};
use crate::{
    accounts::proofs::Programme,
    audit::{self, Entry},
    db::Tx,
    editions,
    error::{Error, Reason},
    values::Line,
};

/// A clash, and the reason why it may stand if somebody gave one.
#[derive(Clone, Debug)]
pub struct Checked {
    /// What is wrong.
    pub clash: Clash,
    /// Why it may stand.
    pub reason: Option<String>,
}

impl Checked {
    /// Whether the draft can't be released with it.
    #[must_use]
    pub fn blocks(&self) -> bool {
        self.clash.blocks(self.reason.is_some())
    }
}

/// The draft as its checks see it.
///
/// # Errors
/// The database's.
pub async fn draft(conn: &mut AsyncPgConnection, who: &Programme) -> Result<Draft, Error> {
    let edition = editions::for_staff(conn, &who.into()).await?;
    let sessions = planned::planned(conn, who).await?.into_iter().map(|one| one.facts).collect();
    let within = Interval::new(edition.starts_at, edition.ends_at);
    Ok(Draft {
        edition: within.map_err(|_| Error::internal("an edition ends before it starts"))?,
        sessions,
        rooms: store::draft::rooms(conn, who.edition()).await?,
        availability: store::draft::availability_of_speakers(conn, who.edition()).await?,
    })
}

/// Everything that clashes in the draft, the worst first, with the reasons given.
///
/// # Errors
/// The database's.
pub async fn check(conn: &mut AsyncPgConnection, who: &Programme) -> Result<Vec<Checked>, Error> {
    let draft = draft(conn, who).await?;
    let mut reasons: BTreeMap<_, _> = store::draft::acknowledged(conn, who.edition()).await?;
    let checked = |clash: Clash| Checked { reason: reasons.remove(clash.key.as_str()), clash };
    Ok(clashes(&draft).into_iter().map(checked).collect())
}

/// Says why a clash may stand. The reason lapses by itself as soon as the clash's facts change.
///
/// # Errors
/// [`Error::NotFound`] for what does not clash, or not any more; [`Error::Conflict`]
/// `clash_not_acknowledgeable` for a room that is used twice.
pub async fn acknowledge(tx: &mut Tx, who: &Programme, key: &str, reason: Line<200>) -> Result<(), Error> {
    let found = check(tx, who).await?.into_iter().find(|checked| checked.clash.key.as_str() == key);
    let clash = found.ok_or(Error::NotFound)?.clash;
    if !clash.kind.can_be_acknowledged() {
        return Err(Error::Conflict(Reason::new("clash_not_acknowledgeable")));
    }
    store::draft::acknowledge(tx, who.edition(), key, reason.as_str()).await?;
    let (action, subject, edition) = ("clash.acknowledge", who.edition(), Some(who.edition()));
    let content = json!({ "clash": clash, "reason": reason.as_str() });
    let entry = Entry { action, subject_kind: "edition", subject, edition, content };
    audit::record(tx, who.actor(), entry).await
}
