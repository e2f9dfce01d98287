//! Who changed what.

use actix_web::web::{self, Data};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::{
    lists::{Page, PageQuery},
    query::Query,
};
use crate::{
    audit::{self, ActorKind, Filter, TrailEntry},
    error::Error,
    http::{App, bearer::WithAdmin},
    values::Moment,
};

/// An entry of the audit trail.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AuditEntry)]
pub(super) struct EntryBody {
    /// Its id.
    id: Uuid,
    /// When.
    at: Moment,
    /// What kind of hand.
    actor_kind: ActorKind,
    /// Whose, where the kind has an id.
    actor_id: Option<Uuid>,
    /// From which network address; null after erasure.
    address: Option<String>,
    /// What was done, as `noun.verb`.
    #[schema(example = "registration.cancel")]
    action: String,
    /// The table of the changed row.
    subject_kind: String,
    /// The changed row.
    subject_id: Uuid,
    /// Before and after; null after erasure.
    content: Option<Value>,
    /// The number of the seal over it, once sealed.
    seal: Option<i64>,
}

impl From<TrailEntry> for EntryBody {
    fn from(entry: TrailEntry) -> Self {
        let TrailEntry {
            id,
            at,
            actor_kind,
            actor_id,
            address,
            action,
            subject_kind,
            subject_id,
            content,
            seal,
            ..
        } = entry;
        Self { id, at, actor_kind, actor_id, address, action, subject_kind, subject_id, content, seal }
    }
}

/// Which entries.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct AuditQuery {
    /// Only those of the edition with this id.
    edition_id: Option<Uuid>,
    /// Only this action, such as `registration.cancel`.
    action: Option<String>,
    /// The `next` of the page before; leave it out for the first.
    cursor: Option<String>,
    /// How many at most; 50 where it is left out.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<u16>,
}

/// Lists the audit trail, the latest first.
#[utoipa::path(get, path = "/api/v1/audit-entries", tag = "Audit trail", params(AuditQuery),
    responses((status = 200, body = Page<EntryBody>)), security(("token" = ["admin:read"])))]
pub(super) async fn list_audit_entries(
    app: Data<App>,
    _by: WithAdmin,
    query: Query<AuditQuery>,
) -> Result<web::Json<Page<EntryBody>>, Error> {
    let AuditQuery { edition_id, action, cursor, limit } = query.0;
    let page = PageQuery { cursor, limit };
    let filter = Filter { edition: edition_id, before: page.after()?, action };
    let limit = page.limit()?;
    let one_more = i64::try_from(limit + 1).map_err(Error::internal)?;
    let rows = audit::trail(&mut *app.db.read().await?, &filter, one_more).await?;
    Ok(web::Json(Page::cut(rows, limit, |entry| entry.id)))
}
