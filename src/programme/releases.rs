//! Releasing the draft: a name, a number, and what changed since the release before.

use std::collections::{BTreeMap, BTreeSet};

use diesel_async::AsyncPgConnection;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    Planned, Release, Session, SessionRow, check,
    diff::{self, Change, Changes, Listed, Listing},
    import, mails, planned, store,
};
use crate::{
    accounts::proofs::Programme,
    audit::{self, Entry},
    db::Tx,
    editions::{Edition, publication},
    error::{Error, FieldErrors},
    values::{Id, Line, Localised, LocalisedFields},
};

/// A session as a release has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Released {
    /// What it was when it was released, or when it was released last before it was cancelled.
    pub listed: Listed,
    /// The calendar's SEQUENCE (RFC 5545 section 3.8.7.4).
    pub sequence: u32,
    /// Whether it was released before and is off; calendars strike it out.
    pub cancelled: bool,
}

/// What an organiser says about a release, checked.
#[derive(Clone, Debug)]
pub struct NewRelease {
    /// What it is called, such as "v2".
    pub name: Line<80>,
    /// What she says about it.
    pub note: Option<Localised>,
}

/// What an organiser says about a release, as it arrives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ReleaseFields {
    /// What it is called; at most 80 characters, its own in the edition.
    pub name: String,
    /// What is to be said about it; at most 1,000 characters.
    pub note: LocalisedFields,
}

impl TryFrom<&ReleaseFields> for NewRelease {
    type Error = FieldErrors;

    fn try_from(raw: &ReleaseFields) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::new();
        let name = errors.take("name", Line::parse(&raw.name));
        let note = errors.take("note", raw.note.optional_prose(1_000));
        match (name, note) {
            (Some(name), Some(note)) => Ok(Self { name, note }),
            _ => Err(errors),
        }
    }
}

/// The edition's releases, the newest first.
///
/// # Errors
/// The database's.
pub async fn releases(conn: &mut AsyncPgConnection, edition: Id<Edition>) -> Result<Vec<Release>, Error> {
    store::release::list(conn, edition.uuid()).await
}

/// The release that holds now, if there is one.
///
/// # Errors
/// The database's.
pub async fn current_release(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
) -> Result<Option<Release>, Error> {
    store::release::latest(conn, edition.uuid()).await
}

/// The edition's release of that number.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn find_release(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
    number: i32,
) -> Result<Release, Error> {
    store::release::find(conn, edition.uuid(), number).await
}

/// What a release of the edition changed in the one before it; all that the first one shows is new.
///
/// # Errors
/// The database's.
pub async fn changes_of(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
    release: &Release,
) -> Result<Changes, Error> {
    changes_since(conn, edition, release.number - 1, release).await
}

/// What a release of the edition changed in an earlier one, which 0 names where there was none.
///
/// # Errors
/// The database's; [`Error::NotFound`] for a number that no release has.
pub async fn changes_since(
    conn: &mut AsyncPgConnection,
    edition: Id<Edition>,
    earlier: i32,
    release: &Release,
) -> Result<Changes, Error> {
    let before = match earlier {
        0 => BTreeMap::new(),
        number => {
            let before = find_release(conn, edition, number).await?;
            store::release::content(conn, before.id).await?
        }
    };
    let after = store::release::content(conn, release.id).await?;
    Ok(diff::diff(&store::release::listing(&before), &store::release::listing(&after)))
}

/// What a release of the edition shows and strikes out.
///
/// # Errors
/// The database's.
pub async fn released(
    conn: &mut AsyncPgConnection,
    release: &Release,
) -> Result<BTreeMap<Id<Session>, Released>, Error> {
    store::release::content(conn, release.id).await
}

/// What releasing the draft now would change.
///
/// # Errors
/// The database's.
pub async fn pending(conn: &mut AsyncPgConnection, who: &Programme) -> Result<Changes, Error> {
    let before = latest(conn, who.edition()).await?.map(|(_, content)| store::release::listing(&content));
    Ok(diff::diff(&before.unwrap_or_default(), &listing(conn, who.edition()).await?))
}

/// How many sessions releasing the draft now would change in the release that holds; 0 before the first one. A count, for whoever
/// may see counts.
///
/// # Errors
/// The database's.
pub async fn count_unreleased(conn: &mut AsyncPgConnection, edition: Id<Edition>) -> Result<i64, Error> {
    let Some((_, before)) = latest(conn, edition.uuid()).await? else { return Ok(0) };
    let changes = diff::diff(&store::release::listing(&before), &listing(conn, edition.uuid()).await?);
    Ok(i64::try_from(changes.len()).unwrap_or(i64::MAX))
}

/// Makes the draft public: sessions with time and room, and nothing else. Whose slot it changes is told by
/// mail, and nobody else.
///
/// # Errors
/// [`Error::Conflict`]: `draft_clashes` while a clash stands against it, `release_empty` where nothing has a
/// slot and nothing had, `release_unchanged` where it is what the last one was; [`Error::Invalid`]
/// `release_name_taken`.
pub async fn release(tx: &mut Tx, who: &Programme, new: NewRelease) -> Result<(Release, Changes), Error> {
    store::session::hold(tx, who.edition()).await?;
    if check::check(tx, who).await?.iter().any(check::Checked::blocks) {
        return Err(Error::conflict("draft_clashes"));
    }
    let (number, before) = match latest(tx, who.edition()).await? {
        Some((release, content)) => (release.number + 1, content),
        None => (1, BTreeMap::new()),
    };
    let next = listing(tx, who.edition()).await?;
    let changes = diff::diff(&store::release::listing(&before), &next);
    if changes.is_empty() {
        return Err(match number {
            1 => Error::conflict("release_empty"),
            _ => Error::conflict("release_unchanged"),
        });
    }
    let content = carried(&before, &next, &changes);
    let said = (new.name.as_str(), new.note.as_ref());
    let release = store::release::insert(tx, who.edition(), number, said).await?;
    store::release::insert_content(tx, release.id, &content).await?;
    let (action, subject, edition) = ("programme.release", release.id.uuid(), Some(who.edition()));
    let told = json!({ "after": release, "sessions": next.len(), "changed": changes.len() });
    let entry = Entry { action, subject_kind: "release", subject, edition, content: told };
    audit::record(tx, who.actor(), entry).await?;
    mails::tell(tx, who, (&release, &content), &changes).await?;
    publication::bump(tx, Id::from(who.edition())).await?;
    Ok((release, changes))
}

/// Everything that was ever released, as it is now: what is off keeps its last shape, so that calendars
/// can strike it out.
fn carried(
    before: &BTreeMap<Id<Session>, Released>,
    next: &Listing,
    changes: &Changes,
) -> BTreeMap<Id<Session>, Released> {
    let sessions: BTreeSet<Id<Session>> = before.keys().chain(next.keys()).copied().collect();
    let released = |session: Id<Session>| {
        let seen = before.get(&session);
        let sequence = seen.map(|released| released.sequence);
        let sequence =
            changes.get(&session).map_or(sequence, |change: &Change| Some(change.sequence_after(sequence)));
        let listed = next.get(&session).or(seen.map(|released| &released.listed))?;
        let cancelled = !next.contains_key(&session);
        Some((session, Released { listed: listed.clone(), sequence: sequence.unwrap_or(0), cancelled }))
    };
    sessions.into_iter().filter_map(released).collect()
}

async fn latest(
    conn: &mut AsyncPgConnection,
    edition: Uuid,
) -> Result<Option<(Release, BTreeMap<Id<Session>, Released>)>, Error> {
    let Some(release) = store::release::latest(conn, edition).await? else { return Ok(None) };
    let content = store::release::content(conn, release.id).await?;
    Ok(Some((release, content)))
}

/// The sessions of the draft that have time and room. What was handed in and waits for its confirmation holds its slot, but is
/// nobody's business yet.
async fn listing(conn: &mut AsyncPgConnection, edition: Uuid) -> Result<Listing, Error> {
    let mut listing = Listing::new();
    let mut kept = import::kept(conn, edition).await?;
    let planned = planned::of_edition(conn, edition).await?;
    for Planned { row, facts, people, .. } in planned.into_iter().filter(|one| !one.unconfirmed) {
        let Some(time) = facts.time.filter(|_| !facts.rooms.is_empty()) else { continue };
        let rooms = facts.rooms;
        let SessionRow { id, kind, title, r#abstract, spoken, track, submission, .. } = row;
        let kept = kept.remove(&id);
        let one = Listed { kind, title, r#abstract, spoken, track, time, rooms, people, submission, kept };
        listing.insert(id, one);
    }
    Ok(listing)
}
