//! What is said to Redis.
//!
//! Under a row's key stands one of three things: the row, as a JSON object; a lease
//! `L:…` of a reader that is about to fill it in; or a mark `W1`, `W2`, … that so many
//! writers are changing it. Redis runs each script here as one step.

use redis::Cmd;

use super::Key;
use crate::limits;

/// The version of what is kept. Another shape of a row needs another one.
const VERSION: &str = "slimy:v1";

/// The most keys in one command, so that none holds Redis up for others.
pub(super) const KEYS_AT_ONCE: usize = 500;

/// How long the probe's key stays: just a trace of who tried.
const PROBE_MS: u32 = 1_000;

/// Writers count themselves in. A mark outlives a writer that ended half-way, but not
/// for long.
const MARK: &str = "
for _, key in ipairs(KEYS) do
  local held = redis.call('GET', key)
  local open = held and tonumber(string.match(held, '^W(%d+)$')) or 0
  redis.call('SET', key, 'W' .. (open + 1), 'PX', ARGV[1])
end";

/// A writer counts itself out; after the last one nothing is left.
const RELEASE: &str = "
for _, key in ipairs(KEYS) do
  local held = redis.call('GET', key)
  local open = held and tonumber(string.match(held, '^W(%d+)$')) or 0
  if open > 1 then
    redis.call('SET', key, 'W' .. (open - 1), 'PX', ARGV[1])
  else
    redis.call('DEL', key)
  end
end";

/// The row goes, and so does a lease on it; other writers' marks stay.
const FORGET: &str = "
for _, key in ipairs(KEYS) do
  local held = redis.call('GET', key)
  if held and not string.match(held, '^W%d+$') then
    redis.call('DEL', key)
  end
end";

/// The row takes the place of the lease, if that is still there.
const FILL: &str = "
if redis.call('GET', KEYS[1]) == ARGV[1] then
  redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
end";

pub(super) fn info() -> Cmd {
    let mut command = redis::cmd("INFO");
    command.arg("server");
    command
}

/// What our keys begin with in the server that said this of itself.
pub(super) fn prefix(info: &str) -> Option<String> {
    let run = info.lines().find_map(|line| line.strip_prefix("run_id:"))?;
    let run = run.trim();
    (!run.is_empty()).then(|| format!("{VERSION}:{run}:"))
}

pub(super) fn probe(prefix: &str) -> Cmd {
    let mut command = redis::cmd("SET");
    let name = format!("{prefix}probe");
    command.arg(name).arg("").arg("PX").arg(PROBE_MS);
    command
}

/// What stands under a key.
pub(super) fn get(prefix: &str, key: &Key) -> Cmd {
    let mut command = redis::cmd("GET");
    command.arg(name(prefix, key));
    command
}

/// Takes the lease on a key that has nothing.
pub(super) fn lease(prefix: &str, key: &Key, lease: &str) -> Cmd {
    let mut command = redis::cmd("SET");
    command.arg(name(prefix, key)).arg(lease).arg("NX");
    command.arg("PX").arg(limits::CACHE_LEASE.as_millis());
    command
}

pub(super) fn fill(prefix: &str, key: &Key, lease: &str, row: &str) -> Cmd {
    let mut command = script(FILL, &[name(prefix, key)]);
    let lives = limits::CACHE_TIME.as_millis();
    command.arg(lease).arg(row).arg(lives);
    command
}

pub(super) fn mark(prefix: &str, keys: &[Key]) -> Cmd {
    let mut command = script(MARK, &names(prefix, keys));
    command.arg(limits::CACHE_UNSURE.as_millis());
    command
}

pub(super) fn release(prefix: &str, keys: &[Key]) -> Cmd {
    let mut command = script(RELEASE, &names(prefix, keys));
    command.arg(limits::CACHE_UNSURE.as_millis());
    command
}

pub(super) fn forget(prefix: &str, keys: &[Key]) -> Cmd {
    forget_names(&names(prefix, keys))
}

pub(super) fn forget_names(names: &[String]) -> Cmd {
    script(FORGET, names)
}

/// Some of our keys, and where to go on.
pub(super) fn scan(prefix: &str, cursor: u64) -> Cmd {
    let mut command = redis::cmd("SCAN");
    command.arg(cursor).arg("MATCH").arg(format!("{prefix}*"));
    command.arg("COUNT").arg(KEYS_AT_ONCE);
    command
}

fn script(text: &str, names: &[String]) -> Cmd {
    let mut command = redis::cmd("EVAL");
    command.arg(text).arg(names.len()).arg(names);
    command
}

fn names(prefix: &str, keys: &[Key]) -> Vec<String> {
    keys.iter().map(|key| name(prefix, key)).collect()
}

fn name(prefix: &str, key: &Key) -> String {
    match key {
        Key::Guild(id) => format!("{prefix}guild:{id}"),
        Key::User(id) => format!("{prefix}user:{id}"),
    }
}
