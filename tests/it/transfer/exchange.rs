//! What a conference published comes in whole, goes out equal, and comes in only once.

use std::collections::BTreeMap;

use plenary::{
    formats::schedule::{Day, Event, Schedule},
    transfer::Kind,
    values::Lang,
};

use super::{Importing, counted};

const XML: &str = include_str!("../formats/frab.xml");
const JSON: &str = include_str!("../formats/pretalx.json");

/// Events by guid, without what is ours by right: the addresses of pages, which lead to us, and so the one of
/// where it was first entered.
fn events(schedule: &Schedule) -> BTreeMap<String, Event> {
    let own = |event: &Event| {
        let mut event = event.clone();
        (event.url, event.origin_url) = Default::default();
        event.persons.iter_mut().for_each(|person| person.url = String::new());
        (event.guid.clone(), event)
    };
    schedule.events().map(own).collect()
}

fn days(schedule: &Schedule) -> Vec<(String, String, Vec<String>)> {
    let of = |day: &Day| {
        let date = day.date.map(|date| date.to_string()).unwrap_or_default();
        let rooms = day.rooms.iter().filter(|room| !room.events.is_empty());
        let rooms = rooms.map(move |room| {
            let guids = room.events.iter().map(|event| event.guid.clone()).collect();
            (date.clone(), room.name.clone(), guids)
        });
        rooms.collect::<Vec<_>>()
    };
    schedule.days.iter().flat_map(of).collect()
}

async fn goes_through(file: &str, zone: &str) -> (Importing, Schedule, Schedule) {
    let importing = Importing::begin(zone).await;
    importing.import(file, Lang::En).await.unwrap();
    importing.release("v1").await;
    let out = Schedule::read(importing.published("schedule.json").await.as_bytes()).unwrap();
    let xml = Schedule::read(importing.published("schedule.xml").await.as_bytes()).unwrap();
    assert_eq!(xml, out, "both files say the same");
    (importing, Schedule::read(file.as_bytes()).unwrap(), out)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_schedule_xml_goes_through_a_release_and_out_equal() {
    let (_importing, given, out) = goes_through(XML, "Europe/Berlin").await;
    assert_eq!(events(&out), events(&given));
    assert_eq!(days(&out), days(&given));
    assert_eq!(out.conference.tracks, given.conference.tracks);
    assert_eq!(out.conference.rooms[0].guid, given.conference.rooms[0].guid);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_schedule_json_goes_through_a_release_and_out_equal() {
    let (_importing, given, out) = goes_through(JSON, "Asia/Hong_Kong").await;
    assert_eq!(events(&out), events(&given));
    assert_eq!(out.conference.rooms, given.conference.rooms);
    assert_eq!(out.conference.tracks, given.conference.tracks);
}

#[tokio::test(flavor = "multi_thread")]
async fn importing_twice_changes_nothing_and_undoes_nobodys_work() {
    let importing = Importing::begin("Europe/Berlin").await;
    let first = importing.import(XML, Lang::En).await.unwrap();
    assert_eq!(counted(&first, Kind::Session), [2, 0, 0, 0]);
    assert_eq!((counted(&first, Kind::Room), counted(&first, Kind::Speaker)), ([2, 0, 0, 0], [2, 0, 0, 0]));
    assert_eq!(first.kept["links"], 1);
    let written: i64 = importing.app.one("SELECT count(*) FROM audit_entry").await;

    importing.app.run(r#"UPDATE session SET title = '{"original":"en","en":"Our opening"}' WHERE title->>'en' = 'Öffnung'"#).await;
    let again = importing.import(XML, Lang::En).await.unwrap();
    assert!(again.is_empty(), "{again:?}");
    assert_eq!(importing.app.one::<i64>("SELECT count(*) FROM audit_entry").await, written);

    let moved = XML.replace("<title>Night walk</title>", "<title>Night run</title>");
    let moved = importing.import(&moved, Lang::En).await.unwrap();
    assert_eq!(counted(&moved, Kind::Session), [0, 1, 1, 0]);
    let titles: i64 = importing
        .app
        .one("SELECT count(*) FROM session WHERE title->>'en' IN ('Our opening', 'Night run')")
        .await;
    assert_eq!(titles, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn our_own_files_change_nothing() {
    let (importing, ..) = goes_through(XML, "Europe/Berlin").await;
    for file in ["schedule.json", "schedule.xml", "programme.csv"] {
        let own = importing.published(file).await;
        let plan = importing.import(&own, Lang::En).await.unwrap();
        let changes: Vec<_> = plan.told().map(|told| format!("{told:?}")).collect();
        assert_eq!(counted(&plan, Kind::Session)[..2], [0, 0], "{file}: {changes:#?}");
        assert_eq!(counted(&plan, Kind::Speaker)[..2], [0, 0], "{file}: {changes:#?}");
        assert_eq!(counted(&plan, Kind::Room)[..2], [0, 0], "{file}: {changes:#?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_language_comes_in_beside_the_first() {
    let importing = Importing::begin("Asia/Hong_Kong").await;
    importing.import(JSON, Lang::En).await.unwrap();
    let chinese = JSON.replace("How lamps hum", "燈如何低鳴");
    let plan = importing.import(&chinese, Lang::ZhHant).await.unwrap();
    assert_eq!(counted(&plan, Kind::Session), [0, 1, 0, 0]);
    let both: String = importing.app.one("SELECT (title->>'en') || (title->>'zh-Hant') FROM session").await;
    assert_eq!(both, "How lamps hum燈如何低鳴");
}

#[tokio::test(flavor = "multi_thread")]
async fn tables_bring_sessions_and_speakers_and_find_them_again() {
    let importing = Importing::begin("Asia/Hong_Kong").await;
    let speakers = "\u{feff}name;organisation;email;bio\r\nAda Lovelace;Engines;ada@example.org;\"Counts;\n\nmuch\"\r\n陳大文;滬港;;\r\n";
    let plan = importing.import(speakers, Lang::En).await.unwrap();
    assert_eq!(counted(&plan, Kind::Speaker), [2, 0, 0, 0]);
    let sessions = "title,title_zh_hant,room,starts_at,minutes,speakers,spoken\n\
                    Engines,引擎,Hall,2024-10-26 09:00,45,Ada Lovelace; 陳大文,en\n\
                    Late,,Hall,2024-10-26 23:30,60,,yue\n";
    let plan = importing.import(sessions, Lang::En).await.unwrap();
    assert_eq!(counted(&plan, Kind::Session), [2, 0, 0, 0]);
    assert_eq!(counted(&plan, Kind::Speaker), [0, 0, 2, 0]);
    let again = importing.import(sessions, Lang::En).await.unwrap();
    assert!(again.is_empty(), "{again:?}");
    let late: String = importing
        .app
        .one("SELECT (starts_at AT TIME ZONE 'Asia/Hong_Kong' + minutes * interval '1 minute')::text FROM session WHERE title->>'en' = 'Late'")
        .await;
    assert_eq!(late, "2024-10-27 00:30:00");
}
