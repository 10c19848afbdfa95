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

/// A table of the current snapshots (`id`, `week`, `metric`) of the guild `$1`, as a FROM
/// takes it, with more conditions on the guild, the metric or the week of the row `a`. It is
/// put together first and joined then, in one walk over the guild's snapshots: a condition as
/// in [`is_current`] would leave it to PostgreSQL, as long as it has no statistics, to ask
/// for each row of a snapshot whether that is current.
macro_rules! current_of_guild {
    ($more:literal) => {
        concat!(
            "(SELECT ranked.id, ranked.week, ranked.metric FROM (
                 SELECT a.id, a.week, a.metric, ROW_NUMBER() OVER (
                     PARTITION BY a.metric, a.week ORDER BY a.saved_at DESC, a.id DESC) AS place
                 FROM club_analyses a
                 WHERE ",
            $more,
            "a.guild_id = $1 AND a.status = 'saved' AND a.deleted_at IS NULL
                     AND a.week IS NOT NULL AND a.rolled_back_at IS NULL
             ) AS ranked WHERE ranked.place = 1)"
        )
    };
}

pub(super) use {current_of_guild, is_current};
