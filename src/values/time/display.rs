//! Dates and times as people write them in each language, weekday always named.

use jiff::civil::{Date, Time, Weekday};

use super::Zone;
use crate::values::{Lang, Moment};

/// `20 November 2026 (Friday), 9:30 am`, `2026年11月20日（星期五）上午9:30`.
#[must_use]
pub fn moment(lang: Lang, instant: Moment, zone: &Zone) -> String {
    let wall = zone.at(instant);
    let comma = if lang.is_chinese() { "" } else { ", " };
    format!("{}{comma}{}", date(lang, wall.date()), clock(lang, wall.time()))
}

/// [`moment`], with whose time it is: `…, 9:30 am (Hong Kong time)`.
#[must_use]
pub fn moment_with_zone(lang: Lang, instant: Moment, zone: &Zone) -> String {
    bracketed(lang, &moment(lang, instant, zone), &zone.label(lang, instant))
}

/// `20 November 2026 (Friday)`, `2026年11月20日（星期五）`.
#[must_use]
pub fn date(lang: Lang, date: Date) -> String {
    bracketed(lang, &day(lang, date), weekday(lang, date))
}

/// `9:30 am`, `上午9:30`; Chinese names the part of the day as one would say it.
#[must_use]
pub fn clock(lang: Lang, time: Time) -> String {
    let (hour, minute) = (time.hour(), time.minute());
    let twelve = if hour % 12 == 0 { 12 } else { hour % 12 };
    match (lang, hour) {
        (Lang::En, 0..12) => format!("{twelve}:{minute:02} am"),
        (Lang::En, _) => format!("{twelve}:{minute:02} pm"),
        (_, 0..6) => format!("凌晨{hour}:{minute:02}"),
        (_, 6..12) => format!("上午{hour}:{minute:02}"),
        (_, 12) => format!("中午12:{minute:02}"),
        (_, 13..18) => format!("下午{twelve}:{minute:02}"),
        (_, _) => format!("晚上{twelve}:{minute:02}"),
    }
}

/// `Friday`, `星期五`.
#[must_use]
pub fn weekday(lang: Lang, date: Date) -> &'static str {
    match (lang, date.weekday()) {
        (Lang::En, Weekday::Monday) => "Monday",
        (Lang::En, Weekday::Tuesday) => "Tuesday",
        (Lang::En, Weekday::Wednesday) => "Wednesday",
        (Lang::En, Weekday::Thursday) => "Thursday",
        (Lang::En, Weekday::Friday) => "Friday",
        (Lang::En, Weekday::Saturday) => "Saturday",
        (Lang::En, Weekday::Sunday) => "Sunday",
        (_, Weekday::Monday) => "星期一",
        (_, Weekday::Tuesday) => "星期二",
        (_, Weekday::Wednesday) => "星期三",
        (_, Weekday::Thursday) => "星期四",
        (_, Weekday::Friday) => "星期五",
        (_, Weekday::Saturday) => "星期六",
        (_, Weekday::Sunday) => "星期日",
    }
}

/// The day without its weekday.
pub(super) fn day(lang: Lang, date: Date) -> String {
    match lang {
        Lang::En => date.strftime("%-d %B %Y").to_string(),
        Lang::ZhHant | Lang::ZhHans => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
    }
}

/// `text` followed by a remark in the language's own brackets.
pub(super) fn bracketed(lang: Lang, text: &str, remark: &str) -> String {
    if lang.is_chinese() { format!("{text}（{remark}）") } else { format!("{text} ({remark})") }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use jiff::civil::time;

    use super::*;

    #[test]
    fn a_moment_is_written_as_people_write_it() {
        let zone = Zone::parse("Asia/Hong_Kong").unwrap();
        let at = "2026-11-20T01:30:00Z".parse::<jiff::Timestamp>().unwrap().into();
        assert_eq!(moment(Lang::En, at, &zone), "20 November 2026 (Friday), 9:30 am");
        assert_eq!(moment(Lang::ZhHant, at, &zone), "2026年11月20日（星期五）上午9:30");
        assert_eq!(
            moment_with_zone(Lang::En, at, &zone),
            "20 November 2026 (Friday), 9:30 am (Hong Kong time)"
        );
        assert_eq!(moment_with_zone(Lang::ZhHans, at, &zone), "2026年11月20日（星期五）上午9:30（香港时间）");
    }

    #[test]
    fn every_part_of_the_day_has_its_name() {
        for (hour, en, zh) in [
            (0, "12:05 am", "凌晨0:05"),
            (6, "6:05 am", "上午6:05"),
            (12, "12:05 pm", "中午12:05"),
            (13, "1:05 pm", "下午1:05"),
            (17, "5:05 pm", "下午5:05"),
            (18, "6:05 pm", "晚上6:05"),
            (23, "11:05 pm", "晚上11:05"),
        ] {
            assert_eq!(clock(Lang::En, time(hour, 5, 0, 0)), en);
            assert_eq!(clock(Lang::ZhHans, time(hour, 5, 0, 0)), zh);
        }
    }

    #[test]
    fn a_week_names_seven_days_in_each_language() {
        for lang in Lang::ALL {
            let days = (16..23).map(|day| weekday(*lang, jiff::civil::date(2026, 11, day)));
            assert_eq!(days.collect::<std::collections::BTreeSet<_>>().len(), 7);
        }
    }
}
