//! Which of many intervals come close to each other, found by going through them once in time.

use jiff::SignedDuration;

use crate::programme::{DraftSession, Interval};

/// Something that takes up a room or a person for a time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Booking<'a, T> {
    pub(super) time: Interval,
    pub(super) session: &'a DraftSession,
    pub(super) with: T,
}

/// Every two bookings that overlap, or that follow each other by less than `reach`; the one that begins
/// first comes first. At equal starts the order is that of the sessions' ids.
pub(super) fn close_pairs<T: Copy>(
    bookings: &mut [Booking<'_, T>],
    reach: SignedDuration,
    mut found: impl FnMut(&Booking<'_, T>, &Booking<'_, T>),
) {
    bookings.sort_unstable_by_key(|booking| (booking.time.start(), booking.session.id));
    let mut near: Vec<&Booking<'_, T>> = Vec::new();
    for booking in bookings.iter() {
        near.retain(|earlier| earlier.time.gap_to(booking.time) < reach);
        for earlier in &near {
            found(earlier, booking);
        }
        near.push(booking);
    }
}
