-- What the audit log holds is counted as it grows, so that statistics need not read
-- millions of entries; lists by guild and action, and of failures, get their indexes;
-- and erasing a person may also take them out of the entries that are about them. The
-- same steps, in SQLite's types, stand in ../sqlite.

CREATE INDEX audit_logs_guild_id_action ON audit_logs (guild_id, action, "timestamp", id);
CREATE INDEX audit_logs_failed ON audit_logs ("timestamp", id) WHERE NOT success;
CREATE INDEX audit_logs_guild_id_failed ON audit_logs (guild_id, "timestamp", id)
    WHERE NOT success;

-- Entries per UTC day (days since 1970). guild_id '*' stands for all entries, those
-- of no guild included; so one order of the key serves one guild and all of them.
-- The sum over the slots is what counts: they keep writers out of each other's way.
-- Room is left in each page, because a row is changed many times on its day.
CREATE TABLE audit_daily_actions (
    guild_id TEXT COLLATE "C" NOT NULL,
    day BIGINT NOT NULL,
    action TEXT COLLATE "C" NOT NULL,
    resource_type TEXT COLLATE "C" NOT NULL,
    slot BIGINT NOT NULL,
    total BIGINT NOT NULL CHECK (total > 0),
    failed BIGINT NOT NULL CHECK (failed >= 0 AND failed <= total),
    PRIMARY KEY (guild_id, day, action, resource_type, slot)
) WITH (fillfactor = 70);

-- user_id '' stands for the program itself and for persons who were erased.
CREATE TABLE audit_daily_users (
    guild_id TEXT COLLATE "C" NOT NULL,
    day BIGINT NOT NULL,
    user_id TEXT COLLATE "C" NOT NULL,
    slot BIGINT NOT NULL,
    total BIGINT NOT NULL CHECK (total > 0),
    failed BIGINT NOT NULL CHECK (failed >= 0 AND failed <= total),
    PRIMARY KEY (guild_id, day, user_id, slot)
) WITH (fillfactor = 70);
CREATE INDEX audit_daily_users_user_id ON audit_daily_users (user_id, guild_id, day, slot);

-- A transaction counts in a slot that it holds alone until it ends, so that no writer
-- waits for another one's commit and none can come into a deadlock over counts. Only
-- when all are taken it queues for one. The first number is this purpose's own.
--
-- The counts are in the schema that audit_logs is in, wherever that is. Looking for
-- them there first, and among temporary tables last, lets PostgreSQL keep the plans:
-- statements made with format() are planned at each entry, which triples its cost.
CREATE FUNCTION audit_logs_count() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    mine BIGINT;
BEGIN
    PERFORM set_config('search_path', format('%I, pg_temp', TG_TABLE_SCHEMA), true);
    FOR candidate IN 0..63 LOOP
        IF pg_try_advisory_xact_lock(1936484720, candidate) THEN
            mine := candidate;
            EXIT;
        END IF;
    END LOOP;
    IF mine IS NULL THEN
        mine := pg_backend_pid() % 64;
        PERFORM pg_advisory_xact_lock(1936484720, mine::INTEGER);
    END IF;
    INSERT INTO audit_daily_actions AS c
        (guild_id, day, action, resource_type, slot, total, failed)
    SELECT g.guild_id, ("timestamp" AT TIME ZONE 'UTC')::date - DATE '1970-01-01', action,
        resource_type, mine, count(*), count(*) FILTER (WHERE NOT success)
    FROM added CROSS JOIN LATERAL (VALUES ('*'), (added.guild_id)) AS g (guild_id)
    WHERE g.guild_id IS NOT NULL
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT (guild_id, day, action, resource_type, slot) DO UPDATE
    SET total = c.total + EXCLUDED.total, failed = c.failed + EXCLUDED.failed;
    INSERT INTO audit_daily_users AS c (guild_id, day, user_id, slot, total, failed)
    SELECT g.guild_id, ("timestamp" AT TIME ZONE 'UTC')::date - DATE '1970-01-01',
        coalesce(user_id, ''), mine, count(*), count(*) FILTER (WHERE NOT success)
    FROM added CROSS JOIN LATERAL (VALUES ('*'), (added.guild_id)) AS g (guild_id)
    WHERE g.guild_id IS NOT NULL
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (guild_id, day, user_id, slot) DO UPDATE
    SET total = c.total + EXCLUDED.total, failed = c.failed + EXCLUDED.failed;
    RETURN NULL;
END;
$$;
-- Made before the entries that are there are counted: nobody can add one in between.
CREATE TRIGGER audit_logs_count AFTER INSERT ON audit_logs
    REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION audit_logs_count();

INSERT INTO audit_daily_actions (guild_id, day, action, resource_type, slot, total, failed)
SELECT g.guild_id, ("timestamp" AT TIME ZONE 'UTC')::date - DATE '1970-01-01', action,
    resource_type, 0, count(*), count(*) FILTER (WHERE NOT success)
FROM audit_logs CROSS JOIN LATERAL (VALUES ('*'), (audit_logs.guild_id)) AS g (guild_id)
WHERE g.guild_id IS NOT NULL
GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4;
INSERT INTO audit_daily_users (guild_id, day, user_id, slot, total, failed)
SELECT g.guild_id, ("timestamp" AT TIME ZONE 'UTC')::date - DATE '1970-01-01',
    coalesce(user_id, ''), 0, count(*), count(*) FILTER (WHERE NOT success)
FROM audit_logs CROSS JOIN LATERAL (VALUES ('*'), (audit_logs.guild_id)) AS g (guild_id)
WHERE g.guild_id IS NOT NULL
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3;

-- Counts only grow, and outlive the entries that they counted. Erasing a person moves
-- that person's counts to nobody: it adds there, and deletes here.
CREATE FUNCTION audit_daily_refuse_update() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'audit counts only grow' USING ERRCODE = 'SL001';
END;
$$;
CREATE TRIGGER audit_daily_actions_refuse_update BEFORE UPDATE ON audit_daily_actions
    FOR EACH ROW WHEN (NEW.total < OLD.total OR NEW.failed < OLD.failed
        OR NEW.guild_id <> OLD.guild_id OR NEW.day <> OLD.day OR NEW.action <> OLD.action
        OR NEW.resource_type <> OLD.resource_type OR NEW.slot <> OLD.slot)
    EXECUTE FUNCTION audit_daily_refuse_update();
CREATE TRIGGER audit_daily_users_refuse_update BEFORE UPDATE ON audit_daily_users
    FOR EACH ROW WHEN (NEW.total < OLD.total OR NEW.failed < OLD.failed
        OR NEW.guild_id <> OLD.guild_id OR NEW.day <> OLD.day OR NEW.user_id <> OLD.user_id
        OR NEW.slot <> OLD.slot)
    EXECUTE FUNCTION audit_daily_refuse_update();

CREATE FUNCTION audit_daily_refuse_delete() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    is_open BOOLEAN;
BEGIN
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I.audit_maintenance WHERE purpose = $1)',
        TG_TABLE_SCHEMA) INTO is_open USING 'erase';
    IF is_open THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'audit counts cannot be deleted' USING ERRCODE = 'SL001';
END;
$$;
CREATE TRIGGER audit_daily_actions_refuse_delete BEFORE DELETE ON audit_daily_actions
    FOR EACH ROW EXECUTE FUNCTION audit_daily_refuse_delete();
CREATE TRIGGER audit_daily_users_refuse_delete BEFORE DELETE ON audit_daily_users
    FOR EACH ROW EXECUTE FUNCTION audit_daily_refuse_delete();

CREATE FUNCTION audit_daily_refuse_truncate() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'audit counts cannot be deleted' USING ERRCODE = 'SL001';
END;
$$;
CREATE TRIGGER audit_daily_actions_refuse_truncate BEFORE TRUNCATE ON audit_daily_actions
    FOR EACH STATEMENT EXECUTE FUNCTION audit_daily_refuse_truncate();
CREATE TRIGGER audit_daily_users_refuse_truncate BEFORE TRUNCATE ON audit_daily_users
    FOR EACH STATEMENT EXECUTE FUNCTION audit_daily_refuse_truncate();

-- As in the first step, but that the person an entry is about may be erased too.
CREATE OR REPLACE FUNCTION audit_logs_refuse_update() RETURNS trigger LANGUAGE plpgsql
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
        OR (NEW.resource_id IS DISTINCT FROM OLD.resource_id
            AND NOT (OLD.resource_type = 'user' AND NEW.resource_id = 'erased'))
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
