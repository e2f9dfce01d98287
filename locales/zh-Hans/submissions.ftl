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
error-submission_limit = 每位申请人最多提交{ $max }项申请。请先撤回其他申请。
error-profile_needed = 请先填写您的姓名。
error-answer_frozen = 此项不能再更改。如有错误，请联系组织者。
error-participants_count = 最多{ $max }人参与。
error-participant_known = 此人已经参与，或已获邀请。
error-participant_owner = 该申请属于此人，不能移除。
error-part_answered = 该邀请已有答复。
error-decided_meanwhile = 其他人刚就该申请作出了决定。未作任何更改，请先查看，再作决定。
error-vacancy_settled = 该时段已有人补上，或已留空。
error-no_standby = 该时段没有备选。

audit-submission-start = 开始填写申请
audit-submission-add = 代演讲嘉宾新增申请
audit-submission-save = 修改申请
audit-submission-correct = 更正申请
audit-submission-submit = 提交申请
audit-submission-withdraw = 撤回申请
audit-submission-invite = 邀请他人参与
audit-submission-answer-invitation = 答复参与邀请
audit-submission-remove-participant = 从申请中移除参与者
audit-submission-decide = 就申请作出决定
audit-submission-tell = 通知申请人决定
audit-submission-ask-again = 再次请申请人确认
audit-submission-confirm = 确认出席
audit-submission-turn-down = 放弃时段
audit-submission-record-answer = 记录申请人的答复
audit-submission-lapse = 确认期限已过
audit-submission-promote = 由备选补上
audit-submission-leave-empty = 时段留空

error-files_count = 此处最多可存放{ $max }个文件。请先移除其中一个。

audit-submission-add-slides = 添加演示文稿
audit-submission-remove-slides = 移除演示文稿
