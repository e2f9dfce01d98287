# 團隊、邀請、帳戶、審計記錄。

console-account = 您的帳戶
console-tokens = 您的 API 權杖
console-accounts = 帳戶
console-invitations = 邀請
console-all-tokens = 所有 API 權杖
console-audit = 審計記錄
console-clock = 時間以{ $zone }為準。
console-acts = 操作
console-back = 返回
console-filter = 篩選

done-profile = 已儲存。
done-password = 密碼已儲存，其他裝置已全部登出。
done-signed-out = 已登出。
done-revoked = 已撤銷，即時失效。
done-granted = 已授予角色。系統會以電郵通知對方，對方須重新登入。
done-withdrawn = 已撤回。
done-invited = 邀請已發出。
done-suspended = 帳戶已停用，並已登出所有裝置。
done-reinstated = 帳戶可以再次登入。
done-queued = 電郵已重新排隊，即將發出。
done-taken-out = 電郵已取消發送。

## 團隊
team-invite = 邀請成員
team-people = 成員及權限
team-person = 成員
team-email = 電郵
team-roles = 角色
team-role = 角色
team-edition = 所屬屆別
team-edition-hint = 系統管理員管理整個網站，請留空。
team-no-role = 沒有角色
team-nobody = 本屆論壇尚未有成員
team-nobody-text = 請邀請與您共事的人。系統管理員無須任何角色，亦可查看每一屆。
team-withdraw = 撤銷「{ $role }」
team-grant = 加授角色
team-grant-text = 適用於已在團隊中的成員；其他人請以電郵邀請。
team-grant-act = 授予角色
team-powers = 各角色的權限

power-admin = 整個網站的一切：帳戶、角色、各屆論壇、API 權杖、審計記錄。
power-organiser = 該屆論壇的一切，包括角色及設定。
power-programme = 徵集、申請、評選結果、環節及議程發布。
power-reviewer = 查閱獲分配的項目並評分。
power-communications = 電郵範本、統一發送的電郵及寄件記錄。
power-desk = 查找登記、簽到、即場登記。
power-observer = 數字及圖表，不含個人資料。

invite-text = 電郵內的連結在{ $days }日內有效。對方如未有帳戶，接受邀請時會一併開設。
invite-email = 電郵地址
invite-name = 姓名
invite-name-hint = 電郵上的稱呼。
invite-lang = 電郵語言
invite-role-hint = 各角色的權限見下文。
invite-act = 發出邀請

invitations-none = 沒有邀請
invitations-none-text = 請邀請第一位成員：系統會以電郵發出邀請，對方接受後即開設帳戶。
invitations-sent = 發出時間
invitations-state = 狀態
invitations-until = 有效期至{ $when }
invitations-withdraw = 撤回

## 帳戶
accounts-count = { $count } 個帳戶
accounts-state = 狀態
accounts-active = 可以登入
accounts-suspended = 已停用
accounts-made = 開設時間
accounts-since = 停用時間
accounts-suspend = 停用此帳戶
accounts-suspend-text = 對方會即時登出所有裝置，不能再登入，其 API 權杖亦會失效；角色會保留。
accounts-suspend-act = 停用帳戶
accounts-reinstate = 恢復此帳戶

## 審計記錄
trail-text = 每項更改、由誰作出、來自何處；最新的排在最前。
trail-verify = 驗證封印
trail-action = 操作
trail-none = 沒有記錄
trail-none-text = 請更改篩選條件。
trail-what = 事項
trail-when = 時間
trail-who = 操作者
trail-seal = 封印
trail-unsealed = 尚未封印
trail-content = 詳情

verification-title = 審計記錄的封印
verification-good = 所有封印完好。已封印的記錄沒有被刪除、改動或調換次序。
verification-bad = 審計記錄曾被改動，或缺少密鑰。
verification-broken = 以下封印未能通過驗證：{ $numbers }。其下的記錄曾被刪除、改動或調換次序，或當時所用的密鑰已不在設定之中。
verification-altered = 以下記錄的內容與其摘要不符：
verification-seals = 完好的封印
verification-entries = 已封印的記錄
verification-unsealed = 尚未封印的記錄
verification-unsealed-text = 新記錄會在數秒內封印。如果此數目持續增加，即表示背景程式沒有運行。
verification-head = 最新的封印
verification-head-text = 請與另外保存的伺服器日誌中最新的封印比對：只有這樣才能知道記錄的末端有沒有被截去。
verification-again = 再次驗證

## 電郵
mails-what = 電郵
mails-cause = 原因
mails-to = 收件人
mails-subject = 主旨
mails-state = 狀態
mails-queued = 排隊時間
mails-due = 下次嘗試
mails-none = 沒有電郵
mails-none-text = 有登記等事項發生時，相關電郵會列於此處。請更改篩選條件以查看更多。
mails-unprinted = 尚未編寫
mails-emptied = 內容已刪除：保留期已滿，或收件人要求刪除資料
mails-retry = 立即重試
mails-cancel = 取消發送
mails-tries = 發送記錄
mails-untried = 尚未嘗試發送。
mails-number = 次序
mails-outcome = 結果
mails-answer = 電郵伺服器的回應
mails-preview = 預覽
mails-preview-text = 個人連結只會在發送時填入，因此這裏的連結無法使用。
mails-text = 純文字

## 試用時的信箱
mailbox-title = 信箱
mailbox-text = 尚未設定電郵伺服器，電郵只保存在這部電腦，只有您看得到此頁。
mailbox-none = 尚未有電郵
mailbox-none-text = 登記參加論壇後，電郵會在此顯示。
mailbox-attachments = 附件：
