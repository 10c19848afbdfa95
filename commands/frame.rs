//! The frame around all commands and controls, tried with a bot of its own at the stand-in: what
//! no command needs yet is tried here, and so is what must not happen.

mod commands;
mod controls;
mod scene;

use std::time::Duration;

use slimy_store::on_both_engines;

pub(crate) use controls::{
    Ask, Openly, Pick, PickChannels, PickRoles, PickUsers, Refuse, Tell, Turn,
};

pub(crate) use scene::services;

use self::{commands::GO_ON, scene::Scene};

on_both_engines! {
    async fn a_private_answer_has_its_files_and_messages_beside_it(test: TestDb) {
        let scene = Scene::set(test).await;
        let answer = scene.bob.types("/export").send().await;
        answer.sees("For one.").await;
        for text in ["Chart \\<\\@1\\>", "One.\nTwo.", "–", "Part two.", "For all."] {
            answer.sees(text).await;
        }
        let files = answer.files();
        let names: Vec<_> = files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["chart.png", "values.csv", "values-2.csv"]);
        assert_eq!((&files[0].bytes[..], &files[1].bytes[..]), (&[1, 2, 3][..], &b"a,b"[..]));
        assert_eq!(answer.message_count(), 4);
        assert!(answer.is_visible_to(&scene.ana), "one message is for all");
        assert_eq!(scene.audited("command.export").await.len(), 1);

        let turned = scene.bob.presses(&answer, "Turn").await;
        turned.sees("Turned.").await;
        assert!(!turned.text().contains("Chart"), "nothing of the old answer stays");
        assert!(turned.files().is_empty(), "nor of its files");
        assert!(turned.buttons().is_empty());
        assert!(!turned.is_visible_to(&scene.ana));
        assert!(scene.audited_now("command.test.turn").await.is_empty());
    }

    async fn an_answer_at_once_is_for_one_or_for_all(test: TestDb) {
        let scene = Scene::set(test).await;
        let secret = scene.bob.types("/secret").send().await;
        secret.sees("For you.").await;
        assert!(secret.is_ephemeral() && !secret.is_visible_to(&scene.ana));
        assert!(scene.chooser().await.is_visible_to(&scene.ana));
        assert_eq!(scene.audited("command.secret").await.len(), 1);
    }

    async fn a_choice_arrives_as_the_value_that_was_offered(test: TestDb) {
        let scene = Scene::set(test).await;
        let chooser = scene.chooser().await;
        let chosen = scene.ana.chooses(&chooser, &["Total power"]).await;
        chosen.sees("Chosen: [Total]").await;
        assert!(chosen.is_ephemeral() && !chosen.is_visible_to(&scene.bob));
        chooser.sees("Choose.").await;
        assert!(scene.audited("command.test.pick").await[0].success);
    }

    async fn a_button_opens_a_modal_whose_answer_takes_the_place_of_the_message(test: TestDb) {
        let scene = Scene::set(test).await;
        let chooser = scene.chooser().await;
        let asked = scene.ana.presses(&chooser, "Ask").await;
        let modal = asked.modal().await;
        let title = modal["title"].as_str().expect("it has a title");
        assert_eq!(title.chars().count(), 45);
        let value = modal["components"][0]["components"][0]["value"].as_str();
        let value = value.expect("it is filled in");
        assert!(value.len() <= 4_000 && value.ends_with("Stone = 1"), "cut at a line");
        assert!(scene.audited("command.test.ask").await[0].success);

        let stale = asked.fills(&[("Name = value", "another")]).await;
        stale.sees("no longer understood").await;
        assert!(stale.is_ephemeral());
        chooser.sees("Choose.").await;

        let told = asked.fills(&[("Name = value", " Stone = 2\n"), ("Reason", "typo")]).await;
        told.sees("\"Stone = 2\" because \"typo\"").await;
        assert!(told.is_visible_to(&scene.bob) && told.buttons().is_empty());
    }

    async fn a_refusal_is_for_the_person_alone_wherever_the_answer_would_have_been(test: TestDb) {
        let scene = Scene::set(test).await;
        let chooser = scene.chooser().await;
        for button in ["Ask in vain", "Refuse"] {
            let refused = scene.ana.presses(&chooser, button).await;
            refused.sees("There is no image here").await;
            assert!(refused.is_ephemeral() && !refused.is_visible_to(&scene.bob), "{button}");
            assert_eq!(refused.message_count(), 1, "{button}: no deferral stays");
        }
        for action in ["command.test.ask", "command.test.refuse"] {
            let entries = scene.audited(action).await;
            assert_eq!(entries[0].error_message.as_deref(), Some("no_images"), "{action}");
        }
        let said = scene.ana.presses(&chooser, "Say").await;
        said.sees("Said to all.").await;
        assert!(said.is_visible_to(&scene.bob));
        chooser.sees("Choose.").await;
    }

    async fn a_press_whose_answer_gets_lost_once_is_not_told_as_a_failure(test: TestDb) {
        let scene = Scene::set(test).await;
        let chooser = scene.chooser().await;
        scene.discord.fails_next("PATCH", "/messages/@original", 503);
        let said = scene.ana.presses(&chooser, "Say").await;
        said.sees("Said to all.").await;
        assert_eq!(said.message_count(), 1);
        let entries = scene.audited("command.test.openly").await;
        assert_eq!((entries.len(), entries[0].success), (1, true));
    }

    async fn a_press_that_could_not_be_acknowledged_is_done_all_the_same(test: TestDb) {
        let scene = Scene::set(test).await;
        let chooser = scene.chooser().await;
        scene.discord.fails_next("POST", "/callback", 503);
        let said = scene.ana.presses(&chooser, "Say").await;
        said.sees("Said to all.").await;
        assert!(said.is_visible_to(&scene.bob));
        let entries = scene.audited("command.test.openly").await;
        assert_eq!((entries.len(), entries[0].success), (1, true));

        scene.discord.fails_next("POST", "/callback", 503);
        let refused = scene.ana.presses(&chooser, "Refuse").await;
        refused.sees("There is no image here").await;
        assert!(refused.is_ephemeral() && !refused.is_visible_to(&scene.bob));
        let entries = scene.audited("command.test.refuse").await;
        assert_eq!((entries.len(), entries[0].success), (1, false));

        let export = scene.bob.types("/export").send().await;
        export.sees("For one.").await;
        scene.discord.fails_next("POST", "/callback", 503);
        let turned = scene.bob.presses(&export, "Turn").await;
        turned.sees("Turned.").await;
        assert!(turned.files().is_empty() && !turned.text().contains("Chart"));
    }

    async fn what_is_not_in_the_table_is_nobodys_and_what_is_listed_is_asked_for(test: TestDb) {
        let scene = Scene::set(test).await;
        let refused = scene.ana.types("/unlisted").send().await;
        refused.sees("Something went wrong on the bot's side").await;
        assert!(!refused.text().contains("Never seen"));
        let entries = scene.audited("command.unlisted").await;
        assert_eq!(entries[0].error_message.as_deref(), Some("internal"));

        let refused = scene.bob.types("/restricted").send().await;
        refused.sees("Only people with the Manage Server permission").await;
        assert!(refused.is_ephemeral());
        scene.ana.types("/restricted").send().await.sees("For admins.").await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn progress_is_shown_and_the_answer_takes_its_place() {
    let scene = Scene::set(slimy_store::testing::sqlite().await).await;
    let slow = scene.bob.types("/slow").send().await;
    slow.sees("Reading 1 of 3…").await;
    GO_ON.add_permits(1);
    slow.sees("Read").await;
    let edits = Duration::from_secs(5);
    let done = tokio::time::timeout(edits, async {
        while slow.text().contains("Reading") {
            tokio::task::yield_now().await;
        }
    });
    done.await
        .expect("the answer takes the place of the progress");
    let transcript = scene.discord.transcript();
    assert!(
        !transcript.contains("Reading 2 of 3"),
        "edits come at most once a second"
    );
}
