-- Any substring of a text is found by an index. src/store/engine/search.rs says how it
-- is asked, and how another table gets the same.

-- pg_trgm comes with every server of version 13 or newer that has the "contrib" modules,
-- and the owner of a database may add it. Where it stands already it is left alone, in
-- whichever schema that is.
DO $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'pg_trgm') THEN
        RAISE EXCEPTION 'the PostgreSQL server has no extension pg_trgm: install its contrib modules (package postgresql-contrib)'
            USING ERRCODE = '42704';
    END IF;
    BEGIN
        CREATE EXTENSION IF NOT EXISTS pg_trgm;
    EXCEPTION WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'this role may not add the extension pg_trgm: let the owner of the database run CREATE EXTENSION pg_trgm once'
            USING ERRCODE = '42501';
    END;
END;
$$;

-- The name in lower case as the program makes it (both engines lower letters beyond
-- ASCII differently), and the name that it was made from. The previous release writes
-- neither: a row whose search_name is not its name is one that the program has to fill
-- first.
ALTER TABLE guilds ADD COLUMN search_text TEXT COLLATE "C";
ALTER TABLE guilds ADD COLUMN search_name TEXT;
CREATE INDEX guilds_search_stale ON guilds (id) WHERE search_name IS DISTINCT FROM name;
CREATE INDEX guilds_newest ON guilds (created_at, id);

-- A person's saved analyses, newest first; and what waits to be purged.
CREATE INDEX club_analyses_saved_by_user ON club_analyses (user_id, saved_at, id)
    WHERE status = 'saved' AND deleted_at IS NULL;
CREATE INDEX club_analyses_deleted ON club_analyses (deleted_at, id)
    WHERE deleted_at IS NOT NULL;

-- The members of a guild and the guilds of a person, the newest membership first.
CREATE INDEX user_guilds_guild_id_created_at ON user_guilds (guild_id, created_at, id);
CREATE INDEX user_guilds_user_id_created_at ON user_guilds (user_id, created_at, id);

-- The extension's schema need not be in the search path, so it is looked up.
DO $$
DECLARE
    home TEXT := (SELECT n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
        WHERE e.extname = 'pg_trgm');
    searched TEXT;
BEGIN
    FOREACH searched IN ARRAY ARRAY['guilds', 'club_analyses'] LOOP
        EXECUTE format('CREATE INDEX %I ON %I USING gin (search_text %I.gin_trgm_ops)',
            searched || '_search', searched, home);
    END LOOP;
END;
$$;
