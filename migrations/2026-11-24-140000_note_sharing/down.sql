DROP TABLE sharing;
