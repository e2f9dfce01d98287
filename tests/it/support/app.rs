//! Plenary in this process, wired as in production, over a database of the test's own.
//!
//! No mail is sent and no duty runs unless a test asks for it, so that what a test sees is what it did.

use std::{future, net::TcpListener, sync::Arc};

use actix_web::dev::ServerHandle;
use metrics_exporter_prometheus::PrometheusBuilder;
use plenary::{
    accounts::proofs::{Admin, System},
    config::Config,
    db::Db,
    http::App,
    keys::Keys,
    server::listen,
};
use tokio_postgres::types::FromSql;

use super::{
    Scratch,
    client::{Client, Credential},
    cluster::{self, Database, connect, database},
    heard,
};

/// The master secret of every test.
const SECRET: &str = "a secret of tests: 0123456789abcdefghijklmnop";

/// A running Plenary; it ends with this value.
pub struct TestApp {
    /// What the handlers are given; verbs can be called with it directly.
    pub app: App,
    /// Where it answers, such as `http://127.0.0.1:34567`.
    pub base: String,
    server: ServerHandle,
    database: Arc<Database>,
    _data: Scratch,
}

impl TestApp {
    /// With an empty, migrated database and the settings of a first start.
    pub async fn start() -> Self {
        Self::with(&[]).await
    }

    /// With other settings, by the names that operators know.
    pub async fn with(settings: &[(&str, &str)]) -> Self {
        Self::over(database().await, settings).await
    }

    /// Ends, and leaves what copies are made of.
    pub fn into_seed(self) -> Seed {
        Seed(self.database.clone())
    }

    async fn over(database: Database, settings: &[(&str, &str)]) -> Self {
        heard::listen();
        let data = Scratch::new();
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let address = listener.local_addr().unwrap();
        let bind = address.to_string();
        let folder = data.path().to_str().unwrap();
        let mut variables = vec![("PLENARY_BIND", bind.as_str()), ("PLENARY_DATA", folder)];
        variables.extend([("PLENARY_SECRET", SECRET), ("PLENARY_DATABASE_CONNECTIONS", "8")]);
        variables.extend(settings);
        let config = Config::from_variables(variables).expect("good settings");
        let db = Db::open(&database.url, config.database_connections).await.expect("a pool");
        let keys = Keys::new(config.master_secrets().unwrap()).unwrap_or_else(|_| panic!("a strong secret"));
        let app = App::new(db, Arc::new(keys), Arc::new(config));
        let metrics = PrometheusBuilder::new().build_recorder().handle();
        let running = listen(app.clone(), metrics, listener, future::pending()).expect("a server");
        let server = running.handle();
        tokio::spawn(running);
        Self { app, base: format!("http://{address}"), server, database: Arc::new(database), _data: data }
    }

    /// Its database, for a server of its own.
    pub fn database_url(&self) -> &str {
        &self.database.url
    }

    /// A browser that nobody has signed in with.
    pub fn visitor(&self) -> Client {
        Client::new(&self.base, Credential::default())
    }

    /// The proof of the operator at the shell, for building what a test needs through the verbs.
    pub fn shell(&self) -> Admin {
        Admin::of_system(&System::shell())
    }

    /// One value, asked of the database itself, for what no verb or page tells.
    pub async fn one<T: for<'a> FromSql<'a>>(&self, sql: &str) -> T {
        connect(&self.database.url)
            .await
            .query_one(sql, &[])
            .await
            .unwrap_or_else(|error| panic!("{sql}: {error}"))
            .get(0)
    }

    /// A statement for the database itself, for what no verb does: time that passes, say.
    pub async fn run(&self, sql: &str) {
        connect(&self.database.url)
            .await
            .batch_execute(sql)
            .await
            .unwrap_or_else(|error| panic!("{sql}: {error}"));
    }

    /// The SQLSTATE with which the database itself refuses a statement.
    pub async fn sql_state(&self, sql: &str) -> String {
        let refused = connect(&self.database.url).await.batch_execute(sql).await.expect_err("it is refused");
        refused.code().unwrap_or_else(|| panic!("{refused}")).code().to_owned()
    }
}

/// The database of an application that has ended: as many can begin from it as are wanted.
pub struct Seed(Arc<Database>);

impl Seed {
    /// Begins where the other one ended.
    pub async fn grow(&self) -> TestApp {
        TestApp::over(cluster::copy_of(&self.0).await, &[]).await
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        // The command is sent here; nobody waits for it to be carried out.
        drop(self.server.stop(false));
    }
}
