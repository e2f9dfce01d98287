//! `plenary import`: a programme that another program published, into an edition's draft.

use std::{fs, path::PathBuf};

use clap::Args;

use super::{Failure, Site, admin};
use crate::{
    accounts::proofs::{Observer, Organiser},
    config::Config,
    db::Tx,
    editions,
    error::{Error, Reason},
    formats::table::Encoding,
    i18n,
    transfer::{
        self, Outcome, Plan, Told,
        read::{self, Incoming, Manner},
    },
    values::{FileName, Lang},
};

/// What to import, and where.
#[derive(Args, Debug)]
pub struct Import {
    /// A schedule.xml, a schedule.json, or a CSV table of sessions or of speakers
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The edition's slug, such as 2026
    #[arg(long, value_name = "SLUG")]
    edition: String,
    /// Say what would be created and changed, and change nothing
    #[arg(long)]
    dry_run: bool,
    /// The language of the file's texts: en, zh-Hant or zh-Hans; texts in the others stay
    #[arg(long, default_value = "en", value_parser = lang)]
    lang: Lang,
    /// The encoding of a table without a byte order mark: utf-8, gb18030 or big5
    #[arg(long, default_value = "utf-8", value_parser = encoding)]
    encoding: Encoding,
}

fn lang(text: &str) -> Result<Lang, String> {
    Lang::from_tag(text).ok_or_else(|| "write en, zh-Hant or zh-Hans".to_owned())
}

fn encoding(text: &str) -> Result<Encoding, String> {
    text.parse().map_err(|()| "write utf-8, gb18030 or big5".to_owned())
}

pub(super) async fn run(what: Import, config: Config) -> Result<(), Failure> {
    let file = fs::read(&what.file).map_err(|error| Failure::System("read the file", error))?;
    Site::visit(config, async |site| import(site, &what, &file).await).await
}

async fn import(site: &Site, what: &Import, file: &[u8]) -> Result<(), Failure> {
    let organiser = admin::shell().organiser_of(admin::edition(site, &what.edition).await?);
    let edition = editions::for_staff(&mut *site.db.read().await?, &Observer::from(&organiser)).await?;
    let manner = Manner { lang: what.lang, encoding: what.encoding, zone: edition.zone };
    let refused = |reason| Error::field(transfer::FIELD, reason);
    let incoming = read::read(file, &manner).map_err(refused)?;
    let plan = match what.dry_run {
        true => transfer::planned(&mut *site.db.read().await?, &organiser, &incoming, what.lang).await?,
        false => carry_out(site, &organiser, &incoming, what).await?,
    };
    report(&plan, what.dry_run);
    Ok(())
}

async fn carry_out(
    site: &Site,
    who: &Organiser,
    incoming: &Incoming,
    what: &Import,
) -> Result<Plan, Failure> {
    let name = what.file.file_name().unwrap_or_default().to_string_lossy();
    let name = FileName::parse(&name).map_err(|reason: Reason| Error::field(transfer::FIELD, reason))?;
    let verb = async |tx: &mut Tx| transfer::carry_out(tx, who, (incoming, what.lang, &name), None).await;
    Ok(site.db.transaction(verb).await?)
}

fn report(plan: &Plan, dry_run: bool) {
    for told in plan.told() {
        if let Some(said) = sentence(&told) {
            println!("{} {} ({}): {said}", told.kind, told.line, told.label);
        }
    }
    for (kind, counts) in plan.counts() {
        println!(
            "{kind}: {} created, {} changed, {} unchanged, {} refused",
            counts.created, counts.changed, counts.unchanged, counts.refused
        );
    }
    for (what, count) in &plan.kept {
        println!("kept beside the sessions and given out again: {what} of {count}");
    }
    if plan.left > 0 {
        println!("{} sessions of the draft are not in the file; they stay as they are", plan.left);
    }
    if dry_run {
        println!("This was a dry run; nothing was changed.");
    }
}

/// What is worth a line: changes and refusals, and what is new.
fn sentence(told: &Told<'_>) -> Option<String> {
    match &told.outcome {
        Outcome::Create(()) => Some("created".to_owned()),
        Outcome::Change((), fields) => Some(format!("changed {}", fields.join(", "))),
        Outcome::Refused(reason) => Some(format!("refused: {}", i18n::reason(Lang::En, reason))),
        Outcome::Unchanged => None,
    }
}
