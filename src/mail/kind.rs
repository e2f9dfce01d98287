//! What sort of mail it is: whether somebody may do without it.

crate::text_enum! {
    /// Why a mail is written. Bulk kinds may be turned off by whoever gets them; the others never.
    pub enum MailKind {
        /// She asks for it at this moment and waits for it: a sign-in, the proof of an address. Tried even where
        /// earlier mails came back.
        Asked = "asked",
        /// What she needs to know because of something that she or staff did.
        Transactional = "transactional",
        /// A date that comes nearer; she was told of it before. Bulk.
        Reminder = "reminder",
        /// What she may like to know: thanks, what comes next. Bulk.
        News = "news",
    }
}

impl MailKind {
    /// The kinds that may be turned off.
    pub const BULK: [Self; 2] = [Self::Reminder, Self::News];

    /// Whether it carries one-click unsubscribe (RFC 8058) and heeds what was turned off.
    #[must_use]
    pub fn is_bulk(self) -> bool {
        Self::BULK.contains(&self)
    }
}
