//! One registration under lock, and moving it from one standing to another.

use serde_json::{Value, json};

use super::{
    Act, CancelReason, Holder, Registration, RegistrationId, State, line::Line, mails::Addressee, store,
};
use crate::{
    accounts::proofs::Organiser,
    audit::{self, Actor, Entry},
    db::Tx,
    editions::publication,
    error::Error,
    mail::{self, NewMail},
    values::Moment,
};

/// A registration as it stands under its lock, with the pools that it draws on.
pub(super) struct Locked {
    pub(super) row: Registration,
    pub(super) line: Line,
}

impl Locked {
    /// Locks pools first, then the row.
    pub(super) async fn by_id(tx: &mut Tx, id: RegistrationId) -> Result<Self, Error> {
        let type_id = store::registration::type_of(tx, id).await?;
        let line = Line::lock(tx, &[type_id]).await?;
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

    /// Does `act`: state and places move together, and the trail says so. `impossible` is the conflict's
    /// code where the present state does not allow it.
    pub(super) async fn go(
        &mut self,
        tx: &mut Tx,
        actor: &Actor,
        action: &'static str,
        act: Act,
        impossible: &'static str,
        now: Moment,
    ) -> Result<(), Error> {
        let before = self.row.standing();
        let after = before.after(act).ok_or_else(|| Error::conflict(impossible))?;
        let reason = match act {
            Act::Cancel(reason) => Some(reason),
            _ => None,
        };
        self.row = store::registration::set_standing(tx, self.row.id, after, reason, now).await?;
        self.line.settle(tx, [(self.row.type_id, before.places_to(after))]).await?;
        let content = json!({ "before": before, "after": after, "reason": reason });
        record(tx, actor, action, &self.row, content).await?;
        if before.state == State::Waitlisted {
            // The line got shorter: where places are free, a newcomer may now find one.
            publication::bump(tx, self.row.edition).await?;
        }
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
        let name = self.row.name();
        let mail = write(&addressee(&self.row, &name));
        match mail {
            Some(mail) => mail::queue(tx, &[mail]).await,
            None => Ok(()),
        }
    }
}

/// Whom a mail about this registration goes to.
pub(super) fn addressee<'a>(row: &'a Registration, name: &'a crate::values::PersonName) -> Addressee<'a> {
    Addressee {
        id: row.id,
        edition: row.edition,
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
