//! Who may do what, from the shell.

use std::collections::HashMap;

use clap::{
    Args,
    builder::{PossibleValuesParser, TypedValueParser},
};
use uuid::Uuid;

use super::accounts::{admin, of};
use crate::{
    accounts::{self, Grant, Manager, Role, RoleAt, StaffMember, proofs::System},
    cli::{Failure, Site},
    editions,
    error::Error,
};

/// A role of somebody.
#[derive(Args, Debug)]
pub struct Which {
    /// The address they sign in with
    pub(super) email: String,
    /// The role
    #[arg(value_parser = role())]
    pub(super) role: Role,
    /// The edition's slug, such as 2026; for every role but admin
    #[arg(long, value_name = "SLUG")]
    edition: Option<String>,
}

/// Help and errors name the roles there are.
fn role() -> impl TypedValueParser<Value = Role> {
    PossibleValuesParser::new(Role::ALL.iter().map(|role| role.as_str()))
        .try_map(|text| text.parse::<Role>().map_err(|()| Failure::Unknown(text)))
}

pub(super) async fn grant(site: &Site, which: Which) -> Result<(), Failure> {
    let account = of(site, &which.email).await?;
    let at = at(site, &which).await?;
    site.db
        .transaction(async |tx| accounts::grant(tx, Manager::Admin(&admin()), account.id, at).await)
        .await?;
    println!("{} has the role {}; a mail says so.", account.email, which.role);
    Ok(())
}

pub(super) async fn withdraw(site: &Site, which: Which) -> Result<(), Failure> {
    let account = of(site, &which.email).await?;
    let at = at(site, &which).await?;
    let held = |grant: &Grant| grant.role == at.role() && grant.edition_id == at.edition();
    site.db
        .transaction(async |tx| {
            let by = admin();
            let member = accounts::staff_member(tx, Manager::Admin(&by), account.id).await?;
            let grant = member.grants.into_iter().find(held).ok_or(Error::NotFound)?;
            accounts::withdraw(tx, Manager::Admin(&by), grant.id).await
        })
        .await?;
    println!("{} no longer has the role {}; a mail says so.", account.email, which.role);
    Ok(())
}

pub(super) async fn list(site: &Site) -> Result<(), Failure> {
    let mut conn = site.db.read().await?;
    let editions = editions::all(&mut conn, &System::shell()).await?;
    let slugs: HashMap<Uuid, String> =
        editions.into_iter().map(|edition| (edition.id.uuid(), edition.slug.to_string())).collect();
    let staff = accounts::who_has_what(&mut conn, Manager::Admin(&admin())).await?;
    for member in &staff {
        println!("{}", line(member, &slugs));
    }
    if staff.is_empty() {
        println!("There are no accounts yet; make the first with: plenary admin create EMAIL");
    }
    Ok(())
}

fn line(member: &StaffMember, slugs: &HashMap<Uuid, String>) -> String {
    let role = |grant: &Grant| match grant.edition_id.and_then(|edition| slugs.get(&edition)) {
        Some(slug) => format!("{} of {slug}", grant.role),
        None => grant.role.to_string(),
    };
    let roles: Vec<String> = member.grants.iter().map(role).collect();
    let roles = if roles.is_empty() { "no role".to_owned() } else { roles.join(", ") };
    let suspended = if member.account.suspended_at.is_some() { "  (suspended)" } else { "" };
    format!("{}  {}  {roles}{suspended}", member.account.email, member.account.name)
}

/// Where the role is held: in an edition, or, for admin, everywhere.
pub(super) async fn at(site: &Site, which: &Which) -> Result<RoleAt, Failure> {
    let edition = match &which.edition {
        Some(slug) => Some(edition(site, slug).await?),
        None => None,
    };
    let at = RoleAt::new(which.role, edition);
    Ok(at.map_err(|reason| Error::field("--edition", reason))?)
}

/// The edition of a slug, as typed.
pub(in crate::cli) async fn edition(site: &Site, slug: &str) -> Result<Uuid, Failure> {
    match editions::id_of_slug(&mut *site.db.read().await?, slug).await {
        Ok(id) => Ok(id.uuid()),
        Err(Error::NotFound) => Err(Failure::Unknown(format!("an edition {slug}"))),
        Err(error) => Err(error.into()),
    }
}
