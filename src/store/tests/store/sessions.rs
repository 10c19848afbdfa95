//! Sessions are opened by their token alone, until they are over.

use slimy_store::sessions::{self, SessionToken};
use slimy_store::{Db, Id, StoreError, on_both_engines, users};

use crate::support::{at, count, is_invalid, new_user, raw};

async fn person(db: &Db, discord_id: &str) -> Id {
    users::upsert(db, new_user(discord_id), at(0))
        .await
        .unwrap()
        .row
        .id
}

on_both_engines! {
    async fn a_token_opens_its_session_until_that_is_over(test: TestDb) {
        let user = person(&test.db, "1").await;
        let (session, token) = sessions::create(&test.db, &user, at(10), at(0)).await.unwrap();
        let token: SessionToken = token.reveal().to_owned().into();
        let found = sessions::find_by_token(&test.db, &token, at(9)).await.unwrap().unwrap();
        assert_eq!(found.session, session);
        assert_eq!((found.user.id, found.user.discord_id), (user, "1".to_owned()));
        assert_eq!((session.created_at, session.expires_at), (at(0), at(10)));
        assert_eq!(sessions::find_by_token(&test.db, &token, at(10)).await.unwrap(), None);
        for text in ["", "nobody's", session.id.as_str(), "' OR '1'='1", "a\0b"] {
            let nobodys: SessionToken = text.to_owned().into();
            assert_eq!(sessions::find_by_token(&test.db, &nobodys, at(1)).await.unwrap(), None, "{text:?}");
        }
    }

    async fn a_token_is_256_random_bits_and_stored_as_its_hash_alone(test: TestDb) {
        let user = person(&test.db, "1").await;
        let (_, first) = sessions::create(&test.db, &user, at(10), at(0)).await.unwrap();
        let (_, second) = sessions::create(&test.db, &user, at(10), at(0)).await.unwrap();
        assert_ne!(first, second);
        let text = first.reveal();
        assert_eq!(text.len(), 43);
        assert!(text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_'), "{text}");
        assert!(!format!("{first:?}").contains(text));
        let plain = format!("SELECT count(*) FROM sessions WHERE token_hash LIKE '%{text}%'");
        assert_eq!(count(&test, &plain).await, 0);
        let hashes = "SELECT count(*) FROM sessions WHERE length(token_hash) = 64";
        assert_eq!(count(&test, hashes).await, 2);
    }

    async fn a_session_that_is_over_before_it_begins_is_refused(test: TestDb) {
        let user = person(&test.db, "1").await;
        for now in [at(10), at(11)] {
            let refused = sessions::create(&test.db, &user, at(10), now).await;
            assert!(is_invalid(&refused), "{refused:?}");
        }
        let nobodys = sessions::create(&test.db, &"nobody".into(), at(10), at(0)).await;
        assert!(matches!(nobodys, Err(StoreError::ForeignKey)), "{nobodys:?}");
    }

    async fn a_session_is_ended_once_by_its_key_or_its_token(test: TestDb) {
        let user = person(&test.db, "1").await;
        let (session, token) = sessions::create(&test.db, &user, at(10), at(0)).await.unwrap();
        assert!(sessions::delete(&test.db, &session.id).await.unwrap());
        assert!(!sessions::delete(&test.db, &session.id).await.unwrap());
        assert_eq!(sessions::find_by_token(&test.db, &token, at(1)).await.unwrap(), None);
        let (_, token) = sessions::create(&test.db, &user, at(10), at(0)).await.unwrap();
        assert!(sessions::delete_by_token(&test.db, &token).await.unwrap());
        assert!(!sessions::delete_by_token(&test.db, &token).await.unwrap());
    }

    async fn all_of_a_persons_sessions_end_and_nobody_elses(test: TestDb) {
        let (user, other) = (person(&test.db, "1").await, person(&test.db, "2").await);
        for end in [at(5), at(20), at(10)] {
            sessions::create(&test.db, &user, end, at(0)).await.unwrap();
        }
        let (_, kept) = sessions::create(&test.db, &other, at(10), at(0)).await.unwrap();
        let open = sessions::list_of_user(&test.db, &user, at(5)).await.unwrap();
        assert_eq!(open.iter().map(|session| session.expires_at).collect::<Vec<_>>(), [at(20), at(10)]);
        assert_eq!(sessions::delete_all_of_user(&test.db, &user).await.unwrap(), 3);
        assert_eq!(sessions::delete_all_of_user(&test.db, &user).await.unwrap(), 0);
        assert!(sessions::find_by_token(&test.db, &kept, at(1)).await.unwrap().is_some());
    }

    async fn sessions_that_are_over_are_deleted_oldest_first_in_chunks(test: TestDb) {
        let user = person(&test.db, "1").await;
        let mut tokens = Vec::new();
        for end in 1..=5 {
            tokens.push(sessions::create(&test.db, &user, at(end), at(0)).await.unwrap().1);
        }
        assert_eq!(sessions::delete_expired(&test.db, at(4), 3).await.unwrap(), 3);
        assert!(sessions::find_by_token(&test.db, &tokens[3], at(0)).await.unwrap().is_some());
        assert_eq!(sessions::delete_expired(&test.db, at(4), 3).await.unwrap(), 1);
        assert_eq!(sessions::delete_expired(&test.db, at(4), 3).await.unwrap(), 0);
        assert!(sessions::find_by_token(&test.db, &tokens[4], at(0)).await.unwrap().is_some());
        let refused = sessions::delete_expired(&test.db, at(4), 1_001).await;
        assert!(matches!(refused, Err(StoreError::Limit { .. })), "{refused:?}");
    }

    async fn a_persons_sessions_go_with_the_person(test: TestDb) {
        let user = person(&test.db, "1").await;
        let (_, token) = sessions::create(&test.db, &user, at(10), at(0)).await.unwrap();
        raw(&test, &[format!("DELETE FROM users WHERE id = '{user}'")]).await.unwrap();
        assert_eq!(sessions::find_by_token(&test.db, &token, at(1)).await.unwrap(), None);
    }
}
