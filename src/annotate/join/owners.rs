//! Whose it is: governments, employers, the owners and hosts of an event.

use super::np_at;
use crate::annotate::noun_phrase::*;
use crate::annotate::reader::{Chunk, Reader, Spanned};
use crate::lexicon::{Closed, kinds};
use crate::model::Level;
use crate::text::Kind;

/// What a leader's name stands before: "the Truman administration".
const GOVERNMENTS: &[&str] = &["administration", "government", "cabinet", "regime", "Administration", "Government"];

impl Reader<'_> {
    /// "the government and people of Peru": the government's. "Ministers of Trade, Economy and Transport of Peru and Chile":
    /// of each.
    pub(super) fn join_shared(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let of = |s: Option<&Spanned>| matches!(s.map(|s| &s.chunk), Some(Chunk::Prep(p)) if self.lx.text(*p) == "of");
        let countries = |s: Option<&Spanned>| {
            let n = np_at(s?)?;
            let all = !n.actors.is_empty() && n.actors.iter().all(|a| a.kind == ActorKind::Country && a.country.is_some());
            all.then(|| n.actors.iter().filter_map(|a| a.country).collect::<Vec<u16>>())
        };
        let people = |n: &Np| n.kind == NpKind::Other && matches!(self.spelled(n.end - 1), "people" | "peoples" | "nation");
        let portfolio = |n: &Np| n.kind == NpKind::Other && self.longest(n.start, kinds::PORTFOLIO).is_some();
        let mut k = 0;
        while k < chunks.len() {
            let open = np_at(&chunks[k]).is_some_and(|n| {
                n.kind == NpKind::Actor
                    && n.actors.len() == 1
                    && n.actors[0].country.is_none()
                    && n.actors[0].name.is_none()
                    && n.actors[0].kind != ActorKind::Unofficial
            });
            if !open {
                k += 1;
                continue;
            }
            let next = |j: usize| chunks.get(j).and_then(np_at);
            let mut j = k + 1;
            let list = loop {
                match chunks.get(j).map(|s| &s.chunk) {
                    Some(Chunk::And) if next(j + 1).is_some_and(people) => break Some(j + 2),
                    Some(Chunk::Comma | Chunk::And) if next(j + 1).is_some_and(portfolio) => j += 2,
                    _ => break (j > k + 1).then_some(j),
                }
            };
            let whose = list.filter(|j| of(chunks.get(*j))).and_then(|j| Some((j + 1, countries(chunks.get(j + 1))?)));
            let Some((end, own)) = whose else {
                k += 1;
                continue;
            };
            let close = chunks[end].end;
            if let Chunk::Np(n) = &mut chunks[k].chunk {
                n.actors = own.iter().map(|c| Actor { country: Some(*c), ..n.actors[0].clone() }).collect();
                n.list = own.len() > 1;
                n.end = close;
            }
            chunks[k].end = close;
            chunks.drain(k + 1..=end);
            k += 1;
        }
        chunks
    }

    /// "Peru's and Chile's foreign ministers": one of each.
    pub(super) fn join_possessors(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let mut k = 2;
        while k < chunks.len() {
            let owner = np_at(&chunks[k - 2])
                .filter(|n| n.actors.is_empty() && n.event.is_none() && matches!(self.kind(n.end - 1), Some(Kind::Possessive)))
                .and_then(|n| self.country_form_at(n.start).filter(|c| c.2 + 1 == n.end))
                .map(|c| c.0);
            let joined = matches!(chunks[k - 1].chunk, Chunk::And);
            let both = np_at(&chunks[k]).is_some_and(|n| {
                let whose = self.country_form_at(n.start).is_some_and(|c| matches!(self.kind(c.2), Some(Kind::Possessive)));
                whose && matches!(&n.actors[..], [a] if a.country.is_some() && a.plural && a.name.is_none())
            });
            let Some(country) = owner.filter(|_| joined && both) else {
                k += 1;
                continue;
            };
            let start = chunks[k - 2].start;
            if let Chunk::Np(n) = &mut chunks[k].chunk {
                let other = Actor { country: Some(country), ..n.actors[0].clone() };
                n.actors.insert(0, other);
                n.start = start;
            }
            chunks[k].start = start;
            chunks.drain(k - 2..k);
        }
        chunks
    }

    /// "the Truman administration", "the Truman administration officials": whose government it is.
    pub(super) fn join_governments(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let governs = |s: &Spanned| {
            np_at(s).is_some_and(|n| {
                n.kind == NpKind::Actor
                    && n.actors.len() == 1
                    && n.actors[0].country.is_none()
                    && GOVERNMENTS.contains(&self.spelled(n.start))
            })
        };
        // "the Truman Administration"
        for s in chunks.iter_mut() {
            let Chunk::Np(n) = &mut s.chunk else { continue };
            let Some((a, b)) = n.actors.first().and_then(|x| x.name).filter(|_| n.bare_name()) else { continue };
            let capital = matches!(self.spelled(b - 1), "Administration" | "Government");
            if capital && b >= a + 2 && self.lx.surnames.contains_key(&self.tokens[b - 2].sym) {
                n.actors[0] =
                    Actor { kind: ActorKind::Group, name: None, person: None, level: Some(Level::Working), ..n.actors[0].clone() };
            }
        }
        let mut k = 1;
        while k < chunks.len() {
            let owner = np_at(&chunks[k - 1]).is_some_and(Np::bare_name) && chunks[k - 1].end == chunks[k].start;
            if owner && governs(&chunks[k]) {
                let start = chunks[k - 1].start;
                if let Chunk::Np(n) = &mut chunks[k].chunk {
                    n.start = start;
                }
                chunks[k].start = start;
                chunks.remove(k - 1);
            } else {
                k += 1;
            }
        }
        chunks
    }

    /// The name of a leader before "administration" or "government" in the phrase, with a possessive or without.
    pub(crate) fn head_of_government(&self, np: &Np) -> Option<(usize, usize)> {
        let t = (np.start + 1..np.end).find(|&t| GOVERNMENTS.contains(&self.spelled(t)))?;
        let end = if self.kind(t - 1) == Some(Kind::Possessive) { t - 1 } else { t };
        let name = |k: &usize| {
            self.tokens[*k].kind == Kind::Hyphen
                || self.tokens[*k].kind == Kind::Word && self.tokens[*k].cap && !self.is(*k, Closed::Determiner)
        };
        let start = (np.start..end).rev().take_while(name).last()?;
        Some((start, end))
    }

    /// "the India and Australia bilateral exercise", "India, Australia naval talks begin": two countries before the noun.
    pub(super) fn join_hosts(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let countries = |s: &Spanned| {
            let n = np_at(s).filter(|n| n.kind == NpKind::Actor)?;
            n.actors.iter().all(|a| a.kind == ActorKind::Country).then(|| n.actors.clone())
        };
        let hosts = |before: &[Spanned], c: &Spanned| {
            let n = np_at(c).filter(|n| n.kind == NpKind::Event)?;
            let e = n.event.as_ref().filter(|e| e.possessor.is_empty() && !e.pronoun && !e.multilateral)?;
            match (before, &e.adjectives[..]) {
                ([.., two], []) if two.end == c.start && !self.is(c.start, Closed::Determiner) => {
                    countries(two).filter(|v| v.len() == 2).map(|v| (v, 1))
                }
                ([first, comma], [own]) if matches!(comma.chunk, Chunk::Comma) && self.country_form(c.start).is_some() => {
                    let first = countries(first).filter(|v| v.len() == 1)?;
                    Some((first.into_iter().chain([own.clone()]).collect(), 2))
                }
                _ => None,
            }
        };
        let mut i = 1;
        while i < chunks.len() {
            if let Some((adjectives, taken)) = hosts(&chunks[..i], &chunks[i]) {
                let start = chunks[i - taken].start;
                chunks[i].start = start;
                if let Chunk::Np(np) = &mut chunks[i].chunk {
                    np.start = start;
                    np.event.as_mut().expect("an event").adjectives = adjectives;
                }
                chunks.drain(i - taken..i);
                i -= taken;
            }
            i += 1;
        }
        chunks
    }

    /// "X, a senior director at the National Security Council": of whose country he is, the council says.
    pub(super) fn join_employers(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let body = |n: &Np| {
            n.kind == NpKind::Actor
                && n.actors.len() == 1
                && n.actors[0].kind == ActorKind::Group
                && n.actors[0].country.is_some()
                && (n.start..n.end).any(|t| {
                    self.tokens[t].cap
                        && ["council", "department", "bureau", "agency", "commission", "directorate"].iter().any(|w| self.lower_is(t, w))
                })
        };
        // "the U.S. | National Security Council": the country's.
        chunks.dedup_by(|own, country| {
            let state = np_at(country)
                .filter(|n| n.kind == NpKind::Actor && n.actors.len() == 1 && n.actors[0].kind == ActorKind::Country)
                .and_then(|n| n.actors[0].country);
            let nobodys = |n: &Np| {
                n.kind == NpKind::Actor && n.actors.len() == 1 && n.actors[0].kind == ActorKind::Group && n.actors[0].country.is_none()
            };
            let adjoins = country.end == own.start && self.tokens[own.start].cap && np_at(own).is_some_and(nobodys);
            let (Some(state), true, Chunk::Np(n)) = (state, adjoins, &mut own.chunk) else { return false };
            n.actors[0].country = Some(state);
            n.start = country.start;
            country.end = own.end;
            std::mem::swap(&mut country.chunk, &mut own.chunk);
            true
        });
        let mut i = 0;
        while i + 2 < chunks.len() {
            // "Ambassador X and Attache Y of the Peruvian embassy": the embassy's.
            let of = matches!(&chunks[i + 1].chunk, Chunk::Prep(p) if matches!(self.lx.text(*p), "of" | "from" | "at"));
            let house = |n: &Np| n.premises && n.kind == NpKind::Event && n.actors.len() == 1 && n.actors[0].kind == ActorKind::Country;
            let post = np_at(&chunks[i + 2]).filter(|n| of && house(n)).map(|n| (n.actors[0].country, n.end));
            if let (Some((country, end)), Chunk::Np(n)) = (post, &mut chunks[i].chunk) {
                let staff = |a: &Actor| a.kind == ActorKind::Person && a.office.is_some() && a.country.is_none();
                if n.kind == NpKind::Actor && !n.actors.is_empty() && n.actors.iter().all(staff) {
                    n.actors.iter_mut().for_each(|a| a.country = country);
                    n.end = end;
                    chunks[i].end = chunks[i + 2].end;
                    chunks.drain(i + 1..i + 3);
                    continue;
                }
            }
            let at = matches!(&chunks[i + 1].chunk, Chunk::Prep(p) if matches!(self.lx.text(*p), "at" | "in"));
            let employer = np_at(&chunks[i + 2]).filter(|n| at && body(n)).map(|n| (n.actors[0].country, n.end));
            let (start, end) = (chunks[i].start, chunks[i + 2].end);
            if let (Some((country, np_end)), Chunk::Np(n)) = (employer, &mut chunks[i].chunk) {
                let junior = n.kind == NpKind::Actor
                    && n.actors.len() == 1
                    && n.actors[0].country.is_none()
                    && n.actors[0].office.is_some()
                    && n.actors[0].level >= Some(Level::Director);
                if junior {
                    n.actors[0].country = country;
                    n.end = np_end;
                    chunks[i].start = start;
                    chunks[i].end = end;
                    chunks.drain(i + 1..i + 3);
                }
            }
            i += 1;
        }
        chunks
    }

    /// "Pope Francis visit to Iraq", "the Trump-Kim summit": as headlines have it, names before the noun that say whose.
    pub(super) fn join_owners(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let event = |s: &Spanned| np_at(s).is_some_and(|n| n.kind == NpKind::Event);
        if !chunks.iter().any(event) {
            return chunks;
        }
        // "the drill Balikatan began": what it is called.
        chunks.dedup_by(|name, noun| {
            let called = event(noun) && event(name) && noun.end == name.start && self.tokens[name.start].cap && !self.headline;
            let same = |a: &Np, b: &Np| match (&a.event, &b.event) {
                (Some(a), Some(b)) => {
                    self.lx.nouns[a.noun as usize].rules == self.lx.nouns[b.noun as usize].rules && b.possessor.is_empty()
                }
                _ => false,
            };
            let called = called && np_at(noun).zip(np_at(name)).is_some_and(|(a, b)| same(a, b));
            if called {
                noun.end = name.end;
                if let Chunk::Np(n) = &mut noun.chunk {
                    n.end = name.end;
                }
            }
            called
        });
        let mut out: Vec<Spanned> = Vec::with_capacity(chunks.len());
        for mut c in chunks {
            if self.house_of(&c, &mut out) {
                continue;
            }
            if let Chunk::Np(np) = &mut c.chunk {
                let bare = np.event.as_ref().is_some_and(|e| e.possessor.is_empty() && e.adjectives.is_empty() && !e.pronoun);
                if bare && np.kind == NpKind::Event {
                    self.own(np, &mut out);
                    c.start = np.start;
                }
            }
            out.push(c);
        }
        out
    }

    /// "the Embassy of Peru": the Peruvian embassy. Of one house only: "the embassies of Peru and Chile" are a list.
    fn house_of(&self, c: &Spanned, out: &mut Vec<Spanned>) -> bool {
        let [.., house, of] = &mut out[..] else { return false };
        let owner = np_at(c).filter(|n| n.kind == NpKind::Actor && n.actors.len() == 1 && n.actors[0].kind == ActorKind::Country);
        let Some(country) =
            owner.and_then(|n| n.actors[0].country).filter(|_| matches!(of.chunk, Chunk::Prep(p) if self.lx.text(p) == "of"))
        else {
            return false;
        };
        let Chunk::Np(np) = &mut house.chunk else { return false };
        let one = np.premises && np.actors.is_empty() && self.word(np.end - 1).is_some_and(|w| matches!(&*w, "embassy" | "consulate"));
        let Some(e) = np.event.as_mut().filter(|e| one && e.adjectives.is_empty() && e.possessor.is_empty() && !e.pronoun) else {
            return false;
        };
        e.adjectives.push(Actor::country(country));
        np.actors.push(Actor::country(country));
        // The phrase still ends in its noun.
        house.end = c.end;
        out.pop();
        true
    }

    fn own(&self, np: &mut Np, out: &mut Vec<Spanned>) {
        let e = np.event.as_mut().expect("an event");
        // "the Ruto-Museveni meeting": two names in the phrase itself.
        let hyphen = (np.start + 1..e.start).find(|&k| self.tokens[k].kind == Kind::Hyphen);
        if let Some(h) = hyphen.filter(|h| h + 2 == e.start) {
            let surname =
                |k: usize| self.tokens[k].kind == Kind::Word && self.tokens[k].cap && self.lx.surnames.contains_key(&self.tokens[k].sym);
            if surname(h - 1) && surname(h + 1) {
                let named = |k: usize| Actor { country: None, kind: ActorKind::Person, name: Some((k, k + 1)), ..Actor::country(0) };
                e.adjectives = vec![named(h - 1), named(h + 1)];
            }
            return;
        }
        if e.start != np.start {
            return;
        }
        let person = |s: &Spanned| match &s.chunk {
            Chunk::Np(n)
                if n.kind == NpKind::Actor
                    && n.actors.len() == 1
                    && n.actors[0].kind == ActorKind::Person
                    && n.actors[0].name.is_some() =>
            {
                Some(n.actors[0].clone())
            }
            _ => None,
        };
        let n = out.len();
        let Some(last) = out.last().filter(|s| s.end == np.start).and_then(person) else { return };
        // "Donald Trump-Kim Jong-un summit"
        if let Some(first) = n.checked_sub(2).map(|f| &out[f]).filter(|s| s.end + 1 >= out[n - 1].start).and_then(person) {
            let joined = (out[n - 2].start..out[n - 1].start).next_back().is_some_and(|k| self.tokens[k].kind == Kind::Hyphen);
            if joined {
                e.adjectives = vec![first, last];
                np.start = out[n - 2].start;
                out.truncate(n - 2);
            }
            return;
        }
        // A name and a bare singular: no verb agrees with it.
        let journey = matches!(self.spelled(e.end - 1), "visit" | "trip" | "tour" | "journey" | "stopover" | "Visit" | "Trip" | "Tour");
        if journey && last.level.or(last.person.map(|_| Level::Leader)).is_some() {
            e.possessor = vec![last];
            np.start = out[n - 1].start;
            out.truncate(n - 1);
        }
    }
}
