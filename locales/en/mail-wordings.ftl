# What editions say in their own words.

wordings-title = Words of the mails
wordings-text = Every mail that this edition may say in its own words. Mails about signing in and about accounts say the same in every edition.
wordings-words = Words
wordings-uneven = Some languages are worded by you, others still by us.
wording-own = Yours
wording-ours = Ours
wording-broken = Can’t be printed
wording-broken-text = These words could not be printed for somebody, so our own went out in their place. Please correct them.
wording-heading = Heading
wording-heading-hint = Leave it blank for the mail’s own.
wording-row = Try it on
wording-row-hint = One of the latest mails of this kind. Without a choice, made-up values are used.
wording-keep = Save the words
wording-try = Preview
wording-test = Send a test to yourself
wording-try-text = The preview shows what stands in the form, saved or not. Its links lead nowhere.
wording-names = Names in braces
wording-names-text = Each recipient reads her own. Conditions such as { "{%" } if title { "%}" } … { "{%" } endif { "%}" } can be written around a text.
wording-history = Versions
wording-history-none = Nobody has changed these words yet.
wording-back = Back to this version
wording-back-ours = Back to our words
wording-back-ours-text = Your versions stay here, so that you can take them up again.
wording-nobody = Nobody in particular
done-words-kept = Saved. Mails printed from now on say so.
done-test-sent = The test is on its way to you. What you typed is not saved yet.
doing-reword = { $count ->
    [one] One mail’s own words can’t be printed.
   *[other] { $count } mails’ own words can’t be printed.
}
doing-reword-act = See the words

# What a trial prints.
mail-test-subject = Test: { $subject }
mail-sample-name = Chan Tai Man
mail-sample-title = Robots that fold proteins
mail-sample-call = Talks
mail-sample-round = First reading
mail-sample-confirm_by = 1 October 2026 (Thursday), 6:00 pm
mail-sample-when = 20 November 2026 (Friday), 10:00 am, Harbour Hall
mail-sample-until = 1 October 2026 (Thursday), 6:00 pm (Hong Kong time)
mail-sample-company = Seven Robots Limited
mail-sample-inviter = Au Wing Sze
mail-sample-person = Au Wing Sze
mail-sample-sender = Au Wing Sze
mail-sample-speaker = Prof. Lee Ka Yan
mail-sample-reason = Please tell us more about your results.

# Whom a mail is for, and when it goes out.
mail-to-attendee = attendee
mail-to-account = account
mail-to-invited = who is asked
mail-to-applicant = applicant
mail-to-reviewer = reviewer
mail-to-speaker = speaker, or her contact
mail-timing-at-once = at once
mail-timing-by-clock = by the clock, once

# What causes it.
mail-cause-registration-confirmed = A place was found, given by approval, or an offer was accepted
mail-cause-registration-pending = Somebody registers by a type that needs approval
mail-cause-registration-waitlisted = Somebody registers, and no place is free
mail-cause-registration-offered = A place came free for the first in line
mail-cause-offer-expiring = The time to answer an offer is nearly up
mail-cause-offer-lapsed = Nobody answered the offer in time
mail-cause-registration-cancelled = A registration was cancelled, by whomever
mail-cause-registration-declined = An organiser declined a registration
mail-cause-registration-known = The same person registers again
mail-cause-registration-changed = Staff corrected a registration
mail-cause-session-place = A place came free in a session that somebody waits for, and is hers
mail-cause-session-place-ended = Staff ended a booking of a session
mail-cause-sessions-moved = A release moved or dropped sessions that somebody booked or waits for
mail-cause-address-proof = Somebody asks for mails to another address
mail-cause-ticket = The ticket is asked for again
mail-cause-day-reminder = So many days before it begins as the edition’s settings say, to whoever has a place
mail-cause-thanks = So many days after it ends as the edition’s settings say, to whoever came
mail-cause-sign-in = Somebody asks to sign in by mail
mail-cause-invitation = A role is offered
mail-cause-submission-draft = Somebody begins a submission with her address
mail-cause-submission-received = A submission is handed in
mail-cause-submission-edited = What was handed in was changed, half an hour after the last edit
mail-cause-submission-withdrawn = A submission is withdrawn, by whomever
mail-cause-co-speaker-invitation = An applicant asks somebody to take part
mail-cause-co-speaker-answered = Whoever was asked takes part, or does not
mail-cause-speaker-invited = Staff send a speaker her page
mail-cause-eligibility-failed = Staff find that a submission does not fit the rules
mail-cause-decision-accepted = Staff tell that it is accepted, or ask again
mail-cause-decision-standby = Staff tell that it is on standby
mail-cause-decision-declined = Staff tell that it is declined
mail-cause-confirm-reminder = Three days before the date to confirm by
mail-cause-slot-changed = A release changes when or where somebody is on
mail-cause-review-reminder = Two days before a round ends, to whoever has something left to review in it
mail-cause-company-invitation = A company’s member asks a colleague
mail-cause-passes-given = A company that confirmed its demo is given passes
mail-cause-pass-claim = A company sends somebody a pass
mail-cause-password-changed = A password was set or changed
mail-cause-role-changed = A role was granted or withdrawn
mail-cause-webhook-disabled = A webhook said that it is gone, or nothing arrived there for days

# What each name prints.
mail-variable-name = The recipient’s name; may be blank
mail-variable-edition-name = The edition’s name
mail-variable-edition-when = The edition’s days, with the time zone
mail-variable-edition-place = The venue and its address; may be blank
mail-variable-edition-contact = Where answers go
mail-variable-button = The button, with its link below it; it must stand in the text
mail-variable-ticket = The ticket with its QR code; it must stand in the text
mail-variable-facts = When and where, as a table
mail-variable-links = The link of the button, by itself
mail-variable-links-ticket = The link to the ticket’s own page
mail-variable-ticket_code = The ticket code
mail-variable-sessions = Her own programme, a list; each session has title and when; may be empty
mail-variable-hours = How many hours there are to answer
mail-variable-until = The deadline, with the time zone
mail-variable-days = For how many days the link is valid
mail-variable-count = How many passes
mail-variable-title = The title
mail-variable-call = The name of the call
mail-variable-round = The name of the round
mail-variable-left = How many are left to review
mail-variable-confirm_by = The date to confirm by; may be blank
mail-variable-when = When and where
mail-variable-company = The company’s name
mail-variable-inviter = Who asks
mail-variable-person = Who answers
mail-variable-takes_part = Whether she takes part: true or false
mail-variable-sender = Who sends the pass
mail-variable-speaker = The speaker’s name where the mail goes to a contact; otherwise blank
mail-variable-reason = The reason that staff gave
mail-variable-cause = Why: attendee, staff, offer-declined, off-stage, pass-taken-back, pass-ended
mail-variable-comments = What judges said, a list; may be empty
mail-variable-slots = The slots, a list; each has what (new, moved, gone), title, now and before

# Errors.
error-wording_open = A brace is opened and not closed.
error-wording_tag = “{ $name }” is no tag that can be used here. Use if, elif, else, endif, for and endfor.
error-wording_filter = “{ $name }” can’t be used here. After a bar only “link” can stand.
error-wording_sign = { $sign } can’t stand between braces.
error-wording_syntax = What stands in braces can’t be read (line { $line }). Is every tag closed?
error-wording_lacks = { $name } has to stand in the text, since the mail is of no use without it.
error-wording_fails = This can’t be printed, since something in braces is missing for some recipients.
error-worded_meanwhile = Somebody else has changed these words meanwhile. Look at the versions below, then save again.

# The audit trail.
audit-mail-word = Changed the words of a mail
audit-mail-test-wording = Sent a test mail
audit-mail-wording-failed = An edition’s own words could not be printed
mail-cause-eligibility-passed = Staff find that a submission fits the rules after all
mail-cause-reviews-assigned = Submissions are shared out, to whoever was given some for the first time in a round
