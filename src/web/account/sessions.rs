//! Where one is signed in, and ending that elsewhere.

use actix_web::{HttpResponse, web};

use crate::{
    accounts::{self, Session},
    error::Error,
    http::{App, Own, SignedForm, Ui, page::see_other},
    values::Id,
    web::console::clock::Clock,
};

/// A login session in a list.
pub(in crate::web) struct SessionRow {
    pub(in crate::web) browser: String,
    pub(in crate::web) method: String,
    pub(in crate::web) address: String,
    pub(in crate::web) began: String,
    pub(in crate::web) seen: String,
    pub(in crate::web) here: bool,
    /// What ends it, where that is offered for one alone.
    pub(in crate::web) end: Option<String>,
}

impl SessionRow {
    /// One of the reader's own.
    pub(super) fn of(session: &Session, own: &Own, clock: &Clock, ui: &Ui) -> Self {
        let here = session.id == own.proof.session();
        let end = (!here).then(|| format!("/account/sessions/{}/end", session.id));
        Self { here, end, ..Self::of_somebody(session, clock, ui) }
    }

    /// One of somebody else's.
    pub(in crate::web) fn of_somebody(session: &Session, clock: &Clock, ui: &Ui) -> Self {
        let said = session.user_agent.clone();
        Self {
            browser: if said.is_empty() { ui.t("session-browser-unknown") } else { said },
            method: ui.t(&format!("login-method-{}", session.method)),
            address: session.address.clone().unwrap_or_default(),
            began: clock.tell(session.created_at),
            seen: clock.tell(session.seen_at),
            here: false,
            end: None,
        }
    }
}

/// `POST /account/sessions/{id}/end`
pub(in crate::web) async fn end(
    app: web::Data<App>,
    own: Own,
    id: web::Path<Id<Session>>,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    app.db.transaction(async |tx| accounts::end_session(tx, &own.proof, *id).await).await?;
    Ok(see_other("/account?done=signed-out"))
}

/// `POST /account/sessions/end-others`
pub(in crate::web) async fn end_others(
    app: web::Data<App>,
    own: Own,
    _: SignedForm,
) -> Result<HttpResponse, Error> {
    app.db.transaction(async |tx| accounts::end_all_other(tx, &own.proof).await).await?;
    Ok(see_other("/account?done=signed-out"))
}
