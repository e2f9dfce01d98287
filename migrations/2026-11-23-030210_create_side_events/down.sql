DROP TABLE side_event;
DROP FUNCTION count_side_event_change();
