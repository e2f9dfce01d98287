//! Companies, made through the verbs.

use futures_util::stream;
use plenary::{
    calls::Call,
    companies::{self, Colleague, Company, CompanyFields, CompanyInvitation, Member, NewCompany},
    editions::Edition,
    error::Error,
    files::{FileId, Incoming},
    formats::qr,
    submissions::{self, DemoFile, DraftFields, SubmissionId, demo},
    values::{Email, FileName, Lang, Moment},
};
use serde_json::json;

use super::{
    actors::Staff,
    app::TestApp,
    calls::call_fields,
    editions::{fields, trilingual},
};

impl TestApp {
    /// A company in Hong Kong with one member.
    pub async fn company(&self, founder: &Staff) -> Company {
        let typed: CompanyFields = fields(json!({
            "name": trilingual("Harbour Robotics", "海港機械人", "海港机器人"), "city": "Hong Kong", "region": "hong-kong",
        }));
        let (new, who) = (NewCompany::try_from(&typed).unwrap(), founder.proof());
        self.app.db.transaction(async |tx| companies::found(tx, &who, &new).await).await.unwrap()
    }

    /// The proof of acting for it.
    pub async fn member(&self, staff: &Staff, company: &Company) -> Member {
        let mut conn = self.app.db.read().await.unwrap();
        companies::member(&mut conn, &staff.proof(), company.id).await.unwrap()
    }

    /// A colleague who was asked.
    pub async fn colleague(&self, who: &Member, email: &str) -> CompanyInvitation {
        let new = Colleague { email: Email::parse(email).unwrap(), lang: Lang::En };
        self.app.db.transaction(async |tx| companies::invite(tx, who, &new).await).await.unwrap()
    }

    /// Its logo.
    pub async fn logo(&self, who: &Member) -> FileId {
        let raw = qr::png("a logo").unwrap();
        let drawn = self.app.pictures.redraw(raw, companies::LOGO, "logo").await.unwrap();
        let name = FileName::parse("logo.png").unwrap();
        let set = self.app.db.transaction(async |tx| companies::set_logo(tx, who, &name, &drawn).await);
        set.await.unwrap().id
    }

    /// A call for demos that everybody sees, in which a company may hand in two.
    pub async fn demo_call(&self, edition: &Edition) -> Call {
        let mut typed = call_fields("start-ups");
        typed["kind"] = json!("demo");
        typed["limit_per_applicant"] = json!("2");
        self.call(edition, typed).await
    }

    /// An application that has just been begun.
    pub async fn demo(&self, who: &Member, call: &Call) -> SubmissionId {
        let begin = self.app.db.transaction(async |tx| {
            let form = submissions::form(tx, call.clone()).await?;
            let draft = DraftFields::default().parse(&form)?;
            submissions::start_demo(tx, &self.app.keys, who, call, ("", &draft), Moment::now()).await
        });
        begin.await.unwrap()
    }

    /// Its deck, in the place of the one there was.
    pub async fn deck(&self, who: &Member, id: SubmissionId) -> Result<FileId, Error> {
        let bytes = stream::iter([Ok(b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n".to_vec())]);
        let name = FileName::parse("deck.pdf").unwrap();
        let deck = Incoming { field: "deck".to_owned(), name, bytes };
        let send = self.app.db.transaction(async |tx| {
            demo::add_demo_file(tx, who, (id, DemoFile::Deck), deck, Moment::now()).await
        });
        Ok(send.await?.id)
    }
}
