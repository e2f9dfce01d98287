# Answers that are files.

question-kind-file = File (PDF or picture)
submission-files = Files
submission-file-hint = PDF, JPEG, PNG or WebP, at most 20 MB.
submission-file-add = Send the file
submission-done-file = The file has come.
submission-done-file-removed = The file is gone.
error-file_not_typed = Send a file for this question; it takes no text.
error-file_for_calls = Only the form of a call can ask for a file.
error-file_not_sealed = A file can’t be marked as sensitive. Ask for what is sensitive in words.
audit-submission-attach = Answered a question with a file
audit-submission-detach = Took back a file that answered a question
