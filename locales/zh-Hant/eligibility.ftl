# 申請是否符合徵集規則。

error-eligibility_no_reply = 沒有需要回覆的事項，或您已回覆。
audit-submission-check-eligibility = 審查申請資格
audit-submission-reply = 回覆資格審查
mail-template-eligibility-failed = 未符合規則

eligibility-title = 是否符合規則
eligibility-passed = 符合規則。
eligibility-failed = 不符合規則。
eligibility-question = 此申請是否符合徵集規則？
eligibility-reason = 原因
eligibility-reason-hint = 如不符合，申請人會收到此說明，並可回覆一次。
eligibility-act = 儲存
eligibility-reply-of = 回覆
eligibility-own-failed = 現時的申請內容未符合徵集規則。
eligibility-own-next = 您可回覆一次，作出更正或說明，籌辦人員會再次審查。
eligibility-own-replied = 我們已收到您的回覆，籌辦人員再次審查後會通知您。
eligibility-reply = 您的回覆
eligibility-reply-act = 提交回覆
application-done-replied = 我們已收到您的回覆。
eligibility-own-final = 籌辦人員已閱讀您的回覆並再次審查，申請仍未符合規則。
error-eligibility_of_company = 只有公司提交的申請可作此審查，其他申請人無法回覆。請直接作出決定。
next-correct = 現時的內容未符合徵集規則。請打開申請查看原因，更正後回覆一次。
standing-correct = 需要更正
mail-template-eligibility-passed = 再次審查後符合規則

stage-unchecked = 未審查資格
stage-unfit = 不符合規則
stage-replied = 有回覆待閱
doing-check = { $count } 項申請尚未審查資格
doing-check-act = 前往審查
doing-read-replies = { $count } 項申請的公司已回覆資格審查
doing-read-replies-act = 查看回覆
