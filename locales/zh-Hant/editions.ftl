# 各屆論壇：狀態、不能做的事、紀錄。

edition-state-draft = 草稿
edition-state-published = 已發佈
edition-state-archived = 已封存

error-slug_fixed = 載有這個短名稱的連結已經發出，不能再更改。
error-offers_end_late = 名額邀請的截止時間必須在論壇結束之前。
error-edition_published = 本屆論壇已經發佈。
error-edition_not_published = 本屆論壇尚未發佈。

audit-edition-create = 建立了本屆論壇
audit-edition-change = 更改了本屆論壇的資料
audit-edition-publish = 發佈了本屆論壇
audit-edition-archive = 封存了本屆論壇
