//! Setting an edition up, from its parts to its publication.

use std::collections::BTreeMap;

use super::data::EditionData;
use crate::values::Moment;
use crate::{
    accounts::proofs::{Admin, Organiser},
    capacity::{self, NewPool},
    db::Tx,
    editions::{self, Edition, NewEdition, NewPartner, NewRoom, NewTrack, Partner, Room, Track, parts},
    error::{Error, FieldErrors},
    questions::{self, NewQuestion},
    registrations::types::{self, TypeFields},
    values::Zone,
};

/// Makes the edition as of `now` and shows it to the public; what is over is still to be archived.
pub(super) async fn load(
    tx: &mut Tx,
    admin: &Admin,
    data: EditionData,
    now: Moment,
) -> Result<(Organiser, Edition), Error> {
    let edition = editions::create(tx, admin, NewEdition::try_from(&data.edition)?, now).await?;
    let organiser = admin.organiser_of(edition.id.uuid());
    load_parts(tx, &organiser, &data).await?;
    load_ways_in(tx, &organiser, &data, &edition.zone).await?;
    for fields in &data.questions {
        questions::create(tx, &organiser, NewQuestion::try_from(fields)?).await?;
    }
    let edition = editions::publish(tx, &organiser, now).await?;
    Ok((organiser, edition))
}

async fn load_parts(tx: &mut Tx, organiser: &Organiser, data: &EditionData) -> Result<(), Error> {
    for fields in &data.partners {
        parts::create::<Partner>(tx, organiser, NewPartner::try_from(fields)?).await?;
    }
    for fields in &data.tracks {
        parts::create::<Track>(tx, organiser, NewTrack::try_from(fields)?).await?;
    }
    for fields in &data.rooms {
        parts::create::<Room>(tx, organiser, NewRoom::try_from(fields)?).await?;
    }
    for (kind, fields) in &data.consents {
        editions::set_consent_text(tx, organiser, fields.parse(*kind)?).await?;
    }
    Ok(())
}

async fn load_ways_in(
    tx: &mut Tx,
    organiser: &Organiser,
    data: &EditionData,
    zone: &Zone,
) -> Result<(), Error> {
    let mut ids = BTreeMap::new();
    for (key, fields) in &data.pools {
        let pool = capacity::create(tx, organiser, NewPool::try_from(fields)?).await?;
        ids.insert(key.as_str(), pool.id.to_string());
    }
    for fields in &data.types {
        let pools = fields.pools.iter().filter_map(|key| ids.get(key.as_str()).cloned()).collect();
        let drawing = TypeFields { pools, ..fields.clone() };
        let new = drawing.parse(zone).map_err(|errors: FieldErrors| Error::from(errors))?;
        types::create(tx, organiser, new).await?;
    }
    Ok(())
}
