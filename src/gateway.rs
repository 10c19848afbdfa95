//! The connection to Discord's gateway: watched, because serenity 0.12.5 begins a new session where
//! it could resume, and closed in time.
//!
//! A shard whose heartbeat got no ACK asks serenity for its own restart: it then waits 5 s for
//! itself to be shut down, hears nothing meanwhile, and identifies anew, so that what happened until
//! then never reaches the bot. And it leaves the news of its shutdown behind for whoever asks next:
//! who shuts the bot down is told at once that it is done, and the connection stays.

use std::{collections::HashMap, sync::Arc, time::Duration};

use poise::serenity_prelude::{
    self as serenity, ConnectionStage, ShardId, ShardManager, ShardRunnerMessage,
};
use tokio::time::{Instant, MissedTickBehavior};
use tokio_util::sync::CancellationToken;

/// How often the shards are looked at.
const LOOK_EVERY: Duration = Duration::from_millis(250);
/// How often Discord asks for a heartbeat today, for as long as nothing else was observed. serenity
/// does not say what it was told.
const INTERVAL: Duration = Duration::from_millis(41_250);
/// Less than this between two ACKs is no interval: the first two of a connection come together.
const NO_INTERVAL: Duration = Duration::from_secs(2);
/// Any code but 1000 and 1001 keeps the session for a RESUME ("Gateway", section "Heartbeat
/// Interval").
const KEEP_SESSION: u16 = 4_000;
/// The code that ends the session.
const END_SESSION: u16 = 1_000;

/// What can be seen of a shard: it changes with every ACK, and with every step of a connection.
type Signs = (Option<Duration>, ConnectionStage);

/// How a shard has behaved so far.
#[derive(Debug)]
struct Pulse {
    signs: Signs,
    since: Instant,
    /// The longest time between two ACKs.
    interval: Option<Duration>,
    /// Whether it was told to resume and has had no ACK since.
    told: bool,
}

/// What a shard needs.
#[derive(Debug, PartialEq, Eq)]
enum Need {
    Nothing,
    /// An ACK is overdue: to close, which is followed by a RESUME.
    Resume,
    /// Nothing has helped: to begin anew.
    Restart,
}

impl Pulse {
    fn new(signs: Signs, now: Instant) -> Self {
        Self {
            signs,
            since: now,
            interval: None,
            told: false,
        }
    }

    fn feel(&mut self, signs: Signs, now: Instant) -> Need {
        let silence = now - self.since;
        if signs != self.signs {
            if signs.0.is_some() && signs.0 != self.signs.0 {
                self.told = false;
                if silence >= NO_INTERVAL {
                    self.interval = self.interval.max(Some(silence));
                }
            }
            (self.signs, self.since) = (signs, now);
            return Need::Nothing;
        }
        let longest = self.interval.unwrap_or_default().max(INTERVAL);
        if silence > longest * 3 {
            self.since = now;
            return Need::Restart;
        }
        // Once: an interval that was observed wrongly must not break connection after connection.
        let interval = self.interval.unwrap_or(INTERVAL);
        let is_overdue = silence > interval * 7 / 5;
        if is_overdue && !self.told && signs.1 == ConnectionStage::Connected {
            self.told = true;
            return Need::Resume;
        }
        Need::Nothing
    }
}

/// Keeps every shard talking to Discord, until `stop` says so.
pub(crate) async fn watch(shards: Arc<ShardManager>, stop: CancellationToken) {
    // What a restart leaves behind lies ready for the first one, so that none waits for itself.
    shards.shutdown_finished(ShardId(0));
    let mut pulses = HashMap::new();
    let mut ticks = tokio::time::interval(LOOK_EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    while stop.run_until_cancelled(ticks.tick()).await.is_some() {
        let lost = look(&shards, &mut pulses).await;
        for id in lost {
            tracing::warn!(shard = id.0, "the gateway stays silent: beginning anew");
            let again = shards.restart(id);
            if stop.run_until_cancelled(again).await.is_none() {
                return;
            }
        }
    }
}

/// Tells those whose ACK is overdue to resume; gives those that have to be restarted.
async fn look(shards: &ShardManager, pulses: &mut HashMap<ShardId, Pulse>) -> Vec<ShardId> {
    let now = Instant::now();
    let runners = shards.runners.lock().await;
    pulses.retain(|id, _| runners.contains_key(id));
    let mut lost = Vec::new();
    for (id, runner) in runners.iter() {
        let signs = (runner.latency, runner.stage);
        let pulse = pulses.entry(*id);
        let pulse = pulse.or_insert_with(|| Pulse::new(signs, now));
        match pulse.feel(signs, now) {
            Need::Nothing => {}
            Need::Resume => {
                tracing::info!(shard = id.0, "a heartbeat got no answer: resuming");
                let close = ShardRunnerMessage::Close(KEEP_SESSION, None);
                runner.runner_tx.send_to_shard(close);
            }
            Need::Restart => {
                // Told here, for serenity forgets a shard before it has told it; one that comes
                // to itself later would be a second connection.
                let end = ShardRunnerMessage::Shutdown(*id, KEEP_SESSION);
                runner.runner_tx.send_to_shard(end);
                lost.push(*id);
            }
        }
    }
    lost
}

/// Ends every session, so that Discord shows the bot as gone at once, and waits until that is done.
pub(crate) async fn close(client: &serenity::Client) {
    // A shard that is about to be started anew finds nothing to connect to.
    client.ws_url.lock().await.clear();
    let shards = &client.shard_manager;
    // Told here, for serenity forgets a shard before it has told it when such news lies ready.
    let runners: Vec<_> = shards.runners.lock().await.drain().collect();
    for (id, runner) in &runners {
        let end = ShardRunnerMessage::Shutdown(*id, END_SESSION);
        runner.runner_tx.send_to_shard(end);
    }
    // The news that lay ready, and then that of each shard.
    for id in [ShardId(0)].iter().chain(runners.iter().map(|(id, _)| id)) {
        shards.shutdown(*id, END_SESSION).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONNECTED: ConnectionStage = ConnectionStage::Connected;

    fn ack(number: u64) -> Signs {
        (Some(Duration::from_millis(number)), CONNECTED)
    }

    /// A shard with an ACK every three seconds, and the time of the last.
    fn steady() -> (Pulse, Instant) {
        let mut now = Instant::now();
        let mut pulse = Pulse::new((None, ConnectionStage::Handshake), now);
        for number in 1..=4 {
            assert_eq!(pulse.feel(ack(number), now), Need::Nothing);
            now += Duration::from_secs(3);
        }
        (pulse, now - Duration::from_secs(3))
    }

    #[test]
    fn an_overdue_ack_is_followed_by_one_resume_and_in_the_end_by_a_restart() {
        let (mut pulse, last) = steady();
        let after = |seconds: f64| last + Duration::from_secs_f64(seconds);
        assert_eq!(pulse.feel(ack(4), after(4.1)), Need::Nothing);
        assert_eq!(pulse.feel(ack(4), after(4.3)), Need::Resume);
        assert_eq!(pulse.feel(ack(4), after(4.6)), Need::Nothing);
        assert_eq!(pulse.feel(ack(4), after(123.0)), Need::Nothing);
        assert_eq!(pulse.feel(ack(4), after(124.0)), Need::Restart);
        assert_eq!(pulse.feel(ack(4), after(124.3)), Need::Nothing);
    }

    #[test]
    fn after_the_next_ack_another_may_be_overdue() {
        let (mut pulse, last) = steady();
        let after = |seconds: f64| last + Duration::from_secs_f64(seconds);
        assert_eq!(pulse.feel(ack(4), after(4.3)), Need::Resume);
        let resumed = (None, CONNECTED);
        assert_eq!(pulse.feel(resumed, after(4.5)), Need::Nothing);
        assert_eq!(pulse.feel(resumed, after(9.0)), Need::Nothing, "told once");
        assert_eq!(pulse.feel(ack(5), after(9.5)), Need::Nothing);
        assert_eq!(pulse.feel(ack(5), after(16.4)), Need::Nothing);
        assert_eq!(pulse.feel(ack(5), after(16.6)), Need::Resume, "1.4 × 5 s");
    }

    #[test]
    fn before_two_acks_were_seen_the_usual_interval_holds() {
        let start = Instant::now();
        let mut pulse = Pulse::new((None, CONNECTED), start);
        let after = |seconds: f64| start + Duration::from_secs_f64(seconds);
        assert_eq!(pulse.feel(ack(1), after(0.1)), Need::Nothing);
        assert_eq!(pulse.feel(ack(1), after(57.0)), Need::Nothing);
        assert_eq!(pulse.feel(ack(1), after(58.0)), Need::Resume);
    }

    #[test]
    fn a_shard_that_is_not_connected_is_not_told_to_resume() {
        let start = Instant::now();
        let resuming = (None, ConnectionStage::Resuming);
        let mut pulse = Pulse::new(resuming, start);
        let need = pulse.feel(resuming, start + Duration::from_secs(100));
        assert_eq!(need, Need::Nothing);
    }
}
