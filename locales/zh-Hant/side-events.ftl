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

# 周邊活動的登記。
side-events-register = 活動登記
side-events-register-text = 此活動尚未接受登記。請填寫名額：系統會為此活動另設登記類別、名額及輪候名單，其後均可更改。
side-events-register-hidden = 此活動公開後，公眾方可登記；您仍可手動輸入參加者。
side-events-capacity-hint = 可容納的人數。額滿後登記的人士會列入輪候名單。
side-events-open = 開放登記
done-registration-opened = 已按所填名額開放登記；如無另行設定，登記於活動結束時截止。
side-events-list = 查看登記名單
side-events-count = { $confirmed } 人已確認，{ $waiting } 人輪候中
today-beside = 這些活動須另行登記，人數不計入論壇的數字。
types-side-event = 所屬周邊活動
types-side-event-hint = 留空即為論壇本身。有人登記後便不能更改。
types-of-side-event = { $event }：{ $name }
types-always-side-event = 至活動結束
registrations-for = 參加項目
export-side-event = 周邊活動
clone-module-side-events = 周邊活動（以草稿形式）
error-side_event_unknown = 本屆沒有這項周邊活動。
error-side_event_fixed = 已有人以此類別登記，不能改屬其他活動。請另設新的類別。
error-sign_up_side_event = 此登記只適用於周邊活動。如要預留論壇場次的座位，請另行登記參加論壇。
