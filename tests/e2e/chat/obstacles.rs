//! What Discord does not let the bot do, loses, or no longer has.

use discord_standin::{
    Upload, Whom,
    model::Outcome,
    permissions::{READ_MESSAGE_HISTORY, SEND_MESSAGES, VIEW_CHANNEL},
};
use slimy_store::{chat, on_both_engines};

use super::scene::Talk;

impl Talk {
    /// The bot may no longer do this in the guild's channel.
    fn denies(&self, right: u64) {
        let (guild, bot) = (&self.scene.guild, self.scene.discord.bot_id());
        guild.overwrites(guild.channel_id(), Whom::Member(bot), 0, right);
    }

    /// How often the channel shows this.
    fn shown(&self, text: &str) -> usize {
        self.scene.guild.text().matches(text).count()
    }

    /// Waits until it is written down where a message stands.
    async fn knows(&self, message: &discord_standin::Message) {
        let id = message.id().to_string();
        let known = || async {
            let found = chat::find_by_post(&self.scene.test.db, &id).await;
            found.expect("the database is there")
        };
        self.scene
            .eventually("where the answer stands", known)
            .await;
    }
}

/// More than one message, and fewer than six.
fn long() -> String {
    let sentences = (1..=100).map(|n| format!("Slime{n}leaves{n}a{n}trail{n}behind{n}it."));
    sentences.collect::<Vec<_>>().join(" ")
}

on_both_engines! {
    async fn a_mention_where_the_bot_may_not_write_costs_nothing(test: TestDb) {
        let talk = Talk::set(test).await;
        talk.denies(SEND_MESSAGES);
        talk.mentions("Hello?");
        let entries = talk.scene.audited_times("command.chat.mention", 1).await;
        assert_eq!(entries[0].error_message.as_deref(), Some("cannot_send"));
        assert!(talk.model.requests().is_empty());
    }

    async fn without_the_history_it_answers_without_a_reply(test: TestDb) {
        let talk = Talk::set(test).await;
        talk.denies(READ_MESSAGE_HISTORY);
        talk.model.answers("Here I am.");
        talk.mentions("Hello?");
        let answer = talk.bob.sees("Here I am.").await;
        assert!(talk.bob.reads(&answer)["message_reference"].is_null());
        talk.bob.sees("[Again]").await;
    }

    async fn what_the_channel_does_not_let_change_is_gone_around(test: TestDb) {
        let talk = Talk::set(test).await;
        talk.model.answers(long());
        let answer = talk.chat("Tell me all.").await;
        answer.sees("Slime100leaves").await;
        answer.sees("[Again]").await;
        talk.denies(VIEW_CHANNEL);
        talk.model.answers("In short: slime.");
        let again = talk.bob.presses(&answer, "Again").await;
        again.sees("In short: slime.").await;
        again.sees("Answer 2 of 2.").await;
    }

    async fn an_end_that_was_not_shown_before_the_plug_was_pulled_is_shown_after(test: TestDb) {
        let talk = Talk::set(test).await;
        let pace = talk.paced("One and two and three.");
        talk.mentions("Count.");
        pace.releases(1);
        let answer = talk.bob.sees("[Stop]").await;
        talk.knows(&answer).await;
        for _ in 0..3 {
            talk.scene.discord.fails_next("PATCH", "/channels/", 503);
        }
        pace.releases_all();
        talk.scene.audited_times("chat.message", 2).await;
        let talk = talk.restart().await;
        talk.bob.sees("One and two and three.").await;
        talk.bob.sees("[Again]").await;
        assert_eq!(talk.shown("[Stop]"), 0);
    }

    async fn what_nobody_reads_any_more_is_not_paid_for(test: TestDb) {
        let talk = Talk::set(test).await;
        let pace = talk.paced("One and two and three.");
        talk.mentions("Count.");
        pace.releases(1);
        let answer = talk.bob.sees("[Stop]").await;
        talk.scene.ana.takes_away(&answer);
        pace.releases(1);
        assert_eq!(talk.model.ended(1).await.outcome, Outcome::Cancelled);
    }

    async fn stop_too_late_puts_each_part_into_its_own_message(test: TestDb) {
        let talk = Talk::set(test).await;
        let pace = talk.paced(&long());
        talk.mentions("Tell me all.");
        pace.releases(1);
        let first = talk.bob.sees("[Stop]").await;
        talk.knows(&first).await;
        for _ in 0..6 {
            talk.scene.discord.fails_next("PATCH", "/channels/", 503);
        }
        pace.releases_all();
        talk.scene.audited_times("chat.message", 2).await;
        talk.bob.presses_under(&first, "Stop").await;
        let last = talk.bob.sees("Slime100leaves").await;
        assert_ne!(first.id(), last.id());
        let beginning = talk.bob.reads(&first);
        assert!(beginning["content"].as_str().unwrap().contains("Slime1leaves"));
    }

    async fn a_message_of_the_bots_that_is_no_answer_is_quoted(test: TestDb) {
        let talk = Talk::set(test).await;
        talk.mentions("");
        let help = talk.bob.sees("Ask me something").await;
        talk.model.answers("As I said.");
        talk.bob.replies(&help, "What do you mean?");
        talk.bob.sees("As I said.").await;
        assert!(talk.model.asked(1).await.question().contains("Ask me something"));
    }

    async fn what_an_answer_is_about_stays_above_it(test: TestDb) {
        let talk = Talk::set(test).await;
        let nothing: [Upload; 0] = [];
        let message = talk.scene.ana.writes("Snails are faster than slugs.", nothing);
        talk.model.answers("They are not.");
        let answer = talk.bob.uses_menu("Ask Slimy", &message);
        answer.sees("They are not.").await;
        answer.sees("[Again]").await;
        talk.model.answers("They are.");
        let again = talk.bob.presses(&answer, "Again").await;
        again.sees("They are.").await;
        again.sees("Answer 2 of 2.").await;
        again.sees("About a message of").await;
    }

    async fn a_refusal_is_not_said_again_and_again(test: TestDb) {
        let talk = Talk::set(test).await;
        talk.mentions("");
        talk.bob.sees("Ask me something").await;
        talk.mentions("");
        talk.scene.audited_times("command.chat.mention", 2).await;
        // What comes after it is said.
        talk.model.answers("Here I am.");
        talk.mentions("Are you there?");
        talk.bob.sees("Here I am.").await;
        assert_eq!(talk.shown("Ask me something"), 1);
    }
}
