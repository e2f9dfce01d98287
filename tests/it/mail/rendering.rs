//! Every mail, in every language, as it is printed.

use std::sync::LazyLock;

use plenary::{
    mail::{Renderer, Rendering, TEMPLATES, Words, named},
    values::Lang,
};
use serde_json::{Value, json};

use super::sample;

static RENDERER: LazyLock<Renderer> = LazyLock::new(|| Renderer::new().unwrap());

pub(super) fn print(template: &str, lang: Lang, name: &str, values: &Value) -> Rendering {
    let edition = sample::letterhead();
    let edition = (!matches!(template, "sign-in" | "password-changed")).then_some(&edition);
    let links = sample::named_links(template);
    let words = Words { lang, name, site: "Plenary", edition, values, links: &links };
    RENDERER.render(named(template).unwrap(), &words).unwrap()
}

pub(super) fn all() -> impl Iterator<Item = (&'static str, Lang, Rendering)> {
    TEMPLATES.iter().flat_map(|template| {
        Lang::ALL.iter().map(|&lang| {
            (template.name, lang, print(template.name, lang, "Chan Tai Man", &sample::values(template.name)))
        })
    })
}

#[test]
fn every_mail_prints_in_every_language() {
    for (name, lang, mail) in all() {
        assert!(
            !mail.subject.is_empty() && mail.subject.chars().count() < 120,
            "{name} {lang}: {}",
            mail.subject
        );
        assert!(mail.text.contains("Chan Tai Man") && mail.html.contains("Chan Tai Man"), "{name} {lang}");
        assert!(mail.html.contains(&format!("<html lang=\"{lang}\">")), "{name} {lang}");
        for printed in [&mail.subject, &mail.text, &mail.html] {
            assert!(
                !printed.contains("mail-") && !printed.contains("role-"),
                "{name} {lang}: a missing text: {printed}"
            );
        }
    }
}

#[test]
fn text_and_html_carry_the_same_links() {
    let placeholders = |text: &str| -> std::collections::BTreeSet<String> {
        text.split('\u{FDD0}').skip(1).map(|rest| rest.split('\u{FDD1}').next().unwrap().to_owned()).collect()
    };
    for (name, lang, mail) in all() {
        let expected = sample::links(name).keys().map(|&name| name.to_owned()).collect();
        assert_eq!(placeholders(&mail.text), expected, "{name} {lang}");
        assert_eq!(placeholders(&mail.html), expected, "{name} {lang}");
    }
}

#[test]
fn plain_text_fits_a_terminal() {
    for (name, lang, mail) in all() {
        for line in mail.text.lines() {
            let columns: usize = line.chars().map(|c| if c > '\u{2E7F}' { 2 } else { 1 }).sum();
            // A Chinese mark that ends a clause may hang over.
            let hanging = line.chars().last().filter(|c| "，。、；：！？）」』》”".contains(*c));
            assert!(columns <= 78 + 2 * hanging.iter().count(), "{name} {lang}: {columns} columns: {line}");
        }
        assert!(!mail.text.contains("\n\n\n") && !mail.text.contains('<'), "{name} {lang}:\n{}", mail.text);
    }
}

#[test]
fn the_language_of_a_mail_is_one() {
    for (name, _, mail) in all().filter(|(_, lang, _)| *lang == Lang::En) {
        let chinese = mail.html.chars().find(|c| ('一'..='龥').contains(c));
        assert_eq!(chinese, None, "{name}");
    }
    // Characters that only the other script has.
    for (lang, foreign) in [(Lang::ZhHant, "们请为邮报证码议给"), (Lang::ZhHans, "們請為郵報證碼議給電")]
    {
        for (name, _, mail) in all().filter(|(_, of, _)| *of == lang) {
            let strange = mail.text.chars().find(|&c| foreign.contains(c));
            assert_eq!(strange, None, "{name} {lang}:\n{}", mail.text);
        }
    }
}

#[test]
fn nobody_asks_for_another_origin() {
    for (name, lang, mail) in all() {
        for needle in ["http://", "https://", "src=\"/", "url("] {
            assert!(!mail.html.contains(needle), "{name} {lang}: {needle}");
        }
    }
}

#[test]
fn what_an_outsider_wrote_is_text_and_nothing_else() {
    let name = "<img src=x> \u{FDD0}manage\u{FDD1} https://evil.example {{ links.manage }}\r\nBcc: a@b.org";
    let honest = print("registration-pending", Lang::En, "Chan", &json!({}));
    let forged = print("registration-pending", Lang::En, name, &json!({}));
    let count = |text: &str| text.matches('\u{FDD0}').count();
    assert_eq!(count(&forged.text), count(&honest.text));
    assert_eq!(count(&forged.html), count(&honest.html));
    let safe = "manage https: / /evil. example {{ links. manage }} Bcc: a@ b. org";
    assert!(forged.text.replace('\n', " ").contains(&format!("<img src=x> {safe}")), "{}", forged.text);
    assert!(forged.html.contains(&format!("&lt;img src=x&gt; {}", safe.replace('/', "&#x2f;"))));
    assert!(!forged.html.contains("<img"));
    assert!(!forged.subject.contains('\n'));
}

#[test]
fn each_way_to_lose_a_registration_has_its_words() {
    let reasons = ["attendee", "staff", "offer-declined", "off-stage", "pass-taken-back", "pass-ended"];
    let texts: std::collections::BTreeSet<String> = reasons
        .iter()
        .map(|reason| print("registration-cancelled", Lang::ZhHant, "", &json!({ "reason": reason })).text)
        .collect();
    assert_eq!(texts.len(), reasons.len());
}

#[test]
fn a_template_that_asks_for_what_is_not_there_fails_instead_of_printing_nothing() {
    let words = Words {
        lang: Lang::En,
        name: "",
        site: "Plenary",
        edition: None,
        values: &json!({}),
        links: &sample::named_links("sign-in"),
    };
    assert!(RENDERER.render(named("sign-in").unwrap(), &words).is_err());
    assert!(RENDERER.render(named("registration-pending").unwrap(), &words).is_err());
}
