# Registrations: places, types, offers; what is refused, what the history says.

## Places and types
error-capacity_below_taken = { $taken ->
    [one] One place is taken, so there can’t be fewer.
   *[other] { $taken } places are taken, so there can’t be fewer.
}
error-pool_in_use = A registration type draws on these places, so they can’t be removed.
error-pool_unknown = Choose places of this edition.
error-closes_before_opening = The closing time must be after the opening time.
error-type_in_use = People are registered by this type, so what places it draws on can’t change any more.
error-type_changed = The organisers changed this registration type at this very moment. Please try again.
error-type_unknown = Choose one of the registration types.

## Registering
error-consent_required = You can’t register without agreeing to this.
error-too_many_for_address = At most { $max } people can be registered with one email address. Use another address for the others.
error-registered_meanwhile = Somebody registered you at this very moment. Please look in your email.
error-registration_not_open = Registration has not opened yet.
error-registration_closed = Registration has closed.

## Afterwards
error-edition_over = The forum is over, so this can’t be changed any more.
error-registration_cancelled = This registration is cancelled.
error-registration_not_pending = This registration does not await approval.
error-offer_accepted = You have already accepted this place. To give it up, cancel your registration.
error-offer_turned_down = You have already declined this place. You are welcome to register again.
error-offer_lapsed = This offer has run out, and the place has gone to the next person in line. You are welcome to register again.
error-link_expired = This link has expired. Please ask for another.
error-registered_at_address = This name is already registered with that email address.

## History
audit-capacity-pool-create = Added places
audit-capacity-pool-change = Changed how many places there are
audit-capacity-pool-remove = Removed places
audit-capacity-pool-reorder = Put the places in another order
audit-registration-type-create = Added a registration type
audit-registration-type-change = Changed a registration type
audit-registration-type-archive = Took a registration type off the form
audit-registration-type-reorder = Put the registration types in another order
audit-registration-admit = Registered
audit-registration-approve = Approved
audit-registration-decline = Declined
audit-registration-cancel = Cancelled
audit-registration-offer = Offered a place
audit-registration-accept-offer = Accepted the offered place
audit-registration-turn-down-offer = Declined the offered place
audit-registration-expire-offer = Let the offer run out
audit-registration-resend-ticket = Sent the ticket again
audit-registration-ask-for-address = Asked for another email address
audit-registration-change-address = Proved another email address
audit-registration-change = Changed their own details
audit-registration-correct = Corrected the details
audit-registration-consent = Agreed to something
audit-registration-withdraw-consent = Withdrew a consent
audit-registration-erase = Erased the data
audit-question-purge-answers = Deleted answers whose time of keeping is over
error-person_registered = This person is registered at this address already.
