//! What staff see of the outbox and do about it, and what erasing leaves.

use plenary::{
    accounts::proofs::{Admin, Communications, System},
    error::Error,
    mail::{self, Files, Filter, MailState, Transport, mailbox},
    outbox::{self, Handler},
    values::{Lang, Moment},
};
use uuid::Uuid;

use super::{
    office::{Office, mail_to, until_empty},
    sample,
    server::MailServer,
};
use crate::support::Scratch;

fn admin() -> Admin {
    Admin::of_system(&System::shell())
}

fn communications(edition: Uuid) -> Communications {
    Communications::from(&admin().organiser_of(edition))
}

#[tokio::test(flavor = "multi_thread")]
async fn communications_see_their_editions_mails_and_no_key_to_the_house() {
    let office = Office::open().await;
    let seen = mail_to("chan@example.org", "registration-pending", Lang::En);
    let mut elsewhere = mail_to("chan@example.org", "registration-pending", Lang::En);
    elsewhere.edition = Some(Uuid::from_u128(2025));
    let private = ["sign-in", "invitation"].map(|template| mail_to("au@example.org", template, Lang::En));
    office.queue(&[seen.clone(), elsewhere.clone(), private[0].clone(), private[1].clone()]).await;

    let mut conn = office.db.read().await.unwrap();
    let who = communications(sample::EDITION);
    let listed = outbox::mails(&mut conn, Handler::Edition(&who), &Filter::default(), 50).await.unwrap();
    assert_eq!(listed.iter().map(|mail| mail.id).collect::<Vec<_>>(), [seen.id]);
    assert_eq!(outbox::counts(&mut conn, Handler::Edition(&who)).await.unwrap(), [(MailState::Queued, 1)]);
    for hidden in [elsewhere.id, private[0].id, private[1].id] {
        let answer = outbox::letter(&mut conn, Handler::Edition(&who), hidden).await;
        assert!(matches!(answer, Err(Error::NotFound)));
        let retried = office
            .db
            .transaction(async |tx| outbox::retry(tx, Handler::Edition(&who), hidden, Moment::now()).await);
        assert!(matches!(retried.await, Err(Error::NotFound)));
    }
    assert_eq!(
        outbox::mails(&mut conn, Handler::Site(&admin()), &Filter::default(), 50).await.unwrap().len(),
        4
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_narrowed_and_paged() {
    let office = Office::open().await;
    let to = ["chan@example.org", "Au@example.org", "lee@example.org"];
    let mails = to.map(|to| mail_to(to, "registration-pending", Lang::En));
    office.queue(&mails).await;
    let mut conn = office.db.read().await.unwrap();
    let admin = admin();
    let mut ids = async |filter: Filter| -> Vec<_> {
        let found = outbox::mails(&mut conn, Handler::Site(&admin), &filter, 2).await.unwrap();
        found.into_iter().map(|mail| mail.id).collect()
    };
    assert_eq!(ids(Filter::default()).await, [mails[2].id, mails[1].id]);
    assert_eq!(ids(Filter { before: Some(mails[1].id), ..Filter::default() }).await, [mails[0].id]);
    assert_eq!(
        ids(Filter { recipient: Some("au@EXAMPLE.org".into()), ..Filter::default() }).await,
        [mails[1].id]
    );
    assert!(ids(Filter { state: Some(MailState::Sent), ..Filter::default() }).await.is_empty());
    assert!(ids(Filter { template: Some("ticket".into()), ..Filter::default() }).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_shows_words_where_links_go() {
    let (office, server) = (Office::open().await, MailServer::open().await);
    let mail = mail_to("chan@example.org", "registration-confirmed", Lang::ZhHant);
    office.queue(std::slice::from_ref(&mail)).await;
    let mut conn = office.db.read().await.unwrap();
    let admin = admin();
    let unprinted = outbox::letter(&mut conn, Handler::Site(&admin), mail.id).await.unwrap();
    assert_eq!((unprinted.text, unprinted.attempts.len()), (None, 0));

    until_empty(&office.worker(&server.url())).await;
    let printed = outbox::letter(&mut conn, Handler::Site(&admin), mail.id).await.unwrap();
    let (text, html) = (printed.text.unwrap(), printed.html.unwrap());
    assert!(text.contains("〔個人連結〕") && html.contains("〔個人連結〕") && html.contains("href=\"#\""));
    for shown in [text, html] {
        assert!(!shown.contains("https://") && !shown.contains('\u{FDD0}'), "{shown}");
    }
    assert!(printed.attempts[0].answer.starts_with("250"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failed_mail_is_tried_again_and_a_sent_one_is_not() {
    let (office, server) = (Office::open().await, MailServer::open().await);
    let mut mail = mail_to("nobody@example.org", "registration-pending", Lang::En);
    mail.id = plenary::values::Id::fresh();
    office.queue(std::slice::from_ref(&mail)).await;
    let (worker, who) = (office.worker(&server.url()), communications(sample::EDITION));
    until_empty(&worker).await;
    let retry = async || {
        let now = Moment::now();
        office.db.transaction(async |tx| outbox::retry(tx, Handler::Edition(&who), mail.id, now).await).await
    };
    retry().await.unwrap();
    until_empty(&worker).await;
    assert_eq!(office.state(mail.id).await, "suppressed", "nothing more is sent where nobody is");

    office.client.execute("UPDATE mail SET recipient = 'chan@example.org'", &[]).await.unwrap();
    retry().await.unwrap();
    until_empty(&worker).await;
    assert_eq!(office.state(mail.id).await, "sent");
    assert!(matches!(retry().await, Err(Error::Conflict(reason)) if reason.code == "mail_sent"));
    let noted = "SELECT count(*) FROM audit_entry WHERE action = 'mail.retry'";
    assert_eq!(office.client.query_one(noted, &[]).await.unwrap().get::<_, i64>(0), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_taken_out_is_not_sent() {
    let (office, server) = (Office::open().await, MailServer::open().await);
    let mail = mail_to("chan@example.org", "registration-pending", Lang::En);
    office.queue(std::slice::from_ref(&mail)).await;
    let who = communications(sample::EDITION);
    office
        .db
        .transaction(async |tx| outbox::cancel(tx, Handler::Edition(&who), mail.id).await)
        .await
        .unwrap();
    until_empty(&office.worker(&server.url())).await;
    assert_eq!((office.state(mail.id).await.as_str(), server.taken().len()), ("suppressed", 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn erasing_empties_what_was_sent_and_stops_what_was_not() {
    let (office, server) = (Office::open().await, MailServer::open().await);
    // Its links lead to row 7.
    let sent = mail_to("chan@example.org", "registration-confirmed", Lang::En);
    let other = mail_to("au@example.org", "registration-declined", Lang::En);
    office.queue(&[sent.clone(), other.clone()]).await;
    until_empty(&office.worker(&server.url())).await;
    let waiting = mail_to("chan@example.org", "ticket", Lang::En);
    office.queue(std::slice::from_ref(&waiting)).await;

    let her = [Uuid::from_u128(7)];
    let mut conn = office.db.read().await.unwrap();
    let about = mail::about(&mut conn, sample::EDITION, &her).await.unwrap();
    assert_eq!(about.iter().map(|mail| mail.id).collect::<Vec<_>>(), [waiting.id, sent.id]);
    assert_eq!(
        office.db.transaction(async |tx| mail::erase(tx, sample::EDITION, &her).await).await.unwrap(),
        2
    );

    until_empty(&office.worker(&server.url())).await;
    assert_eq!(server.taken().len(), 2);
    let left = "SELECT count(*) FROM mail WHERE mail::text ~ 'chan@|Chan|7K4M' AND id::text <> $1";
    assert_eq!(office.client.query_one(left, &[&other.id.to_string()]).await.unwrap().get::<_, i64>(0), 0);
    assert!(office.answers(sent.id).await.iter().all(|(_, answer)| answer.is_empty()));
    assert_eq!(office.row(other.id).await.get::<_, String>("recipient"), "au@example.org");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_mailbox_shows_mails_as_their_readers_get_them() {
    let (office, folder) = (Office::open().await, Scratch::new());
    assert_eq!(mailbox::list(&folder.path().join("none yet"), 9).unwrap(), []);
    let mails = ["registration-confirmed", "sign-in"]
        .map(|template| mail_to("chan@example.org", template, Lang::ZhHant));
    office.queue(&mails).await;
    until_empty(&office.worker_by(Transport::Files(Files::new(folder.path().into())))).await;

    let listed = mailbox::list(folder.path(), 9).unwrap();
    assert_eq!(listed.iter().map(|mail| mail.id).collect::<Vec<_>>(), [mails[1].id, mails[0].id]);
    assert_eq!(listed[0].to, "Chan Tai Man 陳大文 <chan@example.org>");
    assert_eq!(mailbox::list(folder.path(), 1).unwrap().len(), 1);
    let opened = mailbox::open(folder.path(), mails[0].id).unwrap();
    assert!(opened.text.contains("https://forum.example.org/m/"), "{}", opened.text);
    assert!(opened.html.contains("src=\"data:image/png;base64,iVBOR") && !opened.html.contains("cid:"));
    assert_eq!(opened.attachments, ["forum.ics"]);
    assert!(matches!(mailbox::open(folder.path(), plenary::values::Id::fresh()), Err(Error::NotFound)));
}
