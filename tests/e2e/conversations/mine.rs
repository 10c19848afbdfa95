//! What a person does with what is theirs.

use slimy_store::{chat, on_both_engines};

use super::scene::{at, attach, club, conversation, find, key, turn};
use crate::bot::Scene;

on_both_engines! {
    async fn conversations_are_listed_opened_and_paged_for_their_owner_alone(test: TestDb) {
        let scene = Scene::set(test).await;
        let empty = scene.bob.types("/conversations list").send().await;
        empty.sees("because your chats are not kept").await;
        assert!(empty.is_ephemeral());
        let (bob, club) = (key(&scene, &scene.bob).await, club(&scene).await);
        for n in 0..9 {
            conversation(&scene, &bob, Some(&club), &format!("Snails {n}"), n).await;
        }
        let id = conversation(&scene, &bob, Some(&club), "About @everyone", 20).await;
        let mut asked = Vec::new();
        for n in 0..4 {
            let words = [format!("question {n}"), format!("**answer** {n}")];
            asked.push(turn(&scene, &bob, &id, [&words[0], &words[1]], 21 + n).await);
        }
        attach(&scene, &asked[3][0], "cat.png", &[1, 2, 3]).await;

        let listed = scene.bob.types("/conversations list").send().await;
        listed.sees("Your conversations").await;
        listed.sees("8 messages").await;
        assert!(listed.is_ephemeral() && !listed.is_visible_to(&scene.ana));
        assert!(!listed.text().contains("Snails 1"), "{}", listed.text());
        scene.bob.presses(&listed, "Older").await.sees("Snails 1").await;
        scene.bob.presses(&listed, "Newer").await.sees("Snails 8").await;

        let opened = scene.bob.chooses(&listed, &["About @everyone"]).await;
        opened.sees("question 3").await.sees("**answer** 3").await.sees("Attached: cat.png").await;
        assert!(!opened.text().contains("question 0"));
        scene.bob.presses(&opened, "Older").await.sees("question 0").await;
        let newest = scene.bob.presses(&opened, "Newer").await;
        newest.sees("question 3").await;
        scene.bob.presses(&newest, "All conversations").await.sees("Snails 8").await;
        // A button outlives the program.
        let scene = scene.restart().await;
        let opened = scene.bob.chooses(&listed, &["Snails 7"]).await;
        opened.sees("Nothing was said in it yet").await;

        let newest = scene.bob.types("/conversations open").send().await;
        newest.sees("question 3").await;
        let choices = scene.bob.completes("/conversations open conversation:snails 5").await;
        assert_eq!(choices.len(), 1, "{choices:?}");
        assert!(choices[0].name.starts_with("Snails 5 (Nov 24, 2026, this server"), "{choices:?}");
        let value = choices[0].value.as_str().expect("it is a text");
        let named = scene.bob.types("/conversations open").option("conversation", value).send().await;
        named.sees("Snails 5").await;
    }

    async fn a_title_is_changed_at_once_or_in_a_modal(test: TestDb) {
        let scene = Scene::set(test).await;
        let (bob, club) = (key(&scene, &scene.bob).await, club(&scene).await);
        let id = conversation(&scene, &bob, Some(&club), "Snails", 1).await;
        let typed = scene.bob.types("/conversations rename").option("conversation", id.as_str());
        let renamed = typed.option("title", " My *slugs* ").send().await;
        renamed.sees("is now").await;
        assert!(renamed.is_ephemeral());
        let title = find(&scene, &id, &bob).await.and_then(|found| found.title);
        assert_eq!(title.as_deref(), Some("My *slugs*"));

        let opened = scene.bob.presses(&renamed, "Open").await;
        opened.sees("Nothing was said in it yet").await;
        let asked = scene.bob.presses(&opened, "Rename").await;
        let modal = asked.modal().await;
        assert_eq!(modal["components"][0]["components"][0]["value"], "My *slugs*");
        let scene = scene.restart().await;
        let again = scene.bob.fills(&asked, &[("New title", "Snails again")]).await;
        again.sees("is now **Snails again**").await;
        assert!(!again.is_visible_to(&scene.ana));

        let asked = scene.bob.types("/conversations rename").option("conversation", id.as_str()).send().await;
        let empty = scene.bob.fills(&asked, &[("New title", "---")]).await;
        empty.sees("at least one letter or number").await;
        assert!(empty.is_ephemeral());
        let entries = scene.audited("chat.conversation.rename").await;
        assert_eq!((entries.len(), entries[0].resource_id.as_str()), (2, id.as_str()));
        assert!(entries.iter().all(|entry| entry.details.is_none()), "no title is in the log");
        let failed = scene.audited_times("command.conversations.rename.submit", 2).await;
        assert_eq!(failed[0].error_message.as_deref(), Some("title_empty"));
    }

    async fn what_was_said_is_found_and_opened_where_it_stands(test: TestDb) {
        let scene = Scene::set(test).await;
        let (bob, club) = (key(&scene, &scene.bob).await, club(&scene).await);
        let id = conversation(&scene, &bob, Some(&club), "Racing", 1).await;
        turn(&scene, &bob, &id, ["Who is the fastest?", "The Garden SNAIL is."], 2).await;
        for n in 0..12 {
            turn(&scene, &bob, &id, ["And then?", &format!("Number {n}.")], 3 + n).await;
        }
        let found = scene.bob.types("/conversations search").option("query", "garden snail").send().await;
        found.sees("The **Garden SNAIL** is.").await;
        assert!(found.is_ephemeral());
        let opened = scene.bob.chooses(&found, &["Racing"]).await;
        opened.sees("Who is the fastest?").await;
        assert!(!opened.text().contains("Number 11"));

        let many = scene.bob.types("/conversations search").option("query", "number").send().await;
        many.sees("**Number** 11.").await;
        scene.bob.presses(&many, "Older").await.sees("**Number** 5.").await;
        let none = scene.bob.types("/conversations search").option("query", "100% slug").send().await;
        none.sees("No title and no message of yours").await;
        let empty = scene.bob.types("/conversations search").option("query", "  ").send().await;
        empty.sees("Type at least one character").await;
        assert!(empty.is_ephemeral());
    }

    async fn a_conversation_is_taken_away_as_a_file(test: TestDb) {
        let scene = Scene::set(test).await;
        let (bob, club) = (key(&scene, &scene.bob).await, club(&scene).await);
        let id = conversation(&scene, &bob, Some(&club), "Racing snails", 1).await;
        turn(&scene, &bob, &id, ["Who wins?", "The *slow* one."], 2).await;
        let exported = scene.bob.types("/conversations export").send().await;
        exported.sees("All of **Racing snails**: 2 messages.").await;
        assert!(exported.is_ephemeral());
        let files = exported.files();
        assert_eq!((files.len(), files[0].name.as_str()), (1, "racing-snails.md"));
        let text = String::from_utf8(files[0].bytes.clone()).expect("it is text");
        assert!(text.starts_with("# Racing snails\n"), "{text}");
        assert!(text.contains("\nWho wins?\n") && text.contains("\nThe *slow* one.\n"), "{text}");

        let json = scene.bob.presses(&exported, "As JSON").await;
        json.sees("racing-snails.json").await;
        assert!(json.is_ephemeral());
        let read: serde_json::Value = serde_json::from_slice(&json.files()[0].bytes).expect("it is JSON");
        assert_eq!((&read["id"], &read["messages"][0]["content"]), (&id.as_str().into(), &"Who wins?".into()));

        let [question, _] = turn(&scene, &bob, &id, ["Who is this?", "A cat."], 3).await;
        attach(&scene, &question, "cat.png", &[1, 2, 3]).await;
        let opened = scene.bob.types("/conversations open").send().await;
        let zipped = scene.bob.presses(&opened, "Export").await;
        zipped.sees("4 messages and 1 file").await.sees("racing-snails.zip").await;
        assert!(zipped.files()[0].bytes.starts_with(b"PK"));
        opened.sees("Who is this?").await;
        let entries = scene.audited("data.export").await;
        assert_eq!((entries.len(), entries[0].resource_id.as_str()), (3, id.as_str()));
        let details = entries[0].details.as_ref().expect("it has details");
        assert_eq!((&details.0["format"], &details.0["files"]), (&"md".into(), &1.into()));
    }

    async fn deleting_asks_once_and_says_when_it_is_gone_for_good(test: TestDb) {
        let scene = Scene::set(test).await;
        let (bob, club) = (key(&scene, &scene.bob).await, club(&scene).await);
        let id = conversation(&scene, &bob, Some(&club), "Racing", 1).await;
        let [question, _] = turn(&scene, &bob, &id, ["Who wins?", "Nobody."], 2).await;
        let typed = || scene.bob.types("/conversations delete").option("conversation", id.as_str());

        let asked = typed().send().await;
        asked.sees("Delete this conversation?").await.sees("Racing").await;
        assert!(asked.is_ephemeral());
        scene.bob.presses(&asked, "Keep").await.sees("Nothing was deleted").await;
        assert!(find(&scene, &id, &bob).await.is_some());

        let asked = typed().send().await;
        let deleted = scene.bob.presses(&asked, "Delete").await;
        deleted.sees("gone for good on <t:").await;
        assert_eq!(find(&scene, &id, &bob).await, None);
        scene.bob.types("/conversations list").send().await.sees("You have no conversation yet").await;
        typed().send().await.sees("not among yours").await;

        let id = conversation(&scene, &bob, Some(&club), "Again", 5).await;
        let [forever, _] = turn(&scene, &bob, &id, ["Who wins?", "Nobody."], 6).await;
        let typed = scene.bob.types("/conversations delete").option("conversation", id.as_str());
        let asked = typed.option("forever", true).send().await;
        asked.sees("Nobody can bring it back").await;
        let buttons: Vec<String> = asked.buttons().into_iter().map(|button| button.label).collect();
        assert_eq!(buttons, ["Delete forever", "Keep"]);
        scene.bob.presses(&asked, "Delete forever").await.sees("is gone for good, with all").await;
        let db = &scene.test.db;
        let left = chat::delete_forever(db, &id, &bob, at(9)).await.expect("the store answers");
        assert!(!left, "nothing is left of it");
        assert_eq!(chat::find_message(db, &forever.id).await.expect("the store answers"), None);
        assert_eq!(chat::find_message(db, &question.id).await.expect("the store answers"), None);
        let entries = scene.audited("chat.conversation.delete").await;
        let details: Vec<_> = entries.iter().filter_map(|entry| entry.details.as_ref()).collect();
        assert_eq!((&details[0].0["forever"], &details[1].0["forever"]), (&true.into(), &false.into()));
    }

    async fn a_conversation_goes_on_where_it_belongs_and_is_read_anywhere(test: TestDb) {
        let scene = Scene::set(test).await;
        let (bob, club) = (key(&scene, &scene.bob).await, club(&scene).await);
        let id = conversation(&scene, &bob, Some(&club), "Of the club", 1).await;
        conversation(&scene, &bob, None, "Between us", 2).await;
        let lounge = scene.bob.in_channel(scene.guild.opens_channel("lounge"));
        let opened = lounge.types("/conversations open").option("conversation", id.as_str()).send().await;
        let moved = lounge.presses(&opened, "Continue here").await;
        moved.sees("goes on from **Of the club**").await;
        assert!(moved.is_ephemeral());
        let channel = lounge.channel_id().to_string();
        let current = chat::find_current(&scene.test.db, &bob, &channel, false).await;
        let current = current.expect("the store answers").map(|current| current.id);
        assert_eq!(current, Some(id.clone()));
        assert_eq!(scene.audited("chat.conversation.move").await[0].resource_id, id.as_str());

        let direct = scene.bob.in_direct_messages();
        let listed = direct.types("/conversations list").send().await;
        listed.sees("Slimy Club").await.sees("direct messages").await;
        let read = direct.chooses(&listed, &["Of the club"]).await;
        read.sees("Nothing was said in it yet").await;
        let labels: Vec<String> = read.buttons().into_iter().map(|button| button.label).collect();
        assert!(!labels.contains(&"Continue here".to_owned()), "{labels:?}");
        direct.presses(&read, "Export").await.sees("of-the-club.md").await;
        let typed = direct.completes("/conversations open conversation:between").await;
        let value = typed[0].value.as_str().expect("it is a text");
        let ours = direct.types("/conversations open").option("conversation", value).send().await;
        direct.presses(&ours, "Continue here").await.sees("goes on from **Between us**").await;
    }
}
