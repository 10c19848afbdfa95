//! Answers that are longer than a message.

use slimy_store::on_both_engines;

use super::scene::Talk;

/// So many numbered sentences.
fn sentences(count: usize) -> String {
    let sentences = (1..=count).map(|n| format!("Slime{n}leaves{n}a{n}trail{n}behind{n}it."));
    sentences.collect::<Vec<_>>().join(" ")
}

on_both_engines! {
    async fn a_long_answer_comes_in_parts_and_makes_room_for_a_short_one(test: TestDb) {
        let talk = Talk::set(test).await;
        talk.model.answers(sentences(100));
        talk.mentions("Tell me all.");
        let first = talk.bob.sees("Slime1leaves").await;
        talk.bob.sees("Slime100leaves").await;
        let last = talk.bob.sees("[Again]").await;
        assert_ne!(first.id(), last.id());
        let said = talk.bob.reads(&last);
        assert!(said["message_reference"].is_null(), "only the first part is a reply");
        assert_eq!(talk.bob.reads(&first)["components"], serde_json::json!([]));

        talk.model.answers("In short: slime.");
        talk.bob.presses_under(&last, "Again").await;
        let short = talk.bob.sees("In short: slime.").await;
        talk.bob.sees("Answer 2 of 2.").await;
        assert_eq!(short.id(), first.id(), "it stands where the first part stood");
        let is_gone = || async { talk.bob.reads(&last).is_null().then_some(()) };
        talk.scene.eventually("the last part's end", is_gone).await;
        talk.bob.presses_under(&short, "◀").await;
        talk.bob.sees("Slime100leaves").await;
    }

    async fn parts_that_only_one_sees_are_left_and_the_next_answer_stands_below(test: TestDb) {
        let talk = Talk::set(test).await;
        talk.model.answers(sentences(100));
        let typed = talk.bob.types("/chat").option("message", "Tell me all.");
        let secret = typed.option("private", true).send().await;
        secret.sees("Slime100leaves").await;
        secret.sees("[Again]").await;
        assert!(secret.message_count() > 1);
        assert!(!secret.is_visible_to(&talk.scene.ana));
        talk.model.answers("In short: slime.");
        let again = talk.bob.presses(&secret, "Again").await;
        again.sees("In short: slime.").await;
        again.sees("Answer 2 of 2.").await;
        assert!(!again.is_visible_to(&talk.scene.ana));
    }

    async fn a_very_long_answer_comes_as_a_file(test: TestDb) {
        let talk = Talk::set(test).await;
        let text = sentences(400);
        talk.model.answers(text.as_str());
        let answer = talk.chat("Tell me everything.").await;
        answer.sees("answer.md").await;
        answer.sees("[Again]").await;
        // What was shown of it meanwhile goes.
        let is_one = || async { (answer.message_count() == 1).then_some(()) };
        talk.scene.eventually("one message", is_one).await;
        let files = answer.files();
        assert_eq!(files.len(), 1);
        assert_eq!(String::from_utf8_lossy(&files[0].bytes), text);
        assert!(answer.text().contains("Slime1leaves"));
    }
}
