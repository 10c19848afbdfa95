//! Texts that contain a term: any substring, in any case, by an index.
//!
//! What is searched is a column `search_text` that the program fills with the text in
//! lower case (`str::to_lowercase`), because the engines lower letters beyond ASCII
//! differently. The term is lowered by the same function, and every character of it
//! stands for itself.
//!
//! PostgreSQL has a trigram index on the column (`pg_trgm`), and its planner decides
//! between that and the list's own index. SQLite has a trigram index (FTS5) beside the
//! table; a term that more than 500 texts contain is looked for along the list's own index
//! instead, where a page of hits is complete soon. A term of one or two characters has no
//! trigram: for those too the list's own index is walked and sifted, which costs what the
//! guild or person has. Either way the text of each row is compared at the end, so that the
//! index only has to be wide enough.
//!
//! Which way is best depends on the term, so PostgreSQL plans each search anew. With the
//! plan that it would keep, a term without letters took 220 ms among 100,000 texts where
//! a plan of its own takes 14, and a word of every text 34 ms where it takes 0.1.
//!
//! # How a table gets its search
//!
//! 1. A column `search_text` (COLLATE "C" on PostgreSQL), filled by the program at every
//!    write of what it is made from.
//! 2. On PostgreSQL, in a migration: an index `TABLE_search` by
//!    `USING gin (search_text SCHEMA.gin_trgm_ops)`, where SCHEMA is the extension's, as
//!    the last step of migration 3 looks it up. The extension is there since then.
//! 3. On SQLite, in a migration: `TABLE_search_keys`, `TABLE_search`, the three triggers
//!    `TABLE_search_insert`, `_update`, `_delete`, and the two statements that fill them
//!    for rows that exist, as migration 3 has them for `club_analyses`. The test that
//!    compares the schemas then finds a search on the table on both sides.
//! 4. A [`Term`], and a statement made by [`containing!`]:
//!
//! ```ignore
//! let term = Term::new(term)?;
//! let query = sql(containing!(
//!     on, term, "$2" in chat_conversations as c,
//!     ["SELECT c.id, c.title FROM chat_conversations c WHERE c.user_id = $1"],
//!     [" AND c.deleted_at IS NULL ORDER BY c.updated_at DESC, c.id DESC LIMIT $3"]
//! ));
//! query.bind(user_id).bind(&term).bind(rows).fetch_all(&mut on).await
//! ```

use super::Value;
use crate::{StoreError, limits};

/// The shortest term that has a trigram.
const TRIGRAM: usize = 3;

/// What a person searches for, in lower case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Term {
    text: String,
    indexed: bool,
}

impl Term {
    /// Refuses a term of more than [`limits::SEARCH_TERM`] characters. An empty one is
    /// in every text.
    pub(crate) fn new(term: &str) -> Result<Self, StoreError> {
        limits::check(
            "characters of a search term",
            limits::SEARCH_TERM,
            term.chars().count(),
        )?;
        let text = term.to_lowercase();
        let indexed = text.chars().nth(TRIGRAM - 1).is_some();
        Ok(Self { text, indexed })
    }

    /// The same term for rows that are few or walked in order: each is looked at, and the
    /// index is not asked.
    pub(crate) fn sifted(&self) -> Self {
        Self {
            text: self.text.clone(),
            indexed: false,
        }
    }

    /// Whether the trigram index can find it.
    pub(crate) fn is_indexed(&self) -> bool {
        self.indexed
    }
}

impl From<&Term> for Value {
    fn from(term: &Term) -> Self {
        Self::Text(Some(term.text.clone()))
    }
}

/// The statement of `on`'s engine that finds rows whose `search_text` contains a term.
///
/// `head` ends inside a WHERE, behind a condition of the list's own index; `tail` goes on
/// from there and begins with a space. Both are literals, or macros that make one. `$n` is
/// the placeholder that the term is bound to; the row's key is `id`.
macro_rules! containing {
    (
        $on:expr, $term:expr, $n:literal in $table:ident as $alias:ident,
        [$($head:tt)*], [$($tail:tt)*]
    ) => {
        $crate::engine::Literal::planned_anew(match ($on.engine(), $term.is_indexed()) {
            ($crate::Engine::Postgres, true) => concat!(
                $($head)*, " AND ", stringify!($alias), ".search_text LIKE '%' || replace(replace(replace(",
                $n, ", '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%' ESCAPE '\\'",
                $($tail)*
            ),
            ($crate::Engine::Postgres, false) => concat!(
                $($head)*, " AND strpos(", stringify!($alias), ".search_text, ", $n, ") > 0",
                $($tail)*
            ),
            // The first subquery asks whether the term is a frequent one, with more hits than
            // are worth a list: then the walk over the list's own index finds enough soon.
            ($crate::Engine::Sqlite, true) => concat!(
                $($head)*, " AND ((SELECT f.rowid FROM ", stringify!($table), "_search f WHERE f.",
                stringify!($table), "_search MATCH '\"' || replace(", $n, ", '\"', '\"\"') || '\"'
                    LIMIT 1 OFFSET 500) IS NOT NULL OR ",
                stringify!($alias), ".id IN (SELECT k.id FROM ", stringify!($table), "_search f JOIN ",
                stringify!($table), "_search_keys k ON k.number = f.rowid WHERE f.", stringify!($table),
                "_search MATCH '\"' || replace(", $n, ", '\"', '\"\"') || '\"')) AND instr(",
                stringify!($alias), ".search_text, ", $n, ") > 0",
                $($tail)*
            ),
            ($crate::Engine::Sqlite, false) => concat!(
                $($head)*, " AND instr(", stringify!($alias), ".search_text, ", $n, ") > 0",
                $($tail)*
            ),
        })
    };
}

pub(crate) use containing;
