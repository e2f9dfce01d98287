# 申请是否符合征集规则。

error-eligibility_no_reply = 没有需要回复的内容，或您已经回复过。
audit-submission-check-eligibility = 审核申请资格
audit-submission-reply = 回复资格审核
mail-template-eligibility-failed = 不符合规则

eligibility-title = 是否符合规则
eligibility-passed = 符合规则。
eligibility-failed = 不符合规则。
eligibility-question = 该申请是否符合征集规则？
eligibility-reason = 原因
eligibility-reason-hint = 如果不符合，申请人会收到这段说明，并可回复一次。
eligibility-act = 保存
eligibility-reply-of = 回复
eligibility-own-failed = 目前的申请内容不符合征集规则。
eligibility-own-next = 您可以回复一次，进行更正或说明，组织方会再次审核。
eligibility-own-replied = 我们已收到您的回复，组织方再次审核后会通知您。
eligibility-reply = 您的回复
eligibility-reply-act = 提交回复
application-done-replied = 我们已收到您的回复。
