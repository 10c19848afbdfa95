//! The picture above the list, with its caption, and the ribbon with the title and the member count.

use super::creature::{self, Creature, Hat, Kind, Mood};
use super::screen::INK;

/// The picture; its lower border, at 922.5, begins the list.
pub(super) fn picture() -> String {
    const RACER: Creature = Creature {
        kind: Kind::Snail { shell: "#6fa2c4" },
        skin: "#f3dcb2",
        hat: Hat::Cap,
        mood: Mood::Happy,
    };
    const FAN: Creature = Creature {
        kind: Kind::Slime,
        skin: "#a9d98f",
        hat: Hat::Flower,
        mood: Mood::Happy,
    };
    const RIVAL: Creature = Creature {
        kind: Kind::Snail { shell: "#d98a66" },
        skin: "#e6d3e0",
        hat: Hat::Goggles,
        mood: Mood::Cross,
    };
    let (racer, fan, rival) = (
        creature::svg(&RACER),
        creature::svg(&FAN),
        creature::svg(&RIVAL),
    );
    format!(
        r##"<clipPath id="picture"><rect x="144" y="528" width="918" height="394" rx="14"/></clipPath>
<g clip-path="url(#picture)">
<rect x="140" y="520" width="930" height="410" fill="#cdeaf0"/>
<circle cx="548" cy="690" r="46" fill="#fbe9a6"/>
<g fill="#f7fdfd"><path d="M330 690a26 26 0 0 1 44 -16a34 34 0 0 1 62 4a22 22 0 0 1 18 34H340a16 16 0 0 1 -10 -22Z"/><path d="M700 664a20 20 0 0 1 36 -12a28 28 0 0 1 50 4a18 18 0 0 1 14 28H708a14 14 0 0 1 -8 -20Z"/></g>
<path d="M140 780Q300 690 480 770T820 750T1070 730V930H140Z" fill="#b9dba3"/>
<path d="M140 830Q360 770 600 826T1070 800V930H140Z" fill="#a3cd8c"/>
<path d="M140 884Q420 836 700 866T1070 850V930H140Z" fill="#ecd9ab" stroke="#c7ad78" stroke-width="4"/>
<g stroke="{INK}" stroke-width="4"><path d="M196 850V690" stroke-width="8"/><path d="M200 694H300L278 722L300 750H200Z" fill="#fffaf0"/></g>
<g fill="{INK}"><path d="M200 694h25v19h-25zM250 694h25v19h-25zM225 713h25v19h-25zM200 732h25v18h-25zM250 732h25v18h-25z"/></g>
<g transform="translate(400 776) scale(1.25)">{rival}</g>
<g transform="translate(930 740) scale(1.15)">{fan}</g>
<g transform="translate(690 762) scale(2.05)">{racer}</g>
<path d="M790 822Q870 816 960 832M500 812Q540 808 590 816" fill="none" stroke="#eef6ea" stroke-width="10" stroke-linecap="round"/>
</g>
<rect x="144" y="528" width="918" height="394.5" rx="14" fill="none" stroke="{INK}" stroke-width="5"/>
<rect x="151" y="535" width="904" height="380" rx="10" fill="none" stroke="#fbf3df" stroke-width="8"/>
<text x="186" y="896" font-size="44" letter-spacing="3" fill="#fffdf6" stroke="#4c6472" stroke-width="8" paint-order="stroke" stroke-linejoin="round">Garden Race This Week: 3rd Place</text>"##
    )
}

/// The ribbon with the title, and under it the count of members where there is one.
pub(super) fn title(title: &str, count: Option<&str>) -> String {
    let count = count.map_or_else(String::new, |count| {
        format!(
            r##"<rect x="506" y="577" width="194" height="56" rx="18" fill="#fffaf0" stroke="{INK}" stroke-width="4"/>
<text x="605" y="618" text-anchor="middle" font-size="42" font-family="Barlow Condensed" font-weight="700" letter-spacing="3" fill="#4f6b3a">{count}</text>"##
        )
    });
    format!(
        r##"<g stroke="{INK}" stroke-width="5" stroke-linejoin="round"><path d="M118 492H220V632H118L146 562Z" fill="#5f8f6a"/><path d="M1088 492H986V632H1088L1060 562Z" fill="#5f8f6a"/>
<rect x="178" y="460" width="850" height="148" rx="16" fill="#8fc09a"/></g>
<path d="M196 476H1010" stroke="#b5dcb8" stroke-width="7" stroke-linecap="round"/>
<g fill="none" stroke="#6fa37c" stroke-width="6" stroke-linecap="round"><path d="M206 590Q216 560 242 552M1000 590Q990 560 964 552"/></g>
<text x="605" y="557" text-anchor="middle" font-size="68" font-family="Barlow Condensed" font-weight="700" letter-spacing="5" fill="#fffaf0" stroke="#3f5d49" stroke-width="9" paint-order="stroke" stroke-linejoin="round">{title}</text>{count}"##
    )
}
