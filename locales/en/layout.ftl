# The frame of every page, the parts of forms, the states of a registration, the console's keys.

layout-skip = Skip to the content
layout-languages = Language
layout-pages-of-edition = This edition
layout-contact = Questions? Write to
layout-privacy = How we use personal data
layout-menu = Menu
layout-rooms = Console
layout-sign-out = Sign out
layout-pages = Pages
layout-newer = Previous
layout-older = Next

form-errors-title = Please check these answers
form-optional = (optional)
form-choose = Choose
form-yes = Yes
form-no = No
form-draft-kept = What you typed earlier is still here.
form-draft-forget = Clear it
form-offline = There is no connection. Nothing is lost: try again when you are back online.
form-sending = Sending…

state-confirmed = Confirmed
state-pending = Awaiting approval
state-waitlisted = On the waiting list
state-offered = Place offered
state-cancelled = Cancelled

keys-title = Keyboard
keys-search = Search
keys-move = Move through the list
keys-open = Open
keys-help = Show these keys
keys-close = Close
