# 公司：错误提示和日志用语。

error-company_last_member = 您是这家公司的最后一位成员。请先邀请同事加入，然后再退出。
error-company_member_known = 此人已是公司成员。
error-company_invitation_open = 已向该邮箱发出邀请，对方尚未回复。如需重发，请先撤回该邀请。
error-company_invitation_over = 该邀请已过期、已撤回或已回复。请让同事重新邀请。
error-company_members_count = 每家公司最多可有{ $max }位成员。

audit-company-found = 创建公司
audit-company-change = 修改公司信息
audit-company-set-logo = 上传公司标志
audit-company-remove-logo = 移除公司标志
audit-company-invite = 邀请同事代表公司
audit-company-withdraw-invitation = 撤回同事邀请
audit-company-join = 加入公司
audit-company-decline = 婉拒代表公司
audit-company-leave = 退出公司

mail-template-company-invitation = 代表公司的邀请
