-- The first tables. The same steps, in PostgreSQL's types, stand in ../postgres.
--
-- Times are microseconds since 1970 (INTEGER), truths are 0 and 1, JSON is text
-- that json_valid has seen. STRICT, because SQLite would otherwise store any type
-- in any column.

CREATE TABLE users (
    id TEXT NOT NULL PRIMARY KEY,
    discord_id TEXT NOT NULL,
    username TEXT,
    global_name TEXT,
    avatar TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX users_discord_id ON users (discord_id);
CREATE INDEX users_discord_id_created_at ON users (discord_id, created_at);
CREATE INDEX users_created_at ON users (created_at);
CREATE INDEX users_updated_at ON users (updated_at);

CREATE TABLE guilds (
    id TEXT NOT NULL PRIMARY KEY,
    discord_id TEXT NOT NULL,
    name TEXT NOT NULL,
    settings TEXT CHECK (settings IS NULL OR json_valid(settings)),
    left_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX guilds_discord_id ON guilds (discord_id);
CREATE INDEX guilds_discord_id_created_at ON guilds (discord_id, created_at);
CREATE INDEX guilds_created_at ON guilds (created_at);
CREATE INDEX guilds_updated_at ON guilds (updated_at);
CREATE INDEX guilds_present ON guilds (id) WHERE left_at IS NULL;

CREATE TABLE user_guilds (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    guild_id TEXT NOT NULL REFERENCES guilds (id) ON DELETE CASCADE,
    roles TEXT NOT NULL CHECK (json_valid(roles)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX user_guilds_user_id_guild_id ON user_guilds (user_id, guild_id);
CREATE INDEX user_guilds_guild_id ON user_guilds (guild_id, user_id);

CREATE TABLE sessions (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    token_hash TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX sessions_token_hash ON sessions (token_hash);
CREATE INDEX sessions_user_id ON sessions (user_id);
CREATE INDEX sessions_expires_at ON sessions (expires_at);
CREATE INDEX sessions_user_id_expires_at ON sessions (user_id, expires_at);

-- guild_id refers to no row on purpose: what happened in a guild stays on record
-- when the guild's data is deleted, and an entry that was journalled while the
-- database was away must not be lost because its guild went meanwhile.
CREATE TABLE audit_logs (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT REFERENCES users (id) ON DELETE SET NULL,
    guild_id TEXT,
    action TEXT NOT NULL CHECK (action <> ''),
    resource_type TEXT NOT NULL CHECK (resource_type <> ''),
    resource_id TEXT NOT NULL,
    details TEXT CHECK (details IS NULL OR json_valid(details)),
    ip_address TEXT,
    user_agent TEXT,
    session_id TEXT,
    request_id TEXT,
    "timestamp" INTEGER NOT NULL,
    success INTEGER NOT NULL DEFAULT 1 CHECK (success IN (0, 1)),
    error_message TEXT
) STRICT, WITHOUT ROWID;
-- WITHOUT ROWID, so that the key is all that a REPLACE can collide with.
-- Audit rows are written far more often than read, so an index on (a, b) also
-- serves as the index on (a); each carries the key that pages continue from.
CREATE INDEX audit_logs_user_id ON audit_logs (user_id, "timestamp", id);
CREATE INDEX audit_logs_guild_id ON audit_logs (guild_id, "timestamp", id);
CREATE INDEX audit_logs_action ON audit_logs (action, "timestamp", id);
CREATE INDEX audit_logs_resource_type ON audit_logs (resource_type, "timestamp", id);
CREATE INDEX audit_logs_resource_id ON audit_logs (resource_id, resource_type, "timestamp", id);
CREATE INDEX audit_logs_request_id ON audit_logs (request_id, "timestamp", id);
CREATE INDEX audit_logs_timestamp ON audit_logs ("timestamp", id);

-- A row here opens audit_logs to one purpose, for the transaction that wrote it
-- and nobody else. It cannot be committed: it points at a table that can hold no
-- row, and that is checked at the commit. So who opens must close again. A tool with foreign keys
-- off can commit it: the program closes it at its next start.
CREATE TABLE audit_maintenance_closed (
    id TEXT NOT NULL PRIMARY KEY CHECK (id IS NULL)
) STRICT;
CREATE TABLE audit_maintenance (
    purpose TEXT NOT NULL PRIMARY KEY CHECK (purpose IN ('archive', 'erase')),
    closed TEXT NOT NULL
        REFERENCES audit_maintenance_closed (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX audit_maintenance_closed_by ON audit_maintenance (closed);

-- REPLACE deletes unseen by the triggers below where recursive_triggers is off, as
-- it is in other tools. So an entry that stands there already is never written
-- again, whatever the statement says to do about it.
CREATE TRIGGER audit_logs_ignore_known BEFORE INSERT ON audit_logs
WHEN EXISTS (SELECT 1 FROM audit_logs WHERE id = NEW.id)
BEGIN
    SELECT RAISE(IGNORE);
END;

CREATE TRIGGER audit_logs_refuse_delete BEFORE DELETE ON audit_logs
WHEN NOT EXISTS (SELECT 1 FROM audit_maintenance WHERE purpose = 'archive')
BEGIN
    SELECT RAISE(ABORT, 'audit entries cannot be deleted');
END;

-- Erasing takes what names a person, and nothing else. Deleting a user sets
-- user_id to NULL through its foreign key, so that too must open 'erase' first.
CREATE TRIGGER audit_logs_refuse_update BEFORE UPDATE ON audit_logs
WHEN NOT EXISTS (SELECT 1 FROM audit_maintenance WHERE purpose = 'erase')
    OR (NEW.user_id IS NOT NULL AND NEW.user_id IS NOT OLD.user_id)
    OR (NEW.ip_address IS NOT NULL AND NEW.ip_address IS NOT OLD.ip_address)
    OR (NEW.user_agent IS NOT NULL AND NEW.user_agent IS NOT OLD.user_agent)
    OR (NEW.session_id IS NOT NULL AND NEW.session_id IS NOT OLD.session_id)
    OR NEW.id IS NOT OLD.id
    OR NEW.guild_id IS NOT OLD.guild_id
    OR NEW.action IS NOT OLD.action
    OR NEW.resource_type IS NOT OLD.resource_type
    OR NEW.resource_id IS NOT OLD.resource_id
    OR NEW.details IS NOT OLD.details
    OR NEW.request_id IS NOT OLD.request_id
    OR NEW."timestamp" IS NOT OLD."timestamp"
    OR NEW.success IS NOT OLD.success
    OR NEW.error_message IS NOT OLD.error_message
BEGIN
    SELECT RAISE(ABORT, 'audit entries cannot be changed');
END;

CREATE TABLE club_analyses (
    id TEXT NOT NULL PRIMARY KEY,
    guild_id TEXT NOT NULL REFERENCES guilds (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    channel_id TEXT,
    title TEXT,
    summary TEXT NOT NULL,
    search_text TEXT NOT NULL,
    confidence REAL NOT NULL CHECK (confidence >= 0 AND confidence <= 1),
    status TEXT NOT NULL CHECK (status IN ('draft', 'saved', 'discarded')),
    metric TEXT NOT NULL CHECK (metric IN ('sim', 'total')),
    week TEXT,
    draft TEXT CHECK (draft IS NULL OR json_valid(draft)),
    expires_at INTEGER,
    saved_at INTEGER,
    deleted_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    CHECK (status <> 'draft' OR (draft IS NOT NULL AND expires_at IS NOT NULL)),
    CHECK (status = 'draft' OR draft IS NULL),
    CHECK ((status = 'saved') = (saved_at IS NOT NULL))
) STRICT;
CREATE INDEX club_analyses_guild_id ON club_analyses (guild_id);
CREATE INDEX club_analyses_user_id ON club_analyses (user_id);
CREATE INDEX club_analyses_created_at ON club_analyses (created_at);
CREATE INDEX club_analyses_updated_at ON club_analyses (updated_at);
CREATE INDEX club_analyses_confidence ON club_analyses (confidence);
CREATE INDEX club_analyses_guild_id_created_at ON club_analyses (guild_id, created_at);
CREATE INDEX club_analyses_guild_id_confidence ON club_analyses (guild_id, confidence);
CREATE INDEX club_analyses_user_id_created_at ON club_analyses (user_id, created_at);
CREATE INDEX club_analyses_saved ON club_analyses (guild_id, saved_at, id)
    WHERE status = 'saved' AND deleted_at IS NULL;
CREATE INDEX club_analyses_drafts ON club_analyses (expires_at, id)
    WHERE status = 'draft' AND deleted_at IS NULL;

CREATE TABLE club_analysis_images (
    id TEXT NOT NULL PRIMARY KEY,
    analysis_id TEXT NOT NULL REFERENCES club_analyses (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    content_type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    members_found INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX club_analysis_images_analysis_id ON club_analysis_images (analysis_id, position);

CREATE TABLE club_metrics (
    id TEXT NOT NULL PRIMARY KEY,
    analysis_id TEXT NOT NULL REFERENCES club_analyses (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    value REAL NOT NULL,
    unit TEXT NOT NULL,
    category TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX club_metrics_analysis_id_name ON club_metrics (analysis_id, name);
CREATE INDEX club_metrics_name ON club_metrics (name);

CREATE TABLE club_powers (
    id TEXT NOT NULL PRIMARY KEY,
    analysis_id TEXT NOT NULL REFERENCES club_analyses (id) ON DELETE CASCADE,
    guild_id TEXT NOT NULL REFERENCES guilds (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    member TEXT NOT NULL,
    metric TEXT NOT NULL CHECK (metric IN ('sim', 'total')),
    power INTEGER,
    last_seen TEXT,
    confidence REAL NOT NULL CHECK (confidence >= 0 AND confidence <= 1),
    name_certain INTEGER NOT NULL CHECK (name_certain IN (0, 1)),
    corrected INTEGER NOT NULL CHECK (corrected IN (0, 1)),
    seen_in TEXT NOT NULL CHECK (json_valid(seen_in)),
    created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX club_powers_analysis_id ON club_powers (analysis_id, metric, position);
CREATE INDEX club_powers_guild_id_member ON club_powers (guild_id, member, metric, created_at);

CREATE TABLE chat_conversations (
    id TEXT NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    guild_id TEXT REFERENCES guilds (id) ON DELETE CASCADE,
    channel_id TEXT,
    title TEXT,
    deleted_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX chat_conversations_user_id ON chat_conversations (user_id, updated_at, id);
CREATE INDEX chat_conversations_guild_id ON chat_conversations (guild_id, updated_at, id);
CREATE INDEX chat_conversations_deleted_at ON chat_conversations (deleted_at);

CREATE TABLE chat_messages (
    id TEXT NOT NULL PRIMARY KEY,
    conversation_id TEXT NOT NULL REFERENCES chat_conversations (id) ON DELETE CASCADE,
    user_id TEXT REFERENCES users (id) ON DELETE CASCADE,
    guild_id TEXT REFERENCES guilds (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('user', 'assistant', 'system')),
    content TEXT NOT NULL,
    status TEXT NOT NULL
        CHECK (status IN ('complete', 'streaming', 'stopped', 'failed', 'interrupted')),
    model TEXT,
    prompt_tokens INTEGER,
    completion_tokens INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX chat_messages_conversation_id ON chat_messages (conversation_id, created_at, id);
CREATE INDEX chat_messages_user_id ON chat_messages (user_id, created_at, id);
CREATE INDEX chat_messages_guild_id ON chat_messages (guild_id, created_at, id);
CREATE INDEX chat_messages_created_at ON chat_messages (created_at);
