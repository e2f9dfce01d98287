DROP TABLE dkim_pair;
