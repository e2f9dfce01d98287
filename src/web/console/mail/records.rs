//! The records that mail needs, and what others see of them.

use actix_web::{HttpResponse, http::StatusCode, web};
use askama::Template;

use crate::{
    error::Error,
    http::{App, AsAdmin, Ui, page},
    mail::{
        dkim::DkimState,
        dns::{Checked, Facts, Purpose, Resolver, Verdict, Wanted},
    },
    outbox::deliverability,
    values::Moment,
    web::console::frame::{Console, SiteRoom},
};

struct Row {
    /// Its place on the page, for its heading.
    number: usize,
    title: String,
    /// `right`, `wrong` or `unknown`.
    state: &'static str,
    says: String,
    /// What Plenary does with the key that it publishes.
    of_key: Option<String>,
    /// Why nobody answered, as the machine says it.
    why: Option<String>,
    name: String,
    kind: &'static str,
    value: String,
    /// What is there.
    seen: Vec<String>,
    /// What one should know before publishing it.
    hint: Option<String>,
}

#[derive(Template)]
#[template(path = "console/mail/records.html")]
struct RecordsPage {
    ui: Ui,
    console: Console,
    /// The domain that mails come from; none where no mail leaves this machine.
    domain: Option<String>,
    /// Whether a pair of keys signs.
    signs: bool,
    /// The pair that waits to.
    waiting: Option<String>,
    rows: Vec<Row>,
}

/// `GET /console/site/mails/records`: asks a name server, for no longer than [`PATIENCE`](crate::mail::dns::PATIENCE).
pub(in crate::web) async fn show(app: web::Data<App>, admin: AsAdmin) -> Result<HttpResponse, Error> {
    let ui = admin.signed.ui();
    let mut shown = RecordsPage {
        console: Console::of_site(&admin.signed, SiteRoom::Mail),
        domain: None,
        signs: false,
        waiting: None,
        rows: Vec::new(),
        ui,
    };
    if let Some(facts) = Facts::of(&app.config)? {
        let mut conn = app.db.read().await?;
        let pairs = deliverability::pairs(&mut conn, &admin.proof, &facts.domain).await?;
        let wanted = deliverability::wanted(&mut conn, &admin.proof, &facts, Moment::now()).await?;
        // The connection is for others while we wait.
        drop(conn);
        let checked =
            deliverability::check(&admin.proof, &Resolver::new(app.config.dns_server)?, wanted).await;
        shown.rows = checked.into_iter().enumerate().map(|(at, one)| row(at, one, &shown.ui)).collect();
        shown.signs = pairs.iter().any(|pair| pair.state == DkimState::Signing);
        shown.waiting = pairs.into_iter().find(|pair| pair.state == DkimState::Made).map(|pair| pair.name);
        shown.domain = Some(facts.domain);
    }
    page(StatusCode::OK, &shown)
}

fn row(number: usize, checked: Checked, ui: &Ui) -> Row {
    let wanted = checked.wanted;
    let (of_key, hint) = match wanted.purpose {
        Purpose::Dkim { state, .. } => (Some(ui.t(&format!("records-key-{state}"))), None),
        Purpose::Spf => (None, Some(ui.t("records-spf-hint"))),
        Purpose::Dmarc => (None, Some(ui.t("records-dmarc-hint"))),
        Purpose::ReturnPath => (None, Some(ui.t("records-return-path-hint"))),
    };
    Row {
        number,
        title: title(&wanted, ui),
        state: match checked.verdict {
            Verdict::Right => "right",
            Verdict::Missing | Verdict::Differs(_) => "wrong",
            Verdict::Unknown(_) => "unknown",
        },
        says: ui.t(checked.verdict.key()),
        of_key,
        hint: hint.filter(|_| checked.verdict != Verdict::Right),
        why: match checked.verdict {
            Verdict::Unknown(why) => Some(why),
            _ => None,
        },
        name: wanted.name,
        kind: wanted.kind,
        value: wanted.value,
        seen: checked.seen,
    }
}

/// What a record is for; of keys there may be several, so theirs say which.
fn title(wanted: &Wanted, ui: &Ui) -> String {
    let purpose = ui.t(wanted.purpose.key());
    match (wanted.purpose, wanted.name.split_once('.')) {
        (Purpose::Dkim { .. }, Some((selector, _))) => format!("{purpose} · {selector}"),
        _ => purpose,
    }
}
