//! One request and its answer, over a connection that serves nothing else.

use std::{pin::pin, time::Duration};

use http_body_util::{BodyExt, Full};
use hyper::{
    Request, Response,
    body::{Bytes, Incoming},
    client::conn::http1,
    header::RETRY_AFTER,
};
use hyper_util::rt::TokioIo;
use jiff::{Timestamp, fmt::rfc2822};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    time::timeout,
};

use super::{AttemptOutcome, Failure};

/// Bytes kept of an answer's body; the rest is not read.
const KEPT: usize = 1024;
/// Bytes that an answer's status and headers may take.
const HEAD: usize = 16 * 1024;
/// For the body, once the status is known.
const READING: Duration = Duration::from_secs(2);

/// What the receiver said.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) retry_after: Option<Duration>,
    pub(super) text: String,
}

/// What a status means. A redirection is a refusal: what we send is meant for who stands in the address.
pub(super) fn judged(status: u16) -> AttemptOutcome {
    match status {
        200..=299 => AttemptOutcome::Delivered,
        410 => AttemptOutcome::Gone,
        _ => AttemptOutcome::Refused,
    }
}

/// Sends the request and takes the status and the beginning of the body.
pub(super) async fn exchange(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send,
    request: Request<Full<Bytes>>,
) -> Result<Answer, Failure> {
    let broken = |error: hyper::Error| Failure::new(AttemptOutcome::Broken, error);
    let mut builder = http1::Builder::new();
    builder.max_buf_size(HEAD);
    let (mut sender, connection) = builder.handshake(TokioIo::new(stream)).await.map_err(broken)?;
    let mut answering = pin!(async move {
        let response = sender.send_request(request).await.map_err(broken)?;
        Ok(read(response).await)
    });
    tokio::select! {
        answer = &mut answering => answer,
        // It may end before we have read all that it brought; how it ended shows there.
        _ = connection => answering.await,
    }
}

async fn read(response: Response<Incoming>) -> Answer {
    let asked = response.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok());
    let (status, retry_after) =
        (response.status().as_u16(), asked.and_then(|text| wait(text, Timestamp::now())));
    let mut kept = Vec::new();
    let reading = async {
        let mut body = response.into_body();
        while kept.len() < KEPT {
            let Some(Ok(frame)) = body.frame().await else { break };
            kept.extend(frame.data_ref().into_iter().flatten());
        }
    };
    // The status has decided already; a body that does not end is cut short.
    let whole = timeout(READING, reading).await.is_ok();
    kept.truncate(KEPT);
    let text = String::from_utf8_lossy(&kept).replace(|c: char| c.is_control() && c != '\n', " ");
    let text = if whole { text } else { format!("{text}…") };
    Answer { status, retry_after, text }
}

/// `Retry-After`: seconds, or a moment (RFC 9110 section 10.2.3).
fn wait(text: &str, now: Timestamp) -> Option<Duration> {
    let text = text.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let moment = rfc2822::DateTimeParser::new().parse_timestamp(text).ok()?;
    Duration::try_from(moment.duration_since(now)).ok()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_a_status_of_success_is_success() {
        let judge = |status: &[u16]| status.iter().map(|status| judged(*status)).collect::<Vec<_>>();
        assert_eq!(judge(&[200, 202, 204, 299]), [AttemptOutcome::Delivered; 4]);
        assert_eq!(judge(&[301, 307, 400, 404, 429, 500, 503]), [AttemptOutcome::Refused; 7]);
        assert_eq!(judged(410), AttemptOutcome::Gone);
    }

    #[test]
    fn a_wait_is_told_in_seconds_or_as_a_moment() {
        let now = "2026-11-23T09:00:00Z".parse().unwrap();
        assert_eq!(wait(" 120 ", now), Some(Duration::from_secs(120)));
        assert_eq!(wait("Mon, 23 Nov 2026 09:01:00 GMT", now), Some(Duration::from_secs(60)));
        for nothing in ["Mon, 23 Nov 2026 08:59:00 GMT", "-5", "soon", ""] {
            assert_eq!(wait(nothing, now), None, "{nothing}");
        }
    }

    proptest! {
        #[test]
        fn no_wish_makes_the_reading_panic(text in "\\PC{0,40}") {
            wait(&text, Timestamp::now());
        }
    }
}
