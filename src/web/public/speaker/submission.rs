//! One submission: what stands in it, and, while she may, the form to change it.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{attachments::Asked, card::Card, on_stage::OnStage, people::Person, slides::Slides};
use crate::{
    calls,
    editions::Edition,
    error::Error,
    http::{App, Form, FormData, Shown, Ui, guard::unlinked, holder::Held, page, page::see_other},
    reviews,
    speakers::Presenter,
    submissions::{self, CallForm, Next, OwnSubmission, Part, SubmissionId},
    values::{Lang, Moment},
    web::{
        company::application,
        done::done,
        public::{
            draft::{self, Sheet},
            views::{Choice, Marked, Site, address, snapshot_of},
        },
    },
};

#[derive(Template)]
#[template(path = "public/speaker/submission.html")]
struct SubmissionPage {
    ui: Ui,
    site: Site,
    home: String,
    card: Card,
    done: Option<String>,
    form: Form,
    invite: Form,
    slides: Form,
    decks: Vec<Slides>,
    files: Form,
    asked: Vec<Asked>,
    editable: bool,
    takes_slides: bool,
    is_draft: bool,
    sheet: Sheet,
    titles: Vec<Shown>,
    summaries: Vec<Marked>,
    people: Vec<Person>,
    parts: Vec<Choice>,
    comments: Vec<String>,
}

/// Forms that were refused, to be shown again as they were typed.
#[derive(Default)]
pub(super) struct Refused {
    pub(super) contents: Option<Form>,
    pub(super) invite: Option<Form>,
    pub(super) slides: Option<Form>,
    pub(super) files: Option<Form>,
}

/// One of her submissions with the form of its call.
pub(super) struct Opened {
    pub(super) edition: Edition,
    pub(super) row: OwnSubmission,
    pub(super) form: CallForm,
    /// Her answers, as the form sends them.
    answers: Vec<(String, String)>,
    /// What judges let her read.
    comments: Vec<String>,
}

impl Opened {
    pub(super) async fn of(
        app: &App,
        held: &Held<Presenter>,
        (slug, id): (&str, SubmissionId),
    ) -> Result<Self, Error> {
        let edition = held.edition(app, slug).await?;
        let mut conn = app.db.read().await?;
        let row = submissions::own_one(&mut conn, &held.proof, id).await?;
        let call = calls::by_id(&mut conn, edition.id, row.call).await?;
        let form = submissions::form(&mut conn, call).await?;
        let answers = match row.is_owner {
            true => submissions::own_answers_as_typed(&mut conn, &app.keys, &held.proof, id).await?,
            false => Vec::new(),
        };
        let comments = reviews::shared_with_owner(&mut conn, &row).await?;
        Ok(Self { edition, row, form, answers, comments })
    }

    /// What is stored, as the form sends it.
    pub(super) fn stored(&self) -> FormData {
        draft::stored(&self.row, &self.form, self.answers.clone())
    }

    /// Slides come late: as long as something may still come of it.
    fn takes_slides(&self) -> bool {
        let over =
            matches!(self.row.next, Next::Declined | Next::TurnedDown | Next::Lapsed | Next::Withdrawn);
        self.row.is_owner && !over
    }

    /// What may be edited: everything until the deadline, and what was accepted afterwards too.
    fn is_editable(&self) -> bool {
        let open = self.form.call.check_open(Moment::now()).is_ok();
        self.row.is_owner
            && match self.row.next {
                Next::Submit | Next::AwaitDecision | Next::StandBy => open,
                Next::Correct | Next::Confirm | Next::Prepare => true,
                Next::Declined | Next::TurnedDown | Next::Lapsed | Next::Withdrawn => false,
            }
    }
}

/// `GET /{lang}/{edition}/speaker/submissions/{id}`; `done` in the query names what the last act did.
pub(in crate::web) async fn show(
    app: web::Data<App>,
    held: Held<Presenter>,
    at: super::act::At,
) -> Result<HttpResponse, Error> {
    let opened = Opened::of(&app, &held, (&at.1, at.2)).await?;
    if let Some(company) = opened.row.company {
        return Ok(unlinked(see_other(application::place(at.0, company, at.2))));
    }
    let mut refused = Refused::default();
    if opened.row.is_owner && opened.row.next == Next::Prepare {
        let mut conn = app.db.read().await?;
        let missing = submissions::missing(&mut conn, &app.keys, &held.proof, at.2).await?;
        refused.contents = Some(Form::refused(opened.stored(), &missing, at.0));
    }
    draw(&app, &held, opened, refused, StatusCode::OK).await
}

/// The page with what is stored, or with what was refused in its place.
pub(super) async fn draw(
    app: &App,
    held: &Held<Presenter>,
    opened: Opened,
    refused: Refused,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let (companions, decks, attached) = {
        let mut conn = app.db.read().await?;
        let companions = submissions::companions(&mut conn, &held.proof, opened.row.id).await?;
        let decks = submissions::own_slides(&mut conn, &held.proof, opened.row.id).await?;
        let attached = submissions::own_attachments(&mut conn, &held.proof, opened.row.id).await?;
        (companions, decks, attached)
    };
    let (ui, edition) = (held.ui(), &opened.edition);
    let site = Site::beside(app, edition, &ui).await?;
    let form = refused.contents.unwrap_or_else(|| Form::filled(opened.stored()));
    let files = refused.files.unwrap_or_default();
    let mut asked = Asked::all(&opened.form.questions, &attached, [&files, &form], &ui);
    asked.retain(|one| opened.is_editable() || one.file.is_some());
    let home = address(edition, ui.lang, "/speaker");
    let snapshot = snapshot_of(app, edition).await?;
    let stage =
        snapshot.as_deref().and_then(|known| OnStage::of(known, &opened.row, held.proof.speaker(), &ui));
    let card = Card::of(&opened.row, &opened.form.call, (edition, stage), &ui, &home);
    let part = |part: &Part| Choice {
        value: part.to_string(),
        label: Shown::plain(ui.t(&format!("part-{part}")), ui.lang),
    };
    let shown = SubmissionPage {
        comments: opened.comments.clone(),
        site,
        card: Card { linked: false, ..card },
        done: done(&held.asker.path, DONE).map(|key| ui.t(key)),
        asked,
        form,
        invite: refused.invite.unwrap_or_default(),
        slides: refused.slides.unwrap_or_default(),
        decks: decks.iter().map(Slides::of).collect(),
        files,
        takes_slides: opened.takes_slides(),
        editable: opened.is_editable(),
        is_draft: opened.row.next == Next::Submit,
        sheet: Sheet::of(&opened.form, &ui),
        titles: Shown::every(opened.row.title.as_ref()),
        summaries: Marked::every(opened.row.summary.as_ref(), 3),
        people: companions.iter().map(|one| Person::of(one, &ui)).collect(),
        parts: Part::ALL.iter().map(part).collect(),
        home,
        ui,
    };
    Ok(unlinked(page(status, &shown)?))
}

/// Where the page of a submission stands, saying what was done.
pub(super) fn place(edition: &Edition, lang: Lang, id: SubmissionId, done: &str) -> String {
    format!("{}/submissions/{id}?done={done}", address(edition, lang, "/speaker"))
}

/// What may have been done before the page is shown.
const DONE: &[&str] = &[
    "submission-done-saved",
    "submission-done-started",
    "submission-done-file",
    "submission-done-file-removed",
    "submission-done-slides",
    "submission-done-slides-removed",
    "submission-done-invited",
    "submission-done-removed",
];
