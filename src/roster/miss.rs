//! Why one layout does not fit a picture; of several layouts, the one that came furthest tells.

/// Why a layout does not fit, in the order in which it is found out.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Miss {
    /// There are no two columns of cards.
    NoCards,
    /// There are, but too small to be read.
    TooSmall,
    /// There are, but not the frame around them.
    CutOff,
    /// The title is another; what it reads, where that can be told.
    OtherTitle(Option<String>),
    /// The title is this one, but the cards' label is not; what it reads, where that can be told.
    OtherLabel(Option<String>),
    /// The screen is this one, and no member is wholly visible.
    NoMembers,
    /// The reader failed.
    Failed,
}

impl Miss {
    /// How far the layout came.
    pub(crate) fn stage(&self) -> u8 {
        match self {
            Self::NoCards => 0,
            Self::TooSmall => 1,
            Self::CutOff => 2,
            Self::OtherTitle(_) => 3,
            Self::OtherLabel(_) => 4,
            Self::NoMembers => 5,
            Self::Failed => 6,
        }
    }
}
