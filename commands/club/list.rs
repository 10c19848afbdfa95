//! `/club list`: what is saved, newest first, in pages.

use std::fmt::Write as _;

use poise::serenity_prelude::{ButtonStyle, CreateActionRow, CreateButton, CreateEmbed};
use slimy_domain::{Services, club, club::List, rights::Actor};

use crate::{
    Context, Error,
    check::Request,
    component::{Action, Turn},
    reply::Answer,
    text::plain,
};

/// The saved analyses, newest first
#[poise::command(slash_command, guild_only)]
pub(super) async fn list(ctx: Context<'_>) -> Result<(), Error> {
    let request = Request::open(ctx).await?;
    let list = club::list(request.services, &request.actor, club::From::Newest).await?;
    request.answer(answer(&list)).await
}

/// The page before or after.
pub(crate) async fn turn(
    services: &Services,
    actor: &Actor,
    turn: Turn,
    place: &str,
) -> Result<Answer, Error> {
    let from = match turn {
        Turn::Newer => club::From::NewerThan(place),
        Turn::Older => club::From::OlderThan(place),
    };
    Ok(answer(&club::list(services, actor, from).await?))
}

fn answer(list: &List) -> Answer {
    let mut text = String::new();
    for analysis in &list.items {
        let at = analysis.saved_at.seconds();
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "**{}** · <t:{at}:D>\n{}",
            plain(&analysis.title),
            plain(&analysis.summary)
        );
    }
    let button = |label, turn, place: Option<&String>| {
        // Discord wants a custom_id for a button that cannot be pressed, too.
        let action = Action::List(turn, place.cloned().unwrap_or_default());
        CreateButton::new(action.to_custom_id())
            .label(label)
            .style(ButtonStyle::Secondary)
            .disabled(place.is_none())
    };
    let mut rows = Vec::new();
    if list.newer.is_some() || list.older.is_some() {
        rows.push(CreateActionRow::Buttons(vec![
            button("Newer", Turn::Newer, list.newer.as_ref()),
            button("Older", Turn::Older, list.older.as_ref()),
        ]));
    }
    let embed = CreateEmbed::new().title("Saved analyses").description(text);
    Answer { embed, rows }
}
