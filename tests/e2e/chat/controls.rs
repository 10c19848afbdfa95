//! The buttons, also after a restart.

use discord_standin::model::Outcome;
use slimy_store::on_both_engines;

use super::scene::Talk;

on_both_engines! {
    async fn stop_ends_the_request_and_keeps_what_was_said(test: TestDb) {
        let talk = Talk::set(test).await;
        let pace = talk.paced("One and two and three.");
        let answer = talk.chat("Count.").await;
        pace.releases(1);
        answer.sees("One").await;
        let eve = talk.scene.guild.member("eve");
        let refused = eve.presses(&answer, "Stop").await;
        refused.sees("Only the person who asked").await;
        assert!(refused.is_ephemeral());
        talk.bob.presses(&answer, "Stop").await;
        answer.sees("Stopped.").await;
        answer.sees("[Again]").await;
        assert!(answer.text().contains("One") && !answer.text().contains("three"));
        assert_eq!(talk.model.ended(1).await.outcome, Outcome::Cancelled);
        assert_eq!(talk.scene.audited_times("chat.answer.stop", 1).await.len(), 1);
        assert_eq!(talk.scene.audited_times("command.chat.stop", 2).await.len(), 2);
    }

    async fn again_gives_another_answer_and_keeps_the_first_to_page_back_to(test: TestDb) {
        let talk = Talk::set(test).await;
        talk.model.answers("Perhaps.");
        let answer = talk.chat("Is it so?").await;
        answer.sees("[Again]").await;
        talk.model.answers("Certainly.");
        let again = talk.bob.presses(&answer, "Again").await;
        again.sees("Certainly.").await;
        again.sees("Answer 2 of 2.").await;
        assert!(!again.text().contains("Perhaps."));
        let asked = talk.model.asked(2).await;
        assert_eq!(asked.said_by("user"), ["Is it so?"]);
        assert!(asked.said_by("assistant").is_empty());
        let back = talk.bob.presses(&again, "◀").await;
        back.sees("Perhaps.").await;
        back.sees("Answer 1 of 2.").await;
        talk.model.answers("As I said.");
        talk.chats("Is it?").await.sees("As I said.").await;
        assert_eq!(talk.model.asked(3).await.said_by("assistant"), ["Perhaps."]);
        let forth = talk.bob.presses(&back, "▶").await;
        forth.sees("Certainly.").await;
    }

    async fn new_begins_afresh(test: TestDb) {
        let talk = Talk::set(test).await;
        talk.model.answers("Perhaps.");
        let answer = talk.chat("Is it so?").await;
        answer.sees("[New]").await;
        let new = talk.bob.presses(&answer, "New").await;
        new.sees("Your next question begins a new conversation.").await;
        new.sees("Perhaps.").await;
        assert!(!new.text().contains("[New]"));
        talk.model.answers("What is?");
        talk.chats("Is it?").await.sees("What is?").await;
        assert_eq!(talk.model.asked(2).await.said_by("user"), ["Is it?"]);
        talk.model.answers("Nothing.");
        let typed = talk.bob.types("/chat").option("message", "And now?");
        typed.option("new", true).send().await.sees("Nothing.").await;
        assert_eq!(talk.model.asked(3).await.said_by("user"), ["And now?"]);
    }

    async fn a_mentions_answer_has_the_same_buttons_and_they_outlive_the_program(test: TestDb) {
        let talk = Talk::set(test).await;
        talk.model.answers("Perhaps.");
        talk.mentions("Is it so?");
        talk.bob.sees("[Again]").await;
        let talk = talk.restart().await;
        let answer = talk.bob.sees("Perhaps.").await;
        talk.model.answers("Certainly.");
        talk.bob.presses_under(&answer, "Again").await;
        talk.bob.sees("Certainly.").await;
        talk.bob.sees("Answer 2 of 2.").await;
        talk.bob.presses_under(&answer, "◀").await;
        talk.bob.sees("Answer 1 of 2.").await;
    }
}
