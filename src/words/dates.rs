//! Days and times of day as each language writes them. Where Discord shows them itself
//! (`<t:…>`) that is better: it knows the reader's own time zone.

use chrono::{DateTime, Datelike, NaiveDate, Utc};

use crate::{Words, say};

impl Words {
    /// A day: `Nov 22, 2026`, `22.11.2026`.
    pub fn day(self, day: NaiveDate) -> String {
        say!(
            self,
            "text-day",
            year = day.year().to_string(),
            month = day.month(),
            day = day.day()
        )
    }

    /// A day of a year that is known: `Nov 22`, `22. Nov.`.
    pub fn day_of_year(self, day: NaiveDate) -> String {
        say!(
            self,
            "text-day-of-year",
            month = day.month(),
            day = day.day()
        )
    }

    /// The day of a moment, in the time zone.
    pub fn day_at(self, at: DateTime<Utc>) -> String {
        self.day(at.with_timezone(&self.timezone).date_naive())
    }

    /// A moment to the minute, in the time zone: `Nov 22, 2026, 19:05`.
    pub fn moment(self, at: DateTime<Utc>) -> String {
        let local = at.with_timezone(&self.timezone);
        say!(
            self,
            "text-moment",
            day = self.day(local.date_naive()),
            time = local.format("%H:%M").to_string()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn days_are_written_as_each_language_does() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 2).unwrap();
        let days = Language::ALL.map(|language| Words::of(language).day(day));
        assert_eq!(
            days,
            [
                "Nov 2, 2026",
                "2.11.2026",
                "2 nov 2026",
                "2 nov. 2026",
                "2026/11/2",
                "2 de nov. de 2026"
            ]
        );
        let days = Language::ALL.map(|language| Words::of(language).day_of_year(day));
        assert_eq!(
            days,
            [
                "Nov 2",
                "2. Nov.",
                "2 nov",
                "2 nov.",
                "11月2日",
                "2 de nov."
            ]
        );
    }

    #[test]
    fn each_month_has_its_own_name() {
        for language in Language::ALL {
            let months = (1..=12).map(|month| {
                let day = NaiveDate::from_ymd_opt(2026, month, 1).unwrap();
                Words::of(language).day_of_year(day)
            });
            let months: std::collections::BTreeSet<String> = months.collect();
            assert_eq!(months.len(), 12, "{}", language.code());
        }
    }

    #[test]
    fn a_moment_is_told_in_the_time_zone() {
        let at = DateTime::from_timestamp(1_795_500_000, 0).unwrap();
        let english = Words {
            timezone: chrono_tz::Tz::America__Los_Angeles,
            ..Words::ENGLISH
        };
        assert_eq!(
            [
                Words::ENGLISH.moment(at),
                english.moment(at),
                english.day_at(at)
            ],
            ["Nov 24, 2026, 06:00", "Nov 23, 2026, 22:00", "Nov 23, 2026"]
        );
        let german = Words::of(crate::Language::De);
        assert_eq!(german.moment(at), "24.11.2026, 06:00");
    }
}
