# Demos: what can go wrong, what the trail says.

audit-submission-save-demo = Saved a demo’s details
audit-submission-add-demo-file = Sent a demo’s file
audit-submission-remove-demo-file = Removed a demo’s file
audit-submission-hand-over = Handed a demo over to a colleague
error-track_applied = Your company has applied in this track already. Choose another track, or withdraw the other application.
