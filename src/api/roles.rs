//! Who may do what in an edition.

use actix_web::{
    HttpResponse,
    web::{self, Data},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    json::Json,
    lists::All,
    once::{Made, created, once},
    row::Row,
};
use crate::{
    accounts::{self, Grant, Manager, Role, RoleAt, StaffMember, proofs::Organiser},
    db::Tx,
    error::Error,
    http::{App, bearer::With},
    values::{Id, Moment},
};

/// Somebody with a role in the edition.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = StaffMember)]
pub(super) struct MemberBody {
    /// The id of her account.
    account_id: Uuid,
    /// What she is called.
    name: String,
    /// The address she signs in with.
    email: String,
    /// Her roles in this edition.
    roles: Vec<GrantBody>,
}

/// A role that somebody holds.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Grant)]
pub(super) struct GrantBody {
    /// Its id, by which it is withdrawn.
    id: Uuid,
    /// Which.
    role: Role,
    /// Since when.
    granted_at: Moment,
}

impl From<Grant> for GrantBody {
    fn from(grant: Grant) -> Self {
        Self { id: grant.id.uuid(), role: grant.role, granted_at: grant.granted_at }
    }
}

impl From<StaffMember> for MemberBody {
    fn from(member: StaffMember) -> Self {
        Self {
            account_id: member.account.id.uuid(),
            name: member.account.name,
            email: member.account.email.to_string(),
            roles: member.grants.into_iter().map(Into::into).collect(),
        }
    }
}

impl Made for GrantBody {
    fn id(&self) -> Uuid {
        self.id
    }
}

/// Lists who has which role in the edition.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/roles", tag = "Staff",
    responses((status = 200, body = All<MemberBody>)), security(("token" = ["organiser:read"])))]
pub(super) async fn list_roles(
    app: Data<App>,
    at: With<Organiser>,
) -> Result<web::Json<All<MemberBody>>, Error> {
    let staff = accounts::who_has_what(&mut *app.db.read().await?, Manager::Organiser(&at.proof)).await?;
    Ok(web::Json(All::of(staff)))
}

/// A role to grant.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct GrantFields {
    /// The id of the account.
    account_id: Uuid,
    /// The role; never `admin`, which is of the whole site.
    role: Role,
}

/// Grants a role to an account; she is told by mail.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/roles", tag = "Staff",
    responses((status = 201, body = GrantBody)), security(("token" = ["organiser:write"])))]
pub(super) async fn grant_role(
    app: Data<App>,
    at: With<Organiser>,
    body: Json<GrantFields>,
) -> Result<HttpResponse, Error> {
    let by = Manager::Organiser(&at.proof);
    let GrantFields { account_id, role } = *body.value()?;
    let role = RoleAt::try_from((role, Some(at.proof.edition())))?;
    let make = async |tx: &mut Tx| Ok(accounts::grant(tx, by, Id::from(account_id), role).await?.into());
    let find = async |tx: &mut Tx, id| {
        let member = accounts::staff_member(tx, by, Id::from(account_id)).await?;
        let grant = member.grants.into_iter().find(|grant| grant.id == Id::from(id));
        grant.map(GrantBody::from).ok_or(Error::NotFound)
    };
    let made = once(&app.db, body.claim(&at.caller), make, find).await?;
    Ok(created(format!("/api/v1/editions/{}/roles/{}", at.edition.slug, made.id), &made))
}

/// Withdraws a role; she is told by mail, and her sessions end.
#[utoipa::path(delete, path = "/api/v1/editions/{edition}/roles/{id}", tag = "Staff",
    responses((status = 204)), security(("token" = ["organiser:write"])))]
pub(super) async fn withdraw_role(
    app: Data<App>,
    at: With<Organiser>,
    row: Row<Grant>,
) -> Result<HttpResponse, Error> {
    let by = Manager::Organiser(&at.proof);
    app.db.transaction(async |tx| accounts::withdraw(tx, by, row.0).await).await?;
    Ok(HttpResponse::NoContent().finish())
}
