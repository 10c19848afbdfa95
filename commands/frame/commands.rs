//! The commands that are tried.

use poise::serenity_prelude::{ButtonStyle, CreateActionRow};
use slimy_domain::club::Metric;
use tokio::sync::Semaphore;

use super::controls::{Ask, Openly, Pick, PickChannels, PickRoles, PickUsers, Refuse, Turn};
use crate::{
    Command, Context, Error,
    answer::Answer,
    check::{Request, at_once, at_once_quietly},
    component::{
        Choose as _, ChooseChannels as _, ChooseRoles as _, ChooseUsers as _, Offer, Press as _,
    },
    embed::{body, card, field},
};

/// The commands that are tried.
pub(super) fn commands() -> Vec<Command> {
    vec![
        export(),
        choose(),
        slow(),
        secret(),
        unlisted(),
        restricted(),
    ]
}

/// Goes on with `/slow` when it has a permit.
pub(super) static GO_ON: Semaphore = Semaphore::const_new(0);

/// A private answer with a picture, a file, and messages beside it
#[poise::command(slash_command)]
async fn export(ctx: Context<'_>) -> Result<(), Error> {
    let request = Request::open_quietly(ctx).await?;
    let embed = card("Chart <@1>").description(body("One.\nTwo."));
    let (name, value, inline) = field("Empty", " ", false);
    let embed = embed
        .field(name, value, inline)
        .image("attachment://chart.png");
    let answer = Answer::from(embed)
        .file("chart.png", vec![1, 2, 3])
        .file("values.csv", b"a,b".to_vec())
        .row(CreateActionRow::Buttons(vec![
            Turn {}.button("Turn", ButtonStyle::Secondary),
        ]));
    request.answer(answer).await?;
    let part = Answer::text("Part two.").file("values-2.csv", b"c,d".to_vec());
    assert!(request.follow_up_quietly(part).await);
    assert!(request.follow_up(Answer::text("For all.")).await);
    request.whisper("For one.").await;
    Ok(())
}

/// Selects of each kind, and a button that opens a modal
#[poise::command(slash_command)]
async fn choose(ctx: Context<'_>) -> Result<(), Error> {
    at_once(ctx, async {
        let request = Request::begin(ctx).await?;
        let offers = [("Sim power", Metric::Sim), ("Total power", Metric::Total)];
        let offers = offers.map(|(label, value)| Offer {
            label: label.to_owned(),
            value,
            description: String::new(),
            is_chosen: value == Metric::Sim,
        });
        let menu = CreateActionRow::SelectMenu;
        let answer = Answer::text("Choose.")
            .row(menu(Pick {}.select("Which power", offers)))
            .row(menu(PickUsers {}.select_users("Who")))
            .row(menu(PickRoles {}.select_roles("Which roles", Vec::new())))
            .row(menu(PickChannels {}.select_channels("Where", Vec::new())))
            .row(CreateActionRow::Buttons(vec![
                Ask { on: true }.button("Ask", ButtonStyle::Primary),
                Ask { on: false }.button("Ask in vain", ButtonStyle::Primary),
                Refuse {}.button("Refuse", ButtonStyle::Primary),
                Openly {}.button("Say", ButtonStyle::Primary),
            ]));
        request.write(answer).await
    })
    .await
}

/// Shows how far it is
#[poise::command(slash_command)]
async fn slow(ctx: Context<'_>) -> Result<(), Error> {
    let request = Request::open(ctx).await?;
    request.progress("Reading 1 of 3…").await;
    request.progress("Reading 2 of 3…").await;
    let permit = GO_ON.acquire().await.expect("it is never closed");
    permit.forget();
    request.answer(card("Read")).await
}

/// A private answer at once
#[poise::command(slash_command)]
async fn secret(ctx: Context<'_>) -> Result<(), Error> {
    at_once_quietly(ctx, async {
        let request = Request::begin_quietly(ctx).await?;
        request.write(Answer::text("For you.")).await
    })
    .await
}

/// Not in the table of rights
#[poise::command(slash_command)]
async fn unlisted(ctx: Context<'_>) -> Result<(), Error> {
    let request = Request::open(ctx).await?;
    request.answer(Answer::text("Never seen.")).await
}

/// For admins, and forgets to ask
#[poise::command(slash_command)]
async fn restricted(ctx: Context<'_>) -> Result<(), Error> {
    let request = Request::open(ctx).await?;
    request.answer(Answer::text("For admins.")).await
}
