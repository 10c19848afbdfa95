//! The members' portraits: snails and slimes, put together from a few parts.
//!
//! A creature is drawn round the origin and fits into a circle of radius 52.

use super::screen::INK;
use super::snail;

/// A creature's body.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// With a shell of this colour.
    Snail {
        shell: &'static str,
    },
    Slime,
}

/// What a creature wears.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Hat {
    None,
    Cap,
    Crown,
    Bow,
    Leaf,
    Flower,
    Goggles,
}

/// How a creature looks at you.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mood {
    Happy,
    Calm,
    Cross,
}

/// A creature of the tables.
#[derive(Clone, Copy)]
pub(super) struct Creature {
    pub(super) kind: Kind,
    pub(super) skin: &'static str,
    pub(super) hat: Hat,
    pub(super) mood: Mood,
}

/// The creature in a round frame of radius 62, on a lawn of its own.
pub(super) fn portrait(creature: &Creature, frame: &str) -> String {
    let body = svg(creature);
    format!(
        r##"<circle r="62" fill="{frame}" stroke="{INK}" stroke-width="5"/>
<circle r="52" fill="#dcebe6" stroke="{INK}" stroke-width="3"/>
<path d="M-49 17Q-20 8 6 16Q30 22 49 14A51 51 0 0 1 -49 17Z" fill="#b8d3a0"/>
<g transform="translate(0 6) scale(.9)">{body}</g>"##
    )
}

/// The creature alone.
pub(super) fn svg(creature: &Creature) -> String {
    match creature.kind {
        Kind::Snail { shell } => snail::svg(creature, shell),
        Kind::Slime => slime(creature),
    }
}

fn slime(creature: &Creature) -> String {
    let skin = creature.skin;
    let face = face(creature.mood);
    let hat = hat(creature.hat);
    format!(
        r##"<path d="M-42 34Q-50 -8 -22 -24Q0 -36 22 -24Q50 -8 42 34Q34 42 22 36Q10 30 0 38Q-12 44 -22 36Q-36 44 -42 34Z" fill="{skin}" stroke="{INK}" stroke-width="4" stroke-linejoin="round"/>
<path d="M-32 2Q-28 -14 -14 -18" fill="none" stroke="#ffffff" stroke-opacity=".75" stroke-width="6" stroke-linecap="round"/>
<circle cx="-34" cy="14" r="3.5" fill="#ffffff" fill-opacity=".75"/>
<g transform="translate(2 6)">{face}</g>
<g transform="translate(2 -26)">{hat}</g>"##
    )
}

/// Eyes and mouth, round the point between them.
fn face(mood: Mood) -> String {
    let mouth = mouth(mood);
    let brows = match mood {
        Mood::Cross => "M-24 -14L-8 -8M24 -14L8 -8",
        Mood::Calm => "M-24 -9H-8M24 -9H8",
        Mood::Happy => "",
    };
    format!(
        r##"<g stroke="{INK}" stroke-width="3.5" stroke-linecap="round">
<circle cx="-16" cy="-2" r="9" fill="#fffdf6"/><circle cx="16" cy="-2" r="9" fill="#fffdf6"/>
<circle cx="-14" cy="-1" r="2.500" fill="{INK}"/><circle cx="14" cy="-1" r="2.500" fill="{INK}"/>
<path d="{brows}" fill="none"/><g transform="translate(0 15)">{mouth}</g></g>"##
    )
}

/// A mouth round the origin, in the colour of the lines around it.
pub(super) fn mouth(mood: Mood) -> &'static str {
    match mood {
        Mood::Happy => r##"<path d="M-9 -4Q0 10 9 -4Z" fill="#b5494f"/>"##,
        Mood::Calm => r#"<path d="M-7 0Q0 4 7 0" fill="none"/>"#,
        Mood::Cross => r#"<path d="M-7 3Q0 -4 7 3" fill="none"/>"#,
    }
}

/// A hat that stands on the origin.
pub(super) fn hat(hat: Hat) -> String {
    let parts = match hat {
        Hat::None => "",
        Hat::Cap => {
            r##"<path d="M-20 4Q-20 -20 2 -20Q22 -20 22 2Q34 2 38 8Q16 12 -20 4Z" fill="#d9604c"/><circle cx="2" cy="-20" r="4" fill="#f5d06a"/>"##
        }
        Hat::Crown => {
            r##"<path d="M-20 6L-24 -18L-11 -7L0 -24L11 -7L24 -18L20 6Z" fill="#f5c94f"/>"##
        }
        Hat::Bow => {
            r##"<path d="M0 -4L-22 -16V8ZM0 -4L22 -16V8Z" fill="#e0668c"/><circle cy="-4" r="6" fill="#f29ab5"/>"##
        }
        Hat::Leaf => r##"<path d="M0 4Q-4 -22 24 -26Q26 0 0 4ZM0 4L14 -14" fill="#86b84e"/>"##,
        Hat::Flower => {
            r##"<g fill="#f7f1e6"><circle cx="-9" cy="-4" r="7"/><circle cx="9" cy="-4" r="7"/><circle cx="-5" cy="-14" r="7"/><circle cx="5" cy="-14" r="7"/><circle cy="1" r="7"/></g><circle cy="-7" r="6" fill="#f0b93f"/>"##
        }
        Hat::Goggles => {
            r##"<path d="M-28 4Q0 -10 28 4" fill="none"/><circle cx="-11" cy="-3" r="10" fill="#9fd3e6"/><circle cx="11" cy="-3" r="10" fill="#9fd3e6"/>"##
        }
    };
    format!(r#"<g stroke="{INK}" stroke-width="3.5" stroke-linejoin="round">{parts}</g>"#)
}
