//! One member's card, drawn from its upper left corner.

use super::club::{Member, Metric};
use super::creature;
use super::screen::INK;

/// Width between the middles of the borders: 0.892 of the columns' distance.
pub(super) const WIDTH: f32 = 421.0;
/// Height between the middles of the borders: 0.480 of the columns' distance.
pub(super) const HEIGHT: f32 = 226.5;

/// The game sets numbers in cells of one width from the right, also the 1: the middle of the last cell, and the
/// distance of two.
const LAST_DIGIT: f32 = 383.0;
const DIGIT_ADVANCE: f32 = 20.6;
/// The game's digits are 33 px high, at most 20 wide, and heavy; the font's are wider and lighter, so they are narrowed
/// and drawn with a stroke.
const DIGIT_SIZE: f32 = 45.0;
const DIGIT_WIDTH: f32 = 0.9;
const DIGIT_STROKE: f32 = 1.5;

/// Card, name strip, number and frame colours of a rank: the club's first five stand out in their power list.
struct Tint {
    card: &'static str,
    strip: &'static str,
    number: &'static str,
    frame: &'static str,
}

const PLAIN: Tint = Tint {
    card: "#f6ebda",
    strip: "#ebdcc5",
    number: "#7d6a5c",
    frame: "#a9cbb8",
};
const GOLD: Tint = Tint {
    card: "#fbe7c0",
    strip: "#f3d39b",
    number: "#a8562b",
    frame: "#f0c25c",
};
const ROSE: Tint = Tint {
    card: "#f8e0dc",
    strip: "#efc9c5",
    number: "#a04a50",
    frame: "#e79a9a",
};
const LILAC: Tint = Tint {
    card: "#efe4f0",
    strip: "#dfcde4",
    number: "#7d4f8c",
    frame: "#c3a0d4",
};

fn tint(metric: Metric, rank: usize) -> &'static Tint {
    match (metric, rank) {
        (Metric::Total, 1) => &GOLD,
        (Metric::Total, 2 | 3) => &ROSE,
        (Metric::Total, 4..=6) => &LILAC,
        _ => &PLAIN,
    }
}

/// The card; `rank` is the place in the list, from 1.
pub(super) fn svg(member: &Member, metric: Metric, rank: usize) -> String {
    let Tint {
        card,
        strip,
        number,
        frame,
    } = tint(metric, rank);
    let label = metric.label();
    let power = digits(&member.power(metric).to_string());
    let (name, seen) = (member.name, member.seen);
    let portrait = creature::portrait(&member.creature, frame);
    let wings = if member.is_covered(metric) { WINGS } else { "" };
    let tilt = if rank.is_multiple_of(3) { -1.2 } else { 1.2 };
    format!(
        r##"
<rect x="6" y="6" width="{WIDTH}" height="{HEIGHT}" rx="24" fill="#d6c19f" transform="rotate({tilt} 210 113)"/>
<rect width="{WIDTH}" height="{HEIGHT}" rx="22" fill="{card}"/>
<path d="M0 170H{WIDTH}V204.5a22 22 0 0 1 -22 22H22a22 22 0 0 1 -22 -22Z" fill="{strip}"/>
<path d="M14 9H150M166 9H190" stroke="#ffffff" stroke-opacity=".7" stroke-width="5" stroke-linecap="round"/>
<rect width="{WIDTH}" height="{HEIGHT}" rx="22" fill="none" stroke="{INK}" stroke-width="5"/>
<g transform="translate(96 92)">{portrait}</g>
<text x="397" y="85" text-anchor="end" font-size="40" fill="#8d7d70">{label}</text>
<g transform="translate({LAST_DIGIT} 138) scale({DIGIT_WIDTH} 1)" text-anchor="middle" font-size="{DIGIT_SIZE}" font-family="Barlow Condensed" font-weight="700" fill="{number}" stroke="{number}" stroke-width="{DIGIT_STROKE}">{power}</g>
<text x="30" y="210" font-size="38" fill="#5b4c42">{name}</text>
<text x="404" y="210" text-anchor="end" font-size="38" fill="#8d7d70">{seen}</text>
{wings}"##
    )
}

/// A number, each digit in the middle of its cell, the last one at the origin.
fn digits(number: &str) -> String {
    let cells = (0_u8..).zip(number.chars().rev());
    let texts: Vec<String> = cells
        .map(|(cell, digit)| {
            let x = -f32::from(cell) * DIGIT_ADVANCE / DIGIT_WIDTH;
            format!(r#"<text x="{x}">{digit}</text>"#)
        })
        .collect();
    texts.concat()
}

/// Wings of gold on both sides of the portrait; the right one lies over half of the number.
const WINGS: &str = r##"
<g fill="#f3cf74" stroke="#a9782c" stroke-width="4" stroke-linejoin="round">
<path d="M140 116Q168 40 244 34Q236 52 226 60Q262 56 292 70Q276 84 262 88Q290 92 312 112Q286 122 270 118Q286 130 292 146Q258 156 228 142Q180 150 140 116Z"/>
<path d="M160 112Q196 78 240 70M168 120Q214 98 268 94M180 128Q224 120 272 122" fill="none"/>
<path d="M52 116Q28 46 -36 36Q-30 52 -20 60Q-44 60 -62 74Q-46 86 -34 88Q-54 96 -64 112Q-40 120 -26 118Q-36 128 -38 142Q-10 150 10 140Q40 142 52 116Z"/>
<path d="M36 112Q10 82 -26 74M30 120Q-6 102 -42 98M22 128Q-8 122 -36 124" fill="none"/>
</g>"##;
