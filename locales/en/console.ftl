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
doing-translate = { $count ->
    [one] One public text lacks a language
   *[other] { $count } public texts lack a language
}
doing-translate-act = See what is missing
doing-publish = This edition is a draft: only staff see it
doing-publish-act = Check and publish
doing-add-type = Nobody can register yet: there is no registration type
doing-add-type-act = Add a type
