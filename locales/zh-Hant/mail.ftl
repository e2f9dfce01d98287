# 各電郵共用的字句。
mail-hello = { $name }，您好：
mail-hello-nobody = 您好：
mail-when = 時間
mail-where = 地點
mail-ticket-code = 您的門票編號
mail-ticket-picture = 您的門票二維碼。如未能顯示圖片，請出示下方編號。
mail-sign-in-code = 您的登入驗證碼
mail-plain-link = 如按鈕未能開啟，請使用以下網址：
mail-questions = 如有查詢，請電郵至：
mail-keep-to-yourself = 本電郵內的連結只供您本人使用，請勿轉寄。
mail-personal-link = 〔個人連結〕

# 管理後台內各電郵的名稱。
mail-template-registration-confirmed = 名額已確認
mail-template-registration-pending = 待審批
mail-template-registration-waitlisted = 已列入輪候名單
mail-template-registration-offered = 提供名額
mail-template-offer-expiring = 名額預留期限將至
mail-template-offer-lapsed = 名額逾期未接受
mail-template-registration-cancelled = 登記已取消
mail-template-registration-declined = 登記未獲批准
mail-template-registration-known = 重複登記
mail-template-registration-changed = 登記資料已更改
mail-template-address-proof = 確認新電郵地址
mail-template-ticket = 門票
mail-template-day-reminder = 活動前提醒
mail-template-thanks = 活動後致謝
mail-template-sign-in = 登入
mail-template-invitation = 邀請
mail-template-submission-draft = 草稿已儲存
mail-template-submission-received = 已收到申請
mail-template-submission-edited = 申請已修改
mail-template-submission-withdrawn = 申請已撤回
mail-template-co-speaker-invitation = 邀請參與
mail-template-co-speaker-answered = 受邀者的答覆
mail-template-speaker-invited = 講者專頁
mail-template-decision-accepted = 申請獲接納
mail-template-decision-standby = 申請列為後備
mail-template-decision-declined = 申請不獲接納
mail-template-slot-changed = 環節安排有變
mail-template-review-reminder = 評審提醒
mail-template-confirm-reminder = 提醒確認
mail-template-password-changed = 密碼已更改
mail-template-role-changed = 角色已更改

# 電郵狀態。
mail-state-draft = 暫緩發送
mail-state-queued = 待發送
mail-state-sending = 發送中
mail-state-sent = 已發送
mail-state-failed = 發送失敗
mail-state-suppressed = 已停止發送

# 電郵伺服器的回覆。
mail-outcome-accepted = 已接收
mail-outcome-deferred = 暫緩
mail-outcome-refused = 拒收

# 錯誤。
error-mail_sent = 此電郵已經發送。
error-mail_emptied = 此電郵的內容已刪除，不能再發送。
audit-mail-purge = 刪除保存期已滿的電郵內容
error-mail_sending = 此電郵正在發送，請於一分鐘後再查看。

# 審計記錄。
audit-mail-retry = 重新發送電郵
audit-mail-cancel = 停止發送電郵
mail-template-reviews-assigned = 評審通知
