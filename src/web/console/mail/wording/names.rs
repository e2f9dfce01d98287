//! The names that may be written in braces, and what each prints.

use crate::{
    http::Ui,
    mail::{Renderer, Template, known},
    values::Lang,
};

/// A name, what it means, and what it prints in a trial.
pub(in crate::web::console) struct Name {
    pub(in crate::web::console) name: String,
    pub(in crate::web::console) means: String,
    pub(in crate::web::console) prints: String,
}

/// Those of `template`, with what they print in `lang`.
pub(in crate::web::console) fn names(
    renderer: &Renderer,
    template: &Template,
    lang: Lang,
    ui: &Ui,
) -> Vec<Name> {
    let values = renderer.made_up(template, lang);
    let name = |name: String| Name {
        means: ui.t(&format!("mail-variable-{}", meaning(template, &name))),
        prints: match values.get(&name) {
            Some(serde_json::Value::String(text)) => text.clone(),
            Some(serde_json::Value::Number(number)) => number.to_string(),
            _ => String::new(),
        },
        name: format!("{{{name}}}"),
    };
    known(template, true).into_iter().map(name).collect()
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
