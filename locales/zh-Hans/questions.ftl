# 报名表的问题：类型、不能做的事、记录。

question-kind-short-text = 单行文本
question-kind-long-text = 多行文本
question-kind-one = 单选
question-kind-many = 多选
question-kind-email = 邮箱
question-kind-phone = 电话号码
question-kind-region = 国家或地区
question-kind-date = 日期
question-kind-url = 网址
question-kind-yes-no = 是或否

error-unknown_question = 本届论坛没有这个问题。
error-answer_malformed = 请提供文本、文本列表，或 true、false。
error-answer_single = 只能提供一个答案。
error-choices_count = 请提供 { $min } 到 { $max } 个选项。
error-choice_twice = 该代号重复，请为每个选项各设一个。
error-condition_not_earlier = 请选择排在此题之前的问题。
error-condition_kind = 请选择单选题、多选题或是非题。
error-condition_value = 该问题没有这个答案，请从其答案中选择。
error-question_fixed = 论坛发布后不能再修改此项。请归档该问题，另外新增一个。
error-question_in_condition = 问题“{ $question }”的显示条件取决于前面的问题，这样修改后条件不再成立。请先修改其显示条件。
error-question_archived = 该问题已归档。

audit-question-create = 新增了问题
audit-question-change = 修改了问题
audit-question-reorder = 调整了问题的顺序
audit-question-archive = 归档了问题
