//! From the start of the process to serving.

use std::{path::Path, time::Duration};

use discord_standin::Standin;
use tempfile::TempDir;

use crate::{
    bot::{Bot, Ready},
    report::Report,
};

const BAR: Duration = Duration::from_millis(200);
const STARTS: usize = 10;

/// Starts it once on an empty database and then again and again on that one.
pub(crate) async fn measure(report: &mut Report) {
    let home = TempDir::new().expect("a temporary directory");
    let empty = start(home.path()).await;
    let (mut said, mut seen) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let ready = start(home.path()).await;
        said.push(ready.said);
        seen.push(ready.seen);
    }
    report.times("Start to ready, empty database", Some(BAR), &[empty.seen]);
    report.times("Start to ready", Some(BAR), &seen);
    report.times("Start to ready, as its log says", Some(BAR), &said);
}

async fn start(home: &Path) -> Ready {
    let discord = Standin::start().await;
    discord.guild("Slimy Club");
    let (bot, ready) = Bot::start(&discord, home).await;
    discord.bot_ready().await;
    bot.stop().await;
    ready
}
