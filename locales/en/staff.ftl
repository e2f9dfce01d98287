# Team, invitations, accounts, audit trail.

console-account = Your account
console-tokens = Your API tokens
console-accounts = Accounts
console-invitations = Invitations
console-all-tokens = All API tokens
console-audit = Audit trail
console-clock = Times are as in { $zone }.
console-acts = Actions
console-back = Back
console-filter = Filter

done-profile = Saved.
done-password = The password is saved. You are signed out everywhere else.
done-signed-out = Signed out.
done-revoked = Revoked; it stopped working at once.
done-granted = The role is granted. The person is told by email and signs in again.
done-withdrawn = Withdrawn.
done-invited = The invitation is on its way.
done-suspended = The account is suspended and signed out everywhere.
done-reinstated = The account can sign in again.
done-queued = The mail is in the line again and goes out in a moment.
done-taken-out = The mail is taken out of the line and will not be sent.

## Team
team-invite = Invite somebody
team-people = Who may do what
team-person = Person
team-email = Email
team-roles = Roles
team-role = Role
team-edition = Edition
team-edition-hint = Leave this empty for an admin, who is of the whole site.
team-no-role = No role
team-nobody = Nobody has a role in this edition yet
team-nobody-text = Invite the people you work with. Admins see every edition without a role in it.
team-withdraw = Withdraw { $role }
team-grant = Grant one more role
team-grant-text = For people who are on the team already. Everybody else is invited by email.
team-grant-act = Grant the role
team-powers = What each role may do

power-admin = Everything on the whole site: accounts, roles, editions, API tokens, audit trail.
power-organiser = Everything in the edition, including roles and settings.
power-programme = Calls, submissions, decisions, sessions and releases.
power-reviewer = Sees and scores what was assigned.
power-communications = Mail templates, campaigns and the outbox.
power-desk = Finds registrations, checks people in, registers walk-ins.
power-observer = Counts and charts, without personal data.

invite-text = The link in the email works for { $days } days. Opening it makes an account where there is none.
invite-email = Email address
invite-name = Name
invite-name-hint = How the email greets this person.
invite-lang = Language of the email
invite-role-hint = What each role may do stands below.
invite-act = Send the invitation

invitations-none = No invitations
invitations-none-text = Invite the first person: a role is offered by email, and accepting it makes the account.
invitations-sent = Sent
invitations-state = State
invitations-until = Until { $when }
invitations-withdraw = Withdraw

## Accounts
accounts-count = { $count ->
    [one] One account
   *[other] { $count } accounts
}
accounts-state = State
accounts-active = Can sign in
accounts-suspended = Suspended
accounts-made = Made
accounts-since = Suspended since
accounts-suspend = Suspend this account
accounts-suspend-text = This person is signed out everywhere at once and cannot sign in. API tokens of theirs stop working. Roles are kept.
accounts-suspend-act = Suspend the account
accounts-reinstate = Reinstate this account

## Audit trail
trail-text = Every change, who made it and from where. Newest first.
trail-verify = Verify the seals
trail-action = Action
trail-none = Nothing recorded here
trail-none-text = Change the filters to see more.
trail-what = What
trail-when = When
trail-who = Who
trail-seal = Seal
trail-unsealed = Not sealed yet
trail-content = Details

verification-title = Seals of the audit trail
verification-good = Every seal holds. No entry under a seal was removed, altered or reordered.
verification-bad = The audit trail was tampered with, or a key is missing.
verification-broken = These seals do not hold: { $numbers }. An entry under them was removed, altered or reordered, or the secret they were made with is no longer configured.
verification-altered = The content of these entries no longer matches its digest:
verification-seals = Seals that hold
verification-entries = Entries under seals
verification-unsealed = Entries not sealed yet
verification-unsealed-text = New entries are sealed within seconds. If this number keeps growing, no worker is running.
verification-head = The newest seal
verification-head-text = Compare it with the newest seal in a copy of the server’s log that is kept elsewhere: only that shows whether the end of the trail was cut off.
verification-again = Verify again

## Mail
mails-what = Mail
mails-cause = Cause
mails-to = To
mails-subject = Subject
mails-state = State
mails-queued = Put in the line
mails-due = Next try
mails-none = No mails here
mails-none-text = Mails appear here as soon as something causes them, such as a registration. Change the filters to see more.
mails-unprinted = Not written yet
mails-emptied = Deleted: its time of keeping is over, or its person was erased
mails-retry = Try again now
mails-cancel = Take out of the line
mails-tries = Tries
mails-untried = Not tried yet.
mails-number = Number
mails-outcome = Outcome
mails-answer = What the mail server said
mails-preview = How it reads
mails-preview-text = Personal links are filled in only while it is sent, so none of them works here.
mails-text = Plain text

## The mailbox of a first look
mailbox-title = Mailbox
mailbox-text = No mail server is set, so mails stay on this machine. Only you see this page.
mailbox-none = No mails yet
mailbox-none-text = Register for the forum, and the mail appears here.
mailbox-attachments = Attached:
