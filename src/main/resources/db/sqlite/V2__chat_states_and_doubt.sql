-- Chats that can't be written to are remembered, not deleted. Instants here are machine time.
ALTER TABLE chat ADD COLUMN state TEXT NOT NULL DEFAULT 'open'; -- open, blocked, gone
ALTER TABLE chat ADD COLUMN shut_at INTEGER;      -- since when it is not open
ALTER TABLE chat ADD COLUMN reason TEXT;           -- why not, for people
ALTER TABLE chat ADD COLUMN denied_since INTEGER; -- refused since then, with nothing that arrived since
ALTER TABLE chat ADD COLUMN look_at INTEGER;      -- when to see whether it works again, or to delete what is stored of it
ALTER TABLE chat ADD COLUMN told INTEGER NOT NULL DEFAULT 0; -- whether its people know
CREATE INDEX chat_shut ON chat (platform, look_at) WHERE state <> 'open';
CREATE INDEX subscription_space ON subscription (space);

-- When the latest attempt began, and the first one that may have arrived. Machine time.
ALTER TABLE message RENAME COLUMN first_tried_at TO tried_at;
ALTER TABLE message ADD COLUMN unsure_since INTEGER;

-- Which reminders were ever written: whether a start was announced for another instant is looked for only if it was.
CREATE TABLE announced (
    start        TEXT NOT NULL,
    lead_minutes INTEGER NOT NULL,
    start_at     INTEGER NOT NULL,
    PRIMARY KEY (start, lead_minutes, start_at)
) WITHOUT ROWID;
INSERT INTO announced SELECT DISTINCT start, lead_minutes, start_at FROM delivery;

-- The same table without its foreign key, which cost a look-up for each new row: subscriptions are only deleted together
-- with their rows.
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
    UNIQUE (subscription_id, start, lead_minutes, start_at)
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
-- What went wrong is found without reading everything that went well.
CREATE INDEX delivery_wrong ON delivery (state, id) WHERE state IN ('failed', 'in_doubt');
