-- What a club's history needs: weeks that are superseded or rolled back, members whose
-- rows are known as theirs, corrections, and alerts that wait to be posted.
--
-- Analyses that stand there have no week, and their rows no member: the program gives them
-- both, guild by guild.

-- Where the values came from.
ALTER TABLE club_analyses ADD COLUMN source TEXT COLLATE "C" NOT NULL DEFAULT 'screenshots'
    CHECK (source IN ('screenshots', 'import'));
-- The second manager, where a save needed one.
ALTER TABLE club_analyses
    ADD COLUMN approved_by TEXT COLLATE "C" REFERENCES users (id) ON DELETE SET NULL;
-- A saved analysis that was rolled back counts for nothing until that is undone.
ALTER TABLE club_analyses ADD COLUMN rolled_back_at TIMESTAMPTZ;
ALTER TABLE club_analyses
    ADD COLUMN rolled_back_by TEXT COLLATE "C" REFERENCES users (id) ON DELETE SET NULL;
CREATE INDEX club_analyses_approved_by ON club_analyses (approved_by)
    WHERE approved_by IS NOT NULL;
CREATE INDEX club_analyses_rolled_back_by ON club_analyses (rolled_back_by)
    WHERE rolled_back_by IS NOT NULL;
-- The versions of a week, of which the newest that was not rolled back is current.
CREATE INDEX club_analyses_weeks ON club_analyses (guild_id, metric, week, saved_at, id)
    WHERE status = 'saved' AND deleted_at IS NULL AND week IS NOT NULL;
CREATE INDEX club_analyses_without_week ON club_analyses (guild_id, saved_at, id)
    WHERE status = 'saved' AND deleted_at IS NULL AND week IS NULL;
CREATE INDEX club_analyses_live_drafts ON club_analyses (guild_id, user_id, created_at, id)
    WHERE status = 'draft' AND deleted_at IS NULL;

-- Somebody in the game's club; of Discord's people only where they are linked.
CREATE TABLE club_members (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    guild_id TEXT COLLATE "C" NOT NULL REFERENCES guilds (id) ON DELETE CASCADE,
    -- As the game shows it, and folded by the program's one rule.
    name TEXT COLLATE "C" NOT NULL,
    name_key TEXT COLLATE "C" NOT NULL CHECK (name_key <> ''),
    display_name TEXT COLLATE "C",
    user_id TEXT COLLATE "C" REFERENCES users (id) ON DELETE SET NULL,
    -- A person's deletion takes user_id alone, so the other way round is no rule.
    link_status TEXT COLLATE "C" NOT NULL DEFAULT 'none'
        CHECK (link_status IN ('none', 'claimed', 'confirmed')),
    confirmed_by TEXT COLLATE "C" REFERENCES users (id) ON DELETE SET NULL,
    -- Derived from the current snapshots and the corrections.
    first_seen_week TEXT COLLATE "C",
    last_seen_week TEXT COLLATE "C",
    -- The first week with a snapshot after the last one with the member.
    departed_week TEXT COLLATE "C",
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    CHECK (user_id IS NULL OR link_status <> 'none')
);
CREATE UNIQUE INDEX club_members_guild_id_name_key ON club_members (guild_id, name_key);
CREATE UNIQUE INDEX club_members_user_id_guild_id ON club_members (user_id, guild_id)
    WHERE user_id IS NOT NULL;
CREATE INDEX club_members_confirmed_by ON club_members (confirmed_by)
    WHERE confirmed_by IS NOT NULL;

-- Another spelling that means a member.
CREATE TABLE club_aliases (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    guild_id TEXT COLLATE "C" NOT NULL REFERENCES guilds (id) ON DELETE CASCADE,
    member_id TEXT COLLATE "C" NOT NULL REFERENCES club_members (id) ON DELETE CASCADE,
    alias TEXT COLLATE "C" NOT NULL,
    alias_key TEXT COLLATE "C" NOT NULL CHECK (alias_key <> ''),
    source TEXT COLLATE "C" NOT NULL CHECK (source IN ('fix', 'command', 'import', 'rename')),
    created_by TEXT COLLATE "C" REFERENCES users (id) ON DELETE SET NULL,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX club_aliases_guild_id_alias_key ON club_aliases (guild_id, alias_key);
CREATE INDEX club_aliases_member_id ON club_aliases (member_id, alias_key);
CREATE INDEX club_aliases_created_by ON club_aliases (created_by, id)
    WHERE created_by IS NOT NULL;

-- Whose value a row is. A row without a member counts for nothing.
ALTER TABLE club_powers
    ADD COLUMN member_id TEXT COLLATE "C" REFERENCES club_members (id) ON DELETE SET NULL;
CREATE UNIQUE INDEX club_powers_analysis_id_member_id
    ON club_powers (analysis_id, metric, member_id) WHERE member_id IS NOT NULL;
-- Sums are answered from this alone.
CREATE INDEX club_powers_values ON club_powers (analysis_id, metric, member_id, power);
CREATE INDEX club_powers_member_id ON club_powers (member_id, analysis_id)
    WHERE member_id IS NOT NULL;

-- A value that a manager has set. One of a member, a metric and a week is active; the
-- others were removed, or replaced by a later one.
CREATE TABLE club_corrections (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    guild_id TEXT COLLATE "C" NOT NULL REFERENCES guilds (id) ON DELETE CASCADE,
    member_id TEXT COLLATE "C" NOT NULL REFERENCES club_members (id) ON DELETE CASCADE,
    metric TEXT COLLATE "C" NOT NULL CHECK (metric IN ('sim', 'total')),
    week TEXT COLLATE "C" NOT NULL,
    value BIGINT NOT NULL CHECK (value >= 0),
    reason TEXT COLLATE "C",
    created_by TEXT COLLATE "C" REFERENCES users (id) ON DELETE SET NULL,
    created_at TIMESTAMPTZ NOT NULL,
    removed_at TIMESTAMPTZ,
    removed_by TEXT COLLATE "C" REFERENCES users (id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX club_corrections_active
    ON club_corrections (guild_id, metric, week, member_id) WHERE removed_at IS NULL;
CREATE INDEX club_corrections_guild_id ON club_corrections (guild_id, created_at, id);
CREATE INDEX club_corrections_member_id ON club_corrections (member_id, metric, week);
CREATE INDEX club_corrections_created_by ON club_corrections (created_by, id)
    WHERE created_by IS NOT NULL;
CREATE INDEX club_corrections_removed_by ON club_corrections (removed_by)
    WHERE removed_by IS NOT NULL;

-- What is to be posted, until it is. Without a list of kinds: a release that knows more
-- must not need another schema.
CREATE TABLE club_alerts (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    guild_id TEXT COLLATE "C" NOT NULL REFERENCES guilds (id) ON DELETE CASCADE,
    kind TEXT COLLATE "C" NOT NULL,
    -- What it is about: the same is told once.
    key TEXT COLLATE "C" NOT NULL,
    payload JSONB NOT NULL,
    -- From when on it may be posted; none once it is, or was given up.
    due_at TIMESTAMPTZ,
    posted_at TIMESTAMPTZ,
    attempts BIGINT NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    last_error TEXT COLLATE "C",
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    CHECK (due_at IS NULL OR posted_at IS NULL)
);
CREATE UNIQUE INDEX club_alerts_guild_id_key ON club_alerts (guild_id, key);
CREATE INDEX club_alerts_due ON club_alerts (due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX club_alerts_settled ON club_alerts (updated_at, id) WHERE due_at IS NULL;
