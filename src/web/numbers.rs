//! `docs/NUMBERS.md` as a page: what each number means, its formula and its source.

use actix_web::{HttpResponse, http::StatusCode};
use askama::Template;

use crate::{
    error::Error,
    formats::markdown::{self, SafeHtml},
    http::{Asker, Ui, page},
};

const TEXT: &str = include_str!("../../docs/NUMBERS.md");

#[derive(Template)]
#[template(path = "plain/numbers.html")]
struct NumbersPage {
    ui: Ui,
    text: SafeHtml,
}

/// Its lines joined to paragraphs, for a page breaks lines itself; formulas keep theirs.
fn flowing(text: &str) -> String {
    let mut formula = false;
    let block = |block: &str| {
        let opens = block.matches("```").count() % 2 == 1;
        let kept = formula || block.starts_with("```");
        formula ^= opens;
        if kept { block.to_owned() } else { block.replace('\n', " ") }
    };
    text.split("\n\n").map(block).collect::<Vec<_>>().join("\n\n")
}

/// `GET /numbers`
pub(in crate::web) async fn show(asker: Asker) -> Result<HttpResponse, Error> {
    let text = markdown::html(&flowing(TEXT), 1);
    page(StatusCode::OK, &NumbersPage { ui: Ui::anonymous(asker.lang, asker.path), text })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_flow_and_formulas_stand() {
        assert_eq!(flowing("One\ntwo.\n\n```text\na\nb\n```\n\n*"), "One two.\n\n```text\na\nb\n```\n\n*");
    }
}
