#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use proptest::prelude::*;

use super::*;

type One = Score<usize, usize>;

fn given(reviewer: usize, submission: usize, score: f64) -> One {
    Score { reviewer, submission, score }
}

fn of(scores: &[One]) -> BTreeMap<usize, Standing> {
    standings(scores, &BTreeMap::new())
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-6
}

#[test]
fn a_score_weighs_the_criteria_that_were_answered() {
    let answer = |weight, most, points| Answered { weight, most, points };
    assert_eq!(weighted(&[answer(3, 5, Some(5)), answer(1, 10, Some(0))]), Some(75.0));
    assert_eq!(weighted(&[answer(3, 5, Some(4)), answer(1, 10, None)]), Some(80.0));
    assert_eq!(weighted(&[answer(3, 5, None), answer(0, 5, Some(5))]), None);
    assert_eq!(weighted(&[]), None);
}

#[test]
fn the_numbers_of_a_submission_stand_side_by_side() {
    let scores =
        [given(1, 7, 20.0), given(2, 7, 50.0), given(3, 7, 80.0), given(1, 8, 40.0), given(2, 8, 60.0)];
    let found = standings(&scores, &BTreeMap::from([(7, 4)]));
    assert_eq!((found[&7].mean, found[&7].median, found[&7].reviews), (50.0, 50.0, 3));
    assert!(near(found[&7].spread, 600.0_f64.sqrt()) && near(found[&7].coverage(), 0.75));
    assert_eq!((found[&8].median, found[&8].spread, found[&8].coverage()), (50.0, 10.0, 1.0));
}

#[test]
fn a_strict_reviewer_does_not_sink_what_she_was_given() {
    // 1 gives 40 points less than 2 throughout; 100 is as good as 101, but was given to 1.
    let strict = (0..20).map(|at| given(1, at, 10.0 + at as f64));
    let mild = (0..20).map(|at| given(2, at + 50, 50.0 + at as f64));
    let scores: Vec<One> = strict.chain(mild).chain([given(1, 100, 25.0), given(2, 101, 65.0)]).collect();
    let found = of(&scores);
    let (raw, normalised) =
        (found[&101].mean - found[&100].mean, found[&101].normalised - found[&100].normalised);
    assert!(raw > 39.0 && normalised.abs() < 0.5 * raw, "{normalised}");
}

#[test]
fn a_single_review_is_taken_almost_as_it_is() {
    let many = (0..20).map(|at| given(1, at, f64::from(u8::try_from(at).unwrap_or(0)) * 5.0));
    let found = of(&many.chain([given(2, 100, 90.0)]).collect::<Vec<_>>());
    assert!(found[&100].normalised > 75.0, "{}", found[&100].normalised);
}

fn scores() -> impl Strategy<Value = Vec<One>> {
    let one = (0..4_usize, 0..8_usize, 0..=100_u32);
    prop::collection::vec(one.prop_map(|(who, what, score)| given(who, what, f64::from(score))), 1..40)
}

proptest! {
    #[test]
    fn a_reviewers_own_order_is_never_turned_round(scores in scores()) {
        // Each score for a submission of its own, so that it can be told from the others.
        let apart: Vec<One> = scores.iter().enumerate().map(|(at, one)| Score { submission: at, ..*one }).collect();
        let found = of(&apart);
        for one in &apart {
            for other in apart.iter().filter(|other| other.reviewer == one.reviewer && one.score < other.score) {
                prop_assert!(found[&one.submission].normalised < found[&other.submission].normalised);
            }
        }
    }

    #[test]
    fn another_scale_gives_the_same_numbers_on_that_scale(scores in scores(), times in 1..5_u32, more in 0..50_u32) {
        let (times, more) = (f64::from(times), f64::from(more));
        let there: Vec<One> = scores.iter().map(|one| Score { score: one.score * times + more, ..*one }).collect();
        for (submission, standing) in of(&scores) {
            let found = of(&there)[&submission];
            prop_assert!(near(found.mean, standing.mean * times + more) && near(found.median, standing.median * times + more));
            prop_assert!(near(found.normalised, standing.normalised * times + more), "{:?} {:?}", found, standing);
            prop_assert!(near(found.spread, standing.spread * times));
        }
    }

    #[test]
    fn the_order_in_which_reviews_come_in_does_not_matter(scores in scores()) {
        let back: Vec<One> = scores.iter().rev().copied().collect();
        for (submission, standing) in of(&scores) {
            let found = of(&back)[&submission];
            prop_assert!(near(found.normalised, standing.normalised) && near(found.spread, standing.spread));
            prop_assert_eq!(found.median, standing.median);
        }
    }

    #[test]
    fn where_all_agree_every_number_is_what_they_say(count in 1..10_usize, score in 0..=100_u32) {
        let scores: Vec<One> = (0..count).map(|who| given(who, 1, f64::from(score))).collect();
        let standing = of(&scores)[&1];
        for number in [standing.mean, standing.median, standing.normalised] {
            prop_assert!(near(number, f64::from(score)));
        }
        prop_assert!(near(standing.spread, 0.0));
    }
}
