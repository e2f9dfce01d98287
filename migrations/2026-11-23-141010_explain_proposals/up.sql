-- Reasons for everybody take longer than a page may: what is left of them is worked out afterwards.

ALTER TABLE allocation_proposal ADD COLUMN unexplained jsonb;
COMMENT ON COLUMN allocation_proposal.unexplained IS 'What the proposal was made of, as long as some of its reasons are still to be worked out from that';
CREATE INDEX allocation_proposal_unexplained_idx ON allocation_proposal (made_at) WHERE unexplained IS NOT NULL;
