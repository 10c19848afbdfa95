//! The people, and how they ask.

use std::time::Duration;

use anyhow::Result;
use discord_standin::Member;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until};

use crate::bot::{Bot, Question};
use crate::figures::Round;

/// Who has no answer by then is counted as one who never gets one.
const PATIENCE: Duration = Duration::from_secs(10);
/// A round ends after this many questions, however fast the answers come.
const MOST: u32 = 200_000;

/// Each asks, waits for the answer and asks again, for so long: as fast as the bot can.
pub(crate) async fn ask_again_and_again(bot: &Bot, length: Duration) -> Result<Round> {
    let computed = bot.computed()?;
    let began = Instant::now();
    let end = began + length;
    let each = MOST / u32::try_from(bot.people.len().max(1))?;
    let mut people = JoinSet::new();
    for member in &bot.people {
        let member = member.clone();
        let question = bot.question;
        people.spawn(async move {
            let mut asked = Vec::new();
            for _ in 0..each {
                asked.push(ask(&member, question, Instant::now()).await);
                if Instant::now() >= end {
                    break;
                }
            }
            asked
        });
    }
    let asked = people.join_all().await;
    round(bot, began, computed, asked.into_iter().flatten())
}

/// They take turns and ask at a steady rate (questions in a second), whether or not the answers
/// come. Each wait counts from when the question was due, so that a bot that holds the asking up
/// does not hide it.
pub(crate) async fn ask_steadily(bot: &Bot, rate: f64, length: Duration) -> Result<Round> {
    let computed = bot.computed()?;
    let began = Instant::now();
    let every = Duration::from_secs_f64(1.0 / rate);
    let mut asked = JoinSet::new();
    for (number, member) in (0..MOST).zip(bot.people.iter().cycle()) {
        let due = began + every * number;
        if due >= began + length {
            break;
        }
        sleep_until(due).await;
        let (member, question) = (member.clone(), bot.question);
        asked.spawn(async move { ask(&member, question, due).await });
    }
    let asked = asked.join_all().await;
    round(bot, began, computed, asked)
}

/// How long it took from `since` until the person saw what they should; none when they did not.
async fn ask(member: &Member, question: Question, since: Instant) -> Option<Duration> {
    let answer = member.types(question.line).send().await;
    let came = answer.is_shown_within(PATIENCE).await;
    let waited = since.elapsed();
    let worked = came && answer.text().contains(question.success);
    answer.forget();
    worked.then_some(waited)
}

fn round(
    bot: &Bot,
    began: Instant,
    computed: Duration,
    asked: impl IntoIterator<Item = Option<Duration>>,
) -> Result<Round> {
    let took = began.elapsed();
    let computed = bot.computed()?.saturating_sub(computed);
    let (waits, missing): (Vec<_>, Vec<_>) = asked.into_iter().partition(Option::is_some);
    let mut waits: Vec<Duration> = waits.into_iter().flatten().collect();
    waits.sort_unstable();
    Ok(Round {
        waits,
        failed: missing.len(),
        took,
        computed,
    })
}
