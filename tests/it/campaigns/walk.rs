//! Writing to many, in a browser.

use plenary::{
    accounts::{self, Role, proofs::System},
    values::Lang,
};
use serde_json::json;

use super::desk::Office;
use crate::support::{browser::walk, calls::hours};

#[tokio::test(flavor = "multi_thread")]
async fn communications_write_to_many_on_a_phone_and_at_a_desk() {
    let office = Office::open().await;
    office.app.run("UPDATE registration SET lang = 'zh-Hant' WHERE name_latin = 'Bea'").await;
    office
        .app
        .run("INSERT INTO suppression (id, address, reason, diagnostic) VALUES (gen_random_uuid(), 'cho@example.org', 'bounced', '')")
        .await;
    let going = office.to_everybody("notice").await;
    office.write(going, Lang::ZhHant, "{name}您好，請到B廳。").await.unwrap();
    office.schedule(going, Some(hours(5))).await.unwrap();
    office.run().await;
    let staff = office.app.with_role(Role::Communications, office.edition.id).await;
    let mut links = Vec::new();
    for _ in 0..3 {
        let (keys, account) = (&office.app.app.keys, staff.account.id);
        let link = office
            .app
            .app
            .db
            .transaction(async |tx| accounts::one_time_link(tx, &System::shell(), keys, account).await);
        links.push(link.await.unwrap());
    }
    let facts = json!({ "links": links, "going": going });
    walk(&office.app.base, "campaigns", facts).await.unwrap_or_else(|problems| panic!("{problems}"));
}
