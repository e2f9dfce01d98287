//! Every speaker of the edition, in order of protocol.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::super::{
    frame::{Console, RoomName, address},
    news::News,
    order::{Standing, moved},
    submissions::views::person,
};
use crate::{
    accounts::proofs::Programme,
    db::Tx,
    error::Error,
    http::{App, At, Form, Shown, SignedForm, Ui, page, page::see_other},
    speakers::{self, Speaker, SpeakerId},
    values::text,
};

struct Row {
    id: String,
    href: String,
    name: Shown,
    organisation: String,
    /// Where her mails go; none where no address is known.
    mail: Option<String>,
    link: String,
    /// Her place, while everybody is listed.
    standing: Option<Standing>,
}

#[derive(Template)]
#[template(path = "console/speakers/list.html")]
struct ListPage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    form: Form,
    home: String,
    add: String,
    order: String,
    rows: Vec<Row>,
}

/// `GET /console/{edition}/speakers`: query `q`.
pub(in crate::web) async fn show(app: web::Data<App>, at: At<Programme>) -> Result<HttpResponse, Error> {
    let typed = at.signed.asker.query()?;
    let found = speakers::list(&mut *app.db.read().await?, &at.proof, typed.one("q")).await?;
    let (ui, home, all) = (at.signed.ui(), address(&at.edition, "/speakers"), text::is_blank(typed.one("q")));
    let row = |(index, speaker): (usize, &Speaker)| Row {
        id: speaker.id.to_string(),
        href: format!("{home}/{}", speaker.id),
        name: person(speaker, &ui),
        organisation: speaker.organisation.as_ref().map(ToString::to_string).unwrap_or_default(),
        mail: speaker
            .contact_email
            .as_ref()
            .or(speaker.email.as_ref())
            .map(|email| email.as_str().to_owned()),
        link: format!("{home}/{}/send-link", speaker.id),
        standing: all.then(|| Standing::of(speaker.id, index, found.len())),
    };
    let shown = ListPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Speakers),
        news: News::done(&at.signed),
        add: address(&at.edition, "/submissions/new"),
        order: format!("{home}/order"),
        rows: found.iter().enumerate().map(row).collect(),
        form: Form::filled(typed),
        home,
        ui,
    };
    page(StatusCode::OK, &shown)
}

/// `POST /console/{edition}/speakers/order`: inputs `id`, and `move` with `up` or `down`.
pub(in crate::web) async fn reorder(
    app: web::Data<App>,
    at: At<Programme>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let verb = async |tx: &mut Tx| {
        let all = speakers::list(tx, &at.proof, "").await?;
        let ids: Vec<SpeakerId> = all.iter().map(|speaker| speaker.id).collect();
        speakers::reorder(tx, &at.proof, &moved(&typed, &ids)?).await
    };
    app.db.transaction(verb).await?;
    Ok(see_other(address(&at.edition, &format!("/speakers?done=moved#row-{}", typed.one("id")))))
}
