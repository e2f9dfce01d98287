//! Mail scanners follow every link of every mail: nothing may come of it.

use std::collections::BTreeMap;

use plenary::keys::Purpose;
use reqwest::Method;

use crate::{
    access::world::World,
    support::{app::TestApp, page::Page},
};

/// What each table holds, as a digest.
async fn contents(app: &TestApp) -> BTreeMap<String, String> {
    let tables: String = app
        .one(
            "SELECT string_agg(tablename, ' ' ORDER BY tablename) FROM pg_tables WHERE schemaname = 'public'",
        )
        .await;
    let mut contents = BTreeMap::new();
    for table in tables.split(' ') {
        let digest =
            format!("SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM {table} t");
        contents.insert(table.to_owned(), app.one(&digest).await);
    }
    contents
}

#[tokio::test(flavor = "multi_thread")]
async fn fetching_every_link_of_every_mail_changes_nothing() {
    let world = World::make().await;
    let app = &world.app;
    let before = contents(app).await;
    let mut followed = BTreeMap::new();
    for mail in app.mails().await {
        for link in mail.links.values().filter(|link| link.purpose != Purpose::SignInCode) {
            let (path, scanner) = (app.path_of(link), app.visitor());
            for method in [Method::HEAD, Method::GET] {
                let page = Page::of(scanner.request(method, &path)).await;
                // One that leads on is followed, with the cookie that it gave.
                if page.status == 303 {
                    scanner.get(page.location()).await;
                }
            }
            *followed.entry(format!("{:?}", link.purpose)).or_insert(0) += 1;
        }
    }
    let kinds: Vec<&str> = followed.keys().map(String::as_str).collect();
    for kind in ["Address", "Company", "Invitation", "Manage", "Offer", "Speaker", "Ticket"] {
        assert!(kinds.contains(&kind), "no mail of this world has a link of the kind {kind}: {kinds:?}");
    }
    let after = contents(app).await;
    let changed: Vec<&String> = before.keys().filter(|table| before[*table] != after[*table]).collect();
    assert!(changed.is_empty(), "looking changed {changed:?}");
}
