#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;

use super::*;
use crate::formats::csv;

const KNOWN: &[Column] =
    &[Column { name: "title", also: &["標題", "标题"] }, Column { name: "public_name", also: &[] }];

fn table(file: impl AsRef<[u8]>) -> Result<Table, Reason> {
    read(file.as_ref(), Encoding::Utf8, KNOWN)
}

/// Lines, titles and names.
fn rows(file: &str) -> Vec<(usize, String, String)> {
    let rows = table(file).unwrap().rows;
    rows.iter()
        .map(|row| (row.line, row.get("title").to_owned(), row.get("public_name").to_owned()))
        .collect()
}

fn code(file: impl AsRef<[u8]>) -> &'static str {
    table(file).unwrap_err().code
}

#[test]
fn columns_are_found_by_name_in_any_order_and_script() {
    let expected = [(2, "機械人".to_owned(), "Ada".to_owned())];
    for head in ["Public Name,Title", "PUBLIC_NAME,標題", "ｐｕｂｌｉｃ-name , 标题 "] {
        assert_eq!(rows(&format!("{head}\r\nAda,機械人\r\n")), expected, "{head}");
    }
    assert_eq!(table("title\n").unwrap().columns, ["title"]);
}

#[test]
fn spreadsheets_choose_their_own_separator() {
    for file in [
        "title;public_name\na,b;c\n",
        "title\tpublic_name\na,b\tc",
        "\u{FEFF}title,public_name,,\r\"a,b\",c,,",
    ] {
        assert_eq!(rows(file), [(2, "a,b".to_owned(), "c".to_owned())], "{file}");
    }
}

#[test]
fn a_row_knows_its_line_whatever_stands_before_it() {
    let file = "\ntitle,public_name\n\"a \"\"b\"\"\n\nc\",d\n,\n  \ne\n";
    assert_eq!(
        rows(file),
        [(3, "a \"b\"\n\nc".to_owned(), "d".to_owned()), (8, "e".to_owned(), String::new())]
    );
    assert_eq!(table(file).unwrap().rows.last().unwrap().field("title"), "rows.8.title");
}

#[test]
fn chinese_encodings_are_read_when_they_are_named() {
    let gb = b"\xB1\xEA\xCC\xE2\n\xBB\xFA\xC6\xF7\xC8\xCB\n";
    let read_as = |file: &[u8], encoding| {
        read(file, encoding, KNOWN).map(|it| it.rows.first().unwrap().get("title").to_owned())
    };
    assert_eq!(read_as(gb, Encoding::Gb18030).unwrap(), "机器人");
    assert_eq!(read_as(b"\xBC\xD0\xC3D\n\xBE\xF7\xB1\xF1\xA4H\n", Encoding::Big5).unwrap(), "機械人");
    assert_eq!(read_as(b"\xFF\xFEt\0i\0t\0l\0e\0\n\0\x3A\x67", Encoding::Utf8).unwrap(), "机");
    assert_eq!(
        read_as(b"title\na\n\xBB\xFA\n", Encoding::Utf8).unwrap_err(),
        Reason::new("table_encoding").with("line", 3)
    );
}

#[test]
fn what_is_no_table_is_refused_with_its_place() {
    for empty in ["", "\n\n", "\u{FEFF}", " , "] {
        assert_eq!(code(empty), "table_empty", "{empty:?}");
    }
    let unknown = Reason::new("table_column_unknown").with("column", 2).with("value", "Room");
    assert_eq!(table("title,Room").unwrap_err(), unknown);
    assert_eq!(code("title,Title"), "table_column_repeated");
    assert_eq!(table("title\na\n\"b\n").unwrap_err(), Reason::new("table_malformed").with("line", 3));
    let wide = Reason::new("table_row_too_wide").with("line", 2).with("cells", 3).with("columns", 1);
    assert_eq!(table("title\na,,b").unwrap_err(), wide);
}

#[test]
fn five_thousand_rows_are_read_and_not_one_more() {
    let most = format!("title\n{}", "a\n".repeat(MOST_ROWS));
    assert_eq!(table(&most).unwrap().rows.len(), MOST_ROWS);
    assert_eq!(code(format!("{most}a")), "table_too_long");
    assert_eq!(code(vec![b' '; LARGEST + 1]), "table_too_large");
}

proptest! {
    #[test]
    fn what_we_write_is_read_again(title in "[=+a\",;\n\t' 字-]{0,12}|\\PC{0,12}", name in "\\PC{0,12}") {
        // One written by hand before a formula can't be told from ours.
        prop_assume!(!name.starts_with('\''));
        let file = [csv::head(&["title", "public_name"]), csv::row(&[format!("x{title}"), name.clone()])].concat();
        let expected = (2, Shape::Prose.tidy(&format!("x{title}")), Shape::Prose.tidy(&name));
        prop_assert_eq!(rows(str::from_utf8(&file).unwrap()), [expected]);
    }

    #[test]
    fn a_writer_not_ours_is_read_too(cells in prop::collection::vec(("[a\",\r\n字 ]{1,8}", "[a\",\n;\t]{0,8}"), 1..4)) {
        let mut writer = ::csv::Writer::from_writer(Vec::new());
        writer.write_record(["title", "public_name"]).unwrap();
        for (title, name) in &cells {
            writer.write_record([&format!("x{title}"), name]).unwrap();
        }
        let file = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let read: Vec<_> = rows(&file).into_iter().map(|(_, title, name)| (title, name)).collect();
        let tidy = |text: &str| Shape::Prose.tidy(text);
        let expected: Vec<_> = cells.iter().map(|(title, name)| (tidy(&format!("x{title}")), tidy(name))).collect();
        prop_assert_eq!(read, expected);
    }

    #[test]
    fn no_file_makes_the_reader_panic(file in prop::collection::vec(any::<u8>(), 0..80)) {
        for encoding in Encoding::ALL {
            let _ = read(&file, *encoding, KNOWN);
        }
    }
}
