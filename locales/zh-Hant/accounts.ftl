# 帳戶：角色、登入、不能做的事、紀錄。

role-admin = 系統管理員
role-organiser = 籌辦人員
role-programme = 議程
role-reviewer = 評審
role-communications = 傳訊
role-desk = 接待處
role-observer = 觀察員

access-read = 讀取
access-write = 讀取及更改

invitation-state-open = 等待回覆
invitation-state-accepted = 已接受
invitation-state-withdrawn = 已撤回
invitation-state-expired = 已過期

login-method-password = 以密碼登入
login-method-mail = 以電郵登入

## 登入
error-sign_in_wrong = 電郵地址與密碼不相符。請再試一次，或改用電郵登入。
error-sign_in_over = 這個登入連結已過期或已經使用，請重新索取。
error-code_wrong = 驗證碼不正確或已失效。請使用最新的電郵，或直接打開電郵內的連結。
error-password_paused = 這個帳戶輸入錯誤密碼的次數過多，請暫時以電郵登入。
error-password_wrong = 這不是您目前的密碼。
error-password_short = 密碼最少要有 { $min } 個字元。
error-password_long = 密碼最多可有 { $max } 個字元。
error-password_weak = 這個密碼容易被人猜中。請設定長一點的密碼，例如用四個互不相關的詞語。

## 帳戶與角色
error-account_exists = 這個電郵地址已經有帳戶。
error-lang_unknown = 請從三種語言中選擇一種。
error-role_unknown = 請從清單選擇角色。
error-role_held = 這個帳戶已經有這個角色。
error-edition_required = 請選擇這個角色屬於哪一屆論壇。
error-edition_unwanted = 系統管理員管理整個網站，請勿選擇某一屆論壇。
error-edition_unknown = 沒有這一屆論壇，請從清單選擇。
error-last_admin = 這是最後一位可以登入的系統管理員，請先委任另一位。

## 邀請
error-invitation_open = 已向這個電郵地址發出同一角色的邀請，仍待回覆。如要重發，請先撤回原有的邀請。
error-invitation_over = 這項邀請已過期、已撤回或已經回覆。請向邀請您的人索取新的邀請。

## API 權杖
error-scope_unknown = 請從清單選擇權限範圍，例如 desk:read。
error-scope_beyond = 您的角色沒有 { $scope } 這項權限。

## 紀錄
audit-account-create = 開設了帳戶
audit-account-change = 更改了姓名或語言
audit-account-set-password = 設定了密碼
audit-account-suspend = 停用了帳戶
audit-account-reinstate = 恢復了帳戶
audit-sign-in-request = 要求發送登入電郵
audit-sign-in-hand-out = 發出了一次性登入連結
audit-login-session-begin = 登入
audit-login-session-end = 結束了登入
audit-role-grant = 授予了角色
audit-role-withdraw = 撤銷了角色
audit-invitation-send = 發出了邀請
audit-invitation-accept = 接受了邀請
audit-invitation-withdraw = 撤回了邀請
audit-api-token-make = 建立了 API 權杖
audit-api-token-revoke = 撤銷了 API 權杖
