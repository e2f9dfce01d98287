# 展示：錯誤訊息及紀錄用語。

audit-submission-save-demo = 儲存展示內容
audit-submission-add-demo-file = 上載展示檔案
audit-submission-remove-demo-file = 移除展示檔案
audit-submission-hand-over = 將展示申請交予同事
error-track_applied = 貴公司已申請此專題。請選擇其他專題，或撤回另一份申請。

error-call_for_companies = 展示須由公司申請。請先登入、新增公司，然後在公司專頁申請。

call-companies-text = 此徵集供公司申請。請開立帳戶、新增公司，再於公司專頁申請；提交前草稿會一直保留。
call-companies-act = 以公司名義申請

applications-title = 申請
applications-open = 現正接受申請
application-start = 開始申請
application-standing = 目前進度
application-received = 我們已於{ $when }收到申請。
application-next-submit = 這是草稿，只有貴公司成員可見。請完成後提交。
application-back = 返回申請
application-edit = 填寫申請
application-title = 產品名稱
application-files = 簡報及影片
application-files-act = 上載檔案
application-save-preview = 儲存並預覽
application-preview = 評審所見
application-preview-text = 如您提供多種語文，評審會看到其所用語文的版本，否則會看到您撰寫時的版本。
application-preview-blind = 此徵集設有匿名評審：該輪評審看不到公司名稱及檔案，請勿在內文提及名稱。
application-saved = 已儲存。
application-unsaved = 尚未儲存：表格內有項目需要更正，請按「儲存」查看。
application-unreached = 尚未儲存：網絡未能連接，恢復後會再試。

application-done-started = 草稿已開立，系統會隨您輸入自動儲存。
application-done-saved = 已儲存。
application-done-submitted = 我們已收到貴公司的申請，確認電郵即將寄出。
application-done-withdrawn = 申請已撤回。
application-done-confirmed = 謝謝，您已確認展示位。
application-done-turned-down = 您已婉拒展示位。
application-done-file = 檔案已上載。
application-done-file-removed = 檔案已移除。

demo-title = 展示
demo-company = 公司
demo-product = 產品
demo-product-hint = 產品是甚麼、有何用途。展示位確認並公布後，此項會公開。每種語文最多3,000字元。
demo-shown = 展示內容
demo-shown-hint = 參觀者會看到甚麼、可試用甚麼。展示位確認並公布後，此項會公開。每種語文最多5,000字元。
demo-novelty = 創新之處
demo-novelty-hint = 與現有產品相比。每種語文最多3,000字元。
demo-traction = 應用情況
demo-traction-hint = 客戶、試點、銷售、臨牀試驗等。每種語文最多3,000字元。
demo-team = 團隊
demo-team-hint = 研發人員，以及將會出席的人員。每種語文最多3,000字元。
demo-spoken-hint = 請選出可用於展示的所有語言。
demo-times = 可展示的時間
demo-times-hint = 任何時間均可的，無須選擇。
demo-times-any = 任何時間均可
demo-morning = { $date }上午
demo-afternoon = { $date }下午
demo-equipment = 設備
demo-equipment-hint = 貴公司自備的設備，以及現場需要的設備。
demo-watts = 用電
demo-watts-hint = 最高用電量，以瓦計；毋須用電填0。
demo-watts-many = { $watts }瓦
demo-square-metres = 場地面積（平方米）
demo-square-metres-many = { $metres }平方米
demo-video-url = 影片連結
demo-video-url-hint = 只會顯示為連結，不會在本網站自動播放。
demo-video-far = 內地讀者無法開啟此連結。請改為上載影片檔案，或一併上載。
demo-file-deck = 簡報
demo-file-deck-hint = PDF，最大20 MB。新檔案會取代舊檔案。
demo-file-video = 影片
demo-file-video-hint = MP4，最大100 MB。新檔案會取代舊檔案。
