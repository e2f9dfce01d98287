//! What a file is, told by its content alone: neither its name nor what the sender called it counts.
//!
//! [`Inspection`] reads a document as it streams by. Its signature must stand at its very beginning and its
//! structure reach to its very end, and it must not be a second thing beside (a page in front, an archive at the
//! end): such files are taken for harmless by one program and run by another. Pictures take another
//! way: [`picture`](super::picture) draws them anew.

mod mp4;
mod pdf;
mod zip;

use crate::error::Reason;

crate::text_enum! {
    /// The kinds of files that are kept, by their media types.
    pub enum MediaType {
        /// A photo (ITU-T T.81).
        Jpeg = "image/jpeg",
        /// A picture with transparent parts (ISO/IEC 15948).
        Png = "image/png",
        /// A document (ISO 32000).
        Pdf = "application/pdf",
        /// A video (ISO/IEC 14496-12).
        Mp4 = "video/mp4",
        /// What a reader of our own understood (a schedule, a table) and nobody is ever handed.
        Read = "application/octet-stream",
    }
}

impl MediaType {
    /// What people call it, in every language.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Pdf => "PDF",
            Self::Mp4 => "MP4",
            Self::Read => "XML, JSON, CSV",
        }
    }

    /// How the names of such files end, in small letters and without the dot; the usual one first.
    #[must_use]
    pub const fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Png => &["png"],
            Self::Pdf => &["pdf"],
            Self::Mp4 => &["mp4", "m4v"],
            Self::Read => &["csv", "xml", "json", "txt"],
        }
    }

    /// Whether it is a picture, which only [`picture`](super::picture) makes.
    #[must_use]
    pub const fn is_picture(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png)
    }
}

/// `file_type_refused`, naming what would be taken.
#[must_use]
pub fn refused(kinds: &[&str]) -> Reason {
    Reason::new("file_type_refused").with("kinds", kinds.join(", "))
}

/// `file_too_large`, naming the most that would be taken; `limit` is in bytes.
#[must_use]
pub fn too_large(limit: u64) -> Reason {
    Reason::new("file_too_large").with("max", format!("{} MB", limit >> 20))
}

/// Bytes from the beginning that tell what a file is.
const HEAD: usize = 1024;

/// Judges a document while its bytes go by; keeps no more of it than its last 64 KiB.
#[derive(Debug)]
pub struct Inspection {
    allowed: &'static [MediaType],
    head: Vec<u8>,
    tail: Vec<u8>,
    known: Option<Known>,
}

#[derive(Debug)]
enum Known {
    Pdf,
    Mp4(mp4::Boxes),
}

impl Inspection {
    /// Of a file that must be one of `allowed`; those among them that are pictures are never found.
    #[must_use]
    pub fn new(allowed: &'static [MediaType]) -> Self {
        Self { allowed, head: Vec::new(), tail: Vec::new(), known: None }
    }

    /// Takes the next bytes; how they are cut makes no difference.
    ///
    /// # Errors
    /// `file_type_refused`, `file_two_in_one`, `file_damaged`, as soon as it shows.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), Reason> {
        zip::keep_tail(&mut self.tail, bytes);
        match &mut self.known {
            Some(Known::Mp4(boxes)) => boxes.feed(bytes),
            Some(Known::Pdf) => Ok(()),
            None => {
                self.head.extend_from_slice(bytes);
                if self.head.len() < HEAD { Ok(()) } else { self.recognise() }
            }
        }
    }

    /// What the file is, now that all of it was seen.
    ///
    /// # Errors
    /// As [`feed`](Self::feed); `file_empty`.
    pub fn finish(mut self) -> Result<MediaType, Reason> {
        if self.tail.is_empty() {
            return Err(Reason::new("file_empty"));
        }
        if self.known.is_none() {
            self.recognise()?;
        }
        if zip::ends_in(&self.tail) {
            return Err(Reason::new("file_two_in_one"));
        }
        match self.known {
            Some(Known::Pdf) => pdf::check_end(&self.tail).map(|()| MediaType::Pdf),
            Some(Known::Mp4(boxes)) => boxes.finish().map(|()| MediaType::Mp4),
            None => Err(self.refusal()),
        }
    }

    fn recognise(&mut self) -> Result<(), Reason> {
        let head = std::mem::take(&mut self.head);
        if self.allowed.contains(&MediaType::Pdf) && pdf::begins(&head) {
            self.known = Some(Known::Pdf);
            return pdf::check_head(head.get(..HEAD).unwrap_or(&head));
        }
        if self.allowed.contains(&MediaType::Mp4) && mp4::begins(&head) {
            let mut boxes = mp4::Boxes::default();
            let fed = boxes.feed(&head);
            self.known = Some(Known::Mp4(boxes));
            return fed;
        }
        Err(self.refusal())
    }

    fn refusal(&self) -> Reason {
        refused(&self.allowed.iter().map(|kind| kind.name()).collect::<Vec<_>>())
    }
}

/// `file_damaged`, naming what the file began as.
fn damaged(kind: MediaType) -> Reason {
    Reason::new("file_damaged").with("kind", kind.name())
}

#[cfg(test)]
mod tests;
