# What scores come to, and what each number means; the formulas are in docs/NUMBERS.md.

calls-ranking = Ranking

ranking-none = No scores yet
ranking-none-text = As soon as reviewers have scored something in a round with a rubric, it stands here in order.
ranking-caption = Submissions by their normalised score
rank-rank = Rank
rank-interval = Rank interval
rank-interval-means = Between these ranks it would come in nine of ten rounds, were the same reviewers to score once more with the same luck.
rank-close = As good as the next
rank-close-means = It cannot be told apart from the one below: less than nineteen of twenty such rounds would put it ahead.
score-normalised-means = The mean of its scores after each reviewer’s strictness and range were evened out, the less so the fewer scores she gave.
score-mean-means = The sum of its scores divided by their number.
score-median-means = The score in the middle: half of its reviewers gave more, half less.
score-spread-means = How far its reviewers differ: the standard deviation of its scores.
score-coverage-means = How much of what was to be reviewed has come in.

judges-heading = Reviewers
judges-caption = How each reviewer scores
judges-name = Reviewer
judges-reviews = Scores given
judges-leniency = Leniency
judges-leniency-means = By how much her scores lie above those that others gave the same submissions, on average; below zero is strict.
judges-spread = Range
judges-spread-means = How much of the scale she uses: the standard deviation of her scores.
judges-agreement = Agreement
judges-agreement-means = How far she puts submissions in the same order as the others, from −1 (the other way round) over 0 (no connection) to 1 (alike).
judges-alpha = Agreement of the panel
judges-alpha-means = Krippendorff’s alpha: 1 where all reviewers agree, 0 where they agree no more than by chance.
rank-rank-means = One more than the number of submissions with a higher normalised score.
judges-reviews-means = How many scores she gave that count.
allocation-merit-means = The points are the sum of the normalised scores of those who get a slot, less what soft bounds cost; the choice with the most is made.
allocation-points = Points
