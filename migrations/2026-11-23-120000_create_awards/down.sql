DROP TABLE ballot_line, ballot, award;
