DROP TABLE decision_wording;
