# 展示：错误提示和日志用语。

audit-submission-save-demo = 保存展示内容
audit-submission-add-demo-file = 上传展示文件
audit-submission-remove-demo-file = 移除展示文件
audit-submission-hand-over = 将展示申请交给同事
error-track_applied = 贵公司已申请该专题。请选择其他专题，或撤回另一份申请。
