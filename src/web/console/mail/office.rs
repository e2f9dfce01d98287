//! Whose outbox a page shows, and the frame around it.

use crate::{
    accounts::proofs::Communications,
    error::Error,
    http::{App, AsAdmin, At, Signed, Ui},
    mail::OutboxEntry,
    outbox::Handler,
    web::console::{
        clock::Clock,
        frame::{Console, RoomName, SiteRoom, address},
    },
};

/// The outbox of an edition, or of the whole site for its admins.
pub(super) struct Office<'a> {
    pub(super) who: Handler<'a>,
    pub(super) signed: &'a Signed,
    pub(super) console: Console,
    /// The address of its list.
    pub(super) home: String,
    pub(super) clock: Clock,
    pub(super) ui: Ui,
}

impl<'a> Office<'a> {
    /// The edition's.
    pub(super) fn of_edition(at: &'a At<Communications>) -> Self {
        let ui = at.signed.ui();
        Self {
            who: Handler::Edition(&at.proof),
            signed: &at.signed,
            console: Console::of(&at.edition, &at.signed, RoomName::Mail),
            home: address(&at.edition, "/mails"),
            clock: Clock::of(&at.edition, ui.lang),
            ui,
        }
    }

    /// The site's.
    pub(super) async fn of_site(app: &App, admin: &'a AsAdmin) -> Result<Self, Error> {
        let ui = admin.signed.ui();
        Ok(Self {
            who: Handler::Site(&admin.proof),
            signed: &admin.signed,
            console: Console::of_site(&admin.signed, SiteRoom::Mail),
            home: "/console/site/mails".to_owned(),
            clock: Clock::of_site(&mut *app.db.read().await?, ui.lang).await?,
            ui,
        })
    }

    /// Where the edition's campaigns stand; the site has none.
    pub(super) fn campaigns(&self) -> Option<String> {
        self.room("campaigns")
    }

    /// Where the row stands that caused `mail`, if it has a page.
    pub(super) fn cause(&self, mail: &OutboxEntry) -> Option<String> {
        let room = match mail.cause_kind.as_str() {
            "registration" => "registrations",
            "submission" => "submissions",
            "campaign" => "campaigns",
            _ => return None,
        };
        Some(format!("{}/{}", self.room(room)?, mail.cause_id))
    }

    fn room(&self, name: &str) -> Option<String> {
        match self.who {
            Handler::Edition(_) => Some(format!("{}/{name}", self.home.trim_end_matches("/mails"))),
            Handler::Site(_) => None,
        }
    }
}
