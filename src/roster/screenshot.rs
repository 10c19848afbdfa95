//! What one screenshot shows, before it is merged with others.

use serde::{Deserialize, Serialize};

use crate::decode::ImageFormat;
use crate::roster::{Capacity, Metric, is_true, is_zero, yes};

/// One screenshot, read.
///
/// As JSON it is compact, some 140 bytes a card, and comes back as it was: a draft can keep it and be merged again when
/// more screenshots come.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Screenshot {
    /// The layout that fits it, by its id: `super-snail-club`.
    pub layout: String,
    /// The game that the layout is of: `Super Snail`.
    pub game: String,
    /// What its numbers count.
    pub metric: Metric,
    /// The club as the bar behind the panel names it (`[CRM] CormysBar`), when that was read for certain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub club: Option<String>,
    /// The header's count, when it was read for certain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
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

/// One member's card. Its confidences have four decimals.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Card {
    /// The name as it was read, never empty.
    pub name: String,
    /// How sure the name is, 0 to 1: the least of its letters.
    pub name_confidence: f32,
    /// False where the name needs a person's eye.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub name_certain: bool,
    /// The number, or none where something covers it or it is not read for certain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub power: Option<i64>,
    /// Where the number stands on the screenshot, for showing that part to a person.
    pub number_area: Area,
    /// How sure the number is, 0 to 1: the least of its digits, and 0 where `power` is none.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub power_confidence: f32,
    /// The game's own words, "Online" or "2h ago", or none where they are not certain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_seen: Option<String>,
    /// How sure that is, 0 to 1: the least of its letters, and 0 where `last_seen` is none.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub last_seen_confidence: f32,
}

/// A rectangle on a screenshot, in pixels; as JSON `[x, y, width, height]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "[u32; 4]", into = "[u32; 4]")]
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

impl From<[u32; 4]> for Area {
    fn from([x, y, width, height]: [u32; 4]) -> Self {
        Self {
            x,
            y,
            width,
            height,
        }
    }
}

impl From<Area> for [u32; 4] {
    fn from(area: Area) -> Self {
        [area.x, area.y, area.width, area.height]
    }
}

/// A confidence with four decimals, never more than it was.
pub(crate) fn rounded(confidence: f32) -> f32 {
    (confidence * 10_000.0).floor() / 10_000.0
}
