//! The problem in whole numbers: what each pair is worth, the groups of the flow, and what crosses it.

/// What a pair that can't be is worth.
pub(super) const NEVER: i64 = i64::MIN;
/// What a difference of one counts: prices are whole numbers too, and must be finer than what they are compared to.
pub(super) const UNIT: i64 = 16;

/// Who gets each place.
pub(super) type Seats = Vec<Option<usize>>;

/// Members of which so many may be at some places.
#[derive(Clone, Debug)]
pub(super) struct Side {
    /// Of all candidates, whether each is one.
    pub(super) members: Vec<bool>,
    /// Of all places, whether each counts.
    pub(super) at: Vec<bool>,
    pub(super) low: usize,
    pub(super) high: usize,
    /// What one too few costs.
    pub(super) under: i64,
    /// What one too many costs.
    pub(super) over: i64,
}

impl Side {
    pub(super) fn has(&self, place: usize, candidate: usize) -> bool {
        self.at.get(place) == Some(&true) && self.members.get(candidate) == Some(&true)
    }

    pub(super) fn count(&self, seats: &Seats) -> usize {
        let seated = seats.iter().enumerate().filter_map(|(place, one)| Some((place, (*one)?)));
        seated.filter(|(place, one)| self.has(*place, *one)).count()
    }

    /// What a count costs.
    pub(super) fn cost(&self, count: usize) -> i64 {
        let (few, many) = (self.low.saturating_sub(count), count.saturating_sub(self.high));
        few as i64 * self.under + many as i64 * self.over
    }
}

/// A group of candidates that the flow itself bounds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub(super) low: usize,
    pub(super) high: usize,
}

/// All of it.
#[derive(Clone, Debug)]
pub(super) struct Network {
    pub(super) places: usize,
    pub(super) candidates: usize,
    /// By place, then by candidate; [`NEVER`] where they don't fit.
    pub(super) worth: Vec<i64>,
    /// The group of each candidate.
    pub(super) group: Vec<usize>,
    pub(super) groups: Vec<Group>,
    pub(super) sides: Vec<Side>,
    /// More than anything else can be worth: what breaking a firm limit by one costs.
    pub(super) firm: i64,
    /// What is added to every solution: the reward that the pinned get, taken back.
    pub(super) constant: i64,
}

impl Network {
    /// What these seats are worth, costs of broken limits included.
    pub(super) fn value(&self, seats: &Seats) -> i64 {
        let mut counts = vec![0_usize; self.groups.len()];
        let mut value = self.constant;
        for (place, candidate) in seats.iter().enumerate().filter_map(|(place, one)| Some((place, (*one)?))) {
            value += self.worth.get(place * self.candidates + candidate).copied().unwrap_or_default();
            if let Some(count) = self.group.get(candidate).and_then(|group| counts.get_mut(*group)) {
                *count += 1;
            }
        }
        let few = self.groups.iter().zip(counts).map(|(group, count)| group.low.saturating_sub(count) as i64);
        let sides: i64 = self.sides.iter().map(|side| side.cost(side.count(seats))).sum();
        value - few.sum::<i64>() * self.firm - sides
    }
}
