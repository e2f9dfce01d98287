# The people of an edition, as staff see them.

registrations-add = Enter somebody
registrations-export = Export as CSV
registrations-search = Search names, organisations, addresses, ticket codes
registrations-state = State
registrations-when = Registered
registrations-none = Nobody found
registrations-none-text = Change the filters, or wait for the first registrations.
registrations-count = { $count ->
    [one] One registration
   *[other] { $count } registrations
}

registration-erased = (erased)
registration-approve = Approve
registration-decline = Decline
registration-correct = Correct details
registration-resend = Send the mail again
registration-cancel = Cancel this registration
registration-cancel-text = The place goes back and the person is told by mail.
registration-cancel-act = Cancel the registration
registration-erase = Erase this person’s data
registration-erase-text = Name, address, answers and mails are emptied for good. Do this when the person asks for it.
registration-erase-act = Erase for good
registration-ticket-code = Ticket code
registration-arrival = { $when }, number { $number }
registration-sensitive = Sensitive
registration-consent-withdrawn = Withdrawn, { $when }
registration-consent-given = Allowed, { $when }
registration-details = Details
registration-consents = Consents
registration-history = History
registration-done-approved = Approved; the person is told by mail.
registration-done-declined = Declined; the person is told by mail.
registration-done-cancelled = Cancelled; the person is told by mail.
registration-done-resent = The mail is on its way again.
registration-done-corrected = Corrected.
registration-done-erased = Erased.
registration-done-added = Entered; the person is told by mail.
registration-done-known = This person is registered already, as you see here. Nothing was changed, and no mail was sent.


actor-visitor = a visitor
actor-account = staff
actor-link = the attendee
actor-token = an API token
actor-shell = the operator
actor-duty = Plenary

export-arrival = Number
export-state = State
export-type = Type
export-name-title = Title
export-name-han = Chinese name
export-name-latin = Latin name
export-organisation = Organisation
export-job-title = Job title
export-email = Email
export-phone = Phone
export-lang = Language
export-ticket-code = Ticket code
export-registered = Registered
export-checked-in = Checked in
export-id = Id
