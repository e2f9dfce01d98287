//! Making the new edition.

use std::collections::BTreeMap;

use serde_json::json;

use super::{
    CloneFields, Module,
    dates::{comes, key_of_side_event, key_of_type},
    fields::{Plan, under_dates, window},
    source::{Source, Worded},
};
use crate::{
    accounts::proofs::{Admin, Organiser, Programme},
    audit::{self, Entry},
    capacity::{self, NewPool, Pool, PoolId},
    db::Tx,
    editions::{
        self, ConsentText, Edition, NewConsentText, NewSideEvent, SideEvent, Track,
        parts::{self, Part},
    },
    error::{Error, Reason},
    mail::wordings,
    questions,
    registrations::types::{self, NewType, RegistrationType},
    values::{Id, Moment},
};

/// Makes a draft from an earlier edition: what `fields` chose, at the dates it says.
///
/// # Errors
/// [`Error::Invalid`] on the fields of the clone: `edition_unknown`, `slug_taken`, `date_past`, and those
/// of each value.
pub async fn clone(tx: &mut Tx, who: &Admin, fields: &CloneFields, now: Moment) -> Result<Edition, Error> {
    let source = Source::load(tx, who, &fields.source).await?;
    let plan = Plan::parse(fields, &source, now)?;
    let new = plan.edition(fields, &source)?;
    let edition = editions::create(tx, who, new, now).await.map_err(|error| match error {
        Error::Invalid(errors) => Error::Invalid(under_dates(errors)),
        other => other,
    })?;
    let organiser = who.organiser_of(edition.id.uuid());
    let subject = edition.id.uuid();
    let entry = Entry {
        action: "edition.clone",
        subject_kind: "edition",
        subject,
        edition: Some(subject),
        content: json!({ "source": source.public.edition.id, "modules": plan.modules }),
    };
    audit::record(tx, who.actor(), entry).await?;
    bring(tx, &organiser, source, &plan, now).await?;
    Ok(edition)
}

/// Makes everything that was chosen, in the order of the modules: what others need comes first.
async fn bring(tx: &mut Tx, who: &Organiser, source: Source, plan: &Plan, now: Moment) -> Result<(), Error> {
    let Source { public, side_events, questions, pools, types, calls, wordings } = source;
    let chosen = |module| plan.modules.contains(&module);
    if chosen(Module::Tracks) {
        bring_parts(tx, who, public.tracks.clone()).await?;
    }
    if chosen(Module::Rooms) {
        bring_parts(tx, who, public.rooms).await?;
    }
    if chosen(Module::Partners) {
        bring_parts(tx, who, public.partners).await?;
    }
    let events = if chosen(Module::SideEvents) {
        bring_side_events(tx, who, side_events, plan).await?
    } else {
        BTreeMap::new()
    };
    if chosen(Module::ConsentTexts) {
        for ConsentText { kind, body, required, .. } in public.consent_texts {
            let text = NewConsentText { kind, body: Some(body), required };
            editions::set_consent_text(tx, who, text).await?;
        }
    }
    if chosen(Module::Questions) {
        for question in &questions {
            questions::create(tx, who, question.anew(&questions)).await?;
        }
    }
    if chosen(Module::Pools) {
        let pools = bring_pools(tx, who, pools).await?;
        if chosen(Module::Types) {
            let types = types.iter().filter(|way| comes(way, &plan.modules));
            bring_types(tx, who, types, (&pools, &events), plan).await?;
        }
    }
    if chosen(Module::Calls) {
        let new: Vec<Track> = parts::list(tx, Edition::of(who)).await?;
        // Each was made from one of the old, and has its slug.
        let pairs = public.tracks.into_iter().filter_map(|old| {
            let new = new.iter().find(|new| new.slug == old.slug)?.clone();
            Some((old, new))
        });
        let (who, tracks) = (Programme::from(who), pairs.collect::<Vec<_>>());
        for call in &calls {
            call.bring(tx, &who, &tracks, plan, now).await?;
        }
    }
    if chosen(Module::MailWordings) {
        bring_wordings(tx, who, &wordings).await?;
    }
    Ok(())
}

async fn bring_wordings(tx: &mut Tx, who: &Organiser, worded: &[Worded]) -> Result<(), Error> {
    let (actor, edition) = (who.actor(), who.edition());
    for (template, lang, wording) in worded {
        let first = (Some(wording), 0);
        wordings::keep(tx, actor, edition, (template, *lang), first).await?;
    }
    Ok(())
}

async fn bring_parts<P: Part>(tx: &mut Tx, who: &Organiser, all: Vec<P>) -> Result<(), Error>
where
    P::New: From<P>,
{
    for part in all {
        parts::create::<P>(tx, who, part.into()).await?;
    }
    Ok(())
}

/// The new side event of each old one.
type NewEvents = BTreeMap<Id<SideEvent>, Id<SideEvent>>;

/// Side events come as drafts: their dates only moved along, and nobody is to read them before somebody has looked.
async fn bring_side_events(
    tx: &mut Tx,
    who: &Organiser,
    events: Vec<SideEvent>,
    plan: &Plan,
) -> Result<NewEvents, Error> {
    let mut new = NewEvents::new();
    for SideEvent { id, slug, name, summary, place, city, starts_at, ends_at, .. } in events {
        let date = |field, old| plan.date(&key_of_side_event(slug.as_str(), field)).unwrap_or(old);
        let (starts_at, ends_at) = (date("starts_at", starts_at), date("ends_at", ends_at));
        if ends_at <= starts_at {
            let field = format!("dates.{}", key_of_side_event(slug.as_str(), "ends_at"));
            return Err(Error::field(&field, Reason::new("end_before_start")));
        }
        let copy = NewSideEvent { slug, name, summary, place, city, starts_at, ends_at, published: false };
        new.insert(id, parts::create::<SideEvent>(tx, who, copy).await?.id);
    }
    Ok(new)
}

/// The new pool of each old one.
async fn bring_pools(
    tx: &mut Tx,
    who: &Organiser,
    pools: Vec<Pool>,
) -> Result<BTreeMap<PoolId, PoolId>, Error> {
    let mut new = BTreeMap::new();
    for Pool { id, name, capacity, .. } in pools {
        new.insert(id, capacity::create(tx, who, NewPool { name, capacity }).await?.id);
    }
    Ok(new)
}

async fn bring_types(
    tx: &mut Tx,
    who: &Organiser,
    types: impl Iterator<Item = &RegistrationType>,
    (pools, events): (&BTreeMap<PoolId, PoolId>, &NewEvents),
    plan: &Plan,
) -> Result<(), Error> {
    for way in types {
        let (opens_at, closes_at) = window(plan, |field| key_of_type(way.slug.as_str(), field))?;
        let mut pools: Vec<PoolId> = way.pools.iter().filter_map(|old| pools.get(old).copied()).collect();
        pools.sort_unstable();
        let new = NewType {
            slug: way.slug.clone(),
            name: way.name.clone(),
            description: way.description.clone(),
            opens_at,
            closes_at,
            needs_approval: way.needs_approval,
            pending_holds: way.pending_holds,
            side_event: way.side_event.and_then(|old| events.get(&old).copied()),
            pools,
        };
        types::create(tx, who, new).await?;
    }
    Ok(())
}
