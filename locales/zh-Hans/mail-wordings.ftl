# 各届自己写的邮件文字。

wordings-title = 邮件文字
wordings-text = 本届可以自己写下面这些邮件的文字。登录和账号方面的邮件，各届文字一样。
wordings-words = 文字
wordings-uneven = 有的语言用您写的文字，其余仍用默认文字。
wording-own = 自己写的
wording-ours = 默认文字
wording-broken = 无法显示
wording-broken-text = 有收件人的邮件无法用这些文字显示，已改用默认文字发出。请修改。
wording-heading = 标题
wording-heading-hint = 不填则使用默认标题。
wording-row = 试用对象
wording-row-hint = 最近的同类邮件。不选则使用虚构内容。
wording-keep = 保存文字
wording-try = 预览
wording-test = 给自己发一封测试邮件
wording-try-text = 预览显示表单里现有的文字，无论是否已保存；其中的链接不会打开任何页面。
wording-names = 大括号里的名称
wording-names-text = 每位收件人会看到自己的内容。文字前后可以加条件，例如 { "{%" } if title { "%}" } … { "{%" } endif { "%}" }。
wording-history = 版本
wording-history-none = 还没有人改过这些文字。
wording-back = 恢复这个版本
wording-back-ours = 恢复默认文字
wording-back-ours-text = 您的版本会保留，以后还可以再用。
wording-nobody = 未记录姓名
done-words-kept = 已保存。此后发出的邮件都用这些文字。
done-test-sent = 测试邮件已发出。您写的内容还没有保存。
doing-reword = 有{ $count }封邮件的自定义文字无法显示。
doing-reword-act = 查看文字

# 试用时显示的内容。
mail-test-subject = 测试：{ $subject }
mail-sample-name = 陈大文
mail-sample-title = 折叠蛋白质的机器人
mail-sample-call = 演讲
mail-sample-round = 初审
mail-sample-confirm_by = 2026年10月1日（星期四）下午6:00
mail-sample-when = 2026年11月20日（星期五）上午10:00，海港会堂
mail-sample-until = 2026年10月1日（星期四）下午6:00（香港时间）
mail-sample-company = 七号机器人有限公司
mail-sample-inviter = 欧咏诗
mail-sample-person = 欧咏诗
mail-sample-sender = 欧咏诗
mail-sample-speaker = 李嘉欣教授
mail-sample-reason = 想进一步了解您的成果。

# 收件人和发送时间。
mail-to-attendee = 参会者
mail-to-account = 账号持有人
mail-to-invited = 受邀者
mail-to-applicant = 申请人
mail-to-reviewer = 评审
mail-to-speaker = 演讲嘉宾或其联系人
mail-timing-at-once = 立即
mail-timing-by-clock = 到时间发一次

# 发送原因。
mail-cause-registration-confirmed = 有名额、审核通过，或接受了提供的名额
mail-cause-registration-pending = 报名类别需要审核
mail-cause-registration-waitlisted = 报名时没有名额
mail-cause-registration-offered = 有名额可以给候补名单的第一位
mail-cause-offer-expiring = 答复所提供名额的期限将到
mail-cause-offer-lapsed = 没有在期限内答复提供的名额
mail-cause-registration-cancelled = 报名被取消
mail-cause-registration-declined = 组织者婉拒报名
mail-cause-registration-known = 同一个人再次报名
mail-cause-registration-changed = 组织者修改了报名信息
mail-cause-session-place = 候补的环节有了空位，已留给她
mail-cause-session-place-ended = 组织者取消了环节预约
mail-cause-sessions-moved = 新发布的议程更改或取消了已预约或候补的环节
mail-cause-address-proof = 要求改用另一个邮箱
mail-cause-ticket = 要求重新发送电子票
mail-cause-day-reminder = 开始前若干天（见本届设置），发给有名额的参会者
mail-cause-thanks = 结束后若干天（见本届设置），发给到场者
mail-cause-sign-in = 要求用邮件登录
mail-cause-invitation = 邀请担任角色
mail-cause-submission-draft = 用邮箱开始申请
mail-cause-submission-received = 提交申请
mail-cause-submission-edited = 申请提交后有改动，最后一次修改半小时后
mail-cause-submission-withdrawn = 申请被撤回，不论由谁撤回
mail-cause-co-speaker-invitation = 申请人邀请他人参与
mail-cause-co-speaker-answered = 受邀者同意或婉拒参与
mail-cause-speaker-invited = 组织者给演讲嘉宾发送专页
mail-cause-eligibility-failed = 组织者认为申请不符合规则
mail-cause-decision-accepted = 通知入选，或再次询问
mail-cause-decision-standby = 通知列为备选
mail-cause-decision-declined = 通知未入选
mail-cause-confirm-reminder = 确认截止时间前三天
mail-cause-slot-changed = 发布议程使时间或会场有变
mail-cause-review-reminder = 评审轮次截止前两天，发给还有申请未评的评审
mail-cause-company-invitation = 公司成员邀请同事
mail-cause-passes-given = 确认展示的公司获得团队名额
mail-cause-pass-claim = 公司把团队名额发给他人
mail-cause-password-changed = 设置或修改密码
mail-cause-role-changed = 授予或撤回角色
mail-cause-webhook-disabled = Webhook 回应已不存在，或连日送不到

# 各名称代表的内容。
mail-variable-name = 收件人姓名，可能为空
mail-variable-edition-name = 本届论坛的名称
mail-variable-edition-when = 本届论坛的日期和时区
mail-variable-edition-place = 会场和地址，可能为空
mail-variable-edition-contact = 回信地址
mail-variable-button = 按钮和下面的链接，正文里必须有
mail-variable-ticket = 电子票和二维码，正文里必须有
mail-variable-facts = 时间和地点列表
mail-variable-links = 单独显示按钮的链接
mail-variable-links-ticket = 电子票专页的链接
mail-variable-ticket_code = 电子票编号
mail-variable-sessions = 个人日程列表，每项有 title 和 when，可能没有
mail-variable-hours = 可以在多少小时内答复
mail-variable-until = 截止时间和时区
mail-variable-days = 链接有效的天数
mail-variable-count = 名额数量
mail-variable-title = 标题
mail-variable-call = 征集的名称
mail-variable-round = 评审轮次的名称
mail-variable-left = 待评审的申请数量
mail-variable-confirm_by = 确认截止时间，可能为空
mail-variable-when = 时间和地点
mail-variable-company = 公司名称
mail-variable-inviter = 邀请人
mail-variable-person = 答复者
mail-variable-takes_part = 是否参与：true 或 false
mail-variable-sender = 发送名额的人
mail-variable-speaker = 邮件发给联系人时显示演讲嘉宾姓名，否则为空
mail-variable-reason = 组织者写的原因
mail-variable-cause = 原因：attendee、staff、offer-declined、off-stage、pass-taken-back、pass-ended
mail-variable-comments = 评审的意见（列表，可能没有）
mail-variable-slots = 环节列表，每项有 what（new、moved、gone）、title、now 和 before

# 错误。
error-wording_open = 有大括号没有闭合。
error-wording_tag = 这里不能用“{ $name }”，只能用 if、elif、else、endif、for 和 endfor。
error-wording_filter = 这里不能用“{ $name }”，竖线后面只能用“link”。
error-wording_sign = 大括号里不能有 { $sign }。
error-wording_syntax = 无法识别大括号里的内容（第{ $line }行）。标记都闭合了吗？
error-wording_lacks = 正文里必须有{ $name }，否则邮件就没有用处。
error-wording_fails = 无法显示：大括号里有些内容并非所有收件人都有。
error-worded_meanwhile = 其间有人改了文字。请先看看下面的版本，再保存。

# 审计记录。
audit-mail-word = 修改了邮件文字
audit-mail-test-wording = 发送了测试邮件
audit-mail-wording-failed = 自定义邮件文字无法显示
mail-cause-eligibility-passed = 组织者再次审核后认为申请符合规则
mail-cause-reviews-assigned = 分配申请后，发给该轮次首次分到申请的评审
