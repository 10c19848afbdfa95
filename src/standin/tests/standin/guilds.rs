//! Guilds come, change, go, and fall out for a while.

use discord_standin::Standin;

use crate::bot::Bot;

#[tokio::test]
async fn a_guild_comes_changes_falls_out_returns_and_goes() {
    let discord = Standin::start().await;
    let early = discord.guild("Early");
    let mut bot = Bot::start(&discord).await;
    assert_eq!(bot.next().await, "ready 1");
    assert_eq!(bot.next().await, "create Early Some(false)");
    let late = discord.guild("Late");
    assert_eq!(bot.next().await, "create Late Some(true)");
    early.renames("Earlier");
    assert_eq!(bot.next().await, "update Earlier");
    early.becomes_unavailable();
    assert_eq!(bot.next().await, "delete true");
    early.returns();
    assert_eq!(bot.next().await, "create Earlier Some(false)");
    late.removes_bot();
    assert_eq!(bot.next().await, "delete false");
    late.invites_bot();
    assert_eq!(bot.next().await, "create Late Some(true)");
    bot.stop(&discord).await;
}
