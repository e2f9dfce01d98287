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

## Tracks, rooms, partners
partner-kind-host = Host
partner-kind-co-organiser = Co-organiser
partner-kind-supporter = Supporter
partner-kind-sponsor = Sponsor

error-choice_unknown = Choose from what is offered here.
error-in_use = Something still refers to this, so it can’t be removed.

audit-track-create = Added a track
audit-track-change = Changed a track
audit-track-remove = Removed a track
audit-track-reorder = Put the tracks in another order
audit-room-create = Added a room
audit-room-change = Changed a room
audit-room-remove = Removed a room
audit-room-reorder = Put the rooms in another order
audit-partner-create = Added a partner
audit-partner-change = Changed a partner
audit-partner-remove = Removed a partner
audit-partner-reorder = Put the partners in another order

## Consents
consent-collection = Statement on collecting personal data
consent-transfer = Transfer across the border
consent-co-hosts = Use by the co-hosts
consent-marketing = News and invitations

error-consent_never_required = Nobody can be made to agree to this in order to register.

audit-consent-text-set = Changed a consent text
