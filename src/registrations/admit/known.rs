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
    claims: HashMap<(String, String, String), (Vec<u8>, RegistrationId)>,
    people: HashMap<Address, HashMap<String, RegistrationId>>,
    live: HashMap<RegistrationId, Live>,
    new_claims: Vec<(Claim, RegistrationId)>,
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
            known.claims.insert(kept.name(), (kept.body_digest, kept.subject_id.into()));
        }
        Ok(known)
    }

    /// The answer to one that came before; `idempotency_mismatch` for a claim that came with another body.
    pub(super) fn repeated(&self, admission: &Admission) -> Result<Option<Admitted>, Error> {
        if self.ids.contains(&admission.id) {
            return Ok(Some(Admitted::Repeated(admission.id)));
        }
        if let Some(claim) = &admission.claim
            && let Some((digest, id)) = self.claims.get(&claim.name())
        {
            if *digest == claim.body_digest {
                return Ok(Some(Admitted::Repeated(*id)));
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
        self.note_claim(admission, admission.id);
    }

    /// Makes the admission's claim mean this registration, if it is not claimed yet.
    pub(super) fn note_claim(&mut self, admission: &Admission, id: RegistrationId) {
        let Some(claim) = &admission.claim else { return };
        if let Entry::Vacant(free) = self.claims.entry(claim.name()) {
            free.insert((claim.body_digest.clone(), id));
            self.new_claims.push((claim.clone(), id));
        }
    }

    /// The claims to be kept from now on.
    pub(super) fn new_claims(&self) -> &[(Claim, RegistrationId)] {
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
