//! Reading the trail.

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde_json::Value;
use uuid::Uuid;

use super::entry::ActorKind;
use crate::{db::schema::audit_entry, error::Error, values::Moment};

/// An entry as it is read.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = audit_entry)]
pub struct TrailEntry {
    /// Its id; later entries of one node have larger ones.
    pub id: Uuid,
    /// When, by the clock of the node that wrote it.
    pub at: Moment,
    /// What kind of hand.
    pub actor_kind: ActorKind,
    /// Whose.
    pub actor_id: Option<Uuid>,
    /// From which network address; empty after erasure.
    pub address: Option<String>,
    /// The edition it belongs to, if any.
    pub edition_id: Option<Uuid>,
    /// `noun.verb`.
    pub action: String,
    /// The table of the changed row.
    pub subject_kind: String,
    /// The changed row.
    pub subject_id: Uuid,
    /// Before and after; empty after erasure.
    pub content: Option<Value>,
    /// The seal over it, once sealed.
    pub seal: Option<i64>,
}

/// Which entries to read.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only those of one edition.
    pub edition: Option<Uuid>,
    /// Only those older than this entry: the page after it.
    pub before: Option<Uuid>,
    /// Only this action.
    pub action: Option<String>,
}

/// The newest `limit` entries that fit `filter`, newest first.
///
/// # Errors
/// The database's.
pub async fn trail(
    conn: &mut AsyncPgConnection,
    filter: &Filter,
    limit: i64,
) -> Result<Vec<TrailEntry>, Error> {
    let mut query = audit_entry::table
        .select(TrailEntry::as_select())
        .order(audit_entry::id.desc())
        .limit(limit)
        .into_boxed();
    if let Some(edition) = filter.edition {
        query = query.filter(audit_entry::edition_id.eq(edition));
    }
    if let Some(before) = filter.before {
        query = query.filter(audit_entry::id.lt(before));
    }
    if let Some(action) = &filter.action {
        query = query.filter(audit_entry::action.eq(action));
    }
    Ok(query.load(conn).await?)
}

/// The whole history of one row, oldest first.
///
/// # Errors
/// The database's.
pub async fn of_subject(conn: &mut AsyncPgConnection, subject: Uuid) -> Result<Vec<TrailEntry>, Error> {
    Ok(audit_entry::table
        .filter(audit_entry::subject_id.eq(subject))
        .order(audit_entry::id)
        .select(TrailEntry::as_select())
        .load(conn)
        .await?)
}
