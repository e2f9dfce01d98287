# 申请：因目前状态而无法办理的原因。

error-submission_draft = 该申请尚未提交。
error-submission_submitted = 该申请已经提交。
error-submission_withdrawn = 该申请已撤回，不能再更改。
error-submission_closed = 该申请已有结果，不能再修改。如有疑问，请联系组织者。
error-submission_undecided = 该申请尚无决定。请先作出决定，再通知申请人。
error-submission_told = 已通知申请人，不能改回未决定。请另作决定后再通知申请人。
error-submission_told_already = 已就该决定通知申请人。
error-submission_promised = 已为申请人确定时段。请先记录申请人放弃时段，或代其撤回申请，再另作决定。
error-submission_not_standby = 该申请已不在备选之列。
error-submission_not_accepted = 目前没有可确认或放弃的时段。
error-submission_turned_down = 该时段已放弃。如希望重新安排，请联系组织者。
error-submission_lapsed = 确认期限已过。请联系组织者，询问时段是否仍可保留。
error-submission_not_due = 确认期限未过，或已有答复。
