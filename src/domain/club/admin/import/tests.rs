//! A file held against what is known, on both engines.

use std::sync::Arc;

use slimy_store::{
    Id, Json, ManualClock, PageRequest, Timestamp,
    audit::{self as log, AuditFilter},
    club::{self as store, NewImport, Value},
    on_both_engines,
    testing::TestDb,
};
use slimy_words::Words;
use tempfile::TempDir;

use super::{
    By, WAITS,
    apply::apply,
    plan::{Against, Who, Work},
};
use crate::{
    Error, UserError, audit,
    club::{
        self, Guards, Metric,
        admin::Fault,
        files::{Format, Imported, Record},
    },
    rights::{Actor, Membership},
    testing,
};

fn record(week: &str, metric: Metric, member: &str, power: Option<i64>) -> Record {
    Record {
        week: week.to_owned(),
        metric,
        member: member.to_owned(),
        power,
        last_seen: Some("Online".to_owned()),
        confidence: 0.5,
        corrected: false,
        aliases: Vec::new(),
    }
}

fn file(records: Vec<Record>) -> Imported {
    Imported {
        format: Format::Csv,
        records,
        notes: Vec::new(),
    }
}

fn against() -> Against {
    Against {
        running: "2026-W47".parse().unwrap(),
        guards: Guards::default(),
        now: at(),
    }
}

fn at() -> Timestamp {
    Timestamp::from_micros(1_795_177_800_000_000).unwrap()
}

struct Room {
    test: TestDb,
    actor: Actor,
    place: Membership,
}

impl Room {
    async fn of(test: TestDb) -> Self {
        let (actor, _) = testing::admin(&test.db, at()).await;
        let place = actor.membership.clone().unwrap();
        Self { test, actor, place }
    }

    async fn work(&self, records: Vec<Record>) -> Result<Work, Error> {
        let mut tx = self.test.db.begin().await.unwrap();
        let work = Work::of(&mut tx, &self.place.guild_id, file(records), &against()).await;
        tx.rollback().await.unwrap();
        work
    }

    async fn imports(&self, records: Vec<Record>) {
        let mut tx = self.test.db.begin().await.unwrap();
        let guild_id = &self.place.guild_id;
        let work = Work::of(&mut tx, guild_id, file(records), &against())
            .await
            .unwrap();
        let by = By {
            maker: &self.actor.user_id,
            approved: None,
            words: Words::ENGLISH,
        };
        apply(&mut tx, by, &self.place, work, "a.csv", at())
            .await
            .unwrap();
        store::refresh_members(&mut tx, guild_id, at())
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    async fn refused(&self, records: Vec<Record>) -> Vec<String> {
        match self.work(records).await {
            Err(Error::User(UserError::ClubAdmin(fault @ Fault::Contradictions { .. }))) => {
                fault.to_string().lines().map(str::to_owned).collect()
            }
            other => panic!("{other:?}"),
        }
    }

    async fn values(&self, week: &str, metric: store::Metric) -> Vec<Value> {
        let guild_id = &self.place.guild_id;
        let snapshot = store::current_snapshot(&self.test.db, guild_id, week, metric).await;
        let snapshot = snapshot.unwrap().expect("there is one");
        store::values(&self.test.db, guild_id, &[snapshot])
            .await
            .unwrap()
    }
}

fn history() -> Vec<Record> {
    let mut corrected = record("2026-W46", Metric::Sim, "Ann", Some(298_297_518));
    corrected.corrected = true;
    corrected.aliases = vec!["Anna".to_owned()];
    vec![
        corrected,
        record("2026-W46", Metric::Sim, "Bob", None),
        record("2026-W47", Metric::Total, "bob", Some(0)),
    ]
}

on_both_engines! {
    async fn a_file_becomes_history_and_the_same_file_again_changes_nothing(test: TestDb) {
        let room = Room::of(test).await;
        let plan = room.work(history()).await.unwrap().plan("a.csv");
        assert_eq!((plan.rosters, plan.values, plan.superseded, plan.known), (2, 3, 0, 0));
        assert_eq!((plan.new.len(), plan.aliases, plan.corrections), (2, 1, 1));
        room.imports(history()).await;

        let sim = room.values("2026-W46", store::Metric::Sim).await;
        let seen: Vec<_> = sim.iter().map(|one| (one.name.as_str(), one.power, one.corrected)).collect();
        assert_eq!(seen, [("Ann", Some(298_297_518), true), ("Bob", None, false)]);
        let total = room.values("2026-W47", store::Metric::Total).await;
        assert_eq!((total[0].power, total[0].member_id.clone()), (Some(0), sim[1].member_id.clone()));

        let again = room.work(history()).await.unwrap();
        assert!(again.is_empty());
        assert_eq!((again.plan("a.csv").unchanged, again.plan("a.csv").known), (2, 2));
    }

    async fn a_changed_value_supersedes_its_roster_and_nothing_else(test: TestDb) {
        let room = Room::of(test).await;
        room.imports(history()).await;
        let mut changed = history();
        changed[2].power = Some(7);
        let plan = room.work(changed.clone()).await.unwrap().plan("a.csv");
        assert_eq!((plan.rosters, plan.superseded, plan.unchanged, plan.corrections), (1, 1, 1, 0));
        room.imports(changed).await;
        assert_eq!(room.values("2026-W47", store::Metric::Total).await[0].power, Some(7));
        let guild_id = &room.place.guild_id;
        let versions = store::versions(&room.test.db, guild_id, "2026-W47", store::Metric::Total);
        assert_eq!(versions.await.unwrap().len(), 2);
    }

    async fn a_file_unlike_the_clubs_own_history_is_guarded(test: TestDb) {
        let room = Room::of(test).await;
        let week = |week, powers: [i64; 2]| -> Vec<Record> {
            let names = ["Ann", "Bob"].into_iter().zip(powers);
            names.map(|(name, power)| record(week, Metric::Sim, name, Some(power))).collect()
        };
        let guards = async |records: Vec<Record>| -> Vec<(String, &'static str)> {
            let plan = room.work(records).await.unwrap().plan("a.csv");
            plan.guards.iter().map(|one| (one.week.to_string(), one.guard.kind())).collect()
        };
        // What a club knows nothing of, nothing guards, however it jumps within the file.
        let first = [week("2026-W40", [100, 100]), week("2026-W41", [900, 100])].concat();
        assert_eq!(guards(first.clone()).await, []);
        room.imports(first).await;

        assert_eq!(guards(week("2026-W39", [1, 1])).await, [], "before all that is known");
        assert_eq!(guards(week("2026-W42", [1_000, 110])).await, []);
        let stepwise = [week("2026-W42", [1_600, 100]), week("2026-W43", [2_800, 100])].concat();
        assert_eq!(guards(stepwise).await, [("2026-W43".to_owned(), "jump")]);
        let other = vec![record("2026-W41", Metric::Sim, "Cleo", Some(5))];
        assert_eq!(guards(other).await, [("2026-W41".to_owned(), "missing")]);

        // Taking the last rosters away first does not help.
        let mut tx = room.test.db.begin().await.unwrap();
        for name in ["2026-W41", "2026-W40"] {
            let (guild, by) = (&room.place.guild_id, &room.actor.user_id);
            let last = store::current_snapshot(&mut tx, guild, name, store::Metric::Sim).await;
            let last = last.unwrap().unwrap().analysis_id;
            assert!(store::roll_back(&mut tx, guild, &last, by, at()).await.unwrap());
        }
        tx.commit().await.unwrap();
        assert_eq!(guards(week("2026-W42", [2_800, 100])).await, [("2026-W42".to_owned(), "takenAway")]);
    }

    async fn an_alias_is_understood_and_nobody_is_guessed(test: TestDb) {
        let room = Room::of(test).await;
        room.imports(history()).await;
        let work = room.work(vec![
            record("2026-W47", Metric::Sim, "ANNA", Some(1)),
            record("2026-W47", Metric::Sim, "B0b", Some(1)),
        ]).await.unwrap();
        let whose: Vec<bool> = work.rosters[0].rows.iter().map(|row| matches!(row.who, Who::Known(_))).collect();
        assert_eq!(whose, [true, false]);
    }

    async fn what_does_not_fit_is_told_and_nothing_of_the_file_is_taken(test: TestDb) {
        let room = Room::of(test).await;
        room.imports(history()).await;
        let told = room.refused(vec![
            record("2026-W48", Metric::Sim, "Ann", Some(1)),
            record("2026-W45", Metric::Sim, "Anna", Some(1)),
            record("2026-W45", Metric::Sim, "Ann", Some(1)),
            record("2026-W45", Metric::Sim, &"x".repeat(101), Some(1)),
            record("2026-W45", Metric::Sim, "Bob", Some(i64::MAX)),
        ]).await;
        assert_eq!(told.len(), 4, "{told:#?}");
        assert!(told[0].contains("2026-W48 has not begun"), "{told:#?}");
        assert!(told.last().unwrap().contains("same member"), "{told:#?}");

        let many = (0..201).map(|n| record("2026-W45", Metric::Sim, &format!("Snail {n}"), Some(1)));
        let told = room.refused(many.collect()).await;
        assert_eq!(told, ["2026-W45, sim: 201 members; no club has more than 200."]);
        let faulty = (0..50).map(|n| record("2027-W45", Metric::Sim, &format!("Snail {n}"), Some(1)));
        let told = room.refused(faulty.collect()).await;
        assert_eq!((told.len(), told[20].as_str()), (21, "… and 30 more."));
    }

    async fn what_has_control_characters_in_it_is_a_fault_of_its_row(test: TestDb) {
        let room = Room::of(test).await;
        let named = |name: &str| record("2026-W47", Metric::Sim, name, Some(1));
        let mut seen = named("Cid");
        seen.last_seen = Some("2 hours\u{1}ago".to_owned());
        let mut spelled = named("Dan");
        spelled.aliases = vec!["Danny".to_owned(), "Dan\u{2028}the man".to_owned()];
        let told = room.refused(vec![named("A\u{0}n"), named("Bo\nb"), named("Eve"), seen, spelled]).await;
        assert_eq!(told, [
            "The name \"A?n\" has a line break or a control character in it.",
            "The name \"Bo?b\" has a line break or a control character in it.",
            "The last seen \"2 hours?ago\" has a line break or a control character in it.",
            "The alias \"Dan?the man\" has a line break or a control character in it.",
        ]);
    }

    async fn a_file_that_waits_is_no_draft_and_runs_out_as_an_import(test: TestDb) {
        let room = Room::of(test).await;
        let journal = TempDir::new().unwrap();
        let clock = Arc::new(ManualClock::new(at()));
        let services = testing::services(&room.test.db, clock.clone(), &journal);
        let waiting = NewImport {
            guild_id: room.place.guild_id.clone(),
            user_id: room.actor.user_id.clone(),
            channel_id: None,
            summary: "Import of a.csv".to_owned(),
            payload: Json(serde_json::json!({"name": "a.csv", "url": "", "sha256": ""})),
            expires_at: at() + WAITS,
        };
        let id = store::create_import(&room.test.db, waiting, at()).await.unwrap();
        let not_found = |result: Result<(), Error>| {
            assert!(matches!(result, Err(Error::User(UserError::AnalysisNotFound))), "{result:?}");
        };
        not_found(club::discard(&services, &room.actor, &id).await);
        not_found(club::review(&services, &room.actor, &id).await.map(drop));
        not_found(club::save(&services, &room.actor, &id, club::Saving::All).await.map(drop));
        not_found(club::show(&services, &room.actor, Some(&id)).await.map(drop));
        not_found(club::rename(&services, &room.actor, &id, "b").await.map(drop));
        assert!(super::pending(&services, &room.place, &id).await.is_ok(), "it still waits");

        clock.advance(WAITS);
        assert_eq!(club::expire_drafts(&services).await.unwrap(), 1);
        not_found(club::discard(&services, &room.actor, &id).await);
        let entries = log::list(&room.test.db, &AuditFilter::default(), &PageRequest::first(9)).await;
        let entries = entries.unwrap().items;
        let told: Vec<_> = entries.iter().map(|one| (one.action.as_str(), one.resource_type.as_str())).collect();
        assert_eq!(told, [(audit::CLUB_IMPORT_CANCEL, "club_import")]);
    }

    async fn an_alias_of_somebody_else_is_left_out_and_said(test: TestDb) {
        let room = Room::of(test).await;
        room.imports(history()).await;
        let mut one = record("2026-W47", Metric::Sim, "Cid", Some(1));
        one.aliases = vec!["Anna".to_owned(), "Bob".to_owned(), "Cidney".to_owned()];
        let plan = room.work(vec![one.clone()]).await.unwrap().plan("a.csv");
        assert_eq!(plan.aliases, 1);
        let notes: Vec<String> = plan.notes.iter().map(|note| note.say(Words::ENGLISH)).collect();
        assert_eq!(notes, ["Aliases that mean somebody else, or cannot be kept, are left out: Anna, Bob."]);
        room.imports(vec![one]).await;
        let aliases = store::list_aliases(&room.test.db, &room.place.guild_id).await.unwrap();
        let kept: Vec<&str> = aliases.iter().map(|alias| alias.alias.as_str()).collect();
        assert_eq!(kept, ["Anna", "Cidney"]);
        let ids: Vec<&Id> = aliases.iter().map(|alias| &alias.member_id).collect();
        assert_ne!(ids[0], ids[1]);
    }
}
