//! Forms that bring files (RFC 7578): the same pairs as of any other form, and beside them what was chosen.
//!
//! A file that is too large does not stop the form: the rest is read and thrown away, so that everything typed comes back
//! with the error beside the file's field. Files wait on the disk, nameless, until the handler hands them to a verb: no
//! database connection waits for a slow line.

use std::{future::Future, marker::PhantomData, pin::Pin, time::Duration};

use actix_multipart::{Field, Multipart};
use actix_web::{
    Error as ActixError, FromRequest, HttpRequest,
    dev::Payload,
    error::{ErrorBadRequest, ErrorPayloadTooLarge, ErrorRequestTimeout},
    web::Bytes,
};
use futures_util::{Stream, TryStreamExt};
use tokio::{sync::OwnedSemaphorePermit, time::timeout};

use super::{FormData, session::app, spool::Spool};
use crate::{
    error::{Error, Reason},
    files::Incoming,
    formats::media,
    values::FileName,
};

/// The most bytes of a request, what is thrown away included.
const MOST: u64 = 512 << 20;
/// The most bytes of all texts together, as of a form without files.
const MOST_TYPED: u64 = 256 << 10;
/// The most fields.
const MOST_FIELDS: usize = 1_000;
/// How long the sender may pause.
const PAUSE: Duration = Duration::from_secs(30);

/// A field that takes one file.
#[derive(Clone, Copy, Debug)]
pub struct FileField {
    /// The name of the input.
    pub name: &'static str,
    /// The most bytes that are kept.
    pub limit: u64,
}

/// Which files a form brings.
pub trait Brings: 'static {
    /// Its file fields; one of another name is refused.
    const FILES: &'static [FileField];
}

/// A posted form with files, `multipart/form-data`.
pub struct UploadForm<B> {
    /// What was typed, in order; its body names every file by its digest.
    pub typed: FormData,
    files: Vec<Upload>,
    form: PhantomData<fn() -> B>,
    _permit: OwnedSemaphorePermit,
}

impl<B> UploadForm<B> {
    /// The file that was chosen for `field`, if one was; the second time there is none.
    pub fn take(&mut self, field: &str) -> Option<Upload> {
        let at = self.files.iter().position(|file| file.field == field)?;
        Some(self.files.swap_remove(at))
    }
}

impl<B> AsRef<FormData> for UploadForm<B> {
    fn as_ref(&self) -> &FormData {
        &self.typed
    }
}

/// A file that was chosen.
pub struct Upload {
    field: String,
    name: FileName,
    content: Result<Spool, Reason>,
}

impl Upload {
    /// What its sender called it.
    #[must_use]
    pub fn name(&self) -> &FileName {
        &self.name
    }

    /// The file as `files::store` takes it.
    ///
    /// # Errors
    /// [`Error::Invalid`] on its field, `file_too_large`.
    pub fn incoming(self) -> Result<Incoming<impl Stream<Item = Result<Vec<u8>, Error>>>, Error> {
        let Self { field, name, content } = self;
        let content = content.map_err(|reason| Error::field(&field, reason))?;
        Ok(Incoming { field, name, bytes: content.read() })
    }

    /// All of it at once, as `Pictures::redraw` takes it.
    ///
    /// # Errors
    /// As [`incoming`](Self::incoming).
    pub async fn whole(self) -> Result<Vec<u8>, Error> {
        self.incoming()?.bytes.try_concat().await
    }
}

impl<B: Brings> FromRequest for UploadForm<B> {
    type Error = ActixError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ActixError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let uploads = app(request).map(|app| app.uploads.clone());
        let multipart = is_upload(request).then(|| Multipart::new(request.headers(), payload.take()));
        Box::pin(async move {
            let multipart = multipart.ok_or_else(|| Error::field("body", Reason::new("body_not_a_form")))?;
            let permit = uploads?.try_acquire_owned().map_err(|_| Error::Busy)?;
            let Read { pairs, files, .. } = Read::all(multipart, B::FILES).await?;
            let typed = FormData::with_files(pairs, files.iter().map(|file| (&*file.field, file.digest())));
            Ok(Self { typed, files, form: PhantomData, _permit: permit })
        })
    }
}

/// Whether a request says that it brings files.
#[must_use]
pub fn is_upload(request: &HttpRequest) -> bool {
    let said = request.headers().get("content-type").and_then(|value| value.to_str().ok());
    said.is_some_and(|value| value.to_ascii_lowercase().starts_with("multipart/form-data"))
}

impl Upload {
    fn digest(&self) -> String {
        self.content.as_ref().map(Spool::digest).unwrap_or_default()
    }
}

/// What has come of a form.
#[derive(Default)]
struct Read {
    pairs: Vec<(String, String)>,
    files: Vec<Upload>,
    bytes: u64,
    typed: u64,
}

impl Read {
    async fn all(mut multipart: Multipart, takes: &[FileField]) -> Result<Self, ActixError> {
        let mut read = Self::default();
        let mut fields = 0;
        while let Some(mut field) = in_time(multipart.try_next()).await? {
            fields += 1;
            if fields > MOST_FIELDS {
                return Err(ErrorPayloadTooLarge("too many fields"));
            }
            let (name, chosen) = heading(&field)?;
            match chosen {
                None => {
                    let text = read.text(&mut field).await?;
                    read.pairs.push((name, text));
                }
                Some(called) => read.file(&mut field, name, &called, takes).await?,
            }
        }
        Ok(read)
    }

    async fn piece(&mut self, field: &mut Field) -> Result<Option<Bytes>, ActixError> {
        let piece = in_time(field.try_next()).await?;
        self.bytes += length(piece.as_deref().unwrap_or_default());
        if self.bytes > MOST { Err(ErrorPayloadTooLarge("too many bytes")) } else { Ok(piece) }
    }

    async fn text(&mut self, field: &mut Field) -> Result<String, ActixError> {
        let mut bytes = Vec::new();
        while let Some(piece) = self.piece(field).await? {
            self.typed += length(&piece);
            if self.typed > MOST_TYPED {
                return Err(ErrorPayloadTooLarge("too much text"));
            }
            bytes.extend_from_slice(&piece);
        }
        text(bytes)
    }

    async fn file(
        &mut self,
        field: &mut Field,
        name: String,
        called: &str,
        takes: &[FileField],
    ) -> Result<(), ActixError> {
        // A browser sends a nameless file where none was chosen.
        let Ok(called) = FileName::parse(called) else { return Ok(()) };
        let limit = takes.iter().find(|take| take.name == name).map(|take| take.limit);
        let limit = limit.ok_or_else(|| Error::field(&name, Reason::new("unknown_field")))?;
        let mut content = Ok(Spool::open().await?);
        while let Some(piece) = self.piece(field).await? {
            content = match content {
                Ok(spool) if spool.size() + length(&piece) > limit => Err(media::too_large(limit)),
                Ok(mut spool) => {
                    spool.write(&piece).await?;
                    Ok(spool)
                }
                refused => refused,
            };
        }
        if self.files.iter().any(|file| file.field == name) {
            return Err(Error::field(&name, Reason::new("answer_single")).into());
        }
        self.files.push(Upload { field: name, name: called, content });
        Ok(())
    }
}

/// The field's name, and the file's where it brings one.
fn heading(field: &Field) -> Result<(String, Option<String>), ActixError> {
    let said = field.content_disposition().ok_or_else(|| ErrorBadRequest("a field without a name"))?;
    let name = text(said.get_name().unwrap_or_default().into())?;
    let called = said.get_filename().map(|called| text(called.into())).transpose()?;
    Ok((name, called))
}

/// As in every form, what is not UTF-8 is refused, and so is U+0000, which PostgreSQL's text cannot hold.
fn text(bytes: Vec<u8>) -> Result<String, ActixError> {
    let text = String::from_utf8(bytes).ok().filter(|text| !text.contains(['\0', '\u{fffd}']));
    Ok(text.ok_or_else(|| Error::field("body", Reason::new("body_not_utf8")))?)
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

/// The next part, unless the sender has fallen silent.
async fn in_time<T>(
    next: impl Future<Output = Result<T, actix_multipart::MultipartError>>,
) -> Result<T, ActixError> {
    let next = timeout(PAUSE, next).await.map_err(|_| ErrorRequestTimeout("the sender fell silent"))?;
    next.map_err(ActixError::from)
}
