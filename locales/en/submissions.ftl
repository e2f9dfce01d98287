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
error-submission_limit = At most { $max } can be submitted by one applicant. Withdraw another first.
error-profile_needed = Please give your name first.
error-answer_frozen = This can’t be changed any more. Write to the organisers if it is wrong.
error-participants_count = At most { $max } people can take part.
error-participant_known = This person takes part already, or has been asked.
error-participant_owner = This submission belongs to this person, who can’t be taken off it.
error-part_answered = This invitation was answered already.
error-decided_meanwhile = Somebody else decided about this meanwhile. Nothing was changed: look again, then decide.
error-vacancy_settled = Somebody has this place already, or it was left empty.
error-no_standby = Nobody is on standby for this place.

audit-submission-start = Began a submission
audit-submission-add = Added a submission for a speaker
audit-submission-save = Changed a submission
audit-submission-correct = Corrected a submission
audit-submission-submit = Submitted
audit-submission-withdraw = Withdrew a submission
audit-submission-invite = Asked somebody to take part
audit-submission-answer-invitation = Answered whether to take part
audit-submission-remove-participant = Took somebody off a submission
audit-submission-decide = Decided about a submission
audit-submission-tell = Told an applicant what was decided
audit-submission-ask-again = Asked an applicant again to confirm
audit-submission-confirm = Confirmed
audit-submission-turn-down = Turned a place down
audit-submission-record-answer = Recorded an applicant’s answer
audit-submission-lapse = A date to confirm by went past
audit-submission-promote = Moved a submission up from standby
audit-submission-leave-empty = Left a place empty

error-files_count = At most { $max } files can be kept here. Remove one first.

audit-submission-add-slides = Added slides
audit-submission-remove-slides = Removed slides
