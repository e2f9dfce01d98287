//! The sample that a first start shows.

use std::collections::BTreeMap;

use plenary::{accounts::proofs::System, db::Db, keys::Keys, sample, values::Moment};

use crate::support::cluster;

async fn load(db: &Db) -> bool {
    let keys = Keys::new(vec!["a secret of tests: 0123456789abcdefghijklmnop".into()]).unwrap();
    let loaded = db.transaction(async |tx| sample::load(tx, &System::duty(), &keys, Moment::now()).await);
    loaded.await.unwrap().is_some()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sample_shows_every_state_in_every_language_and_sends_nothing() {
    let database = cluster::database().await;
    let db = Db::open(&database.url, 2).await.unwrap();
    assert!(load(&db).await);
    assert!(!load(&db).await, "where there are editions, nothing is loaded");

    let client = cluster::connect(&database.url).await;
    let counted = async |sql: &str| -> BTreeMap<String, i64> {
        client.query(sql, &[]).await.unwrap().iter().map(|row| (row.get(0), row.get(1))).collect()
    };
    let states = counted("SELECT state, count(*) FROM registration GROUP BY state").await;
    assert_eq!(states.values().sum::<i64>(), 300);
    for state in ["confirmed", "pending", "waitlisted", "offered", "cancelled"] {
        assert!(states[state] > 0, "{state}: {states:?}");
    }
    assert_eq!(counted("SELECT lang, count(*) FROM registration GROUP BY lang").await.len(), 3);
    let full = counted("SELECT name ->> 'en', (capacity - taken)::bigint FROM capacity_pool").await;
    assert!(full["Student places"] < full["Seats in the Main Hall"], "{full:?}");
    let editions = counted("SELECT state, number::bigint FROM edition").await;
    assert_eq!((editions["archived"], editions["published"]), (2, 3));
    let programme = counted("SELECT kind, count(starts_at) FROM session GROUP BY kind").await;
    assert!(programme["session"] > 30 && programme["plenary"] > 1, "{programme:?}");
    assert_eq!(
        counted("SELECT name, number::bigint FROM release").await,
        BTreeMap::from([("v1".to_owned(), 1)])
    );
    assert_eq!(counted("SELECT state, count(*) FROM mail GROUP BY state").await, BTreeMap::new());
    let demos = counted(
        "SELECT t.slug, count(*) FROM submission s JOIN track t ON t.id = s.track_id
         JOIN edition e ON e.id = s.edition_id
         WHERE e.state = 'published' AND s.company_id IS NOT NULL GROUP BY t.slug",
    )
    .await;
    assert_eq!(demos.values().collect::<Vec<_>>(), [&10, &10, &10], "{demos:?}");
    let open = "SELECT c.slug, count(s.id) FROM call c JOIN submission s ON s.call_id = c.id
        WHERE now() BETWEEN c.opens_at AND c.closes_at AND s.lifecycle = 'submitted' GROUP BY c.slug";
    assert_eq!(counted(open).await, BTreeMap::from([("open-stage".to_owned(), 3)]));
    let regions = counted("SELECT region, count(*) FROM company GROUP BY region").await;
    assert_eq!(regions.len(), 3, "{regions:?}");
    let shown = counted(
        "SELECT t.slug, count(*) FROM released_session r JOIN session s ON s.id = r.session_id
         JOIN submission d ON d.id = s.submission_id JOIN track t ON t.id = d.track_id
         JOIN edition e ON e.id = d.edition_id WHERE e.state = 'archived' AND d.answer = 'confirmed' GROUP BY t.slug",
    )
    .await;
    assert_eq!(shown.values().collect::<Vec<_>>(), [&3, &3, &2], "what was on show last year: {shown:?}");
    assert_eq!(counted("SELECT id::text, 1::bigint FROM allocation_place").await.len(), 8);
    assert_eq!(counted("SELECT id::text, 1::bigint FROM file WHERE owner_kind = 'company'").await.len(), 8);
    let passes = counted("SELECT state, count(*) FROM pass GROUP BY state").await;
    assert_eq!(passes, BTreeMap::from([("free".to_owned(), 2), ("sent".to_owned(), 1)]));
    let awards = counted(
        "SELECT CASE WHEN closed_at IS NOT NULL THEN 'closed' WHEN opened_at IS NULL THEN 'draft' END, count(*)
         FROM award GROUP BY 1",
    )
    .await;
    assert_eq!(awards, BTreeMap::from([("closed".to_owned(), 1), ("draft".to_owned(), 1)]));
    let repeats = "SELECT id::text, 1::bigint FROM company c WHERE one_liner = (
        SELECT product FROM submission_demo d JOIN submission s ON s.id = d.id WHERE s.company_id = c.id LIMIT 1)";
    assert_eq!(counted(repeats).await, BTreeMap::new(), "what a company does is not what it shows");
    let judges = counted("SELECT account_id::text, count(*) FROM review GROUP BY account_id").await;
    assert_eq!((judges.len(), judges.values().sum::<i64>()), (5, 90), "{judges:?}");
    assert_eq!(counted("SELECT id::text, 1::bigint FROM login_session").await.len(), 0);
    let drift = "SELECT p.id::text, (p.taken - held.many)::bigint FROM capacity_pool p,
        LATERAL (SELECT (SELECT count(*) FROM registration_type_pool tp
                           JOIN registration r ON r.type_id = tp.type_id AND r.holds WHERE tp.pool_id = p.id)
                      + (SELECT count(*) FROM registration_type_pool tp
                           JOIN pass ON pass.type_id = tp.type_id AND pass.state IN ('free', 'sent')
                          WHERE tp.pool_id = p.id) AS many) held
        WHERE p.taken <> held.many AND NOT p.of_session";
    assert_eq!(counted(drift).await, BTreeMap::new(), "every place is counted");
}
