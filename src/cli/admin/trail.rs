//! The audit trail, from the shell.

use clap::{Args, value_parser};

use super::roles::edition;
use crate::{
    audit::{self, Filter, TrailEntry},
    cli::{Failure, Site},
};

/// Which entries to show.
#[derive(Args, Debug)]
pub struct Audit {
    /// Only those of one edition, by its slug
    #[arg(long, value_name = "SLUG")]
    edition: Option<String>,
    /// At most this many
    #[arg(long, default_value_t = 50, value_parser = value_parser!(i64).range(1..=10_000))]
    limit: i64,
}

pub(super) async fn audit(site: &Site, which: Audit) -> Result<(), Failure> {
    let edition = match &which.edition {
        Some(slug) => Some(edition(site, slug).await?),
        None => None,
    };
    let filter = Filter { edition, ..Filter::default() };
    let entries = audit::trail(&mut *site.db.read().await?, &filter, which.limit).await?;
    // The newest last, where the prompt comes next.
    for entry in entries.iter().rev() {
        println!("{}", line(entry));
    }
    Ok(())
}

fn line(entry: &TrailEntry) -> String {
    let who = entry.actor_id.map(|id| format!(" {id}")).unwrap_or_default();
    let from = entry.address.as_deref().map(|address| format!(" from {address}")).unwrap_or_default();
    let seal = entry.seal.map_or_else(|| "not sealed yet".to_owned(), |seal| format!("seal {seal}"));
    let content = entry.content.as_ref().map(ToString::to_string).unwrap_or_default();
    format!(
        "{}  {}  {} {}  by {}{who}{from}  {seal}  {content}",
        entry.at, entry.action, entry.subject_kind, entry.subject_id, entry.actor_kind
    )
}

pub(super) async fn verify(site: &Site) -> Result<(), Failure> {
    let found = audit::verify(&mut site.db.read().await?, &site.keys).await?;
    println!(
        "Seals that hold: {}; entries under them: {}; not sealed yet: {}",
        found.seals, found.entries, found.unsealed
    );
    if let Some(head) = &found.head {
        println!("Head: {head} (compare it with the one in your log: a cut tail shows only there)");
    }
    for seal in &found.broken {
        println!(
            "Broken: seal {seal}: an entry was removed, altered or moved, or its secret is missing from PLENARY_OLD_SECRETS"
        );
    }
    for entry in &found.altered {
        println!("Altered: entry {entry}");
    }
    if found.broken.is_empty() && found.altered.is_empty() { Ok(()) } else { Err(Failure::Unwell) }
}
