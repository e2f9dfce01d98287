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
