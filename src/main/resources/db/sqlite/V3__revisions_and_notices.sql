-- The one timetable: each season as it is in force, and the list of what changed it. Instants are epoch milliseconds,
-- timetable time. Documents are JSON.
CREATE TABLE season (
    series   TEXT    NOT NULL,
    year     INTEGER NOT NULL,
    facts    TEXT    NOT NULL,                      -- the series without its seasons
    active   TEXT,                                  -- null where it was taken away
    file     TEXT,                                  -- what its file said when it was last taken over
    revision INTEGER NOT NULL,                      -- the newest of this season
    PRIMARY KEY (series, year)
);

CREATE TABLE revision (
    number  INTEGER NOT NULL PRIMARY KEY,           -- from 1, over all series
    series  TEXT    NOT NULL,
    year    INTEGER NOT NULL,
    made_at INTEGER  NOT NULL,
    origin  TEXT    NOT NULL,                       -- file, import, hand, undo
    who     TEXT    NOT NULL,
    why     TEXT    NOT NULL,
    undoes  INTEGER,                                -- the revision that it takes back
    changes TEXT    NOT NULL
);
CREATE INDEX revision_of_series ON revision (series, number);

CREATE TABLE proposal (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    kind    TEXT   NOT NULL,                        -- import, file
    source  TEXT   NOT NULL,
    input   BLOB   NOT NULL,
    answers TEXT   NOT NULL,
    who     TEXT   NOT NULL,
    made_at INTEGER NOT NULL,
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
    since   INTEGER NOT NULL,
    ends_at INTEGER                                 -- null until somebody ends it
);

-- Besides reminders the ledger holds notices: that a start or a round (in the column start) changed with a revision. Their
-- kind may be 'round', which everyone who follows the series wants; start_at is the new start, or 0 for none.
CREATE TABLE delivery_new (
    id              INTEGER PRIMARY KEY,
    subscription_id INTEGER NOT NULL,
    chat_id         INTEGER NOT NULL,               -- that of the subscription
    platform        TEXT    NOT NULL,               -- that of the chat
    start           TEXT    NOT NULL,
    kind            TEXT    NOT NULL,
    lead_minutes    INTEGER NOT NULL,
    start_at        INTEGER NOT NULL,
    due_at          INTEGER NOT NULL,
    expires_at      INTEGER NOT NULL,
    state           TEXT    NOT NULL,
    message_id      TEXT,
    said_at         INTEGER,                        -- when it was claimed, then when it was sent
    settled_at      INTEGER,
    reason          TEXT,
    revision        INTEGER NOT NULL DEFAULT 0,     -- 0 for a reminder
    quiet           INTEGER NOT NULL DEFAULT 0,     -- to be said without a ping
    UNIQUE (subscription_id, start, lead_minutes, start_at, revision)
);
INSERT INTO delivery_new (id, subscription_id, chat_id, platform, start, kind, lead_minutes, start_at, due_at, expires_at,
        state, message_id, said_at, settled_at, reason)
    SELECT id, subscription_id, chat_id, platform, start, kind, lead_minutes, start_at, due_at, expires_at,
        state, message_id, said_at, settled_at, reason FROM delivery;
DROP TABLE delivery;
ALTER TABLE delivery_new RENAME TO delivery;
CREATE INDEX delivery_next ON delivery (platform, expires_at, start_at, due_at, id) WHERE state = 'pending';
CREATE INDEX delivery_pending_of_chat ON delivery (chat_id) WHERE state = 'pending';
CREATE INDEX delivery_sending ON delivery (message_id) WHERE state = 'sending';
CREATE INDEX delivery_wrong ON delivery (state, id) WHERE state IN ('failed', 'in_doubt');

-- Of which starts, or rounds, notices ever told, and for which instant: whether one says what a reminder would is looked for
-- only if there is one.
CREATE TABLE noticed (
    start    TEXT NOT NULL,
    start_at INTEGER NOT NULL,
    PRIMARY KEY (start, start_at)
) WITHOUT ROWID;

-- What is posted follows the timetable: a message that shows less than the revision it has to show is edited.
ALTER TABLE message ADD COLUMN quiet INTEGER NOT NULL DEFAULT 0;
ALTER TABLE message ADD COLUMN shown INTEGER NOT NULL DEFAULT 0;     -- the revision of the timetable it was made from
ALTER TABLE message ADD COLUMN to_show INTEGER NOT NULL DEFAULT 0;   -- the newest revision that changed what it says
ALTER TABLE message ADD COLUMN edit_at INTEGER NOT NULL DEFAULT 0;   -- machine time: not to be edited before
ALTER TABLE message ADD COLUMN edits INTEGER NOT NULL DEFAULT 0;    -- attempts to show that revision
CREATE INDEX message_stale ON message (platform, edit_at) WHERE to_show > shown;
