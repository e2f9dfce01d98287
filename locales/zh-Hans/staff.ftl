# 团队、邀请、账号、审计记录。

console-account = 您的账号
console-tokens = 您的 API 令牌
console-accounts = 账号
console-invitations = 邀请
console-all-tokens = 所有 API 令牌
console-audit = 审计记录
console-clock = 时间以{ $zone }为准。
console-acts = 操作
console-back = 返回
console-filter = 筛选

done-profile = 已保存。
done-password = 密码已保存，其他设备均已退出登录。
done-signed-out = 已退出登录。
done-revoked = 已吊销，立即失效。
done-granted = 角色已授予。系统会发邮件通知对方，对方需要重新登录。
done-withdrawn = 已撤回。
done-invited = 邀请已发出。
done-suspended = 账号已停用，并已在所有设备上退出登录。
done-reinstated = 账号可以重新登录。
done-queued = 邮件已重新排队，即将发出。
done-taken-out = 邮件已取消发送。

## 团队
team-invite = 邀请成员
team-people = 成员与权限
team-person = 成员
team-email = 邮箱
team-roles = 角色
team-role = 角色
team-edition = 所属届次
team-edition-hint = 系统管理员管理整个网站，请留空。
team-no-role = 没有角色
team-nobody = 本届论坛还没有成员
team-nobody-text = 请邀请与您共事的人。系统管理员不需要角色，也可以查看每一届。
team-withdraw = 撤销“{ $role }”
team-grant = 追加角色
team-grant-text = 适用于已在团队中的成员；其他人请通过邮件邀请。
team-grant-act = 授予角色
team-powers = 各角色的权限

power-admin = 整个网站的一切：账号、角色、各届论坛、API 令牌、审计记录。
power-organiser = 该届论坛的一切，包括角色和设置。
power-programme = 征集、申请、评选结果、环节和议程发布。
power-reviewer = 查看分配到的项目并评分。
power-communications = 邮件模板、群发邮件和发件记录。
power-desk = 查找报名、签到、现场报名。
power-observer = 数字和图表，不含个人信息。

invite-text = 邮件中的链接{ $days }天内有效。对方如果还没有账号，接受邀请时会一并创建。
invite-email = 邮箱
invite-name = 姓名
invite-name-hint = 邮件里的称呼。
invite-lang = 邮件语言
invite-role-hint = 各角色的权限见下方。
invite-act = 发送邀请

invitations-none = 没有邀请
invitations-none-text = 请邀请第一位成员：系统通过邮件发出邀请，对方接受后即创建账号。
invitations-sent = 发送时间
invitations-state = 状态
invitations-until = 有效期至{ $when }
invitations-withdraw = 撤回

## 账号
accounts-count = { $count } 个账号
accounts-state = 状态
accounts-active = 可以登录
accounts-suspended = 已停用
accounts-made = 创建时间
accounts-since = 停用时间
accounts-suspend = 停用此账号
accounts-suspend-text = 对方会立即在所有设备上退出登录，无法再登录，其 API 令牌也会失效；角色会保留。
accounts-suspend-act = 停用账号
accounts-reinstate = 恢复此账号

## 审计记录
trail-text = 每项变更、由谁作出、来自哪里；最新的排在最前。
trail-verify = 验证封印
trail-action = 操作
trail-none = 没有记录
trail-none-text = 请调整筛选条件。
trail-what = 事项
trail-when = 时间
trail-who = 操作者
trail-seal = 封印
trail-unsealed = 尚未封印
trail-content = 详情

verification-title = 审计记录的封印
verification-good = 所有封印完好。已封印的记录没有被删除、改动或调换次序。
verification-bad = 审计记录曾被改动，或缺少密钥。
verification-broken = 以下封印未通过验证：{ $numbers }。其下的记录曾被删除、改动或调换次序，或当时使用的密钥已不在设置中。
verification-altered = 以下记录的内容与其摘要不符：
verification-seals = 完好的封印
verification-entries = 已封印的记录
verification-unsealed = 尚未封印的记录
verification-unsealed-text = 新记录会在几秒内封印。如果这个数字持续增加，说明后台程序没有运行。
verification-head = 最新的封印
verification-head-text = 请与另外保存的服务器日志中最新的封印比对：只有这样才能知道记录的末尾有没有被截去。
verification-again = 再次验证

## 邮件
mails-what = 邮件
mails-cause = 原因
mails-to = 收件人
mails-subject = 主题
mails-state = 状态
mails-queued = 排队时间
mails-due = 下次尝试
mails-none = 没有邮件
mails-none-text = 有报名等事项发生时，相关邮件会显示在这里。请调整筛选条件查看更多。
mails-unprinted = 尚未生成
mails-emptied = 内容已删除：保留期已满，或收件人要求删除资料
mails-retry = 立即重试
mails-cancel = 取消发送
mails-tries = 发送记录
mails-untried = 尚未尝试发送。
mails-number = 次序
mails-outcome = 结果
mails-answer = 邮件服务器的回复
mails-preview = 预览
mails-preview-text = 个人链接只在发送时填入，因此这里的链接无法使用。
mails-text = 纯文本

## 试用时的信箱
mailbox-title = 信箱
mailbox-text = 尚未设置邮件服务器，邮件只保存在这台电脑上，只有您能看到此页。
mailbox-none = 还没有邮件
mailbox-none-text = 报名参加论坛后，邮件会显示在这里。
mailbox-attachments = 附件：
