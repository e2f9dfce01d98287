# The rooms of an edition's console.

console-today = Today
console-registrations = Registrations
console-places = Types and places
console-questions = Questions
console-mail = Mail
console-team = Team
console-settings = Settings

today-to-do = What needs doing
today-nothing = Nothing waits for you
today-nothing-text = New approvals, missing translations and other next steps will stand here.
today-numbers = Registrations
today-arrived = New in 24 hours
today-places = Places
today-taken = { $taken } of { $capacity } taken
today-public-page = Public page

doing-approve = { $count ->
    [one] One registration awaits approval
   *[other] { $count } registrations await approval
}
doing-approve-act = Look at them
doing-call-waiting = { $count ->
    [one] One person waits while places are free
   *[other] { $count } people wait while places are free
}
doing-call-waiting-act = Call the waiting list
doing-decide = { $count ->
    [one] One submission to a closed call awaits a decision
   *[other] { $count } submissions to closed calls await a decision
}
doing-decide-act = Decide
doing-tell = { $count ->
    [one] One decision was not told to its applicant
   *[other] { $count } decisions were not told to their applicants
}
doing-tell-act = Read the letters
doing-translate = { $count ->
    [one] One public text lacks a language
   *[other] { $count } public texts lack a language
}
doing-translate-act = See what is missing
doing-publish = This edition is a draft: only staff see it
doing-publish-act = Check and publish
doing-add-type = Nobody can register yet: there is no registration type
doing-add-type-act = Add a type

## What was done
done-saved = Saved.
done-added = Added.
done-removed = Removed.
done-moved = The order is saved.
done-archived = Archived.
done-published = Published. Everybody can see it now.
done-made = The edition is made, as a draft that only staff see. Fill in what it lacks, then publish it.

## Lists
list-name = Name
list-order = Order
list-slug = Short name
list-slug-hint = Stands in addresses: small letters, digits and hyphens, such as robotics
list-archive = Archive
list-archive-act = Archive it
list-archived = Archived
order-up = Move “{ $name }” up
order-down = Move “{ $name }” down
part-edit = Change
part-remove = Remove
part-remove-act = Remove for good
part-remove-text = It disappears from the public pages. Nothing else may refer to it.

## Editions
console-editions = Editions
editions-caption = The editions you work in
editions-name = Name
editions-number = Number
editions-when = When
editions-state = State
editions-new = New edition
editions-none = No edition yet
editions-none-text = Make the first one. It is a draft until you publish it; the next year’s can be cloned from it.
editions-no-role = You have no role in any edition yet
editions-no-role-text = Ask an organiser or an admin to give you one. It appears here as soon as you have it.
editions-account = Your account
editions-blank-text = It is a draft until you publish it. All of this can be changed later.
editions-make = Make the edition

## Details of an edition
edition-part-what = What it is
edition-part-when = When
edition-part-where = Where, and whom to ask
edition-part-line = Waiting list
edition-part-mails = Mails around the day
edition-field-name = Name
edition-hint-name = In as many languages as you have; readers of another one see the nearest.
edition-field-tagline = Subject in one line
edition-hint-tagline = Stands below the name.
edition-field-description = About
edition-hint-description = An empty line begins a new paragraph.
edition-field-number = Number
edition-hint-number = Which one it is: 3 for the third
edition-field-slug = Short name
edition-hint-slug = Stands in every address, such as 2026; fixed once published
edition-field-zone = Time zone
edition-hint-zone = By its IANA name, such as Asia/Hong_Kong. All times are local times there.
edition-field-starts_at = Begins
edition-field-ends_at = Ends
edition-field-venue_name = Venue
edition-hint-venue_name = Needed before you publish
edition-field-venue_address = Address
edition-field-contact_email = E-mail for questions
edition-hint-contact_email = Attendees see it on every page and in every mail.
edition-field-offer_hours = Hours an offer holds
edition-hint-offer_hours = How long a place is held for somebody on the waiting list, from 1 to 336
edition-field-offers_end_at = Offers end
edition-hint-offers_end_at = From then on the desk calls the waiting list by hand.
edition-field-reminder_days = Reminder, days before
edition-hint-reminder_days = At 9:00 in the morning, so many days before the forum or a side event begins, whoever has a place gets the ticket and what she has booked, once. From 1 to 30; blank for no reminder.
edition-field-thanks_days = Thanks, days after
edition-hint-thanks_days = At 9:00 in the morning, so many days after it ends, whoever came is thanked, once. From 1 to 30; blank for no thanks.
edition-field-mail_kept_days = Mails kept, days after
edition-hint-mail_kept_days = So many days after the end, what mails said is deleted; that they were sent stays on record. From 1 to 3650; blank to keep it for good.

## Settings
settings-details = Texts and dates
settings-partners = Partners
settings-tracks = Fields
settings-rooms = Rooms
settings-consents = Consents
settings-check = Check
settings-check-publish = Check and publish
settings-empty = (empty)
settings-meanwhile = As it is now, where that differs from what you typed
settings-archive = Archive this edition
settings-archive-act = Archive the edition
settings-archive-text = The public still reads it, but nobody can register or change a registration any more. You can publish it again.
settings-needed = Before it can be published
settings-publish-title = Publication
settings-publish = Publish
settings-publish-text = Everybody sees the edition from then on, and can register while a type is open. Its short name can’t change any more.
settings-publish-again-text = This edition is archived. Publishing it again opens whatever registration windows have not ended.
settings-languages = Languages
settings-languages-text = Readers see the nearest language there is, marked as such. You may publish all the same.
settings-complete = Every public text is written in all three languages.
settings-gaps = { $count ->
    [one] One text lacks a language
   *[other] { $count } texts lack a language
}
settings-text = Text
settings-of = Of
settings-lacks = Lacks
settings-gap = { $what }: { $field }
settings-edition = Edition
settings-track = Field
settings-room = Room
settings-partner = Partner
settings-consent = Consent
settings-question = Question
settings-type = Registration type
text-name = name
text-tagline = subject
text-description = description
text-venue_name = venue
text-venue_address = address
text-body = text
text-label = question
text-hint = hint
text-choices = choice

partners-add = Add a partner
partners-none = No partners yet
partners-none-text = Add the hosts first, then co-organisers, supporters and sponsors. They stand on the public page in your order of protocol, never by the alphabet.
partners-kind = Kind
partners-url = Web page
partners-url-hint = Its own page, beginning with https://
tracks-add = Add a field
tracks-none = No fields yet
tracks-none-text = Add the fields of the forum, such as biomedicine or robotics. They stand on the public page.
tracks-slug = Short name
tracks-colour = Colour
tracks-colour-hint = Of its label; dark enough to be read on white
rooms-add = Add a room
rooms-none = No rooms yet
rooms-none-text = Add the rooms that sessions take place in.
rooms-capacity = Seats
rooms-capacity-hint = How many people it holds, if you know
rooms-turnaround = Minutes between sessions
rooms-turnaround-hint = For so long it must be free to be made ready.
consents-text = What attendees read and agree to when they register. No box is ever ticked for them, and they can take each consent back.
consents-kind = What
consents-body = Text
consents-asked = When registering
consents-none = Not asked
consents-required = Must be agreed to
consents-free = May be agreed to
consents-hint-statement = Why you ask for personal data, who receives it, where it is kept and for how long, and whom to ask. Needed before you publish.
consents-hint-optional = Stands beside a box. Leave it empty to ask this no more.
consents-required-box = One can’t register without agreeing
consents-version = A change makes a new version. Consents already given keep the version that was agreed to.

## Types and places
types-title = Registration types
types-caption = The ways to attend, in the order of the form
types-add = Add a type
types-edit = Registration type
types-none = No registration type yet
types-none-text = Nobody can register before there is one. Make a pool of places first if they are limited, then a type that draws on it.
types-window = Open
types-pools = Draws on
types-pools-hint = Each registration takes one place of every pool ticked here. It can’t change once somebody has registered.
types-no-pools = Without a pool, places are unlimited.
types-unlimited = Unlimited
types-from = From { $when }
types-until = Until { $when }
types-always = Until the edition ends
types-name-hint = As attendees know it, such as Guest or Student
types-description = Description
types-description-hint = Whom it is for
types-opens_at = Opens
types-opens_at-hint = Leave it empty to open at once.
types-closes_at = Closes
types-closes_at-hint = Leave it empty to close when the edition ends.
types-needs-approval = An organiser approves each registration
types-pending-holds = A registration holds its place while it awaits approval
types-archive-text = It disappears from the form for good. Who registered by it stays registered.
pools-title = Pools of places
pools-caption = Places that types draw on
pools-add = Add a pool
pools-edit = Pool of places
pools-none = No pool yet
pools-none-text = A pool is a number of places, such as the seats of a hall. Several types may share one; without any, places are unlimited.
pools-name-hint = Only staff see it.
pools-capacity = Places
pools-capacity-hint = How many people may hold one at a time
pools-capacity-taken = { $taken } are taken; it can’t be less. When you add places, the waiting list is offered them first.
pools-taken = Taken
pools-remove-text = Nothing draws on it any more afterwards. A pool that a type draws on can’t be removed.

## Questions
questions-caption = In the order of the form
questions-add = Add a question
questions-edit = Question
questions-none = No questions yet
questions-none-text = Name, address and organisation are always asked. Add what else you need to know, such as meals or interpretation; each question costs you a few registrations.
questions-label = Question
questions-hint = Hint
questions-hint-hint = Stands below the question.
questions-slug-hint = Its name in exports and the API, such as meal
questions-kind = Kind of answer
questions-fixed = Fixed since the edition was published. To ask it differently, archive this question and add another.
questions-choices = Choices
questions-choices-hint = For one or any of several choices: 2 to 50. Rows left empty are passed over.
questions-choice = Choice { $number }
questions-more = More rows
questions-required = required
questions-required-box = Must be answered
questions-sensitive = Sensitive
questions-sensitive-box = Sensitive: stored encrypted, and kept out of search and ordinary exports
questions-shown = Shown
questions-shown-hint = Only earlier questions with choices, or yes and no, can decide this.
questions-nothing-earlier = Always. To show it only on a certain answer, first add a question with choices before it.
questions-always = Always
questions-shown-if = If “{ $question }” is answered “{ $answer }”
questions-answer-to = If “{ $question }” is
questions-retain_days = Days to keep answers
questions-retain_days-hint = After the end of the edition; empty to keep them as long as the registration
questions-archive-text = It is asked no more. Answers already given stay, and its short name stays taken.

## A new edition from an earlier one
clone-title = New edition from an earlier one
clone-source = From
clone-source-text = Its texts, partners, questions and types come along as far as you tick them; its dates move by whole weeks. People and roles never come along.
clone-from = From edition { $number }
clone-nothing = An edition that has nothing in common with these
clone-from-nothing = From nothing
clone-coming = { $name } ({ $count })
clone-dates = Dates
clone-dates-text = Moved by whole weeks, so that weekdays stay. Change the beginning and move the rest along, or change each.
clone-date = { $old } → { $new }
clone-date-none = { $old } → none
clone-move = Move all dates with the beginning
clone-look = Show the weekdays
clone-modules = What comes along
clone-modules-label = Parts of the edition
clone-modules-hint = Each with how much of it there is.
