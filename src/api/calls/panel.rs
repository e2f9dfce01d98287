//! Who reviews a call, and what each was given in its rounds.

use actix_web::web::{self, Data};
use diesel_async::AsyncPgConnection;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    accounts::proofs::Programme,
    api::{
        json::Json,
        lists::All,
        row::{Row, Under},
    },
    calls::{Call, CallId, Round, RoundId},
    db::Tx,
    error::{Error, FieldErrors, Reason},
    http::{App, bearer::With},
    reviews::{self, Candidate, Panellist, Short},
    values::{Id, Line, NumberField},
};

/// Somebody who may be asked to review.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Reviewer)]
pub(in crate::api) struct ReviewerBody {
    /// The id of her account.
    account_id: Uuid,
    /// What she is called.
    name: String,
    /// The address she signs in with.
    email: String,
}

impl From<Candidate> for ReviewerBody {
    fn from(Candidate { id, email, name }: Candidate) -> Self {
        Self { account_id: id.uuid(), name, email: email.into_string() }
    }
}

/// Somebody of a call's panel.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Panellist)]
pub(in crate::api) struct PanellistBody {
    /// The id of her account.
    account_id: Uuid,
    /// Where she works; what comes from there is kept from her.
    organisation: Option<String>,
}

impl From<Panellist> for PanellistBody {
    fn from(Panellist { account, organisation }: Panellist) -> Self {
        Self { account_id: account.uuid(), organisation: organisation.map(|line| line.as_str().to_owned()) }
    }
}

/// Somebody to be put on a panel.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct PanellistFields {
    /// The id of her account, which has the role.
    account_id: Uuid,
    /// Where she works; at most 120 characters.
    #[serde(default)]
    organisation: String,
}

/// A whole panel.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::api) struct PanelFields {
    /// Everybody who is on it; each once.
    reviewers: Vec<PanellistFields>,
}

impl TryFrom<&PanelFields> for Vec<Panellist> {
    type Error = FieldErrors;

    fn try_from(raw: &PanelFields) -> Result<Self, FieldErrors> {
        let (mut errors, mut panel) = (FieldErrors::new(), Self::new());
        for (number, one) in raw.reviewers.iter().enumerate() {
            let account = Id::from(one.account_id);
            if panel.iter().any(|other| other.account == account) {
                let twice = Reason::new("choice_twice");
                errors.add(format!("reviewers.{number}.account_id"), twice);
            }
            let field = format!("reviewers.{number}.organisation");
            if let Some(organisation) = errors.take(&field, Line::optional(&one.organisation)) {
                panel.push(Panellist { account, organisation });
            }
        }
        errors.check().map(|()| panel)
    }
}

/// How far a reviewer came in a round.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReviewLoad)]
pub(in crate::api) struct LoadBody {
    /// The id of her account.
    account_id: Uuid,
    /// How many submissions she is to review.
    assigned: usize,
    /// How many of those she has.
    done: usize,
}

/// How the submissions of a round are shared out.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(in crate::api) struct ShareFields {
    /// How many reviewers each submission gets, 1 to 20.
    each: NumberField,
}

/// Lists everybody who may be put on a panel: the accounts with the role in this edition.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/reviewers", tag = "Reviews",
    responses((status = 200, body = All<ReviewerBody>)), security(("token" = ["programme:read"])))]
pub(in crate::api) async fn list_reviewers(
    app: Data<App>,
    at: With<Programme>,
) -> Result<web::Json<All<ReviewerBody>>, Error> {
    let all = reviews::candidates(&mut *app.db.read().await?, &at.proof).await?;
    Ok(web::Json(All::of(all)))
}

/// Shows who reviews a call.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/calls/{call}/panel", tag = "Reviews",
    responses((status = 200, body = All<PanellistBody>)), security(("token" = ["programme:read"])))]
pub(in crate::api) async fn show_panel(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
) -> Result<web::Json<All<PanellistBody>>, Error> {
    let panel = reviews::panel(&mut *app.db.read().await?, &at.proof, call.0).await?;
    Ok(web::Json(All::of(panel)))
}

/// Makes these the panel of a call. What was assigned to those who leave is shared out with the next sharing.
#[utoipa::path(put, path = "/api/v1/editions/{edition}/calls/{call}/panel", tag = "Reviews",
    responses((status = 200, body = All<PanellistBody>)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn set_panel(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
    body: Json<PanelFields>,
) -> Result<web::Json<All<PanellistBody>>, Error> {
    let set = async |tx: &mut Tx| {
        reviews::panel(tx, &at.proof, call.0).await?;
        let panel: Vec<Panellist> = body.parsed()?;
        reviews::set_panel(tx, &at.proof, call.0, &panel).await?;
        reviews::panel(tx, &at.proof, call.0).await
    };
    Ok(web::Json(All::of(app.db.transaction(set).await?)))
}

async fn loads(
    conn: &mut AsyncPgConnection,
    who: &Programme,
    call: CallId,
    round: RoundId,
) -> Result<All<LoadBody>, Error> {
    let loads = reviews::loads(conn, who, call, round).await?.into_iter();
    let body =
        |(account, (assigned, done)): (Id<_>, _)| LoadBody { account_id: account.uuid(), assigned, done };
    Ok(All::of(loads.map(body)))
}

/// Lists how many submissions of a round each reviewer was given, and how many she has reviewed.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/calls/{call}/rounds/{id}/loads", tag = "Reviews",
    responses((status = 200, body = All<LoadBody>)), security(("token" = ["programme:read"])))]
pub(in crate::api) async fn list_loads(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
    row: Row<Round>,
) -> Result<web::Json<All<LoadBody>>, Error> {
    Ok(web::Json(loads(&mut *app.db.read().await?, &at.proof, call.0, row.0).await?))
}

/// A submission with fewer reviewers than were asked for.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReviewersShort)]
pub(in crate::api) struct ShortBody {
    /// The id of the submission.
    submission_id: Uuid,
    /// How many reviewers it has.
    has: usize,
    /// How many were asked for when the round was last shared out.
    wanted: usize,
    /// How many of the panel are free to review it; where that is less than asked for, sharing out again is of no use.
    free: usize,
}

impl From<Short> for ShortBody {
    fn from(Short { submission, has, wanted, free }: Short) -> Self {
        Self { submission_id: submission.uuid(), has, wanted, free }
    }
}

/// Lists the submissions of a round with fewer reviewers than were asked for, and how many are free to review each.
#[utoipa::path(get, path = "/api/v1/editions/{edition}/calls/{call}/rounds/{id}/short", tag = "Reviews",
    responses((status = 200, body = All<ShortBody>)), security(("token" = ["programme:read"])))]
pub(in crate::api) async fn list_short(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
    row: Row<Round>,
) -> Result<web::Json<All<ShortBody>>, Error> {
    let all = reviews::short(&mut *app.db.read().await?, &at.proof, call.0, row.0).await?;
    Ok(web::Json(All::of(all)))
}

/// Shares the submissions of a round out among the panel, as evenly as conflicts of interest allow.
///
/// What is reviewed already stays with its reviewer; everything else is shared out anew.
#[utoipa::path(post, path = "/api/v1/editions/{edition}/calls/{call}/rounds/{id}/share-out", tag = "Reviews",
    responses((status = 200, body = All<LoadBody>)), security(("token" = ["programme:write"])))]
pub(in crate::api) async fn share_out(
    app: Data<App>,
    at: With<Programme>,
    call: Under<Call>,
    row: Row<Round>,
    body: Json<ShareFields>,
) -> Result<web::Json<All<LoadBody>>, Error> {
    let share = async |tx: &mut Tx| {
        loads(tx, &at.proof, call.0, row.0).await?;
        let each = body.value()?.each.within(1..=20).map_err(|reason| Error::field("each", reason))?;
        let each = usize::try_from(each).map_err(Error::internal)?;
        reviews::share_out(tx, &app.keys, &at.proof, (call.0, row.0), each).await?;
        loads(tx, &at.proof, call.0, row.0).await
    };
    Ok(web::Json(app.db.transaction(share).await?))
}
