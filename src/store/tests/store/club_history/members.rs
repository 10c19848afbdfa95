//! Members, their other names, and two who turn out to be one.

use slimy_store::club::{self, AliasOutcome, AliasSource, LinkStatus, Naming, NewAlias, NewMember};
use slimy_store::{Db, Id, StoreError, limits, on_both_engines};

use super::{SIM, committed, members, new_member, roster, seen, snapshot};
use crate::support::{at, count, is_invalid, new_guild, person_in_guild, some};

async fn alias(db: &Db, guild: &Id, member: &Id, alias: &str) -> Result<AliasOutcome, StoreError> {
    let new = NewAlias {
        guild_id: guild.clone(),
        member_id: member.clone(),
        alias: alias.to_owned(),
        alias_key: alias.to_lowercase(),
        source: AliasSource::Command,
        created_by: None,
    };
    committed!(db, |tx| club::add_alias(&mut tx, new, at(1)))
}

async fn aliases(db: &Db, guild: &Id) -> Vec<(String, AliasSource, Id)> {
    let all = club::list_aliases(db, guild).await.unwrap();
    all.into_iter()
        .map(|one| (one.alias, one.source, one.member_id))
        .collect()
}

async fn rename(db: &Db, guild: &Id, member: &Id, name: &str) -> Naming {
    let key = name.to_lowercase();
    committed!(db, |tx| club::rename_member(
        &mut tx,
        guild,
        member,
        (name, &key),
        None,
        at(5)
    ))
    .unwrap()
}

on_both_engines! {
    async fn a_member_is_made_once_and_listed_by_name(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let [b, a] = members(&test.db, &guild, ["Bea", "Ada"]).await;
        let again = committed!(test.db, |tx| club::create_member(&mut tx, new_member(&guild, "ADA"), at(9))).unwrap();
        assert_eq!((again.created, &again.row.id, &again.row.name[..]), (false, &a, "Ada"));
        assert_eq!((again.row.link(), &again.row.first_seen_week), (None, &None));
        let all = club::list_members(&test.db, &guild).await.unwrap();
        assert_eq!(all.iter().map(|one| &one.id).collect::<Vec<_>>(), [&a, &b]);
        let found = club::find_member_by_key(&test.db, &guild, "bea").await.unwrap().unwrap();
        assert_eq!(found, all[1]);
    }

    async fn a_club_is_its_guilds_alone(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let [ada] = members(&test.db, &guild, ["Ada"]).await;
        let other = slimy_store::guilds::upsert(&test.db, new_guild("23", "Other"), at(0)).await.unwrap().row.id;
        members(&test.db, &other, ["Ada"]).await;
        assert_eq!(club::find_member(&test.db, &other, &ada).await.unwrap(), None);
        assert_eq!(alias(&test.db, &other, &ada, "Eve").await.unwrap(), AliasOutcome::NotFound);
        assert_eq!(rename(&test.db, &other, &ada, "Eve").await, Naming::NotFound);
        assert!(!club::set_display_name(&test.db, &other, &ada, Some("x"), at(1)).await.unwrap());
        assert!(!club::unlink_member(&test.db, &other, &ada, at(1)).await.unwrap());
        let link = committed!(test.db, |tx| club::link_member(&mut tx, &other, &ada, &user, LinkStatus::Claimed, at(1)));
        assert_eq!(link.unwrap(), club::LinkOutcome::NotFound);
        let nowhere = committed!(test.db, |tx| club::hold_history(&mut tx, &"nowhere".into()));
        assert!(matches!(nowhere, Err(StoreError::NotFound)), "{nowhere:?}");
    }

    async fn an_alias_means_one_member(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let [ada, bea] = members(&test.db, &guild, ["Ada", "Bea"]).await;
        assert!(matches!(alias(&test.db, &guild, &ada, "Adda").await.unwrap(), AliasOutcome::Added(_)));
        assert_eq!(alias(&test.db, &guild, &ada, "ADDA").await.unwrap(), AliasOutcome::Known);
        assert_eq!(alias(&test.db, &guild, &ada, "ada").await.unwrap(), AliasOutcome::Known);
        assert_eq!(alias(&test.db, &guild, &bea, "adda").await.unwrap(), AliasOutcome::Taken(ada.clone()));
        assert_eq!(alias(&test.db, &guild, &bea, "ada").await.unwrap(), AliasOutcome::Taken(ada.clone()));
        let named_so = committed!(test.db, |tx| club::create_member(&mut tx, new_member(&guild, "Adda"), at(2)));
        assert!(matches!(named_so, Err(StoreError::Conflict)), "{named_so:?}");

        let removed = club::remove_alias(&test.db, &guild, "adda").await.unwrap().unwrap();
        assert_eq!((removed.alias.as_str(), removed.member_id), ("Adda", ada));
        assert_eq!(club::remove_alias(&test.db, &guild, "adda").await.unwrap(), None);
        assert!(matches!(alias(&test.db, &guild, &bea, "adda").await.unwrap(), AliasOutcome::Added(_)));
    }

    async fn a_renamed_member_is_still_known_by_the_name_before(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let [ada, bea] = members(&test.db, &guild, ["Ada", "Bea"]).await;
        alias(&test.db, &guild, &ada, "Ida").await.unwrap();
        assert_eq!(rename(&test.db, &guild, &ada, "bea").await, Naming::Taken(bea.clone()));
        assert_eq!(rename(&test.db, &guild, &bea, "ida").await, Naming::Taken(ada.clone()));
        // An alias of its own becomes the name, and the name an alias.
        assert_eq!(rename(&test.db, &guild, &ada, "Ida").await, Naming::Done);
        assert_eq!(aliases(&test.db, &guild).await, [("Ada".to_owned(), AliasSource::Rename, ada.clone())]);
        // Another spelling of the same name is no alias.
        assert_eq!(rename(&test.db, &guild, &ada, "IDA").await, Naming::Done);
        assert_eq!(aliases(&test.db, &guild).await.len(), 1);
        let found = club::find_member(&test.db, &guild, &ada).await.unwrap().unwrap();
        assert_eq!((found.name.as_str(), found.name_key.as_str(), found.updated_at), ("IDA", "ida", at(5)));
        assert!(club::set_display_name(&test.db, &guild, &ada, Some("Boss"), at(6)).await.unwrap());
        let found = club::find_member(&test.db, &guild, &ada).await.unwrap().unwrap();
        assert_eq!(found.display_name, some("Boss"));
    }

    async fn two_who_are_one_have_one_history(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let owner = (user.clone(), guild.clone());
        let [ada, ida, bea] = members(&test.db, &guild, ["Ada", "Ida", "Bea"]).await;
        snapshot(&test.db, &owner, ("2026-W01", SIM), &[(&ada, Some(10)), (&bea, Some(1))], at(1)).await;
        snapshot(&test.db, &owner, ("2026-W02", SIM), &[(&ada, None), (&ida, Some(22)), (&bea, Some(2))], at(2)).await;
        snapshot(&test.db, &owner, ("2026-W03", SIM), &[(&ada, Some(30)), (&ida, Some(33))], at(3)).await;
        snapshot(&test.db, &owner, ("2026-W04", SIM), &[(&ida, Some(40))], at(4)).await;
        alias(&test.db, &guild, &ida, "1da").await.unwrap();
        committed!(test.db, |tx| club::link_member(&mut tx, &guild, &ida, &user, LinkStatus::Claimed, at(5))).unwrap();
        for (member, value) in [(&ada, 7), (&ida, 8)] {
            let new = super::corrections::new(&guild, member, ("2026-W01", SIM), value, &user);
            committed!(test.db, |tx| club::set_correction(&mut tx, new, at(6))).unwrap();
        }
        let merged = committed!(test.db, |tx| async {
            let merged = club::merge_members(&mut tx, &guild, &ada, &ida, Some(&user), at(7)).await?;
            club::refresh_members(&mut tx, &guild, at(7)).await?;
            Ok::<_, StoreError>(merged)
        })
        .unwrap()
        .unwrap();
        assert_eq!(merged, club::Merged { powers: 2, doubled: 2, corrections: 1, aliases: 1 });

        assert_eq!(roster(&test.db, &guild, "2026-W01", SIM).await, ["Ada 7*", "Bea 1"]);
        assert_eq!(roster(&test.db, &guild, "2026-W02", SIM).await, ["Ada 22", "Bea 2"]);
        assert_eq!(roster(&test.db, &guild, "2026-W03", SIM).await, ["Ada 30"]);
        assert_eq!(roster(&test.db, &guild, "2026-W04", SIM).await, ["Ada 40"]);
        assert_eq!(seen(&test.db, &guild, &ada).await, ["2026-W01", "2026-W04", ""]);
        assert_eq!(seen(&test.db, &guild, &bea).await, ["2026-W01", "2026-W02", "2026-W03"]);
        let names: Vec<_> = aliases(&test.db, &guild).await.into_iter().map(|(alias, ..)| alias).collect();
        assert_eq!(names, ["1da", "Ida"]);
        let kept = club::find_member(&test.db, &guild, &ada).await.unwrap().unwrap();
        assert_eq!(kept.link(), Some((&user, LinkStatus::Claimed)));
        assert_eq!(club::find_member(&test.db, &guild, &ida).await.unwrap(), None);
        // Nothing that was read is lost.
        assert_eq!(count(&test, "SELECT count(*) FROM club_powers").await, 8);
        for (keep, other) in [(&ada, &ada), (&ada, &ida), (&ida, &ada)] {
            let again = committed!(test.db, |tx| club::merge_members(&mut tx, &guild, keep, other, None, at(8)));
            assert_eq!(again.unwrap(), None);
        }
    }

    async fn members_whom_many_make_at_once_are_there_once(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let tasks: Vec<_> = (0..8)
            .map(|_| {
                let (db, guild) = (test.db.clone(), guild.clone());
                tokio::spawn(async move { members(&db, &guild, ["Ada", "Bea", "Cleo"]).await })
            })
            .collect();
        let mut said = Vec::new();
        for task in tasks {
            said.push(task.await.unwrap());
        }
        assert!(said.iter().all(|ids| *ids == said[0]), "{said:?}");
        assert_eq!(count(&test, "SELECT count(*) FROM club_members").await, 3);
    }

    async fn names_without_a_key_and_long_ones_are_refused(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let [ada] = members(&test.db, &guild, ["Ada"]).await;
        let empty = NewMember { name_key: String::new(), ..new_member(&guild, "x") };
        let refused = committed!(test.db, |tx| club::create_member(&mut tx, empty, at(1)));
        assert!(is_invalid(&refused), "{refused:?}");
        let long = "é".repeat(limits::CLUB_NAME + 1);
        assert!(super::is_limit(&committed!(test.db, |tx| club::create_member(&mut tx, new_member(&guild, &long), at(1)))));
        assert!(super::is_limit(&alias(&test.db, &guild, &ada, &long).await));
        assert!(super::is_limit(&club::set_display_name(&test.db, &guild, &ada, Some(&long), at(1)).await));
        let fits = "é".repeat(limits::CLUB_NAME);
        assert!(matches!(alias(&test.db, &guild, &ada, &fits).await.unwrap(), AliasOutcome::Added(_)));
        let nobody = committed!(test.db, |tx| club::create_member(&mut tx, new_member(&"no".into(), "x"), at(1)));
        assert!(nobody.is_err(), "{nobody:?}");
    }

    async fn a_club_has_an_end(test: TestDb) {
        let (_, guild) = person_in_guild(&test.db).await;
        let mut tx = test.db.begin().await.unwrap();
        for n in 0..limits::CLUB_MEMBERS {
            club::create_member(&mut tx, new_member(&guild, &format!("m{n}")), at(0)).await.unwrap();
        }
        tx.commit().await.unwrap();
        let over = committed!(test.db, |tx| club::create_member(&mut tx, new_member(&guild, "one more"), at(1)));
        assert!(matches!(over, Err(StoreError::Limit { most: 2_000, got: 2_001, .. })), "{over:?}");
        let known = committed!(test.db, |tx| club::create_member(&mut tx, new_member(&guild, "m7"), at(1))).unwrap();
        assert!(!known.created);
        assert_eq!(club::list_members(&test.db, &guild).await.unwrap().len(), limits::CLUB_MEMBERS);
    }
}
