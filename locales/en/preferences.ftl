# Which mails one gets.
mail-preferences = Want no more mails like this one? Choose which you get:
mail-preferences-link = Choose which mails you get, or unsubscribe
mail-kind-reminder = Reminders of dates that come nearer
mail-kind-news = Thanks, news and what comes next
preferences-title = Which mails you get
preferences-text = This is about mails of this edition to { $email }.
preferences-kinds = Send me
preferences-hint = Mails about what you did yourself, such as a ticket or an answer to your submission, always come.
preferences-act = Save
preferences-saved = Saved
preferences-unsubscribed = Such mails no longer come
preferences-done-text = Mails of this edition to { $email } follow what you chose from now on.
preferences-still = What you need to know about your own registration, submission or account still comes. The link in the mail brings you back here at any time.
audit-mail-prefer = Choice of mails changed
