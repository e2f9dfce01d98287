//! A browser without its window, or a program that calls the API: keeps cookies, says where it comes from.

use std::sync::Arc;

use reqwest::{
    Method, RequestBuilder,
    cookie::Jar,
    header::{HeaderMap, HeaderValue},
    redirect::Policy,
};
use serde_json::Value;

use super::page::Page;

/// Somebody who asks.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    base: String,
    jar: Arc<Jar>,
    csrf: Option<String>,
}

impl Client {
    /// A browser with no cookies, at the site `base`. It shows redirections instead of following them.
    pub fn new(base: &str) -> Self {
        Self::made(base, HeaderMap::new())
    }

    /// A program that holds an API token.
    pub fn bearing(base: &str, token: &str) -> Self {
        let bearer = HeaderValue::from_str(&format!("Bearer {token}")).unwrap();
        Self::made(base, HeaderMap::from_iter([(reqwest::header::AUTHORIZATION, bearer)]))
    }

    fn made(base: &str, headers: HeaderMap) -> Self {
        let jar = Arc::new(Jar::default());
        let http = reqwest::Client::builder()
            .cookie_provider(jar.clone())
            .default_headers(headers)
            .redirect(Policy::none())
            .build()
            .unwrap();
        Self { http, base: base.to_owned(), jar, csrf: None }
    }

    /// The same browser, signed in: its session's cookie, and the token that its forms carry.
    pub fn signed_in(self, cookie: &str, csrf: String) -> Self {
        self.jar.add_cookie_str(&format!("{cookie}; Path=/"), &self.base.parse().unwrap());
        Self { csrf: Some(csrf), ..self }
    }

    /// The token that forms of this session carry; empty without a session.
    pub fn csrf(&self) -> &str {
        self.csrf.as_deref().unwrap_or_default()
    }

    /// A request to be shaped by hand; says nothing about where it comes from.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        assert!(path.starts_with('/'), "{path} is not of this site");
        self.http.request(method, format!("{}{path}", self.base))
    }

    /// Opens a page or reads from the API.
    pub async fn get(&self, path: &str) -> Page {
        Page::of(self.request(Method::GET, path)).await
    }

    /// Opens a page as a reader of this language.
    pub async fn get_in(&self, lang: &str, path: &str) -> Page {
        Page::of(self.request(Method::GET, path).header("accept-language", lang)).await
    }

    /// Sends a form as one of our own pages does.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let mut fields = fields.to_vec();
        fields.extend(self.csrf.as_deref().map(|token| ("_csrf", token)));
        let request = self.request(Method::POST, path).header("origin", &self.base);
        Page::of(request.header("sec-fetch-site", "same-origin").form(&fields)).await
    }

    /// Calls an operation with a JSON body.
    pub async fn send(&self, method: Method, path: &str, body: &Value) -> Page {
        Page::of(self.request(method, path).json(body)).await
    }
}
