//! Which member somebody in Discord is.

use slimy_store::club::{self, LinkOutcome, LinkStatus};
use slimy_store::{Db, Id, on_both_engines, users};

use super::{committed, members};
use crate::support::{at, is_invalid, new_user, person_in_guild};

async fn claim(db: &Db, guild: &Id, member: &Id, user: &Id) -> LinkOutcome {
    committed!(db, |tx| club::link_member(
        &mut tx,
        guild,
        member,
        user,
        LinkStatus::Claimed,
        at(1)
    ))
    .unwrap()
}

async fn person(db: &Db, discord_id: &str) -> Id {
    users::upsert(db, new_user(discord_id), at(0))
        .await
        .unwrap()
        .row
        .id
}

on_both_engines! {
    async fn a_claim_is_confirmed_by_a_manager_and_stays_so(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let manager = person(&test.db, "12").await;
        let [ada] = members(&test.db, &guild, ["Ada"]).await;
        assert_eq!(claim(&test.db, &guild, &ada, &user).await, LinkOutcome::Done);
        assert!(!club::confirm_link(&test.db, &guild, &ada, &manager, &manager, at(2)).await.unwrap());
        assert!(club::confirm_link(&test.db, &guild, &ada, &user, &manager, at(2)).await.unwrap());
        assert!(!club::confirm_link(&test.db, &guild, &ada, &user, &manager, at(3)).await.unwrap());
        assert_eq!(claim(&test.db, &guild, &ada, &user).await, LinkOutcome::Done);
        let found = club::find_linked_member(&test.db, &guild, &user).await.unwrap().unwrap();
        assert_eq!((found.id.clone(), found.link()), (ada.clone(), Some((&user, LinkStatus::Confirmed))));
        assert_eq!(found.confirmed_by, Some(manager));

        assert!(club::unlink_member(&test.db, &guild, &ada, at(4)).await.unwrap());
        assert!(!club::unlink_member(&test.db, &guild, &ada, at(5)).await.unwrap());
        assert_eq!(club::find_linked_member(&test.db, &guild, &user).await.unwrap(), None);
        let none = committed!(test.db, |tx| club::link_member(&mut tx, &guild, &ada, &user, LinkStatus::None, at(6)));
        assert!(is_invalid(&none), "{none:?}");
    }

    async fn nobody_is_two_members_and_no_member_two_people(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let other = person(&test.db, "12").await;
        let [ada, bea] = members(&test.db, &guild, ["Ada", "Bea"]).await;
        assert_eq!(claim(&test.db, &guild, &ada, &user).await, LinkOutcome::Done);
        assert_eq!(claim(&test.db, &guild, &ada, &other).await, LinkOutcome::MemberTaken);
        assert_eq!(claim(&test.db, &guild, &bea, &user).await, LinkOutcome::UserTaken(ada));
        assert_eq!(claim(&test.db, &guild, &bea, &other).await, LinkOutcome::Done);
    }

    async fn of_many_who_claim_a_member_at_once_one_is_it(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let [ada] = members(&test.db, &guild, ["Ada"]).await;
        let mut tasks = Vec::new();
        for n in 0..6 {
            let user = person(&test.db, &format!("5{n}")).await;
            let (db, guild, ada) = (test.db.clone(), guild.clone(), ada.clone());
            tasks.push(tokio::spawn(async move { claim(&db, &guild, &ada, &user).await }));
        }
        let mut won = 0;
        for task in tasks {
            won += u32::from(task.await.unwrap() == LinkOutcome::Done);
        }
        assert_eq!(won, 1);
    }
}
