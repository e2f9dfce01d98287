# The API's reference page, and what the API alone refuses.

api-title = The API
api-lead = Everything that the pages do, in JSON. The operations are described in English.
api-document = OpenAPI document
api-contents = Operations
api-shapes = Shapes
api-required = required
api-scope = Token with the scope
api-public = No token needed.
api-public-too = answers without a token, too
api-parameters = Parameters
api-body = Body
api-answers = Answers
api-example = Example

error-idempotency_key_invalid = Use an Idempotency-Key of 1 to { $max } characters.
error-query_unreadable = The query is not what this operation expects: { $detail }
error-if_match_invalid = Send the ETag that you saw as If-Match.
error-cursor_invalid = This cursor is not one of ours. Take it from the page before.
