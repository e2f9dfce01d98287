//! What editions say in their own words: what may be written, what is printed, and what happens when it can't be.

use plenary::{
    mail::{Renderer, Rendering, TEMPLATES, Template, Wording, WordingFields, Words, named, table},
    values::Lang,
};
use serde_json::{Value, json};

use super::{
    office::{Office, mail_to, until_empty},
    sample,
    server::MailServer,
};

fn editable() -> impl Iterator<Item = (&'static Template, Lang)> {
    let editable = TEMPLATES.iter().filter(|template| template.is_editable());
    editable.flat_map(|template| Lang::ALL.iter().map(move |&lang| (template, lang)))
}

fn print(template: &Template, lang: Lang, values: &Value) -> Rendering {
    let (edition, links) = (sample::letterhead(), sample::named_links(template.name));
    let edition = Some(&edition);
    let words = Words { lang, name: "Chan Tai Man", site: "Plenary", edition, values, links: &links };
    Renderer::new().unwrap().render(template, &words).unwrap()
}

fn worded(template: &Template, wording: &Wording) -> Value {
    let Wording { subject, heading, body } = wording;
    let mut values = sample::values(template.name);
    values["wording"] = json!({ "subject": subject, "heading": heading, "body": body });
    values
}

fn fields(text: &str) -> WordingFields {
    WordingFields { subject: "A subject".to_owned(), text: text.to_owned(), ..WordingFields::default() }
}

/// The code of what is wrong with `text` as the words of `template`, if anything is.
fn wrong(template: &str, text: &str) -> Option<&'static str> {
    let (renderer, edition) = (Renderer::new().unwrap(), sample::letterhead());
    let parsed = renderer.parse_wording(named(template).unwrap(), Lang::En, &edition, &fields(text));
    parsed.err().map(|errors| errors.of("text").expect("on the text").code)
}

#[test]
fn our_own_words_said_by_an_edition_are_the_same_mail() {
    let renderer = Renderer::new().unwrap();
    let plain = |html: &str| {
        html.replace(char::is_whitespace, "")
            .replace("&#x27;", "'")
            .replace("&#34;", "\"")
            .replace("&quot;", "\"")
            .replace("&#x2f;", "/")
    };
    for (template, lang) in editable() {
        let Wording { subject, heading, body } = renderer.ours(template, lang).unwrap();
        let fields = WordingFields { subject, heading, text: body };
        let parsed = renderer.parse_wording(template, lang, &sample::letterhead(), &fields);
        let parsed = parsed.unwrap_or_else(|errors| panic!("{} {lang}: {errors:?}", template.name));
        let (ours, theirs) = (
            print(template, lang, &sample::values(template.name)),
            print(template, lang, &worded(template, &parsed)),
        );
        assert_eq!(ours.subject, theirs.subject, "{} {lang}", template.name);
        assert_eq!(ours.text, theirs.text, "{} {lang}", template.name);
        assert_eq!(plain(&ours.html), plain(&theirs.html), "{} {lang}", template.name);
    }
}

#[test]
fn what_can_not_be_printed_is_told_before_it_is_kept() {
    assert_eq!(wrong("decision-accepted", "Welcome, {title}.\n\n{button}"), None);
    for (text, code) in [
        ("Welcome, {titel}.\n\n{button}", "blank_unknown"),
        ("{% if titel %}x{% endif %}\n\n{button}", "blank_unknown"),
        ("Welcome, {title}.", "wording_lacks"),
        ("{% if confirm_by %}{button}{% endif %}", "wording_lacks"),
        ("{% if title %}{button}", "wording_syntax"),
        ("{% include 'en/sign-in.jinja' %}{button}", "wording_tag"),
        ("{title|upper}{button}", "wording_filter"),
        ("{'a' * 90000000}{button}", "wording_sign"),
        ("{title.author}{button}", "blank_unknown"),
        ("{button", "wording_open"),
        ("{links.code}{button}", "blank_unknown"),
    ] {
        assert_eq!(wrong("decision-accepted", text), Some(code), "{text}");
    }
    assert_eq!(wrong("registration-confirmed", "{button}"), Some("wording_lacks"), "and the ticket");
    assert_eq!(
        wrong("slot-changed", "{% for slot in slots %}{slot.colour}{% endfor %}{button}"),
        Some("wording_fails")
    );
}

#[test]
fn a_wording_is_text_in_both_shapes_and_no_header() {
    let template = named("decision-accepted").unwrap();
    let wording = Wording {
        subject: "{title}\r\nBcc: a@example.org".to_owned(),
        heading: "<b>Hello</b>".to_owned(),
        body: "<script>x</script> \u{FDD0}code\u{FDD1} {title}\n\n{button}".to_owned(),
    };
    let mut values = worded(template, &wording);
    values["title"] = json!("<img src=x> https://evil.example {button} {% if x %}");
    let printed = print(template, Lang::En, &values);
    assert!(!printed.subject.contains('\n') && printed.subject.contains("Bcc:"), "{}", printed.subject);
    assert!(
        printed.html.contains("&lt;b&gt;Hello")
            && !printed.html.contains("<script")
            && !printed.html.contains("<img")
    );
    assert!(
        printed.text.replace('\n', " ").contains("evil. example {button} {% if x %}"),
        "{}",
        printed.text
    );
    assert_eq!(printed.text.matches('\u{FDD0}').count(), 1, "the button's link alone");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edition_s_words_go_out_and_broken_ones_hold_up_nobody() {
    let (office, server) = (Office::open().await, MailServer::open().await);
    // The edition's own row is of no matter here.
    let alone = "ALTER TABLE mail_wording DROP CONSTRAINT mail_wording_edition_id_fkey";
    office.client.execute(alone, &[]).await.unwrap();
    let says = |template: &str, body: &str| {
        let (edition, id) = (sample::EDITION, uuid::Uuid::now_v7());
        format!(
            "INSERT INTO mail_wording (id, edition_id, template, lang, version, subject, heading, body)
             VALUES ('{id}', '{edition}', '{template}', 'en', 1, 'Ours, {{name}}', '', '{body}')"
        )
    };
    office.client.execute(&says("registration-pending", "Come early.\n\n{button}"), &[]).await.unwrap();
    office.client.execute(&says("registration-waitlisted", "{nothing}\n\n{button}"), &[]).await.unwrap();
    let mails = ["registration-pending", "registration-waitlisted", "registration-waitlisted"]
        .map(|template| mail_to("chan@example.org", template, Lang::En));
    let chinese = mail_to("chan@example.org", "registration-pending", Lang::ZhHant);
    office.queue(&mails).await;
    office.queue(std::slice::from_ref(&chinese)).await;
    until_empty(&office.worker(&server.url())).await;

    let text = async |id| office.row(id).await.get::<_, String>("body_text");
    assert!(text(mails[0].id).await.contains("Come early.\n\nView or change your registration\n"));
    assert!(text(mails[1].id).await.contains("You are on the waiting list"), "the mail's own words");
    assert!(!text(chinese.id).await.contains("Come early"), "another language");
    for mail in mails.iter().chain([&chinese]) {
        assert_eq!(office.state(mail.id).await, "sent");
    }
    let broken = "SELECT string_agg(template, ',') FROM mail_wording WHERE broken_at IS NOT NULL";
    let broken: String = office.client.query_one(broken, &[]).await.unwrap().get(0);
    assert_eq!(broken, "registration-waitlisted");
    let noted = "SELECT count(*) FROM audit_entry WHERE action = 'mail.wording-failed'";
    assert_eq!(
        office.client.query_one(noted, &[]).await.unwrap().get::<_, i64>(0),
        1,
        "once, not for each mail"
    );
}

#[test]
fn the_docs_list_every_mail() {
    let docs = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/MAILS.md")).unwrap();
    assert!(docs.ends_with(&table()), "docs/MAILS.md should end with:\n{}", table());
}
