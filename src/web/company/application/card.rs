//! Applications and open calls on the company's page.

use super::{super::place as company_place, place};
use crate::{
    calls::{self, Call, CallKind},
    companies::Member,
    editions::Edition,
    error::Error,
    http::{App, Shown, Ui},
    submissions::{self, Next, OwnSubmission, demo},
    values::{Moment, time},
    web::next,
};

/// Where one application stands, and what happens next, by when.
pub(in crate::web::company) struct Card {
    pub(in crate::web::company) title: Shown,
    pub(in crate::web::company) call: Shown,
    pub(in crate::web::company) edition: Shown,
    /// When that is.
    pub(in crate::web::company) dates: String,
    /// What comes next, as the domain calls it.
    pub(in crate::web::company) next: &'static str,
    /// The same in a sentence.
    pub(in crate::web::company) text: String,
    /// What was received when.
    pub(in crate::web::company) received: Option<String>,
    /// By when something happens.
    pub(in crate::web::company) until: Option<String>,
    pub(in crate::web::company) href: String,
}

impl Card {
    pub(super) fn of(row: &OwnSubmission, call: &Call, edition: &Edition, ui: &Ui, who: &Member) -> Self {
        let shown = |moment| time::moment_with_zone(ui.lang, moment, &edition.zone);
        let day = |moment| edition.zone.at(moment).date();
        let is_open = call.check_open(Moment::now()).is_ok();
        let untitled = || Shown::plain(ui.t("speaker-untitled"), ui.lang);
        Self {
            title: Shown::maybe(row.title.as_ref(), ui.lang).unwrap_or_else(untitled),
            call: Shown::of(&call.name, ui.lang),
            edition: Shown::of(&edition.name, ui.lang),
            dates: time::dates(ui.lang, day(edition.starts_at), day(edition.ends_at)),
            text: next::sentence(row.next, call, edition, "application-next-submit", ui),
            received: row.submitted_at.map(|at| ui.t1("application-received", "when", shown(at))),
            until: match row.next {
                Next::Submit | Next::AwaitDecision if is_open => {
                    Some(ui.t1("speaker-closes", "when", shown(call.closes_at)))
                }
                Next::Confirm => row.confirm_by.map(|at| ui.t1("speaker-confirm-by", "when", shown(at))),
                _ => None,
            },
            next: row.next.as_str(),
            href: place(ui.lang, who.company(), row.id),
        }
    }

    /// Every application of the company, the newest first.
    pub(in crate::web::company) async fn all(app: &App, who: &Member, ui: &Ui) -> Result<Vec<Self>, Error> {
        let rows = demo::of_company(&mut *app.db.read().await?, who).await?;
        let mut cards = Vec::new();
        for row in rows {
            let edition = app.pages.edition(&app.db, row.edition).await?;
            let call = calls::by_id(&mut *app.db.read().await?, row.edition, row.call).await?;
            cards.push(Self::of(&row, &call, &edition, ui, who));
        }
        Ok(cards)
    }
}

/// A call that the company may answer with one button.
pub(in crate::web::company) struct OpenCall {
    pub(in crate::web::company) name: Shown,
    pub(in crate::web::company) edition: Shown,
    pub(in crate::web::company) href: String,
    pub(in crate::web::company) until: String,
    pub(in crate::web::company) start: String,
}

impl OpenCall {
    /// Every open call for demos that the public sees.
    pub(in crate::web::company) async fn all(app: &App, who: &Member, ui: &Ui) -> Result<Vec<Self>, Error> {
        let (now, base) = (Moment::now(), company_place(ui.lang, who.company()));
        let mut open = Vec::new();
        for edition in app.pages.editions(&app.db).await?.iter() {
            let calls = calls::public_calls(&mut *app.db.read().await?, edition.id).await?;
            let demos =
                calls.iter().filter(|call| call.kind == CallKind::Demo && call.check_open(now).is_ok());
            open.extend(demos.map(|call| Self {
                name: Shown::of(&call.name, ui.lang),
                edition: Shown::of(&edition.name, ui.lang),
                href: format!("/{}/{}/calls/{}", ui.lang, edition.slug, call.slug),
                until: time::moment_with_zone(ui.lang, call.closes_at, &edition.zone),
                start: format!("{base}/demos/{}/{}/start", edition.slug, call.id),
            }));
        }
        Ok(open)
    }
}

/// Whether it may be taken back: what was handed in and is not over.
pub(super) fn is_withdrawable(row: &submissions::OwnSubmission) -> bool {
    matches!(row.next, Next::AwaitDecision | Next::Correct | Next::StandBy)
}
