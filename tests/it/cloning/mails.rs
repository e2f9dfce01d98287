//! What the earlier edition said in its own words.

use plenary::{
    cloning::Module,
    mail::{self, Wording, wordings},
    values::Lang,
};

use super::{clone, fields, furnished};
use crate::support::forum::organiser;

#[tokio::test(flavor = "multi_thread")]
async fn the_words_of_mails_come_along_as_they_count_now() {
    let (forum, edition) = furnished().await;
    let ticket = mail::named("ticket").unwrap();
    let wording = |body: &str| Wording { subject: "Hello".into(), heading: String::new(), body: body.into() };
    let (old, newer) = (wording("{button}"), wording("Dear {name}\n\n{ticket}"));
    let actor = organiser(&edition).actor().clone();
    let keep = async |tx: &mut _| {
        let (en, hant) = ((ticket, Lang::En), (ticket, Lang::ZhHant));
        wordings::keep(tx, &actor, edition.id.uuid(), en, (Some(&old), 0)).await?;
        wordings::keep(tx, &actor, edition.id.uuid(), en, (Some(&newer), 1)).await?;
        wordings::keep(tx, &actor, edition.id.uuid(), hant, (Some(&old), 0)).await?;
        wordings::keep(tx, &actor, edition.id.uuid(), hant, (None, 1)).await
    };
    forum.db.transaction(keep).await.unwrap();
    let new = clone(&forum, &fields(&[Module::MailWordings])).await.unwrap();
    let mut conn = forum.conn().await;
    let all = wordings::all_current(&mut conn, new.id.uuid()).await.unwrap();
    let [english] = &all[..] else { panic!("what went back to ours stays behind") };
    assert_eq!((english.lang, english.number, english.wording()), (Lang::En, 1, Some(newer)));
}
