//! From a printed mail to bytes for the socket: links made live, ticket and calendars attached, headers.

use lettre::{
    Address, Message,
    address::Envelope,
    message::{
        Attachment, Mailbox, MessageBuilder, MultiPart, SinglePart,
        header::{ContentType, HeaderName, HeaderValue},
    },
};
use url::{Host, Url};
use uuid::Uuid;

use super::{
    Letterhead, Rendering,
    bounces::ReturnPath,
    catalogue::Template,
    defuse::{defuse, one_line},
    invitation,
    links::{self, fill},
    named, preferences,
    render::place,
    store::Claimed,
};
use crate::{
    error::Error,
    formats::{calendar, qr},
    keys::Keys,
};

/// The Content-ID of the ticket's picture (RFC 2392): only has to differ from others of the same mail.
pub(super) const TICKET_CID: &str = "ticket@plenary";

/// Who sends, and how secret links are made.
pub struct Sender {
    /// The `From` of every mail.
    pub from: Mailbox,
    /// Under which address people reach this site.
    pub base_url: Url,
    /// Where mails come back to; without it, to the sender.
    pub return_path: Option<ReturnPath>,
}

impl Sender {
    /// How the site calls itself where no edition speaks: the sender's name, else the host.
    #[must_use]
    pub fn site(&self) -> &str {
        self.from.name.as_deref().unwrap_or_else(|| self.host())
    }

    /// The domain of the address that mails come from, in ASCII (IDNA, RFC 5890): what signs for them must be its own, for
    /// the two to be aligned (RFC 7489 section 3.1.1).
    ///
    /// # Errors
    /// [`Error::Internal`] when it is none.
    pub fn domain(&self) -> Result<String, Error> {
        ascii_domain(&self.from.email)
    }

    /// Sender and recipient as the mail server gets them.
    ///
    /// # Errors
    /// [`Error::Internal`] when the return path would be too long.
    pub(super) fn envelope(&self, keys: &Keys, row: &Claimed, message: &Message) -> Result<Envelope, Error> {
        match &self.return_path {
            Some(path) => {
                let from = path.of(keys, row.id.uuid())?;
                Envelope::new(Some(from), message.envelope().to().to_vec()).map_err(Error::internal)
            }
            None => Ok(message.envelope().clone()),
        }
    }

    /// The right-hand side of Message-IDs and of calendar entries' names.
    pub(super) fn host(&self) -> &str {
        self.base_url.host_str().unwrap_or("localhost")
    }
}

/// The whole mail. Its Message-ID comes from the row, so a mail that is sent again is recognised as the same.
pub(super) fn message(
    sender: &Sender,
    keys: &Keys,
    row: &Claimed,
    rendering: &Rendering,
    template: &Template,
    edition: Option<&Letterhead>,
) -> Result<Message, Error> {
    let live = |name: &str| row.links().get(name).map(|link| links::live(link, &sender.base_url, keys));
    let text = SinglePart::plain(fill(&rendering.text, live)?);
    let html = SinglePart::html(fill(&rendering.html, live)?);
    let body = MultiPart::alternative().singlepart(text);
    let body = match (template.ticket, row.ticket_code()) {
        (true, Some(code)) => {
            body.multipart(MultiPart::related().singlepart(html).singlepart(picture(code)?))
        }
        _ => body.singlepart(html),
    };
    // Beside the texts, as another way to say the same: so mail programs find it (RFC 6047 section 2.4).
    let body = match edition.map(|edition| invitation::part(sender, row, edition)).transpose()?.flatten() {
        Some(entry) => body.singlepart(entry),
        None => body,
    };
    let body = match edition.filter(|_| template.ticket) {
        Some(edition) => MultiPart::mixed().multipart(body).singlepart(entry(sender, row, edition)?),
        None => body,
    };
    let unsubscribe = live(preferences::LINK);
    headers(sender, row, &rendering.subject, edition, unsubscribe)?.multipart(body).map_err(Error::internal)
}

fn headers(
    sender: &Sender,
    row: &Claimed,
    subject: &str,
    edition: Option<&Letterhead>,
    unsubscribe: Option<String>,
) -> Result<MessageBuilder, Error> {
    let name = Some(defuse(&row.recipient_name)).filter(|name| !name.is_empty());
    let to = Mailbox::new(name, address(&row.recipient)?);
    let builder = Message::builder()
        .from(sender.from.clone())
        .to(to)
        .subject(one_line(subject))
        .date_now()
        .message_id(Some(format!("<{}@{}>", row.id, sender.host())))
        // RFC 3834 section 5: nobody's holiday notice answers to this.
        .raw_header(raw("Auto-Submitted", "auto-generated"))
        .raw_header(raw("Content-Language", row.lang.as_str()));
    let builder = match unsubscribe {
        Some(address) => bulk(builder, &address, sender, row),
        None => builder,
    };
    Ok(match edition {
        Some(edition) => {
            let contact = address(edition.contact.as_str())?;
            builder.reply_to(Mailbox::new(Some(one_line(edition.name.pick(row.lang).text)), contact))
        }
        None => builder,
    })
}

/// What bulk mail says of itself: how to do without it at one click (RFC 8058 section 3.1), and which list it is of
/// (RFC 2919), an edition's mails of one kind.
fn bulk(builder: MessageBuilder, address: &str, sender: &Sender, row: &Claimed) -> MessageBuilder {
    let kind = named(&row.template).map_or("news", |template| template.kind.as_str());
    let edition = row.edition_id.unwrap_or_default().simple();
    builder
        .raw_header(raw("List-Id", &format!("<{kind}.{edition}.{}>", sender.host())))
        .raw_header(raw("List-Unsubscribe", &format!("<{address}>")))
        .raw_header(raw("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))
        .raw_header(raw("Precedence", "bulk"))
}

/// The address with its domain as mail servers know it (IDNA, RFC 5890), so that only a local part beyond ASCII asks
/// for SMTPUTF8.
pub(super) fn address(email: &str) -> Result<Address, Error> {
    let address: Address = email.parse().map_err(Error::internal)?;
    Address::new(address.user(), ascii_domain(&address)?).map_err(Error::internal)
}

/// The domain of an address as mail servers and DNS know it, in lower case.
///
/// # Errors
/// [`Error::Internal`] when it is none.
pub fn ascii_domain(address: &Address) -> Result<String, Error> {
    Ok(Host::parse(address.domain()).map_err(Error::internal)?.to_string())
}

fn raw(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

fn picture(code: &str) -> Result<SinglePart, Error> {
    let png = ContentType::parse("image/png").map_err(Error::internal)?;
    Ok(Attachment::new_inline_with_name(TICKET_CID.to_owned(), "ticket.png".to_owned())
        .body(qr::png(code)?, png))
}

/// The forum, or the side event, as an entry for her calendar, named after her registration so that a later version replaces it.
fn entry(sender: &Sender, row: &Claimed, edition: &Letterhead) -> Result<SinglePart, Error> {
    let name = edition.name.pick(row.lang).text;
    let uid = format!("{}@{}", row.links().get("ticket").map_or(Uuid::nil(), |link| link.id), sender.host());
    let event = calendar::Event {
        uid: &uid,
        sequence: edition.version,
        stamp: row.created_at,
        start: edition.starts_at,
        end: edition.ends_at,
        zone: &edition.zone,
        status: calendar::Status::Confirmed,
        summary: name,
        description: "",
        location: &place(row.lang, edition),
        url: sender.base_url.as_str(),
        categories: &[],
    };
    let media_type = ContentType::parse(calendar::MEDIA_TYPE).map_err(Error::internal)?;
    let file = if row.speaks_for() == row.edition_id { "forum.ics" } else { "side-event.ics" };
    Ok(Attachment::new(file.to_owned()).body(calendar::publish(name, row.lang, &[event]), media_type))
}
