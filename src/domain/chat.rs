//! Chat: what is asked, what the model is shown of it, and what becomes of its answer.
//!
//! The rules without any input or output stand each in a file of their own: how an answer is
//! split ([`split`]) and made safe ([`safe`]), what a model is shown ([`context`], [`persona`]),
//! what it may cost ([`budget`], [`prices`], [`cooldown`]), when it is edited ([`pace`]) and what a
//! person is told when there is none ([`fault`]).

pub mod budget;
pub mod context;
pub mod cooldown;
pub mod fault;
pub mod pace;
pub mod persona;
pub mod prices;
pub mod safe;
pub mod split;
pub mod title;
pub mod tokens;

pub use budget::{Budget, Limits, Periods, periods};
pub use context::{Answered, Asked, Context, File, Quote, Turned, compose};
pub use cooldown::Cooldown;
pub use fault::{Fault, Scope, Span};
pub use pace::Pace;
pub use prices::Prices;
pub use split::{POSTS, Shape};
pub use title::title;
pub use tokens::Counter;
