# 评审：无法办理的原因，以及操作记录。

error-panel_empty = 请先选择至少一位评审。
error-round_not_open = 这一轮评审还没有开始。

audit-reviewer-set = 选定了征集的评审
audit-reviewer-assign = 向评审分配了申请
audit-review-write = 评审了申请
audit-review-declare-conflict = 申报了利益冲突
