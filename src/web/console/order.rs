//! Rows in an order of the organiser's: each moves one place up or down by a button of its own.

use crate::{
    error::{Error, Reason},
    http::FormData,
    values::Id,
};

/// Where a row stands, for its two buttons.
pub(crate) struct Standing {
    pub(crate) id: String,
    pub(crate) first: bool,
    pub(crate) last: bool,
}

impl Standing {
    /// The row `id` at `index` of `count`.
    pub(crate) fn of<K>(id: Id<K>, index: usize, count: usize) -> Self {
        Self { id: id.to_string(), first: index == 0, last: index + 1 == count }
    }
}

/// The whole order after the button in `typed` was pressed: inputs `id`, and `move` with `up` or `down`.
///
/// # Errors
/// [`Error::Invalid`] `choice_unknown` when the row is gone, or for a button that we did not draw.
pub(crate) fn moved<K>(typed: &FormData, rows: &[Id<K>]) -> Result<Vec<Id<K>>, Error> {
    let unknown = |field| Error::field(field, Reason::new("choice_unknown"));
    let from = rows.iter().position(|row| row.to_string() == typed.one("id")).ok_or_else(|| unknown("id"))?;
    let to = match typed.one("move") {
        "up" => from.saturating_sub(1),
        "down" => (from + 1).min(rows.len() - 1),
        _ => return Err(unknown("move")),
    };
    let mut order = rows.to_vec();
    order.swap(from, to);
    Ok(order)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    type Row = Id<()>;

    fn pressed(id: Row, button: &str) -> FormData {
        [("id".to_owned(), id.to_string()), ("move".to_owned(), button.to_owned())].into_iter().collect()
    }

    #[test]
    fn what_stands_at_an_end_stays_there() {
        let rows: Vec<Row> = vec![Id::fresh(), Id::fresh()];
        assert_eq!(moved(&pressed(rows[0], "up"), &rows).unwrap(), rows);
        assert_eq!(moved(&pressed(rows[1], "down"), &rows).unwrap(), rows);
    }

    #[test]
    fn what_is_gone_or_no_direction_is_refused() {
        let rows: Vec<Row> = vec![Id::fresh()];
        assert!(matches!(moved(&pressed(Id::fresh(), "up"), &rows), Err(Error::Invalid(_))));
        assert!(matches!(moved(&pressed(rows[0], "sideways"), &rows), Err(Error::Invalid(_))));
    }

    proptest! {
        #[test]
        fn up_undoes_down(count in 2_usize..9, from in 0_usize..8) {
            let rows: Vec<Row> = (0..count).map(|_| Id::fresh()).collect();
            let id = rows[from % (count - 1)];
            let lower = moved(&pressed(id, "down"), &rows).unwrap();
            prop_assert_ne!(&lower, &rows);
            prop_assert_eq!(moved(&pressed(id, "up"), &lower).unwrap(), rows);
        }
    }
}
