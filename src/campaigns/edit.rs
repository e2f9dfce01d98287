//! Making a campaign and writing it, while it is a draft.

use serde_json::{Value, json};

use super::{
    NewCampaign,
    store::{
        campaign::{self as store, Campaign, CampaignId},
        texts,
    },
};
use crate::{
    accounts::proofs::Communications,
    audit::{self, Actor, Entry},
    db::Tx,
    editions::Edition,
    error::Error,
    mail::{self, Renderer, Template, WordingFields},
    values::Lang,
};

/// Makes a draft.
///
/// # Errors
/// The database's.
pub async fn create(tx: &mut Tx, who: &Communications, new: &NewCampaign) -> Result<Campaign, Error> {
    let made = store::insert(tx, who.edition(), new).await?;
    record(tx, who.actor(), "campaign.create", &made, json!({ "after": said(&made) })).await?;
    Ok(made)
}

/// Changes whom it is for, and what it is called, if nobody has changed it since version `seen`. Words written already are
/// kept.
///
/// # Errors
/// [`Error::Conflict`] `campaign_not_draft`, `campaign_changed_meanwhile`; [`Error::NotFound`].
pub async fn change(
    tx: &mut Tx,
    who: &Communications,
    (id, seen): (CampaignId, i32),
    new: &NewCampaign,
) -> Result<Campaign, Error> {
    let before = open(tx, who, id, Some(seen)).await?;
    let after = store::update(tx, id, new).await?;
    let content = json!({ "before": said(&before), "after": said(&after) });
    record(tx, who.actor(), "campaign.change", &after, content).await?;
    Ok(after)
}

/// Writes it in one language, if nobody has changed it since version `seen`.
///
/// # Errors
/// Those of [`parse_wording`](Renderer::parse_wording) and [`change`].
pub async fn write(
    tx: &mut Tx,
    renderer: &Renderer,
    who: &Communications,
    edition: &Edition,
    (id, lang, fields, seen): (CampaignId, Lang, &WordingFields, i32),
) -> Result<(), Error> {
    let campaign = open(tx, who, id, Some(seen)).await?;
    let wording = renderer.parse_wording(template(&campaign)?, lang, &edition.letterhead(), fields)?;
    texts::put(tx, id, lang, &wording).await?;
    store::count_on(tx, id).await?;
    let content = json!({ "lang": lang, "after": wording });
    record(tx, who.actor(), "campaign.write", &campaign, content).await
}

/// Takes one language away; its readers get another one.
///
/// # Errors
/// [`Error::Conflict`] `campaign_not_draft`; [`Error::NotFound`], also where nothing was written.
pub async fn unwrite(tx: &mut Tx, who: &Communications, id: CampaignId, lang: Lang) -> Result<(), Error> {
    let campaign = open(tx, who, id, None).await?;
    if !texts::delete(tx, id, lang).await? {
        return Err(Error::NotFound);
    }
    store::count_on(tx, id).await?;
    record(tx, who.actor(), "campaign.unwrite", &campaign, json!({ "lang": lang })).await
}

/// Throws a draft away.
///
/// # Errors
/// [`Error::Conflict`] `campaign_not_draft`; [`Error::NotFound`].
pub async fn remove(tx: &mut Tx, who: &Communications, id: CampaignId) -> Result<(), Error> {
    let campaign = open(tx, who, id, None).await?;
    store::delete(tx, id).await?;
    record(tx, who.actor(), "campaign.remove", &campaign, json!({ "before": said(&campaign) })).await
}

/// The mail that carries it.
pub(super) fn template(campaign: &Campaign) -> Result<&'static Template, Error> {
    mail::named(campaign.kind.template()).ok_or_else(|| Error::internal("a campaign without a mail"))
}

/// A campaign that may be changed still, locked.
async fn open(
    tx: &mut Tx,
    who: &Communications,
    id: CampaignId,
    seen: Option<i32>,
) -> Result<Campaign, Error> {
    let campaign = store::locked(tx, who.edition(), id).await?;
    if !campaign.state.is_open() {
        return Err(Error::conflict("campaign_not_draft"));
    }
    match seen {
        Some(seen) if seen != campaign.version => Err(Error::conflict("campaign_changed_meanwhile")),
        _ => Ok(campaign),
    }
}

fn said(campaign: &Campaign) -> Value {
    json!({ "name": campaign.name, "kind": campaign.kind, "audience": campaign.audience })
}

pub(super) async fn record(
    tx: &mut Tx,
    actor: &Actor,
    action: &'static str,
    campaign: &Campaign,
    content: Value,
) -> Result<(), Error> {
    let (subject, edition) = (campaign.id.uuid(), Some(campaign.edition));
    audit::record(tx, actor, Entry { action, subject_kind: "campaign", subject, edition, content }).await
}
