//! A body that is a file, sent as it is: for programs, which need no form around it.

use std::{future::Future, pin::Pin, time::Duration};

use actix_web::{
    Error as ActixError, FromRequest, HttpRequest,
    dev::Payload,
    error::{ErrorPayloadTooLarge, ErrorRequestTimeout},
    web,
};
use futures_util::{Stream, TryStreamExt};
use tokio::{sync::OwnedSemaphorePermit, time::timeout};

use super::{session::app, spool::Spool};
use crate::{
    error::{Error, Reason},
    files::Incoming,
    formats::media,
    values::FileName,
};

/// The most bytes that are read of a body, what is thrown away included.
const MOST: u64 = 128 << 20;
/// How long the sender may pause.
const PAUSE: Duration = Duration::from_secs(30);

/// A file on its way in. Nothing of the body is read before a handler asks for it, so that who may not send anything is told first.
pub struct RawBody {
    payload: web::Payload,
    permit: OwnedSemaphorePermit,
}

impl RawBody {
    /// Reads it whole, onto the disk; it is called `name`, and errors stand at `field`.
    ///
    /// # Errors
    /// [`Error::Invalid`]: `required` or `file_name_invalid` on `name`, `file_too_large` on `field`; 408 when the sender falls silent,
    /// 413 far beyond the limit.
    pub async fn read(
        self,
        (field, limit): (&'static str, u64),
        name: &str,
    ) -> Result<Incoming<impl Stream<Item = Result<Vec<u8>, Error>>>, ActixError> {
        let name = FileName::parse(name).map_err(|reason| Error::field("name", reason))?;
        let Self { mut payload, permit } = self;
        let mut spool = Spool::open().await?;
        let mut bytes: u64 = 0;
        loop {
            let piece = timeout(PAUSE, payload.try_next()).await;
            let piece = piece.map_err(|_| ErrorRequestTimeout("the sender fell silent"))??;
            let Some(piece) = piece else { break };
            bytes += u64::try_from(piece.len()).map_err(Error::internal)?;
            if bytes > MOST {
                return Err(ErrorPayloadTooLarge("too many bytes"));
            }
            if bytes <= limit {
                spool.write(&piece).await?;
            }
        }
        drop(permit);
        if bytes > limit {
            return Err(Error::field(field, media::too_large(limit)).into());
        }
        if bytes == 0 {
            return Err(Error::field(field, Reason::new("required")).into());
        }
        Ok(Incoming { field: field.to_owned(), name, bytes: spool.read() })
    }
}

impl FromRequest for RawBody {
    type Error = ActixError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ActixError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let uploads = app(request).map(|app| app.uploads.clone());
        let payload = web::Payload::from_request(request, payload);
        Box::pin(async move {
            let permit = uploads?.try_acquire_owned().map_err(|_| Error::Busy)?;
            Ok(Self { payload: payload.await?, permit })
        })
    }
}
