//! Authenticated encryption (ChaCha20-Poly1305, RFC 8439) of what may not be read from a stolen table.

use chacha20poly1305::{
    ChaCha20Poly1305, KeyInit, Nonce,
    aead::{Aead, Payload},
};

use super::{Keys, mac};
use crate::error::Error;

const PURPOSE: &str = "sealing";

impl Keys {
    /// Encrypts `plain`, bound to `context` (the row and column it is for). The result begins with
    /// the key's id, so that rotated keys still open it.
    ///
    /// # Errors
    /// [`Error::Internal`] when the cipher refuses.
    pub fn seal(&self, plain: &[u8], context: &[u8]) -> Result<Vec<u8>, Error> {
        let id = self.key_id();
        let key = self.mac(PURPOSE, &[]);
        let nonce: [u8; 12] = rand::random();
        let sealed = ChaCha20Poly1305::new(&key.into())
            .encrypt(&Nonce::from(nonce), Payload { msg: plain, aad: context })
            .map_err(|error| Error::internal(error.to_string()))?;
        Ok([id.as_bytes(), &nonce, &sealed].concat())
    }

    /// Decrypts what [`Keys::seal`] made for the same `context`.
    ///
    /// # Errors
    /// [`Error::Internal`] when it was altered, is for another context, or its key is gone.
    pub fn open(&self, sealed: &[u8], context: &[u8]) -> Result<Vec<u8>, Error> {
        let damaged = || Error::internal("a sealed value cannot be opened");
        let (id, rest) = sealed.split_at_checked(8).ok_or_else(damaged)?;
        let (nonce, body) = rest.split_at_checked(12).ok_or_else(damaged)?;
        let id = std::str::from_utf8(id).map_err(Error::internal)?;
        let key = self.secret_with_id(id).map(|secret| mac(secret, PURPOSE, &[])).ok_or_else(damaged)?;
        let nonce: [u8; 12] = nonce.try_into().map_err(Error::internal)?;
        ChaCha20Poly1305::new(&key.into())
            .decrypt(&Nonce::from(nonce), Payload { msg: body, aad: context })
            .map_err(|_| damaged())
    }
}
