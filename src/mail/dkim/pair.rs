//! Two private keys: made, sealed, opened, ready to sign.

use data_encoding::BASE64;
use ring::{
    error::KeyRejected,
    rand::SystemRandom,
    signature::{Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256, RsaKeyPair},
};
use rsa::{PrivateKey, pkcs1::EncodeRsaPrivateKey, pkcs8::EncodePublicKey, traits::PrivateKeyParts};
use secrecy::{ExposeSecret, SecretBox};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::Algorithm;
use crate::{error::Error, keys::Keys};

/// Bits of RSA: verifiers need take no more (RFC 8301 section 3.2), and a record of twice as many would leave UDP.
const RSA_BITS: usize = 2048;
/// Bytes of an Ed25519 private key (RFC 8032 section 5.1.5).
const SEED: usize = 32;

/// Keys that were made and are not stored yet.
pub struct FreshPair {
    /// Ed25519's seed, then RSA's key as PKCS#1.
    secret: SecretBox<Vec<u8>>,
    /// The value of `p=` of RSA's record: SubjectPublicKeyInfo, in base 64.
    pub(super) rsa_public: String,
    /// That of Ed25519's record (RFC 8463 section 4.2).
    pub(super) ed25519_public: String,
}

impl FreshPair {
    /// Makes two keys. RSA takes a second or so: call it where that may take its time.
    ///
    /// # Errors
    /// [`Error::Internal`] when the system gives no random numbers.
    pub fn make() -> Result<Self, Error> {
        let made = PrivateKey::new(&mut rand::rng(), RSA_BITS).map_err(Error::internal)?;
        // ring wants the greater prime first.
        let mut primes: Vec<_> = made.primes().iter().map(|prime| prime.as_ref().clone()).collect();
        primes.sort_by(|one, other| other.cmp(one));
        let rsa = PrivateKey::from_primes(primes, 65_537_u32.into()).map_err(Error::internal)?;
        let public = rsa.to_public_key().to_public_key_der().map_err(Error::internal)?;
        let private = rsa.to_pkcs1_der().map_err(Error::internal)?;
        let seed: [u8; SEED] = rand::random();
        let ed25519 = Ed25519KeyPair::from_seed_unchecked(&seed).map_err(rejected)?;
        Ok(Self {
            rsa_public: BASE64.encode(public.as_bytes()),
            ed25519_public: BASE64.encode(ed25519.public_key().as_ref()),
            secret: SecretBox::new(Box::new([seed.as_slice(), private.as_bytes()].concat())),
        })
    }

    /// As the row `id` keeps it.
    ///
    /// # Errors
    /// Those of [`Keys::seal`].
    pub(super) fn sealed(&self, keys: &Keys, id: Uuid) -> Result<Vec<u8>, Error> {
        keys.seal(self.secret.expose_secret(), &context(id))
    }
}

/// Private keys that are ready to sign for a domain.
pub struct Signer {
    pub(super) domain: String,
    pub(super) name: String,
    rsa: RsaKeyPair,
    ed25519: Ed25519KeyPair,
}

impl Signer {
    /// What the row `id` keeps.
    ///
    /// # Errors
    /// Those of [`Keys::open`], and [`Error::Internal`] for keys that were damaged.
    pub(super) fn open(
        keys: &Keys,
        id: Uuid,
        (domain, name): (String, String),
        sealed: &[u8],
    ) -> Result<Self, Error> {
        let secret = SecretBox::new(Box::new(keys.open(sealed, &context(id))?));
        let halves = secret.expose_secret().split_at_checked(SEED);
        let (seed, private) = halves.ok_or_else(|| Error::internal("a DKIM key is too short"))?;
        Ok(Self {
            domain,
            name,
            rsa: RsaKeyPair::from_der(private).map_err(rejected)?,
            ed25519: Ed25519KeyPair::from_seed_unchecked(seed).map_err(rejected)?,
        })
    }

    /// The signature over `data`. Ed25519 signs its digest (RFC 8463 section 3).
    ///
    /// # Errors
    /// [`Error::Internal`] when the system gives no random numbers to blind RSA with.
    pub(super) fn sign(&self, algorithm: Algorithm, data: &[u8]) -> Result<String, Error> {
        let signature = match algorithm {
            Algorithm::Rsa => {
                let mut signature = vec![0; self.rsa.public().modulus_len()];
                let random = SystemRandom::new();
                let signed = self.rsa.sign(&RSA_PKCS1_SHA256, &random, data, &mut signature);
                signed.map_err(|_| Error::internal("RSA refuses to sign"))?;
                signature
            }
            Algorithm::Ed25519 => self.ed25519.sign(&Sha256::digest(data)).as_ref().to_vec(),
        };
        Ok(BASE64.encode(&signature))
    }
}

fn rejected(why: KeyRejected) -> Error {
    Error::internal(format!("a DKIM key is no key: {why}"))
}

/// Sealed keys open in no other row.
fn context(id: Uuid) -> Vec<u8> {
    [b"dkim_pair".as_slice(), id.as_bytes()].concat()
}
