# Webhook 及其推送记录。

console-webhooks = Webhook
webhooks-one = Webhook
webhooks-add = 添加 Webhook
webhooks-add-act = 添加
webhooks-edit = 修改
webhooks-edit-act = 保存
webhooks-none = 还没有 Webhook
webhooks-none-text = 有新报名等事件发生时，Webhook 会立即通知另一个程序。
webhooks-url = 地址
webhooks-url-hint = 事件推送到这个地址；须以 https:// 开头，并且可从公网访问。
webhooks-edition = 届次
webhooks-edition-hint = 推送哪一届的事件；之后不能修改。
webhooks-state = 状态
webhooks-description = 说明
webhooks-description-hint = 写明用途，方便同事了解。
webhooks-events = 事件
webhooks-events-hint = 勾选要推送的事件。一个都不勾选则推送全部事件，包括以后新增的。
webhooks-events-all = 全部
webhooks-made = 添加时间
webhooks-failing = 无法送达
webhooks-failing-since = 开始无法送达的时间
webhooks-secret = Webhook 密钥
webhooks-secret-text = 请立即把密钥复制到接收程序，之后不会再次显示。接收程序用它核实事件确实来自本系统。
webhooks-test = 发送测试事件
webhooks-pause = 暂停
webhooks-resume = 恢复
webhooks-rotate = 更换密钥
webhooks-rotate-text = 此后 { $hours } 小时内，事件会同时用新旧密钥签名，让您从容更新接收程序而不丢失事件；之后只用新密钥。
webhooks-rotate-act = 更换密钥
webhooks-remove = 删除这个 Webhook
webhooks-remove-text = 删除后不再推送任何事件，推送记录也会一并删除，无法恢复。
webhooks-remove-act = 删除 Webhook

webhook-state-active = 使用中
webhook-state-paused = 已暂停
webhook-state-disabled = 已停用
webhook-disabled-gone = 接收程序回复已不存在（410），因此已停止推送。重新启用后，请点击“恢复”。
webhook-disabled-failing = 连续多日无法送达，因此已停止推送。接收程序恢复正常后，请点击“恢复”，再补发遗漏的事件。

webhook-resource-registration = 报名
webhook-resource-submission = 申请
webhook-resource-speaker = 演讲嘉宾
webhook-resource-session = 环节
webhook-resource-release = 发布
webhook-resource-call = 征集
webhook-resource-edition = 届次
webhook-resource-webhook = Webhook 本身

deliveries-title = 推送记录
deliveries-event = 事件
deliveries-when = 发生时间
deliveries-state = 状态
deliveries-tries = 尝试次数
deliveries-none = 没有推送记录
deliveries-none-text = 可以发送测试事件，或修改筛选条件。记录保留 30 天。
deliveries-subject = 相关对象
deliveries-due = 下次尝试
deliveries-untried = 尚未尝试推送。
deliveries-answer = 接收程序的响应
deliveries-milliseconds = { $count } 毫秒
deliveries-redeliver = 重新推送
deliveries-again = 补发未送达的事件
deliveries-again-text = 从指定时间起发生而未送达的事件，会全部重新推送。
deliveries-since = 起始时间
deliveries-again-act = 重新推送

delivery-state-queued = 等待中
delivery-state-sending = 推送中
delivery-state-delivered = 已送达
delivery-state-failed = 失败
delivery-state-given-up = 已放弃

delivery-outcome-delivered = 已送达
delivery-outcome-refused = 被拒绝
delivery-outcome-gone = 已不存在
delivery-outcome-forbidden = 不是公网地址
delivery-outcome-unresolved = 找不到域名
delivery-outcome-unreachable = 无法连接
delivery-outcome-insecure = 无法建立安全连接
delivery-outcome-timeout = 超时
delivery-outcome-broken = 连接中断

done-hook-paused = 已暂停。期间发生的事件会在恢复后推送。
done-hook-resumed = 已恢复。
done-hook-tested = 测试事件正在推送，可在下方记录中查看。
done-hook-redelivered = 正在重新推送。

mail-template-webhook-disabled = Webhook 已停用

audit-webhook-create = 添加了 Webhook
audit-webhook-change = 修改了 Webhook
audit-webhook-rotate-secret = 更换了 Webhook 的密钥
audit-webhook-pause = 暂停了 Webhook
audit-webhook-resume = 恢复了 Webhook
audit-webhook-disable = 停用了无法送达的 Webhook
audit-webhook-remove = 删除了 Webhook
audit-webhook-test = 向 Webhook 发送了测试事件
audit-webhook-redeliver = 向 Webhook 重新推送了事件

error-hook_url_invalid = 请输入完整地址，例如 https://example.org/hook，不能包含用户名或密码。
error-hook_url_not_https = 地址须以 https:// 开头。
error-hook_url_port = 请使用端口 443，或 1024 及以上的端口。
error-event_unknown = 没有名为 { $event } 的事件。
error-webhook_active = 这个 Webhook 已在使用中。
error-webhook_not_active = 这个 Webhook 未在使用中，请先恢复。
error-webhook_disabled = 这个 Webhook 已停用，请先恢复。
error-delivery_sending = 正在推送，请稍后再试。
