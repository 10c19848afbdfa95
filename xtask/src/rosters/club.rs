//! The table: an invented club, its members, and how far each screenshot is scrolled.

use super::creature::{Creature, Hat, Kind, Mood};

/// The demo's own club.
pub(super) const CLUB: &str = "[SLM] Slimy Club";
const OTHER_CLUB: &str = "[PDL] Puddle Pals";

/// What the numbers of a screenshot count.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Metric {
    Sim,
    Total,
}

impl Metric {
    /// As the cards and the button say it.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Sim => "Sim Power",
            Self::Total => "Power",
        }
    }

    /// As truth.tsv says it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Sim => "sim",
            Self::Total => "total",
        }
    }
}

/// One screenshot.
pub(super) struct Shot {
    pub(super) file: &'static str,
    /// What the top bar says.
    pub(super) club: &'static str,
    pub(super) metric: Metric,
    /// Pixels that the list is scrolled up by. Rows are 275.3 px apart; neighbours overlap by a row.
    pub(super) scroll: f32,
}

pub(super) const SHOTS: &[Shot] = &[
    Shot {
        file: "sim-1.png",
        club: CLUB,
        metric: Metric::Sim,
        scroll: 0.0,
    },
    Shot {
        file: "sim-2.png",
        club: CLUB,
        metric: Metric::Sim,
        scroll: 590.0,
    },
    Shot {
        file: "sim-3.png",
        club: CLUB,
        metric: Metric::Sim,
        scroll: 1162.0,
    },
    Shot {
        file: "sim-4.png",
        club: CLUB,
        metric: Metric::Sim,
        scroll: 1701.0,
    },
    Shot {
        file: "sim-5.png",
        club: CLUB,
        metric: Metric::Sim,
        scroll: 2312.0,
    },
    Shot {
        file: "total-1.png",
        club: CLUB,
        metric: Metric::Total,
        scroll: 0.0,
    },
    Shot {
        file: "total-2.png",
        club: CLUB,
        metric: Metric::Total,
        scroll: 612.0,
    },
    // What a person mixes in by mistake: another club's list.
    Shot {
        file: "other-club.png",
        club: OTHER_CLUB,
        metric: Metric::Sim,
        scroll: 0.0,
    },
];

/// One member of the invented club.
pub(super) struct Member {
    pub(super) name: &'static str,
    pub(super) sim: u32,
    pub(super) total: u32,
    pub(super) seen: &'static str,
    /// Golden wings that lie over the number in the total-power screenshots, as the game's best rewards do.
    pub(super) winged: bool,
    pub(super) creature: Creature,
}

impl Member {
    /// The number on the member's card.
    pub(super) fn power(&self, metric: Metric) -> u32 {
        match metric {
            Metric::Sim => self.sim,
            Metric::Total => self.total,
        }
    }

    /// Whether the screenshots of this metric cover the number.
    pub(super) fn is_covered(&self, metric: Metric) -> bool {
        self.winged && metric == Metric::Total
    }
}

impl Shot {
    /// The members of the club that it shows. No member is in both: the reader takes two names for
    /// readings of one club's where their members are the same.
    pub(super) fn members(&self) -> &'static [Member] {
        if self.club == CLUB {
            MEMBERS
        } else {
            OTHER_MEMBERS
        }
    }

    /// The members as its list shows them: the strongest first.
    pub(super) fn by_power(&self) -> Vec<&'static Member> {
        let mut members: Vec<&Member> = self.members().iter().collect();
        members.sort_by_key(|member| std::cmp::Reverse(member.power(self.metric)));
        members
    }
}

const fn member(
    name: &'static str,
    (sim, total): (u32, u32),
    seen: &'static str,
    creature: Creature,
) -> Member {
    Member {
        name,
        sim,
        total,
        seen,
        winged: false,
        creature,
    }
}

const fn snail(skin: &'static str, shell: &'static str, hat: Hat, mood: Mood) -> Creature {
    Creature {
        kind: Kind::Snail { shell },
        skin,
        hat,
        mood,
    }
}

const fn slime(skin: &'static str, hat: Hat, mood: Mood) -> Creature {
    Creature {
        kind: Kind::Slime,
        skin,
        hat,
        mood,
    }
}

/// Names with what is hard to tell apart (l, I and 1; O and 0) and one that leaves ASCII.
#[rustfmt::skip]
pub(super) const MEMBERS: &[Member] = &[
    member("Glimmerglob", (38_214_907, 412_905_318), "Online", slime("#8fd0a0", Hat::Crown, Mood::Happy)),
    Member { winged: true, ..member("Sluggernaut", (31_560_428, 398_117_264), "2h ago", snail("#e9c48f", "#b9564c", Hat::Cap, Mood::Cross)) },
    member("PuddleJumper", (27_903_651, 371_640_982), "17m ago", snail("#f0d6b4", "#5b8fb0", Hat::None, Mood::Happy)),
    member("SeñorSlime", (22_481_730, 356_208_417), "1h ago", slime("#f2b6a0", Hat::Bow, Mood::Happy)),
    member("Escarglow", (18_067_395, 334_971_056), "Online", snail("#d9e3b0", "#d39a3a", Hat::Leaf, Mood::Calm)),
    member("Ooze007", (15_729_084, 321_550_739), "6h ago", slime("#a8b8e8", Hat::Goggles, Mood::Calm)),
    member("MossyMolly", (12_346_870, 298_463_125), "44m ago", snail("#c9dca8", "#6f9a58", Hat::Flower, Mood::Happy)),
    member("Illiana", (10_958_213, 287_016_594), "3h ago", slime("#e6a9cf", Hat::Flower, Mood::Calm)),
    member("TurboShell", (9_871_546, 276_380_241), "Online", snail("#f3d9a4", "#e07b4f", Hat::Goggles, Mood::Cross)),
    member("Gloop", (9_204_637, 265_942_870), "12h ago", slime("#9fd9d2", Hat::None, Mood::Calm)),
    member("Billy11", (8_653_190, 251_708_436), "5h ago", snail("#e3c7e8", "#8a6fb5", Hat::Bow, Mood::Happy)),
    member("DewDropDan", (8_017_542, 243_195_607), "28m ago", slime("#b5e08a", Hat::Leaf, Mood::Happy)),
    member("Schneckerl", (7_560_981, 230_684_159), "9h ago", snail("#f5e1c0", "#4f7f78", Hat::Cap, Mood::Calm)),
    member("MucusMaximus", (7_142_368, 219_457_832), "1h ago", slime("#d7cf7a", Hat::Crown, Mood::Cross)),
    member("LettuceLord", (6_735_029, 208_310_975), "14h ago", snail("#dcebb8", "#7fb04a", Hat::Leaf, Mood::Happy)),
    member("GardenGnome42", (6_281_457, 196_573_048), "53m ago", slime("#e8946a", Hat::Cap, Mood::Happy)),
    member("Quibble", (5_894_716, 187_046_291), "7h ago", snail("#d6d2c4", "#a08fc9", Hat::None, Mood::Cross)),
    member("TrailMixer", (5_370_264, 174_829_503), "Online", snail("#efcfa0", "#a5683f", Hat::Flower, Mood::Calm)),
    member("Salty", (4_926_805, 163_290_784), "21h ago", slime("#c7d6ea", Hat::None, Mood::Cross)),
    member("BubbleWrap", (4_513_078, 152_617_340), "2h ago", slime("#a5c9f0", Hat::Bow, Mood::Happy)),
    member("SlowMotion", (4_068_931, 141_953_826), "1d ago", snail("#f2cfc4", "#4d6fa0", Hat::Goggles, Mood::Calm)),
    member("KelpKween", (3_657_140, 130_478_619), "4h ago", slime("#7fbf8c", Hat::Crown, Mood::Calm)),
    member("Tiny", (3_209_486, 118_065_937), "36m ago", snail("#f7e6b0", "#d9688a", Hat::None, Mood::Happy)),
    member("Zzzlime", (2_845_719, 104_732_580), "3d ago", slime("#bfb0e0", Hat::None, Mood::Calm)),
];

/// Who is in the other club.
#[rustfmt::skip]
const OTHER_MEMBERS: &[Member] = &[
    member("PondPatrol", (21_604_938, 240_816_357), "3h ago", slime("#9fc4e8", Hat::Cap, Mood::Calm)),
    member("MudMarie", (18_250_746, 221_930_584), "Online", snail("#e9d8b4", "#6f8fb0", Hat::Flower, Mood::Happy)),
    member("Croaker", (15_937_420, 204_672_819), "52m ago", slime("#b9d98a", Hat::None, Mood::Cross)),
    member("RainDancer", (12_806_594, 187_035_246), "6h ago", snail("#f0cdb8", "#8a9f5b", Hat::Leaf, Mood::Happy)),
    member("DampDora", (9_473_261, 163_948_705), "Online", slime("#d8b0d8", Hat::Bow, Mood::Calm)),
    member("SirSplash", (7_068_352, 149_205_683), "11h ago", snail("#dfe3c8", "#b0705b", Hat::Crown, Mood::Calm)),
    member("Newton", (5_341_907, 128_460_937), "2d ago", slime("#a8d8c8", Hat::Goggles, Mood::Happy)),
    member("ReedReader", (3_985_260, 107_354_268), "8h ago", snail("#f2dfae", "#7a6fa0", Hat::None, Mood::Cross)),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rosters::truth;

    #[test]
    fn each_sim_screenshot_overlaps_the_one_before_and_together_they_show_every_member() {
        let sim = SHOTS
            .iter()
            .filter(|shot| shot.club == CLUB && shot.metric == Metric::Sim);
        let mut seen: Vec<&str> = Vec::new();
        for shot in sim {
            let names: Vec<&str> = truth::readable(shot).map(|member| member.name).collect();
            assert!(
                seen.is_empty() || seen.contains(&names[0]),
                "{} does not overlap",
                shot.file
            );
            seen.extend(names);
        }
        assert!(MEMBERS.iter().all(|member| seen.contains(&member.name)));
    }

    #[test]
    fn one_number_of_the_total_screenshots_is_covered_and_none_of_the_sim_screenshots() {
        let covered = |metric| {
            MEMBERS
                .iter()
                .filter(|member| member.is_covered(metric))
                .count()
        };
        assert_eq!((covered(Metric::Sim), covered(Metric::Total)), (0, 1));
    }
}
