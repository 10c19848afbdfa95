-- What each person has said to the notice about chat: without a yes, nothing of what they say is
-- kept.
CREATE TABLE chat_consents (
    user_id TEXT NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    -- 'asked' while they have said neither.
    status TEXT NOT NULL CHECK (status IN ('asked', 'accepted', 'declined')),
    -- Which wording of the notice that is about.
    notice_version INTEGER NOT NULL CHECK (notice_version > 0),
    -- When the notice was last put before them, where that was done unasked.
    asked_at INTEGER,
    decided_at INTEGER,
    CHECK ((status = 'asked') = (decided_at IS NULL))
) STRICT;

-- Messages of Discord's that were heard and of which nothing else is kept, under Discord's ids:
-- of two programs that hear one, one answers it. They go after a day.
CREATE TABLE chat_heard (
    id TEXT NOT NULL PRIMARY KEY,
    heard_at INTEGER NOT NULL
) STRICT;
CREATE INDEX chat_heard_heard_at ON chat_heard (heard_at, id);
