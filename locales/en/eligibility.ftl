# Whether a submission fits its call’s rules.

error-eligibility_no_reply = There is nothing to reply to, or you have replied already.
audit-submission-check-eligibility = Checked a submission against the rules
audit-submission-reply = Replied to the check against the rules
mail-template-eligibility-failed = Does not fit the rules

eligibility-title = Fits the rules of the call
eligibility-passed = It fits the rules.
eligibility-failed = It does not fit the rules.
eligibility-question = Does it fit the rules of the call?
eligibility-reason = Reason
eligibility-reason-hint = Where it does not fit, the applicant is told this and may reply once.
eligibility-act = Save
eligibility-reply-of = Reply
eligibility-own-failed = As it stands, the application does not fit the rules of the call.
eligibility-own-next = You may reply once, with a correction or an explanation. The organisers then look at it again.
eligibility-own-replied = We have your reply. The organisers look at it again and write to you.
eligibility-reply = Your reply
eligibility-reply-act = Send the reply
application-done-replied = We have your reply.
eligibility-own-final = The organisers have read your reply and looked at it again: it still does not fit.
error-eligibility_of_company = Only what a company handed in is checked like this: nobody else could reply. Decide about this one instead.
next-correct = As it stands, it does not fit the rules of the call. Open it to read why, correct what is wrong, and send one reply.
standing-correct = Needs a correction
mail-template-eligibility-passed = Fits the rules after all

stage-unchecked = Not checked
stage-unfit = Does not fit the rules
stage-replied = Reply to read
doing-check = { $count ->
    [one] One application was not held against the rules of its call
   *[other] { $count } applications were not held against the rules of their calls
}
doing-check-act = Check them
doing-read-replies = { $count ->
    [one] One company replied to what was found against its application
   *[other] { $count } companies replied to what was found against their applications
}
doing-read-replies-act = Read the replies
