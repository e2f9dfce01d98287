//! Secret links: what they are for, how they are written, how they are proved.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Keys;

crate::text_enum! {
    /// What a secret link lets its holder do. Links of different purposes are distinct secrets.
    pub enum Purpose {
        /// Manage one's registration: change, cancel, erase.
        Manage = "manage",
        /// Show one's ticket, nothing more.
        Ticket = "ticket",
        /// Answer an offer from the waiting list.
        Offer = "offer",
        /// Sign in to an account, once.
        SignIn = "sign-in",
        /// The six-digit code that goes with a sign-in link.
        SignInCode = "sign-in-code",
        /// Accept a staff invitation.
        Invitation = "invitation",
        /// Prove a changed address at the new one.
        Address = "address",
        /// Act for a speaker: her profile, her submissions, her answers.
        Speaker = "speaker",
        /// Keep a list of starred sessions, and follow it with a calendar.
        Stars = "stars",
        /// Answer whether to act for a company too.
        Company = "company",
        /// Register oneself with a company's pass, once.
        Pass = "pass",
        /// Choose which kinds of mail an address gets.
        Preferences = "preferences",
    }
}

/// A link to be written into a mail when it goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// What for.
    pub purpose: Purpose,
    /// The row it opens.
    pub id: Uuid,
    /// The row's link version; the link dies when the row's moves on.
    pub version: i32,
}

/// A link's secret as it stands in a URL: 16 bytes of id and 16 of MAC, in 43 URL-safe characters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct LinkToken {
    id: Uuid,
    tag: [u8; 16],
}

impl LinkToken {
    /// Reads a token; `None` for anything that never was one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = data_encoding::BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        let (id, tag) = bytes.split_at_checked(16)?;
        Some(Self { id: Uuid::from_slice(id).ok()?, tag: tag.try_into().ok()? })
    }

    /// The row it speaks of: load it, then ask [`Keys::opens`] with the row's version.
    #[must_use]
    pub fn id(&self) -> Uuid {
        self.id
    }
}

impl Keys {
    /// The secret part of `link`'s URL.
    #[must_use]
    pub fn link_token(&self, link: &Link) -> String {
        let tag = self.mac(link.purpose.as_str(), &[link.id.as_bytes(), &link.version.to_be_bytes()]);
        let bytes: Vec<u8> = link.id.as_bytes().iter().chain(tag.iter().take(16)).copied().collect();
        data_encoding::BASE64URL_NOPAD.encode(&bytes)
    }

    /// Whether `token` was made for `purpose` at this version of its row.
    #[must_use]
    pub fn opens(&self, token: &LinkToken, purpose: Purpose, version: i32) -> bool {
        self.proves(purpose.as_str(), &[token.id.as_bytes(), &version.to_be_bytes()], &token.tag)
    }

    /// The six digits that go with the sign-in `id`.
    #[must_use]
    pub fn sign_in_code(&self, id: Uuid) -> String {
        let tag = self.mac(Purpose::SignInCode.as_str(), &[id.as_bytes()]);
        let number = tag.iter().take(8).fold(0_u64, |sum, byte| (sum << 8) | u64::from(*byte));
        format!("{:06}", number % 1_000_000)
    }
}
