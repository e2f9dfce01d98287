//! Passwords: how strong one must be, and hashing them without starving everything else.

use std::sync::Arc;

use argon2::{
    Argon2,
    password_hash::{self, PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use secrecy::{ExposeSecret, SecretString};
use tokio::{sync::Semaphore, task, time};
use unicode_normalization::UnicodeNormalization;
use zxcvbn::Score;

use crate::error::{Error, Reason};

/// Fewest characters of a password.
pub const SHORTEST: usize = 8;
/// Most characters of a password.
pub const LONGEST: usize = 128;
/// How many are hashed at the same time: one takes 19 MiB and a core.
const PERMITS: usize = 2;
/// How long one waits for a permit before the node is too busy.
const PATIENCE: time::Duration = time::Duration::from_secs(10);

/// A password strong enough to be set.
#[derive(Clone, Debug)]
pub struct NewPassword(SecretString);

impl NewPassword {
    /// Parses what somebody chose; `known` is what a guesser knows about them, such as name and address.
    ///
    /// # Errors
    /// `password_short`, `password_long`, `password_weak` (a guesser needs under 10^8 tries).
    pub fn parse(raw: &str, known: &[&str]) -> Result<Self, Reason> {
        let password = prepared(raw);
        let length = password.expose_secret().chars().count();
        if length < SHORTEST {
            return Err(Reason::new("password_short").with("min", SHORTEST));
        }
        if length > LONGEST {
            return Err(Reason::new("password_long").with("max", LONGEST));
        }
        if zxcvbn::zxcvbn(password.expose_secret(), known).score() < Score::Three {
            return Err(Reason::new("password_weak"));
        }
        Ok(Self(password))
    }
}

/// The form that is hashed: any space is a plain one, accents are composed (RFC 8265 section 4.2.2), so that the same
/// password typed on another keyboard is the same.
fn prepared(raw: &str) -> SecretString {
    let plain = raw.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
    SecretString::from(plain.nfc().collect::<String>())
}

/// Hashes and checks passwords with argon2id (RFC 9106), two at a time, on threads that may block.
#[derive(Clone, Debug)]
pub struct Passwords {
    permits: Arc<Semaphore>,
}

impl Default for Passwords {
    fn default() -> Self {
        Self { permits: Arc::new(Semaphore::new(PERMITS)) }
    }
}

impl Passwords {
    /// What is stored of a password: a PHC string with its own salt.
    ///
    /// # Errors
    /// [`Error::Busy`] when no permit came free in time.
    pub async fn hash(&self, password: &NewPassword) -> Result<String, Error> {
        let password = password.0.clone();
        self.with_permit(move || hashed(&password)).await?.map_err(Error::internal)
    }

    /// Whether `raw` is the password of `hash`. Without a hash (no such account, or one without password) the same
    /// work is done, so that the time taken tells nothing.
    ///
    /// # Errors
    /// [`Error::Busy`] when no permit came free in time.
    pub async fn verify(&self, hash: Option<String>, raw: &str) -> Result<bool, Error> {
        let password = prepared(raw);
        let checked = self.with_permit(move || match hash {
            Some(hash) => {
                Argon2::default().verify_password(password.expose_secret().as_bytes(), hash.as_str())
            }
            None => hashed(&password).and(Err(password_hash::Error::PasswordInvalid)),
        });
        match checked.await? {
            Ok(()) => Ok(true),
            Err(password_hash::Error::PasswordInvalid) => Ok(false),
            Err(error) => Err(Error::internal(error)),
        }
    }

    async fn with_permit<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Error> {
        let permit = time::timeout(PATIENCE, Arc::clone(&self.permits).acquire_owned());
        let permit = permit.await.map_err(|_| Error::Busy)?.map_err(Error::internal)?;
        let held = move || {
            let done = work();
            drop(permit);
            done
        };
        task::spawn_blocking(held).await.map_err(Error::internal)
    }
}

fn hashed(password: &SecretString) -> password_hash::Result<String> {
    let hash: PasswordHash = Argon2::default().hash_password(password.expose_secret().as_bytes())?;
    Ok(hash.to_string())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    fn refused(raw: &str, known: &[&str]) -> &'static str {
        NewPassword::parse(raw, known).unwrap_err().code
    }

    #[test]
    fn a_password_has_8_to_128_characters_and_is_hard_to_guess() {
        assert_eq!(refused("kx7#vQ", &[]), "password_short");
        assert_eq!(refused(&"kx7#vQ9!".repeat(17), &[]), "password_long");
        assert_eq!(refused("password123", &[]), "password_weak");
        assert!(NewPassword::parse(&"九龍 kx7#vQ".repeat(12), &[]).is_ok());
    }

    #[test]
    fn her_own_name_makes_a_weak_password() {
        assert!(NewPassword::parse("tai-man.chan.okq", &[]).is_ok());
        assert_eq!(refused("tai-man.chan.okq", &["tai-man.chan"]), "password_weak");
    }

    #[tokio::test]
    async fn only_the_right_password_is_verified_however_it_was_composed() {
        let passwords = Passwords::default();
        let hash = passwords.hash(&NewPassword::parse("caf\u{e9} kx7#vQ9", &[]).unwrap()).await.unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(passwords.verify(Some(hash.clone()), "cafe\u{301}\u{3000}kx7#vQ9").await.unwrap());
        assert!(!passwords.verify(Some(hash), "cafe kx7#vQ9").await.unwrap());
    }

    #[tokio::test]
    async fn nobody_takes_as_long_as_somebody() {
        let passwords = Passwords::default();
        let hash = passwords.hash(&NewPassword::parse("kx7#vQ9!pl", &[]).unwrap()).await.unwrap();
        let mut fastest = [time::Duration::MAX; 2];
        for _ in 0..3 {
            for (slot, hash) in fastest.iter_mut().zip([Some(hash.clone()), None]) {
                let start = time::Instant::now();
                assert!(!passwords.verify(hash, "wrong").await.unwrap());
                *slot = (*slot).min(start.elapsed());
            }
        }
        let [somebody, nobody] = fastest;
        assert!(nobody > somebody / 4 && nobody < somebody * 4, "{somebody:?} against {nobody:?}");
    }

    #[tokio::test]
    async fn two_are_hashed_at_a_time() {
        let passwords = Passwords::default();
        let (started, mut first) = tokio::sync::mpsc::unbounded_channel();
        let (release, held) = std::sync::mpsc::channel::<()>();
        let held = Arc::new(std::sync::Mutex::new(held));
        for _ in 0..3 {
            let (passwords, started, held) = (passwords.clone(), started.clone(), Arc::clone(&held));
            let work = move || {
                started.send(()).unwrap();
                held.lock().map(|wait| wait.recv()).is_ok()
            };
            tokio::spawn(async move { passwords.with_permit(work).await });
        }
        first.recv().await.unwrap();
        first.recv().await.unwrap();
        assert!(time::timeout(time::Duration::from_millis(100), first.recv()).await.is_err());
        release.send(()).unwrap();
        first.recv().await.unwrap();
        drop(release);
    }
}
