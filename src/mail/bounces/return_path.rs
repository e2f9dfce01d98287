//! Where a mail comes back to: an address of its own for each (VERP), which nobody can make up.

use data_encoding::BASE32_DNSSEC;
use lettre::Address;
use uuid::Uuid;

use crate::{error::Error, keys::Keys};

/// What the MAC in a return path is for.
const PURPOSE: &str = "bounce";
/// Bytes of the MAC that are kept.
const TAG: usize = 16;

/// The address that bounces come to, before each mail's own part is put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnPath(Address);

impl ReturnPath {
    /// Characters that the local part may have: RFC 5321 section 4.5.3.1.1 leaves 64, of which `+` and a mail's own part
    /// take 53.
    pub const LOCAL_PART: usize = 11;

    /// Bounces come to `address`, with `+` and a mail's own part behind its local part.
    #[must_use]
    pub fn new(address: Address) -> Self {
        Self(address)
    }

    /// The return path of `mail`: its id and a MAC over it, in letters and digits whose case does not matter (base 32,
    /// RFC 4648 section 7), since mail servers may change it.
    ///
    /// # Errors
    /// [`Error::Internal`] when the address would be too long.
    pub(in crate::mail) fn of(&self, keys: &Keys, mail: Uuid) -> Result<Address, Error> {
        let tag = keys.mac(PURPOSE, &[mail.as_bytes()]);
        let bytes: Vec<u8> = mail.as_bytes().iter().chain(tag.iter().take(TAG)).copied().collect();
        let local = format!("{}+{}", self.0.user(), BASE32_DNSSEC.encode(&bytes));
        Address::new(local, self.0.domain()).map_err(Error::internal)
    }
}

/// The mail whose return path this is; none where the MAC does not hold.
pub(super) fn mail_of(keys: &Keys, recipient: &str) -> Option<Uuid> {
    let (local, _) = recipient.trim_matches(['<', '>', ' ']).rsplit_once('@')?;
    let (_, own) = local.rsplit_once('+')?;
    let bytes = BASE32_DNSSEC.decode(own.as_bytes()).ok()?;
    let (id, tag) = bytes.split_at_checked(16)?;
    let mail = Uuid::from_slice(id).ok()?;
    (tag.len() == TAG && keys.proves(PURPOSE, &[mail.as_bytes()], tag)).then_some(mail)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    fn keys(secret: &str) -> Keys {
        Keys::new(vec![secret.to_owned().into()]).ok().unwrap()
    }

    fn ours() -> Keys {
        keys("a secret of many different letters, 1234567890")
    }

    fn path(local: &str) -> ReturnPath {
        ReturnPath::new(Address::new(local, "forum.example.org").unwrap())
    }

    #[test]
    fn a_return_path_leads_back_to_its_mail_in_any_case() {
        let mail = Uuid::now_v7();
        let address = path(&"b".repeat(ReturnPath::LOCAL_PART)).of(&ours(), mail).unwrap().to_string();
        assert!(address.split('@').next().unwrap().len() <= 64, "{address}");
        assert_eq!(mail_of(&ours(), &address), Some(mail));
        assert_eq!(mail_of(&ours(), &format!("<{}>", address.to_uppercase())), Some(mail));
    }

    #[test]
    fn nobody_else_can_make_one() {
        let mail = Uuid::now_v7();
        let address = path("bounce").of(&keys("another secret, also of many letters, 12345"), mail).unwrap();
        assert_eq!(mail_of(&ours(), address.as_ref()), None);
        let plain = BASE32_DNSSEC.encode(mail.as_bytes());
        for forged in
            [format!("bounce+{plain}@a.org"), "bounce@a.org".into(), "bounce+@a.org".into(), String::new()]
        {
            assert_eq!(mail_of(&ours(), &forged), None, "{forged}");
        }
    }

    proptest! {
        #[test]
        fn one_changed_letter_is_one_too_many(at in 7_usize..59, letter in "[0-9a-v]") {
            let address = path("bounce").of(&ours(), Uuid::from_u128(7)).unwrap().to_string();
            let mut changed = address.clone();
            changed.replace_range(at..=at, &letter);
            prop_assert_eq!(mail_of(&ours(), &changed).is_some(), changed == address);
        }

        #[test]
        fn no_recipient_makes_it_panic(recipient in any::<String>()) {
            prop_assert_eq!(mail_of(&ours(), &recipient), None);
        }
    }
}
