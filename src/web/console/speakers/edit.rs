//! One speaker: who she is and how she is reached, corrected by staff.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        super::public::views::{Choice, titles},
        bounced::Bounced,
        frame::{Console, RoomName, address},
        news::News,
        submissions::views::person,
    },
    fields,
};
use crate::{
    accounts::proofs::Programme,
    db::Tx,
    error::Error,
    http::{App, At, Form, Shown, SignedForm, Ui, page, page::see_other},
    speakers::{self, NewSpeaker, Speaker, SpeakerId},
    values::Id,
    web::times,
};

pub(super) type Where = web::Path<(String, Id<Speaker>)>;

#[derive(Template)]
#[template(path = "console/speakers/edit.html")]
struct EditPage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    bounced: Bounced,
    form: Form,
    list: String,
    action: String,
    link: String,
    name: Shown,
    /// Whether mail reaches her, or somebody who acts for her.
    reached: bool,
    titles: Vec<Shown>,
    times: Form,
    rows: Vec<usize>,
    zone: String,
    langs: Vec<Choice>,
}

/// What the page says beside what is stored.
#[derive(Default)]
pub(super) struct Said {
    pub(super) typed: Option<Form>,
    pub(super) times: Option<Form>,
    pub(super) news: Option<News>,
    pub(super) status: StatusCode,
}

pub(super) async fn draw(
    app: &App,
    at: &At<Programme>,
    id: SpeakerId,
    said: Said,
) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let speaker = speakers::find(&mut conn, &at.proof, id).await?;
    let addresses =
        [&speaker.email, &speaker.contact_email].into_iter().flatten().map(|email| email.as_str());
    let bounced = Bounced::of(&mut conn, &at.signed, &at.edition, addresses).await?;
    let spans = speakers::availability(&mut conn, &at.proof, id).await?;
    drop(conn);
    let times = said.times.unwrap_or_else(|| times::stored(&spans, &at.edition.zone));
    let (ui, action) = (at.signed.ui(), address(&at.edition, &format!("/speakers/{id}")));
    let shown = EditPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Speakers),
        news: said.news.or_else(|| News::done(&at.signed)),
        bounced,
        form: said.typed.unwrap_or_else(|| Form::filled(fields::stored(&speaker))),
        list: address(&at.edition, "/speakers"),
        link: format!("{action}/send-link"),
        name: person(&speaker, &ui),
        reached: speaker.addressee().is_some(),
        titles: titles(ui.lang),
        rows: times::rows(&times),
        times,
        zone: at.edition.zone.label(ui.lang, at.edition.starts_at),
        langs: fields::langs(),
        action,
        ui,
    };
    page(said.status, &shown)
}

/// `GET /console/{edition}/speakers/{id}`
pub(in crate::web) async fn show(
    app: web::Data<App>,
    at: At<Programme>,
    path: Where,
) -> Result<HttpResponse, Error> {
    draw(&app, &at, path.1, Said::default()).await
}

/// `POST /console/{edition}/speakers/{id}`
pub(in crate::web) async fn correct(
    app: web::Data<App>,
    at: At<Programme>,
    path: Where,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let outcome = async {
        let raw = fields::typed(&typed);
        let new = NewSpeaker::try_from(&raw).map_err(|errors| fields::at_inputs(&errors))?;
        let verb = async |tx: &mut Tx| speakers::correct(tx, &at.proof, path.1, new).await.map(drop);
        app.db.transaction(verb).await
    };
    match outcome.await {
        Ok(()) => Ok(see_other(address(&at.edition, &format!("/speakers/{}?done=saved", path.1)))),
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&app, &at, path.1, Said { typed: Some(form), status, ..Said::default() }).await
        }
    }
}

/// `POST /console/{edition}/speakers/{id}/send-link`: her personal link, to her or to who acts for her.
pub(in crate::web) async fn send_link(
    app: web::Data<App>,
    at: At<Programme>,
    path: Where,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let verb = async |tx: &mut Tx| speakers::invite(tx, &at.proof, path.1).await;
    match app.db.transaction(verb).await {
        Ok(()) => {
            let page = format!("/speakers?done=link-sent#row-{}", path.1);
            Ok(see_other(address(&at.edition, &page)))
        }
        Err(error) => {
            let news = Some(News::refused(error, at.signed.asker.lang)?);
            draw(&app, &at, path.1, Said { news, status: StatusCode::CONFLICT, ..Said::default() }).await
        }
    }
}
