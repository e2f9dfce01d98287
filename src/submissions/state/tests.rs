#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::*;
use crate::submissions::{Next, what_next};

fn now() -> Moment {
    Timestamp::from_second(1_795_000_000).unwrap().into()
}

fn hours(hours: i64) -> Moment {
    now().plus(SignedDuration::from_hours(hours))
}

const STANDBY: Decision = Decision::Standby(1);

/// In the order of the table's columns.
fn events() -> [Event; 13] {
    [
        Event::Submit,
        Event::Edit,
        Event::Withdraw,
        Event::Decide(None),
        Event::Decide(Some(Decision::Accepted)),
        Event::Decide(Some(STANDBY)),
        Event::Decide(Some(Decision::Declined)),
        Event::Promote,
        Event::Tell(Some(hours(24))),
        Event::AskAgain(Some(hours(48))),
        Event::Confirm,
        Event::TurnDown,
        Event::Lapse,
    ]
}

/// Letters of a submitted standing: decision, told (`-` none, `a`, `s`, `d`), answer (`-` none, `c`
/// confirmed, `t` turned down, `l` lapsed). A date to confirm by, where there is one, is to come.
fn letters(standing: &Standing) -> String {
    let verdict = |verdict: Option<Verdict>| match verdict {
        None => '-',
        Some(Verdict::Accepted) => 'a',
        Some(Verdict::Standby) => 's',
        Some(Verdict::Declined) => 'd',
    };
    let answer = match standing.answer {
        Answer::None => '-',
        Answer::Confirmed => 'c',
        Answer::TurnedDown => 't',
        Answer::Lapsed => 'l',
    };
    [verdict(standing.decision.map(Decision::verdict)), verdict(standing.told), answer].iter().collect()
}

/// For each submitted standing what each event leads to: `.` refused, `w` withdrawn, else its letters.
const TABLE: [(&str, [&str; 13]); 18] = [
    // standing, submit, edit, withdraw, decide: undo, accept, standby, decline, promote, tell, ask again, confirm, turn down, lapse
    ("---", [".", "---", "w", "---", "a--", "s--", "d--", ".", ".", ".", ".", ".", "."]),
    ("a--", [".", "a--", "w", "---", "a--", "s--", "d--", ".", "aa-", ".", ".", ".", "."]),
    ("s--", [".", "s--", "w", "---", "a--", "s--", "d--", "a--", "ss-", ".", ".", ".", "."]),
    ("d--", [".", "d--", "w", "---", "a--", "s--", "d--", ".", "dd-", ".", ".", ".", "."]),
    ("aa-", [".", "aa-", "w", ".", ".", ".", ".", ".", ".", "aa-", "aac", "aat", "."]),
    ("aac", [".", "aac", "w", ".", ".", ".", ".", ".", ".", ".", "aac", "aat", "."]),
    ("aat", [".", ".", "w", ".", "aat", "sat", "dat", ".", ".", "aa-", ".", "aat", "."]),
    ("sat", [".", ".", "w", ".", "aat", "sat", "dat", "aat", "ss-", ".", ".", "sat", "."]),
    ("dat", [".", ".", "w", ".", "aat", "sat", "dat", ".", "dd-", ".", ".", "dat", "."]),
    ("aal", [".", ".", "w", ".", "aal", "sal", "dal", ".", ".", "aa-", ".", "aat", "."]),
    ("sal", [".", ".", "w", ".", "aal", "sal", "dal", "aal", "ss-", ".", ".", "sat", "."]),
    ("dal", [".", ".", "w", ".", "aal", "sal", "dal", ".", "dd-", ".", ".", "dat", "."]),
    ("as-", [".", "as-", "w", ".", "as-", "ss-", "ds-", ".", "aa-", ".", ".", ".", "."]),
    ("ss-", [".", "ss-", "w", ".", "as-", "ss-", "ds-", "as-", ".", ".", ".", ".", "."]),
    ("ds-", [".", "ds-", "w", ".", "as-", "ss-", "ds-", ".", "dd-", ".", ".", ".", "."]),
    ("ad-", [".", ".", "w", ".", "ad-", "sd-", "dd-", ".", "aa-", ".", ".", ".", "."]),
    ("sd-", [".", ".", "w", ".", "ad-", "sd-", "dd-", "ad-", "ss-", ".", ".", ".", "."]),
    ("dd-", [".", ".", "w", ".", "ad-", "sd-", "dd-", ".", ".", ".", ".", ".", "."]),
];

/// The standing with those letters.
fn standing(letters: &str) -> Standing {
    let [decision, told, answer] = letters.chars().collect::<Vec<_>>().try_into().unwrap();
    let decided = |letter| match letter {
        'a' => Some(Decision::Accepted),
        's' => Some(STANDBY),
        'd' => Some(Decision::Declined),
        _ => None,
    };
    Standing {
        lifecycle: Lifecycle::Submitted,
        decision: decided(decision),
        told: decided(told).map(Decision::verdict),
        answer: match answer {
            'c' => Answer::Confirmed,
            't' => Answer::TurnedDown,
            'l' => Answer::Lapsed,
            _ => Answer::None,
        },
        confirm_by: (told == 'a').then(|| hours(24)),
    }
}

fn outcome(after: Result<Standing, Reason>) -> String {
    match after {
        Err(_) => ".".to_owned(),
        Ok(after) if after.lifecycle == Lifecycle::Withdrawn => "w".to_owned(),
        Ok(after) => letters(&after),
    }
}

#[test]
fn every_event_on_every_standing_does_what_the_table_says() {
    for (before, row) in TABLE {
        for (event, expected) in events().into_iter().zip(row) {
            assert_eq!(outcome(standing(before).after(event, now())), expected, "{before} {event:?}");
        }
    }
}

#[test]
fn a_draft_is_written_and_handed_in_and_nothing_else() {
    for event in events() {
        let after = Standing::default().after(event, now());
        match event {
            Event::Submit => assert_eq!(letters(&after.unwrap()), "---"),
            Event::Edit => assert_eq!(after.unwrap(), Standing::default()),
            _ => assert_eq!(after.unwrap_err(), Reason::new("submission_draft"), "{event:?}"),
        }
    }
}

#[test]
fn withdrawn_stays_withdrawn() {
    for (before, _) in TABLE {
        let withdrawn = standing(before).after(Event::Withdraw, now()).unwrap();
        assert_eq!(what_next(&withdrawn, true), Next::Withdrawn);
        for event in events() {
            let refused = withdrawn.after(event, now()).unwrap_err();
            assert_eq!(refused, Reason::new("submission_withdrawn"), "{before} {event:?}");
        }
    }
}

#[test]
fn the_date_to_confirm_by_ends_a_promise_once_it_is_past() {
    let asked = standing("aa-");
    let (before, at) = (hours(24).plus(SignedDuration::from_secs(-1)), hours(24));
    assert_eq!(outcome(asked.after(Event::Confirm, before)), "aac");
    assert_eq!(asked.after(Event::Lapse, before).unwrap_err(), Reason::new("submission_not_due"));
    assert_eq!(asked.after(Event::Confirm, at).unwrap_err(), Reason::new("submission_lapsed"));
    assert_eq!(outcome(asked.after(Event::Lapse, at)), "aal");
    assert_eq!(standing("aac").after(Event::Lapse, at).unwrap_err(), Reason::new("submission_not_due"));
    let open = Standing { confirm_by: None, ..asked };
    assert_eq!(open.after(Event::Lapse, hours(10_000)).unwrap_err(), Reason::new("submission_not_due"));
    assert_eq!(outcome(open.after(Event::Confirm, hours(10_000))), "aac");
}

#[test]
fn a_date_to_confirm_by_is_to_come_and_only_for_the_accepted() {
    let past = Some(now());
    assert_eq!(standing("a--").after(Event::Tell(past), now()).unwrap_err(), Reason::new("date_past"));
    assert_eq!(standing("aal").after(Event::AskAgain(past), now()).unwrap_err(), Reason::new("date_past"));
    assert_eq!(standing("a--").after(Event::Tell(Some(hours(1))), now()).unwrap().confirm_by, Some(hours(1)));
    assert_eq!(standing("d--").after(Event::Tell(Some(hours(1))), now()).unwrap().confirm_by, None);
    assert_eq!(standing("sat").after(Event::Tell(None), now()).unwrap().confirm_by, None);
}

#[test]
fn another_place_in_the_line_needs_no_telling() {
    let told = standing("ss-").after(Event::Decide(Some(Decision::Standby(9))), now()).unwrap();
    assert_eq!(told.after(Event::Tell(None), now()).unwrap_err(), Reason::new("submission_told_already"));
}

#[test]
fn the_applicant_reads_what_comes_next() {
    for (letters, next) in [
        ("---", Next::AwaitDecision),
        ("d--", Next::AwaitDecision),
        ("aa-", Next::Confirm),
        ("aac", Next::Prepare),
        ("aat", Next::TurnedDown),
        ("aal", Next::Lapsed),
        ("as-", Next::StandBy),
        ("ad-", Next::Declined),
    ] {
        assert_eq!(what_next(&standing(letters), false), next, "{letters}");
    }
    assert_eq!(what_next(&Standing::default(), false), Next::Submit);
}

proptest! {
    #[test]
    fn whatever_happens_the_facts_fit_together(
        story in prop::collection::vec((prop::sample::select(events().to_vec()), 0..40_i64), 0..40),
    ) {
        let (mut standing, mut clock) = (Standing::default(), now());
        for (event, passed) in story {
            clock = clock.plus(SignedDuration::from_hours(passed));
            let Ok(after) = standing.after(event, clock) else { continue };
            if event == Event::Confirm {
                prop_assert_eq!((standing.told, standing.decision), (Some(Verdict::Accepted), Some(Decision::Accepted)));
            }
            // Deciding tells nobody, and only telling changes what she was told.
            if matches!(event, Event::Decide(_) | Event::Promote) {
                prop_assert_eq!(what_next(&after, false), what_next(&standing, false));
            }
            prop_assert!(after.told == standing.told || matches!(event, Event::Tell(_)));
            standing = after;

            prop_assert!(standing.told.is_none() || standing.decision.is_some());
            prop_assert!(standing.answer == Answer::None || standing.told == Some(Verdict::Accepted));
            prop_assert!(standing.confirm_by.is_none() || standing.told == Some(Verdict::Accepted));
            prop_assert!(!standing.is_promised() || standing.decision == Some(Decision::Accepted));
            prop_assert!(standing.lifecycle != Lifecycle::Draft || standing == Standing::default());
            if standing.lifecycle == Lifecycle::Submitted {
                let letters = letters(&standing);
                prop_assert!(TABLE.iter().any(|(known, _)| *known == letters), "{letters} is not in the table");
            }
        }
    }
}
