//! Reviews as inputs, all in one form, each behind its submission's id: `ID.points.CRITERION`, `ID.eligible`, `ID.abstains`,
//! `ID.comment`, `ID.shareable`.

use super::super::stored::Stored;
use crate::{
    http::FormData,
    reviews::{Item, ReviewFields},
    submissions::SubmissionId,
};

/// What the form sent about each submission that it names in `ids`, but for those in `without`.
pub(super) fn typed(form: &FormData, without: &str) -> Vec<(SubmissionId, ReviewFields)> {
    let named = form.all("ids").filter(|id| *id != without);
    named.filter_map(|id| Some((id.parse().ok()?, review(form, id)))).collect()
}

fn review(form: &FormData, id: &str) -> ReviewFields {
    let one = |name: &str| form.one(&format!("{id}.{name}"));
    let points = form.pairs().filter_map(|(input, value)| {
        let criterion = input.strip_prefix(id)?.strip_prefix(".points.")?;
        Some((criterion.to_owned(), value.into()))
    });
    ReviewFields {
        abstains: form.ticked(&format!("{id}.abstains")),
        eligible: one("eligible").to_owned(),
        comment: one("comment").to_owned(),
        shareable: form.ticked(&format!("{id}.shareable")),
        points: points.collect(),
    }
}

/// What she said so far, as the form sends it.
pub(super) fn stored(items: &[Item]) -> Stored {
    let said = items.iter().filter_map(|item| Some((item.submission.id, item.said.as_ref()?)));
    said.fold(Stored::default(), |stored, (id, said)| {
        let eligible = said.eligible.map(|eligible| if eligible { "yes" } else { "no" });
        let stored = stored
            .ticked(&format!("{id}.abstains"), said.abstains)
            .maybe(&format!("{id}.eligible"), eligible)
            .maybe(&format!("{id}.comment"), said.comment.as_ref())
            .ticked(&format!("{id}.shareable"), said.shareable);
        let points = said.points.iter();
        points.fold(stored, |stored, (criterion, points)| {
            stored.with(format!("{id}.points.{criterion}"), points)
        })
    })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn each_review_is_read_behind_its_own_id() {
        let [one, other] = [SubmissionId::fresh(), SubmissionId::fresh()];
        let pairs = [
            ("ids".to_owned(), one.to_string()),
            ("ids".to_owned(), other.to_string()),
            (format!("{one}.points.novelty"), "4".to_owned()),
            (format!("{one}.comment"), "Good".to_owned()),
            (format!("{other}.abstains"), "yes".to_owned()),
        ];
        let form: FormData = pairs.into_iter().collect();
        let [(_, first), (_, second)] = typed(&form, "").try_into().unwrap();
        assert_eq!((first.points.get("novelty"), first.comment.as_str()), (Some(&"4".into()), "Good"));
        assert!(!first.abstains && second.abstains && second.points.is_empty());
        assert_eq!(typed(&form, &one.to_string()).len(), 1);
    }
}
