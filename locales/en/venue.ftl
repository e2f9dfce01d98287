# The sheet for the venue: equipment and power.

venue-title = Equipment and power
venue-text = What companies bring and need, by place and time, from the draft as it is now. Print it, or take the table to the venue.
venue-made = as of { $when }
venue-table = Table (CSV)
venue-none = No demo has a place yet
venue-none-text = Give out slots, or make sessions of the demos that were confirmed. What they need will stand here by place and time.
venue-unplaced = { $count ->
    [one] One demo has no time or no room yet.
   *[other] { $count } demos have no time or no room yet.
  }
venue-demos = Demos
venue-when = When
venue-place = Place
venue-starts = Begins
venue-ends = Ends
venue-company = Company
venue-demo = Demo
venue-equipment = Equipment
venue-watts = Power (W)
venue-metres = Space (m²)
venue-space = Space
venue-contact = Contact
venue-email = Email
venue-state = Answer
venue-confirmed = Confirmed
venue-unconfirmed = Not confirmed yet
venue-totals = Power by half day
venue-half = Half day
venue-all = All demos together
venue-at-once = Most at one time
