# 各屆自行撰寫的電郵內容。

wordings-title = 電郵內容
wordings-text = 以下電郵，本屆可自行撰寫內容。有關登入及帳戶的電郵，各屆內容相同。
wordings-words = 內容
wordings-uneven = 部分語言由您撰寫，其餘仍用預設內容。
wording-own = 自行撰寫
wording-ours = 預設內容
wording-broken = 無法顯示
wording-broken-text = 有收件人的電郵無法用這些內容顯示，已改用預設內容發出。請更正。
wording-heading = 標題
wording-heading-hint = 留空即用預設標題。
wording-row = 試用對象
wording-row-hint = 最近發出的同類電郵。不選則使用虛構資料。
wording-keep = 儲存內容
wording-try = 預覽
wording-test = 發一封測試電郵給自己
wording-try-text = 預覽顯示表格內現有的內容，不論是否已儲存；其中的連結不會通往任何地方。
wording-names = 大括號內的名稱
wording-names-text = 每位收件人會看到自己的資料。文字前後可加上條件，例如 { "{%" } if title { "%}" } … { "{%" } endif { "%}" }。
wording-history = 版本
wording-history-none = 內容從未更改。
wording-back = 用回這個版本
wording-back-ours = 用回預設內容
wording-back-ours-text = 您的版本會保留，日後可再用。
wording-nobody = 沒有記錄姓名
done-words-kept = 已儲存。此後發出的電郵會使用這些內容。
done-test-sent = 測試電郵已發出。您所寫的內容尚未儲存。
doing-reword = 有{ $count }封電郵的自訂內容無法顯示。
doing-reword-act = 查看內容

# 試用時顯示的資料。
mail-test-subject = 測試：{ $subject }
mail-sample-name = 陳大文
mail-sample-title = 摺疊蛋白質的機械人
mail-sample-call = 演講
mail-sample-round = 初審
mail-sample-confirm_by = 2026年10月1日（星期四）下午6:00
mail-sample-when = 2026年11月20日（星期五）上午10:00，海港會堂
mail-sample-until = 2026年10月1日（星期四）下午6:00（香港時間）
mail-sample-company = 七號機械人有限公司
mail-sample-inviter = 歐詠詩
mail-sample-person = 歐詠詩
mail-sample-sender = 歐詠詩
mail-sample-speaker = 李嘉欣教授
mail-sample-reason = 想進一步了解您的成果。

# 收件人及發出時間。
mail-to-attendee = 參加者
mail-to-account = 帳戶持有人
mail-to-invited = 受邀者
mail-to-applicant = 申請人
mail-to-reviewer = 評審
mail-to-speaker = 講者或其聯絡人
mail-timing-at-once = 即時
mail-timing-by-clock = 到時發出一次

# 發出原因。
mail-cause-registration-confirmed = 有名額、獲批准，或已接受所提供的名額
mail-cause-registration-pending = 登記類別須經審批
mail-cause-registration-waitlisted = 登記時沒有名額
mail-cause-registration-offered = 有名額可給輪候名單上的首位
mail-cause-offer-expiring = 回覆所提供名額的期限將至
mail-cause-offer-lapsed = 沒有在限期前回覆所提供的名額
mail-cause-registration-cancelled = 登記已取消
mail-cause-registration-declined = 籌辦人員婉拒登記
mail-cause-registration-known = 同一人再次登記
mail-cause-registration-changed = 籌辦人員更改了登記資料
mail-cause-session-place = 輪候的環節有空位，已留給她
mail-cause-session-place-ended = 籌辦人員取消了環節留座
mail-cause-sessions-moved = 新發佈的議程更改或取消了已預留或輪候的環節
mail-cause-address-proof = 要求改用另一電郵地址
mail-cause-ticket = 要求再發門票
mail-cause-day-reminder = 開始前若干天（見本屆設定），發給有名額的參加者
mail-cause-thanks = 結束後若干天（見本屆設定），發給出席者
mail-cause-sign-in = 要求以電郵登入
mail-cause-invitation = 邀請擔任角色
mail-cause-submission-draft = 以電郵地址開始申請
mail-cause-submission-received = 提交申請
mail-cause-submission-edited = 申請提交後有所修改，最後一次修改後半小時
mail-cause-submission-withdrawn = 申請被撤回，不論由誰撤回
mail-cause-co-speaker-invitation = 申請人邀請他人參與
mail-cause-co-speaker-answered = 受邀者答應或婉拒參與
mail-cause-speaker-invited = 籌辦人員向講者發送專頁
mail-cause-eligibility-failed = 籌辦人員認為申請不符合規則
mail-cause-decision-accepted = 通知獲接納，或再次查詢
mail-cause-decision-standby = 通知列為後備
mail-cause-decision-declined = 通知不獲接納
mail-cause-confirm-reminder = 確認期限前三天
mail-cause-slot-changed = 發布議程令時間或場地有變
mail-cause-review-reminder = 評審輪次截止前兩天，發給尚有申請未評的評審
mail-cause-company-invitation = 公司成員邀請同事
mail-cause-passes-given = 已確認展示的公司獲發團隊名額
mail-cause-pass-claim = 公司向他人發送團隊名額
mail-cause-password-changed = 設定或更改密碼
mail-cause-role-changed = 給予或撤回角色
mail-cause-webhook-disabled = Webhook 回應已不存在，或連日送不到

# 各名稱代表的資料。
mail-variable-name = 收件人姓名，可能留空
mail-variable-edition-name = 本屆論壇的名稱
mail-variable-edition-when = 本屆論壇的日期及時區
mail-variable-edition-place = 會場及地址，可能留空
mail-variable-edition-contact = 回覆的地址
mail-variable-button = 按鈕及下方的連結，內文必須有這一項
mail-variable-ticket = 門票及二維碼，內文必須有這一項
mail-variable-facts = 時間及地點列表
mail-variable-links = 只顯示按鈕的連結
mail-variable-links-ticket = 門票專頁的連結
mail-variable-ticket_code = 門票編號
mail-variable-sessions = 個人議程清單，每項有 title 及 when，可能沒有
mail-variable-hours = 可在多少小時內回覆
mail-variable-until = 截止時間及時區
mail-variable-days = 連結的有效日數
mail-variable-count = 名額數目
mail-variable-title = 題目
mail-variable-call = 徵集的名稱
mail-variable-round = 評審輪次的名稱
mail-variable-left = 尚待評審的申請數目
mail-variable-confirm_by = 確認期限，可能留空
mail-variable-when = 時間及地點
mail-variable-company = 公司名稱
mail-variable-inviter = 邀請人
mail-variable-person = 答覆者
mail-variable-takes_part = 是否參與：true 或 false
mail-variable-sender = 發送名額的人
mail-variable-speaker = 電郵發給聯絡人時顯示講者姓名，否則留空
mail-variable-reason = 籌辦人員所寫的原因
mail-variable-cause = 原因：attendee、staff、offer-declined、off-stage、pass-taken-back、pass-ended
mail-variable-comments = 評審的意見（清單，可能沒有）
mail-variable-slots = 環節清單，每項有 what（new、moved、gone）、title、now 及 before

# 錯誤。
error-wording_open = 有大括號沒有關上。
error-wording_tag = 這裏不能用「{ $name }」，只可用 if、elif、else、endif、for 及 endfor。
error-wording_filter = 這裏不能用「{ $name }」，直線之後只可用「link」。
error-wording_sign = 大括號內不能有 { $sign }。
error-wording_syntax = 無法讀取大括號內的內容（第{ $line }行）。標記是否都已關上？
error-wording_lacks = 內文必須有{ $name }，否則電郵便沒有用處。
error-wording_fails = 無法顯示：大括號內有些資料並非所有收件人都有。
error-worded_meanwhile = 其間有人更改了內容。請先看看下面的版本，再儲存。

# 審計記錄。
audit-mail-word = 更改了電郵內容
audit-mail-test-wording = 發出測試電郵
audit-mail-wording-failed = 自訂電郵內容無法顯示
mail-cause-eligibility-passed = 籌辦人員再次審查後認為申請符合規則
mail-cause-reviews-assigned = 分配申請後，發給該輪次首次獲分配申請的評審
