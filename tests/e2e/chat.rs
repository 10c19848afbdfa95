//! Chat, from what people type to what stands in Discord: against a model that says what a test
//! tells it to.

mod breaks;
mod consent;
mod controls;
mod languages;
mod limits;
mod long;
mod obstacles;
pub(crate) mod scene;
mod ways;
