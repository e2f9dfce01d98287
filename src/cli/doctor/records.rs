//! Whether others may believe the mails of the sender's domain.

use super::Finding;
use crate::{
    cli::{Site, admin},
    error::Error,
    i18n,
    mail::{
        dkim::{DkimPair, DkimState},
        dns::{Checked, Facts, Purpose, Resolver, Verdict},
    },
    outbox::deliverability,
    values::{Lang, Moment},
};

/// Asks a name server for every record that mail needs; nothing where no mail leaves this machine.
pub(super) async fn findings(site: &Site) -> Vec<Finding> {
    match look(site).await {
        Ok(found) => found,
        Err(error) => vec![Finding::problem("mail records", format!("cannot be looked at: {error}"))],
    }
}

async fn look(site: &Site) -> Result<Vec<Finding>, Error> {
    let Some(facts) = Facts::of(&site.config)? else { return Ok(Vec::new()) };
    let mut conn = site.db.read().await?;
    let pairs = deliverability::pairs(&mut conn, &admin::shell(), &facts.domain).await?;
    let wanted = deliverability::wanted(&mut conn, &admin::shell(), &facts, Moment::now()).await?;
    drop(conn);
    let resolver = Resolver::new(site.config.dns_server)?;
    let checked = deliverability::check(&admin::shell(), &resolver, wanted).await;
    Ok(signing(&facts, &pairs).into_iter().chain(checked.iter().map(record)).collect())
}

/// What there is to say where no pair signs.
fn signing(facts: &Facts, pairs: &[DkimPair]) -> Option<Finding> {
    let any = |state: DkimState| pairs.iter().find(|pair| pair.state == state);
    if any(DkimState::Signing).is_some() {
        return None;
    }
    let next = match any(DkimState::Made) {
        Some(pair) => format!("publish the records of {0}, then: plenary admin dkim switch {0}", pair.name),
        None => "make keys with: plenary admin dkim make".to_owned(),
    };
    Some(Finding::warning("DKIM", format!("mails from {} are not signed; {next}", facts.domain)))
}

fn record(checked: &Checked) -> Finding {
    let wanted = &checked.wanted;
    let about = i18n::text(Lang::En, wanted.purpose.key());
    let seen = checked.seen.join(" | ");
    let sentence = i18n::text(Lang::En, checked.verdict.key());
    let signs = matches!(wanted.purpose, Purpose::Dkim { state: DkimState::Signing, .. });
    match &checked.verdict {
        Verdict::Right => Finding::fine(about, format!("{} at {}: {seen}", wanted.kind, wanted.name)),
        Verdict::Unknown(why) => Finding::warning(about, format!("{}: {sentence} ({why})", wanted.name)),
        Verdict::Missing | Verdict::Differs(_) => {
            let there = if seen.is_empty() { String::new() } else { format!(" It says: {seen}.") };
            let says = format!("{}: {sentence}{there} Publish: {}", wanted.name, wanted.zone_line());
            if signs { Finding::problem(about, says) } else { Finding::warning(about, says) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cli::doctor::finding::Level, mail::dkim::Algorithm, mail::dns::Wanted};

    fn level(state: DkimState, verdict: Verdict) -> Level {
        let purpose = Purpose::Dkim { algorithm: Algorithm::Rsa, state };
        let wanted = Wanted {
            purpose,
            name: "p1-rsa._domainkey.example.org".into(),
            kind: "TXT",
            value: "v=DKIM1".into(),
        };
        record(&Checked { wanted, seen: Vec::new(), verdict }).level
    }

    #[test]
    fn mail_that_is_signed_with_a_key_that_nobody_sees_is_a_problem() {
        assert_eq!(level(DkimState::Signing, Verdict::Missing), Level::Problem);
        assert_eq!(level(DkimState::Signing, Verdict::Right), Level::Fine);
        assert_eq!(level(DkimState::Signing, Verdict::Unknown("timeout".to_owned())), Level::Warning);
        assert_eq!(level(DkimState::Made, Verdict::Missing), Level::Warning);
    }
}
