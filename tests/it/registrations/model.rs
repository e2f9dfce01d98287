//! Everything at once: whatever people, staff and duties do together, pools stay right and nobody hangs.

use std::sync::Arc;

use plenary::{
    accounts::proofs::System,
    error::Error,
    registrations::{self, Admissions, RegistrationId},
    values::Moment,
};
use rand::{RngExt, SeedableRng, rngs::StdRng};

use super::Forum;

/// What everybody chooses by, so that a run that went wrong can be had again, as far as the machine lets it.
const SEED: u64 = 20_261_119;
const PEOPLE: u64 = 6;
const STEPS: usize = 60;

/// One who does something at random, again and again, on a connection of her own.
struct Actor {
    forum: Arc<Forum>,
    door: Admissions,
    number: u64,
    known: Vec<RegistrationId>,
    chance: StdRng,
}

impl Actor {
    async fn live(mut self) {
        let form = self.forum.form().await;
        for step in 0..STEPS {
            match self.chance.random_range(0..10) {
                0..4 => {
                    let way = ["delegate", "guest", "press"][self.chance.random_range(0..3)];
                    let mut fields = Forum::fields(way, "Guest");
                    fields.email = format!("guest{}.{step}@example.org", self.number);
                    let admission = self.forum.admission(&form, &fields, None);
                    self.known.push(self.door.admit(admission).await.unwrap().id());
                }
                4..6 => self.with_one_of_hers(async |forum, id| forum.try_cancel(id).await).await,
                6 => {
                    let accepts = self.chance.random_bool(0.7);
                    self.with_one_of_hers(async |forum, id| forum.answer(id, accepts).await).await;
                }
                7 => {
                    let approves = self.chance.random_bool(0.8);
                    self.with_one_of_hers(async |forum, id| forum.decide(id, approves).await).await;
                }
                8 => self.forum.duties().await.unwrap(),
                _ => {
                    self.forum
                        .run("UPDATE offer SET expires_at = now() WHERE outcome IS NULL AND random() < 0.2")
                        .await
                }
            }
        }
    }

    async fn with_one_of_hers(&mut self, act: impl AsyncFnOnce(&Forum, RegistrationId) -> Result<(), Error>) {
        if self.known.is_empty() {
            return;
        }
        let id = self.known[self.chance.random_range(0..self.known.len())];
        match act(&self.forum, id).await {
            // What is not possible any more is refused; anything else, a deadlock above all, is a fault.
            Ok(()) | Err(Error::Conflict(_) | Error::NotFound) => {}
            Err(error) => panic!("{error}"),
        }
    }
}

impl Forum {
    async fn try_cancel(&self, id: RegistrationId) -> Result<(), Error> {
        let holder = self.holder(id).await;
        self.db
            .transaction(async |tx| registrations::cancel(tx, &holder, Moment::now()).await)
            .await
            .map(drop)
    }

    async fn answer(&self, id: RegistrationId, accepts: bool) -> Result<(), Error> {
        if self.count(&format!("offer WHERE registration_id = '{id}'")).await == 0 {
            return Ok(());
        }
        let offer = self.offer(id).await;
        let answer = self.db.transaction(async |tx| match accepts {
            true => registrations::accept(tx, &offer).await,
            false => registrations::turn_down(tx, &offer).await,
        });
        answer.await.map(drop)
    }

    async fn decide(&self, id: RegistrationId, approves: bool) -> Result<(), Error> {
        let now = Moment::now();
        let decided = self.db.transaction(async |tx| match approves {
            true => registrations::approve(tx, &self.organiser, id, now).await,
            false => registrations::decline(tx, &self.organiser, id, now).await,
        });
        decided.await.map(drop)
    }

    async fn duties(&self) -> Result<(), Error> {
        let duty = System::duty();
        self.db.transaction(async |tx| registrations::expire_offers(tx, &duty).await).await?;
        self.db.transaction(async |tx| registrations::offer_places(tx, &duty).await).await.map(drop)
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn whatever_happens_at_once_pools_stay_right_and_nobody_hangs() {
    let forum = Forum::open().await;
    let (hall, dinner) = (forum.pool(12).await, forum.pool(5).await);
    forum.way("delegate", &[hall]).await;
    forum.way("guest", &[hall, dinner]).await;
    forum.way_with("press", &[dinner], |way| way.needs_approval = true).await;
    let forum = Arc::new(forum);
    let doors = [Admissions::open(&forum.db), Admissions::open(&forum.db)];
    println!("seed {SEED}");
    let actors = (0..PEOPLE).map(|number| {
        let (forum, door) = (forum.clone(), doors[usize::from(number % 2 == 0)].clone());
        let chance = StdRng::seed_from_u64(SEED + number);
        tokio::spawn(Actor { forum, door, number, known: Vec::new(), chance }.live())
    });
    for actor in actors.collect::<Vec<_>>() {
        actor.await.unwrap();
    }
    forum.duties().await.unwrap();

    forum.reconciled().await;
    let open_offers = "registration r WHERE (r.state = 'offered') <>
        EXISTS (SELECT FROM offer o WHERE o.registration_id = r.id AND o.outcome IS NULL)";
    assert_eq!(forum.count(open_offers).await, 0, "an offer without its state, or a state without its offer");
    let passed_over = "registration r WHERE r.state = 'waitlisted' AND NOT EXISTS (
        SELECT FROM registration_type_pool drawn JOIN capacity_pool p ON p.id = drawn.pool_id
        WHERE drawn.type_id = r.type_id AND p.taken >= p.capacity)";
    assert_eq!(forum.count(passed_over).await, 0, "somebody waits although all her pools have room");
    let out_of_order = "(SELECT r.arrival < max(r.arrival) OVER (ORDER BY o.offered_at, o.id) AS late
        FROM offer o JOIN registration r ON r.id = o.registration_id JOIN registration_type t ON t.id = r.type_id
        WHERE t.slug = 'delegate') AS offers WHERE late";
    assert_eq!(
        forum.count(out_of_order).await,
        0,
        "somebody was offered a place before one who came earlier"
    );
    // A deadlock may be mended by trying again; that there was one is told by whoever ends.
    // The list first: a condition beside the call would not keep it from ending everybody's connections.
    let ended = "(WITH others AS MATERIALIZED (SELECT pid FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid())
        SELECT pg_terminate_backend(pid, 10000) AS gone FROM others) AS ended WHERE NOT gone";
    assert_eq!(forum.count(ended).await, 0);
    let deadlocks = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()";
    assert_eq!(forum.one::<i64>(deadlocks).await, 0);
}
