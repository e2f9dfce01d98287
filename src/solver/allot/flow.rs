//! The flow of greatest worth from places over candidates and their groups to the sink: one place after the other is
//! given out along the cheapest path, which may move those before it (successive shortest paths with
//! potentials: Edmonds and Karp, "Theoretical improvements in algorithmic efficiency for network flow
//! problems", Journal of the ACM 19, 1972; Tomizawa, "On some techniques useful for solution of
//! transportation network problems", Networks 1, 1971).
#![expect(clippy::indexing_slicing, reason = "every index was made together with what it goes into")]

use std::{cmp::Reverse, collections::BinaryHeap};

use super::network::{NEVER, Network, Seats};

const FAR: i64 = i64::MAX;

/// A node; candidates are two, since at most one unit goes through each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Node {
    Place(usize),
    In(usize),
    Out(usize),
    Group(usize),
}

/// The flow as far as it has come.
pub(super) struct Flow<'a> {
    network: &'a Network,
    worth: &'a [i64],
    seats: Seats,
    place_of: Vec<Option<usize>>,
    counts: Vec<usize>,
    place: Vec<i64>,
    into: Vec<i64>,
    out: Vec<i64>,
    group: Vec<i64>,
}

/// What one search has found.
struct Reached {
    distance: Vec<i64>,
    from: Vec<Option<Node>>,
    settled: Vec<Node>,
    heap: BinaryHeap<Reverse<(i64, Node)>>,
    end: i64,
    last: Option<Node>,
}

impl<'a> Flow<'a> {
    /// The best seats by `worth` and the groups' bounds; sides are not heeded.
    pub(super) fn best(network: &'a Network, worth: &'a [i64]) -> Self {
        let group: Vec<i64> =
            network.groups.iter().map(|one| if one.low > 0 { network.firm } else { 0 }).collect();
        let own: Vec<i64> = network.group.iter().map(|of| group[*of]).collect();
        let mut flow = Self {
            network,
            worth,
            seats: vec![None; network.places],
            place_of: vec![None; network.candidates],
            counts: vec![0; network.groups.len()],
            place: vec![0; network.places],
            into: own.clone(),
            out: own,
            group,
        };
        for place in 0..network.places {
            let row = flow.row(place).iter().zip(&flow.into);
            let pairs = row.filter(|(worth, _)| **worth != NEVER).map(|(worth, into)| worth + into);
            flow.place[place] = pairs.fold(0, i64::max);
            flow.give_out(place);
        }
        flow
    }

    /// Who sits where.
    pub(super) fn seats(&self) -> &Seats {
        &self.seats
    }

    /// What the flow is worth, groups that are too small included.
    pub(super) fn value(&self) -> i64 {
        let seated = self.seats.iter().enumerate().filter_map(|(place, one)| Some((place, (*one)?)));
        let worth: i64 = seated.map(|(place, one)| self.row(place)[one]).sum();
        let few = self.network.groups.iter().zip(&self.counts);
        worth - few.map(|(one, count)| one.low.saturating_sub(*count) as i64).sum::<i64>() * self.network.firm
    }

    /// What at least is lost where this candidate is put in this place.
    pub(super) fn loss(&self, place: usize, candidate: usize) -> i64 {
        let worth = self.row(place)[candidate];
        let end = match self.place_of[candidate] {
            Some(_) => self.into[candidate],
            None => self.group[self.network.group[candidate]],
        };
        self.place[place] - worth - end
    }

    fn row(&self, place: usize) -> &'a [i64] {
        let width = self.network.candidates;
        &self.worth[place * width..(place + 1) * width]
    }

    fn give_out(&mut self, place: usize) {
        let reached = self.search(place);
        for node in &reached.settled {
            let shift = reached.distance[self.number(*node)] - reached.end;
            *self.potential(*node) += shift;
        }
        let mut path: Vec<Node> =
            std::iter::successors(reached.last, |node| reached.from[self.number(*node)]).collect();
        path.reverse();
        let mut steps = path.iter().peekable();
        while let Some(node) = steps.next() {
            match (*node, steps.peek()) {
                (Node::Place(place), Some(Node::In(candidate))) => {
                    self.seats[place] = Some(*candidate);
                    self.place_of[*candidate] = Some(place);
                }
                (Node::Place(place), _) => self.seats[place] = None,
                (Node::Group(_), Some(Node::Out(candidate))) => self.place_of[*candidate] = None,
                (Node::Group(group), None) => self.counts[group] += 1,
                _ => {}
            }
        }
    }

    /// The cheapest ways from a place, as far as the sink.
    fn search(&self, place: usize) -> Reached {
        let nodes = self.place.len() + 2 * self.into.len() + self.group.len();
        let mut reached = Reached {
            distance: vec![FAR; nodes],
            from: vec![None; nodes],
            settled: Vec::new(),
            heap: BinaryHeap::new(),
            end: FAR,
            last: None,
        };
        self.reach(&mut reached, 0, Node::Place(place), None);
        while let Some(Reverse((distance, node))) = reached.heap.pop() {
            if distance >= reached.end {
                break;
            }
            if distance > reached.distance[self.number(node)] {
                continue;
            }
            reached.settled.push(node);
            self.leave(&mut reached, distance, node);
        }
        reached
    }

    /// Looks at where one can go from a node.
    fn leave(&self, reached: &mut Reached, distance: i64, node: Node) {
        match node {
            Node::Place(place) => {
                let here = self.place[place];
                reached.finish(distance + here, node);
                for (candidate, worth) in self.row(place).iter().enumerate() {
                    if *worth != NEVER && self.place_of[candidate] != Some(place) {
                        let next = distance + here - worth - self.into[candidate];
                        self.reach(reached, next, Node::In(candidate), Some(node));
                    }
                }
            }
            Node::In(candidate) => match self.place_of[candidate] {
                Some(place) => self.reach(reached, distance, Node::Place(place), Some(node)),
                None => {
                    let next = distance + self.into[candidate] - self.out[candidate];
                    self.reach(reached, next, Node::Out(candidate), Some(node));
                }
            },
            Node::Out(candidate) => {
                let group = self.network.group[candidate];
                let (next, to) = match self.place_of[candidate] {
                    Some(_) => (self.out[candidate] - self.into[candidate], Node::In(candidate)),
                    None => (self.out[candidate] - self.group[group], Node::Group(group)),
                };
                self.reach(reached, distance + next, to, Some(node));
            }
            Node::Group(group) => {
                let bounds = self.network.groups[group];
                if self.counts[group] < bounds.high {
                    let reward = if self.counts[group] < bounds.low { self.network.firm } else { 0 };
                    reached.finish(distance + self.group[group] - reward, node);
                }
                for candidate in self.seats.iter().flatten() {
                    if self.network.group[*candidate] == group {
                        let next = distance + self.group[group] - self.out[*candidate];
                        self.reach(reached, next, Node::Out(*candidate), Some(node));
                    }
                }
            }
        }
    }

    fn reach(&self, reached: &mut Reached, distance: i64, node: Node, from: Option<Node>) {
        let number = self.number(node);
        if distance < reached.distance[number] && distance < reached.end {
            reached.distance[number] = distance;
            reached.from[number] = from;
            reached.heap.push(Reverse((distance, node)));
        }
    }

    fn number(&self, node: Node) -> usize {
        let (places, candidates) = (self.place.len(), self.into.len());
        match node {
            Node::Place(place) => place,
            Node::In(candidate) => places + candidate,
            Node::Out(candidate) => places + candidates + candidate,
            Node::Group(group) => places + 2 * candidates + group,
        }
    }

    fn potential(&mut self, node: Node) -> &mut i64 {
        match node {
            Node::Place(place) => &mut self.place[place],
            Node::In(candidate) => &mut self.into[candidate],
            Node::Out(candidate) => &mut self.out[candidate],
            Node::Group(group) => &mut self.group[group],
        }
    }
}

impl Reached {
    /// A way to the sink.
    fn finish(&mut self, distance: i64, node: Node) {
        if distance < self.end {
            (self.end, self.last) = (distance, Some(node));
        }
    }
}
