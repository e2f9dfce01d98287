//! Everything about one pass at once.

use futures_util::future::{join, join_all};
use plenary::registrations::{Admitted, PassState};

use super::{Team, code};

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_who_claim_one_link_at_once_one_gets_it() {
    let team = Team::ready(10, 1).await;
    let sent = team.send("Bob").await.unwrap();
    let holder = team.holder(&team.secret(sent.id).await).await.unwrap();
    let names: Vec<String> = ('a'..='f').map(|letter| format!("Claimer{letter}")).collect();
    let answers = join_all(names.iter().map(|name| team.claim(&holder, name))).await;
    let (won, lost): (Vec<_>, Vec<_>) = answers.into_iter().partition(Result::is_ok);
    assert_eq!((won.len(), lost.len()), (1, 5));
    assert!(lost.iter().all(|answer| code(answer.as_ref().unwrap_err()) == "pass_claimed"));
    assert_eq!((team.standing().await.as_str(), team.taken().await), ("claimed 1", 1));
    assert_eq!(team.count("registration WHERE state = 'confirmed'").await, 1);
}

/// Whichever comes first, nobody loses a registration unawares, and no place is lost.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn taken_back_while_she_claims_it_is_one_or_the_other() {
    let team = Team::ready(10, 1).await;
    for round in 'a'..='h' {
        let name = format!("Racer{round}");
        let sent = team.send(&name).await.unwrap();
        let holder = team.holder(&team.secret(sent.id).await).await.unwrap();
        let (claimed, taken) =
            join(team.claim(&holder, &name), team.take_back(sent.id, PassState::Sent)).await;
        match (claimed, taken) {
            (Ok(Admitted::New { .. }), Err(late)) => {
                assert_eq!(code(&late), "pass_changed");
                assert_eq!(team.standing().await, "claimed 1");
                team.take_back(sent.id, PassState::Claimed).await.unwrap();
            }
            (Err(late), Ok(())) => {
                assert!(["pass_taken_back", "pass_ended"].contains(&code(&late).as_str()), "{late}");
            }
            both => panic!("{both:?}"),
        }
        assert_eq!((team.standing().await.as_str(), team.taken().await), ("free 1", 1));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_nodes_give_the_same_passes_once() {
    let team = Team::of(4, 3).await;
    team.confirm().await;
    let given = join_all((0..4).map(|_| team.give())).await;
    assert_eq!(given.iter().sum::<usize>(), 3, "{given:?}");
    assert_eq!((team.standing().await.as_str(), team.taken().await), ("free 3", 3));
}

/// A company that gives up while its people claim, and everybody else comes as well: no place is lost, nobody hangs.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn giving_up_while_people_claim_loses_no_place() {
    let team = Team::ready(8, 5).await;
    let mut holders = Vec::new();
    for name in ["Bob", "Eve", "Joe", "Zoe"] {
        let sent = team.send(name).await.unwrap();
        holders.push((team.holder(&team.secret(sent.id).await).await.unwrap(), name));
    }
    let claims = join_all(holders.iter().map(|(holder, name)| team.claim(holder, name)));
    let come =
        join_all(["Ann", "Ben", "Cat"].map(|name| team.app.attendee(&team.edition, "exhibitor", name)));
    let give_up = async {
        team.turn_down().await;
        team.end().await;
    };
    let ((), _) = join(give_up, join(claims, come)).await;
    team.end().await;
    assert_eq!((team.standing().await.as_str(), team.taken().await), ("ended 5", 3));
}
