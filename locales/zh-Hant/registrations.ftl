# 登記：名額、類別、候補；拒絕的原因、記錄上的字句。

## 名額與類別
error-capacity_below_taken = 已有 { $taken } 個名額被佔用，不能少於此數。
error-pool_in_use = 有登記類別正使用這批名額，不能移除。
error-pool_unknown = 請選擇本屆的名額。
error-closes_before_opening = 截止時間必須在開始時間之後。
error-type_in_use = 已有人以此類別登記，不能再更改它使用的名額。
error-type_changed = 主辦方剛好更改了這個登記類別，請再試一次。
error-type_unknown = 請選擇一個登記類別。

## 登記
error-consent_required = 必須同意此項才可登記。
error-too_many_for_address = 一個電郵地址最多可登記 { $max } 人，其他人請使用另一個地址。
error-registered_meanwhile = 剛好有人為您登記了，請查看電郵。
error-registration_not_open = 登記尚未開始。
error-registration_closed = 登記已經截止。

## 登記之後
error-edition_over = 論壇已經結束，不能再更改。
error-registration_cancelled = 此登記已取消。
error-registration_not_pending = 此登記並非等候批核。
error-offer_accepted = 您已接受這個名額。如要放棄，請取消登記。
error-offer_turned_down = 您已婉拒這個名額。歡迎再次登記。
error-offer_lapsed = 這個名額的保留時間已過，已讓給下一位。歡迎再次登記。
error-link_expired = 連結已經失效，請重新申請。
error-registered_at_address = 該電郵地址已有同名的登記。

## 記錄
audit-capacity-pool-create = 新增名額
audit-capacity-pool-change = 更改名額數目
audit-capacity-pool-remove = 移除名額
audit-capacity-pool-reorder = 調整名額次序
audit-registration-type-create = 新增登記類別
audit-registration-type-change = 更改登記類別
audit-registration-type-archive = 把登記類別從表格撤下
audit-registration-type-reorder = 調整登記類別次序
audit-registration-admit = 登記
audit-registration-approve = 批准
audit-registration-decline = 不予批准
audit-registration-cancel = 取消
audit-registration-offer = 提供名額
audit-registration-accept-offer = 接受名額
audit-registration-turn-down-offer = 婉拒名額
audit-registration-expire-offer = 名額保留期屆滿
audit-registration-resend-ticket = 重發門票
audit-registration-ask-for-address = 要求更改電郵地址
audit-registration-change-address = 核實新電郵地址
audit-registration-change = 登記人更改資料
audit-registration-correct = 更正資料
audit-registration-consent = 給予同意
audit-registration-withdraw-consent = 撤回同意
audit-registration-erase = 清除資料
audit-question-purge-answers = 刪除保存期已滿的答案
error-person_registered = 此人已用這個電郵地址登記。
