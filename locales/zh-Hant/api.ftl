# The API's reference page, and what the API alone refuses.

api-title = API
api-lead = 網頁能做的一切，都可用 JSON 完成。各項操作以英文說明。
api-document = OpenAPI 文件
api-contents = 各項操作
api-shapes = 資料結構
api-required = 必填
api-scope = 需要具備此權限範圍的權杖：
api-public = 無需權杖。
api-public-too = 沒有權杖亦可使用
api-parameters = 參數
api-body = 請求內容
api-answers = 回應
api-example = 示例

error-idempotency_key_invalid = Idempotency-Key 須為 1 至 { $max } 個字元。
error-query_unreadable = 查詢參數不符合此操作的要求：{ $detail }
error-if_match_invalid = 請將您所見的 ETag 放入 If-Match。
error-cursor_invalid = 這個游標並非由我們提供，請使用上一頁所附的游標。
