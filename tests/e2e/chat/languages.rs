//! In whose language an answer is shown.

use std::time::Duration;

use discord_standin::Upload;
use slimy_store::{chat, on_both_engines};

use super::scene::Talk;

/// A guild whose admins have set its language.
async fn set(talk: &Talk, language: &str) {
    let typed = talk.scene.ana.types("/settings set");
    let typed = typed.option("key", "language").option("value", language);
    typed.send().await;
    talk.scene.audited_times("guild.settings.update", 1).await;
}

on_both_engines! {
    async fn all_read_the_guild_s_language_and_one_alone_their_own(test: TestDb) {
        let talk = Talk::set(test).await;
        set(&talk, "de").await;
        let bob = talk.bob.clone().speaks("fr");
        talk.model.answers("Fünfundfünfzig.");
        let open = talk.chat("Wie viele sind wir?").await;
        open.sees("[Nochmal]").await;
        let told = talk.model.asked(1).await.said_by("system").join("\n");
        assert!(told.contains("The language of this server is Deutsch (de)"), "{told}");
        talk.model.answers("Cinquante-cinq.");
        let private = bob.types("/chat").option("message", "Combien sommes-nous ?");
        let private = private.option("private", true).send().await;
        private.sees("[Réessayer]").await;
        talk.mentions("");
        bob.sees("Frag mich etwas").await;
    }

    async fn somebody_who_writes_directly_is_answered_as_they_were_last_seen(test: TestDb) {
        let talk = Talk::set(test).await;
        let bob = talk.bob.clone().speaks("ja").in_direct_messages();
        let nothing = || -> [Upload; 0] { [] };
        talk.model.answers("One.");
        bob.writes("Count.", nothing());
        bob.sees("[Again]").await;
        bob.types("/chat-info").send().await.sees("チャット").await;
        talk.model.answers("Two.");
        bob.writes("And on.", nothing());
        bob.sees("[もう一度]").await;
    }

    async fn what_was_killed_in_the_middle_says_so_in_the_guild_s_language(test: TestDb) {
        let talk = Talk::set(test).await;
        set(&talk, "es").await;
        let pace = talk.paced("One and two and three.");
        talk.mentions("Count.");
        pace.releases(1);
        talk.bob.sees("One").await;
        let answer = talk.bob.sees("[Parar]").await;
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
        talk.bob.sees("El bot se reinició a mitad de esto").await;
        talk.bob.sees("[Otra vez]").await;
    }
}
