//! Goods and their donors: "vaccines donated by X arrived in Y", "thanked X for its gift of".

use super::*;
use crate::annotate::dates::Direction;
use crate::annotate::{Chunk, Event, Np, NpKind, PlaceRef, Tense, Vg};
use crate::extract::build::{Sides, Told, emit};
use crate::extract::discourse::{Parties, Resolved};
use crate::extract::trace::Why;
use crate::lexicon::{Closed, Force, Rule};
use crate::model::{Mention, Status};

impl Clause<'_, '_> {
    /// "vaccines donated by X arrived in Y", "were handed over to Y", "vaccines that X gave to Y": who gives stands behind.
    pub(super) fn donated(&self, k: usize, e: &Event, rule: &Rule, sides: &mut Option<Parties>, out: &mut Vec<Mention>) -> Option<Why> {
        let gives = ["donate", "provide", "supply", "gift", "send", "offer", "grant", "give", "present", "promise", "pledge"];
        // "equipment worth $2 million donated by X"
        let worth = |g: usize| matches!(self.prep(g), Some("worth" | "of")) && self.np(g + 1).is_some_and(|n| n.actors.is_empty());
        let mut given = k + 1;
        while worth(given) {
            given += 2;
        }
        let participle = |v: &&Vg| v.end == v.start + 1 && matches!(v.tense, Tense::Past | Tense::Participle) && self.verb_is(v, &gives);
        let relative = matches!(self.c.get(given).map(|s| &s.chunk), Some(Chunk::That | Chunk::Rel));
        let (donor, main) = if self.vg(given).filter(participle).is_some() && matches!(self.prep(given + 1), Some("by" | "from")) {
            // "doses donated by X to Y arrived"
            let to = self.prep(given + 3) == Some("to") && self.np(given + 4).is_some();
            (given + 2, given + if to { 5 } else { 3 })
        } else if relative && self.vg(given + 2).is_some() {
            // "that X has agreed to give to Y"
            let agreed = self.vg(given + 3).is_some_and(|v| v.tense == Tense::Infinitive);
            (given + 1, given + 2 + usize::from(agreed))
        } else {
            return None;
        };
        let v = self.vg(main).filter(|v| Self::finite(v) || relative)?;
        let phrases = self.phrases(main + 1);
        let to = if relative {
            let gives = self.light(v, rule) && !v.passive && !self.verb_is(v, &["receive", "arrive", "land", "reach"]);
            let to = self.slot_prep(&phrases, "to").filter(|_| gives)?;
            self.resolve_np(to).first().map(|r| (r.country, r.at))
        } else if self.verb_is(v, &["arrive", "land", "touch down", "reach", "dock", "berth"]) {
            self.arrives_at(main, &phrases).map(|p| (p.country, p.start))
        } else {
            let to = self.slot_prep(&phrases, "to").filter(|_| v.passive)?;
            self.resolve_np(to).first().map(|r| (r.country, r.at))
        };
        let sources = self.resolve_np(donor);
        let targets: Vec<Resolved> = to.map(|(c, at)| self.d.bare(c, at)).into_iter().collect();
        if sources.is_empty() || targets.is_empty() || sources.iter().any(|s| targets[0].country == s.country) {
            return None;
        }
        let date = self.date_of(main, &phrases);
        // What a relative clause tells is no news of today.
        let mode = self.mode(main);
        let mode = Mode { news: mode.news && !relative, ..mode };
        let told = Told { mode, date, trigger: (e.start, e.end), phrases: &phrases, at: k, verb: Some(v) };
        Some(emit(self, rule, Sides::Two { sources, targets }, told, sides, out))
    }

    /// "Two Iraqi planes arrived in Syria carrying aid", "a ship from Peru, loaded with rice, left for Cuba": goods that a craft brings.
    pub(super) fn shipped(&self, k: usize, e: &Event, rule: &Rule, sides: &mut Option<Parties>, out: &mut Vec<Mention>) -> Option<Why> {
        let clause = |j: &usize| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::That | Chunk::Sub(_));
        // "a Peruvian ship loaded with rice"
        let noun =
            |n: &Np| n.end - 1 - usize::from(n.end > n.start + 1 && matches!(self.r.word(n.end - 1).as_deref(), Some("loaded" | "laden")));
        let warship = |n: &Np| n.actors.iter().any(|a| a.force == Some(Force::Vessel));
        let is_craft = |n: &Np| warship(n) || n.kind != NpKind::Actor && self.r.is(noun(n), Closed::VehicleNoun);
        let craft = (0..k).rev().take_while(clause).find(|j| self.np(*j).is_some_and(is_craft))?;
        let laden = |v: &Vg| v.tense == Tense::Ing && self.verb_is(v, &["carry", "transport", "bring"]);
        let with = |j: usize| matches!(self.prep(j), Some("with" | "loaded with" | "laden with"));
        if !(craft + 1..k).any(|j| self.vg(j).is_some_and(laden) || with(j)) {
            return None;
        }
        let lands = |v: &Vg| self.verb_is(v, &["arrive", "land", "touch down", "reach", "dock", "berth", "leave", "depart"]);
        let went = |g: &usize| self.vg(*g).is_some_and(|v| Self::finite(v) && !v.negated && !v.passive && lands(v));
        let behind = (k + 1..self.c.len()).take_while(clause);
        let g = (craft + 1..k).chain(behind).find(|g| self.vg(*g).is_some_and(Self::finite)).filter(went)?;
        let (v, phrases) = (self.vg(g)?, self.phrases(g + 1));
        let goods = self.phrases(k + 1);
        let there = |p: &Phrases| {
            let to = p.preps.iter().filter(|(s, _)| matches!(self.r.lx.text(*s), "to" | "for" | "bound for"));
            to.flat_map(|(_, j)| self.destinations(*j)).next()
        };
        let leaves = self.verb_is(v, &["leave", "depart"]);
        let place = if leaves { there(&phrases).or_else(|| there(&goods)) } else { self.arrives_at(g, &phrases) }?;
        // "one Iranian and two Iraqi planes", "planes from Iraq and Libya", "planes with aid from Libya"
        let own = self.np(craft).map(|n| (n.start..n.end).filter_map(|t| self.r.country_form(t)).map(|f| self.d.bare(f.0, n.start)));
        let mut sources: Vec<Resolved> = own.into_iter().flatten().collect();
        if sources.is_empty() && self.np(craft).is_some_and(warship) {
            sources = self.resolve_np(craft);
        }
        let from = [craft, k, g]
            .into_iter()
            .filter_map(|j| self.slot_prep(&self.phrases(j + 1), "from"))
            .chain((g + 1..self.c.len()).take_while(clause).filter(|j| self.prep(*j) == Some("from")).map(|j| j + 1));
        for j in from.filter(|_| sources.is_empty()).collect::<Vec<_>>() {
            if sources.is_empty() {
                sources = self.resolve_np(j);
            }
        }
        if sources.is_empty() {
            sources = e.adjectives.iter().filter_map(|a| a.country).map(|c| self.d.bare(c, e.start)).collect();
        }
        sources.retain(|s| s.country != place.country);
        // "a Danish ship carrying Syrian weapons": Denmark gives nothing.
        let others = |c: u16| sources.iter().all(|s| s.country != c);
        if e.adjectives.iter().filter_map(|a| a.country).any(others) {
            return Some(Err("the goods are of a third country"));
        }
        if sources.is_empty() {
            return None;
        }
        let told = Told {
            mode: self.mode(g),
            date: self.date_of(g, &phrases),
            trigger: (e.start, e.end),
            phrases: &phrases,
            at: k,
            verb: Some(v),
        };
        let targets = vec![self.d.bare(place.country, place.start)];
        Some(emit(self, rule, Sides::Two { sources, targets }, told, sides, out))
    }

    /// "the masks arrived in Peru", "reached Peru": where that is, for the verb at `g`.
    pub(in crate::extract::clause) fn arrives_at(&self, g: usize, phrases: &Phrases) -> Option<PlaceRef> {
        let at = phrases.preps.iter().filter(|(s, j)| *j > g && matches!(self.r.lx.text(*s), "in" | "at")).map(|p| p.1);
        at.chain(self.object(g)).find_map(|j| self.destinations(j).into_iter().next())
    }

    /// "X of Peru thanked Chile for its donation of 500 doses", "expressed gratitude for Chile's delivery of 500 doses": given
    /// already, to whom he speaks for. `k` is the goods.
    pub(super) fn thanked_for(&self, k: usize, rule: &Rule, sides: &mut Option<Parties>, out: &mut Vec<Mention>) -> Option<Why> {
        // "gratitude to Chile for the humanitarian aid provided"
        let provided = || self.vg(k + 1).is_some_and(|v| v.end == v.start + 1 && v.tense == Tense::Past && self.light(v, rule));
        let preposition = self.prep(k.checked_sub(1)?)?;
        if preposition != "of" && !(preposition == "for" && provided()) {
            return None;
        }
        // "its timely gift in February of 500 doses"
        let dated = k >= 4 && matches!(self.c[k - 2].chunk, Chunk::Date(_)) && self.prep(k - 3).is_some();
        let given = if preposition == "for" { k } else { k.checked_sub(if dated { 4 } else { 2 })? };
        let np = self.np(given)?;
        let gift = ["donation", "donations", "gift", "gifts", "delivery", "provision", "supply", "shipment", "consignment"];
        let is_gift = given == k || self.r.word(np.end - 1).is_some_and(|w| gift.contains(&&*w));
        if !is_gift || self.prep(given.checked_sub(1)?) != Some("for") {
            return None;
        }
        let g = self.governor(given)?;
        let v = self.vg(g).filter(|v| !v.negated)?;
        let thanks = |n: &Np| self.r.word(n.end - 1).is_some_and(|w| matches!(&*w, "thanks" | "gratitude" | "appreciation"));
        let event = np.event.as_ref();
        let owners = event.map(|e| &e.possessor).into_iter().flatten();
        let owned = owners.filter_map(|a| self.d.resolve(self.r, a, np)).collect::<Vec<_>>();
        let sources = if self.verb_is(v, &["thank"]) && g + 3 == given {
            self.resolve_np(g + 1)
        } else if self.np(g + 1).is_some_and(thanks) && g + 3 == given {
            owned
        } else if self.np(g + 1).is_some_and(thanks) && self.prep(g + 2) == Some("to") && g + 5 == given {
            self.resolve_np(g + 3)
        } else {
            return None;
        };
        let (start, end) = event.map_or((np.start, np.end), |e| (e.start, e.end));
        let phrases = self.phrases(k + 1);
        let targets = match self.slot_prep(&phrases, "to") {
            Some(to) => self.resolve_np(to),
            None => self.subject(g, 0).map(|s| self.resolve_np(s)).unwrap_or_default(),
        };
        let [from, to] = [sources.first()?.country, targets.first()?.country];
        if from == to {
            return None;
        }
        let [sources, targets] = [vec![self.d.bare(from, sources[0].at)], vec![self.d.bare(to, targets[0].at)]];
        let before = match &self.c[k - 2].chunk {
            Chunk::Date(d) if dated => Some(*d),
            _ => None,
        };
        let date = before.or(phrases.dates.first().map(|d| d.1));
        let mode = Mode { status: Status::Occurred, direction: Direction::Past, news: false };
        let told = Told { mode, date, trigger: (start, end), phrases: &phrases, at: k, verb: None };
        Some(emit(self, rule, Sides::Two { sources, targets }, told, sides, out))
    }
}
