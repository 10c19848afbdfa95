//! The way down.

use slimy_store::on_both_engines;

use crate::{
    analyze::analyze,
    bot::{Scene, sim_set},
};

on_both_engines! {
    async fn sigterm_lets_what_runs_finish_and_exits_with_0(test: TestDb) {
        let mut scene = Scene::set(test).await;
        let running = analyze(&scene, sim_set()).await;
        running.acknowledged().await;
        scene.bot.terminate();
        running.sees("24 of 24 found").await;
        assert!(scene.bot.ended().await.success());
        assert!(scene.bot.log().contains("stopped"));
    }
}
