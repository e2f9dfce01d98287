# Decision letters in the chair’s own words.

tell-words = Change the words for everybody
tell-edit = Change this letter alone
wording-title = Words of the letter
wording-one = For this submission alone:
wording-all = For everybody who is told this in this language, unless a letter of their own was changed.
wording-subject = Subject
wording-lead = Text between greeting and signature
wording-lead-hint = An empty line begins a new paragraph. Greeting and contact are added by themselves; { "{button}" } has to stand where the button shall be.
wording-blanks = Write these names in braces, and each recipient reads her own:
wording-blank-title = The title of the submission
wording-blank-call = The name of the call
wording-blank-confirm_by = The date to confirm by
wording-act = Save and read the letters
wording-reset-text = Taking your words back brings back those that stood here before.
wording-reset = Take your words back
done-worded = Saved. Read the letters again before you send them.
error-letters_changed = A letter says something else by now. Read the letters again, then send them.
error-blank_unknown = Nothing fills { $name }. Use only the names below.
audit-submission-set-wording = Changed the words of a decision letter
audit-submission-reset-wording = Took back the changed words of a decision letter
