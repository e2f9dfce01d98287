//! When she can come: reading and filling the rows of times.

use actix_web::{HttpResponse, web};

use super::{
    back,
    home::{Forms, draw},
};
use crate::{
    error::Error,
    http::{App, Form, FormData, holder::HeldForm},
    speakers::{self, AvailabilityFields, Presenter, Span},
    values::{Lang, Zone, text, time},
    web::console::stored::Stored,
};

/// Rows that are offered beyond those that are filled.
const SPARE: usize = 2;

/// The rows that were sent, without those left blank.
fn fields(typed: &FormData) -> AvailabilityFields {
    let ends = typed.all("to").chain(std::iter::repeat(""));
    let rows = typed.all("from").zip(ends).map(|(from, to)| [from.to_owned(), to.to_owned()]);
    let filled = rows.filter(|[from, to]| !(text::is_blank(from) && text::is_blank(to)));
    AvailabilityFields { spans: filled.collect() }
}

/// The pairs of `spans`, so that each row's inputs find their own.
fn pairs(fields: &AvailabilityFields) -> FormData {
    let rows = fields.spans.iter().enumerate();
    let stored = rows.fold(Stored::default(), |stored, (row, [from, to])| {
        stored.with(format!("spans.{row}.from"), from).with(format!("spans.{row}.to"), to)
    });
    stored.data()
}

/// The times that are stored, on the wall clock of `zone`.
pub(super) fn stored(spans: &[Span], zone: &Zone) -> Form {
    let local = |span: &Span| [span.starts_at, span.ends_at].map(|at| time::local_input(at, zone));
    Form::filled(pairs(&AvailabilityFields { spans: spans.iter().map(local).collect() }))
}

/// The rows to show: those that are filled, and some more.
pub(super) fn rows(form: &Form) -> Vec<usize> {
    let filled =
        |row: &usize| ["from", "to"].iter().any(|end| !form.value(&format!("spans.{row}.{end}")).is_empty());
    (0..(0..).take_while(filled).count() + SPARE).collect()
}

/// `POST /{lang}/{edition}/speaker/times`
pub(in crate::web) async fn set(
    app: web::Data<App>,
    at: web::Path<(Lang, String)>,
    sent: HeldForm<Presenter>,
) -> Result<HttpResponse, Error> {
    let HeldForm { held, typed } = sent;
    let edition = held.edition(&app, &at.1).await?;
    let fields = fields(&typed);
    let outcome = async {
        let spans = fields.parse(&edition.zone)?;
        app.db.transaction(async |tx| speakers::set_own_availability(tx, &held.proof, &spans).await).await
    };
    match outcome.await {
        Ok(()) => Ok(back(&edition, at.0, "times")),
        Err(error) => {
            let (form, status) = Form::after(pairs(&fields), error, at.0)?;
            draw(&app, &held, &at.1, Forms { times: Some(form), ..Forms::default() }, status).await
        }
    }
}
