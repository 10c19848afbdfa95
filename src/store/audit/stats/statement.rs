//! The statements behind the statistics: one each, so that all lists are of one moment.

use super::range::Range;
use super::{Line, StatsFilter};
use crate::engine::{Query, sql};
use crate::{Engine, Executor, StoreError};

/// The lists, made of what `actions` (action, `resource_type`, day, total, failed) and
/// `people` (`user_id`, total, failed) give.
macro_rules! lists {
    ($most:literal) => {
        concat!(
            " SELECT 'total' AS list, '' AS name, CAST(0 AS BIGINT) AS day,
                 CAST(COALESCE(SUM(total), 0) AS BIGINT) AS total,
                 CAST(COALESCE(SUM(failed), 0) AS BIGINT) AS failed
             FROM actions
             UNION ALL SELECT 'day', '', day, CAST(SUM(total) AS BIGINT), CAST(SUM(failed) AS BIGINT)
             FROM actions GROUP BY day
             UNION ALL SELECT 'action', name, 0, total, failed FROM (
                 SELECT action AS name, CAST(SUM(total) AS BIGINT) AS total,
                     CAST(SUM(failed) AS BIGINT) AS failed
                 FROM actions GROUP BY action ORDER BY 2 DESC, 1 LIMIT ", $most, ") AS top_actions
             UNION ALL SELECT 'type', name, 0, total, failed FROM (
                 SELECT resource_type AS name, CAST(SUM(total) AS BIGINT) AS total,
                     CAST(SUM(failed) AS BIGINT) AS failed
                 FROM actions GROUP BY resource_type ORDER BY 2 DESC, 1 LIMIT ", $most, ") AS top_types
             UNION ALL SELECT 'user', name, 0, total, failed FROM (
                 SELECT user_id AS name, CAST(SUM(total) AS BIGINT) AS total,
                     CAST(SUM(failed) AS BIGINT) AS failed
                 FROM people GROUP BY user_id ORDER BY 2 DESC, 1 LIMIT ", $most, ") AS top_people
             ) AS lists"
        )
    };
}

/// From the daily counts of $1, days $2 to before $3, and from the entries of the two
/// parts of days: $4 to before $5 on day $6, $7 to before $8 on day $9. The names of a
/// list are at most $10. `whose` says which entries are those of $1.
macro_rules! from_counts {
    ($whose:literal) => {
        concat!(
            "SELECT list, name, day, total, failed FROM (
             WITH edges (action, resource_type, user_id, day, total, failed) AS (
                 SELECT action, resource_type, COALESCE(user_id, ''), $6, COUNT(*),
                     COUNT(*) FILTER (WHERE NOT success)
                 FROM audit_logs WHERE ",
            $whose,
            " AND \"timestamp\" >= $4 AND \"timestamp\" < $5
                 GROUP BY action, resource_type, user_id
                 UNION ALL
                 SELECT action, resource_type, COALESCE(user_id, ''), $9, COUNT(*),
                     COUNT(*) FILTER (WHERE NOT success)
                 FROM audit_logs WHERE ",
            $whose,
            " AND \"timestamp\" >= $7 AND \"timestamp\" < $8
                 GROUP BY action, resource_type, user_id
             ),
             actions (action, resource_type, day, total, failed) AS (
                 SELECT action, resource_type, day, SUM(total), SUM(failed)
                 FROM audit_daily_actions WHERE guild_id = $1 AND day >= $2 AND day < $3
                 GROUP BY action, resource_type, day
                 UNION ALL SELECT action, resource_type, day, total, failed FROM edges
             ),
             people (user_id, total, failed) AS (
                 SELECT user_id, total, failed
                 FROM audit_daily_users WHERE guild_id = $1 AND day >= $2 AND day < $3
                 UNION ALL SELECT user_id, total, failed FROM edges
             )",
            lists!("$10")
        )
    };
}

/// From the entries: of guild $1, person $2, action $3 and type $4, from $5 to before $6;
/// the names of a list are at most $7. `lead` is what the index answers. The CASE is
/// there for the same reason as in the lists of entries. Each engine has its own way to
/// tell a moment's day.
macro_rules! from_entries {
    ($on:ident, $lead:literal) => {
        match $on.engine() {
            Engine::Sqlite => from_entries!(
                text,
                $lead,
                "(\"timestamp\" - (\"timestamp\" % 86400000000 + 86400000000) % 86400000000)
                     / 86400000000"
            ),
            Engine::Postgres => from_entries!(
                text,
                $lead,
                "CAST((\"timestamp\" AT TIME ZONE 'UTC')::date - DATE '1970-01-01' AS BIGINT)"
            ),
        }
    };
    (text, $lead:literal, $day:literal) => {
        concat!(
            "SELECT list, name, day, total, failed FROM (
             WITH actions (action, resource_type, user_id, day, total, failed) AS (
                 SELECT action, resource_type, COALESCE(user_id, ''), ",
            $day,
            ", COUNT(*),
                     COUNT(*) FILTER (WHERE NOT success)
                 FROM audit_logs
                 WHERE ",
            $lead,
            " AND \"timestamp\" >= $5 AND \"timestamp\" < $6
                     AND CASE WHEN ($1 IS NULL OR guild_id = $1)
                         AND ($2 IS NULL OR user_id = $2)
                         AND ($3 IS NULL OR action = $3)
                         AND ($4 IS NULL OR resource_type = $4)
                         THEN TRUE ELSE FALSE END
                 GROUP BY 1, 2, 3, 4
             ),
             people (user_id, total, failed) AS (SELECT user_id, total, failed FROM actions)",
            lists!("$7")
        )
    };
}

pub(super) async fn run(
    on: &mut impl Executor,
    filter: &StatsFilter,
    range: &Range,
    names: i64,
) -> Result<Vec<Line>, StoreError> {
    let (guild, user) = (filter.guild_id.as_ref(), filter.user_id.as_ref());
    let (action, kind) = (filter.action.as_deref(), filter.resource_type.as_deref());
    let query = match (user, action, kind, guild) {
        (None, None, None, None) => {
            let counted = sql(from_counts!("$1 = '*'")).bind("*");
            return with_days(counted, range).bind(names).fetch_all(on).await;
        }
        (None, None, None, Some(guild)) => {
            let counted = sql(from_counts!("guild_id = $1")).bind(guild);
            return with_days(counted, range).bind(names).fetch_all(on).await;
        }
        (Some(_), ..) => sql(from_entries!(on, "user_id = $2")),
        (_, Some(_), _, Some(_)) => sql(from_entries!(on, "guild_id = $1 AND action = $3")),
        (_, Some(_), ..) => sql(from_entries!(on, "action = $3")),
        (_, _, Some(_), Some(_)) => sql(from_entries!(on, "guild_id = $1")),
        (_, _, Some(_), None) => sql(from_entries!(on, "resource_type = $4")),
    };
    query
        .bind(guild)
        .bind(user)
        .bind(action)
        .bind(kind)
        .bind(range.from)
        .bind(range.until)
        .bind(names)
        .fetch_all(on)
        .await
}

/// Binds $2 to $9.
fn with_days(query: Query, range: &Range) -> Query {
    query
        .bind(range.first_day)
        .bind(range.end_day)
        .bind(range.before.from)
        .bind(range.before.until)
        .bind(range.before.day)
        .bind(range.after.from)
        .bind(range.after.until)
        .bind(range.after.day)
}
