//! What the words read so far make: an actor, an event, a place.

use super::*;
use crate::annotate::reader::Reader;
use crate::lexicon::{Closed, CountryForm};
use crate::model::{Level, Sector};
use crate::text::Kind;

impl Reader<'_> {
    pub(super) fn finish(&self, p: Partial, start: usize, end: usize) -> Np {
        let lx = self.lx;
        let mut np = Np::other(start, end);
        np.premises = p.premises;
        np.sector = p.sector;
        let countries: Vec<u16> = {
            let mut v: Vec<u16> = Vec::new();
            for m in &p.mods {
                if !v.contains(&m.0) {
                    v.push(m.0);
                }
            }
            // "the Peru-Chile Friendship Association" is the one that stands first's.
            if let ([a, b], 2) = (&p.mods[..], v.len()) {
                let friends = |t: usize| matches!(self.spelled(t), "Friendship" | "Solidarity" | "Parliamentary");
                if a.3 + 1 == b.2 && self.kind(a.3) == Some(Kind::Hyphen) && b.3 < end && friends(b.3) {
                    v.truncate(1);
                }
            }
            v
        };
        let possessor_countries: Vec<u16> = p.possessor.iter().filter_map(|a| a.country.or_else(|| self.nation_of(a))).collect();
        let inst_country = p.institution.and_then(|i| lx.institutions[i as usize].country);
        if let Some((noun, a, b)) = p.event {
            // "his February Hanoi summit": the town is where, and no side.
            let meets = matches!(self.spelled(b - 1), "talks" | "negotiations" | "summit" | "conference" | "meeting");
            let whose = p.pronoun || !p.possessor.is_empty() || p.definite && meets;
            let town = |m: &(u16, CountryForm, usize, usize)| whose && m.1 == CountryForm::Capital && m.3 == a && p.mods.len() == 1;
            let adjectives = p.mods.iter().filter(|m| m.2 < a && !town(m)).map(|m| Actor::country(m.0)).collect();
            np.kind = NpKind::Event;
            np.places.clear();
            if matches!(lx.nouns[noun as usize].text.as_str(), "embassy" | "embassies" | "consulate" | "diplomatic mission") {
                np.premises = true;
                let owners = p.mods.iter().filter(|m| m.2 < a).map(|m| m.0).chain(possessor_countries.iter().copied());
                np.actors = owners.map(Actor::country).collect();
            }
            np.event = Some(Event {
                noun,
                start: a,
                end: b,
                possessor: p.possessor,
                adjectives,
                pronoun: p.pronoun,
                definite: p.definite,
                multilateral: p.trap || p.institution.is_some_and(|i| lx.institutions[i as usize].country.is_none()),
                status: p.status,
                date: p.date,
                sector: p.sector,
                place: p.places.last().filter(|pl| !pl.whole_country && pl.end == a && p.mods.len() < 2).copied(),
            });
            return np;
        }
        let actor = |c: Option<u16>, kind: ActorKind| Actor {
            country: c,
            kind,
            name: None,
            office: None,
            person: None,
            level: None,
            sector: p.sector,
            former: p.former,
            definite: p.definite || p.pronoun,
            delegation: false,
            plural: false,
            force: None,
            modifier: p.modifier,
        };
        // "the president's plane", "the minister's train": who is in it.
        let vehicle = p.other
            && end > start
            && matches!(
                self.spelled(end - 1),
                "plane" | "jet" | "aircraft" | "train" | "airplane" | "convoy" | "motorcade" | "helicopter" | "flight"
            );
        if vehicle && p.possessor.len() == 1 && p.possessor[0].kind == ActorKind::Person && p.name.is_none() {
            np.actors = p.possessor;
            np.kind = NpKind::Actor;
            return np;
        }
        // "the Truman administration": the government of the one country that such a leader had.
        let ruled = end >= start + 2
            && matches!(self.spelled(end - 1), "administration" | "government" | "cabinet")
            && p.office.is_none()
            && possessor_countries.is_empty();
        if let Some(c) = ruled.then(|| self.country_of_leaders(end - 2)).flatten() {
            let mut a = actor(Some(c), ActorKind::Group);
            a.level = Some(Level::Working);
            np.actors.push(a);
            np.kind = NpKind::Actor;
            return np;
        }
        if p.office.is_some() || p.name.is_some() || p.person.is_some() {
            // An organisation's officer speaks for the organisation.
            if p.trap && (p.office.is_none() || p.body_country.is_none()) {
                return np;
            }
            // "the World Economic Forum" is nobody.
            let thing = p.name.is_some_and(|(a, b)| b > a + 1 && self.is(b - 1, Closed::ThingNoun));
            if thing && p.office.is_none() && p.person.is_none() {
                np.places = p.places;
                if !np.places.is_empty() {
                    np.kind = NpKind::Place;
                }
                return np;
            }
            // "Chinese company Sinovac": a common noun before the name says that it is no official.
            if p.other && p.office.is_none() && p.person.is_none() {
                return np;
            }
            let c = p.body_country.or_else(|| possessor_countries.first().copied()).or_else(|| countries.last().copied()).or(inst_country);
            // "Sichuan Governor X", "Shanghai's mayor"
            let seat = p.places.last().filter(|pl| c.is_none() && !pl.whole_country && p.office.is_some_and(|o| pl.end <= o.0));
            let c = c.or_else(|| seat.map(|pl| pl.country));
            let many = countries.len() > 1 && p.office.is_some() && p.name.is_none();
            // "his Cambodian and Lao counterparts A and B": the names stand for the countries in turn.
            let adjectives = p.mods.iter().all(|m| m.1 == CountryForm::Adjective);
            let peers = p.name.is_some_and(|n| n.0 > start && (self.lower_is(n.0 - 1, "counterparts") || self.lower_is(n.0 - 1, "peers")));
            // "Peruvian and Chilean presidents A and B": in turn as well, and each of the rank.
            let ranked = p.group.map(|g| &lx.groups[g as usize]).filter(|g| g.official && g.level <= Level::Minister && g.plural);
            let before_name = p.name.is_some_and(|n| n.0 > start && p.mods.iter().all(|m| m.3 <= n.0));
            let in_turn = adjectives && peers || ranked.is_some() && before_name;
            if countries.len() > 1 && in_turn && p.office.is_none() {
                np.actors.extend(countries.iter().map(|c| {
                    let mut a = actor(Some(*c), ActorKind::Person);
                    a.level = ranked.map(|g| g.level);
                    a.sector = ranked.and_then(|g| g.sector);
                    a
                }));
                let mut named = actor(None, ActorKind::Person);
                named.name = p.name;
                named.person = p.person;
                np.actors.push(named);
                np.list = true;
                np.kind = NpKind::Actor;
                return np;
            }
            if many {
                for c in &countries {
                    let mut a = actor(Some(*c), ActorKind::Person);
                    a.level = p.level;
                    a.office = p.office;
                    np.actors.push(a);
                }
                np.list = true;
            } else {
                let mut a = actor(c, ActorKind::Person);
                a.name = p.name;
                a.office = p.office;
                a.person = p.person;
                a.level = if seat.is_some() { p.level.map(|l| l.max(Level::DeputyMinister)) } else { p.level };
                // "Presidents Biden and Xi": the plural stands for the office of each.
                let group = p.group.filter(|_| p.office.is_none()).map(|g| &lx.groups[g as usize]);
                if let Some(g) = group.filter(|g| g.official && g.level <= Level::Minister && g.plural) {
                    a.level = Some(g.level);
                    a.sector = g.sector;
                    a.plural = true;
                }
                if a.level.is_none() {
                    a.sector = None;
                }
                np.actors.push(a);
            }
            np.kind = NpKind::Actor;
            return np;
        }
        if let Some(g) = p.group {
            let g = &lx.groups[g as usize];
            let inst = p.institution.map(|i| &lx.institutions[i as usize]);
            let mut list = countries.clone();
            // "his top Iraq commanders": the owner's people there.
            if p.pronoun && g.sector == Some(Sector::Military) && p.mods.iter().all(|m| m.1 != CountryForm::Adjective) {
                list.clear();
            }
            if list.is_empty() {
                list.extend(possessor_countries.iter().copied());
            }
            if list.is_empty() {
                list.extend(inst_country);
            }
            if p.trap || p.other {
                // "UN officials", "Hamas delegation": nobody's country.
                if list.is_empty() && p.trap {
                    return np;
                }
            }
            let make = |c: Option<u16>| {
                let mut a = actor(c, if g.official { ActorKind::Group } else { ActorKind::Unofficial });
                a.level = Some(if p.deputy { lower(g.level) } else { g.level });
                a.sector = inst.map(|i| i.sector).or(g.sector).or(p.sector);
                if let Some(l) = inst.and_then(|i| i.level) {
                    a.level = Some(l);
                }
                a.delegation = g.delegation;
                a.plural = g.plural;
                a.force = g.force;
                a
            };
            if list.is_empty() {
                np.actors.push(make(None));
            } else {
                np.list = list.len() > 1;
                np.actors = list.into_iter().map(|c| make(Some(c))).collect();
            }
            np.kind = NpKind::Actor;
            return np;
        }
        if let Some(i) = p.institution.filter(|_| !p.other) {
            let inst = &lx.institutions[i as usize];
            // "the Sudan People's Liberation Army" is not China's.
            let another = countries.last().copied().filter(|c| inst.sector == Sector::Military && inst.country != Some(*c));
            if let Some(c) = another.or(inst.country).or(countries.last().copied()) {
                let mut a = actor(Some(c), ActorKind::Group);
                a.level = inst.level;
                a.sector = Some(inst.sector);
                np.actors.push(a);
                np.kind = NpKind::Actor;
                np.premises = inst.sector == Sector::Parliament;
                return np;
            }
        }
        if !p.mods.is_empty() && !p.other && !p.trap {
            let last = p.mods.last().expect("not empty");
            if matches!(last.1, CountryForm::Adjective | CountryForm::People)
                && last.1 == CountryForm::Adjective
                && p.places.is_empty()
                && !p.determiner
            {
                // A lone adjective modifies what follows.
                np.open_modifier = true;
            }
            if last.1 == CountryForm::People {
                return np;
            }
            if last.1 == CountryForm::Adjective {
                return np;
            }
            np.kind = NpKind::Actor;
            np.list = countries.len() > 1;
            np.actors = countries.iter().map(|c| Actor::country(*c)).collect();
            np.places = p.places;
            return np;
        }
        if !p.places.is_empty() && !p.trap {
            np.kind = NpKind::Place;
            np.places = p.places;
            return np;
        }
        if p.trap {
            return np;
        }
        np.open_modifier = p.other && !p.determiner && p.mods.is_empty();
        np
    }
}
