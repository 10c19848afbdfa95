//! What is told when, on both engines.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
    time::Duration,
};

use futures_util::future::BoxFuture;
use serde_json::json;
use slimy_store::{
    Id, ManualClock, Timestamp,
    club::{self as store, NewAnalysis, NewMember, NewPower, NewSaved, Source},
    on_both_engines,
    testing::TestDb,
};
use slimy_words::{Language, Words};
use tempfile::TempDir;

use super::{Announcer, Fault, News, Reminded, SavedPart, deliver, on_saved, remind};
use crate::{
    Services,
    club::{
        Metric, Standing, Week,
        compare::{Comparison, compare},
        names::name_key,
        sheet::stored_metric,
    },
    rights::Actor,
    settings, testing,
};

const MINUTE: Duration = Duration::from_mins(1);
const HOUR: Duration = Duration::from_hours(1);
const DAY: Duration = Duration::from_hours(24);
/// Friday 2026-11-20, 12:30 UTC: with the default anchor the week 2026-W47 has just begun.
const BEGAN: i64 = 1_795_177_800;

/// The rules on a test's database, a guild with a channel for news, and a clock that stands.
struct Room {
    services: Services,
    clock: Arc<ManualClock>,
    manager: Actor,
    guild_id: Id,
    _journal: TempDir,
}

async fn room(test: &TestDb) -> Room {
    let journal = TempDir::new().unwrap();
    let began = Timestamp::from_micros(BEGAN * 1_000_000).unwrap();
    let clock = Arc::new(ManualClock::new(began));
    let services = testing::services(&test.db, clock.clone(), &journal);
    let (manager, guild_id) = testing::admin(&test.db, began).await;
    let room = Room {
        services,
        clock,
        manager,
        guild_id,
        _journal: journal,
    };
    room.set(&json!({"channel": "44"})).await;
    room
}

impl Room {
    async fn set(&self, alerts: &serde_json::Value) {
        let patch = json!({"club": {"alerts": alerts}});
        let updated = settings::update(&self.services, &self.manager, &patch).await;
        updated.unwrap();
    }

    /// Saves a roster and has it be told; says whether there was something to tell.
    async fn saves(&self, week: &str, metric: Metric, before: &[One], now: &[One]) -> bool {
        let id = self.snapshot(week, metric, now).await;
        let comparison = compare(&standings(before), &standings(now), Some(85));
        self.tells(
            week,
            metric,
            &id,
            (!before.is_empty()).then_some(&comparison),
        )
        .await
    }

    async fn tells(
        &self,
        week: &str,
        metric: Metric,
        id: &Id,
        comparison: Option<&Comparison>,
    ) -> bool {
        let settings = settings::read(&self.services, &self.guild_id)
            .await
            .unwrap();
        let part = SavedPart {
            analysis_id: id,
            metric,
            comparison,
        };
        let (week, now) = (week.parse::<Week>().unwrap(), self.services.now());
        let mut tx = self.services.db.begin().await.unwrap();
        let told = on_saved(&mut tx, &self.guild_id, &settings, week, &[part], now).await;
        tx.commit().await.unwrap();
        told.unwrap()
    }

    async fn snapshot(&self, week: &str, metric: Metric, rows: &[One]) -> Id {
        let now = self.services.now();
        let mut tx = self.services.db.begin().await.unwrap();
        let mut powers = Vec::new();
        for (name, power) in rows {
            let member = NewMember {
                guild_id: self.guild_id.clone(),
                name: (*name).to_owned(),
                name_key: name_key(name),
                display_name: None,
            };
            let member = store::create_member(&mut tx, member, now).await.unwrap();
            powers.push(NewPower {
                member: (*name).to_owned(),
                member_id: Some(member.row.id),
                metric: stored_metric(metric),
                power: *power,
                last_seen: None,
                confidence: 1.0,
                name_certain: true,
                corrected: false,
                seen_in: Vec::new(),
            });
        }
        let analysis = NewAnalysis {
            guild_id: self.guild_id.clone(),
            user_id: self.manager.user_id.clone(),
            channel_id: None,
            title: None,
            metric: stored_metric(metric),
            source: Source::Screenshots,
            saved: NewSaved {
                summary: "a roster".to_owned(),
                confidence: 1.0,
                images: Vec::new(),
                metrics: Vec::new(),
                powers,
                week: Some(week.to_owned()),
                approved_by: None,
            },
        };
        let row = store::create(&mut tx, analysis, now).await.unwrap();
        store::refresh_members(&mut tx, &self.guild_id, now)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        row.id
    }

    async fn deliver(&self, channel: &Channel) -> usize {
        deliver(&self.services, channel).await.unwrap()
    }

    async fn remind(&self) -> usize {
        remind(&self.services, &Reminded::default()).await.unwrap()
    }
}

type One = (&'static str, Option<i64>);

fn standings(rows: &[One]) -> Vec<Standing> {
    let standings = rows.iter().map(|(name, power)| Standing {
        member: Some(Id::from(name_key(name))),
        name: (*name).to_owned(),
        power: *power,
        corrected: false,
    });
    standings.collect()
}

/// A channel that keeps what arrives, after as many failures as it was given.
#[derive(Default)]
struct Channel {
    posted: Mutex<Vec<(String, String, News)>>,
    /// In whose words the last was told.
    words: Mutex<Option<Words>>,
    faults: Mutex<VecDeque<&'static str>>,
}

impl Channel {
    fn failing(times: usize) -> Self {
        let channel = Self::default();
        *channel.faults.lock().unwrap() = vec!["no connection"; times].into();
        channel
    }

    fn news(&self) -> Vec<News> {
        let posted = self.posted.lock().unwrap();
        posted.iter().map(|(.., news)| news.clone()).collect()
    }
}

impl Announcer for Channel {
    fn post<'a>(
        &'a self,
        guild: &'a str,
        channel: &'a str,
        key: &'a str,
        words: Words,
        news: &'a News,
    ) -> BoxFuture<'a, Result<(), Fault>> {
        Box::pin(async move {
            if let Some(fault) = self.faults.lock().unwrap().pop_front() {
                return Err(Fault::Discord(fault.to_owned()));
            }
            assert_eq!(guild, "22", "the guild whose news they are");
            assert!(key.len() <= 25, "{key} is no nonce");
            *self.words.lock().unwrap() = Some(words);
            let post = (channel.to_owned(), key.to_owned(), news.clone());
            self.posted.lock().unwrap().push(post);
            Ok(())
        })
    }
}

on_both_engines! {
    async fn guards_that_are_loosened_are_told_and_others_are_not(test: TestDb) {
        let room = room(&test).await;
        let channel = Channel::default();
        for (guards, told) in [
            (json!({"jumpPercent": 50, "missingPercent": 20}), 0),
            (json!({"jumpPercent": 0}), 1),
            (json!({"jumpPercent": 85}), 1),
        ] {
            // Each change is a request of its own.
            let actor = Actor { request_id: guards.to_string(), ..room.manager.clone() };
            let patch = json!({"club": {"guards": guards}});
            settings::update(&room.services, &actor, &patch).await.unwrap();
            room.deliver(&channel).await;
            assert_eq!(channel.news().len(), told, "{patch}");
        }
        let [News::GuardsLoosened { before, after }] = &channel.news()[..] else {
            panic!("{:?}", channel.news());
        };
        assert_eq!((before.jump_percent, after.jump_percent), (Some(50), None));
    }

    async fn news_are_told_in_the_guilds_language(test: TestDb) {
        let room = room(&test).await;
        let patch = json!({"language": "pt-BR", "timezone": "America/Sao_Paulo"});
        settings::update(&room.services, &room.manager, &patch).await.unwrap();
        assert!(room.saves("2026-W47", Metric::Sim, &[("Ann", Some(100))], &[("Bob", Some(1))]).await);
        let channel = Channel::default();
        assert_eq!(room.deliver(&channel).await, 1);
        let timezone = chrono_tz::America::Sao_Paulo;
        let words = Words { timezone, ..Words::of(Language::PtBr) };
        assert_eq!(*channel.words.lock().unwrap(), Some(words));
    }

    async fn a_save_tells_who_joined_who_left_and_who_changed(test: TestDb) {
        let room = room(&test).await;
        let before = [("Ann", Some(100)), ("Bob", Some(100)), ("Cid", Some(100))];
        let now = [("Ann", Some(120)), ("Cid", Some(101)), ("Dan", Some(5))];
        assert!(!room.saves("2026-W46", Metric::Sim, &[], &before).await, "a first roster is no news");
        assert!(room.saves("2026-W47", Metric::Sim, &before, &now).await);

        let channel = Channel::default();
        assert_eq!(room.deliver(&channel).await, 1);
        assert_eq!(channel.posted.lock().unwrap()[0].0, "44");
        let News::Saved { joined, left, movers, week, .. } = &channel.news()[0] else {
            panic!("{:?}", channel.news());
        };
        assert_eq!(week.to_string(), "2026-W47");
        assert_eq!((joined.named.as_slice(), left.named.as_slice()), (&["Dan".to_owned()][..], &["Bob".to_owned()][..]));
        let movers: Vec<_> = movers.named.iter().map(|one| (one.name.as_str(), one.before, one.now)).collect();
        assert_eq!(movers, [("Ann", 100, 120)]);
        assert_eq!(room.deliver(&channel).await, 0);
        assert_eq!(channel.news().len(), 1);
    }

    async fn where_nothing_happened_nothing_is_told(test: TestDb) {
        let room = room(&test).await;
        let before = [("Ann", Some(100)), ("Bob", None)];
        assert!(!room.saves("2026-W47", Metric::Sim, &before, &[("Ann", Some(109)), ("Bob", Some(7))]).await);
        room.set(&json!({"members": false, "changePercent": 0})).await;
        assert!(!room.saves("2026-W47", Metric::Sim, &before, &[("Ann", Some(900))]).await);
        room.set(&json!({"members": true, "channel": null})).await;
        assert!(!room.saves("2026-W47", Metric::Sim, &before, &[("Ann", Some(900))]).await);
        assert_eq!(room.deliver(&Channel::default()).await, 0);
    }

    async fn a_save_is_told_once_whoever_tells_it(test: TestDb) {
        let room = room(&test).await;
        let before = [("Ann", Some(100))];
        let now = [("Ann", Some(200))];
        let id = room.snapshot("2026-W47", Metric::Sim, &now).await;
        let comparison = compare(&standings(&before), &standings(&now), None);
        assert!(room.tells("2026-W47", Metric::Sim, &id, Some(&comparison)).await);
        assert!(!room.tells("2026-W47", Metric::Sim, &id, Some(&comparison)).await);
        // Two programs post at once.
        let channel = Channel::default();
        let both = tokio::join!(room.deliver(&channel), room.deliver(&channel));
        assert_eq!((both.0 + both.1, channel.news().len()), (1, 1));
    }

    async fn the_second_metric_of_a_week_tells_nobody_s_coming_or_going_again(test: TestDb) {
        let room = room(&test).await;
        let before = [("Ann", Some(100)), ("Bob", Some(100))];
        let now = [("Ann", Some(100)), ("Dan", Some(100))];
        assert!(room.saves("2026-W47", Metric::Sim, &before, &now).await);
        assert!(!room.saves("2026-W47", Metric::Total, &before, &now).await);
    }

    async fn what_cannot_be_told_is_tried_again_and_given_up_after_a_day(test: TestDb) {
        let room = room(&test).await;
        assert!(room.saves("2026-W47", Metric::Sim, &[("Ann", Some(100))], &[("Bob", Some(1))]).await);
        let channel = Channel::failing(2);
        assert_eq!(room.deliver(&channel).await, 0);
        let state = crate::club::admin::alerts(&room.services, &room.manager).await.unwrap();
        let trouble = state.trouble.unwrap();
        let said = Fault::Discord("no connection".to_owned());
        assert_eq!((trouble.why, trouble.is_waiting), (said, true));
        // Not before its time, and later and later.
        assert_eq!(room.deliver(&channel).await, 0);
        assert_eq!(channel.faults.lock().unwrap().len(), 1);
        room.clock.advance(MINUTE);
        assert_eq!(room.deliver(&channel).await, 0);
        assert!(channel.faults.lock().unwrap().is_empty());
        room.clock.advance(MINUTE);
        assert_eq!(room.deliver(&channel).await, 0);
        room.clock.advance(MINUTE);
        assert_eq!(room.deliver(&channel).await, 1);
        let state = crate::club::admin::alerts(&room.services, &room.manager).await.unwrap();
        assert_eq!(state.trouble, None);

        assert!(room.saves("2026-W47", Metric::Sim, &[("Bob", Some(1))], &[("Bob", Some(2))]).await);
        let away = Channel::failing(1_000);
        for _ in 0..60 {
            room.clock.advance(HOUR);
            assert_eq!(room.deliver(&away).await, 0);
        }
        let tried = 1_000 - away.faults.lock().unwrap().len();
        assert!((10..40).contains(&tried), "{tried}");
        let state = crate::club::admin::alerts(&room.services, &room.manager).await.unwrap();
        assert_eq!(state.trouble.map(|trouble| trouble.is_waiting), Some(false));
        assert_eq!(room.deliver(&Channel::default()).await, 0);
    }

    async fn a_program_that_ends_while_it_posts_leaves_the_news_to_be_posted(test: TestDb) {
        let room = room(&test).await;
        assert!(room.saves("2026-W47", Metric::Sim, &[("Ann", Some(100))], &[("Bob", Some(1))]).await);
        let now = room.services.now();
        let alert = store::due_alerts(&test.db, now, 1).await.unwrap().remove(0);
        assert!(store::claim_alert(&test.db, &alert, now + MINUTE * 2, now).await.unwrap());
        let channel = Channel::default();
        assert_eq!(room.deliver(&channel).await, 0);
        room.clock.advance(MINUTE * 2);
        assert_eq!(room.deliver(&channel).await, 1);
        assert_eq!(channel.posted.lock().unwrap()[0].1, alert.id.as_str());
    }

    async fn news_that_nobody_wants_any_more_are_not_told(test: TestDb) {
        let room = room(&test).await;
        assert!(room.saves("2026-W47", Metric::Sim, &[("Ann", Some(100))], &[("Bob", Some(1))]).await);
        room.set(&json!({"channel": null})).await;
        let channel = Channel::default();
        assert_eq!(room.deliver(&channel).await, 0);
        room.set(&json!({"channel": "45"})).await;
        assert_eq!(room.deliver(&channel).await, 0);
        let state = crate::club::admin::alerts(&room.services, &room.manager).await.unwrap();
        assert_eq!(state.trouble, None);
    }

    async fn a_scan_is_due_a_day_after_the_week_began_and_is_told_once(test: TestDb) {
        let room = room(&test).await;
        room.clock.advance(DAY);
        assert_eq!(room.remind().await, 0, "a club without a roster is left alone");
        room.snapshot("2026-W46", Metric::Sim, &[("Ann", Some(1))]).await;
        room.clock.set(Timestamp::from_micros((BEGAN + 86_399) * 1_000_000).unwrap());
        assert_eq!(room.remind().await, 0, "it is not due yet");
        room.clock.advance(Duration::from_secs(1));
        let reminded = Reminded::default();
        let (one, other) = tokio::join!(remind(&room.services, &reminded), room.remind());
        assert_eq!(one.unwrap() + other, 1);
        assert_eq!(remind(&room.services, &reminded).await.unwrap(), 0);
        assert_eq!(room.remind().await, 0, "a restart tells it again");

        let channel = Channel::default();
        assert_eq!(room.deliver(&channel).await, 1);
        let News::ScanDue { week, metrics, .. } = &channel.news()[0] else {
            panic!("{:?}", channel.news());
        };
        assert_eq!((week.to_string().as_str(), metrics.as_slice()), ("2026-W47", &[Metric::Sim][..]));
        room.clock.advance(DAY * 7);
        assert_eq!(room.remind().await, 0, "one roster two weeks ago is no habit");
    }

    async fn a_scan_that_was_saved_is_not_due(test: TestDb) {
        let room = room(&test).await;
        for week in ["2026-W45", "2026-W46", "2026-W47"] {
            room.snapshot(week, Metric::Sim, &[("Ann", Some(1))]).await;
        }
        room.clock.advance(DAY * 2);
        assert_eq!(room.remind().await, 0);
        room.clock.advance(DAY * 7);
        room.set(&json!({"scanDue": false})).await;
        assert_eq!(room.remind().await, 0);
        room.set(&json!({"scanDue": true})).await;
        assert_eq!(room.remind().await, 1);
    }
}
