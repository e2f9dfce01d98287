# What every surface may answer when it does not do what was asked.

error-not_found = This page does not exist, or not for you.
error-sign_in_needed = Please sign in first.
error-forbidden = Your role does not allow this. Ask an organiser if you need it.
error-invalid = Some of what you sent is not right.
error-bad_request = We could not understand this request.
error-method_not_allowed = This address cannot be used that way.
error-request_timeout = The request took too long to arrive. Please try again.
error-body_too_large = That is too much to send at once.
error-body_type_unknown = This kind of content is not accepted here.
error-body_not_utf8 = The text must be encoded as UTF-8.
error-body_not_a_form = This address expects a form.
error-body_not_json = The body is not the JSON that this operation expects: { $detail }
error-unknown_field = There is no field of this name.
error-foreign_host = This server is not the one of that address. Ours is { $address }.
error-cross_site = This came from another site, so nothing was changed. Open our own page and try again.
error-form_expired = This page was open for too long. Nothing is lost: send it again.
error-too_many = Too many attempts. Please try again in { $seconds } seconds.
error-busy = We are very busy at the moment. Nothing was changed; please try again in a moment.
error-outcome_unknown = We cannot tell yet whether this was saved. Send it again: it will not be done twice.
error-internal = Something went wrong on our side. Nothing you typed is to blame.
error-idempotency_in_flight = The same request is still being worked on.
error-idempotency_mismatch = This key was used before with other content.

error-page-home = To the start page
error-page-sign-in = Sign in
error-nothing_published = Nothing is published here yet.
error-page-reference = Reference { $status } · { $id }
