//! One person who floods the bot with commands: how long everybody else waits meanwhile.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::{Result, ensure};
use comfy_table::{CellAlignment, Table, presets};
use discord_standin::Member;
use slimy_store::Engine;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

use crate::bot::{Bot, Question};
use crate::figures::Round;
use crate::process;

/// Who has no answer by then is counted as one who never gets one.
const PATIENCE: Duration = Duration::from_secs(10);
/// How many others there are: together they ask no more often than their server may.
const OTHERS: usize = 8;
/// How often each of the others asks: no more often than they may.
const EVERY: Duration = Duration::from_secs(1);
/// The longest that one of the others may wait, in ms.
const BAR: f64 = 200.0;

/// What was measured.
struct Measured {
    engine: Engine,
    commands: usize,
    /// Before the flood and during it.
    waits: [Round; 2],
    /// From the flood's first command to its last answer.
    took: Duration,
    /// How many of the flood were answered, and how many were told to wait.
    answered: usize,
    told: usize,
    load: [f64; 2],
}

/// Lets one person send so many commands at once while others ask as they do. True when nobody of
/// those waits longer than the bar.
pub(crate) async fn run(commands: usize, engines: &[Engine]) -> Result<bool> {
    let mut is_reached = true;
    for engine in engines {
        let measured = measure(commands, *engine).await?;
        println!("{measured}");
        is_reached &= measured.waits[1].waited(100) <= BAR;
    }
    Ok(is_reached)
}

async fn measure(commands: usize, engine: Engine) -> Result<Measured> {
    let load = process::load()?;
    let bot = Bot::limited(OTHERS + 1, engine).await?;
    let question = bot.question;
    let mut people = bot.people.clone();
    let flooder = people.remove(0);
    // Everybody is written down once, and connections are opened.
    let quiet = others_ask(&people, question, Arc::new(AtomicBool::new(true))).await;
    ensure!(quiet.failed == 0, "not answered:\n{}", bot.last_words());
    let before = others_ask(&people, question, Arc::new(AtomicBool::new(true))).await;

    let is_over = Arc::new(AtomicBool::new(false));
    let asking = {
        let (people, is_over) = (people.clone(), Arc::clone(&is_over));
        tokio::spawn(async move { others_ask(&people, question, is_over).await })
    };
    let began = Instant::now();
    let mut flood = JoinSet::new();
    for _ in 0..commands {
        let answer = flooder.types(question.line).send().await;
        flood.spawn(async move {
            let came = answer.is_shown_within(PATIENCE).await;
            let worked = came && answer.text().contains(question.success);
            answer.forget();
            (came, worked)
        });
    }
    let flood = flood.join_all().await;
    let took = began.elapsed();
    is_over.store(true, Ordering::Relaxed);
    let during = asking.await?;
    let shown = flood.iter().filter(|(came, _)| *came).count();
    let answered = flood.iter().filter(|(_, worked)| *worked).count();
    let measured = Measured {
        engine,
        commands,
        waits: [before, during],
        took,
        answered,
        told: shown - answered,
        load: [load, process::load()?],
    };
    bot.stop().await?;
    Ok(measured)
}

/// Each of them asks once a second, at different moments, until it is over, and at least twice.
async fn others_ask(people: &[Member], question: Question, is_over: Arc<AtomicBool>) -> Round {
    let began = Instant::now();
    let mut asking = JoinSet::new();
    for (number, member) in (0_u32..).zip(people) {
        let (member, is_over) = (member.clone(), Arc::clone(&is_over));
        let apart = EVERY / u32::try_from(people.len().max(1)).unwrap_or(1);
        asking.spawn(async move {
            sleep(apart * number).await;
            let mut waits = Vec::new();
            loop {
                let since = Instant::now();
                let answer = member.types(question.line).send().await;
                let came = answer.is_shown_within(PATIENCE).await;
                let waited = since.elapsed();
                let worked = came && answer.text().contains(question.success);
                answer.forget();
                waits.push(worked.then_some(waited));
                if waits.len() >= 2 && is_over.load(Ordering::Relaxed) {
                    return waits;
                }
                sleep(EVERY.saturating_sub(waited)).await;
            }
        });
    }
    let all: Vec<Option<Duration>> = asking.join_all().await.into_iter().flatten().collect();
    let failed = all.iter().filter(|wait| wait.is_none()).count();
    let mut waits: Vec<Duration> = all.into_iter().flatten().collect();
    waits.sort_unstable();
    Round {
        waits,
        failed,
        took: began.elapsed(),
        computed: Duration::ZERO,
    }
}

impl fmt::Display for Measured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut table = Table::new();
        table.load_style(presets::ASCII_MARKDOWN);
        let heading = format!("{} commands of one person", self.commands);
        table.set_header([heading, self.engine.to_string()]);
        if let Some(column) = table.column_mut(1) {
            column.set_cell_alignment(CellAlignment::Right);
        }
        let [before, during] = &self.waits;
        let wait = |round: &Round| {
            let [median, most] = [50, 100].map(|percent| round.waited(percent));
            format!("{median:.1} ms, at most {most:.1} ms")
        };
        let reached = if during.waited(100) <= BAR {
            "reached"
        } else {
            "not reached"
        };
        for (what, figure) in [
            ("the others", OTHERS.to_string()),
            ("their waits before", wait(before)),
            ("their waits meanwhile", wait(during)),
            ("the bar for the longest", format!("{BAR} ms, {reached}")),
            ("of the flood answered", self.answered.to_string()),
            ("of the flood told to wait", self.told.to_string()),
            (
                "of the flood told nothing",
                (self.commands - self.answered - self.told).to_string(),
            ),
            (
                "the flood's last answer",
                format!("{:.2} s", self.took.as_secs_f64()),
            ),
            (
                "load average",
                format!("{:.1} … {:.1}", self.load[0], self.load[1]),
            ),
        ] {
            table.add_row([what.to_owned(), figure]);
        }
        table.fmt(f)
    }
}
