//! Another screen of the same invented game, that is no roster: the demo shows how it is turned away.

use super::banner;
use super::club::CLUB;
use super::creature::{self, Creature, Hat, Kind, Mood};
use super::scene;
use super::screen::{self, INK};

/// What grows in the garden: a name, a level, a price.
const BEDS: &[(&str, u32, u32)] = &[
    ("Clover", 14, 3_200),
    ("Lettuce", 9, 4_850),
    ("Moonflower", 3, 12_000),
];

/// The whole screenshot.
pub(super) fn svg() -> String {
    const PET: Creature = Creature {
        kind: Kind::Snail { shell: "#c9784f" },
        skin: "#f0d9ae",
        hat: Hat::Crown,
        mood: Mood::Happy,
    };
    let pet = creature::svg(&PET);
    let beds: Vec<String> = (0_i32..)
        .zip(BEDS)
        .map(|(place, (name, level, price))| {
            let y = 1500 + place * 230;
            format!(
                r#"<g transform="translate(120 {y})">{}</g>"#,
                bed(name, *level, *price)
            )
        })
        .collect();
    screen::document(&[
        &scene::garden(),
        &scene::top_bar(CLUB),
        &banner::title("Snail Garden", None),
        &format!(
            r##"<ellipse cx="603" cy="1290" rx="420" ry="90" fill="#2f5648"/><g transform="translate(603 1030) scale(6.2)">{pet}</g>"##
        ),
        &beds.concat(),
        r##"<rect y="2550" width="1206" height="72" fill="#000000"/><rect x="388" y="2584" width="430" height="14" rx="7" fill="#ffffff"/>"##,
    ])
}

fn bed(name: &str, level: u32, price: u32) -> String {
    format!(
        r##"<rect width="966" height="190" rx="40" fill="#efe0bd" stroke="{INK}" stroke-width="6"/>
<circle cx="105" cy="95" r="64" fill="#a9cf8d" stroke="{INK}" stroke-width="5"/>
<path d="M105 142V92M105 112Q70 104 66 70Q104 70 105 104M105 96Q140 88 144 54Q108 52 105 88" fill="#6f9d57" stroke="{INK}" stroke-width="5" stroke-linejoin="round"/>
<text x="200" y="92" font-size="58" fill="#5b4c42">{name}</text><text x="200" y="150" font-size="42" fill="#8d7d70">Level {level}</text>
<rect x="680" y="48" width="246" height="94" rx="30" fill="#9cc27a" stroke="{INK}" stroke-width="5"/>
<text x="803" y="112" text-anchor="middle" font-size="50" fill="#fffaf0" stroke="#4d6b3c" stroke-width="6" paint-order="stroke">{price} dew</text>"##
    )
}
