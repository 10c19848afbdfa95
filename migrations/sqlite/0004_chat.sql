-- What chat needs: turns in their order, alternatives of an answer, what became of
-- it, and where it stands in Discord.
--
-- No release before this wrote chat; rows that stand there all the same are given
-- their places below.

-- Told to one person alone: it is never shown where others read.
ALTER TABLE chat_conversations
    ADD COLUMN private INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1));
-- The title in lower case.
ALTER TABLE chat_conversations ADD COLUMN search_text TEXT NOT NULL DEFAULT '';
-- The place of the newest message. Counting it up claims the row, so that of two
-- messages at once each gets a place of its own.
ALTER TABLE chat_conversations
    ADD COLUMN last_position INTEGER NOT NULL DEFAULT 0 CHECK (last_position >= 0);

-- The content in lower case, once it no longer changes.
ALTER TABLE chat_messages ADD COLUMN search_text TEXT NOT NULL DEFAULT '';
-- From 1; 0 is no place.
ALTER TABLE chat_messages
    ADD COLUMN position INTEGER NOT NULL DEFAULT 0 CHECK (position >= 0);
-- The question that an answer answers.
ALTER TABLE chat_messages
    ADD COLUMN parent_id TEXT REFERENCES chat_messages (id) ON DELETE CASCADE;
-- Answers to one question stand at the same place and are counted from 0.
ALTER TABLE chat_messages
    ADD COLUMN alternative INTEGER NOT NULL DEFAULT 0 CHECK (alternative >= 0);
-- Whether it is the one of its place that the conversation goes on from.
ALTER TABLE chat_messages
    ADD COLUMN chosen INTEGER NOT NULL DEFAULT 0 CHECK (chosen IN (0, 1));
-- The model's own word for why it ended, and ours for why it failed. Without a list
-- of what is allowed: a release that knows more words must not need another schema.
ALTER TABLE chat_messages ADD COLUMN finish_reason TEXT;
ALTER TABLE chat_messages ADD COLUMN error_kind TEXT;
ALTER TABLE chat_messages ADD COLUMN duration_ms INTEGER CHECK (duration_ms >= 0);
ALTER TABLE chat_messages ADD COLUMN finished_at INTEGER;

UPDATE chat_conversations SET
    search_text = LOWER(COALESCE(title, '')),
    last_position = (SELECT COUNT(*) FROM chat_messages m
        WHERE m.conversation_id = chat_conversations.id);
UPDATE chat_messages SET
    search_text = LOWER(content),
    position = placed.position,
    chosen = 1
FROM (
    SELECT id, ROW_NUMBER() OVER (PARTITION BY conversation_id ORDER BY created_at, id) AS position
    FROM chat_messages
) AS placed
WHERE placed.id = chat_messages.id;

CREATE INDEX chat_conversations_user_id_channel_id
    ON chat_conversations (user_id, channel_id, updated_at, id) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX chat_messages_thread ON chat_messages (conversation_id, position) WHERE chosen;
CREATE UNIQUE INDEX chat_messages_transcript
    ON chat_messages (conversation_id, position, alternative) WHERE position > 0;
CREATE UNIQUE INDEX chat_messages_parent_id ON chat_messages (parent_id, alternative);
CREATE INDEX chat_messages_streaming ON chat_messages (updated_at, id) WHERE status = 'streaming';

-- Where a message stands in Discord. A long answer has several parts, and when another
-- alternative is shown in their place they become that one's.
CREATE TABLE chat_posts (
    discord_message_id TEXT NOT NULL PRIMARY KEY,
    message_id TEXT NOT NULL REFERENCES chat_messages (id) ON DELETE CASCADE,
    channel_id TEXT NOT NULL,
    part INTEGER NOT NULL CHECK (part >= 0),
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX chat_posts_message_id ON chat_posts (message_id, part);
