//! A browser without its window, or a program that calls the API: keeps cookies, says where it comes from.

use std::sync::Arc;

use reqwest::{
    Method, RequestBuilder,
    cookie::Jar,
    header::{AUTHORIZATION, HeaderMap, HeaderValue},
    redirect::Policy,
};
use serde_json::Value;

use super::page::Page;

/// What somebody shows beside the request itself.
#[derive(Clone, Debug, Default)]
pub struct Credential {
    /// Cookies, as `name=value`.
    pub cookies: Vec<String>,
    /// The token that the forms of this session, or of this manage page, carry.
    pub csrf: Option<String>,
    /// The header of the API: `Bearer` and a token, or `Link` and a manage link's secret.
    pub authorization: Option<String>,
}

/// Somebody who asks.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    base: String,
    shows: Credential,
}

impl Client {
    /// At the site `base`, showing this. Redirections are shown, not followed.
    pub fn new(base: &str, shows: Credential) -> Self {
        let jar = Jar::default();
        let url = base.parse().unwrap();
        shows.cookies.iter().for_each(|cookie| jar.add_cookie_str(&format!("{cookie}; Path=/"), &url));
        let header = shows.authorization.iter();
        let headers = header.map(|value| (AUTHORIZATION, HeaderValue::from_str(value).unwrap()));
        let http = reqwest::Client::builder()
            .cookie_provider(Arc::new(jar))
            .default_headers(HeaderMap::from_iter(headers))
            .redirect(Policy::none())
            .build()
            .unwrap();
        Self { http, base: base.to_owned(), shows }
    }

    /// What she shows.
    pub fn credential(&self) -> &Credential {
        &self.shows
    }

    /// The same browser with the token that its forms carry from now on.
    pub fn carrying(mut self, csrf: String) -> Self {
        self.shows.csrf = Some(csrf);
        self
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

    /// Sends a form as one of our own pages does.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let mut fields = fields.to_vec();
        fields.extend(self.shows.csrf.as_deref().map(|token| ("_csrf", token)));
        let request = self.request(Method::POST, path).header("origin", &self.base);
        Page::of(request.header("sec-fetch-site", "same-origin").form(&fields)).await
    }

    /// Calls an operation with a JSON body.
    pub async fn send(&self, method: Method, path: &str, body: &Value) -> Page {
        Page::of(self.request(method, path).json(body)).await
    }
}
