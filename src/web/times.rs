//! The form of the times at which a speaker can come: reading and filling its rows.

use super::console::stored::Stored;
use crate::{
    http::{Form, FormData},
    speakers::{AvailabilityFields, Span},
    values::{Zone, text, time},
};

/// Rows that are offered beyond those that are filled.
const SPARE: usize = 2;

/// The rows that were sent, without those left blank.
pub(super) fn fields(typed: &FormData) -> AvailabilityFields {
    let ends = typed.all("to").chain(std::iter::repeat(""));
    let rows = typed.all("from").zip(ends).map(|(from, to)| [from.to_owned(), to.to_owned()]);
    let filled = rows.filter(|[from, to]| !(text::is_blank(from) && text::is_blank(to)));
    AvailabilityFields { spans: filled.collect() }
}

/// The pairs of `spans`, so that each row's inputs find their own.
pub(super) fn pairs(fields: &AvailabilityFields) -> FormData {
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
