//! What staff see first: the edition's numbers, and what needs doing with its one next act.

use diesel_async::AsyncPgConnection;
use serde::Serialize;

use super::unreached::count_unreached;
use crate::{
    accounts::proofs::Observer,
    calls::{self, Call},
    capacity::{self, Pool},
    editions::{self, Edition, EditionState, Missing, SideEvent, parts},
    error::Error,
    mail::wordings,
    programme, questions,
    registrations::{
        self, Counts, State,
        types::{self, RegistrationType},
    },
    submissions::{self, Waiting},
    values::{Id, Moment},
};

crate::text_enum! {
    /// Something that waits for a person.
    pub enum Doing {
        /// Registrations await approval.
        Approve = "approve",
        /// People wait while places are free for some of them, after the offers' cut-off: the desk calls them.
        CallWaiting = "call-waiting",
        /// Companies replied to what was found against their applications.
        ReadReplies = "read-replies",
        /// Applications that nobody has held against the rules of their call yet.
        Check = "check",
        /// Submissions to closed calls await a decision.
        Decide = "decide",
        /// People were not told what was decided of their submissions.
        Tell = "tell",
        /// Mail does not reach people's addresses.
        MendAddress = "mend-address",
        /// Sessions of the draft have no time or no room.
        Place = "place",
        /// Passes of companies that nobody has claimed yet.
        Passes = "passes",
        /// An edition's own words for a mail could not be printed.
        Reword = "reword",
        /// Public texts lack a language.
        Translate = "translate",
        /// The edition is not published yet.
        Publish = "publish",
        /// Nobody can register for the forum: there is no registration type of it.
        AddType = "add-type",
        /// What was handed in and confirmed is no session yet.
        Adopt = "adopt",
        /// The draft of the programme is not what was released last.
        Release = "release",
    }
}

/// One line of the list, with how much of it there is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ToDo {
    /// What.
    pub doing: Doing,
    /// How many; never 0.
    pub count: i64,
}

/// An edition at a glance; no personal data in it.
#[derive(Clone, Debug)]
pub struct Today {
    /// Registrations by type and state.
    pub counts: Counts,
    /// The types, in order.
    pub types: Vec<RegistrationType>,
    /// The pools, with what is taken.
    pub pools: Vec<Pool>,
    /// The side events that one registers for, in order; their registrations are none of the forum's.
    pub side_events: Vec<SideEvent>,
    /// What needs doing, the most pressing first.
    pub to_do: Vec<ToDo>,
}

/// The edition's numbers and what needs doing.
///
/// # Errors
/// The database's.
pub async fn today(
    conn: &mut AsyncPgConnection,
    who: &Observer,
    edition: &Edition,
    now: Moment,
) -> Result<Today, Error> {
    let counts = registrations::counts(conn, who, now).await?;
    let types = types::types(conn, edition.id).await?;
    let pools = capacity::pools(conn, edition.id).await?;
    let mut side_events: Vec<SideEvent> = parts::list(conn, edition.id).await?;
    side_events.retain(|event| types.iter().any(|kind| kind.side_event == Some(event.id)));
    let missing = missing_texts(conn, who).await?;
    let in_use = types.iter().filter(|kind| kind.archived_at.is_none() && kind.side_event.is_none()).count();
    let late = edition.offers_end_at.is_some_and(|end| end <= now) && edition.ends_at > now;
    let waiting = counts.of(None, State::Waitlisted);
    let free = pools.iter().any(|pool| pool.taken < pool.capacity);
    let Waiting { undecided, unchecked, replied, untold } =
        submissions::waiting(conn, edition.id, now).await?;
    // What can only be done before it is over.
    let ahead = |count| if edition.ends_at > now { count } else { 0 };
    let to_do = [
        (Doing::Approve, counts.in_state(State::Pending)),
        (Doing::CallWaiting, if late && free { waiting } else { 0 }),
        (Doing::ReadReplies, ahead(replied)),
        (Doing::Check, ahead(unchecked)),
        (Doing::Decide, ahead(undecided)),
        (Doing::Tell, ahead(untold)),
        (Doing::MendAddress, ahead(count_unreached(conn, who).await?)),
        (Doing::AddType, i64::from(in_use == 0)),
        (Doing::Place, ahead(programme::unplaced(conn, edition.id).await?)),
        (Doing::Adopt, ahead(programme::count_unplanned(conn, edition.id).await?)),
        (Doing::Release, ahead(programme::count_unreleased(conn, edition.id).await?)),
        (Doing::Passes, ahead(registrations::open_passes(conn, who).await?)),
        (Doing::Reword, wordings::broken(conn, who.edition()).await?),
        (Doing::Translate, i64::try_from(missing.len()).unwrap_or(i64::MAX)),
        (Doing::Publish, i64::from(edition.state == EditionState::Draft)),
    ];
    let to_do = to_do.into_iter().filter(|(_, count)| *count > 0);
    let to_do = to_do.map(|(doing, count)| ToDo { doing, count }).collect();
    Ok(Today { to_do, counts, types, pools, side_events })
}

/// Every public text of the edition that lacks a language, whatever domain it is in.
///
/// # Errors
/// The database's.
pub async fn missing_texts(conn: &mut AsyncPgConnection, who: &Observer) -> Result<Vec<Missing>, Error> {
    let id: Id<Edition> = Id::from(who.edition());
    let edition = editions::for_staff(conn, who).await?;
    let public = editions::public_edition(conn, edition).await?;
    let asked = questions::questions(conn, id).await?;
    let types = types::types(conn, id).await?;
    let calls = calls::public_calls(conn, id).await?;
    let texts = public.texts().into_iter().chain(calls.iter().flat_map(Call::texts));
    let texts = texts.chain(asked.iter().flat_map(questions::Question::texts));
    let live = types.iter().filter(|kind| kind.archived_at.is_none());
    Ok(editions::completeness(texts.chain(live.flat_map(RegistrationType::texts))))
}
