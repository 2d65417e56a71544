//! "visiting Chinese officials": a guest, told by an adjective.

use super::*;
use crate::annotate::dates::Direction;
use crate::annotate::{ActorKind, Chunk, Np, NpKind, PlaceRef, Tense};
use crate::extract::build::{Sides, Told, emit};
use crate::extract::discourse::{Parties, Resolved};
use crate::extract::trace::Why;
use crate::model::{ExchangeType, Mention, Status};

impl Clause<'_, '_> {
    /// "met visiting Chinese officials": the guest's host is the other country of the sentence, else home.
    pub(super) fn guest(&self, k: usize, np: &Np, sides: &mut Option<Parties>, out: &mut Vec<Mention>) -> Why {
        let Some(rule) = np.actors.iter().find_map(|a| a.modifier) else { return Err("nobody is said to be visiting") };
        // "restrictions on diplomats visiting Peru": a rule for whoever does.
        let rules = ["restrictions", "restriction", "ban", "bans", "limits", "curbs", "rules", "controls", "requirements"];
        let ruled = k >= 2 && matches!(self.prep(k - 1), Some("on" | "for" | "against"));
        if ruled && self.np(k - 2).is_some_and(|n| self.r.word(n.end - 1).is_some_and(|w| rules.contains(&&*w))) {
            return Err("a rule for whoever visits");
        }
        let mut modified: Vec<_> = np.actors.iter().filter(|a| a.modifier.is_some()).collect();
        // "the visiting provincial party and government delegation of Peru": the last of them says whose it is.
        if let ([a], Some(b)) = (&modified[..], np.actors.last().filter(|b| b.delegation && b.country.is_some())) {
            if a.country.is_none() && a.kind != ActorKind::Person {
                modified = vec![b];
            }
        }
        // "visiting State Councilor and Foreign Minister X": two offices of one guest.
        if let ([a], Some(b)) = (&modified[..], np.actors.last().filter(|b| b.name.is_some() && b.country.is_none())) {
            if a.office.is_some() && a.name.is_none() && a.country.is_none() && np.actors.len() == 2 {
                modified = vec![b];
            }
        }
        // Whose country only the agency's own view supplies, is at home and no guest.
        let guests: Vec<Resolved> = modified
            .iter()
            .filter_map(|a| {
                let r = self.d.resolve(self.r, a, np)?;
                (a.country.is_some() || a.kind == ActorKind::Person || Some(r.country) != self.d.home).then_some(r)
            })
            .collect();
        // "X leads a delegation visiting Peru"
        let led = k > 0 && guests.is_empty() && self.led_by(k - 1) == Some(k);
        let guests = if led { self.resolve_np(k) } else { guests };
        if guests.is_empty() {
            return Err("the guest is at home");
        }
        let foreign = |v: Vec<Resolved>| v.into_iter().map(|r| r.country).find(|c| guests.iter().all(|g| g.country != *c));
        // In "A and visiting B" A is the host; in "visiting B and C" the one before.
        let beside = |first: bool| {
            let hosts = np.actors.iter().enumerate().filter(|(i, a)| a.modifier.is_none() && (*i == 0) == first);
            foreign(hosts.filter_map(|(_, a)| self.d.resolve(self.r, a, np)).collect())
        };
        let acting = |j: &usize| *j != k && self.np(*j).is_some_and(|n| n.kind == NpKind::Actor);
        let same_clause = |j: &usize| !matches!(self.c[*j].chunk, Chunk::Break);
        let he = |j: &usize| {
            self.np(*j).is_some_and(|n| n.kind == NpKind::Pronoun && matches!(self.r.word(n.start).as_deref(), Some("he" | "she")))
        };
        let before = || (0..k).rev().take_while(same_clause).filter(|j| acting(j) || he(j)).find_map(|j| foreign(self.resolve_np(j)));
        let after = || (k + 1..self.c.len()).filter(acting).find_map(|j| foreign(self.resolve_np(j)));
        let home = || self.d.home.filter(|h| guests.iter().all(|g| g.country != *h));
        // "spoke of rights over the islands during a meeting with visiting X": who meets him is the host.
        let meets = || {
            let event = k.checked_sub(2).filter(|j| self.prep(k - 1) == Some("with") && self.event_is(*j, ExchangeType::Meeting))?;
            let who = self.governor(event).and_then(|g| self.subject(g, 0))?;
            self.resolve_np(who).into_iter().find(|r| official(r) && guests.iter().all(|g| g.country != r.country)).map(|r| r.country)
        };
        let Some(host) = beside(true).or_else(meets).or_else(before).or_else(|| beside(false)).or_else(after).or_else(home) else {
            return Err("no host is named");
        };
        let places = vec![PlaceRef { country: host, start: np.start, end: np.start, whole_country: true }];
        let phrases = Phrases::default();
        let news = self.n == 0;
        // "During the visit, the visiting minister will hold talks": he is to come.
        let ahead = self.vg(k + 1).is_some_and(|v| v.tense == Tense::Future);
        let mode = if ahead {
            Mode { status: Status::Planned, direction: Direction::Future, news: false }
        } else {
            Mode { status: Status::Ongoing, direction: Direction::Past, news }
        };
        let date = self.date_of(k, &phrases).filter(|_| !ahead);
        let told = Told { mode, date, trigger: (np.start, np.end), phrases: &phrases, at: k, verb: None };
        emit(self, &self.r.lx.rules[rule as usize], Sides::Travel { travellers: guests, places }, told, sides, out)
    }
}
