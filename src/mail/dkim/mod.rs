//! Signing mails with the sender's domain (DKIM, RFC 6376), by an RSA key and an Ed25519 key (RFC 8463) at once: each
//! receiver heeds the signature that it can verify.
//!
//! The two keys of a domain are a [`DkimPair`] with a name that their selectors begin with. A pair is made, its records are
//! published, then it signs ([`switch`]) and the one before it retires: its private keys are forgotten, its records stay for
//! [`KEEP_DAYS`], while mails that it signed are still on their way. [`Signatures`] is what the worker signs with.

mod canonical;
mod pair;
mod sign;
mod signatures;
mod store;

pub use pair::{FreshPair, Signer};
pub use signatures::Signatures;
pub use store::{DkimPair, DkimState, make, pair, pairs, retire, switch};

/// Days that a retired pair's records stay published: mail servers carry a mail for five days at most (RFC 5321
/// section 4.5.4.1), and its reader's program may verify it a little later.
pub const KEEP_DAYS: i64 = 7;

crate::text_enum! {
    /// How a key signs.
    pub enum Algorithm {
        /// RSA of 2048 bits with SHA-256, which every verifier knows (RFC 8301).
        Rsa = "rsa",
        /// Ed25519 with SHA-256 (RFC 8463).
        Ed25519 = "ed25519",
    }
}

impl Algorithm {
    /// Both.
    pub const BOTH: [Self; 2] = [Self::Rsa, Self::Ed25519];
}
