//! One ranking out of many, for awards: each judge orders those she saw, with ties where she can't decide.
//!
//! A. H. Copeland, "A reasonable social welfare function", 1951; D. Saari and V. Merlin, "The Copeland method",
//! Economic Theory 8, 1996. Of two, the one that more judges who saw both prefer wins: 1 point, ½ each when as many
//! prefer either. Who was compared with few would have few points, so that points are divided by the pairs they come
//! from; a pair that no judge saw both of counts for neither.

use std::collections::{BTreeMap, BTreeSet};

/// What a judge thinks: the best first, those in one set alike. Who is in none, she did not see.
pub type Ballot<S> = Vec<BTreeSet<S>>;

/// What the ballots come to for one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placing<S> {
    /// For whom.
    pub of: S,
    /// From 1 on; equal shares have equal places.
    pub place: usize,
    /// Points for each pair that was compared, from 0 to 1; ½ where none was.
    pub share: f64,
    /// With how many others some judge compared it.
    pub compared: usize,
}

/// The ranking that `ballots` come to, the best first.
#[must_use]
pub fn copeland<S: Copy + Ord>(ballots: &[Ballot<S>]) -> Vec<Placing<S>> {
    // How many more prefer the first to the second, for each pair that some judge saw both of.
    let mut margins: BTreeMap<(S, S), i64> = BTreeMap::new();
    for ballot in ballots {
        let seen: Vec<(usize, S)> =
            ballot.iter().enumerate().flat_map(|(at, set)| set.iter().map(move |one| (at, *one))).collect();
        for (at, one) in &seen {
            for (there, other) in seen.iter().filter(|(_, other)| other != one) {
                *margins.entry((*one, *other)).or_default() += there.cmp(at) as i64;
            }
        }
    }
    let all: BTreeSet<S> = ballots.iter().flatten().flatten().copied().collect();
    let share = |of: S| {
        let own = margins.iter().filter(|((one, _), _)| *one == of);
        let halves: Vec<i64> = own.map(|(_, margin)| margin.signum() + 1).collect();
        let share = match halves.len() {
            0 => 0.5,
            compared => halves.iter().sum::<i64>() as f64 / (2 * compared) as f64,
        };
        (of, share, halves.len())
    };
    let mut shares: Vec<(S, f64, usize)> = all.into_iter().map(share).collect();
    shares.sort_by(|one, other| other.1.total_cmp(&one.1));
    let placing = |(of, share, compared): &(S, f64, usize)| {
        let place = 1 + shares.iter().filter(|(_, other, _)| other > share).count();
        Placing { of: *of, place, share: *share, compared: *compared }
    };
    shares.iter().map(placing).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ballot(order: &str) -> Ballot<char> {
        order.split('>').map(|set| set.chars().filter(|one| one.is_alphabetic()).collect()).collect()
    }

    fn places(ballots: &[&str]) -> Vec<(char, usize)> {
        let ballots: Vec<_> = ballots.iter().map(|one| ballot(one)).collect();
        copeland(&ballots).iter().map(|placing| (placing.of, placing.place)).collect()
    }

    #[test]
    fn who_beats_everybody_else_is_first() {
        // A wins by most first places; B beats both others.
        assert_eq!(places(&["A>B>C", "A>B>C", "B>C>A", "C>B>A", "B>C>A"]), [('B', 1), ('C', 2), ('A', 3)]);
    }

    #[test]
    fn ties_share_a_place() {
        assert_eq!(places(&["A=B>C", "A=B>C"]), [('A', 1), ('B', 1), ('C', 3)]);
        assert_eq!(places(&["A>B", "B>A"]), [('A', 1), ('B', 1)]);
    }

    #[test]
    fn a_judge_who_saw_only_some_harms_nobody_whom_she_did_not_see() {
        assert_eq!(places(&["A>B>C>D", "A>B>C>D", "C>D"]), [('A', 1), ('B', 2), ('C', 3), ('D', 4)]);
        // D was seen by one judge alone, who prefers it to the best.
        assert_eq!(places(&["A>B>C", "A>B>C", "D>A"]).first(), Some(&('D', 1)));
    }

    fn ballots() -> impl Strategy<Value = Vec<Ballot<u8>>> {
        let one = prop::collection::btree_map(0..6_u8, 0..4_usize, 0..6).prop_map(|marks| {
            let mut sets = vec![BTreeSet::new(); 4];
            for (who, mark) in marks {
                if let Some(set) = sets.get_mut(mark) {
                    set.insert(who);
                }
            }
            sets
        });
        prop::collection::vec(one, 0..6)
    }

    proptest! {
        #[test]
        fn turned_round_ballots_turn_the_ranking_round(ballots in ballots()) {
            let back: Vec<Ballot<u8>> = ballots.iter().map(|one| one.iter().rev().cloned().collect()).collect();
            let there: BTreeMap<u8, f64> = copeland(&back).into_iter().map(|one| (one.of, one.share)).collect();
            for one in copeland(&ballots) {
                prop_assert!(there.get(&one.of).is_some_and(|share| (share + one.share - 1.0).abs() < 1e-9));
            }
        }

        #[test]
        fn no_judge_counts_more_than_another(ballots in ballots()) {
            let back: Vec<Ballot<u8>> = ballots.iter().rev().cloned().collect();
            prop_assert_eq!(copeland(&ballots), copeland(&back));
        }

        #[test]
        fn who_is_preferred_by_everybody_to_everyone_is_first_alone(ballots in ballots()) {
            let best: Vec<Ballot<u8>> =
                ballots.iter().map(|one| [vec![BTreeSet::from([99])], one.clone()].concat()).collect();
            let found = copeland(&best);
            let rivals = found.iter().filter(|one| one.of != 99).count();
            if let Some(first) = found.first().filter(|_| rivals > 0) {
                prop_assert_eq!((first.of, first.share, first.compared), (99, 1.0, rivals));
                prop_assert!(found.iter().skip(1).all(|one| one.place > 1));
            }
        }
    }
}
