# The console's pages of submissions.

console-submissions = Submissions
submissions-add = Add somebody invited
submissions-tell = { $count ->
    [one] Tell one decision
   *[other] Tell { $count } decisions
}
submissions-search = Find by title, text or name
submissions-stage = State
submissions-call = Call
submissions-track = Field
submissions-title = Title
submissions-person = Applicant
submissions-when = Submitted
submissions-untitled = (no title yet)
submissions-choose = Choose “{ $title }”
submissions-none = Nothing here
submissions-none-text = No submission fits these filters. Add somebody you invite, or wait for the calls to bring some.
submissions-count = { $count ->
    [one] One submission
   *[other] { $count } submissions
}
submissions-standby-place = Standby { $place }
submissions-decide = What is decided about those chosen above
submissions-decide-one = What is decided
submissions-decide-hint = Nobody is told before you send the mails.
submissions-decide-act = Decide
submissions-deciding = Decision
submissions-kind = Session type
submissions-spoken = Spoken
submissions-told = Told
submissions-confirm-by = To confirm by
submissions-answer = Answer
submissions-summary = Summary
submissions-people = People
submissions-answers = Answers
submissions-remarks = For the organisers only
submissions-unreachable = No address is known
submissions-heard = An answer by phone or chat
submissions-comes = Takes the place
submissions-comes-hint = Record it as it was said to you.
submissions-note = Who said so, how and when
submissions-note-hint = Stays on the record, such as: the assistant, by phone, 3 March
submissions-heard-act = Record the answer
submissions-ask-again = Ask again
submissions-ask-again-act = Send the mail again
submissions-ask-again-text = The mail goes out again, with a new date to confirm by.
submissions-withdraw = Withdraw in the applicant’s name
submissions-withdraw-act = Withdraw it for good
submissions-withdraw-text = A withdrawn submission stays withdrawn. A place that was promised becomes free.
submissions-add-title-hint = What the programme will say until it is changed, such as Keynote
submissions-add-no-call = Whoever you invite stands in one of the calls, such as one by code for keynotes. Make a call first; it may stay a draft.
submissions-choose-call = Choose the call above.
submissions-known = Somebody on the list already
submissions-known-hint = Then leave name and addresses below empty.
submissions-email-hint = May stay empty: then record the answer yourself.
submissions-contact-name = Contact person
submissions-contact-hint = An assistant who receives the mails and acts in the speaker’s name
submissions-contact-email = The contact’s address
submissions-lang = Language of the mails
submissions-lang-hint = English if nothing is chosen
submissions-promise = Accept, and send the mail with the personal link now where an address is known
submissions-add-act = Add

stage-draft = Draft
stage-undecided = Undecided
stage-accepted = Accepted
stage-standby = Standby
stage-declined = Declined
stage-untold = Not told
stage-awaiting = Awaits an answer
stage-confirmed = Confirmed
stage-given-up = Given up
stage-withdrawn = Withdrawn

decision-accepted = Accept
decision-standby = Put on standby, behind those who are
decision-declined = Decline
decision-none = Back to undecided

answer-none = No answer
answer-confirmed = Confirmed
answer-turned-down = Turned down
answer-lapsed = Let the date go by

part-speaker = Speaker
part-moderator = Moderator
part-panellist = Panellist
part-contact = Contact
part-invitation-accepted = takes part
part-invitation-invited = has not answered
part-invitation-declined = does not take part

tell-title = Tell what was decided
tell-text = These mails go out as they stand here, each in its recipient’s language. Untick those that should wait.
tell-none = Nothing to tell
tell-none-text = Everybody has been told what was decided.
tell-send = Send to { $to } ({ $lang })
tell-by-hand = No address is known. Tell this person yourself, then tick this to count it as told.
tell-act = Send the mails

vacancy-text = This place was given up and is free.
vacancy-slot = Its slot is free again: { $when }, { $room }.
vacancy-line = “{ $title }” gave up a place.
vacancy-next = Next on standby: “{ $title }”
vacancy-nobody = Nobody is on standby for it.
vacancy-promote = Give it to the next on standby
vacancy-leave-empty = Leave it empty
vacancy-look = Look at it

done-decided = Decided. Nobody has been told yet.
done-told = The mails are on their way.
done-answer-recorded = The answer is on the record.
done-asked-again = The mail is on its way again.
done-submission-withdrawn = Withdrawn in the applicant’s name.
done-promoted = The next on standby has the place and is being told.
done-left-empty = The place stays empty.

error-nothing_chosen = Choose at least one submission, and what to decide.
quota-title = Tracks of this call
quota-accepted = Accepted { $count } of { $quota }
quota-accepted-any = Accepted { $count }
quota-rest = Confirmed { $confirmed } · On standby { $standby }
quota-over = Over the quota
