//! One click, and no more of that kind.

use mail_parser::MessageParser;
use plenary::values::Lang;

use super::{
    office::{Office, mail_to, until_empty},
    server::MailServer,
};

#[tokio::test(flavor = "multi_thread")]
async fn only_bulk_mail_says_how_to_do_without_it() {
    let (office, server) = (Office::open().await, MailServer::open().await);
    let mails = ["confirm-reminder", "decision-accepted"]
        .map(|template| mail_to("chan@example.org", template, Lang::En));
    office.queue(&mails).await;
    until_empty(&office.worker(&server.url())).await;
    for taken in server.taken() {
        let message = MessageParser::default().parse(&taken.bytes).unwrap();
        let header = |name: &str| message.header_raw(name.to_owned()).map(str::trim).map(str::to_owned);
        let text = message.body_text(0).unwrap();
        if message.message_id().unwrap().starts_with(&mails[0].id.to_string()) {
            let address = header("List-Unsubscribe").unwrap();
            let address = address.trim_matches(['<', '>']);
            assert!(address.starts_with("https://forum.example.org/unsubscribe/"), "{address}");
            assert!(text.contains(address), "{text}");
            assert_eq!(header("List-Unsubscribe-Post").as_deref(), Some("List-Unsubscribe=One-Click"));
            assert!(header("List-Id").unwrap().starts_with("<reminder."), "RFC 2919");
            let stored: String = office.row(mails[0].id).await.get("body_text");
            assert!(!stored.contains("/unsubscribe/"), "{stored}");
        } else {
            assert_eq!((header("List-Unsubscribe"), header("List-Id")), (None, None));
            assert!(!text.contains("/unsubscribe/"), "{text}");
        }
    }
}
