//! A place offered to someone who waited: the link shows it, and each button does one thing.

use actix_web::{HttpRequest, HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    message,
    ticket::person,
    views::{Site, way_name, when_of},
};
use crate::{
    editions::{self, Edition, Occasion},
    error::Error,
    http::{App, Asker, Shown, Ui, guard::unlinked, language, page},
    keys::LinkToken,
    overview::PublicSnapshot,
    registrations::{self, OfferHolder},
    values::{Moment, time},
};

#[derive(Template)]
#[template(path = "public/offer.html")]
struct OfferPage {
    ui: Ui,
    site: Site,
    name: Shown,
    way: Shown,
    person: Shown,
    when: String,
    place: Option<Shown>,
    deadline: String,
    urgent: bool,
    accept: String,
    decline: String,
}

/// An offer, of what, and who asks: in her language, where no other was chosen.
struct Opened {
    holder: OfferHolder,
    edition: Edition,
    asker: Asker,
}

async fn opened(app: &App, request: &HttpRequest, token: &str) -> Result<Opened, Error> {
    let mut asker = Asker::of(request);
    let token = LinkToken::parse(token).ok_or(Error::NotFound)?;
    let mut conn = app.db.read().await?;
    let holder = registrations::offer_holder(&mut conn, &asker.visitor(), &app.keys, &token).await?;
    let edition = app.pages.edition(&app.db, holder.registration().edition).await?;
    asker.lang = language::of_owner(request, holder.registration().lang);
    Ok(Opened { holder, edition, asker })
}

/// `GET /o/{token}`: an offer that is over says so instead of offering buttons.
pub(in crate::web) async fn show(
    app: web::Data<App>,
    request: HttpRequest,
    token: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let Opened { holder, edition, asker } = opened(&app, &request, &token).await?;
    let ui = Ui::anonymous(asker.lang, &asker.path);
    if holder.offer().outcome.is_some() {
        return message::say(&edition, ui, "info", "offer-over", Vec::new());
    }
    let snapshot = app.pages.snapshot(&app.db, edition.slug.as_str()).await?;
    let side_event = holder.registration().side_event;
    let occasion = editions::occasion(&mut *app.db.read().await?, &edition, side_event).await?;
    Ok(unlinked(page(StatusCode::OK, &OfferPage::of(&snapshot, &holder, &occasion, &token, ui))?))
}

impl OfferPage {
    fn of(snapshot: &PublicSnapshot, holder: &OfferHolder, occasion: &Occasion, token: &str, ui: Ui) -> Self {
        let (edition, row, lang) = (snapshot.edition(), holder.registration(), ui.lang);
        let expires = holder.offer().expires_at;
        // Until the mail server has taken the mail, the clock has not started.
        let deadline = expires.map(|at| time::moment_with_zone(lang, at, &edition.zone));
        let day = |at: Moment| edition.zone.at(at).date();
        Self {
            site: Site::around(snapshot, &ui, ""),
            name: Shown::of(&occasion.name, lang),
            way: way_name(snapshot, row.type_id, lang),
            person: person(row, lang),
            when: when_of(occasion, lang),
            place: Shown::maybe(occasion.venue.as_ref(), lang),
            urgent: expires.is_some_and(|at| day(at) == day(Moment::now())),
            deadline: deadline.unwrap_or_else(|| ui.t1("offer-hours", "hours", edition.offer_hours)),
            accept: format!("/o/{token}/accept"),
            decline: format!("/o/{token}/decline"),
            ui,
        }
    }
}

/// `POST /o/{token}/accept`
pub(in crate::web) async fn accept(
    app: web::Data<App>,
    request: HttpRequest,
    token: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let Opened { holder, edition, asker } = opened(&app, &request, &token).await?;
    let row = app.db.transaction(async |tx| registrations::accept(tx, &holder).await).await?;
    let ui = Ui::anonymous(asker.lang, format!("/o/{token}"));
    let text = vec![ui.t1("offer-accepted-text", "email", row.email.as_str())];
    message::say(&edition, ui, "good", "offer-accepted", text)
}

/// `POST /o/{token}/decline`
pub(in crate::web) async fn decline(
    app: web::Data<App>,
    request: HttpRequest,
    token: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let Opened { holder, edition, asker } = opened(&app, &request, &token).await?;
    app.db.transaction(async |tx| registrations::turn_down(tx, &holder).await).await?;
    let ui = Ui::anonymous(asker.lang, format!("/o/{token}"));
    let text = vec![ui.t("offer-declined-text")];
    message::say(&edition, ui, "info", "offer-declined", text)
}
