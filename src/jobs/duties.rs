//! Every duty there is. A new one is a line here.

use std::time::Duration;

use futures_util::{FutureExt, future::BoxFuture};

use super::{
    duty::Duty,
    forget::{
        forget_attempts, forget_claims, forget_deliveries, forget_uploads, purge_answers, purge_mails,
        sweep_sessions, sweep_sign_ins,
    },
};
use crate::{
    accounts::proofs::System,
    allocation::{self, Proposal, Unexplained},
    audit, campaigns,
    db::Tx,
    error::Error,
    http::{App, searched},
    programme, registrations, reviews,
    solver::Budget,
    submissions,
    values::Moment,
    webhooks,
};

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);
/// How long reasons are worked out before they are shown.
const AT_A_TIME: Duration = Duration::from_secs(4);
const TEN_MINUTES: Duration = Duration::from_secs(600);

pub(super) const ALL: &[Duty] = &[
    Duty { name: "audit.seal", every: SECOND, once: seal },
    Duty { name: "webhooks.fan-out", every: SECOND, once: fan_out },
    Duty { name: "campaigns.advance", every: SECOND, once: advance_campaigns },
    Duty { name: "registrations.offer-places", every: SECOND, once: offer_places },
    Duty { name: "registrations.start-offer-clocks", every: SECOND, once: start_offer_clocks },
    Duty { name: "registrations.remind-of-offers", every: MINUTE, once: remind_of_offers },
    Duty { name: "registrations.expire-offers", every: SECOND, once: expire_offers },
    Duty { name: "registrations.seat-waiters", every: SECOND, once: seat_waiters },
    Duty { name: "registrations.tell-moved", every: SECOND, once: tell_moved },
    Duty { name: "registrations.remind-of-the-day", every: TEN_MINUTES, once: remind_of_the_day },
    Duty { name: "registrations.thank", every: TEN_MINUTES, once: thank },
    Duty { name: "registrations.purge-answers", every: TEN_MINUTES, once: purge_answers },
    Duty { name: "mail.purge", every: TEN_MINUTES, once: purge_mails },
    Duty { name: "registrations.register-speakers", every: MINUTE, once: register_speakers },
    Duty { name: "registrations.release-speakers", every: MINUTE, once: release_speakers },
    Duty { name: "registrations.end-passes", every: MINUTE, once: end_passes },
    Duty { name: "registrations.grant-passes", every: MINUTE, once: grant_passes },
    Duty { name: "allocation.explain", every: SECOND, once: explain_proposals },
    Duty { name: "submissions.lapse", every: MINUTE, once: lapse_submissions },
    Duty { name: "submissions.promote", every: MINUTE, once: promote_submissions },
    Duty { name: "programme.free-given-up", every: SECOND, once: free_slots },
    Duty { name: "submissions.remind", every: TEN_MINUTES, once: remind_applicants },
    Duty { name: "submissions.tell-edited", every: MINUTE, once: tell_edited },
    Duty { name: "reviews.remind", every: TEN_MINUTES, once: remind_reviewers },
    Duty { name: "idempotency.expire", every: TEN_MINUTES, once: forget_claims },
    Duty { name: "attempts.expire", every: TEN_MINUTES, once: forget_attempts },
    Duty { name: "accounts.sweep-sessions", every: TEN_MINUTES, once: sweep_sessions },
    Duty { name: "transfer.forget-uploads", every: TEN_MINUTES, once: forget_uploads },
    Duty { name: "webhooks.forget", every: TEN_MINUTES, once: forget_deliveries },
    Duty { name: "accounts.sweep-sign-ins", every: TEN_MINUTES, once: sweep_sign_ins },
];

/// Seal heads are logged, since a cut tail of the trail shows only against an outside copy.
fn seal(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move {
        let sealed = app.db.transaction(async |tx| audit::seal(tx, &app.keys).await).await?;
        if let Some((number, head)) = sealed {
            tracing::info!(number, head, "audit trail sealed");
        }
        Ok(())
    }
    .boxed()
}

fn fan_out(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move {
        while app.db.transaction(async |tx| webhooks::fan_out(tx, &System::duty()).await).await? {}
        Ok(())
    }
    .boxed()
}

fn advance_campaigns(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move {
        let who = System::duty();
        app.db.transaction(async |tx| campaigns::hold_back(tx, &who).await).await?;
        while app.db.transaction(async |tx| campaigns::advance(tx, &who).await).await? {}
        Ok(())
    }
    .boxed()
}

fn offer_places(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move {
        app.db.transaction(async |tx| registrations::offer_places(tx, &System::duty()).await).await.map(drop)
    }
    .boxed()
}

fn start_offer_clocks(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move {
        app.db
            .transaction(async |tx| registrations::start_offer_clocks(tx, &System::duty()).await)
            .await
            .map(drop)
    }
    .boxed()
}

fn remind_of_offers(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move {
        let who = System::duty();
        app.db.transaction(async |tx| registrations::remind_of_offers(tx, &who).await).await.map(drop)
    }
    .boxed()
}

fn expire_offers(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move {
        app.db.transaction(async |tx| registrations::expire_offers(tx, &System::duty()).await).await.map(drop)
    }
    .boxed()
}

fn seat_waiters(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move {
        let (who, now) = (System::duty(), Moment::now());
        app.db.transaction(async |tx| registrations::seat_waiters(tx, &who, now).await).await.map(drop)
    }
    .boxed()
}

fn tell_moved(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move {
        while app.db.transaction(async |tx| registrations::tell_moved(tx, &System::duty()).await).await? > 0 {
        }
        Ok(())
    }
    .boxed()
}

fn remind_of_the_day(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move {
        let who = System::duty();
        while app.db.transaction(async |tx| registrations::remind_of_the_day(tx, &who).await).await? > 0 {}
        Ok(())
    }
    .boxed()
}

fn thank(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move {
        let who = System::duty();
        while app.db.transaction(async |tx| registrations::thank(tx, &who).await).await? > 0 {}
        Ok(())
    }
    .boxed()
}

fn register_speakers(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move {
        let (keys, who, now) = (&app.keys, System::duty(), Moment::now());
        app.db
            .transaction(async |tx| registrations::register_speakers(tx, keys, &who, now).await)
            .await
            .map(drop)
    }
    .boxed()
}

fn release_speakers(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move {
        let (who, now) = (System::duty(), Moment::now());
        app.db.transaction(async |tx| registrations::release_speakers(tx, &who, now).await).await.map(drop)
    }
    .boxed()
}

fn end_passes(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move {
        let (who, now) = (System::duty(), Moment::now());
        app.db.transaction(async |tx| registrations::end_passes(tx, &who).await).await?;
        while app.db.transaction(async |tx| registrations::end_claimed_pass(tx, &who, now).await).await? {}
        Ok(())
    }
    .boxed()
}

fn grant_passes(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move {
        app.db.transaction(async |tx| registrations::grant_passes(tx, &System::duty()).await).await.map(drop)
    }
    .boxed()
}

fn explain_proposals(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move {
        while let Some(lacking) = allocation::unexplained(&mut *app.db.read().await?, &System::duty()).await?
        {
            let (id, input) = (lacking.proposal.id, lacking.input.clone());
            let search = move |budget: &Budget<'_>| {
                let Unexplained { proposal: Proposal { rules, plan, .. }, input, last } = &lacking;
                allocation::explain(input, rules, (plan, last.as_ref()), budget)
            };
            let found = searched(AT_A_TIME, search).await?;
            let add = async |tx: &mut Tx| {
                allocation::add_reasons(tx, &System::duty(), (id, &input), found.clone()).await
            };
            app.db.transaction(add).await?;
        }
        Ok(())
    }
    .boxed()
}

fn lapse_submissions(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move {
        app.db.transaction(async |tx| submissions::lapse(tx, &System::duty()).await).await.map(drop)
    }
    .boxed()
}

fn promote_submissions(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move {
        let promote = async |tx: &mut Tx| {
            let filled = submissions::promote_by_themselves(tx, &System::duty()).await?;
            allocation::hand_on_by_themselves(tx, &System::duty(), &filled).await
        };
        app.db.transaction(promote).await
    }
    .boxed()
}

fn free_slots(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move {
        let who = System::duty();
        while app.db.transaction(async |tx| programme::free_given_up(tx, &who).await).await? {}
        Ok(())
    }
    .boxed()
}

fn remind_applicants(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move {
        app.db.transaction(async |tx| submissions::remind(tx, &System::duty()).await).await.map(drop)
    }
    .boxed()
}

fn tell_edited(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move {
        app.db.transaction(async |tx| submissions::tell_edited(tx, &System::duty()).await).await.map(drop)
    }
    .boxed()
}

fn remind_reviewers(app: App) -> BoxFuture<'static, Result<(), Error>> {
    async move {
        let (keys, who) = (&app.keys, System::duty());
        app.db.transaction(async |tx| reviews::remind(tx, keys, &who).await).await.map(drop)
    }
    .boxed()
}
