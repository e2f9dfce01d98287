# 用文件作答。

question-kind-file = 文件（PDF 或图片）
submission-files = 文件
submission-file-hint = PDF、JPEG、PNG 或 WebP，不超过 20 MB。
submission-file-add = 上传文件
submission-done-file = 文件已收到。
submission-done-file-removed = 文件已移除。
error-file_not_typed = 此题需要上传文件，不能填写文字。
error-file_for_calls = 只有征集的表单可以要求上传文件。
error-file_not_sealed = 文件不能设为敏感信息。敏感内容请用文字询问。
audit-submission-attach = 用文件回答了问题
audit-submission-detach = 撤回了回答问题的文件
