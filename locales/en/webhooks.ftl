# Webhooks and their deliveries.

console-webhooks = Webhooks
webhooks-one = Webhook
webhooks-add = Add a webhook
webhooks-add-act = Add the webhook
webhooks-edit = Change
webhooks-edit-act = Save
webhooks-none = No webhooks yet
webhooks-none-text = A webhook tells another program at once what happens in an edition, such as a new registration.
webhooks-url = Address
webhooks-url-hint = Where events are sent. It begins with https:// and is on the public Internet.
webhooks-edition = Edition
webhooks-edition-hint = Whose events it is told of. This cannot be changed later.
webhooks-state = State
webhooks-description = Description
webhooks-description-hint = What it is for, so that others know.
webhooks-events = Events
webhooks-events-hint = Tick the events to send. With none ticked, all of them are sent, new ones too.
webhooks-events-all = All
webhooks-made = Added
webhooks-failing = Not arriving
webhooks-failing-since = Nothing arrives since
webhooks-secret = The webhook’s secret
webhooks-secret-text = Copy it to the receiver now: it is not shown again. The receiver checks with it that events come from here.
webhooks-test = Send a test event
webhooks-pause = Pause
webhooks-resume = Resume
webhooks-rotate = Make a new secret
webhooks-rotate-text = Events are signed with both secrets for { $hours } hours, so that you can change it in the receiver without losing any. After that only the new one is used.
webhooks-rotate-act = Make a new secret
webhooks-remove = Delete this webhook
webhooks-remove-text = Nothing more is sent to it, and its log is deleted. This cannot be undone.
webhooks-remove-act = Delete the webhook

webhook-state-active = Active
webhook-state-paused = Paused
webhook-state-disabled = Disabled
webhook-disabled-gone = The receiver answered that it is gone (410), so nothing is sent to it any more. Resume it when it is back.
webhook-disabled-failing = Nothing arrived for days, so nothing is sent to it any more. Resume it when the receiver works again, then send what it missed.

webhook-resource-registration = Registrations
webhook-resource-submission = Submissions
webhook-resource-speaker = Speakers
webhook-resource-session = Sessions
webhook-resource-release = Releases
webhook-resource-call = Calls
webhook-resource-edition = The edition
webhook-resource-webhook = The webhook itself

deliveries-title = Deliveries
deliveries-event = Event
deliveries-when = Happened
deliveries-state = State
deliveries-tries = Tries
deliveries-none = No deliveries here
deliveries-none-text = Send a test event, or change the filters. Deliveries are kept for 30 days.
deliveries-subject = About
deliveries-due = Next try
deliveries-untried = Not tried yet.
deliveries-answer = What the receiver said
deliveries-milliseconds = { $count } ms
deliveries-redeliver = Send again
deliveries-again = Send again what did not arrive
deliveries-again-text = Everything that happened since this moment and did not arrive is sent once more.
deliveries-since = Since
deliveries-again-act = Send again

delivery-state-queued = Waiting
delivery-state-sending = Being sent
delivery-state-delivered = Delivered
delivery-state-failed = Failed
delivery-state-given-up = Given up

delivery-outcome-delivered = Delivered
delivery-outcome-refused = Refused
delivery-outcome-gone = Gone for good
delivery-outcome-forbidden = Not on the public Internet
delivery-outcome-unresolved = Name not found
delivery-outcome-unreachable = No connection
delivery-outcome-insecure = No secure connection
delivery-outcome-timeout = Took too long
delivery-outcome-broken = Connection broke

done-hook-paused = Paused. What happens meanwhile is sent when you resume it.
done-hook-resumed = Resumed.
done-hook-tested = A test event is on its way. It stands in the log below.
done-hook-redelivered = On its way again.

mail-template-webhook-disabled = Webhook disabled

audit-webhook-create = Added a webhook
audit-webhook-change = Changed a webhook
audit-webhook-rotate-secret = Made a new secret for a webhook
audit-webhook-pause = Paused a webhook
audit-webhook-resume = Resumed a webhook
audit-webhook-disable = Gave up on a webhook
audit-webhook-remove = Deleted a webhook
audit-webhook-test = Sent a test event to a webhook
audit-webhook-redeliver = Sent events to a webhook again

error-hook_url_invalid = Enter a whole address such as https://example.org/hook, without user name or password.
error-hook_url_not_https = The address must begin with https://.
error-hook_url_port = Use port 443, or one from 1024 up.
error-event_unknown = There is no event called { $event }.
error-webhook_active = This webhook is active already.
error-webhook_not_active = This webhook is not active. Resume it first.
error-webhook_disabled = This webhook is disabled. Resume it first.
error-delivery_sending = It is being sent at this moment. Try again in a minute.
