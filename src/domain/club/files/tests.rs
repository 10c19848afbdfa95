//! What is exported is imported as it was, and what is wrong is told by row.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use proptest::prelude::*;
use rust_xlsxwriter::{Formula, Workbook};
use slimy_roster::Metric;
use slimy_store::Timestamp;
use slimy_words::Words;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;

const FORMATS: [Format; 3] = [Format::Csv, Format::Xlsx, Format::Json];

fn at() -> Timestamp {
    Timestamp::from_micros(1_795_000_000_000_000).expect("a time")
}

fn record(member: &str, power: Option<i64>) -> Record {
    Record {
        week: "2026-W47".to_owned(),
        metric: Metric::Sim,
        member: member.to_owned(),
        power,
        last_seen: None,
        confidence: 1.0,
        corrected: false,
        aliases: Vec::new(),
    }
}

fn csv(text: &str) -> Result<Imported, Unreadable> {
    import(text.as_bytes())
}

fn told(result: Result<Imported, Unreadable>) -> String {
    result.expect_err("it is refused").to_string()
}

/// Names as people choose them, and worse.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => any::<String>().prop_filter("no name is empty", |name| !name.is_empty()),
        2 => "['=+@;,|\\\\\" \t\r\n-]{1,8}",
        1 => prop::sample::select(vec![
            "=1+1", "'x", "''=x", "'=x", "+49", "-", "@SUM(A1)", "\"quoted\"", "a\r\nb", "\n",
            " leading", "trailing ", "  ", "حلزون", "\u{202E}abc", "👩‍👩‍👧‍👦", "\u{200B}", "_x000D_",
            "_x005F_x000D_", "\u{FEFF}x", "NULL", "null", "1e5", "00123", "TRUE", "a|b\\", "#N/A",
            "\u{0}", "\u{1b}[0m", "<b>&amp;", "\u{FFFE}", "{\"a\":1}", "[x",
        ])
        .prop_map(str::to_owned),
    ]
}

fn records() -> impl Strategy<Value = Vec<Record>> {
    let one = (
        (2020_i32..2030, 1_u32..=52),
        any::<bool>(),
        text(),
        prop::option::of(prop_oneof![
            0..=i64::MAX,
            Just(0),
            Just(i64::MAX),
            0_i64..1 << 53
        ]),
        prop::option::of(text()),
        prop_oneof![0.0..=1.0_f64, Just(0.0), Just(1.0)],
        any::<bool>(),
        prop::collection::vec(text(), 0..3),
    );
    let one = one.prop_map(
        |((year, week), is_sim, member, power, last_seen, confidence, corrected, aliases)| Record {
            week: format!("{year}-W{week:02}"),
            metric: if is_sim { Metric::Sim } else { Metric::Total },
            member,
            power,
            last_seen,
            confidence,
            corrected,
            aliases,
        },
    );
    prop::collection::vec(one, 1..12).prop_map(|mut records| {
        let mut seen = std::collections::HashSet::new();
        records.retain(|one| seen.insert((one.week.clone(), one.metric, one.member.clone())));
        records
    })
}

proptest! {
    #[test]
    fn what_is_exported_is_imported_as_it_was(records in records()) {
        for format in FORMATS {
            let file = export(format, &records, at()).expect("exported");
            let imported = import(&file).expect("imported");
            prop_assert_eq!(imported.format, format);
            prop_assert_eq!(&imported.records, &records, "{:?}", format);
            prop_assert_eq!(imported.notes, vec![]);
        }
    }

    #[test]
    fn no_cell_of_a_csv_begins_a_formula(records in records()) {
        let file = export(Format::Csv, &records, at()).expect("exported");
        let text = std::str::from_utf8(&file).expect("UTF-8").trim_start_matches('\u{FEFF}');
        let mut reader = ::csv::Reader::from_reader(text.as_bytes());
        for row in reader.records() {
            for cell in &row.expect("a row") {
                prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{:?}", cell);
            }
        }
    }

    #[test]
    fn no_cell_begins_a_formula_where_semicolons_separate(records in records()) {
        let file = export(Format::Csv, &records, at()).expect("exported");
        let text = std::str::from_utf8(&file).expect("UTF-8").trim_start_matches('\u{FEFF}');
        for cell in text.split([';', '\t', '\r', '\n']) {
            let cell = cell.trim_start_matches(['"', ' ']);
            prop_assert!(!cell.starts_with(['=', '+', '-', '@']), "{:?}", cell);
        }
    }

    #[test]
    fn whatever_is_sent_is_read_or_refused(
        bytes in prop::collection::vec(any::<u8>(), 0..300),
        start in prop::sample::select(vec![
            &b""[..], b"PK\x03\x04", b"{", b"[", b"week,metric,member,power\n", b"\xEF\xBB\xBF",
        ]),
    ) {
        let _ = import(&[start, &bytes].concat());
    }

    #[test]
    fn a_damaged_spreadsheet_is_read_or_refused(place in any::<prop::sample::Index>(), byte: u8) {
        let mut file = export(Format::Xlsx, &[record("a", Some(1))], at()).expect("exported");
        let place = place.index(file.len());
        file[place] = byte;
        let _ = import(&file);
    }
}

#[test]
fn the_same_records_give_the_same_file() {
    for format in FORMATS {
        let file = || export(format, &[record("a", Some(1))], at()).expect("exported");
        assert_eq!(file(), file(), "{format:?}");
    }
}

#[test]
fn a_csv_looks_like_this() {
    let mut one = record("=Bob", Some(298_297_518));
    one.aliases = vec!["B|b".to_owned(), "Bobby".to_owned()];
    one.corrected = true;
    let mut other = record("Zoë, \"Z\"", None);
    other.last_seen = Some("2 hours ago".to_owned());
    other.confidence = 0.25;
    let file = export(Format::Csv, &[one, other], at()).expect("exported");
    assert_eq!(
        String::from_utf8(file).expect("UTF-8"),
        "\u{FEFF}Week,Metric,Member,Power,Last seen,Confidence,Corrected,Aliases\n\
         2026-W47,sim,'=Bob,298297518,,1,yes,B\\|b|Bobby\n\
         2026-W47,sim,\"Zoë, \"\"Z\"\"\",,2 hours ago,0.25,no,\n"
    );
}

#[test]
fn json_looks_like_this() {
    let file = export(Format::Json, &[record("Bob", None)], at()).expect("exported");
    let text = String::from_utf8(file).expect("UTF-8");
    assert!(
        text.starts_with("{\"version\":1,\"exportedAt\":\"2026-"),
        "{text}"
    );
    assert!(
        text.ends_with(
            "\"records\":[{\"week\":\"2026-W47\",\"metric\":\"sim\",\"member\":\"Bob\",\
             \"power\":null,\"lastSeen\":null,\"confidence\":1.0,\"corrected\":false,\
             \"aliases\":[]}]}"
        ),
        "{text}"
    );
}

#[test]
fn nothing_is_not_exported() {
    assert_eq!(export(Format::Csv, &[], at()), Err(Unwritable::Empty));
}

#[test]
fn what_could_not_be_imported_again_is_not_exported() {
    let long = record(&"x".repeat(MAX_FILE), None);
    assert_eq!(
        export(Format::Json, &[long], at()),
        Err(Unwritable::TooLarge { max: MAX_FILE })
    );
    let many = vec![record("a", None); MAX_RECORDS + 1];
    assert_eq!(
        export(Format::Csv, &many, at()),
        Err(Unwritable::TooMany { max: MAX_RECORDS })
    );
}

#[test]
fn headings_come_in_any_order_and_case_and_others_are_left_out() {
    let imported =
        csv("POWER;Comment; last_seen ;Member;METRIC;week\n4.1M;hi;today;Bob;Total;2026-w01\n")
            .expect("imported");
    assert_eq!(
        imported.records,
        [Record {
            week: "2026-W01".to_owned(),
            metric: Metric::Total,
            power: Some(4_100_000),
            last_seen: Some("today".to_owned()),
            ..record("Bob", None)
        }]
    );
    assert_eq!(
        imported.notes[0].say(Words::ENGLISH),
        "Columns that were left out: Comment."
    );
}

#[test]
fn spreadsheets_of_other_countries_and_excels_own_first_line_are_read() {
    for text in [
        "sep=;\r\nweek;metric;member;power;confidence\r\n2026-W47;sim;Bob;\"298,297,518\";0,5\r\n",
        "week\tmetric\tmember\tpower\tconfidence\n2026-W47\tsim\tBob\t298 297 518\t0.5\n",
        "\u{FEFF}week,metric,member,power,confidence\n\n2026-W47,sim,Bob,298297518,0.5\n",
    ] {
        let imported = csv(text).expect("imported");
        assert_eq!(imported.records[0].power, Some(298_297_518), "{text}");
        assert!((imported.records[0].confidence - 0.5).abs() < f64::EPSILON);
    }
}

#[test]
fn faults_are_told_by_row_and_column() {
    let text = "week,metric,member,power\n\
                2026-W47,sim,\"two\nlines\",1\n\
                2026-W54,simm,,\"12,3x\"\n\
                2026-W47,sim,Bob,-5\n\
                2026-W47,sim,\"two\nlines\",2\n";
    assert_eq!(
        told(csv(text)),
        "Row 3, Week: \"2026-W54\" is not a week: it must be a week like 2026-W47.\n\
         Row 3, Metric: \"simm\" is not a metric: it must be sim or total.\n\
         Row 3, Member: the name is missing.\n\
         Row 3, Power: \"12,3x\" is not a number because of the \"x\": write it like 298,297,518 or 4.1M.\n\
         Row 4, Power: \"-5\" is below zero: a power is zero or more.\n\
         Row 5, Member: this member's value of this week is in row 2 too."
    );
}

#[test]
fn no_more_than_twenty_faults_are_told() {
    let mut text = "week,metric,member,power\n".to_owned();
    for row in 0..50 {
        writeln!(text, "2026-W47,sim,m{row},x").expect("written");
    }
    let sentence = told(csv(&text));
    assert_eq!(sentence.lines().count(), MAX_FAULTS + 1);
    assert!(sentence.ends_with("… and 30 more."), "{sentence}");
}

#[test]
fn what_is_not_ours_is_refused_with_a_sentence() {
    let utf16: Vec<u8> = "\u{FEFF}week,metric"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let sentences = [
        told(import(b"")),
        told(import(&utf16)),
        told(import(&utf16[2..])),
        told(import(b"week\nM\xFCller\n")),
        told(import(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")),
        told(import(b"PK\x03\x04 nothing")),
        told(import(&vec![b'a'; MAX_FILE + 1])),
        told(csv("week,member\n")),
        told(csv("week,metric,member,power,Week\n")),
        told(csv("week,metric,member,power\n")),
        told(csv("{\"records\":[{}")),
        told(csv("{\"members\":[]}")),
        told(csv("[1]")),
    ];
    assert_eq!(
        sentences,
        [
            "This file is empty: it needs a row of headings, and a row for each value.",
            "This file is UTF-16 or not a text: save it as \"CSV UTF-8\", as .xlsx or as JSON.",
            "This file is UTF-16 or not a text: save it as \"CSV UTF-8\", as .xlsx or as JSON.",
            "Line 2 of this file is not UTF-8: save it as \"CSV UTF-8\", as .xlsx or as JSON.",
            "This is an old .xls file or one with a password: save it as .xlsx without a password.",
            "This spreadsheet cannot be opened: save it again as .xlsx, or as CSV UTF-8.",
            "This file is larger than 8 MiB: split it by weeks.",
            "The first row must name the columns; missing: Metric, Power. Known are Week, Metric, Member, Power, Last seen, Confidence, Corrected, Aliases.",
            "The column Week is there twice: keep one of the two.",
            "This file has headings but no rows.",
            "This is not valid JSON: it goes wrong at line 1, column 14.",
            "This JSON has no list of records: it needs {\"records\": [...]}.",
            "Row 1, Week: the record is not an object.",
        ]
    );
}

#[test]
fn numbers_in_json_may_be_texts() {
    let imported = csv(
        "[{\"week\":\"2026-W47\",\"metric\":\"sim\",\"member\":\"Bob\",\"power\":\"9223372036854775807\"}]",
    )
    .expect("imported");
    assert_eq!(imported.records, [record("Bob", Some(i64::MAX))]);
}

/// A workbook with the needed headings and one row.
fn book(fill: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(["week", "metric", "member", "power"]) {
        sheet.write_string(0, column, heading).expect("written");
    }
    for (column, cell) in (0..).zip(["2026-W47", "sim", "Bob"]) {
        sheet.write_string(1, column, cell).expect("written");
    }
    fill(sheet);
    book.save_to_buffer().expect("a file")
}

#[test]
fn a_formula_is_refused_by_its_row() {
    let file = book(|sheet| {
        let formula = Formula::new("=1+1").set_result("2");
        sheet.write_formula(1, 3, formula).expect("written");
    });
    assert_eq!(
        told(import(&file)),
        "Row 2, Power: formulas are not evaluated: paste the value in its place."
    );
}

#[test]
fn a_cell_far_away_costs_nothing() {
    let file = book(|sheet| {
        sheet.write_number(1, 3, 5).expect("written");
        sheet.write_number(1_048_575, 16_383, 1).expect("written");
    });
    assert_eq!(
        import(&file).expect("imported").records,
        [record("Bob", Some(5))]
    );
}

#[test]
fn a_number_with_decimals_is_no_power() {
    let file = book(|sheet| {
        sheet.write_number(1, 3, 1.5).expect("written");
    });
    assert_eq!(
        told(import(&file)),
        "Row 2, Power: \"1.5\" is not a whole number that a spreadsheet holds exactly."
    );
}

#[test]
fn a_spreadsheet_that_unpacks_to_gigabytes_is_refused() {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    archive
        .start_file("xl/sharedStrings.xml", options)
        .expect("started");
    let blanks = vec![b' '; 1024 * 1024];
    for _ in 0..20 {
        archive.write_all(&blanks).expect("packed");
    }
    let mut file = archive.finish().expect("an archive").into_inner();
    assert!(file.len() < 100_000);
    assert_eq!(import(&file), Err(Unreadable::Bomb));
    // The directory's word for the size is not believed.
    let size = (20_u32 * 1024 * 1024).to_le_bytes();
    for place in 0..file.len() - 4 {
        if file[place..place + 4] == size {
            file[place..place + 4].copy_from_slice(&10_u32.to_le_bytes());
        }
    }
    assert!(matches!(
        import(&file),
        Err(Unreadable::Bomb | Unreadable::Broken)
    ));
}

/// A spreadsheet whose one sheet is `sheet`, packed as small as can be.
fn packed(sheet: impl FnOnce(&mut ZipWriter<Cursor<Vec<u8>>>)) -> Vec<u8> {
    const SHEET: &str = "xl/worksheets/sheet1.xml";
    let whole = book(|_| {});
    let mut whole = zip::ZipArchive::new(Cursor::new(whole)).expect("an archive");
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..whole.len() {
        let part = whole.by_index(index).expect("a part");
        if part.name().expect("a name") != SHEET {
            archive.raw_copy_file(part).expect("copied");
        }
    }
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    archive.start_file(SHEET, options).expect("started");
    sheet(&mut archive);
    archive.finish().expect("an archive").into_inner()
}

/// A sheet with the headings and one row, in which the member's name is `letters` long.
fn named_at_length(letters: usize) -> Vec<u8> {
    packed(|sheet| {
        let mut write = |text: &str| sheet.write_all(text.as_bytes()).expect("packed");
        let cell = |at: &str, text: &str| {
            format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#)
        };
        write(r#"<worksheet><sheetData><row r="1">"#);
        for (at, heading) in ["A1", "B1", "C1", "D1"]
            .into_iter()
            .zip(["week", "metric", "member", "power"])
        {
            write(&cell(at, heading));
        }
        write(r#"</row><row r="2">"#);
        write(&cell("A2", "2026-W47"));
        write(&cell("B2", "sim"));
        write(r#"<c r="C2" t="inlineStr"><is><t>"#);
        let piece = "x".repeat(1024 * 1024);
        let mut left = letters;
        while left > 0 {
            let now = left.min(piece.len());
            write(&piece[..now]);
            left -= now;
        }
        write("</t></is></c>");
        write(r#"<c r="D2"><v>5</v></c></row></sheetData></worksheet>"#);
    })
}

#[test]
fn one_text_that_unpacks_to_120_mib_is_refused_before_it_is_held() {
    assert!(import(&named_at_length(20)).is_ok());
    let file = named_at_length(120 * 1024 * 1024);
    assert!(file.len() < 200_000, "{}", file.len());
    assert_eq!(import(&file), Err(Unreadable::Bomb));
    // Far below what a sheet may have as a whole.
    assert_eq!(import(&named_at_length(70_000)), Err(Unreadable::Bomb));
}

#[test]
fn a_sheet_of_more_than_32_mib_is_refused() {
    let file = packed(|sheet| {
        let rows = "<row></row>".repeat(100_000);
        for _ in 0..31 {
            sheet.write_all(rows.as_bytes()).expect("packed");
        }
    });
    assert_eq!(import(&file), Err(Unreadable::Bomb));
}

#[test]
fn what_is_too_long_for_its_cell_is_refused_in_each_format() {
    let told_of = |member: &str, aliases: &str| {
        let row = format!("week,metric,member,power,aliases\n2026-W47,sim,{member},1,{aliases}\n");
        told(csv(&row))
    };
    assert_eq!(
        told_of(&"x".repeat(101), ""),
        format!(
            "Row 2, Member: \"{}…\" is longer than a name, which has at most 100 characters.",
            "x".repeat(40)
        )
    );
    assert!(told_of("Bob", &"y".repeat(101)).starts_with("Row 2, Aliases: \"yyyy"));
    assert_eq!(
        told_of(&"x".repeat(5_000), &"y|".repeat(20_000)),
        "Row 2, Member: more than 4 KiB stand here: no text of a club is as long.\n\
         Row 2, Aliases: more than 32 KiB stand here: no text of a club is as long."
    );
    assert_eq!(
        told(import(&named_at_length(40_000))),
        "Row 2, Member: more than 32 KiB stand here: no text of a club is as long."
    );
    let json = |aliases: &str| {
        told(csv(&format!(
            "[{{\"week\":\"2026-W47\",\"metric\":\"sim\",\"member\":\"Bob\",\"power\":1,\"aliases\":{aliases}}}]"
        )))
    };
    assert_eq!(
        json(&format!("[{}\"\"]", "\"\",".repeat(40_000))),
        "Row 1, Aliases: more than 32 KiB stand here: no text of a club is as long."
    );
    assert_eq!(
        json("[[\"a\"]]"),
        "Row 1, Aliases: a list of something else than texts is not expected here: write it as text."
    );
    assert_eq!(
        json("{\"a\":[{}]}"),
        "Row 1, Aliases: an object is not expected here: write it as text."
    );
}

#[test]
fn more_records_than_allowed_are_refused() {
    let mut text = "week,metric,member,power\n".to_owned();
    for member in 0..=MAX_RECORDS {
        writeln!(text, "2026-W47,sim,{member},1").expect("written");
    }
    assert_eq!(csv(&text), Err(Unreadable::TooMany { max: MAX_RECORDS }));
}
