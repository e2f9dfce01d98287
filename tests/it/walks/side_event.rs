//! A side event with a registration of its own.

use jiff::{Timestamp, ToSpan, tz::TimeZone};
use plenary::{
    accounts::{self, proofs::System},
    editions::{SideEvent, SideEventFields, parts},
};
use serde_json::json;

use super::attendee::take_with;
use crate::support::{
    app::TestApp,
    editions::{fields, trilingual},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_road_show_has_places_a_line_and_tickets_of_its_own() {
    let app = TestApp::start().await;
    let edition = app.edition("2026").await;
    app.way(&edition, "guest", &[]).await;
    let (who, staff) = (app.organises(edition.id), app.organiser(edition.id).await);
    let day = Timestamp::now().to_zoned(TimeZone::UTC).date() + 30.days();
    let show: SideEventFields = fields(json!({
        "slug": "road-show", "name": trilingual("Road show", "上海路演", "上海路演"), "published": true,
        "summary": trilingual("Meet the founders.", "與創辦人見面。", "与创始人见面。"),
        "place": trilingual("Innovation Centre", "創新中心", "创新中心"), "city": trilingual("Shanghai", "上海", "上海"),
        "starts_at": format!("{day}T14:00"), "ends_at": format!("{day}T17:00"),
    }));
    let make = app.app.db.transaction(async |tx| {
        let show = parts::create::<SideEvent>(tx, &who, show.parse(&edition.zone)?).await?;
        let link = accounts::one_time_link(tx, &System::shell(), &app.app.keys, staff.account.id).await?;
        Ok((show.id, link))
    });
    let (show, link) = make.await.unwrap();
    let show = format!("/console/2026/settings/side-events/{show}");
    take_with("side-event", &app, json!({ "link": format!("/in/{link}"), "show": show })).await;
}
