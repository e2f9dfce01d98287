# The programme as anybody reads it.

site-programme = Programme
published-title = Programme
published-release = Version { $name }
published-old = You are reading “{ $name }”, an earlier version.
published-newest = Read the present one
published-search = Search sessions and people
published-narrow = Field, room, language
published-track = Field
published-room = Room
published-language = Spoken in
published-days = Days
published-whole = The whole programme
published-nothing = Nothing found
published-nothing-text = No session has all of this. Ask for less, or read everything.
published-unreleased = The programme is not out yet
published-unreleased-text = It will be published here.
published-now = Now and next
published-again = Look again
published-on = On now
published-on-none = Nothing at this moment.
published-next = Next in each room
published-next-none = Nothing more to come.
published-star = Star “{ $title }”
published-unstar = Take the star off “{ $title }”
published-starred = My programme
published-starred-none = Nothing starred yet
published-starred-none-text = Star the sessions you want to see. This browser keeps them; no account is needed.
published-feed = In your own calendar
published-feed-text = Your calendar can follow this address. What you star, and what moves, will move there too. Whoever has the address sees your stars.
published-follow = Follow with the calendar
published-one-calendar = Put in the calendar
published-speakers = Speakers
published-speakers-none = Nobody is announced yet.
published-chairs = (chair)
published-cancelled = This session is cancelled.
published-take = Take it with you
published-take-text = Calendars that follow the address keep up with changes.
published-calendar = Calendar (iCalendar)
published-table = Table (CSV)

# The programme on other people's pages.
published-embed = Show the programme on a page of your own with this line:
embed-whole = The whole programme
embed-unreachable = The programme can’t be shown here at the moment.
published-room-calendar = Calendar of { $room }
