//! Running something often enough to say how long it takes.

use std::time::{Duration, Instant};

use slimy_store::{Page, PageRequest, StoreError};

/// Runs that count.
const RUNS: usize = 200;

/// Runs before those, so that caches and plans are as they are after a while.
const WARM_UP: usize = 10;

/// What is slow is run less often.
const PATIENCE: Duration = Duration::from_secs(30);

/// As few as that say something.
const FEWEST: usize = 10;

/// Rows of a page.
pub(crate) const PAGE: usize = 25;

/// The page that may not be slower than the first.
const FAR: usize = 100;

/// How long each run took.
pub(crate) async fn times<T>(
    run: impl AsyncFn() -> Result<T, StoreError>,
) -> Result<Vec<Duration>, StoreError> {
    let begun = Instant::now();
    for _ in 0..WARM_UP {
        run().await?;
        if begun.elapsed() > PATIENCE / 4 {
            break;
        }
    }
    let mut times = Vec::with_capacity(RUNS);
    let begun = Instant::now();
    while times.len() < RUNS && (times.len() < FEWEST || begun.elapsed() < PATIENCE) {
        let start = Instant::now();
        run().await?;
        times.push(start.elapsed());
    }
    Ok(times)
}

/// How long the first page of a list and a far one took, by turns.
pub(crate) struct Pages {
    pub(crate) first: Vec<Duration>,
    pub(crate) far: Vec<Duration>,
    /// Which one the far one is: the hundredth, or the last where there are not so many.
    pub(crate) number: usize,
    /// Rows of the far one.
    pub(crate) rows: usize,
}

/// Measures the first and the hundredth page of a list.
pub(crate) async fn pages<T>(
    size: usize,
    page: impl AsyncFn(&PageRequest) -> Result<Page<T>, StoreError>,
) -> Result<Pages, StoreError> {
    let first = PageRequest::first(size);
    let (mut far, mut number) = (first.clone(), 1);
    let mut found = page(&first).await?;
    while number < FAR
        && let Some(next) = found.next
    {
        far = PageRequest::after(size, next);
        found = page(&far).await?;
        number += 1;
    }
    let rows = found.items.len();
    let mut pages = Pages {
        first: Vec::with_capacity(RUNS),
        far: Vec::with_capacity(RUNS),
        number,
        rows,
    };
    let begun = Instant::now();
    for run in 0..WARM_UP + RUNS {
        for (request, times) in [(&first, &mut pages.first), (&far, &mut pages.far)] {
            let start = Instant::now();
            page(request).await?;
            if run >= WARM_UP {
                times.push(start.elapsed());
            }
        }
        if pages.far.len() >= FEWEST && begun.elapsed() > 2 * PATIENCE {
            break;
        }
    }
    Ok(pages)
}
