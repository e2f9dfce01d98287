//! The interface's texts: complete in three languages, all of them used, in the glossary's words.

mod families;
mod messages;
mod uses;
mod words;

use std::collections::BTreeSet;

use messages::{LANGUAGES, Messages, messages};
use uses::{Call, calls, codes, families, literals};
use words::{complaints, wrong_script};

/// Fails with every line at once: who adds a page wants to see all that is missing.
#[track_caller]
fn none(found: Vec<String>, what: &str) {
    assert!(found.is_empty(), "{what}:\n  {}", found.join("\n  "));
}

#[test]
fn every_text_stands_in_three_languages_with_the_same_arguments() {
    let all: Vec<(&str, Messages)> = LANGUAGES.map(|lang| (lang.as_str(), messages(lang))).into();
    let keys: BTreeSet<&String> = all.iter().flat_map(|(_, messages)| messages.keys()).collect();
    let mut found = Vec::new();
    for key in keys {
        let (first, rest) = all.split_first().unwrap();
        for (lang, messages) in &all {
            if !messages.contains_key(key) {
                found.push(format!("{lang} has no {key}"));
            }
        }
        for (lang, messages) in rest {
            if let (Some(one), Some(other)) = (first.1.get(key), messages.get(key))
                && one.arguments != other.arguments
            {
                found.push(format!("{key}: {:?} in en, {:?} in {lang}", one.arguments, other.arguments));
            }
        }
    }
    none(found, "the languages differ");
}

#[test]
fn every_key_that_is_asked_for_exists() {
    let english = messages(LANGUAGES[0]);
    let mut found = Vec::new();
    for code in codes() {
        if !english.contains_key(&format!("error-{code}")) {
            found.push(format!("error-{code}: a reason without a sentence"));
        }
    }
    for (family, members) in families::all() {
        let missing = members.iter().map(|member| format!("{family}{member}"));
        found.extend(
            missing.filter(|key| !english.contains_key(key)).map(|key| format!("{key}: of a family")),
        );
    }
    for Call { key, arguments, at } in calls() {
        match english.get(&key) {
            None => found.push(format!("{key}, asked for in {at}")),
            Some(message) if message.arguments != arguments => {
                found.push(format!("{key} wants {:?}, {at} gives {arguments:?}", message.arguments));
            }
            Some(_) => {}
        }
    }
    none(found, "texts that are not there as they are asked for");
}

#[test]
fn every_key_is_used() {
    let (literals, codes) = (literals(), codes());
    let members: BTreeSet<String> = families::all()
        .into_iter()
        .flat_map(|(family, members)| members.into_iter().map(move |member| format!("{family}{member}")))
        .collect();
    let used = |key: &String| {
        let code = key.strip_prefix("error-");
        literals.contains(key) || members.contains(key) || code.is_some_and(|code| codes.contains(code))
    };
    let unused = messages(LANGUAGES[0]).into_keys().filter(|key| !used(key));
    none(unused.collect(), "texts that nobody asks for");
}

#[test]
fn every_family_of_keys_is_listed() {
    let listed: Vec<&str> = families::all().into_iter().map(|(family, _)| family).chain(["error-"]).collect();
    let unlisted = families().into_iter().filter(|(family, _)| !listed.contains(&family.as_str()));
    let said = unlisted.map(|(family, at)| format!("{family}…, made in {at}: add it to locales/families.rs"));
    none(said.collect(), "keys are made at run time that this test does not know");
}

#[test]
fn the_texts_speak_as_the_glossary_does() {
    let mut found = Vec::new();
    for lang in LANGUAGES {
        for (key, message) in messages(lang) {
            let said = complaints(lang, &message.text).into_iter().chain(wrong_script(lang, &message.text));
            found.extend(said.map(|complaint| format!("{lang} {key}: {complaint}: {}", message.text)));
        }
    }
    none(found, "words that the glossary does not use");
}
