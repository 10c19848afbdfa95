use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::future::BoxFuture;
use serde_json::json;
use slimy_store::{
    Id, ManualClock, Timestamp,
    audit::{self as store, NewAuditEntry},
    on_both_engines,
    testing::TestDb,
};
use tempfile::TempDir;

use super::super::mirror::{Bundle, Poster, deliver};
use super::super::*;
use crate::{
    Error, Services, UserError,
    rights::{Actor, Membership},
    settings, testing,
};

const START: i64 = 1_795_500_000_000_000;

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_micros(START + seconds * 1_000_000).unwrap()
}

pub(super) struct Room {
    pub(super) services: Services,
    pub(super) clock: Arc<ManualClock>,
    admin: Actor,
    pub(super) guild_id: Id,
    _journal: TempDir,
}

pub(super) async fn room(test: &TestDb) -> Room {
    let journal = TempDir::new().unwrap();
    let clock = Arc::new(ManualClock::new(at(0)));
    let services = testing::services(&test.db, clock.clone(), &journal);
    let (admin, guild_id) = testing::admin(&test.db, at(0)).await;
    Room {
        services,
        clock,
        admin,
        guild_id,
        _journal: journal,
    }
}

impl Room {
    pub(super) fn entry(&self, number: i64, action: &str) -> NewAuditEntry {
        NewAuditEntry {
            guild_id: Some(self.guild_id.clone()),
            ..NewAuditEntry::new(action, "thing", number.to_string(), at(-1_000 + number))
        }
    }

    /// Entries of two actions by turns, each third of which failed and is by the admin.
    pub(super) async fn write(&self, count: i64) {
        let entries: Vec<_> = (0..count)
            .map(|number| {
                let action = ["club.import.apply", "chat.message"][usize::from(number % 2 == 1)];
                let mut entry = self.entry(number, action);
                if number % 3 == 0 {
                    entry.success = false;
                    entry.error_message = Some("=1+1".to_owned());
                    entry.user_id = Some(self.admin.user_id.clone());
                    entry.ip_address = Some("192.0.2.7".to_owned());
                }
                entry
            })
            .collect();
        store::create_many(&self.services.db, &entries)
            .await
            .unwrap();
    }

    async fn lines(&self, from: LinesFrom<'_>) -> Lines {
        lines(&self.services, &self.admin, from).await.unwrap()
    }

    /// Which parts of exports are on record, the newest first: whether it left, its number, and how
    /// many entries it had.
    async fn taken(&self) -> Vec<(bool, u64, u64)> {
        let exports = Filter {
            action: Some(DATA_EXPORT.to_owned()),
            ..Filter::default()
        };
        let recorded = self.lines(LinesFrom::Newest(exports)).await.items;
        let taken = recorded.into_iter().map(|line| {
            let details = line.entry.details.expect("it says how much").0;
            let number = |name: &str| details[name].as_u64().expect("it is a number");
            (line.entry.success, number("part"), number("entries"))
        });
        taken.collect()
    }

    pub(super) async fn settle(&self, patch: serde_json::Value) {
        settings::update(&self.services, &self.admin, &patch)
            .await
            .unwrap();
    }
}

/// What would stand in the channel.
#[derive(Default)]
pub(super) struct Channel {
    /// The bundles, each with the channel that it went to.
    pub(super) posted: Mutex<Vec<(String, Bundle)>>,
    pub(super) is_away: Mutex<bool>,
}

impl Poster for Channel {
    fn post<'a>(
        &'a self,
        guild: &'a str,
        channel: &'a str,
        _key: &'a str,
        bundle: &'a Bundle,
    ) -> BoxFuture<'a, Result<(), String>> {
        Box::pin(async move {
            assert_eq!(guild, "22");
            if *self.is_away.lock().unwrap() {
                return Err("no such channel".to_owned());
            }
            self.posted
                .lock()
                .unwrap()
                .push((channel.to_owned(), bundle.clone()));
            Ok(())
        })
    }
}

impl Channel {
    pub(super) fn last(&self) -> Bundle {
        self.posted.lock().unwrap().last().unwrap().1.clone()
    }
}

on_both_engines! {
    async fn pages_go_on_with_the_same_filter_from_what_a_button_keeps(test: TestDb) {
        let room = room(&test).await;
        room.write(60).await;
        let asked = Asked { action: Some("Club".to_owned()), success: Some(false), person: Some("11".to_owned()), ..Asked::default() };
        let first = room.lines(LinesFrom::Newest(asked.read().unwrap())).await;
        let numbers = |lines: &Lines| lines.items.iter().map(|line| line.entry.resource_id.parse().unwrap()).collect::<Vec<i64>>();
        assert_eq!(numbers(&first), (0..10).map(|n| 54 - n * 6).collect::<Vec<_>>());
        assert_eq!((first.newer.is_none(), first.older.is_none()), (true, true));
        assert_eq!(first.items[0].person.as_deref(), Some("11"));

        let all = room.lines(LinesFrom::Newest(Filter { resource: Some("thing".to_owned()), ..Filter::default() })).await;
        let coded = all.filter.coded();
        let second = room.lines(LinesFrom::OlderThan(all.older.as_deref().unwrap(), &coded)).await;
        assert_eq!(numbers(&second), (40..50).rev().collect::<Vec<_>>());
        assert_eq!(second.filter, all.filter);
        let back = room.lines(LinesFrom::NewerThan(second.newer.as_deref().unwrap(), &coded)).await;
        assert_eq!(numbers(&back), numbers(&all));
        let nobody = room.lines(LinesFrom::Newest(Filter { person: Some("99".to_owned()), ..Filter::default() })).await;
        assert_eq!(nobody.items, []);
        let gone = lines(&room.services, &room.admin, LinesFrom::OlderThan("x", "")).await;
        assert!(matches!(gone, Err(Error::User(UserError::Audit(Fault::Gone)))), "{gone:?}");
    }

    async fn names_are_completed_from_what_was_done(test: TestDb) {
        let room = room(&test).await;
        room.write(2).await;
        store::create(&room.services.db, &room.entry(3, "club.import.undo")).await.unwrap();
        let found = suggest_actions(&room.services, &room.admin, "import").await.unwrap();
        assert_eq!(found, ["club.import", "club.import.apply", "club.import.undo"]);
        assert_eq!(suggest_resources(&room.services, &room.admin, "").await.unwrap(), ["thing"]);
    }

    async fn numbers_are_by_action_person_and_each_day(test: TestDb) {
        let room = room(&test).await;
        room.write(6).await;
        let counting = Counting { days: 7, ..Counting::default() };
        let counted = numbers(&room.services, &room.admin, &counting).await.unwrap().unwrap();
        assert_eq!((counted.total, counted.failed, counted.by_day.len()), (6, 2, 7));
        assert_eq!(counted.by_day.last().unwrap().total, 6);
        let by_admin = counted.by_person.iter().find(|one| one.key.as_deref() == Some("11"));
        assert_eq!(by_admin.unwrap().total, 2);
        let counting = Counting { person: Some("99".to_owned()), days: 7, ..Counting::default() };
        assert_eq!(numbers(&room.services, &room.admin, &counting).await.unwrap(), None);
    }

    async fn an_export_comes_in_parts_that_together_are_everything(test: TestDb) {
        let room = room(&test).await;
        room.write(250).await;
        let (services, admin) = (&room.services, &room.admin);
        let mut under_way = export(services, admin, Filter::default(), Format::JsonLines, 20_000).await.unwrap();
        assert_eq!(verify(services, admin).await.unwrap().findings, [], "that has a turn of its own");
        let busy = export(services, admin, Filter::default(), Format::Csv, 20_000).await.map(drop);
        assert!(matches!(busy, Err(Error::User(UserError::Audit(Fault::Busy)))), "{busy:?}");
        let (mut lines, mut parts) = (Vec::new(), 0);
        while let Some(part) = under_way.next(services, admin).await.unwrap() {
            assert!(part.bytes.len() <= 20_000, "{}", part.bytes.len());
            parts += 1;
            room.clock.advance(Duration::from_secs(1));
            // Also who breaks off here has left a trace of what they took.
            let taken = room.taken().await;
            assert_eq!(taken.len(), parts);
            assert_eq!(taken[0], (true, parts as u64, part.entries));
            assert_eq!((part.number, part.is_cut), (parts, false));
            let text = String::from_utf8(part.bytes).unwrap();
            lines.extend(text.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()));
        }
        drop(under_way);
        assert!(parts > 2);
        let numbers: Vec<_> = lines.iter().map(|line| line["resourceId"].as_str().unwrap().parse::<i64>().unwrap()).collect();
        assert_eq!(numbers, (0..250).rev().collect::<Vec<_>>());
        assert!(lines.iter().all(|line| line.get("ipAddress").is_none()));
        let taken = room.taken().await;
        assert_eq!(taken.iter().map(|(_, _, entries)| entries).sum::<u64>(), 250);

        let mut csv = export(services, admin, Filter::default(), Format::Csv, 1 << 20).await.unwrap();
        let part = csv.next(services, admin).await.unwrap().unwrap();
        let text = String::from_utf8(part.bytes).unwrap();
        assert!(part.is_last && part.name.rsplit('.').next() == Some("csv"), "{}", part.name);
        assert!(text.contains("'=1+1") && !text.contains("192.0.2.7"), "{text}");
        assert_eq!(csv.next(services, admin).await.unwrap(), None);
    }

    async fn what_discord_did_not_take_is_on_record_as_that(test: TestDb) {
        let room = room(&test).await;
        room.write(5).await;
        let (services, admin) = (&room.services, &room.admin);
        let mut under_way = export(services, admin, Filter::default(), Format::Csv, 1 << 20).await.unwrap();
        let part = under_way.next(services, admin).await.unwrap().unwrap();
        room.clock.advance(Duration::from_secs(1));
        under_way.unsent(services, admin, part.number, part.entries).await.unwrap();
        assert_eq!(room.taken().await, [(false, 1, 5), (true, 1, 5)]);
        let recorded = room.lines(LinesFrom::Newest(Filter { success: Some(false), action: Some(DATA_EXPORT.to_owned()), ..Filter::default() })).await;
        assert_eq!(recorded.items[0].entry.error_message.as_deref(), Some(UNSENT));
    }

    async fn a_guild_verifies_its_own_chain(test: TestDb) {
        let room = room(&test).await;
        room.write(5).await;
        let outcome = verify(&room.services, &room.admin).await.unwrap();
        assert_eq!((outcome.verified.entries, outcome.findings), (5, vec![]));
        assert_eq!(outcome.head.map(|head| head.seq), Some(5));
        let member = Actor {
            membership: room.admin.membership.clone().map(|place| Membership { manage_guild: false, ..place }),
            ..room.admin.clone()
        };
        assert!(matches!(verify(&room.services, &member).await, Err(Error::User(UserError::Denied(_)))));
    }

    async fn chosen_entries_are_mirrored_together_with_the_head(test: TestDb) {
        let room = room(&test).await;
        room.write(3).await;
        let channel = Channel::default();
        assert_eq!(deliver(&room.services, &channel).await.unwrap(), 0);
        room.settle(json!({ "audit": { "channel": "4444444444444444444", "actions": ["club.import."] } })).await;
        room.write(50).await;
        assert_eq!(deliver(&room.services, &channel).await.unwrap(), 1);
        assert_eq!(channel.posted.lock().unwrap().last().unwrap().0, "4444444444444444444");
        let bundle = channel.last();
        // That it is told from here on is told first.
        assert_eq!((bundle.lines.len(), bundle.more, bundle.missed), (20, 6, 0));
        assert_eq!(bundle.lines[0].entry.action, GUILD_SETTINGS_UPDATE);
        assert!(bundle.lines[1..].iter().all(|line| line.entry.action == "club.import.apply"));
        let head = store::head(&test.db, room.guild_id.as_str()).await.unwrap().unwrap();
        assert_eq!((bundle.head.seq, &bundle.head.hash), (head.seq, &head.hash));
        assert_eq!(verify(&room.services, &room.admin).await.unwrap().posted, Some(bundle.head));

        // Not before some seconds are over, and not for what nobody chose.
        store::create(&test.db, &room.entry(60, "club.import.undo")).await.unwrap();
        assert_eq!(deliver(&room.services, &channel).await.unwrap(), 0);
        room.clock.advance(Duration::from_secs(5));
        assert_eq!(deliver(&room.services, &channel).await.unwrap(), 1);
        assert_eq!(channel.last().lines[0].entry.action, "club.import.undo");
        store::create(&test.db, &room.entry(61, "chat.message")).await.unwrap();
        room.clock.advance(Duration::from_secs(5));
        assert_eq!(deliver(&room.services, &channel).await.unwrap(), 0);
        // But a head that moved is posted each day.
        room.clock.advance(Duration::from_hours(24));
        assert_eq!(deliver(&room.services, &channel).await.unwrap(), 1);
        assert_eq!(channel.last().lines, []);
        room.clock.advance(Duration::from_hours(24));
        assert_eq!(deliver(&room.services, &channel).await.unwrap(), 0);
    }

    async fn what_cannot_be_posted_is_tried_again_and_counted_in_the_end(test: TestDb) {
        let room = room(&test).await;
        room.settle(json!({ "audit": { "channel": "4444444444444444444", "actions": ["club.import."] } })).await;
        let channel = Channel::default();
        *channel.is_away.lock().unwrap() = true;
        room.write(4).await;
        for _ in 0..12 {
            assert_eq!(deliver(&room.services, &channel).await.unwrap(), 0);
            room.clock.advance(Duration::from_hours(1));
        }
        *channel.is_away.lock().unwrap() = false;
        store::create(&test.db, &room.entry(60, "club.import.undo")).await.unwrap();
        assert_eq!(deliver(&room.services, &channel).await.unwrap(), 1);
        let bundle = channel.last();
        assert_eq!((bundle.lines.len(), bundle.missed), (1, 3));
    }

    async fn of_two_programs_one_tells_a_guild_and_a_restart_goes_on(test: TestDb) {
        let room = room(&test).await;
        room.settle(json!({ "audit": { "channel": "4444444444444444444", "actions": ["club.import."] } })).await;
        room.write(4).await;
        let channel = Channel::default();
        let (one, other) = tokio::join!(deliver(&room.services, &channel), deliver(&room.services, &channel));
        assert_eq!(one.unwrap() + other.unwrap(), 1);
        room.clock.advance(Duration::from_mins(5));
        assert_eq!(deliver(&room.services, &channel).await.unwrap(), 0);
        room.settle(json!({ "audit": { "channel": null } })).await;
        room.write(10).await;
        room.clock.advance(Duration::from_mins(5));
        // That it is over, and by whom, is the last that it is told.
        assert_eq!(deliver(&room.services, &channel).await.unwrap(), 1);
        assert_eq!(channel.last().lines.len(), 1);
        room.clock.advance(Duration::from_mins(5));
        assert_eq!(deliver(&room.services, &channel).await.unwrap(), 0);
    }
}
