//! Calls that begin and end at the same moment, from two programs on one database.

use slimy_store::chat::usage::{self, Budget, Limits, Reserve, Reserved, Spent, Used};
use slimy_store::testing::TestDb;
use slimy_store::{Db, Id, checks, on_both_engines};

use super::{DAY, MONTH, call, day, granted, month};
use crate::chat::person;
use crate::support::{at, person_in_guild};

const CALLS: usize = 50;

/// Makes all calls at once and says what was granted.
async fn all_at_once(test: &TestDb, calls: Vec<Reserve>) -> Vec<Id> {
    let other = test.open_again().await;
    let asked: Vec<_> = calls
        .into_iter()
        .enumerate()
        .map(|(n, call)| {
            let db = if n % 2 == 0 { &test.db } else { &other }.clone();
            tokio::spawn(async move { usage::reserve(&db, &call, at(0)).await.unwrap() })
        })
        .collect();
    let mut granted = Vec::new();
    for one in asked {
        if let Reserved::Granted(id) = one.await.unwrap() {
            granted.push(id);
        }
    }
    granted
}

/// Reserves, ends the call with another model's answer, and says how many tokens it used.
async fn whole_call(db: Db, call: Reserve, model: String) -> i64 {
    let id = granted(&db, &call).await;
    let spent = Spent {
        model: Some(model),
        prompt_tokens: 3,
        completion_tokens: 4,
        cost_micros: 1,
    };
    let mut tx = db.begin().await.unwrap();
    assert!(usage::settle(&mut tx, &id, &spent, at(1)).await.unwrap());
    tx.commit().await.unwrap();
    7
}

on_both_engines! {
    async fn fifty_questions_at_once_spend_no_more_than_there_is(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        for (n, budget) in [
            Budget { person: day(1_250), ..Budget::default() },
            Budget { guild: Some(month(1_250)), ..Budget::default() },
            Budget { host: day(1_250), ..Budget::default() },
            Budget { person: month(2_000), guild: Some(day(1_250)), host: Limits { day: Some(3_000), month: Some(1_300) } },
        ]
        .into_iter()
        .enumerate()
        {
            let month = format!("2024-{:02}", n + 1);
            let call = Reserve {
                budget, day: format!("{month}-01"), month: month.clone(), ..call(&user, Some(&guild), 100)
            };
            let granted = all_at_once(&test, vec![call; CALLS]).await;
            assert_eq!(granted.len(), 12, "{budget:?}");
            for used in [
                usage::of_user(&test.db, &user, &month).await.unwrap(),
                usage::of_guild(&test.db, &guild, &month).await.unwrap(),
                usage::of_host(&test.db, &month).await.unwrap(),
            ] {
                assert_eq!(used.used, 1_200, "{budget:?}");
            }
        }
    }

    async fn people_who_share_a_budget_spend_no_more_than_it_has(test: TestDb) {
        let (first, guild) = person_in_guild(&test.db).await;
        let mut people = vec![first];
        for n in 1..5 {
            people.push(person(&test.db, &format!("9{n}")).await);
        }
        let budget = Budget { person: day(400), guild: Some(day(1_050)), host: day(1_850) };
        let calls = (0..CALLS).map(|n| Reserve {
            budget, ..call(&people[n % 5], (n % 2 == 0).then_some(&guild), 100)
        });
        let granted = all_at_once(&test, calls.collect()).await;
        let host = usage::of_host(&test.db, DAY).await.unwrap().used;
        let of_guild = usage::of_guild(&test.db, &guild, DAY).await.unwrap().used;
        assert!(host <= 1_850 && of_guild <= 1_000, "{host} {of_guild}");
        assert_eq!(host, i64::try_from(granted.len() * 100).unwrap());
        for person in &people {
            assert!(usage::of_user(&test.db, person, DAY).await.unwrap().used <= 400);
        }
    }

    async fn calls_that_begin_and_end_at_once_add_up(test: TestDb) {
        let (user, guild) = person_in_guild(&test.db).await;
        let other = test.open_again().await;
        // As in `streaming`: no plan is looked at below.
        let first = call(&user, Some(&guild), 50);
        let mut used = whole_call(other.clone(), first, "a".to_owned()).await;
        // Each asks one model and is answered by another, so that books are written crosswise.
        let models = ["a", "b", "c"];
        let calls: Vec<_> = (0..CALLS)
            .map(|n| {
                let db = if n % 2 == 0 { &test.db } else { &other }.clone();
                let call = Reserve { model: models[n % 3].to_owned(), ..call(&user, Some(&guild), 50) };
                tokio::spawn(whole_call(db, call, models[(n + 1) % 3].to_owned()))
            })
            .collect();
        for call in calls {
            used += call.await.unwrap();
        }
        let expected = Used { used, prompt_tokens: 153, completion_tokens: 204, cost_micros: 51, calls: 51 };
        for period in [DAY, MONTH] {
            assert_eq!(usage::of_user(&test.db, &user, period).await.unwrap(), expected);
            assert_eq!(usage::of_guild(&test.db, &guild, period).await.unwrap(), expected);
            assert_eq!(usage::of_host(&test.db, period).await.unwrap(), expected);
        }
        let of_models = usage::by_model(&test.db, DAY).await.unwrap();
        assert_eq!(of_models.iter().map(|one| one.used.used).sum::<i64>(), used);
        assert!(checks::run(&test.db).await.unwrap().is_clean());
    }
}
