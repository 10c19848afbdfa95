//! Where, for whom and how often there is chat.

use discord_standin::Upload;
use slimy_store::on_both_engines;

use super::scene::{Talk, settings};
use crate::bot::Scene;

/// Lets the guild set this, and starts the program again, which has the old settings in memory.
async fn guild_sets(talk: Talk, statement: &'static str) -> Talk {
    let Talk { scene, model, bob } = talk;
    let status = scene.ana.types("/status").send().await;
    status.sees("Slimy is up").await;
    scene.test.execute(statement).await;
    let base = model.base_url();
    let scene = scene.restart_with(&settings(&model, &base, &[])).await;
    Talk { scene, model, bob }
}

async fn refused(talk: &Talk, sentence: &str, kind: &str) {
    let refused = talk.chat("Hello?").await;
    refused.sees(sentence).await;
    assert!(refused.is_ephemeral());
    assert_eq!(refused.message_count(), 1);
    let entries = talk.scene.audited_times("command.chat", 1).await;
    assert_eq!(entries[0].error_message.as_deref(), Some(kind));
    assert!(talk.model.requests().is_empty());
}

on_both_engines! {
    async fn a_guild_can_switch_it_off(test: TestDb) {
        let talk = Talk::set(test).await;
        let statement = r#"UPDATE guilds SET settings = '{"features": {"chatBot": false}}'"#;
        let talk = guild_sets(talk, statement).await;
        refused(&talk, "Chat is switched off in this server", "chat_switched_off").await;
        talk.mentions("Hello?");
        talk.bob.sees("Chat is switched off in this server").await;
        let info = talk.bob.types("/chat-info").send().await;
        info.sees("Chat is switched off in this server").await;
        let nothing: [Upload; 0] = [];
        talk.model.answers("Here I am.");
        let direct = talk.bob.in_direct_messages();
        direct.writes("Hello?", nothing);
        direct.sees("Here I am.").await;
    }

    async fn a_guild_can_allow_it_in_some_channels(test: TestDb) {
        let talk = Talk::set(test).await;
        let statement = r#"UPDATE guilds SET settings = '{"chat": {"channels": ["1"]}}'"#;
        let talk = guild_sets(talk, statement).await;
        refused(&talk, "Chat is not allowed in this channel", "chat_not_in_this_channel").await;
    }

    async fn a_guild_can_allow_it_to_some_roles(test: TestDb) {
        let talk = Talk::set(test).await;
        let statement = r#"UPDATE guilds SET settings = '{"chat": {"roles": ["1"]}}'"#;
        let talk = guild_sets(talk, statement).await;
        refused(&talk, "Chat is for certain roles here", "chat_not_with_these_roles").await;
    }

    async fn a_guild_can_want_whole_answers(test: TestDb) {
        let talk = Talk::set(test).await;
        let statement = r#"UPDATE guilds SET settings = '{"chat": {"streaming": false}}'"#;
        let talk = guild_sets(talk, statement).await;
        let pace = talk.paced("One and two and three.");
        let answer = talk.chat("Count.").await;
        pace.releases(1);
        answer.sees("Thinking…").await;
        answer.sees("[Stop]").await;
        assert!(!answer.text().contains("One"));
        pace.releases_all();
        answer.sees("One and two and three.").await;
    }

    async fn one_question_at_a_time_and_not_too_soon_after_the_last(test: TestDb) {
        let talk = Talk::set(test).await;
        let pace = talk.paced("One and two.");
        let first = talk.chat("Count.").await;
        pace.releases(1);
        first.sees("One").await;
        let second = talk.chat("Faster.").await;
        second.sees("Your last question is still being answered").await;
        assert!(second.is_ephemeral());
        pace.releases_all();
        first.sees("[Again]").await;

        let Talk { scene, model, bob } = talk;
        let base = model.base_url();
        let with = settings(&model, &base, &[("CHAT_COOLDOWN_SECONDS", "3600")]);
        let scene: Scene = scene.restart_with(&with).await;
        let talk = Talk { scene, model, bob };
        talk.model.answers("Yes.");
        talk.chat("May I?").await.sees("[Again]").await;
        let soon = talk.chat("And again?").await;
        soon.sees("That was quick: ask again in").await;
        assert!(soon.is_ephemeral());
    }

    async fn a_budget_that_is_spent_is_said(test: TestDb) {
        let talk = Talk::with(test, &[("CHAT_PERSON_TOKENS", "100/0")]).await;
        let refused = talk.chat("Hello?").await;
        refused.sees("You have used up your chat budget for today").await;
        assert!(refused.is_ephemeral() && talk.model.requests().is_empty());
    }
}
