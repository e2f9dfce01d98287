//! `plenary doctor`: looks at settings and surroundings, and says in plain words what is wrong and what to do.
//!
//! It changes nothing and sends no mail. An embedded server that does not run is started for the visit.

mod database;
mod finding;
mod machine;
mod post;
mod records;
mod settings;

use std::path::Path;

use super::{Failure, Site};
use crate::{config::Config, db};
use finding::{Finding, Report};

/// Looks at everything; [`Failure::Unwell`] when there is a problem, not for mere warnings.
///
/// # Errors
/// [`Failure::Unwell`], after the findings have been printed.
pub async fn run(file: Option<&Path>) -> Result<(), Failure> {
    let mut report = Report::default();
    match Config::load(file) {
        Ok(config) => examine(config, &mut report).await,
        Err(wrong) => {
            for problem in wrong.problems {
                let about = format!("setting {}", problem.setting);
                report.add(Finding::problem(about, problem.says));
            }
        }
    }
    report.finish()
}

async fn examine(config: Config, report: &mut Report) {
    report.add_all(settings::findings(&config));
    report.add_all(machine::findings(&config));
    report.add(post::finding(&config).await);
    match Site::reach(config).await {
        Ok(site) => {
            report.add_all(database::findings(&site).await);
            if matches!(db::is_migrated(&site.db).await, Ok(true)) {
                report.add_all(records::findings(&site).await);
            }
            site.close().await;
        }
        // The secret has its own line.
        Err(Failure::WeakSecret) => {}
        Err(failure) => report.add(Finding::problem("database", failure.to_string())),
    }
}
