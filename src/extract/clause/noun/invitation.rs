//! Invitations: visits in the air.

use super::*;
use crate::annotate::dates::Direction;
use crate::annotate::{ActorKind, PlaceRef, Tense};
use crate::extract::build::{Sides, Told, emit};
use crate::extract::discourse::{Parties, Resolved};
use crate::extract::trace::Why;
use crate::lexicon::{Governs, Slot};
use crate::model::{ExchangeType, Mention, Status};

impl Clause<'_, '_> {
    /// "withdrew its invitation to the envoy", "accepts an invitation to Tehran": a visit in the air.
    pub(super) fn invitation(&self, site: &Site, told: Told<'_>, sides: &mut Option<Parties>, out: &mut Vec<Mention>) -> Why {
        let &Site { e, rule, verb_before: verb, ref all, .. } = site;
        let slot = |s: &Slot| self.filler(site, s);
        // "an invitation to visit" is told by "visit".
        if matches!(self.vg(all.end), Some(v) if v.tense == Tense::Infinitive) {
            return Err("an invitation to visit is told by its verb");
        }
        let people = |v: Vec<Resolved>| -> Vec<Resolved> { v.into_iter().filter(|a| a.kind != ActorKind::Country).collect() };
        let to = self.slot_prep(all, "to");
        let guests = people(to.map(|t| self.resolve_np(t)).unwrap_or_default());
        let subject = || verb.and_then(|(g, _)| self.subject(g, 0)).map(|s| self.resolve_np(s)).unwrap_or_default();
        let takes = verb
            .is_some_and(|(_, v)| self.verb_is(v, &["accept", "decline", "reject", "refuse", "receive", "get", "consider", "turn down"]));
        let here = |r: &Resolved| PlaceRef { country: r.country, start: e.start, end: e.start, whole_country: true };
        let (travellers, places): (Vec<Resolved>, Vec<PlaceRef>) = if takes {
            let hosts = [slot(&Slot::Possessor), slot(&Slot::Preposition("from".into())), slot(&Slot::Preposition("of".into()))];
            let hosts = hosts.into_iter().find(|v| !v.is_empty()).unwrap_or_default();
            let places = to.map(|t| self.destinations(t)).filter(|v| !v.is_empty());
            let places: Vec<PlaceRef> = places.unwrap_or_else(|| hosts.iter().map(here).collect());
            // "X invited Y to visit Peru. Y accepted the invitation": that one.
            let guests = people(subject());
            let told = out.iter().rev().find(|m| {
                let his = guests.iter().any(|g| self.r.lx.iso(g.country) == m.source);
                places.is_empty() && e.definite && his && m.kind == ExchangeType::Visit && m.status == Status::Proposed
            });
            let told = told.and_then(|m| self.r.lx.country(m.target));
            let there = told.map(|country| PlaceRef { country, start: e.start, end: e.start, whole_country: true });
            (guests, places.into_iter().chain(there).collect())
        } else {
            let hosts = [slot(&Slot::Possessor), subject(), slot(&Slot::Preposition("from".into()))];
            (guests, hosts.into_iter().find(|v| !v.is_empty()).unwrap_or_default().iter().map(here).collect())
        };
        if travellers.is_empty() || places.is_empty() {
            return Err("no guest or no host is named");
        }
        let status = match verb.map(|(_, v)| v) {
            Some(v) if v.governs == Governs::Cancel => Status::Cancelled,
            Some(v) if v.governs == Governs::Deny || v.negated => Status::Denied,
            Some(v) if self.verb_is(v, &["accept"]) => Status::Planned,
            _ => Status::Proposed,
        };
        let told = Told { mode: Mode { status, direction: Direction::Future, news: status == Status::Cancelled }, ..told };
        emit(self, rule, Sides::Travel { travellers, places }, told, sides, out)
    }
}
