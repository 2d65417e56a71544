//! Verbs of journeys: who went, and where.

use super::*;
use crate::annotate::dates::{DateExpr, Direction};
use crate::annotate::{ActorKind, Chunk, Np, NpKind, PlaceRef, Tense, Vg};
use crate::extract::build::{Sides, Told, emit, in_office_then};
use crate::extract::discourse::{Parties, Resolved};
use crate::extract::trace::Why;
use crate::lexicon::{Closed, CountryForm, Phase, Rule, Slot};
use crate::model::{ExchangeType, Level, Mention, Status};

impl Clause<'_, '_> {
    /// Somebody goes somewhere.
    pub(super) fn goes(
        &self,
        deed: &Deed,
        source_np: usize,
        sources: Vec<Resolved>,
        sides: &mut Option<Parties>,
        out: &mut Vec<Mention>,
    ) -> Why {
        let &Deed { v, rule, passive, subject, object, .. } = deed;
        let phrases = &deed.phrases;
        // "it leaves Baghdad": a thing.
        // "A delegation left Peru. It arrived in Chile": they.
        let it =
            subject.and_then(|s| self.np(s)).is_some_and(|n| n.kind == NpKind::Pronoun && self.r.word(n.start).as_deref() == Some("it"));
        if it && !sources.iter().any(|s| s.kind == ActorKind::Group && s.level.is_some()) {
            return Err("a thing leaves, not a person");
        }
        let mut mode = deed.mode;
        let mut places = self.gone_to(deed);
        if places.is_empty() {
            self.implied_stay(deed, &sources, &mut mode, &mut places, out);
        }
        if places.is_empty() {
            return Err("no place stands where the rule looks for its target");
        }
        let mut travellers: Vec<Resolved> = sources.into_iter().filter(|a| a.kind != ActorKind::Country).collect();
        // "Minister X left Kabul for Qatar", "a delegation led by X left Kabul": of the country of the capital that they leave.
        if travellers.is_empty() && rule.phase == Some(Phase::Depart) {
            travellers = self.leaving_capital(deed, source_np);
        }
        // "The head of state travelled to Colombia": not Colombia's, whom the article named last.
        if let ([one], true) = (&travellers[..], self.np(source_np).is_some_and(|n| n.bare_office() && n.actors[0].country.is_none())) {
            let home = one.level.is_some() && places.iter().all(|p| p.country == one.country);
            if let Some(other) = home.then(|| self.d.another(one)).flatten() {
                travellers = vec![other];
            }
        }
        // "flies to Berlin for treatment"
        let private = phrases.preps.iter().any(|(s, j)| {
            matches!(self.r.lx.text(*s), "for" | "into" | "on" | "in" | "to")
                && self.np(*j).is_some_and(|n| (n.start..n.end).any(|t| self.r.is(t, Closed::PrivatePurpose)))
        }) || phrases.end > 0
            && matches!(self.vg(phrases.end), Some(v) if v.tense == Tense::Infinitive)
            && self.object(phrases.end).and_then(|o| self.np(o)).is_some_and(|n| self.r.is(n.end - 1, Closed::PrivatePurpose));
        if private {
            return Err("a private journey");
        }
        // An order to leave is no visit.
        if rule.phase == Some(crate::lexicon::Phase::Return) && !matches!(mode.status, Status::Occurred | Status::Ongoing) {
            return Err("a departure that did not happen");
        }
        // "left Paris": to leave one's own capital is no return.
        let home = |t: &Resolved, p: &PlaceRef| {
            p.country == t.country || HOME_ABROAD.contains(&(self.r.lx.iso(t.country), self.r.lx.iso(p.country)))
        };
        // "leaving the Czech Republic as the last opponent": nobody goes.
        if rule.foreign_only && object.is_some_and(|o| matches!(self.prep(o + 1), Some("as" | "without" | "out"))) {
            return Err("no journey: leaving in another sense");
        }
        // "a delegation led by the crown prince is touring Peru"
        let sent = self.np(source_np).is_some_and(|n| (n.start..n.end).any(|t| self.r.word(t).as_deref() == Some("delegation")));
        let ranked = |t: &Resolved| t.kind == ActorKind::Person && t.level.is_some_and(|l| l <= Level::DeputyMinister);
        let led = |t: &Resolved| sent && t.kind == ActorKind::Group && t.level.is_some_and(|l| l <= Level::Director);
        // "toured Lima in 2002", of one who held an office then.
        if rule.officials {
            let told = self.told_by(deed, mode);
            for t in &mut travellers {
                if let Some(then) = in_office_then(self, t, &told, rule) {
                    *t = then;
                }
            }
        }
        if rule.officials
            && !(travellers.iter().any(|t| ranked(t) || led(t))
                && travellers.iter().all(|t| t.level.is_some() && !t.former)
                && !v.passive
                && !(passive && rule.phase.is_some()))
        {
            return Err("who travels holds no office");
        }
        // "the Lao ambassador to Peru visited a farm": he lives there.
        let post = self.post_of(source_np).filter(|_| rule.kind == ExchangeType::Visit && rule.phase.is_none() && !rule.owner);
        let resident = Resolved::accredited;
        if post.is_some() && travellers.iter().all(resident) && places.iter().all(|p| Some(p.country) == post) {
            return Err("an ambassador lives where he is accredited");
        }
        if rule.foreign_only && travellers.iter().any(|t| places.iter().any(|p| home(t, p))) {
            return Err("leaving one's own country is no return");
        }
        // "Brazil's ambassador had left the capital Managua": he lived there.
        let recalled = |t: &Resolved| resident(t) && t.kind == ActorKind::Person;
        if rule.foreign_only && !travellers.is_empty() && travellers.iter().all(recalled) {
            return Err("an ambassador who leaves is recalled or goes on leave");
        }
        // "arrived here for a visit to Peru and Chile": of the two, here.
        let here = self.here(phrases).first().map(|p| p.country);
        if rule.phase == Some(Phase::Arrive) && places.len() > 1 && places.iter().any(|p| Some(p.country) == here) {
            places.retain(|p| Some(p.country) == here);
        }
        // "will visit Seoul on Friday and Tokyo on Sunday": the verb is said once.
        let stops = self.next_stops(phrases);
        if stops.is_empty() {
            let why = emit(
                self,
                rule,
                Sides::Travel { travellers: travellers.clone(), places: places.clone() },
                self.told_by(deed, mode),
                sides,
                out,
            );
            self.onward(rule, travellers, &places, self.told_by(deed, mode), sides, out);
            return why;
        }
        emit(self, rule, Sides::Travel { travellers: travellers.clone(), places }, self.told_by(deed, mode), sides, out)?;
        for (places, day) in stops {
            let told = Told { date: Some(day), ..self.told_by(deed, mode) };
            emit(self, rule, Sides::Travel { travellers: travellers.clone(), places }, told, sides, out)?;
        }
        Ok(())
    }

    /// Officials of whom nothing says where they serve, and who leave a capital.
    fn leaving_capital(&self, deed: &Deed, source_np: usize) -> Vec<Resolved> {
        let from = deed.object.or_else(|| self.slot_prep(&deed.phrases, "from"));
        let capital = from.and_then(|o| self.np(o)).and_then(|n| self.r.country_form(n.start).filter(|f| f.1 == CountryForm::Capital));
        let (Some((country, ..)), Some(np)) = (capital, self.np(source_np).filter(|n| n.kind == NpKind::Actor)) else { return Vec::new() };
        let [a] = &np.actors[..] else { return Vec::new() };
        let ranked = a.country.is_none() && !a.former && a.level.is_some_and(|l| l <= Level::DeputyMinister);
        let leaves = |v: &Vg| self.verb_is(v, &["leave", "depart"]);
        if !ranked || !(a.office.is_some() || a.delegation) || !leaves(deed.v) {
            return Vec::new();
        }
        let own = crate::annotate::Actor { country: Some(country), ..a.clone() };
        self.d.resolve(self.r, &own, np).into_iter().collect()
    }

    /// Where, by the slots of the rule.
    fn gone_to(&self, deed: &Deed) -> Vec<PlaceRef> {
        let &Deed { rule, subject, object, .. } = deed;
        let phrases = &deed.phrases;
        let mut places: Vec<PlaceRef> = Vec::new();
        for slot in &rule.target {
            let found = match slot {
                // "attended the Lima Peace Forum": of what is attended, only a name says where.
                Slot::Object if self.verb_is(deed.v, &["attend"]) => {
                    let named = |o: &usize| self.np(*o).is_some_and(|n| n.kind == NpKind::Other && self.r.tokens[n.end - 1].cap);
                    object.filter(|o| Some(*o) != subject && named(o)).and_then(|o| self.np(o)).map(|n| n.places.clone())
                }
                Slot::Object => object.filter(|o| Some(*o) != subject).map(|o| self.destinations(o)),
                Slot::Preposition(w) if w == "to visit" => self.infinitive_visit(phrases.end),
                Slot::Preposition(w) => phrases
                    .preps
                    .iter()
                    .filter(|(s, _)| self.r.lx.text(*s) == w)
                    // "will leave Lima with relief supplies for Cuba": for whom the goods are.
                    .filter(|(_, j)| w != "for" || *j < 2 || !self.event_is(*j - 2, ExchangeType::Transfer))
                    // "arrived for talks on Peru": what the talks are about.
                    .filter(|(_, j)| w != "on" || *j < 2 || self.np(*j - 2).is_none_or(|n| n.event.is_none()))
                    .map(|x| self.destinations(x.1))
                    .find(|v| !v.is_empty()),
                _ => None,
            };
            if let Some(f) = found.filter(|f| !f.is_empty()) {
                places = f;
                break;
            }
        }
        places
    }

    /// Where, if no slot says: "left aboard a plane to Chile", "visited a mine in Peru".
    fn implied_stay(&self, deed: &Deed, sources: &[Resolved], mode: &mut Mode, places: &mut Vec<PlaceRef>, told: &[Mention]) {
        let &Deed { k, v, rule, passive, subject, object, date, .. } = deed;
        let phrases = &deed.phrases;
        let wants_here = rule.target.contains(&Slot::Here);
        if places.is_empty() && wants_here {
            *places = self.here(phrases);
        }
        // "invited X for an official visit", "for talks at the White House": to who invites, or where the talks are.
        if places.is_empty() && !passive && self.verb_is(v, &["invite"]) {
            let talks = |j: usize| self.event_is(j, ExchangeType::Visit) || self.event_is(j, ExchangeType::Meeting);
            let mut behind = phrases.preps.iter().skip_while(|(s, j)| !(self.r.lx.text(*s) == "for" && talks(*j)));
            if behind.next().is_some() {
                let there = behind.filter(|(s, _)| matches!(self.r.lx.text(*s), "in" | "at" | "to"));
                *places = there.map(|x| self.destinations(x.1)).find(|p| !p.is_empty()).unwrap_or_default();
                if places.is_empty() {
                    let host = subject.map(|s| self.resolve_np(s)).unwrap_or_default();
                    *places = host.iter().map(|h| PlaceRef { country: h.country, start: h.at, end: h.at, whole_country: true }).collect();
                }
            }
        }
        // "NAIROBI - The Peruvian delegation arrived on Sunday for talks": where this is written.
        // "The Chilean minister is also to arrive on Friday on an official visit": some sentences on, no less.
        let on_visit = || phrases.preps.iter().any(|(s, j)| self.r.lx.text(*s) == "on" && self.event_is(*j, ExchangeType::Visit));
        // "X flew in on Friday", "Y flew in for the signing": so do some sentences on.
        let flies_in = self.verb_is(v, &["fly in"]);
        // "A delegation led by X is expected next week"
        let due = v.copula && !v.negated && self.r.word(v.end).as_deref() == Some("due");
        let awaited = (due || passive && self.verb_is(v, &["expect"])) && self.vg(phrases.end).is_none() && !phrases.dates.is_empty();
        let comes = wants_here && (awaited || rule.phase == Some(Phase::Arrive));
        // "X was received in Lima on Monday; Y is to arrive on Friday": there.
        let guests_place = if comes && !flies_in && Self::finite(v) { self.visited_just_before(told) } else { None };
        // "X met the president on Wednesday ... Y arrives on Saturday", in a paper of the president's country
        let own = || self.d.own_country().filter(|h| date.is_some() && told.iter().any(|m| m.target == self.r.lx.iso(*h)));
        let stage = || guests_place.is_some() || own().is_some();
        let arrives = rule.phase == Some(Phase::Arrive) && (self.n == 0 || on_visit() || flies_in || stage());
        let here = self.d.here.as_ref().map(|h| h.0).filter(|_| self.d.body > 0).or_else(|| self.d.own_country());
        let here = guests_place.or(here);
        let lands = comes && (arrives || awaited);
        let unsaid = |(_, j): &(u32, usize)| self.np(*j).is_none_or(|n| !self.r.tokens[n.end - 1].cap && n.places.is_empty());
        // "arrived on Friday for talks with X": with whom, and not where.
        let with_whom =
            |(s, j): &(u32, usize)| matches!(self.r.lx.text(*s), "with") && *j >= 2 && self.np(*j - 2).is_some_and(|n| n.event.is_some());
        let bare = object.is_none_or(|o| passive || Some(o) == subject) && (date.is_some() || flies_in);
        let bare = bare && phrases.preps.iter().all(|p| unsaid(p) || with_whom(p));
        if let (true, true, Some(here)) = (places.is_empty() && lands, bare, here) {
            if sources.iter().all(|s| s.country != here) {
                *places = vec![PlaceRef { country: here, start: 0, end: 0, whole_country: true }];
            }
        }
        // "Peru and Chile will sign a pact when President X visits": in the other's.
        let alone = !passive && object.is_none() && phrases.preps.is_empty() && self.verb_is(v, &["visit"]);
        if places.is_empty() && alone && subject.is_some_and(|s| s > 0 && self.prep(s - 1) == Some("when")) {
            let named = |j: usize| self.np(j).is_some_and(|n| n.actors.len() == 2 && n.actors.iter().all(|a| a.kind == ActorKind::Country));
            let two = (0..subject.unwrap_or(0)).find(|j| named(*j)).map(|j| self.resolve_np(j)).unwrap_or_default();
            let own = |c: u16| sources.iter().any(|s| s.country == c);
            if two.iter().any(|r| own(r.country)) {
                let host = two.iter().find(|r| !own(r.country));
                *places = host.map(|r| PlaceRef { country: r.country, start: r.at, end: r.at, whole_country: true }).into_iter().collect();
            }
        }
        // "The delegation, in Lima on Thursday, visited the museum": there.
        if places.is_empty() && rule.sights && !passive {
            let from = subject.map_or(k, |s| s + 1);
            let stays = (from..k).find(|j| self.prep(*j) == Some("in") && !self.destinations(j + 1).is_empty());
            let between =
                |j: &usize| matches!(self.c[*j].chunk, Chunk::Prep(_) | Chunk::Date(_) | Chunk::Comma | Chunk::Np(_) | Chunk::Adverb(_));
            if let Some(j) = stays.filter(|j| {
                *j <= from + 1 && (from..k).all(|x| between(&x)) && (from..k).any(|x| matches!(self.c[x].chunk, Chunk::Date(_)))
            }) {
                *places = self.destinations(j + 1);
            }
        }
        // "visited the Martyrs' Cemetery": what an agency at home names without a place is at home.
        let near = matches!(date, None | Some(DateExpr::Weekday { .. } | DateExpr::Day { .. }));
        let done = v.tense != Tense::Infinitive && matches!(mode.status, Status::Occurred | Status::Ongoing);
        if places.is_empty() && near && rule.sights && done {
            let sight = object.filter(|o| Some(*o) != subject).and_then(|o| self.np(o)).is_some_and(|n| {
                // "the museum" is who sends people elsewhere.
                let house = n.kind == NpKind::Actor
                    && n.actors.iter().all(|a| a.kind == ActorKind::Unofficial && a.country.is_none() && a.name.is_none())
                    && (n.start..n.end).any(|t| self.r.is(t, Closed::SightNoun));
                house
                    || (n.kind == NpKind::Other || n.bare_name() && n.actors[0].country.is_none() && n.actors[0].person.is_none())
                        && (self.r.tokens[n.end - 1].cap || self.r.is(n.end - 1, Closed::SightNoun))
            });
            let guests = sources.iter().all(|s| s.kind != ActorKind::Country && s.level.is_some());
            if let (true, true, Some(home), Some((here, _))) = (sight, guests, self.d.home, &self.d.here) {
                if home == *here {
                    *places = vec![PlaceRef { country: home, start: 0, end: 0, whole_country: true }];
                    // They are shown round: they have not left yet.
                    mode.status = Status::Ongoing;
                }
            }
        }
        // "left Lima aboard a plane to Chile"
        if places.is_empty() && rule.phase == Some(Phase::Depart) {
            let craft = ["plane", "flight", "train", "jet", "aircraft", "ship", "helicopter"];
            let aboard = |j: usize| self.np(j).is_some_and(|n| self.r.word(n.end - 1).is_some_and(|w| craft.contains(&&*w)));
            let mut pairs = phrases.preps.windows(2);
            let to = pairs.find(|w| aboard(w[0].1) && matches!(self.r.lx.text(w[1].0), "to" | "for" | "bound for"));
            *places = to.map(|w| self.destinations(w[1].1)).unwrap_or_default();
        }
        // "the delegation returned home": from where the agency sits, if that is abroad.
        if places.is_empty() && rule.phase == Some(Phase::Return) && phrases.home {
            if let (Some(home), Some((country, _))) = (self.d.home, &self.d.here) {
                if home == *country && self.slot_prep(phrases, "from").is_none() {
                    *places = vec![PlaceRef { country: home, start: 0, end: 0, whole_country: true }];
                }
            }
        }
        // "went to a summit in Jakarta": the place stands one phrase on.
        let toward = rule.target.iter().any(|s| matches!(s, Slot::Preposition(w) if self.slot_prep(phrases, w).is_some()));
        if places.is_empty() && toward && !rule.target.contains(&Slot::Object) {
            let at = phrases.preps.iter().filter(|(s, _)| matches!(self.r.lx.text(*s), "in" | "at"));
            *places = at.map(|x| self.destinations(x.1)).find(|v| !v.is_empty()).unwrap_or_default();
        }
        // "visited a mine in Peru", "visited the port town of Mongla in Bangladesh": where it is, follows.
        if places.is_empty() && rule.target.contains(&Slot::Object) && rule.phase.is_none() {
            let sight = |n: &Np| {
                n.kind == NpKind::Other && !self.r.is(n.end - 1, Closed::RelationalNoun)
                    || n.bare_name() && n.actors[0].country.is_none() && n.actors[0].person.is_none()
            };
            let named = |o: usize| self.prep(o + 1) == Some("of") && self.np(o + 2).is_some_and(Np::bare_name);
            let object = object.filter(|o| Some(*o) != subject && self.np(*o).is_some_and(sight));
            let behind = object.map(|o| if named(o) { o + 3 } else { o + 1 }).filter(|b| matches!(self.prep(*b), Some("in" | "at")));
            *places = behind.map(|b| self.destinations(b + 1)).unwrap_or_default();
        }
        // "In Peru, he will take part in a summit"
        if places.is_empty() && self.verb_is(v, &["attend", "participate", "take part"]) {
            let who = subject.map_or(0, |s| s - usize::from(s > 0 && matches!(self.c[s - 1].chunk, Chunk::Comma)));
            let opens = who >= 2 && self.prep(who - 2) == Some("in") && (who == 2 || matches!(self.c[who - 3].chunk, Chunk::That));
            *places = if opens { self.destinations(who - 1) } else { Vec::new() };
        }
        // "took part in a fair held in Peru"
        if places.is_empty() && self.verb_is(v, &["attend", "participate", "take part"]) {
            let held = |v: &Vg| self.verb_is(v, &["hold"]) && (v.passive || v.end == v.start + 1);
            let at = (k + 1..self.c.len()).find(|j| self.vg(*j).is_some()).filter(|j| self.vg(*j).is_some_and(held));
            let there = at.map(|j| self.phrases(j + 1)).unwrap_or_default();
            let at = there.preps.iter().filter(|(s, _)| matches!(self.r.lx.text(*s), "in" | "at"));
            *places = at.map(|x| self.destinations(x.1)).find(|v| !v.is_empty()).unwrap_or_default();
        }
    }

    /// Where the visit went that this sentence or the one before it told last.
    fn visited_just_before(&self, told: &[Mention]) -> Option<u16> {
        let from = self.r.sentence_before(self.d.body).map_or(self.r.begin, |s| s.0);
        let start = self.r.tokens[from].start as usize;
        // "invited Y to Lima": nobody is there yet.
        let asked = |m: &Mention| m.status == Status::Proposed || m.rule == "invite";
        let last = told.iter().rev().find(|m| m.kind == ExchangeType::Visit && m.evidence.1 > start).filter(|m| !asked(m))?;
        self.r.lx.country(last.target)
    }

    /// "left here to visit China": the infinitive's object.
    pub(in crate::extract::clause) fn infinitive_visit(&self, from: usize) -> Option<Vec<PlaceRef>> {
        let v = self.vg(from)?;
        if v.tense == Tense::Infinitive && self.verb_is(v, &["visit", "tour"]) {
            return self.object(from).map(|o| self.destinations(o));
        }
        // "to attend the opening ceremony ... in Germany"
        if v.tense == Tense::Infinitive && self.verb_is(v, &["attend", "participate", "join", "take"]) {
            let at = self.object(from).map_or(from + 1, |o| o + 1);
            let p = self.phrases(at);
            // "to attend a meeting of the union to be held in Peru"
            let held = self.vg(p.end).is_some_and(|v| v.passive && v.tense == Tense::Infinitive && self.verb_is(v, &["hold"]));
            let there = if held { self.phrases(p.end + 1) } else { Phrases::default() };
            return there
                .preps
                .iter()
                .chain(&p.preps)
                .filter(|(s, _)| matches!(self.r.lx.text(*s), "in" | "at"))
                .map(|x| self.destinations(x.1))
                .find(|v| !v.is_empty());
        }
        None
    }

    /// "to Peru and then Chile", "Peru, followed by Chile and Cuba", "Peru, then Chile": where the journey goes after `places`.
    fn later_stops(&self, places: &[PlaceRef]) -> Vec<PlaceRef> {
        let Some(last) = places.last() else { return Vec::new() };
        let Some(at) = (0..self.c.len()).find(|&j| self.c[j].start <= last.start && last.end <= self.c[j].end && self.np(j).is_some())
        else {
            return Vec::new();
        };
        let chunk = |j: usize| self.c.get(j).map(|s| &s.chunk);
        let mut x = at + 1;
        // "to Peru to attend a summit and then to Chile": what for stands between.
        if self.vg(x).is_some_and(|v| v.tense == Tense::Infinitive) {
            let aim =
                |j: &usize| matches!(self.c[*j].chunk, Chunk::Np(_) | Chunk::Prep(_) | Chunk::Date(_) | Chunk::Adverb(_) | Chunk::And);
            let then = |j: &usize| {
                matches!(self.c[*j].chunk, Chunk::And)
                    && matches!(chunk(j + 1), Some(Chunk::Adverb(a)) if self.r.lx.text(*a) == "then")
                    && self.prep(j + 2) == Some("to")
            };
            x = (x + 1..self.c.len()).take_while(aim).find(then).unwrap_or(x);
        }
        // "Peru next, followed by", "Peru on Monday and then"
        let between = |x: usize| match chunk(x) {
            Some(Chunk::Date(_)) => true,
            Some(Chunk::Prep(p)) => self.r.lx.text(*p) == "on" && matches!(chunk(x + 1), Some(Chunk::Date(_))),
            Some(Chunk::Np(n)) => self.r.word(n.start).as_deref() == Some("next") && n.end == n.start + 1,
            _ => false,
        };
        while between(x) {
            x += 1;
        }
        if !matches!(chunk(x), Some(Chunk::Comma | Chunk::And)) {
            return Vec::new();
        }
        x += 1 + usize::from(matches!((chunk(x), chunk(x + 1)), (Some(Chunk::Comma), Some(Chunk::And))));
        let next = match chunk(x) {
            Some(Chunk::Adverb(a)) if matches!(self.r.lx.text(*a), "then" | "later" | "afterwards" | "subsequently") => {
                x + 1 + usize::from(matches!(self.prep(x + 1), Some("to" | "in" | "on to" | "onto")))
            }
            Some(Chunk::Vg(v)) if v.end == v.start + 1 && self.verb_is(v, &["follow"]) && self.prep(x + 1) == Some("by") => x + 2,
            _ => return Vec::new(),
        };
        let countries = self.np(next).is_some_and(|n| n.event.is_none() && n.actors.iter().all(|a| a.kind == ActorKind::Country));
        let stops = if countries && !matches!(chunk(next + 1), Some(Chunk::Vg(_))) { self.destinations(next) } else { Vec::new() };
        stops.into_iter().filter(|p| places.iter().all(|o| o.country != p.country)).collect()
    }

    /// Tells of the stops behind those at `places` too: while the first is under way, they are to come.
    pub(in crate::extract::clause) fn onward(
        &self,
        rule: &Rule,
        travellers: Vec<Resolved>,
        places: &[PlaceRef],
        told: Told,
        sides: &mut Option<Parties>,
        out: &mut Vec<Mention>,
    ) {
        // "visits to Peru from May 1 to 3 and Chile from May 4 to 6"
        let stops = if rule.part == crate::lexicon::Part::Noun { self.next_stops(told.phrases) } else { Vec::new() };
        for (next, date) in stops {
            let other = next.iter().all(|n| places.iter().all(|p| p.country != n.country));
            let told = Told { date: Some(date), ..told };
            if other {
                let _ = emit(self, rule, Sides::Travel { travellers: travellers.clone(), places: next }, told, sides, out);
            }
        }
        let places = self.later_stops(places);
        if places.is_empty() {
            return;
        }
        let mode = match told.mode.status {
            Status::Ongoing => Mode { status: Status::Planned, direction: Direction::Future, news: false },
            _ => Mode { news: false, ..told.mode },
        };
        // Why one stop gave no row is not why the journey did not.
        let _ = emit(self, rule, Sides::Travel { travellers, places }, Told { mode, date: None, ..told }, sides, out);
    }
}
