DROP TABLE allocation_proposal, allocation_pin, allocation_place;
