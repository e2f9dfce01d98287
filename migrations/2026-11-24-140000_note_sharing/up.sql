-- Each submission was to have so many reviewers: what has fewer is pointed out.

CREATE TABLE sharing (
    round_id uuid PRIMARY KEY REFERENCES round ON DELETE CASCADE,
    each_wanted integer NOT NULL CONSTRAINT sharing_each_wanted_check CHECK (each_wanted BETWEEN 1 AND 20)
);
COMMENT ON TABLE sharing IS 'How a round was last shared out among the panel';
COMMENT ON COLUMN sharing.each_wanted IS 'How many reviewers each submission was to have';
