# Submissions: why something can’t be done with one as it stands.

error-submission_draft = This has not been submitted yet.
error-submission_submitted = This is already submitted.
error-submission_withdrawn = This was withdrawn. A withdrawn submission stays withdrawn.
error-submission_closed = This can no longer be edited, since nothing more will be decided about it. Write to the organisers if that is wrong.
error-submission_undecided = Nothing has been decided about this yet. Decide first, then tell.
error-submission_told = The applicant has been told already, so this can’t go back to undecided. Choose another decision and tell it.
error-submission_told_already = The applicant has been told this already.
error-submission_promised = The applicant has been promised a slot. Record that they turn it down, or withdraw it in their name, before you decide otherwise.
error-submission_not_standby = This is not on standby any more.
error-submission_not_accepted = There is no slot here to confirm or turn down.
error-submission_turned_down = The slot was turned down. Write to the organisers if it should be offered again.
error-submission_lapsed = The date to confirm by is past. Write to the organisers to ask whether the slot is still free.
error-submission_not_due = The date to confirm by is not past, or it was answered.
