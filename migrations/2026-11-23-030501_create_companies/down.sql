DROP TABLE company_invitation, company_member, company;
