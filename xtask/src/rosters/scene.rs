//! What lies behind the list and around it: the garden at night, the bar above, the frame, the buttons.

use super::creature::{self, Creature, Hat, Kind, Mood};
use super::screen::INK;

/// The garden at night, dimmed as the game dims what is behind a window.
pub(super) fn background() -> String {
    let scene = garden();
    format!(
        r##"{scene}<rect width="1206" height="2622" fill="#10161c" fill-opacity=".45"/>
<rect y="2550" width="1206" height="72" fill="#000000"/><rect x="388" y="2584" width="430" height="14" rx="7" fill="#ffffff"/>"##
    )
}

/// The garden in its own colours: sky, hills, the wood's edge, mushroom houses, and who lives there.
pub(super) fn garden() -> String {
    const GUARD: Creature = Creature {
        kind: Kind::Snail { shell: "#a86f4a" },
        skin: "#c9b48f",
        hat: Hat::Leaf,
        mood: Mood::Calm,
    };
    const SLEEPER: Creature = Creature {
        kind: Kind::Slime,
        skin: "#7fb39a",
        hat: Hat::None,
        mood: Mood::Calm,
    };
    let guard = creature::svg(&GUARD);
    let sleeper = creature::svg(&SLEEPER);
    let stars = stars();
    let left = mushroom("#b5645a", "#e0b98f");
    let right = mushroom("#6f7fae", "#d3c09a");
    format!(
        r##"<rect width="1206" height="2622" fill="#3d5a74"/>
<path d="M0 700Q300 560 620 660T1206 600V2622H0Z" fill="#41667a"/>
<path d="M0 1250Q260 1080 560 1210T1206 1150V2622H0Z" fill="#416f70"/>
<path d="M0 1900Q300 1800 640 1880T1206 1850V2622H0Z" fill="#47785f"/>
<path d="M0 2320Q340 2210 700 2290T1206 2260V2622H0Z" fill="#55895a"/>
<circle cx="1030" cy="76" r="54" fill="#d8dcc0"/><circle cx="1052" cy="62" r="46" fill="#3d5a74"/>
{stars}
<g fill="#355c4f"><path d="M0 340Q170 420 60 640Q190 560 30 900Q160 900 0 1180Z"/><path d="M1206 460Q1040 560 1160 760Q1010 780 1180 1030Q1060 1080 1206 1320Z"/></g>
<g fill="none" stroke="#2c4c44" stroke-width="6"><path d="M0 400Q90 520 20 640M0 700Q80 800 10 930M1206 520Q1110 640 1190 770M1206 820Q1110 930 1195 1060"/></g>
<g transform="translate(190 2190) scale(1.5)">{left}</g>
<g transform="translate(1030 2150) scale(1.2)">{right}</g>
<g transform="translate(470 2210) scale(2.3)">{guard}</g>
<g transform="translate(770 2240) scale(1.7)">{sleeper}</g>
<g fill="none" stroke="#3f6f4a" stroke-width="8" stroke-linecap="round"><path d="M40 2370l-14 -46M60 2372l4 -52M84 2374l22 -40M620 2360l-12 -40M640 2362l6 -48M664 2364l20 -34M1120 2350l-14 -44M1142 2352l4 -50M1164 2354l20 -38"/></g>"##
    )
}

fn stars() -> String {
    let dots: Vec<String> = (0..60_i32)
        .map(|star| {
            // Squares modulo a prime look scattered, and are always alike.
            let (x, y) = (
                star * star * 487 % 1201,
                (star * star * star + star * 331) % 1103,
            );
            let radius = 2 + star % 3;
            format!(r#"<circle cx="{x}" cy="{y}" r="{radius}"/>"#)
        })
        .collect();
    format!(r##"<g fill="#a9c0c4">{}</g>"##, dots.concat())
}

fn mushroom(cap: &str, stem: &str) -> String {
    format!(
        r##"<g stroke="{INK}" stroke-width="5" stroke-linejoin="round"><path d="M-46 110Q-30 40 -40 -10H40Q30 40 46 110Z" fill="{stem}"/>
<path d="M-110 0Q-100 -110 0 -116Q100 -110 110 0Q60 22 0 18Q-60 22 -110 0Z" fill="{cap}"/>
<path d="M-16 110V66a16 16 0 0 1 32 0V110Z" fill="#7a5638"/><circle cy="34" r="13" fill="#f4d98a"/></g>
<g fill="#efe3cc"><circle cx="-56" cy="-38" r="17"/><circle cx="4" cy="-74" r="20"/><circle cx="62" cy="-34" r="14"/></g>"##
    )
}

/// The bar at the top with the club's name.
pub(super) fn top_bar(club: &str) -> String {
    format!(
        r##"<rect x="16" y="146" width="1174" height="148" rx="34" fill="#54432f" stroke="#2a2420" stroke-width="6"/>
<rect x="40" y="172" width="446" height="76" rx="38" fill="#665341"/><rect x="504" y="172" width="436" height="76" rx="38" fill="#665341"/>
<circle cx="92" cy="210" r="36" fill="#5b7f74" stroke="#2a2420" stroke-width="5"/>
<path d="M92 212Q98 208 96 201Q90 193 81 200Q73 211 82 221Q96 229 108 219Q114 204 106 194" fill="none" stroke="#b9c9a4" stroke-width="5" stroke-linecap="round"/>
<text x="458" y="225" text-anchor="end" font-size="44" fill="#17120f">{club}</text>
<text x="534" y="226" font-size="48" fill="#8f96a8">Lv. 12</text><text x="912" y="225" text-anchor="end" font-size="44" fill="#17120f">62.5%</text>
<path d="M968 190H1044V236H968ZM968 190L1006 218L1044 190" fill="#7f9488" stroke="#2a2420" stroke-width="5" stroke-linejoin="round"/>
<circle cx="1044" cy="186" r="14" fill="#b5564c"/>
<g stroke="#2a2420" stroke-width="5"><path d="M1104 168h20l4 14l14 -8l14 14l-8 14l14 4v18l-14 4l8 14l-14 14l-14 -8l-4 14h-20l-4 -14l-14 8l-14 -14l8 -14l-14 -4v-18l14 -4l-8 -14l14 -14l14 8Z" fill="#7f9488"/><circle cx="1114" cy="214" r="14" fill="#5f4c3a"/></g>"##
    )
}

/// The window's wooden frame and its paper; the paper's lower border ends the list.
pub(super) fn panel() -> String {
    let corners: Vec<String> = [
        (70, 386, 0),
        (1136, 386, 90),
        (1136, 1958, 180),
        (70, 1958, 270),
    ]
    .into_iter()
    .map(|(x, y, turn)| format!(r#"<g transform="translate({x} {y}) rotate({turn})">{CORNER}</g>"#))
    .collect();
    format!(
        r##"<rect x="58" y="374" width="1090" height="1596" rx="44" fill="#9a7550" stroke="#332a24" stroke-width="7"/>
<g fill="none" stroke="#7d5c3d" stroke-width="5" stroke-linecap="round"><path d="M78 560V900M78 1240V1560M1128 700V1090M1128 1380V1700M330 392H640M760 392H930M300 1948H560M720 1950H960"/></g>
<rect x="98" y="414" width="1010" height="1513" rx="34" fill="#e9d6ac" stroke="#4a4039" stroke-width="5"/>
<rect x="98" y="414" width="1010" height="1497" rx="30" fill="#f1e2c2" stroke="#4a4039" stroke-width="5"/>
<rect x="110" y="426" width="986" height="1470" rx="22" fill="none" stroke="#fbf3df" stroke-width="9"/>
<path d="M603 960V1880" stroke="#e3d0aa" stroke-width="6" stroke-dasharray="60 26" stroke-linecap="round"/>{}"##,
        corners.concat()
    )
}

/// Two leaves and a nail, for the frame's upper left corner.
const CORNER: &str = r##"<g stroke="#332a24" stroke-width="5" stroke-linejoin="round"><path d="M-26 96Q-44 30 2 12Q44 34 -26 96Z" fill="#6f9d57"/><path d="M96 -26Q30 -44 12 2Q34 44 96 -26Z" fill="#86b166"/><circle cx="6" cy="6" r="15" fill="#d9c08a"/></g>"##;

/// The two buttons under the window.
pub(super) fn buttons(label: &str) -> String {
    format!(
        r##"<g stroke="#3b332d" stroke-width="5"><rect x="40" y="2350" width="400" height="150" rx="34" fill="#efdcae"/><rect x="62" y="2366" width="356" height="112" rx="26" fill="#9cc27a"/>
<rect x="988" y="2350" width="172" height="150" rx="34" fill="#efdcae"/><rect x="1008" y="2366" width="132" height="112" rx="26" fill="#eeb48a"/></g>
<path d="M1030 2410H1076V2388L1120 2422L1076 2456V2434H1030Z" fill="#fffaf0" stroke="#7a4f38" stroke-width="4" stroke-linejoin="round"/>
<text x="240" y="2442" text-anchor="middle" font-size="62" font-family="Barlow Condensed" font-weight="700" fill="#fffaf0" stroke="#4d6b3c" stroke-width="7" paint-order="stroke" stroke-linejoin="round">{label}</text>"##
    )
}
