//! What clashes in the draft, in words, and saying why some of it may stand.

use actix_web::{HttpResponse, web};
use diesel_async::AsyncPgConnection;

use super::{super::frame::address, list, names::Names};
use crate::{
    accounts::proofs::Programme,
    error::Error,
    http::{App, At, Shown, SignedForm, Ui, page::see_other},
    programme::{self, Checked, Planned, Session, clash::Severity},
    values::{Id, Line},
    web::console::news::News,
};

/// A clash in words.
pub(super) struct Clash {
    /// What an acknowledgement is kept under.
    pub(super) key: String,
    /// `bad` or `wait`.
    pub(super) tone: &'static str,
    pub(super) severity: String,
    pub(super) kind: String,
    /// The room or person that it is about.
    pub(super) about: String,
    pub(super) sessions: Vec<(String, Shown)>,
    pub(super) ids: Vec<Id<Session>>,
    pub(super) reason: Option<String>,
    /// Whether somebody may answer for it.
    pub(super) may_stand: bool,
}

/// Everything that clashes in the draft, the worst first; what has a reason last.
pub(super) async fn all(
    conn: &mut AsyncPgConnection,
    at: &At<Programme>,
    planned: &[Planned],
    names: &Names,
) -> Result<Vec<Clash>, Error> {
    let ui = at.signed.ui();
    let found = programme::check(conn, &at.proof).await?;
    let home = address(&at.edition, "/programme");
    let (settled, open): (Vec<_>, Vec<_>) = found.into_iter().partition(|checked| checked.reason.is_some());
    let both = open.into_iter().chain(settled);
    Ok(both.map(|checked| Clash::of(checked, planned, names, &ui, &home)).collect())
}

impl Clash {
    fn of(checked: Checked, planned: &[Planned], names: &Names, ui: &Ui, home: &str) -> Self {
        let Checked { clash, reason } = checked;
        let severity = clash.kind.severity();
        let session = |id: &Id<Session>| {
            let found = planned.iter().find(|one| one.row.id == *id)?;
            Some((format!("{home}/{id}/place"), Shown::of(&found.row.title, ui.lang)))
        };
        let room = clash.room.map(|room| names.room(room));
        let about = clash.person.map(|person| names.person(person)).or(room).unwrap_or_default();
        Self {
            tone: if severity == Severity::Error { "bad" } else { "wait" },
            severity: ui.t(&format!("clash-severity-{severity}")),
            kind: ui.t(&format!("clash-kind-{}", clash.kind)),
            about,
            sessions: clash.sessions.iter().filter_map(session).collect(),
            may_stand: clash.kind.can_be_acknowledged(),
            key: clash.key.to_string(),
            ids: clash.sessions,
            reason,
        }
    }

    /// Whether it is about that session, and nobody answered for it.
    pub(super) fn stands_against(&self, id: Id<Session>) -> bool {
        self.reason.is_none() && self.ids.contains(&id)
    }
}

/// The worst tone of what stands against a session.
pub(super) fn tone(clashes: &[Clash], id: Id<Session>) -> Option<&'static str> {
    let tones = || clashes.iter().filter(|clash| clash.stands_against(id)).map(|clash| clash.tone);
    tones().find(|tone| *tone == "bad").or_else(|| tones().next())
}

/// `POST /console/{edition}/programme/acknowledge`
pub(in crate::web) async fn acknowledge(
    app: web::Data<App>,
    at: At<Programme>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    let outcome = async {
        let reason =
            Line::<200>::parse(typed.one("reason")).map_err(|reason| Error::field("reason", reason))?;
        let key = typed.one("key");
        let verb = async |tx: &mut _| programme::acknowledge(tx, &at.proof, key, reason).await;
        app.db.transaction(verb).await
    };
    match outcome.await {
        Ok(()) => Ok(see_other(address(&at.edition, "/programme?done=acknowledged#clashes"))),
        // Whoever is late finds the list as it is now.
        Err(Error::NotFound) => Ok(see_other(address(&at.edition, "/programme#clashes"))),
        Err(error) => {
            let (news, status) = News::against(error, at.signed.asker.lang)?;
            list::draw(&app, &at, Some(news), status).await
        }
    }
}
