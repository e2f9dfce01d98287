# 讀入的檔案：哪裏不對，在第幾行。

## 議程檔（schedule.xml、schedule.json）
error-schedule_too_large = 檔案超過 { $max } MB，請選擇較小的檔案。
error-schedule_too_long = 檔案內的環節或項目超過 { $max } 個，請分成幾個檔案依次匯入。
error-schedule_too_deep = 第 { $line } 行第 { $column } 個字元：檔案的層次超過 { $max } 層，請重新匯出為 schedule.xml 或 schedule.json。
error-schedule_not_utf8 = 檔案不是 UTF-8 編碼，請以 UTF-8 重新匯出。
error-schedule_unknown = 這不是議程檔，請選擇 schedule.xml 或 schedule.json。
error-schedule_doctype = 第 { $line } 行第 { $column } 個字元：檔案宣告了實體，系統不會讀取。請刪去 DOCTYPE。
error-schedule_malformed = 第 { $line } 行第 { $column } 個字元：檔案在此處損壞，請重新匯出。
error-schedule_field_invalid = 第 { $line } 行第 { $column } 個字元：此處有一項內容的類型不對。
error-schedule_date_invalid = 第 { $line } 行第 { $column } 個字元：「{ $value }」不是正確的日期；日期連時間須註明與 UTC 的時差，例如 2026-11-20T09:30:00+08:00。
error-schedule_time_invalid = 第 { $line } 行第 { $column } 個字元：「{ $value }」不是正確的時刻，例如 09:30。
error-schedule_duration_invalid = 第 { $line } 行第 { $column } 個字元：「{ $value }」不是以小時和分鐘表示的時長，例如 00:45。
error-schedule_number_invalid = 第 { $line } 行第 { $column } 個字元：「{ $value }」不是整數。

## 表格（CSV）
error-table_too_large = 檔案超過 { $max } MB，請選擇較小的檔案。
error-table_too_long = 表格超過 { $max } 行，請分成幾個檔案依次匯入。
error-table_encoding = 第 { $line } 行：檔案不是所選的編碼。請另存為「CSV UTF-8」，或選擇正確的編碼。
error-table_malformed = 第 { $line } 行：此處的引號沒有結束，請把表格重新存為 CSV。
error-table_empty = 表格沒有欄名一行。
error-table_column_unknown = 第 { $column } 欄：「{ $value }」不是可用的欄名，請更改欄名或刪去這一欄。
error-table_column_repeated = 第 { $column } 欄：「{ $value }」重複，請刪去其中一欄。
error-table_row_too_wide = 第 { $line } 行：這一行有 { $cells } 格，但表格只有 { $columns } 欄。
