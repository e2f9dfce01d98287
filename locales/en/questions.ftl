# Questions of the registration form: their kinds, what is refused, what the history says.

question-kind-short-text = Short text
question-kind-long-text = Long text
question-kind-one = One of several choices
question-kind-many = Any of several choices
question-kind-email = Email address
question-kind-phone = Phone number
question-kind-region = Country or region
question-kind-date = Date
question-kind-url = Web address
question-kind-yes-no = Yes or no

error-unknown_question = This edition does not ask this.
error-answer_malformed = Give a text, a list of texts, or true or false.
error-answer_single = Give one answer only.
error-choices_count = Offer { $min } to { $max } choices.
error-choice_twice = This value stands twice. Give each choice its own.
error-condition_not_earlier = Choose a question that stands before this one.
error-condition_kind = Choose a question with choices, or a yes-no question.
error-condition_value = Nobody can give this answer to that question. Choose one of its answers.
error-question_fixed = This is fixed since the edition was published. Archive this question and add another one.
error-question_in_condition = The question “{ $question }” is shown depending on an earlier one, and would no longer fit. Change its condition first.
error-question_archived = This question is already archived.

audit-question-create = Added a question
audit-question-change = Changed a question
audit-question-reorder = Put the questions in another order
audit-question-archive = Archived a question
