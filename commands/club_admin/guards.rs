//! `/club-admin guards`: when a roster needs a second approval.

use slimy_domain::club::{
    Guards,
    admin::{self, GuardsChange},
};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once, at_once_quietly},
    embed::{GOOD, card, field},
};

/// When a roster needs a second manager's approval
#[poise::command(
    slash_command,
    guild_only,
    subcommand_required,
    subcommands("show", "set")
)]
#[expect(clippy::unused_async, reason = "poise wants it")]
pub(super) async fn guards(_: Context<'_>) -> Result<(), Error> {
    Ok(())
}

/// Show when a roster needs a second approval
#[poise::command(slash_command, guild_only)]
async fn show(ctx: Context<'_>) -> Result<(), Error> {
    at_once_quietly(ctx, async {
        let request = Request::begin_quietly(ctx).await?;
        let guards = admin::guards(request.services, &request.actor).await?;
        request.write(answer(request.words, &guards, false)).await
    })
    .await
}

/// Change when a roster needs a second approval; 0 is off
#[poise::command(slash_command, guild_only)]
async fn set(
    ctx: Context<'_>,
    #[description = "A member whose power changes by this many percent; 0 is off (default: 85)"]
    #[min = 0]
    #[max = 1000]
    jump: Option<i64>,
    #[description = "What counts as volatile, in percent; 0 is off (default: 40)"]
    #[min = 0]
    #[max = 1000]
    volatile: Option<i64>,
    #[description = "More volatile members than this (default: 5)"]
    #[min = 0]
    #[max = 200]
    volatile_members: Option<i64>,
    #[description = "This many percent of the last roster missing; 0 is off (default: 20)"]
    #[min = 0]
    #[max = 100]
    missing: Option<i64>,
    #[description = "More members than the game's header counts (default: on)"] over_header: Option<
        bool,
    >,
) -> Result<(), Error> {
    at_once(ctx, async {
        let request = Request::begin(ctx).await?;
        let change = GuardsChange {
            jump_percent: jump,
            volatile_percent: volatile,
            volatile_members,
            missing_percent: missing,
            over_header,
        };
        let guards = admin::set_guards(request.services, &request.actor, change).await?;
        request.write(answer(request.words, &guards, true)).await
    })
    .await
}

fn answer(words: Words, guards: &Guards, is_new: bool) -> Answer {
    let title = if is_new {
        say!(words, "club-admin-guards-set-title")
    } else {
        say!(words, "club-admin-guards-title")
    };
    let fields = sentences(words, guards).map(|(name, sentence)| field(&name, &sentence, false));
    let embed = card(&title)
        .description(say!(words, "club-admin-guards-when"))
        .fields(fields);
    if is_new { embed.colour(GOOD) } else { embed }.into()
}

/// Each guard's name, and when it guards.
pub(crate) fn sentences(words: Words, guards: &Guards) -> [(String, String); 4] {
    let off = || say!(words, "club-admin-off");
    let percent =
        |percent: Option<u32>, sentence: &dyn Fn(u32) -> String| percent.map_or_else(off, sentence);
    let jump = percent(guards.jump_percent, &|percent| {
        say!(words, "club-admin-guard-jump-when", percent = percent)
    });
    let volatile = percent(guards.volatile_percent, &|percent| {
        say!(
            words,
            "club-admin-guard-volatile-when",
            most = guards.volatile_members,
            percent = percent
        )
    });
    let missing = percent(guards.missing_percent, &|percent| {
        say!(words, "club-admin-guard-missing-when", percent = percent)
    });
    let header = if guards.over_header {
        say!(words, "club-admin-guard-header-when")
    } else {
        off()
    };
    [
        (say!(words, "club-admin-guard-jump"), jump),
        (say!(words, "club-admin-guard-volatile"), volatile),
        (say!(words, "club-admin-guard-missing"), missing),
        (say!(words, "club-admin-guard-header"), header),
    ]
}

#[cfg(test)]
mod tests {
    use slimy_words::Language;

    use super::*;
    use crate::limits::fault;

    #[test]
    fn each_guard_is_a_sentence_or_off() {
        let off = Guards {
            jump_percent: None,
            volatile_percent: None,
            volatile_members: 0,
            missing_percent: None,
            over_header: false,
        };
        let all = |words| {
            [
                answer(words, &Guards::default(), false),
                answer(words, &off, true),
            ]
        };
        insta::assert_snapshot!(serde_json::to_string_pretty(&all(Words::ENGLISH)).unwrap());
        let all = Language::ALL.map(|language| all(Words::of(language)));
        assert!(all.iter().flatten().all(|answer| fault(answer).is_none()));
        insta::assert_snapshot!(serde_json::to_string_pretty(&all).unwrap());
    }
}
