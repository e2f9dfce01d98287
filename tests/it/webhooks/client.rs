//! Where the sender lets itself be led, and where not.

use std::{
    io,
    net::IpAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use futures_util::{FutureExt, future::BoxFuture};
use plenary::webhooks::{AttemptOutcome, Gate, Resolve};

use super::{
    receiver::Receiver,
    site::{Here, Site, send_all},
};

/// Answers in turn, and counts how often it was asked.
struct Turns(Vec<Vec<IpAddr>>, Arc<AtomicUsize>);

impl Resolve for Turns {
    fn resolve<'a>(&'a self, _: &'a str) -> BoxFuture<'a, io::Result<Vec<IpAddr>>> {
        let asked = self.1.fetch_add(1, Ordering::SeqCst);
        async move { Ok(self.0[asked % self.0.len()].clone()) }.boxed()
    }
}

fn ip(text: &str) -> IpAddr {
    text.parse().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_leads_elsewhere_a_moment_later_never_reaches_this_machine() {
    let site = Site::open().await;
    let (hook, _) = site.hook(&[]).await;
    let asked = Arc::new(AtomicUsize::new(0));
    // An address of documentation stands for a global one: nobody answers there.
    let gate = Gate { allowed: vec!["192.0.2.0/24".parse().unwrap()] };
    let turns = Turns(vec![vec![ip("192.0.2.1")], vec![ip("127.0.0.1")]], asked.clone());
    let courier = site.courier_by(gate, Box::new(turns));
    for turn in 1..=4_usize {
        site.send_test(&hook).await;
        site.app.run("UPDATE delivery SET state = 'failed' WHERE attempts > 0").await;
        let outcomes = send_all(&courier).await;
        match turn % 2 {
            1 => assert!(!matches!(outcomes[..], [AttemptOutcome::Delivered | AttemptOutcome::Forbidden])),
            _ => assert_eq!(outcomes, [AttemptOutcome::Forbidden]),
        }
        assert_eq!(asked.load(Ordering::SeqCst), turn, "a name is resolved once a try");
    }
    assert_eq!(site.receiver.connections(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_private_address_among_public_ones_is_one_too_many() {
    let site = Site::open().await;
    let (hook, _) = site.hook(&[]).await;
    for inner in ["127.0.0.1", "::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "10.0.0.1", "169.254.169.254"] {
        let turns = Turns(vec![vec![ip("8.8.8.8"), ip(inner)]], Arc::default());
        site.send_test(&hook).await;
        let courier = site.courier_by(Gate::default(), Box::new(turns));
        assert_eq!(send_all(&courier).await, [AttemptOutcome::Forbidden], "{inner}");
        site.app.run("UPDATE delivery SET state = 'failed'").await;
    }
    assert_eq!(site.receiver.connections(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_operators_list_this_machine_is_out_of_reach_by_number_too() {
    let site = Site::open().await;
    site.hook(&[]).await;
    let port = site.receiver.address.port();
    for host in ["127.0.0.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"] {
        site.app
            .run(&format!("DELETE FROM delivery; UPDATE webhook SET url = 'https://{host}:{port}/'"))
            .await;
        let mut conn = site.app.app.db.read().await.unwrap();
        let hook = plenary::webhooks::webhooks(&mut conn, &site.who()).await.unwrap().remove(0);
        drop(conn);
        site.send_test(&hook).await;
        let courier = site.courier_by(Gate::default(), Box::new(Here));
        assert_eq!(send_all(&courier).await, [AttemptOutcome::Forbidden], "{host}");
    }
    assert_eq!(site.receiver.connections(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_redirection_is_a_refusal() {
    let (site, other) = (Site::open().await, Receiver::open().await);
    let (hook, _) = site.hook(&[]).await;
    site.send_test(&hook).await;
    site.receiver.answers(&[&format!("307 Elsewhere\r\nlocation: {}\r\n\r\n", other.url())]);
    assert_eq!(send_all(&site.courier()).await, [AttemptOutcome::Refused]);
    assert_eq!(other.connections(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_that_nobody_vouches_for_gets_nothing() {
    let (site, other) = (Site::open().await, Receiver::open().await);
    let (hook, _) = site.hook(&[]).await;
    site.app.run(&format!("UPDATE webhook SET url = '{}'", other.url())).await;
    site.send_test(&hook).await;
    assert_eq!(send_all(&site.courier()).await, [AttemptOutcome::Insecure]);
    assert!(other.connections() == 1 && other.came().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_long_answer_only_the_beginning_is_kept() {
    let site = Site::open().await;
    let (hook, _) = site.hook(&[]).await;
    site.send_test(&hook).await;
    site.receiver.answers(&[&format!("500 Oops\r\n\r\n{}", "\u{0}x".repeat(100_000))]);
    assert_eq!(send_all(&site.courier()).await, [AttemptOutcome::Refused]);
    let kept: i32 = site.app.one("SELECT length(answer) FROM delivery_attempt").await;
    assert_eq!(kept, 1024);
}
