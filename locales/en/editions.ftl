# Editions: their states, what is refused, what the history says.

edition-state-draft = Draft
edition-state-published = Published
edition-state-archived = Archived

error-slug_fixed = The short name cannot change any more, because links with it have been sent out.
error-offers_end_late = Offers must end before the edition does.
error-edition_published = This edition is already published.
error-edition_not_published = This edition is not published.

audit-edition-create = Created the edition
audit-edition-change = Changed the edition’s details
audit-edition-publish = Published the edition
audit-edition-archive = Archived the edition
