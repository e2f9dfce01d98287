# Side events: road shows, promotion events.

side-events-title = Side events
side-events-past = This side event is over.
settings-side-events = Side events
settings-side-event = Side event
side-events-add = Add a side event
side-events-none = No side events yet
side-events-none-text = Add the road shows and promotion events of this edition’s year. They stand on its home page once they are published.
side-events-seen = Where, and whether it is public
side-events-published = Published
side-events-draft = Draft
side-events-summary = What it is about
side-events-place = Place
side-events-city = City
side-events-starts_at = Begins
side-events-ends_at = Ends
side-events-publish = Show it to the public
text-summary = what it is about
text-place = place
text-city = city
audit-side-event-create = Added a side event
audit-side-event-change = Changed a side event
audit-side-event-remove = Removed a side event
audit-side-event-reorder = Put the side events in another order
