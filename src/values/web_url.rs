//! Addresses of web pages.

use url::Url;

use super::{
    checked::{Checked, Rule},
    text,
};
use crate::error::Reason;

/// An absolute `https` or `http` address without user or password, in the form of the WHATWG URL
/// standard, at most 500 characters; safe as an `href`.
pub type WebUrl = Checked<WebUrlRule>;

/// The rule of [`WebUrl`]: `url_invalid`.
pub enum WebUrlRule {}

impl Rule for WebUrlRule {
    /// A bare `www.example.org` means `https`.
    fn normal(raw: &str) -> Result<String, Reason> {
        let typed = text::half_width(raw);
        let absolute = if typed.contains("://") { typed } else { format!("https://{typed}") };
        let url = Url::parse(&absolute).ok().filter(is_page).map(String::from);
        url.filter(|url| url.len() <= 500).ok_or(Reason::new("url_invalid"))
    }
}

fn is_page(url: &Url) -> bool {
    let named = url.domain().is_some_and(is_host_name);
    matches!(url.scheme(), "https" | "http") && named && url.username().is_empty() && url.password().is_none()
}

/// Two or more labels of letters, digits and hyphens; the URL standard alone would let quotes through.
fn is_host_name(domain: &str) -> bool {
    let label =
        |label: &str| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    domain.contains('.') && domain.split('.').all(label)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_people_type_becomes_a_whole_address() {
        assert_eq!(WebUrl::parse("www.Example.org/a b").unwrap().as_str(), "https://www.example.org/a%20b");
        assert_eq!(WebUrl::parse("http://例子.org").unwrap().as_str(), "http://xn--fsqu00a.org/");
    }

    #[test]
    fn what_is_no_page_or_hides_where_it_leads_is_refused() {
        let long = format!("https://example.org/{}", "a".repeat(500));
        for raw in [
            "javascript:alert(1)",
            "javascript://example.org/%0aalert(1)",
            "data:text/html,x",
            "mailto:a@b.org",
            "ftp://example.org",
            "https://bank.org@evil.org",
            "https://localhost",
            "https://10.0.0.1/",
            "hello",
            "https://a\".org",
            "https://.org",
            "//",
            &long,
        ] {
            assert_eq!(WebUrl::parse(raw).unwrap_err(), Reason::new("url_invalid"), "{raw}");
        }
    }

    proptest! {
        #[test]
        fn only_web_addresses_pass(raw in "[a-z]{0,10}:?/{0,2}[a-z0-9.:@/?#%\"'<> -]{0,30}") {
            if let Ok(url) = WebUrl::parse(&raw) {
                prop_assert!(url.as_str().starts_with("https://") || url.as_str().starts_with("http://"));
                prop_assert!(!url.as_str().contains(['"', '<', '>', ' ']));
                prop_assert_eq!(&WebUrl::parse(url.as_str()).unwrap(), &url);
            }
        }
    }
}
