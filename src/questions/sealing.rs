//! How answers are stored: plainly, or sealed where the question is sensitive.

use serde_json::Value;
use uuid::Uuid;

use super::{Answers, Question};
use crate::{error::Error, keys::Keys, values::Id};

/// An answer as its row holds it: exactly one of `value` and `sealed` is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredAnswer {
    /// What was asked.
    pub question: Id<Question>,
    /// The answer in plain JSON.
    pub value: Option<Value>,
    /// The answer sealed under its owner and question.
    pub sealed: Option<Vec<u8>>,
}

impl Answers {
    /// The rows of these answers for `owner`, to whom sealed ones are bound: moved to another row
    /// they can't be opened.
    ///
    /// # Errors
    /// [`Error::Internal`] when sealing fails.
    pub fn stored(&self, keys: &Keys, owner: Uuid) -> Result<Vec<StoredAnswer>, Error> {
        let row = |answer: &super::Answer| {
            let (question, value) = (answer.question, answer.value.clone());
            if !answer.sensitive {
                return Ok(StoredAnswer { question, value: Some(value), sealed: None });
            }
            let sealed = keys.seal(value.to_string().as_bytes(), &context(owner, question))?;
            Ok(StoredAnswer { question, value: None, sealed: Some(sealed) })
        };
        self.iter().map(row).collect()
    }
}

impl StoredAnswer {
    /// The answer, opened if it is sealed.
    ///
    /// # Errors
    /// [`Error::Internal`] when it was altered or belongs to another owner, or its key is gone.
    pub fn open(&self, keys: &Keys, owner: Uuid) -> Result<Value, Error> {
        let Some(sealed) = &self.sealed else { return Ok(self.value.clone().unwrap_or_default()) };
        let plain = keys.open(sealed, &context(owner, self.question))?;
        serde_json::from_slice(&plain).map_err(Error::internal)
    }
}

fn context(owner: Uuid, question: Id<Question>) -> Vec<u8> {
    format!("answer/{owner}/{question}").into_bytes()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use serde_json::json;

    use super::*;
    use crate::questions::{QuestionKind, RawAnswers, parse_answers, samples::question};

    fn stored(sensitive: bool, keys: &Keys, owner: Uuid) -> StoredAnswer {
        let mut asked = question("diet", QuestionKind::ShortText);
        asked.sensitive = sensitive;
        let raw: RawAnswers = serde_json::from_value(json!({ "diet": "no nuts" })).unwrap();
        let mut rows = parse_answers(&[asked], &raw).unwrap().stored(keys, owner).unwrap();
        rows.pop().unwrap()
    }

    fn keys() -> Keys {
        Keys::new(vec!["a test's secret of more than 32 characters".to_owned().into()]).unwrap()
    }

    #[test]
    fn a_sensitive_answer_can_be_read_only_with_the_key_and_for_its_owner() {
        let (keys, owner) = (keys(), Uuid::from_u128(1));
        let row = stored(true, &keys, owner);
        assert_eq!(row.value, None);
        assert!(!String::from_utf8_lossy(row.sealed.as_ref().unwrap()).contains("nuts"));
        assert_eq!(row.open(&keys, owner).unwrap(), json!("no nuts"));
        assert!(row.open(&keys, Uuid::from_u128(2)).is_err());
    }

    #[test]
    fn an_ordinary_answer_is_stored_plainly() {
        let row = stored(false, &keys(), Uuid::from_u128(1));
        assert_eq!((row.value, row.sealed), (Some(json!("no nuts")), None));
    }
}
