# 工作人员所见的参会者。

registrations-add = 代为报名
registrations-export = 导出 CSV
registrations-search = 搜索姓名、单位、邮箱、电子票号码
registrations-state = 状态
registrations-when = 报名时间
registrations-none = 没有符合的报名
registrations-none-text = 请调整筛选条件，或等待首批报名。
registrations-count = { $count } 份报名

registration-erased = （已删除）
registration-approve = 通过
registration-decline = 婉拒
registration-correct = 更正信息
registration-resend = 重新发送邮件
registration-cancel = 取消此报名
registration-cancel-text = 名额会退回，并通过邮件通知本人。
registration-cancel-act = 取消报名
registration-erase = 删除此人的信息
registration-erase-text = 姓名、邮箱、填写内容和邮件正文会被永久清除。请在本人提出要求时再操作。
registration-erase-act = 永久删除
registration-ticket-code = 电子票号码
registration-arrival = { $when }，第 { $number } 号
registration-sensitive = 敏感信息
registration-consent-withdrawn = 已撤回，{ $when }
registration-consent-given = 已同意，{ $when }
registration-details = 报名信息
registration-consents = 授权事项
registration-history = 记录
registration-done-approved = 已通过，并通过邮件通知本人。
registration-done-declined = 已婉拒，并通过邮件通知本人。
registration-done-cancelled = 已取消，并通过邮件通知本人。
registration-done-resent = 邮件正在重新发送。
registration-done-corrected = 已更正。
registration-done-erased = 已删除。
registration-done-added = 已报名，并通过邮件通知本人。
registration-done-known = 本人此前已报名，信息如下。未作任何更改，也未发送邮件。


actor-visitor = 访客
actor-account = 工作人员
actor-link = 参会者
actor-token = API 令牌
actor-shell = 系统运维人员
actor-duty = Plenary

export-arrival = 编号
export-state = 状态
export-type = 类别
export-name-title = 称谓
export-name-han = 中文姓名
export-name-latin = 英文姓名
export-organisation = 单位
export-job-title = 职务
export-email = 邮箱
export-phone = 电话
export-lang = 语言
export-ticket-code = 电子票号码
export-registered = 报名时间
export-checked-in = 签到时间
export-id = 标识
