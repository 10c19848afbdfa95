-- Any substring of a text is found by an index. src/store/engine/search.rs says how it
-- is asked, and how another table gets the same.
--
-- FTS5 numbers its rows by integers that must not change. Our tables have text keys, and
-- the numbers that SQLite gives their rows by itself may change in a VACUUM, so the
-- numbers stand in a table of their own. The index keeps no copy of the texts. A key
-- that a tool without recursive_triggers has left behind in a REPLACE is taken over.

-- The name in lower case as the program makes it (SQLite lowers ASCII alone), and the
-- name that it was made from. The previous release writes neither: a row whose
-- search_name is not its name is one that the program has to fill first.
ALTER TABLE guilds ADD COLUMN search_text TEXT;
ALTER TABLE guilds ADD COLUMN search_name TEXT;
CREATE INDEX guilds_search_stale ON guilds (id) WHERE search_name IS DISTINCT FROM name;
CREATE INDEX guilds_newest ON guilds (created_at, id);

CREATE TABLE guilds_search_keys (
    number INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
) STRICT;
CREATE VIRTUAL TABLE guilds_search USING fts5 (
    search_text, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1'
);
CREATE TRIGGER guilds_search_insert AFTER INSERT ON guilds
BEGIN
    INSERT INTO guilds_search_keys (id) VALUES (NEW.id) ON CONFLICT (id) DO NOTHING;
    INSERT OR REPLACE INTO guilds_search (rowid, search_text)
        SELECT number, NEW.search_text FROM guilds_search_keys WHERE id = NEW.id;
END;
CREATE TRIGGER guilds_search_update AFTER UPDATE OF search_text ON guilds
WHEN NEW.search_text IS NOT OLD.search_text
BEGIN
    UPDATE guilds_search SET search_text = NEW.search_text
        WHERE rowid = (SELECT number FROM guilds_search_keys WHERE id = NEW.id);
END;
CREATE TRIGGER guilds_search_delete AFTER DELETE ON guilds
BEGIN
    DELETE FROM guilds_search
        WHERE rowid = (SELECT number FROM guilds_search_keys WHERE id = OLD.id);
    DELETE FROM guilds_search_keys WHERE id = OLD.id;
END;
INSERT INTO guilds_search_keys (id) SELECT id FROM guilds;
INSERT INTO guilds_search (rowid, search_text)
    SELECT k.number, g.search_text FROM guilds_search_keys k JOIN guilds g ON g.id = k.id;

CREATE TABLE club_analyses_search_keys (
    number INTEGER NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
) STRICT;
CREATE VIRTUAL TABLE club_analyses_search USING fts5 (
    search_text, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1'
);
CREATE TRIGGER club_analyses_search_insert AFTER INSERT ON club_analyses
BEGIN
    INSERT INTO club_analyses_search_keys (id) VALUES (NEW.id) ON CONFLICT (id) DO NOTHING;
    INSERT OR REPLACE INTO club_analyses_search (rowid, search_text)
        SELECT number, NEW.search_text FROM club_analyses_search_keys WHERE id = NEW.id;
END;
CREATE TRIGGER club_analyses_search_update AFTER UPDATE OF search_text ON club_analyses
WHEN NEW.search_text IS NOT OLD.search_text
BEGIN
    UPDATE club_analyses_search SET search_text = NEW.search_text
        WHERE rowid = (SELECT number FROM club_analyses_search_keys WHERE id = NEW.id);
END;
CREATE TRIGGER club_analyses_search_delete AFTER DELETE ON club_analyses
BEGIN
    DELETE FROM club_analyses_search
        WHERE rowid = (SELECT number FROM club_analyses_search_keys WHERE id = OLD.id);
    DELETE FROM club_analyses_search_keys WHERE id = OLD.id;
END;
INSERT INTO club_analyses_search_keys (id) SELECT id FROM club_analyses;
INSERT INTO club_analyses_search (rowid, search_text)
    SELECT k.number, a.search_text
    FROM club_analyses_search_keys k JOIN club_analyses a ON a.id = k.id;

-- A person's saved analyses, newest first; and what waits to be purged.
CREATE INDEX club_analyses_saved_by_user ON club_analyses (user_id, saved_at, id)
    WHERE status = 'saved' AND deleted_at IS NULL;
CREATE INDEX club_analyses_deleted ON club_analyses (deleted_at, id)
    WHERE deleted_at IS NOT NULL;

-- The members of a guild and the guilds of a person, the newest membership first.
CREATE INDEX user_guilds_guild_id_created_at ON user_guilds (guild_id, created_at, id);
CREATE INDEX user_guilds_user_id_created_at ON user_guilds (user_id, created_at, id);
