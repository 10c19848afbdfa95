//! How numbers are written on a chart.

use std::fmt::Write as _;

/// The separator and the units of a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbers {
    /// Between the whole part and the decimals.
    pub decimal: char,
    /// What stands for a thousand, a million and a billion.
    pub units: [String; 3],
}

impl Default for Numbers {
    /// As the bot writes them in English: `12.3 M`.
    fn default() -> Self {
        Self {
            decimal: '.',
            units: ["K", "M", "B"].map(str::to_owned),
        }
    }
}

/// What the three units are worth.
const WORTH: [i128; 3] = [1_000, 1_000_000, 1_000_000_000];

impl Numbers {
    /// `12345678` as "12.3 M": one decimal, rounded half up, in the unit in which it does not
    /// round up to a thousand.
    pub fn short(&self, value: i64) -> String {
        let magnitude = i128::from(value).abs();
        if magnitude < WORTH[0] {
            return value.to_string();
        }
        let fits = WORTH
            .iter()
            .position(|worth| (magnitude + worth / 20) / (worth / 10) < 10_000);
        self.in_unit(value.into(), Some(fits.unwrap_or(2)), 1)
    }

    /// A change as "+1.2 M", "−340" or "0".
    pub fn change(&self, value: i64) -> String {
        match value {
            0 => "0".to_owned(),
            1.. => format!("+{}", self.short(value)),
            ..0 => format!("\u{2212}{}", self.short(value).trim_start_matches('-')),
        }
    }

    /// A percentage of tenths, as 123 for "12.3 %", always with its sign.
    pub fn percent_change(&self, tenths: i64) -> String {
        let sign = match tenths {
            0 => "",
            1.. => "+",
            ..0 => "\u{2212}",
        };
        let magnitude = tenths.unsigned_abs();
        format!(
            "{sign}{}{}{} %",
            magnitude / 10,
            self.decimal,
            magnitude % 10
        )
    }

    /// An edge between buckets: in its own unit, with no more decimals than it has, at most three.
    pub(crate) fn edge(&self, value: i64) -> String {
        let magnitude = i128::from(value).abs();
        let unit = WORTH.iter().rposition(|worth| magnitude >= *worth);
        let worth = unit.map_or(1, |unit| WORTH[unit]);
        let decimals = (0..3)
            .find(|decimals| (magnitude * 10_i128.pow(*decimals)) % worth == 0)
            .unwrap_or(3);
        self.in_unit(value.into(), unit, decimals)
    }

    /// The values of an axis, all in one unit and with as many decimals as tell them apart.
    pub(crate) fn ticks(&self, ticks: &[i128], step: i128) -> Vec<String> {
        let largest = ticks.iter().map(|tick| tick.abs()).max().unwrap_or(0);
        let unit = WORTH.iter().rposition(|worth| largest >= *worth);
        let worth = unit.map_or(1, |unit| WORTH[unit]);
        let decimals = (0..=9)
            .find(|decimals| (step * 10_i128.pow(*decimals)) % worth == 0)
            .unwrap_or(9);
        ticks
            .iter()
            .map(|tick| match tick {
                0 => "0".to_owned(),
                tick => self.in_unit(*tick, unit, decimals),
            })
            .collect()
    }

    fn in_unit(&self, value: i128, unit: Option<usize>, decimals: u32) -> String {
        let worth = unit.map_or(1, |unit| WORTH[unit]);
        let scale = 10_i128.pow(decimals);
        let scaled = (value.abs() * scale * 2 + worth) / (worth * 2);
        let mut text = String::new();
        if value < 0 {
            text.push('-');
        }
        text.push_str(&(scaled / scale).to_string());
        if decimals > 0 {
            let width = decimals as usize;
            text.push(self.decimal);
            let _ = write!(text, "{:0width$}", scaled % scale);
        }
        if let Some(unit) = unit {
            text.push(' ');
            text.push_str(&self.units[unit]);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_numbers_are_written_as_in_the_answers() {
        let numbers = Numbers::default();
        let shown = [0, -7, 999, 1_000, 999_949, 999_950, 12_345_678, i64::MAX]
            .map(|value| numbers.short(value));
        assert_eq!(
            shown,
            [
                "0",
                "-7",
                "999",
                "1.0 K",
                "999.9 K",
                "1.0 M",
                "12.3 M",
                "9223372036.9 B"
            ]
        );
    }

    #[test]
    fn another_language_brings_its_own_separator_and_units() {
        let german = Numbers {
            decimal: ',',
            units: ["Tsd.", "Mio.", "Mrd."].map(str::to_owned),
        };
        assert_eq!(german.short(-1_250_000), "-1,3 Mio.");
        assert_eq!(german.change(-1_250_000), "\u{2212}1,3 Mio.");
        assert_eq!(german.percent_change(-5), "\u{2212}0,5 %");
    }

    #[test]
    fn an_axis_has_one_unit_and_decimals_that_tell_its_values_apart() {
        let numbers = Numbers::default();
        assert_eq!(
            numbers.ticks(&[512_000_000, 512_250_000, 512_500_000], 250_000),
            ["512.00 M", "512.25 M", "512.50 M"]
        );
        assert_eq!(
            numbers.ticks(&[-500_000, 0, 500_000, 1_000_000], 500_000),
            ["-0.5 M", "0", "0.5 M", "1.0 M"]
        );
        assert_eq!(numbers.ticks(&[0, 2, 4], 2), ["0", "2", "4"]);
    }
}
