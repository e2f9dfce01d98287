# Mails that come back, and the addresses that mail does not reach.
suppressions = Addresses that mail does not reach
suppressions-text = Nothing is sent to these addresses. Correct the address on the person’s page or, when you know that it works again, have mail sent to it again.
suppressions-none = Mail reaches every address
suppressions-none-text = An address appears here when its mail server refuses it or when mails to it come back.
suppression-address = Address
suppression-why = Why
suppression-since = Since
suppression-next = Next step
suppression-lift = Send mail there again
suppression-bounced = A mail came back for good
suppression-refused = Its mail server refused the address
suppression-kept-failing = Mails came back again and again
bounced-line = Mail to { $address } does not arrive.
bounced-text = Correct the address, or reach the person another way.
bounced-list = Addresses that mail does not reach
mails-withheld = Not sent because
mail-withheld-staff = staff took it out of the line
mail-withheld-address = mail does not reach the address
mail-withheld-preference = its recipient turned such mails off
mail-came-back-hard = Came back for good
mail-came-back-soft = Came back; it is tried again for some time
mails-hold = Hold back
mails-release = Let it go out
done-held = The mail is held back until you let it go out.
done-let-go = The mail goes out at its time.
done-address-lifted = Mail is sent to the address again. What was not sent meanwhile stays so; try those mails again one by one.
doing-mend-address = { $count ->
    [one] Mail does not reach one address in use
   *[other] Mail does not reach { $count } addresses in use
}
doing-mend-address-act = See which
error-mail_not_waiting = Only a mail that waits to be sent can be held back.
error-mail_not_held = This mail is not held back.
audit-mail-hold = Mail held back
audit-mail-release = Mail let go out
audit-suppression-add = Address found that mail does not reach
audit-suppression-lift = Mail sent to an address again
