//! Each way to fail is sorted, streamed or not, and nothing that came is lost.

use std::time::Duration;

use discord_standin::model::{Failure, Model, Pace, Reply};
use slimy_llm::{Client, Endpoint, FailureKind, Patience};

use crate::{all, client, client_with, question};

/// What asking comes to, streamed and in one piece, when the model fails so.
async fn sorted(failure: Failure) -> FailureKind {
    let model = Model::start().await;
    model.fails_next(failure);
    model.fails_next(failure);
    let client = client(&model);
    let streamed = client
        .stream(&question("Hello"))
        .await
        .map(|_| ())
        .unwrap_err();
    let whole = client.complete(&question("Hello")).await.unwrap_err();
    assert_eq!(streamed.kind, whole.kind, "{streamed} / {whole}");
    assert!(!streamed.detail.contains(model.key()), "{streamed}");
    streamed.kind
}

#[tokio::test]
async fn refusals_are_sorted_by_what_can_be_done() {
    assert_eq!(sorted(Failure::KeyRefused).await, FailureKind::KeyRefused);
    assert_eq!(sorted(Failure::OutOfQuota).await, FailureKind::OutOfQuota);
    assert_eq!(
        sorted(Failure::QuestionRefused).await,
        FailureKind::RefusedContent
    );
    assert_eq!(sorted(Failure::ServerError).await, FailureKind::Overloaded);
    assert_eq!(sorted(Failure::Overloaded).await, FailureKind::Overloaded);
    assert_eq!(sorted(Failure::Gateway(502)).await, FailureKind::Overloaded);
    assert_eq!(sorted(Failure::Gateway(504)).await, FailureKind::Timeout);
    assert_eq!(sorted(Failure::Nonsense).await, FailureKind::Nonsense);
}

#[tokio::test]
async fn a_limit_says_when_to_come_back() {
    let model = Model::start().await;
    model.fails_next(Failure::RateLimited(Duration::from_secs(7)));
    let failure = client(&model)
        .complete(&question("Hello"))
        .await
        .unwrap_err();
    assert_eq!(failure.kind, FailureKind::LimitReached);
    assert_eq!(failure.retry_after, Some(Duration::from_secs(7)));
}

#[tokio::test]
async fn a_wrong_key_and_an_unknown_model_are_the_hosts_to_mend() {
    let model = Model::start().await;
    let wrong = client_with(&model, "sk-wrong-wrong-wrong");
    let failure = wrong.complete(&question("Hello")).await.unwrap_err();
    assert_eq!(failure.kind, FailureKind::KeyRefused);

    let mut request = question("Hello");
    request.model = "no-such-model".to_owned();
    let failure = client(&model).complete(&request).await.unwrap_err();
    assert_eq!(failure.kind, FailureKind::WrongSetting);
    model.forgive_faults();
}

/// The words that came, and why no more did.
async fn broken(reply: Reply) -> (String, FailureKind) {
    let model = Model::start().await;
    model.answers(reply);
    let stream = client(&model).stream(&question("Count")).await.unwrap();
    let (words, end) = all(stream).await;
    (words.concat(), end.unwrap_err().kind)
}

#[tokio::test]
async fn what_came_before_it_broke_is_kept() {
    let said = || Reply::says("one two three four");
    let cut = ("one two".to_owned(), FailureKind::CutOff);
    assert_eq!(broken(said().cuts_after(2)).await, cut);
    assert_eq!(broken(said().stops_short_after(2)).await, cut);
    assert_eq!(broken(said().errs_after(2)).await, cut);
    let garbled = broken(said().garbles(3)).await;
    assert_eq!(garbled, ("one two".to_owned(), FailureKind::Nonsense));
}

#[tokio::test]
async fn an_empty_answer_is_none() {
    let model = Model::start().await;
    model.answers(Reply::empty());
    model.answers(Reply::empty());
    let client = client(&model);
    let (_, streamed) = all(client.stream(&question("Hello")).await.unwrap()).await;
    assert_eq!(streamed.unwrap_err().kind, FailureKind::Nonsense);
    let whole = client.complete(&question("Hello")).await.unwrap_err();
    assert_eq!(whole.kind, FailureKind::Nonsense);
}

#[tokio::test]
async fn half_an_answer_in_one_piece_is_no_answer() {
    let model = Model::start().await;
    model.answers(Reply::says("one two three").cuts_after(1));
    let failure = client(&model)
        .complete(&question("Count"))
        .await
        .unwrap_err();
    assert_eq!(failure.kind, FailureKind::CutOff);
}

#[tokio::test]
async fn silence_ends_the_waiting() {
    let model = Model::start().await;
    let (before, middle) = (Pace::new(), Pace::new());
    let base = model.base_url().parse().unwrap();
    let key = secrecy::SecretString::from(model.key().to_owned());
    let short = Patience {
        beginning: Duration::from_millis(200),
        silence: Duration::from_millis(200),
    };
    let endpoint = Endpoint::new(&base, Some(key))
        .unwrap()
        .with_patience(short);
    let client = Client::new(Client::http().unwrap(), endpoint);

    model.answers(Reply::says("one two").silent_until(&before));
    let failure = client.stream(&question("a")).await.map(|_| ()).unwrap_err();
    assert_eq!(failure.kind, FailureKind::Timeout);

    model.answers(Reply::says("one two").paced(&middle));
    middle.releases(1);
    let (words, end) = all(client.stream(&question("b")).await.unwrap()).await;
    assert_eq!(
        (words.concat().as_str(), end.unwrap_err().kind),
        ("one", FailureKind::Timeout)
    );
}

#[tokio::test]
async fn nobody_there_is_unreachable() {
    let model = Model::start().await;
    let client = client(&model);
    let asked = question("Hello");
    drop(model);
    let failure = client.complete(&asked).await.unwrap_err();
    assert_eq!(failure.kind, FailureKind::Unreachable);
}
