//! Roles offered by mail.

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
    accounts::{
        self, Invitation, InvitationFields, InvitationState, Manager, NewInvitation, Role, proofs::Organiser,
    },
    db::Tx,
    error::Error,
    http::{App, bearer::With},
    values::{Lang, Moment},
};

/// A role offered by mail.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Invitation)]
pub(super) struct InvitationBody {
    /// Its id.
    id: Uuid,
    /// Whom it was sent to.
    email: String,
    /// Whom it greets.
    name: String,
    /// The language it was written in.
    lang: Lang,
    /// The role it offers.
    role: Role,
    /// What has become of it.
    state: InvitationState,
    /// When it was sent.
    created_at: Moment,
    /// When it ends.
    expires_at: Moment,
}

impl From<Invitation> for InvitationBody {
    fn from(invitation: Invitation) -> Self {
        Self {
            id: invitation.id.uuid(),
            state: invitation.state(Moment::now()),
            email: invitation.email.into_string(),
            name: invitation.name,
            lang: invitation.lang,
            role: invitation.role,
            created_at: invitation.created_at,
            expires_at: invitation.expires_at,
        }
    }
}

impl Made for InvitationBody {
    fn id(&self) -> Uuid {
        self.id
    }
}

/// Lists the invitations to roles of the edition, the latest first, answered ones included.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/invitations", tag = "Staff",
    responses((status = 200, body = All<InvitationBody>)), security(("token" = ["organiser:read"])))]
pub(super) async fn list_invitations(
    app: Data<App>,
    at: With<Organiser>,
) -> Result<web::Json<All<InvitationBody>>, Error> {
    let sent = accounts::invitations(&mut *app.db.read().await?, Manager::Organiser(&at.proof)).await?;
    Ok(web::Json(All::of(sent)))
}

/// Whom to invite, and to what.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct InviteFields {
    /// Where to send it.
    email: String,
    /// Whom it greets; at most 80 characters.
    name: String,
    /// The language it is written in: `en`, `zh-Hant` or `zh-Hans`.
    lang: String,
    /// The role it offers, such as `desk`; never `admin`.
    role: String,
}

/// Offers a role in the edition by mail.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/invitations", tag = "Staff",
    responses((status = 201, body = InvitationBody)), security(("token" = ["organiser:write"])))]
pub(super) async fn create_invitation(
    app: Data<App>,
    at: With<Organiser>,
    body: Json<InviteFields>,
) -> Result<HttpResponse, Error> {
    let by = Manager::Organiser(&at.proof);
    let InviteFields { email, name, lang, role } = body.value()?.clone();
    let edition = at.edition.id.to_string();
    let new = NewInvitation::try_from(InvitationFields { email, name, lang, role, edition })?;
    let make = async |tx: &mut Tx| Ok(accounts::invite(tx, by, new).await?.into());
    let find = async |tx: &mut Tx, id| {
        let sent = accounts::invitations(tx, by).await?.into_iter();
        let found = sent.map(InvitationBody::from).find(|invitation| invitation.id == id);
        found.ok_or(Error::NotFound)
    };
    let made = once(&app.db, body.claim(&at.caller), make, find).await?;
    Ok(created(format!("/api/v1/editions/{}/invitations/{}", at.edition.slug, made.id), &made))
}

/// Takes an invitation back.
#[utoipa::path(delete, path = "/api/v1/editions/{edition}/invitations/{id}", tag = "Staff",
    responses((status = 204)), security(("token" = ["organiser:write"])))]
pub(super) async fn withdraw_invitation(
    app: Data<App>,
    at: With<Organiser>,
    row: Row<Invitation>,
) -> Result<HttpResponse, Error> {
    let by = Manager::Organiser(&at.proof);
    app.db.transaction(async |tx| accounts::withdraw_invitation(tx, by, row.0).await).await?;
    Ok(HttpResponse::NoContent().finish())
}
