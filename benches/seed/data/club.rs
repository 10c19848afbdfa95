//! Analyses of clubs and what hangs on them.

use anyhow::Result;
use fastrand::Rng;

use crate::Progress;
use crate::cell::{Cell, Table};
use crate::known::key;
use crate::sink::Sink;
use crate::world::{World, at, snowflake};

/// How many people of a guild make its analyses.
const MAKERS: u64 = 3;

const IMAGES: u64 = 2;

/// How many members stand in an analysis.
const POWERS: u64 = 15;

/// How many members an image shows, some of them twice.
const SHOWN: i64 = 8;

/// How many of a hundred are saved.
const SAVED: u64 = 92;

const METRICS: &[(&str, &str, &str)] = &[
    ("totalMembers", "count", "membership"),
    ("capacity", "count", "membership"),
    ("totalPower", "power", "performance"),
    ("averagePower", "power", "performance"),
    ("medianPower", "power", "performance"),
    ("topPower", "power", "performance"),
    ("readConfidence", "score", "quality"),
];

const ANALYSIS: Table = Table {
    name: "club_analyses",
    columns: &[
        "id",
        "guild_id",
        "user_id",
        "channel_id",
        "title",
        "summary",
        "search_text",
        "confidence",
        "status",
        "metric",
        "week",
        "draft",
        "expires_at",
        "saved_at",
        "deleted_at",
        "created_at",
        "updated_at",
    ],
};

const IMAGE: Table = Table {
    name: "club_analysis_images",
    columns: &[
        "id",
        "analysis_id",
        "position",
        "name",
        "content_type",
        "bytes",
        "width",
        "height",
        "sha256",
        "members_found",
        "created_at",
    ],
};

const METRIC: Table = Table {
    name: "club_metrics",
    columns: &[
        "id",
        "analysis_id",
        "name",
        "value",
        "unit",
        "category",
        "created_at",
    ],
};

const POWER: Table = Table {
    name: "club_powers",
    columns: &[
        "id",
        "analysis_id",
        "guild_id",
        "position",
        "member",
        "metric",
        "power",
        "last_seen",
        "confidence",
        "name_certain",
        "corrected",
        "seen_in",
        "created_at",
    ],
};

/// What several tables say of one analysis: made from its number alone.
struct Analysis {
    number: u64,
    key: String,
    guild: u64,
    user: u64,
    made: i64,
    metric: &'static str,
    status: &'static str,
    random: Rng,
}

impl Analysis {
    fn new(world: &World, number: u64) -> Self {
        let mut random = Rng::with_seed(0x0c1b_0000_0000 + number);
        let made = at(number, world.amounts.analyses);
        let guild = world.guild(&mut random);
        Self {
            number,
            key: key(made, number),
            guild,
            user: world.active_member(&mut random, guild, MAKERS),
            made,
            metric: if number.is_multiple_of(4) {
                "total"
            } else {
                "sim"
            },
            status: match random.u32(0..100) {
                0..3 => "draft",
                3..8 => "discarded",
                _ => "saved",
            },
            random,
        }
    }

    /// Those that images, numbers and members hang on.
    fn saved(world: &World) -> impl Iterator<Item = Self> {
        (0..world.amounts.analyses)
            .map(|number| Self::new(world, number))
            .filter(|analysis| analysis.status == "saved")
    }

    fn row(mut self, world: &World) -> Vec<Cell> {
        let random = &mut self.random;
        let title = (random.u32(0..4) > 0).then(|| world.words.sentence(random, 3));
        let summary = format!(
            "{POWERS} members, {}.{} M {} power, {}.",
            random.u32(100..900),
            random.u32(0..10),
            self.metric,
            world.words.text(random, 6),
        );
        let title_text = title.as_deref().unwrap_or_default();
        let search = format!("{title_text}\n{summary}").to_lowercase();
        let draft = (self.status == "draft").then_some(r#"{"members": []}"#);
        let saved = (self.status == "saved").then_some(self.made);
        let deleted = saved.filter(|_| random.u32(0..100) == 0);
        let time = |micros: Option<i64>| micros.map_or(Cell::Null, Cell::Time);
        let expires = draft.map(|_| self.made + 86_400_000_000);
        let confidence = f64::from(random.u32(60..=100)) / 100.0;
        vec![
            self.key.into(),
            World::guild_key(self.guild).into(),
            World::user_key(self.user).into(),
            snowflake(World::guild_made(self.guild), 3).into(),
            title.into(),
            summary.into(),
            search.into(),
            confidence.into(),
            self.status.into(),
            self.metric.into(),
            Cell::Null,
            draft.into(),
            time(expires),
            time(saved),
            time(deleted),
            Cell::Time(self.made),
            Cell::Time(self.made),
        ]
    }
}

pub(super) async fn analyses(
    world: &World,
    sink: &mut Sink,
    progress: &mut impl Progress,
) -> Result<()> {
    progress.begin("analyses", world.amounts.analyses);
    sink.begin(ANALYSIS).await?;
    for number in 0..world.amounts.analyses {
        sink.row(Analysis::new(world, number).row(world)).await?;
        progress.advance(1);
    }
    sink.end().await
}

pub(super) async fn parts(
    world: &World,
    sink: &mut Sink,
    progress: &mut impl Progress,
) -> Result<()> {
    let count = world.amounts.analyses * SAVED / 100;
    progress.begin("analyses' images", count);
    sink.begin(IMAGE).await?;
    for mut analysis in Analysis::saved(world) {
        for position in 0..IMAGES {
            sink.row(image(&mut analysis, position)).await?;
        }
        progress.advance(1);
    }
    sink.end().await?;

    progress.begin("analyses' numbers", count);
    sink.begin(METRIC).await?;
    for mut analysis in Analysis::saved(world) {
        for (position, metric) in (0..).zip(METRICS) {
            sink.row(number_of(&mut analysis, position, metric)).await?;
        }
        progress.advance(1);
    }
    sink.end().await?;

    progress.begin("analyses' members", count);
    sink.begin(POWER).await?;
    for mut analysis in Analysis::saved(world) {
        for position in 0..POWERS {
            sink.row(power(world, &mut analysis, position)).await?;
        }
        progress.advance(1);
    }
    sink.end().await
}

fn image(analysis: &mut Analysis, position: u64) -> Vec<Cell> {
    let random = &mut analysis.random;
    vec![
        key(analysis.made, analysis.number * IMAGES + position).into(),
        analysis.key.as_str().into(),
        place(position),
        format!("IMG_{}.png", random.u32(1_000..10_000)).into(),
        "image/png".into(),
        i64::from(random.u32(500_000..5_000_000)).into(),
        1_206_i64.into(),
        2_622_i64.into(),
        format!("{:032x}{:032x}", random.u128(..), random.u128(..)).into(),
        SHOWN.into(),
        Cell::Time(analysis.made),
    ]
}

fn number_of(
    analysis: &mut Analysis,
    position: u64,
    (name, unit, category): &(&'static str, &'static str, &'static str),
) -> Vec<Cell> {
    let number = analysis.number * 7 + position;
    let value = match *name {
        // As many as POWERS.
        "totalMembers" | "capacity" => 15.0,
        "readConfidence" => 0.97,
        _ => f64::from(analysis.random.u32(1..900_000_000)),
    };
    vec![
        key(analysis.made, number).into(),
        analysis.key.as_str().into(),
        (*name).into(),
        value.into(),
        (*unit).into(),
        (*category).into(),
        Cell::Time(analysis.made),
    ]
}

fn power(world: &World, analysis: &mut Analysis, position: u64) -> Vec<Cell> {
    let random = &mut analysis.random;
    // The same people week after week.
    let mut names = Rng::with_seed(analysis.guild * POWERS + position);
    let member = format!("{}{position}", world.words.sentence(&mut names, 1));
    vec![
        key(analysis.made, analysis.number * POWERS + position).into(),
        analysis.key.as_str().into(),
        World::guild_key(analysis.guild).into(),
        place(position),
        member.into(),
        analysis.metric.into(),
        i64::from(random.u32(1_000_000..250_000_000)).into(),
        "3 hours ago".into(),
        0.99.into(),
        true.into(),
        (random.u32(0..50) == 0).into(),
        r#"["IMG_1000.png"]"#.into(),
        Cell::Time(analysis.made),
    ]
}

fn place(position: u64) -> Cell {
    Cell::Integer(i64::try_from(position).unwrap_or(i64::MAX))
}
