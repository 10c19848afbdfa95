//! What a database holds, table by table.

use slimy_store::Engine;
use slimy_store::testing::TestDb;

use crate::rows;

/// A table's rows, sorted.
#[derive(Debug, PartialEq)]
pub(super) struct Table {
    name: String,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// All tables that hold what the program writes. The search index's own are left out:
/// what it finds says more.
pub(super) async fn all(test: &TestDb) -> Vec<Table> {
    let names = match test.engine() {
        Engine::Sqlite => {
            "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'"
        }
        Engine::Postgres => {
            "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'"
        }
    };
    let mut tables = Vec::new();
    for name in rows::texts(test, names).await {
        let of_ours = !name.starts_with("sqlite_") && !name.starts_with("_sqlx");
        // A row in these two cannot be committed.
        if of_ours && !name.starts_with("audit_maintenance") && !name.contains("_search") {
            tables.push(Table::read(test, name).await);
        }
    }
    assert!(tables.len() >= 11, "{tables:#?}");
    tables
}

impl Table {
    async fn read(test: &TestDb, name: String) -> Self {
        let columns = match test.engine() {
            Engine::Sqlite => format!("SELECT name FROM pragma_table_info('{name}')"),
            Engine::Postgres => format!(
                "SELECT column_name AS name FROM information_schema.columns
                 WHERE table_schema = 'public' AND table_name = '{name}'"
            ),
        };
        let mut columns = rows::texts(test, &columns).await;
        // The program fills them from the others, at the next start or search.
        columns.retain(|column| !column.starts_with("search_"));
        let rows = select(test, &name, &columns).await;
        Self {
            name,
            columns,
            rows,
        }
    }

    /// The same columns as they are now.
    pub(super) async fn read_again(&self, test: &TestDb) -> Self {
        Self {
            name: self.name.clone(),
            columns: self.columns.clone(),
            rows: select(test, &self.name, &self.columns).await,
        }
    }

    /// Fails where the data of the step `version` leave something untried.
    pub(super) fn has_rows_with_every_column(&self, version: i64) {
        for (at, column) in self.columns.iter().enumerate() {
            let null = format!("{column}=NULL");
            assert!(
                self.rows.iter().any(|row| row[at] != null),
                "previous/{version:04}/data.json: no row has a value in {}.{column}",
                self.name
            );
        }
    }
}

async fn select(test: &TestDb, table: &str, columns: &[String]) -> Vec<Vec<String>> {
    let columns: Vec<String> = columns.iter().map(|name| format!("\"{name}\"")).collect();
    let select = format!("SELECT {} FROM {table}", columns.join(", "));
    let mut found = rows::of(test, &select).await;
    found.sort();
    found
}
