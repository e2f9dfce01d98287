//! What stands in the outbox.

use std::collections::BTreeMap;

use plenary::keys::{Link, Purpose};
use serde_json::Value;

use super::app::TestApp;

/// A mail that was queued, sent or not.
#[derive(Debug)]
pub struct Mail {
    /// The secret links in it, by name.
    pub links: BTreeMap<String, Link>,
}

impl TestApp {
    /// Every mail, oldest first.
    pub async fn mails(&self) -> Vec<Mail> {
        let sql = "SELECT coalesce(json_agg(values->'links' ORDER BY id), '[]')::text FROM mail";
        let rows: Vec<Value> = serde_json::from_str(&self.one::<String>(sql).await).unwrap();
        rows.into_iter()
            .map(|links| {
                let links = serde_json::from_value(links).expect("links");
                Mail { links }
            })
            .collect()
    }

    /// The secret of the link called `name` in the latest mail that has one.
    pub async fn mailed(&self, name: &str) -> String {
        let mails = self.mails().await;
        let link = mails.iter().rev().find_map(|mail| mail.links.get(name));
        self.app
            .keys
            .link_token(link.unwrap_or_else(|| panic!("no mail holds a link called {name}: {mails:?}")))
    }

    /// The path that a link in a mail leads to.
    pub fn path_of(&self, link: &Link) -> String {
        let prefix = match link.purpose {
            Purpose::Manage => "m",
            Purpose::Ticket => "t",
            Purpose::Offer => "o",
            Purpose::SignIn => "in",
            Purpose::Invitation => "invitation",
            Purpose::Address => "address",
            Purpose::Speaker => "speaker",
            Purpose::Stars => "starred",
            Purpose::Company => "company",
            Purpose::Pass => "pass",
            Purpose::Preferences => "unsubscribe",
            Purpose::SignInCode => panic!("a code is typed, it leads nowhere"),
        };
        format!("/{prefix}/{}", self.app.keys.link_token(link))
    }
}
