//! Answers as a form shows them again, and as people read them.

use serde_json::Value;

use super::{Question, QuestionKind};
use crate::{
    i18n,
    values::{Lang, Phone, Region, time},
};

/// The values of the inputs that give this answer: one text, or one for each ticked box.
#[must_use]
pub fn as_typed(answer: &Value) -> Vec<String> {
    match answer {
        Value::String(text) => vec![text.clone()],
        Value::Bool(true) => vec!["yes".to_owned()],
        Value::Bool(false) => vec!["no".to_owned()],
        Value::Array(values) => values.iter().flat_map(as_typed).collect(),
        Value::Null | Value::Number(_) | Value::Object(_) => Vec::new(),
    }
}

/// The answer as people read it: choices by their labels, a region by its name. A choice that is not
/// offered any more shows its value.
#[must_use]
pub fn in_words(question: &Question, answer: &Value, lang: Lang) -> String {
    let typed = as_typed(answer);
    let words = typed.iter().map(|value| one_in_words(question, value, lang));
    words.collect::<Vec<_>>().join(if lang.is_chinese() { "、" } else { ", " })
}

fn one_in_words(question: &Question, value: &str, lang: Lang) -> String {
    let said = match question.kind {
        QuestionKind::One | QuestionKind::Many => {
            question.choices.find(value).map(|choice| choice.label.pick(lang).text.to_owned())
        }
        QuestionKind::Region => Region::parse(value).ok().map(|region| region.name(lang).to_owned()),
        QuestionKind::Phone => Phone::parse(value).ok().map(|phone| phone.international()),
        QuestionKind::Date => time::date_input(value).ok().map(|date| time::date(lang, date)),
        QuestionKind::YesNo if value == "yes" => Some(i18n::text(lang, "form-yes")),
        QuestionKind::YesNo => Some(i18n::text(lang, "form-no")),
        QuestionKind::ShortText
        | QuestionKind::LongText
        | QuestionKind::Email
        | QuestionKind::Url
        | QuestionKind::File => None,
    };
    said.unwrap_or_else(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::questions::samples::question;

    #[test]
    fn people_read_words_and_not_codes() {
        for (kind, answer, en, zh) in [
            (QuestionKind::Many, json!(["tea", "gone"]), "tea, gone", "tea、gone"),
            (QuestionKind::Region, json!("CN"), "Chinese mainland", "中國內地"),
            (QuestionKind::Phone, json!("+85223456789"), "+852 2345 6789", "+852 2345 6789"),
            (
                QuestionKind::Date,
                json!("2026-11-20"),
                "20 November 2026 (Friday)",
                "2026年11月20日（星期五）",
            ),
            (QuestionKind::YesNo, json!(true), "Yes", "是"),
            (QuestionKind::YesNo, json!(false), "No", "否"),
            (QuestionKind::ShortText, json!("yes"), "yes", "yes"),
        ] {
            let asked = question("it", kind);
            assert_eq!(in_words(&asked, &answer, Lang::En), en);
            assert_eq!(in_words(&asked, &answer, Lang::ZhHant), zh);
        }
    }
}
