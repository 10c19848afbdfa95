-- What the audit log holds is counted as it grows, so that statistics need not read
-- millions of entries; lists by guild and action, and of failures, get their indexes;
-- and erasing a person may also take them out of the entries that are about them. The
-- same steps, in PostgreSQL's types, stand in ../postgres.

CREATE INDEX audit_logs_guild_id_action ON audit_logs (guild_id, action, "timestamp", id);
CREATE INDEX audit_logs_failed ON audit_logs ("timestamp", id) WHERE NOT success;
CREATE INDEX audit_logs_guild_id_failed ON audit_logs (guild_id, "timestamp", id)
    WHERE NOT success;

-- Entries per UTC day (days since 1970). guild_id '*' stands for all entries, those
-- of no guild included; so one order of the key serves one guild and all of them.
-- The sum over the slots is what counts: on PostgreSQL they keep writers out of each
-- other's way, here there is one writer and one slot.
CREATE TABLE audit_daily_actions (
    guild_id TEXT NOT NULL,
    day INTEGER NOT NULL,
    action TEXT NOT NULL,
    resource_type TEXT NOT NULL,
    slot INTEGER NOT NULL,
    total INTEGER NOT NULL CHECK (total > 0),
    failed INTEGER NOT NULL CHECK (failed >= 0 AND failed <= total),
    PRIMARY KEY (guild_id, day, action, resource_type, slot)
) STRICT, WITHOUT ROWID;

-- user_id '' stands for the program itself and for persons who were erased.
CREATE TABLE audit_daily_users (
    guild_id TEXT NOT NULL,
    day INTEGER NOT NULL,
    user_id TEXT NOT NULL,
    slot INTEGER NOT NULL,
    total INTEGER NOT NULL CHECK (total > 0),
    failed INTEGER NOT NULL CHECK (failed >= 0 AND failed <= total),
    PRIMARY KEY (guild_id, day, user_id, slot)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_daily_users_user_id ON audit_daily_users (user_id, guild_id, day, slot);

-- Division cuts towards 1970, so a time before it needs its own day's beginning first.
CREATE TRIGGER audit_logs_count AFTER INSERT ON audit_logs
BEGIN
    INSERT INTO audit_daily_actions
        (guild_id, day, action, resource_type, slot, total, failed)
    SELECT '*', (NEW."timestamp" - (NEW."timestamp" % 86400000000 + 86400000000) % 86400000000)
        / 86400000000, NEW.action, NEW.resource_type, 0, 1, NOT NEW.success
    WHERE TRUE
    ON CONFLICT (guild_id, day, action, resource_type, slot) DO UPDATE
    SET total = total + excluded.total, failed = failed + excluded.failed;
    INSERT INTO audit_daily_actions
        (guild_id, day, action, resource_type, slot, total, failed)
    SELECT NEW.guild_id,
        (NEW."timestamp" - (NEW."timestamp" % 86400000000 + 86400000000) % 86400000000)
        / 86400000000, NEW.action, NEW.resource_type, 0, 1, NOT NEW.success
    WHERE NEW.guild_id IS NOT NULL
    ON CONFLICT (guild_id, day, action, resource_type, slot) DO UPDATE
    SET total = total + excluded.total, failed = failed + excluded.failed;
    INSERT INTO audit_daily_users (guild_id, day, user_id, slot, total, failed)
    SELECT '*', (NEW."timestamp" - (NEW."timestamp" % 86400000000 + 86400000000) % 86400000000)
        / 86400000000, coalesce(NEW.user_id, ''), 0, 1, NOT NEW.success
    WHERE TRUE
    ON CONFLICT (guild_id, day, user_id, slot) DO UPDATE
    SET total = total + excluded.total, failed = failed + excluded.failed;
    INSERT INTO audit_daily_users (guild_id, day, user_id, slot, total, failed)
    SELECT NEW.guild_id,
        (NEW."timestamp" - (NEW."timestamp" % 86400000000 + 86400000000) % 86400000000)
        / 86400000000, coalesce(NEW.user_id, ''), 0, 1, NOT NEW.success
    WHERE NEW.guild_id IS NOT NULL
    ON CONFLICT (guild_id, day, user_id, slot) DO UPDATE
    SET total = total + excluded.total, failed = failed + excluded.failed;
END;

INSERT INTO audit_daily_actions (guild_id, day, action, resource_type, slot, total, failed)
SELECT '*', ("timestamp" - ("timestamp" % 86400000000 + 86400000000) % 86400000000)
    / 86400000000, action, resource_type, 0, count(*), sum(NOT success)
FROM audit_logs
GROUP BY 1, 2, 3, 4;
INSERT INTO audit_daily_actions (guild_id, day, action, resource_type, slot, total, failed)
SELECT guild_id, ("timestamp" - ("timestamp" % 86400000000 + 86400000000) % 86400000000)
    / 86400000000, action, resource_type, 0, count(*), sum(NOT success)
FROM audit_logs
WHERE guild_id IS NOT NULL
GROUP BY 1, 2, 3, 4;
INSERT INTO audit_daily_users (guild_id, day, user_id, slot, total, failed)
SELECT '*', ("timestamp" - ("timestamp" % 86400000000 + 86400000000) % 86400000000)
    / 86400000000, coalesce(user_id, ''), 0, count(*), sum(NOT success)
FROM audit_logs
GROUP BY 1, 2, 3;
INSERT INTO audit_daily_users (guild_id, day, user_id, slot, total, failed)
SELECT guild_id, ("timestamp" - ("timestamp" % 86400000000 + 86400000000) % 86400000000)
    / 86400000000, coalesce(user_id, ''), 0, count(*), sum(NOT success)
FROM audit_logs
WHERE guild_id IS NOT NULL
GROUP BY 1, 2, 3;

-- Counts only grow, and outlive the entries that they counted. Erasing a person moves
-- that person's counts to nobody: it adds there, and deletes here.
CREATE TRIGGER audit_daily_actions_refuse_update BEFORE UPDATE ON audit_daily_actions
WHEN NEW.total < OLD.total OR NEW.failed < OLD.failed
    OR NEW.guild_id <> OLD.guild_id OR NEW.day <> OLD.day OR NEW.action <> OLD.action
    OR NEW.resource_type <> OLD.resource_type OR NEW.slot <> OLD.slot
BEGIN
    SELECT RAISE(ABORT, 'audit counts only grow');
END;
CREATE TRIGGER audit_daily_users_refuse_update BEFORE UPDATE ON audit_daily_users
WHEN NEW.total < OLD.total OR NEW.failed < OLD.failed
    OR NEW.guild_id <> OLD.guild_id OR NEW.day <> OLD.day OR NEW.user_id <> OLD.user_id
    OR NEW.slot <> OLD.slot
BEGIN
    SELECT RAISE(ABORT, 'audit counts only grow');
END;
CREATE TRIGGER audit_daily_actions_refuse_delete BEFORE DELETE ON audit_daily_actions
WHEN NOT EXISTS (SELECT 1 FROM audit_maintenance WHERE purpose = 'erase')
BEGIN
    SELECT RAISE(ABORT, 'audit counts cannot be deleted');
END;
CREATE TRIGGER audit_daily_users_refuse_delete BEFORE DELETE ON audit_daily_users
WHEN NOT EXISTS (SELECT 1 FROM audit_maintenance WHERE purpose = 'erase')
BEGIN
    SELECT RAISE(ABORT, 'audit counts cannot be deleted');
END;

-- As in the first step, but that the person an entry is about may be erased too.
DROP TRIGGER audit_logs_refuse_update;
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
    OR (NEW.resource_id IS NOT OLD.resource_id
        AND NOT (OLD.resource_type = 'user' AND NEW.resource_id = 'erased'))
    OR NEW.details IS NOT OLD.details
    OR NEW.request_id IS NOT OLD.request_id
    OR NEW."timestamp" IS NOT OLD."timestamp"
    OR NEW.success IS NOT OLD.success
    OR NEW.error_message IS NOT OLD.error_message
BEGIN
    SELECT RAISE(ABORT, 'audit entries cannot be changed');
END;
