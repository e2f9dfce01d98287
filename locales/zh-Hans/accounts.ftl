# 账号：角色、登录、不能做的操作、记录。

role-admin = 系统管理员
role-organiser = 组织者
role-programme = 议程
role-reviewer = 评审
role-communications = 宣传联络
role-desk = 签到台
role-observer = 观察员

access-read = 读取
access-write = 读取和修改

invitation-state-open = 等待回复
invitation-state-accepted = 已接受
invitation-state-withdrawn = 已撤回
invitation-state-expired = 已过期

login-method-password = 密码登录
login-method-mail = 邮件登录

## 登录
error-sign_in_wrong = 邮箱或密码不正确。请再试一次，或改用邮件登录。
error-sign_in_over = 该登录链接已过期或已使用，请重新获取。
error-code_wrong = 验证码不正确或已失效。请使用最新的邮件，或直接打开邮件中的链接。
error-password_paused = 该账号密码输错次数过多，请暂时使用邮件登录。
error-password_wrong = 当前密码不正确。
error-password_short = 密码至少需要 { $min } 个字符。
error-password_long = 密码最多 { $max } 个字符。
error-password_weak = 该密码容易被猜中。请设置更长的密码，例如用四个互不相关的词。

## 账号与角色
error-account_exists = 该邮箱已有账号。
error-lang_unknown = 请从三种语言中选择一种。
error-role_unknown = 请从列表中选择角色。
error-role_held = 该账号已有此角色。
error-edition_required = 请选择该角色所属的论坛届次。
error-edition_unwanted = 系统管理员管理整个网站，请不要选择届次。
error-edition_unknown = 没有这一届论坛，请从列表中选择。
error-last_admin = 这是最后一位可以登录的系统管理员，请先添加另一位。

## 邀请
error-invitation_open = 已向该邮箱发出同一角色的邀请，尚未回复。如需重新发送，请先撤回原邀请。
error-invitation_over = 该邀请已过期、已撤回或已处理。请联系邀请您的人重新发送。

## API 令牌
error-scope_unknown = 请从列表中选择权限范围，例如 desk:read。
error-scope_beyond = 您的角色没有 { $scope } 这项权限。

## 记录
audit-account-create = 创建了账号
audit-account-change = 修改了姓名或语言
audit-account-set-password = 设置了密码
audit-account-suspend = 停用了账号
audit-account-reinstate = 恢复了账号
audit-sign-in-request = 请求发送登录邮件
audit-sign-in-hand-out = 生成了一次性登录链接
audit-login-session-begin = 登录
audit-login-session-end = 结束了登录会话
audit-role-grant = 授予了角色
audit-role-withdraw = 撤销了角色
audit-invitation-send = 发出了邀请
audit-invitation-accept = 接受了邀请
audit-invitation-withdraw = 撤回了邀请
audit-api-token-make = 创建了 API 令牌
audit-api-token-revoke = 撤销了 API 令牌
