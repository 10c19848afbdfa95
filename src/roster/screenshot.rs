//! What one screenshot shows, before it is merged with others.

use crate::decode::ImageFormat;
use crate::roster::{Capacity, Metric};

/// One screenshot, read.
#[derive(Debug, Clone, PartialEq)]
pub struct Screenshot {
    /// What its numbers count.
    pub metric: Metric,
    /// The club as the bar behind the panel names it (`[CRM] CormysBar`), when that was read for certain.
    pub club: Option<String>,
    /// The header's count, when it was read for certain.
    pub capacity: Option<Capacity>,
    /// The cards that are visible enough to be read, top to bottom, left to right.
    pub cards: Vec<Card>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The file's format, by its content.
    pub format: ImageFormat,
}

/// One member's card.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// The name as it was read, never empty.
    pub name: String,
    /// How sure the name is, 0 to 1: the least of its letters.
    pub name_confidence: f32,
    /// False where the name needs a person's eye.
    pub name_certain: bool,
    /// The number, or none where something covers it or it is not read for certain.
    pub power: Option<i64>,
    /// Where the number stands on the screenshot, for showing that part to a person.
    pub number_area: Area,
    /// How sure the number is, 0 to 1: the least of its digits, and 0 where `power` is none.
    pub power_confidence: f32,
    /// The game's own words, "Online" or "2h ago", or none where they are not certain.
    pub last_seen: Option<String>,
}

/// A rectangle on a screenshot, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Area {
    /// Its left edge.
    pub x: u32,
    /// Its top edge.
    pub y: u32,
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
}
