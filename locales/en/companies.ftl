# Companies: what can go wrong, what the trail says.

error-company_last_member = You are the last person who acts for this company. Invite a colleague first, then you can leave.
error-company_member_known = This person acts for the company already.
error-company_invitation_open = This address was asked already and has not answered yet. Withdraw that invitation to send a new one.
error-company_invitation_over = This invitation has expired, was withdrawn or was answered already. Ask your colleague for a new one.
error-company_members_count = At most { $max } people can act for a company.

audit-company-found = Made a company
audit-company-change = Changed a company
audit-company-set-logo = Set a company’s logo
audit-company-remove-logo = Removed a company’s logo
audit-company-invite = Asked a colleague to act for a company
audit-company-withdraw-invitation = Withdrew a colleague’s invitation
audit-company-join = Joined a company
audit-company-decline = Declined to act for a company
audit-company-leave = Left a company

mail-template-company-invitation = Asked to act for a company
