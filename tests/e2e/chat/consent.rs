//! Chats are kept only of those who have accepted that.

use discord_standin::{Answer, Upload};
use slimy_store::on_both_engines;

use super::scene::Talk;

const NONE: Vec<String> = Vec::new();

/// Whatever was said, no word of it is in the database or in the program's log.
async fn nothing_is_kept_of(talk: &Talk, words: &[&str]) {
    let log = talk.scene.bot.log();
    for word in words {
        assert_eq!(talk.scene.test.holding(word).await, NONE, "{word}");
        let line = log.lines().find(|line| line.contains(word));
        assert_eq!(line, None, "{word}");
    }
}

/// An answer that is whole, and of which nothing is kept.
async fn is_unkept(answer: &Answer) {
    answer.sees("Nothing of this is kept").await;
    answer.sees("[Why is nothing kept?]").await;
    let text = answer.text();
    assert!(
        !text.contains("[Again]") && !text.contains("[New]"),
        "{text}"
    );
}

on_both_engines! {
    async fn somebody_who_was_never_asked_is_answered_and_asked_once(test: TestDb) {
        let talk = Talk::unasked(test, &[]).await;
        talk.model.answers("Noted, aardvark.");
        let first = talk.chat("My word is bandicoot.").await;
        first.sees("Noted, aardvark.").await;
        is_unkept(&first).await;
        first.sees("May I keep our chats?").await;
        nothing_is_kept_of(&talk, &["aardvark", "bandicoot"]).await;
        let said = talk.scene.audited_times("chat.message", 2).await;
        assert!(said.iter().all(|entry| entry.details.as_ref().unwrap().0["kept"] == false));

        talk.model.answers("Which one?");
        let second = talk.chat("What is my word?").await;
        is_unkept(&second).await;
        assert_eq!(talk.model.asked(2).await.said_by("user"), ["What is my word?"]);
        let holds = talk.bob.presses(&second, "Why is nothing kept?").await;
        holds.sees("you have not said yet that it may be").await;
        assert!(holds.is_ephemeral());
        assert!(!second.text().contains("May I keep our chats?"), "asked once a day");

        let accepted = talk.bob.presses(&first, "Keep my chats").await;
        accepted.sees("Your chats are kept").await;
        assert_eq!(talk.scene.audited_times("chat.consent.accept", 1).await.len(), 1);
        talk.model.answers("Chameleon.");
        talk.chat("Say a word.").await.sees("[Again]").await;
        assert!(!talk.scene.test.holding("Chameleon").await.is_empty());
        talk.model.answers("It was so.");
        talk.chat("Which was it?").await.sees("[Again]").await;
        assert_eq!(talk.model.asked(4).await.said_by("user"), ["Say a word.", "Which was it?"]);
        nothing_is_kept_of(&talk, &["aardvark", "bandicoot"]).await;
    }

    async fn after_a_mention_only_the_asker_answers_the_notice(test: TestDb) {
        let talk = Talk::unasked(test, &[]).await;
        talk.model.answers("Fifty-five aardvarks.");
        let asked = talk.mentions("How many are we?");
        talk.bob.sees("Nothing of this is kept").await;
        let notice = talk.bob.sees("May I keep our chats?").await;
        let json = talk.bob.reads(&notice);
        assert_eq!(json["message_reference"]["message_id"], asked.id().to_string());
        let refused = talk.scene.ana.presses_under(&notice, "Keep my chats").await;
        refused.sees("That question is for somebody else").await;
        let declined = talk.bob.presses_under(&notice, "Keep nothing").await;
        declined.sees("as you chose on").await;
        talk.bob.sees("Noted.").await;
        let entries = talk.scene.audited_times("chat.consent.decline", 1).await;
        assert_eq!(entries.len(), 1);

        // Who has declined is not asked again, and answered all the same.
        talk.model.answers("Still fifty-five.");
        talk.mentions("And now?");
        talk.bob.sees("Still fifty-five.").await;
        let consent = talk.bob.types("/privacy consent").send().await;
        consent.sees("Nothing of your chats is kept").await;
        assert!(consent.is_ephemeral());
        nothing_is_kept_of(&talk, &["aardvarks", "How many are we"]).await;
    }

    async fn in_direct_messages_the_notice_itself_says_what_was_chosen(test: TestDb) {
        let talk = Talk::unasked(test, &[]).await;
        let bob = talk.bob.in_direct_messages();
        let nothing: [Upload; 0] = [];
        talk.model.answers("In private.");
        bob.writes("Say it quietly.", nothing);
        bob.sees("In private.").await;
        let notice = bob.sees("May I keep our chats?").await;
        bob.presses_under(&notice, "Keep my chats").await;
        bob.sees("Your chats are kept").await;
        talk.model.answers("Kept.");
        let nothing: [Upload; 0] = [];
        bob.writes("And now?", nothing);
        bob.sees("Kept.").await;
        bob.sees("[Again]").await;
    }

    async fn who_takes_it_back_can_have_all_deleted(test: TestDb) {
        let talk = Talk::set(test).await;
        talk.model.answers("Noted, aardvark.");
        let answer = talk.chat("My word is bandicoot.").await;
        answer.sees("[Again]").await;
        assert!(!talk.scene.test.holding("bandicoot").await.is_empty());
        let consent = talk.bob.types("/privacy consent").send().await;
        consent.sees("Your chats are kept").await;
        let declined = talk.bob.presses(&consent, "Keep nothing").await;
        declined.sees("is still stored").await;
        let refused = talk.bob.presses(&answer, "Again").await;
        refused.sees("This would keep more of a conversation").await;
        let gone = talk.bob.presses(&declined, "Delete what is stored").await;
        gone.sees("1 conversation is gone for good").await;
        nothing_is_kept_of(&talk, &["aardvark", "bandicoot"]).await;
        let listed = talk.bob.types("/conversations list").send().await;
        listed.sees("your chats are not kept").await;
        talk.model.answers("Of course.");
        is_unkept(&talk.chat("Do you answer me?").await).await;
    }

    async fn stop_parts_and_files_work_without_it(test: TestDb) {
        let talk = Talk::unasked(test, &[]).await;
        let pace = talk.paced("One and two and three.");
        let answer = talk.chat("Count.").await;
        pace.releases(1);
        answer.sees("One").await;
        let refused = talk.scene.ana.presses(&answer, "Stop").await;
        refused.sees("Only the person who asked").await;
        talk.bob.presses(&answer, "Stop").await;
        answer.sees("Stopped.").await;
        is_unkept(&answer).await;
        assert_eq!(talk.scene.audited_times("chat.answer.stop", 1).await.len(), 1);

        let long = "Slime leaves a trail. ".repeat(600);
        talk.model.answers(long.as_str());
        let answer = talk.chat("Tell me everything.").await;
        answer.sees("answer.md").await;
        is_unkept(&answer).await;
        nothing_is_kept_of(&talk, &["One and", "Slime leaves", "Tell me everything"]).await;
    }

    async fn what_was_killed_in_the_middle_stays_as_it_is(test: TestDb) {
        let talk = Talk::unasked(test, &[]).await;
        let pace = talk.paced("Aardvark and two and three.");
        talk.mentions("Count the bandicoots.");
        pace.releases(1);
        talk.bob.sees("Aardvark").await;
        let half = talk.bob.sees("[Stop]").await;
        let words = ["Aardvark", "bandicoots"];
        nothing_is_kept_of(&talk, &words).await;
        let talk = talk.restart().await;
        let late = talk.bob.presses_under(&half, "Stop").await;
        late.sees("That answer is over, and nothing of it was kept").await;
        assert!(talk.bob.reads(&half)["content"].as_str().unwrap().contains("Aardvark"));
        nothing_is_kept_of(&talk, &words).await;
        talk.model.answers("Here I am.");
        talk.chat("Are you there?").await.sees("Here I am.").await;
    }
}
