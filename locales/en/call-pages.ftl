# Calls as the public reads them, and the form of a submission.

calls-title = Calls
calls-empty = There is no call at the moment.
calls-code = You have a code
calls-code-label = Code
calls-code-hint = Some calls are open only to those whom the organisers gave a code.
calls-code-act = Open the call
home-calls = Calls
call-open = Open
call-upcoming = Not open yet
call-closed = Closed
call-open-until = Open until { $when }
call-opens = Opens on { $when }
call-closed-at = Closed on { $when }
call-opens-term = Opens
call-deadline = Deadline
call-tracks = Fields
call-session-types = Formats
call-session-type = { $name } ({ $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
})
call-limit = How many
call-limit-most = At most { $max } from one applicant
call-start = Start a submission
call-start-text = You need no account, and nothing has to be complete yet. We keep what you write and mail you a link to go on.
call-email-hint = The link to your draft, and later the decision, goes here.
call-after = Nobody but you sees a draft. You submit it from your own page, before the deadline.
call-start-act = Keep my draft
call-again = You have started already
call-again-text = We send you the link to your page once more.
call-again-act = Send the link
call-kept-title = Kept. Please check your e-mail
call-kept-link = The mail carries a personal link to your draft. With it you go on writing, invite others and add a photo.
call-kept-submit = Only what you submit before the deadline is considered.
call-kept-wrong = Wrong address? Back to what you wrote
call-resent = Sent again, if something was started with this address.

draft-title = Title
draft-title-hint = In one language, or in up to three. At most 200 characters in each.
draft-summary = Abstract
draft-summary-hint = What it is about, and what listeners take home. At most 5,000 characters in each language.
draft-spoken = Spoken language
draft-spoken-hint = Tick every language you will speak in, or interpretation if you wish for it.
draft-track = Field
draft-session-type = Format
draft-notes = Notes for the organisers
draft-notes-hint = The public never sees them.
spoken-en = English
spoken-cmn = Putonghua
spoken-yue = Cantonese
spoken-interpretation = With interpretation
form-count = # of { $max } characters
form-markdown = You can use Markdown: **bold**, *italic*, lists, links.
