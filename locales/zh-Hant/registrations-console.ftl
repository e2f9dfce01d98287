# 工作人員所見的參加者。

registrations-add = 代為登記
registrations-export = 匯出 CSV
registrations-search = 搜尋姓名、機構、電郵地址、門票號碼
registrations-state = 狀態
registrations-when = 登記時間
registrations-none = 沒有符合的登記
registrations-none-text = 請調整篩選條件，或等候首批登記。
registrations-count = { $count } 項登記

registration-erased = （已刪除）
registration-approve = 批准
registration-decline = 婉拒
registration-correct = 更正資料
registration-resend = 重新發送電郵
registration-cancel = 取消此登記
registration-cancel-text = 名額會退回，並以電郵通知當事人。
registration-cancel-act = 取消登記
registration-erase = 刪除此人的資料
registration-erase-text = 姓名、電郵地址、所填資料及電郵內容會永久清除。請在當事人要求時才進行。
registration-erase-act = 永久刪除
registration-ticket-code = 門票號碼
registration-arrival = { $when }，第 { $number } 號
registration-sensitive = 敏感資料
registration-consent-withdrawn = 已撤回，{ $when }
registration-consent-given = 已同意，{ $when }
registration-details = 登記資料
registration-consents = 同意事項
registration-history = 記錄
registration-done-approved = 已批准，並以電郵通知當事人。
registration-done-declined = 已婉拒，並以電郵通知當事人。
registration-done-cancelled = 已取消，並以電郵通知當事人。
registration-done-resent = 電郵正重新發送。
registration-done-corrected = 已更正。
registration-done-erased = 已刪除。
registration-done-added = 已登記，並以電郵通知當事人。
registration-done-known = 當事人早已登記，資料如下。沒有任何更改，亦沒有發出電郵。


actor-visitor = 訪客
actor-account = 工作人員
actor-link = 參加者
actor-token = API 權杖
actor-shell = 系統操作員
actor-duty = Plenary

export-arrival = 編號
export-state = 狀態
export-type = 類別
export-name-title = 稱謂
export-name-han = 中文姓名
export-name-latin = 英文姓名
export-organisation = 機構
export-job-title = 職位
export-email = 電郵地址
export-phone = 電話
export-lang = 語言
export-ticket-code = 門票號碼
export-registered = 登記時間
export-checked-in = 簽到時間
export-id = 識別碼
