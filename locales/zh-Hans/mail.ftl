# 各邮件共用的字句。
mail-hello = { $name }，您好：
mail-hello-nobody = 您好：
mail-when = 时间
mail-where = 地点
mail-ticket-code = 您的电子票编号
mail-ticket-picture = 您的电子票二维码。如果图片无法显示，请出示下方编号。
mail-sign-in-code = 您的登录验证码
mail-plain-link = 如果按钮无法打开，请访问以下网址：
mail-questions = 如有疑问，请发邮件至：
mail-keep-to-yourself = 本邮件中的链接仅供您本人使用，请勿转发。
mail-personal-link = 〔个人链接〕

# 管理后台内各邮件的名称。
mail-template-registration-confirmed = 名额已确认
mail-template-registration-pending = 待审核
mail-template-registration-waitlisted = 已进入候补名单
mail-template-registration-offered = 提供名额
mail-template-offer-expiring = 名额保留即将到期
mail-template-offer-lapsed = 名额逾期未接受
mail-template-registration-cancelled = 报名已取消
mail-template-registration-declined = 报名未通过
mail-template-registration-known = 重复报名
mail-template-registration-changed = 报名信息已修改
mail-template-address-proof = 确认新邮箱
mail-template-ticket = 电子票
mail-template-day-reminder = 活动前提醒
mail-template-thanks = 会后致谢
mail-template-sign-in = 登录
mail-template-invitation = 邀请
mail-template-submission-draft = 草稿已保存
mail-template-submission-received = 已收到申请
mail-template-submission-edited = 申请已修改
mail-template-submission-withdrawn = 申请已撤回
mail-template-co-speaker-invitation = 邀请参与
mail-template-co-speaker-answered = 受邀者的答复
mail-template-speaker-invited = 演讲嘉宾专页
mail-template-decision-accepted = 申请入选
mail-template-decision-standby = 申请列为备选
mail-template-decision-declined = 申请未入选
mail-template-slot-changed = 环节安排有变
mail-template-review-reminder = 评审提醒
mail-template-confirm-reminder = 提醒确认
mail-template-password-changed = 密码已更改
mail-template-role-changed = 角色已变更

# 邮件状态。
mail-state-draft = 暂缓发送
mail-state-queued = 待发送
mail-state-sending = 发送中
mail-state-sent = 已发送
mail-state-failed = 发送失败
mail-state-suppressed = 已停止发送

# 邮件服务器的回复。
mail-outcome-accepted = 已接收
mail-outcome-deferred = 暂缓
mail-outcome-refused = 拒收

# 错误。
error-mail_sent = 此邮件已经发送。
error-mail_emptied = 这封邮件的内容已删除，不能再发送。
audit-mail-purge = 删除保存期已满的邮件内容
error-mail_sending = 此邮件正在发送，请一分钟后再查看。

# 审计记录。
audit-mail-retry = 重新发送邮件
audit-mail-cancel = 停止发送邮件
mail-template-reviews-assigned = 评审通知
