//! Mails that come back.

use plenary::{
    accounts::proofs::{Admin, System},
    error::Error,
    mail::{
        NewMail,
        bounces::{self, Taken, Unread},
    },
    outbox::{self, Handler},
    values::{Lang, Moment},
};

use super::{
    office::{Office, keys, mail_to, until_empty},
    server::MailServer,
};

/// A report as mail servers write it.
fn report(address: &str, action: &str, status: &str) -> String {
    let text = format!(
        "From: MAILER-DAEMON@mx.example.net\nSubject: Delivery Status Notification\nMIME-Version: 1.0\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=\"b1\"\n\n\
         --b1\nContent-Type: text/plain\n\nSorry.\n\n\
         --b1\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.net\n\n\
         Final-Recipient: rfc822; {address}\nAction: {action}\nStatus: {status}\n\
         Diagnostic-Code: smtp; {status} mailbox of {address}\n\n--b1--\n"
    );
    text.replace('\n', "\r\n")
}

/// An outbox whose mails go to a real server.
struct Post {
    office: Office,
    server: MailServer,
}

impl Post {
    async fn open() -> Self {
        Self { office: Office::open().await, server: MailServer::open().await }
    }

    /// Has a mail sent to `address`; answers it and where it comes back to.
    async fn send(&self, address: &str) -> (NewMail, String) {
        let mail = mail_to(address, "registration-pending", Lang::En);
        self.office.queue(std::slice::from_ref(&mail)).await;
        until_empty(&self.office.worker(&self.server.url())).await;
        let from = self.server.taken().last().unwrap().envelope["from"].as_str().unwrap().to_owned();
        (mail, from)
    }

    async fn take(&self, path: &str, report: &str, now: Moment) -> Taken {
        let (bounce, who) = (bounces::read(&keys(), path, report.as_bytes()).unwrap(), System::shell());
        let taken = self.office.db.transaction(async |tx| outbox::take_bounce(tx, &who, &bounce, now).await);
        taken.await.unwrap()
    }

    /// The suppressed addresses.
    async fn unreached(&self) -> Vec<String> {
        let admin = Admin::of_system(&System::shell());
        let mut conn = self.office.db.read().await.unwrap();
        let found = outbox::suppressions(&mut conn, Handler::Site(&admin)).await.unwrap();
        found.into_iter().map(|one| one.address).collect()
    }

    async fn audited(&self, action: &str) -> i64 {
        let sql = "SELECT count(*) FROM audit_entry WHERE action = $1";
        self.office.client.query_one(sql, &[&action]).await.unwrap().get(0)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_that_comes_back_for_good_stops_the_next_until_somebody_lifts_that() {
    let post = Post::open().await;
    let (mail, path) = post.send("Gone@example.org").await;
    let report = report("gone@example.org", "failed", "5.1.1");
    let now = Moment::now();
    assert_eq!(post.take(&path, &report, now).await, Taken::Suppressed);
    assert_eq!(post.take(&path, &report, now).await, Taken::Known, "reported twice is reported once");
    assert_eq!(post.office.state(mail.id).await, "failed");
    assert_eq!(
        (post.unreached().await, post.audited("suppression.add").await),
        (vec!["gone@example.org".into()], 1)
    );

    let (next, _) = post.send("GONE@example.org").await;
    let row = post.office.row(next.id).await;
    assert_eq!(row.get::<_, String>("state"), "suppressed");
    assert_eq!((row.get::<_, String>("withheld"), row.get::<_, i32>("attempts")), ("address".into(), 0));
    assert_eq!(post.server.taken().len(), 1);

    let admin = Admin::of_system(&System::shell());
    let who = Handler::Site(&admin);
    let lift = async || {
        let lift = async |tx: &mut plenary::db::Tx| {
            let one = outbox::suppressions(tx, who).await?.pop().ok_or(Error::NotFound)?;
            outbox::lift(tx, who, one.id, now).await
        };
        post.office.db.transaction(lift).await
    };
    lift().await.unwrap();
    assert!(matches!(lift().await, Err(Error::NotFound)));
    assert_eq!(post.audited("suppression.lift").await, 1);
    post.send("gone@example.org").await;
    assert_eq!(post.server.taken().len(), 2, "mail goes there again");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_corrected_address_is_reached_and_a_sign_in_is_always_tried() {
    let post = Post::open().await;
    let (_, path) = post.send("gone@example.org").await;
    post.take(&path, &report("gone@example.org", "failed", "5.1.1"), Moment::now()).await;
    post.send("here@example.org").await;
    let asked = mail_to("gone@example.org", "sign-in", Lang::En);
    post.office.queue(std::slice::from_ref(&asked)).await;
    until_empty(&post.office.worker(&post.server.url())).await;
    assert_eq!((post.office.state(asked.id).await.as_str(), post.server.taken().len()), ("sent", 3));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_mailbox_is_tried_again_and_counts_as_gone_the_third_time() {
    let post = Post::open().await;
    let full = report("full@example.org", "failed", "4.2.2");
    let now = Moment::now();
    for _ in 0..2 {
        let (mail, path) = post.send("full@example.org").await;
        assert_eq!(post.take(&path, &full, now).await, Taken::PutOff);
        let row = post.office.row(mail.id).await;
        assert_eq!((row.get::<_, String>("state").as_str(), row.get::<_, bool>("waits")), ("queued", true));
    }
    assert_eq!(post.unreached().await, Vec::<String>::new());
    let (_, path) = post.send("full@example.org").await;
    assert_eq!(post.take(&path, &full, now).await, Taken::Suppressed);
    assert_eq!(post.unreached().await, ["full@example.org"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn soft_failures_of_long_ago_do_not_count() {
    let post = Post::open().await;
    let full = report("full@example.org", "failed", "4.2.2");
    for days in [40, 20, 0] {
        let (_, path) = post.send("full@example.org").await;
        let then = Moment::now().plus(jiff::SignedDuration::from_hours(-24 * days));
        assert_eq!(post.take(&path, &full, then).await, Taken::PutOff);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_delayed_or_for_nobody_or_forged_changes_nothing() {
    let post = Post::open().await;
    let (mail, path) = post.send("slow@example.org").await;
    let delayed = report("slow@example.org", "delayed", "4.4.1");
    assert_eq!(post.take(&path, &delayed, Moment::now()).await, Taken::NoFailure);
    assert_eq!(post.office.state(mail.id).await, "sent");

    let failed = report("slow@example.org", "failed", "5.1.1");
    let forged = path.replace('+', "+0");
    assert_eq!(bounces::read(&keys(), &forged, failed.as_bytes()), Err(Unread::Forged));
    let notice = "Subject: On holiday\r\n\r\nBack on Monday.\r\n";
    assert_eq!(bounces::read(&keys(), &path, notice.as_bytes()), Err(Unread::NoReport));

    post.office.client.execute("DELETE FROM mail", &[]).await.unwrap();
    assert_eq!(post.take(&path, &failed, Moment::now()).await, Taken::Gone);
    assert_eq!(post.unreached().await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_the_mail_server_refuses_gets_no_second_mail() {
    let post = Post::open().await;
    let mails = [0, 1].map(|_| mail_to("nobody@example.org", "registration-pending", Lang::En));
    for mail in &mails {
        post.office.queue(std::slice::from_ref(mail)).await;
        until_empty(&post.office.worker(&post.server.url())).await;
    }
    assert_eq!(post.office.state(mails[0].id).await, "failed");
    assert_eq!(post.office.state(mails[1].id).await, "suppressed");
    assert_eq!(post.unreached().await, ["nobody@example.org"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_that_is_held_waits_until_it_is_released() {
    let post = Post::open().await;
    let mail = mail_to("chan@example.org", "registration-pending", Lang::En);
    post.office.queue(std::slice::from_ref(&mail)).await;
    let admin = Admin::of_system(&System::shell());
    let who = Handler::Site(&admin);
    let hold = async || post.office.db.transaction(async |tx| outbox::hold(tx, who, mail.id).await).await;
    let release =
        async || post.office.db.transaction(async |tx| outbox::release(tx, who, mail.id).await).await;
    assert!(matches!(release().await, Err(Error::Conflict(reason)) if reason.code == "mail_not_held"));
    hold().await.unwrap();
    assert!(matches!(hold().await, Err(Error::Conflict(reason)) if reason.code == "mail_not_waiting"));
    until_empty(&post.office.worker(&post.server.url())).await;
    assert_eq!(post.server.taken().len(), 0);
    release().await.unwrap();
    until_empty(&post.office.worker(&post.server.url())).await;
    assert_eq!(post.office.state(mail.id).await, "sent");
}
