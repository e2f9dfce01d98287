//! Who asks: staff with their roles, programs with their tokens. All made through the verbs.

use std::ops::Deref;

use plenary::{
    accounts::{
        self, Account, AccountFields, ApiToken, Authority, NewAccount, NewToken, Role, RoleAt,
        SignedInSession, TokenFields,
        proofs::{SignedIn, System, Visitor},
    },
    audit::{Actor, ActorKind},
    editions::Edition,
    http::{cookies::Jar, session::SESSION_COOKIE},
    values::Id,
};
use secrecy::ExposeSecret;
use serde_json::json;

use super::{
    app::TestApp,
    client::{Client, Credential},
};

/// Somebody with an account, in a browser that is signed in.
pub struct Staff {
    /// The account.
    pub account: Account,
    browser: Client,
    authority: Authority,
}

impl Deref for Staff {
    type Target = Client;
    fn deref(&self) -> &Client {
        &self.browser
    }
}

impl Staff {
    /// The proof that verbs about her own account demand.
    pub fn proof(&self) -> SignedIn {
        self.authority.signed_in().unwrap()
    }
}

/// Anybody, as the verbs see her.
pub fn anybody() -> Visitor {
    Visitor::new(Actor { kind: ActorKind::Visitor, id: None, address: None, request_id: None })
}

impl TestApp {
    /// An admin of the site.
    pub async fn admin(&self) -> Staff {
        self.staff("admin", &[RoleAt::ADMIN]).await
    }

    /// An organiser of the edition.
    pub async fn organiser(&self, edition: Id<Edition>) -> Staff {
        self.with_role(Role::Organiser, edition).await
    }

    /// Somebody with one role in one edition.
    pub async fn with_role(&self, role: Role, edition: Id<Edition>) -> Staff {
        self.staff(role.as_str(), &[RoleAt::new(role, Some(edition.uuid())).unwrap()]).await
    }

    /// Somebody with these roles, who has just signed in; `name` also makes her address.
    pub async fn staff(&self, name: &str, roles: &[RoleAt]) -> Staff {
        let fields = json!({ "email": format!("{name}@example.org"), "name": name, "lang": "en" });
        let fields: AccountFields = serde_json::from_value(fields).unwrap();
        let account = NewAccount::try_from(fields).unwrap();
        let appoint = self.app.db.transaction(async |tx| {
            let mut appointed = None;
            for role in roles {
                appointed = Some(accounts::appoint(tx, &System::shell(), account.clone(), *role).await?);
            }
            Ok(appointed.expect("a role"))
        });
        let account = appoint.await.unwrap();
        self.sign_in(account).await
    }

    /// Somebody with an account and no role, who has just signed in.
    pub async fn person(&self, name: &str) -> Staff {
        let fields = json!({ "email": format!("{name}@example.org"), "name": name, "lang": "en" });
        let fields: AccountFields = serde_json::from_value(fields).unwrap();
        let (new, shell) = (NewAccount::try_from(fields).unwrap(), self.shell());
        let made = self.app.db.transaction(async |tx| accounts::create(tx, &shell, new).await);
        self.sign_in(made.await.unwrap()).await
    }

    /// The account in one more browser.
    pub async fn sign_in(&self, account: Account) -> Staff {
        let (db, keys) = (&self.app.db, &self.app.keys);
        let begin = db.transaction(async |tx| {
            let link = accounts::one_time_link(tx, &System::shell(), keys, account.id).await?;
            accounts::redeem_link(tx, &anybody(), keys, &link, "a test").await
        });
        let SignedInSession { id, token, .. } = begin.await.unwrap();
        let cookie = format!("{}={}", Jar::of(&self.app).name(SESSION_COOKIE), token.expose_secret());
        let csrf = Some(accounts::csrf_token(keys, id));
        let browser =
            Client::new(&self.base, Credential { cookies: vec![cookie], csrf, authorization: None });
        let mut conn = db.read().await.unwrap();
        let authority = Authority::by_session(&mut conn, anybody(), token.expose_secret()).await.unwrap();
        Staff { account, browser, authority }
    }

    /// A program with a token that `maker` made for these scopes, such as `desk:read`; in one edition or all of hers.
    pub async fn token(
        &self,
        maker: &Staff,
        scopes: &[&str],
        edition: Option<Id<Edition>>,
    ) -> (Id<ApiToken>, Client) {
        let edition = edition.map(|edition| edition.to_string()).unwrap_or_default();
        let fields = json!({ "name": "a program", "scopes": scopes, "edition": edition, "days": "7" });
        let fields: TokenFields = serde_json::from_value(fields).unwrap();
        let new = NewToken::try_from(fields).unwrap();
        let make = self.app.db.transaction(async |tx| accounts::make_token(tx, &maker.proof(), new).await);
        let (id, secret) = make.await.unwrap();
        let authorization = Some(format!("Bearer {}", secret.expose_secret()));
        (id, Client::new(&self.base, Credential { authorization, ..Credential::default() }))
    }
}
