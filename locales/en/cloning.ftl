# Opening an edition from an earlier one.

clone-module-texts = Tagline, description and venue
clone-module-tracks = Tracks
clone-module-rooms = Rooms
clone-module-partners = Partners
clone-module-consent-texts = Consent texts
clone-module-questions = Questions of the form
clone-module-pools = Capacity pools
clone-module-types = Registration types
clone-module-calls = Calls, with questions and rounds of review
clone-module-mail-wordings = Mails in the edition’s own words

error-module_unknown = Choose what comes along from the list.
error-module_needs = { $module ->
    [calls] Calls offer tracks: let those come along too.
   *[other] Registration types draw on capacity pools: let those come along too.
}
error-date_unknown = The earlier edition has no such date.

audit-edition-clone = Opened the edition from an earlier one
