# Team passes: what can go wrong, what the trail says, the pages of the company and of the person, the console.

error-passes_for_demos = Only companies that demonstrate get team passes.
error-pass_type_in_use = Passes of another registration type have been given for this call. End those first.
error-passes_over = This company is not demonstrating, so it has no passes to hand out.
error-no_pass_free = Every pass is handed out or claimed. Take one back to give it to somebody else.
error-pass_sent_already = This address has a link already that is still open.
error-pass_changed = This pass is not as you saw it any more. Look at it again before you take it back.
error-pass_edition_begun = The edition has begun: whoever claimed a pass keeps it.
error-pass_claimed = Somebody has registered with this pass already. If it was you, look for the mail with your ticket; if not, ask your company for another pass.
error-pass_expired = This link has expired. Ask your company to send you a new one.
error-pass_taken_back = This pass was taken back by the company that sent it. Ask the company for a new link if you still mean to come.
error-pass_ended = This pass is over, since the company gave up its demo or the event is past. You can still register by yourself while registration is open.

audit-call-set-passes = Set a call’s team passes
audit-submission-set-passes = Set a company’s number of passes
audit-pass-give = Gave a company a pass
audit-pass-send = Sent a pass
audit-pass-claim = Claimed a pass
audit-pass-take-back = Took a pass back
audit-pass-free = Pass free again
audit-pass-end = Ended a pass

mail-template-passes-given = Team passes to hand out
mail-template-pass-claim = A pass to claim

passes-title = Team passes
passes-text = Each pass is a place at the event for one person of your team, yourself included. Send a link; whoever opens it fills in the registration. Those details are hers alone: you see her name, and that she claimed the pass.
passes-none = There are no passes yet. They appear here shortly after you have confirmed your demo, as soon as places are free, and we mail you then.
passes-list = Your passes
passes-number = Pass { $number }
passes-free = Free
passes-sent = Link sent
passes-expired = Link expired
passes-claimed = Claimed
passes-until = open until { $when }
passes-take-back = Take back
passes-take-back-claimed = Give this pass to somebody else
passes-take-back-text = This person’s registration is cancelled, and we tell her so by mail. The pass is free again.
passes-take-back-act = Cancel her registration
passes-hand-out = Hand out a pass
passes-left = { $count ->
    [one] One pass is free.
   *[other] { $count } passes are free.
}
passes-name = Name
passes-name-hint = Forgotten as soon as she has registered or you take the pass back.
passes-email = Email
passes-email-hint = We send the link there. It can be used once, within 21 days.
passes-lang = Language of the mail
passes-send = Send the link
passes-done-sent = The link is on its way.
passes-done-taken-back = The pass is free again.

pass-title = Register with your pass
pass-text = { $company } holds a place at this event for you. Fill in the form to make it yours.
pass-until = Link open until
pass-yours = What you fill in belongs to you. The company sees your name and that you claimed the pass, nothing else.
pass-claim = Claim this pass

passes-rule-text = Each company that has confirmed its demo gets this many passes. A pass holds a place from the moment it is given, and its person registers by herself. If the company gives up its demo, its passes end and, before the event begins, registrations made with them are cancelled.
passes-type = Registration type
passes-type-hint = People with a pass need no approval, and register even while the type is closed to others.
passes-places = Passes for each company
passes-places-hint = 0 to 50. With fewer than before, only passes nobody was asked to claim are taken away.
passes-save = Save
passes-companies = Companies with passes
passes-companies-none = No company has confirmed its demo yet.
passes-given = Given
passes-given-of = { $given } of { $places }
passes-short = { $count } to come when places are free
passes-own = Another number
passes-own-of = Another number of passes for { $company }
passes-own-act = Save
passes-own-hint = Blank means as many as the call gives. Changes take effect within a minute.

doing-passes = { $count ->
    [one] One pass of a company is not claimed yet.
   *[other] { $count } passes of companies are not claimed yet.
  }
doing-passes-act = Look at the calls
