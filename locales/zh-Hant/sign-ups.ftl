# 設名額的環節：籌辦人員設定名額、參加者報留座位、查看名單。

seats-title = 設名額的環節
seats-text = 部分環節座位有限。您可在此查看留座情況、預留座位或放棄座位。
seats-go = 預留環節座位
seats-rule = 有人放棄座位後，座位會即時分配予輪候名單首位，並以電郵通知。如您未能出席，請在此放棄座位。
seats-unconfirmed = 登記確認後即可預留座位。
seats-none = 目前沒有設名額的環節
seats-none-text = 所有環節均無須預留座位，歡迎直接入場。
seats-free = 共 { $limit } 個名額，尚餘超過 { $few } 個。
seats-few = 共 { $limit } 個名額，尚餘 { $free } 個。
seats-full = { $limit } 個名額已滿，可加入輪候名單。
seats-sign-up = 預留座位
seats-wait = 加入輪候名單
seats-sign-up-for = 預留「{ $title }」座位
seats-wait-for = 加入「{ $title }」輪候名單
seats-give-back = 放棄「{ $title }」座位
seats-leave = 退出「{ $title }」輪候名單
seats-yours = 已為您留座
seats-waiting = { $ahead ->
    [0] 您是輪候首位
   *[other] 您前面有 { $ahead } 人輪候
}
seats-overlap = 您在同一時段亦預留了：
seats-done-confirmed = 已為您預留座位。
seats-done-waitlisted = 名額已滿，您已列入輪候名單。輪到您時，我們會以電郵通知。
seats-done-given-back = 您已放棄座位或退出輪候。
seats-whose = 環節座位按登記預留，請先讓我們知道您的登記。
seats-whose-registered = 已登記
seats-whose-again = 請開啟我們電郵內的連結；如有需要，我們可再次發送。
seats-whose-send = 再次發送連結
seats-whose-new = 尚未登記
seats-limited = 設名額

seats-places = 名額
seats-places-hint = 留空即不設上限。更改即時生效，無須待下次發佈。
seats-taken = { $limit } 個名額中已佔 { $taken } 個
seats-who = 留座名單
seats-caption = 先列已留座者，再列輪候者，按先後次序
seats-name = 姓名
seats-organisation = 機構
seats-state = 狀態
seats-when = 留座時間
seats-export = 下載 CSV
seats-nobody = 尚未有人留座
seats-nobody-text = 環節發佈後，參加者可在其登記頁面預留座位。
seats-take-back = 取消{ $name }的座位
seats-end = 取消全部留座
seats-end-text = 所有已留座及輪候人士均會收到電郵，通知留座已取消。其後即可移除名額上限或此環節。
seats-end-act = 取消全部留座並通知各人
done-sign-ups-ended = 已取消留座，並會以電郵通知有關人士。

clash-kind-signed-up = 留座人數超出場地容量

error-session_signed_up = 此環節已有人留座或輪候。請先取消全部留座，系統會通知各人。
error-sign_up_unconfirmed = 登記確認後即可預留座位。
error-session_begun = 此環節已經開始。
error-sign_up_over = 此留座已經取消。

audit-session-limit = 更改環節名額
audit-registration-sign-up = 預留環節座位
audit-registration-get-place = 獲分配環節座位
audit-registration-give-back = 放棄環節座位

mail-template-session-place = 獲分配環節座位
mail-template-sessions-moved = 已預留座位的環節有變
mail-template-session-place-ended = 環節留座取消

doing-place = { $count } 個環節未定時間或場地
doing-place-act = 安排時間及場地
types-speaker = 已確認的講者會按短名稱為「speaker」的登記類別自動登記；該類別不會列於公開表格。
