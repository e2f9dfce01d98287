# The API's reference page, and what the API alone refuses.

api-title = API
api-lead = 网页能做的事，都可以用 JSON 完成。各项操作以英文说明。
api-document = OpenAPI 文档
api-contents = 各项操作
api-shapes = 数据结构
api-required = 必填
api-scope = 需要具备此权限范围的令牌：
api-public = 无需令牌。
api-public-too = 没有令牌也可使用
api-parameters = 参数
api-body = 请求内容
api-answers = 响应
api-example = 示例

error-idempotency_key_invalid = Idempotency-Key 应为 1 到 { $max } 个字符。
error-query_unreadable = 查询参数不符合此操作的要求：{ $detail }
error-if_match_invalid = 请把看到的 ETag 放入 If-Match，例如 "7"。
error-cursor_invalid = 这个游标不是由我们给出的，请使用上一页返回的游标。
