//! What every other test relies on.

use plenary::db::{self, Db};

use crate::support::{cluster::connect, database, empty_database};

#[tokio::test(flavor = "multi_thread")]
async fn every_test_has_a_migrated_database_of_its_own() {
    let (one, other) = (database().await, database().await);
    assert!(db::is_migrated(&Db::open(&one.url, 1).await.unwrap()).await.unwrap());
    connect(&one.url).await.batch_execute("CREATE TABLE only_here ()").await.unwrap();
    let asked = connect(&other.url).await.query_one("SELECT to_regclass('only_here') IS NULL", &[]).await;
    assert!(asked.unwrap().get::<_, bool>(0), "two tests share a database");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_ends_with_its_test() {
    let database = database().await;
    let url = database.url.clone();
    let client = connect(&url).await;
    drop(database);
    // The clerk works in order: once it has made another one, the drop is done.
    empty_database().await;
    assert!(client.simple_query("SELECT 1").await.is_err(), "the database is still there");
}
