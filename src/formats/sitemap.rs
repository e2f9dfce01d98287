//! Which pages there are, for search engines: a sitemap (sitemaps.org protocol 0.9), each page with its other languages as
//! `xhtml:link` (Google Search Central, "Tell Google about localized versions of your page").

use quick_xml::escape::escape;

use crate::values::Lang;

/// The media type of a sitemap.
pub const MEDIA_TYPE: &str = "application/xml; charset=utf-8";

/// One page by its full address in each language that it has.
pub type Page = Vec<(Lang, String)>;

/// The sitemap of these pages; the protocol takes 50,000 addresses in one.
#[must_use]
pub fn sitemap(pages: &[Page]) -> String {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
        xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
    let urls: String = pages.iter().map(entries).collect();
    format!("{head}{urls}</urlset>\n")
}

/// One entry a language, each naming all of them.
fn entries(page: &Page) -> String {
    let link = |(lang, address): &(Lang, String)| {
        let href = escape(address.as_str());
        format!("<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{href}\"/>")
    };
    let links: String = page.iter().map(link).collect();
    page.iter()
        .map(|(_, address)| format!("<url><loc>{}</loc>{links}</url>\n", escape(address.as_str())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_of_a_page_names_all_of_them() {
        let page = vec![
            (Lang::En, "https://x.example/en?a&b".to_owned()),
            (Lang::ZhHant, "https://x.example/zh-Hant".to_owned()),
        ];
        let xml = sitemap(&[page]);
        assert_eq!(xml.matches("<url>").count(), 2);
        assert_eq!(xml.matches("hreflang=\"zh-Hant\" href=\"https://x.example/zh-Hant\"").count(), 2);
        assert!(xml.contains("<loc>https://x.example/en?a&amp;b</loc>") && !xml.contains("?a&b"), "{xml}");
    }
}
