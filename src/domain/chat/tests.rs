//! Turns against the stand-in model, on both engines.

mod bills;
mod buttons;
mod consent;
mod ended;
mod failures;
mod files;
mod leaving;
mod looks;
mod money;
mod others;
mod recovery;
mod room;
mod talks;
mod unkept;
mod words;
