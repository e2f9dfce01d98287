# 團隊名額：錯誤訊息、審計記錄、公司及個人頁面、管理後台。

error-passes_for_demos = 只有參與展示的公司可獲團隊名額。
error-pass_type_in_use = 本徵集已發出另一登記類別的名額，請先讓該等名額結束。
error-passes_over = 貴公司不參與展示，因此沒有名額可分配。
error-no_pass_free = 所有名額均已分配。如要轉予他人，請先收回其中一個。
error-pass_sent_already = 此電郵地址已有一條尚未失效的連結。
error-pass_changed = 此名額的狀況已有變更，請重新查看後再收回。
error-pass_edition_begun = 論壇已經開始，已領取的名額不會再收回。
error-pass_claimed = 此名額已有人領取。如是您本人，請查看載有門票的電郵；否則請向貴公司索取另一個名額。
error-pass_expired = 此連結已過期，請聯絡貴公司重新發送。
error-pass_taken_back = 發送此名額的公司已將其收回。如您仍打算出席，請向該公司索取新連結。
error-pass_ended = 此名額已失效，原因是該公司已放棄展示或活動已經結束。登記期內您仍可自行登記。

audit-call-set-passes = 設定徵集的團隊名額
audit-submission-set-passes = 設定公司的名額數目
audit-pass-give = 給予公司名額
audit-pass-send = 發送名額
audit-pass-claim = 領取名額
audit-pass-take-back = 收回名額
audit-pass-free = 名額再次可用
audit-pass-end = 結束名額

mail-template-passes-given = 可分配的團隊名額
mail-template-pass-claim = 待領取的名額

passes-title = 團隊名額
passes-text = 每個名額供團隊一位成員出席活動（包括您本人）。請發送連結，由對方自行填寫登記。所填資料只屬其本人，您只會看到姓名及是否已領取。
passes-none = 暫未有名額。確認展示後不久，只要尚有空位，名額便會在此顯示，我們亦會以電郵通知您。
passes-list = 您的名額
passes-number = 名額 { $number }
passes-free = 可分配
passes-sent = 已發送連結
passes-expired = 連結已過期
passes-claimed = 已領取
passes-until = 有效至{ $when }
passes-take-back = 收回
passes-take-back-claimed = 將此名額轉予他人
passes-take-back-text = 對方的登記將會取消，我們會以電郵通知。名額隨即可再分配。
passes-take-back-act = 取消其登記
passes-hand-out = 分配名額
passes-left = 尚餘 { $count } 個名額可分配。
passes-name = 姓名
passes-name-hint = 對方完成登記或您收回名額後，我們即不再保存。
passes-email = 電郵地址
passes-email-hint = 連結將發送至此地址，21日內有效，只可使用一次。
passes-lang = 電郵語言
passes-send = 發送連結
passes-done-sent = 連結已發出。
passes-done-taken-back = 名額可再分配。

pass-title = 以團隊名額登記
pass-text = { $company }為您預留了本活動的名額，填妥表格即可領取。
pass-until = 連結有效至
pass-yours = 您所填的資料只屬於您。該公司只會看到您的姓名及您已領取名額。
pass-claim = 領取名額

passes-rule-text = 每間已確認展示的公司可獲以下數目的名額。名額一經給予即佔用空位，由領取者自行登記。公司如放棄展示，其名額即告失效；活動開始前，以該等名額所作的登記亦會取消。
passes-type = 登記類別
passes-type-hint = 持名額者無須審批，即使該類別已停止對外登記亦可登記。
passes-places = 每間公司的名額
passes-places-hint = 0至50。如數目減少，只會收回未分配的名額。
passes-save = 儲存
passes-companies = 獲名額的公司
passes-companies-none = 暫未有公司確認展示。
passes-given = 已給予
passes-given-of = { $given }／{ $places }
passes-short = 尚欠 { $count } 個，待有空位
passes-own = 另定數目
passes-own-of = 為{ $company }另定名額數目
passes-own-act = 儲存
passes-own-hint = 留空即按徵集所定數目。變更於一分鐘內生效。

doing-passes = 參展公司有{ $count }個團隊名額仍未領取。
doing-passes-act = 查看徵集
