# Webhook 及其傳送記錄。

console-webhooks = Webhook
webhooks-one = Webhook
webhooks-add = 新增 Webhook
webhooks-add-act = 新增
webhooks-edit = 更改
webhooks-edit-act = 儲存
webhooks-none = 尚未有 Webhook
webhooks-none-text = 每當有新登記等事項發生，Webhook 會即時通知另一個程式。
webhooks-url = 網址
webhooks-url-hint = 事件傳送到這個網址；須以 https:// 開頭，並可從互聯網公開連接。
webhooks-edition = 屆別
webhooks-edition-hint = 傳送哪一屆的事件；其後不能更改。
webhooks-state = 狀態
webhooks-description = 說明
webhooks-description-hint = 註明用途，方便同事了解。
webhooks-events = 事件
webhooks-events-hint = 請勾選要傳送的事件。如不勾選，則傳送所有事件，包括日後新增的。
webhooks-events-all = 全部
webhooks-made = 新增時間
webhooks-failing = 未能送達
webhooks-failing-since = 自何時起未能送達
webhooks-secret = Webhook 密鑰
webhooks-secret-text = 請立即把密鑰抄到接收程式，之後不會再次顯示。接收程式以此核實事件確實來自本系統。
webhooks-test = 傳送測試事件
webhooks-pause = 暫停
webhooks-resume = 恢復
webhooks-rotate = 更換密鑰
webhooks-rotate-text = 其後 { $hours } 小時內，事件會同時以新舊密鑰簽署，讓您有時間更新接收程式而不會遺漏事件；之後只用新密鑰。
webhooks-rotate-act = 更換密鑰
webhooks-remove = 刪除此 Webhook
webhooks-remove-text = 刪除後不再傳送任何事件，傳送記錄亦會一併刪除，無法復原。
webhooks-remove-act = 刪除 Webhook

webhook-state-active = 使用中
webhook-state-paused = 已暫停
webhook-state-disabled = 已停用
webhook-disabled-gone = 接收程式回覆已不再存在（410），因此已停止傳送。如重新啟用，請按「恢復」。
webhook-disabled-failing = 連日未能送達，因此已停止傳送。接收程式回復正常後，請按「恢復」，再補送遺漏的事件。

webhook-resource-registration = 登記
webhook-resource-submission = 申請
webhook-resource-speaker = 講者
webhook-resource-session = 環節
webhook-resource-release = 發布
webhook-resource-call = 徵集
webhook-resource-edition = 屆別
webhook-resource-webhook = Webhook 本身

deliveries-title = 傳送記錄
deliveries-event = 事件
deliveries-when = 發生時間
deliveries-state = 狀態
deliveries-tries = 嘗試次數
deliveries-none = 沒有傳送記錄
deliveries-none-text = 可傳送測試事件，或更改篩選條件。記錄保留 30 日。
deliveries-subject = 相關項目
deliveries-due = 下次嘗試
deliveries-untried = 尚未嘗試傳送。
deliveries-answer = 接收程式的回應
deliveries-milliseconds = { $count } 毫秒
deliveries-redeliver = 重新傳送
deliveries-again = 補送未能送達的事件
deliveries-again-text = 由指定時間起發生而未能送達的事件，會全部重新傳送。
deliveries-since = 由何時起
deliveries-again-act = 重新傳送

delivery-state-queued = 等候中
delivery-state-sending = 傳送中
delivery-state-delivered = 已送達
delivery-state-failed = 失敗
delivery-state-given-up = 已放棄

delivery-outcome-delivered = 已送達
delivery-outcome-refused = 被拒絕
delivery-outcome-gone = 已不再存在
delivery-outcome-forbidden = 不屬公開互聯網網址
delivery-outcome-unresolved = 找不到網域名稱
delivery-outcome-unreachable = 無法連接
delivery-outcome-insecure = 無法建立安全連線
delivery-outcome-timeout = 逾時
delivery-outcome-broken = 連線中斷

done-hook-paused = 已暫停。期間發生的事件會在恢復後傳送。
done-hook-resumed = 已恢復。
done-hook-tested = 測試事件正在傳送，可在下方記錄查看。
done-hook-redelivered = 正在重新傳送。

mail-template-webhook-disabled = Webhook 已停用

audit-webhook-create = 新增了 Webhook
audit-webhook-change = 更改了 Webhook
audit-webhook-rotate-secret = 更換了 Webhook 的密鑰
audit-webhook-pause = 暫停了 Webhook
audit-webhook-resume = 恢復了 Webhook
audit-webhook-disable = 停用了未能送達的 Webhook
audit-webhook-remove = 刪除了 Webhook
audit-webhook-test = 向 Webhook 傳送了測試事件
audit-webhook-redeliver = 向 Webhook 重新傳送了事件

error-hook_url_invalid = 請輸入完整網址，例如 https://example.org/hook，不可包含用戶名稱或密碼。
error-hook_url_not_https = 網址須以 https:// 開頭。
error-hook_url_port = 請使用連接埠 443，或 1024 及以上的連接埠。
error-event_unknown = 沒有名為 { $event } 的事件。
error-webhook_active = 此 Webhook 已在使用中。
error-webhook_not_active = 此 Webhook 並非使用中，請先恢復。
error-webhook_disabled = 此 Webhook 已停用，請先恢復。
error-delivery_sending = 正在傳送，請稍後再試。
