# `error::Reason` 的每個代碼各有一句：哪裏不對，可以怎樣做。

## 文字
error-required = 請填寫此欄。
error-too_long = 最多可輸入 { $max } 個字元。

## 電郵、電話和網址
error-email_invalid = 請輸入有效的電郵地址，例如 name@example.org。
error-phone_invalid = 請輸入電話號碼，連同國家或地區代號，例如 +852 2345 6789。
error-url_invalid = 請輸入以 https:// 或 http:// 開頭的網址。

## 姓名
error-name_required = 請輸入姓名，中文或英文任填其一即可。
error-name_not_a_name = 請輸入個人姓名，不要包含數字或網址。

## 日期和時間
error-date_invalid = 請輸入正確的日期，格式為年-月-日，例如 2026-11-20。
error-time_invalid = 請輸入正確的日期和時間，例如 2026-11-20 09:30。
error-time_skipped = 當日因轉用夏令時間，沒有這個時刻，請選擇較後的時間。
error-zone_unknown = 請從清單選擇時區，例如 Asia/Hong_Kong。

## 代號和顏色
error-region_unknown = 請從清單選擇國家或地區。
error-slug_invalid = 請用 2 至 40 個小寫英文字母、數字和單個連字號，例如 2026 或 robotics-day。
error-slug_reserved = 這個名稱由系統保留，請改用其他名稱。
error-colour_invalid = 請輸入 # 加六位數字或 a 至 f 的字母，例如 #1f4e79。
error-colour_contrast = 這個顏色在白底上太淺，不易閱讀，請選深一點的顏色。

## 數字
error-number_invalid = 請以數字輸入整數。
error-number_out_of_range = 請輸入 { $min } 至 { $max } 之間的數字。

## 修改
error-slug_taken = 這個短名稱已有人使用，請改用其他名稱。
error-date_past = 這個日期已過，請選擇較後的日期。
error-end_before_start = 結束時間必須在開始時間之後。
error-edited_meanwhile = 您編輯期間，另有同事修改了這項內容。您輸入的內容仍然保留，請與最新版本核對後再儲存。
