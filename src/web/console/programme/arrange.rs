//! "Arrange for me": what a machine would do, beside what the draft has. Nothing is changed here.

use std::time::Duration;

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use super::{
    super::{
        clock::Clock,
        frame::{Console, RoomName, address},
        news::News,
        stored::Stored,
    },
    names::Names,
    tabs::Tab,
};
use crate::{
    accounts::proofs::Programme,
    error::Error,
    http::{App, At, Form, FormData, Shown, SignedForm, Ui, page, searched},
    programme::{
        self, Session, SessionRow,
        arrange::{Arranged, Hours, HoursFields, Move, Obstacle, Proposal, Slot, Wishes, arrange},
    },
    solver::Budget,
    values::Id,
    web::public::views::Link,
};

/// How long a search may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// One change, as a box to tick.
pub(super) struct Change {
    /// What [`take`](super::take()) reads.
    value: String,
    title: Shown,
    from: String,
    to: String,
}

/// A number of the draft, before and after.
pub(super) struct Figure {
    label: String,
    before: String,
    after: String,
}

/// What came of a search.
pub(super) enum Outcome {
    Proposed { changes: Vec<Change>, figures: Vec<Figure>, proven: bool },
    Impossible { titles: Vec<Shown>, pinned: Vec<Shown>, people: Vec<String> },
    OutOfTime,
}

#[derive(Template)]
#[template(path = "console/programme/arrange.html")]
struct ArrangePage {
    ui: Ui,
    console: Console,
    news: Option<News>,
    tabs: Vec<Link>,
    action: String,
    take: String,
    form: Form,
    outcome: Option<Outcome>,
}

/// `GET /console/{edition}/programme/arrange`
pub(in crate::web) async fn show(at: At<Programme>) -> Result<HttpResponse, Error> {
    draw(&at, None, hours(), None, StatusCode::OK)
}

/// The usual hours, to begin with.
pub(super) fn hours() -> Form {
    Stored::default().with("from", "09:00").with("to", "18:00").with("every", 30).form()
}

pub(super) fn draw(
    at: &At<Programme>,
    news: Option<News>,
    form: Form,
    outcome: Option<Outcome>,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let (ui, action) = (at.signed.ui(), address(&at.edition, "/programme/arrange"));
    let shown = ArrangePage {
        console: Console::of(&at.edition, &at.signed, RoomName::Programme),
        news,
        tabs: Tab::Arrange.all(&at.edition, &ui),
        take: format!("{action}/take"),
        action,
        form,
        outcome,
        ui,
    };
    page(status, &shown)
}

/// `POST /console/{edition}/programme/arrange`: shows a proposal, and changes nothing.
pub(in crate::web) async fn propose(
    app: web::Data<App>,
    at: At<Programme>,
    SignedForm(typed): SignedForm,
) -> Result<HttpResponse, Error> {
    match proposal(&app, &at, &typed).await {
        Ok(outcome) => draw(&at, None, Form::filled(typed), Some(outcome), StatusCode::OK),
        Err(error) => {
            let (form, status) = Form::after(typed, error, at.signed.asker.lang)?;
            draw(&at, None, form, None, status)
        }
    }
}

async fn proposal(app: &App, at: &At<Programme>, typed: &FormData) -> Result<Outcome, Error> {
    let one = |name: &str| typed.one(name).to_owned();
    let hours = HoursFields { from: one("from"), to: one("to"), every: typed.one("every").into() };
    let hours = Hours::try_from(&hours)?;
    let (draft, rows, names) = {
        let mut conn = app.db.read().await?;
        let planned = programme::planned(&mut conn, &at.proof).await?;
        let rows = planned.into_iter().map(|one| one.row).collect();
        let names = Names::of(&mut conn, &at.proof, &at.edition, at.signed.asker.lang).await?;
        (programme::draft(&mut conn, &at.proof).await?, rows, names)
    };
    let rooms: Vec<_> = names.rooms.iter().map(|room| room.id).collect();
    let slots = hours.slots(&at.edition, &rooms)?;
    let search = move |budget: &Budget<'_>| arrange(&draft, &slots, &Wishes::default(), budget);
    let arranged = searched(PATIENCE, search).await?;
    let view = View { ui: at.signed.ui(), clock: Clock::of(&at.edition, at.signed.asker.lang), rows, names };
    Ok(view.outcome(arranged))
}

/// What a proposal is told with.
struct View {
    ui: Ui,
    clock: Clock,
    rows: Vec<SessionRow>,
    names: Names,
}

impl View {
    fn outcome(&self, arranged: Arranged) -> Outcome {
        match arranged {
            Arranged::OutOfTime => Outcome::OutOfTime,
            Arranged::Impossible(obstacle) => self.impossible(&obstacle),
            Arranged::Proposed(proposal) => Outcome::Proposed {
                changes: proposal.moves.iter().filter_map(|one| self.change(one)).collect(),
                figures: self.figures(&proposal),
                proven: proposal.worth >= proposal.bound,
            },
        }
    }

    fn impossible(&self, obstacle: &Obstacle) -> Outcome {
        Outcome::Impossible {
            titles: obstacle.sessions.keys().filter_map(|id| Some(self.title(self.row(*id)?))).collect(),
            pinned: obstacle.pinned.iter().filter_map(|id| Some(self.title(self.row(*id)?))).collect(),
            people: obstacle.people.iter().map(|person| self.names.person(*person)).collect(),
        }
    }

    fn change(&self, one: &Move) -> Option<Change> {
        let row = self.row(one.session)?;
        let told = |slot: Slot| {
            let (when, room) = (self.clock.tell(slot.time.start()), self.names.room(slot.room));
            format!("{when} · {room}")
        };
        Some(Change {
            value: format!("{} {} {} {}", row.id, row.version, one.to.room, one.to.time.start()),
            title: self.title(row),
            from: one.from.map_or_else(|| self.ui.t("programme-no-time"), told),
            to: told(one.to),
        })
    }

    fn figures(&self, proposal: &Proposal) -> Vec<Figure> {
        let (before, after) = (&proposal.before, &proposal.after);
        let figure =
            |key: &str, before: String, after: String| Figure { label: self.ui.t(key), before, after };
        vec![
            figure("arrange-placed", before.placed.to_string(), after.placed.to_string()),
            figure("arrange-clashes", before.clashes.to_string(), after.clashes.to_string()),
            figure("arrange-seating", before.seating.to_string(), after.seating.to_string()),
            figure("arrange-blocks", before.track_blocks.to_string(), after.track_blocks.to_string()),
        ]
    }

    fn row(&self, id: Id<Session>) -> Option<&SessionRow> {
        self.rows.iter().find(|row| row.id == id)
    }

    fn title(&self, row: &SessionRow) -> Shown {
        Shown::of(&row.title, self.ui.lang)
    }
}
