//! The interface's texts: Fluent files under `locales/`, one folder per language, compiled in.
//!
//! Every key exists in every language and every key is used; a test holds us to both. A key that is
//! missing at run time is shown as itself and logged, never a failed page.

use std::{borrow::Cow, sync::LazyLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use rust_embed::Embed;
use unic_langid::LanguageIdentifier;

use crate::{error::Reason, values::Lang};

#[derive(Embed)]
#[folder = "locales"]
struct Locales;

/// The texts are program constants like templates, hence a static: parsed once, on first use.
static BUNDLES: LazyLock<[FluentBundle<FluentResource>; 3]> =
    LazyLock::new(|| [bundle(Lang::En), bundle(Lang::ZhHant), bundle(Lang::ZhHans)]);

fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let identifier: LanguageIdentifier = lang.as_str().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    // Isolation marks would stand around every name in subjects, attributes and plain-text mail.
    bundle.set_use_isolating(false);
    for (path, source) in files(lang) {
        let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, errors)| {
            tracing::error!(path, ?errors, "a locale file has errors");
            resource
        });
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(path, ?errors, "a locale key stands twice");
        }
    }
    bundle
}

/// The source of each locale file of `lang`, by path. For the test that compares the languages.
pub fn files(lang: Lang) -> Vec<(String, String)> {
    let folder = format!("{lang}/");
    Locales::iter()
        .filter(|path| path.starts_with(&folder))
        .filter_map(|path| {
            let file = Locales::get(&path)?;
            Some((path.into_owned(), String::from_utf8_lossy(&file.data).into_owned()))
        })
        .collect()
}

/// An argument of a text: numbers choose plurals, texts stand as they are.
pub type Arg<'a> = FluentValue<'a>;

/// The text of `key` in `lang`.
#[must_use]
pub fn text(lang: Lang, key: &str) -> String {
    text_with(lang, key, &[])
}

/// The text of `key` in `lang` with named arguments.
#[must_use]
pub fn text_with(lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    let [english, traditional, simplified] = &*BUNDLES;
    let bundle = match lang {
        Lang::En => english,
        Lang::ZhHant => traditional,
        Lang::ZhHans => simplified,
    };
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        tracing::error!(key, %lang, "no such text");
        return key.to_owned();
    };
    let mut named = FluentArgs::with_capacity(args.len());
    for (name, value) in args {
        named.set(Cow::from(*name), value.clone());
    }
    let mut errors = Vec::new();
    let said = bundle.format_pattern(pattern, Some(&named), &mut errors).into_owned();
    if !errors.is_empty() {
        tracing::error!(key, %lang, ?errors, "a text lacks an argument");
    }
    said
}

/// Whether `lang` has `key`.
#[must_use]
pub fn has(lang: Lang, key: &str) -> bool {
    let [english, traditional, simplified] = &*BUNDLES;
    match lang {
        Lang::En => english,
        Lang::ZhHant => traditional,
        Lang::ZhHans => simplified,
    }
    .has_message(key)
}

/// The sentence of a [`Reason`].
#[must_use]
pub fn reason(lang: Lang, reason: &Reason) -> String {
    let args: Vec<(&str, Arg<'_>)> =
        reason.args.iter().map(|(name, value)| (*name, FluentValue::try_number(value))).collect();
    text_with(lang, &format!("error-{}", reason.code), &args)
}
