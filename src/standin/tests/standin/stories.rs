//! Whole round trips: a person does something, the bot answers, the person sees it.

use discord_standin::{Choice, Standin, Upload};
use serde_json::json;

use crate::bot::Bot;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x04\xb6\0\0\x0a\x3e";

#[tokio::test]
async fn a_typed_command_is_answered_and_everything_is_understood() {
    let discord = Standin::start().await;
    let guild = discord.guild("Slimy Club");
    let bot = Bot::start(&discord).await;
    let answer = guild.member("ana").types("/ping").send().await;
    answer.sees("pong").await;
    assert!(!answer.is_ephemeral());
    assert!(answer.is_visible_to(&guild.member("bob")));
    let latency = discord.callback_latency(&answer).expect("an answer");
    assert_eq!(Some(latency.first_callback), latency.visible);
    bot.stop(&discord).await;
}

#[tokio::test]
async fn an_attachment_travels_and_the_deferred_answer_comes_with_its_files() {
    let discord = Standin::start().await;
    let guild = discord.guild("Slimy Club");
    let bot = Bot::start(&discord).await;
    let ana = guild.member("ana").can_manage_guild();
    let typed = ana.types("/club analyze").option("title", "Week 47");
    let preview = typed.attach("screenshot", "a b.png", PNG).send().await;
    preview
        .sees("a_b.png of 24 bytes")
        .await
        .sees("55 members")
        .await;
    assert_eq!(
        preview.text(),
        "Week 47\na_b.png of 24 bytes\nFound\n55 members\n[file roster.csv]\n[Save] [Discard] [Later] [Never]\n"
    );
    assert_eq!(preview.files()[0].bytes, b"name,power");
    assert_eq!(
        preview.message_count(),
        1,
        "the follow-up took the place of “thinking…”"
    );
    assert!(!preview.buttons()[3].is_enabled);

    let refused = guild.member("bob").presses(&preview, "Save").await;
    refused.sees("Only managers").await;
    assert!(refused.is_ephemeral() && !refused.is_visible_to(&ana));

    let later = ana.presses(&preview, "Later").await;
    later.sees("Later, then").await;
    assert_eq!(later.files()[0].name, "more.txt");
    assert_eq!(
        later.files().len(),
        1,
        "serenity lists the new file only, so the old one goes"
    );

    let saved = ana.presses(&preview, "Save").await;
    saved.sees("Saved").await;
    assert!(preview.text().starts_with("Saved"));
    assert!(preview.buttons().is_empty());
    bot.stop(&discord).await;
}

#[tokio::test]
async fn an_option_completes_and_the_answer_is_edited() {
    let discord = Standin::start().await;
    let guild = discord.guild("Slimy Club");
    let bot = Bot::start(&discord).await;
    let ana = guild.member("ana");
    let choices = ana.completes("/club show analysis:Week 4").await;
    assert_eq!(choices.len(), 2);
    let week = Choice {
        name: "Week 46".to_owned(),
        value: json!("week 46"),
    };
    assert_eq!(choices[0], week);
    let answer = ana.types("/club show analysis:Week 47").send().await;
    answer.sees("found Week 47").await;
    assert_eq!(answer.message_count(), 1);
    bot.stop(&discord).await;
}

#[tokio::test]
async fn a_modal_is_filled_in() {
    let discord = Standin::start().await;
    let guild = discord.guild("Slimy Club");
    let bot = Bot::start(&discord).await;
    let asked = guild.member("ana").types("/note").send().await;
    let noted = asked.fills(&[("Your note", "hi")]).await;
    noted.sees("noted: hi").await;
    bot.stop(&discord).await;
}

#[tokio::test]
async fn a_select_is_used() {
    let discord = Standin::start().await;
    let guild = discord.guild("Slimy Club");
    let bot = Bot::start(&discord).await;
    let ana = guild.member("ana");
    let asked = ana.types("/pick").send().await;
    ana.chooses(&asked, &["green"])
        .await
        .sees("picked green")
        .await;
    bot.stop(&discord).await;
}

#[tokio::test]
async fn ephemeral_follow_ups_are_edited_and_deleted() {
    let discord = Standin::start().await;
    let guild = discord.guild("Slimy Club");
    let bot = Bot::start(&discord).await;
    let answer = guild.member("ana").types("/secret").send().await;
    answer.sees("second, edited").await;
    assert_eq!(answer.text(), "first\nsecond, edited\n");
    assert!(answer.is_ephemeral() && !answer.is_visible_to(&guild.member("bob")));
    bot.stop(&discord).await;
}

#[tokio::test]
async fn nested_sub_commands_get_every_type_of_option() {
    let discord = Standin::start().await;
    let guild = discord.guild("Slimy Club");
    let bot = Bot::start(&discord).await;
    let ana = guild.member("ana").can_manage_guild().role("Officers");
    let typed = ana
        .types("/admin roles add who:ana role:Officers")
        .option("place", "#general")
        .option("count", 3)
        .option("really", true)
        .option("much", 2.5)
        .option("how", "slowly");
    typed
        .send()
        .await
        .sees("ana Officers general 3 true 2.5 slowly")
        .await;
    bot.stop(&discord).await;
}

#[tokio::test]
async fn a_message_menu_hands_over_the_message_with_its_files() {
    let discord = Standin::start().await;
    let guild = discord.guild("Slimy Club");
    let bot = Bot::start(&discord).await;
    let ana = guild.member("ana");
    let files = [Upload::new("a.png", PNG), Upload::new("b.png", PNG)];
    let message = guild.posts(&ana, "our roster", files);
    ana.uses_menu("Analyze club roster", &message)
        .sees("our roster with 2 files")
        .await;
    bot.stop(&discord).await;
}

#[tokio::test]
async fn content_is_withheld_unless_the_bot_is_mentioned() {
    let discord = Standin::start().await;
    let guild = discord.guild("Slimy Club");
    let mut bot = Bot::start(&discord).await;
    let ana = guild.member("ana");
    while bot.next().await != "create Slimy Club Some(false)" {}
    guild.posts(&ana, "private words", [("a.png", PNG)]);
    assert_eq!(bot.next().await, "message \"\" 0");
    let mention = format!("hi <@{}>", discord.bot_id());
    guild.posts(&ana, &mention, [("a.png", PNG)]);
    guild.sees("I heard you").await;
    assert_eq!(bot.next().await, format!("message {mention:?} 1"));
    bot.stop(&discord).await;
}

#[tokio::test]
#[should_panic(expected = "The application did not respond")]
async fn a_bot_that_never_answers_fails_the_one_who_waits() {
    let discord = Standin::start().await;
    let guild = discord.guild("Slimy Club");
    let _bot = Bot::start(&discord).await;
    let answer = guild.member("ana").types("/fail").send().await;
    discord.advance(std::time::Duration::from_millis(3_001));
    answer.sees("anything").await;
}

#[tokio::test]
#[should_panic(expected = "is greyed out")]
async fn a_disabled_button_cannot_be_pressed() {
    let discord = Standin::start().await;
    let guild = discord.guild("Slimy Club");
    let _bot = Bot::start(&discord).await;
    let ana = guild.member("ana");
    let preview = ana
        .types("/club analyze")
        .attach("screenshot", "a.png", PNG)
        .send()
        .await;
    ana.presses(&preview, "Never").await;
}
