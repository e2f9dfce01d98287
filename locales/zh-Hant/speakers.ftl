# 講者：未能辦理的原因，以及操作記錄。

error-contact_without_address = 請一併填寫聯絡人的電郵地址。
error-span_backwards = 結束時間必須在開始時間之後。
error-spans_count = 最多可提供{ $max }段時間。
error-speaker_known = 使用此電郵地址的講者已在名單上。
error-speaker_has_account = 兩者之一已有連結：一個帳戶只屬一位講者，一位講者也只有一個帳戶。
error-speaker_unreachable = 沒有這位講者的電郵地址。請填寫講者或聯絡人的電郵地址。

audit-speaker-create = 新增了講者
audit-speaker-change = 填寫了講者簡介
audit-speaker-correct = 更正了講者資料
audit-speaker-reorder = 調整了講者的次序
audit-speaker-invite = 向講者發出連結
audit-speaker-link-account = 為講者連結帳戶
audit-speaker-set-availability = 提供了講者可出席的時間
audit-speaker-set-photo = 上載講者照片
audit-speaker-remove-photo = 移除講者照片
