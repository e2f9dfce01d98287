# 演讲嘉宾：无法办理的原因，以及操作记录。

error-contact_without_address = 请一并填写联系人的邮箱。
error-span_backwards = 结束时间必须在开始时间之后。
error-spans_count = 最多可提供{ $max }段时间。
error-speaker_known = 使用该邮箱的演讲嘉宾已在名单上。
error-speaker_has_account = 两者之一已有关联：一个账号只属于一位演讲嘉宾，一位演讲嘉宾也只有一个账号。
error-speaker_unreachable = 没有该演讲嘉宾的邮箱。请填写演讲嘉宾或联系人的邮箱。

audit-speaker-create = 新增了演讲嘉宾
audit-speaker-change = 填写了演讲嘉宾简介
audit-speaker-correct = 更正了演讲嘉宾资料
audit-speaker-reorder = 调整了演讲嘉宾的顺序
audit-speaker-invite = 向演讲嘉宾发出链接
audit-speaker-link-account = 为演讲嘉宾关联账号
audit-speaker-set-availability = 提供了演讲嘉宾可出席的时间
audit-speaker-set-photo = 上传演讲嘉宾照片
audit-speaker-remove-photo = 移除演讲嘉宾照片
