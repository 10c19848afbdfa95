//! Texts of one person that contain a term, where everybody's together are many.
//!
//! The trigram index of all texts is not enough for that: a term that half of all texts
//! contain, and one of this person's 100,000, took 1,163 ms on SQLite (each of
//! everybody's hits is looked up) and 997 ms on PostgreSQL (the planner takes the term
//! for common and walks all that the person said). So the index is by person and trigram:
//!
//! - PostgreSQL: one GIN index of both columns (`btree_gin`), 42 ms. The order of the list
//!   is hidden from the planner, which otherwise walks the list's own index.
//! - SQLite: FTS5 can look at a range of numbers alone, so each person's rows are numbered
//!   in a range of their own (migration 4), 1 ms.
//!
//! Measured with 1,000,000 messages of 300 bytes, of which the person has 100,000.

/// The statement of `on`'s engine that finds messages `m` of a person whose `search_text`
/// contains a term of three characters or more, with the owner's key at `$1` and the term
/// at `$4`. `columns` ends before FROM, `rest` begins with a join or a condition with AND.
macro_rules! containing_of_owner {
    ($on:expr, [$($columns:tt)*], [$($joins:tt)*], [$($rest:tt)*]) => {
        $crate::engine::Literal::planned_anew(match $on.engine() {
            $crate::Engine::Postgres => concat!(
                $($columns)*,
                " FROM chat_messages m ",
                $($joins)*,
                " WHERE m.user_id = $1 AND m.search_text LIKE '%' || replace(replace(replace(
                     $4, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%' ESCAPE '\\' ",
                $($rest)*
            ),
            $crate::Engine::Sqlite => concat!(
                $($columns)*,
                " FROM chat_messages_search f
                 CROSS JOIN chat_messages_search_keys k ON k.number = f.rowid
                 CROSS JOIN chat_messages m ON m.id = k.id ",
                $($joins)*,
                " WHERE f.chat_messages_search MATCH '\"' || replace($4, '\"', '\"\"') || '\"'
                 AND f.rowid BETWEEN
                     (SELECT o.number << 32 FROM chat_owners_search_keys o WHERE o.id = $1) AND
                     (SELECT (o.number << 32) + 4294967295 FROM chat_owners_search_keys o
                         WHERE o.id = $1)
                 AND +m.user_id = $1 AND instr(m.search_text, $4) > 0 ",
                $($rest)*
            ),
        })
    };
}

pub(crate) use containing_of_owner;
