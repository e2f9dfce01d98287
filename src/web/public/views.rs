//! What public templates show, made from a snapshot for a reader of one language.

use std::sync::Arc;

use crate::{
    editions::{ConsentKind, ConsentText, Edition, Occasion, SideEvent},
    error::Error,
    formats::markdown::{self, SafeHtml},
    http::{App, Shown, Ui},
    overview::PublicSnapshot,
    questions::{self, Question as Asked, QuestionKind},
    registrations::{
        Availability, TYPE_OF_SPEAKERS,
        types::{RegistrationType, TypeId},
    },
    values::{Lang, Localised, Zone, names, region, time},
};

/// Where the demos stand among the frame's links.
const AFTER_PROGRAMME: usize = 2;

/// A link with its words.
pub(crate) struct Link {
    pub(crate) href: String,
    pub(crate) label: String,
    pub(crate) current: bool,
}

/// The frame around every page of an edition.
pub(crate) struct Site {
    pub(crate) name: Shown,
    pub(crate) home: String,
    pub(crate) links: Vec<Link>,
    pub(crate) contact: String,
    pub(crate) privacy: String,
}

impl Site {
    /// The frame of `edition`; `current` is the path of the page it stands around.
    pub(crate) fn of(edition: &Edition, ui: &Ui, current: &str) -> Self {
        let home = address(edition, ui.lang, "");
        let programme = address(edition, ui.lang, "/programme");
        let register = address(edition, ui.lang, "/register");
        let link = |href: &str, key: &str| Link {
            href: href.to_owned(),
            label: ui.t(key),
            current: href == current,
        };
        Self {
            name: Shown::of(&edition.name, ui.lang),
            links: vec![
                link(&home, "site-home"),
                link(&programme, "site-programme"),
                link(&register, "site-register"),
            ],
            contact: edition.contact_email.as_str().to_owned(),
            privacy: format!("{register}#statement"),
            home,
        }
    }
}

impl Site {
    /// The same around what anybody reads: with the way to the demos, once there are some.
    pub(crate) fn around(snapshot: &PublicSnapshot, ui: &Ui, current: &str) -> Self {
        let mut site = Self::of(snapshot.edition(), ui, current);
        if snapshot.programme.as_ref().is_some_and(|programme| programme.on_show().next().is_some()) {
            let href = address(snapshot.edition(), ui.lang, "/demos");
            let demos = Link { current: href == current, label: ui.t("site-demos"), href };
            site.links.insert(AFTER_PROGRAMME, demos);
        }
        site
    }

    /// The same around what somebody reads by a link of her own, of an edition that the public may not see yet.
    ///
    /// # Errors
    /// The database's.
    pub(crate) async fn beside(app: &App, edition: &Edition, ui: &Ui) -> Result<Self, Error> {
        let snapshot = snapshot_of(app, edition).await?;
        Ok(snapshot.map_or_else(|| Self::of(edition, ui, ""), |snapshot| Self::around(&snapshot, ui, "")))
    }
}

/// What anybody may know of `edition`; nothing of one that the public may not see yet.
///
/// # Errors
/// The database's.
pub(crate) async fn snapshot_of(app: &App, edition: &Edition) -> Result<Option<Arc<PublicSnapshot>>, Error> {
    match app.pages.snapshot(&app.db, edition.slug.as_str()).await {
        Ok(snapshot) => Ok(Some(snapshot)),
        Err(Error::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

/// The path of a page of `edition`; `page` begins with a slash, or is empty for its home.
pub(crate) fn address(edition: &Edition, lang: Lang, page: &str) -> String {
    format!("/{lang}/{}{page}", edition.slug)
}

/// When the edition takes place, with its zone.
pub(crate) fn when(edition: &Edition, lang: Lang) -> String {
    time::span(lang, edition.starts_at, edition.ends_at, &edition.zone)
}

/// When the forum or a side event takes place, with its zone.
pub(crate) fn when_of(occasion: &Occasion, lang: Lang) -> String {
    time::span(lang, occasion.starts_at, occasion.ends_at, &occasion.zone)
}

/// A long text as it was marked up, in the language it is really in.
pub(crate) struct Marked {
    pub(crate) html: SafeHtml,
    pub(crate) lang: Lang,
}

impl Marked {
    /// In the reader's language, or the one nearest to it. Its headings stand below those of the page: `highest` is their first level.
    pub(crate) fn of(text: Option<&Localised>, lang: Lang, highest: u8) -> Option<Self> {
        let shown = text?.pick(lang);
        Some(Self { html: markdown::html(shown.text, highest), lang: shown.lang })
    }

    /// In every language it was written in.
    pub(crate) fn every(text: Option<&Localised>, highest: u8) -> Vec<Self> {
        let each = text.into_iter().flat_map(Localised::iter);
        each.map(|one| Self { html: markdown::html(one.text, highest), lang: one.lang }).collect()
    }
}

/// The paragraphs of a long text without any marks, each shown in the language it is really in.
pub(crate) fn paragraphs(text: Option<&Localised>, lang: Lang) -> Vec<Shown> {
    let Some(shown) = Shown::maybe(text, lang) else { return Vec::new() };
    let parts = shown.text.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| Shown::plain(part, shown.lang)).collect()
}

/// A way to attend as the reader meets it.
pub(crate) struct Way {
    pub(crate) slug: String,
    pub(crate) name: Shown,
    pub(crate) about: Option<Shown>,
    /// open, waiting, soon or closed.
    pub(crate) state: &'static str,
    pub(crate) needs_approval: bool,
    pub(crate) when: Option<String>,
}

impl Way {
    fn of(kind: &RegistrationType, found: Availability, zone: &Zone, lang: Lang) -> Self {
        let (state, turn) = match found {
            Availability::NotYet { opens_at } => ("soon", opens_at),
            Availability::Places { closes_at } => ("open", closes_at),
            // Who needs approval first is not told to wait for a place that approval may find.
            Availability::WaitingList { closes_at } if kind.needs_approval => ("open", closes_at),
            Availability::WaitingList { closes_at } => ("waiting", closes_at),
            Availability::Closed { closed_at } => ("closed", closed_at),
        };
        Self {
            slug: kind.slug.as_str().to_owned(),
            name: Shown::of(&kind.name, lang),
            about: Shown::maybe(kind.description.as_ref(), lang),
            state,
            needs_approval: kind.needs_approval,
            when: Some(time::moment(lang, turn, zone)),
        }
    }

    /// The ways to the forum itself, or to a side event, in the organiser's order; who is on stage comes by none of them.
    pub(crate) fn all(snapshot: &PublicSnapshot, side_event: Option<&SideEvent>, lang: Lang) -> Vec<Self> {
        let zone = &snapshot.edition().zone;
        let found = |kind: &RegistrationType| snapshot.availability.get(&kind.id).copied();
        let all = snapshot.form.ways(side_event.map(|event| event.id));
        let offered = all.filter(|kind| kind.slug.as_str() != TYPE_OF_SPEAKERS);
        let ways = offered.filter_map(|kind| Some((kind, found(kind)?)));
        ways.map(|(kind, found)| Self::of(kind, found, zone, lang)).collect()
    }
}

/// What the type of a registration is called; a type that is archived by now has no card any more.
pub(crate) fn way_name(snapshot: &PublicSnapshot, id: TypeId, lang: Lang) -> Shown {
    let kind = snapshot.form.types.iter().find(|kind| kind.id == id);
    kind.map_or_else(|| Shown::plain("–", lang), |kind| Shown::of(&kind.name, lang))
}

/// A value to choose and its words.
#[derive(Clone)]
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) label: Shown,
}

/// Titles to suggest.
pub(crate) fn titles(lang: Lang) -> Vec<Shown> {
    names::suggested_titles(lang).iter().map(|title| Shown::plain(*title, lang)).collect()
}

/// Countries and regions.
pub(crate) fn regions(lang: Lang) -> Vec<Choice> {
    let choice =
        |(code, name): (&str, &str)| Choice { value: code.to_owned(), label: Shown::plain(name, lang) };
    region::list(lang).into_iter().map(choice).collect()
}

/// The answer on which a question is shown, in the other question's words.
pub(crate) struct ShownIf {
    pub(crate) slug: String,
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) answer: String,
}

/// A question of the edition as it is asked.
pub(crate) struct Question {
    pub(crate) slug: String,
    pub(crate) kind: &'static str,
    /// How many characters its input takes.
    pub(crate) longest: usize,
    pub(crate) label: Shown,
    pub(crate) hint: String,
    pub(crate) required: bool,
    pub(crate) sensitive: bool,
    pub(crate) choices: Vec<Choice>,
    pub(crate) shown_if: Option<ShownIf>,
}

impl Question {
    /// The questions as a reader of `ui`'s language meets them.
    pub(crate) fn all(asked: &[Asked], ui: &Ui) -> Vec<Self> {
        asked.iter().map(|question| Self::of(question, asked, ui)).collect()
    }

    fn of(asked: &Asked, others: &[Asked], ui: &Ui) -> Self {
        let choice = |choice: &questions::Choice| Choice {
            value: choice.value.as_str().to_owned(),
            label: Shown::of(&choice.label, ui.lang),
        };
        Self {
            slug: asked.slug.as_str().to_owned(),
            kind: asked.kind.as_str(),
            longest: asked.kind.longest(),
            label: Shown::of(&asked.label, ui.lang),
            hint: Shown::maybe(asked.hint.as_ref(), ui.lang).map(|hint| hint.text).unwrap_or_default(),
            required: asked.required,
            sensitive: asked.sensitive,
            choices: asked.choices.iter().map(choice).collect(),
            shown_if: condition(asked, others, ui),
        }
    }
}

fn condition(asked: &Asked, others: &[Asked], ui: &Ui) -> Option<ShownIf> {
    let (other, value) = asked.shown_if()?;
    let other = others.iter().find(|question| question.id == other)?;
    let answer = match other.kind {
        QuestionKind::YesNo if value == "yes" => ui.t("form-yes"),
        QuestionKind::YesNo => ui.t("form-no"),
        _ => Shown::of(&other.choices.find(value)?.label, ui.lang).text,
    };
    let label = Shown::of(&other.label, ui.lang).text;
    Some(ShownIf { slug: other.slug.as_str().to_owned(), value: value.to_owned(), label, answer })
}

/// A box to tick, and what ticking it means.
pub(crate) struct Consent {
    pub(crate) kind: &'static str,
    pub(crate) text: Shown,
    pub(crate) required: bool,
}

impl Consent {
    /// The boxes of the form; the statement is no box.
    pub(crate) fn all(asked: &[ConsentText], lang: Lang) -> Vec<Self> {
        let boxes = asked.iter().filter(|text| text.kind != ConsentKind::Collection);
        boxes
            .map(|text| Self {
                kind: text.kind.as_str(),
                text: Shown::of(&text.body, lang),
                required: text.required,
            })
            .collect()
    }
}

/// The paragraphs of the collection statement.
pub(crate) fn statement(snapshot: &PublicSnapshot, lang: Lang) -> Vec<Shown> {
    let statement = snapshot.form.consents.iter().find(|text| text.kind == ConsentKind::Collection);
    paragraphs(statement.map(|text| &text.body), lang)
}
