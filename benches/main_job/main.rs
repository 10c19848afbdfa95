//! The whole program against the stand-in: how fast it starts and answers, and what it keeps in memory.
//!
//! `cargo bench --bench main_job` prints each figure beside its bar. A missed bar is printed and no
//! failure: machines differ and are busy. Only what did not work at all ends it with an error. The
//! stand-in and the people run in this process, on the same cores as the program.

mod answers;
mod bot;
mod chat;
mod club;
mod privacy;
mod process;
mod report;
mod screenshots;
mod settings;
mod start;

use report::Report;

#[tokio::main(worker_threads = 2)]
async fn main() {
    // `cargo test --all-targets` runs benches, too, and wants no figures from a debug build.
    if !std::env::args().any(|argument| argument == "--bench") {
        return println!("The main job is measured by `cargo bench` only.");
    }
    let mut report = Report::new();
    // `cargo bench --bench main_job -- club` measures what is asked of a long history alone,
    // `-- chat` what talking costs, `-- privacy` what an export of somebody's data does, and
    // `-- settings` what changing a setting does.
    let asked = |part: &str| std::env::args().any(|argument| argument == part);
    let parts = ["club", "chat", "privacy", "settings"];
    let is_part = parts.into_iter().any(asked);
    if !is_part {
        start::measure(&mut report).await;
        answers::measure(&mut report).await;
    }
    if !is_part || asked("club") {
        club::measure(&mut report).await;
    }
    if !is_part || asked("chat") {
        chat::measure(&mut report).await;
    }
    if !is_part || asked("privacy") {
        privacy::measure(&mut report).await;
    }
    if !is_part || asked("settings") {
        settings::measure(&mut report).await;
    }
    println!("{report}");
}
