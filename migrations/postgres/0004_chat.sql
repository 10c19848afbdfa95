-- What chat needs: turns in their order, alternatives of an answer, what became of
-- it, and where it stands in Discord.
--
-- No release before this wrote chat; rows that stand there all the same are given
-- their places below.

ALTER TABLE chat_conversations
    -- Told to one person alone: it is never shown where others read.
    ADD COLUMN private BOOLEAN NOT NULL DEFAULT FALSE,
    -- The title in lower case.
    ADD COLUMN search_text TEXT COLLATE "C" NOT NULL DEFAULT '',
    -- The place of the newest message. Counting it up claims the row, so that of two
    -- messages at once each gets a place of its own.
    ADD COLUMN last_position BIGINT NOT NULL DEFAULT 0 CHECK (last_position >= 0);

ALTER TABLE chat_messages
    -- The content in lower case, once it no longer changes.
    ADD COLUMN search_text TEXT COLLATE "C" NOT NULL DEFAULT '',
    -- From 1; 0 is no place.
    ADD COLUMN position BIGINT NOT NULL DEFAULT 0 CHECK (position >= 0),
    -- The question that an answer answers.
    ADD COLUMN parent_id TEXT COLLATE "C" REFERENCES chat_messages (id) ON DELETE CASCADE,
    -- Answers to one question stand at the same place and are counted from 0.
    ADD COLUMN alternative BIGINT NOT NULL DEFAULT 0 CHECK (alternative >= 0),
    -- Whether it is the one of its place that the conversation goes on from.
    ADD COLUMN chosen BOOLEAN NOT NULL DEFAULT FALSE,
    -- The model's own word for why it ended, and ours for why it failed. Without a list
    -- of what is allowed: a release that knows more words must not need another schema.
    ADD COLUMN finish_reason TEXT COLLATE "C",
    ADD COLUMN error_kind TEXT COLLATE "C",
    ADD COLUMN duration_ms BIGINT CHECK (duration_ms >= 0),
    ADD COLUMN finished_at TIMESTAMPTZ;

UPDATE chat_conversations SET
    search_text = LOWER(COALESCE(title, '')),
    last_position = (SELECT COUNT(*) FROM chat_messages m
        WHERE m.conversation_id = chat_conversations.id);
UPDATE chat_messages SET
    search_text = LOWER(content),
    position = placed.position,
    chosen = TRUE
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
    discord_message_id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    message_id TEXT COLLATE "C" NOT NULL REFERENCES chat_messages (id) ON DELETE CASCADE,
    channel_id TEXT COLLATE "C" NOT NULL,
    part BIGINT NOT NULL CHECK (part >= 0),
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX chat_posts_message_id ON chat_posts (message_id, part);

-- Any substring of what was said is found by an index, as migration 3 has it, and by an
-- index of each person's own words: the planner cannot know that a term which is common
-- in all that was said is rare in what one person said. src/store/engine/search_of_owner.rs
-- has the figures. btree_gin comes with the same modules as pg_trgm.
DO $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'btree_gin') THEN
        RAISE EXCEPTION 'the PostgreSQL server has no extension btree_gin: install its contrib modules (package postgresql-contrib)'
            USING ERRCODE = '42704';
    END IF;
    BEGIN
        CREATE EXTENSION IF NOT EXISTS btree_gin;
    EXCEPTION WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'this role may not add the extension btree_gin: let the owner of the database run CREATE EXTENSION btree_gin once'
            USING ERRCODE = '42501';
    END;
    EXECUTE format('CREATE INDEX chat_messages_search ON chat_messages
            USING gin (user_id, search_text %I.gin_trgm_ops)',
        (SELECT n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
            WHERE e.extname = 'pg_trgm'));
END;
$$;
