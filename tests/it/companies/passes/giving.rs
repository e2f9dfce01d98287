//! How many passes a company gets, and when.

use plenary::{
    editions::{SideEvent, SideEventFields, parts},
    error::Error,
    registrations::{self, PassState},
    submissions::SubmissionId,
    values::Id,
};

use serde_json::json;

use super::{Team, code};
use crate::support::editions::fields;

#[tokio::test(flavor = "multi_thread")]
async fn a_company_that_confirmed_gets_its_passes_and_they_hold_their_places() {
    let team = Team::of(10, 3).await;
    assert_eq!(team.give().await, 0, "it was told, and has not answered");
    team.confirm().await;
    assert_eq!((team.give().await, team.give().await), (3, 0));
    assert_eq!((team.standing().await.as_str(), team.taken().await), ("free 3", 3));
    assert_eq!(team.count("mail WHERE template = 'passes-given' AND recipient = 'ada@example.org'").await, 1);
    assert_eq!(team.count("audit_entry WHERE action = 'pass.give'").await, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_pass_is_given_without_a_place_and_none_before_those_who_wait() {
    let team = Team::of(3, 3).await;
    for name in ["Bob", "Eve", "Joe", "Zoe"] {
        team.app.attendee(&team.edition, "exhibitor", name).await;
    }
    team.confirm().await;
    assert_eq!(team.give().await, 0, "the hall is full");
    team.app.run("UPDATE capacity_pool SET capacity = 5").await;
    assert_eq!(team.give().await, 1, "of two free places one is for her who waits");
    assert_eq!(team.standing().await, "free 1");
    team.app.run("UPDATE capacity_pool SET capacity = 9").await;
    assert_eq!(team.give().await, 2, "the rest follows");
    assert_eq!(team.standing().await, "free 3");
    let numbers = "SELECT string_agg(number::text, ',' ORDER BY number) FROM pass";
    assert_eq!(team.app.one::<String>(numbers).await, "1,2,3");
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_give_one_company_another_number_and_fewer_take_away_only_free_ones() {
    let team = Team::ready(20, 2).await;
    let plans = team.app.plans(&team.edition);
    let set = async |id: SubmissionId, places| {
        let verb = async |tx: &mut _| registrations::set_pass_block(tx, &plans, id, places).await;
        team.app.app.db.transaction(verb).await
    };
    set(team.demo, Some(4)).await.unwrap();
    assert_eq!(team.give().await, 2);
    let (sent, _) = (team.send("Bob").await.unwrap(), team.claimed("Eve").await);
    set(team.demo, Some(1)).await.unwrap();
    team.end().await;
    assert_eq!(team.standing().await, "claimed 1, ended 2, sent 1");
    team.take_back(sent.id, PassState::Sent).await.unwrap();
    team.end().await;
    assert_eq!((team.standing().await.as_str(), team.taken().await), ("claimed 1, ended 3", 1));
    set(team.demo, None).await.unwrap();
    assert_eq!(team.give().await, 1, "the call's number again");
    let mut conn = team.app.app.db.read().await.unwrap();
    let blocks = registrations::pass_blocks(&mut conn, &plans, team.call.id).await.unwrap();
    drop(conn);
    let [block] = blocks.as_slice() else { panic!("one company") };
    assert_eq!((block.own_places, block.places, block.free, block.sent, block.claimed), (None, 2, 1, 0, 1));
    assert!(matches!(set(Id::fresh(), Some(1)).await, Err(Error::NotFound)));
}

#[tokio::test(flavor = "multi_thread")]
async fn passes_are_of_demos_and_their_type_stays_while_they_live() {
    let mut team = Team::ready(20, 1).await;
    team.way = team.app.way(&team.edition, "helper", &[]).await;
    assert_eq!(code(&team.rule(1).await.unwrap_err()), "pass_type_in_use");
    let other = team.app.edition("2027").await;
    team.way = team.app.way(&other, "guest", &[]).await;
    assert_eq!(code(&team.rule(1).await.unwrap_err()), "type_unknown");
    team.app.run("UPDATE call SET kind = 'talk'").await;
    assert_eq!(code(&team.rule(1).await.unwrap_err()), "passes_for_demos");
}

#[tokio::test(flavor = "multi_thread")]
async fn passes_lead_to_the_forum_and_to_none_of_its_side_events() {
    let mut team = Team::ready(20, 1).await;
    let (who, zone) = (team.app.organises(team.edition.id), &team.edition.zone);
    let name = |en: &str| json!({ "en": en });
    let show: SideEventFields = fields(json!({
        "slug": "road-show", "name": name("Road show"), "place": name("Centre"), "city": name("Shanghai"),
        "starts_at": "2030-09-01T14:00", "ends_at": "2030-09-01T17:00", "published": true,
    }));
    let new = show.parse(zone).unwrap();
    let make = team.app.app.db.transaction(async |tx| {
        let show = parts::create::<SideEvent>(tx, &who, new).await?;
        registrations::types::open_for(tx, &who, show.id, &10.into()).await
    });
    make.await.unwrap();
    let organiser = team.app.organiser(team.edition.id).await;
    let page = organiser.get(&format!("/console/2026/calls/{}/passes", team.call.id)).await.expect(200);
    assert!(page.says("exhibitor") || page.body.contains("value=\"exhibitor\""), "{}", page.body);
    assert!(!page.body.contains("value=\"road-show\""), "{}", page.body);
    let way: String = team.app.one("SELECT id::text FROM registration_type WHERE slug = 'road-show'").await;
    team.way = way.parse().unwrap();
    assert_eq!(code(&team.rule(1).await.unwrap_err()), "type_unknown");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_type_draws_on_stays_while_passes_hold_it() {
    let team = Team::ready(20, 1).await;
    let who = team.app.organises(team.edition.id);
    let mut conn = team.app.app.db.read().await.unwrap();
    let kind = registrations::types::find(&mut conn, &(&who).into(), team.way).await.unwrap();
    drop(conn);
    let typed: registrations::types::TypeFields = super::fields(serde_json::json!({
        "slug": "exhibitor", "name": kind.name, "pools": [],
    }));
    let new = typed.parse(&team.edition.zone).unwrap();
    let change = team
        .app
        .app
        .db
        .transaction(async |tx| registrations::types::change(tx, &who, team.way, new).await.map(drop));
    assert_eq!(code(&change.await.unwrap_err()), "type_in_use");
}
