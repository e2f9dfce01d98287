//! The team of an edition on one page.

use std::slice;

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{Invited, Person, roles};
use crate::{
    accounts::{self, Manager, proofs::Organiser},
    error::Error,
    http::{App, At, Form, Shown, Ui, page},
    web::{
        console::{
            clock::Clock,
            frame::{Console, RoomName, address},
            news::News,
        },
        public::views::Choice,
    },
};

#[derive(Template)]
#[template(path = "console/team/list.html")]
struct TeamPage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    home: String,
    people: Vec<Person>,
    invitations: Vec<Invited>,
    form: Form,
    names: Vec<Choice>,
    roles: Vec<Choice>,
}

/// `GET /console/{edition}/team`
pub(in crate::web) async fn show(app: web::Data<App>, at: At<Organiser>) -> Result<HttpResponse, Error> {
    let news = News::done(&at.signed);
    draw(&app, &at, Form::default(), news, StatusCode::OK).await
}

/// The page around a form for one more role, after `status`.
pub(super) async fn draw(
    app: &App,
    at: &At<Organiser>,
    form: Form,
    news: Option<News>,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let (ui, mut conn) = (at.signed.ui(), app.db.read().await?);
    let manager = Manager::Organiser(&at.proof);
    let staff = accounts::who_has_what(&mut conn, manager).await?;
    let invitations = accounts::invitations(&mut conn, manager).await?;
    let (home, clock) = (address(&at.edition, "/team"), Clock::of(&at.edition, ui.lang));
    let (grants, offers) = (format!("{home}/roles"), format!("{home}/invitations"));
    let here = slice::from_ref(&at.edition);
    let people: Vec<Person> =
        staff.iter().map(|member| Person::of(member, here, &grants, &ui)).collect::<Result<_, _>>()?;
    let invited = |invitation| Invited::of(invitation, here, &offers, &clock, &ui);
    let shown = TeamPage {
        console: Console::of(&at.edition, &at.signed, RoomName::Team),
        news,
        names: people.iter().map(|person| name(person, &ui)).collect(),
        people,
        invitations: invitations.iter().map(invited).collect::<Result<_, _>>()?,
        form,
        roles: roles(false, &ui),
        home,
        ui,
    };
    page(status, &shown)
}

fn name(person: &Person, ui: &Ui) -> Choice {
    Choice {
        value: person.id.clone(),
        label: Shown::plain(format!("{} · {}", person.name, person.email), ui.lang),
    }
}
