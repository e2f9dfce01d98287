//! One ranking out of many, for awards: each judge orders those she saw, with ties where she can't decide.
//!
//! A. H. Copeland, "A reasonable social welfare function", 1951; D. Saari and V. Merlin, "The Copeland method",
//! Economic Theory 8, 1996. Of two, the one that more judges who saw both prefer wins: 1 point, ½ each when as many
//! prefer either. What few judges say of a pair is hardly known, so that its points are drawn to ½ by the credibility `n / (n + 1)` of
//! the `n` judges who saw both (H. Bühlmann, "Experience rating and credibility", ASTIN Bulletin 4, 1967), and are ½
//! each where nobody did: one judge who saw only two of them makes neither the best of all.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet},
};

use serde::{Deserialize, Serialize};

/// What a judge thinks: the best first, those in one set alike. Who is in none, she did not see.
pub type Ballot<S> = Vec<BTreeSet<S>>;

/// As many judges as must have seen a pair for what they say to count as much as not knowing.
const PRIOR: f64 = 1.0;
/// Shares nearer than this are the same.
const GRAIN: f64 = 1e9;

/// How the judges who saw two of them decide between the first and the second.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duel {
    /// How many prefer the first.
    pub ahead: usize,
    /// How many prefer the second.
    pub behind: usize,
    /// How many hold them alike.
    pub level: usize,
}

impl Duel {
    /// `Greater` where the first wins.
    #[must_use]
    pub fn outcome(&self) -> Ordering {
        self.ahead.cmp(&self.behind)
    }

    /// What the first gets of the pair's one point, drawn to ½ by how few judges saw both.
    fn points(&self) -> f64 {
        let judges = (self.ahead + self.behind + self.level) as f64;
        let outcome = match self.outcome() {
            Ordering::Greater => 1.0,
            Ordering::Equal => 0.5,
            Ordering::Less => 0.0,
        };
        (judges * outcome + PRIOR * 0.5) / (judges + PRIOR)
    }

    /// The same for one more judge, in whose ballot the first stands at `at` and the second at `there`.
    fn count(&mut self, at: usize, there: usize) {
        match at.cmp(&there) {
            Ordering::Less => self.ahead += 1,
            Ordering::Equal => self.level += 1,
            Ordering::Greater => self.behind += 1,
        }
    }
}

/// The duels of each with all whom some judge saw beside it; every pair stands here both ways round.
pub type Duels<S> = BTreeMap<S, BTreeMap<S, Duel>>;

/// What the ballots come to for one.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Placing<S> {
    /// For whom.
    pub of: S,
    /// From 1 on; equal shares have equal places.
    pub place: usize,
    /// Points for each pair, from 0 to 1, each drawn to ½ the more the fewer judges saw both; ½ where nothing was compared.
    pub share: f64,
    /// How many others it beats.
    pub won: usize,
    /// How many others beat it.
    pub lost: usize,
    /// With how many others it is level.
    pub level: usize,
}

/// How everybody who is in some ballot compares with the others.
#[must_use]
pub fn duels<S: Copy + Ord>(ballots: &[Ballot<S>]) -> Duels<S> {
    let mut duels = Duels::new();
    for ballot in ballots {
        let seen: Vec<(usize, S)> =
            ballot.iter().enumerate().flat_map(|(at, set)| set.iter().map(move |one| (at, *one))).collect();
        for (at, one) in &seen {
            let others = duels.entry(*one).or_default();
            for (there, other) in seen.iter().filter(|(_, other)| other != one) {
                others.entry(*other).or_default().count(*at, *there);
            }
        }
    }
    duels
}

/// The ranking that the duels come to, the best first.
#[must_use]
pub fn copeland<S: Copy + Ord>(duels: &Duels<S>) -> Vec<Placing<S>> {
    // Who was compared with nobody is nobody's rival.
    let rivals = duels.values().filter(|others| !others.is_empty()).count().saturating_sub(1);
    let placing = |(of, others): (&S, &BTreeMap<S, Duel>)| {
        let outcomes = |which: Ordering| others.values().filter(|duel| duel.outcome() == which).count();
        let [won, lost, level] = [Ordering::Greater, Ordering::Less, Ordering::Equal].map(outcomes);
        let points: f64 = others.values().map(Duel::points).sum();
        let share = match others.len() {
            0 => 0.5,
            compared => (points + 0.5 * (rivals - compared) as f64) / rivals as f64,
        };
        let share = (share * GRAIN).round() / GRAIN;
        Placing { of: *of, place: 0, share, won, lost, level }
    };
    let mut placings: Vec<Placing<S>> = duels.iter().map(placing).collect();
    placings.sort_by(|one, other| other.share.total_cmp(&one.share));
    let shares: Vec<f64> = placings.iter().map(|one| one.share).collect();
    for one in &mut placings {
        one.place = 1 + shares.iter().filter(|share| **share > one.share).count();
    }
    placings
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ballot(order: &str) -> Ballot<char> {
        order.split('>').map(|set| set.chars().filter(|one| one.is_alphabetic()).collect()).collect()
    }

    fn ranked<S: Copy + Ord>(ballots: &[Ballot<S>]) -> Vec<Placing<S>> {
        copeland(&duels(ballots))
    }

    fn places(ballots: &[&str]) -> Vec<(char, usize)> {
        let ballots: Vec<_> = ballots.iter().map(|one| ballot(one)).collect();
        ranked(&ballots).iter().map(|placing| (placing.of, placing.place)).collect()
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
        // D was seen by one judge alone, who prefers it to the best: that makes it good, not the best of all.
        let found = places(&["A>B>C", "A>B>C", "D>A"]);
        assert_eq!(found, [('A', 1), ('D', 2), ('B', 3), ('C', 4)]);
        // Three judges know better than one.
        assert_eq!(places(&["A>B>C", "A>B>C", "D>A", "D>A", "D>A"]).first(), Some(&('D', 1)));
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
        fn what_one_wins_the_other_loses(ballots in ballots()) {
            let duels = duels(&ballots);
            for (one, others) in &duels {
                for (other, duel) in others {
                    let back = duels.get(other).and_then(|back| back.get(one));
                    prop_assert_eq!(back, Some(&Duel { ahead: duel.behind, behind: duel.ahead, level: duel.level }));
                }
            }
            let all = copeland(&duels);
            let sum = |count: fn(&Placing<u8>) -> usize| all.iter().map(count).sum::<usize>();
            prop_assert_eq!(sum(|one| one.won), sum(|one| one.lost));
        }

        #[test]
        fn a_judge_who_saw_one_alone_changes_nothing(ballots in ballots(), one in 0..6_u8) {
            let more = [ballots.clone(), vec![vec![BTreeSet::from([one])]]].concat();
            let before = ranked(&ballots);
            let after: Vec<_> = ranked(&more).into_iter().filter(|placing| before.iter().any(|was| was.of == placing.of)).collect();
            for (was, is) in before.iter().zip(&after) {
                prop_assert_eq!((was.of, was.share, was.won, was.lost), (is.of, is.share, is.won, is.lost));
            }
        }

        #[test]
        fn turned_round_ballots_turn_the_ranking_round(ballots in ballots()) {
            let back: Vec<Ballot<u8>> = ballots.iter().map(|one| one.iter().rev().cloned().collect()).collect();
            let there: BTreeMap<u8, f64> = ranked(&back).into_iter().map(|one| (one.of, one.share)).collect();
            for one in ranked(&ballots) {
                prop_assert!(there.get(&one.of).is_some_and(|share| (share + one.share - 1.0).abs() < 1e-9));
            }
        }

        #[test]
        fn no_judge_counts_more_than_another(ballots in ballots()) {
            let back: Vec<Ballot<u8>> = ballots.iter().rev().cloned().collect();
            prop_assert_eq!(ranked(&ballots), ranked(&back));
        }

        #[test]
        fn who_is_preferred_by_everybody_to_everyone_is_first_alone(ballots in ballots()) {
            let best: Vec<Ballot<u8>> =
                ballots.iter().map(|one| [vec![BTreeSet::from([99])], one.clone()].concat()).collect();
            let found = ranked(&best);
            let rivals = found.iter().filter(|one| one.of != 99).count();
            if let Some(first) = found.first().filter(|_| rivals > 0) {
                prop_assert_eq!((first.of, first.won, first.lost), (99, rivals, 0));
                prop_assert!(first.share < 1.0, "nobody is sure");
                prop_assert!(found.iter().skip(1).all(|one| one.place > 1));
            }
        }
    }
}
