# 周邊活動：路演、推廣活動。

side-events-title = 周邊活動
side-events-past = 此活動已經結束。
settings-side-events = 周邊活動
settings-side-event = 周邊活動
side-events-add = 新增周邊活動
side-events-none = 尚未有周邊活動
side-events-none-text = 請新增本屆的路演及推廣活動；公開後會列於本屆首頁。
side-events-seen = 地點及公開狀態
side-events-published = 已公開
side-events-draft = 草稿
side-events-summary = 活動簡介
side-events-place = 場地
side-events-city = 城市
side-events-starts_at = 開始時間
side-events-ends_at = 結束時間
side-events-publish = 公開此活動
text-summary = 簡介
text-place = 場地
text-city = 城市
audit-side-event-create = 新增周邊活動
audit-side-event-change = 更改周邊活動
audit-side-event-remove = 移除周邊活動
audit-side-event-reorder = 調整周邊活動次序
