//! Companies, made through the verbs.

use plenary::{
    companies::{self, Colleague, Company, CompanyFields, CompanyInvitation, Member, NewCompany},
    files::FileId,
    formats::qr,
    values::{Email, FileName, Lang},
};
use serde_json::json;

use super::{
    actors::Staff,
    app::TestApp,
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
}
