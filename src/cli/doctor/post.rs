//! Whether mail reaches anybody.

use secrecy::ExposeSecret;

use super::Finding;
use crate::{config::Config, mail::Smtp};

/// Connects to the mail server as the worker does, TLS and AUTH included, and leaves without a mail.
pub(super) async fn finding(config: &Config) -> Finding {
    let Some(url) = &config.smtp_url else { return without_server(config) };
    let smtp = match Smtp::new(url.expose_secret()) {
        Ok(smtp) => smtp,
        Err(bad) => return Finding::problem("mail", format!("PLENARY_SMTP_URL: {bad}")),
    };
    match smtp.probe().await {
        Ok(()) => {
            Finding::fine("mail", format!("the mail server lets us in; mails come from {}", config.mail_from))
        }
        Err(answer) => Finding::problem(
            "mail",
            format!(
                "the mail server does not let us in ({answer}); check PLENARY_SMTP_URL, mails wait meanwhile"
            ),
        ),
    }
}

fn without_server(config: &Config) -> Finding {
    let folder = config.mail_folder();
    if config.local_extras() {
        return Finding::fine(
            "mail",
            format!("kept as files in {} and shown on the mailbox page", folder.display()),
        );
    }
    Finding::problem(
        "mail",
        "only becomes files and reaches nobody; set PLENARY_SMTP_URL and PLENARY_MAIL_FROM",
    )
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;
    use crate::cli::doctor::finding::Level;

    async fn level(variables: &[(&str, &str)]) -> Level {
        finding(&Config::from_variables(variables.iter().copied()).unwrap()).await.level
    }

    #[tokio::test]
    async fn mail_that_reaches_nobody_is_a_problem() {
        assert_eq!(level(&[]).await, Level::Fine, "the first look keeps files");
        let remote = [("PLENARY_BIND", "0.0.0.0:80"), ("PLENARY_BASE_URL", "https://forum.example.org")];
        assert_eq!(level(&remote).await, Level::Problem);
        let nobody = [("PLENARY_SMTP_URL", "smtp://127.0.0.1:1"), ("PLENARY_MAIL_FROM", "a@example.org")];
        assert_eq!(level(&nobody).await, Level::Problem);
    }
}
