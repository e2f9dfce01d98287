DROP TABLE delivery_attempt, delivery, webhook_cursor, webhook_secret, webhook;
