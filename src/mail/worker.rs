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
    message,
    pace::Pace,
    preferences,
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
    /// How many it takes at a time.
    pub pace: Pace,
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
        let (began, size) = (Instant::now(), self.pace.size());
        let (claimed, ready) = self.claim(editions, size).await?;
        if claimed == size {
            much();
        }
        let (mut noting, mut untried) = (Noting::default(), Vec::new());
        let mut round = Round { claimed, ..Round::default() };
        let signer = match ready.len() {
            0 => None,
            _ => self.signatures.of(&self.db, &self.keys, &self.sender.domain()?).await?,
        };
        for mail in ready {
            if round.away || *stop.borrow() || began.elapsed() + LONGEST >= self.lease {
                untried.push((mail.row, Duration::ZERO));
                continue;
            }
            let _visit = match self.domains.enter(&mail.row.recipient, Instant::now()) {
                Ok(visit) => visit,
                Err(rest) => {
                    untried.push((mail.row, rest));
                    continue;
                }
            };
            let outcome = noting.beside(self.send(&mail, editions, signer.as_deref())).await;
            round.sent += usize::from(matches!(outcome, Outcome::Accepted(_)));
            round.away = matches!(outcome, Outcome::Away(_));
            noting.push(self.settling.note(&self.db, Settled::after(mail.row, outcome)));
        }
        noting.finish().await?;
        if !untried.is_empty() {
            self.db.transaction(async |tx| store::put_back(tx, &untried).await).await?;
        }
        self.pace.learn(claimed, began.elapsed());
        Ok(round)
    }

    /// Takes at most `size` mails, less those that shall not go, prints those that never were, and keeps that, in one
    /// transaction; answers how many there were, and those to send.
    async fn claim(&self, editions: &Letterheads, size: usize) -> Result<(usize, Vec<Ready>), Error> {
        let known = editions.keys().copied().collect();
        let (lease, resting) = (self.lease.as_secs_f64(), self.domains.resting(Instant::now()));
        self.db
            .transaction(async |tx| {
                let due = store::due(tx, size, (known, resting)).await?;
                let (count, unreached) = (due.len(), unreached(tx, &due).await?);
                let unwanted = preferences::unwanted(tx, &due).await?;
                let wordings = wordings::of(tx, &due).await?;
                let (mut ready, mut unprinted) = (Vec::new(), Vec::new());
                for row in due {
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
                            ready.push(Ready { row, template, rendering });
                        }
                        Err(error) => unprinted.push((row, error)),
                    }
                }
                let printed = ready.iter().map(|mail| (&mail.row, Some(&mail.rendering)));
                let taken: Vec<_> = printed.chain(unprinted.iter().map(|(row, _)| (row, None))).collect();
                store::take(tx, &taken, lease).await?;
                give_up(tx, &unprinted).await?;
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

/// Notes that these mails cannot be printed: they would fail again.
async fn give_up(tx: &mut Tx, unprinted: &[(Claimed, Error)]) -> Result<(), Error> {
    let answers = unprinted.iter().map(|(row, error)| {
        tracing::error!(mail = %row.id, template = row.template, %error, "a mail cannot be printed");
        format!("not printed: {error}")
    });
    let answers: Vec<String> = answers.collect();
    let fate = Fate::Failed(AttemptOutcome::Refused);
    let tries = unprinted.iter().zip(&answers);
    let tries = tries.map(|((row, _), answer)| Try { mail: row.id, number: row.attempts, fate, answer });
    store::settle(tx, &tries.collect::<Vec<_>>()).await
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
