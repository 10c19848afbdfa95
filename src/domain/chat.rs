//! Chat: what is asked, what the model is shown of it, and what becomes of its answer.
//!
//! The rules without any input or output stand each in a file of their own: how an answer is
//! split ([`split`]) and made safe ([`safe`]), what a model is shown ([`context`], [`persona`]),
//! what it may cost ([`budget`], [`prices`], [`cooldown`]), when it is edited ([`pace`]) and what a
//! person is told when there is none ([`fault`]).
//!
//! A turn begins with [`ask`] or [`again`]: whoever may is copied, paid for and stored in one
//! transaction; of whoever has not accepted that ([`consent`]) nothing is stored. A task of its own then lets the answer come, whether or not anybody watches, and
//! ends its row, its bill and its audit entry once. [`stop`] ends it earlier, [`recover`] what an
//! earlier process left behind.

mod access;
mod afford;
mod again;
mod ask;
mod attach;
mod author;
pub mod budget;
pub mod consent;
pub mod context;
pub mod cooldown;
pub mod fault;
mod finish;
mod history;
pub mod keeping;
mod model;
pub mod pace;
mod pay;
pub mod persona;
pub mod prices;
mod prompt;
mod recover;
mod run;
mod running;
pub mod safe;
mod saver;
mod setup;
mod source;
pub mod split;
mod stop;
#[cfg(test)]
mod tests;
pub mod title;
pub mod tokens;
mod tools;
mod turn;
mod unkept;
mod unshown;
mod usage;
mod view;

pub use access::admits;
pub use again::again;
pub use ask::{Place, Question, Way, ask};
pub use attach::{Link, MAX_FILES};
pub use author::Author;
pub use budget::{Budget, Limits, Periods, periods};
pub use context::{Answered, Asked, Context, File, Quote, Turned, compose};
pub use cooldown::Cooldown;
pub use fault::{Fault, Scope, Span};
pub use pace::Pace;
pub use prices::Prices;
pub use recover::{recover, settle_stale};
pub use setup::{Chat, Provider, Setup};
pub use split::{POSTS, Shape};
pub(crate) use stop::stop_all_of;
pub use stop::{choose, close, stop};
pub use title::title;
pub use tokens::Counter;
pub use turn::{Draft, End, MessageStatus, State, Turn};
pub use unkept::stop_unkept;
pub use unshown::unshown;
pub use usage::{Allowance, HostUsage, Info, PersonaOf, Spans, UsageView, info, usage};
pub use view::{Posted, View, is_known, posted, shown, watch};
