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
