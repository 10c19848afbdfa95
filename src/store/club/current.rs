//! Which snapshot of a week counts.

/// The condition that the row of `club_analyses` with this alias is the current snapshot of
/// its week and metric: saved, neither deleted nor rolled back, and the newest of those.
macro_rules! is_current {
    ($a:literal) => {
        concat!(
            $a,
            ".status = 'saved' AND ",
            $a,
            ".deleted_at IS NULL AND ",
            $a,
            ".week IS NOT NULL AND ",
            $a,
            ".rolled_back_at IS NULL AND NOT EXISTS (SELECT 1 FROM club_analyses newer
                 WHERE newer.guild_id = ",
            $a,
            ".guild_id AND newer.metric = ",
            $a,
            ".metric AND newer.week = ",
            $a,
            ".week AND newer.status = 'saved' AND newer.deleted_at IS NULL
                     AND newer.week IS NOT NULL AND newer.rolled_back_at IS NULL
                     AND (newer.saved_at, newer.id) > (",
            $a,
            ".saved_at, ",
            $a,
            ".id))"
        )
    };
}

pub(super) use is_current;
