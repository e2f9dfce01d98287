//! Who is known already: the same id, the same claim, the same person; in the tables or earlier in the batch.

use std::collections::{HashMap, HashSet, hash_map::Entry};

use super::super::{
    Admission, Admitted, RegistrationId, store,
    store::{known::Live, line::LineType},
};
use crate::{
    db::{
        Tx,
        idempotency::{self, Claim},
    },
    editions::{Edition, SideEvent},
    error::{Error, Reason},
    values::Id,
};

/// An address at the forum of an edition, or at a side event of it.
type Address = (Id<Edition>, Option<Id<SideEvent>>, String);

/// Everything that answers an admission without a new row.
#[derive(Default)]
pub(super) struct Known {
    ids: HashSet<RegistrationId>,
    claims: HashMap<(String, String, String), Promised>,
    people: HashMap<Address, HashMap<String, RegistrationId>>,
    live: HashMap<RegistrationId, Live>,
    new_claims: Vec<(Claim, RegistrationId, bool)>,
}

/// What a claim led to.
struct Promised {
    body_digest: Vec<u8>,
    id: RegistrationId,
    /// Whether that registration was there before.
    found: bool,
}

impl Known {
    /// What the tables know of these admissions.
    pub(super) async fn load(tx: &Tx, admissions: &[Admission]) -> Result<Self, Error> {
        let claims: Vec<&Claim> = admissions.iter().filter_map(|one| one.claim.as_ref()).collect();
        let (rows, kept) =
            futures_util::join!(store::known::live(tx, admissions), idempotency::kept(tx, &claims),);
        let mut known = Self::default();
        let ours: HashSet<RegistrationId> = admissions.iter().map(|admission| admission.id).collect();
        for row in rows? {
            if ours.contains(&row.id) {
                known.ids.insert(row.id);
            } else {
                let address = (row.edition_id, row.side_event_id, row.email_key.clone());
                let people = known.people.entry(address).or_default();
                people.insert(row.name_key.clone(), row.id);
                known.live.insert(row.id, row);
            }
        }
        for kept in kept? {
            let name = kept.name();
            let (id, found) = (kept.subject_id.into(), kept.found);
            known.claims.insert(name, Promised { body_digest: kept.body_digest, id, found });
        }
        Ok(known)
    }

    /// The answer to one that came before; `idempotency_mismatch` for a claim that came with another body.
    pub(super) fn repeated(&self, admission: &Admission) -> Result<Option<Admitted>, Error> {
        if self.ids.contains(&admission.id) {
            return Ok(Some(Admitted::Repeated(admission.id)));
        }
        if let Some(claim) = &admission.claim
            && let Some(Promised { body_digest, id, found }) = self.claims.get(&claim.name())
        {
            if *body_digest == claim.body_digest {
                let same = if *found { Admitted::RepeatedKnown } else { Admitted::Repeated };
                return Ok(Some(same(*id)));
            }
            return Err(Error::field("Idempotency-Key", Reason::new("idempotency_mismatch")));
        }
        Ok(None)
    }

    /// The answer to somebody who is registered for what `way` leads to: for the forum once, for each side event once.
    pub(super) fn person(&self, admission: &Admission, way: &LineType) -> Option<Admitted> {
        let id = self.people.get(&address(admission, way))?.get(&admission.name_key)?;
        Some(Admitted::Known(*id))
    }

    /// How many live registrations for it the address holds, those before it in the batch included.
    pub(super) fn live_at_address(&self, admission: &Admission, way: &LineType) -> usize {
        self.people.get(&address(admission, way)).map_or(0, HashMap::len)
    }

    /// Makes those who come after it in the batch see it.
    pub(super) fn expect(&mut self, admission: &Admission, way: &LineType) {
        let people = self.people.entry(address(admission, way)).or_default();
        people.insert(admission.name_key.clone(), admission.id);
        self.note_claim(admission, admission.id, false);
    }

    /// Makes the admission's claim mean this registration, made by it or found, if it is not claimed yet.
    pub(super) fn note_claim(&mut self, admission: &Admission, id: RegistrationId, found: bool) {
        let Some(claim) = &admission.claim else { return };
        if let Entry::Vacant(free) = self.claims.entry(claim.name()) {
            free.insert(Promised { body_digest: claim.body_digest.clone(), id, found });
            self.new_claims.push((claim.clone(), id, found));
        }
    }

    /// The claims to be kept from now on.
    pub(super) fn new_claims(&self) -> &[(Claim, RegistrationId, bool)] {
        &self.new_claims
    }

    /// The stored registration of a known person.
    pub(super) fn registration(&self, id: RegistrationId) -> Option<&Live> {
        self.live.get(&id)
    }
}

fn address(admission: &Admission, way: &LineType) -> Address {
    (admission.new.edition, way.side_event, admission.email_key.clone())
}
