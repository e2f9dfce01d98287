# What all calls came to, as a table.

results-export = Download the results
result-call = Call
result-application = Application
result-company = Company
result-track = Field
result-mean = Mean
result-normalised = Normalised
result-scores = Scores
result-rank = Rank
result-interval = Rank interval
result-decision = Decision
result-told = Told
result-slot = Slot
result-room = Room
result-awards = Awards
result-id = Id
result-rules = Rules
result-answer = Answer
