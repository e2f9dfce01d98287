//! Several workers, dead ones, and a mail server that is away.

use std::{collections::BTreeSet, num::NonZeroU32};

use mail_parser::MessageParser;
use plenary::{
    mail::{Domains, Files, Round, Transport, Worker},
    values::Lang,
};

use super::{
    office::{Office, mail_to, round, until_empty},
    server::MailServer,
};
use crate::support::Scratch;

fn many(count: usize) -> Vec<plenary::mail::NewMail> {
    (0..count)
        .map(|number| mail_to(&format!("a{number}@example.org"), "registration-pending", Lang::En))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_workers_share_the_outbox_and_nobody_gets_two() {
    let (office, server) = (Office::open().await, MailServer::open().await);
    office.queue(&many(40)).await;
    let (one, other) = (office.worker(&server.url()), office.worker(&server.url()));
    tokio::join!(until_empty(&one), until_empty(&other));
    let to: Vec<String> =
        server.taken().iter().map(|mail| mail.envelope["to"][0].as_str().unwrap().to_owned()).collect();
    assert_eq!(to.len(), 40);
    assert_eq!(to.iter().collect::<BTreeSet<_>>().len(), 40);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_dead_worker_held_is_sent_when_its_lease_runs_out() {
    let (office, server) = (Office::open().await, MailServer::open().await);
    let mails = many(1);
    office.queue(&mails).await;
    let hold = "UPDATE mail SET state = 'sending', attempts = 1, lease_until = clock_timestamp() + $1::text::interval";
    let worker = office.worker(&server.url());
    office.client.execute(hold, &[&"1 min"]).await.unwrap();
    assert_eq!(round(&worker).await.claimed, 0);
    office.client.execute(hold, &[&"-1 s"]).await.unwrap();
    assert_eq!(round(&worker).await.sent, 1);
    assert_eq!(office.row(mails[0].id).await.get::<_, i32>("attempts"), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_server_that_is_away_costs_a_delay_and_no_mail() {
    let office = Office::open().await;
    let mails = many(5);
    office.queue(&mails).await;
    assert_eq!(round(&office.worker("smtp://localhost:1")).await, Round { claimed: 5, sent: 0, away: true });
    let tried = "SELECT count(*) FROM mail WHERE state = 'queued' AND attempts = 1";
    assert_eq!(office.client.query_one(tried, &[]).await.unwrap().get::<_, i64>(0), 1);
    let untried =
        "SELECT count(*) FROM mail WHERE state = 'queued' AND attempts = 0 AND due_at <= clock_timestamp()";
    assert_eq!(office.client.query_one(untried, &[]).await.unwrap().get::<_, i64>(0), 4);

    let server = MailServer::open().await;
    office.make_due().await;
    until_empty(&office.worker(&server.url())).await;
    assert_eq!(server.taken().len(), 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_closes_is_left_alone_for_a_while() {
    let (office, server) = (Office::open().await, MailServer::open().await);
    let mail = mail_to("shut@example.org", "registration-pending", Lang::En);
    office.queue(std::slice::from_ref(&mail)).await;
    assert!(round(&office.worker(&server.url())).await.away);
    assert_eq!(office.state(mail.id).await, "queued");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_strict_server_gets_starttls_and_a_password() {
    let (office, server) = (Office::open().await, MailServer::strict().await);
    let mails = many(2);
    office.queue(&mails).await;
    until_empty(&office.worker(&server.strict_url("p+q"))).await;
    let taken = server.taken();
    assert_eq!(taken.len(), 2, "{:?}", office.answers(mails[0].id).await);
    assert!(taken.iter().all(|mail| mail.envelope["tls"] == true && mail.envelope["authenticated"] == true));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_is_ours_to_mend_and_loses_no_mail() {
    let (office, server) = (Office::open().await, MailServer::strict().await);
    let mails = many(1);
    office.queue(&mails).await;
    for url in [server.strict_url("wrong"), server.url()] {
        office.make_due().await;
        assert!(round(&office.worker(&url)).await.away);
        assert_eq!(office.state(mails[0].id).await, "queued");
    }
    let answers = office.answers(mails[0].id).await;
    assert!(answers[0].1.contains("535") && answers[1].1.contains("530"), "{answers:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_whose_certificate_nobody_vouches_for_gets_no_mail_and_no_password() {
    let (office, server) = (Office::open().await, MailServer::strict().await);
    let mails = many(1);
    office.queue(&mails).await;
    let right = server.strict_url("p+q");
    let (unknown, _) = right.split_once("&ca=").unwrap();
    for url in [unknown, &right.replace("@localhost", "@127.0.0.1")] {
        office.make_due().await;
        assert!(round(&office.worker(url)).await.away, "{url}");
    }
    assert_eq!((server.taken().len(), office.state(mails[0].id).await.as_str()), (0, "queued"));
    let answers = office.answers(mails[0].id).await;
    assert!(answers.iter().all(|(_, answer)| answer.contains("certificate")), "{answers:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_server_mails_are_files() {
    let (office, folder) = (Office::open().await, Scratch::new());
    let mail = mail_to("chan@example.org", "registration-confirmed", Lang::ZhHans);
    office.queue(std::slice::from_ref(&mail)).await;
    let into = folder.path().join("mail");
    until_empty(&office.worker_by(Transport::Files(Files::new(into.clone())))).await;
    let names: Vec<_> = std::fs::read_dir(&into).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, [format!("{}.eml", mail.id).as_str()]);
    let bytes = std::fs::read(into.join(&names[0])).unwrap();
    assert!(MessageParser::default().parse(&bytes).unwrap().subject().unwrap().contains("您的名额已确认"));
    assert_eq!(office.state(mail.id).await, "sent");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_domain_gets_no_more_than_its_share_and_holds_up_no_other() {
    let (office, server) = (Office::open().await, MailServer::open().await);
    let to = ["a@example.org", "b@example.org", "c@elsewhere.org"];
    let mails = to.map(|to| mail_to(to, "registration-pending", Lang::En));
    office.queue(&mails).await;
    let worker = Worker { domains: Domains::new(NonZeroU32::new(1), None), ..office.worker(&server.url()) };
    assert_eq!(round(&worker).await, Round { claimed: 3, sent: 2, away: false });
    // Which of the two goes first is nobody's promise.
    let (first, second) = (office.row(mails[0].id).await, office.row(mails[1].id).await);
    let row = if first.get::<_, String>("state") == "queued" { first } else { second };
    assert_eq!((row.get::<_, String>("state").as_str(), row.get::<_, i32>("attempts")), ("queued", 0));
    assert!(row.get::<_, bool>("waits"));
    office.make_due().await;
    assert_eq!(round(&worker).await.claimed, 0, "nobody takes it up before its domain has rested");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_domain_gets_one_mail_at_a_time_and_in_the_end_all_of_them() {
    let (office, server) = (Office::open().await, MailServer::open().await);
    office.queue(&many(12)).await;
    let worker = Worker { domains: Domains::new(None, NonZeroU32::new(1)), ..office.worker(&server.url()) };
    // Two lanes of one process.
    for _ in 0..20 {
        let (one, other) = tokio::join!(round(&worker), round(&worker));
        if server.taken().len() == 12 {
            break;
        }
        if (one.claimed, other.claimed) == (0, 0) {
            office.make_due().await;
        }
    }
    assert_eq!(server.taken().len(), 12);
    let attempts = "SELECT count(*) FROM mail WHERE state = 'sent' AND attempts = 1";
    let once: i64 = office.client.query_one(attempts, &[]).await.unwrap().get(0);
    assert_eq!(once, 12, "to wait for one's turn is no try");
}
