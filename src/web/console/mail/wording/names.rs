//! The names that may be written in braces, and what each prints.

use crate::{
    http::Ui,
    mail::{Letterhead, Renderer, Template},
    values::Lang,
};

/// A name, what it means, and what it prints in a trial.
pub(in crate::web::console) struct Name {
    pub(in crate::web::console) name: String,
    pub(in crate::web::console) means: String,
    pub(in crate::web::console) prints: String,
}

/// Those of `template`, with what they print in `lang` for `edition`.
pub(in crate::web::console) fn names(
    renderer: &Renderer,
    template: &Template,
    (lang, edition): (Lang, &Letterhead),
    ui: &Ui,
) -> Vec<Name> {
    let name = |(name, prints): (String, String)| Name {
        means: ui.t(&format!("mail-variable-{}", meaning(template, &name))),
        name: format!("{{{name}}}"),
        prints,
    };
    renderer.samples(template, lang, edition).into_iter().map(name).collect()
}

/// The ending of the key that explains it.
fn meaning(template: &Template, name: &str) -> String {
    match name {
        "reason" if template.name == "registration-cancelled" => "cause".to_owned(),
        "links.ticket" => "links-ticket".to_owned(),
        link if link.starts_with("links.") => "links".to_owned(),
        name => name.replace('.', "-"),
    }
}
