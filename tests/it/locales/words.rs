//! The words of `docs/glossary.md`: what each language never says.

use ferrous_opencc::{OpenCC, config::BuiltinConfig};
use plenary::values::Lang;

/// Words never used, why, and where they may stand all the same.
const ENGLISH: &[(&str, &str, &[&str])] = &[
    ("!", "no exclamation marks", &[]),
    ("'", "a typographic apostrophe", &[]),
    ("\"", "typographic quotation marks", &[]),
    ("ountry", "“country or region”", &["ountry or region"]),
    ("ogin", "“sign in”", &["login session"]),
    ("og in", "“sign in”", &[]),
    ("og out", "“sign out”", &[]),
    ("ign up", "“register” for an edition", &[]),
    ("ait list", "“waiting list”", &[]),
    ("aitlist", "“waiting list”", &[]),
];

const TRADITIONAL: &[(&str, &str, &[&str])] = &[
    ("註冊", "登記；開設帳戶", &[]),
    ("登錄", "登入", &[]),
    ("郵件", "電郵", &["垃圾郵件"]),
    ("郵箱", "電郵地址", &[]),
    ("電子郵", "電郵", &[]),
    ("嘉賓", "講者、來賓", &[]),
    ("賬", "帳戶", &[]),
    ("帳號", "帳戶", &[]),
    ("設置", "設定", &[]),
    ("搜索", "搜尋", &[]),
    ("候補", "輪候", &[]),
    ("審核", "審批", &[]),
    ("參會", "參加者", &[]),
    ("短信", "短訊", &[]),
    ("信息", "資料、資訊", &[]),
    ("視頻", "影片", &[]),
    ("網絡會議", "網上會議", &[]),
    ("默認", "預設", &[]),
    ("大陸", "內地", &[]),
    ("國家", "國家或地區", &["國家或地區"]),
    ("你", "您", &[]),
    ("！", "沒有感嘆號", &[]),
    ("“", "「」", &[]),
    ("”", "「」", &[]),
];

const SIMPLIFIED: &[(&str, &str, &[&str])] = &[
    ("注册", "报名；注册账号", &["注册账号"]),
    ("登记", "报名", &[]),
    ("登入", "登录", &[]),
    ("登出", "退出登录", &[]),
    ("电邮", "邮件、邮箱", &[]),
    ("讲者", "演讲嘉宾", &[]),
    ("帐", "账号", &[]),
    ("账户", "账号", &[]),
    ("设定", "设置", &[]),
    ("储存", "保存", &[]),
    ("搜寻", "搜索", &[]),
    ("轮候", "候补", &[]),
    ("审批", "审核", &[]),
    ("短讯", "短信", &[]),
    ("预设", "默认", &[]),
    ("国家", "国家或地区", &["国家或地区"]),
    ("你", "您", &[]),
    ("！", "没有感叹号", &[]),
    ("「", "“”", &[]),
    ("」", "“”", &[]),
];

/// What is wrong with `text` as a text in `lang`.
pub fn complaints(lang: Lang, text: &str) -> Vec<String> {
    let words = match lang {
        Lang::En => ENGLISH,
        Lang::ZhHant => TRADITIONAL,
        Lang::ZhHans => SIMPLIFIED,
    };
    let stands = |(word, _, except): &&(&str, &str, &[&str])| {
        except.iter().fold(text.to_owned(), |text, fine| text.replace(fine, "")).contains(word)
    };
    let mut found: Vec<String> =
        words.iter().filter(stands).map(|(word, better, _)| format!("{word} → {better}")).collect();
    if lang.is_chinese() && half_width_after_chinese(text) {
        found.push("full-width punctuation".to_owned());
    }
    found
}

fn half_width_after_chinese(text: &str) -> bool {
    let pairs = text.chars().zip(text.chars().skip(1));
    pairs.into_iter().any(|(one, next)| is_chinese(one) && matches!(next, ',' | ';' | ':' | '?' | '(' | ')'))
}

fn is_chinese(letter: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&letter)
}

/// Characters that are the same in both scripts in the sense meant here, though a dictionary has a
/// traditional form for another sense of them.
const BOTH: &str = "台只后里面表系干游念准出向回局布志余才斗松別别占合周了几号折采云升幸于凶家御";

/// The characters of the other script that stand in `text`.
pub fn wrong_script(lang: Lang, text: &str) -> Option<String> {
    let to = match lang {
        Lang::En => return None,
        Lang::ZhHant => BuiltinConfig::S2t,
        Lang::ZhHans => BuiltinConfig::T2s,
    };
    let converter = OpenCC::from_config(to).unwrap();
    let converted = |letter: char| converter.convert(&letter.to_string()) != letter.to_string();
    let letters = text.chars().filter(|letter| is_chinese(*letter) && !BOTH.contains(*letter));
    let foreign: String = letters.filter(|letter| converted(*letter)).collect();
    (!foreign.is_empty()).then(|| format!("characters of the other script: {foreign}"))
}

#[test]
fn a_wrong_word_of_each_language_is_found() {
    let cases = [
        (Lang::En, "Please log in!"),
        (Lang::En, "Choose a country."),
        (Lang::ZhHant, "註冊論壇"),
        (Lang::ZhHant, "請查閱郵件"),
        (Lang::ZhHans, "注册论坛"),
        (Lang::ZhHans, "请登入"),
        (Lang::ZhHans, "报名,然后"),
    ];
    for (lang, text) in cases {
        assert!(!complaints(lang, text).is_empty(), "{lang} {text}");
    }
    for (lang, text) in
        [(Lang::En, "Choose a country or region."), (Lang::ZhHans, "注册账号"), (Lang::ZhHant, "請查閱電郵")]
    {
        assert_eq!(complaints(lang, text), Vec::<String>::new(), "{lang} {text}");
    }
    assert!(wrong_script(Lang::ZhHant, "登记").is_some() && wrong_script(Lang::ZhHans, "登記").is_some());
    assert!(wrong_script(Lang::ZhHant, "登記").is_none() && wrong_script(Lang::ZhHans, "登记").is_none());
}
