//! The stand-in for a language model, called over HTTP as a client calls a provider.

mod ask;
mod breaks;
mod cancel;
mod failures;
mod images;
mod obedience;
mod rules;
mod script;
mod stream;
mod tools;
