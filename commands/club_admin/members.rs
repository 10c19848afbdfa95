//! `/club-admin members`: two who are one, another name, no link.

use poise::serenity_prelude::{ButtonStyle, CreateActionRow};
use slimy_domain::{
    Id,
    club::admin::{self, MergeQuestion, Merged, RenamedMember, Unlinked},
};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once},
    component::{Control, Press as _},
    embed::{CARE, GOOD, card},
    text::name,
};

use super::{NAME, typing};

/// Who is who in the club
#[poise::command(
    slash_command,
    guild_only,
    subcommand_required,
    subcommands("merge_members", "rename_member", "unlink_member")
)]
#[expect(clippy::unused_async, reason = "poise wants it")]
pub(super) async fn members(_: Context<'_>) -> Result<(), Error> {
    Ok(())
}

/// Make two members one; asks once more
#[poise::command(slash_command, guild_only, rename = "merge")]
async fn merge_members(
    ctx: Context<'_>,
    #[description = "The member that stays"]
    #[autocomplete = "typing::member"]
    keep: String,
    #[description = "The same member under another name, which becomes an alias"]
    #[autocomplete = "typing::member"]
    other: String,
) -> Result<(), Error> {
    at_once(ctx, async {
        let request = Request::begin(ctx).await?;
        let (services, actor) = (request.services, &request.actor);
        let asked = admin::merge_question(services, actor, &keep, &other).await?;
        request.write(question(request.words, &asked)).await
    })
    .await
}

control! {
    /// **Merge** under the question about these two.
    pub(crate) struct Merge("club-admin.members.merge.confirm") { keep: Id, other: Id }
}

impl Control for Merge {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let (services, actor) = (request.services, &request.actor);
        let done = admin::merge(services, actor, &self.keep, &self.other).await?;
        Ok(merged(request.words, &done))
    }
}

control! {
    /// **Keep both** under the question.
    pub(crate) struct Keep("club-admin.members.keep") {}
}

impl Control for Keep {
    type Input = ();
    type Outcome = Answer;
    const IS_AUDITED: bool = false;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        Ok(kept(request.words))
    }
}

/// Give a member another name; the old one becomes an alias
#[poise::command(slash_command, guild_only, rename = "rename")]
async fn rename_member(
    ctx: Context<'_>,
    #[description = "Which member"]
    #[autocomplete = "typing::member"]
    member: String,
    #[description = "The name as the game shows it now"]
    #[max_length = 100]
    new_name: String,
) -> Result<(), Error> {
    at_once(ctx, async {
        let request = Request::begin(ctx).await?;
        let (services, actor) = (request.services, &request.actor);
        let done = admin::rename(services, actor, &member, &new_name).await?;
        request.write(renamed(request.words, &done)).await
    })
    .await
}

/// Take away which Discord user a member is
#[poise::command(slash_command, guild_only, rename = "unlink")]
async fn unlink_member(
    ctx: Context<'_>,
    #[description = "Which member"]
    #[autocomplete = "typing::member"]
    member: String,
) -> Result<(), Error> {
    at_once(ctx, async {
        let request = Request::begin(ctx).await?;
        let done = admin::unlink(request.services, &request.actor, &member).await?;
        request.write(unlinked(request.words, &done)).await
    })
    .await
}

fn kept(words: Words) -> Answer {
    card(&say!(words, "club-admin-members-kept-title"))
        .description(say!(words, "club-admin-members-kept"))
        .into()
}

fn question(words: Words, asked: &MergeQuestion) -> Answer {
    let merge = Merge {
        keep: asked.keep.0.clone(),
        other: asked.other.0.clone(),
    };
    let said = say!(
        words,
        "club-admin-merge-question",
        keep = name(&asked.keep.1, NAME),
        other = name(&asked.other.1, NAME)
    );
    let embed = card(&say!(words, "club-admin-merge-title"))
        .description(said)
        .colour(CARE);
    Answer::from(embed).row(CreateActionRow::Buttons(vec![
        merge.button(&say!(words, "club-admin-merge"), ButtonStyle::Danger),
        Keep {}.button(
            &say!(words, "club-admin-merge-keep-both"),
            ButtonStyle::Secondary,
        ),
    ]))
}

fn merged(words: Words, done: &Merged) -> Answer {
    let (keep, other) = (name(&done.keep, NAME), name(&done.other, NAME));
    let said = match done.doubled {
        0 => say!(
            words,
            "club-admin-merged",
            keep = keep,
            other = other,
            values = done.values
        ),
        doubled => say!(
            words,
            "club-admin-merged-doubled",
            keep = keep,
            other = other,
            values = done.values,
            doubled = doubled
        ),
    };
    card(&say!(words, "club-admin-merged-title"))
        .description(said)
        .colour(GOOD)
        .into()
}

fn renamed(words: Words, done: &RenamedMember) -> Answer {
    let said = say!(
        words,
        "club-admin-renamed",
        before = name(&done.before, NAME),
        after = name(&done.after, NAME)
    );
    card(&say!(words, "club-admin-renamed-title"))
        .description(said)
        .colour(GOOD)
        .into()
}

fn unlinked(words: Words, done: &Unlinked) -> Answer {
    let said = say!(words, "club-admin-unlinked", name = name(&done.name, NAME));
    card(&say!(words, "club-admin-unlinked-title"))
        .description(said)
        .colour(GOOD)
        .into()
}

#[cfg(test)]
mod tests {
    use slimy_words::Language;

    use super::*;
    use crate::limits::fault;

    #[test]
    fn what_becomes_of_members_is_said() {
        let asked = MergeQuestion {
            keep: ("cmwrt8afl00067d2zeeb71pqc".into(), "Stone".to_owned()),
            other: ("cmwrt8afl00067d2zeeb71pqd".into(), "*St0ne*".to_owned()),
        };
        let merge = |doubled| Merged {
            keep: "Stone".to_owned(),
            other: "*St0ne*".to_owned(),
            values: 12,
            doubled,
        };
        let other_name = RenamedMember {
            before: "Stone".to_owned(),
            after: "@Rock".to_owned(),
        };
        let nobody = Unlinked {
            name: "Stone".to_owned(),
        };
        let all = |words| {
            [
                question(words, &asked),
                merged(words, &merge(0)),
                merged(words, &merge(2)),
                renamed(words, &other_name),
                unlinked(words, &nobody),
            ]
        };
        for language in Language::ALL {
            let all = all(Words::of(language));
            assert!(all.iter().all(|answer| fault(answer).is_none()));
        }
        insta::assert_snapshot!(serde_json::to_string_pretty(&all(Words::ENGLISH)).unwrap());
    }

    #[test]
    fn whom_nobody_merges_stay_two() {
        insta::assert_snapshot!(serde_json::to_string_pretty(&kept(Words::ENGLISH)).unwrap());
    }
}
