//! What this process has seen of its own statements: which ones ran, and which were slow.
//! SQLite keeps no statistics, so its index advice comes from here.

use std::collections::HashMap;
use std::fmt;
use std::panic::Location;
use std::sync::{Mutex, PoisonError, RwLock};
use std::time::Duration;

use super::Db;
use super::query::Query;
use crate::limits;

/// Statements that took longer than allowed, since the database was opened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SlowQueries {
    /// How many times one did.
    pub count: u64,
    /// The places with the longest times, the worst first; at most [`limits::SLOW_SITES`].
    pub worst: Vec<SlowQuery>,
}

/// A place whose statement was slow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlowQuery {
    /// Where in the source the statement stands, as `src/store/users.rs:49:5`, or what it
    /// is, as `COMMIT`.
    pub site: String,
    /// How many times it was slow.
    pub count: u64,
    /// The longest that it took.
    pub worst: Duration,
}

/// A statement that ran and whose plan says something.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Statement {
    /// Its text.
    pub(crate) text: &'static str,
    /// Where it stands in the source.
    pub(crate) site: &'static Location<'static>,
}

/// The record itself; one per open database.
#[derive(Default)]
pub(super) struct Observed {
    slow: Mutex<HashMap<String, (u64, Duration)>>,
    /// By the text's address: a literal has one, and comparing it costs next to nothing.
    /// None for a statement whose plan says nothing.
    statements: RwLock<HashMap<usize, Option<Statement>>>,
}

impl Observed {
    fn slow(&self, site: String, took: Duration) {
        let mut slow = self.slow.lock().unwrap_or_else(PoisonError::into_inner);
        let (count, worst) = slow.entry(site).or_default();
        *count += 1;
        *worst = took.max(*worst);
    }

    fn ran(&self, query: &Query) {
        let Some(text) = query.literal() else {
            return;
        };
        let key = text.as_ptr().addr();
        let statements = self.statements.read();
        let known = statements
            .unwrap_or_else(PoisonError::into_inner)
            .contains_key(&key);
        if !known {
            let telling = query.has_plan() && query.may_read_all().is_none();
            let statement = telling.then_some(Statement {
                text,
                site: query.site(),
            });
            let statements = self.statements.write();
            statements
                .unwrap_or_else(PoisonError::into_inner)
                .insert(key, statement);
        }
    }
}

impl Db {
    /// Notes that the statement at `site` took longer than is allowed.
    pub(super) fn note_slow(&self, site: &impl fmt::Display, took: Duration) {
        self.observed().slow(site.to_string(), took);
    }

    /// Notes that `query` ran.
    pub(super) fn note_run(&self, query: &Query) {
        self.observed().ran(query);
    }

    /// What was slow since the database was opened.
    pub(crate) fn slow_queries(&self) -> SlowQueries {
        let slow = self.observed().slow.lock();
        let slow = slow.unwrap_or_else(PoisonError::into_inner);
        let mut worst: Vec<SlowQuery> = slow
            .iter()
            .map(|(site, (count, worst))| SlowQuery {
                site: site.clone(),
                count: *count,
                worst: *worst,
            })
            .collect();
        worst.sort_by(|a, b| b.worst.cmp(&a.worst).then_with(|| a.site.cmp(&b.site)));
        worst.truncate(limits::SLOW_SITES);
        SlowQueries {
            count: slow.values().map(|(count, _)| count).sum(),
            worst,
        }
    }

    /// The statements that ran so far and whose plans say something, by their place.
    pub(crate) fn statements(&self) -> Vec<Statement> {
        let statements = self.observed().statements.read();
        let statements = statements.unwrap_or_else(PoisonError::into_inner);
        let mut all: Vec<Statement> = statements.values().filter_map(|one| *one).collect();
        all.sort_by_key(|one| (one.site.file(), one.site.line(), one.site.column()));
        all
    }
}
