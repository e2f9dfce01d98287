//! Cookies: `__Host-` and Secure wherever the site is served over https.

use actix_web::{
    HttpRequest,
    cookie::{Cookie, SameSite, time::Duration},
};

use super::App;

/// A cookie of ours, named without its prefix.
#[derive(Clone, Copy, Debug)]
pub struct Jar {
    secure: bool,
}

impl Jar {
    /// Cookies as this installation sets them.
    #[must_use]
    pub fn of(app: &App) -> Self {
        Self { secure: app.config.base_url.scheme() == "https" }
    }

    /// The name as the browser knows it (RFC 6265bis section 4.1.3.2).
    #[must_use]
    pub fn name(self, name: &str) -> String {
        if self.secure { format!("__Host-{name}") } else { name.to_owned() }
    }

    /// The value a request brings for `name`.
    #[must_use]
    pub fn read(self, request: &HttpRequest, name: &str) -> Option<String> {
        request.cookie(&self.name(name)).map(|cookie| cookie.value().to_owned())
    }

    /// A cookie that scripts cannot read; `seconds` to live, or until the browser closes.
    #[must_use]
    pub fn secret(self, name: &str, value: String, seconds: Option<i64>) -> Cookie<'static> {
        let mut cookie = Cookie::build(self.name(name), value)
            .path("/")
            .http_only(true)
            .secure(self.secure)
            .same_site(SameSite::Lax)
            .finish();
        cookie.set_max_age(seconds.map(Duration::seconds));
        cookie
    }

    /// The cookie that makes the browser forget `name`.
    #[must_use]
    pub fn gone(self, name: &str) -> Cookie<'static> {
        self.secret(name, String::new(), Some(0))
    }
}
