//! `/club me`: who in Discord is which member, and one's own progress.

use poise::serenity_prelude::{ButtonStyle, CreateActionRow, CreateEmbed};
use slimy_domain::{
    Id, UserError,
    club::known::{self, Claim, Fault, Rival},
};
use slimy_words::{Words, say};

use crate::{
    Context, Error,
    answer::Answer,
    check::{Request, at_once, at_once_quietly},
    component::{Control, Press as _},
    embed::{GOOD, card},
    text::name,
};

use super::{member, typing, words::NAME};

/// Your own progress; with a name, say which member you are
#[poise::command(slash_command, guild_only)]
pub(super) async fn me(
    ctx: Context<'_>,
    #[description = "Your name in the game: a club manager confirms it"]
    #[autocomplete = "typing::member"]
    #[rename = "name"]
    typed: Option<String>,
) -> Result<(), Error> {
    let Some(typed) = typed else {
        return at_once_quietly(ctx, async {
            let request = Request::begin_quietly(ctx).await?;
            let own = known::me(request.services, &request.actor).await?;
            let words = request.words;
            request.write(member::answer(words, &own, 0).await?).await
        })
        .await;
    };
    at_once(ctx, async {
        let request = Request::begin(ctx).await?;
        let claim = known::claim(request.services, &request.actor, &typed).await?;
        request.write(question(request.words, &claim)).await
    })
    .await
}

control! {
    /// **Confirm** under a claim: the person with this id is this member.
    pub(crate) struct ConfirmLink("club.me.confirm") { member: Id, user: Id }
}

impl Control for ConfirmLink {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let (services, actor) = (request.services, &request.actor);
        let claim = known::confirm(services, actor, &self.member, &self.user).await?;
        Ok(confirmed(request.words, &claim))
    }

    async fn settled(&self, request: &Request<'_>, error: &UserError) -> Option<Answer> {
        over(request.words, error)
    }
}

control! {
    /// **Decline** under a claim, and **Unlink** under a member: the person with this id is not
    /// this member.
    pub(crate) struct Unlink("club.me.unlink") { member: Id, user: Id }
}

impl Control for Unlink {
    type Input = ();
    type Outcome = Answer;

    async fn perform(self, request: &Request<'_>, (): ()) -> Result<Answer, Error> {
        let (services, actor) = (request.services, &request.actor);
        let claim = known::unlink(services, actor, &self.member, &self.user).await?;
        Ok(unlinked(request.words, &claim))
    }

    async fn settled(&self, request: &Request<'_>, error: &UserError) -> Option<Answer> {
        over(request.words, error)
    }
}

fn unlinked(words: Words, claim: &Claim) -> Answer {
    let (person, member) = (person(claim), name(&claim.name, NAME));
    let said = say!(
        words,
        "club-me-not-linked",
        person = person,
        member = member
    );
    let title = say!(words, "club-me-not-linked-title");
    card(&title).description(said).into()
}

fn over(words: Words, error: &UserError) -> Option<Answer> {
    let fault = Fault::ClaimOver;
    let said = fault.say(words);
    let title = say!(words, "club-me-settled");
    (*error == fault.into()).then(|| card(&title).description(said).into())
}

/// What a claim asks the managers.
fn question(words: Words, claim: &Claim) -> Answer {
    if claim.confirmed {
        return confirmed(words, claim);
    }
    let (person, member) = (person(claim), name(&claim.name, NAME));
    let said = match claim.rival {
        Rival::None | Rival::Declined(_) => {
            say!(words, "club-me-question", person = person, member = member)
        }
        Rival::Open => say!(
            words,
            "club-me-question-rival",
            person = person,
            member = member
        ),
    };
    let confirm = ConfirmLink {
        member: claim.member.clone(),
        user: claim.user.clone(),
    };
    let decline = Unlink {
        member: claim.member.clone(),
        user: claim.user.clone(),
    };
    let embed = card(&say!(words, "club-me-title")).description(said);
    Answer::from(embed).row(CreateActionRow::Buttons(vec![
        confirm.button(&say!(words, "club-me-confirm"), ButtonStyle::Success),
        decline.button(&say!(words, "club-me-decline"), ButtonStyle::Secondary),
    ]))
}

fn confirmed(words: Words, claim: &Claim) -> Answer {
    let (person, member) = (person(claim), name(&claim.name, NAME));
    let said = match &claim.rival {
        Rival::Declined(rival) if !rival.is_empty() => say!(
            words,
            "club-me-confirmed-declined",
            person = person,
            member = member,
            rival = format!("<@{rival}>")
        ),
        _ => say!(words, "club-me-confirmed", person = person, member = member),
    };
    let title = say!(words, "club-me-confirmed-title");
    let embed: CreateEmbed = card(&title).description(said).colour(GOOD);
    embed.into()
}

/// In an embed nobody is notified.
fn person(claim: &Claim) -> String {
    format!("<@{}>", claim.discord_id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::club::fixture::in_every_language;

    fn claim(confirmed: bool) -> Claim {
        Claim {
            member: Id::from("cmwrt8afl00067d2zeeb71pqc"),
            name: "_Stone_ @everyone".to_owned(),
            user: Id::from("cmwrt8afl00067d2zeeb71pqd"),
            discord_id: "11".to_owned(),
            confirmed,
            rival: Rival::None,
        }
    }

    #[test]
    fn of_two_claims_one_is_declined() {
        let open = Claim {
            rival: Rival::Open,
            ..claim(false)
        };
        let won = Claim {
            rival: Rival::Declined("12".to_owned()),
            ..claim(true)
        };
        in_every_language(|words| question(words, &open));
        in_every_language(|words| confirmed(words, &won));
        let all = [
            question(Words::ENGLISH, &open),
            confirmed(Words::ENGLISH, &won),
        ];
        let json = serde_json::to_string(&all).unwrap();
        assert!(
            json.contains("Somebody else says so too: confirming one declines the other."),
            "{json}"
        );
        assert!(json.contains("The claim of <@12> is declined."), "{json}");
    }

    #[test]
    fn a_claim_asks_the_managers() {
        in_every_language(|words| question(words, &claim(false)));
        let question = question(Words::ENGLISH, &claim(false));
        insta::assert_snapshot!(serde_json::to_string_pretty(&question).unwrap());
    }

    #[test]
    fn what_was_confirmed_before_is_not_asked_again() {
        let told = question(Words::ENGLISH, &claim(true));
        assert!(told.rows.is_empty());
        insta::assert_snapshot!(serde_json::to_string_pretty(&told).unwrap());
    }

    #[test]
    fn what_became_of_a_claim_is_said() {
        let settled = |words| over(words, &Fault::ClaimOver.into()).expect("it is over");
        assert!(over(Words::ENGLISH, &UserError::NotInGuild).is_none());
        in_every_language(settled);
        in_every_language(|words| unlinked(words, &claim(false)));
        let all = [
            unlinked(Words::ENGLISH, &claim(false)),
            settled(Words::ENGLISH),
        ];
        insta::assert_snapshot!(serde_json::to_string_pretty(&all).unwrap());
    }
}
