//! Clients that go away.

use discord_standin::model::{Model, Outcome, Pace, Reply};

use crate::ask::{post, question, request, streamed};

#[tokio::test]
async fn a_client_that_leaves_in_the_middle_of_a_stream_is_noticed() {
    let model = Model::start().await;
    let pace = Pace::new();
    model.answers(Reply::says("one two three").paced(&pace));
    pace.releases(1);
    let mut response = post(&model, &streamed("Count")).await;
    response.chunk().await.expect("a chunk").expect("bytes");
    assert_eq!(model.asked(1).await.outcome, Outcome::Pending);
    drop(response);
    assert_eq!(model.ended(1).await.outcome, Outcome::Cancelled);
}

#[tokio::test]
async fn a_client_that_leaves_before_the_headers_is_noticed() {
    let model = Model::start().await;
    let replies = [
        (
            Reply::says("late").silent_until(&Pace::new()),
            streamed("Hm?"),
        ),
        (Reply::says("late").paced(&Pace::new()), question("Hm?")),
    ];
    for (place, (reply, body)) in replies.into_iter().enumerate() {
        model.answers(reply);
        let waiting = tokio::spawn(request(&model, &body).send());
        model.asked(place + 1).await;
        waiting.abort();
        assert_eq!(model.ended(place + 1).await.outcome, Outcome::Cancelled);
    }
}

#[tokio::test]
async fn a_client_that_reads_to_the_end_cancels_nothing() {
    let model = Model::start().await;
    for number in 1..=20 {
        post(&model, &streamed("Hm?"))
            .await
            .text()
            .await
            .expect("a stream");
        assert_eq!(model.ended(number).await.outcome, Outcome::Answered);
    }
}
