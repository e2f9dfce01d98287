//! Workers that die or stand still with a mail in their hands, as processes of their own.

use std::{
    collections::BTreeSet,
    process::{Child, Command, Stdio},
};

use mail_parser::MessageParser;
use plenary::{mail::NewMail, values::Lang};
use tokio::time::sleep;

use super::{
    office::{Office, mail_to, round},
    server::{MOMENT, MailServer},
};
use crate::support::{Scratch, cluster::connect, program::plenary};

/// An outbox with one mail, a mail server, and processes that work on it.
struct Post {
    office: Office,
    server: MailServer,
    mail: NewMail,
    scratch: Scratch,
}

/// `plenary work` under way; killed when dropped.
struct Working(Child);

impl Post {
    async fn with(recipient: &str) -> Self {
        let (office, server, scratch) = (Office::open().await, MailServer::open().await, Scratch::new());
        let mail = mail_to(recipient, "password-changed", Lang::En);
        office.queue(std::slice::from_ref(&mail)).await;
        Self { office, server, mail, scratch }
    }

    fn work(&self) -> Working {
        let mut command = plenary(&self.scratch.path().join("data"));
        command.arg("work").env("DATABASE_URL", self.office.url());
        command.env("PLENARY_SECRET", "a secret of all workers: 0123456789abcdefghij");
        command.env("PLENARY_BASE_URL", "https://forum.example.org");
        command.env("PLENARY_SMTP_URL", self.server.url()).env("PLENARY_MAIL_FROM", "forum@example.org");
        Working(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap())
    }

    /// Waits until `sql` counts more than nothing.
    async fn until(&self, sql: &str) {
        while self.office.client.query_one(sql, &[]).await.unwrap().get::<_, i64>(0) == 0 {
            sleep(MOMENT).await;
        }
    }

    async fn until_sent(&self) {
        self.until("SELECT count(*) FROM mail WHERE state = 'sent'").await;
    }

    /// How many copies arrived, which must be told as one.
    fn copies(&self) -> usize {
        let taken = self.server.taken();
        let ids: BTreeSet<String> = taken
            .iter()
            .map(|mail| MessageParser::default().parse(&mail.bytes).unwrap().message_id().unwrap().to_owned())
            .collect();
        assert_eq!(ids.len(), 1, "copies of one mail have one Message-ID");
        taken.len()
    }
}

impl Working {
    /// Sends a signal by name, such as `KILL`.
    fn signal(&self, name: &str) {
        let pid = self.0.id().to_string();
        assert!(Command::new("kill").args(["-s", name, &pid]).status().unwrap().success());
    }
}

impl Drop for Working {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A worker is killed at `point`; another takes the mail over. Answers how often it arrived.
async fn killed(point: &str) -> usize {
    let post = Post::with(&format!("hang-{point}@example.org")).await;
    let dies = post.work();
    post.server.reached(&format!("{point}-0")).await;
    dies.signal("KILL");
    post.office.end_leases().await;
    let _other = post.work();
    post.until_sent().await;
    post.copies()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_killed_before_the_server_took_the_mail_makes_no_second_one() {
    assert_eq!((killed("rcpt").await, killed("data").await), (1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_killed_before_it_heard_the_answer_leaves_two_copies_of_one_mail() {
    assert_eq!(killed("answer").await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_killed_before_it_could_note_the_answer_leaves_two_copies_of_one_mail() {
    let post = Post::with("hang-answer@example.org").await;
    let dies = post.work();
    post.server.reached("answer-0").await;
    let mut holder = connect(post.office.url()).await;
    let hold = holder.transaction().await.unwrap();
    hold.execute("SELECT FROM mail FOR UPDATE", &[]).await.unwrap();
    post.server.go("answer-0");
    post.until("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'").await;
    dies.signal("KILL");
    hold.rollback().await.unwrap();
    post.office.end_leases().await;
    let _other = post.work();
    post.until_sent().await;
    assert_eq!(post.copies(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_stands_still_past_its_lease_changes_nothing_when_it_wakes() {
    for point in ["rcpt", "data", "answer"] {
        let post = Post::with(&format!("hang-{point}@example.org")).await;
        let sleeps = post.work();
        post.server.reached(&format!("{point}-0")).await;
        sleeps.signal("STOP");
        post.office.end_leases().await;
        let _other = post.work();
        post.until_sent().await;
        let sent_at: std::time::SystemTime = post.office.row(post.mail.id).await.get("sent_at");
        sleeps.signal("CONT");
        post.server.go(&format!("{point}-0"));
        post.until("SELECT count(*) FROM mail_attempt HAVING count(*) = 2 UNION ALL SELECT 0 LIMIT 1").await;
        let row = post.office.row(post.mail.id).await;
        let after = (row.get::<_, String>("state"), row.get::<_, i32>("attempts"), row.get("sent_at"));
        assert_eq!(after, ("sent".to_owned(), 2, sent_at), "{point}");
        assert_eq!(post.copies(), 2, "{point}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_comes_after_another_took_the_mail_over_puts_nothing_off() {
    let post = Post::with("hang-rcpt-twice@example.org").await;
    let (office, url) = (&post.office, post.server.url());
    let (late, other) = (office.worker(&url), office.worker(&url));
    let story = async {
        post.server.reached("rcpt-0").await;
        office.end_leases().await;
        let next = async {
            post.server.reached("rcpt-1").await;
            post.server.go("rcpt-0");
            post.until("SELECT count(*) FROM mail_attempt WHERE outcome = 'deferred'").await;
            let row = office.row(post.mail.id).await;
            assert_eq!(
                (row.get::<_, String>("state").as_str(), row.get::<_, i32>("attempts")),
                ("sending", 2)
            );
            post.server.go("rcpt-1");
        };
        tokio::join!(round(&other), next).0
    };
    let (first, second) = tokio::join!(round(&late), story);
    assert_eq!((first.sent, second.sent), (0, 1));
    assert_eq!(office.state(post.mail.id).await, "sent");
}
