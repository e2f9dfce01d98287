# 任何页面未能完成请求时的答复。

error-not_found = 页面不存在，或您无权查看。
error-sign_in_needed = 请先登录。
error-forbidden = 您的角色无权进行此操作，如有需要请联系主办方。
error-invalid = 提交的内容有些地方需要修改。
error-bad_request = 我们无法理解这个请求。
error-method_not_allowed = 此网址不能这样使用。
error-request_timeout = 传输时间过长，请重试。
error-body_too_large = 一次提交的内容过多。
error-body_type_unknown = 这里不接受此类内容。
error-body_not_utf8 = 文字必须使用 UTF-8 编码。
error-body_not_a_form = 此网址只接受表单。
error-body_not_json = 内容不是此操作所需的 JSON：{ $detail }
error-unknown_field = 没有这个字段。
error-foreign_host = 该网址不属于这台服务器。我们的网址是 { $address }。
error-cross_site = 该请求来自其他网站，因此未作任何更改。请在本网站的页面上重试。
error-form_expired = 此页面打开时间过长。您填写的内容还在，请再次提交。
error-too_many = 尝试次数过多，请在 { $seconds } 秒后重试。
error-busy = 系统目前非常繁忙，未作任何更改，请稍后重试。
error-outcome_unknown = 暂时无法确定是否已保存。请再次提交，不会重复处理。
error-internal = 系统出现问题，与您填写的内容无关。
error-idempotency_in_flight = 同一请求仍在处理中。
error-idempotency_mismatch = 此标识曾用于不同的内容。

error-page-home = 返回首页
error-page-sign-in = 登录
error-nothing_published = 这里尚未发布任何内容。
error-page-reference = 参考编号 { $status } · { $id }
