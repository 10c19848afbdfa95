//! What an admin waits for who changes a setting: on a SQLite file, and on the server of
//! `SLIMY_TEST_POSTGRES` where that names one.

use std::time::Duration;

use discord_standin::Standin;
use slimy_store::{
    Engine,
    testing::{self, TestDb},
};
use tempfile::TempDir;

use crate::{bot::Bot, report::Report};

/// Issue 7: "`/settings set` to answer under 20 ms on SQLite and 30 ms on PostgreSQL".
const SQLITE_BAR: Duration = Duration::from_millis(20);
const POSTGRES_BAR: Duration = Duration::from_millis(30);

/// How often it is changed, each time to another value, so that each time something is written.
const TIMES: usize = 200;
/// The first ones fill caches and connect to the database.
const WARM: usize = 10;

/// Measures it on each engine that there is.
pub(crate) async fn measure(report: &mut Report) {
    on(report, testing::sqlite().await).await;
    if std::env::vars().any(|(name, _)| name == "SLIMY_TEST_POSTGRES") {
        on(report, testing::postgres().await).await;
    }
}

async fn on(report: &mut Report, test: TestDb) {
    let home = TempDir::new().expect("a temporary directory");
    let discord = Standin::start().await;
    let guild = discord.guild("Slimy Club");
    let ana = guild.member("ana").can_manage_guild();
    let bot = Bot::start_on(&discord, home.path(), &test.url).await;
    discord.bot_ready().await;
    let mut times = Vec::new();
    for number in 1..=WARM + TIMES {
        let value = number.to_string();
        let typed = ana.types("/settings set");
        let typed = typed.option("key", "retention.chatDays");
        let answer = typed.option("value", value.as_str()).send().await;
        answer.sees(&format!("is now: **{value}**")).await;
        let latency = discord.callback_latency(&answer);
        let latency = latency.expect("what is seen was answered");
        times.push(latency.visible.expect("what is seen is visible"));
    }
    bot.stop().await;
    let bar = match test.engine() {
        Engine::Sqlite => SQLITE_BAR,
        Engine::Postgres => POSTGRES_BAR,
    };
    let what = format!("/settings set, {}", test.engine());
    report.times(&what, Some(bar), &times[WARM..]);
}
