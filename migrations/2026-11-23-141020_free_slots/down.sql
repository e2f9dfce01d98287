DROP TABLE freed_slot;
