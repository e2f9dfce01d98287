//! One registration under lock, and moving it from one standing to another.

use serde_json::{Value, json};

use super::{
    Act, CancelReason, Holder, OfferOutcome, Registration, RegistrationId, State, line::Line,
    mails::Addressee, passes, sign_ups, store,
};
use crate::{
    accounts::proofs::Organiser,
    audit::{self, Actor, Entry},
    db::Tx,
    editions::publication,
    error::Error,
    mail::{self, NewMail},
    values::{Moment, PersonName},
};

/// A registration as it stands under its lock, with the pools that it and its sign-ups draw on.
pub(super) struct Locked {
    pub(super) row: Registration,
    pub(super) line: Line,
}

impl Locked {
    /// Locks pools first, then the row.
    pub(super) async fn by_id(tx: &mut Tx, id: RegistrationId) -> Result<Self, Error> {
        let type_id = store::registration::type_of(tx, id).await?;
        let live = store::sign_ups::live_of(tx, id).await?;
        let booked: Vec<_> = live.iter().filter_map(|one| one.pool).collect();
        let line = Line::lock_also(tx, &[type_id], &booked).await?;
        let row = store::registration::lock(tx, id).await?;
        Ok(Self { row, line })
    }

    /// That of a manage link, if the link still is one.
    pub(super) async fn of_holder(tx: &mut Tx, who: &Holder) -> Result<Self, Error> {
        let locked = Self::by_id(tx, who.registration()).await?;
        who.still_holds(&locked.row)?;
        Ok(locked)
    }

    /// One of the organiser's edition.
    pub(super) async fn of_organiser(
        tx: &mut Tx,
        who: &Organiser,
        id: RegistrationId,
    ) -> Result<Self, Error> {
        let locked = Self::by_id(tx, id).await?;
        if locked.row.edition.uuid() == who.edition() { Ok(locked) } else { Err(Error::NotFound) }
    }

    /// Does `act`; `impossible` is the conflict's code where the present state does not allow it.
    pub(super) async fn go(
        &mut self,
        tx: &mut Tx,
        actor: &Actor,
        action: &'static str,
        act: Act,
        impossible: &'static str,
        now: Moment,
    ) -> Result<(), Error> {
        let moved = advance(tx, &mut self.line, &self.row, actor, (action, act), now).await?;
        self.row = moved.ok_or_else(|| Error::conflict(impossible))?;
        Ok(())
    }

    /// Ends it, and tells her so.
    pub(super) async fn end(
        &mut self,
        tx: &mut Tx,
        actor: &Actor,
        action: &'static str,
        reason: CancelReason,
        impossible: &'static str,
        now: Moment,
    ) -> Result<(), Error> {
        self.go(tx, actor, action, Act::Cancel(reason), impossible, now).await?;
        self.send(tx, |addressee| addressee.ended(reason)).await
    }

    /// Queues a mail to her, if there is one to send.
    pub(super) async fn send(
        &self,
        tx: &mut Tx,
        write: impl FnOnce(&Addressee<'_>) -> Option<NewMail>,
    ) -> Result<(), Error> {
        send(tx, &self.row, write).await
    }
}

/// Moves a locked registration: state, places and offer move together, and the trail says so. `None` where
/// its present state does not allow the act.
pub(super) async fn advance(
    tx: &mut Tx,
    line: &mut Line,
    row: &Registration,
    actor: &Actor,
    (action, act): (&'static str, Act),
    now: Moment,
) -> Result<Option<Registration>, Error> {
    let before = row.standing();
    let Some(after) = before.after(act) else { return Ok(None) };
    let moved = store::registration::set_standing(tx, row.id, after, act, now).await?;
    // A place that came with a pass goes back to it, and so to its company.
    let kept = before.holds && !after.holds && passes::free_again(tx, &moved, actor).await?;
    if !kept {
        line.settle(tx, [(row.type_id, before.places_to(after))]).await?;
    }
    if before.state == State::Offered {
        store::offers::end(tx, row.id, OfferOutcome::of(act), now).await?;
    }
    let reason = match act {
        Act::Cancel(reason) => Some(reason),
        _ => None,
    };
    let content = json!({ "before": before, "after": after, "reason": reason });
    record(tx, actor, action, &moved, content).await?;
    if before.state == State::Confirmed && !after.holds {
        sign_ups::end_with(tx, &mut line.pools, &moved, actor, now).await?;
    }
    if before.state == State::Waitlisted && !after.holds {
        // The line got shorter: where places are free, a newcomer may now find one.
        publication::bump(tx, row.edition).await?;
    }
    Ok(Some(moved))
}

/// Queues a mail to her, if there is one to send.
pub(super) async fn send(
    tx: &mut Tx,
    row: &Registration,
    write: impl FnOnce(&Addressee<'_>) -> Option<NewMail>,
) -> Result<(), Error> {
    let name = row.name();
    match write(&addressee(row, &name)) {
        Some(mail) => mail::queue(tx, &[mail]).await,
        None => Ok(()),
    }
}

/// Whom a mail about this registration goes to.
pub(super) fn addressee<'a>(row: &'a Registration, name: &'a PersonName) -> Addressee<'a> {
    Addressee {
        id: row.id,
        edition: row.edition,
        side_event: row.side_event,
        email: &row.email,
        name,
        lang: row.lang,
        link_version: row.link_version,
    }
}

/// Records a change of a registration.
pub(super) async fn record(
    tx: &mut Tx,
    actor: &Actor,
    action: &'static str,
    row: &Registration,
    content: Value,
) -> Result<(), Error> {
    let (subject_kind, subject, edition) = ("registration", row.id.uuid(), Some(row.edition.uuid()));
    audit::record(tx, actor, Entry { action, subject_kind, subject, edition, content }).await
}
