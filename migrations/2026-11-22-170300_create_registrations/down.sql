DROP TABLE consent, answer, address_change, offer, registration, registration_type_pool, registration_type, capacity_pool;
DROP SEQUENCE registration_arrival;
