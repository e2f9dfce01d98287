//! From the outbox to a real mail server, in fair weather and in foul.

use std::collections::BTreeSet;

use mail_parser::{MessageParser, MimeHeaders};
use plenary::{
    accounts::proofs::{Admin, System},
    keys::{Link, Purpose},
    mail::{AttemptOutcome, MailState, Round, TEMPLATES},
    outbox::{self, Handler},
    values::Lang,
};
use serde_json::json;
use tokio::sync::watch;
use uuid::Uuid;

use super::{
    office::{Office, keys, letterheads, mail_to, round, until_empty},
    sample,
    server::MailServer,
};

#[tokio::test(flavor = "multi_thread")]
async fn every_mail_reaches_a_real_server_in_every_language() {
    let (office, server) = (Office::open().await, MailServer::open().await);
    let mails: Vec<_> = TEMPLATES
        .iter()
        .flat_map(|template| Lang::ALL.iter().map(|&lang| mail_to("chan@example.org", template.name, lang)))
        .collect();
    office.queue(&mails).await;
    until_empty(&office.worker(&server.url())).await;

    let taken = server.taken();
    assert_eq!(taken.len(), mails.len());
    let ids: BTreeSet<String> = mails.iter().map(|mail| format!("{}@forum.example.org", mail.id)).collect();
    let mut seen = BTreeSet::new();
    for mail in &taken {
        let message = MessageParser::default().parse(&mail.bytes).unwrap();
        seen.insert(message.message_id().unwrap().to_owned());
        assert_eq!(message.header("Auto-Submitted").unwrap().as_text(), Some("auto-generated"));
        assert_eq!(message.to().unwrap().first().unwrap().name(), Some("Chan Tai Man 陳大文"));
        assert!(message.subject().is_some_and(|subject| !subject.is_empty()));
        assert!(message.date().is_some() && message.header("Content-Language").is_some());
        assert!(message.body_text(0).unwrap().contains("陳大文"));
        assert!(message.body_html(0).unwrap().contains("陳大文"));
        assert!(mail.bytes.split(|&byte| byte == b'\n').all(|line| line.len() <= 999), "RFC 5322 2.1.1");
    }
    assert_eq!(seen, ids);
    for mail in &mails {
        assert_eq!(office.state(mail.id).await, "sent");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_confirmation_carries_ticket_calendar_and_live_links() {
    let (office, server) = (Office::open().await, MailServer::open().await);
    let mail = mail_to("chan@example.org", "registration-confirmed", Lang::ZhHant);
    office.queue(std::slice::from_ref(&mail)).await;
    until_empty(&office.worker(&server.url())).await;

    let taken = server.taken();
    let message = MessageParser::default().parse(&taken[0].bytes).unwrap();
    let link = Link { purpose: Purpose::Manage, id: Uuid::from_u128(7), version: 1 };
    let manage = format!("https://forum.example.org/m/{}", keys().link_token(&link));
    let (text, html) = (message.body_text(0).unwrap(), message.body_html(0).unwrap());
    assert!(text.contains(&manage) && text.contains("7K4M-9QXW-2HTP"), "{text}");
    assert!(
        html.contains(&format!("href=\"{manage}\"")) && html.contains("src=\"cid:ticket@plenary\""),
        "{html}"
    );
    let picture = message.parts.iter().find(|part| part.content_id() == Some("ticket@plenary")).unwrap();
    assert!(picture.contents().starts_with(b"\x89PNG"));
    let calendar = message.attachments().find(|part| part.attachment_name() == Some("forum.ics")).unwrap();
    let entry = String::from_utf8_lossy(calendar.contents()).replace("\r\n ", "");
    assert!(entry.contains("DTSTART;TZID=Asia/Hong_Kong:20261120T093000"), "{entry}");
    assert!(entry.contains(&format!("UID:{}@forum.example.org", Uuid::from_u128(7))), "{entry}");
    assert_eq!(message.reply_to().unwrap().first().unwrap().address(), Some("forum@example.org"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_side_events_mail_names_its_own_time_and_place_and_waits_for_who_knows_them() {
    let (office, server) = (Office::open().await, MailServer::open().await);
    let mut mail = mail_to("chan@example.org", "registration-confirmed", Lang::En);
    let show = Uuid::from_u128(901);
    mail.values["side_event"] = json!(show);
    office.queue(std::slice::from_ref(&mail)).await;
    let worker = office.worker(&server.url());
    assert_eq!(round(&worker).await.claimed, 0, "its letterhead is not known yet");

    let mut known = letterheads();
    known.insert(show, sample::road_show());
    let (_keep, stop) = watch::channel(false);
    assert_eq!(worker.round(&known, &stop, || {}).await.unwrap().sent, 1);
    let taken = server.taken();
    let message = MessageParser::default().parse(&taken[0].bytes).unwrap();
    assert_eq!(message.subject(), Some("Your place is confirmed: Road show"));
    let text = message.body_text(0).unwrap();
    assert!(text.contains("1 September 2026") && text.contains("Innovation Centre, Shanghai"), "{text}");
    assert!(!text.contains("Harbour Hall") && !text.contains("November"), "{text}");
    let calendar =
        message.attachments().find(|part| part.attachment_name() == Some("side-event.ics")).unwrap();
    let entry = String::from_utf8_lossy(calendar.contents()).replace("\r\n ", "");
    assert!(entry.contains("DTSTART;TZID=Asia/Hong_Kong:20260901T140000"), "{entry}");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_stored_text_holds_a_live_link() {
    let (office, server) = (Office::open().await, MailServer::open().await);
    let mail = mail_to("chan@example.org", "sign-in", Lang::En);
    office.queue(std::slice::from_ref(&mail)).await;
    until_empty(&office.worker(&server.url())).await;

    let link = Link { purpose: Purpose::SignIn, id: Uuid::from_u128(7), version: 1 };
    let secrets = [keys().link_token(&link), keys().sign_in_code(Uuid::from_u128(7))];
    let row = office.row(mail.id).await;
    for column in ["subject", "body_text", "body_html"] {
        let stored: String = row.get(column);
        assert!(secrets.iter().all(|secret| !stored.contains(secret)), "{column}: {stored}");
    }
    let sent = String::from_utf8(server.taken()[0].bytes.clone()).unwrap();
    let sent = MessageParser::default().parse(&sent).unwrap().body_text(0).unwrap().into_owned();
    assert!(secrets.iter().all(|secret| sent.contains(secret)), "{sent}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_can_add_no_header_and_no_recipient() {
    let (office, server) = (Office::open().await, MailServer::open().await);
    let mut mail = mail_to("chan@example.org", "registration-pending", Lang::En);
    mail.to.name = "Chan\r\nBcc: spy@example.org\r\n\r\n<p>, \"x\" <spy@example.org>".to_owned();
    office.queue(&[mail]).await;
    until_empty(&office.worker(&server.url())).await;

    let taken = server.taken();
    assert_eq!(taken[0].envelope["to"], serde_json::json!(["chan@example.org"]));
    let message = MessageParser::default().parse(&taken[0].bytes).unwrap();
    assert!(message.bcc().is_none());
    let to: Vec<_> = message.to().unwrap().iter().map(|to| to.address().unwrap()).collect();
    assert_eq!(to, ["chan@example.org"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_put_off_waits_and_goes_out_later() {
    let (office, server) = (Office::open().await, MailServer::open().await);
    let mail = mail_to("later@example.org", "registration-pending", Lang::En);
    office.queue(std::slice::from_ref(&mail)).await;
    let worker = office.worker(&server.url());
    assert_eq!(round(&worker).await, Round { claimed: 1, sent: 0, away: false });
    let row = office.row(mail.id).await;
    assert_eq!((row.get::<_, String>("state").as_str(), row.get::<_, bool>("waits")), ("queued", true));
    assert_eq!(round(&worker).await.claimed, 0);

    office.make_due().await;
    assert_eq!(round(&worker).await, Round { claimed: 1, sent: 1, away: false });
    let answers = office.answers(mail.id).await;
    assert_eq!(
        answers.iter().map(|(outcome, _)| outcome.as_str()).collect::<Vec<_>>(),
        ["deferred", "accepted"]
    );
    assert!(answers[0].1.contains("451") && answers[0].1.contains("come back later"), "{answers:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn greylisting_is_no_failure_and_nobodys_to_mend() {
    let (office, server) = (Office::open().await, MailServer::open().await);
    let mail = mail_to("later@example.org", "registration-pending", Lang::En);
    office.queue(std::slice::from_ref(&mail)).await;
    round(&office.worker(&server.url())).await;
    let (admin, mut conn) = (Admin::of_system(&System::shell()), office.db.read().await.unwrap());
    let who = Handler::Site(&admin);
    assert_eq!(outbox::counts(&mut conn, who).await.unwrap(), [(MailState::Queued, 1)]);
    let tries = outbox::letter(&mut conn, who, mail.id).await.unwrap().attempts;
    assert_eq!(tries.iter().map(|one| one.outcome).collect::<Vec<_>>(), [AttemptOutcome::Deferred]);
    assert_eq!(outbox::suppressions(&mut conn, who).await.unwrap(), [], "what organisers need to mend");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_mail_fails_and_holds_up_nobody() {
    let (office, server) = (Office::open().await, MailServer::open().await);
    let (bad, good) = ("nobody@example.org", "chan@example.org");
    let mails = [bad, good].map(|to| mail_to(to, "registration-pending", Lang::En));
    office.queue(&mails).await;
    until_empty(&office.worker(&server.url())).await;
    assert_eq!(office.state(mails[0].id).await, "failed");
    assert_eq!(office.state(mails[1].id).await, "sent");
    let answers = office.answers(mails[0].id).await;
    assert!(
        answers.len() == 1 && answers[0].0 == "refused" && answers[0].1.contains("no such user"),
        "{answers:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_costs_a_duplicate_that_can_be_told_as_one() {
    let (office, server) = (Office::open().await, MailServer::open().await);
    let mail = mail_to("cut@example.org", "registration-pending", Lang::En);
    office.queue(std::slice::from_ref(&mail)).await;
    let worker = office.worker(&server.url());
    assert_eq!(round(&worker).await, Round { claimed: 1, sent: 0, away: false });
    office.make_due().await;
    assert_eq!(round(&worker).await.sent, 1);
    let ids: Vec<_> = server
        .taken()
        .iter()
        .map(|taken| MessageParser::default().parse(&taken.bytes).unwrap().message_id().unwrap().to_owned())
        .collect();
    assert_eq!(ids, [format!("{}@forum.example.org", mail.id), format!("{}@forum.example.org", mail.id)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_cannot_be_printed_fails_alone() {
    let (office, server) = (Office::open().await, MailServer::open().await);
    let mut broken = mail_to("chan@example.org", "sign-in", Lang::En);
    broken.values = serde_json::json!({});
    let good = mail_to("chan@example.org", "sign-in", Lang::En);
    office.queue(&[broken.clone(), good.clone()]).await;
    until_empty(&office.worker(&server.url())).await;
    assert_eq!(office.state(broken.id).await, "failed");
    assert_eq!(office.state(good.id).await, "sent");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_is_told_to_stop_gives_back_what_it_did_not_try() {
    let (office, server) = (Office::open().await, MailServer::open().await);
    let mail = mail_to("chan@example.org", "registration-pending", Lang::En);
    office.queue(std::slice::from_ref(&mail)).await;
    let (_keep, stopped) = watch::channel(true);
    let done = office.worker(&server.url()).round(&letterheads(), &stopped, || {}).await.unwrap();
    assert_eq!((done.claimed, done.sent), (1, 0));
    let row = office.row(mail.id).await;
    assert_eq!((row.get::<_, String>("state").as_str(), row.get::<_, i32>("attempts")), ("queued", 0));
}
