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
eligibility-own-final = 组织方已阅读您的回复并再次审核，申请仍不符合规则。
error-eligibility_of_company = 只有公司提交的申请可以这样审核，其他申请人无法回复。请直接作出决定。
next-correct = 目前的内容不符合征集规则。请打开申请查看原因，更正后回复一次。
standing-correct = 需要更正
mail-template-eligibility-passed = 再次审核后符合规则

stage-unchecked = 未审核资格
stage-unfit = 不符合规则
stage-replied = 有回复待查看
doing-check = { $count } 份申请尚未审核资格
doing-check-act = 去审核
doing-read-replies = { $count } 份申请的公司已回复资格审核
doing-read-replies-act = 查看回复
