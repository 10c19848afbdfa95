-- Who changed a guild's settings, when, and what stood there before; and changes that wait for
-- somebody to say whether they are to be made.

CREATE TABLE guild_settings_revisions (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    guild_id TEXT COLLATE "C" NOT NULL REFERENCES guilds (id) ON DELETE CASCADE,
    -- Its place among those of the guild, from 1.
    number BIGINT NOT NULL CHECK (number >= 1),
    -- Who made it; none when they were deleted since, or when no person did it.
    user_id TEXT COLLATE "C" REFERENCES users (id) ON DELETE SET NULL,
    cause TEXT COLLATE "C" NOT NULL CHECK (cause IN ('change', 'revert', 'import')),
    -- The number of the revision that this one takes back.
    reverts BIGINT CHECK (reverts >= 1),
    -- By key with dots: {"language": {"before": "en", "after": "de"}}; null is nothing set.
    changes JSONB NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE UNIQUE INDEX guild_settings_revisions_guild_id_number
    ON guild_settings_revisions (guild_id, number);
CREATE INDEX guild_settings_revisions_user_id ON guild_settings_revisions (user_id, id)
    WHERE user_id IS NOT NULL;

CREATE TABLE guild_settings_proposals (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    guild_id TEXT COLLATE "C" NOT NULL REFERENCES guilds (id) ON DELETE CASCADE,
    user_id TEXT COLLATE "C" NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    -- What is to be changed.
    content JSONB NOT NULL,
    -- A mark of what stood there when the person was last shown it.
    base TEXT COLLATE "C" NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX guild_settings_proposals_guild_id ON guild_settings_proposals (guild_id, id);
CREATE INDEX guild_settings_proposals_user_id ON guild_settings_proposals (user_id, id);
CREATE INDEX guild_settings_proposals_expires_at ON guild_settings_proposals (expires_at, id);
