# 登記表格的問題：種類、不能做的事、紀錄。

question-kind-short-text = 短答
question-kind-long-text = 長答
question-kind-one = 單選
question-kind-many = 多選
question-kind-email = 電郵地址
question-kind-phone = 電話號碼
question-kind-region = 國家或地區
question-kind-date = 日期
question-kind-url = 網址
question-kind-yes-no = 是或否

error-unknown_question = 本屆論壇沒有這條問題。
error-answer_malformed = 請提供文字、文字清單，或 true、false。
error-answer_single = 只可提供一個答案。
error-choices_count = 請提供 { $min } 至 { $max } 個選項。
error-choice_twice = 這個代號重複了，請為每個選項各設一個。
error-condition_not_earlier = 請選擇排在這條之前的問題。
error-condition_kind = 請選擇單選、多選或是非題。
error-condition_value = 該問題沒有這個答案，請從其答案中選擇。
error-question_fixed = 論壇發佈後不能再更改此項。請封存這條問題，另外新增一條。
error-question_in_condition = 問題「{ $question }」的顯示條件取決於較前的問題，這樣更改後條件便不成立。請先修改其顯示條件。
error-question_archived = 這條問題已經封存。

audit-question-create = 新增了問題
audit-question-change = 更改了問題
audit-question-reorder = 調整了問題的次序
audit-question-archive = 封存了問題
