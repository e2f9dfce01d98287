# Demos: what can go wrong, what the trail says.

audit-submission-save-demo = Saved a demo’s details
audit-submission-add-demo-file = Sent a demo’s file
audit-submission-remove-demo-file = Removed a demo’s file
audit-submission-hand-over = Handed a demo over to a colleague
error-track_applied = Your company has applied in this track already. Choose another track, or withdraw the other application.

error-call_for_companies = Companies apply for demos. Sign in, add your company, and apply from its page.

call-companies-text = Companies apply here. Make an account, add your company, and apply from its page; a draft is kept until you submit it.
call-companies-act = Apply with your company

applications-title = Applications
applications-open = Open for applications
application-start = Begin an application
application-standing = Where it stands
application-received = We received it on { $when }.
application-next-submit = This is a draft that only your company sees. Finish it and submit it.
application-back = Back to the application
application-edit = Write the application
application-title = Product name
application-files = Deck and video
application-files-act = Send the files
application-save-preview = Save and preview
application-preview = What judges will see
application-preview-text = Judges read this in their own language where you gave it, else in the one you wrote.
application-preview-blind = A round of this call is blind: its judges see neither your company’s name nor your files. Leave names out of the texts.
application-saved = Saved.
application-unsaved = Not saved yet: something in the form needs correcting. Press “Save” to see what.
application-unreached = Not saved yet: there is no connection. We try again when it is back.

application-done-started = Here is your draft. It is saved as you type.
application-done-saved = Saved.
application-done-submitted = We have received your application. A receipt is on its way to you.
application-done-withdrawn = The application was withdrawn.
application-done-confirmed = Thank you. You have confirmed the slot.
application-done-turned-down = You turned the slot down.
application-done-file = The files have arrived.
application-done-file-removed = The file is gone.

demo-title = Demo
demo-company = Company
demo-product = The product
demo-product-hint = What it is and what it is for. Everybody can read it once your slot is confirmed and published. At most 3,000 characters in each language.
demo-shown = What will be shown
demo-shown-hint = What visitors will see and can try. Everybody can read it once your slot is confirmed and published. At most 5,000 characters in each language.
demo-novelty = What is new
demo-novelty-hint = Compared with what there is already. At most 3,000 characters in each language.
demo-traction = Who uses it
demo-traction-hint = Customers, pilots, sales, clinical trials: whatever there is. At most 3,000 characters in each language.
demo-team = The team
demo-team-hint = Who makes it, and who will be there. At most 3,000 characters in each language.
demo-spoken-hint = Tick every language in which you can show it.
demo-times = When you can show it
demo-times-hint = Tick none if any time will do.
demo-times-any = At any time
demo-morning = { $date }, morning
demo-afternoon = { $date }, afternoon
demo-equipment = Equipment
demo-equipment-hint = What you bring, and what you need to find there.
demo-watts = Power
demo-watts-hint = The most it draws, in watts; 0 if it needs none.
demo-watts-many = { $watts } W
demo-square-metres = Space, in square metres
demo-square-metres-many = { $metres } m²
demo-video-url = Link to a video
demo-video-url-hint = The link is shown as a link and never plays here by itself.
demo-video-far = Readers on the mainland can’t open this link. Send the video as a file instead, or as well.
demo-file-deck = Deck
demo-file-deck-hint = PDF, at most 20 MB. A new one replaces the old.
demo-file-video = Video
demo-file-video-hint = MP4, at most 100 MB. A new one replaces the old.
