# 公司：錯誤訊息及紀錄用語。

error-company_last_member = 您是這間公司最後一位成員。請先邀請同事加入，然後才可離開。
error-company_member_known = 此人已是公司成員。
error-company_invitation_open = 已向此電郵地址發出邀請，對方尚未回覆。如要重發，請先撤回該邀請。
error-company_invitation_over = 此邀請已過期、已撤回或已回覆。請同事重新邀請。
error-company_members_count = 每間公司最多可有{ $max }位成員。

audit-company-found = 建立公司
audit-company-change = 更改公司資料
audit-company-set-logo = 上載公司標誌
audit-company-remove-logo = 移除公司標誌
audit-company-invite = 邀請同事代表公司
audit-company-withdraw-invitation = 撤回同事的邀請
audit-company-join = 加入公司
audit-company-decline = 婉拒代表公司
audit-company-leave = 離開公司

mail-template-company-invitation = 代表公司的邀請
