//! Time zones as somebody types them.

/// The IANA names in which every word of `typed` stands, at most `most`: those with a part that
/// begins with it first. Names that nobody should choose any more, as `US/Pacific`, come last.
pub fn time_zones(typed: &str, most: usize) -> Vec<&'static str> {
    let typed = typed.trim().to_lowercase().replace(' ', "_");
    let rank = |name: &str| {
        let lower = name.to_lowercase();
        let begins = lower.split('/').any(|part| part.starts_with(&typed));
        (lower.contains(&typed)).then_some((!begins && !lower.starts_with(&typed), !is_place(name)))
    };
    let zones = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name());
    let mut found: Vec<_> = zones
        .filter_map(|name| rank(name).map(|rank| (rank, name)))
        .collect();
    found.sort_unstable();
    found.truncate(most);
    found.into_iter().map(|(_, name)| name).collect()
}

/// Whether a name is of the form that the IANA recommends.
fn is_place(name: &str) -> bool {
    const AREAS: [&str; 10] = [
        "Africa",
        "America",
        "Antarctica",
        "Arctic",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
    ];
    name == "UTC"
        || AREAS
            .iter()
            .any(|area| name.split('/').next() == Some(area))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_city_or_an_area_is_found_as_it_is_typed() {
        assert_eq!(time_zones("berlin", 25), ["Europe/Berlin"]);
        assert_eq!(time_zones("sao p", 25), ["America/Sao_Paulo"]);
        assert_eq!(time_zones("utc", 25)[0], "UTC");
        assert_eq!(time_zones("europe/lo", 25), ["Europe/London"]);
        assert!(time_zones("los_a", 25).starts_with(&["America/Los_Angeles"]));
        assert_eq!(time_zones("", 25).len(), 25);
        assert!(time_zones("mars", 25).is_empty());
    }
}
