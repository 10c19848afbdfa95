//! Conversations are begun, found, listed and named, by their owner alone.

use slimy_store::chat::{self, ConversationFilter, NewConversation};
use slimy_store::{Id, PageRequest, StoreError, on_both_engines};

use super::{conversation, new_conversation, person, say};
use crate::support::{at, is_invalid, person_in_guild, some};

on_both_engines! {
    async fn a_conversation_is_found_as_it_was_begun_by_its_owner_alone(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let stranger = person(&test.db, "12").await;
        let new = NewConversation { guild_id: Some(guild.clone()), private: true, ..new_conversation(&user, Some("Slugs")) };
        let begun = chat::create_conversation(&test.db, new, at(5)).await.unwrap();
        assert_eq!((&begun.user_id, &begun.guild_id), (&user, &Some(guild)));
        assert_eq!((begun.title.as_deref(), begun.private, begun.last_position), (Some("Slugs"), true, 0));
        assert_eq!((begun.created_at, begun.updated_at), (at(5), at(5)));

        let found = chat::find_conversation(&test.db, &begun.id, &user).await.unwrap();
        assert_eq!(found, Some(begun.clone()));
        assert_eq!(chat::find_conversation(&test.db, &begun.id, &stranger).await.unwrap(), None);
        assert!(!chat::rename(&test.db, &begun.id, &stranger, "mine", at(6)).await.unwrap());
        assert!(!chat::delete_conversation(&test.db, &begun.id, &stranger, at(6)).await.unwrap());
        assert!(!chat::delete_forever(&test.db, &begun.id, &stranger, at(6)).await.unwrap());
        let found = chat::find_conversation(&test.db, &begun.id, &user).await.unwrap();
        assert_eq!(found, Some(begun));
    }

    async fn pages_of_conversations_lead_there_and_back(test: TestDb) {
        let user = person(&test.db, "1").await;
        let stranger = person(&test.db, "2").await;
        for n in 0..7 {
            conversation(&test.db, &user, Some(&format!("{n}")), at(n / 2)).await;
            conversation(&test.db, &stranger, Some("not theirs"), at(n / 2)).await;
        }
        let filter = ConversationFilter::of(user);
        let all = chat::list_conversations(&test.db, &filter, &PageRequest::first(100)).await.unwrap();
        assert_eq!(all.items.len(), 7);
        assert_eq!(all.items[0].title.as_deref(), Some("6"));

        let first = chat::list_conversations(&test.db, &filter, &PageRequest::first(3)).await.unwrap();
        let second = PageRequest::after(3, first.next.clone().unwrap());
        let second = chat::list_conversations(&test.db, &filter, &second).await.unwrap();
        let third = PageRequest::after(3, second.next.clone().unwrap());
        let third = chat::list_conversations(&test.db, &filter, &third).await.unwrap();
        let there = [first.items.clone(), second.items.clone(), third.items.clone()].concat();
        assert_eq!(there, all.items);
        assert!(first.previous.is_none() && third.next.is_none());
        let back = PageRequest::before(3, third.previous.unwrap());
        assert_eq!(chat::list_conversations(&test.db, &filter, &back).await.unwrap().items, second.items);
    }

    async fn the_conversation_where_something_was_said_last_comes_first(test: TestDb) {
        let user = person(&test.db, "1").await;
        let old = conversation(&test.db, &user, None, at(1)).await;
        let new = conversation(&test.db, &user, None, at(2)).await;
        let first = |at: &'static str| {
            let (db, user) = (test.db.clone(), user.clone());
            async move { chat::find_current(&db, &user, at, false).await.unwrap().map(|found| found.id) }
        };
        assert_eq!(first("33").await, Some(new.id.clone()));
        say(&test.db, &user, &old.id, "hello", at(3)).await;
        assert_eq!(first("33").await, Some(old.id.clone()));
        // What is brought in from before puts nothing back.
        say(&test.db, &user, &old.id, "earlier", at(0)).await;
        assert_eq!(first("33").await, Some(old.id.clone()));
        assert!(chat::delete_conversation(&test.db, &old.id, &user, at(4)).await.unwrap());
        assert_eq!(first("33").await, Some(new.id));
        assert_eq!(first("44").await, None);
    }

    async fn a_private_conversation_is_not_gone_on_with_in_public(test: TestDb) {
        let user = person(&test.db, "1").await;
        let public = conversation(&test.db, &user, None, at(1)).await;
        let new = NewConversation { private: true, ..new_conversation(&user, None) };
        let private = chat::create_conversation(&test.db, new, at(2)).await.unwrap();
        for (private, expected) in [(false, &public.id), (true, &private.id)] {
            let found = chat::find_current(&test.db, &user, "33", private).await.unwrap();
            assert_eq!(&found.unwrap().id, expected);
            let filter = ConversationFilter { private: Some(private), ..ConversationFilter::of(user.clone()) };
            let page = chat::list_conversations(&test.db, &filter, &PageRequest::first(9)).await.unwrap();
            assert_eq!((page.items.len(), &page.items[0].id), (1, expected));
        }
    }

    async fn a_list_is_of_the_guild_and_channel_that_were_asked_for(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        for (guild_id, channel) in [(Some(&guild), "a"), (Some(&guild), "b"), (None, "dm")] {
            let new = NewConversation {
                guild_id: guild_id.cloned(),
                channel_id: some(channel),
                ..new_conversation(&user, None)
            };
            chat::create_conversation(&test.db, new, at(1)).await.unwrap();
        }
        let elsewhere: Id = "elsewhere".into();
        for (guild_id, channel, hits) in [
            (None, None, 3), (Some(&guild), None, 2), (Some(&guild), Some("b"), 1),
            (None, Some("dm"), 1), (Some(&guild), Some("dm"), 0), (Some(&elsewhere), None, 0),
        ] {
            let filter = ConversationFilter {
                guild_id: guild_id.cloned(),
                channel_id: channel.map(str::to_owned),
                ..ConversationFilter::of(user.clone())
            };
            let page = chat::list_conversations(&test.db, &filter, &PageRequest::first(9)).await.unwrap();
            assert_eq!(page.items.len(), hits, "{filter:?}");
        }
    }

    async fn a_persons_title_wins_over_one_that_was_made_up(test: TestDb) {
        let user = person(&test.db, "1").await;
        let id = conversation(&test.db, &user, None, at(1)).await.id;
        assert!(chat::title_if_untitled(&test.db, &id, "Made up").await.unwrap());
        assert!(!chat::title_if_untitled(&test.db, &id, "Again").await.unwrap());
        assert!(chat::rename(&test.db, &id, &user, "Mine", at(2)).await.unwrap());
        assert!(!chat::title_if_untitled(&test.db, &id, "Late").await.unwrap());
        let found = chat::find_conversation(&test.db, &id, &user).await.unwrap().unwrap();
        assert_eq!((found.title.as_deref(), found.updated_at), (Some("Mine"), at(2)));
    }

    async fn a_title_has_letters_and_an_end(test: TestDb) {
        let user = person(&test.db, "1").await;
        let id = conversation(&test.db, &user, None, at(1)).await.id;
        let longest = "🐌".repeat(100);
        assert!(chat::rename(&test.db, &id, &user, &longest, at(2)).await.unwrap());
        let long = chat::rename(&test.db, &id, &user, &"🐌".repeat(101), at(3)).await;
        assert!(matches!(long, Err(StoreError::Limit { most: 100, got: 101, .. })), "{long:?}");
        for title in ["", " \n", "a\0b"] {
            assert!(is_invalid(&chat::rename(&test.db, &id, &user, title, at(3)).await), "{title:?}");
            assert!(is_invalid(&chat::title_if_untitled(&test.db, &id, title).await), "{title:?}");
            let new = new_conversation(&user, Some(title));
            assert!(is_invalid(&chat::create_conversation(&test.db, new, at(3)).await), "{title:?}");
        }
        let found = chat::find_conversation(&test.db, &id, &user).await.unwrap().unwrap();
        assert_eq!(found.title, Some(longest));
    }
}
