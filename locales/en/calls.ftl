# Calls: what goes wrong with them, and what the trail says.

error-track_unknown = Choose a track of this edition.
error-session_types_count = A call has at most { $max } session types.
error-criteria_count = A rubric has 1 to { $max } criteria.
error-scale_invalid = The highest score must be above the lowest.
error-anchor_off_scale = Scores run from { $min } to { $max }.
error-call_kind_fixed = The kind of a call can’t change once it was shown.
error-call_archived = This call was archived. Nothing about it can change any more.
error-call_listed = This call is shown already.
error-call_unlisted = This call is hidden already.
error-call_not_open = This call is not open yet.
error-call_closed = This call is closed. Write to the organisers if you still want to submit.
error-call_code_wrong = This code does not work. Check it against the message you got it in, or ask the organisers for another.
error-round_closed = This round is closed. Its scores stay as they are.

audit-call-create = Added a call
audit-call-change = Changed a call
audit-call-list = Showed a call
audit-call-unlist = Hid a call
audit-call-close = Closed a call before its deadline
audit-call-archive = Archived a call
audit-call-reorder = Put the calls in another order
audit-call-issue-code = Made a code for a call
audit-call-revoke-code = Took back a code of a call
audit-round-create = Added a round of review
audit-round-change = Changed a round of review
audit-round-close = Closed a round of review
audit-round-remove = Removed a round of review
audit-round-reorder = Put the rounds of review in another order
