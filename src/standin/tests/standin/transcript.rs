//! The transcript keeps what is new.

use std::time::Duration;

use discord_standin::Standin;

#[tokio::test]
async fn the_transcript_keeps_the_newest_lines_and_says_how_many_are_gone() {
    let discord = Standin::start().await;
    for millis in 0..6_000 {
        discord.advance(Duration::from_millis(millis));
    }
    let transcript = discord.transcript();
    assert_eq!(transcript.lines().count(), 5_000 + 3);
    assert!(transcript.contains("(1000 older lines are gone)"));
    assert!(transcript.contains("the clock moves by 5.999s"));
}
