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

-- Any substring of what was said is found by an index, as migration 3 has it. The
-- numbers of one person's messages lie together, because FTS5 can look at a range of
-- numbers alone: a term that is common in all that was said and rare in what one person
-- said would otherwise be looked up in everybody's words.
-- src/store/engine/search_of_owner.rs has the figures.
CREATE TABLE chat_owners_search_keys (
    number INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE REFERENCES users (id) ON DELETE CASCADE
) STRICT;
CREATE TABLE chat_messages_search_keys (
    number INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
) STRICT;
CREATE VIRTUAL TABLE chat_messages_search USING fts5 (
    search_text, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1'
);
-- A person's numbers are theirs in the upper half and counted up in the lower 32 bits.
CREATE TRIGGER chat_messages_search_insert AFTER INSERT ON chat_messages
WHEN NEW.user_id IS NOT NULL
BEGIN
    INSERT INTO chat_owners_search_keys (id) VALUES (NEW.user_id) ON CONFLICT (id) DO NOTHING;
    INSERT INTO chat_messages_search_keys (number, id)
        SELECT COALESCE(
                (SELECT MAX(k.number) FROM chat_messages_search_keys k
                    WHERE k.number BETWEEN o.number << 32 AND (o.number << 32) + 4294967295),
                o.number << 32) + 1,
            NEW.id
        FROM chat_owners_search_keys o WHERE o.id = NEW.user_id
        ON CONFLICT (id) DO NOTHING;
    INSERT OR REPLACE INTO chat_messages_search (rowid, search_text)
        SELECT number, NEW.search_text FROM chat_messages_search_keys WHERE id = NEW.id;
END;
CREATE TRIGGER chat_messages_search_update AFTER UPDATE OF search_text ON chat_messages
WHEN NEW.search_text IS NOT OLD.search_text
BEGIN
    UPDATE chat_messages_search SET search_text = NEW.search_text
        WHERE rowid = (SELECT number FROM chat_messages_search_keys WHERE id = NEW.id);
END;
CREATE TRIGGER chat_messages_search_delete AFTER DELETE ON chat_messages
BEGIN
    DELETE FROM chat_messages_search
        WHERE rowid = (SELECT number FROM chat_messages_search_keys WHERE id = OLD.id);
    DELETE FROM chat_messages_search_keys WHERE id = OLD.id;
END;
INSERT INTO chat_owners_search_keys (id)
    SELECT DISTINCT user_id FROM chat_messages WHERE user_id IS NOT NULL;
INSERT INTO chat_messages_search_keys (number, id)
    SELECT (o.number << 32) + ROW_NUMBER() OVER (PARTITION BY m.user_id ORDER BY m.created_at, m.id),
        m.id
    FROM chat_messages m JOIN chat_owners_search_keys o ON o.id = m.user_id;
INSERT INTO chat_messages_search (rowid, search_text)
    SELECT k.number, m.search_text
    FROM chat_messages_search_keys k JOIN chat_messages m ON m.id = k.id ORDER BY k.number;
