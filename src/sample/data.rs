//! The sample's texts, read as an organiser's own input would be.

use std::collections::BTreeMap;

use figment::{
    Figment,
    providers::{Format, Toml},
};
use serde::{Deserialize, de::DeserializeOwned};

use super::days::Days;
use crate::{
    capacity::PoolFields,
    editions::{ConsentKind, ConsentTextFields, EditionFields, PartnerFields, RoomFields, TrackFields},
    error::Error,
    questions::QuestionFields,
    registrations::types::TypeFields,
};

const PAST: &str = include_str!("past.toml");
const UPCOMING: &str = include_str!("upcoming.toml");

/// Everything an edition is set up with.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EditionData {
    pub(super) edition: EditionFields,
    #[serde(default)]
    pub(super) partners: Vec<PartnerFields>,
    #[serde(default)]
    pub(super) tracks: Vec<TrackFields>,
    #[serde(default)]
    pub(super) rooms: Vec<RoomFields>,
    #[serde(default)]
    pub(super) consents: BTreeMap<ConsentKind, ConsentTextFields>,
    /// By the name that types draw on them by.
    #[serde(default)]
    pub(super) pools: BTreeMap<String, PoolFields>,
    #[serde(default)]
    pub(super) types: Vec<TypeFields>,
    #[serde(default)]
    pub(super) questions: Vec<QuestionFields>,
}

/// The past edition.
pub(super) fn past(days: &Days) -> Result<EditionData, Error> {
    read(&Days::fill(days.past, PAST)?)
}

/// The upcoming edition.
pub(super) fn upcoming(days: &Days) -> Result<EditionData, Error> {
    read(&Days::fill(days.upcoming, UPCOMING)?)
}

/// Reads TOML.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    Figment::from(Toml::string(text)).extract().map_err(Error::internal)
}
