-- The one timetable: each season as it is in force, and the list of what changed it. Instants are epoch milliseconds,
-- timetable time. Documents are JSON.
CREATE TABLE season (
    series   TEXT    NOT NULL,
    year     INTEGER NOT NULL,
    facts    TEXT    NOT NULL,                      -- the series without its seasons
    active   TEXT,                                  -- null where it was taken away
    file     TEXT,                                  -- what its file said when it was last taken over
    revision BIGINT  NOT NULL,                      -- the newest of this season
    PRIMARY KEY (series, year)
);

CREATE TABLE revision (
    number  BIGINT  NOT NULL PRIMARY KEY,           -- from 1, over all series
    series  TEXT    NOT NULL,
    year    INTEGER NOT NULL,
    made_at BIGINT  NOT NULL,
    origin  TEXT    NOT NULL,                       -- file, import, hand, undo
    who     TEXT    NOT NULL,
    why     TEXT    NOT NULL,
    undoes  BIGINT,                                 -- the revision that it takes back
    changes TEXT    NOT NULL
);
CREATE INDEX revision_of_series ON revision (series, number);

CREATE TABLE proposal (
    id      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind    TEXT   NOT NULL,                        -- import, file
    source  TEXT   NOT NULL,
    input   BYTEA  NOT NULL,
    answers TEXT   NOT NULL,
    who     TEXT   NOT NULL,
    made_at BIGINT NOT NULL,
    state   TEXT   NOT NULL                         -- open, approved, dropped
);
CREATE INDEX proposal_open ON proposal (id) WHERE state = 'open';

CREATE TABLE steward (
    person TEXT NOT NULL,                           -- discord:<user id>, telegram:<user id>
    series TEXT NOT NULL,                           -- '' for every series
    PRIMARY KEY (person, series)
);

CREATE TABLE silence (
    series  TEXT   NOT NULL PRIMARY KEY,
    who     TEXT   NOT NULL,
    since   BIGINT NOT NULL,
    ends_at BIGINT                                  -- null until somebody ends it
);

-- Besides reminders the ledger holds notices: that a start or a round (in the column start) changed with a revision. Their
-- kind may be 'round', which everyone who follows the series wants; start_at is the new start, or 0 for none.
ALTER TABLE delivery ADD COLUMN revision BIGINT NOT NULL DEFAULT 0; -- 0 for a reminder
ALTER TABLE delivery ADD COLUMN quiet SMALLINT NOT NULL DEFAULT 0;  -- to be said without a ping
ALTER TABLE delivery DROP CONSTRAINT delivery_subscription_id_start_lead_minutes_start_at_key;
ALTER TABLE delivery ADD UNIQUE (subscription_id, start, lead_minutes, start_at, revision);

-- Of which starts, or rounds, notices ever told, and for which instant: whether one says what a reminder would is looked for
-- only if there is one.
CREATE TABLE noticed (
    start    TEXT NOT NULL,
    start_at BIGINT NOT NULL,
    PRIMARY KEY (start, start_at)
);

-- What is posted follows the timetable: a message that shows less than the revision it has to show is edited.
ALTER TABLE message ADD COLUMN quiet SMALLINT NOT NULL DEFAULT 0;
ALTER TABLE message ADD COLUMN shown BIGINT NOT NULL DEFAULT 0;     -- the revision of the timetable it was made from
ALTER TABLE message ADD COLUMN to_show BIGINT NOT NULL DEFAULT 0;   -- the newest revision that changed what it says
ALTER TABLE message ADD COLUMN edit_at BIGINT NOT NULL DEFAULT 0;   -- machine time: not to be edited before
ALTER TABLE message ADD COLUMN edits INTEGER NOT NULL DEFAULT 0;    -- attempts to show that revision
CREATE INDEX message_stale ON message (platform, edit_at) WHERE to_show > shown;
