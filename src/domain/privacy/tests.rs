//! What is stored about somebody, in their own hands, on both engines.

mod expiring;
mod guilds;
mod own;
mod room;
