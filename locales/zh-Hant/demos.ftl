# 展示：錯誤訊息及紀錄用語。

audit-submission-save-demo = 儲存展示內容
audit-submission-add-demo-file = 上載展示檔案
audit-submission-remove-demo-file = 移除展示檔案
audit-submission-hand-over = 將展示申請交予同事
error-track_applied = 貴公司已申請此專題。請選擇其他專題，或撤回另一份申請。
