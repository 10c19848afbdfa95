//! How long a chart takes, from numbers to PNG: `cargo bench -p slimy-charts`.

#[path = "../tests/charts/examples.rs"]
mod examples;

use divan::Bencher;

fn main() {
    divan::main();
}

#[divan::bench]
fn club_total_of_104_weeks(bencher: Bencher<'_, '_>) {
    let chart = examples::club_total(104);
    bencher.bench(|| chart.draw().map(|drawing| drawing.png()));
}

#[divan::bench]
fn member_of_500_weeks(bencher: Bencher<'_, '_>) {
    let chart = examples::member(500);
    bencher.bench(|| chart.draw().map(|drawing| drawing.png()));
}

#[divan::bench]
fn two_lines_in_one_field(bencher: Bencher<'_, '_>) {
    let chart = examples::rivals();
    bencher.bench(|| chart.draw().map(|drawing| drawing.png()));
}

#[divan::bench]
fn top_ten(bencher: Bencher<'_, '_>) {
    let chart = examples::top_ten();
    bencher.bench(|| chart.draw().map(|drawing| drawing.png()));
}

#[divan::bench]
fn three_movers(bencher: Bencher<'_, '_>) {
    let chart = examples::movers();
    bencher.bench(|| chart.draw().map(|drawing| drawing.png()));
}

#[divan::bench]
fn distribution_of_150_members(bencher: Bencher<'_, '_>) {
    bencher.bench(|| examples::distribution().draw().map(|drawing| drawing.png()));
}

#[divan::bench]
fn audit_of_30_days(bencher: Bencher<'_, '_>) {
    let chart = examples::audit(30);
    bencher.bench(|| chart.draw().map(|drawing| drawing.png()));
}
