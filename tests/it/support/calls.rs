//! Calls and what is handed in to them, made through the verbs.

use futures_util::stream;
use jiff::SignedDuration;
use plenary::{
    accounts::proofs::Programme,
    calls::{self, Call, CallFields},
    editions::Edition,
    files::{FileId, Incoming},
    formats::qr,
    http::{cookies::Jar, holder::ByLink},
    keys::{Link, LinkToken, Purpose},
    questions::{self, CallQuestionFields},
    speakers::{self, NewSpeaker, Presenter, Speaker, SpeakerFields, SpeakerId},
    submissions::{self, Choice, Decision, DraftFields, Sent, SubmissionId},
    values::{FileName, Moment},
};
use serde_json::{Value, json};

use super::{
    actors::anybody,
    app::TestApp,
    client::{Client, Credential},
    editions::{fields, trilingual},
};

/// So many hours from now.
pub fn hours(hours: i64) -> Moment {
    Moment::now().plus(SignedDuration::from_hours(hours))
}

/// A call that is open since yesterday and until tomorrow, with one session type.
pub fn call_fields(slug: &str) -> Value {
    json!({
        "kind": "talk", "slug": slug, "name": trilingual("Call for talks", "演講徵集", "演讲征集"),
        "description": trilingual("Tell us.", "歡迎提交。", "欢迎提交。"),
        "opens_at": hours(-24).to_string(), "closes_at": hours(24).to_string(),
        "session_types": [{ "slug": "talk", "name": trilingual("Talk", "演講", "演讲"), "minutes": "20" }],
    })
}

impl TestApp {
    /// The proof that verbs about an edition's programme demand.
    pub fn plans(&self, edition: &Edition) -> Programme {
        Programme::from(&self.organises(edition.id))
    }

    /// A call that everybody sees, or who has a code of it.
    pub async fn call(&self, edition: &Edition, typed: Value) -> Call {
        let typed: CallFields = fields(typed);
        let (new, who) = (typed.parse(&edition.zone, &[]).unwrap(), self.plans(edition));
        let list = self.app.db.transaction(async |tx| {
            let call = calls::create(tx, &who, new).await?;
            calls::list(tx, &who, call.id, Moment::now()).await?;
            calls::call(tx, &who, call.id).await
        });
        let listed = list.await.unwrap();
        self.refresh().await;
        listed
    }

    /// A speaker whom an organiser adds; her name also makes her address.
    pub async fn speaker(&self, edition: &Edition, name: &str) -> Speaker {
        let email = format!("{}@example.org", name.to_lowercase().replace(' ', "."));
        let typed: SpeakerFields =
            fields(json!({ "email": email, "lang": "en", "profile": { "name_latin": name } }));
        let (new, who) = (NewSpeaker::try_from(&typed).unwrap(), self.plans(edition));
        self.app.db.transaction(async |tx| speakers::add(tx, &who, new).await).await.unwrap()
    }

    /// What an organiser hands in for her.
    pub async fn submission(&self, call: &Call, edition: &Edition, speaker: SpeakerId) -> SubmissionId {
        let typed: DraftFields = fields(json!({
            "title": trilingual("Robots", "機械人", "机器人"), "summary": trilingual("Why", "原因", "原因"),
            "spoken": ["en"], "session_type": "talk",
        }));
        let (who, keys) = (self.plans(edition), &self.app.keys);
        let add = self.app.db.transaction(async |tx| {
            let form = submissions::form(tx, call.clone()).await?;
            let draft = typed.parse(&form)?;
            submissions::add(tx, keys, &who, (call.id, speaker), &draft, Moment::now()).await
        });
        add.await.unwrap().id
    }

    /// Decides about it for the first time, and tells her.
    pub async fn told(&self, edition: &Edition, id: SubmissionId, decision: Decision) {
        let (who, now) = (self.plans(edition), Moment::now());
        let choice = Choice { submission: id, seen: None, decision: Some(decision) };
        let tell = self.app.db.transaction(async |tx| {
            submissions::decide(tx, &who, &[choice], now).await?;
            submissions::tell(tx, &who, edition, &[id], now).await
        });
        tell.await.unwrap();
    }

    /// The secret of a speaker's link as it is now.
    pub async fn speaker_link(&self, speaker: SpeakerId) -> String {
        let version = self.one(&format!("SELECT link_version FROM speaker WHERE id = '{speaker}'")).await;
        self.app.keys.link_token(&Link { purpose: Purpose::Speaker, id: speaker.uuid(), version })
    }

    /// The proof of her link.
    pub async fn presenter(&self, speaker: SpeakerId) -> Presenter {
        let token = LinkToken::parse(&self.speaker_link(speaker).await).unwrap();
        let mut conn = self.app.db.read().await.unwrap();
        speakers::presenter_by_link(&mut conn, &anybody(), &self.app.keys, &token).await.unwrap()
    }

    /// A photo of hers.
    pub async fn photo(&self, speaker: SpeakerId) -> FileId {
        let (who, name) = (self.presenter(speaker).await, FileName::parse("me.png").unwrap());
        let raw = qr::png("a photo").unwrap();
        let photo = self.app.pictures.redraw(raw, speakers::PHOTO, "photo").await.unwrap();
        let set = self.app.db.transaction(async |tx| speakers::set_photo(tx, &who, &name, &photo).await);
        set.await.unwrap().id
    }

    /// A photo of hers, and slides of her submission.
    pub async fn files_of(&self, speaker: SpeakerId, submission: SubmissionId) -> [FileId; 2] {
        let (who, name) = (self.presenter(speaker).await, FileName::parse("deck.pdf").unwrap());
        let photo = self.photo(speaker).await;
        let pdf = stream::iter([Ok(b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n".to_vec())]);
        let deck = Incoming { field: "slides".to_owned(), name, bytes: pdf };
        let send = self
            .app
            .db
            .transaction(async |tx| submissions::add_slides(tx, &who, submission, deck, Moment::now()).await);
        [photo, send.await.unwrap().id]
    }

    /// The file with which the owner of a submission answers a question of its call that asks for one.
    pub async fn attached(&self, edition: &Edition, call: &Call, submission: SubmissionId) -> FileId {
        let asked: CallQuestionFields = fields(json!({
            "question": { "slug": "letter", "kind": "file", "label": trilingual("A letter", "信函", "信函") },
        }));
        let (plans, new) = (self.plans(edition), asked.parse(&edition.zone).unwrap());
        let owner: String =
            self.one(&format!("SELECT owner_id::text FROM submission WHERE id = '{submission}'")).await;
        let who = self.presenter(owner.parse().unwrap()).await;
        let (name, now) = (FileName::parse("letter.pdf").unwrap(), Moment::now());
        let sent = Sent::Document(b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n".to_vec());
        let attach = self.app.db.transaction(async |tx| {
            let editor = calls::editor(tx, &plans, call.id, now).await?;
            questions::create(tx, editor, new).await?;
            submissions::attach(tx, &who, (submission, "letter"), &name, sent, now).await
        });
        attach.await.unwrap().id
    }

    /// Her browser, after she followed her link and read the page.
    pub async fn presents(&self, edition: &Edition, speaker: SpeakerId) -> Client {
        let cookie =
            format!("{}={}", Jar::of(&self.app).name(Presenter::COOKIE), self.speaker_link(speaker).await);
        let shows = Credential { cookies: vec![cookie], ..Credential::default() };
        let page = Client::new(&self.base, shows.clone())
            .get(&format!("/en/{}/speaker", edition.slug))
            .await
            .expect(200);
        Client::new(&self.base, Credential { csrf: Some(page.value_of("_csrf").expect("a form")), ..shows })
    }
}
