//! The frame around console pages: the rooms at the left, of which each role sees its own.

use crate::{
    accounts::{Access, Role},
    editions::Edition,
    http::{Shown, Signed},
    values::Lang,
};

const SIGN_OUT: &str = "/sign-out";

/// A room of an edition's console.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RoomName {
    /// Today's numbers and what needs doing.
    Today,
    /// The people.
    Registrations,
    /// Registration types and capacity pools.
    Places,
    /// The form's questions.
    Questions,
    /// Sessions, the schedule, releases.
    Programme,
    /// What people are invited to hand in.
    Calls,
    /// What they handed in, and who was invited.
    Submissions,
    /// The people of the programme.
    Speakers,
    /// What one was asked to review.
    Reviews,
    /// The outbox.
    Mail,
    /// Who may do what here.
    Team,
    /// What was changed, and by whom.
    Audit,
    /// Texts, dates, partners, consents.
    Settings,
}

impl RoomName {
    const ALL: [Self; 13] = [
        Self::Today,
        Self::Registrations,
        Self::Places,
        Self::Questions,
        Self::Calls,
        Self::Submissions,
        Self::Speakers,
        Self::Reviews,
        Self::Programme,
        Self::Mail,
        Self::Team,
        Self::Audit,
        Self::Settings,
    ];

    /// The last segment of its address, its locale key and its icon.
    fn told(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Today => ("", "console-today", "today"),
            Self::Registrations => ("/registrations", "console-registrations", "people"),
            Self::Places => ("/places", "console-places", "ticket"),
            Self::Questions => ("/questions", "console-questions", "form"),
            Self::Programme => ("/programme", "console-programme", "calendar"),
            Self::Calls => ("/calls", "console-calls", "line"),
            Self::Submissions => ("/submissions", "console-submissions", "person"),
            Self::Speakers => ("/speakers", "console-speakers", "people"),
            Self::Reviews => ("/reviews", "console-reviews", "check"),
            Self::Mail => ("/mails", "console-mail", "mail"),
            Self::Team => ("/team", "console-team", "key"),
            Self::Audit => ("/audit", "console-audit", "history"),
            Self::Settings => ("/settings", "console-settings", "settings"),
        }
    }

    /// The role that its pages demand.
    fn role(self) -> Role {
        match self {
            Self::Today => Role::Observer,
            Self::Registrations => Role::Desk,
            Self::Calls | Self::Submissions | Self::Speakers | Self::Programme => Role::Programme,
            Self::Reviews => Role::Reviewer,
            Self::Mail => Role::Communications,
            Self::Places | Self::Questions | Self::Team | Self::Audit | Self::Settings => Role::Organiser,
        }
    }
}

/// A link to a room.
pub(crate) struct Room {
    pub(crate) href: String,
    pub(crate) label: String,
    pub(crate) icon: &'static str,
    pub(crate) current: bool,
    pub(crate) count: Option<u64>,
}

/// What the console's layout needs.
pub(crate) struct Console {
    pub(crate) edition: Shown,
    pub(crate) home: String,
    pub(crate) rooms: Vec<Room>,
    pub(crate) sign_out: String,
}

impl Console {
    /// The console of `edition`, with the reader in the room `here`.
    pub(crate) fn of(edition: &Edition, signed: &Signed, here: RoomName) -> Self {
        let (ui, home) = (signed.ui(), address(edition, ""));
        let may = |room: &RoomName| signed.authority.may(room.role(), Some(edition.id.uuid()), Access::Read);
        let room = |name: RoomName| {
            let (page, key, icon) = name.told();
            Room { href: address(edition, page), label: ui.t(key), icon, current: name == here, count: None }
        };
        Self {
            edition: Shown::of(&edition.name, ui.lang),
            rooms: RoomName::ALL.into_iter().filter(may).map(room).collect(),
            sign_out: SIGN_OUT.to_owned(),
            home,
        }
    }
}

/// A room of the whole site's console, which is no edition's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SiteRoom {
    /// The editions one works in.
    Editions,
    /// One's own account.
    Account,
    /// One's own API tokens.
    Tokens,
    /// Every account, for admins.
    Accounts,
    /// Roles offered anywhere, for admins.
    Invitations,
    /// Everybody's API tokens, for admins.
    AllTokens,
    /// Webhooks of every edition, for admins.
    Webhooks,
    /// Every mail, for admins.
    Mail,
    /// What was changed anywhere, for admins.
    Trail,
}

impl SiteRoom {
    const ALL: [Self; 9] = [
        Self::Editions,
        Self::Account,
        Self::Tokens,
        Self::Accounts,
        Self::Invitations,
        Self::AllTokens,
        Self::Webhooks,
        Self::Mail,
        Self::Trail,
    ];

    /// Its address, its locale key, its icon, and whether only admins see it.
    fn told(self) -> (&'static str, &'static str, &'static str, bool) {
        match self {
            Self::Editions => ("/console", "console-editions", "calendar", false),
            Self::Account => ("/account", "console-account", "person", false),
            Self::Tokens => ("/account/tokens", "console-tokens", "key", false),
            Self::Accounts => ("/console/site/accounts", "console-accounts", "people", true),
            Self::Invitations => ("/console/site/invitations", "console-invitations", "plus", true),
            Self::AllTokens => ("/console/site/tokens", "console-all-tokens", "link", true),
            Self::Webhooks => ("/console/site/webhooks", "console-webhooks", "exit", true),
            Self::Mail => ("/console/site/mails", "console-mail", "mail", true),
            Self::Trail => ("/console/site/audit", "console-audit", "history", true),
        }
    }
}

impl Console {
    /// The console of the whole site, with the reader in the room `here`.
    pub(crate) fn of_site(signed: &Signed, here: SiteRoom) -> Self {
        let ui = signed.ui();
        let admin = signed.authority.may(Role::Admin, None, Access::Read);
        let seen = |room: &SiteRoom| admin || !room.told().3;
        let room = |name: SiteRoom| {
            let (href, key, icon, _) = name.told();
            Room { href: href.to_owned(), label: ui.t(key), icon, current: name == here, count: None }
        };
        Self {
            edition: Shown::plain("Plenary", Lang::En),
            rooms: SiteRoom::ALL.into_iter().filter(seen).map(room).collect(),
            sign_out: SIGN_OUT.to_owned(),
            home: "/console".to_owned(),
        }
    }
}

/// The address of a console page; `page` begins with a slash, or is empty for Today.
pub(crate) fn address(edition: &Edition, page: &str) -> String {
    format!("/console/{}{page}", edition.slug)
}
