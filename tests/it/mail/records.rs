//! The records that mail needs, at a name server of the test's own: from the shell, for the doctor and on the console.

use plenary::{
    accounts::{self, proofs::System},
    mail::{
        dkim::{DkimPair, FreshPair},
        dns::of_pair,
    },
    outbox::deliverability,
    values::Moment,
};
use serde_json::json;

use crate::support::{
    Database, Scratch,
    app::TestApp,
    browser::walk,
    cluster,
    names::NameServer,
    program::{plenary, said},
};

const SMTP: [(&str, &str); 2] =
    [("PLENARY_SMTP_URL", "smtp://127.0.0.1:1"), ("PLENARY_MAIL_FROM", "Forum <forum@events.example.org>")];

/// An operator at the shell of an installation whose mail comes from events.example.org.
struct Shell {
    scratch: Scratch,
    database: Database,
    names: NameServer,
}

impl Shell {
    async fn open() -> Self {
        Self { scratch: Scratch::new(), database: cluster::database().await, names: NameServer::open().await }
    }

    fn run(&self, line: &str) -> (i32, String, String) {
        let mut command = plenary(&self.scratch.path().join("data"));
        command.env("DATABASE_URL", &self.database.url).env("PLENARY_DNS_SERVER", self.names.address());
        command.env("PLENARY_SECRET", "a secret of tests: 0123456789abcdefghijklmnop");
        command.env("PLENARY_BASE_URL", "https://events.example.org");
        command.env("PLENARY_BOUNCE_ADDRESS", "bounce@back.example.org").envs(SMTP);
        said(command.args(line.split(' ')))
    }

    /// What a command says that does as asked.
    fn done(&self, line: &str) -> String {
        let (code, stdout, stderr) = self.run(line);
        assert_eq!((code, stderr.as_str()), (0, ""), "{line}: {stdout}");
        stdout
    }

    /// The doctor's line about something.
    fn doctor(&self, about: &str) -> String {
        let (_, report, _) = self.run("doctor");
        let found = report.lines().find(|line| line.contains(&format!("  {about}: ")));
        found.unwrap_or_else(|| panic!("{about} in\n{report}")).to_owned()
    }
}

/// The records among what was printed: name and text.
fn records(printed: &str) -> Vec<(String, String)> {
    let lines = printed.lines().filter_map(|line| line.trim().split_once(". IN TXT "));
    lines.map(|(name, text)| (name.to_owned(), text.replace("\" \"", "").replace('"', ""))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_are_made_published_switched_to_and_retired() {
    let shell = Shell::open().await;
    assert!(shell.done("admin dkim show").contains("There are no keys for events.example.org"));
    assert!(shell.doctor("DKIM").contains("plenary admin dkim make"));
    let made = shell.done("admin dkim make");
    let published = records(&made);
    assert_eq!(published.len(), 2, "{made}");
    for ((name, text), kind) in published.iter().zip(["rsa", "ed25519"]) {
        assert!(name.ends_with(&format!("-{kind}._domainkey.events.example.org")), "{name}");
        assert!(text.starts_with(&format!("v=DKIM1; k={kind}; p=")), "{text}");
    }
    let longest = made.split('"').map(str::len).max().unwrap();
    assert!(longest <= 255, "a string of a TXT record holds no more");

    let (code, stdout, stderr) = shell.run("admin dkim switch");
    assert_eq!(code, 1);
    assert!(
        stdout.contains("There is no such record.") && stderr.contains("nothing was changed"),
        "{stdout}{stderr}"
    );
    shell.names.publish(&[(&published[0].0, &[&published[0].1])]);
    assert_eq!(shell.run("admin dkim switch").0, 1, "one of the two is not enough");
    shell.names.publish(&[(&published[1].0, &[&published[1].1])]);
    assert!(shell.doctor("DKIM").contains("plenary admin dkim switch p"));
    let first = shell.done("admin dkim switch");
    assert!(first.contains("signs every mail from events.example.org now"), "{first}");
    assert!(shell.doctor("DKIM: RSA key").starts_with("ok"));

    shell.names.publish(&[(&published[0].0, &["v=DKIM1; p="])]);
    let withdrawn = shell.doctor("DKIM: RSA key");
    assert!(withdrawn.starts_with("problem") && withdrawn.contains("It withdraws the key."), "{withdrawn}");
    shell.done("admin dkim make");
    let second = shell.done("admin dkim switch --unchecked");
    assert!(second.contains("is retired; leave its records published for 7 days"), "{second}");
    let shown = shell.done("admin dkim show");
    assert!(shown.contains("  signing  ") && shown.contains("  retired  "), "{shown}");
    let (name, _) = first.split_once(' ').unwrap();
    let (code, _, stderr) = shell.run(&format!("admin dkim retire {name}"));
    assert!(code == 1 && stderr.contains("retired already"), "{stderr}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_doctor_says_what_to_publish_and_what_is_there() {
    let shell = Shell::open().await;
    let spf = "SPF: which servers may send";
    let missing = shell.doctor(spf);
    assert!(missing.starts_with("warning") && missing.contains("There is no such record."), "{missing}");
    assert!(
        missing.contains("Publish: back.example.org. IN TXT \"v=spf1 a:events.example.org ~all\""),
        "{missing}"
    );
    shell.names.set("back.example.org", json!({ "TXT": ["v=spf1 mx -all", "v=spf1 +all"] }));
    assert!(shell.doctor(spf).contains("more than one such record"));
    shell.names.set("back.example.org", json!({ "TXT": ["x=1", "v=spf1 mx -all"], "A": ["192.0.2.1"] }));
    assert!(shell.doctor(spf).starts_with("ok"));
    let back = "Return path: where mail that comes back goes";
    assert!(shell.doctor(back).starts_with("ok"), "an address stands in for an MX record");
    shell.names.set("back.example.org", json!({ "MX": ["0 ."] }));
    assert!(shell.doctor(back).contains("The domain takes no mail."));

    let policy = "DMARC: what to do with forged mail";
    assert!(shell.doctor(policy).contains("_dmarc.events.example.org. IN TXT \"v=DMARC1; p=none\""));
    shell.names.publish(&[("_dmarc.example.org", &["v=DMARC1; p=reject"])]);
    assert!(shell.doctor(policy).starts_with("ok"), "the domain above speaks for it");
    shell.names.set("_dmarc.events.example.org", json!(null));
    let silent = shell.doctor(policy);
    assert!(silent.starts_with("warning") && silent.contains("did not answer"), "{silent}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_sees_the_records_in_her_language() {
    let names = NameServer::open().await;
    names.publish(&[
        ("events.example.org", &["v=spf1 mx -all"]),
        ("_dmarc.events.example.org", &["v=DMARC1; x=y"]),
    ]);
    let server = names.address();
    let settings = [SMTP[0], SMTP[1], ("PLENARY_DNS_SERVER", server.as_str())];
    let app = TestApp::with(&settings).await;
    let admin = app.admin().await;
    assert!(admin.get("/console/site/mails").await.expect(200).body.contains("/console/site/mails/records"));
    let page = admin.get("/console/site/mails/records").await.expect(200);
    assert!(page.says("plenary admin dkim make") && page.says("v=spf1 mx -all"));
    assert!(page.says("It does not say what to do") && page.says("There is no such record."));

    names.set("events.example.org", json!(null));
    let began = std::time::Instant::now();
    let page = admin.get("/console/site/mails/records").await.expect(200);
    assert!(page.says("The name server did not answer."));
    assert!(began.elapsed() < std::time::Duration::from_secs(6), "a page waits no longer");

    let quiet = TestApp::start().await;
    let page = quiet.admin().await.get("/console/site/mails/records").await.expect(200);
    assert!(page.says("No mail leaves this machine"));
}

/// A pair of keys for the domain.
async fn pair(app: &TestApp, fresh: &FreshPair) -> DkimPair {
    let (shell, keys) = (app.shell(), &app.app.keys);
    let make =
        async |tx: &mut _| deliverability::make_pair(tx, &shell, keys, ("events.example.org", fresh)).await;
    app.app.db.transaction(make).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_reads_the_records_on_a_phone_and_at_a_desk() {
    let names = NameServer::open().await;
    let server = names.address();
    let app = TestApp::with(&[SMTP[0], SMTP[1], ("PLENARY_DNS_SERVER", server.as_str())]).await;
    let fresh = FreshPair::make().unwrap();
    let (signs, waits) = (pair(&app, &fresh).await, pair(&app, &fresh).await);
    let shell = app.shell();
    let switch = async |tx: &mut _| deliverability::switch_pair(tx, &shell, &signs.name, Moment::now()).await;
    app.app.db.transaction(switch).await.unwrap();
    for record in of_pair(&signs) {
        names.publish(&[(&record.name, &[&record.value])]);
    }
    let [first, _] = of_pair(&waits);
    names.publish(&[(&first.name, &["v=DKIM1; p="]), ("events.example.org", &["v=spf1 mx -all"])]);
    names.set("_dmarc.events.example.org", json!(null));

    let admin = app.admin().await;
    let mut links = Vec::new();
    for _ in 0..3 {
        let (keys, account) = (&app.app.keys, admin.account.id);
        let link = async |tx: &mut _| accounts::one_time_link(tx, &System::shell(), keys, account).await;
        links.push(app.app.db.transaction(link).await.unwrap());
    }
    let facts = json!({ "links": links, "value": first.value });
    walk(&app.base, "records", facts).await.unwrap_or_else(|problems| panic!("{problems}"));
}
