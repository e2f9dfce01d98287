# Reviews: what goes wrong with them, and what the trail says.

error-panel_empty = Choose at least one reviewer first.
error-round_not_open = This round has not begun.

audit-reviewer-set = Chose the reviewers of a call
audit-reviewer-assign = Shared out submissions among reviewers
audit-review-write = Reviewed a submission
audit-review-declare-conflict = Declared a conflict of interest
