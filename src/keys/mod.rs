//! What proves a secret link, seals a sensitive answer and chains the audit trail: keys derived from
//! one master secret, each for one use.
//!
//! A link's secret is a MAC over its purpose, its row's id and the row's link version: it is stored
//! nowhere, is made only when a mail goes out, and dies when the row's version moves on.

mod links;
mod sealing;

pub use links::{Link, LinkToken, Purpose};

use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// A MAC of HMAC-SHA-256 (RFC 2104).
pub type Tag = [u8; 32];

/// The keys of this installation. The first secret makes; the others, retired, still prove and open.
pub struct Keys {
    secrets: Vec<SecretString>,
}

/// Why a master secret is not accepted.
#[derive(Debug, PartialEq, Eq)]
pub struct WeakSecret;

impl Keys {
    /// Keys from the master secrets, the present one first.
    ///
    /// # Errors
    /// [`WeakSecret`] when there is none, or one is shorter than 32 characters or holds fewer than
    /// ten different ones: such a secret stops the start.
    pub fn new(secrets: Vec<SecretString>) -> Result<Self, WeakSecret> {
        let strong = |secret: &SecretString| {
            let text = secret.expose_secret();
            let distinct: std::collections::BTreeSet<char> = text.chars().collect();
            text.chars().count() >= 32 && distinct.len() >= 10
        };
        if secrets.is_empty() || !secrets.iter().all(strong) {
            return Err(WeakSecret);
        }
        Ok(Self { secrets })
    }

    /// The id of the present key: eight hex digits that tell keys apart and give nothing away.
    #[must_use]
    pub fn key_id(&self) -> String {
        self.secrets.first().map(key_id).unwrap_or_default()
    }

    /// MAC of `parts` for `purpose` under the present key. Parts are length-prefixed, so that no two
    /// lists of parts share a MAC.
    #[must_use]
    pub fn mac(&self, purpose: &str, parts: &[&[u8]]) -> Tag {
        self.secrets.first().map(|secret| mac(secret, purpose, parts)).unwrap_or_default()
    }

    /// Whether `tag` is the MAC of `parts` under the present key or a retired one; constant time.
    #[must_use]
    pub fn proves(&self, purpose: &str, parts: &[&[u8]], tag: &[u8]) -> bool {
        self.secrets.iter().any(|secret| {
            let full = mac(secret, purpose, parts);
            full.get(..tag.len()).is_some_and(|head| tag.len() >= 16 && bool::from(head.ct_eq(tag)))
        })
    }

    fn secret_with_id(&self, id: &str) -> Option<&SecretString> {
        self.secrets.iter().find(|secret| key_id(secret) == id)
    }

    /// MAC under the key with this id, to check what was made before a rotation.
    #[must_use]
    pub fn mac_by(&self, id: &str, purpose: &str, parts: &[&[u8]]) -> Option<Tag> {
        self.secret_with_id(id).map(|secret| mac(secret, purpose, parts))
    }
}

fn key_id(secret: &SecretString) -> String {
    let tag = mac(secret, "key id", &[]);
    data_encoding::HEXLOWER.encode(tag.get(..4).unwrap_or_default())
}

fn mac(secret: &SecretString, purpose: &str, parts: &[&[u8]]) -> Tag {
    // Any key length is valid for HMAC, and the derived one is always 32 bytes.
    let derived =
        Sha256::digest([secret.expose_secret().as_bytes(), b"\x1fplenary\x1f", purpose.as_bytes()].concat());
    let Ok(mut hmac) = Hmac::<Sha256>::new_from_slice(&derived) else { return Tag::default() };
    for part in parts {
        hmac.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        hmac.update(part);
    }
    hmac.finalize().into_bytes().into()
}

/// A fresh secret of 256 bits in 43 URL-safe characters: session cookies, API tokens, the master secret.
#[must_use]
pub fn random_token() -> String {
    data_encoding::BASE64URL_NOPAD.encode(&rand::random::<[u8; 32]>())
}

/// What is stored of a random token: its SHA-256, since 256 random bits need no slow hash.
#[must_use]
pub fn token_hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// A ticket code: 60 random bits as three groups of four letters and digits that are hard to confuse
/// (Crockford's base 32).
#[must_use]
pub fn ticket_code() -> String {
    const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let bits = rand::random::<u64>();
    let mut code = String::with_capacity(14);
    for place in 0..12_u32 {
        if place == 4 || place == 8 {
            code.push('-');
        }
        let index = usize::try_from((bits >> (place * 5)) & 31).unwrap_or_default();
        code.extend(ALPHABET.get(index).map(|letter| char::from(*letter)));
    }
    code
}
