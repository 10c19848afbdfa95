//! The whole run, in order.

use std::time::Duration;

use anyhow::{Context, Result, ensure};

use crate::arguments::Arguments;
use crate::bot::Bot;
use crate::figures::{Round, median};
use crate::process;
use crate::report::{Entries, Measured, Report};
use crate::{flood, guilds, people, report};

/// Rounds of each kind for each bot.
const ROUNDS: usize = 5;
/// Before that everybody is written down once, and connections are opened.
const WARM_UP: Duration = Duration::from_secs(1);

/// Measures all of it and prints it; whether every bar is reached.
pub(crate) async fn run(arguments: &Arguments) -> Result<bool> {
    if let Some(guilds) = arguments.guilds() {
        return guilds::run(guilds, arguments.engines()).await;
    }
    if let Some(commands) = arguments.flood() {
        return flood::run(commands, arguments.engines()).await;
    }
    let load_before = process::load()?;
    let mut bots = vec![Bot::bare(arguments.people()).await?];
    for engine in arguments.engines() {
        bots.push(Bot::slimy(arguments.people(), *engine).await?);
    }
    let mut measured = measure(&bots, arguments.round()).await?;
    let load_after = process::load()?;
    for (bot, measured) in bots.into_iter().zip(&mut measured) {
        measured.entries = entries(bot, measured).await?;
    }
    let report = Report {
        people: arguments.people(),
        round: arguments.round(),
        rounds: ROUNDS,
        load: [load_before, load_after],
        measured,
    };
    println!("{report}");
    Ok(report.verdicts().iter().all(report::Verdict::is_reached))
}

/// Round by round, all bots in each, so that they see the same machine.
async fn measure(bots: &[Bot], length: Duration) -> Result<Vec<Measured>> {
    let mut all: Vec<Measured> = bots.iter().map(|bot| Measured::new(&bot.name)).collect();
    for (bot, measured) in bots.iter().zip(&mut all) {
        let round = people::ask_again_and_again(bot, WARM_UP).await?;
        measured.answers += worked(bot, &round)?;
    }
    for number in 1..=ROUNDS {
        for (bot, measured) in bots.iter().zip(&mut all) {
            eprintln!(
                "load: as fast as it goes, {number} of {ROUNDS}: {}",
                bot.name
            );
            let round = people::ask_again_and_again(bot, length).await?;
            measured.answers += worked(bot, &round)?;
            measured.peak.push(round);
        }
    }
    for number in 1..=ROUNDS {
        for (bot, measured) in bots.iter().zip(&mut all) {
            eprintln!("load: at half of that, {number} of {ROUNDS}: {}", bot.name);
            let peak = median(measured.peak.iter().map(Round::rate)).context("no round")?;
            let round = people::ask_steadily(bot, peak / 2.0, length).await?;
            measured.answers += worked(bot, &round)?;
            measured.half.push(round);
        }
    }
    for (bot, measured) in bots.iter().zip(&mut all) {
        measured.resident = bot.resident()?;
    }
    Ok(all)
}

/// How many answers it was; figures of a bot that did not answer somebody would mean nothing.
fn worked(bot: &Bot, round: &Round) -> Result<u64> {
    ensure!(
        round.failed == 0 && !round.waits.is_empty(),
        "{}: {} of {} people did not see {:?}\n{}",
        bot.name,
        round.failed,
        round.failed + round.waits.len(),
        bot.question.success,
        bot.last_words()
    );
    Ok(u64::try_from(round.waits.len())?)
}

/// Stops the bot and counts what it wrote down, if it writes anything.
async fn entries(bot: Bot, measured: &Measured) -> Result<Option<Entries>> {
    // The directory goes last, with the database in it.
    let (database, _home) = bot.stop().await?;
    let Some(database) = database else {
        return Ok(None);
    };
    Ok(Some(Entries {
        written: database.entries().await?,
        seen: measured.answers,
    }))
}
