//! Others take part: asked by mail, answered by themselves.

use plenary::{
    error::Error,
    speakers::{self, Profile, ProfileFields},
    submissions::{self, Invitation, Invite, InviteFields},
    values::Moment,
};

use super::desk::{Desk, complete};
use crate::support::forum::{conflict_code, field_code};

async fn invite(
    desk: &Desk,
    who: &plenary::speakers::Presenter,
    id: submissions::SubmissionId,
    email: &str,
) -> Result<(), Error> {
    let new = Invite::try_from(&InviteFields { email: email.into(), part: "panellist".into() }).unwrap();
    desk.run(async |tx| submissions::invite(tx, who, id, &new, Moment::now()).await).await
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_asked_takes_part_once_she_accepts_and_sees_no_decision() {
    let desk = Desk::open().await;
    let (id, mei) = desk.handed_in("Mei").await;
    invite(&desk, &mei, id, "lau@example.org").await.unwrap();
    assert_eq!(conflict_code(invite(&desk, &mei, id, "LAU@example.org").await), "participant_known");
    assert_eq!(desk.mails("lau@example.org").await, ["co-speaker-invitation"]);
    let all = async || {
        submissions::participants(&mut *desk.stage.forum.conn().await, &desk.stage.who, id).await.unwrap()
    };
    let [_, asked] = all().await[..] else { panic!("two take part") };
    assert_eq!(asked.invitation, Invitation::Invited);

    let lau = desk.presenter(asked.speaker).await;
    let answer =
        async |yes| desk.run(async |tx| submissions::answer_invitation(tx, &lau, id, yes).await).await;
    assert_eq!(field_code(answer(true).await, "profile"), "profile_needed", "the programme names her");
    let name = ProfileFields { name_latin: "Lau Kin".into(), ..ProfileFields::default() };
    let name = Profile::try_from(&name).unwrap();
    desk.run(async |tx| speakers::set_profile(tx, &lau, name).await).await.unwrap();
    answer(true).await.unwrap();
    let told = desk.mails("mei@example.org").await;
    assert_eq!(told.last().map(String::as_str), Some("co-speaker-answered"), "{told:?}");
    assert_eq!(conflict_code(answer(false).await), "part_answered");
    let own = submissions::own(&mut *desk.stage.forum.conn().await, &lau).await.unwrap();
    assert!(!own[0].is_owner && own[0].notes.is_none());

    // Taking part is not owning.
    let changed = desk.save(&lau, id, &complete("Mine"), Moment::now()).await;
    assert!(matches!(changed, Err(Error::NotFound)));
    let remove = async |who: &plenary::speakers::Presenter, speaker| {
        desk.run(async |tx| submissions::remove(tx, who, id, speaker, Moment::now()).await).await
    };
    assert!(matches!(remove(&lau, mei.speaker()).await, Err(Error::NotFound)));
    assert_eq!(conflict_code(remove(&mei, mei.speaker()).await), "participant_owner");
    remove(&mei, lau.speaker()).await.unwrap();
    assert_eq!(all().await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_who_declined_may_be_asked_again_and_a_stranger_has_nothing_to_answer() {
    let desk = Desk::open().await;
    let (id, mei) = desk.handed_in("Mei").await;
    let (_, other) = desk.handed_in("Other").await;
    let answered = desk.run(async |tx| submissions::answer_invitation(tx, &other, id, true).await).await;
    assert!(matches!(answered, Err(Error::NotFound)));
    invite(&desk, &mei, id, "other@example.org").await.unwrap();
    desk.run(async |tx| submissions::answer_invitation(tx, &other, id, false).await).await.unwrap();
    invite(&desk, &mei, id, "other@example.org").await.unwrap();
    desk.run(async |tx| submissions::answer_invitation(tx, &other, id, true).await).await.unwrap();
}
