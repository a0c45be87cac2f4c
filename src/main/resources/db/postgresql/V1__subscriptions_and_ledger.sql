-- Instants are epoch milliseconds: timetable time, except in message (machine time where said).

CREATE TABLE chat (
    id       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    platform TEXT NOT NULL,
    chat     TEXT NOT NULL,
    topic    TEXT NOT NULL,                         -- '' for the chat itself
    UNIQUE (platform, chat, topic)
);

CREATE TABLE subscription (
    id       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    chat_id  BIGINT NOT NULL REFERENCES chat (id),
    platform TEXT    NOT NULL,                      -- that of the chat
    series   TEXT    NOT NULL,
    space    TEXT    NOT NULL,
    kinds    TEXT    NOT NULL,                      -- ,practice,race,
    leads    TEXT    NOT NULL,                      -- minutes: ,60,10,
    role     TEXT,
    active   SMALLINT NOT NULL,
    since    BIGINT NOT NULL,
    UNIQUE (chat_id, series)
);
CREATE INDEX subscription_series ON subscription (series, id);

-- What was wanted when, because a reminder is owed only to who wanted it at its due instant.
CREATE TABLE subscription_terms (
    subscription_id BIGINT NOT NULL REFERENCES subscription (id),
    valid_from      BIGINT NOT NULL,
    valid_until     BIGINT NOT NULL,               -- exclusive; 9223372036854775807 while in force
    kinds           TEXT    NOT NULL,
    leads           TEXT    NOT NULL,
    PRIMARY KEY (subscription_id, valid_from)
);

CREATE TABLE delivery (
    id              BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subscription_id BIGINT NOT NULL REFERENCES subscription (id),
    chat_id         BIGINT NOT NULL,               -- that of the subscription
    platform        TEXT    NOT NULL,               -- that of the chat
    start           TEXT    NOT NULL,
    kind            TEXT    NOT NULL,
    lead_minutes    INTEGER NOT NULL,
    start_at        BIGINT NOT NULL,
    due_at          BIGINT NOT NULL,
    expires_at      BIGINT NOT NULL,
    state           TEXT    NOT NULL,
    message_id      TEXT,
    said_at         BIGINT,                        -- when it was claimed, then when it was sent
    settled_at      BIGINT,
    reason          TEXT,
    UNIQUE (subscription_id, start, lead_minutes, start_at)
);
-- Only what is open is indexed for claiming, so that claims stay as quick as the table grows.
CREATE INDEX delivery_next ON delivery (platform, expires_at, start_at, due_at, id) WHERE state = 'pending';
CREATE INDEX delivery_pending_of_chat ON delivery (chat_id, due_at) WHERE state = 'pending';
CREATE INDEX delivery_sending ON delivery (message_id) WHERE state = 'sending';

CREATE TABLE message (
    id             TEXT    NOT NULL PRIMARY KEY,
    chat_id        BIGINT NOT NULL,
    platform       TEXT    NOT NULL,
    role           TEXT,                            -- fixed when it was first claimed
    due_at         BIGINT NOT NULL,
    state          TEXT    NOT NULL,                -- sending, waiting, ended
    attempts       INTEGER NOT NULL,
    first_tried_at BIGINT NOT NULL,                -- machine time
    again_at       BIGINT,                         -- machine time: end of the lease or of the wait; null when ended
    message_ref    TEXT,
    reason         TEXT
);
CREATE INDEX message_open ON message (platform, again_at, id) WHERE again_at IS NOT NULL;
CREATE INDEX message_of_chat ON message (chat_id);
