//! Nouns of journeys: who went, and where.

use super::*;
use crate::annotate::dates::Direction;
use crate::annotate::{Actor, ActorKind, Chunk, NpKind, PlaceRef, Tense, Vg};
use crate::extract::build::{Sides, Told, emit};
use crate::extract::discourse::{Parties, Resolved};
use crate::extract::trace::Why;
use crate::lexicon::{CountryForm, Governs, Slot};
use crate::model::{ExchangeType, Level, Mention, Status};

impl Clause<'_, '_> {
    /// A visit, a delegation, an embassy: somebody goes somewhere.
    pub(super) fn journey(&self, site: &Site, told: Told<'_>, sides: &mut Option<Parties>, out: &mut Vec<Mention>) -> Why {
        let &Site { e, rule, np, .. } = site;
        let slot = |s: &Slot| self.filler(site, s);
        let mut told = told;
        let mut places = self.places(site, &mut told);
        // "a U.S. delegation's trip to the country": not to their own.
        let country = |j: usize| self.np(j).is_some_and(|n| self.r.slice(n.start, n.end).eq_ignore_ascii_case("the country"));
        let own = || self.resolve_all(site, &site.e.possessor);
        if site.all.preps.iter().any(|p| country(p.1)) && places.iter().all(|p| own().iter().any(|r| r.country == p.country)) {
            places.clear();
        }
        if let Some((stop, status)) = self.stop_of(site).filter(|_| places.is_empty()) {
            places = stop;
            told.mode =
                Mode { status, direction: if status == Status::Planned { Direction::Future } else { Direction::Past }, news: false };
        }
        let awaited = self.implied_places(site, &mut places);
        if let Some(why) = self.of_the_guest(site, &places, told, sides, out) {
            return why;
        }
        let elsewhere = |v: &Vec<Resolved>, places: &[PlaceRef]| v.iter().any(|s| !places.iter().any(|p| p.country == s.country));
        let sources = rule.source.iter().map(&slot).find(|v| elsewhere(v, &places)).unwrap_or(awaited);
        self.places_around(site, &sources, &mut places);
        let (travellers, told) = self.travellers(site, sources, &places, told, out);
        // "Peru and Chile reopened their embassies": each in the other.
        // "agreed to reopen embassies"
        let bare = places.is_empty() && self.r.word(np.end - 1).as_deref() == Some("embassies") && e.possessor.is_empty();
        if rule.kind == ExchangeType::Accreditation && (e.pronoun || bare) {
            let both = slot(&Slot::Subject);
            if distinct(&both) == 2 && both.iter().all(|b| places.is_empty() || places.iter().any(|p| p.country == b.country)) {
                let [sources, targets] = [vec![both[0].clone()], vec![both[both.len() - 1].clone()]];
                return emit(self, rule, Sides::Two { sources, targets }, told, sides, out);
            }
        }
        if places.is_empty() || travellers.is_empty() {
            // "X arrived in Peru on Monday. The visit ended on Friday": that one is over.
            if let Some(m) = out.last_mut().filter(|_| places.is_empty() && e.definite && self.has_ended(site)) {
                let visit = m.kind == ExchangeType::Visit && m.status == Status::Ongoing;
                m.status = if visit { Status::Occurred } else { m.status };
            }
            return Err("no traveller or no place is named");
        }
        if rule.kind == ExchangeType::Visit
            && travellers.iter().all(|t| t.kind == ActorKind::Country)
            && e.possessor.is_empty()
            && e.adjectives.is_empty()
        {
            return Err("a country does not travel");
        }
        // "arrived here for a visit to Peru and Chile": the other is still to come.
        let here = self.d.here.as_ref().map(|h| h.0).filter(|_| self.c.iter().any(|s| self.arrives_here(s)));
        let (places, next): (Vec<PlaceRef>, Vec<PlaceRef>) = places.into_iter().partition(|p| here.is_none_or(|h| h == p.country));
        if !next.is_empty() && !places.is_empty() && rule.kind == ExchangeType::Visit {
            let mode = Mode { status: Status::Planned, direction: Direction::Future, news: false };
            let later = Told { mode, date: None, ..told };
            let sides_next = Sides::Travel { travellers: travellers.clone(), places: next };
            let _ = emit(self, rule, sides_next, later, sides, out);
        }
        let why = emit(self, rule, Sides::Travel { travellers: travellers.clone(), places: places.clone() }, told, sides, out);
        self.onward(rule, travellers, &places, told, sides, out);
        why
    }

    /// "arrived here"
    fn arrives_here(&self, s: &crate::annotate::Spanned) -> bool {
        let arrives = matches!(&s.chunk, Chunk::Vg(v) if self.verb_is(v, &["arrive"]));
        arrives && self.r.word(s.end).as_deref() == Some("here")
    }

    /// "X, fresh from trips to Peru and Chile, spoke": X was there.
    pub(super) fn fresh_from(&self, site: &Site, told: Told<'_>, sides: &mut Option<Parties>, out: &mut Vec<Mention>) -> Option<Why> {
        let &Site { k, rule, .. } = site;
        let from = k
            .checked_sub(1)
            .filter(|j| rule.kind == ExchangeType::Visit && !rule.invites && matches!(self.prep(*j), Some("from" | "off")))?;
        let fresh = |t: usize| matches!(self.r.word(t).as_deref(), Some("fresh" | "back" | "straight" | "newly"));
        let at = from.checked_sub(1).filter(|j| *j > 1 && fresh(self.c[*j].start) && matches!(self.c[*j - 1].chunk, Chunk::Comma))?;
        let who = self.np(at - 2).filter(|n| n.kind == NpKind::Actor).map(|_| self.resolve_np(at - 2))?;
        let mut around = told;
        let places = self.places(site, &mut around);
        let foreign = |r: &Resolved| official(r) && places.iter().all(|p| p.country != r.country);
        if places.is_empty() || !who.iter().all(foreign) {
            return None;
        }
        let mode = Mode { status: Status::Occurred, direction: Direction::Past, news: false };
        Some(emit(self, rule, Sides::Travel { travellers: who, places }, Told { mode, ..told }, sides, out))
    }

    /// "Laos will be the last leg of X's tour": where, and whether he has been there.
    fn stop_of(&self, site: &Site) -> Option<(Vec<PlaceRef>, Status)> {
        let be = site.k.checked_sub(3).filter(|g| *g > 0 && matches!(self.prep(g + 2), Some("of" | "on" | "in")))?;
        let stop = self.np(be + 1).map(|n| n.end - 1)?;
        matches!(self.r.word(stop).as_deref(), Some("stop" | "leg" | "destination" | "stopover")).then_some(())?;
        let v = self.vg(be).filter(|v| v.copula && !v.negated)?;
        let status = match v.tense {
            Tense::Future => Status::Planned,
            Tense::Past => Status::Occurred,
            Tense::Present => Status::Ongoing,
            _ => return None,
        };
        Some((self.destinations(be - 1), status)).filter(|(p, _)| !p.is_empty() && site.rule.kind == ExchangeType::Visit)
    }

    /// "The visit ended on Friday"
    fn has_ended(&self, site: &Site) -> bool {
        let over = |v: &Vg| matches!(v.tense, Tense::Past | Tense::Perfect) && !v.negated && v.governs == Governs::End;
        site.rule.kind == ExchangeType::Visit && site.preposition.is_none() && site.verb_after.is_some_and(|(_, v)| over(v))
    }

    /// "addressed the parliament of Peru": where a parliament sits.
    pub(super) fn addressed(&self, site: &Site, told: Told<'_>, sides: &mut Option<Parties>, out: &mut Vec<Mention>) -> Why {
        let &Site { rule, .. } = site;
        let first_of = |slots: &[Slot]| self.first_filler(site, slots);
        let all = &site.all;
        let Some(sector) = site.rule.needs_sector else { return Err("no audience is asked for") };
        let hall = all.preps.iter().filter(|(s, _)| rule.target.contains(&Slot::Preposition(self.r.lx.text(*s).into()))).find_map(|x| {
            let np = self.np(x.1)?;
            let country = np.actors.iter().find(|a| a.sector == Some(sector))?.country?;
            Some(PlaceRef { country, start: np.start, end: np.end, whole_country: false })
        });
        let Some(hall) = hall else { return Err("the audience is no parliament") };
        if self.remote() {
            return Err("done from afar: nobody travelled");
        }
        let travellers = first_of(&rule.source);
        emit(self, rule, Sides::Travel { travellers, places: vec![hall] }, told, sides, out)
    }

    /// Where it went, in the noun's own phrases.
    pub(super) fn places(&self, site: &Site, told: &mut Told<'_>) -> Vec<PlaceRef> {
        let &Site { k, rule, np, .. } = site;
        let all = &site.all;
        // "reopen embassies after talks in China": an embassy is where the first phrase says.
        let near = rule.kind == ExchangeType::Accreditation;
        // "a tour of Virginia with a speech in Richmond"
        let toured = all
            .preps
            .first()
            .filter(|(s, j)| *j == k + 2 && self.r.lx.text(*s) == "of" && !near)
            .filter(|x| self.np(x.1).is_some_and(|n| n.kind == NpKind::Place))
            .map(|x| self.destinations(x.1))
            .filter(|v| !v.is_empty());
        let there = |s: &Slot| match s {
            Slot::Preposition(w) => all
                .preps
                .iter()
                .take(if near { 1 } else { usize::MAX })
                .filter(|(s, _)| self.r.lx.text(*s) == w.as_str())
                .map(|x| self.destinations(x.1))
                .find(|v| !v.is_empty()),
            _ => None,
        };
        let mut places: Vec<PlaceRef> = toured.or_else(|| rule.target.iter().find_map(there)).unwrap_or_default();
        // "his trip that will include Peru and Chile", "a tour which took him to Peru"
        // "a tour of Latin America that also included Peru and Chile"
        let of = usize::from(self.prep(k + 1) == Some("of") && self.np(k + 2).is_some_and(|n| n.places.is_empty())) * 2;
        let relative = |j: usize| matches!(self.c.get(j).map(|s| &s.chunk), Some(Chunk::That | Chunk::Rel));
        if places.is_empty() && rule.kind == ExchangeType::Visit && relative(k + 1 + of) {
            let rel = k + 1 + of;
            let also = usize::from(matches!(self.c.get(rel + 1).map(|s| &s.chunk), Some(Chunk::Adverb(_))));
            let part = self.vg(rel + 1 + also).filter(|v| !v.passive && !v.negated && self.verb_is(v, &["include", "comprise"]));
            if let Some(v) = part {
                let at = rel + 2 + also + usize::from(self.prep(rel + 3 + also) == Some("in")) * 2;
                places = self.destinations(at);
                if also == 1 && v.tense == Tense::Past {
                    (told.mode, told.date) = (Mode { status: Status::Occurred, direction: Direction::Past, news: false }, None);
                }
                let ahead = matches!(v.tense, Tense::Future | Tense::Present);
                let mode = Mode { status: Status::Planned, direction: Direction::Future, news: false };
                if ahead {
                    (told.mode, told.date) = (mode, None);
                }
            }
        }
        if places.is_empty() && rule.target.contains(&Slot::Here) {
            places = self.here(all);
        }
        // "will meet China's leaders during a visit there": where they are whom the sentence named last.
        let there = matches!(self.c.get(k + 1).map(|s| &s.chunk), Some(Chunk::Adverb(a)) if self.r.lx.text(*a) == "there");
        if places.is_empty() && there && rule.kind == ExchangeType::Visit {
            let own = self.governor(k).and_then(|g| self.subject(g, 0)).map(|s| self.resolve_np(s)).unwrap_or_default();
            let named = (0..k)
                .rev()
                .filter_map(|j| self.np(j))
                .flat_map(|n| n.everybody().filter_map(|a| a.country).chain(n.places.iter().map(|p| p.country)).collect::<Vec<_>>());
            let country = named.into_iter().find(|c| own.iter().all(|r| r.country != *c));
            places.extend(country.map(|country| PlaceRef { country, start: np.start, end: np.start, whole_country: true }));
        }
        places
    }

    /// Where it went, where the phrases do not say: who is expected there, if that is what told it.
    pub(super) fn implied_places(&self, site: &Site, places: &mut Vec<PlaceRef>) -> Vec<Resolved> {
        let &Site { e, rule, np, verb_before, verb_after, light_before, .. } = site;
        let first_of = |slots: &[Slot]| self.first_filler(site, slots);
        let all = &site.all;
        // "is set to begin his visit on Monday", "The visit paid by X ended": to where was told before, or where this is written.
        let runs = |(_, v): (usize, &Vg)| matches!(v.governs, Governs::Begin | Governs::End) || v.governs == Governs::Cancel && v.passive;
        // "is to meet X during his visit on April 1 and 2"
        let dated = site.preposition == Some("during") && all.dates.first().is_some_and(|d| d.0 <= site.k + 2);
        let alone =
            rule.kind == ExchangeType::Visit && !rule.invites && (dated || light_before.is_some_and(runs) || verb_after.is_some_and(runs));
        // "LIMA - Minister X paid a visit on Thursday", "wrapped up a three-day visit": so does the paper's own country.
        let paid = light_before.is_some_and(|(_, v)| self.verb_is(v, &["pay", "make", "wrap up", "conclude", "complete"]));
        let here = paid && rule.kind == ExchangeType::Visit && rule.phase.is_none() && self.d.body > 0 && all.preps.is_empty();
        let here = here && !all.dates.is_empty() && matches!(self.r.word(np.start).as_deref(), Some("a" | "an"));
        if places.is_empty() && (alone && (e.pronoun || !e.possessor.is_empty()) || here) && e.adjectives.is_empty() {
            let there = self.d.host.get().or_else(|| self.d.here.as_ref().map(|h| h.0));
            let own = first_of(&rule.source);
            if let (Some(country), [who]) = (there, &own[..]) {
                if who.country != country && who.kind == ActorKind::Person && who.level <= Some(Level::Minister) {
                    *places = vec![PlaceRef { country, start: np.start, end: np.start, whole_country: true }];
                }
            }
        }
        // "left after a five-day visit", as a paper of Peru tells it of a guest: Peru.
        let left = |g: &usize| self.vg(*g).is_some_and(|v| Self::finite(v) && !v.negated && self.verb_is(v, &["leave", "depart"]));
        let bare = rule.kind == ExchangeType::Visit && all.preps.is_empty() && site.preposition == Some("after");
        let gone = site.before.checked_sub(2).filter(|g| bare && places.is_empty() && left(g));
        if let Some(here) = gone.and_then(|_| self.d.reads_for()) {
            let guests = first_of(&rule.source);
            if guests.iter().all(|r| official(r) && r.country != here) && !guests.is_empty() {
                *places = vec![PlaceRef { country: here, start: np.start, end: np.start, whole_country: true }];
            }
        }
        // "invited X to pay a state visit": to who invites.
        let invited = light_before.filter(|(_, v)| v.tense == Tense::Infinitive && rule.kind == ExchangeType::Visit);
        let invites = invited.and_then(|(g, _)| self.governor(g)).filter(|h| self.vg(*h).is_some_and(|v| self.verb_is(v, &["invite"])));
        if let Some(h) = invites.filter(|h| places.is_empty() && self.vg(*h).is_some_and(|v| !v.passive)) {
            let host = self.subject(h, 0).map(|s| self.resolve_np(s)).unwrap_or_default();
            places.extend(host.iter().map(|r| PlaceRef { country: r.country, start: np.start, end: np.start, whole_country: true }));
        }
        // "X visited Peru in May, and Peru's minister paid a return visit": to X.
        let back = || (np.start..e.end).any(|t| self.r.word(t).as_deref() == Some("return"));
        if places.is_empty() && rule.kind == ExchangeType::Visit && light_before.is_some() && back() {
            let own: Vec<u16> = first_of(&rule.source).iter().map(|r| r.country).collect();
            let pair = self.d.last_pair().filter(|(a, b)| own.len() == 1 && (own.contains(a) || own.contains(b)));
            let there = pair.map(|(a, b)| if own.contains(&a) { b } else { a });
            *places = there.map(|country| PlaceRef { country, start: np.start, end: np.start, whole_country: true }).into_iter().collect();
        }
        // "winding up its DPRK visit", "the president's China trip": the country before the noun is where.
        if places.is_empty() && rule.kind == ExchangeType::Visit && (e.pronoun || !e.possessor.is_empty()) {
            *places = e
                .adjectives
                .iter()
                .filter_map(|a| a.country)
                .map(|country| PlaceRef { country, start: e.start, end: e.start, whole_country: true })
                .chain(e.place)
                .collect();
        }
        // "begins Vietnam visit", "cancels US trip": a country's name there is where, and its adjective is who.
        let staged = |v: &Vg| matches!(v.governs, Governs::Begin | Governs::End | Governs::Cancel);
        let named =
            |c: u16| (np.start..e.end).any(|t| self.r.country_form(t).is_some_and(|f| f.0 == c && f.1 == CountryForm::Name && f.2 < e.end));
        // "reopens its Iran embassy": there.
        let its = rule.kind == ExchangeType::Accreditation && e.pronoun;
        let begun = rule.kind == ExchangeType::Visit && !rule.invites && verb_before.is_some_and(|(_, v)| staged(v));
        if places.is_empty() && (its || begun) {
            let there = e.adjectives.iter().filter_map(|a| a.country).filter(|c| named(*c));
            *places = there.map(|country| PlaceRef { country, start: e.start, end: e.start, whole_country: true }).collect();
        }
        // "opened Peru's first embassy in the region during a visit to Fiji": there.
        if places.is_empty() && rule.kind == ExchangeType::Accreditation && light_before.is_some() {
            let trip = |j: &usize| self.event_is(*j, ExchangeType::Visit) && matches!(self.prep(j - 1), Some("during" | "on"));
            let to = |j: usize| self.slot_prep(&self.phrases(j + 1), "to").map(|t| self.destinations(t));
            *places = (site.k + 2..self.c.len()).find(trip).and_then(to).unwrap_or_default();
        }
        // "paid a visit to the Peruvian president": to his country.
        if places.is_empty() && rule.kind == ExchangeType::Visit && !rule.invites && rule.phase.is_none() {
            let host = self.slot_prep(all, "to").map(|j| self.resolve_np(j)).unwrap_or_default();
            if let [host] = &host[..] {
                if official(host) {
                    *places = vec![PlaceRef { country: host.country, start: e.start, end: e.start, whole_country: true }];
                }
            }
        }
        // "was booed in Lima, where he is on a visit": there.
        let there = site.k.checked_sub(4).filter(|w| {
            let stays = self.prep(*w) == Some("where") && self.vg(w + 2).is_some_and(|v| v.copula && !v.negated);
            stays && *w > 0 && places.is_empty() && rule.kind == ExchangeType::Visit && site.preposition == Some("on")
        });
        if let Some(w) = there {
            let comma = usize::from(matches!(self.c[w - 1].chunk, Chunk::Comma));
            *places = w.checked_sub(1 + comma).map(|j| self.destinations(j)).unwrap_or_default();
        }
        // "X received Y, who is on a visit until Friday": to X's.
        let who = site.k.checked_sub(3).filter(|r| {
            let relative = matches!(self.c[*r].chunk, Chunk::Rel) && self.vg(r + 1).is_some_and(|v| v.copula && !v.negated);
            relative && places.is_empty() && rule.kind == ExchangeType::Visit && site.preposition == Some("on")
        });
        let host = who.map(|r| self.received_by(r));
        if let Some([host]) = host.as_deref().filter(|h| h.iter().all(official)) {
            *places = vec![PlaceRef { country: host.country, start: e.start, end: e.start, whole_country: true }];
        }
        let by = [Slot::Preposition("by".into()), Slot::Preposition("from".into())];
        // "X hosted a visit by Y": to X's.
        // "X held a welcome ceremony for Y": in X's country.
        let ceremony = rule.source.contains(&Slot::Preposition("for".into()));
        let hosts = verb_before
            .filter(|(_, v)| !v.passive && (ceremony && self.light(v, rule) || self.verb_is(v, &["host", "welcome", "receive"])));
        if let (true, ExchangeType::Visit, Some((g, _))) = (places.is_empty() && !rule.invites, rule.kind, hosts) {
            let host = self.subject(g, 0).map(|j| self.resolve_np(j)).unwrap_or_default();
            let guests = first_of(if ceremony { &rule.source } else { &by });
            if distinct(&host) == 1 && guests.iter().any(|x| x.country != host[0].country) {
                *places = vec![PlaceRef { country: host[0].country, start: e.start, end: e.start, whole_country: true }];
            }
        }
        // "Lima is expecting a visit from X", "Peru awaits a visit by X": there.
        let awaits = verb_before.filter(|(_, v)| !v.passive && self.verb_is(v, &["expect", "await", "see"]));
        let mut awaited = Vec::new();
        if let (true, ExchangeType::Visit, Some((g, _))) = (places.is_empty() && !rule.invites, rule.kind, awaits) {
            let there = self.subject(g, 0).map(|s| self.destinations(s)).unwrap_or_default();
            let guests = first_of(&by);
            if there.len() == 1 && guests.iter().all(|x| x.country != there[0].country && official(x)) {
                awaited = guests;
                *places = there;
            }
        }
        awaited
    }

    /// "A and B signed during Prime Minister X's visit to B": X is A's.
    pub(super) fn of_the_guest(
        &self,
        site: &Site,
        places: &[PlaceRef],
        told: Told<'_>,
        sides: &mut Option<Parties>,
        out: &mut Vec<Mention>,
    ) -> Option<Why> {
        let &Site { k, e, rule, np, .. } = site;
        if let [one] = &e.possessor[..] {
            if rule.kind == ExchangeType::Visit && one.kind == ActorKind::Person && self.d.resolve(self.r, one, np).is_none() {
                let hosts: Vec<u16> = places.iter().map(|p| p.country).collect();
                let others = (0..k).filter(|&j| self.np(j).is_some_and(|n| n.kind == NpKind::Actor)).flat_map(|j| self.resolve_np(j));
                let (host, guests): (Vec<Resolved>, Vec<Resolved>) = others.partition(|o| hosts.contains(&o.country));
                if one.office.is_some() && distinct(&guests) == 1 && !host.is_empty() {
                    let a = crate::annotate::Actor { country: Some(guests[0].country), ..one.clone() };
                    let travellers = self.d.resolve(self.r, &a, np).into_iter().collect();
                    let places = places.to_vec();
                    return Some(emit(self, rule, Sides::Travel { travellers, places }, told, sides, out));
                }
                return Some(Err("whose visit it is, is not said"));
            }
        }
        None
    }

    /// Where it went, in the rest of the sentence: "is in Kampala on a visit".
    pub(super) fn places_around(&self, site: &Site, sources: &[Resolved], places: &mut Vec<PlaceRef>) {
        let &Site { k, e, rule, before, preposition, verb_before, .. } = site;
        let slot = |s: &Slot| self.filler(site, s);
        let all = &site.all;
        // "in Washington, ahead of X's visit": the place of the sentence.
        if places.is_empty()
            && rule.kind == ExchangeType::Visit
            && (!e.possessor.is_empty() || !slot(&Slot::Preposition("by".into())).is_empty())
            && matches!(preposition, Some("ahead of" | "during" | "before" | "after" | "following" | "amid" | "against" | "over"))
        {
            *places = (0..k)
                .rev()
                .filter(|&j| j > 0 && matches!(self.prep(j - 1), Some("in" | "at")))
                .map(|j| self.destinations(j))
                .find(|v| !v.is_empty())
                .unwrap_or_default();
        }
        // "is in Kampala on a visit"
        if places.is_empty() && rule.kind == ExchangeType::Visit && matches!(preposition, Some("on" | "for")) && before >= 3 {
            // "a ceasefire in Gaza on his visit": the ceasefire's.
            // "was in the country on a visit": the other side's.
            let the_country = self.np(before - 2).is_some_and(|n| {
                n.end == n.start + 2
                    && self.r.word(n.start).as_deref() == Some("the")
                    && self.r.word(n.end - 1).as_deref() == Some("country")
            });
            let guests: Vec<u16> = sources.iter().map(|s| s.country).collect();
            let host = || {
                let named = (0..before).rev().flat_map(|j| self.resolve_np(j)).map(|a| a.country).find(|c| !guests.contains(c));
                named.or_else(|| self.d.last_pair().and_then(|(a, b)| [a, b].into_iter().find(|c| !guests.contains(c))))
            };
            if the_country && matches!(self.prep(before - 3), Some("in")) && !guests.is_empty() {
                let whole = |country| PlaceRef { country, start: e.start, end: e.start, whole_country: true };
                *places = host().map(whole).into_iter().collect();
            }
            let thing = preposition == Some("on") && before >= 4 && self.np(before - 4).is_some_and(|n| n.kind != NpKind::Actor);
            if places.is_empty() && matches!(self.prep(before - 3), Some("in" | "at")) && !thing {
                *places = self.destinations(before - 2);
            }
        }
        if places.is_empty() && rule.kind == ExchangeType::Visit {
            let guests: Vec<u16> = sources.iter().map(|s| s.country).collect();
            let whole = |country| PlaceRef { country, start: e.start, end: e.start, whole_country: true };
            let host = |j: usize| self.resolve_np(j).into_iter().map(|a| a.country).find(|c| !guests.contains(c));
            // "ends the embargo on X during his visit to the country": the last one named.
            let meant = |j: usize| {
                // "the Gulf country", "the island nation"
                self.np(j).is_some_and(|n| {
                    self.r.word(n.start).as_deref() == Some("the")
                        && n.end <= n.start + 4
                        && n.everybody().all(|a| a.country.is_none())
                        && matches!(self.r.word(n.end - 1).as_deref(), Some("country" | "nation" | "kingdom" | "state" | "republic"))
                })
            };
            if all.preps.iter().any(|(s, j)| matches!(self.r.lx.text(*s), "in" | "to") && meant(*j)) {
                let last = || self.d.last_pair().and_then(|(a, b)| [a, b].into_iter().find(|c| !guests.contains(c)));
                // Of a pair that the guest is not of, nothing says which; where this is written, then.
                let theirs = || self.d.last_pair().filter(|(a, b)| guests.contains(a) || guests.contains(b)).and_then(|_| last());
                let here = || self.d.here.as_ref().map(|h| h.0).filter(|c| !guests.contains(c));
                *places = (0..k).rev().find_map(host).or_else(theirs).or_else(here).or_else(last).map(whole).into_iter().collect();
            } else if (matches!(preposition, Some("during" | "after" | "following" | "ahead of" | "before")) || self.at_an_end_of(k))
                && !slot(&Slot::Preposition("by".into())).is_empty()
            {
                // "X speaks during a state visit by Y": X is at home.
                // "At the end of a visit by Y, X speaks": so is X.
                let speaks = |v: usize| self.vg(v).filter(|g| Self::finite(g)).and_then(|_| self.subject(v, 0));
                let mut said = (0..k).chain(k + 1..self.c.len());
                *places = said.find_map(|v| speaks(v).and_then(host)).map(whole).into_iter().collect();
            } else if let Some((g, _)) =
                verb_before.filter(|(_, v)| !v.passive && self.verb_is(v, &["hail", "welcome", "praise", "appreciate", "laud"]))
            {
                // "X hailed the visit of Y": to him.
                let named = !e.pronoun && (e.definite || !e.possessor.is_empty());
                let praised = self.subject(g, 0).filter(|s| named && self.resolve_np(*s).iter().any(official));
                *places = praised.and_then(host).map(whole).into_iter().collect();
            } else if preposition == Some("during") && !e.pronoun && guests.len() == 1 {
                // "Peru and Chile signed a pact during the Chilean president's visit": to the other of the two who signed it.
                let deals = |v: &Vg| {
                    let verbs = ["sign", "exchange", "conclude", "upgrade", "elevate", "establish", "ink", "adopt", "issue", "launch"];
                    Self::finite(v) && !v.passive && self.verb_is(v, &verbs)
                };
                let deal = (0..self.c.len()).find(|j| self.vg(*j).is_some_and(deals));
                let two = deal.and_then(|g| self.subject(g, 0)).filter(|s| {
                    let both = self.resolve_np(*s);
                    distinct(&both) == 2 && both.iter().any(|b| guests.contains(&b.country))
                });
                *places = two.and_then(host).map(whole).into_iter().collect();
            }
        }
    }

    /// "at the end of a visit", "at the start of a visit"
    fn at_an_end_of(&self, k: usize) -> bool {
        k >= 3
            && self.prep(k - 1) == Some("of")
            && matches!(self.prep(k - 3), Some("at" | "toward" | "towards" | "by"))
            && self.np(k - 2).is_some_and(|n| {
                matches!(self.r.word(n.end - 1).as_deref(), Some("end" | "close" | "conclusion" | "start" | "beginning" | "outset"))
            })
    }

    /// Who went, of those that the slots name, or else of those told of around.
    pub(super) fn travellers<'t>(
        &self,
        site: &Site,
        sources: Vec<Resolved>,
        places: &[PlaceRef],
        told: Told<'t>,
        out: &[Mention],
    ) -> (Vec<Resolved>, Told<'t>) {
        let &Site { k, e, rule, np, preposition, verb_before, verb_after, .. } = site;
        let resolve_all = |v: &[Actor]| self.resolve_all(site, v);
        let all = &site.all;
        // "A planned stop in Jordan was called off": whose, the sentence before said.
        let called = verb_after.is_some_and(|(_, v)| v.passive && v.governs == Governs::Cancel);
        let sources = if sources.is_empty() && called && rule.kind == ExchangeType::Visit && verb_before.is_none() {
            self.d.last_person().cloned().into_iter().collect()
        } else {
            sources
        };
        // "The visit to X by Y follows a visit to Z": Y's too.
        let follows = verb_before.filter(|(_, v)| !v.passive && self.verb_is(v, &["follow"]) && !e.pronoun);
        let sources = match follows.and_then(|(g, _)| self.subject(g, 0)).filter(|_| sources.is_empty()) {
            Some(s) if self.np(s).is_some_and(|n| n.event.as_ref().is_some_and(|x| self.noun_of(x, ExchangeType::Visit))) => {
                self.traveller_of(s, out)
            }
            _ => sources,
        };
        // "returned from a tour that included stops in Peru and Chile": his who was on the tour.
        let part = verb_before.filter(|(_, v)| !v.passive && self.verb_is(v, &["include", "comprise", "feature", "involve"]));
        let tour = part.and_then(|(g, _)| {
            let relative = matches!(self.c[g - 1].chunk, Chunk::That | Chunk::Rel);
            let at = if relative { g.checked_sub(2) } else { g.checked_sub(1) };
            at.filter(|j| self.np(*j).and_then(|n| n.event.as_ref()).is_some_and(|x| self.noun_of(x, ExchangeType::Visit)))
        });
        // "underlined the importance of this visit to Peru": his who says so, unless he is at home.
        let this = k >= 2
            && self.prep(k - 1) == Some("of")
            && matches!(self.r.word(np.start).as_deref(), Some("this" | "today"))
            && matches!(self.r.word(self.c[k - 2].end - 1).as_deref(), Some("importance" | "significance"));
        let own = |j: usize| {
            let whose = self.np(j).and_then(|n| n.event.as_ref()).map(|x| resolve_all(&x.possessor)).unwrap_or_default();
            if whose.iter().any(official) {
                return whose;
            }
            let first = (0..j).find(|f| self.vg(*f).is_some_and(Self::finite)).and_then(|f| self.subject(f, 0));
            first.map(|j| self.resolve_np(j)).unwrap_or_default().into_iter().filter(official).collect()
        };
        let (sources, told) = match tour.or(this.then_some(k)).filter(|_| sources.is_empty() && rule.kind == ExchangeType::Visit) {
            // "his tour includes stops in Peru": it has not been there.
            Some(j) if tour.is_some() && part.is_some_and(|(_, v)| v.tense == Tense::Present) => {
                (own(j), Told { mode: Mode { status: Status::Planned, direction: Direction::Future, news: false }, ..told })
            }
            Some(j) => (own(j), told),
            None => (sources, told),
        };
        // "congratulated X on his visit to Peru ... The letter praised his visit to Peru": still X's.
        let his = e.pronoun && matches!(self.r.word(np.start).as_deref(), Some("his" | "her"));
        let nobody = || !(0..k).any(|j| self.resolve_np(j).iter().any(|r| r.kind == ActorKind::Person));
        let told_before = his && rule.kind == ExchangeType::Visit && all.dates.is_empty() && e.date.is_none() && nobody();
        let guest = if told_before { self.told_of(places, k, out).filter(|r| r.name.is_some()) } else { None };
        let sources = guest.map_or(sources, |guest| vec![guest]);
        // "Chilean minister in Peru for an official visit": a headline leaves the verb out.
        let headline = |j: usize| {
            rule.kind == ExchangeType::Visit
                && j == 4
                && !e.pronoun
                && matches!(preposition, Some("for" | "on"))
                && self.prep(1) == Some("in")
                && self.np(0).is_some_and(|n| n.kind == NpKind::Actor)
                && !self.c.iter().any(|s| matches!(&s.chunk, Chunk::Vg(v) if Self::finite(v)))
        };
        let (sources, told) = if sources.is_empty() && headline(k) {
            let mode = Mode { status: Status::Ongoing, direction: Direction::Past, news: true };
            (self.resolve_np(0).into_iter().filter(official).collect(), Told { mode, ..told })
        } else {
            (sources, told)
        };
        // "the visit to Russia of the Chinese premier": "of" is who travels unless it is where.
        let abroad = |s: &Resolved| !places.iter().any(|p| p.country == s.country);
        let mut travellers: Vec<Resolved> = sources.into_iter().filter(abroad).collect();
        // "X met with President Y of Peru on a trip to Peru": whoever is not at home there.
        let host = k >= 2 && self.prep(k - 1) == Some("on") && self.resolve_np(k - 2).iter().any(|r| !abroad(r) && official(r));
        if travellers.is_empty() && host && rule.kind == ExchangeType::Visit {
            let met = self.governor(k).and_then(|g| self.subject(g, 0)).map(|j| self.resolve_np(j)).unwrap_or_default();
            travellers.extend(met.into_iter().filter(|r| abroad(r) && official(r)));
        }
        // "The Peruvian premier spoke beside President X of Chile during his visit to Peru": the guest's.
        if travellers.is_empty() && !places.is_empty() && rule.kind == ExchangeType::Visit && his {
            let guest = |v: Vec<Resolved>| v.into_iter().find(|r| abroad(r) && official(r) && r.kind == ActorKind::Person);
            travellers.extend((0..k).rev().find_map(|j| guest(self.resolve_np(j))));
        }
        (travellers, told)
    }
}
