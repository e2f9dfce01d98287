//! Team passes: places that are held for a company that demonstrates, and who claims them.

mod claiming;
mod ending;
mod giving;
mod pages;
mod races;

use plenary::{
    accounts::proofs::System,
    calls::Call,
    companies::Member,
    db::Tx,
    editions::Edition,
    error::Error,
    keys::{LinkToken, Purpose},
    registrations::{
        self, Admission, Admitted, Entrant, Invited, Pass, PassFields, PassHolder, PassId, PassRule,
        PassState, RegistrationFields, types::TypeId,
    },
    submissions::{self, Decision, SubmissionId},
    values::{Lang, Moment},
};
use serde_json::json;

use super::{applications::submit, code};
use crate::support::{
    actors::{Staff, anybody},
    app::TestApp,
    editions::fields,
};

/// A company that confirmed its demo, of a call that gives passes.
pub struct Team {
    pub app: TestApp,
    edition: Edition,
    call: Call,
    pub ada: Staff,
    pub who: Member,
    pub demo: SubmissionId,
    way: TypeId,
}

impl Team {
    /// With so many places in the one pool, and so many passes for each company.
    async fn of(places: u32, passes: i32) -> Self {
        let app = TestApp::start().await;
        let edition = app.edition("2026").await;
        let pool = app.pool(edition.id, places).await;
        let way = app.way(&edition, "exhibitor", &[pool]).await;
        let ada = app.person("ada").await;
        let company = app.company(&ada).await;
        let who = app.member(&ada, &company).await;
        let call = app.demo_call(&edition).await;
        let demo = app.demo(&who, &call).await;
        app.fill_demo(&who, demo).await;
        submit(&app, &who, demo).await.unwrap();
        app.told(&edition, demo, Decision::Accepted).await;
        let team = Self { app, edition, call, ada, who, demo, way };
        team.rule(passes).await.unwrap();
        team
    }

    /// The same, confirmed and with its passes.
    pub async fn ready(places: u32, passes: i32) -> Self {
        let team = Self::of(places, passes).await;
        team.confirm().await;
        team.give().await;
        team
    }

    async fn rule(&self, places: i32) -> Result<(), Error> {
        let (plans, rule) = (self.app.plans(&self.edition), PassRule { type_id: self.way, places });
        let set = async |tx: &mut Tx| registrations::set_pass_rule(tx, &plans, self.call.id, rule).await;
        self.app.app.db.transaction(set).await
    }

    async fn confirm(&self) {
        let verb = async |tx: &mut Tx| submissions::confirm(tx, &self.who, self.demo, Moment::now()).await;
        self.app.app.db.transaction(verb).await.unwrap();
    }

    async fn turn_down(&self) {
        let verb = async |tx: &mut Tx| submissions::turn_down(tx, &self.who, self.demo, Moment::now()).await;
        self.app.app.db.transaction(verb).await.unwrap();
    }

    /// Runs the duty that gives passes; answers how many it gave.
    async fn give(&self) -> usize {
        let duty = async |tx: &mut Tx| registrations::grant_passes(tx, &System::duty()).await;
        self.app.app.db.transaction(duty).await.unwrap()
    }

    /// Runs the duties that end passes.
    async fn end(&self) {
        let (db, duty) = (&self.app.app.db, System::duty());
        db.transaction(async |tx| registrations::end_passes(tx, &duty).await).await.unwrap();
        let one = async |tx: &mut Tx| registrations::end_claimed_pass(tx, &duty, Moment::now()).await;
        while db.transaction(one).await.unwrap() {}
    }

    async fn send(&self, name: &str) -> Result<Pass, Error> {
        let email = format!("{}@example.org", name.to_lowercase());
        let typed: PassFields = fields(json!({ "name": name, "email": email, "lang": "zh-Hant" }));
        let to = Invited::try_from(&typed).unwrap();
        let verb =
            async |tx: &mut Tx| registrations::send_pass(tx, &self.who, self.demo, &to, Moment::now()).await;
        self.app.app.db.transaction(verb).await
    }

    async fn take_back(&self, id: PassId, seen: PassState) -> Result<(), Error> {
        let verb = async |tx: &mut Tx| {
            registrations::take_back_pass(tx, &self.who, (self.demo, id), seen, Moment::now()).await
        };
        self.app.app.db.transaction(verb).await
    }

    /// The secret of a pass's link as it is now.
    async fn secret(&self, id: PassId) -> String {
        let version = self.app.one(&format!("SELECT link_version FROM pass WHERE id = '{id}'")).await;
        let link = plenary::keys::Link { purpose: Purpose::Pass, id: id.uuid(), version };
        self.app.app.keys.link_token(&link)
    }

    async fn holder(&self, secret: &str) -> Result<PassHolder, Error> {
        let token = LinkToken::parse(secret).unwrap();
        let mut conn = self.app.app.db.read().await.unwrap();
        registrations::pass_holder(&mut conn, &anybody(), &self.app.app.keys, &token).await
    }

    /// Somebody claims with the link: her name also makes her address.
    async fn claim(&self, holder: &PassHolder, name: &str) -> Result<Admitted, Error> {
        self.claim_as(holder, name, &format!("{}@example.org", name.to_lowercase())).await
    }

    async fn claim_as(&self, holder: &PassHolder, name: &str, email: &str) -> Result<Admitted, Error> {
        let now = Moment::now();
        let mut conn = self.app.app.db.read().await.unwrap();
        let form = registrations::claim_form(&mut conn, holder, self.edition.clone()).await?;
        drop(conn);
        let typed: RegistrationFields =
            fields(json!({ "type": "exhibitor", "email": email, "name_latin": name }));
        let (new, entrant) = (typed.parse(&form).unwrap(), Entrant::Pass(holder.clone()));
        let admission = Admission::new(&self.app.app.keys, entrant, new, Lang::En, None).unwrap();
        let verb = async |tx: &mut Tx| registrations::claim(tx, holder, admission.clone(), now).await;
        self.app.app.db.transaction(verb).await
    }

    /// A pass that somebody was sent and claimed.
    async fn claimed(&self, name: &str) -> (Pass, Admitted) {
        let pass = self.send(name).await.unwrap();
        let holder = self.holder(&self.secret(pass.id).await).await.unwrap();
        let admitted = self.claim(&holder, name).await.unwrap();
        (pass, admitted)
    }

    /// How many passes stand in each state that has some, such as "claimed 1, free 2"; pools are right meanwhile.
    async fn standing(&self) -> String {
        let wrong = registrations::reconcile(&mut self.app.app.db.read().await.unwrap()).await.unwrap();
        assert!(wrong.is_empty(), "{wrong:?}");
        let counted = "SELECT coalesce(string_agg(state || ' ' || many, ', ' ORDER BY state), '')
                       FROM (SELECT state, count(*) AS many FROM pass GROUP BY state) AS states";
        self.app.one(counted).await
    }

    async fn taken(&self) -> i32 {
        self.app.one("SELECT taken FROM capacity_pool WHERE NOT of_session").await
    }

    async fn count(&self, what: &str) -> i64 {
        self.app.one(&format!("SELECT count(*) FROM {what}")).await
    }
}
