//! Nobody silences an audit channel without its readers seeing who did.

use std::time::Duration;

use serde_json::json;
use slimy_store::{audit as store, on_both_engines};

use super::super::mirror::deliver;
use super::super::*;
use super::on_engines::{Channel, Room, room};

const A: &str = "4444444444444444444";
const B: &str = "5555555555555555555";

impl Room {
    async fn channel(&self, channel: Option<&str>) {
        let actions = ["club.import."];
        self.settle(json!({ "audit": { "channel": channel, "actions": actions } }))
            .await;
    }

    /// What is told until nothing is left, a minute and a half apart.
    async fn told(&self, channel: &Channel) -> Vec<(String, Vec<String>)> {
        let before = channel.posted.lock().unwrap().len();
        for _ in 0..8 {
            deliver(&self.services, channel).await.unwrap();
            self.clock.advance(Duration::from_secs(90));
        }
        let posted = channel.posted.lock().unwrap();
        let bundles = posted[before..].iter().map(|(channel, bundle)| {
            let actions = bundle.lines.iter().map(|line| line.entry.action.clone());
            (channel.clone(), actions.collect())
        });
        bundles.collect()
    }

    async fn import(&self, number: i64) {
        store::create(&self.services.db, &self.entry(number, CLUB_IMPORT))
            .await
            .unwrap();
    }
}

fn told(channel: &str, actions: &[&str]) -> (String, Vec<String>) {
    let actions = actions.iter().map(|action| (*action).to_owned());
    (channel.to_owned(), actions.collect())
}

on_both_engines! {
    async fn a_channel_that_is_taken_away_is_told_by_whom_and_of_what_waited(test: TestDb) {
        let (room, channel) = (room(&test).await, Channel::default());
        room.channel(Some(A)).await;
        assert_eq!(room.told(&channel).await, [told(A, &[GUILD_SETTINGS_UPDATE])]);
        room.import(1).await;
        room.channel(None).await;
        room.import(2).await;
        assert_eq!(room.told(&channel).await, [told(A, &[CLUB_IMPORT, GUILD_SETTINGS_UPDATE])]);
        let head = store::head(&test.db, room.guild_id.as_str()).await.unwrap().unwrap();
        let bundle = channel.last();
        assert_eq!((bundle.head.seq, &bundle.head.hash), (head.seq, &head.hash));
        assert!(bundle.lines[1].person.is_some());
        // What was done while nobody was told is told nobody later.
        room.import(3).await;
        room.channel(Some(B)).await;
        room.import(4).await;
        assert_eq!(room.told(&channel).await, [told(B, &[GUILD_SETTINGS_UPDATE, CLUB_IMPORT])]);
    }

    async fn a_channel_that_gives_way_to_another_is_told_so_even_if_it_is_taken_away_in_between(test: TestDb) {
        let (room, channel) = (room(&test).await, Channel::default());
        room.channel(Some(A)).await;
        room.told(&channel).await;
        room.channel(Some(B)).await;
        room.import(1).await;
        assert_eq!(room.told(&channel).await, [told(A, &[GUILD_SETTINGS_UPDATE]), told(B, &[CLUB_IMPORT])]);
        room.channel(None).await;
        room.import(2).await;
        room.channel(Some(A)).await;
        room.import(3).await;
        let expected = [told(B, &[GUILD_SETTINGS_UPDATE]), told(A, &[GUILD_SETTINGS_UPDATE, CLUB_IMPORT])];
        assert_eq!(room.told(&channel).await, expected);
    }

    async fn a_flood_of_entries_hides_no_change(test: TestDb) {
        let (room, channel) = (room(&test).await, Channel::default());
        room.channel(Some(A)).await;
        room.told(&channel).await;
        room.write(1_100).await;
        room.channel(None).await;
        room.write(60).await;
        let bundles = room.told(&channel).await;
        assert!(bundles.iter().all(|(channel, _)| channel == A));
        let [.., last] = &bundles[..] else { panic!("nothing was told") };
        assert_eq!((bundles.len(), last.1.len()), (3, 20));
        assert_eq!(last.1[19], GUILD_SETTINGS_UPDATE);
    }

    async fn whoever_chooses_what_is_told_is_told_of(test: TestDb) {
        let (room, channel) = (room(&test).await, Channel::default());
        room.channel(Some(A)).await;
        room.told(&channel).await;
        room.settle(json!({ "audit": { "actions": [CHAT_MESSAGE] } })).await;
        room.settle(json!({ "language": "de" })).await;
        room.import(1).await;
        assert_eq!(room.told(&channel).await, [told(A, &[GUILD_SETTINGS_UPDATE])]);
    }

    async fn a_channel_that_is_gone_keeps_the_next_one_waiting_for_minutes_alone(test: TestDb) {
        let (room, channel) = (room(&test).await, Channel::default());
        room.channel(Some(A)).await;
        room.told(&channel).await;
        *channel.is_away.lock().unwrap() = true;
        room.channel(Some(B)).await;
        room.import(1).await;
        for _ in 0..5 {
            assert_eq!(deliver(&room.services, &channel).await.unwrap(), 0);
            room.clock.advance(Duration::from_secs(90));
        }
        *channel.is_away.lock().unwrap() = false;
        assert_eq!(room.told(&channel).await, [told(B, &[CLUB_IMPORT])]);
        assert_eq!(channel.last().missed, 1);
    }
}
