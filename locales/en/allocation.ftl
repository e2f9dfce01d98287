# Who gets which slot: the console’s page, reasons, rules, the trail and what can go wrong.

calls-allocation = Slots

allocation-text = { $applicants ->
    [one] One application
   *[other] { $applicants } applications
  } for { $slots ->
    [one] one slot
   *[other] { $slots } slots
  }. A proposal decides nothing; accepting one does.
allocation-open = The last round of review is not closed, so scores can still change. A proposal can be accepted once it is.
allocation-rules = Rules
allocation-rules-text = Blank means none at least, or as many as are good. “What if” shows who would move and keeps nothing.
allocation-min = At least
allocation-max = At most
allocation-price = What one too many or too few of a region costs
allocation-price-hint = In points of merit. Left blank, the bounds of regions must hold.
allocation-propose = Propose
allocation-what-if = What if

allocation-slots = Slots
allocation-slots-none = There are no slots yet. Add those that this call has to give.
allocation-slots-caption = What there is to give
allocation-when = When
allocation-room = Room
allocation-offer = What it offers
allocation-remove = Remove
allocation-any-track = Any
allocation-any-need = As needed
allocation-watts = { $watts } W
allocation-metres = { $metres } m²
allocation-add = Add slots
allocation-first = The first begins
allocation-minutes = Minutes each
allocation-pause = Minutes between two
allocation-count = How many in a row
allocation-track-hint = Only if nobody else may have them.
allocation-power = Power in watts
allocation-floor = Floor in square metres
allocation-limit-hint = Blank for as much as anybody needs.
allocation-facilities = What is there
allocation-facilities-hint = Tick none for whatever anybody needs.
allocation-bare = no facilities
allocation-bare-only = None of this is there.
allocation-spoken = Spoken there
allocation-spoken-hint = A demo goes there if it can be shown in one of these. Tick none for any; with interpretation, any will do.

allocation-settled = Settled beforehand
allocation-settled-text = What people have decided already; a proposal keeps it. Who was told of a slot has one.
allocation-settled-count = { $count ->
    [one] One is settled
   *[other] { $count } are settled
  }
allocation-in = Has a slot
allocation-out = Has none

allocation-tried = What would happen
allocation-out-of-time = No choice was found in time. Settle some by hand and try again.
allocation-impossible = These rules cannot all hold:
allocation-minimal = Give up any one of them and the others can.
allocation-merits = { $after } points in all, { $before } in the last proposal.
allocation-merit = { $points } points in all.
allocation-proven = It is proven that there is no better choice.
allocation-good = It is not proven that there is no better choice.
allocation-nobody-moves = Nobody would move.
allocation-moves = Who would move
allocation-from = From
allocation-to = To
allocation-no-slot = No slot
allocation-slot-gone = A slot that is gone

allocation-proposal = Proposal { $number }
allocation-reasons-wait = { $count ->
    [one] One reason is
   *[other] { $count } reasons are
  } still being worked out.
allocation-reasons-again = Load the page again to see them.
allocation-seats = Who gets which slot
allocation-slot = Slot
allocation-why = Why
allocation-empty = Still free:
allocation-waiting = On standby: { $track }
allocation-no-track = without a track
allocation-accept = Accept this proposal
allocation-accept-text = Those with a slot are accepted and stand in the draft of the programme; the others are on standby in this order. Nobody is told yet, and nothing is released before it is confirmed.
allocation-accepted = Accepted { $when }.

why-settled = Settled before.
why-chosen = Without it, the best choice would have { $points } points less.
why-instead = Instead there would be:
why-takes = It would take the slot of:
why-needed = There is no choice without it.
why-no-place = No slot would do:
why-barred = In the way:
why-outdone = Others have more points.
why-short = The best choice with it has { $points } points less.
why-never = No choice has it in.
why-looser = It would have a slot if that were looser by { $by }.
why-gone = It would have a slot without that.
misfit-track = { $count } for another track.
misfit-time = { $count } when somebody cannot come.
misfit-busy = { $count } when somebody is on stage elsewhere.
misfit-power = { $count } with too little power.
misfit-space = { $count } too small.
misfit-equipment = { $count } without the equipment.
misfit-language = { $count } in other languages.
rule-settled = What is settled about
rule-unfit = Of the slots: { $misfits } What is settled about
rule-track-min = the least of { $track }.
rule-track-max = the most of { $track }.
rule-region-min = the least of { $region }.
rule-region-max = the most of { $region }.
rule-company = one slot for each company.
rule-presenter = { $name } cannot be in two places at once.

done-proposed = The proposal is made. Nothing is decided yet.
done-allocated = Accepted. The decisions are made and the slots stand in the draft; nobody is told yet.

audit-allocation-add-places = Added slots to give
audit-allocation-remove-place = Removed a slot to give
audit-allocation-pin = Settled who has a slot
audit-allocation-propose = Made a proposal for the slots
audit-allocation-accept = Accepted a proposal for the slots

error-most_below_least = The most is below the least.
error-place_overlaps = The room has another slot at that time.
error-allocation_no_slots = There are no slots to give yet. Add some first.
error-allocation_superseded = There is a newer proposal by now. Look at that one first.
error-allocation_accepted = This proposal was accepted before.
error-allocation_stale = Something it was made of has changed since: scores, applications, slots, or what is settled. Make a new proposal.
error-allocation_round_open = Scores can still change. Close the round of review first.
