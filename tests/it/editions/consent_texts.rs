//! Consent texts, version by version.

use plenary::{
    editions::{self, ConsentKind, ConsentText, ConsentTextFields, Edition, publication},
    error::Error,
    values::LocalisedFields,
};

use crate::support::{
    Forum,
    forum::{field_code, organiser, text},
};

async fn set(forum: &Forum, edition: &Edition, kind: ConsentKind, body: LocalisedFields, required: bool) {
    let new = ConsentTextFields { body, required }.parse(kind).unwrap();
    let who = organiser(edition);
    forum.db.transaction(async |tx| editions::set_consent_text(tx, &who, new).await).await.unwrap();
}

async fn asked(forum: &Forum, edition: &Edition) -> Vec<ConsentText> {
    editions::current_consent_texts(&mut *forum.conn().await, edition.id).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn only_another_text_makes_another_version() {
    let forum = Forum::empty().await;
    let edition = forum.draft("2027").await;
    set(&forum, &edition, ConsentKind::Transfer, text("It crosses the border"), false).await;
    let count = async || publication::versions(&mut *forum.conn().await).await.unwrap()[&edition.id];
    let before = count().await;
    set(&forum, &edition, ConsentKind::Transfer, text("It crosses the border"), false).await;
    assert_eq!((asked(&forum, &edition).await[0].version, count().await), (1, before));
    set(&forum, &edition, ConsentKind::Transfer, text("It crosses the border"), true).await;
    set(&forum, &edition, ConsentKind::Transfer, text("It crosses it"), true).await;
    let transfer = &asked(&forum, &edition).await[0];
    assert_eq!((transfer.version, transfer.required), (3, true));
    assert_eq!(forum.history(edition.id.uuid()).await.len(), 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_emptied_text_is_not_asked_any_more_and_its_number_is_not_used_again() {
    let forum = Forum::empty().await;
    let edition = forum.draft("2027").await;
    set(&forum, &edition, ConsentKind::CoHosts, LocalisedFields::default(), false).await;
    set(&forum, &edition, ConsentKind::CoHosts, text("They write too"), false).await;
    set(&forum, &edition, ConsentKind::CoHosts, LocalisedFields::default(), true).await;
    assert!(asked(&forum, &edition).await.is_empty());
    set(&forum, &edition, ConsentKind::CoHosts, text("They write too"), false).await;
    assert_eq!(asked(&forum, &edition).await[0].version, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_statement_stands_first() {
    let forum = Forum::empty().await;
    let edition = forum.draft("2027").await;
    for kind in [ConsentKind::Marketing, ConsentKind::Collection, ConsentKind::Transfer] {
        set(&forum, &edition, kind, text("This"), false).await;
    }
    let kinds: Vec<ConsentKind> = asked(&forum, &edition).await.iter().map(|text| text.kind).collect();
    assert_eq!(kinds, [ConsentKind::Collection, ConsentKind::Transfer, ConsentKind::Marketing]);
}

#[test]
fn marketing_is_never_a_condition_and_the_statement_never_absent() {
    for kind in [ConsentKind::Marketing, ConsentKind::Collection] {
        let demanded = ConsentTextFields { body: text("This"), required: true }.parse(kind);
        assert_eq!(field_code(demanded.map_err(Error::from), "required"), "consent_never_required");
    }
    let absent = ConsentTextFields::default().parse(ConsentKind::Collection);
    assert_eq!(field_code(absent.map_err(Error::from), "body"), "required");
    assert!(ConsentTextFields::default().parse(ConsentKind::Marketing).unwrap().body.is_none());
}
