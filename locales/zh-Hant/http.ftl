# 任何頁面未能完成要求時的答覆。

error-not_found = 找不到此頁，或您沒有權限查看。
error-sign_in_needed = 請先登入。
error-forbidden = 您的角色不能進行此操作，如有需要請聯絡主辦人員。
error-invalid = 提交的內容有些地方需要修正。
error-bad_request = 我們未能理解這項要求。
error-method_not_allowed = 此網址不能這樣使用。
error-request_timeout = 傳送時間過長，請再試一次。
error-body_too_large = 一次提交的內容太多。
error-body_type_unknown = 這裏不接受此類內容。
error-body_not_utf8 = 文字必須採用 UTF-8 編碼。
error-body_not_a_form = 此網址只接受表格。
error-body_not_json = 內容並非此操作所需的 JSON：{ $detail }
error-unknown_field = 沒有這個欄位。
error-foreign_host = 這個伺服器不屬於該網址。我們的網址是 { $address }。
error-cross_site = 這項要求來自其他網站，因此沒有任何更改。請在本網站的頁面再試一次。
error-form_expired = 此頁已開啟太久。所填內容仍在，請再提交一次。
error-too_many = 嘗試次數過多，請於 { $seconds } 秒後再試。
error-busy = 系統現時非常繁忙，未有任何更改，請稍後再試。
error-outcome_unknown = 暫時未能確定是否已經儲存。請再提交一次，不會重複處理。
error-internal = 系統出現問題，與您所填的內容無關。
error-idempotency_in_flight = 同一項要求仍在處理中。
error-idempotency_mismatch = 此識別碼曾用於不同的內容。

error-page-home = 返回首頁
error-page-sign-in = 登入
error-nothing_published = 這裏尚未發佈任何內容。
error-page-reference = 參考編號 { $status } · { $id }
