//! The ways to talk.

use std::time::Duration;

use discord_standin::{
    Upload,
    model::{Model, Reply},
};
use serde_json::json;
use slimy_store::on_both_engines;

use super::scene::Talk;
use crate::bot::{Scene, demo};

on_both_engines! {
    async fn an_answer_is_seen_while_it_comes_and_when_it_is_whole(test: TestDb) {
        let talk = Talk::set(test).await;
        let pace = talk.paced("One and two and three.");
        let answer = talk.chat("Count to three.").await;
        pace.releases(1);
        answer.sees("One").await;
        answer.sees("[Stop]").await;
        assert!(!answer.text().contains("three"));
        pace.releases_all();
        answer.sees("One and two and three.").await;
        answer.sees("[Again]").await;
        assert!(!answer.text().contains("[Stop]"));
        assert_eq!(answer.message_count(), 1);
        assert!(answer.is_visible_to(&talk.scene.ana));
        let asked = talk.model.asked(1).await;
        assert!(asked.streams());
        assert_eq!(asked.question(), "Count to three.");
        assert!(!asked.said_by("system").is_empty());
        assert_eq!(talk.scene.audited_times("command.chat", 1).await.len(), 1);
        let said = talk.scene.audited_times("chat.message", 2).await;
        assert!(said.iter().all(|entry| entry.success));
        let details: Vec<String> = said
            .iter()
            .map(|entry| entry.details.as_ref().unwrap().0.to_string())
            .collect();
        assert!(!details.join("").contains("three"), "the words are nobody's business");
    }

    async fn an_answer_is_edited_at_most_once_a_second(test: TestDb) {
        let talk = Talk::set(test).await;
        let words = "Slime leaves a trail wherever it goes, and so do snails. ".repeat(4);
        talk.model.answers(Reply::says(words).slow(Duration::from_millis(60)));
        let answer = talk.chat("Tell me slowly.").await;
        answer.sees("[Again]").await;
        let transcript = talk.scene.discord.transcript();
        let is_edit = |line: &&str| line.contains("bot → PATCH") && line.contains("@original");
        let at = |line: &str| line.split_whitespace().next()?.parse::<f64>().ok();
        let edits = transcript.lines().filter(is_edit).filter_map(at);
        let edits: Vec<f64> = edits.collect();
        assert!(edits.len() > 2, "{transcript}");
        for pair in edits.windows(2) {
            assert!(pair[1] - pair[0] > 0.99, "{edits:?}:\n{transcript}");
        }
    }

    async fn a_mention_is_answered_as_a_reply_and_a_reply_goes_on(test: TestDb) {
        let talk = Talk::set(test).await;
        talk.model.answers("Fifty-five.");
        let asked = talk.mentions("How many are we?");
        let answer = talk.bob.sees("Fifty-five.").await;
        talk.bob.sees("[Again]").await;
        let json = talk.bob.reads(&answer);
        assert_eq!(json["message_reference"]["message_id"], asked.id().to_string());
        assert_eq!(json["mentions"], json!([]), "nobody is called");
        assert_eq!(talk.model.asked(1).await.question(), "How many are we?");
        assert_eq!(talk.scene.audited_times("command.chat.mention", 1).await.len(), 1);

        talk.model.answers("Because.");
        talk.bob.replies(&answer, "Why?");
        talk.bob.sees("Because.").await;
        let second = talk.model.asked(2).await;
        assert_eq!(second.said_by("user"), ["How many are we?", "Why?"]);
        assert_eq!(second.said_by("assistant"), ["Fifty-five."]);
        assert_eq!(talk.scene.audited_times("command.chat.reply", 1).await.len(), 1);
    }

    async fn what_does_not_call_the_bot_is_not_answered(test: TestDb) {
        let talk = Talk::set(test).await;
        talk.model.answers("Fifty-five.");
        talk.mentions("How many are we?");
        let answer = talk.bob.sees("Fifty-five.").await;
        talk.bob.sees("[Again]").await;
        let nothing = || -> [Upload; 0] { [] };
        talk.bob.replies_silently(&answer, "Only between us.");
        talk.scene.ana.writes("@everyone Look at this.", nothing());
        let own = talk.bob.writes("What about me?", nothing());
        talk.scene.ana.replies(&own, "What about you?");
        // What comes after all of them is the next that the model hears.
        talk.model.answers("Here.");
        talk.mentions("Are you there?");
        talk.bob.sees("Here.").await;
        assert_eq!(talk.model.requests().len(), 2);
    }

    async fn a_bare_mention_says_how_to_ask(test: TestDb) {
        let talk = Talk::set(test).await;
        talk.mentions("");
        talk.bob.sees("Ask me something").await;
        assert!(talk.model.requests().is_empty());
        let entries = talk.scene.audited_times("command.chat.mention", 1).await;
        assert_eq!(entries[0].error_message.as_deref(), Some("question_empty"));
    }

    async fn direct_messages_need_no_mention_and_are_their_own_conversation(test: TestDb) {
        let talk = Talk::set(test).await;
        talk.model.answers("In public.");
        talk.chats("Say it loud.").await.sees("In public.").await;
        let bob = talk.bob.in_direct_messages();
        talk.model.answers("In private.");
        let nothing: [Upload; 0] = [];
        bob.writes("Say it quietly.", nothing);
        let answer = bob.sees("In private.").await;
        bob.sees("[Again]").await;
        assert_eq!(talk.model.asked(2).await.said_by("user"), ["Say it quietly."]);
        talk.model.answers("Again.");
        bob.replies(&answer, "Say it again.");
        bob.sees("Again.").await;
        assert_eq!(talk.model.asked(3).await.said_by("user").len(), 2);
        talk.model.answers("Louder.");
        talk.chat("Louder.").await.sees("Louder.").await;
        assert_eq!(talk.model.asked(4).await.said_by("user"), ["Say it loud.", "Louder."]);
        assert_eq!(talk.scene.audited_times("command.chat.direct", 2).await.len(), 2);
    }

    async fn the_menu_of_a_message_asks_about_it(test: TestDb) {
        let talk = Talk::set(test).await;
        let nothing: [Upload; 0] = [];
        let message = talk.scene.ana.writes("Snails are faster than slugs.", nothing);
        talk.model.answers("They are not.");
        let answer = talk.bob.uses_menu("Ask Slimy", &message);
        answer.sees("They are not.").await;
        answer.sees("About [a message]").await;
        assert!(talk.model.asked(1).await.question().contains("Snails are faster than slugs."));
        assert_eq!(talk.scene.audited_times("command.ask.slimy", 1).await.len(), 1);
    }

    async fn what_is_private_is_seen_by_one_and_never_shows_up_in_public(test: TestDb) {
        let talk = Talk::set(test).await;
        talk.model.answers("Nobody hears this.");
        let typed = talk.bob.types("/chat").option("message", "My secret.");
        let secret = typed.option("private", true).send().await;
        secret.sees("Nobody hears this.").await;
        secret.sees("[Again]").await;
        assert!(secret.is_ephemeral() && !secret.is_visible_to(&talk.scene.ana));
        talk.model.answers("Hello.");
        talk.chats("Hello?").await.sees("Hello.").await;
        assert_eq!(talk.model.asked(2).await.said_by("user"), ["Hello?"]);
        talk.model.answers("Again.");
        talk.bob.presses(&secret, "Again").await.sees("Again.").await;
        assert!(!secret.is_visible_to(&talk.scene.ana));
    }

    async fn pictures_and_text_files_reach_the_model(test: TestDb) {
        let talk = Talk::set(test).await;
        talk.model.answers("A roster.");
        let typed = talk.bob.types("/chat").option("message", "What is this?");
        let typed = typed.attach("image", "sim-1.png", demo("sim-1.png"));
        let answer = typed.send().await;
        answer.sees("A roster.").await;
        answer.sees("[Again]").await;
        assert_eq!(talk.model.asked(1).await.images.len(), 1);
        talk.model.answers("Notes.");
        let notes = Upload::new("notes.txt", "Glimmerglob is on holiday.".as_bytes());
        let text = format!("{} And this?", talk.mention());
        talk.bob.writes(&text, [notes]);
        talk.bob.sees("Notes.").await;
        assert!(talk.model.asked(2).await.question().contains("Glimmerglob is on holiday."));
    }

    async fn a_file_that_is_none_is_refused_and_nothing_is_asked(test: TestDb) {
        let talk = Talk::set(test).await;
        let typed = talk.bob.types("/chat").option("message", "What is this?");
        let refused = typed.attach("image", "a.zip", vec![0x50, 0x4b, 3, 4]).send().await;
        refused.sees("a.zip cannot be read").await;
        assert!(refused.is_ephemeral());
        assert!(talk.model.requests().is_empty());
    }

    async fn no_answer_calls_anybody(test: TestDb) {
        let talk = Talk::set(test).await;
        let said = format!("@everyone <@{}> hear me.", talk.scene.ana.id());
        talk.model.answers(said.as_str());
        talk.mentions("Call them.");
        let answer = talk.bob.sees("hear me.").await;
        talk.bob.sees("[Again]").await;
        let json = talk.bob.reads(&answer);
        assert_eq!(json["mention_everyone"], false);
        assert_eq!(json["mentions"], json!([]));
        talk.model.answers(said.as_str());
        let answer = talk.chat("Call them.").await;
        answer.sees("hear me.").await;
        let json = answer.message_json();
        assert_eq!(json["mention_everyone"], false);
        assert_eq!(json["mentions"], json!([]));
    }

    async fn a_message_that_comes_twice_is_answered_once(test: TestDb) {
        let talk = Talk::set(test).await;
        talk.scene.discord.repeats_next("MESSAGE_CREATE");
        talk.model.answers("Once.");
        talk.mentions("Say it once.");
        talk.bob.sees("[Again]").await;
        talk.model.answers("Twice.");
        talk.mentions("And once more.");
        talk.bob.sees("Twice.").await;
        assert_eq!(talk.model.requests().len(), 2);
    }

    async fn without_a_model_people_are_told_that_it_is_not_set_up(test: TestDb) {
        let scene = Scene::set(test).await;
        let refused = scene.bob.types("/chat").option("message", "Hello?").send().await;
        refused.sees("Chat is not set up on this bot").await;
        assert!(refused.is_ephemeral());
        let entries = scene.audited_times("command.chat", 1).await;
        assert_eq!(entries[0].error_message.as_deref(), Some("chat_not_set_up"));
        let nothing: [Upload; 0] = [];
        scene.bob.writes(&format!("<@{}> Hello?", scene.discord.bot_id()), nothing);
        scene.bob.sees("Chat is not set up on this bot").await;
    }

    async fn people_are_told_who_answers_and_what_is_left(test: TestDb) {
        let further = [
            ("CHAT_PRICES", "standin-vision=1/10"),
            ("CHAT_PERSON_TOKENS", "100000/0"),
        ];
        let talk = Talk::with(test, &further).await;
        talk.model.answers(Reply::says("Yes.").counts(1_000, 500));
        talk.chat("Are you there?").await.sees("[Again]").await;
        talk.scene.audited_times("chat.message", 2).await;
        let info = talk.bob.types("/chat-info").send().await;
        info.sees(Model::SEES).await;
        info.sees("It sees what you attach.").await;
        info.sees("You: 100,000 tokens a day.").await;
        assert!(info.is_ephemeral());
        let usage = talk.bob.types("/chat-usage").send().await;
        usage.sees("**98,500** left of 100,000 (1,500 used)").await;
        assert!(usage.is_ephemeral() && !usage.text().contains("Cost"));
        let owner = talk.bob.id().to_string();
        let base = talk.model.base_url();
        let further = [("DISCORD_OWNER_IDS", owner.as_str()), further[0]];
        let settings = super::scene::settings(&talk.model, &base, &further);
        let scene = talk.scene.restart_with(&settings).await;
        let usage = scene.bob.types("/chat-usage").send().await;
        usage.sees("Cost: $0.0060 today, $0.0060 this month").await;
    }
}
