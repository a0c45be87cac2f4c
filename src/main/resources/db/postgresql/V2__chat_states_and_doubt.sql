-- Chats that can't be written to are remembered, not deleted. Instants here are machine time.
ALTER TABLE chat ADD COLUMN state TEXT NOT NULL DEFAULT 'open'; -- open, blocked, gone
ALTER TABLE chat ADD COLUMN shut_at BIGINT;      -- since when it is not open
ALTER TABLE chat ADD COLUMN reason TEXT;           -- why not, for people
ALTER TABLE chat ADD COLUMN denied_since BIGINT; -- refused since then, with nothing that arrived since
ALTER TABLE chat ADD COLUMN look_at BIGINT;      -- when to see whether it works again, or to delete what is stored of it
ALTER TABLE chat ADD COLUMN told SMALLINT NOT NULL DEFAULT 0; -- whether its people know
CREATE INDEX chat_shut ON chat (platform, look_at) WHERE state <> 'open';
CREATE INDEX subscription_space ON subscription (space);

-- When the latest attempt began, and the first one that may have arrived. Machine time.
ALTER TABLE message RENAME COLUMN first_tried_at TO tried_at;
ALTER TABLE message ADD COLUMN unsure_since BIGINT;

-- Which reminders were ever written: whether a start was announced for another instant is looked for only if it was.
CREATE TABLE announced (
    start        TEXT NOT NULL,
    lead_minutes BIGINT NOT NULL,
    start_at     BIGINT NOT NULL,
    PRIMARY KEY (start, lead_minutes, start_at)
);
INSERT INTO announced SELECT DISTINCT start, lead_minutes, start_at FROM delivery;

-- It cost a look-up for each new row: subscriptions are only deleted together with their rows.
ALTER TABLE delivery DROP CONSTRAINT delivery_subscription_id_fkey;
DROP INDEX delivery_pending_of_chat;
CREATE INDEX delivery_pending_of_chat ON delivery (chat_id) WHERE state = 'pending';
-- What went wrong is found without reading everything that went well.
CREATE INDEX delivery_wrong ON delivery (state, id) WHERE state IN ('failed', 'in_doubt');
