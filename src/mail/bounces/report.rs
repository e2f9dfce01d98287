//! Reading a delivery status notification (RFC 3464). Pure, and never fails: what cannot be read says nothing.

use mail_parser::{Message, MessageParser, MimeHeaders};

use super::{Status, Weight};

/// Groups of fields that are read at most: one a recipient, and a mail of ours has one.
const GROUPS: usize = 50;
/// Characters of a server's answer that are kept.
const DIAGNOSTIC: usize = 500;

crate::text_enum! {
    /// What became of a mail, for one recipient (RFC 3464 section 2.3.3).
    pub enum Action {
        /// It was given up.
        Failed = "failed",
        /// It is still tried.
        Delayed = "delayed",
        /// It arrived.
        Delivered = "delivered",
        /// It went on to where no reports come from.
        Relayed = "relayed",
        /// It went on to several.
        Expanded = "expanded",
    }
}

/// What a notification says about one recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Under which addresses it knows the recipient, in lower case: as we sent it, and as it was forwarded.
    pub addresses: Vec<String>,
    /// What became of the mail.
    pub action: Action,
    /// The status, where it is one.
    pub status: Option<Status>,
    /// What the last server said, else blank; one line.
    pub diagnostic: String,
}

impl Report {
    /// What it says about the address; none where the mail did not fail. A failure without a status is a soft one.
    fn weight(&self) -> Option<Weight> {
        (self.action == Action::Failed).then(|| self.status.map_or(Weight::Soft, Status::weight))
    }
}

/// The reports in a message; none where it holds no notification.
pub(super) fn read(message: &[u8]) -> Vec<Report> {
    let Some(message) = MessageParser::default().parse(message) else { return Vec::new() };
    let statuses = message.parts.iter().filter(|part| {
        // The second is for addresses beyond ASCII (RFC 6533 section 4).
        part.is_content_type("message", "delivery-status")
            || part.is_content_type("message", "global-delivery-status")
    });
    statuses
        .flat_map(|part| groups(part.contents()))
        .filter_map(|group| report(&group))
        .take(GROUPS)
        .collect()
}

/// Groups of fields, with empty lines between them (RFC 3464 section 2.1).
fn groups(text: &[u8]) -> Vec<Vec<u8>> {
    let mut groups = vec![Vec::new()];
    for line in text.split(|&byte| byte == b'\n') {
        let line = line.trim_ascii_end();
        match groups.last_mut() {
            Some(group) if !line.is_empty() => {
                group.extend_from_slice(line);
                group.extend_from_slice(b"\r\n");
            }
            Some(group) if !group.is_empty() => groups.push(Vec::new()),
            _ => {}
        }
    }
    groups
}

fn report(group: &[u8]) -> Option<Report> {
    // Without an empty line at the end the last field would not be known to end.
    let fields = [group, b"\r\n"].concat();
    let fields = MessageParser::default().parse_headers(&fields)?;
    let addresses: Vec<String> =
        ["Original-Recipient", "Final-Recipient"].iter().filter_map(|name| address(&fields, name)).collect();
    let status = field(&fields, "Status").and_then(|text| text.split_whitespace().next()?.parse().ok());
    let diagnostic = field(&fields, "Diagnostic-Code").unwrap_or_default();
    Some(Report {
        action: field(&fields, "Action")?.split_whitespace().next()?.to_ascii_lowercase().parse().ok()?,
        addresses,
        status,
        diagnostic: diagnostic.chars().filter(|letter| !letter.is_control()).take(DIAGNOSTIC).collect(),
    })
}

/// A field in one line.
fn field(fields: &Message<'_>, name: &str) -> Option<String> {
    let text = fields.header_raw(name.to_owned())?.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(text).filter(|text| !text.is_empty())
}

/// An address behind its type, such as `rfc822; chan@example.org`.
fn address(fields: &Message<'_>, name: &str) -> Option<String> {
    let text = field(fields, name)?;
    let address = text.split_once(';').map_or(text.as_str(), |(_, address)| address);
    Some(address.trim().trim_matches(['<', '>']).to_lowercase()).filter(|address| !address.is_empty())
}

/// What the reports say about `address`, and the one that says it. Those that name it count; where it was forwarded and
/// none does, all do. It is hard only where every one is, and none at all where one recipient got the mail.
pub(super) fn verdict<'a>(reports: &'a [Report], address: &str) -> Option<(Weight, &'a Report)> {
    let address = address.to_lowercase();
    let named: Vec<&Report> = reports.iter().filter(|report| report.addresses.contains(&address)).collect();
    let counting = if named.is_empty() { reports.iter().collect() } else { named };
    let weights: Option<Vec<_>> =
        counting.into_iter().map(|report| report.weight().map(|weight| (weight, report))).collect();
    // Soft stands behind hard, so the mildest comes last.
    weights?.into_iter().max_by_key(|(weight, _)| *weight)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    /// A notification as mail servers write it, about these groups of fields.
    fn notification(groups: &[&str]) -> Vec<u8> {
        let text = format!(
            "From: MAILER-DAEMON@mx.example.net (Mail Delivery System)\n\
             To: bounce@forum.example.org\n\
             Subject: Undelivered Mail Returned to Sender\n\
             Auto-Submitted: auto-replied\n\
             MIME-Version: 1.0\n\
             Content-Type: multipart/report; report-type=delivery-status;\n\tboundary=\"4FzQ.1700/mx\"\n\n\
             --4FzQ.1700/mx\n\
             Content-Type: text/plain; charset=us-ascii\n\n\
             The mail could not be delivered.\n\n\
             --4FzQ.1700/mx\n\
             Content-Description: Delivery report\n\
             Content-Type: message/delivery-status\n\n\
             Reporting-MTA: dns; mx.example.net\n\
             Arrival-Date: Fri, 20 Nov 2026 09:30:00 +0800 (HKT)\n\n{}\n\n\
             --4FzQ.1700/mx\n\
             Content-Type: text/rfc822-headers\n\n\
             Subject: Place confirmed\n\n\
             --4FzQ.1700/mx--\n",
            groups.join("\n\n")
        );
        text.replace('\n', "\r\n").into_bytes()
    }

    const HARD: &str = "Final-Recipient: rfc822; nobody@example.org\n\
                        Original-Recipient: rfc822;Nobody@example.org\n\
                        Action: failed\n\
                        Status: 5.1.1\n\
                        Remote-MTA: dns; mx.example.org\n\
                        Diagnostic-Code: smtp; 550 5.1.1 <nobody@example.org>: Recipient address\n    rejected: User unknown";
    const SOFT: &str =
        "Final-Recipient: rfc822; full@example.org\nAction: failed\nStatus: 4.2.2 (mailbox full)";
    const DELAYED: &str = "Final-Recipient: rfc822; slow@example.org\nAction: delayed\nStatus: 4.4.1";
    const RELAYED: &str = "Final-Recipient: rfc822; list@example.org\nAction: relayed\nStatus: 2.1.9";

    fn weight(groups: &[&str], address: &str) -> Option<Weight> {
        verdict(&read(&notification(groups)), address).map(|(weight, _)| weight)
    }

    #[test]
    fn a_failure_is_read_with_status_and_folded_diagnostic() {
        let reports = read(&notification(&[HARD]));
        assert_eq!(reports.len(), 1);
        assert_eq!(reports[0].addresses, ["nobody@example.org", "nobody@example.org"]);
        assert_eq!(reports[0].status.unwrap().to_string(), "5.1.1");
        assert_eq!(
            reports[0].diagnostic,
            "smtp; 550 5.1.1 <nobody@example.org>: Recipient address rejected: User unknown"
        );
    }

    #[test]
    fn the_class_makes_it_hard_or_soft_and_what_goes_on_is_no_failure() {
        assert_eq!(weight(&[HARD], "NOBODY@example.org"), Some(Weight::Hard));
        assert_eq!(weight(&[SOFT], "full@example.org"), Some(Weight::Soft));
        assert_eq!(weight(&[DELAYED], "slow@example.org"), None);
        assert_eq!(weight(&[RELAYED], "list@example.org"), None);
    }

    #[test]
    fn of_several_recipients_the_one_that_was_meant_counts() {
        assert_eq!(weight(&[HARD, DELAYED, SOFT], "nobody@example.org"), Some(Weight::Hard));
        assert_eq!(weight(&[HARD, DELAYED, SOFT], "full@example.org"), Some(Weight::Soft));
    }

    #[test]
    fn where_it_was_forwarded_nobody_may_have_got_it() {
        assert_eq!(weight(&[HARD], "chan@elsewhere.org"), Some(Weight::Hard));
        assert_eq!(weight(&[HARD, SOFT], "chan@elsewhere.org"), Some(Weight::Soft));
        assert_eq!(weight(&[HARD, RELAYED], "chan@elsewhere.org"), None);
    }

    #[test]
    fn what_is_broken_says_nothing() {
        assert_eq!(read(b""), []);
        assert_eq!(read(b"Subject: On holiday until Monday\r\n\r\nI answer when I am back.\r\n"), []);
        assert_eq!(weight(&["Final-Recipient: rfc822; a@example.org\nStatus: 5.1.1"], "a@example.org"), None);
        assert_eq!(weight(&["Action: exploded\nStatus: 5.1.1"], "a@example.org"), None);
        let whole = notification(&[HARD]);
        for length in 0..whole.len() {
            let cut = read(&whole[..length]);
            assert!(cut.len() <= 1, "cut at {length}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..4000)) {
            let reports = read(&bytes);
            prop_assert!(verdict(&reports, "a@example.org").is_none() || !reports.is_empty());
        }

        #[test]
        fn no_fields_make_it_panic(fields in "((Action|Status|Final-Recipient|Diagnostic-Code): ?[ -~é\\t]{0,20}\n{1,2} ?){0,8}") {
            let reports = read(&notification(&[&fields]));
            prop_assert!(reports.len() <= GROUPS && reports.iter().all(|report| report.diagnostic.len() <= 4 * DIAGNOSTIC));
        }
    }
}
