# 各屆論壇：狀態、不能做的事、紀錄。

edition-state-draft = 草稿
edition-state-published = 已發佈
edition-state-archived = 已封存

error-slug_fixed = 載有這個短名稱的連結已經發出，不能再更改。
error-offers_end_late = 提供名額的截止時間必須在論壇結束之前。
error-edition_published = 本屆論壇已經發佈。
error-edition_not_published = 本屆論壇尚未發佈。

audit-edition-create = 建立了本屆論壇
audit-edition-change = 更改了本屆論壇的資料
audit-edition-publish = 發佈了本屆論壇
audit-edition-archive = 封存了本屆論壇

## 專題、場地、主辦及合作機構
partner-kind-host = 主辦機構
partner-kind-co-organiser = 合辦機構
partner-kind-supporter = 支持機構
partner-kind-sponsor = 贊助機構

error-choice_unknown = 請從所列選項中選擇。
error-in_use = 仍有其他內容使用這一項，因此不能移除。

audit-track-create = 新增了專題
audit-track-change = 更改了專題
audit-track-remove = 移除了專題
audit-track-reorder = 調整了專題的次序
audit-room-create = 新增了場地
audit-room-change = 更改了場地
audit-room-remove = 移除了場地
audit-room-reorder = 調整了場地的次序
audit-partner-create = 新增了主辦及合作機構
audit-partner-change = 更改了主辦及合作機構的資料
audit-partner-remove = 移除了主辦及合作機構
audit-partner-reorder = 調整了主辦及合作機構的次序

## 同意事項
consent-collection = 收集個人資料聲明
consent-transfer = 跨境轉移個人資料
consent-co-hosts = 合辦機構使用個人資料
consent-marketing = 接收最新消息和活動邀請

error-consent_never_required = 不能要求他人同意此項方可登記。

audit-consent-text-set = 更改了同意條款
