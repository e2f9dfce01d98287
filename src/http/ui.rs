//! What every template needs: the reader's language and texts, assets, this page in other languages,
//! the form token, the account.

use std::fmt::Display;

use crate::{
    i18n::{self, Arg},
    values::{Lang, Localised},
};

use super::{assets, language};

/// A text as it is shown, with the language it is really in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The text.
    pub text: String,
    /// Its language, which becomes the element's `lang` where it differs from the page's.
    pub lang: Lang,
}

impl Shown {
    /// `localised` for a reader of `lang`.
    #[must_use]
    pub fn of(localised: &Localised, lang: Lang) -> Self {
        let picked = localised.pick(lang);
        Self { text: picked.text.to_owned(), lang: picked.lang }
    }

    /// The same, or nothing.
    #[must_use]
    pub fn maybe(localised: Option<&Localised>, lang: Lang) -> Option<Self> {
        localised.map(|localised| Self::of(localised, lang))
    }

    /// A text in every language that it has.
    #[must_use]
    pub fn every(localised: Option<&Localised>) -> Vec<Self> {
        let texts = localised.into_iter().flat_map(Localised::iter);
        texts.map(|picked| Self::plain(picked.text, picked.lang)).collect()
    }

    /// A text that is in the page's own language, or in none.
    #[must_use]
    pub fn plain(text: impl Into<String>, lang: Lang) -> Self {
        Self { text: text.into(), lang }
    }
}

/// The account shown in the console's corner.
#[derive(Clone, Debug)]
pub struct AccountCard {
    /// Its name.
    pub name: String,
}

/// Given to every page.
#[derive(Clone, Debug)]
pub struct Ui {
    /// The language of the page.
    pub lang: Lang,
    /// Who is signed in; always none on cached pages.
    pub account: Option<AccountCard>,
    csrf: String,
    path: String,
}

impl Ui {
    /// For a page at `path` (with its query) that knows nobody.
    #[must_use]
    pub fn anonymous(lang: Lang, path: impl Into<String>) -> Self {
        Self { lang, account: None, csrf: String::new(), path: path.into() }
    }

    /// For a page of somebody signed in.
    #[must_use]
    pub fn signed_in(lang: Lang, path: impl Into<String>, name: String, csrf: String) -> Self {
        Self { lang, account: Some(AccountCard { name }), csrf, path: path.into() }
    }

    /// For a page of somebody who holds a link.
    #[must_use]
    pub fn with_token(lang: Lang, path: impl Into<String>, csrf: String) -> Self {
        Self { lang, account: None, csrf, path: path.into() }
    }

    /// The interface text `key`.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        i18n::text(self.lang, key)
    }

    /// The interface text `key` with one argument; a number chooses the plural.
    pub fn t1(&self, key: &str, name: &str, value: impl Display) -> String {
        i18n::text_with(self.lang, key, &[(name, argument(value))])
    }

    /// The interface text `key` with two arguments.
    pub fn t2(&self, key: &str, first: &str, one: impl Display, second: &str, two: impl Display) -> String {
        i18n::text_with(self.lang, key, &[(first, argument(one)), (second, argument(two))])
    }

    /// The address of an asset, fingerprinted so that browsers may keep it for ever.
    #[must_use]
    pub fn asset(&self, path: &str) -> String {
        assets::url(path)
    }

    /// The token of this session's forms; empty where there is no session.
    #[must_use]
    pub fn csrf(&self) -> &str {
        &self.csrf
    }

    /// This page in another language.
    #[must_use]
    pub fn here(&self, lang: &str) -> String {
        language::page_in(&self.path, lang)
    }

    /// The link by which a reader chooses another language for this page and those after it.
    #[must_use]
    pub fn choice(&self, lang: &str) -> String {
        language::choice_of(&self.path, lang)
    }
}

fn argument<'a>(value: impl Display) -> Arg<'a> {
    Arg::try_number(&value.to_string()).into_owned()
}
