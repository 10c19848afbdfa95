//! Why a screenshot does not belong to the others.

use thiserror::Error;

use crate::roster::Metric;
use crate::warnings::words;

/// What a screenshot shows otherwise than most of the others. Shown, it is one sentence in English
/// that says what to do.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Misfit {
    /// Another metric.
    #[error(
        "it shows {} where the other screenshots show {}; send it in an analysis of its own", words(*.shown), words(*.kept)
    )]
    Metric {
        /// What it shows.
        shown: Metric,
        /// What the others show.
        kept: Metric,
    },
    /// Another game.
    #[error(
        "it is of the game {shown} where the other screenshots are of {kept}; send one game at a time"
    )]
    Game {
        /// What it is of.
        shown: String,
        /// What the others are of.
        kept: String,
    },
    /// Another club.
    #[error(
        "it shows the club {shown} where the other screenshots show {kept}; send one club at a time"
    )]
    Club {
        /// Its club's name.
        shown: String,
        /// The others' club's name.
        kept: String,
    },
}
