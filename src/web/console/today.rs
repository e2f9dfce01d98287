//! Today: the edition's numbers and what needs doing, each with its one next act.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;
use diesel_async::AsyncPgConnection;

use super::{
    frame::{Console, RoomName, address},
    submissions::views::title,
};
use crate::{
    accounts::{
        Access,
        proofs::{Observer, Programme},
    },
    capacity::Pool,
    editions::{Room, SideEvent, parts},
    error::Error,
    http::{App, At, Shown, Ui, page},
    overview::{self, Doing, Today},
    programme,
    registrations::State,
    submissions::{self, SubmissionId, Vacancy},
    values::{Moment, time},
};

/// A number with its name.
struct Figure {
    label: String,
    number: i64,
}

/// A side event that one registers for, and how many did.
struct Beside {
    name: Shown,
    /// Its registrations, for whoever may see them.
    href: String,
    confirmed: i64,
    waiting: i64,
}

/// Something to do, in a sentence, and where.
struct Line {
    text: String,
    href: String,
    act: String,
}

/// How full a pool is.
struct Filled {
    name: Shown,
    taken: i32,
    capacity: i32,
}

/// A place that was given up, who gave it up, and who is next.
struct Place {
    title: Shown,
    href: String,
    next: Option<Shown>,
    /// The slot that stands free again.
    slot: Option<String>,
    /// Where it is given to whoever is next.
    promote: Option<String>,
}

#[derive(Template)]
#[template(path = "console/today.html")]
struct TodayPage {
    ui: Ui,
    console: Console,
    when: String,
    public: String,
    state: &'static str,
    figures: Vec<Figure>,
    to_do: Vec<Line>,
    places: Vec<Place>,
    pools: Vec<Filled>,
    side_events: Vec<Beside>,
}

/// `GET /console/{edition}`
pub(in crate::web) async fn show(app: web::Data<App>, at: At<Observer>) -> Result<HttpResponse, Error> {
    let mut conn = app.db.read().await?;
    let today = overview::today(&mut conn, &at.proof, &at.edition, Moment::now()).await?;
    // Whoever only counts sees nobody's title.
    let places = match at.signed.authority.programme(at.proof.edition(), Access::Read) {
        Ok(who) => places(&mut conn, &who, &at).await?,
        Err(_) => Vec::new(),
    };
    let ui = at.signed.ui();
    let edition = &at.edition;
    let shown = TodayPage {
        console: Console::of(edition, &at.signed, RoomName::Today),
        when: time::span(ui.lang, edition.starts_at, edition.ends_at, &edition.zone),
        public: format!("/{}/{}", ui.lang, edition.slug),
        state: edition.state.as_str(),
        figures: figures(&today, &ui),
        to_do: today.to_do.iter().map(|line| line_of(line.doing, line.count, &at, &ui)).collect(),
        places,
        pools: today.pools.iter().map(|pool| filled(pool, &ui)).collect(),
        side_events: today.side_events.iter().map(|event| beside(event, &today, &at)).collect(),
        ui,
    };
    page(StatusCode::OK, &shown)
}

fn figures(today: &Today, ui: &Ui) -> Vec<Figure> {
    let states = [State::Confirmed, State::Pending, State::Waitlisted, State::Offered, State::Cancelled];
    let by_state = states
        .map(|state| Figure { label: ui.t(&format!("state-{state}")), number: today.counts.of(None, state) });
    let arrived = Figure { label: ui.t("today-arrived"), number: today.counts.arrived_today };
    std::iter::once(arrived).chain(by_state).collect()
}

fn beside(event: &SideEvent, today: &Today, at: &At<Observer>) -> Beside {
    let (of, counts) = (Some(event.id), &today.counts);
    Beside {
        name: Shown::of(&event.name, at.signed.asker.lang),
        href: address(&at.edition, &format!("/registrations?for={}", event.id)),
        confirmed: counts.of(of, State::Confirmed),
        waiting: counts.of(of, State::Waitlisted),
    }
}

async fn places(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    at: &At<Observer>,
) -> Result<Vec<Place>, Error> {
    let vacancies = submissions::vacancies(conn, who).await?;
    let freed = programme::freed(conn, who).await?;
    let rooms = parts::list::<Room>(conn, at.edition.id).await?;
    let ui = at.signed.ui();
    let may = at.signed.authority.programme(who.edition(), Access::Write).is_ok();
    let slot = |id: SubmissionId| {
        let slot = freed.iter().find(|slot| slot.submission == id)?;
        let room = rooms.iter().find(|room| room.id == slot.room)?;
        let when = time::moment(ui.lang, slot.starts_at, &at.edition.zone);
        Some(ui.t2("vacancy-slot", "when", when, "room", room.name.pick(ui.lang).text))
    };
    let place = |vacancy: Vacancy| {
        let href = address(&at.edition, &format!("/submissions/{}", vacancy.given_up.id));
        Place {
            title: title(&vacancy.given_up, &ui),
            promote: vacancy.next.as_ref().filter(|_| may).map(|_| format!("{href}/promote")),
            slot: slot(vacancy.given_up.id),
            next: vacancy.next.map(|next| title(&next, &ui)),
            href,
        }
    };
    Ok(vacancies.into_iter().map(place).collect())
}

fn line_of(doing: Doing, count: i64, at: &At<Observer>, ui: &Ui) -> Line {
    let page = match doing {
        Doing::Approve => "/registrations?state=pending",
        Doing::CallWaiting => "/registrations?state=waitlisted",
        Doing::ReadReplies => "/submissions?stage=replied",
        Doing::Check => "/submissions?stage=unchecked",
        Doing::Decide => "/submissions?stage=undecided",
        Doing::Tell => "/submissions/tell",
        Doing::MendAddress => "/mails/addresses",
        Doing::Place => "/programme",
        Doing::Reword => "/mails/wording",
        Doing::Translate => "/settings/languages",
        Doing::Publish => "/settings",
        Doing::AddType => "/places",
        Doing::Passes => "/calls",
        Doing::Adopt => "/programme#unplanned",
        Doing::Release => "/programme/releases",
    };
    Line {
        text: ui.t1(&format!("doing-{doing}"), "count", count),
        href: address(&at.edition, page),
        act: ui.t(&format!("doing-{doing}-act")),
    }
}

fn filled(pool: &Pool, ui: &Ui) -> Filled {
    Filled { name: Shown::of(&pool.name, ui.lang), taken: pool.taken, capacity: pool.capacity }
}
