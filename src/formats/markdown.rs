//! What people write about themselves and their talks, in Markdown (CommonMark 0.31), as HTML that can do no harm.
//!
//! Paragraphs, emphasis, lists, quotations, code, headings and links. HTML shows as it was typed; a picture shows as
//! its description; links lead to `http`, `https` and `mailto` alone and lend nobody our good name.

use std::{collections::HashMap, fmt, sync::LazyLock};

use ammonia::{Builder, UrlRelative};
use comrak::{Arena, Options, format_html, nodes::NodeValue, parse_document};

use crate::values::text::is_invisible;

/// HTML that a page shows as it is; only [`html`] makes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SafeHtml(String);

impl fmt::Display for SafeHtml {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for SafeHtml {}

/// Everything that may stand in the result.
const TAGS: [&str; 18] = [
    "p",
    "br",
    "hr",
    "strong",
    "em",
    "del",
    "a",
    "ul",
    "ol",
    "li",
    "blockquote",
    "code",
    "pre",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
];

/// The second gate: reads HTML as a browser does and lets through what is listed.
static GATE: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut gate = Builder::empty();
    gate.tags(TAGS.into())
        .clean_content_tags(["script", "style"].into())
        .tag_attributes(HashMap::from([("a", ["href"].into()), ("ol", ["start"].into())]))
        .url_schemes(["http", "https", "mailto"].into())
        .url_relative(UrlRelative::Deny)
        .link_rel(Some("nofollow ugc noopener"));
    gate
});

/// The text as HTML whose highest heading is `h` and the number `highest` (2 to 6), below those of the page around it.
#[must_use]
pub fn html(markdown: &str, highest: u8) -> SafeHtml {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options.extension.cjk_friendly_emphasis = true;
    options.render.hardbreaks = true;
    options.render.escape = true;
    let arena = Arena::new();
    let root = parse_document(&arena, markdown, &options);
    // Changing the tree while walking it would lose the way.
    for node in root.descendants().collect::<Vec<_>>() {
        let is_picture = match &mut node.data_mut().value {
            NodeValue::Heading(heading) => {
                heading.level = heading.level.saturating_add(highest.saturating_sub(1)).clamp(2, 6);
                false
            }
            NodeValue::Image(_) => true,
            _ => false,
        };
        if is_picture {
            while let Some(described) = node.first_child() {
                node.insert_before(described);
            }
            node.detach();
        }
    }
    let mut rendered = String::new();
    if let Err(error) = format_html(root, &options, &mut rendered) {
        tracing::error!(%error, "a text could not be written as HTML");
    }
    // What was typed is free of these, but `&#x202E;` is only now a character.
    rendered.retain(|c| c.is_whitespace() || !is_invisible(c));
    SafeHtml(GATE.clean(&rendered).to_string())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(markdown: &str) -> String {
        html(markdown, 3).to_string().replace('\n', "")
    }

    #[test]
    fn what_people_write_is_shown_as_they_meant_it() {
        assert_eq!(
            shown("One\ntwo\n\n**三**：*four*"),
            "<p>One<br>two</p><p><strong>三</strong>：<em>four</em></p>"
        );
        assert_eq!(shown("這是**「重點」**。"), "<p>這是<strong>「重點」</strong>。</p>");
        assert_eq!(shown("3. a\n4. b"), "<ol start=\"3\"><li>a</li><li>b</li></ol>");
        assert_eq!(
            shown("> q\n\n- a\n- `b < c`"),
            "<blockquote><p>q</p></blockquote><ul><li>a</li><li><code>b &lt; c</code></li></ul>"
        );
    }

    #[test]
    fn headings_stand_below_those_of_the_page() {
        assert_eq!(shown("# A\n## B\n###### C"), "<h3>A</h3><h4>B</h4><h6>C</h6>");
        assert_eq!(html("# A", 1).to_string().trim(), "<h2>A</h2>");
    }

    #[test]
    fn links_lead_outside_and_lend_no_name() {
        let rel = "rel=\"nofollow ugc noopener\"";
        assert_eq!(
            shown("[x](https://a.example/?b=1&c)"),
            format!("<p><a href=\"https://a.example/?b=1&amp;c\" {rel}>x</a></p>")
        );
        assert_eq!(
            shown("<mailto:a@b.example>"),
            format!("<p><a href=\"mailto:a@b.example\" {rel}>mailto:a@b.example</a></p>")
        );
        for url in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\u{200b}script:alert(1)",
            "&#106;avascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "/account",
            "//evil.example",
            "file:///etc/passwd",
            "tel:1",
        ] {
            assert_eq!(shown(&format!("[x](<{url}>)")), format!("<p><a {rel}>x</a></p>"), "{url}");
        }
    }

    #[test]
    fn html_is_text_and_pictures_are_their_description() {
        assert_eq!(shown("a <b onclick=x>b</b> <3"), "<p>a &lt;b onclick=x&gt;b&lt;/b&gt; &lt;3</p>");
        assert_eq!(shown("<script>alert(1)</script>"), "&lt;script&gt;alert(1)&lt;/script&gt;");
        assert_eq!(
            shown("see ![the *chart*](https://a.example/t.png \"t\")"),
            "<p>see the <em>chart</em></p>"
        );
        assert!(!shown("[![x](https://track.example)](https://a.example)").contains("track"));
    }

    #[test]
    fn direction_and_invisible_characters_do_not_come_back_as_entities() {
        assert_eq!(shown("a&#x202E;b&#8203;c&#xFEFF;\u{202D}d&#0;"), "<p>abcd\u{FFFD}</p>");
    }

    #[test]
    fn depth_is_no_weapon() {
        for hostile in ["> ", "- ", "*a **b ", "[", "![", "<b>", "`", "[a](", "&#x202E;"] {
            assert!(!shown(&hostile.repeat(5_000)).contains("<b>"));
        }
    }

    /// Every tag of the result, without its brackets.
    fn tags(html: &str) -> Vec<&str> {
        html.split('<').skip(1).filter_map(|rest| rest.split('>').next()).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(500))]

        #[test]
        fn only_what_is_listed_comes_out(
            pieces in prop::collection::vec(prop::sample::select(vec![
                "<script>", "</script>", "<img src=x onerror=alert(1)>", "<svg/onload=x>", "[a](javascript:x)", "](", "[", ")", "`", "```\n",
                "\n", "\n\n", "    ", "> ", "# ", "![a](b)", "<!--", "-->", "<a href='x' onclick=y>", "&lt;script&gt;", "&#60;script&#62;",
                "https://a.example", "\"", "'", "<", ">", "&", "\u{202E}", "&#x202E;", "<style>", "<math><mi>", "]]>", "<![CDATA[", "字", "**", "\\", "\0",
            ]), 0..40),
            noise in "\\PC{0,20}",
        ) {
            let shown = html(&format!("{}{noise}", pieces.concat()), 3).to_string();
            prop_assert!(!shown.contains("<script"), "{}", shown);
            prop_assert!(!shown.chars().any(|c| is_invisible(c) && !c.is_whitespace()));
            for tag in tags(&shown) {
                let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
                prop_assert!(TAGS.contains(&name.trim_start_matches('/')), "{}", shown);
                let plain = attributes.is_empty() || attributes.starts_with("href=\"http") || attributes.starts_with("href=\"mailto:")
                    || attributes.starts_with("rel=\"nofollow") || attributes.starts_with("start=\"");
                prop_assert!(plain, "{}", shown);
            }
        }
    }
}
