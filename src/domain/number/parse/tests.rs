use proptest::prelude::*;

use super::*;
use crate::number::{grouped, short};

fn refused(text: &str) -> String {
    parse(text).expect_err(text).to_string()
}

#[test]
fn four_point_one_million_is_exactly_that() {
    // The earlier system's `Math.floor(4.1 * 1e6)` was one too few (original.md section 1.3).
    let cases = [
        ("4.1M", 4_100_000),
        ("8.2B", 8_200_000_000),
        ("12k", 12_000),
        ("4.1 m", 4_100_000),
        ("1.234567M", 1_234_567),
        ("2.300K", 2_300),
        ("0.5K", 500),
        ("4,1M", 4_100_000),
        ("1,234.5M", 1_234_500_000),
        ("1.234,5M", 1_234_500_000),
        ("12,345,678K", 12_345_678_000),
    ];
    for (text, value) in cases {
        assert_eq!(parse(text), Ok(value), "{text}");
    }
}

#[test]
fn thousands_are_separated_as_people_do() {
    for text in [
        "298297518",
        "298,297,518",
        "298 297 518",
        "298.297.518",
        "298'297'518",
        "298’297’518",
        "298_297_518",
        "298\u{a0}297\u{a0}518",
        "298\u{202f}297\u{202f}518",
        " 298,297,518\n",
        "+298,297,518",
        "２９８，２９７，５１８",
        "298297518.0",
        "000298297518",
    ] {
        assert_eq!(parse(text), Ok(298_297_518), "{text}");
    }
    assert_eq!(parse("298,297"), Ok(298_297));
    assert_eq!(parse("0"), Ok(0));
    assert_eq!(parse("-1,234"), Ok(-1_234));
    assert_eq!(parse("\u{2212}5"), Ok(-5));
}

#[test]
fn what_can_be_read_in_two_ways_is_refused() {
    let told = "\"298.297\" can be read in two ways: write 298297 when you mean thousands, or a decimal with fewer than three digits.";
    assert_eq!(refused("298.297"), told);
    for text in ["4,100M", "1.000", "12.345"] {
        assert!(refused(text).contains("two ways"), "{text}");
    }
}

#[test]
fn letters_that_look_like_digits_are_named_and_not_guessed() {
    let told = "\"1O0\" is not a number because of the \"O\": write it like 298,297,518 or 4.1M.";
    assert_eq!(refused("1O0"), told);
    for text in [
        "l00", "1I", "O", "4.lM", "5²", "½", "٣", "1e9", "0x10", "NaN", "4.1T", "--5", "5-", "M",
    ] {
        assert!(
            matches!(parse(text), Err(NumberFault::Unknown { .. })),
            "{text}"
        );
    }
}

#[test]
fn misplaced_separators_fractions_and_huge_numbers_are_refused() {
    for text in [
        "1,23",
        "12,34,567",
        "1,,234",
        ",5",
        "5,",
        "1 234,567,890",
        "1,234 567",
        "1.5.5M",
        ".",
    ] {
        assert!(
            matches!(parse(text), Err(NumberFault::Separators(_))),
            "{text}: {:?}",
            parse(text)
        );
    }
    for text in ["4.1", "0.25", "1.2345K", "1,234.5"] {
        assert!(
            matches!(parse(text), Err(NumberFault::NotWhole(_))),
            "{text}: {:?}",
            parse(text)
        );
    }
    for text in [
        "9223372036854775808",
        "9223372037B",
        "99999999999999999999999999999999999999999999",
    ] {
        assert!(
            matches!(parse(text), Err(NumberFault::TooLarge(_))),
            "{text}"
        );
    }
    assert_eq!(parse("-9,223,372,036,854,775,808"), Ok(i64::MIN));
    assert_eq!(parse(" "), Err(NumberFault::Empty));
}

#[test]
fn a_power_is_not_below_zero() {
    assert_eq!(parse_power("0"), Ok(0));
    assert_eq!(parse_power("-0"), Ok(0));
    let told = parse_power(" -4.1M").unwrap_err().to_string();
    assert_eq!(told, "\"-4.1M\" is below zero: a power is zero or more.");
}

#[test]
fn a_long_wrong_input_is_told_in_part() {
    let told = refused(&"x\n".repeat(500));
    assert!(
        told.starts_with("\"x?x?") && told.chars().count() < 150,
        "{told}"
    );
}

/// Digits with as many decimals, and the unit with its zeros.
fn shortened() -> impl Strategy<Value = (u64, usize, char, u32)> {
    let unit =
        prop::sample::select(&[('K', 3), ('M', 6), ('B', 9), ('k', 3), ('m', 6), ('b', 9)][..]);
    (0_u64..1_000_000, 0_usize..=3, unit)
        .prop_map(|(digits, decimals, (unit, zeros))| (digits, decimals, unit, zeros))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn decimals_are_exact((digits, decimals, unit, zeros) in shortened()) {
        let padded = format!("{digits:0width$}", width = decimals + 1);
        let (whole, fraction) = padded.split_at(padded.len() - decimals);
        let point = if decimals == 0 { "" } else { "." };
        let text = format!("{whole}{point}{fraction}{unit}");
        let scale = 10_i64.pow(zeros - u32::try_from(decimals).unwrap());
        prop_assert_eq!(parse(&text), Ok(i64::try_from(digits).unwrap() * scale), "{}", text);
    }

    #[test]
    fn what_is_shown_whole_reads_back_as_it_was(value in any::<i64>()) {
        prop_assert_eq!(parse(&grouped(value)), Ok(value));
        prop_assert_eq!(parse(&value.to_string()), Ok(value));
    }

    #[test]
    fn what_is_shown_short_reads_back_and_is_shown_the_same(
        // Up to the last tenth of a billion that does not round beyond what can be counted.
        value in -9_223_372_036_849_999_999_i64..=9_223_372_036_849_999_999, shift in 0_u32..63,
    ) {
        let value = value >> shift;
        let read = parse(&short(value));
        prop_assert_eq!(read.clone().map(short), Ok(short(value)), "{}", value);
        let off = i128::from(read.unwrap()) - i128::from(value);
        prop_assert!(off.unsigned_abs() <= u128::from(value.unsigned_abs()) / 20, "{}", value);
    }

    #[test]
    fn garbage_is_refused_with_a_sentence(text in "\\PC{0,30}") {
        if let Err(fault) = parse(&text) {
            let told = fault.to_string();
            prop_assert!(told.ends_with('.') && told.chars().count() < 260, "{}", told);
        }
    }

    #[test]
    fn only_digits_in_their_order_make_the_number(text in "[-0-9., KMBkmb']{0,14}") {
        if let Ok(value) = parse(&text) {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            let digits = digits.trim_start_matches('0').trim_end_matches('0');
            let read = value.unsigned_abs().to_string();
            prop_assert_eq!(read.trim_end_matches('0').trim_start_matches('0'), digits, "{}", text);
        }
    }
}
