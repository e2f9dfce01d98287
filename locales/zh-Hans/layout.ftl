# 页面框架、表单组件、报名状态、后台快捷键。

layout-skip = 跳到主要内容
layout-languages = 语言
layout-pages-of-edition = 本届论坛
layout-contact = 如有疑问，请发邮件至
layout-privacy = 个人信息处理说明
layout-menu = 菜单
layout-rooms = 管理后台
layout-sign-out = 退出登录
layout-pages = 分页
layout-newer = 上一页
layout-older = 下一页

form-errors-title = 请检查以下各项
form-optional = （选填）
form-choose = 请选择
form-yes = 是
form-no = 否
form-draft-kept = 已为您保留之前填写的内容。
form-draft-forget = 清空
form-offline = 网络已断开。填写的内容不会丢失，恢复网络后请再试一次。
form-sending = 正在提交……

state-confirmed = 已确认
state-pending = 待审核
state-waitlisted = 候补中
state-offered = 名额待接受
state-cancelled = 已取消

keys-title = 键盘快捷键
keys-search = 搜索
keys-move = 在列表中上下移动
keys-open = 打开
keys-help = 显示快捷键
keys-close = 关闭
