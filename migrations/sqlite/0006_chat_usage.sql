-- What chat needs to be served: conversations that were ended, how long messages are for a
-- model, the files of a question, and the books of tokens and money.

-- When its person began afresh: it stays, and is not gone on with unless they want to.
ALTER TABLE chat_conversations ADD COLUMN closed_at INTEGER;
-- The one that a person goes on with in a channel.
CREATE INDEX chat_conversations_current
    ON chat_conversations (user_id, channel_id, private, updated_at, id)
    WHERE deleted_at IS NULL AND closed_at IS NULL;

-- The length of the content for a model.
ALTER TABLE chat_messages ADD COLUMN tokens INTEGER CHECK (tokens >= 0);
-- How many older messages the model was not shown for this answer.
ALTER TABLE chat_messages ADD COLUMN left_out INTEGER CHECK (left_out >= 0);
CREATE INDEX chat_messages_streaming_in ON chat_messages (conversation_id)
    WHERE status = 'streaming';

-- What came with a question. Discord's links to it expire, so its bytes are kept.
CREATE TABLE chat_attachments (
    id TEXT NOT NULL PRIMARY KEY,
    message_id TEXT NOT NULL REFERENCES chat_messages (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    guild_id TEXT REFERENCES guilds (id) ON DELETE CASCADE,
    -- Its place among those of the message, from 0.
    position INTEGER NOT NULL CHECK (position >= 0),
    kind TEXT NOT NULL CHECK (kind IN ('image', 'text')),
    file_name TEXT NOT NULL,
    content_type TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    tokens INTEGER NOT NULL CHECK (tokens >= 0),
    created_at INTEGER NOT NULL,
    -- Last, so that the others are read without it.
    bytes BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX chat_attachments_message_id ON chat_attachments (message_id, position);
CREATE INDEX chat_attachments_user_id ON chat_attachments (user_id, id);
CREATE INDEX chat_attachments_guild_id ON chat_attachments (guild_id)
    WHERE guild_id IS NOT NULL;

-- What was used in a period: a day as 2026-11-22 or a month as 2026-11, of UTC. Used tokens
-- are those of calls that ended, and those that calls under way have reserved.
CREATE TABLE chat_usage_users (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    period TEXT NOT NULL,
    used INTEGER NOT NULL CHECK (used >= 0),
    prompt_tokens INTEGER NOT NULL CHECK (prompt_tokens >= 0),
    completion_tokens INTEGER NOT NULL CHECK (completion_tokens >= 0),
    -- Millionths of a US dollar.
    cost_micros INTEGER NOT NULL CHECK (cost_micros >= 0),
    calls INTEGER NOT NULL CHECK (calls >= 0),
    updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX chat_usage_users_user_id_period ON chat_usage_users (user_id, period);
CREATE INDEX chat_usage_users_period ON chat_usage_users (period, id);

CREATE TABLE chat_usage_guilds (
    id TEXT NOT NULL PRIMARY KEY,
    guild_id TEXT NOT NULL REFERENCES guilds (id) ON DELETE CASCADE,
    period TEXT NOT NULL,
    used INTEGER NOT NULL CHECK (used >= 0),
    prompt_tokens INTEGER NOT NULL CHECK (prompt_tokens >= 0),
    completion_tokens INTEGER NOT NULL CHECK (completion_tokens >= 0),
    cost_micros INTEGER NOT NULL CHECK (cost_micros >= 0),
    calls INTEGER NOT NULL CHECK (calls >= 0),
    updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX chat_usage_guilds_guild_id_period ON chat_usage_guilds (guild_id, period);
CREATE INDEX chat_usage_guilds_period ON chat_usage_guilds (period, id);

-- Of each model, and under the empty name of all together: the host's total.
CREATE TABLE chat_usage_models (
    id TEXT NOT NULL PRIMARY KEY,
    model TEXT NOT NULL,
    period TEXT NOT NULL,
    used INTEGER NOT NULL CHECK (used >= 0),
    prompt_tokens INTEGER NOT NULL CHECK (prompt_tokens >= 0),
    completion_tokens INTEGER NOT NULL CHECK (completion_tokens >= 0),
    cost_micros INTEGER NOT NULL CHECK (cost_micros >= 0),
    calls INTEGER NOT NULL CHECK (calls >= 0),
    updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX chat_usage_models_period_model ON chat_usage_models (period, model);

-- What a call under way may use at most, taken from the books beforehand. Of somebody who is
-- deleted meanwhile it keeps no name; what the call used still goes into the host's books.
CREATE TABLE chat_reservations (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT REFERENCES users (id) ON DELETE SET NULL,
    guild_id TEXT REFERENCES guilds (id) ON DELETE SET NULL,
    model TEXT NOT NULL CHECK (model <> ''),
    day TEXT NOT NULL,
    month TEXT NOT NULL,
    tokens INTEGER NOT NULL CHECK (tokens >= 0),
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX chat_reservations_created_at ON chat_reservations (created_at, id);
CREATE INDEX chat_reservations_user_id ON chat_reservations (user_id, id)
    WHERE user_id IS NOT NULL;
CREATE INDEX chat_reservations_guild_id ON chat_reservations (guild_id)
    WHERE guild_id IS NOT NULL;
