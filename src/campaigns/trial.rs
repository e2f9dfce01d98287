//! How it will read, before anybody gets it.

use diesel_async::AsyncPgConnection;
use serde_json::json;

use super::{
    edit::{record, template},
    store::campaign::{self as store, CampaignId},
};
use crate::{
    accounts::proofs::Communications,
    db::Tx,
    editions::Edition,
    error::Error,
    mail::{self, Recipient, Renderer, Rendering, WordingFields},
    values::Lang,
};

/// How what was typed would be printed for somebody made up.
///
/// # Errors
/// Those of [`parse_wording`](Renderer::parse_wording); [`Error::NotFound`].
pub async fn try_out(
    conn: &mut AsyncPgConnection,
    renderer: &Renderer,
    who: &Communications,
    edition: &Edition,
    (id, lang, fields): (CampaignId, Lang, &WordingFields),
) -> Result<Rendering, Error> {
    let (campaign, letterhead) = (store::by_id(conn, who.edition(), id).await?, edition.letterhead());
    let template = template(&campaign)?;
    let mut wording = renderer.parse_wording(template, lang, &letterhead, fields)?;
    if wording.heading.is_empty() {
        wording.heading.clone_from(&wording.subject);
    }
    renderer.try_out(template, lang, &letterhead, Some(&wording), None)
}

/// Sends what was typed to `to`, who is nobody's recipient by that.
///
/// # Errors
/// As [`try_out`].
pub async fn send_test(
    tx: &mut Tx,
    renderer: &Renderer,
    who: &Communications,
    edition: &Edition,
    (id, fields, to): (CampaignId, &WordingFields, Recipient),
) -> Result<(), Error> {
    let (campaign, lang) = (store::by_id(tx, who.edition(), id).await?, to.lang);
    let printed = try_out(tx, renderer, who, edition, (id, lang, fields)).await?;
    let test = (template(&campaign)?, json!({}));
    let mail = mail::queue_test(tx, who.edition(), test, to, printed).await?;
    record(tx, who.actor(), "campaign.test", &campaign, json!({ "lang": lang, "mail": mail })).await
}
