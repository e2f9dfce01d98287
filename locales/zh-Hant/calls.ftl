# 徵集：未能辦理的原因，以及操作記錄。

error-track_unknown = 請選擇本屆的專題。
error-session_types_count = 每項徵集最多{ $max }種環節類別。
error-criteria_count = 評分表須有1至{ $max }項準則。
error-scale_invalid = 最高分必須高於最低分。
error-anchor_off_scale = 分數由{ $min }至{ $max }。
error-call_kind_fixed = 徵集公開後，種類不能更改。
error-call_archived = 這項徵集已封存，不能再作更改。
error-call_listed = 這項徵集已經公開。
error-call_unlisted = 這項徵集本來已經隱藏。
error-call_not_open = 這項徵集尚未開始。
error-call_closed = 這項徵集已截止。如仍希望提交，請與籌辦人員聯絡。
error-call_code_wrong = 這個代碼無效。請對照收到的訊息，或向籌辦人員索取另一代碼。
error-round_closed = 這一輪評審已經結束，分數不會再變。

audit-call-create = 新增了徵集
audit-call-change = 更改了徵集
audit-call-list = 公開了徵集
audit-call-unlist = 隱藏了徵集
audit-call-close = 提早截止了徵集
audit-call-archive = 封存了徵集
audit-call-reorder = 調整了徵集的次序
audit-call-issue-code = 為徵集發出代碼
audit-call-revoke-code = 收回徵集的代碼
audit-round-create = 新增了評審輪次
audit-round-change = 更改了評審輪次
audit-round-close = 結束了評審輪次
audit-round-remove = 移除了評審輪次
audit-round-reorder = 調整了評審輪次的次序
