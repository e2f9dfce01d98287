//! Offering a role by mail, and taking the offer back.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{list, roles};
use crate::{
    accounts::{
        self, INVITATION_DAYS, Invitation, InvitationFields, Manager, NewInvitation, proofs::Organiser,
    },
    error::Error,
    http::{App, At, Form, FormData, SignedForm, Ui, page, page::see_other},
    values::Id,
    web::{
        account::langs,
        console::{
            frame::{Console, RoomName, address},
            news::News,
        },
        public::views::Choice,
    },
};

/// The form of an invitation; without editions where it is for the edition at hand.
#[derive(Template)]
#[template(path = "console/team/invite.html")]
pub(in crate::web::console) struct InvitePage {
    pub(in crate::web::console) ui: Ui,
    pub(in crate::web::console) console: Console,
    pub(in crate::web::console) form: Form,
    pub(in crate::web::console) action: String,
    pub(in crate::web::console) back: String,
    pub(in crate::web::console) roles: Vec<Choice>,
    pub(in crate::web::console) editions: Vec<Choice>,
    pub(in crate::web::console) langs: Vec<Choice>,
    pub(in crate::web::console) days: i64,
}

/// What was typed, for the edition with this id.
pub(in crate::web::console) fn fields(typed: &FormData, edition: String) -> InvitationFields {
    let one = |name| typed.one(name).to_owned();
    InvitationFields { email: one("email"), name: one("name"), lang: one("lang"), role: one("role"), edition }
}

fn draw(at: &At<Organiser>, form: Form, status: StatusCode) -> Result<HttpResponse, Error> {
    let ui = at.signed.ui();
    let shown = InvitePage {
        console: Console::of(&at.edition, &at.signed, RoomName::Team),
        form,
        action: address(&at.edition, "/team/invitations"),
        back: address(&at.edition, "/team"),
        roles: roles(false, &ui),
        editions: Vec::new(),
        langs: langs(),
        days: INVITATION_DAYS,
        ui,
    };
    page(status, &shown)
}

/// `GET /console/{edition}/team/invitations`
pub(in crate::web) async fn form(at: At<Organiser>) -> Result<HttpResponse, Error> {
    let own = [("lang".to_owned(), at.signed.asker.lang.to_string())];
    draw(&at, Form::filled(FormData::from_iter(own)), StatusCode::OK)
}

/// `POST /console/{edition}/team/invitations`
pub(in crate::web) async fn send(
    app: web::Data<App>,
    at: At<Organiser>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let outcome = async {
        let new = NewInvitation::try_from(fields(&typed, at.edition.id.to_string()))?;
        let verb =
            async |tx: &mut crate::db::Tx| accounts::invite(tx, Manager::Organiser(&at.proof), new).await;
        app.db.transaction(verb).await
    };
    match outcome.await {
        Ok(_) => Ok(see_other(address(&at.edition, "/team?done=invited"))),
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&at, form, status)
        }
    }
}

/// `POST /console/{edition}/team/invitations/{id}/withdraw`
pub(in crate::web) async fn withdraw(
    app: web::Data<App>,
    at: At<Organiser>,
    path: web::Path<(String, Id<Invitation>)>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    let verb = async |tx: &mut crate::db::Tx| {
        accounts::withdraw_invitation(tx, Manager::Organiser(&at.proof), path.1).await
    };
    match app.db.transaction(verb).await {
        Ok(()) => Ok(see_other(address(&at.edition, "/team?done=withdrawn"))),
        Err(error) => {
            let news = News::refused(error, at.signed.asker.lang)?;
            list::draw(&app, &at, Form::default(), Some(news), StatusCode::CONFLICT).await
        }
    }
}
