# 配套活动：路演、推介活动。

side-events-title = 配套活动
side-events-past = 该活动已结束。
settings-side-events = 配套活动
settings-side-event = 配套活动
side-events-add = 新增配套活动
side-events-none = 还没有配套活动
side-events-none-text = 请新增本届的路演和推介活动；公开后会显示在本届首页。
side-events-seen = 地点和公开状态
side-events-published = 已公开
side-events-draft = 草稿
side-events-summary = 活动介绍
side-events-place = 场地
side-events-city = 城市
side-events-starts_at = 开始时间
side-events-ends_at = 结束时间
side-events-publish = 公开该活动
text-summary = 介绍
text-place = 场地
text-city = 城市
audit-side-event-create = 新增配套活动
audit-side-event-change = 修改配套活动
audit-side-event-remove = 移除配套活动
audit-side-event-reorder = 调整配套活动顺序
