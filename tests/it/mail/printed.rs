//! Every mail as it reads: kept word for word in `printed/`, laid out on a phone, and with the worst that outsiders write.

use std::{env, fs, path::Path};

use linkify::LinkFinder;
use plenary::{mail::TEMPLATES, values::Lang};
use serde_json::{Value, json};

use super::{
    rendering::{all, print},
    sample,
};
use crate::support::{Scratch, browser};

/// Set, the mails in `printed/` are written anew instead of compared.
const REWRITE: &str = "PLENARY_PRINT";

#[test]
fn every_mail_reads_as_it_did() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/mail/printed");
    let all: Vec<_> = all().collect();
    for template in TEMPLATES {
        let mails = all.iter().filter(|(name, _, _)| *name == template.name);
        let text: Vec<String> =
            mails.map(|(_, lang, mail)| format!("=== {lang}\n{}\n\n{}", mail.subject, mail.text)).collect();
        // What an editor could not keep: the marks around a link's name.
        let text = text.join("\n").replace('\u{FDD0}', "<<").replace('\u{FDD1}', ">>");
        let file = folder.join(format!("{}.txt", template.name));
        if env::var_os(REWRITE).is_some() {
            fs::write(&file, &text).unwrap();
        }
        let kept = fs::read_to_string(&file).unwrap_or_default();
        assert_eq!(
            kept, text,
            "{} reads differently; with {REWRITE}=1 the new words are kept",
            template.name
        );
    }
    let kept = fs::read_dir(&folder).unwrap().count();
    assert_eq!(kept, TEMPLATES.len(), "a mail that is no more is still kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_mail_is_readable_on_a_phone_without_its_pictures() {
    let folder = Scratch::new();
    for (name, lang, mail) in all() {
        fs::write(folder.path().join(format!("{name}.{lang}.html")), mail.html).unwrap();
    }
    let facts = json!({ "folder": folder.path() });
    browser::walk("http://127.0.0.1:9", "letters", facts).await.unwrap();
}

/// `values` with addresses of all kinds in every text that outsiders may have written.
fn hostile(values: &Value) -> Value {
    const OURS: [&str; 7] = ["reason", "what", "role", "granted", "ticket_code", "calendar", "side_event"];
    match values {
        Value::String(text) => {
            json!(format!(
                "{text} https://evil.example/x www.evil.example evil.example a@evil.example 陳evil.com"
            ))
        }
        Value::Array(some) => some.iter().map(hostile).collect(),
        Value::Object(some) => {
            let turned = |(name, value): (&String, &Value)| {
                let ours = OURS.contains(&name.as_str());
                (name.clone(), if ours { value.clone() } else { hostile(value) })
            };
            Value::Object(some.iter().map(turned).collect())
        }
        other => other.clone(),
    }
}

#[test]
fn a_linkifier_finds_no_link_in_what_outsiders_wrote() {
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false);
    for template in TEMPLATES {
        for lang in Lang::ALL {
            let values = hostile(&sample::values(template.name));
            let mail = print(template.name, *lang, "Chan evil.example http://evil.example", &values);
            for text in [&mail.subject, &mail.text, &mail.html] {
                let found: Vec<&str> = finder.links(text).map(|link| link.as_str()).collect();
                let evil = found.iter().find(|link| link.contains("evil"));
                assert_eq!(evil, None, "{} {lang}", template.name);
            }
        }
    }
}
