//! The form whose questions the pages are about: the edition's registration form, or that of a call in the path.

use std::{future::Future, pin::Pin};

use actix_web::{Error as ActixError, FromRequest, HttpRequest, dev::Payload, web};
use serde::Deserialize;

use super::super::{
    calls::tabs::{self, Tab},
    frame::{Console, RoomName, address},
};
use crate::{
    accounts::proofs::{Organiser, Programme},
    calls::{self, Call},
    editions::Edition,
    error::Error,
    http::{App, At, Signed, session::app},
    questions::{Editor, Form},
    values::{Id, Moment},
};

/// A form, the right to change it, and where its pages are.
pub(in crate::web) struct Sheet {
    pub(super) editor: Editor,
    pub(super) form: Form,
    pub(super) edition: Edition,
    pub(super) signed: Signed,
    /// The list of its questions.
    pub(super) home: String,
    /// Whether the kinds of its questions are fixed.
    pub(super) fixed: bool,
    /// Whose form it is, where it is a call's.
    pub(super) call: Option<Call>,
}

#[derive(Deserialize)]
struct OfCall {
    call: Option<Id<Call>>,
}

impl Sheet {
    fn of_registration(at: At<Organiser>) -> Self {
        Self {
            editor: (&at.proof).into(),
            form: at.edition.id.into(),
            home: address(&at.edition, "/questions"),
            fixed: at.edition.published_at.is_some(),
            call: None,
            edition: at.edition,
            signed: at.signed,
        }
    }

    async fn of_call(app: &App, at: At<Programme>, id: Id<Call>) -> Result<Self, Error> {
        let (mut conn, now) = (app.db.read().await?, Moment::now());
        let call = calls::call(&mut conn, &at.proof, id).await?;
        let editor = calls::editor(&mut conn, &at.proof, id, now).await?;
        Ok(Self {
            fixed: call.has_opened(now),
            editor,
            form: calls::form(&call),
            home: address(&at.edition, &format!("/calls/{id}/form")),
            call: Some(call),
            edition: at.edition,
            signed: at.signed,
        })
    }

    /// The frame around its pages.
    pub(super) fn console(&self) -> Console {
        let room = if self.call.is_some() { RoomName::Calls } else { RoomName::Questions };
        Console::of(&self.edition, &self.signed, room)
    }

    /// The call's other pages, where it is a call's.
    pub(super) fn tabs(&self) -> Option<tabs::Tabs> {
        let ui = self.signed.ui();
        self.call.as_ref().map(|call| tabs::Tabs::of(Tab::Questions, call, &self.edition, &ui))
    }
}

impl FromRequest for Sheet {
    type Error = ActixError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ActixError>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        // The body is the form's to take.
        let (request, mut payload) = (request.clone(), Payload::None);
        Box::pin(async move {
            let of = web::Path::<OfCall>::from_request(&request, &mut payload).await?;
            let Some(id) = of.call else {
                return Ok(Self::of_registration(At::from_request(&request, &mut payload).await?));
            };
            let at = At::<Programme>::from_request(&request, &mut payload).await?;
            Ok(Self::of_call(app(&request)?, at, id).await?)
        })
    }
}
