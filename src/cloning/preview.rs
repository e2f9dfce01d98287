//! What a clone would bring, before anything is made.

use diesel_async::AsyncPgConnection;

use super::{CloneFields, Module, MovedDate, fields::Plan, source::Source};
use crate::{accounts::proofs::Admin, editions::Edition, error::Error, values::Moment};

/// A module and how much of it there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coming {
    /// The module.
    pub module: Module,
    /// How many rows, or texts, it has.
    pub count: usize,
    /// Whether it was asked for.
    pub chosen: bool,
}

/// What would come along and how the dates would move.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The edition that is cloned; its zone is the new one's too.
    pub source: Edition,
    /// Every module, chosen or not.
    pub modules: Vec<Coming>,
    /// The dates that come along with the chosen modules, the edition's own first.
    pub dates: Vec<MovedDate>,
    /// The number after the source's.
    pub number: i32,
    /// The year of the new start: the usual slug.
    pub slug: String,
}

/// Shows what `fields` would bring. Only source, modules and dates are read, so that the rest may
/// still be blank.
///
/// # Errors
/// [`Error::Invalid`]: `edition_unknown`; `module_unknown`, `module_needs`; under `dates.` as for
/// [`clone`](super::clone()).
pub async fn preview(
    conn: &mut AsyncPgConnection,
    who: &Admin,
    fields: &CloneFields,
    now: Moment,
) -> Result<Preview, Error> {
    let source = Source::load(conn, who, &fields.source).await?;
    let plan = Plan::parse(fields, &source, now)?;
    let module = |module: &Module| Coming {
        module: *module,
        count: source.count(*module),
        chosen: plan.modules.contains(module),
    };
    let edition = &source.public.edition;
    let start = plan.date("starts_at").unwrap_or(edition.starts_at);
    Ok(Preview {
        modules: Module::ALL.iter().map(module).collect(),
        number: edition.number + 1,
        slug: edition.zone.at(start).year().to_string(),
        dates: plan.dates,
        source: source.public.edition,
    })
}
