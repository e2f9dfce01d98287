//! A new edition from an earlier one.

mod mails;
mod side_events;

use plenary::{
    accounts::proofs::Programme,
    calls::{self, Call, CallFields, CodeFields, RoundFields},
    capacity::{self, NewPool, PoolFields},
    cloning::{self, CloneFields, Module},
    editions::{
        self, ConsentKind, ConsentTextFields, Edition, NewPartner, NewRoom, NewTrack, Partner, PartnerFields,
        Room, RoomFields, Track, TrackFields, parts, publication,
    },
    error::Error,
    questions::{self, CallQuestionFields, ChoiceFields, NewQuestion, QuestionFields},
    registrations::types::{self, TypeFields},
    reviews,
    values::{LocalisedFields, Moment, time},
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::support::{
    Forum,
    forum::{admin, field_code, long_ago, organiser, text},
};

/// An edition with one or two of everything.
async fn furnished() -> (Forum, Edition) {
    let (forum, edition) = Forum::with_edition("2027").await;
    let who = organiser(&edition);
    let track =
        TrackFields { slug: "robotics".to_owned(), name: text("Robotics"), colour: "#1f4e79".to_owned() };
    let room = RoomFields {
        slug: "hall".to_owned(),
        name: text("Hall"),
        capacity: 300.into(),
        turnaround_minutes: 10.into(),
    };
    let host = PartnerFields { kind: "host".to_owned(), name: text("An institute"), url: String::new() };
    let transfer = ConsentTextFields { body: text("It crosses the border"), required: true };
    let pool = PoolFields { name: text("Seats"), capacity: 50.into() };
    let made = forum.db.transaction(async |tx| {
        parts::create::<Track>(tx, &who, NewTrack::try_from(&track)?).await?;
        parts::create::<Room>(tx, &who, NewRoom::try_from(&room)?).await?;
        parts::create::<Partner>(tx, &who, NewPartner::try_from(&host)?).await?;
        editions::set_consent_text(tx, &who, transfer.parse(ConsentKind::Transfer)?).await?;
        let pool = capacity::create(tx, &who, NewPool::try_from(&pool)?).await?;
        let way = TypeFields {
            slug: "guest".to_owned(),
            name: text("Guest"),
            opens_at: "2027-09-01T09:00".to_owned(),
            closes_at: "2027-11-12T18:00".to_owned(),
            needs_approval: true,
            pools: vec![pool.id.to_string()],
            ..TypeFields::default()
        };
        types::create(tx, &who, way.parse(&edition.zone)?).await?;
        for asked in [lunch(), only_for_rice()] {
            questions::create(tx, &who, NewQuestion::try_from(&asked)?).await?;
        }
        Ok(())
    });
    made.await.unwrap();
    (forum, edition)
}

fn lunch() -> QuestionFields {
    let choice = |value: &str| ChoiceFields { value: value.to_owned(), label: text(value) };
    let (slug, kind) = ("lunch".to_owned(), "one".to_owned());
    let choices = vec![choice("fish"), choice("rice")];
    QuestionFields { slug, kind, label: text("Lunch"), choices, ..QuestionFields::default() }
}

fn only_for_rice() -> QuestionFields {
    QuestionFields {
        slug: "rice-kind".to_owned(),
        kind: "short-text".to_owned(),
        label: text("Which rice"),
        shown_if_question: "lunch".to_owned(),
        shown_if_value: "rice".to_owned(),
        ..QuestionFields::default()
    }
}

fn fields(modules: &[Module]) -> CloneFields {
    CloneFields {
        source: "2027".to_owned(),
        slug: "2028".to_owned(),
        number: 5.into(),
        name: text("The fifth"),
        modules: modules.iter().map(ToString::to_string).collect(),
        ..CloneFields::default()
    }
}

async fn clone(forum: &Forum, fields: &CloneFields) -> Result<Edition, Error> {
    forum.db.transaction(async |tx| cloning::clone(tx, &admin(), fields, Moment::now()).await).await
}

fn local(edition: &Edition, moment: Option<Moment>) -> String {
    moment.map(|moment| time::local_input(moment, &edition.zone)).unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_counts_what_comes_along_and_moves_every_date_by_whole_weeks() {
    let (forum, edition) = furnished().await;
    let now = "2027-12-01T00:00:00Z".parse::<jiff::Timestamp>().unwrap().into();
    let all = fields(Module::ALL);
    let preview = cloning::preview(&mut *forum.conn().await, &admin(), &all, now).await.unwrap();
    let counts: Vec<usize> = preview.modules.iter().map(|coming| coming.count).collect();
    assert_eq!(counts, [4, 1, 1, 1, 0, 2, 2, 1, 1, 0, 0]);
    let dates: Vec<(&str, String)> =
        preview.dates.iter().map(|date| (date.key.as_str(), local(&edition, date.new))).collect();
    let expected = [
        ("starts_at", "2028-11-17T09:30"),
        ("ends_at", "2028-11-18T17:00"),
        ("offers_end_at", "2028-11-16T12:00"),
        ("types.guest.opens_at", "2028-08-30T09:00"),
        ("types.guest.closes_at", "2028-11-10T18:00"),
    ];
    assert_eq!(dates, expected.map(|(key, date)| (key, date.to_owned())));
    assert_eq!((preview.number, preview.slug.as_str()), (5, "2028"));
    let none = cloning::preview(&mut *forum.conn().await, &admin(), &fields(&[]), now).await.unwrap();
    assert_eq!(none.dates.len(), 3);
    assert!(none.modules.iter().all(|coming| !coming.chosen));
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_chosen_comes_along_as_a_draft() {
    let (forum, source) = furnished().await;
    let mut asked = fields(Module::ALL);
    asked.dates.insert("types.guest.closes_at".to_owned(), "2028-11-11T18:00".to_owned());
    let new = clone(&forum, &asked).await.unwrap();
    let mut conn = forum.conn().await;
    assert_eq!((new.tagline.as_ref(), new.published_at), (source.tagline.as_ref(), None));
    let public = editions::public_edition(&mut conn, new.clone()).await.unwrap();
    assert_eq!((public.tracks.len(), public.rooms.len(), public.partners.len()), (1, 1, 1));
    let kinds: Vec<(ConsentKind, bool)> =
        public.consent_texts.iter().map(|text| (text.kind, text.required)).collect();
    assert_eq!(kinds, [(ConsentKind::Collection, false), (ConsentKind::Transfer, true)]);
    let form = questions::questions(&mut conn, new.id).await.unwrap();
    assert_eq!(form[1].shown_if(), Some((form[0].id, "rice")));
    let pool = capacity::pools(&mut conn, new.id).await.unwrap().pop().unwrap();
    assert_eq!((pool.capacity, pool.taken), (50, 0));
    let way = types::types(&mut conn, new.id).await.unwrap().pop().unwrap();
    assert_eq!((way.pools, way.needs_approval), (vec![pool.id], true));
    assert_eq!(local(&new, way.opens_at), "2028-08-30T09:00");
    assert_eq!(local(&new, way.closes_at), "2028-11-11T18:00");
    let history = forum.history(new.id.uuid()).await;
    assert_eq!(history[..2], ["edition.create".to_owned(), "edition.clone".to_owned()]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_not_chosen_stays() {
    let (forum, _) = furnished().await;
    let new = clone(&forum, &fields(&[Module::Pools])).await.unwrap();
    let mut conn = forum.conn().await;
    assert_eq!((new.tagline.as_ref(), new.venue_name.as_ref()), (None, None));
    let public = editions::public_edition(&mut conn, new.clone()).await.unwrap();
    assert!(public.tracks.is_empty() && public.rooms.is_empty() && public.partners.is_empty());
    assert!(public.consent_texts.is_empty());
    assert!(questions::questions(&mut conn, new.id).await.unwrap().is_empty());
    assert!(types::types(&mut conn, new.id).await.unwrap().is_empty());
    assert_eq!(capacity::pools(&mut conn, new.id).await.unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_archived_stays_behind() {
    let (forum, source) = furnished().await;
    let who = organiser(&source);
    let mut conn = forum.conn().await;
    let way = types::types(&mut conn, source.id).await.unwrap().pop().unwrap();
    let rice = questions::questions(&mut conn, source.id).await.unwrap().pop().unwrap();
    let archive = forum.db.transaction(async |tx| {
        types::archive(tx, &who, way.id, Moment::now()).await?;
        questions::archive(tx, &who, rice.id, Moment::now()).await
    });
    archive.await.unwrap();
    let new = clone(&forum, &fields(Module::ALL)).await.unwrap();
    assert!(types::types(&mut conn, new.id).await.unwrap().is_empty());
    assert_eq!(questions::questions_ever(&mut conn, new.id).await.unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clone_that_fails_leaves_nothing() {
    let (forum, _) = furnished().await;
    let mut asked = fields(Module::ALL);
    asked.dates.insert("types.guest.closes_at".to_owned(), "2028-01-01T00:00".to_owned());
    let refused = clone(&forum, &asked).await;
    assert_eq!(field_code(refused, "dates.types.guest.closes_at"), "closes_before_opening");
    let mut conn = forum.conn().await;
    assert!(matches!(editions::id_of_slug(&mut conn, "2028").await, Err(Error::NotFound)));
    assert_eq!(publication::versions(&mut conn).await.unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_refusal_stands_beside_its_field() {
    let (forum, _) = furnished().await;
    let with = |change: &dyn Fn(&mut CloneFields)| {
        let mut asked = fields(Module::ALL);
        change(&mut asked);
        asked
    };
    let dated = |key: &'static str, value: &'static str| {
        with(&move |asked| drop(asked.dates.insert(key.to_owned(), value.to_owned())))
    };
    for (asked, field, code) in [
        (with(&|asked| asked.source = "1999".to_owned()), "source", "edition_unknown"),
        (with(&|asked| asked.slug = "2027".to_owned()), "slug", "slug_taken"),
        (with(&|asked| asked.name = LocalisedFields::default()), "name", "required"),
        (with(&|asked| asked.modules = vec!["types".to_owned()]), "modules", "module_needs"),
        (dated("starts_at", "2020-01-01T00:00"), "dates.starts_at", "date_past"),
        (dated("ends_at", "2028-01-01T00:00"), "dates.ends_at", "end_before_start"),
        (dated("offers_end_at", "2029-01-01T00:00"), "dates.offers_end_at", "offers_end_late"),
        (dated("types.nobody.opens_at", ""), "dates.types.nobody.opens_at", "date_unknown"),
    ] {
        assert_eq!(field_code(clone(&forum, &asked).await, field), code);
    }
    let missing = CloneFields { source: "nowhere".to_owned(), ..CloneFields::default() };
    let preview = cloning::preview(&mut *forum.conn().await, &admin(), &missing, long_ago()).await;
    assert_eq!(field_code(preview, "source"), "edition_unknown");
}

/// A call in the track, with a frozen question and a round, a code, and somebody on its panel.
async fn called(forum: &Forum, edition: &Edition) -> Call {
    let who = Programme::from(&organiser(edition));
    let tracks = parts::list(&mut *forum.conn().await, edition.id).await.unwrap();
    let call: CallFields = fields_of(json!({
        "kind": "talk", "slug": "talks", "name": text("Talks"), "opens_at": "2027-03-01T09:00",
        "closes_at": "2027-04-01T18:00", "tracks": [{ "track": "robotics", "quota": 5 }],
        "session_types": [{ "slug": "short", "name": text("Short"), "minutes": 20 }],
    }));
    let asked: CallQuestionFields = fields_of(json!({
        "question": { "slug": "needs", "kind": "short-text", "label": text("Needs") }, "frozen_at": "2027-10-01T09:00",
    }));
    let round: RoundFields = fields_of(json!({
        "kind": "rubric", "name": text("Scores"), "blind": true, "closes_at": "2027-05-01T09:00",
        "criteria": [{ "name": text("Novelty"), "low": 1, "high": 5, "anchors": { "5": text("New") } }],
    }));
    let make = forum.db.transaction(async |tx| {
        let call = calls::create(tx, &who, call.parse(&edition.zone, &tracks)?).await?;
        calls::list(tx, &who, call.id, Moment::now()).await?;
        let editor = calls::editor(tx, &who, call.id, Moment::now()).await?;
        questions::create(tx, editor, asked.parse(&edition.zone)?).await?;
        calls::create_round(tx, &who, call.id, round.parse(&edition.zone)?).await?;
        calls::issue_code(tx, &who, call.id, CodeFields::default().parse(&edition.zone)?).await?;
        Ok(call)
    });
    make.await.unwrap()
}

fn fields_of<T: DeserializeOwned>(raw: Value) -> T {
    serde_json::from_value(raw).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_comes_along_as_a_draft_with_questions_and_rounds_by_whole_weeks_and_nobody_judges_it() {
    let (forum, edition) = furnished().await;
    let old = called(&forum, &edition).await;
    let new = clone(&forum, &fields(&[Module::Tracks, Module::Calls])).await.unwrap();
    let (mut conn, who) = (forum.conn().await, Programme::from(&organiser(&new)));
    let [call] = &calls::calls(&mut conn, &who).await.unwrap()[..] else { panic!("one call") };
    assert_eq!((call.name.clone(), call.listed_at, call.id == old.id), (old.name, None, false));
    let dates = [call.opens_at, call.closes_at].map(|date| local(&new, Some(date)));
    assert_eq!(dates, ["2028-02-28T09:00", "2028-03-30T18:00"]);
    let tracks: Vec<Track> = parts::list(&mut conn, new.id).await.unwrap();
    let quotas = call.tracks(&mut conn).await.unwrap();
    assert_eq!((quotas[0].track, quotas[0].quota), (tracks[0].id, Some(5)));
    let asked = questions::questions(&mut conn, calls::form(call)).await.unwrap();
    assert_eq!(local(&new, asked[0].frozen_at), "2028-09-29T09:00");
    let [round] = &calls::rounds(&mut conn, &who, call.id).await.unwrap()[..] else { panic!("one round") };
    assert_eq!((round.blind, local(&new, round.closes_at)), (true, "2028-04-29T09:00".to_owned()));
    assert!(round.criteria[0].anchors.of(5).is_some());
    assert!(calls::codes(&mut conn, &who, call.id).await.unwrap().is_empty());
    assert!(reviews::panel(&mut conn, &who, call.id).await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_needs_its_tracks_and_a_window_that_ends_after_it_begins() {
    let (forum, edition) = furnished().await;
    called(&forum, &edition).await;
    assert_eq!(field_code(clone(&forum, &fields(&[Module::Calls])).await, "modules"), "module_needs");
    for (key, typed, code) in [
        ("calls.talks.closes_at", "2028-01-01T09:00", "closes_before_opening"),
        ("calls.talks.opens_at", " ", "required"),
    ] {
        let mut asked = fields(&[Module::Tracks, Module::Calls]);
        asked.dates.insert(key.to_owned(), typed.to_owned());
        assert_eq!(field_code(clone(&forum, &asked).await, &format!("dates.{key}")), code);
    }
}
