//! Secrets of webhooks, and what is signed with them: Standard Webhooks (<https://www.standardwebhooks.com>), symmetric
//! signatures `v1`.

use data_encoding::BASE64;
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretBox, SecretString};
use sha2::Sha256;
use uuid::Uuid;

use crate::{error::Error, keys::Keys};

/// What a secret begins with where somebody reads it.
const PREFIX: &str = "whsec_";

/// A secret that signs.
#[derive(Debug)]
pub(super) struct Secret(SecretBox<[u8; 32]>);

impl Secret {
    /// A fresh one of 256 bits.
    pub(super) fn fresh() -> Self {
        Self(SecretBox::new(Box::new(rand::random())))
    }

    /// As the receiver keeps it.
    pub(super) fn shown(&self) -> SecretString {
        SecretString::from(format!("{PREFIX}{}", BASE64.encode(self.0.expose_secret())))
    }

    /// As the row `id` keeps it.
    ///
    /// # Errors
    /// Those of [`Keys::seal`].
    pub(super) fn sealed(&self, keys: &Keys, id: Uuid) -> Result<Vec<u8>, Error> {
        keys.seal(self.0.expose_secret(), &context(id))
    }

    /// What the row `id` keeps.
    ///
    /// # Errors
    /// Those of [`Keys::open`].
    pub(super) fn open(keys: &Keys, id: Uuid, sealed: &[u8]) -> Result<Self, Error> {
        let opened = keys.open(sealed, &context(id))?;
        let bytes =
            opened.try_into().map_err(|_| Error::internal("a webhook's secret has another length"))?;
        Ok(Self(SecretBox::new(Box::new(bytes))))
    }

    fn sign(&self, message: &str, timestamp: i64, body: &str) -> String {
        signature(self.0.expose_secret(), message, timestamp, body)
    }
}

/// The header `webhook-signature`: one signature for each secret, between spaces, so that a receiver may know any of them.
pub(super) fn signatures(secrets: &[Secret], message: &str, timestamp: i64, body: &str) -> String {
    secrets.iter().map(|secret| secret.sign(message, timestamp, body)).collect::<Vec<_>>().join(" ")
}

fn signature(secret: &[u8], message: &str, timestamp: i64, body: &str) -> String {
    // Any key length is valid for HMAC.
    let Ok(mut hmac) = Hmac::<Sha256>::new_from_slice(secret) else { return String::new() };
    hmac.update(format!("{message}.{timestamp}.{body}").as_bytes());
    format!("v1,{}", BASE64.encode(&hmac.finalize().into_bytes()))
}

/// A sealed secret opens in no other row.
fn context(id: Uuid) -> Vec<u8> {
    [b"webhook_secret".as_slice(), id.as_bytes()].concat()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn the_standards_own_example_is_signed_as_it_says() {
        // The vector that the reference libraries of Standard Webhooks test themselves with.
        let secret = BASE64.decode(b"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let signed =
            signature(&secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, r#"{"test": 2432232314}"#);
        assert_eq!(signed, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    #[test]
    fn a_secret_opens_in_its_own_row_alone() {
        let keys = Keys::new(vec!["a secret of many different letters, 1234567890".into()]);
        let keys = keys.unwrap_or_else(|_| unreachable!("it is strong"));
        let (secret, id) = (Secret::fresh(), Uuid::now_v7());
        let sealed = secret.sealed(&keys, id).unwrap();
        let opened = Secret::open(&keys, id, &sealed).unwrap();
        assert_eq!(opened.shown().expose_secret(), secret.shown().expose_secret());
        assert!(Secret::open(&keys, Uuid::now_v7(), &sealed).is_err());
        assert!(!format!("{secret:?}").contains(&secret.shown().expose_secret()[6..]));
    }

    #[test]
    fn two_secrets_make_two_signatures() {
        let secrets = [Secret::fresh(), Secret::fresh()];
        let header = signatures(&secrets, "msg_1", 1, "{}");
        assert_eq!(header.split(' ').filter(|one| one.starts_with("v1,")).count(), 2);
    }
}
