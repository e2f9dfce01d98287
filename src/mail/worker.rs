//! Taking mails from the outbox and handing them on, once each wherever that is in our hands.
//!
//! A mail is claimed under a lease, rendered once, sent, and settled together with the server's answer.
//! If we die in between, the lease runs out and the mail is sent again under the same Message-ID. Any number
//! of workers share one outbox. A mail server that is away costs no mail its turn: untried mails go back.

use std::{
    collections::BTreeSet,
    sync::Arc,
    time::{Duration, Instant},
};

use tokio::sync::watch;

use super::{
    Domains, Letterheads, MailKind, Rendering, Sender, Wording,
    catalogue::{self, Template},
    compose::Broken,
    dkim::{Signatures, Signer},
    message, preferences,
    render::{Renderer, Words},
    schedule::Fate,
    settling::{Noting, Settled, Settling},
    store::{self, AttemptOutcome, Claimed, Try, Withheld},
    suppression,
    transport::{LONGEST, Outcome, Transport},
    wordings,
};
use crate::{
    db::{Db, Tx},
    error::Error,
    keys::Keys,
    values::{Id, Moment},
};

/// Mails claimed at a time.
const BATCH: usize = 8;

/// Sends mails; shared by as many tasks as shall send at once.
pub struct Worker {
    /// Where the outbox is.
    pub db: Db,
    /// Makes links live.
    pub keys: Arc<Keys>,
    /// Who sends.
    pub sender: Sender,
    /// The way out.
    pub transport: Transport,
    /// How fast it may send to one domain, and how much at once.
    pub domains: Domains,
    /// What its mails are signed with.
    pub signatures: Signatures,
    /// Prints mails.
    pub renderer: Renderer,
    /// Notes what became of them.
    pub settling: Settling,
    /// How long a claim holds; longer than [`LONGEST`].
    pub lease: Duration,
}

/// What one round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Mails that were taken up.
    pub claimed: usize,
    /// Mails that the server took.
    pub sent: usize,
    /// Whether the server is away: wait before the next round.
    pub away: bool,
}

/// A mail with all it needs to go out.
struct Ready {
    row: Claimed,
    template: &'static Template,
    rendering: Rendering,
}

impl Worker {
    /// The usual lease.
    pub const LEASE: Duration = Duration::from_secs(150);

    /// Claims a few mails and sends them one after the other, until `stop` turns true, the server is away, or the
    /// lease gets too short for another; what was not tried goes back. `editions` are the letterheads of all editions and side events;
    /// `much` is called before sending when there may be more than one round's worth.
    ///
    /// # Errors
    /// The database's. What was claimed is then taken up again when the lease runs out.
    pub async fn round(
        &self,
        editions: &Letterheads,
        stop: &watch::Receiver<bool>,
        much: impl FnOnce(),
    ) -> Result<Round, Error> {
        let began = Instant::now();
        let (claimed, ready) = self.claim(editions).await?;
        if claimed == BATCH {
            much();
        }
        let (mut ready, mut noting) = (ready.into_iter(), Noting::default());
        let mut round = Round { claimed, ..Round::default() };
        let signer = match ready.len() {
            0 => None,
            _ => self.signatures.of(&self.db, &self.keys, &self.sender.domain()?).await?,
        };
        while !round.away && !*stop.borrow() && began.elapsed() + LONGEST < self.lease {
            let Some(mail) = ready.next() else { break };
            let _visit = match self.domains.enter(&mail.row.recipient, Instant::now()) {
                Ok(visit) => visit,
                Err(rest) => {
                    noting.push(async move {
                        self.db.transaction(async |tx| store::put_back(tx, &mail.row, rest).await).await
                    });
                    continue;
                }
            };
            let outcome = noting.beside(self.send(&mail, editions, signer.as_deref())).await;
            round.sent += usize::from(matches!(outcome, Outcome::Accepted(_)));
            round.away = matches!(outcome, Outcome::Away(_));
            noting.push(self.settling.note(&self.db, Settled::after(mail.row, outcome)));
        }
        noting.finish().await?;
        let untried: Vec<Claimed> = ready.map(|mail| mail.row).collect();
        if !untried.is_empty() {
            self.db.transaction(async |tx| store::release(tx, &untried).await).await?;
        }
        Ok(round)
    }

    /// Claims mails, takes out those that shall not go, prints those that never were, and keeps that, in one transaction;
    /// answers how many it claimed, and those to send.
    async fn claim(&self, editions: &Letterheads) -> Result<(usize, Vec<Ready>), Error> {
        let known = editions.keys().copied().collect();
        let (lease, resting) = (self.lease.as_secs_f64(), self.domains.resting(Instant::now()));
        self.db
            .transaction(async |tx| {
                let (mut ready, mut printed) = (Vec::new(), Vec::new());
                let claimed = store::claim(tx, BATCH, lease, (known, resting)).await?;
                let (count, unreached) = (claimed.len(), unreached(tx, &claimed).await?);
                let unwanted = preferences::unwanted(tx, &claimed).await?;
                let wordings = wordings::of(tx, &claimed).await?;
                for row in claimed {
                    let unwanted = unwanted.contains(&row.id).then_some(Withheld::Preference);
                    if let Some(why) = unwanted.or_else(|| withheld(&row, &unreached)) {
                        store::withhold(tx, &row, why).await?;
                        continue;
                    }
                    let worded = wordings::place(&row).and_then(|place| wordings.get(&place));
                    match self.prepare(&row, editions, worded.map(|(_, wording)| wording)) {
                        Ok((template, rendering, broken)) => {
                            if let (Some(broken), Some((wording, _))) = (broken, worded) {
                                fell_back(tx, &row, *wording, &broken).await?;
                            }
                            if row.rendering().is_none() {
                                printed.push((row.id, rendering.clone()));
                            }
                            ready.push(Ready { row, template, rendering });
                        }
                        Err(error) => {
                            tracing::error!(mail = %row.id, template = row.template, %error, "a mail cannot be printed");
                            let (fate, answer) = (Fate::Failed(AttemptOutcome::Refused), format!("not printed: {error}"));
                            let failed = Try { mail: row.id, number: row.attempts, fate, answer: &answer };
                            store::settle(tx, &[failed]).await?;
                        }
                    }
                }
                store::keep(tx, &printed).await?;
                Ok((count, ready))
            })
            .await
    }

    fn prepare(
        &self,
        row: &Claimed,
        editions: &Letterheads,
        wording: Option<&Wording>,
    ) -> Result<(&'static Template, Rendering, Option<Broken>), Error> {
        let template = catalogue::named(&row.template)
            .ok_or_else(|| Error::internal(format!("no template is called {}", row.template)))?;
        if let Some(rendering) = row.rendering() {
            return Ok((template, rendering, None));
        }
        let words = Words {
            lang: row.lang,
            name: &row.recipient_name,
            site: self.sender.site(),
            edition: row.speaks_for().and_then(|id| editions.get(&id)),
            values: row.values(),
            links: &row.links(),
        };
        let (rendering, broken) = self.renderer.render_worded(template, &words, wording)?;
        Ok((template, rendering, broken))
    }

    async fn send(&self, mail: &Ready, editions: &Letterheads, signer: Option<&Signer>) -> Outcome {
        let edition = mail.row.speaks_for().and_then(|id| editions.get(&id));
        let made =
            message::message(&self.sender, &self.keys, &mail.row, &mail.rendering, mail.template, edition);
        let made = made.and_then(|message| {
            Ok((self.sender.envelope(&self.keys, &mail.row, &message)?, message.formatted()))
        });
        let (envelope, bytes) = match made {
            Ok(made) => made,
            Err(error) => return Outcome::Refused(format!("not sent: {error}")),
        };
        let signed = match signer {
            Some(signer) => signer.signed(&bytes, Moment::now()),
            None => Ok(bytes),
        };
        match signed {
            Ok(bytes) => self.transport.deliver(mail.row.id.uuid(), &envelope, bytes).await,
            Err(error) => Outcome::Away(format!("not signed: {error}")),
        }
    }
}

/// Notes that an edition's own words could not be printed, and ours went out.
async fn fell_back(
    tx: &mut Tx,
    row: &Claimed,
    wording: Id<wordings::Kept>,
    broken: &Broken,
) -> Result<(), Error> {
    let reason = broken.to_string();
    tracing::error!(mail = %row.id, template = row.template, reason, "an edition's own words cannot be printed");
    match row.edition_id {
        Some(edition) => wordings::note_broken(tx, edition, wording, &reason).await,
        None => Ok(()),
    }
}

/// The addresses among these mails' that mail does not reach, in lower case.
async fn unreached(tx: &mut Tx, mails: &[Claimed]) -> Result<BTreeSet<String>, Error> {
    let addresses = mails.iter().map(|row| row.recipient.as_str());
    let found = suppression::suppressed(tx, addresses).await?;
    Ok(found.into_iter().map(|suppressed| suppressed.address).collect())
}

/// Why a mail shall not go out. What she waits for at this moment goes even where mails came back: it is the way to
/// find out that the address works again, and the way in.
fn withheld(row: &Claimed, unreached: &BTreeSet<String>) -> Option<Withheld> {
    let kind = catalogue::named(&row.template)?.kind;
    let stopped = kind != MailKind::Asked && unreached.contains(&row.recipient.to_lowercase());
    stopped.then_some(Withheld::Address)
}
