//! Files that are broken, huge, or made to hurt.

use std::{fmt::Write, time::Instant};

use plenary::{error::Error, transfer::Kind, values::Lang};
use proptest::{
    prelude::*,
    strategy::{Strategy, ValueTree},
    test_runner::TestRunner,
};

use super::{Importing, counted};

fn code(outcome: Result<plenary::transfer::Plan, Error>) -> &'static str {
    match outcome {
        Err(Error::Invalid(errors)) => errors.of("file").expect("an error of the file").code,
        other => panic!("not refused: {other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn five_thousand_sessions_come_in_by_few_statements() {
    let importing = Importing::begin("Asia/Hong_Kong").await;
    let mut table = "id,title,room,starts_at,minutes,speakers\n".to_owned();
    for number in 0..5_000 {
        let (hour, minute) = (number / 12 % 24, number % 12 * 5);
        writeln!(
            table,
            "s{number},Session {number},Hall {},2024-10-26 {hour:02}:{minute:02},5,Person {}",
            number / 288,
            letters(number)
        )
        .unwrap();
    }
    let began = Instant::now();
    let plan = importing.import(&table, Lang::En).await.unwrap();
    assert_eq!(counted(&plan, Kind::Session), [5_000, 0, 0, 0]);
    assert_eq!(counted(&plan, Kind::Speaker), [5_000, 0, 0, 0]);
    assert!(importing.import(&table, Lang::En).await.unwrap().is_empty());
    assert!(began.elapsed().as_secs() < 60, "{:?}", began.elapsed());
}

/// A number in letters, as names have no digits.
fn letters(number: usize) -> String {
    number.to_string().bytes().map(|digit| char::from(digit + 49)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn broken_files_are_refused_whole() {
    let importing = Importing::begin("Europe/Berlin").await;
    let bomb = r#"<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><schedule>&b;</schedule>"#;
    for (file, reason) in [
        ("<schedule><day>", "schedule_malformed"),
        (bomb, "schedule_doctype"),
        ("{\"schedule\":", "schedule_malformed"),
        ("", "table_empty"),
        ("colour,taste\nred,sweet\n", "table_column_unknown"),
        ("room,track\nHall,AI\n", "table_column_missing"),
        ("title\n\"never closed\n", "table_malformed"),
    ] {
        assert_eq!(code(importing.import(file, Lang::En).await), reason, "{file}");
    }
    assert_eq!(importing.app.one::<i64>("SELECT count(*) FROM session").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_row_is_named_and_the_others_come_in() {
    let importing = Importing::begin("Europe/Berlin").await;
    let table = "title,starts_at,minutes,spoken\nGood,2024-10-26 10:00,30,en\nNever,2024-13-01 10:00,30,en\n\
                 ,2024-10-26 10:00,30,en\nKlingon,2024-10-26 11:00,30,tlh\nEndless,2024-10-26 11:00,99999,\n";
    let plan = importing.import(table, Lang::En).await.unwrap();
    assert_eq!(counted(&plan, Kind::Session), [1, 0, 0, 4]);
    let refused: Vec<usize> =
        plan.sessions.iter().filter(|step| step.written().is_none()).map(|step| step.line).collect();
    assert_eq!(refused, [3, 4, 5, 6]);
}

#[tokio::test(flavor = "multi_thread")]
async fn tricks_of_characters_do_not_come_in() {
    let importing = Importing::begin("Europe/Berlin").await;
    let table = "title,speakers,abstract\nSafe\u{202e}gpj\u{0007}.exe,Kim\u{200b} \u{2066}Farbe,<script>alert(1)</script>\n=cmd|'/c calc',,\n";
    importing.import(table, Lang::En).await.unwrap();
    let title: String = importing.app.one("SELECT title->>'en' FROM session ORDER BY id LIMIT 1").await;
    assert_eq!(title, "Safegpj.exe");
    assert_eq!(importing.app.one::<String>("SELECT name_latin FROM speaker").await, "Kim Farbe");

    // What came in does no harm where it is shown, and none where it is opened in a spreadsheet.
    let placed = "title,room,starts_at,minutes,speakers,abstract\n=cmd|'/c calc',Hall,2024-10-26 10:00,30,Kim Farbe,<script>alert(1)</script>\n";
    importing.import(placed, Lang::En).await.unwrap();
    importing.release("v1").await;
    let id: String = importing.app.one("SELECT id::text FROM session WHERE starts_at IS NOT NULL").await;
    let page = importing.published(&format!("sessions/{id}")).await;
    assert!(page.contains("&lt;script&gt;alert(1)") && !page.contains("<script>alert"), "{page}");
    let table = importing.published("programme.csv").await;
    assert!(
        !table.lines().any(|line| line.split(',').any(|cell| cell.trim_matches('"').starts_with('='))),
        "{table}"
    );
    assert!(table.contains("cmd|"), "{table}");
}

/// Whatever a table says: planning it again, once it was carried out, finds nothing to do.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_carried_out_leaves_nothing_to_do() {
    let importing = Importing::begin("Europe/Berlin").await;
    let word = || {
        prop::sample::select(vec!["", "Robots", "機械人", "a <b>", "=1+1", "Ä\u{301}", "One; two", "\"x\""])
    };
    let row = (word(), word(), 0..3_u8, prop::option::of((0..24_u8, 0..12_u8)), word());
    let rows = prop::collection::vec(row, 1..6);
    let mut runner = TestRunner::deterministic();
    for _ in 0..16 {
        let mut table = csv::Writer::from_writer(Vec::new());
        table.write_record(["title", "abstract", "room", "starts_at", "minutes", "speakers"]).unwrap();
        for (number, (title, about, room, at, name)) in
            rows.new_tree(&mut runner).unwrap().current().into_iter().enumerate()
        {
            let at =
                at.map(|(hour, five)| format!("2024-10-26 {hour:02}:{:02}", five * 5)).unwrap_or_default();
            let (title, room) = (format!("{title}{number}"), ["", "Hall", "大堂"][usize::from(room)]);
            let minutes = if at.is_empty() { "" } else { "30" };
            table.write_record([&title, about, room, &at, minutes, name]).unwrap();
        }
        let table = String::from_utf8(table.into_inner().unwrap()).unwrap();
        let first = importing.import(&table, Lang::En).await;
        let Ok(first) = first else { panic!("{table}: {first:?}") };
        let again = importing.import(&table, Lang::En).await.unwrap();
        let told: Vec<_> = again.told().map(|told| format!("{told:?}")).collect();
        assert!(again.is_empty(), "{table}\n{:?}\n{told:#?}", counted(&first, Kind::Session));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_night_of_two_hours_more_keeps_every_session_at_its_moment() {
    let importing = Importing::begin("Europe/Berlin").await;
    // Clocks go back at 3:00 on 27 October: 2:30 comes twice, and 3:30 in spring never.
    let table = "title,starts_at,ends_at\nFirst,2024-10-27T02:30:00+02:00,2024-10-27T02:30:00+01:00\nPlain,2024-10-27 02:30,2024-10-27 03:30\n\
                 Gap,2025-03-30 02:30,2025-03-30 03:30\n";
    let plan = importing.import(table, Lang::En).await.unwrap();
    assert_eq!(counted(&plan, Kind::Session), [2, 0, 0, 1]);
    let minutes: String =
        importing.app.one("SELECT string_agg(minutes::text, ' ' ORDER BY title->>'en') FROM session").await;
    assert_eq!(minutes, "60 120");
}
