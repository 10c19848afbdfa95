//! The snail, looking to the left.

use super::creature::{self, Creature, Hat, Mood};
use super::screen::INK;

/// The snail round the origin, within a radius of 52.
pub(super) fn svg(creature: &Creature, shell: &str) -> String {
    let skin = creature.skin;
    let stalks = stalks(skin);
    let eyes = eyes(creature.mood);
    let mouth = creature::mouth(creature.mood);
    let hat = worn(creature.hat);
    format!(
        r##"{stalks}
<path d="M-42 38Q-48 26 -42 10Q-44 -14 -27 -14Q-10 -14 -11 6Q-8 24 12 26Q38 26 52 36Q52 41 44 41H-36Q-41 41 -42 38Z" fill="{skin}" stroke="{INK}" stroke-width="4" stroke-linejoin="round"/>
<circle cx="17" cy="3" r="30" fill="{shell}" stroke="{INK}" stroke-width="4"/>
<path d="M17 5Q24 2 22 -5Q16 -14 6 -6Q-2 6 8 16Q22 24 33 12Q40 -2 32 -14" fill="none" stroke="{INK}" stroke-opacity=".75" stroke-width="4" stroke-linecap="round"/>
<path d="M-4 -7Q0 -19 12 -22" fill="none" stroke="#ffffff" stroke-opacity=".6" stroke-width="5" stroke-linecap="round"/>
{eyes}
<g transform="translate(-29 8) scale(.85)" stroke="{INK}" stroke-width="3.5" stroke-linecap="round">{mouth}</g>
<circle cx="-38" cy="2" r="3.5" fill="#e58f7d" fill-opacity=".7"/><circle cx="-17" cy="2" r="3.5" fill="#e58f7d" fill-opacity=".7"/>
{hat}"##
    )
}

/// Two stalks: a thick line in ink, a thinner one in the skin's colour over it.
fn stalks(skin: &str) -> String {
    const LINES: &str = "M-34 -6Q-40 -18 -40 -30M-20 -6Q-14 -18 -15 -30";
    format!(
        r#"<g fill="none" stroke-linecap="round"><path d="{LINES}" stroke="{INK}" stroke-width="12"/><path d="{LINES}" stroke="{skin}" stroke-width="5.5"/></g>"#
    )
}

fn eyes(mood: Mood) -> String {
    let lids = match mood {
        Mood::Cross => "M-50 -43L-32 -36M-5 -43L-23 -36",
        Mood::Calm => "M-51 -38H-31M-25 -38H-5",
        Mood::Happy => "",
    };
    format!(
        r##"<g stroke="{INK}" stroke-width="3.5" stroke-linecap="round"><circle cx="-41" cy="-35" r="10" fill="#fffdf6"/><circle cx="-15" cy="-35" r="10" fill="#fffdf6"/>
<circle cx="-40" cy="-34" r="2.500" fill="{INK}"/><circle cx="-16" cy="-34" r="2.500" fill="{INK}"/><path d="{lids}" fill="none"/></g>"##
    )
}

/// A snail wears goggles on its forehead and everything else on top of its shell.
fn worn(hat: Hat) -> String {
    let place = match hat {
        Hat::Goggles => "translate(-27 -6) scale(.6)",
        _ => "translate(19 -25) rotate(10) scale(.8)",
    };
    format!(r#"<g transform="{place}">{}</g>"#, creature::hat(hat))
}
