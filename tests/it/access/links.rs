//! The secrets that stand in the addresses of mailed links, one of each kind.

use plenary::{
    accounts::{self, InvitationFields, Manager, NewInvitation, Role, RoleAt, proofs::System},
    editions::Edition,
    jobs,
    keys::{Link, LinkToken, Purpose},
    registrations::{self, RegistrationId},
    values::{Email, Moment},
};
use serde_json::json;

use super::world::Parameters;
use crate::support::{actors::anybody, app::TestApp, editions::fields};

/// A link of each kind that belongs to the edition, `ada` being somebody who attends it.
pub async fn links(app: &TestApp, edition: &Edition, ada: RegistrationId) -> Parameters {
    let manage = app.link(Purpose::Manage, ada).await;
    let found = [
        ("address/{token}", new_address(app, &manage).await),
        ("m/{token}", manage),
        ("t/{token}", app.link(Purpose::Ticket, ada).await),
        ("o/{token}", offer(app, edition).await),
        ("invitation/{token}", invitation(app, edition).await),
        ("invitations/{id}", invited(app, edition).await),
    ];
    found.into_iter().map(|(name, secret)| (name.to_owned(), secret)).collect()
}

/// Of an address that its owner has not proved yet.
async fn new_address(app: &TestApp, manage: &str) -> String {
    let token = LinkToken::parse(manage).unwrap();
    let mut conn = app.app.db.read().await.unwrap();
    let holder = registrations::holder(&mut conn, &anybody(), &app.app.keys, &token).await.unwrap();
    let new = Email::parse("ada@example.com").unwrap();
    let ask = app.app.db.transaction(async |tx| registrations::ask_for_address(tx, &holder, new).await);
    ask.await.unwrap();
    app.mailed("address").await
}

/// Of a place that waits for an answer: one cancelled, and the next in line is asked.
async fn offer(app: &TestApp, edition: &Edition) -> String {
    let pool = app.pool(edition.id, 1).await;
    app.way(edition, "tight", &[pool]).await;
    let first = app.attendee(edition, "tight", "Mary Shelley").await;
    app.attendee(edition, "tight", "Grace Hopper").await;
    let who = app.organises(edition.id);
    let cancel = app
        .app
        .db
        .transaction(async |tx| registrations::cancel_by_staff(tx, &who, first, Moment::now()).await);
    cancel.await.unwrap();
    jobs::run_once(&app.app).await.unwrap();
    app.mailed("offer").await
}

/// Of a role that was offered.
async fn invitation(app: &TestApp, edition: &Edition) -> String {
    let typed: InvitationFields = fields(json!({
        "email": format!("guest.{}@example.org", edition.slug), "name": "Guest", "lang": "en",
        "role": "desk", "edition": edition.id.to_string(),
    }));
    let (new, who) = (NewInvitation::try_from(typed).unwrap(), app.organises(edition.id));
    let invite = app.app.db.transaction(async |tx| accounts::invite(tx, Manager::Organiser(&who), new).await);
    invite.await.unwrap();
    app.mailed("invitation").await
}

/// The invitation that [`invitation`] sent.
async fn invited(app: &TestApp, edition: &Edition) -> String {
    app.one(&format!("SELECT id::text FROM invitation WHERE edition_id = '{}'", edition.id)).await
}

/// A member of the edition's staff whom nobody will miss: her account, her role, a link to sign in with.
pub async fn spare(app: &TestApp, edition: &Edition) -> Parameters {
    let at = RoleAt::new(Role::Desk, Some(edition.id.uuid())).unwrap();
    let account = app.staff(&format!("spare.{}", edition.slug), &[at]).await.account.id;
    let found = app.app.db.transaction(async |tx| {
        let link = accounts::one_time_link(tx, &System::shell(), &app.app.keys, account).await?;
        Ok((accounts::staff_member(tx, Manager::Admin(&app.shell()), account).await?, link))
    });
    let (member, link) = found.await.unwrap();
    Parameters::from([
        ("accounts/{id}".to_owned(), account.to_string()),
        ("roles/{id}".to_owned(), member.grants[0].id.to_string()),
        ("roles/{grant}".to_owned(), member.grants[0].id.to_string()),
        ("in/{token}".to_owned(), link),
    ])
}

/// A campaign of the edition that is being written, and its English.
pub async fn campaign(app: &TestApp, edition: &Edition) -> Parameters {
    let new = format!(
        r#"INSERT INTO campaign (id, edition_id, name, kind, audience)
           VALUES (gen_random_uuid(), '{}', 'One', 'notice', '{{"of": "judges"}}') RETURNING id::text"#,
        edition.id
    );
    let id: String = app.one(&new).await;
    let text = "'en', 'Hello', '', 'Hello'";
    app.run(&format!(
        "INSERT INTO campaign_text (campaign_id, lang, subject, heading, body) VALUES ('{id}', {text})"
    ))
    .await;
    Parameters::from([("campaigns/{id}".to_owned(), id)])
}

/// An address that a mail of the edition did not reach, and the link in that mail to turn such mails off.
pub async fn about_mail(app: &TestApp, edition: &Edition) -> Parameters {
    let address = format!("gone@{}.example.org", edition.slug);
    app.run(&format!(
        r#"WITH failed AS (
             INSERT INTO mail (id, edition_id, cause_kind, cause_id, template, recipient, lang, values, state)
             VALUES (gen_random_uuid(), '{}', 'test', gen_random_uuid(), 'ticket', '{address}', 'en',
                     '{{"values": {{}}, "links": {{}}}}', 'failed')
             RETURNING id)
         INSERT INTO suppression (id, address, reason, diagnostic, mail_id)
         SELECT gen_random_uuid(), '{address}', 'bounced', 'no such user', id FROM failed"#,
        edition.id
    ))
    .await;
    let id: String = app.one(&format!("SELECT id::text FROM suppression WHERE address = '{address}'")).await;
    let mail = app.one::<String>("SELECT mail_id::text FROM suppression ORDER BY since DESC LIMIT 1").await;
    let preferences = Link { purpose: Purpose::Preferences, id: mail.parse().unwrap(), version: 1 };
    Parameters::from([
        ("addresses/{id}".to_owned(), id.clone()),
        ("suppressions/{id}".to_owned(), id),
        ("unsubscribe/{token}".to_owned(), app.app.keys.link_token(&preferences)),
    ])
}
