//! Advice on indexes comes from what the engine knows.

use slimy_store::advice::{self, Advice, Basis};
use slimy_store::testing::TestDb;
use slimy_store::{Engine, on_both_engines, users};

use crate::everything::one_of_everything;
use crate::support::raw;

async fn advised(test: &TestDb) -> Vec<String> {
    let advice = advice::indexes(&test.db).await.unwrap().advice;
    advice.iter().map(ToString::to_string).collect()
}

on_both_engines! {
    async fn an_index_that_another_one_begins_with_is_named(test: TestDb) {
        let statements = ["CREATE INDEX one ON users (username)", "CREATE INDEX two ON users (username, avatar)"];
        raw(&test, &statements.map(str::to_owned)).await.unwrap();
        let line = "the index one of users does nothing that two does not do".to_owned();
        assert!(advised(&test).await.contains(&line));
    }

    async fn what_the_advice_is_based_on_is_said(test: TestDb) {
        users::find(&test.db, &"x".into()).await.unwrap();
        let basis = advice::indexes(&test.db).await.unwrap().basis;
        match test.engine() {
            Engine::Postgres => assert!(matches!(basis, Basis::Statistics { .. }), "{basis:?}"),
            Engine::Sqlite => {
                assert!(matches!(basis, Basis::Plans { statements: 1.. }), "{basis:?}");
                assert!(basis.to_string().ends_with("all that this process has run so far"));
            }
        }
    }

    async fn an_index_that_nothing_uses_is_named_once_enough_is_known(test: TestDb) {
        raw(&test, &["CREATE INDEX idle ON users (avatar)".to_owned()]).await.unwrap();
        let idle = |advice: &Advice| matches!(advice, Advice::Unused { index, .. } if index == "idle");
        let early = advice::indexes(&test.db).await.unwrap().advice;
        assert_eq!(early.iter().any(idle), test.engine() == Engine::Postgres);

        // Most of what the program ever asks.
        let (user, guild) = one_of_everything(&test.db).await;
        slimy_store::checks::run(&test.db).await.unwrap();
        slimy_store::lifecycle::delete_user(&test.db, &user, crate::support::at(9)).await.unwrap();
        slimy_store::lifecycle::delete_guild(&test.db, &guild, crate::support::at(9)).await.unwrap();
        let found = advice::indexes(&test.db).await.unwrap();
        let late = found.advice;
        assert!(late.iter().any(idle), "{late:?}");
        // What a statement uses, or a foreign key, is not among them.
        if test.engine() == Engine::Sqlite {
            let unused = |name: &str| {
                late.iter().any(|one| matches!(one, Advice::Unused { index, .. } if index == name))
                    || found.idle.iter().any(|index| index == name)
            };
            assert!(!unused("audit_logs_user_id") && !unused("club_powers_guild_id_member"), "{late:?}");
        }
    }

    async fn an_index_of_the_programs_own_schema_is_never_advised_against(test: TestDb) {
        let wide = "CREATE INDEX wide ON users (created_at, avatar)".to_owned();
        let copy = "CREATE INDEX a_copy ON users (created_at)".to_owned();
        raw(&test, &[wide, copy]).await.unwrap();
        one_of_everything(&test.db).await;
        let expected = slimy_store::checks::expected_facts(test.engine());
        let own = |index: &str| expected.iter().any(|fact| fact.starts_with(&format!("index {index} on ")));
        let found = advice::indexes(&test.db).await.unwrap();
        for advice in &found.advice {
            if let Advice::Unused { index, .. } | Advice::Covered { index, .. } = advice {
                assert!(!own(index), "{advice}");
            }
        }
        assert!(found.idle.iter().all(|index| own(index)), "{:?}", found.idle);
        let copy = |one: &Advice| matches!(one, Advice::Covered { index, .. } if index == "a_copy");
        assert!(found.advice.iter().any(copy), "{:?}", found.advice);
    }
}
