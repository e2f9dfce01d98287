# The programme in the console, and what a release changed.

console-programme = Programme
done-acknowledged = The reason is kept. It lapses as soon as the facts change.
done-placed = The draft is saved. Nobody outside sees it before the next release.
done-arranged = The chosen changes are in the draft.
done-released = Released. Whose slot changed is told by mail.

session-kind-session = Session
session-kind-break = Break
session-kind-plenary = Plenary
session-part-speaker = Speaker
session-part-chair = Chair
session-spoken-en = English
session-spoken-cmn = Putonghua
session-spoken-yue = Cantonese
session-spoken-interpretation = With interpretation

programme-sessions = Sessions
programme-schedule = Schedule
programme-arrange = Arrange for me
programme-releases = Releases
programme-add = Add a session
programme-edit = Edit the session
programme-none = No session yet
programme-none-text = Add the opening, the breaks and the keynotes by hand. What was submitted and confirmed waits here to be made into sessions.
programme-unplanned = Confirmed, and not in the programme yet
programme-unplanned-text = Make these into sessions
programme-adopt = Make sessions
programme-clashes = What clashes
programme-clashing = Clash
programme-open = Without a slot
programme-open-caption = Sessions that have no time or no room
programme-placed = In the schedule
programme-placed-caption = Sessions by time
programme-title = Title
programme-abstract = Abstract
programme-kind = Kind
programme-kind-hint = A break or a plenary can be in several rooms at once.
programme-spoken = Spoken in
programme-track = Track
programme-length = Minutes
programme-length-hint = In steps of 5
programme-setup = Minutes to set up
programme-setup-hint = For so long its room must be free before it.
programme-expected = Expected to come
programme-expected-hint = A room that holds fewer is pointed out.
programme-people = Speakers and chairs
programme-people-hint = In the order in which they are to be named.
programme-no-speakers = This edition has no speakers yet.
programme-person = Person { $number }
programme-part = Part
programme-more-people = More people
programme-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
programme-slot = When and where
programme-place = Place
programme-place-one = Place “{ $title }”
programme-move = Move
programme-move-one = Move “{ $title }”
programme-place-title = When and where
programme-day = Day
programme-days = Days
programme-time = Time
programme-time-hint = In steps of 5 minutes. Leave day and time blank to take it off the schedule.
programme-no-time = no time yet
programme-room = Room
programme-rooms = Rooms
programme-rooms-hint = A plenary takes place in all of them at once.
programme-pin = Pin it there: “Arrange for me” leaves it where it is
programme-pinned = Pinned
programme-zone = Times are { $zone }.
programme-meanwhile = Stored now: { $when }. { $rooms } If you save again, what you typed takes its place.
programme-as-it-is = See the session as it is now
programme-remove-text = It leaves the draft. Releases that it is in keep it, and the next one strikes it out.
programme-remove-act = Remove it from the draft
programme-no-rooms = No rooms yet
programme-no-rooms-text = Add the rooms under Settings first.

plan-help = Drag a session with the mouse; or go to it with Tab and press Space, move it with the arrow keys (with Shift by half an hour), and press Space again. Backspace puts it aside, Escape leaves it where it was. Enter opens its form.
plan-lifted = Lifted:
plan-dropped = The draft is saved.
plan-left = Left where it was.
plan-on-shelf = Without a slot
plan-shelf-empty = Every session has its slot.

clash-severity-error = Error
clash-severity-warning = Warning
clash-kind-room-overlap = Two sessions in one room
clash-kind-speaker-twice = A speaker in two sessions at once
clash-kind-chair-twice = A chair in two sessions at once
clash-kind-outside-edition = Outside the edition’s hours
clash-kind-outside-availability = Somebody can’t come then
clash-kind-room-closed = The room is closed then
clash-kind-turnaround = Too little time to make the room ready
clash-kind-capacity = More expected than the room holds
clash-stands = May stand
clash-acknowledge = Let it stand
clash-reason = Why it may stand
clash-acknowledge-act = Keep the reason

arrange-text = A machine looks for a place for every session: without clashes, within everybody’s availability, in rooms that are large enough; tracks together, popular sessions in large rooms, and as few changes as possible. What is pinned stays, and so do breaks and plenaries. It proposes; you decide.
arrange-from = First beginning of a day
arrange-to = Last end of a day
arrange-every = Minutes between beginnings
arrange-every-hint = In steps of 5, such as 30
arrange-propose = Propose
arrange-proposal = The proposal
arrange-proven = Nothing better is possible under these rules.
arrange-good = This was the best found in five seconds; a better one may exist.
arrange-nothing = It would change nothing.
arrange-figures = The draft as it is and as proposed
arrange-figure = Figure
arrange-before = Draft
arrange-after = Proposal
arrange-placed = Sessions with a slot
arrange-clashes = Clashes
arrange-seating = Points for popular sessions in large rooms
arrange-blocks = Blocks over which tracks are spread
arrange-changes = Changes to take
arrange-take = Take the chosen
arrange-leave = Take none
arrange-out-of-time = Nothing was found in five seconds. Allow longer days, or pin less.
arrange-impossible = These can’t all be true. Give up one of them:
arrange-needs-slot = Needs a slot:
arrange-is-pinned = Is pinned:
arrange-one-at-a-time = Can be in one session at a time:

release-pending = What a release would change
release-no-changes = Nothing has changed since the last release.
release-told = { $count ->
    [0] It changes nobody’s slot, so nobody is told.
    [one] One person’s slot changes; she is told by mail.
   *[other] { $count } people’s slots change; they are told by mail.
}
release-blocked = { $count ->
    [one] One clash stands against a release.
   *[other] { $count } clashes stand against a release.
}
release-blocked-act = Look at them
release-name = Name
release-name-hint = Its own in this edition, such as v2
release-note = Note
release-note-hint = Stands above the changes on the public page.
release-act = Release the programme
release-earlier = Releases so far
release-when = When

changes-title = Changes to the programme
changes-none = The programme has not been released yet.
change-added = New
change-cancelled = Cancelled
change-moved = Moved
change-edited = Changed
change-before = Before:
change-retitled = The title is another.
change-other-people = Others take part.
change-described-anew = The description is another.

error-slots_count = These are more than { $max } slots to try. Let beginnings be further apart.
programme-unconfirmed = Not confirmed
doing-adopt = { $count ->
    [one] A confirmed submission is not in the programme yet
   *[other] { $count } confirmed submissions are not in the programme yet
}
doing-adopt-act = Make sessions of them
doing-release = { $count ->
    [one] A session of the draft is not as it was released
   *[other] { $count } sessions of the draft are not as they were released
}
doing-release-act = See what changed
