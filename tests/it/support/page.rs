//! What came back, and small questions about it.

use reqwest::{RequestBuilder, StatusCode, header::HeaderMap};
use serde_json::Value;

use super::heard::{self, Heard};

/// An answer: a page, a problem document, a file.
#[derive(Debug)]
pub struct Page {
    /// The path that was asked for.
    pub path: String,
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body; what is not UTF-8 in a picture is replaced.
    pub body: String,
    /// The templates it was rendered from, by the type of their view.
    pub templates: Vec<String>,
}

impl Page {
    /// Sends the request and reads the answer to its end. Whatever is asked, nothing may fail inside.
    pub async fn of(request: RequestBuilder) -> Self {
        let answer = request.send().await.expect("an answer");
        let path = answer.url().path().to_owned();
        let (status, headers) = (answer.status(), answer.headers().clone());
        let body = answer.text().await.expect("a whole body");
        let mut page = Self { path, status, headers, body, templates: Vec::new() };
        let Heard { faults, templates } = heard::during(page.header("x-request-id"));
        assert!(faults.is_empty(), "{} fails inside: {faults:?}", page.path);
        assert!(!page.status.is_server_error(), "{} answers {}", page.path, page.status);
        page.templates = templates;
        page
    }

    /// The page itself, if it has this status.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        let Self { path, body, .. } = &self;
        assert_eq!(self.status.as_u16(), status, "{path} leads to “{}”: {body}", self.location());
        self
    }

    /// Where it leads; empty where it leads nowhere.
    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// A header; empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }

    /// The body as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }

    /// The stable code of a problem document.
    #[track_caller]
    pub fn code(&self) -> String {
        self.json()["code"].as_str().expect("a problem document").to_owned()
    }

    /// Whether these words stand on the page, whatever the mark-up between them.
    pub fn says(&self, words: &str) -> bool {
        plain(&self.body).contains(words)
    }

    /// The words of the first element with this tag, such as `h1`.
    #[track_caller]
    pub fn text_of(&self, tag: &str) -> String {
        let opening = [format!("<{tag}>"), format!("<{tag} ")];
        let start = opening.iter().filter_map(|tag| self.body.find(tag)).min();
        let rest = &self.body[start.unwrap_or_else(|| panic!("no <{tag}> in {}", self.body))..];
        let inside = rest.split_once('>').unwrap().1.split(&format!("</{tag}>")).next().unwrap();
        plain(inside)
    }

    /// The value that the form input of this name holds.
    pub fn value_of(&self, name: &str) -> Option<String> {
        let input = self.tags("input").find(|tag| attribute(tag, "name").as_deref() == Some(name))?;
        attribute(input, "value")
    }

    /// Every address that a link, form, script or picture names.
    pub fn addresses(&self) -> Vec<String> {
        let named = |tag| ["href", "action", "src"].into_iter().filter_map(move |name| attribute(tag, name));
        self.body.split('<').flat_map(named).collect()
    }

    fn tags<'a>(&'a self, tag: &'a str) -> impl Iterator<Item = &'a str> {
        let is_tag =
            move |text: &&str| text.strip_prefix(tag).is_some_and(|rest| rest.starts_with([' ', '>']));
        self.body.split('<').filter(is_tag)
    }
}

/// An attribute of the tag that `text` begins with, unescaped.
fn attribute(text: &str, name: &str) -> Option<String> {
    let tag = text.split('>').next()?;
    let value = tag.split_once(&format!(" {name}=\""))?.1.split('"').next()?;
    Some(unescape(value))
}

/// Words without mark-up, with single spaces.
fn plain(html: &str) -> String {
    let mut words = String::new();
    for part in html.split('<') {
        words.push(' ');
        words.push_str(part.split_once('>').map_or(part, |(_, text)| text));
    }
    unescape(&words.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn unescape(text: &str) -> String {
    let named =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&#60;", "<")];
    let text = named.iter().fold(text.to_owned(), |text, (escaped, plain)| text.replace(escaped, plain));
    text.replace("&#62;", ">").replace("&#38;", "&").replace("&amp;", "&")
}

#[test]
fn words_and_values_are_found_in_a_page() {
    let page = Page {
        path: "/".to_owned(),
        status: StatusCode::OK,
        headers: HeaderMap::new(),
        body: r#"<h1 class="big">A <b>&lt;bold&gt;</b>
            word</h1><input type="hidden" name="key" value="a&#38;b"><a href="/en">on</a>"#
            .to_owned(),
        templates: Vec::new(),
    };
    assert_eq!(page.text_of("h1"), "A <bold> word");
    assert_eq!(page.value_of("key").as_deref(), Some("a&b"));
    assert_eq!(page.addresses(), ["/en"]);
    assert!(page.says("word on") && !page.says("class"));
}
