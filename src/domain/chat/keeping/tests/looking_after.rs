//! Renaming, going on elsewhere and deleting: one's own, audited, and without a word in the log.

use std::time::Duration;

use slimy_store::{
    chat::{self, MessageStatus},
    limits, on_both_engines,
};

use super::super::From;
use super::super::{
    At, Format, continue_here, delete, export, find, list, open, rename, search, suggest,
};
use super::room::{at, form, refusal, room};
use crate::{audit, rights::Actor, upkeep};

const GONE: &str = "conversation_not_found";

on_both_engines! {
    async fn a_title_is_changed_and_stays_out_of_the_audit_log(test: TestDb) {
        let room = room(&test).await;
        let id = room.talks(&room.ana, None, 1).await;
        let renamed = rename(&room.services, &room.ana, &id, " My\nsnails ").await.unwrap();
        assert_eq!((renamed.before, renamed.after.as_str()), (None, "My snails"));
        let again = rename(&room.services, &room.ana, &id, "Slugs").await.unwrap();
        assert_eq!(again.before.as_deref(), Some("My snails"));
        assert_eq!(refusal(rename(&room.services, &room.ana, &id, "--").await), "title_empty");
        let found = find(&room.services, &room.ana, Some(&id)).await.unwrap();
        assert_eq!(found.title.as_deref(), Some("Slugs"));
        let entries = room.audited(audit::CHAT_CONVERSATION_RENAME).await;
        assert_eq!(entries.len(), 2);
        assert_eq!((entries[0].resource_id.as_str(), &entries[0].details), (id.as_str(), &None));
        assert_eq!(entries[0].user_id.as_ref(), Some(&room.ana.user_id));
    }

    async fn nothing_can_be_done_to_what_is_somebody_elses(test: TestDb) {
        let room = room(&test).await;
        let id = room.talks(&room.ana, Some("Secret"), 1).await;
        let [question, _] = room.turn(&room.ana, &id, ["What?", "That."], 2).await;
        let bobs = room.talks(&room.bob, Some("Bob's"), 3).await;
        let (services, bob) = (&room.services, &room.bob);
        assert_eq!(refusal(find(services, bob, Some(&id)).await), GONE);
        assert_eq!(refusal(open(services, bob, &id, At::Newest).await), GONE);
        assert_eq!(refusal(open(services, bob, &id, At::Message(&question.id)).await), GONE);
        assert_eq!(refusal(rename(services, bob, &id, "Mine").await), GONE);
        assert_eq!(refusal(export(services, bob, &id, form(Format::Json, 1 << 20), None).await), GONE);
        assert_eq!(refusal(continue_here(services, bob, &id, "33").await), GONE);
        assert_eq!(refusal(delete(services, bob, &id, false).await), GONE);
        assert_eq!(refusal(delete(services, bob, &id, true).await), GONE);
        // His own conversation does not open at a message of hers.
        let opened = open(services, bob, &bobs, At::Message(&question.id)).await.unwrap();
        assert_eq!(opened.messages, []);
        for action in [
            audit::CHAT_CONVERSATION_RENAME, audit::CHAT_CONVERSATION_DELETE,
            audit::CHAT_CONVERSATION_MOVE, audit::DATA_EXPORT,
        ] {
            assert_eq!(room.audited(action).await, [], "{action}");
        }
        let mine = open(services, &room.ana, &id, At::Newest).await.unwrap();
        assert_eq!((mine.conversation.title.as_deref(), mine.messages.len()), (Some("Secret"), 2));
    }

    async fn a_conversation_goes_on_in_another_channel_of_its_own_place(test: TestDb) {
        let room = room(&test).await;
        let (services, ana) = (&room.services, &room.ana);
        let old = room.talks(ana, Some("Old"), 1).await;
        let elsewhere = room.talks_in(ana, Some(&room.elsewhere), None, 2).await;
        let direct = room.talks_in(ana, None, None, 3).await;
        for id in [&elsewhere, &direct] {
            let refused = continue_here(services, ana, id, "44").await.unwrap_err();
            assert!(refused.to_string().ends_with("go on with it there."), "{refused}");
            assert_eq!(refusal(Err::<(), _>(refused)), GONE, "where is nothing for the admins here");
        }
        let refused = continue_here(services, &room.ana_directly(), &old, "44").await;
        assert_eq!(refusal(refused), GONE);

        let moved = continue_here(services, ana, &old, "44").await.unwrap();
        assert!(moved.is_here && moved.title.as_deref() == Some("Old"));
        let current = chat::find_current(&services.db, &ana.user_id, "44", false).await.unwrap();
        assert_eq!(current.map(|current| current.id), Some(old.clone()));
        let entries = room.audited(audit::CHAT_CONVERSATION_MOVE).await;
        assert_eq!((entries.len(), entries[0].resource_id.as_str()), (1, old.as_str()));
        let details = &entries[0].details.as_ref().unwrap().0;
        assert_eq!(details["channel"], serde_json::json!({"before": "33", "after": "44"}));
        let directly = continue_here(services, &room.ana_directly(), &direct, "55").await.unwrap();
        assert!(directly.is_here);
    }

    async fn what_is_done_to_a_conversation_is_on_record_where_it_is_held_and_not_where_its_person_is(test: TestDb) {
        let room = room(&test).await;
        let (services, ana) = (&room.services, &room.ana);
        let here = ana.guild_id().unwrap().clone();
        for place in [Some(here), Some(room.elsewhere.clone()), None] {
            let id = room.talks_in(ana, place.as_ref(), Some("Snails"), 1).await;
            let question = room.asks(ana, &id, "Tell me all", 2).await;
            room.begins_to_answer(&question, 3).await;
            room.clock.advance(Duration::from_secs(1));
            rename(services, ana, &id, "Slugs").await.unwrap();
            export(services, ana, &id, form(Format::Json, 1 << 20), None).await.unwrap();
            delete(services, ana, &id, false).await.unwrap();
            for action in [
                audit::CHAT_CONVERSATION_RENAME, audit::DATA_EXPORT,
                audit::CHAT_ANSWER_STOP, audit::CHAT_CONVERSATION_DELETE,
            ] {
                let newest = &room.audited(action).await[0];
                assert_eq!((&newest.user_id, &newest.guild_id), (&Some(ana.user_id.clone()), &place), "{action}");
            }
        }
    }

    async fn what_was_deleted_is_found_nowhere_and_goes_for_good_after_thirty_days(test: TestDb) {
        let room = room(&test).await;
        let (services, ana) = (&room.services, &room.ana);
        let id = room.talks(ana, Some("Snails"), 1).await;
        let [question, answer] = room.turn(ana, &id, ["What are snails?", "Snails are slow."], 2).await;
        let deleted = delete(services, ana, &id, false).await.unwrap();
        let month = Duration::from_hours(30 * 24);
        assert_eq!(limits::KEPT_AFTER_DELETION, month);
        assert_eq!(deleted.title.as_deref(), Some("Snails"));
        assert_eq!(deleted.kept_until, Some(at(10_000) + month));

        assert_eq!(refusal(list(services, ana, From::Newest).await), "no_conversation");
        assert_eq!(refusal(open(services, ana, &id, At::Newest).await), GONE);
        assert_eq!(search(services, ana, "snails", From::Newest).await.unwrap().hits, []);
        assert_eq!(suggest(services, ana, "").await.unwrap(), []);
        assert_eq!(suggest(services, ana, "snails").await.unwrap(), []);
        assert_eq!(refusal(rename(services, ana, &id, "Slugs").await), GONE);
        assert_eq!(refusal(delete(services, ana, &id, true).await), GONE);
        let entries = room.audited(audit::CHAT_CONVERSATION_DELETE).await;
        let details = &entries[0].details.as_ref().unwrap().0;
        assert_eq!((entries.len(), details), (1, &serde_json::json!({"forever": false})));

        room.clock.set(at(10_000) + month);
        assert!(upkeep::purge(services).await.unwrap().is_empty());
        room.clock.advance(Duration::from_secs(1));
        let purged = upkeep::purge(services).await.unwrap();
        assert!(purged.chat > 0);
        for message in [question, answer] {
            assert_eq!(chat::find_message(&services.db, &message.id).await.unwrap(), None);
        }
        assert!(!chat::delete_forever(&services.db, &id, &ana.user_id, at(0)).await.unwrap());
    }

    async fn what_is_deleted_forever_is_gone_at_once(test: TestDb) {
        let room = room(&test).await;
        let (services, ana) = (&room.services, &room.ana);
        let id = room.talks(ana, Some("Snails"), 1).await;
        room.turn(ana, &id, ["What are snails?", "Slow."], 2).await;
        let other = room.talks(ana, Some("Slugs"), 3).await;
        room.turn(ana, &other, ["And slugs?", "Slower."], 4).await;
        let deleted = delete(services, ana, &id, true).await.unwrap();
        assert_eq!((deleted.title.as_deref(), deleted.kept_until), (Some("Snails"), None));
        assert!(!chat::delete_forever(&services.db, &id, &ana.user_id, at(0)).await.unwrap());
        let entries = room.audited(audit::CHAT_CONVERSATION_DELETE).await;
        let details = &entries[0].details.as_ref().unwrap().0;
        assert_eq!((entries.len(), details), (1, &serde_json::json!({"forever": true})));
        let left = open(services, ana, &other, At::Newest).await.unwrap();
        assert_eq!(left.messages.len(), 2);
    }

    async fn an_answer_that_is_coming_in_is_stopped_before_its_conversation_is_deleted(test: TestDb) {
        let room = room(&test).await;
        let (services, ana): (_, &Actor) = (&room.services, &room.ana);
        let id = room.talks(ana, None, 1).await;
        let question = room.asks(ana, &id, "Tell me all", 2).await;
        let answer = room.begins_to_answer(&question, 3).await;
        chat::save_progress(&services.db, &answer.id, "All beg", at(4)).await.unwrap();
        delete(services, ana, &id, false).await.unwrap();
        let outcome = chat::Outcome::new(MessageStatus::Complete, "All begins");
        let late = chat::finish(&services.db, &answer.id, &outcome, at(5)).await.unwrap();
        assert_eq!(late, chat::Finished::Before(MessageStatus::Stopped));
    }
}
