# Sessions with limited places: the organiser's number, the attendee's bookings, who booked.

seats-title = Sessions with limited places
seats-text = Some sessions have fewer places than the forum. See where you stand, book a place or give one back.
seats-go = Book places in sessions
seats-rule = A place that somebody gives back goes at once to the first in line, who is told by email. If you can’t come, please give yours back here.
seats-unconfirmed = You can book as soon as your registration is confirmed.
seats-none = No session has limited places
seats-none-text = You need not book any session of the programme: just come.
seats-free = { $limit } places in all, more than { $few } of them free.
seats-few = { $free } of { $limit } places are free.
seats-full = All { $limit } places are taken. There is a waiting list.
seats-sign-up = Book a place
seats-wait = Join the waiting list
seats-sign-up-for = Book a place in “{ $title }”
seats-wait-for = Join the waiting list of “{ $title }”
seats-give-back = Give back your place in “{ $title }”
seats-leave = Leave the waiting list of “{ $title }”
seats-yours = You have a place
seats-waiting = { $ahead ->
    [0] You are the first in line
    [one] One person waits before you
   *[other] { $ahead } people wait before you
}
seats-overlap = You booked something else at this time:
seats-done-confirmed = You have a place.
seats-done-waitlisted = All places are taken, so you are on the waiting list. We will write to you when a place is yours.
seats-done-given-back = Your booking has ended.
seats-whose = A place in a session belongs to a registration, so we need to know yours.
seats-whose-registered = You are registered
seats-whose-again = Open the link in one of our emails. We can send it to you again.
seats-whose-send = Send my link again
seats-whose-new = You are not registered yet
seats-limited = Limited places

seats-places = Limited places
seats-places-hint = Leave blank to let in whoever comes. The number counts at once, not with the next release.
seats-taken = { $taken } of { $limit } places taken
seats-who = Who booked
seats-caption = Those with a place, then those who wait, by arrival
seats-name = Name
seats-organisation = Organisation
seats-state = State
seats-when = Booked
seats-export = Download as CSV
seats-nobody = Nobody has booked yet
seats-nobody-text = Attendees book on the page of their registration once the session is released.
seats-take-back = Give the place of { $name } back
seats-end = End all bookings
seats-end-text = Everybody who has a place or waits is told by email that the booking has ended. After that the limit, or the session, can be removed.
seats-end-act = End all bookings and tell everybody
done-sign-ups-ended = Ended. Whoever had booked is told by email.

clash-kind-signed-up = More people have a place than the room holds

error-session_signed_up = People have booked this session, or wait for a place in it. End the bookings first: then everybody is told.
error-sign_up_unconfirmed = You can book as soon as your registration is confirmed.
error-session_begun = The session has begun.
error-sign_up_over = This booking has ended already.

audit-session-limit = Limited places changed
audit-registration-sign-up = Booked a session
audit-registration-get-place = Got a place in a session
audit-registration-give-back = Gave back a place in a session

mail-template-session-place = Place in a session
mail-template-sessions-moved = Sessions booked have moved
mail-template-session-place-ended = Booking of a session ended

doing-place = { $count ->
    [one] A session has no time or no room
   *[other] { $count } sessions have no time or no room
}
doing-place-act = Place them
types-speaker = Confirmed speakers are registered by themselves by the type with the short name “speaker”. It never stands on the public form.
