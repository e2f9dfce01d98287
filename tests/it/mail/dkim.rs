//! Signatures, verified by dkimpy, which we did not write.

use std::{collections::BTreeMap, fs, path::Path, process::Command, sync::OnceLock};

use mail_parser::MessageParser;
use plenary::{
    audit::Actor,
    keys::Keys,
    mail::{
        Worker,
        dkim::{self, DkimPair, DkimState, FreshPair},
        dns::of_pair,
    },
    values::{Lang, Moment},
};
use serde::Deserialize;

use super::{
    office::{Office, keys, mail_to, until_empty},
    server::MailServer,
};
use crate::support::Scratch;

/// What dkimpy says of one signature.
#[derive(Debug, Deserialize)]
struct Signature {
    holds: bool,
    algorithm: Option<String>,
    domain: Option<String>,
    selector: Option<String>,
    headers: Vec<String>,
}

/// Keys take a while to make, so tests share a pair; each stores it under a name of its own.
fn fresh() -> &'static FreshPair {
    static FRESH: OnceLock<FreshPair> = OnceLock::new();
    FRESH.get_or_init(|| FreshPair::make().unwrap())
}

async fn stored(office: &Office, fresh: &FreshPair) -> DkimPair {
    let shell = Actor::shell();
    let make = async |tx: &mut _| dkim::make(tx, &shell, &keys(), "example.org", fresh).await;
    office.db.transaction(make).await.unwrap()
}

async fn switch(office: &Office, pair: &DkimPair) {
    let shell = Actor::shell();
    let switch = async |tx: &mut _| dkim::switch(tx, &shell, &pair.name, Moment::now()).await;
    assert_eq!(office.db.transaction(switch).await.unwrap().state, DkimState::Signing);
}

fn verified(mail: &[u8], published: &[&DkimPair]) -> Vec<Signature> {
    let folder = Scratch::new();
    let records: BTreeMap<String, String> =
        published.iter().flat_map(|pair| of_pair(pair)).map(|record| (record.name, record.value)).collect();
    let (file, zone) = (folder.path().join("mail.eml"), folder.path().join("zone.json"));
    fs::write(&file, mail).unwrap();
    fs::write(&zone, serde_json::to_vec(&records).unwrap()).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/mail/verify.py");
    let done =
        Command::new("/usr/bin/python3").arg(script).arg(file).arg(zone).output().expect("Python runs");
    assert!(done.status.success(), "run `make test` once: {}", String::from_utf8_lossy(&done.stderr));
    serde_json::from_slice(&done.stdout).unwrap()
}

fn all_hold(signatures: &[Signature]) -> bool {
    signatures.len() == 2 && signatures.iter().all(|signature| signature.holds)
}

#[tokio::test(flavor = "multi_thread")]
async fn both_signatures_hold_on_mails_in_every_language() {
    let (office, server) = (Office::open().await, MailServer::open().await);
    let pair = stored(&office, fresh()).await;
    switch(&office, &pair).await;
    let kinds = ["registration-confirmed", "confirm-reminder", "sign-in"];
    let mails: Vec<_> = kinds
        .iter()
        .flat_map(|kind| Lang::ALL.iter().map(|&lang| mail_to("chan@example.net", kind, lang)))
        .collect();
    office.queue(&mails).await;
    until_empty(&office.worker(&server.url())).await;

    let taken = server.taken();
    assert_eq!(taken.len(), mails.len());
    for mail in &taken {
        let signatures = verified(&mail.bytes, &[&pair]);
        assert!(all_hold(&signatures), "{signatures:?}\n{}", String::from_utf8_lossy(&mail.bytes));
        let told = |read: fn(&Signature) -> &Option<String>| -> Vec<String> {
            signatures.iter().map(|signature| read(signature).clone().unwrap()).collect()
        };
        assert_eq!(told(|one| &one.algorithm), ["rsa-sha256", "ed25519-sha256"]);
        assert_eq!(told(|one| &one.domain), ["example.org"; 2], "aligned with the sender's address");
        assert_eq!(told(|one| &one.selector), ["rsa", "ed25519"].map(|kind| format!("{}-{kind}", pair.name)));
        let message = MessageParser::default().parse(&mail.bytes).unwrap();
        let id = message.message_id().unwrap();
        assert!(mails.iter().any(|mail| id == format!("{}@forum.example.org", mail.id)), "{id}");
        for signature in &signatures {
            let times = |name: &str| signature.headers.iter().filter(|header| *header == name).count();
            for once_more in ["from", "to", "subject", "date", "message-id", "mime-version", "content-type"] {
                assert_eq!(times(once_more), 2, "{once_more}");
            }
            let bulk = message.header("List-Unsubscribe").is_some();
            for list in ["list-unsubscribe", "list-unsubscribe-post", "list-id"] {
                assert_eq!(times(list), usize::from(bulk), "{list}");
            }
            let answers = 1 + usize::from(message.reply_to().is_some());
            assert_eq!((times("auto-submitted"), times("reply-to")), (1, answers));
        }
        let longest = mail.bytes.split(|&byte| byte == b'\n').take(20).map(<[u8]>::len).max().unwrap();
        assert!(longest <= 80, "a signature is folded");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_changed_or_added_on_the_way_shows() {
    let (office, server) = (Office::open().await, MailServer::open().await);
    let pair = stored(&office, fresh()).await;
    switch(&office, &pair).await;
    office.queue(&[mail_to("chan@example.net", "registration-pending", Lang::En)]).await;
    until_empty(&office.worker(&server.url())).await;
    let mail = String::from_utf8(server.taken()[0].bytes.clone()).unwrap();
    assert!(all_hold(&verified(mail.as_bytes(), &[&pair])));

    let spaced = mail.replacen("\r\nSubject: ", "\r\nSUBJECT:   ", 1);
    assert!(spaced != mail && all_hold(&verified(spaced.as_bytes(), &[&pair])), "relays may space headers");
    let changes = [
        mail.replacen("\r\nSubject: ", "\r\nSubject: Not ", 1),
        mail.replacen("\r\nFrom: ", "\r\nFrom: Spy <spy@example.com>\r\nFrom: ", 1),
        mail.replacen(
            "\r\nDate: ",
            "\r\nReply-To: spy@example.com\r\nReply-To: spy@example.com\r\nDate: ",
            1,
        ),
        mail.replacen("\r\n\r\n", "\r\n\r\nRead this first.\r\n", 1),
    ];
    for changed in changes {
        assert_ne!(changed, mail);
        let signatures = verified(changed.as_bytes(), &[&pair]);
        assert!(signatures.len() == 2 && signatures.iter().all(|one| !one.holds), "{changed}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_pair_takes_over_and_what_the_first_signed_still_holds() {
    let (office, server) = (Office::open().await, MailServer::open().await);
    let mail = || mail_to("chan@example.net", "registration-pending", Lang::ZhHans);
    office.queue(&[mail()]).await;
    until_empty(&office.worker(&server.url())).await;

    let other = FreshPair::make().unwrap();
    let (first, second) = (stored(&office, fresh()).await, stored(&office, &other).await);
    for pair in [&first, &second] {
        office.queue(&[mail()]).await;
        switch(&office, pair).await;
        until_empty(&office.worker(&server.url())).await;
    }
    let taken = server.taken();
    assert!(verified(&taken[0].bytes, &[]).is_empty(), "nothing signed before a pair did");
    assert!(all_hold(&verified(&taken[1].bytes, &[&first, &second])));
    assert!(!all_hold(&verified(&taken[1].bytes, &[&second])), "so its records stay published");
    assert!(all_hold(&verified(&taken[2].bytes, &[&second])));

    let rows =
        office.client.query("SELECT state, sealed IS NULL FROM dkim_pair ORDER BY id", &[]).await.unwrap();
    let states: Vec<(String, bool)> = rows.iter().map(|row| (row.get(0), row.get(1))).collect();
    assert_eq!(states, [("retired".to_owned(), true), ("signing".to_owned(), false)]);
    let shell = Actor::shell();
    let again = async |tx: &mut _| dkim::switch(tx, &shell, &first.name, Moment::now()).await;
    assert!(office.db.transaction(again).await.is_err(), "its private keys are gone");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_master_secret_costs_the_signature_and_no_mail() {
    let (office, server) = (Office::open().await, MailServer::open().await);
    let pair = stored(&office, fresh()).await;
    switch(&office, &pair).await;
    office.queue(&[mail_to("chan@example.net", "registration-pending", Lang::En)]).await;
    let other = Keys::new(vec!["another secret, 9876543210 abcdefghijkl".into()]).ok().unwrap();
    let worker = Worker { keys: other.into(), ..office.worker(&server.url()) };
    until_empty(&worker).await;
    assert!(verified(&server.taken()[0].bytes, &[&pair]).is_empty());
}
