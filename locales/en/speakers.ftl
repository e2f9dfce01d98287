# Speakers: what goes wrong with them, and what the trail says.

error-contact_without_address = Give the contact’s address too.
error-span_backwards = The end must be after the beginning.
error-spans_count = At most { $max } times can be given.
error-speaker_known = A speaker with this address is on the list already.
error-speaker_has_account = One of the two is linked already: an account belongs to one speaker, and a speaker to one account.
error-speaker_unreachable = No address is known for this speaker. Give the speaker’s own, or a contact’s.

audit-speaker-create = Added a speaker
audit-speaker-change = Wrote a speaker’s profile
audit-speaker-correct = Corrected a speaker’s details
audit-speaker-reorder = Put the speakers in another order
audit-speaker-invite = Sent a speaker the link
audit-speaker-link-account = Linked an account to a speaker
audit-speaker-set-availability = Gave a speaker’s times
audit-speaker-set-photo = Sent a speaker’s photo
audit-speaker-remove-photo = Removed a speaker’s photo
