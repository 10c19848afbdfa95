//! Statistics of the audit log over 30 days.

use std::time::Duration;

use bench_seed::{END, guild_id, user_id};
use slimy_store::{
    Db, Engine, Id,
    audit::{self, StatsFilter},
};

use crate::{lists::time, measure::times, report::Report};

const DAY: i64 = 86_400_000_000;

/// On PostgreSQL; SQLite's are there to compare.
const BAR: Duration = Duration::from_millis(200);

/// Measures them for everything, a guild and a person: 30 days that begin and end amid a day.
pub(crate) async fn measure(db: &Db, report: &mut Report) {
    let (Some(from), Some(until)) = (
        time(END - 61 * DAY + DAY / 3),
        time(END - 31 * DAY + DAY / 3),
    ) else {
        return;
    };
    let all = StatsFilter {
        guild_id: None,
        user_id: None,
        action: None,
        resource_type: None,
        from,
        until,
    };
    let guild = Some(Id::from(guild_id(0)));
    let user = Some(Id::from(user_id(0)));
    let filters = [
        ("everything", all.clone()),
        (
            "one guild",
            StatsFilter {
                guild_id: guild.clone(),
                ..all.clone()
            },
        ),
        (
            "one person",
            StatsFilter {
                user_id: user.clone(),
                ..all.clone()
            },
        ),
        (
            "one person in one guild",
            StatsFilter {
                guild_id: guild.clone(),
                user_id: user,
                ..all.clone()
            },
        ),
        (
            "one action",
            StatsFilter {
                action: Some("club.analysis.save".to_owned()),
                ..all.clone()
            },
        ),
        (
            "one action in one guild",
            StatsFilter {
                guild_id: guild,
                action: Some("club.analysis.save".to_owned()),
                ..all
            },
        ),
    ];
    let bar = (db.engine() == Engine::Postgres).then_some(BAR);
    for (what, filter) in filters {
        let stats = async || audit::stats(db, &filter).await;
        let what = format!("statistics over 30 days, {what}");
        report.times(&what, bar, times(stats).await);
    }
}
