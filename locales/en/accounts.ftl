# Accounts: roles, signing in, what is refused, what the history says.

role-admin = Admin
role-organiser = Organiser
role-programme = Programme
role-reviewer = Reviewer
role-communications = Communications
role-desk = Desk
role-observer = Observer

access-read = Read
access-write = Read and change

invitation-state-open = Not answered yet
invitation-state-accepted = Accepted
invitation-state-withdrawn = Withdrawn
invitation-state-expired = Expired

login-method-password = By password
login-method-mail = By email

## Signing in
error-sign_in_wrong = This email address and password do not go together. Try again, or sign in by email.
error-sign_in_over = This sign-in link has expired or was used already. Ask for a new one.
error-code_wrong = This code is not right, or no longer works. Use the newest email, or open the link in it.
error-password_paused = There were too many wrong passwords for this account. Please sign in by email for now.
error-password_wrong = This is not your present password.
error-password_short = Use at least { $min } characters.
error-password_long = Use at most { $max } characters.
error-password_weak = This password is easy to guess. Make it longer, for example from four words that do not belong together.

## Accounts and roles
error-account_exists = There is an account with this email address already.
error-lang_unknown = Choose one of the three languages.
error-role_unknown = Choose a role from the list.
error-role_held = This account has this role already.
error-edition_required = Choose the edition this role is for.
error-edition_unwanted = An admin is of the whole site. Leave the edition empty.
error-edition_unknown = There is no such edition. Choose one from the list.
error-last_admin = This is the last admin who can sign in. Make somebody else an admin first.

## Invitations
error-invitation_open = This address was already invited to this role and has not answered yet. Withdraw that invitation to send a new one.
error-invitation_over = This invitation has expired, was withdrawn or was answered already. Ask the person who invited you for a new one.

## API tokens
error-scope_unknown = Choose scopes from the list, such as desk:read.
error-scope_beyond = Your own role does not reach as far as { $scope }.

## History
audit-account-create = Made the account
audit-account-change = Changed name or language
audit-account-set-password = Set a password
audit-account-suspend = Suspended the account
audit-account-reinstate = Reinstated the account
audit-sign-in-request = Asked for a sign-in email
audit-sign-in-hand-out = Handed out a one-time sign-in link
audit-login-session-begin = Signed in
audit-login-session-end = Ended a login session
audit-role-grant = Granted a role
audit-role-withdraw = Withdrew a role
audit-invitation-send = Sent an invitation
audit-invitation-accept = Accepted an invitation
audit-invitation-withdraw = Withdrew an invitation
audit-api-token-make = Made an API token
audit-api-token-revoke = Revoked an API token
