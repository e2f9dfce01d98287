# Signing in, and accepting an invitation.

sign-in-title = Sign in
sign-in-email = Email
sign-in-password = Password
sign-in-act = Sign in
sign-in-by-mail = Send me a code instead
sign-in-by-mail-hint = With a code you need no password: we mail you six digits and a link.
sign-in-as = You are about to sign in as { $name } ({ $email }).

code-title = Look at your mail
code-text = If this address has an account, we have just sent it six digits. They are valid for { $minutes } minutes.
code-label = Six digits
code-again = No mail? Check the address and ask again.

invitation-title = You are invited
invitation-text = You are offered the role “{ $role }” for the whole site.
invitation-edition-text = You are offered the role “{ $role }” at { $edition }.
invitation-name = Your name
invitation-password = Password
invitation-password-hint = At least 8 characters. Without one you sign in by mailed codes.
invitation-accept = Accept
