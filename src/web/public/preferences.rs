//! Which kinds of mail an address gets: what the link in bulk mail leads to, and what mail programs press for their
//! readers (RFC 8058). The link is all that is asked for, since whoever wants no more mail shall not have to sign in.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    message,
    views::{Choice, Site},
};
use crate::{
    error::Error,
    http::{App, Asker, Form, FormData, Shown, Ui, guard::unlinked, page},
    keys::LinkToken,
    mail::{self, MailKind, Subscriber},
};

/// What a mail program posts, in either of the forms that RFC 8058 section 3.2 allows.
const ONE_CLICK: (&str, &str) = ("List-Unsubscribe", "One-Click");
/// The field of the kinds that she gets.
const FIELD: &str = "kinds";

#[derive(Template)]
#[template(path = "public/preferences.html")]
struct PreferencesPage {
    ui: Ui,
    site: Site,
    form: Form,
    email: String,
    kinds: Vec<Choice>,
    action: String,
}

async fn opened(app: &App, asker: &Asker, token: &str) -> Result<Subscriber, Error> {
    let token = LinkToken::parse(token).ok_or(Error::NotFound)?;
    let visitor = asker.visitor();
    mail::subscriber(&mut *app.db.read().await?, visitor.actor(), &app.keys, &token).await
}

/// `GET /unsubscribe/{token}`: shows the kinds, changes nothing.
pub(in crate::web) async fn show(
    app: web::Data<App>,
    asker: Asker,
    token: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let who = opened(&app, &asker, &token).await?;
    let off = mail::turned_off(&mut *app.db.read().await?, &who).await?;
    let edition = app.pages.edition(&app.db, who.edition().into()).await?;
    let ui = Ui::anonymous(asker.lang, &asker.path);
    let choice = |kind: MailKind| Choice {
        value: kind.to_string(),
        label: Shown::plain(ui.t(&format!("mail-kind-{kind}")), ui.lang),
    };
    let mut gets = form_urlencoded::Serializer::new(String::new());
    for kind in MailKind::BULK.iter().filter(|kind| !off.contains(kind)) {
        gets.append_pair(FIELD, kind.as_str());
    }
    let shown = PreferencesPage {
        site: Site::of(&edition, &ui, ""),
        form: Form::filled(FormData::decode(gets.finish().as_bytes())?),
        email: who.address().to_owned(),
        kinds: MailKind::BULK.into_iter().map(choice).collect(),
        action: format!("/unsubscribe/{token}"),
        ui,
    };
    Ok(unlinked(page(StatusCode::OK, &shown)?))
}

/// `POST /unsubscribe/{token}`: one click turns off the kind of the mail it is in; the page's form says which she gets.
pub(in crate::web) async fn submit(
    app: web::Data<App>,
    asker: Asker,
    token: web::Path<String>,
    body: web::Bytes,
) -> Result<HttpResponse, Error> {
    let who = opened(&app, &asker, &token).await?;
    let said = if is_one_click(&body) {
        app.db.transaction(async |tx| mail::unsubscribe(tx, &who).await).await?;
        "preferences-unsubscribed"
    } else {
        let typed = FormData::decode(&body)?;
        let off: Vec<MailKind> = MailKind::BULK
            .into_iter()
            .filter(|kind| !typed.all(FIELD).any(|got| got == kind.as_str()))
            .collect();
        app.db.transaction(async |tx| mail::set_turned_off(tx, &who, &off).await).await?;
        "preferences-saved"
    };
    let edition = app.pages.edition(&app.db, who.edition().into()).await?;
    let ui = Ui::anonymous(asker.lang, format!("/unsubscribe/{token}"));
    let text = vec![ui.t1("preferences-done-text", "email", who.address()), ui.t("preferences-still")];
    message::say(&edition, ui, "good", said, text)
}

/// A form of one field, urlencoded or multipart.
fn is_one_click(body: &[u8]) -> bool {
    let text = String::from_utf8_lossy(body);
    let (name, value) = ONE_CLICK;
    text.trim_end() == format!("{name}={value}")
        || text.contains(&format!("name=\"{name}\"")) && text.contains(value)
}
