//! Every mail that an edition may word: what causes it, whom it reaches, when, and whose words it goes out in.

use actix_web::{HttpResponse, http::StatusCode, web};

use crate::{
    accounts::proofs::Communications,
    error::Error,
    http::{App, At, Ui, page},
    mail::{Template, wordings::Version},
    outbox::wordings,
    values::Lang,
    web::console::frame::{Console, RoomName, address},
};

/// A mail in one language.
struct Language {
    href: String,
    lang: &'static str,
    autonym: &'static str,
    /// `ours`, `own` or `broken`.
    whose: &'static str,
}

struct Row {
    what: String,
    cause: String,
    to: String,
    when: String,
    languages: Vec<Language>,
    /// Whether some languages are the edition's and others ours.
    uneven: bool,
}

#[derive(askama::Template)]
#[template(path = "console/mail/wordings.html")]
struct WordingsPage {
    ui: Ui,
    console: Console,
    outbox: String,
    rows: Vec<Row>,
}

/// `GET /console/{edition}/mails/wording`
pub(in crate::web) async fn show(app: web::Data<App>, at: At<Communications>) -> Result<HttpResponse, Error> {
    let all = wordings::all(&mut *app.db.read().await?, &at.proof).await?;
    let ui = at.signed.ui();
    let home = address(&at.edition, "/mails/wording");
    let shown = WordingsPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Mail),
        outbox: address(&at.edition, "/mails"),
        rows: all.iter().map(|(template, versions)| row(template, versions, &home, &ui)).collect(),
        ui,
    };
    page(StatusCode::OK, &shown)
}

fn row(template: &Template, versions: &[Version], home: &str, ui: &Ui) -> Row {
    let languages: Vec<Language> =
        Lang::ALL.iter().map(|lang| language(template, versions, home, *lang)).collect();
    Row {
        what: ui.t(&format!("mail-template-{}", template.name)),
        cause: ui.t(&format!("mail-cause-{}", template.name)),
        to: ui.t(&format!("mail-to-{}", template.to)),
        when: ui.t(&format!("mail-timing-{}", template.timing)),
        uneven: uneven(languages.iter().map(|language| language.whose)),
        languages,
    }
}

fn language(template: &Template, versions: &[Version], home: &str, lang: Lang) -> Language {
    let newest = versions.iter().find(|version| version.lang == lang);
    Language {
        href: format!("{home}/{}/{lang}", template.name),
        lang: lang.as_str(),
        autonym: lang.autonym(),
        whose: whose(newest),
    }
}

/// Whether some languages are the edition's and others ours.
pub(super) fn uneven(mut whose: impl Iterator<Item = &'static str>) -> bool {
    let first = whose.next().unwrap_or_default() == "ours";
    whose.any(|whose| (whose == "ours") != first)
}

/// Whose words a version is: `ours`, `own`, or `broken` where they could not be printed.
pub(super) fn whose(version: Option<&Version>) -> &'static str {
    match version.filter(|version| version.wording().is_some()) {
        None => "ours",
        Some(version) if version.broken_at.is_some() => "broken",
        Some(_) => "own",
    }
}
