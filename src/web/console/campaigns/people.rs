//! Exactly whom a campaign is for, and what became of each; in the order of addresses, page by page.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{Named, home};
use crate::{
    accounts::proofs::Communications,
    campaigns::{self, Campaign, Person, Recipient},
    error::Error,
    http::{App, At, Ui, page},
    web::console::frame::{Console, RoomName, address},
};

/// Rows a page.
const ROWS: usize = 50;

/// Her mail.
struct Letter {
    href: String,
    state: &'static str,
}

struct Row {
    address: String,
    name: String,
    autonym: &'static str,
    lang: &'static str,
    /// What becomes of her, where she has no mail: a word of [`crate::campaigns::Standing`], or `waiting`.
    standing: &'static str,
    mail: Option<Letter>,
}

#[derive(Template)]
#[template(path = "console/campaigns/people.html")]
struct PeoplePage {
    ui: Ui,
    console: Console,
    back: String,
    campaign: String,
    rows: Vec<Row>,
    first: Option<String>,
    next: Option<String>,
}

/// `GET /console/{edition}/campaigns/{id}/people`: `after`, an address in lower case, for the next page.
pub(in crate::web) async fn people(
    app: web::Data<App>,
    at: At<Communications>,
    named: Named,
) -> Result<HttpResponse, Error> {
    let (typed, mut conn, id) = (at.signed.asker.query()?, app.db.read().await?, named.1);
    let Campaign { name, audience, kind, state, .. } = campaigns::campaign(&mut conn, &at.proof, id).await?;
    let (after, here) = (typed.one("after"), format!("{}/{id}", home(&at)));
    // One more than is shown tells whether there is another page.
    let mut rows: Vec<(String, Row)> = match state.has_begun() {
        true => {
            let all = campaigns::recipients(&mut conn, &at.proof, id, (after, ROWS as i64 + 1)).await?;
            all.into_iter().map(|one| (one.key.clone(), of_recipient(one, &at))).collect()
        }
        false => {
            let meant = (&audience, kind);
            let all = campaigns::people(&mut conn, &at.proof, meant, (after, ROWS as i32 + 1)).await?;
            all.into_iter().map(|one| (one.key.clone(), of_person(&one))).collect()
        }
    };
    let more = rows.len() > ROWS;
    rows.truncate(ROWS);
    let next = rows.last().filter(|_| more).map(|(key, _)| {
        let query = form_urlencoded::Serializer::new(String::new()).append_pair("after", key).finish();
        format!("{here}/people?{query}")
    });
    let shown = PeoplePage {
        console: Console::of(&at.edition, &at.signed, RoomName::Mail),
        campaign: name,
        rows: rows.into_iter().map(|(_, row)| row).collect(),
        first: (!after.is_empty()).then(|| format!("{here}/people")),
        next,
        back: here,
        ui: at.signed.ui(),
    };
    page(StatusCode::OK, &shown)
}

fn of_person(one: &Person) -> Row {
    Row {
        address: one.address.to_string(),
        name: one.name(one.lang),
        autonym: one.lang.autonym(),
        lang: one.lang.as_str(),
        standing: one.standing.as_str(),
        mail: None,
    }
}

fn of_recipient(one: Recipient, at: &At<Communications>) -> Row {
    let href = one.mail.map(|id| address(&at.edition, &format!("/mails/{id}")));
    Row {
        name: one.name.unwrap_or_default(),
        autonym: one.lang.map(|lang| lang.autonym()).unwrap_or_default(),
        lang: one.lang.unwrap_or(at.signed.asker.lang).as_str(),
        standing: one.skipped.map_or("waiting", |why| why.as_str()),
        mail: href.zip(one.state).map(|(href, state)| Letter { href, state: state.as_str() }),
        address: one.address,
    }
}
