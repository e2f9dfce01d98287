DROP TABLE star;
DROP TABLE star_list;
