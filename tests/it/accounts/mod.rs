//! Accounts against a real database: signing in, roles, invitations, API tokens.

mod invitations;
mod limits;
mod passwords;
mod roles;
mod sessions;
mod sign_in;
mod tokens;

use plenary::{
    accounts::{
        self, Account, AccountFields, Authority, Role, RoleAt, SignIn, SignedInSession,
        proofs::{Admin, System, Visitor},
    },
    audit::{Actor, ActorKind},
    db::Db,
    error::Error,
    keys::{Keys, Link, Purpose},
    values::{Email, Id, Lang},
};
use secrecy::{ExposeSecret, SecretString};
use tokio_postgres::Client;
use uuid::Uuid;

use crate::support::{Database, cluster::connect, database};

/// A database with two editions, and the ways to ask it.
struct Stage {
    db: Db,
    sql: Client,
    keys: Keys,
    passwords: accounts::Passwords,
    editions: [Uuid; 2],
    _database: Database,
}

/// What every test calls the browser it signs in with.
const BROWSER: &str = "Firefox";

impl Stage {
    async fn new() -> Self {
        let database = database().await;
        let sql = connect(&database.url).await;
        let editions = [Uuid::now_v7(), Uuid::now_v7()];
        for (number, id) in (1..).zip(editions) {
            let row = format!(
                "INSERT INTO edition (id, slug, number, name, time_zone, starts_at, ends_at, contact_email)
                 VALUES ('{id}', 'e{number}', {number}, '{{}}', 'Asia/Hong_Kong', now(), now() + interval '1 day', 'a@example.org')"
            );
            sql.batch_execute(&row).await.unwrap();
        }
        let secret = SecretString::from("correct horse battery staple, said twice");
        Self {
            db: Db::open(&database.url, 8).await.unwrap(),
            sql,
            keys: Keys::new(vec![secret]).ok().unwrap(),
            passwords: accounts::Passwords::default(),
            editions,
            _database: database,
        }
    }

    /// The role in the first edition; admin of the site.
    fn at(&self, role: Role) -> RoleAt {
        RoleAt::new(role, (role != Role::Admin).then_some(self.editions[0])).unwrap()
    }

    /// Somebody with these roles.
    async fn account(&self, name: &str, roles: &[RoleAt]) -> Account {
        let new: accounts::NewAccount = person(name).try_into().unwrap();
        self.db
            .transaction(async |tx| {
                let account = accounts::create(tx, &operator(), new.clone()).await?;
                for at in roles {
                    accounts::appoint(tx, &System::shell(), new.clone(), *at).await?;
                }
                Ok(account)
            })
            .await
            .unwrap()
    }

    /// A mailed sign-in asked for from `network`.
    async fn ask(&self, name: &str, network: &str) -> Result<Id<SignIn>, Error> {
        let asked =
            async |tx: &mut _| accounts::request_sign_in(tx, &visitor(network), &email(name), Lang::En).await;
        self.db.transaction(asked).await
    }

    /// The secret part of a mailed sign-in's link.
    fn link(&self, id: Id<SignIn>) -> String {
        self.keys.link_token(&Link { purpose: Purpose::SignIn, id: id.uuid(), version: 1 })
    }

    async fn press(&self, token: &str) -> Result<SignedInSession, Error> {
        let pressed = async |tx: &mut _| {
            accounts::redeem_link(tx, &visitor("192.0.2.1"), &self.keys, token, BROWSER).await
        };
        self.db.transaction(pressed).await
    }

    async fn type_code(&self, id: Id<SignIn>, code: &str) -> Result<SignedInSession, Error> {
        accounts::redeem_code(&self.db, &visitor("192.0.2.1"), &self.keys, id, code, BROWSER).await
    }

    /// Signs somebody in by the shell's link.
    async fn sign_in(&self, account: &Account) -> SignedInSession {
        let link =
            async |tx: &mut _| accounts::one_time_link(tx, &System::shell(), &self.keys, account.id).await;
        let token = self.db.transaction(link).await.unwrap();
        self.press(&token).await.unwrap()
    }

    /// Who a request with this session's cookie is.
    async fn authority(&self, session: &SignedInSession) -> Authority {
        let mut conn = self.db.read().await.unwrap();
        let token = session.token.expose_secret();
        Authority::by_session(&mut conn, visitor("192.0.2.1"), token).await.unwrap()
    }

    /// What a statement counts.
    async fn count(&self, query: &str) -> i64 {
        self.sql.query_one(query, &[]).await.unwrap().get(0)
    }

    async fn run(&self, statement: &str) {
        self.sql.batch_execute(statement).await.unwrap();
    }
}

fn person(name: &str) -> AccountFields {
    AccountFields { email: email(name).to_string(), name: name.to_owned(), lang: "en".to_owned() }
}

fn email(name: &str) -> Email {
    Email::parse(&format!("{name}@example.org")).unwrap()
}

fn visitor(network: &str) -> Visitor {
    let address = Some(network.to_owned());
    Visitor::new(Actor { kind: ActorKind::Visitor, id: None, address, request_id: None })
}

fn operator() -> Admin {
    Admin::of_system(&System::shell())
}

/// The code of an error: a field's first one, a conflict's, or the error's kind.
fn code<T>(answer: Result<T, Error>) -> String {
    match answer.err().expect("a refusal") {
        Error::Invalid(errors) => {
            let first = errors.iter().next().unwrap();
            format!("{}: {}", first.field, first.reason.code)
        }
        Error::Conflict(reason) => reason.code.to_owned(),
        Error::TooMany(_) => "too many".to_owned(),
        other => other.to_string(),
    }
}
