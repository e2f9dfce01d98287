//! The list of events, against the actions there are and what is documented.

use std::collections::BTreeSet;

use plenary::{
    accounts, allocation, calls, campaigns, capacity, cloning, companies, editions, outbox, programme,
    questions, registrations, reviews, speakers, submissions, transfer, webhooks,
    webhooks::events::{EVENTS, SET_ASIDE, TEST},
};

#[test]
fn every_action_of_the_trail_is_told_or_set_aside_on_purpose() {
    let recorded: BTreeSet<&str> = [
        accounts::ACTIONS,
        allocation::ACTIONS,
        calls::ACTIONS,
        campaigns::ACTIONS,
        capacity::ACTIONS,
        cloning::ACTIONS,
        companies::ACTIONS,
        editions::ACTIONS,
        outbox::ACTIONS,
        programme::ACTIONS,
        questions::ACTIONS,
        registrations::ACTIONS,
        reviews::ACTIONS,
        speakers::ACTIONS,
        submissions::ACTIONS,
        transfer::ACTIONS,
        webhooks::ACTIONS,
    ]
    .concat()
    .into_iter()
    .collect();
    let sorted: BTreeSet<&str> =
        EVENTS.iter().flat_map(|event| event.actions).chain(SET_ASIDE).copied().collect();
    let forgotten: Vec<_> = recorded.difference(&sorted).collect();
    assert!(forgotten.is_empty(), "in neither list of webhooks::events: {forgotten:?}");
    let idle: Vec<_> = sorted.difference(&recorded).collect();
    assert!(idle.is_empty(), "nobody records: {idle:?}");
}

#[test]
fn the_manual_lists_the_very_events_there_are() {
    let manual = include_str!("../../../docs/WEBHOOKS.md");
    let listed: Vec<(&str, &str)> = manual
        .lines()
        .filter_map(|line| line.strip_prefix("| `"))
        .filter_map(|line| {
            let (name, rest) = line.split_once("` | `")?;
            Some((name, rest.split_once('`')?.0))
        })
        .collect();
    let there: Vec<_> =
        EVENTS.iter().chain([&TEST]).map(|event| (event.name, event.resource.as_str())).collect();
    assert_eq!(listed, there);
}
