//! What people ask of a club with a long history: 150 members, 104 weeks, both metrics.
//!
//! On a SQLite file, and on the server of `SLIMY_TEST_POSTGRES` where that names one.

use std::time::{Duration, Instant};

use chrono::Weekday;
use discord_standin::{Latency, Member, Standin};
use slimy_domain::club::{Week, names::name_key};
use slimy_store::{
    Engine, Id, Timestamp,
    club::{self, Metric, NewAnalysis, NewMember, NewPower, NewSaved, Source},
    guilds,
    testing::{self, TestDb},
    users,
};
use tempfile::TempDir;

use crate::{bot::Bot, report::Report};

const MEMBERS: usize = 150;
const WEEKS: i64 = 104;
/// As many as a club may ever have had: names are completed among all of them.
const MOST_MEMBERS: usize = 2_000;
/// How often each is asked.
const ROUNDS: usize = 30;

/// Issue 5: "every command's answer under 100 ms at the stand-in, charts under 300 ms".
const ANSWER_BAR: Duration = Duration::from_millis(100);
const CHART_BAR: Duration = Duration::from_millis(300);

/// Options of a command with their values.
type Options = &'static [(&'static str, &'static str)];

/// The commands with their options, and whether the answer has a chart.
const ASKED: [(&str, Options, bool); 16] = [
    ("/club stats", &[], false),
    ("/club leaderboard", &[("count", "25")], false),
    ("/club movers", &[], false),
    (
        "/club movers",
        &[("weeks", "104"), ("by", "percent")],
        false,
    ),
    ("/club movers", &[("direction", "volatile")], false),
    (
        "/club movers",
        &[("direction", "volatile"), ("weeks", "104")],
        false,
    ),
    ("/club compare", &[], false),
    ("/club compare", &[("from", "2025-W01")], false),
    ("/club search", &[("query", "snail07")], false),
    ("/club member", &[("name", "Snail077")], true),
    ("/club chart", &[], true),
    ("/club chart", &[("kind", "top")], true),
    ("/club chart", &[("kind", "distribution")], true),
    ("/club export", &[("format", "csv")], false),
    ("/club export", &[("format", "xlsx")], false),
    ("/club export", &[("format", "json")], false),
];

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
    ana.types("/status").send().await.sees("Slimy is up").await;
    seed(&test, &guild.id().to_string(), &ana).await;

    let engine = test.engine();
    for (command, options, has_chart) in ASKED {
        let mut times = Vec::new();
        for _ in 0..ROUNDS {
            times.push(asks(&discord, &ana, command, options).await);
        }
        let bar = if has_chart { CHART_BAR } else { ANSWER_BAR };
        let options = options
            .iter()
            .map(|(option, value)| format!(" {option}:{value}"));
        let what = format!("{command}{} ({engine})", options.collect::<String>());
        report.times(&what, Some(bar), &times);
    }
    importing(report, engine, &discord, &ana).await;
    me(report, engine, &discord, &ana).await;
    completing(report, &test, &guild.id().to_string(), &ana).await;
    bot.stop().await;
}

/// The whole history is imported by another guild, and somebody asks something else meanwhile.
async fn importing(report: &mut Report, engine: Engine, discord: &Standin, ana: &Member) {
    let exported = ana
        .types("/club export")
        .option("format", "csv")
        .send()
        .await;
    exported.arrives().await;
    let file = exported.files()[0].bytes.clone();
    let other = discord.guild("Another Club");
    let eve = other.member("eve").can_manage_guild();
    let typed = eve.types("/club-admin import");
    let asked = typed.attach("file", "history.csv", file).send().await;
    asked.sees("Nothing has changed yet").await;
    let began = Instant::now();
    let import = async {
        let done = eve.presses(&asked, "Import").await;
        done.sees("Imported").await;
        began.elapsed()
    };
    let mut import = std::pin::pin!(import);
    let mut meanwhile = Vec::new();
    let took = loop {
        tokio::select! {
            took = &mut import => break took,
            time = asks(discord, ana, "/status", &[]) => meanwhile.push(time),
        }
    };
    let what = format!(
        "/club-admin import of {} values ({engine})",
        2 * 104 * MEMBERS
    );
    report.times(&what, None, &[took]);
    report.times(&format!("/status meanwhile ({engine})"), None, &meanwhile);
}

/// One's own progress, by somebody who is a member.
async fn me(report: &mut Report, engine: Engine, discord: &Standin, ana: &Member) {
    let typed = ana.types("/club me").option("name", "Snail077");
    let claim = typed.send().await;
    claim.sees("I am").await;
    ana.presses(&claim, "Confirm")
        .await
        .sees("is **Snail077**")
        .await;
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        times.push(asks(discord, ana, "/club me", &[]).await);
    }
    report.times(&format!("/club me ({engine})"), Some(ANSWER_BAR), &times);
}

/// Names, while somebody types, in a club of as many members as there can be.
async fn completing(report: &mut Report, test: &TestDb, guild: &str, ana: &Member) {
    let guild = guilds::find_by_discord_id(&test.db, guild).await;
    let guild = guild.unwrap().expect("the guild is known").id;
    let mut tx = test.db.begin().await.unwrap();
    club::hold_history(&mut tx, &guild).await.unwrap();
    for number in MEMBERS..MOST_MEMBERS {
        let name = format!("Snail{number:04} of the Deep");
        let member = NewMember {
            guild_id: guild.clone(),
            name_key: name_key(&name),
            name,
            display_name: None,
        };
        let now = saved_at("2026-W47".parse().expect("a week"));
        club::create_member(&mut tx, member, now).await.unwrap();
    }
    tx.commit().await.unwrap();
    for typed in ["s", "snail1", "deep", "nobody"] {
        let mut times = Vec::new();
        for _ in 0..ROUNDS {
            let began = Instant::now();
            let choices = ana.completes(&format!("/club member name:{typed}")).await;
            times.push(began.elapsed());
            assert_eq!(choices.is_empty(), typed == "nobody", "{typed}");
        }
        let engine = test.engine();
        let what = format!("completing \"{typed}\" among {MOST_MEMBERS} members ({engine})");
        report.times(&what, Some(ANSWER_BAR), &times);
    }
}

async fn asks(
    discord: &Standin,
    who: &Member,
    command: &str,
    options: &[(&str, &str)],
) -> Duration {
    let mut typed = who.types(command);
    for (option, value) in options {
        typed = typed.option(option, *value);
    }
    let answer = typed.send().await;
    let text = answer.arrives().await;
    let has_answer = !text.is_empty() && !text.contains("reference");
    assert!(has_answer, "{command}: {text}");
    let latency: Option<Latency> = discord.callback_latency(&answer);
    let visible = latency.and_then(|latency| latency.visible);
    visible.expect("what is seen is visible")
}

/// Two years of a full club, as saving and correcting would have written it.
async fn seed(test: &TestDb, guild: &str, ana: &Member) {
    let db = &test.db;
    let guild = guilds::find_by_discord_id(db, guild).await;
    let guild = guild.unwrap().expect("the guild is known").id;
    let user = users::find_by_discord_id(db, &ana.id().to_string()).await;
    let user = user.unwrap().expect("ana is known").id;
    let newest: Week = "2026-W47".parse().expect("a week");
    let now = saved_at(newest);
    let mut tx = db.begin().await.unwrap();
    club::hold_history(&mut tx, &guild).await.unwrap();
    let mut members: Vec<(String, Id)> = Vec::new();
    for number in 0..MEMBERS {
        let name = format!("Snail{number:03}");
        let member = NewMember {
            guild_id: guild.clone(),
            name_key: name_key(&name),
            name: name.clone(),
            display_name: None,
        };
        let member = club::create_member(&mut tx, member, now).await.unwrap();
        members.push((name, member.row.id));
    }
    for back in 0..WEEKS {
        for metric in [Metric::Sim, Metric::Total] {
            let week = newest.plus(-back);
            let analysis = NewAnalysis {
                guild_id: guild.clone(),
                user_id: user.clone(),
                channel_id: None,
                title: Some(format!("Roster of {week}")),
                metric,
                source: Source::Screenshots,
                saved: roster(week, metric, WEEKS - back, &members),
            };
            club::create(&mut tx, analysis, saved_at(week))
                .await
                .unwrap();
        }
    }
    club::refresh_members(&mut tx, &guild, now).await.unwrap();
    tx.commit().await.unwrap();
}

fn roster(week: Week, metric: Metric, age: i64, members: &[(String, Id)]) -> NewSaved {
    let powers = members
        .iter()
        .zip(1_i64..)
        .map(|((name, id), place)| NewPower {
            member: name.clone(),
            member_id: Some(id.clone()),
            metric,
            // Grows, and swings by a hash of the week and the place.
            power: Some(place * 1_000_003 + age * (place * 9_973 + (place * age * 7_919) % 50_021)),
            last_seen: Some("2h ago".to_owned()),
            confidence: 0.97,
            name_certain: true,
            corrected: false,
            seen_in: Vec::new(),
        });
    NewSaved {
        summary: format!("{MEMBERS} members"),
        confidence: 0.97,
        images: Vec::new(),
        metrics: Vec::new(),
        powers: powers.collect(),
        week: Some(week.to_string()),
        approved_by: None,
    }
}

fn saved_at(week: Week) -> Timestamp {
    let days = i64::from(week.date(Weekday::Fri).to_epoch_days()) + 2;
    Timestamp::from_micros(days * 86_400_000_000).expect("a time that there is")
}
