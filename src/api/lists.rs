//! Lists as the API answers them: whole ones, and pages.

use std::{fmt::Display, str::FromStr};

use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::error::{Error, Reason};

/// How long a page is where nothing else was asked for, and at most.
const USUAL: u16 = 50;
const MOST: u16 = 200;

/// A whole list, in its own order.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct All<T> {
    /// Its members.
    pub(super) items: Vec<T>,
}

impl<T> All<T> {
    /// The list of `rows`, each as the API shows it.
    pub(super) fn of<R: Into<T>>(rows: impl IntoIterator<Item = R>) -> Self {
        Self { items: rows.into_iter().map(Into::into).collect() }
    }
}

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Page<T> {
    /// Its members.
    pub(super) items: Vec<T>,
    /// Send it as `cursor` for the page after this one; null on the last.
    pub(super) next: Option<String>,
}

impl<T> Page<T> {
    /// The first `limit` of `rows`, of which one more than that was read if there is one.
    pub(super) fn cut<R: Into<T>, K: Display>(mut rows: Vec<R>, limit: usize, key: impl Fn(&R) -> K) -> Self {
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = rows.last().filter(|_| more).map(|last| cursor(key(last)));
        Self { items: rows.into_iter().map(Into::into).collect(), next }
    }
}

/// Which page of a list, as it was asked for.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct PageQuery {
    /// The `next` of the page before; leave it out for the first.
    pub(super) cursor: Option<String>,
    /// How many at most; 50 where it is left out.
    #[param(minimum = 1, maximum = 200)]
    pub(super) limit: Option<u16>,
}

impl PageQuery {
    /// Where the page before ended.
    ///
    /// # Errors
    /// `cursor_invalid` on `cursor`.
    pub(super) fn after<K: FromStr>(&self) -> Result<Option<K>, Error> {
        let read = |cursor: &String| {
            let bytes = BASE64URL_NOPAD.decode(cursor.as_bytes()).ok()?;
            // PostgreSQL's texts hold no zero byte, so that no place of ours has one.
            String::from_utf8(bytes).ok().filter(|key| !key.contains('\0'))?.parse().ok()
        };
        let read = |cursor| read(cursor).ok_or_else(|| Error::field("cursor", Reason::new("cursor_invalid")));
        self.cursor.as_ref().map(read).transpose()
    }

    /// How many to show.
    ///
    /// # Errors
    /// `number_out_of_range` on `limit`.
    pub(super) fn limit(&self) -> Result<usize, Error> {
        let limit = self.limit.unwrap_or(USUAL);
        if (1..=MOST).contains(&limit) {
            return Ok(limit.into());
        }
        let reason = Reason::new("number_out_of_range").with("min", 1).with("max", MOST);
        Err(Error::field("limit", reason))
    }
}

/// A place in a list, which nobody but us needs to understand.
pub(super) fn cursor(key: impl Display) -> String {
    BASE64URL_NOPAD.encode(key.to_string().as_bytes())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_page_tells_whether_another_follows() {
        let page = |count: i32, limit| Page::<i32>::cut((0..count).collect(), limit, |row| *row);
        assert_eq!(page(2, 2).next, None);
        let cut = page(3, 2);
        assert_eq!((cut.items, cut.next), (vec![0, 1], Some(cursor(1))));
    }

    #[test]
    fn a_limit_outside_its_range_is_refused_and_not_bent() {
        let limit = |limit| PageQuery { limit: Some(limit), cursor: None }.limit();
        assert!(limit(0).is_err() && limit(201).is_err());
        assert_eq!(limit(200).unwrap(), 200);
        assert_eq!(PageQuery::default().limit().unwrap(), 50);
    }

    #[test]
    fn a_zero_byte_names_no_place() {
        let query = PageQuery { cursor: Some(cursor("ada\0@example.org")), limit: None };
        assert!(query.after::<String>().is_err());
    }

    proptest! {
        #[test]
        fn a_cursor_reads_back(key: i64) {
            let query = PageQuery { cursor: Some(cursor(key)), limit: None };
            prop_assert_eq!(query.after::<i64>().unwrap(), Some(key));
        }

        #[test]
        fn a_cursor_of_somebody_elses_is_refused(text in "\\PC{1,12}") {
            let query = PageQuery { cursor: Some(text.clone()), limit: None };
            let ours = query.after::<i64>().is_ok_and(|key| key.is_some_and(|key| cursor(key) == text));
            prop_assert!(ours || query.after::<i64>().is_err());
        }
    }
}
