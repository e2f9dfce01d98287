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

# 配套活动的报名。
side-events-register = 活动报名
side-events-register-text = 该活动尚未开放报名。请填写名额：系统会为它单独设置报名类别、名额和候补名单，之后都可以修改。
side-events-register-hidden = 活动公开后，公众才能报名；您仍可手动录入参会人员。
side-events-capacity-hint = 可容纳的人数。名额满后报名的人会进入候补名单。
side-events-open = 开放报名
done-registration-opened = 已按所填名额开放报名；如无另行设置，报名在活动结束时截止。
side-events-list = 查看报名名单
side-events-count = 已确认 { $confirmed } 人，候补 { $waiting } 人
today-beside = 这些活动需要单独报名，人数不计入论坛的数据。
types-side-event = 所属配套活动
types-side-event-hint = 留空表示论坛本身。有人报名后便不能修改。
types-of-side-event = { $event }：{ $name }
types-always-side-event = 至活动结束
registrations-for = 参加项目
export-side-event = 配套活动
clone-module-side-events = 配套活动（作为草稿）
error-side_event_unknown = 本届没有这项配套活动。
error-side_event_fixed = 已有人按此类别报名，不能改到其他活动。请另建新的类别。
error-sign_up_side_event = 这份报名仅适用于配套活动。如需预约论坛场次的座位，请另行报名参加论坛。
