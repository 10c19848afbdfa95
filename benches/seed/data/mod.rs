//! The rows, table by table, in an order in which each refers to what is there already.

mod audit;
mod chain;
mod chat;
mod club;
mod people;

use anyhow::Result;

use crate::Progress;
use crate::sink::Sink;
use crate::world::World;

/// Writes all rows that the program itself would have written.
pub(crate) async fn fill(
    world: &World,
    sink: &mut Sink,
    progress: &mut impl Progress,
) -> Result<()> {
    people::users(world, sink, progress).await?;
    people::guilds(world, sink, progress).await?;
    people::members(world, sink, progress).await?;
    club::analyses(world, sink, progress).await?;
    club::parts(world, sink, progress).await?;
    chat::conversations(world, sink, progress).await?;
    chat::messages(world, sink, progress).await?;
    audit::entries(world, sink, progress).await?;
    chain::links(world, sink, progress).await
}
