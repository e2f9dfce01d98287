//! A side event's own small registration: one way to attend, and the places it has.

use super::{NewType, RegistrationType, create, types};
use crate::{
    accounts::proofs::Organiser,
    capacity::{self, NewPool, PoolFields},
    db::Tx,
    editions::{Edition, SideEvent, parts},
    error::{Error, FieldErrors, Reason},
    values::{Id, LocalisedFields, NumberField, Slug},
};

/// Opens registration for a side event with so many places: a pool and a type of its own, both called as it is. Everything
/// about them can be changed afterwards.
///
/// # Errors
/// [`Error::Invalid`] on `capacity`, as for a pool; [`Error::NotFound`] outside the proof's edition.
pub async fn open_for(
    tx: &mut Tx,
    who: &Organiser,
    id: Id<SideEvent>,
    capacity: &NumberField,
) -> Result<RegistrationType, Error> {
    let all: Vec<SideEvent> = parts::list(tx, Edition::of(who)).await?;
    let event = all.into_iter().find(|event| event.id == id).ok_or(Error::NotFound)?;
    let fields = PoolFields { name: LocalisedFields::from(&event.name), capacity: capacity.clone() };
    let pool = capacity::create(tx, who, NewPool::try_from(&fields)?).await?;
    let taken = types(tx, Edition::of(who)).await?;
    let slug = free_slug(&event.slug, &taken.iter().map(|way| &way.slug).collect::<Vec<_>>())?;
    let new = NewType {
        slug,
        name: event.name,
        description: None,
        opens_at: None,
        closes_at: None,
        needs_approval: false,
        pending_holds: true,
        side_event: Some(id),
        pools: vec![pool.id],
    };
    create(tx, who, new).await
}

/// The side event's short name, or the first with a number behind it that no type has yet.
fn free_slug(slug: &Slug, taken: &[&Slug]) -> Result<Slug, FieldErrors> {
    let numbered = (2..=taken.len() + 1).map(|number| Slug::parse(&format!("{slug}-{number}")).ok());
    let candidates = std::iter::once(Some(slug.clone())).chain(numbered).flatten();
    let free = candidates.into_iter().find(|candidate| !taken.contains(&candidate));
    free.ok_or_else(|| FieldErrors::one("capacity", Reason::new("slug_taken")))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn a_type_is_called_as_its_side_event_where_that_is_free() {
        let slug = |text: &str| Slug::parse(text).unwrap();
        let (own, second, third) = (slug("road-show"), slug("road-show-2"), slug("road-show-3"));
        assert_eq!(free_slug(&own, &[]).unwrap(), own);
        assert_eq!(free_slug(&own, &[&own]).unwrap(), second);
        assert_eq!(free_slug(&own, &[&second, &own]).unwrap(), third);
    }
}
