# The speaker's own page: where each submission stands, the profile, the times.

speaker-title = Your page as a speaker
speaker-unnamed = We don’t have your name yet.
speaker-unnamed-act = Add your profile
speaker-submissions = Your submissions
speaker-none = There is nothing here to answer. Your profile and times are all we need for now.
speaker-untitled = No title yet
speaker-closes = The call closes on { $when }
speaker-confirm-by = Please answer by { $when }
speaker-draft-late = The call has closed, so this draft can no longer be submitted. Write to the organisers if you still want to.
speaker-part-accepted = You take part in this. Whoever submitted it looks after it and hears from us.
speaker-part-invited = You are asked to take part in this. Whoever submitted it sees your answer.
speaker-part-declined = You chose not to take part in this.
speaker-join = Take part
speaker-stay-away = Don’t take part
speaker-confirm = Confirm the slot
speaker-turn-down = Turn the slot down
speaker-cannot = You can’t come after all
speaker-cannot-text = The slot goes to somebody else and does not come back by itself. Please say so as early as you can.
speaker-withdraw = Withdraw
speaker-withdraw-text = What is withdrawn stays withdrawn. You can start another submission while the call is open.
speaker-withdraw-act = Withdraw this submission
speaker-profile = Your profile
speaker-profile-text = Your name, where you work and who you are, as the programme shows them.
speaker-profile-act = Show and change your profile
speaker-profile-save = Save your profile
speaker-biography = Who you are
speaker-biography-hint = A few sentences in one language, or in up to three. At most 3,000 characters in each.
speaker-times = When you can come
speaker-times-text = Give the times at which you could be on stage. Leave it empty if any time suits you.
speaker-times-act = Show and change your times
speaker-times-zone = All times are in { $zone }.
speaker-times-row = Time { $number }
speaker-times-from = From
speaker-times-to = Until
speaker-times-more = More rows appear once you save.
speaker-times-save = Save your times
speaker-link-keep = The link in our mails brings you back here at any time. Whoever has it can act in your name, so please pass it on only to those who do.
speaker-done-profile = Your profile is saved.
speaker-done-times = Your times are saved.
speaker-done-confirmed = Confirmed. Thank you, we look forward to seeing you.
speaker-done-turned-down = You turned the slot down. Thank you for telling us.
speaker-done-withdrawn = It is withdrawn.
speaker-done-joined = You take part.
speaker-done-stayed-away = You don’t take part.

# What comes next, by submissions::Next.
next-submit = This is a draft that nobody but you sees. Finish it and submit it.
next-await-decision = We have received it. The organisers decide after the call has closed, and then write to you.
next-confirm = There is a slot for you. Please say whether you are coming.
next-prepare = You have a slot. The organisers write to you about the programme.
next-stand-by = All slots are given for now. If somebody drops out, you may get one, and we write to you at once.
next-declined = There was no slot for this one. Thank you for your submission.
next-turned-down = You turned the slot down. Write to the organisers if that was a mistake.
next-lapsed = The date to answer by has passed. Write to the organisers, and they see whether the slot is still free.
next-withdrawn = You withdrew this. There is nothing more to do.

# The same as a tag.
standing-submit = Draft
standing-await-decision = Submitted
standing-confirm = Awaits your answer
standing-prepare = Confirmed
standing-stand-by = On standby
standing-declined = Not chosen
standing-turned-down = Turned down
standing-lapsed = Date passed
standing-withdrawn = Withdrawn
