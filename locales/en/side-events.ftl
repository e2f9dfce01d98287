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

# Registration for a side event.
side-events-register = Registration
side-events-register-text = Nobody registers for this side event yet. Say how many places there are: it gets a registration type and places of its own, with their own waiting list. Everything about them can be changed afterwards.
side-events-register-hidden = Nobody can register before this side event is shown to the public. You can still enter people by hand.
side-events-capacity-hint = How many people can come. Whoever registers after that joins the waiting list.
side-events-open = Open registration
done-registration-opened = Registration is open, with these places. It closes when the side event ends unless you say otherwise.
side-events-list = See who registered
side-events-count = { $confirmed } confirmed, { $waiting } waiting
today-beside = People register for these separately. They are not among the numbers of the forum.
types-side-event = For a side event
types-side-event-hint = Leave it empty for the forum itself. It can’t change once somebody has registered.
types-of-side-event = { $event }: { $name }
types-always-side-event = Until the side event ends
registrations-for = For
export-side-event = Side event
clone-module-side-events = Side events, as drafts
error-side_event_unknown = There is no such side event in this edition.
error-side_event_fixed = Somebody has registered by this type, so it can’t be moved to another event. Make a new type instead.
error-sign_up_side_event = This registration is for a side event. To book sessions of the forum, please register for the forum.
