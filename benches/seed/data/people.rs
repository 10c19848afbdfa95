//! People, guilds and who is where.

use anyhow::Result;
use fastrand::Rng;

use crate::cell::{Cell, Table};
use crate::known::{MEDIUM, RARE, key};
use crate::sink::Sink;
use crate::world::{World, at, snowflake};
use crate::{GUILDS, Progress, USERS};

const USER: Table = Table {
    name: "users",
    columns: &[
        "id",
        "discord_id",
        "username",
        "global_name",
        "avatar",
        "created_at",
        "updated_at",
    ],
};

const GUILD: Table = Table {
    name: "guilds",
    columns: &[
        "id",
        "discord_id",
        "name",
        "search_text",
        "search_name",
        "settings",
        "left_at",
        "created_at",
        "updated_at",
    ],
};

const MEMBER: Table = Table {
    name: "user_guilds",
    columns: &[
        "id",
        "user_id",
        "guild_id",
        "roles",
        "created_at",
        "updated_at",
    ],
};

pub(super) async fn users(
    world: &World,
    sink: &mut Sink,
    progress: &mut impl Progress,
) -> Result<()> {
    progress.begin("people", USERS);
    let mut random = Rng::with_seed(1);
    sink.begin(USER).await?;
    for number in 0..USERS {
        let made = World::user_made(number);
        let name = format!("{}{number}", world.words.word(&mut random));
        let shown = (random.u32(0..3) > 0).then(|| world.words.sentence(&mut random, 1));
        let avatar = (random.u32(0..4) > 0).then(|| format!("{:032x}", random.u128(..)));
        sink.row(vec![
            World::user_key(number).into(),
            snowflake(made, number).into(),
            name.into(),
            shown.into(),
            avatar.into(),
            Cell::Time(made),
            Cell::Time(made),
        ])
        .await?;
        progress.advance(1);
    }
    sink.end().await
}

pub(super) async fn guilds(
    world: &World,
    sink: &mut Sink,
    progress: &mut impl Progress,
) -> Result<()> {
    progress.begin("guilds", GUILDS);
    let mut random = Rng::with_seed(2);
    sink.begin(GUILD).await?;
    for number in 0..GUILDS {
        let made = World::guild_made(number);
        let mut name = world.words.sentence(&mut random, 2);
        // So few guilds would otherwise have no rare word among them.
        match number {
            n if n == GUILDS / 2 => name = format!("{RARE} {name}"),
            n if n % 100 == 50 => name = format!("{MEDIUM} {name}"),
            _ => {}
        }
        let settings = number.is_multiple_of(3).then(|| {
            format!(
                r#"{{"club": {{"managerRoles": ["{}"]}}}}"#,
                snowflake(made, 1)
            )
        });
        sink.row(vec![
            World::guild_key(number).into(),
            snowflake(made, number).into(),
            name.as_str().into(),
            name.to_lowercase().into(),
            name.into(),
            settings.into(),
            if number % 20 == 19 {
                Cell::Time(at(9, 10))
            } else {
                Cell::Null
            },
            Cell::Time(made),
            Cell::Time(made),
        ])
        .await?;
        progress.advance(1);
    }
    sink.end().await
}

pub(super) async fn members(
    world: &World,
    sink: &mut Sink,
    progress: &mut impl Progress,
) -> Result<()> {
    let all = (0..GUILDS).map(|guild| world.size(guild)).sum();
    progress.begin("memberships", all);
    let mut random = Rng::with_seed(3);
    sink.begin(MEMBER).await?;
    let mut count = 0;
    for guild in 0..GUILDS {
        for number in 0..world.size(guild) {
            let made = at(count, all);
            let roles: Vec<String> = (0..random.u64(0..4))
                .map(|role| format!("\"{}\"", snowflake(World::guild_made(guild), role)))
                .collect();
            sink.row(vec![
                key(made, count).into(),
                World::user_key(World::member(guild, number)).into(),
                World::guild_key(guild).into(),
                format!("[{}]", roles.join(", ")).into(),
                Cell::Time(made),
                Cell::Time(made),
            ])
            .await?;
            count += 1;
            progress.advance(1);
        }
    }
    sink.end().await
}
