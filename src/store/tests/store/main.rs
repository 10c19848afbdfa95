//! What the store promises, on both engines.

mod audit;
mod audit_guard;
mod club_changes;
mod club_lists;
mod club_save;
mod club_search;
mod connecting;
mod deletion;
mod drafts;
mod engines_agree;
mod guild_lists;
mod guild_settings;
mod health;
mod identity;
mod members;
mod migrations;
mod odd;
mod previous_release;
mod recorder;
mod rows;
mod schema;
mod sessions;
mod support;
mod text;
mod transactions;
mod upgrade;
