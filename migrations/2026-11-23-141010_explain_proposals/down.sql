DROP INDEX allocation_proposal_unexplained_idx;
ALTER TABLE allocation_proposal DROP COLUMN unexplained;
