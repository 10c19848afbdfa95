//! What the store promises, on both engines.

mod audit;
mod audit_guard;
mod club_lists;
mod club_save;
mod connecting;
mod deletion;
mod drafts;
mod health;
mod identity;
mod migrations;
mod previous_release;
mod rows;
mod schema;
mod support;
mod text;
mod transactions;
mod upgrade;
