//! What a person does with what is theirs.

use slimy_store::{holdings::Holding, on_both_engines};

use super::scene::{club, entries, held, key, known, listed, noise, records, talks, unpacked};
use crate::bot::Scene;

on_both_engines! {
    async fn one_sees_takes_away_and_deletes_what_is_stored_and_then_nothing_is_left(test: TestDb) {
        let scene = Scene::set(test).await;
        let bob = key(&scene, &scene.bob).await;
        let ana = key(&scene, &scene.ana).await;
        let club = club(&scene).await;
        let id = talks(&scene, &bob, club.as_ref(), vec![vec![1, 2, 3]]).await;
        talks(&scene, &ana, club.as_ref(), vec![vec![4]]).await;

        let shown = scene.bob.types("/privacy show").send().await;
        shown.sees("What is stored about you").await;
        shown.sees("2 questions and answers in them").await;
        assert!(shown.is_ephemeral() && !shown.is_visible_to(&scene.ana));
        let direct = scene.bob.in_direct_messages();
        direct.types("/privacy show").send().await.sees("1 picture or text file of a question").await;

        let exported = scene.bob.types("/privacy export").send().await;
        exported.sees("Here is all that is stored about you").await;
        assert!(exported.is_ephemeral() && exported.files().len() == 1);
        let files = unpacked(&exported);
        assert_eq!(records(&files, "chat_messages").len(), 2);
        assert_eq!(records(&files, "users")[0]["id"], bob.as_str());
        let document = files.keys().find(|name| name.starts_with("conversations/"));
        assert!(document.is_some_and(|name| name.contains(id.as_str())), "{:?}", files.keys());
        assert_eq!(scene.audited("data.export").await.len(), 1);
        let recorded = records(&files, "audit_logs");

        let asked = scene.bob.types("/privacy delete").send().await;
        asked.sees("Delete everything about you?").await.sees("This stays, without your name").await;
        assert!(asked.is_ephemeral());
        scene.bob.presses(&asked, "Keep").await.sees("Nothing was deleted").await;
        let asked = scene.bob.types("/privacy delete").send().await;
        asked.sees("Delete everything about you?").await;
        // A button outlives the program.
        let scene = scene.restart().await;
        let typing = scene.bob.presses(&asked, "Delete everything").await;
        let refused = scene.bob.fills(&typing, &[("Type DELETE to confirm", "yes")]).await;
        refused.sees("Nothing was deleted: type DELETE to confirm it.").await;
        assert_eq!(known(&scene, &scene.bob).await, Some(bob.clone()));
        let announced = held(&scene, &bob).await;
        assert_eq!(listed(&asked.text()), announced.len(), "each kind stands in a line");
        let typing = scene.bob.presses(&asked, "Delete everything").await;
        let deleted = scene.bob.fills(&typing, &[("Type DELETE to confirm", "delete")]).await;
        deleted.sees("All that was stored about you is gone").await;
        assert_eq!(known(&scene, &scene.bob).await, None, "nothing brings them back by accident");
        let counts = announced.iter().filter(|one| one.holding == Holding::AuditCounts).count();
        assert_eq!(listed(&deleted.text()), announced.len() - counts);
        assert_eq!(held(&scene, &bob).await, [], "what was to go is gone, and what stays names nobody");
        assert!(recorded.len() > 2);
        let log = entries(&scene).await;
        for entry in recorded {
            let stays = log.iter().find(|one| one.id.as_str() == entry["id"]);
            assert_eq!(stays.expect("it was announced to stay").user_id, None);
        }
        let entries = scene.audited_times("command.privacy.delete.submit", 2).await;
        assert_eq!((entries[0].success, &entries[0].user_id), (true, &None));
        let record = &scene.audited("data.delete").await[0];
        assert_eq!((&record.user_id, record.resource_id.as_str()), (&None, "erased"));

        let again = scene.bob.types("/privacy export").send().await;
        again.sees("Here is all that is stored about you").await;
        let files = unpacked(&again);
        assert!(records(&files, "chat_messages").is_empty());
        assert_ne!(records(&files, "users")[0]["id"], bob.as_str());
        let all = files.values().map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        assert!(all.into_iter().all(|text| !text.contains(bob.as_str())));
        let others = scene.ana.types("/privacy show").send().await;
        others.sees("2 questions and answers in them").await;
    }

    async fn what_is_too_large_for_one_message_comes_in_parts(test: TestDb) {
        let scene = Scene::set(test).await;
        let bob = key(&scene, &scene.bob).await;
        let files = (0..12).map(|n| noise(n, 1 << 20)).collect();
        talks(&scene, &bob, None, files).await;
        let direct = scene.bob.in_direct_messages();
        let exported = direct.types("/privacy export").send().await;
        exported.sees("It is too large for one message, so it comes in 2 parts").await;
        exported.sees("Part 2 of 2.").await;
        assert_eq!(exported.files().len(), 2);
        assert!(exported.files().iter().all(|file| file.bytes.len() <= 10 << 20));
        let files = unpacked(&exported);
        assert_eq!(files.keys().filter(|name| name.starts_with("files/")).count(), 12);
        assert_eq!(records(&files, "chat_attachments").len(), 12);
    }

    async fn whose_answer_cannot_be_shown_any_more_is_told_directly(test: TestDb) {
        let scene = Scene::set(test).await;
        key(&scene, &scene.bob).await;
        let asked = scene.bob.types("/privacy delete").send().await;
        asked.sees("Delete everything about you?").await;
        let typing = scene.bob.presses(&asked, "Delete everything").await;
        scene.discord.fails_next("PATCH", "/messages/@original", 404);
        scene.discord.fails_next("PATCH", "/messages/@original", 404);
        scene.bob.fills(&typing, &[("Type DELETE to confirm", "DELETE")]).await;
        let direct = scene.bob.in_direct_messages();
        direct.sees("All that was stored about you is gone").await;
        assert_eq!(known(&scene, &scene.bob).await, None);
    }
}
