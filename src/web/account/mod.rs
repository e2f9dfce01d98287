//! Signing in and out, accepting an invitation, and looking after one's own account.

mod home;
pub(super) mod invitation;
pub(super) mod password;
pub(super) mod profile;
pub(super) mod sessions;
pub(super) mod sign_in;
pub(super) mod sign_in_mail;
pub(super) mod sign_up;
pub(super) mod tokens;

pub(super) use home::{langs, show as home};
pub(super) use sessions::SessionRow;
pub(super) use tokens::{TokenRow, choice as edition_choice};

use actix_web::{HttpRequest, HttpResponse, http::header};

use secrecy::ExposeSecret;

use crate::{
    accounts::{IDLE_DAYS, SignedInSession},
    error::Error,
    http::{App, cookies::Jar, page::see_other, session::SESSION_COOKIE},
};

/// Starts the session in this browser and leads on to `next`, if that is a page of ours.
pub(super) fn begin(app: &App, session: &SignedInSession, next: &str) -> Result<HttpResponse, Error> {
    let mut answer = see_other(if is_ours(next) { next } else { "/console" });
    let seconds = i64::from(IDLE_DAYS) * 86_400;
    let token = session.token.expose_secret().to_owned();
    let cookie = Jar::of(app).secret(SESSION_COOKIE, token, Some(seconds));
    answer.add_cookie(&cookie).map_err(Error::internal)?;
    Ok(answer)
}

/// A path of this site and not an address that browsers would take for another's.
fn is_ours(next: &str) -> bool {
    next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains('\\')
        && !next.chars().any(char::is_control)
}

/// What the browser calls itself, for the list of login sessions.
pub(super) fn user_agent(request: &HttpRequest) -> &str {
    request.headers().get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_path_of_ours_is_followed_after_signing_in() {
        assert!(is_ours("/console/2026?x=1"));
        for foreign in ["https://example.org/", "//example.org", "/\\example.org", "", "console", "/a\nb"] {
            assert!(!is_ours(foreign), "{foreign}");
        }
    }
}
