//! The seam refuses what the engines would take differently.

use super::sql;
use crate::testing::sqlite;
use crate::{StoreError, on_both_engines};

/// SQLite alone would take the missing value for NULL.
#[tokio::test]
#[should_panic(expected = "placeholders and values")]
async fn a_statement_without_all_its_values_does_not_run() {
    let test = sqlite().await;
    let _ = sql("SELECT $1, $2").bind(1).execute(&mut &test.db).await;
}

on_both_engines! {
    async fn a_write_that_changes_another_number_of_rows_gives_the_transaction_up(test: TestDb) {
        let mut tx = test.db.begin().await.unwrap();
        let done = sql("UPDATE users SET username = $1").bind("x");
        let outcome = done.execute_expecting(1, &mut &mut tx).await;
        assert!(matches!(outcome, Err(StoreError::RowCount { expected: 1, changed: 0 })), "{outcome:?}");
        assert!(matches!(tx.commit().await, Err(StoreError::Aborted)));
    }
}
