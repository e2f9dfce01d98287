# The words that all mails share.
mail-hello = Dear { $name },
mail-hello-nobody = Hello,
mail-when = When
mail-where = Where
mail-ticket-code = Your ticket code
mail-ticket-picture = Your ticket as a QR code. If you see no picture, show the code below.
mail-sign-in-code = Your sign-in code
mail-plain-link = If the button does not work, open this address:
mail-questions = Questions? Write to us:
mail-keep-to-yourself = The links in this mail are for you alone. Please do not forward it.
mail-personal-link = [personal link]

# What each mail is called in the console.
mail-template-registration-confirmed = Place confirmed
mail-template-registration-pending = Awaiting approval
mail-template-registration-waitlisted = On the waiting list
mail-template-registration-offered = Place offered
mail-template-offer-expiring = Offer about to lapse
mail-template-offer-lapsed = Offer lapsed
mail-template-registration-cancelled = Registration cancelled
mail-template-registration-declined = Registration declined
mail-template-registration-known = Registered already
mail-template-registration-changed = Registration changed
mail-template-address-proof = New address to confirm
mail-template-ticket = Ticket
mail-template-day-reminder = Reminder before the day
mail-template-thanks = Thanks after the day
mail-template-sign-in = Sign-in
mail-template-invitation = Invitation
mail-template-submission-draft = Draft kept
mail-template-submission-received = Submission received
mail-template-submission-edited = Submission changed
mail-template-submission-withdrawn = Submission withdrawn
mail-template-co-speaker-invitation = Asked to take part
mail-template-co-speaker-answered = Answer of whoever was asked
mail-template-speaker-invited = Speaker’s page
mail-template-decision-accepted = Submission accepted
mail-template-decision-standby = Submission on standby
mail-template-decision-declined = Submission declined
mail-template-slot-changed = New, moved or cancelled slot
mail-template-review-reminder = Reviews left to do
mail-template-confirm-reminder = Reminder to confirm
mail-template-password-changed = Password changed
mail-template-role-changed = Role changed

# Where a mail stands.
mail-state-draft = Held back
mail-state-queued = Queued
mail-state-sending = Being sent
mail-state-sent = Sent
mail-state-failed = Failed
mail-state-suppressed = Taken out

# What the mail server said.
mail-outcome-accepted = Accepted
mail-outcome-deferred = Put off
mail-outcome-refused = Refused

# Errors.
error-mail_sent = This mail has been sent already.
error-mail_emptied = What this mail said was deleted, so it cannot be sent again.
audit-mail-purge = Deleted what mails said whose time of keeping is over
error-mail_sending = This mail is being sent at this moment. Look again in a minute.

# The audit trail.
audit-mail-retry = Mail sent again
audit-mail-cancel = Mail taken out of the line
mail-template-reviews-assigned = Reviews to write
