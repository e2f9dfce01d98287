DROP TABLE api_token, login_session, sign_in, invitation, role_grant, account;
