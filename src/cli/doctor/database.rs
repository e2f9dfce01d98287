//! What the database tells: the server, the schema, the clocks, the audit trail.

use std::time::Duration;

use super::Finding;
use crate::{
    audit::{self, Verification},
    cli::Site,
    db::{
        self,
        health::{Health, OLDEST_VERSION, health},
    },
    error::Error,
    registrations::{self, Discrepancy},
};

/// Deadlines are judged by the database's clock; a node this far off shows people wrong times.
const SKEW: Duration = Duration::from_secs(2);

pub(super) async fn findings(site: &Site) -> Vec<Finding> {
    let health = match health(&site.db).await {
        Ok(health) => health,
        Err(error) => {
            let says = format!("does not answer: {error}; check DATABASE_URL, and that the server runs");
            return vec![Finding::problem("database", says)];
        }
    };
    let mut found = vec![server(&health), role(&health), connections(site, &health), clock(&health)];
    if !health.durable {
        let says = "does not wait for the disk, so a crash loses what was promised; set fsync and synchronous_commit on";
        found.push(Finding::problem("durability", says));
    }
    let migrated = db::is_migrated(&site.db).await;
    let ready = matches!(migrated, Ok(true));
    found.push(schema(migrated));
    if ready {
        found.push(trail(verified(site).await));
        found.push(places(miscounted(site).await));
    }
    found
}

fn server(health: &Health) -> Finding {
    let says = format!("PostgreSQL {} answers in {} ms", health.version, health.took.as_millis());
    if health.major < OLDEST_VERSION {
        return Finding::problem("database", format!("{says}, but is too old; {OLDEST_VERSION} is needed"));
    }
    Finding::fine("database", says)
}

fn role(health: &Health) -> Finding {
    if health.superuser {
        return Finding::warning(
            "role",
            "is a superuser; give Plenary a role that only owns its own database",
        );
    }
    Finding::fine("role", "owns what it needs and is no superuser")
}

fn connections(site: &Site, health: &Health) -> Finding {
    let (pool, all) = (site.config.database_connections, health.max_connections);
    let says = format!("a node uses up to {pool} of {all}");
    if i64::from(pool) + 5 > i64::from(all) {
        let advice = "lower PLENARY_DATABASE_CONNECTIONS or raise max_connections";
        return Finding::problem("connections", format!("{says}; {advice}"));
    }
    Finding::fine("connections", says)
}

fn clock(health: &Health) -> Finding {
    let off = health.clock_skew;
    if off > SKEW {
        let says = format!(
            "this machine's and the database's are {} s apart; synchronise both (NTP)",
            off.as_secs()
        );
        return Finding::warning("clocks", says);
    }
    Finding::fine("clocks", "this machine's and the database's agree")
}

fn schema(migrated: Result<bool, Error>) -> Finding {
    match migrated {
        Ok(true) => Finding::fine("schema", "is this program's"),
        Ok(false) => {
            Finding::warning("schema", "is older than this program; run plenary migrate, or just serve")
        }
        Err(error) => Finding::problem("schema", format!("cannot be read: {error}")),
    }
}

async fn verified(site: &Site) -> Result<Verification, Error> {
    audit::verify(&mut site.db.read().await?, &site.keys).await
}

fn trail(verified: Result<Verification, Error>) -> Finding {
    let found = match verified {
        Ok(found) => found,
        Err(error) => return Finding::problem("audit trail", format!("cannot be read: {error}")),
    };
    if !found.broken.is_empty() || !found.altered.is_empty() {
        let says = format!(
            "broken seals: {}, altered entries: {}; somebody changed the trail, or PLENARY_OLD_SECRETS lacks a secret; \
             see plenary admin verify",
            found.broken.len(),
            found.altered.len()
        );
        return Finding::problem("audit trail", says);
    }
    let head = found.head.as_deref().unwrap_or("none yet");
    Finding::fine(
        "audit trail",
        format!("{} entries under {} seals hold; head {head}", found.entries, found.seals),
    )
}

async fn miscounted(site: &Site) -> Result<Vec<Discrepancy>, Error> {
    registrations::reconcile(&mut *site.db.read().await?).await
}

fn places(miscounted: Result<Vec<Discrepancy>, Error>) -> Finding {
    match miscounted.as_deref() {
        Ok([]) => {
            Finding::fine("places", "every pool counts exactly the registrations that hold a place in it")
        }
        Ok(wrong) => {
            let pools: Vec<String> = wrong
                .iter()
                .map(|pool| format!("{} says {}, {} hold", pool.pool, pool.taken, pool.held))
                .collect();
            let says = format!("pools miscount: {}; somebody changed tables by hand", pools.join("; "));
            Finding::problem("places", says)
        }
        Err(error) => Finding::problem("places", format!("cannot be counted: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::doctor::finding::Level;

    fn healthy() -> Health {
        Health {
            version: "15.20".to_owned(),
            major: 15,
            durable: true,
            superuser: false,
            max_connections: 100,
            clock_skew: Duration::ZERO,
            took: Duration::from_millis(1),
        }
    }

    #[test]
    fn old_servers_and_wrong_clocks_are_found() {
        assert_eq!(server(&healthy()).level, Level::Fine);
        assert_eq!(server(&Health { major: 14, ..healthy() }).level, Level::Problem);
        assert_eq!(clock(&Health { clock_skew: Duration::from_secs(3), ..healthy() }).level, Level::Warning);
        assert_eq!(role(&Health { superuser: true, ..healthy() }).level, Level::Warning);
    }

    #[test]
    fn a_changed_trail_is_a_problem() {
        assert_eq!(trail(Ok(Verification::default())).level, Level::Fine);
        assert_eq!(trail(Ok(Verification { broken: vec![3], ..Default::default() })).level, Level::Problem);
        let altered = Verification { altered: vec![uuid::Uuid::nil()], ..Default::default() };
        assert_eq!(trail(Ok(altered)).level, Level::Problem);
    }
}
