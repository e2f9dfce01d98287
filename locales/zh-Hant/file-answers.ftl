# 以檔案作答。

question-kind-file = 檔案（PDF 或圖片）
submission-files = 檔案
submission-file-hint = PDF、JPEG、PNG 或 WebP，最大 20 MB。
submission-file-add = 上載檔案
submission-done-file = 檔案已收到。
submission-done-file-removed = 檔案已移除。
error-file_not_typed = 這題須上載檔案，不可填寫文字。
error-file_for_calls = 只有徵集的表格才可要求上載檔案。
error-file_not_sealed = 檔案不可設為敏感資料。敏感資料請以文字作答。
audit-submission-attach = 以檔案回答問題
audit-submission-detach = 收回了回答問題的檔案
