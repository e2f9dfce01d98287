//! A call that is open, and the people around it, made by the product's own verbs.

use std::sync::Arc;

use jiff::SignedDuration;
use plenary::{
    calls::{self, Call, CallFields},
    db::Tx,
    error::Error,
    keys::{Keys, Link, LinkToken, Purpose},
    speakers::{self, Presenter, Profile, ProfileFields, SpeakerId},
    submissions::{self, CallForm, Decision, DraftFields, Start, Submission, SubmissionId},
    values::{Email, Lang, Moment},
};

use crate::{
    calls::stage::{Stage, fields},
    registrations::forum::visitor,
    support::forum::text,
};

/// A stage with one listed call that is open now.
pub struct Desk {
    pub stage: Stage,
    pub keys: Arc<Keys>,
    pub call: Call,
}

/// So many hours from now.
pub fn hours(hours: i64) -> Moment {
    Moment::now().plus(SignedDuration::from_hours(hours))
}

/// Everything that a call without questions demands.
pub fn complete(title: &str) -> DraftFields {
    DraftFields {
        title: text(title),
        summary: text("What it is about."),
        spoken: vec!["en".into(), "cmn".into()],
        track: "robotics".into(),
        session_type: "short".into(),
        ..DraftFields::default()
    }
}

impl Desk {
    pub async fn open() -> Self {
        Self::with(|_| {}).await
    }

    /// With a call that was changed before it was listed.
    pub async fn with(change: impl FnOnce(&mut CallFields)) -> Self {
        let stage = Stage::set().await;
        let mut raw = fields("talks");
        raw.opens_at = hours(-24).to_string();
        raw.closes_at = hours(24).to_string();
        change(&mut raw);
        let call = stage.listed(&raw).await;
        let keys = Keys::new(vec!["a secret of 32 characters or more, for tests".into()]).unwrap();
        Self { stage, keys: Arc::new(keys), call }
    }

    pub async fn form(&self) -> CallForm {
        submissions::form(&mut *self.stage.forum.conn().await, self.call.clone()).await.unwrap()
    }

    /// Runs `verb` in a transaction.
    pub async fn run<T>(&self, verb: impl AsyncFnOnce(&mut Tx) -> Result<T, Error>) -> Result<T, Error> {
        self.stage.forum.db.transaction(verb).await
    }

    /// A stranger begins with her address.
    pub async fn start(&self, email: &str, draft: &DraftFields, now: Moment) -> Result<SubmissionId, Error> {
        let new = Start {
            email: Email::parse(email).unwrap(),
            lang: Lang::ZhHant,
            code: String::new(),
            draft: draft.parse(&self.form().await)?,
        };
        self.run(async |tx| submissions::start_draft(tx, &self.keys, &visitor(), &self.call, new, now).await)
            .await
    }

    /// The proof of a speaker's link as it is now.
    pub async fn presenter(&self, speaker: SpeakerId) -> Presenter {
        let version =
            self.one::<i32>(&format!("SELECT link_version FROM speaker WHERE id = '{speaker}'")).await;
        self.presenter_with(speaker, version).await.unwrap()
    }

    pub async fn presenter_with(&self, speaker: SpeakerId, version: i32) -> Result<Presenter, Error> {
        let link = Link { purpose: Purpose::Speaker, id: speaker.uuid(), version };
        let token = LinkToken::parse(&self.keys.link_token(&link)).unwrap();
        let mut conn = self.stage.forum.conn().await;
        speakers::presenter_by_link(&mut conn, &visitor(), &self.keys, &token).await
    }

    pub async fn row(&self, id: SubmissionId) -> Submission {
        submissions::find(&mut *self.stage.forum.conn().await, &self.stage.who, id).await.unwrap()
    }

    /// She opens her mailed link and gives her name.
    pub async fn named(&self, id: SubmissionId, name: &str) -> Presenter {
        let who = self.presenter(self.row(id).await.owner).await;
        let raw = ProfileFields { name_latin: name.into(), ..ProfileFields::default() };
        let profile = Profile::try_from(&raw).unwrap();
        self.run(async |tx| speakers::set_profile(tx, &who, profile).await).await.unwrap();
        who
    }

    pub async fn save(
        &self,
        who: &Presenter,
        id: SubmissionId,
        draft: &DraftFields,
        now: Moment,
    ) -> Result<Submission, Error> {
        let draft = draft.parse(&self.form().await)?;
        self.run(async |tx| submissions::save(tx, &self.keys, who, id, &draft, now).await).await
    }

    pub async fn submit(&self, who: &Presenter, id: SubmissionId, now: Moment) -> Result<Submission, Error> {
        self.run(async |tx| submissions::submit(tx, &self.keys, who, id, now).await).await
    }

    /// A submission that was handed in, and the proof of its owner.
    pub async fn handed_in(&self, name: &str) -> (SubmissionId, Presenter) {
        let email = format!("{}@example.org", name.to_lowercase());
        let id = self.start(&email, &complete(name), Moment::now()).await.unwrap();
        let who = self.named(id, name).await;
        self.submit(&who, id, Moment::now()).await.unwrap();
        (id, who)
    }

    pub async fn decide(&self, id: SubmissionId, decision: Option<Decision>) -> Result<(), Error> {
        let seen = self.row(id).await.standing().decision;
        let choice = submissions::Choice { submission: id, seen, decision };
        self.run(async |tx| submissions::decide(tx, &self.stage.who, &[choice], Moment::now()).await).await
    }

    pub async fn tell(&self, ids: &[SubmissionId]) -> Result<(), Error> {
        let (who, edition) = (&self.stage.who, &self.stage.edition);
        self.run(async |tx| submissions::tell(tx, who, edition, ids, Moment::now()).await).await
    }

    /// One value, asked of the database itself.
    pub async fn one<T: for<'a> tokio_postgres::types::FromSql<'a>>(&self, sql: &str) -> T {
        let client = crate::support::cluster::connect(&self.stage.forum.database.url).await;
        client.query_one(sql, &[]).await.unwrap().get(0)
    }

    /// Templates of the mails to an address, in the order they were queued.
    pub async fn mails(&self, to: &str) -> Vec<String> {
        let sql = format!(
            "SELECT coalesce(array_agg(template ORDER BY id), '{{}}') FROM mail WHERE recipient = '{to}'"
        );
        self.one(&sql).await
    }

    /// Brings the date to confirm by, and the day she was told, so many hours back.
    pub async fn pass(&self, id: SubmissionId, hours: i32) {
        let client = crate::support::cluster::connect(&self.stage.forum.database.url).await;
        let sql = format!(
            "UPDATE submission SET confirm_by = confirm_by - interval '{hours} hours',
                    told_at = told_at - interval '{hours} hours' WHERE id = '{id}'"
        );
        client.execute(&sql, &[]).await.unwrap();
    }

    /// What staff reach by proof only: the call of this edition.
    pub async fn questions(&self, asked: &[plenary::questions::CallQuestionFields]) {
        for raw in asked {
            let new = raw.parse(&self.stage.edition.zone).unwrap();
            let ask = self.run(async |tx| {
                let editor = calls::editor(tx, &self.stage.who, self.call.id, Moment::now()).await?;
                plenary::questions::create(tx, editor, new).await
            });
            ask.await.unwrap();
        }
    }
}
