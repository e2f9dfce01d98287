# 評審：未能辦理的原因，以及操作記錄。

error-panel_empty = 請先選擇至少一位評審。
error-round_not_open = 這一輪評審尚未開始。

audit-reviewer-set = 選定徵集的評審
audit-reviewer-assign = 向評審分配申請
audit-review-write = 評審了申請
audit-review-declare-conflict = 申報利益衝突
