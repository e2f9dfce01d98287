//! Demos on their way onto the programme, through the verbs.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use plenary::{
    accounts::proofs::System,
    calls::Call,
    companies::Member,
    db::Tx,
    editions::{self, Edition, Room},
    programme::{self, NewRelease, Placement, Release, ReleaseFields},
    submissions::{self, Choice, Decision, DemoFields, DraftFields, SubmissionId, demo},
    values::{Id, Moment},
};
use serde_json::json;

use super::{
    app::TestApp,
    editions::{fields, trilingual},
};

impl TestApp {
    /// Fills an application in as far as it has to be.
    pub async fn fill_demo(&self, who: &Member, id: SubmissionId) {
        self.deck(who, id).await.unwrap();
        let typed: DraftFields = fields(json!({
            "title": trilingual("Arm", "機械臂", "机械臂"), "summary": trilingual("Tea", "斟茶", "倒茶"),
            "spoken": ["yue"], "session_type": "talk",
        }));
        let text = trilingual("Text", "內文", "内文");
        let details: DemoFields =
            fields(json!({ "product": text, "novelty": text, "team": text, "watts": 1200 }));
        let write = self.app.db.transaction(async |tx| {
            let row = submissions::own_one(tx, who, id).await?;
            let call = plenary::calls::by_id(tx, row.edition, row.call).await?;
            let draft = typed.parse(&submissions::form(tx, call).await?)?;
            submissions::save(tx, &self.app.keys, who, id, &draft, Moment::now()).await?;
            let edition = editions::all(tx, &System::duty()).await?.remove(0);
            demo::set_demo(tx, who, id, &details.parse(&edition)?, Moment::now()).await
        });
        write.await.unwrap();
    }

    /// One that was handed in and accepted, with its slot in the draft, so many minutes after the edition begins; nobody was told.
    pub async fn accepted_demo(
        &self,
        edition: &Edition,
        (who, call): (&Member, &Call),
        (room, minute): (Id<Room>, i64),
    ) -> SubmissionId {
        let id = self.demo(who, call).await;
        self.fill_demo(who, id).await;
        let (plans, now) = (self.plans(edition), Moment::now());
        let slot = Placement {
            starts_at: Some(edition.starts_at.plus(SignedDuration::from_mins(minute))),
            rooms: [room].into(),
            minutes: None,
            pinned: true,
        };
        let accept = self.app.db.transaction(async |tx| {
            submissions::submit(tx, &self.app.keys, who, id, now).await?;
            let choice = Choice { submission: id, seen: None, decision: Some(Decision::Accepted) };
            submissions::decide(tx, &plans, &[choice], now).await?;
            programme::reserve(tx, &plans, &BTreeMap::from([(id, Some(slot))])).await
        });
        accept.await.unwrap();
        id
    }

    /// Its company hears of it.
    pub async fn tell_demo(&self, edition: &Edition, id: SubmissionId) {
        let plans = self.plans(edition);
        let tell = async |tx: &mut Tx| submissions::tell(tx, &plans, edition, &[id], Moment::now()).await;
        self.app.db.transaction(tell).await.unwrap();
    }

    /// Its company comes, or does not.
    pub async fn answer_demo(&self, who: &Member, id: SubmissionId, comes: bool) {
        let now = Moment::now();
        let answer = self.app.db.transaction(async |tx| match comes {
            true => submissions::confirm(tx, who, id, now).await,
            false => submissions::turn_down(tx, who, id, now).await,
        });
        answer.await.unwrap();
    }

    /// Makes the draft public.
    pub async fn released(&self, edition: &Edition, name: &str) -> Release {
        let typed: ReleaseFields = fields(json!({ "name": name }));
        let (new, plans) = (NewRelease::try_from(&typed).unwrap(), self.plans(edition));
        let release = self.app.db.transaction(async |tx| programme::release(tx, &plans, new).await);
        let (release, _) = release.await.unwrap();
        self.refresh().await;
        release
    }
}
