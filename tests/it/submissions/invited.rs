//! The walk of a speaker who was invited: by name, with a contact, or by phone only.

use plenary::{
    error::Error,
    speakers::{self, AvailabilityFields, NewSpeaker, ProfileFields, Speaker, SpeakerFields, Through},
    submissions::{self, Answer, Decision, Note},
    values::Moment,
};

use super::desk::{Desk, complete};
use crate::support::forum::{conflict_code, field_code};

fn keynote(email: &str, contact: &str) -> SpeakerFields {
    let profile =
        ProfileFields {
            name_han: "陳大文".into(), name_title: "教授".into(), ..ProfileFields::default()
        };
    let contact_name = if contact.is_empty() { "" } else { "Ms Ho" };
    SpeakerFields {
        email: email.into(),
        contact_name: contact_name.into(),
        contact_email: contact.into(),
        lang: "zh-Hans".into(),
        profile,
    }
}

async fn add(desk: &Desk, fields: &SpeakerFields) -> Result<Speaker, Error> {
    let new = NewSpeaker::try_from(fields)?;
    desk.run(async |tx| speakers::add(tx, &desk.stage.who, new).await).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_keynote_is_added_by_name_alone_and_answers_by_phone_on_the_record() {
    let desk = Desk::open().await;
    let speaker = add(&desk, &keynote("", "")).await.unwrap();
    let invited = desk.run(async |tx| speakers::invite(tx, &desk.stage.who, speaker.id).await).await;
    assert_eq!(conflict_code(invited), "speaker_unreachable");
    let draft = complete("Opening").parse(&desk.form().await).unwrap();
    let made = desk.run(async |tx| {
        let at = (desk.call.id, speaker.id);
        submissions::add(tx, &desk.keys, &desk.stage.who, at, &draft, Moment::now()).await
    });
    let id = made.await.unwrap().id;
    desk.decide(id, Some(Decision::Accepted)).await.unwrap();
    desk.tell(&[id]).await.unwrap();
    let note = Note::parse("Ms Ho, by phone, 3 March").unwrap();
    let who = &desk.stage.who;
    let record =
        desk.run(async |tx| submissions::record_answer(tx, who, id, (true, &note), Moment::now()).await);
    let row = record.await.unwrap();
    assert_eq!((row.answer, row.answered_through), (Answer::Confirmed, Some(Through::Staff)));
    assert_eq!(row.answer_note.as_deref(), Some("Ms Ho, by phone, 3 March"));
    assert_eq!(desk.stage.forum.history(id.uuid()).await.last().unwrap(), "submission.record-answer");
    let count: i64 = desk.one("SELECT count(*) FROM mail").await;
    assert_eq!(count, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_contact_receives_the_mails_and_her_link_dies_with_her_task() {
    let desk = Desk::open().await;
    let speaker = add(&desk, &keynote("chan@example.org", "ho@example.org")).await.unwrap();
    desk.run(async |tx| speakers::invite(tx, &desk.stage.who, speaker.id).await).await.unwrap();
    assert_eq!(desk.mails("ho@example.org").await, ["speaker-invited"]);
    assert!(desk.mails("chan@example.org").await.is_empty());
    let ho = desk.presenter(speaker.id).await;
    let again = add(&desk, &keynote("CHAN@example.org", "")).await;
    assert_eq!(field_code(again, "email"), "speaker_known");

    let new = NewSpeaker::try_from(&keynote("chan@example.org", "")).unwrap();
    let correct = desk.run(async |tx| speakers::correct(tx, &desk.stage.who, speaker.id, new).await);
    correct.await.unwrap();
    let mut conn = desk.stage.forum.conn().await;
    assert!(matches!(speakers::me(&mut conn, &ho).await, Err(Error::NotFound)));
    assert!(desk.presenter_with(speaker.id, speaker.link_version).await.is_err());
    desk.presenter(speaker.id).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn speakers_stand_in_protocol_order_and_are_found_in_either_script() {
    let desk = Desk::open().await;
    let first = add(&desk, &keynote("a@example.org", "")).await.unwrap();
    let second = add(&desk, &keynote("b@example.org", "")).await.unwrap();
    let order = [second.id, first.id];
    desk.run(async |tx| speakers::reorder(tx, &desk.stage.who, &order).await).await.unwrap();
    let mut conn = desk.stage.forum.conn().await;
    let found = speakers::list(&mut conn, &desk.stage.who, "陈").await.unwrap();
    assert_eq!(found.iter().map(|speaker| speaker.id).collect::<Vec<_>>(), order);
    assert!(speakers::list(&mut conn, &desk.stage.who, "李").await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn times_replace_those_before_and_the_database_refuses_an_overlap() {
    let desk = Desk::open().await;
    let speaker = add(&desk, &keynote("chan@example.org", "")).await.unwrap();
    let who = desk.presenter(speaker.id).await;
    let day = |from: &str, to: &str| [format!("2027-11-19T{from}"), format!("2027-11-19T{to}")];
    for spans in [vec![day("09:00", "12:00"), day("14:00", "18:00")], vec![day("10:00", "11:00")]] {
        let count = spans.len();
        let spans = AvailabilityFields { spans }.parse(&desk.stage.edition.zone).unwrap();
        desk.run(async |tx| speakers::set_own_availability(tx, &who, &spans).await).await.unwrap();
        let mut conn = desk.stage.forum.conn().await;
        let kept = speakers::availability(&mut conn, &desk.stage.who, speaker.id).await.unwrap();
        assert_eq!((kept.len(), kept[0]), (count, spans[0]));
    }
    let client = crate::support::cluster::connect(&desk.stage.forum.database.url).await;
    let overlap = client
        .execute(
            "INSERT INTO availability SELECT speaker_id, starts_at + interval '30 minutes', ends_at FROM availability",
            &[],
        )
        .await;
    assert!(overlap.is_err());
}
