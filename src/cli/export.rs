//! `plenary export`: data out, to standard output.

use std::{
    io::{self, Write},
    pin::pin,
};

use clap::{Args, Subcommand};
use futures_util::TryStreamExt;

use super::{Failure, Site, admin};
use crate::{accounts::proofs::Observer, config::Config, editions, registrations, values::Lang};

/// What can be exported.
#[derive(Debug, Subcommand)]
pub enum Export {
    /// Registrations as CSV, without sensitive answers
    ///
    /// UTF-8 with a byte order mark, so that spreadsheets open Chinese; cells that could be formulas are made harmless.
    Registrations(Registrations),
}

/// Which registrations.
#[derive(Args, Debug)]
pub struct Registrations {
    /// The edition's slug, such as 2026
    #[arg(long, value_name = "SLUG")]
    edition: String,
    /// The language of the headings: en, zh-Hant or zh-Hans
    #[arg(long, default_value = "en", value_parser = lang)]
    lang: Lang,
}

fn lang(text: &str) -> Result<Lang, String> {
    Lang::from_tag(text).ok_or_else(|| "write en, zh-Hant or zh-Hans".to_owned())
}

pub(super) async fn run(command: Export, config: Config) -> Result<(), Failure> {
    let Export::Registrations(which) = command;
    Site::visit(config, async |site| registrations(site, &which).await).await
}

async fn registrations(site: &Site, which: &Registrations) -> Result<(), Failure> {
    let organiser = admin::shell().organiser_of(admin::edition(site, &which.edition).await?);
    let edition = editions::for_staff(&mut *site.db.read().await?, &Observer::from(&organiser)).await?;
    let rows = registrations::export(site.db.clone(), site.keys.clone(), organiser, edition, which.lang);
    let (mut rows, mut out) = (pin!(rows), io::stdout().lock());
    while let Some(bytes) = rows.try_next().await? {
        out.write_all(&bytes).map_err(|error| Failure::System("write", error))?;
    }
    out.flush().map_err(|error| Failure::System("write", error))
}
