# 各届论坛：状态、不能做的事、记录。

edition-state-draft = 草稿
edition-state-published = 已发布
edition-state-archived = 已归档

error-slug_fixed = 带有该短名称的链接已经发出，不能再修改。
error-offers_end_late = 提供名额的截止时间必须早于论坛结束时间。
error-edition_published = 本届论坛已经发布。
error-edition_not_published = 本届论坛尚未发布。

audit-edition-create = 创建了本届论坛
audit-edition-change = 修改了本届论坛的信息
audit-edition-publish = 发布了本届论坛
audit-edition-archive = 归档了本届论坛

## 专题、场地、主办与合作单位
partner-kind-host = 主办单位
partner-kind-co-organiser = 联合主办单位
partner-kind-supporter = 支持单位
partner-kind-sponsor = 赞助单位

error-choice_unknown = 请从所列选项中选择。
error-in_use = 仍有其他内容用到此项，无法移除。

audit-track-create = 新增了专题
audit-track-change = 修改了专题
audit-track-remove = 移除了专题
audit-track-reorder = 调整了专题的顺序
audit-room-create = 新增了场地
audit-room-change = 修改了场地
audit-room-remove = 移除了场地
audit-room-reorder = 调整了场地的顺序
audit-partner-create = 新增了主办与合作单位
audit-partner-change = 修改了主办与合作单位的信息
audit-partner-remove = 移除了主办与合作单位
audit-partner-reorder = 调整了主办与合作单位的顺序

## 同意事项
consent-collection = 个人信息处理说明
consent-transfer = 个人信息跨境传输
consent-co-hosts = 联合主办单位使用个人信息
consent-marketing = 接收最新资讯和活动邀请

error-consent_never_required = 不得以同意此项作为报名的条件。

audit-consent-text-set = 修改了同意条款
