//! Slots, plans and moves as the page shows them.

use std::collections::{BTreeMap, BTreeSet};

use super::words::{Told, Words, points};
use crate::{
    allocation::{Applicant, Input, Outcome, Place, Plan, Proposal},
    editions::Edition,
    http::Shown,
    submissions::SubmissionId,
    values::Id,
    web::{
        console::{clock::Clock, frame::address},
        demo,
        public::views::Choice,
    },
};

/// A slot of the call.
pub(super) struct PlaceView {
    pub(super) when: String,
    pub(super) room: String,
    pub(super) track: String,
    /// Power, floor, facilities and languages, if they have a limit.
    pub(super) offer: String,
    pub(super) remove: String,
}

/// Somebody in a plan.
pub(super) struct Line {
    /// Which slot; "" for who waits.
    pub(super) place: String,
    pub(super) href: String,
    pub(super) title: Shown,
    pub(super) merit: String,
    pub(super) why: Option<Told>,
}

/// Who waits in a track, in order.
pub(super) struct Queue {
    pub(super) track: String,
    pub(super) lines: Vec<Line>,
}

/// A proposal.
pub(super) struct Proposed {
    pub(super) id: String,
    pub(super) number: i32,
    pub(super) made: String,
    pub(super) accepted: Option<String>,
    pub(super) proven: bool,
    /// How many reasons are still to come.
    pub(super) lacking: usize,
    pub(super) merit: String,
    pub(super) seats: Vec<Line>,
    pub(super) empty: Vec<String>,
    pub(super) waiting: Vec<Queue>,
}

/// Somebody whose slot would change.
pub(super) struct Moved {
    pub(super) title: Shown,
    pub(super) from: String,
    pub(super) to: String,
}

/// What came of a search that is not kept.
pub(super) enum Tried {
    /// Who would move, and the merit before and after.
    Moves { moves: Vec<Moved>, before: Option<String>, after: String, proven: bool },
    /// These rules can't all hold.
    Impossible { rules: Vec<Told>, minimal: bool },
    /// None was found in time.
    OutOfTime,
}

/// Somebody about whom something can be settled.
pub(super) struct Pin {
    pub(super) name: String,
    pub(super) title: Shown,
    pub(super) choices: Vec<Choice>,
}

/// What the views are made with.
pub(super) struct Views<'a> {
    pub(super) words: &'a Words,
    pub(super) clock: &'a Clock,
    pub(super) edition: &'a Edition,
    pub(super) input: &'a Input,
}

impl Views<'_> {
    pub(super) fn places(&self, home: &str) -> Vec<PlaceView> {
        let ui = &self.words.ui;
        let place = |place: &Place| {
            let power = place.watts.map(|watts| ui.t1("allocation-watts", "watts", watts));
            let floor = place.square_metres.map(|metres| ui.t1("allocation-metres", "metres", metres));
            let there = place
                .facilities
                .as_ref()
                .map(|there| demo::named(there, ui).unwrap_or_else(|| ui.t("allocation-bare")));
            let spoken = place.spoken.iter().map(|one| ui.t(&format!("session-spoken-{one}")));
            PlaceView {
                when: self.clock.tell(place.starts_at),
                room: self.words.names.room(place.room),
                track: place.track.map(|id| self.words.names.track(id)).unwrap_or_default(),
                offer: power
                    .into_iter()
                    .chain(floor)
                    .chain(there)
                    .chain(spoken)
                    .collect::<Vec<_>>()
                    .join(" · "),
                remove: format!("{home}/places/{}/remove", place.id),
            }
        };
        self.input.places.iter().map(place).collect()
    }

    pub(super) fn proposal(&self, proposal: &Proposal) -> Proposed {
        let plan = &proposal.plan;
        let seats = plan
            .seats
            .iter()
            .map(|seat| Line { place: self.place(Some(seat.place)), ..self.line(plan, seat.submission) });
        let empty =
            self.input.places.iter().filter(|place| !plan.seats.iter().any(|seat| seat.place == place.id));
        let queue = |(track, line): &(Option<Id<_>>, Vec<SubmissionId>)| Queue {
            track: track
                .map_or_else(|| self.words.ui.t("allocation-no-track"), |id| self.words.names.track(id)),
            lines: line.iter().map(|id| self.line(plan, *id)).collect(),
        };
        Proposed {
            id: proposal.id.to_string(),
            number: proposal.number,
            made: self.clock.tell(proposal.made_at),
            accepted: self.clock.maybe(proposal.accepted_at),
            proven: plan.is_best,
            lacking: if proposal.lacks_reasons {
                self.input.applicants.len().saturating_sub(plan.whys.len()).max(1)
            } else {
                0
            },
            merit: points(plan.merit),
            seats: seats.collect(),
            empty: empty.map(|place| self.place(Some(place.id))).collect(),
            waiting: plan.waiting.iter().map(queue).collect(),
        }
    }

    fn line(&self, plan: &Plan, id: SubmissionId) -> Line {
        let merit = self.input.applicants.iter().find(|one| one.submission == id).and_then(|one| one.merit);
        Line {
            place: String::new(),
            href: address(self.edition, &format!("/submissions/{id}")),
            title: self.words.title(id),
            merit: merit.map_or_else(|| "–".to_owned(), |merit| points(merit.into())),
            why: plan.whys.get(&id).map(|why| self.words.why(why)),
        }
    }

    pub(super) fn tried(&self, outcome: &Outcome, last: Option<&Plan>) -> Tried {
        match outcome {
            Outcome::OutOfTime => Tried::OutOfTime,
            Outcome::Impossible { rules, minimal } => Tried::Impossible {
                rules: rules.iter().map(|rule| self.words.rule(rule)).collect(),
                minimal: *minimal,
            },
            Outcome::Planned(plan) => Tried::Moves {
                moves: self.moves(plan, last),
                before: last.map(|last| points(last.merit)),
                after: points(plan.merit),
                proven: plan.is_best,
            },
        }
    }

    fn moves(&self, plan: &Plan, last: Option<&Plan>) -> Vec<Moved> {
        let seats = |plan: &Plan| -> BTreeMap<SubmissionId, Id<Place>> {
            plan.seats.iter().map(|seat| (seat.submission, seat.place)).collect()
        };
        let (now, then) = (seats(plan), last.map(seats).unwrap_or_default());
        let all: BTreeSet<SubmissionId> = now.keys().chain(then.keys()).copied().collect();
        let moved = all.into_iter().filter(|id| now.get(id) != then.get(id)).map(|id| Moved {
            title: self.words.title(id),
            from: self.place(then.get(&id).copied()),
            to: self.place(now.get(&id).copied()),
        });
        moved.collect()
    }

    /// When and where a slot is.
    fn place(&self, id: Option<Id<Place>>) -> String {
        let Some(id) = id else { return self.words.ui.t("allocation-no-slot") };
        let place = self.input.places.iter().find(|place| place.id == id);
        let told = |place: &Place| {
            format!("{} · {}", self.clock.tell(place.starts_at), self.words.names.room(place.room))
        };
        place.map_or_else(|| self.words.ui.t("allocation-slot-gone"), told)
    }

    pub(super) fn pins(&self) -> Vec<Pin> {
        let ui = &self.words.ui;
        let plain = |value: &str, key: &str| Choice {
            value: value.to_owned(),
            label: Shown::plain(ui.t(key), ui.lang),
        };
        let places = self.input.places.iter().map(|place| Choice {
            value: place.id.to_string(),
            label: Shown::plain(self.place(Some(place.id)), ui.lang),
        });
        let choices: Vec<Choice> = [plain("in", "allocation-in"), plain("out", "allocation-out")]
            .into_iter()
            .chain(places)
            .collect();
        let pin = |one: &Applicant| Pin {
            name: format!("pins.{}", one.submission),
            title: self.words.title(one.submission),
            choices: choices.clone(),
        };
        self.input.applicants.iter().map(pin).collect()
    }

    /// About how many something is settled.
    pub(super) fn settled(&self) -> usize {
        self.input.applicants.iter().filter(|one| one.settled.is_some()).count()
    }
}
