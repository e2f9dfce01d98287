//! The header `DKIM-Signature` (RFC 6376 section 3.5).

use data_encoding::BASE64;
use sha2::{Digest, Sha256};

use super::{Algorithm, Signer, canonical};
use crate::{error::Error, values::Moment};

/// Fields that a mail has at most once (RFC 5322 section 3.6). They are named once more than they are there, so that nobody
/// can add another that a reader's program would show (RFC 6376 section 8.15).
const ONCE: [&str; 8] =
    ["From", "To", "Subject", "Date", "Message-ID", "Reply-To", "MIME-Version", "Content-Type"];
/// Fields that are signed where they are there. RFC 8058 section 4 wants those of the list to be.
const OTHERS: [&str; 5] =
    ["Auto-Submitted", "Content-Language", "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post"];
/// Columns of a line of the header.
const COLUMNS: usize = 72;

impl Signer {
    /// `mail`, as it goes to the mail server, with a signature of each key before it. Nothing else of it changes.
    ///
    /// # Errors
    /// [`Error::Internal`] when the system gives no random numbers.
    pub fn signed(&self, mail: &[u8], now: Moment) -> Result<Vec<u8>, Error> {
        let (fields, body) = canonical::split(mail);
        let body_hash = BASE64.encode(&Sha256::digest(canonical::body(body)));
        let (names, relaxed) = chosen(&fields);
        let mut signed = Vec::with_capacity(mail.len() + 2_000);
        for algorithm in Algorithm::BOTH {
            let (domain, selector) = (&self.domain, selector(&self.name, algorithm));
            let time = now.as_second();
            let value = format!(
                " v=1; a={algorithm}-sha256; c=relaxed/relaxed; d={domain};\r\n\ts={selector}; t={time};\r\n\t\
                 h={};\r\n\tbh={body_hash};\r\n\tb=",
                folded(&names)
            );
            let own = canonical::Field::new(b"DKIM-Signature", value.as_bytes()).relaxed();
            let signature = self.sign(algorithm, &[relaxed.as_slice(), &own].concat())?;
            signed.extend_from_slice(format!("DKIM-Signature:{value}{}\r\n", wrapped(&signature)).as_bytes());
        }
        signed.extend_from_slice(mail);
        Ok(signed)
    }
}

/// Where the public key of a pair's `algorithm` is published, below `_domainkey` and the domain.
pub(super) fn selector(name: &str, algorithm: Algorithm) -> String {
    format!("{name}-{algorithm}")
}

/// What is signed of the header: the names in `h=`, and the fields, relaxed, each with its line break. A name that stands more
/// than once takes fields from the bottom up, and nothing where there is none left (RFC 6376 section 5.4.2).
fn chosen(fields: &[canonical::Field<'_>]) -> (Vec<&'static str>, Vec<u8>) {
    let (mut names, mut relaxed) = (Vec::new(), Vec::new());
    let once = ONCE.into_iter().map(|name| (name, 1));
    for (name, more) in once.chain(OTHERS.into_iter().map(|name| (name, 0))) {
        let found =
            fields.iter().rev().filter(|field| name.as_bytes().eq_ignore_ascii_case(field.name.trim_ascii()));
        let mut count = more;
        for field in found {
            relaxed.extend(field.relaxed());
            relaxed.extend_from_slice(b"\r\n");
            count += 1;
        }
        names.extend(std::iter::repeat_n(name, count));
    }
    (names, relaxed)
}

/// `names` with colons between them, in lines of no more than [`COLUMNS`].
fn folded(names: &[&str]) -> String {
    let (mut text, mut column) = (String::new(), 3);
    for (at, name) in names.iter().enumerate() {
        if at > 0 {
            text.push(':');
        }
        if column + name.len() >= COLUMNS {
            text.push_str("\r\n\t ");
            column = 2;
        }
        text.push_str(name);
        column += name.len() + 1;
    }
    text
}

/// Base 64 in lines of no more than [`COLUMNS`].
fn wrapped(base64: &str) -> String {
    let letters: Vec<char> = base64.chars().collect();
    letters.chunks(COLUMNS).map(|line| line.iter().collect()).collect::<Vec<String>>().join("\r\n\t ")
}
