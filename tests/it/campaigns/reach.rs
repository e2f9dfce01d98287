//! Who is reached: consent, unsubscribing, addresses that mail does not reach, languages, and what is refused.

use plenary::{
    campaigns::{self, Group, Schedule, Standing},
    values::{Lang, Moment},
};
use serde_json::json;

use super::desk::Office;
use crate::support::{
    calls::hours,
    forum::{conflict_code, field_code},
};

const WAITS: &str = "'queued'";

#[tokio::test(flavor = "multi_thread")]
async fn addresses_that_mail_does_not_reach_are_shown_and_skipped() {
    let office = Office::open().await;
    office
        .app
        .run("INSERT INTO suppression (id, address, reason, diagnostic) VALUES (gen_random_uuid(), 'bea@example.org', 'bounced', '')")
        .await;
    let id = office.to_everybody("notice").await;
    let mut conn = office.app.app.db.read().await.unwrap();
    let campaign = campaigns::campaign(&mut conn, &office.who, id).await.unwrap();
    let meant = (&campaign.audience, campaign.kind);
    let groups = campaigns::reach(&mut conn, &office.who, meant).await.unwrap();
    let group = |standing, count| Group { lang: Lang::En, standing, count };
    assert_eq!(groups, [group(Standing::Reached, 2), group(Standing::Suppressed, 1)]);
    let people = campaigns::people(&mut conn, &office.who, meant, ("ada@example.org", 1)).await.unwrap();
    assert_eq!((people[0].key.as_str(), people[0].standing), ("bea@example.org", Standing::Suppressed));

    office.schedule(id, None).await.unwrap();
    office.run().await;
    assert_eq!(office.mails(id, WAITS).await, "ada cho");
    assert_eq!(office.progress(id).await.skipped, [(Standing::Suppressed, 1)]);
    let rows = campaigns::recipients(&mut conn, &office.who, id, ("ada@example.org", 1)).await.unwrap();
    assert_eq!(rows[0].skipped, Some(Standing::Suppressed));
}

#[tokio::test(flavor = "multi_thread")]
async fn news_go_only_to_those_who_agreed_and_did_not_unsubscribe() {
    let office = Office::open().await;
    let (news, notice) = (office.to_everybody("news").await, office.to_everybody("notice").await);
    assert_eq!(conflict_code(office.schedule(news, None).await), "campaign_nobody");
    for name in ["Ada", "Bea", "Cho"] {
        office.agrees(name).await;
    }
    office.disagrees("Bea").await;
    office
        .app
        .run(&format!(
            "INSERT INTO mail_preference (edition_id, address, kind) VALUES ('{}', 'cho@example.org', 'news')",
            office.edition.id
        ))
        .await;
    office.schedule(news, None).await.unwrap();
    office.schedule(notice, None).await.unwrap();
    office.run().await;
    assert_eq!(office.mails(news, WAITS).await, "ada");
    assert_eq!(office.mails(notice, WAITS).await, "ada bea cho", "what people need to know reaches them");
    let skipped = office.progress(news).await.skipped;
    assert_eq!(skipped, [(Standing::NoConsent, 1), (Standing::Unsubscribed, 1)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_consent_that_is_taken_back_while_it_rests_counts() {
    let office = Office::open().await;
    office.agrees("Ada").await;
    office.agrees("Bea").await;
    let id = office.to_everybody("news").await;
    office.schedule(id, None).await.unwrap();
    office.run().await;
    office.pause(id).await;
    office.disagrees("Bea").await;
    office.resume(id).await;
    assert_eq!(office.mails(id, WAITS).await, "ada");
    assert_eq!(office.mails(id, "'suppressed'").await, "bea");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_consent_that_is_taken_back_while_her_mail_stands_in_the_line_counts() {
    let office = Office::open().await;
    for name in ["Ada", "Bea"] {
        office.agrees(name).await;
    }
    let (news, notice) = (office.to_everybody("news").await, office.to_everybody("notice").await);
    office.schedule(news, None).await.unwrap();
    office.schedule(notice, None).await.unwrap();
    office.run().await;
    office.disagrees("Bea").await;
    office.run().await;
    assert_eq!(office.mails(news, WAITS).await, "ada");
    assert_eq!(office.mails(news, "'suppressed'").await, "bea");
    assert_eq!(office.mails(notice, WAITS).await, "ada bea cho");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_agreed_only_if_nobody_of_it_took_that_back() {
    let office = Office::open().await;
    office.app.run("UPDATE registration SET email = 'ada@example.org', email_key = 'ada@example.org'").await;
    office.agrees("Ada").await;
    office.agrees("Bea").await;
    office.disagrees("Bea").await;
    let id = office.to_everybody("news").await;
    assert_eq!(conflict_code(office.schedule(id, None).await), "campaign_nobody");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_reads_it_in_her_language_or_the_nearest() {
    let office = Office::open().await;
    office.app.run("UPDATE registration SET lang = 'zh-Hans' WHERE name_latin = 'Bea'").await;
    let id = office.to_everybody("notice").await;
    office.write(id, Lang::ZhHant, "{name}您好，{edition.name}見。").await.unwrap();
    office.schedule(id, None).await.unwrap();
    office.run().await;
    let langs = format!("SELECT string_agg(lang, ' ' ORDER BY recipient) FROM mail WHERE cause_id = '{id}'");
    assert_eq!(office.app.one::<String>(&langs).await, "en zh-Hant en");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_printed_is_refused_beside_its_field() {
    let office = Office::open().await;
    let id = office.draft("notice", json!({ "of": "judges" })).await;
    assert_eq!(field_code(office.write(id, Lang::En, "Dear {nmae}").await, "text"), "blank_unknown");
    assert_eq!(field_code(office.write(id, Lang::En, "{links.about}").await, "text"), "blank_unknown");
    assert_eq!(field_code(office.write(id, Lang::En, " ").await, "text"), "required");
    assert_eq!(conflict_code(office.schedule(id, None).await), "campaign_unwritten");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_goes_out_is_no_draft_any_more() {
    let office = Office::open().await;
    let id = office.to_everybody("notice").await;
    let at = |send_at, joins_until| {
        let when = Schedule { send_at, joins_until };
        let office = &office;
        async move {
            office.act(async |tx, who| campaigns::schedule(tx, who, id, when, Moment::now()).await).await
        }
    };
    assert_eq!(field_code(at(Some(hours(-1)), None).await, "send_at"), "campaign_past");
    let early = at(Some(hours(2)), Some(hours(1))).await;
    assert_eq!(field_code(early, "joins_until"), "campaign_joins_too_early");
    at(Some(hours(1)), None).await.unwrap();
    assert_eq!(conflict_code(office.write(id, Lang::En, "Other").await), "campaign_not_draft");
    let gone = office.act(async |tx, who| campaigns::remove(tx, who, id).await).await;
    assert_eq!(conflict_code(gone), "campaign_not_draft");
}
