//! From when to when, without saying anything twice.

use jiff::civil::Date;

use super::{
    Zone,
    display::{bracketed, clock, date, day, moment, weekday},
};
use crate::values::{Lang, Moment};

/// From one instant to another: on one day `20 November 2026 (Friday), 9:30 am – 5:00 pm`
/// (`2026年11月20日（星期五）上午9:30至下午5:00`), else both moments in full.
#[must_use]
pub fn span(lang: Lang, from: Moment, to: Moment, zone: &Zone) -> String {
    let end = zone.at(to);
    let same_day = zone.at(from).date() == end.date();
    let last = if same_day { clock(lang, end.time()) } else { moment(lang, to, zone) };
    format!("{}{}{last}", moment(lang, from, zone), until(lang))
}

/// From one day to another: `20 November 2026 (Friday)`,
/// `20–21 November 2026 (Friday–Saturday)`, `2026年11月20日至21日（星期五至星期六）`.
#[must_use]
pub fn dates(lang: Lang, from: Date, to: Date) -> String {
    if from == to {
        return date(lang, from);
    }
    let same_month = (from.year(), from.month()) == (to.year(), to.month());
    let days = match (lang.is_chinese(), same_month) {
        (false, true) => format!("{}–{}", from.day(), day(lang, to)),
        (false, false) if from.year() == to.year() => {
            format!("{} – {}", from.strftime("%-d %B"), day(lang, to))
        }
        (true, true) => format!("{}至{}日", day(lang, from), to.day()),
        (true, false) if from.year() == to.year() => {
            format!("{}至{}月{}日", day(lang, from), to.month(), to.day())
        }
        _ => format!("{}{}{}", day(lang, from), until(lang), day(lang, to)),
    };
    let dash = if lang.is_chinese() { "至" } else { "–" };
    bracketed(lang, &days, &format!("{}{dash}{}", weekday(lang, from), weekday(lang, to)))
}

fn until(lang: Lang) -> &'static str {
    if lang.is_chinese() { "至" } else { " – " }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use jiff::civil::date as civil;

    use super::*;

    fn at(text: &str) -> Moment {
        text.parse::<jiff::Timestamp>().unwrap().into()
    }

    #[test]
    fn one_day_is_named_once() {
        let zone = Zone::parse("Asia/Hong_Kong").unwrap();
        let (from, to) = (at("2026-11-20T01:30:00Z"), at("2026-11-20T09:00:00Z"));
        assert_eq!(span(Lang::En, from, to, &zone), "20 November 2026 (Friday), 9:30 am – 5:00 pm");
        assert_eq!(span(Lang::ZhHant, from, to, &zone), "2026年11月20日（星期五）上午9:30至下午5:00");
    }

    #[test]
    fn past_midnight_there_are_two_days() {
        let zone = Zone::parse("Asia/Hong_Kong").unwrap();
        let (from, to) = (at("2026-11-20T01:30:00Z"), at("2026-11-20T16:30:00Z"));
        assert_eq!(
            span(Lang::ZhHans, from, to, &zone),
            "2026年11月20日（星期五）上午9:30至2026年11月21日（星期六）凌晨0:30"
        );
    }

    #[test]
    fn days_share_what_they_have_in_common() {
        let (friday, saturday) = (civil(2026, 11, 20), civil(2026, 11, 21));
        assert_eq!(dates(Lang::En, friday, friday), "20 November 2026 (Friday)");
        assert_eq!(dates(Lang::En, friday, saturday), "20–21 November 2026 (Friday–Saturday)");
        assert_eq!(dates(Lang::ZhHant, friday, saturday), "2026年11月20日至21日（星期五至星期六）");
        assert_eq!(
            dates(Lang::En, friday, civil(2026, 12, 1)),
            "20 November – 1 December 2026 (Friday–Tuesday)"
        );
        assert_eq!(
            dates(Lang::ZhHans, friday, civil(2026, 12, 1)),
            "2026年11月20日至12月1日（星期五至星期二）"
        );
        assert_eq!(
            dates(Lang::ZhHans, friday, civil(2027, 1, 1)),
            "2026年11月20日至2027年1月1日（星期五至星期五）"
        );
    }
}
