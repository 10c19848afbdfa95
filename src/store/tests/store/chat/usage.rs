//! The books of tokens: reserved before a call, settled after it, never overspent.

mod at_once;
mod ends;

use slimy_store::chat::usage::{
    self, Budget, Limits, Refusal, Reserve, Reserved, Scope, Span, Spent, Used,
};
use slimy_store::{Db, Id, StoreError, on_both_engines};

use crate::support::{at, count, is_invalid, person_in_guild, some};

const DAY: &str = "2024-11-06";
const MONTH: &str = "2024-11";

fn call(user: &Id, guild: Option<&Id>, tokens: i64) -> Reserve {
    Reserve {
        user_id: user.clone(),
        guild_id: guild.cloned(),
        model: "small-1".to_owned(),
        day: DAY.to_owned(),
        month: MONTH.to_owned(),
        tokens,
        budget: Budget::default(),
    }
}

fn day(tokens: i64) -> Limits {
    Limits {
        day: Some(tokens),
        month: None,
    }
}

fn month(tokens: i64) -> Limits {
    Limits {
        day: None,
        month: Some(tokens),
    }
}

async fn granted(db: &Db, call: &Reserve) -> Id {
    match usage::reserve(db, call, at(0)).await.unwrap() {
        Reserved::Granted(id) => id,
        Reserved::Refused(refusal) => panic!("{refusal:?}"),
    }
}

async fn settled(db: &Db, id: &Id, spent: &Spent) -> bool {
    let mut tx = db.begin().await.unwrap();
    let settled = usage::settle(&mut tx, id, spent, at(5)).await.unwrap();
    tx.commit().await.unwrap();
    settled
}

/// 30 tokens that cost 7 millionths.
fn spent() -> Spent {
    Spent {
        model: None,
        prompt_tokens: 20,
        completion_tokens: 10,
        cost_micros: 7,
    }
}

/// Tokens that are reserved and nothing else.
fn reserved(tokens: i64) -> Used {
    Used {
        used: tokens,
        ..Used::default()
    }
}

/// What stands in the books after [`spent`].
fn booked() -> Used {
    Used {
        used: 30,
        prompt_tokens: 20,
        completion_tokens: 10,
        cost_micros: 7,
        calls: 1,
    }
}

/// What the person's, the guild's and the host's books say, of the day and of the month.
async fn books(db: &Db, user: &Id, guild: &Id) -> [Used; 6] {
    let mut found = [Used::default(); 6];
    for (n, period) in [(0, DAY), (3, MONTH)] {
        found[n] = usage::of_user(db, user, period).await.unwrap();
        found[n + 1] = usage::of_guild(db, guild, period).await.unwrap();
        found[n + 2] = usage::of_host(db, period).await.unwrap();
    }
    found
}

async fn of_models(db: &Db) -> Vec<(String, Used)> {
    let found = usage::by_model(db, DAY).await.unwrap();
    found.into_iter().map(|one| (one.model, one.used)).collect()
}

on_both_engines! {
    async fn what_a_call_may_use_is_in_every_book_before_it_and_what_it_used_after(test: TestDb) {
        let db = &test.db;
        let (user, guild) = person_in_guild(db).await;
        let id = granted(db, &call(&user, Some(&guild), 100)).await;
        assert_eq!(books(db, &user, &guild).await, [reserved(100); 6]);
        assert_eq!(of_models(db).await, [("small-1".to_owned(), reserved(100))]);
        let open = usage::stale(db, at(1)).await.unwrap();
        assert_eq!((open.len(), &open[0].id, open[0].tokens), (1, &id, 100));

        assert!(settled(db, &id, &spent()).await);
        assert_eq!(books(db, &user, &guild).await, [booked(); 6]);
        assert_eq!(of_models(db).await, [("small-1".to_owned(), booked())]);
        assert_eq!(usage::stale(db, at(1)).await.unwrap(), []);
        // Other people, periods and guilds have books of their own.
        assert_eq!(usage::of_user(db, &user, "2024-11-07").await.unwrap(), Used::default());
        assert_eq!(usage::of_guild(db, &user, DAY).await.unwrap(), Used::default());
        assert_eq!(usage::of_host(db, "2024-12").await.unwrap(), Used::default());
    }

    async fn a_direct_message_is_in_no_guilds_book(test: TestDb) {
        let db = &test.db;
        let (user, guild) = person_in_guild(db).await;
        let budget = Budget { guild: Some(day(0)), ..Budget::default() };
        let id = granted(db, &Reserve { budget, ..call(&user, None, 100) }).await;
        assert!(settled(db, &id, &spent()).await);
        let nothing = Used::default();
        let expected = [booked(), nothing, booked(), booked(), nothing, booked()];
        assert_eq!(books(db, &user, &guild).await, expected);
    }

    async fn whose_budget_does_not_suffice_is_said_and_nothing_is_written(test: TestDb) {
        let db = &test.db;
        let (user, guild) = person_in_guild(db).await;
        granted(db, &call(&user, Some(&guild), 60)).await;
        for (budget, scope, span) in [
            (Budget { person: day(100), ..Budget::default() }, Scope::Person, Span::Day),
            (Budget { person: month(100), ..Budget::default() }, Scope::Person, Span::Month),
            (Budget { guild: Some(day(100)), ..Budget::default() }, Scope::Guild, Span::Day),
            (Budget { guild: Some(month(100)), ..Budget::default() }, Scope::Guild, Span::Month),
            (Budget { host: day(100), ..Budget::default() }, Scope::Host, Span::Day),
            (Budget { host: month(100), ..Budget::default() }, Scope::Host, Span::Month),
        ] {
            let call = |tokens| Reserve { budget, ..call(&user, Some(&guild), tokens) };
            let refused = usage::reserve(db, &call(41), at(1)).await.unwrap();
            assert_eq!(refused, Reserved::Refused(Refusal { scope, span, left: 40 }));
            assert_eq!(books(db, &user, &guild).await, [reserved(60); 6], "{scope:?} {span:?}");
            // What is left can be used to the last token.
            let id = granted(db, &call(40)).await;
            assert!(usage::release(db, &id, at(2)).await.unwrap());
        }
        // Of several budgets the narrowest is named, and nothing is left of one that was lowered.
        let all = Budget { person: day(10), guild: Some(day(10)), host: month(10) };
        let refused = usage::reserve(db, &Reserve { budget: all, ..call(&user, Some(&guild), 1) }, at(1)).await.unwrap();
        assert_eq!(refused, Reserved::Refused(Refusal { scope: Scope::Person, span: Span::Day, left: 0 }));
        assert_eq!(count(&test, "SELECT count(*) FROM chat_reservations").await, 1);
    }

    async fn what_makes_no_sense_is_refused(test: TestDb) {
        let db = &test.db;
        let (user, guild) = person_in_guild(db).await;
        let good = || call(&user, Some(&guild), 1);
        for bad in [
            Reserve { tokens: -1, ..good() },
            Reserve { model: String::new(), ..good() },
            Reserve { day: "2024-11-31".to_owned(), ..good() },
            Reserve { day: "2024-11-6".to_owned(), ..good() },
            Reserve { month: "2024-12".to_owned(), ..good() },
            Reserve { month: "2024-1".to_owned(), ..good() },
        ] {
            assert!(is_invalid(&usage::reserve(db, &bad, at(0)).await), "{bad:?}");
        }
        let long = Reserve { model: "x".repeat(201), ..good() };
        let much = Reserve { tokens: i64::MAX, ..good() };
        for bad in [long, much] {
            let outcome = usage::reserve(db, &bad, at(0)).await;
            assert!(matches!(outcome, Err(StoreError::Limit { .. })), "{outcome:?}");
        }
        for unknown in [call(&Id::from("none"), None, 1), call(&user, Some(&Id::from("none")), 1)] {
            let outcome = usage::reserve(db, &unknown, at(0)).await;
            assert!(matches!(outcome, Err(StoreError::ForeignKey)), "{outcome:?}");
        }
        let id = granted(db, &good()).await;
        for bad in [
            Spent { prompt_tokens: -1, ..spent() },
            Spent { completion_tokens: -1, ..spent() },
            Spent { cost_micros: -1, ..spent() },
            Spent { model: some(""), ..spent() },
        ] {
            let mut tx = db.begin().await.unwrap();
            assert!(is_invalid(&usage::settle(&mut tx, &id, &bad, at(1)).await), "{bad:?}");
        }
        assert_eq!(books(db, &user, &guild).await, [reserved(1); 6]);
    }
}
