doing-place = { $count ->
    [one] A session has no time or no room
   *[other] { $count } sessions have no time or no room
}
doing-place-act = Place them
types-speaker = Confirmed speakers are registered by themselves by the type with the short name “speaker”. It never stands on the public form.
