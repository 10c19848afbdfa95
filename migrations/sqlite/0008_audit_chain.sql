-- Entries of the audit log are chained by hash, so that one that was changed, removed or
-- inserted by hand is found and named. The chain stands beside the log: programs of before
-- go on writing entries, which are found as not chained. The same steps, in PostgreSQL's
-- types, stand in ../postgres.

-- One chain per guild, '' for what belongs to none: a guild's admins verify their own, and
-- writers of different guilds do not wait for each other. It names no row, as audit_logs
-- does not. before_chain says how many entries stood there before the chain began.
CREATE TABLE audit_heads (
    chain TEXT NOT NULL PRIMARY KEY,
    -- That of the newest link; 0 before the first.
    seq INTEGER NOT NULL CHECK (seq >= 0),
    hash TEXT NOT NULL,
    before_chain INTEGER NOT NULL DEFAULT 0 CHECK (before_chain >= 0)
) STRICT, WITHOUT ROWID;

-- A link per entry. The hash covers the link before and all that the entry says, but of
-- what names a person only a commitment to it and a salt. Erasing takes the salt.
CREATE TABLE audit_links (
    chain TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq > 0),
    entry_id TEXT NOT NULL,
    hash TEXT NOT NULL,
    actor_salt TEXT,
    actor_commitment TEXT NOT NULL,
    resource_salt TEXT,
    resource_commitment TEXT,
    PRIMARY KEY (chain, seq)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX audit_links_entry_id ON audit_links (entry_id);

-- Links that were archived, and the hash of the last one, which the next link goes on from.
CREATE TABLE audit_gaps (
    chain TEXT NOT NULL,
    first_seq INTEGER NOT NULL CHECK (first_seq > 0),
    last_seq INTEGER NOT NULL CHECK (last_seq >= first_seq),
    last_hash TEXT NOT NULL,
    PRIMARY KEY (chain, first_seq)
) STRICT, WITHOUT ROWID;

-- The entries from before the chain, so that one that comes in by hand is not taken for such.
CREATE TABLE audit_unchained (
    entry_id TEXT NOT NULL PRIMARY KEY,
    chain TEXT NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_unchained_chain ON audit_unchained (chain, entry_id);

-- Where entries are posted: how far that has come, and the newest head that was posted.
-- Whoever posts holds the row until due_at.
CREATE TABLE audit_mirrors (
    chain TEXT NOT NULL PRIMARY KEY,
    seq INTEGER NOT NULL CHECK (seq >= 0),
    head_seq INTEGER CHECK (head_seq >= 0),
    head_hash TEXT,
    head_at INTEGER,
    -- Entries that could not be posted and have not been told of yet.
    missed INTEGER NOT NULL DEFAULT 0 CHECK (missed >= 0),
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    due_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX audit_mirrors_due_at ON audit_mirrors (due_at, chain);

-- Erasing a person takes the salts, whichever program erases.
CREATE TRIGGER audit_logs_erase_actor AFTER UPDATE ON audit_logs
WHEN NEW.user_id IS NOT OLD.user_id OR NEW.ip_address IS NOT OLD.ip_address
    OR NEW.user_agent IS NOT OLD.user_agent OR NEW.session_id IS NOT OLD.session_id
BEGIN
    UPDATE audit_links SET actor_salt = NULL WHERE entry_id = NEW.id;
END;
CREATE TRIGGER audit_logs_erase_resource AFTER UPDATE ON audit_logs
WHEN NEW.resource_id IS NOT OLD.resource_id
BEGIN
    UPDATE audit_links SET resource_salt = NULL WHERE entry_id = NEW.id;
END;

CREATE TRIGGER audit_links_refuse_update BEFORE UPDATE ON audit_links
WHEN NOT EXISTS (SELECT 1 FROM audit_maintenance WHERE purpose = 'erase')
    OR (NEW.actor_salt IS NOT NULL AND NEW.actor_salt IS NOT OLD.actor_salt)
    OR (NEW.resource_salt IS NOT NULL AND NEW.resource_salt IS NOT OLD.resource_salt)
    OR NEW.chain IS NOT OLD.chain
    OR NEW.seq IS NOT OLD.seq
    OR NEW.entry_id IS NOT OLD.entry_id
    OR NEW.hash IS NOT OLD.hash
    OR NEW.actor_commitment IS NOT OLD.actor_commitment
    OR NEW.resource_commitment IS NOT OLD.resource_commitment
BEGIN
    SELECT RAISE(ABORT, 'the audit chain cannot be changed');
END;
CREATE TRIGGER audit_links_refuse_delete BEFORE DELETE ON audit_links
WHEN NOT EXISTS (SELECT 1 FROM audit_maintenance WHERE purpose = 'archive')
BEGIN
    SELECT RAISE(ABORT, 'the audit chain cannot be deleted');
END;
CREATE TRIGGER audit_gaps_refuse_delete BEFORE DELETE ON audit_gaps
WHEN NOT EXISTS (SELECT 1 FROM audit_maintenance WHERE purpose = 'archive')
BEGIN
    SELECT RAISE(ABORT, 'the audit chain cannot be deleted');
END;
CREATE TRIGGER audit_heads_refuse_update BEFORE UPDATE ON audit_heads
WHEN NEW.chain IS NOT OLD.chain OR NEW.seq < OLD.seq OR NEW.before_chain IS NOT OLD.before_chain
BEGIN
    SELECT RAISE(ABORT, 'the audit chain only grows');
END;
CREATE TRIGGER audit_heads_refuse_delete BEFORE DELETE ON audit_heads
BEGIN
    SELECT RAISE(ABORT, 'the audit chain cannot be deleted');
END;

-- Last: from here on nobody can add an entry in between.
INSERT INTO audit_unchained (entry_id, chain) SELECT id, coalesce(guild_id, '') FROM audit_logs;
INSERT INTO audit_heads (chain, seq, hash, before_chain)
SELECT chain, 0, '', count(*) FROM audit_unchained GROUP BY chain;
