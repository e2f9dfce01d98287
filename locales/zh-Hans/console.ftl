# 每届管理后台的各个房间。

console-today = 今日
console-registrations = 报名
console-places = 类别与名额
console-questions = 问题
console-mail = 邮件
console-team = 团队
console-settings = 设置

today-to-do = 待办事项
today-nothing = 没有待办事项
today-nothing-text = 新的审核、缺少的翻译以及其他下一步会列在这里。
today-numbers = 报名人数
today-arrived = 24小时内新增
today-places = 名额
today-taken = 已用 { $taken }／{ $capacity }
today-public-page = 公开页面

doing-approve = { $count } 份报名待审核
doing-approve-act = 去审核
doing-call-waiting = 仍有名额，{ $count } 人正在候补
doing-call-waiting-act = 联系候补人员
doing-translate = { $count } 处公开文字缺少语言版本
doing-translate-act = 查看缺少的内容
doing-publish = 本届论坛仍是草稿，只有工作人员可见
doing-publish-act = 检查并发布
doing-add-type = 尚未设置报名类别，目前无人可以报名
doing-add-type-act = 添加类别
