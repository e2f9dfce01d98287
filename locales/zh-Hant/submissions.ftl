# 申請：因目前狀況而未能辦理的原因。

error-submission_draft = 這項申請尚未提交。
error-submission_submitted = 這項申請已經提交。
error-submission_withdrawn = 這項申請已撤回，不能再作更改。
error-submission_closed = 這項申請已有結果，不能再修改。如有疑問，請與籌辦人員聯絡。
error-submission_undecided = 這項申請尚未有決定。請先作決定，再通知申請人。
error-submission_told = 已通知申請人，不能改回未決定。請另作決定，再通知申請人。
error-submission_told_already = 已就這個決定通知申請人。
error-submission_promised = 已承諾給申請人時段。請先記錄申請人放棄時段，或代其撤回申請，再另作決定。
error-submission_not_standby = 這項申請已不在後備之列。
error-submission_not_accepted = 目前沒有可供確認或放棄的時段。
error-submission_turned_down = 這個時段已經放棄。如希望再獲安排，請與籌辦人員聯絡。
error-submission_lapsed = 確認限期已過。請與籌辦人員聯絡，查詢時段是否仍可保留。
error-submission_not_due = 確認限期未過，或已有回覆。
error-submission_limit = 每位申請人最多提交{ $max }項申請。請先撤回其他申請。
error-profile_needed = 請先填寫您的姓名。
error-answer_frozen = 此項不能再更改。如有錯誤，請與籌辦人員聯絡。
error-participants_count = 最多{ $max }人參與。
error-participant_known = 此人已經參與，或已獲邀請。
error-participant_owner = 這項申請屬於此人，不能移除。
error-part_answered = 這項邀請已有答覆。
error-decided_meanwhile = 其他人剛就這項申請作了決定。未有任何更改，請先查看，再作決定。
error-vacancy_settled = 這個時段已有人補上，或已留空。
error-no_standby = 這個時段沒有後備。

audit-submission-start = 開始填寫申請
audit-submission-add = 代講者新增申請
audit-submission-save = 更改申請
audit-submission-correct = 更正申請
audit-submission-submit = 提交申請
audit-submission-withdraw = 撤回申請
audit-submission-invite = 邀請他人參與
audit-submission-answer-invitation = 答覆參與邀請
audit-submission-remove-participant = 從申請中移除參與者
audit-submission-decide = 就申請作出決定
audit-submission-tell = 通知申請人決定
audit-submission-ask-again = 再次請申請人確認
audit-submission-confirm = 確認出席
audit-submission-turn-down = 放棄時段
audit-submission-record-answer = 記錄申請人的答覆
audit-submission-lapse = 確認限期已過
audit-submission-promote = 由後備補上
audit-submission-leave-empty = 時段留空

error-files_count = 此處最多可存放{ $max }個檔案。請先移除其中一個。

audit-submission-add-slides = 加入簡報
audit-submission-remove-slides = 移除簡報
