# 各届论坛：状态、不能做的事、记录。

edition-state-draft = 草稿
edition-state-published = 已发布
edition-state-archived = 已归档

error-slug_fixed = 带有该短名称的链接已经发出，不能再修改。
error-offers_end_late = 名额邀约的截止时间必须早于论坛结束时间。
error-edition_published = 本届论坛已经发布。
error-edition_not_published = 本届论坛尚未发布。

audit-edition-create = 创建了本届论坛
audit-edition-change = 修改了本届论坛的信息
audit-edition-publish = 发布了本届论坛
audit-edition-archive = 归档了本届论坛
