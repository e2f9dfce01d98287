DROP TABLE mail_preference;
