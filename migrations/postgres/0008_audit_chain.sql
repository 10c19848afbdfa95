-- Entries of the audit log are chained by hash, so that one that was changed, removed or
-- inserted by hand is found and named. The chain stands beside the log: programs of before
-- go on writing entries, which are found as not chained. The same steps, in SQLite's
-- types, stand in ../sqlite.

-- One chain per guild, '' for what belongs to none: a guild's admins verify their own, and
-- writers of different guilds do not wait for each other. It names no row, as audit_logs
-- does not. before_chain says how many entries stood there before the chain began.
CREATE TABLE audit_heads (
    chain TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    -- That of the newest link; 0 before the first.
    seq BIGINT NOT NULL CHECK (seq >= 0),
    hash TEXT COLLATE "C" NOT NULL,
    before_chain BIGINT NOT NULL DEFAULT 0 CHECK (before_chain >= 0)
);

-- A link per entry. The hash covers the link before and all that the entry says, but of
-- what names a person only a commitment to it and a salt. Erasing takes the salt.
CREATE TABLE audit_links (
    chain TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL CHECK (seq > 0),
    entry_id TEXT COLLATE "C" NOT NULL,
    hash TEXT COLLATE "C" NOT NULL,
    actor_salt TEXT COLLATE "C",
    actor_commitment TEXT COLLATE "C" NOT NULL,
    resource_salt TEXT COLLATE "C",
    resource_commitment TEXT COLLATE "C",
    PRIMARY KEY (chain, seq)
);
CREATE UNIQUE INDEX audit_links_entry_id ON audit_links (entry_id);

-- Links that were archived, and the hash of the last one, which the next link goes on from.
CREATE TABLE audit_gaps (
    chain TEXT COLLATE "C" NOT NULL,
    first_seq BIGINT NOT NULL CHECK (first_seq > 0),
    last_seq BIGINT NOT NULL CHECK (last_seq >= first_seq),
    last_hash TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (chain, first_seq)
);

-- The entries from before the chain, so that one that comes in by hand is not taken for such.
CREATE TABLE audit_unchained (
    entry_id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    chain TEXT COLLATE "C" NOT NULL,
    archived BOOLEAN NOT NULL DEFAULT FALSE
);
CREATE INDEX audit_unchained_chain ON audit_unchained (chain, entry_id);

-- Where entries are posted: how far that has come, and the newest head that was posted.
-- Whoever posts holds the row until due_at.
CREATE TABLE audit_mirrors (
    chain TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL CHECK (seq >= 0),
    head_seq BIGINT CHECK (head_seq >= 0),
    head_hash TEXT COLLATE "C",
    head_at TIMESTAMPTZ,
    -- Entries that could not be posted and have not been told of yet.
    missed BIGINT NOT NULL DEFAULT 0 CHECK (missed >= 0),
    attempts BIGINT NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    due_at TIMESTAMPTZ NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX audit_mirrors_due_at ON audit_mirrors (due_at, chain);

-- Erasing a person takes the salts, whichever program erases.
CREATE FUNCTION audit_logs_erase_salts() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format('UPDATE %I.audit_links AS l
        SET actor_salt = CASE WHEN b.user_id IS DISTINCT FROM a.user_id
                OR b.ip_address IS DISTINCT FROM a.ip_address
                OR b.user_agent IS DISTINCT FROM a.user_agent
                OR b.session_id IS DISTINCT FROM a.session_id THEN NULL
                ELSE l.actor_salt END,
            resource_salt = CASE WHEN b.resource_id IS DISTINCT FROM a.resource_id THEN NULL
                ELSE l.resource_salt END
        FROM before AS b JOIN after AS a ON a.id = b.id
        WHERE l.entry_id = a.id', TG_TABLE_SCHEMA);
    RETURN NULL;
END;
$$;
CREATE TRIGGER audit_logs_erase_salts AFTER UPDATE ON audit_logs
    REFERENCING OLD TABLE AS before NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION audit_logs_erase_salts();

CREATE FUNCTION audit_links_refuse_update() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    is_open BOOLEAN;
BEGIN
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I.audit_maintenance WHERE purpose = $1)',
        TG_TABLE_SCHEMA) INTO is_open USING 'erase';
    IF NOT is_open
        OR (NEW.actor_salt IS NOT NULL AND NEW.actor_salt IS DISTINCT FROM OLD.actor_salt)
        OR (NEW.resource_salt IS NOT NULL
            AND NEW.resource_salt IS DISTINCT FROM OLD.resource_salt)
        OR NEW.chain IS DISTINCT FROM OLD.chain
        OR NEW.seq IS DISTINCT FROM OLD.seq
        OR NEW.entry_id IS DISTINCT FROM OLD.entry_id
        OR NEW.hash IS DISTINCT FROM OLD.hash
        OR NEW.actor_commitment IS DISTINCT FROM OLD.actor_commitment
        OR NEW.resource_commitment IS DISTINCT FROM OLD.resource_commitment
    THEN
        RAISE EXCEPTION 'the audit chain cannot be changed' USING ERRCODE = 'SL001';
    END IF;
    RETURN NEW;
END;
$$;
CREATE TRIGGER audit_links_refuse_update BEFORE UPDATE ON audit_links
    FOR EACH ROW EXECUTE FUNCTION audit_links_refuse_update();

CREATE FUNCTION audit_chain_refuse_delete() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    is_open BOOLEAN;
BEGIN
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I.audit_maintenance WHERE purpose = $1)',
        TG_TABLE_SCHEMA) INTO is_open USING 'archive';
    IF is_open THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the audit chain cannot be deleted' USING ERRCODE = 'SL001';
END;
$$;
CREATE TRIGGER audit_links_refuse_delete BEFORE DELETE ON audit_links
    FOR EACH ROW EXECUTE FUNCTION audit_chain_refuse_delete();
CREATE TRIGGER audit_gaps_refuse_delete BEFORE DELETE ON audit_gaps
    FOR EACH ROW EXECUTE FUNCTION audit_chain_refuse_delete();

CREATE FUNCTION audit_chain_refuse() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'the audit chain only grows' USING ERRCODE = 'SL001';
END;
$$;
CREATE TRIGGER audit_heads_refuse_update BEFORE UPDATE ON audit_heads
    FOR EACH ROW WHEN (NEW.chain <> OLD.chain OR NEW.seq < OLD.seq
        OR NEW.before_chain <> OLD.before_chain)
    EXECUTE FUNCTION audit_chain_refuse();
CREATE TRIGGER audit_heads_refuse_delete BEFORE DELETE ON audit_heads
    FOR EACH ROW EXECUTE FUNCTION audit_chain_refuse();
CREATE TRIGGER audit_heads_refuse_truncate BEFORE TRUNCATE ON audit_heads
    FOR EACH STATEMENT EXECUTE FUNCTION audit_chain_refuse();
CREATE TRIGGER audit_links_refuse_truncate BEFORE TRUNCATE ON audit_links
    FOR EACH STATEMENT EXECUTE FUNCTION audit_chain_refuse();

-- Last: from here on nobody can add an entry in between.
INSERT INTO audit_unchained (entry_id, chain) SELECT id, coalesce(guild_id, '') FROM audit_logs;
INSERT INTO audit_heads (chain, seq, hash, before_chain)
SELECT chain, 0, '', count(*) FROM audit_unchained GROUP BY chain;
