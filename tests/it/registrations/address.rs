//! Another address, and "send again".

use plenary::{
    error::Error,
    keys::{Link, LinkToken, Purpose},
    registrations::{self, AddressProof},
    values::Email,
};

use super::{Forum, forum::visitor};

fn email(text: &str) -> Email {
    Email::parse(text).unwrap()
}

impl Forum {
    async fn address_proof(&self) -> Result<AddressProof, Error> {
        let newest = "SELECT id::text FROM address_change ORDER BY id DESC LIMIT 1";
        let id = self.one::<String>(newest).await.parse().unwrap();
        let token = self.keys.link_token(&Link { purpose: Purpose::Address, id, version: 1 });
        let token = LinkToken::parse(&token).unwrap();
        registrations::address_proof(&mut self.db.read().await.unwrap(), &visitor(), &self.keys, &token).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_changes_when_it_is_proved_and_all_links_are_made_anew() {
    let forum = Forum::open().await;
    forum.way("delegate", &[]).await;
    let ada = forum.come("delegate", "Ada").await;
    let holder = forum.holder(ada).await;
    let asked =
        async |tx: &mut _| registrations::ask_for_address(tx, &holder, email("ada@example.com")).await;
    forum.db.transaction(asked).await.unwrap();
    assert_eq!(forum.one::<String>("SELECT email FROM registration").await, "ada@example.org");
    assert_eq!(
        forum.count("mail WHERE template = 'address-proof' AND recipient = 'ada@example.com'").await,
        1
    );

    let proof = forum.address_proof().await.unwrap();
    forum.db.transaction(async |tx| registrations::change_address(tx, &proof).await).await.unwrap();
    assert_eq!(forum.one::<String>("SELECT email FROM registration").await, "ada@example.com");
    assert_eq!(forum.count("mail WHERE template = 'ticket' AND recipient = 'ada@example.com'").await, 1);
    let cancel = async |tx: &mut _| registrations::cancel(tx, &holder, plenary::values::Moment::now()).await;
    assert!(matches!(forum.db.transaction(cancel).await, Err(Error::NotFound)), "the old link still works");
    assert!(matches!(forum.address_proof().await, Err(Error::NotFound)), "the proof works twice");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_is_proved_too_late_does_not_count() {
    let forum = Forum::open().await;
    forum.way("delegate", &[]).await;
    let holder = forum.holder(forum.come("delegate", "Ada").await).await;
    let asked =
        async |tx: &mut _| registrations::ask_for_address(tx, &holder, email("ada@example.com")).await;
    forum.db.transaction(asked).await.unwrap();
    forum.run("UPDATE address_change SET expires_at = now()").await;
    let proof = forum.address_proof().await.unwrap();
    let late = forum.db.transaction(async |tx| registrations::change_address(tx, &proof).await).await;
    assert!(matches!(late, Err(Error::Conflict(reason)) if reason.code == "link_expired"));
}

#[tokio::test(flavor = "multi_thread")]
async fn send_again_reaches_everybody_of_an_address_three_times_an_hour_and_tells_strangers_nothing() {
    let forum = Forum::open().await;
    let hall = forum.pool(1).await;
    forum.way("delegate", &[hall]).await;
    for name in ["Ada", "Bob"] {
        let mut fields = Forum::fields("delegate", name);
        fields.email = "office@example.org".into();
        forum.admit(&[forum.admission(&forum.form().await, &fields, None)]).await.remove(0).unwrap();
    }
    let edition = forum.edition().await.id;
    for address in [
        "office@example.org",
        "OFFICE@example.org",
        "nobody@example.org",
        "office@example.org",
        "office@example.org",
    ] {
        let again =
            async |tx: &mut _| registrations::send_again(tx, &visitor(), edition, &email(address)).await;
        forum.db.transaction(again).await.unwrap();
    }
    assert_eq!(forum.count("mail WHERE template = 'ticket'").await, 3);
    assert_eq!(forum.count("mail WHERE template = 'registration-known'").await, 3);
}
