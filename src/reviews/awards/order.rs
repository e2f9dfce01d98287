//! A judge's order: pure.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::{
    error::{Error, Reason},
    reviews::copeland::Ballot,
    submissions::SubmissionId,
};

crate::text_enum! {
    /// One step in an order, each a button of its own.
    pub enum Step {
        /// Above what stands before it; out of a tie, just above the others.
        Up = "up",
        /// Below what stands after it; out of a tie, just below the others.
        Down = "down",
        /// Alike with what stands before it.
        Tie = "tie",
        /// In at the end.
        In = "in",
        /// Out: not seen.
        Out = "out",
    }
}

/// Those whom a judge saw, the best first, those in one place alike. No place is empty, nobody stands twice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Order(Vec<Vec<SubmissionId>>);

impl Order {
    /// Of places as they arrive; empty ones are passed over.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `order`: `choice_unknown` for what is no id, `choice_twice`.
    pub fn parse<'a>(
        places: impl IntoIterator<Item = impl IntoIterator<Item = &'a str>>,
    ) -> Result<Self, Error> {
        let refused = |code| Error::field("order", Reason::new(code));
        let (mut order, mut seen) = (Vec::new(), BTreeSet::new());
        for place in places {
            let mut alike = Vec::new();
            for raw in place {
                let id: SubmissionId = raw.parse().map_err(|_| refused("choice_unknown"))?;
                if !seen.insert(id) {
                    return Err(refused("choice_twice"));
                }
                alike.push(id);
            }
            order.push(alike);
        }
        Ok(Self(order).tidy())
    }

    /// Of lines, each with its place, in the order of places.
    pub(in crate::reviews) fn of_lines(lines: impl IntoIterator<Item = (i32, SubmissionId)>) -> Self {
        let (mut order, mut last): (Vec<Vec<SubmissionId>>, _) = (Vec::new(), None);
        for (place, id) in lines {
            match order.last_mut().filter(|_| last == Some(place)) {
                Some(alike) => alike.push(id),
                None => order.push(vec![id]),
            }
            last = Some(place);
        }
        Self(order)
    }

    /// The places, the best first.
    #[must_use]
    pub fn places(&self) -> &[Vec<SubmissionId>] {
        &self.0
    }

    /// Everybody in it, the best first.
    pub fn everybody(&self) -> impl Iterator<Item = SubmissionId> {
        self.0.iter().flatten().copied()
    }

    /// Whether nobody is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The same without those who are not among `kept`.
    #[must_use]
    pub fn within(&self, kept: &BTreeSet<SubmissionId>) -> Self {
        let own = |place: &Vec<SubmissionId>| place.iter().copied().filter(|id| kept.contains(id)).collect();
        Self(self.0.iter().map(own).collect()).tidy()
    }

    /// The same after one step of one of them; a step that leads nowhere changes nothing.
    #[must_use]
    pub fn stepped(&self, id: SubmissionId, step: Step) -> Self {
        let at = self.0.iter().position(|place| place.contains(&id));
        let mut order = self.clone();
        match (step, at) {
            (Step::In, None) => order.0.push(vec![id]),
            (Step::Out, Some(_)) => order = order.without(id),
            (Step::Up, Some(at)) if self.is_alone(at) && at > 0 => order.0.swap(at - 1, at),
            (Step::Down, Some(at)) if self.is_alone(at) && at + 1 < self.0.len() => order.0.swap(at, at + 1),
            (Step::Up | Step::Down, Some(at)) if !self.is_alone(at) => {
                order = order.without(id);
                order.0.insert(if step == Step::Up { at } else { at + 1 }, vec![id]);
            }
            (Step::Tie, Some(at)) if at > 0 => {
                for place in &mut order.0 {
                    place.retain(|other| *other != id);
                }
                if let Some(before) = order.0.get_mut(at - 1) {
                    before.push(id);
                }
                order = order.tidy();
            }
            _ => {}
        }
        order
    }

    /// As the aggregation takes it.
    #[must_use]
    pub fn ballot(&self) -> Ballot<SubmissionId> {
        self.0.iter().map(|place| place.iter().copied().collect()).collect()
    }

    fn is_alone(&self, at: usize) -> bool {
        self.0.get(at).is_some_and(|place| place.len() == 1)
    }

    fn without(mut self, id: SubmissionId) -> Self {
        for place in &mut self.0 {
            place.retain(|other| *other != id);
        }
        self.tidy()
    }

    fn tidy(mut self) -> Self {
        self.0.retain(|place| !place.is_empty());
        self
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn id(number: u8) -> SubmissionId {
        Uuid::from_u128(number.into()).into()
    }

    fn order(places: &[&[u8]]) -> Order {
        Order(places.iter().map(|place| place.iter().copied().map(id).collect()).collect())
    }

    #[test]
    fn one_step_leads_over_a_tie_and_out_of_it() {
        let (tied, last) = (order(&[&[1, 2], &[3]]), id(3));
        assert_eq!(tied.stepped(last, Step::Up), order(&[&[3], &[1, 2]]));
        assert_eq!(tied.stepped(last, Step::Tie), order(&[&[1, 2, 3]]));
        assert_eq!(tied.stepped(id(1), Step::Up), order(&[&[1], &[2], &[3]]));
        assert_eq!(tied.stepped(id(1), Step::Down), order(&[&[2], &[1], &[3]]));
        assert_eq!(tied.stepped(id(4), Step::In), order(&[&[1, 2], &[3], &[4]]));
        assert_eq!(tied.stepped(last, Step::Out), order(&[&[1, 2]]));
        for nowhere in [(id(1), Step::Tie), (last, Step::Down), (last, Step::In), (id(9), Step::Up)] {
            assert_eq!(tied.stepped(nowhere.0, nowhere.1), tied);
        }
    }

    #[test]
    fn nobody_stands_twice_and_no_place_is_empty() {
        let (one, other) = (id(1).to_string(), id(2).to_string());
        let parsed = Order::parse([vec![one.as_str()], vec![], vec![&other]]).unwrap();
        assert_eq!(parsed, order(&[&[1], &[2]]));
        assert!(Order::parse([vec![one.as_str()], vec![&one]]).is_err());
        assert!(Order::parse([["1"]]).is_err());
    }

    fn orders() -> impl Strategy<Value = Order> {
        prop::collection::btree_map(0..7_u8, 0..7_i32, 0..7).prop_map(|marks| {
            let mut lines: Vec<(i32, SubmissionId)> =
                marks.into_iter().map(|(who, place)| (place, id(who))).collect();
            lines.sort();
            Order::of_lines(lines)
        })
    }

    proptest! {
        #[test]
        fn no_step_loses_or_doubles_anybody(before in orders(), who in 0..7_u8, step in 0..3_usize) {
            let step = [Step::Up, Step::Down, Step::Tie][step];
            let after = before.stepped(id(who), step);
            let all = |order: &Order| {
                let mut all: Vec<SubmissionId> = order.everybody().collect();
                all.sort();
                all
            };
            prop_assert_eq!(all(&before), all(&after));
            prop_assert!(after.places().iter().all(|place| !place.is_empty()));
        }

        #[test]
        fn down_undoes_up_of_one_alone(before in orders()) {
            for place in before.places().iter().skip(1) {
                if let [alone] = place.as_slice() {
                    prop_assert_eq!(&before.stepped(*alone, Step::Up).stepped(*alone, Step::Down), &before);
                }
            }
        }

        #[test]
        fn who_is_out_is_in_no_place_and_comes_in_last(before in orders(), who in 0..7_u8) {
            let who = id(who);
            let out = before.stepped(who, Step::Out);
            prop_assert!(!out.everybody().any(|one| one == who));
            prop_assert_eq!(out.stepped(who, Step::In).everybody().last(), Some(who));
        }
    }
}
