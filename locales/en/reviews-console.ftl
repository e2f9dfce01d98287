# The console’s pages of reviews: a reviewer’s own, the panel of a call, what scores come to.

console-reviews = Reviews
calls-reviewers = Reviewers

panel-text = Who reviews what is handed in to this call. Where somebody works is asked to find conflicts of interest; the same organisation or mail domain, and what is one’s own, are found by themselves.
panel-none = Nobody has the role of a reviewer yet
panel-none-text = Invite reviewers to the team first. As soon as they accept, they can be chosen here.
panel-invite = Invite a reviewer
panel-organisation = Where { $name } works
panel-share-out = Share out the submissions
panel-share-out-text = Everybody gets about as many as the others, and nothing that conflicts. What is reviewed already stays; the rest is shared out anew.
panel-no-round = There is no open round of review yet.
panel-round = Round
panel-each = Reviewers for each submission
panel-share-out-act = Share out

reviews-caption = What you were asked to review
reviews-none = Nothing to review
reviews-none-text = As soon as something is given to you, it stands here.
reviews-round = Round
reviews-how-far = Done
reviews-until = Until
reviews-progress = { $done } of { $assigned }
reviews-not-open = Not open
reviews-not-open-text = This round does not take reviews now. What you wrote is kept.
reviews-search = Find in titles and summaries
reviews-nothing = Nothing here
reviews-nothing-text = Nothing was given to you that fits.
reviews-done = Reviewed
reviews-eligible = Does it pass the call’s rules?
reviews-comment = Comment for the chair
reviews-abstain = I give no judgement on this one
reviews-conflict = I am not free to judge this

submissions-numbers = Scores from 0 to 100, of the round “{ $round }”.
submissions-by-score = The best first
score-normalised = Normalised
score-mean = Mean
score-median = Median
score-spread = Spread
score-coverage = Coverage
score-none = Nobody has given a score yet.

done-shared-out = The submissions are shared out.
done-reviewed = Your reviews are saved.
done-conflict = Noted. You will not see it again; what else you wrote is saved.
reviews-kept = Kept on this device until it is complete.
reviews-saved = Saved.
reviews-waiting = No connection. It is kept on this device and will be sent by itself.
reviews-refused = Not saved. Press “Save” to see what is missing.
reviews-deck = Deck
reviews-deck-back = Back a page
reviews-deck-on = On a page
reviews-deck-failed = The deck can’t be shown here.
panel-short = Fewer reviewers than asked for
panel-short-count = { $has } of { $wanted } reviewers.
panel-short-conflicts = { $free ->
    [0] Nobody on the panel is free to review it: ask others onto the panel.
    [one] Only one of the panel is free to review it, for the others have a conflict of interest: ask others onto the panel.
   *[other] Only { $free } of the panel are free to review it, for the others have a conflict of interest: ask others onto the panel.
}
panel-short-again = It came, or lost a reviewer, after sharing out: share out again.
