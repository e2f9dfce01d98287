//! What a first start shows whoever typed the command: the sample, where to look, and a way in.
//!
//! Only where nobody else can be meant (see [`Config::local_extras`](crate::config::Config::local_extras)).

use std::io::{self, Write};

use crate::{
    accounts::{
        self, LINK_MINUTES, Manager,
        proofs::{Admin, System},
    },
    cli::Site,
    db::Tx,
    error::Error,
    sample,
    values::{Email, Moment},
};

/// Loads the sample if the database is empty; answers the secret part of a sign-in link for its organiser, if she
/// is there and may sign in.
pub(super) async fn sign_in(site: &Site) -> Result<Option<String>, Error> {
    let (duty, keys) = (System::duty(), &site.keys);
    site.db
        .transaction(async |tx: &mut Tx| {
            let admin = Admin::of_system(&duty);
            if accounts::who_has_what(tx, Manager::Admin(&admin)).await?.is_empty() {
                sample::load(tx, &duty, keys, Moment::now()).await?;
            }
            let address = Email::parse(sample::ORGANISER).map_err(|reason| Error::field("email", reason))?;
            match accounts::by_email(tx, &admin, &address).await? {
                Some(organiser) if organiser.suspended_at.is_none() => {
                    accounts::one_time_link(tx, &duty, keys, organiser.id).await.map(Some)
                }
                _ => Ok(None),
            }
        })
        .await
}

/// Says where to look, on standard output.
pub(super) fn welcome(site: &Site, link: Option<&str>) -> io::Result<()> {
    let (mut out, base) = (io::stdout().lock(), &site.config.base_url);
    if let Some(token) = link {
        writeln!(out, "Sign in as {} within {LINK_MINUTES} minutes, once:", sample::ORGANISER)?;
        writeln!(out, "  {base}in/{token}")?;
        writeln!(out, "Mails are kept in {}", site.config.mail_folder().display())?;
    }
    writeln!(out, "Plenary is open at {base}")?;
    out.flush()
}
