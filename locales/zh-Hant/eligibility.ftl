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
