-- The first tables. The same steps, in SQLite's types, stand in ../sqlite.
--
-- Text that is compared or ordered has the C collation, so that both engines
-- order alike and a prefix search can use its index.

CREATE TABLE users (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    discord_id TEXT COLLATE "C" NOT NULL,
    username TEXT,
    global_name TEXT,
    avatar TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX users_discord_id ON users (discord_id);
CREATE INDEX users_discord_id_created_at ON users (discord_id, created_at);
CREATE INDEX users_created_at ON users (created_at);
CREATE INDEX users_updated_at ON users (updated_at);

CREATE TABLE guilds (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    discord_id TEXT COLLATE "C" NOT NULL,
    name TEXT NOT NULL,
    settings JSONB,
    left_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX guilds_discord_id ON guilds (discord_id);
CREATE INDEX guilds_discord_id_created_at ON guilds (discord_id, created_at);
CREATE INDEX guilds_created_at ON guilds (created_at);
CREATE INDEX guilds_updated_at ON guilds (updated_at);
CREATE INDEX guilds_present ON guilds (id) WHERE left_at IS NULL;

CREATE TABLE user_guilds (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    user_id TEXT COLLATE "C" NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    guild_id TEXT COLLATE "C" NOT NULL REFERENCES guilds (id) ON DELETE CASCADE,
    roles JSONB NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX user_guilds_user_id_guild_id ON user_guilds (user_id, guild_id);
CREATE INDEX user_guilds_guild_id ON user_guilds (guild_id, user_id);

CREATE TABLE sessions (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    user_id TEXT COLLATE "C" NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    token_hash TEXT COLLATE "C" NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX sessions_token_hash ON sessions (token_hash);
CREATE INDEX sessions_user_id ON sessions (user_id);
CREATE INDEX sessions_expires_at ON sessions (expires_at);
CREATE INDEX sessions_user_id_expires_at ON sessions (user_id, expires_at);

-- guild_id refers to no row on purpose: what happened in a guild stays on record
-- when the guild's data is deleted, and an entry that was journalled while the
-- database was away must not be lost because its guild went meanwhile.
CREATE TABLE audit_logs (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    user_id TEXT COLLATE "C" REFERENCES users (id) ON DELETE SET NULL,
    guild_id TEXT COLLATE "C",
    action TEXT COLLATE "C" NOT NULL CHECK (action <> ''),
    resource_type TEXT COLLATE "C" NOT NULL CHECK (resource_type <> ''),
    resource_id TEXT COLLATE "C" NOT NULL,
    details JSONB,
    ip_address TEXT COLLATE "C",
    user_agent TEXT,
    session_id TEXT COLLATE "C",
    request_id TEXT COLLATE "C",
    "timestamp" TIMESTAMPTZ NOT NULL,
    success BOOLEAN NOT NULL DEFAULT TRUE,
    error_message TEXT
);
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
-- row, and that is checked at the commit. So who opens must close again.
CREATE TABLE audit_maintenance_closed (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (id IS NULL)
);
CREATE TABLE audit_maintenance (
    purpose TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (purpose IN ('archive', 'erase')),
    closed TEXT COLLATE "C" NOT NULL
        REFERENCES audit_maintenance_closed (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX audit_maintenance_closed_by ON audit_maintenance (closed);

-- A session looks for tables among its temporary ones first, so a name alone would
-- let anyone put one in the way. These functions see PostgreSQL's own names only, and
-- find the purposes in the schema that audit_logs is in, wherever that is.
CREATE FUNCTION audit_logs_refuse_delete() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    is_open BOOLEAN;
BEGIN
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I.audit_maintenance WHERE purpose = $1)',
        TG_TABLE_SCHEMA) INTO is_open USING 'archive';
    IF is_open THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'audit entries cannot be deleted' USING ERRCODE = 'SL001';
END;
$$;
CREATE TRIGGER audit_logs_refuse_delete BEFORE DELETE ON audit_logs
    FOR EACH ROW EXECUTE FUNCTION audit_logs_refuse_delete();

CREATE FUNCTION audit_logs_refuse_truncate() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'audit entries cannot be deleted' USING ERRCODE = 'SL001';
END;
$$;
CREATE TRIGGER audit_logs_refuse_truncate BEFORE TRUNCATE ON audit_logs
    FOR EACH STATEMENT EXECUTE FUNCTION audit_logs_refuse_truncate();

-- Erasing takes what names a person, and nothing else. Deleting a user sets
-- user_id to NULL through its foreign key, so that too must open 'erase' first.
CREATE FUNCTION audit_logs_refuse_update() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    is_open BOOLEAN;
BEGIN
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I.audit_maintenance WHERE purpose = $1)',
        TG_TABLE_SCHEMA) INTO is_open USING 'erase';
    IF NOT is_open
        OR (NEW.user_id IS NOT NULL AND NEW.user_id IS DISTINCT FROM OLD.user_id)
        OR (NEW.ip_address IS NOT NULL AND NEW.ip_address IS DISTINCT FROM OLD.ip_address)
        OR (NEW.user_agent IS NOT NULL AND NEW.user_agent IS DISTINCT FROM OLD.user_agent)
        OR (NEW.session_id IS NOT NULL AND NEW.session_id IS DISTINCT FROM OLD.session_id)
        OR NEW.id IS DISTINCT FROM OLD.id
        OR NEW.guild_id IS DISTINCT FROM OLD.guild_id
        OR NEW.action IS DISTINCT FROM OLD.action
        OR NEW.resource_type IS DISTINCT FROM OLD.resource_type
        OR NEW.resource_id IS DISTINCT FROM OLD.resource_id
        OR NEW.details IS DISTINCT FROM OLD.details
        OR NEW.request_id IS DISTINCT FROM OLD.request_id
        OR NEW."timestamp" IS DISTINCT FROM OLD."timestamp"
        OR NEW.success IS DISTINCT FROM OLD.success
        OR NEW.error_message IS DISTINCT FROM OLD.error_message
    THEN
        RAISE EXCEPTION 'audit entries cannot be changed' USING ERRCODE = 'SL001';
    END IF;
    RETURN NEW;
END;
$$;
CREATE TRIGGER audit_logs_refuse_update BEFORE UPDATE ON audit_logs
    FOR EACH ROW EXECUTE FUNCTION audit_logs_refuse_update();

CREATE TABLE club_analyses (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    guild_id TEXT COLLATE "C" NOT NULL REFERENCES guilds (id) ON DELETE CASCADE,
    user_id TEXT COLLATE "C" NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    channel_id TEXT COLLATE "C",
    title TEXT,
    summary TEXT NOT NULL,
    search_text TEXT COLLATE "C" NOT NULL,
    confidence DOUBLE PRECISION NOT NULL CHECK (confidence >= 0 AND confidence <= 1),
    status TEXT COLLATE "C" NOT NULL CHECK (status IN ('draft', 'saved', 'discarded')),
    metric TEXT COLLATE "C" NOT NULL CHECK (metric IN ('sim', 'total')),
    week TEXT COLLATE "C",
    draft JSONB,
    expires_at TIMESTAMPTZ,
    saved_at TIMESTAMPTZ,
    deleted_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    CHECK (status <> 'draft' OR (draft IS NOT NULL AND expires_at IS NOT NULL)),
    CHECK (status = 'draft' OR draft IS NULL),
    CHECK ((status = 'saved') = (saved_at IS NOT NULL))
);
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
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    analysis_id TEXT COLLATE "C" NOT NULL REFERENCES club_analyses (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    content_type TEXT COLLATE "C" NOT NULL,
    bytes BIGINT NOT NULL,
    width BIGINT NOT NULL,
    height BIGINT NOT NULL,
    sha256 TEXT COLLATE "C" NOT NULL,
    members_found BIGINT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX club_analysis_images_analysis_id ON club_analysis_images (analysis_id, position);

CREATE TABLE club_metrics (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    analysis_id TEXT COLLATE "C" NOT NULL REFERENCES club_analyses (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    value DOUBLE PRECISION NOT NULL,
    unit TEXT COLLATE "C" NOT NULL,
    category TEXT COLLATE "C" NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX club_metrics_analysis_id_name ON club_metrics (analysis_id, name);
CREATE INDEX club_metrics_name ON club_metrics (name);

CREATE TABLE club_powers (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    analysis_id TEXT COLLATE "C" NOT NULL REFERENCES club_analyses (id) ON DELETE CASCADE,
    guild_id TEXT COLLATE "C" NOT NULL REFERENCES guilds (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    member TEXT COLLATE "C" NOT NULL,
    metric TEXT COLLATE "C" NOT NULL CHECK (metric IN ('sim', 'total')),
    power BIGINT,
    last_seen TEXT COLLATE "C",
    confidence DOUBLE PRECISION NOT NULL CHECK (confidence >= 0 AND confidence <= 1),
    name_certain BOOLEAN NOT NULL,
    corrected BOOLEAN NOT NULL,
    seen_in JSONB NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX club_powers_analysis_id ON club_powers (analysis_id, metric, position);
CREATE INDEX club_powers_guild_id_member ON club_powers (guild_id, member, metric, created_at);

CREATE TABLE chat_conversations (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    user_id TEXT COLLATE "C" NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    guild_id TEXT COLLATE "C" REFERENCES guilds (id) ON DELETE CASCADE,
    channel_id TEXT COLLATE "C",
    title TEXT,
    deleted_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX chat_conversations_user_id ON chat_conversations (user_id, updated_at, id);
CREATE INDEX chat_conversations_guild_id ON chat_conversations (guild_id, updated_at, id);
CREATE INDEX chat_conversations_deleted_at ON chat_conversations (deleted_at);

CREATE TABLE chat_messages (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    conversation_id TEXT COLLATE "C" NOT NULL REFERENCES chat_conversations (id) ON DELETE CASCADE,
    user_id TEXT COLLATE "C" REFERENCES users (id) ON DELETE CASCADE,
    guild_id TEXT COLLATE "C" REFERENCES guilds (id) ON DELETE CASCADE,
    role TEXT COLLATE "C" NOT NULL CHECK (role IN ('user', 'assistant', 'system')),
    content TEXT NOT NULL,
    status TEXT COLLATE "C" NOT NULL
        CHECK (status IN ('complete', 'streaming', 'stopped', 'failed', 'interrupted')),
    model TEXT COLLATE "C",
    prompt_tokens BIGINT,
    completion_tokens BIGINT,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX chat_messages_conversation_id ON chat_messages (conversation_id, created_at, id);
CREATE INDEX chat_messages_user_id ON chat_messages (user_id, created_at, id);
CREATE INDEX chat_messages_guild_id ON chat_messages (guild_id, created_at, id);
CREATE INDEX chat_messages_created_at ON chat_messages (created_at);
