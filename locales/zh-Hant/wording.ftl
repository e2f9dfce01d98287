# 主席自行撰寫的結果通知。

tell-words = 更改所有通知的用字
tell-edit = 只改這一封
wording-title = 通知的內容
wording-one = 只適用於這項申請：
wording-all = 適用於以這種語言收到同一結果的所有人，個別改過的通知除外。
wording-subject = 主旨
wording-lead = 稱呼與署名之間的內文
wording-lead-hint = 空一行即另起一段。稱呼及聯絡方法會自動加上；請在放按鈕的位置寫上 { "{button}" }。
wording-blanks = 寫上這些以大括號括起的名稱，每位收件人便會看到自己的資料：
wording-blank-title = 申請的題目
wording-blank-call = 徵集的名稱
wording-blank-confirm_by = 確認期限
wording-act = 儲存並預覽
wording-reset-text = 還原後，會用回更改之前的內容。
wording-reset = 還原內容
done-worded = 已儲存。發送前請再看一次各封通知。
error-letters_changed = 其中一封通知的內容已經改變。請先重新看過，再發送。
error-blank_unknown = { $name } 沒有可填入的資料。請只用下列名稱。
audit-submission-set-wording = 更改了結果通知的內容
audit-submission-reset-wording = 還原了結果通知的內容
