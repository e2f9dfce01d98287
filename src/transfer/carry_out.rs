//! Doing what was planned.

use diesel_async::AsyncPgConnection;
use serde_json::json;

use super::{
    plan::{Brought, Kind, Outcome, Plan, Step, Written, plan},
    present::Present,
    read::Incoming,
};
use crate::{
    accounts::proofs::{Organiser, Programme},
    audit::{self, Entry},
    db::{Tx, sources::Source},
    editions::{
        Edition,
        parts::{self, Part},
        publication,
    },
    error::Error,
    programme, speakers,
    values::{FileName, Lang},
};

/// What a file would do now.
///
/// # Errors
/// The database's.
pub async fn planned(
    conn: &mut AsyncPgConnection,
    who: &Organiser,
    incoming: &Incoming,
    lang: Lang,
) -> Result<Plan, Error> {
    Ok(plan(incoming, &Present::of(conn, who).await?, lang))
}

/// Does what a file says, all of it that is not refused, and answers what was done. Nobody outside hears of the
/// sessions before the next release.
///
/// # Errors
/// [`Error::Conflict`]: `import_moved` when the plan is not the one of that fingerprint any more,
/// `edited_meanwhile`; [`Error::Invalid`] as the verbs of each domain.
pub async fn carry_out(
    tx: &mut Tx,
    who: &Organiser,
    (incoming, lang, name): (&Incoming, Lang, &FileName),
    seen: Option<&str>,
) -> Result<Plan, Error> {
    let plan = planned(tx, who, incoming, lang).await?;
    if seen.is_some_and(|seen| seen != plan.fingerprint()) {
        return Err(Error::conflict("import_moved"));
    }
    if plan.is_empty() {
        return Ok(plan);
    }
    let programme = Programme::from(who);
    put_parts(tx, who, &plan.rooms).await?;
    put_parts(tx, who, &plan.tracks).await?;
    let (rows, from) = brought(&plan.speakers);
    speakers::bring_in(tx, &programme, &rows, &from).await?;
    let (rows, from) = brought(&plan.sessions);
    programme::bring_in(tx, &programme, &rows, &from).await?;
    let counts: Vec<(Kind, _)> = plan.counts().into_iter().collect();
    let (subject, edition) = (who.edition(), Some(who.edition()));
    let content = json!({ "after": { "file": name.as_str(), "counts": counts } });
    let entry = Entry { action: "programme.import", subject_kind: "edition", subject, edition, content };
    audit::record(tx, who.actor(), entry).await?;
    publication::bump(tx, Edition::of(who)).await?;
    Ok(plan)
}

fn brought<B: Clone>(steps: &[Step<Brought<B>>]) -> (Vec<B>, Vec<Source>) {
    let all = || steps.iter().filter_map(Step::written);
    (all().map(|it| it.row.clone()).collect(), all().filter_map(|it| it.source.clone()).collect())
}

async fn put_parts<P: Part>(
    tx: &mut Tx,
    who: &Organiser,
    steps: &[Step<Written<P, P::New>>],
) -> Result<(), Error>
where
    P::New: Clone,
{
    for step in steps {
        match &step.outcome {
            Outcome::Create(new) => drop(parts::create_as(tx, who, new.id, new.new.clone()).await?),
            Outcome::Change(new, _) => drop(parts::change(tx, who, new.id, new.new.clone()).await?),
            Outcome::Unchanged | Outcome::Refused(_) => {}
        }
    }
    let from: Vec<Source> = steps.iter().filter_map(|step| step.written()?.source.clone()).collect();
    parts::keep_sources::<P>(tx, who, &from).await
}
