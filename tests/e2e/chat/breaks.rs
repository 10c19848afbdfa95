//! When the model, Discord or the program fails.

use std::time::Duration;

use discord_standin::model::{Failure, Model, Reply};
use slimy_store::{chat, on_both_engines};

use super::scene::Talk;

/// What a provider says of itself, and nobody in a channel should read.
const PROVIDERS: [&str; 5] = ["openai", "sk-", "http", "organization", "standin"];

on_both_engines! {
    async fn each_failure_has_its_sentence_and_no_word_of_the_provider(test: TestDb) {
        let talk = Talk::set(test).await;
        let cases = [
            (Failure::KeyRefused, "does not accept this bot's key"),
            (Failure::OutOfQuota, "account with the model is used up"),
            (Failure::QuestionRefused, "refuses to answer this"),
            (Failure::Nonsense, "sent nothing that can be shown"),
            (Failure::RateLimited(Duration::from_mins(1)), "takes no more questions"),
        ];
        for (failure, sentence) in cases {
            talk.model.fails_next(failure);
            let answer = talk.chat("Hello?").await;
            answer.sees(sentence).await;
            answer.sees("[Again]").await;
            let text = answer.text().to_lowercase();
            assert!(PROVIDERS.iter().all(|word| !text.contains(word)), "{text}");
        }
        let said = talk.scene.audited_times("chat.message", 10).await;
        let failed = said.iter().filter(|entry| !entry.success);
        let kinds: Vec<_> = failed.filter_map(|one| one.error_message.clone()).collect();
        assert_eq!(kinds.len(), 5);
        assert!(kinds.contains(&"model_key_refused".to_owned()), "{kinds:?}");
        talk.model.answers("Here I am.");
        talk.chat("Hello?").await.sees("Here I am.").await;
    }

    async fn an_answer_that_breaks_off_keeps_its_words_and_says_so(test: TestDb) {
        let talk = Talk::set(test).await;
        talk.model.answers(Reply::says("One and two and three.").cuts_after(2));
        let answer = talk.chat("Count.").await;
        answer.sees("The answer broke off in the middle").await;
        assert!(answer.text().contains("One and"));
        talk.model.answers("One, two, three.");
        talk.bob.presses(&answer, "Again").await.sees("One, two, three.").await;
    }

    async fn the_second_provider_is_named(test: TestDb) {
        let second = Model::start().await;
        let base = second.base_url();
        let further = [
            ("CHAT_FALLBACK_BASE_URL", base.as_str()),
            ("CHAT_FALLBACK_API_KEY", second.key()),
            ("CHAT_FALLBACK_MODEL", Model::READS),
        ];
        let talk = Talk::with(test, &further).await;
        for _ in 0..3 {
            talk.model.fails_next(503);
        }
        second.answers("Here I am.");
        let answer = talk.chat("Hello?").await;
        answer.sees("Here I am.").await;
        answer.sees("Answered by standin-text.").await;
    }

    async fn the_last_edit_arrives_whatever_discord_says_meanwhile(test: TestDb) {
        let talk = Talk::set(test).await;
        let pace = talk.paced("One and two and three.");
        let answer = talk.chat("Count.").await;
        pace.releases(1);
        answer.sees("One").await;
        let discord = &talk.scene.discord;
        discord.rate_limits_next("PATCH", "/messages/@original", Duration::from_secs(1));
        discord.fails_next("PATCH", "/messages/@original", 503);
        pace.releases_all();
        answer.sees("One and two and three.").await;
        answer.sees("[Again]").await;
        discord.planned_failures_are_over().await;
    }

    async fn what_was_killed_in_the_middle_says_so_and_can_be_asked_again(test: TestDb) {
        let talk = Talk::set(test).await;
        let pace = talk.paced("One and two and three.");
        talk.mentions("Count.");
        pace.releases(1);
        talk.bob.sees("One").await;
        let answer = talk.bob.sees("[Stop]").await;
        let id = answer.id().to_string();
        let known = || async {
            let found = chat::find_by_post(&talk.scene.test.db, &id).await;
            found.expect("the database is there")
        };
        talk.scene.eventually("where the answer stands", known).await;
        let talk = talk.restart().await;
        // Where other processes may be at it, it is left behind after a minute.
        let db = &talk.scene.test.db;
        let left = chat::find_by_post(db, &id).await.unwrap().unwrap();
        let long_ago = left.created_at - Duration::from_mins(5);
        chat::save_progress(db, &left.id, &left.content, long_ago).await.unwrap();
        talk.bob.sees("The bot was restarted in the middle of this").await;
        talk.bob.sees("[Again]").await;
        let stored = talk.scene.audited_times("chat.message", 2).await;
        assert!(stored.iter().any(|entry| !entry.success));
        talk.model.answers("One, two, three.");
        talk.bob.presses_under(&answer, "Again").await;
        talk.bob.sees("One, two, three.").await;
    }

    async fn the_way_down_ends_answers_and_shows_it(test: TestDb) {
        let mut talk = Talk::set(test).await;
        let pace = talk.paced("One and two and three.");
        let answer = talk.chat("Count.").await;
        pace.releases(1);
        answer.sees("One").await;
        talk.scene.bot.terminate();
        answer.sees("The bot was restarted in the middle of this").await;
        assert!(talk.scene.bot.ended().await.success());
    }

    async fn a_token_that_died_is_no_end(test: TestDb) {
        let talk = Talk::set(test).await;
        let pace = talk.paced("One and two and three.");
        let answer = talk.chat("Count.").await;
        pace.releases(1);
        answer.sees("One").await;
        talk.scene.discord.advance(Duration::from_mins(16));
        pace.releases_all();
        answer.sees("One and two and three.").await;
        answer.sees("[Again]").await;
    }
}
