DROP TRIGGER registration_forget_recipient ON registration;
DROP FUNCTION forget_recipient();
DROP TABLE campaign_recipient;
DROP TABLE campaign_text;
DROP TABLE campaign;
