# 征集：无法办理的原因，以及操作记录。

error-track_unknown = 请选择本届的专题。
error-session_types_count = 每项征集最多{ $max }种环节类型。
error-criteria_count = 评分表须有1至{ $max }项标准。
error-scale_invalid = 最高分必须高于最低分。
error-anchor_off_scale = 分数由{ $min }至{ $max }。
error-call_kind_fixed = 征集公开后，种类不能更改。
error-call_archived = 该征集已归档，不能再更改。
error-call_listed = 该征集已经公开。
error-call_unlisted = 这项征集本来就是隐藏的。
error-call_not_open = 该征集尚未开始。
error-call_closed = 该征集已截止。如仍希望提交，请联系组织者。
error-call_code_wrong = 该代码无效。请对照收到的消息，或向组织者索取另一代码。
error-round_closed = 这一轮评审已经结束，分数不会再变。

audit-call-create = 新增了征集
audit-call-change = 修改了征集
audit-call-list = 公开了征集
audit-call-unlist = 隐藏了征集
audit-call-close = 提前截止了征集
audit-call-archive = 归档了征集
audit-call-reorder = 调整了征集的顺序
audit-call-issue-code = 为征集发出代码
audit-call-revoke-code = 收回征集的代码
audit-round-create = 新增了评审轮次
audit-round-change = 修改了评审轮次
audit-round-close = 结束了评审轮次
audit-round-remove = 移除了评审轮次
audit-round-reorder = 调整了评审轮次的顺序
