DROP TABLE review_score;
DROP TABLE review;
DROP TABLE declared_conflict;
DROP TABLE assignment;
DROP TABLE reviewer;
