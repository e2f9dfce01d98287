//! What forms and the API say of a webhook, and the same once it is right.

use serde::Deserialize;
use url::Url;
use utoipa::ToSchema;
use uuid::Uuid;

use super::events;
use crate::{
    error::{FieldErrors, Reason},
    values::{
        Line,
        checked::{Checked, Rule},
        text,
    },
};

/// Most characters of a webhook's description.
pub const DESCRIPTION_MAX: usize = 120;

/// Where deliveries go: `https`, without user, password or fragment, port 443 or one above the system's (1024 and more, RFC
/// 6335 section 6), at most 500 characters. Where it leads is looked at when it is called.
pub type HookUrl = Checked<HookUrlRule>;

/// The rule of [`HookUrl`]: `hook_url_invalid`, `hook_url_not_https`, `hook_url_port`.
pub enum HookUrlRule {}

impl Rule for HookUrlRule {
    fn normal(raw: &str) -> Result<String, Reason> {
        let invalid = || Reason::new("hook_url_invalid");
        let mut url = Url::parse(&text::half_width(raw)).map_err(|_| invalid())?;
        if url.scheme() != "https" {
            return Err(Reason::new("hook_url_not_https"));
        }
        if url.host().is_none() || !url.username().is_empty() || url.password().is_some() {
            return Err(invalid());
        }
        if url.port().is_some_and(|port| port < 1024) {
            return Err(Reason::new("hook_url_port"));
        }
        url.set_fragment(None);
        let url = String::from(url);
        if url.len() <= 500 { Ok(url) } else { Err(invalid()) }
    }
}

/// What is said of a webhook, as typed.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct WebhookFields {
    /// Where deliveries go: an address that begins with `https://`.
    #[schema(example = "https://example.org/hooks/forum")]
    pub url: String,
    /// What it is for; at most 120 characters.
    pub description: String,
    /// The events to tell it of, such as `registration.created`; none for all of them.
    pub events: Vec<String>,
}

/// A webhook to be made, as typed.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct NewWebhookFields {
    /// The id of the edition whose events it is told.
    pub edition: String,
    /// Where deliveries go: an address that begins with `https://`.
    #[schema(example = "https://example.org/hooks/forum")]
    pub url: String,
    /// What it is for; at most 120 characters.
    pub description: String,
    /// The events to tell it of, such as `registration.created`; none for all of them.
    pub events: Vec<String>,
}

/// What is said of a webhook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebhookChange {
    pub(super) url: HookUrl,
    pub(super) description: Option<Line<DESCRIPTION_MAX>>,
    pub(super) events: Vec<&'static str>,
}

/// A webhook to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewWebhook {
    pub(super) edition: Uuid,
    pub(super) about: WebhookChange,
}

impl TryFrom<&WebhookFields> for WebhookChange {
    type Error = FieldErrors;
    fn try_from(typed: &WebhookFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        let url = errors.take("url", HookUrl::parse(&typed.url));
        let description = errors.take("description", Line::optional(&typed.description));
        let events = errors.take("events", parse_events(&typed.events));
        match (url, description, events) {
            (Some(url), Some(description), Some(events)) => Ok(Self { url, description, events }),
            _ => Err(errors),
        }
    }
}

impl TryFrom<&NewWebhookFields> for NewWebhook {
    type Error = FieldErrors;
    fn try_from(typed: &NewWebhookFields) -> Result<Self, FieldErrors> {
        let NewWebhookFields { edition, url, description, events } = typed.clone();
        let edition = match edition.trim() {
            "" => Err(Reason::new("required")),
            id => id.parse().map_err(|_| Reason::new("edition_unknown")),
        };
        let about = WebhookChange::try_from(&WebhookFields { url, description, events });
        match (edition, about) {
            (Ok(edition), Ok(about)) => Ok(Self { edition, about }),
            (edition, about) => Err(FieldErrors::merged([
                edition.err().map(|reason| FieldErrors::one("edition", reason)),
                about.err(),
            ])),
        }
    }
}

/// In the order of the list, each once.
fn parse_events(raw: &[String]) -> Result<Vec<&'static str>, Reason> {
    let known = |name: &&String| events::EVENTS.iter().any(|event| event.name == name.as_str());
    if let Some(unknown) = raw.iter().find(|name| !known(name)) {
        return Err(Reason::new("event_unknown").with("event", unknown));
    }
    let chosen = events::EVENTS.iter().map(|event| event.name);
    Ok(chosen.filter(|name| raw.iter().any(|raw| raw == name)).collect())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_address_is_kept_in_one_form() {
        let kept = |raw: &str| HookUrl::parse(raw).unwrap().into_string();
        assert_eq!(kept(" HTTPS://Example.ORG:443/a?b=c#d "), "https://example.org/a?b=c");
        assert_eq!(kept("https://例子.org:8443"), "https://xn--fsqu00a.org:8443/");
    }

    #[test]
    fn what_must_not_be_called_is_refused_with_the_reason() {
        let code = |raw: &str| HookUrl::parse(raw).unwrap_err().code;
        for raw in ["http://example.org", "ftp://example.org", "file:///etc/passwd", "javascript:alert(1)"] {
            assert_eq!(code(raw), "hook_url_not_https", "{raw}");
        }
        let long = format!("https://example.org/{}", "a".repeat(500));
        for raw in ["example", "https://", "https://me:pw@example.org", "https://me@example.org", &long] {
            assert_eq!(code(raw), "hook_url_invalid", "{raw}");
        }
        assert_eq!(code("https://example.org:25"), "hook_url_port");
        assert_eq!(code("https://example.org:80"), "hook_url_port");
    }

    #[test]
    fn every_wrong_field_is_named() {
        let typed =
            NewWebhookFields { events: vec!["registration.vanished".to_owned()], ..Default::default() };
        let errors = NewWebhook::try_from(&typed).unwrap_err();
        assert_eq!(errors.of("edition").unwrap().code, "required");
        assert_eq!(errors.of("url").unwrap().code, "required");
        assert_eq!(errors.of("events").unwrap().code, "event_unknown");
    }

    proptest! {
        #[test]
        fn what_passes_is_https_and_reads_back(raw in "https://[a-z0-9.:@/?#%\\[\\]-]{0,40}") {
            if let Ok(url) = HookUrl::parse(&raw) {
                prop_assert!(url.as_str().starts_with("https://"));
                prop_assert_eq!(&HookUrl::parse(url.as_str()).unwrap(), &url);
            }
        }
    }
}
