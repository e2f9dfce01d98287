//! Who takes part: asking somebody by mail, and taking somebody off.

use actix_web::{HttpResponse, web};

use super::{
    act::At,
    submission::{Opened, Refused, draw, place},
};
use crate::{
    error::Error,
    http::{App, Form, Ui, guard::unlinked, holder::HeldForm, page::see_other},
    speakers::{Presenter, SpeakerId},
    submissions::{self, Companion, Invitation, Invite, InviteFields},
    values::{Email, Lang, Moment},
};

/// Somebody who takes part, or is asked to.
pub(super) struct Person {
    pub(super) id: SpeakerId,
    /// Her name, or the address she was asked at.
    pub(super) called: String,
    pub(super) part: String,
    /// `accepted`, `invited` or `declined`.
    pub(super) invitation: &'static str,
    pub(super) is_owner: bool,
}

impl Person {
    pub(super) fn of(one: &Companion, ui: &Ui) -> Self {
        let name = one.name.as_ref().map(|name| name.display(ui.lang));
        let email = || one.email.as_ref().map(Email::as_str).unwrap_or("–").to_owned();
        Self {
            id: one.speaker,
            called: name.unwrap_or_else(email),
            part: ui.t(&format!("part-{}", one.part)),
            invitation: one.invitation.as_str(),
            is_owner: one.is_owner,
        }
    }

    /// Whether she has not answered, or said no.
    pub(super) fn is_absent(&self) -> bool {
        self.invitation != Invitation::Accepted.as_str()
    }
}

/// `POST /{lang}/{edition}/speaker/submissions/{id}/invite`
pub(in crate::web) async fn invite(
    app: web::Data<App>,
    at: At,
    sent: HeldForm<Presenter>,
) -> Result<HttpResponse, Error> {
    let HeldForm { held, typed } = sent;
    let opened = Opened::of(&app, &held, (&at.1, at.2)).await?;
    let outcome = async {
        let one = |name: &str| typed.one(name).to_owned();
        let new = Invite::try_from(&InviteFields { email: one("email"), part: one("part") })?;
        let now = Moment::now();
        app.db.transaction(async |tx| submissions::invite(tx, &held.proof, at.2, &new, now).await).await
    };
    match outcome.await {
        Ok(()) => Ok(unlinked(see_other(place(&opened.edition, at.0, at.2, "invited")))),
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.0)?;
            draw(&app, &held, opened, Refused { invite: Some(form), ..Refused::default() }, status).await
        }
    }
}

/// `POST /{lang}/{edition}/speaker/submissions/{id}/people/{speaker}/remove`
pub(in crate::web) async fn remove(
    app: web::Data<App>,
    at: web::Path<(Lang, String, submissions::SubmissionId, SpeakerId)>,
    sent: HeldForm<Presenter>,
) -> Result<HttpResponse, Error> {
    let edition = sent.held.edition(&app, &at.1).await?;
    let who = &sent.held.proof;
    app.db.transaction(async |tx| submissions::remove(tx, who, at.2, at.3, Moment::now()).await).await?;
    Ok(unlinked(see_other(place(&edition, at.0, at.2, "removed"))))
}
