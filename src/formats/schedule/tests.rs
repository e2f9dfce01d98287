#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;

use super::{strategies::schedule, *};

/// A schedule of one event with that inside.
fn xml(inside: &str) -> String {
    format!(
        "<schedule>\n<version>1</version>\n<conference><title>T</title></conference>\n\
         <day index='1' date='2026-11-20'><room name='A'>\n<event id='1'>{inside}</event></room></day></schedule>"
    )
}

fn json(event: &str) -> String {
    format!(r#"{{"schedule":{{"version":"1","conference":{{"days":[{{"rooms":{{"A":[{event}]}}}}]}}}}}}"#)
}

/// The only event of a file.
fn event(file: &str) -> Event {
    Schedule::read(file.as_bytes()).unwrap().events().next().unwrap().clone()
}

/// The code of a refusal, and where it points.
fn refusal(file: impl AsRef<[u8]>) -> (&'static str, Vec<(&'static str, String)>) {
    let reason = Schedule::read(file.as_ref()).unwrap_err();
    (reason.code, reason.args)
}

fn at(line: usize, column: usize) -> Vec<(&'static str, String)> {
    vec![("line", line.to_string()), ("column", column.to_string())]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn both_files_say_all_that_the_schedule_says(schedule in schedule()) {
        prop_assert_eq!(&Schedule::read(schedule.to_xml().unwrap().as_bytes()).unwrap(), &schedule);
        prop_assert_eq!(&Schedule::read(schedule.to_json().unwrap().as_bytes()).unwrap(), &schedule);
    }

    #[test]
    fn no_file_makes_the_reader_panic(noise in "\\PC{0,60}|[<>/a-z=\"'&;!\\[\\]?{}:,0-9 -]{0,80}") {
        for file in [noise.clone(), format!("<schedule>{noise}"), xml(&noise), json(&noise)] {
            if let Ok(schedule) = Schedule::read(file.as_bytes()) {
                prop_assert_eq!(&Schedule::read(schedule.to_xml().unwrap().as_bytes()).unwrap(), &schedule);
            }
        }
    }
}

#[test]
fn entities_are_refused_and_never_grow() {
    let bomb = "<!DOCTYPE schedule [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>\n<schedule>&b;</schedule>";
    assert_eq!(refusal(bomb), ("schedule_doctype", at(1, 1)));
    assert_eq!(refusal("<schedule>\n&b;</schedule>"), ("schedule_malformed", at(2, 1)));
    assert_eq!(refusal(xml("<title a='&b;'/>")), ("schedule_malformed", at(5, 15)));
    assert!(
        Schedule::from_xml(&format!("<!DOCTYPE schedule SYSTEM 'file:///etc/passwd'>{}", xml(""))).is_ok()
    );
}

#[test]
fn broken_files_say_where_they_broke() {
    assert_eq!(refusal("<schedule>\n  <version>1</wrong></schedule>"), ("schedule_malformed", at(2, 13)));
    assert_eq!(refusal("<schedule>\n<version>"), ("schedule_malformed", at(2, 10)));
    assert_eq!(refusal("<schedule/>\n<schedule/>"), ("schedule_malformed", at(2, 1)));
    assert_eq!(refusal("{\n \"schedule\": {,"), ("schedule_malformed", at(2, 15)));
    assert_eq!(refusal("{\"schedule\": []}").0, "schedule_field_invalid");
    for other in ["<rss/>", "name,title", "", "\u{FEFF} "] {
        assert_eq!(refusal(other).0, "schedule_unknown", "{other}");
    }
}

#[test]
fn what_is_too_large_is_refused_before_it_is_built() {
    let deep = limits::DEEPEST + 1;
    assert_eq!(refusal("<schedule>".repeat(deep)).0, "schedule_too_deep");
    assert_eq!(refusal(format!("{{\"a\":{}", "[".repeat(deep))).0, "schedule_too_deep");
    assert_eq!(refusal(format!("{{\"a\":[{}]}}", "1,".repeat(limits::MOST_PARTS))).0, "schedule_too_long");
    assert_eq!(refusal(format!("<schedule>{}", "<a/>".repeat(limits::MOST_PARTS))).0, "schedule_too_long");
    assert_eq!(refusal(vec![b' '; limits::LARGEST + 1]).0, "schedule_too_large");
    let events = vec!["{}"; limits::MOST_EVENTS];
    assert_eq!(
        Schedule::read(json(&events.join(",")).as_bytes()).unwrap().events().count(),
        limits::MOST_EVENTS
    );
    assert_eq!(refusal(json(&format!("{{}},{}", events.join(",")))).0, "schedule_too_long");
}

#[test]
fn only_utf8_is_read() {
    assert_eq!(refusal(b"<schedule>\xA4\xA4</schedule>").0, "schedule_not_utf8");
    assert_eq!(refusal("<?xml version='1.0' encoding='Big5'?><schedule/>").0, "schedule_not_utf8");
    assert!(Schedule::read("\u{FEFF}<?xml version='1.0' encoding='utf-8'?><schedule/>".as_bytes()).is_ok());
}

#[test]
fn wrong_values_are_refused_with_their_words_and_their_place() {
    let cases = [
        ("date", "2026-02-30T09:00:00+08:00", "schedule_date_invalid"),
        ("date", "2026-11-20T09:00:00", "schedule_date_invalid"),
        ("start", "25:00", "schedule_time_invalid"),
        ("duration", "-00:30", "schedule_duration_invalid"),
    ];
    for (field, value, code) in cases {
        let (said, args) = refusal(xml(&format!("<{field}>{value}</{field}>")));
        assert_eq!((said, args), (code, [vec![("value", value.to_owned())], at(5, 1)].concat()));
        let (said, args) = refusal(json(&format!("\n{{\"{field}\":\"{value}\"}}")));
        assert_eq!((said, args.first()), (code, Some(&("value", value.to_owned()))));
        assert_eq!(args.get(1), Some(&("line", "2".to_owned())));
    }
    assert_eq!(refusal(json("{\"id\":\"first\"}")).0, "schedule_number_invalid");
    assert_eq!(refusal(json("{\"title\":{\"en\":\"a\"}}")).0, "schedule_field_invalid");
}

#[test]
fn texts_come_in_without_tricks() {
    let said = event(&xml(
        "<title> a&#x202E;b\u{200B}c </title><description><![CDATA[x <b>&]]>\r\n\ty</description>",
    ));
    assert_eq!((said.title.as_str(), said.description.as_str()), ("abc", "x <b>&\n y"));
    let said = event(&json(r#"{"title":"a\u0000\u202eb\uffff","x":["\u001bc"]}"#));
    assert_eq!((said.title.as_str(), said.extra.0.get("x")), ("ab", Some(&serde_json::json!(["c"]))));
}

#[test]
fn programs_may_disagree_on_numbers_flags_and_nothing() {
    let said = event(&json(r#"{"id":"7","do_not_record":"true","subtitle":null,"persons":null,"track":3}"#));
    assert_eq!((said.id, said.do_not_record, said.track.as_str()), (Some(7), true, "3"));
    assert_eq!(event(&json("{}")), event(&json(r#"{"title":"","links":[],"answers":null}"#)));
    let empty = r#"{"schedule":{"version":1.5,"conference":{"days":[{"rooms":[]}]}}}"#;
    assert_eq!(Schedule::from_json(empty).unwrap().version, "1.5");
}

#[test]
fn a_person_is_named_as_the_json_schema_pairs_it() {
    let said = event(&xml("<persons><person id='3'>Ada</person><person guid='g'>陳大文</person></persons>"));
    let named: Vec<_> = said.persons.iter().map(|it| (it.name.as_str(), it.public_name.as_str())).collect();
    assert_eq!(named, [("", "Ada"), ("陳大文", "")]);
    assert_eq!(said.persons.iter().map(Person::shown).collect::<Vec<_>>(), ["Ada", "陳大文"]);
}

#[test]
fn what_is_not_known_goes_out_where_it_came_in() {
    let file = xml("<title xml:lang='de'>T</title><venue city='x'><hall>1</hall></venue>");
    let out = Schedule::from_xml(&file).unwrap().to_xml().unwrap();
    assert!(
        out.contains("<venue city=\"x\">\n          <hall>1</hall>")
            && out.contains("<title xml:lang=\"de\">T")
    );
    let file = json(r#"{"answers":[{"question":2}]}"#);
    let schedule = Schedule::from_json(&file).unwrap();
    assert!(schedule.to_json().unwrap().contains(r#""answers":[{"question":2}]"#));
    assert!(schedule.to_xml().unwrap().contains(r#"<?plenary {"answers":[{"question":2}]}?>"#));
}
