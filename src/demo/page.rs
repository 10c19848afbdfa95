//! What the page consists of, and the screenshots that lie ready in it.

use discord_standin::{PageAssets, PageFile, Sample};

const HTML: &str = "text/html; charset=utf-8";
const CSS: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";

/// Everything that is embedded.
pub(super) const ASSETS: PageAssets = PageAssets {
    files: FILES,
    samples: SAMPLES,
};

macro_rules! web {
    ($path:literal, $content_type:expr, $file:literal) => {
        PageFile {
            path: $path,
            content_type: $content_type,
            bytes: include_bytes!(concat!("../../assets/web/", $file)),
        }
    };
}

const FILES: &[PageFile] = &[
    web!("/", HTML, "index.html"),
    web!("/style.css", CSS, "style.css"),
    web!("/icon.svg", "image/svg+xml", "icon.svg"),
    web!("/api.js", SCRIPT, "api.js"),
    web!("/app.js", SCRIPT, "app.js"),
    web!("/commands.js", SCRIPT, "commands.js"),
    web!("/completion.js", SCRIPT, "completion.js"),
    web!("/composer.js", SCRIPT, "composer.js"),
    web!("/dom.js", SCRIPT, "dom.js"),
    web!("/markdown.js", SCRIPT, "markdown.js"),
    web!("/message.js", SCRIPT, "message.js"),
    web!("/modal.js", SCRIPT, "modal.js"),
];

macro_rules! sample {
    ($name:literal, $description:literal) => {
        Sample {
            name: $name,
            description: $description,
            bytes: include_bytes!(concat!("../../assets/demo/", $name)),
        }
    };
}

const SAMPLES: &[Sample] = &[
    sample!("sim-1.png", "The club by sim power, 1 of 5"),
    sample!("sim-2.png", "The club by sim power, 2 of 5"),
    sample!("sim-3.png", "The club by sim power, 3 of 5"),
    sample!("sim-4.png", "The club by sim power, 4 of 5"),
    sample!("sim-5.png", "The club by sim power, 5 of 5"),
    sample!("total-1.png", "The club by total power, a number covered"),
    sample!("total-2.png", "The club by total power, 2 of 2"),
    sample!("other-club.png", "Another club: it does not fit the others"),
    sample!("not-a-roster.png", "No roster at all"),
];

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs};

    use super::*;

    fn on_disk(directory: &str) -> BTreeSet<String> {
        let path = format!("{}/assets/{directory}", env!("CARGO_MANIFEST_DIR"));
        let entries = fs::read_dir(path).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.collect()
    }

    #[test]
    fn every_file_of_the_page_and_every_screenshot_is_embedded() {
        let embedded = FILES.iter().map(|file| match file.path {
            "/" => "index.html".to_owned(),
            path => path.trim_start_matches('/').to_owned(),
        });
        assert_eq!(embedded.collect::<BTreeSet<_>>(), on_disk("web"));
        let samples = SAMPLES.iter().map(|sample| sample.name.to_owned());
        let mut demo = on_disk("demo");
        demo.remove("truth.tsv");
        assert_eq!(samples.collect::<BTreeSet<_>>(), demo);
    }
}
