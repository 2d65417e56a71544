//! What a verb tells.

use super::super::build::{Sides, Told, emit};
use super::super::discourse::{Parties, Resolved, Roll, Via};
use super::super::trace::Why;
use super::*;
use crate::annotate::dates::{DateExpr, Direction};
use crate::annotate::{ActorKind, Chunk, Np, NpKind, PlaceRef, Tense, Vg};
use crate::lexicon::{Closed, Entry, Phase, Rule, Slot, kinds};
use crate::model::{ExchangeType, Level, Mention, Status};

impl Clause<'_, '_> {
    pub(super) fn verb(&self, k: usize, v: &Vg, rule: &Rule, sides: &mut Option<Parties>, out: &mut Vec<Mention>) -> Why {
        if rule.never {
            return Err("this sense of the word is never an exchange");
        }
        if rule.ceremony {
            return self.roll(k, v, rule, sides, out);
        }
        let phrases = self.phrases(k + 1);
        // "met and exchanged views on trade with X": with whom, the second verb says.
        let second = Some(k + 2).filter(|g| {
            rule.kind == ExchangeType::Meeting
                && matches!(self.c.get(k + 1).map(|s| &s.chunk), Some(Chunk::And))
                && self.vg(*g).is_some_and(|x| x.tense == v.tense && self.verb_is(x, &["exchange", "discuss", "share", "review"]))
        });
        let phrases = second.and_then(|g| self.object(g)).map_or(phrases, |o| self.phrases(o + 1));
        let by = self.slot_prep(&phrases, "by");
        let obj_here = self.object(k);
        // "arrived by the border town": only what takes an object is turned round.
        let transitive = rule.phase != Some(Phase::Arrive) && rule.source.iter().chain(&rule.target).any(|s| *s == Slot::Object);
        let passive = v.passive
            || (transitive && by.is_some() && obj_here.is_none() && matches!(v.tense, Tense::Past | Tense::Participle))
            || (v.tense == Tense::Participle);
        let grammatical = self.subject(k, 0);
        let (subject, object, phrases) = if passive {
            (by, grammatical, phrases)
        } else {
            // "visited jailed Myanmar | leader X last week": a phrase that was read in two.
            let split = |o: usize| usize::from(self.np(o + 1).is_some());
            let after = obj_here.map_or(phrases, |o| self.phrases(o + 1 + split(o)));
            (grammatical, obj_here, after)
        };
        if !rule.needs_word.is_empty() {
            let tail = self.r.slice(self.c[k].start, self.r.end).to_lowercase();
            // "will be in Amman on Friday": a day ahead says that he goes there.
            let ahead = v.copula && v.tense == Tense::Future && rule.place_target && !phrases.dates.is_empty();
            // "is in Cairo to seek help"
            let aim = v.copula
                && rule.place_target
                && self.vg(phrases.end).is_some_and(|x| x.tense == Tense::Infinitive)
                && grammatical.and_then(|s| self.np(s)).is_some_and(|n| n.kind == NpKind::Actor);
            // "is in Manila for a ministerial meeting"
            let event = |j: usize| self.event_is(j, ExchangeType::Meeting) || self.event_is(j, ExchangeType::Visit);
            let aim = aim || v.copula && rule.place_target && self.slot_prep(&phrases, "for").is_some_and(event);
            // "is due in Lima on Friday"
            let due = v.copula && rule.place_target && !v.negated && self.r.word(v.end).as_deref() == Some("due");
            if !ahead && !aim && !due && !rule.needs_word.iter().any(|w| tail.contains(w.as_str())) {
                return Err("the words that the rule needs do not follow");
            }
            // "nominates X, its ambassador to Y, as minister": the office is behind "as".
            let other = |j: usize| {
                let office = self.np(j).map(|n| self.r.slice(n.start, n.end).to_lowercase()).unwrap_or_default();
                !rule.needs_word.iter().any(|w| office.contains(w.as_str()))
            };
            // "nominates the ambassador to X to be envoy to Y": and not the post that he has.
            let to_be =
                (k + 1..self.c.len()).find(|j| self.vg(*j).is_some_and(|v| v.copula && self.r.word(v.start).as_deref() == Some("to")));
            let posted = |j: usize| self.np(j + 1).is_some_and(|_| self.post_of(j + 1).is_some());
            if rule.kind == ExchangeType::Accreditation && to_be.is_some_and(|j| !posted(j)) {
                return Err("appointed to another office");
            }
            if rule.kind == ExchangeType::Accreditation && self.slot_prep(&phrases, "as").is_some_and(other) {
                return Err("appointed to another office");
            }
            // "nominates Ambassador to Canada X to be the new ambassador to the UN"
            let becomes = |j: &usize| matches!(self.vg(*j), Some(v) if v.copula && v.tense == Tense::Infinitive);
            if rule.kind == ExchangeType::Accreditation
                && !passive
                && (k + 1..self.c.len()).take(8).any(|j| becomes(&j))
                && object.and_then(|o| self.np(o)).is_some_and(|n| n.actors.iter().any(|a| a.office.is_some()))
            {
                return Err("an ambassador who becomes something else");
            }
        }
        // "the Peruvian team meets the Chilean team": a match.
        let team = |j: usize| {
            self.np(j)
                .is_some_and(|n| (n.start..n.end).any(|t| matches!(self.r.word(t).as_deref(), Some("team" | "teams" | "squad" | "xi"))))
        };
        if rule.kind == ExchangeType::Meeting && self.verb_is(v, &["meet"]) && grammatical.is_some_and(team) && obj_here.is_some_and(team) {
            return Err("a match");
        }
        if rule.kind == ExchangeType::Meeting
            && self.r.slice(self.c[k].start, self.r.end.min(self.c[k].start + 14)).to_lowercase().contains("phone")
        {
            return Err("told as a call");
        }
        // "held talks on Monday to discuss": what the talks were for.
        let where_when = |j: usize| {
            let at = |p: Option<&str>| matches!(p, Some("on" | "in" | "at"));
            let place = j > 0 && at(self.prep(j - 1)) && self.np(j).is_some_and(|n| n.event.is_none());
            matches!(self.c[j].chunk, Chunk::Date(_) | Chunk::Adverb(_)) || at(self.prep(j)) || place
        };
        let timed = (0..k).rev().find(|&j| !where_when(j));
        let talks = |j: usize| self.event_is(j, ExchangeType::Meeting) || self.event_is(j, ExchangeType::Call);
        // "met in Peru on Friday to discuss trade", "met X on Friday to discuss trade"
        let meets = |j: usize| {
            let told = |r: &Rule| matches!(r.kind, ExchangeType::Meeting | ExchangeType::Call) && !r.topic;
            self.vg(j).is_some_and(|v| self.rules_of(v).any(told))
        };
        let for_it = || timed.is_some_and(|j| talks(j) || meets(j)) || self.governor(k).is_some_and(meets);
        if rule.topic && v.tense == Tense::Infinitive && for_it() {
            return Err("what the talks are for");
        }
        // "seek a meeting of the Security Council to discuss": it discusses.
        // "an agreement on exchanging views"
        if rule.topic && rule.kind == ExchangeType::Meeting && v.tense == Tense::Ing && k > 0 && self.prep(k - 1).is_some() {
            return Err("what somebody agrees on or aims at");
        }
        if rule.topic && v.tense == Tense::Infinitive {
            let from = self.governor(k).map_or(0, |g| self.c[g].end);
            if self.r.names_organisation(from, self.c[k].start) {
                return Err("an organisation of states talks");
            }
        }
        // "has yet to name an ambassador"
        if (v.start..v.end).any(|t| self.r.word(t).as_deref() == Some("yet")) && self.r.word(v.end - 2).as_deref() == Some("to") {
            return Err("not done");
        }
        // "warnings against travelling to X"
        if self.undone(k) {
            return Err("not done");
        }
        // "to return their relatives to X": somebody else would come.
        if rule.place_target && !rule.target.contains(&Slot::Object) && !passive && self.verb_is(v, &["return"]) && obj_here.is_some() {
            return Err("somebody or something is returned");
        }
        // "heads the delegation": nobody goes anywhere.
        let led = rule.needs_word.is_empty() && obj_here.is_some();
        if rule.place_target && !rule.target.contains(&Slot::Object) && self.verb_is(v, &["head"]) && led {
            return Err("it is led, and not left for");
        }
        // "told visiting U.S. House Speaker X": the guest's word.
        let addresses = |g: usize| {
            self.vg(g).is_some_and(|g| {
                Self::finite(g)
                    && self.verb_is(g, &["tell", "meet", "receive", "host", "greet", "urge", "inform", "brief", "assure", "ask", "welcome"])
            })
        };
        if rule.kind == ExchangeType::Visit && v.tense == Tense::Ing && v.end == v.start + 1 && k.checked_sub(1).is_some_and(addresses) {
            return Err("a guest's word, and no verb");
        }
        // "photos of X visiting Y"
        if self.pictured(k) {
            return Err("only a picture of it");
        }
        if self.habitual(k) {
            return Err("a habit, not one exchange");
        }
        if self.inverted_denial(k) {
            return Err("said not to have happened since");
        }
        // "A ceremony to welcome X took place": whose, is not said.
        let nobody = |n: &Np| n.actors.is_empty() && n.places.is_empty();
        if rule.kind == ExchangeType::Visit
            && v.tense == Tense::Infinitive
            && rule.target.contains(&Slot::Subject)
            && self.governor(k).is_none()
            && k.checked_sub(1).and_then(|s| self.np(s)).is_some_and(nobody)
        {
            return Err("who is host, is not said");
        }
        // "a meeting was held to congratulate X": it told him nothing.
        if rule.kind == ExchangeType::Message
            && v.tense == Tense::Infinitive
            && self.subject(k, 0).and_then(|s| self.np(s)).is_some_and(|n| n.kind == NpKind::Event)
        {
            return Err("an event tells nobody anything");
        }
        // "stopped short of", "stopped the deal in": only "stops in" is a stay.
        let right_behind = || self.prep(k + 1).is_some_and(|p| rule.target.contains(&Slot::Preposition(p.into())));
        if rule.close && !right_behind() {
            return Err("no stay");
        }
        // "returned from a trip to Panama" goes home.
        if rule.without.iter().any(|p| self.slot_prep(&phrases, p).is_some()) {
            return Err("the end of a journey");
        }
        // "has visited China four times": a count.
        let counts = rule.kind == ExchangeType::Visit || rule.kind == ExchangeType::Meeting && v.tense == Tense::Perfect;
        if counts && self.repeated(k) {
            return Err("a count of times, not one exchange");
        }
        // "addressed the parliament by video link": nobody travelled.
        if rule.kind == ExchangeType::Visit && self.remote() {
            return Err("done from afar: nobody travelled");
        }
        if rule.plain_object && !self.stands_alone(k, rule.kind == ExchangeType::Call) {
            return Err("what stands behind the object makes it another sense");
        }
        // "discuss a ceasefire with X": the ceasefire's.
        let ties = |n: &Np| matches!(self.r.word(n.end - 1).as_deref(), Some("relations" | "ties" | "relationship"));
        let mut phrases = phrases;
        // "discuss the nuclear talks with Peru": so are the talks.
        let tabled = |j: usize| {
            rule.kind == ExchangeType::Meeting
                && self.event_is(j - 2, ExchangeType::Meeting)
                && self.np(j).is_some_and(|n| n.actors.iter().all(|a| a.kind == ActorKind::Country))
        };
        let discusses = self.verb_is(v, &["discuss", "review"]);
        phrases.preps.retain(|(s, j)| {
            !(discusses && *j >= k + 3 && self.r.lx.text(*s) == "with" && tabled(*j))
                && !(*j >= k + 3
                    && self.np(*j - 2).is_some_and(|n| n.kind == NpKind::Other && self.r.is(n.end - 1, Closed::RelationalNoun) && !ties(n)))
        });
        // "discussed his travel in Asia and efforts in the region with Y": the other side behind the last topic.
        if rule.kind == ExchangeType::Meeting && !passive && discusses && self.slot_prep(&phrases, "with").is_none() {
            let topics =
                |j: &usize| matches!(self.c[*j].chunk, Chunk::Np(_) | Chunk::Prep(_) | Chunk::And | Chunk::Other | Chunk::Adverb(_));
            let with = (k + 1..self.c.len()).take_while(topics).filter(|j| self.prep(*j) == Some("with")).last();
            if let Some(j) = with.filter(|j| self.resolve_np(j + 1).iter().any(official)) {
                let behind = self.phrases(j);
                phrases.preps.extend(behind.preps);
                phrases.dates.extend(behind.dates);
            }
        }
        let find = |slots: &[Slot]| -> Option<usize> {
            slots.iter().find_map(|s| match s {
                Slot::Subject => subject,
                Slot::Object => object.filter(|o| Some(*o) != subject),
                // "discuss a ceasefire with Y": with whom the ceasefire would be, not who is at the table.
                Slot::Preposition(w) => self.slot_prep(&phrases, w).filter(|j| {
                    // "spoke in a meeting with Y": the meeting tells it.
                    let kind = if rule.unplaced.is_some() { ExchangeType::Meeting } else { ExchangeType::Agreement };
                    let hangs = |n: &Np| n.event.as_ref().is_some_and(|e| self.noun_of(e, kind));
                    !(w == "with" && *j >= 2 && self.np(j - 2).is_some_and(hangs))
                }),
                _ => None,
            })
        };
        let mode = self.mode(k);
        // "The last minister to visit Peru was X in 2001"
        let copula = if v.tense == Tense::Infinitive { self.last_who_did(k) } else { None };
        let date = self.date_of(k, &phrases).or_else(|| copula.and_then(|m| self.date_of(m, &self.phrases(m + 2))));
        let told = |mode: Mode| Told { mode, date, trigger: (self.c[k].start, self.c[k].end), phrases: &phrases, at: k, verb: Some(v) };
        let Some(source_np) = find(&rule.source)
            .filter(|s| !self.resolve_np(*s).is_empty())
            .or_else(|| rule.source.iter().rev().find_map(|s| find(std::slice::from_ref(s))))
        else {
            return Err("nobody stands where the rule looks for its source");
        };
        let mut sources = self.resolve_np(source_np);
        if let (Some(m), [one]) = (copula, &mut sources[..]) {
            let name = self.np(m + 1).filter(|n| n.actors.len() == 1).and_then(|n| n.actors[0].name);
            one.name = name.map(|(s, e)| self.r.slice(s, e).to_string()).or(one.name.take());
        }
        // "Those who had landed in Lima were X of Chile and Y of Cuba"
        if let Some(list) = self.who_they_are(source_np).filter(|_| sources.is_empty()) {
            sources = self.as_they_are(source_np, list);
        }
        // An ambassador who is sent takes up a post.
        let court = |x: &crate::annotate::Spanned| matches!(&x.chunk, Chunk::Vg(v) if self.verb_is(v, &["arrest", "extradite", "convict", "sentence", "deport", "detain", "charge"]));
        if rule.owner && self.c.iter().any(court) {
            return Err("a prisoner is sent");
        }
        if rule.owner && self.np(source_np).is_some_and(|n| matches!(self.r.word(n.end - 1).as_deref(), Some("ambassador" | "ambassadors")))
        {
            return Err("an ambassador who is sent takes up a post");
        }
        // "sends a mission": whose, the subject says, and not the agency's home.
        let nameless = |n: &Np| n.actors.iter().all(|a| a.country.is_none() && a.name.is_none() && a.person.is_none());
        if rule.owner && (sources.is_empty() || self.np(source_np).is_some_and(nameless)) {
            let owner = subject.map(|s| self.resolve_np(s)).and_then(|v| v.into_iter().next());
            if let (Some(owner), Some(np)) = (owner, self.np(source_np).filter(|n| n.kind == NpKind::Actor)) {
                sources = np
                    .actors
                    .iter()
                    .filter(|a| a.kind != ActorKind::Person || a.office.is_some() || a.person.is_some())
                    .map(|a| Resolved {
                        country: owner.country,
                        kind: a.kind,
                        name: None,
                        office: None,
                        level: a.level,
                        sector: a.sector,
                        former: false,
                        force: a.force,
                        at: np.start,
                        span: (np.start, np.end),
                        via: Via::Named,
                    })
                    .collect();
            }
        }
        // "arrived alongside the presidents of Peru and Chile": they came too.
        if rule.place_target && rule.kind == ExchangeType::Visit && !passive {
            let along =
                phrases.preps.iter().filter(|(s, _)| matches!(self.r.lx.text(*s), "alongside" | "along with" | "together with" | "with"));
            // "is to visit Peru this week, along with her Chilean and Cuban counterparts"
            let comma = matches!(self.c.get(phrases.end).map(|s| &s.chunk), Some(Chunk::Comma));
            let last = matches!(self.prep(phrases.end + 1), Some("along with" | "together with")) && self.np(phrases.end + 2).is_some();
            let behind = (comma && last).then_some((0, phrases.end + 2));
            let own = |j: &usize| *j < 2 || self.np(j - 2).is_none_or(|n| n.event.is_none());
            // "alongside her Chilean and Cuban counterparts": of her rank.
            let peers = |j: usize| {
                self.np(j).is_some_and(|n| {
                    matches!(self.r.word(n.end - 1).as_deref(), Some("counterparts" | "counterpart" | "colleagues" | "peers"))
                })
            };
            let of_rank = |r: Resolved| Resolved {
                kind: ActorKind::Person,
                level: sources.first().and_then(|s| s.level),
                sector: sources.first().and_then(|s| s.sector),
                ..r
            };
            let ranked = |r: &Resolved| r.kind == ActorKind::Group && r.level.is_some_and(|l| l <= Level::Minister);
            let joined = |j: usize| self.resolve_np(j).into_iter().map(|r| if peers(j) { of_rank(r) } else { r }).collect::<Vec<_>>();
            let beside: Vec<Resolved> =
                along.copied().chain(behind).map(|x| x.1).filter(own).flat_map(joined).filter(|r| official(r) || ranked(r)).collect();
            if sources.iter().any(official) {
                sources.extend(beside);
            }
        }
        // "X, together with Y, meets Z, becoming the first Peruvian president to visit Fiji": only the Peruvian.
        let becomes = self.governor(k).filter(|g| self.vg(*g).is_some_and(|v| self.verb_is(v, &["become"])));
        if let Some(n) = becomes.and_then(|g| self.np(g + 1)).filter(|_| v.tense == Tense::Infinitive) {
            let own: Vec<u16> = n.everybody().filter_map(|a| a.country).collect();
            if sources.iter().any(|s| own.contains(&s.country)) {
                sources.retain(|s| own.contains(&s.country));
            }
        }
        if rule.place_target {
            // "it leaves Baghdad": a thing.
            if subject.and_then(|s| self.np(s)).is_some_and(|n| n.kind == NpKind::Pronoun && self.r.word(n.start).as_deref() == Some("it"))
            {
                return Err("a thing leaves, not a person");
            }
            let wants_here = rule.target.contains(&Slot::Here);
            let mut places: Vec<PlaceRef> = Vec::new();
            for slot in &rule.target {
                let found = match slot {
                    Slot::Object => object.filter(|o| Some(*o) != subject).map(|o| self.destinations(o)),
                    Slot::Preposition(w) if w == "to visit" => self.infinitive_visit(phrases.end),
                    Slot::Preposition(w) => phrases
                        .preps
                        .iter()
                        .filter(|(s, _)| self.r.lx.text(*s) == w)
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
            if places.is_empty() && wants_here {
                places = self.here(&phrases);
            }
            // "invited X for an official visit", "for talks at the White House": to who invites, or where the talks are.
            if places.is_empty() && !passive && self.verb_is(v, &["invite"]) {
                let talks = |j: usize| self.event_is(j, ExchangeType::Visit) || self.event_is(j, ExchangeType::Meeting);
                let mut behind = phrases.preps.iter().skip_while(|(s, j)| !(self.r.lx.text(*s) == "for" && talks(*j)));
                if behind.next().is_some() {
                    let there = behind.filter(|(s, _)| matches!(self.r.lx.text(*s), "in" | "at" | "to"));
                    places = there.map(|x| self.destinations(x.1)).find(|p| !p.is_empty()).unwrap_or_default();
                    if places.is_empty() {
                        let host = subject.map(|s| self.resolve_np(s)).unwrap_or_default();
                        places =
                            host.iter().map(|h| PlaceRef { country: h.country, start: h.at, end: h.at, whole_country: true }).collect();
                    }
                }
            }
            // "NAIROBI - The Peruvian delegation arrived on Sunday for talks": where this is written.
            let lands = rule.phase == Some(Phase::Arrive) && wants_here && self.n == 0 && self.d.body > 0;
            let unsaid = |(_, j): &(u32, usize)| self.np(*j).is_none_or(|n| !self.r.tokens[n.end - 1].cap && n.places.is_empty());
            let bare = object.is_none_or(|o| Some(o) == subject) && date.is_some() && phrases.preps.iter().all(unsaid);
            if let (true, true, Some((here, _))) = (places.is_empty() && lands, bare, &self.d.here) {
                if sources.iter().all(|s| s.country != *here) {
                    places = vec![PlaceRef { country: *here, start: 0, end: 0, whole_country: true }];
                }
            }
            // "visited the Martyrs' Cemetery": what an agency at home names without a place is at home.
            let mut mode = mode;
            let near = matches!(date, None | Some(DateExpr::Weekday { .. } | DateExpr::Day { .. }));
            if places.is_empty() && near && rule.sights && matches!(mode.status, Status::Occurred | Status::Ongoing) {
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
                        places = vec![PlaceRef { country: home, start: 0, end: 0, whole_country: true }];
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
                places = to.map(|w| self.destinations(w[1].1)).unwrap_or_default();
            }
            // "the delegation returned home": from where the agency sits, if that is abroad.
            if places.is_empty() && rule.phase == Some(Phase::Return) && phrases.home {
                if let (Some(home), Some((country, _))) = (self.d.home, &self.d.here) {
                    if home == *country && self.slot_prep(&phrases, "from").is_none() {
                        places = vec![PlaceRef { country: home, start: 0, end: 0, whole_country: true }];
                    }
                }
            }
            // "went to a summit in Jakarta": the place stands one phrase on.
            let toward = rule.target.iter().any(|s| matches!(s, Slot::Preposition(w) if self.slot_prep(&phrases, w).is_some()));
            if places.is_empty() && toward && !rule.target.contains(&Slot::Object) {
                let at = phrases.preps.iter().filter(|(s, _)| matches!(self.r.lx.text(*s), "in" | "at"));
                places = at.map(|x| self.destinations(x.1)).find(|v| !v.is_empty()).unwrap_or_default();
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
                places = behind.map(|b| self.destinations(b + 1)).unwrap_or_default();
            }
            // "took part in a fair held in Peru"
            if places.is_empty() && self.verb_is(v, &["attend", "participate", "take part"]) {
                let held = |v: &Vg| self.verb_is(v, &["hold"]) && (v.passive || v.end == v.start + 1);
                let at = (k + 1..self.c.len()).find(|j| self.vg(*j).is_some()).filter(|j| self.vg(*j).is_some_and(held));
                let there = at.map(|j| self.phrases(j + 1)).unwrap_or_default();
                let at = there.preps.iter().filter(|(s, _)| matches!(self.r.lx.text(*s), "in" | "at"));
                places = at.map(|x| self.destinations(x.1)).find(|v| !v.is_empty()).unwrap_or_default();
            }
            if places.is_empty() {
                return Err("no place stands where the rule looks for its target");
            }
            let mut travellers: Vec<Resolved> = sources.into_iter().filter(|a| a.kind != ActorKind::Country).collect();
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
            let led = |t: &Resolved| sent && t.kind == ActorKind::Group && t.level.is_some_and(|l| l <= Level::Minister);
            if rule.officials && !(travellers.iter().all(|t| official(t) || led(t)) && !v.passive && !(passive && rule.phase.is_some())) {
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
            // "will visit Seoul on Friday and Tokyo on Sunday": the verb is said once.
            let Some((next, day)) = self.next_stop(&phrases) else {
                let why =
                    emit(self, rule, Sides::Travel { travellers: travellers.clone(), places: places.clone() }, told(mode), sides, out);
                self.onward(rule, travellers, &places, told(mode), sides, out);
                return why;
            };
            emit(self, rule, Sides::Travel { travellers: travellers.clone(), places }, told(mode), sides, out)?;
            let told = Told { date: Some(day), ..told(mode) };
            return emit(self, rule, Sides::Travel { travellers, places: next }, told, sides, out);
        }
        if let Some(sector) = rule.needs_sector {
            // "addressed a joint session of the congress"
            let of_body = |t: usize| self.event_is(t, ExchangeType::Meeting) && self.prep(t + 1) == Some("of");
            let at = find(&rule.target).map(|t| if of_body(t) { t + 2 } else { t });
            let hit = at.and_then(|t| self.np(t)).filter(|n| n.actors.iter().any(|a| a.sector == Some(sector)));
            let Some(np) = hit else { return Err("the object is no parliament") };
            let places = np
                .actors
                .iter()
                .filter_map(|a| a.country)
                .map(|country| PlaceRef { country, start: np.start, end: np.end, whole_country: false })
                .collect();
            return emit(self, rule, Sides::Travel { travellers: sources, places }, told(mode), sides, out);
        }
        // "Iran and Russia meet in the final"
        let contest = |j: usize| self.np(j).is_some_and(|n| self.r.is(n.end - 1, Closed::ContestNoun));
        if rule.kind == ExchangeType::Meeting
            && phrases.preps.iter().any(|(s, j)| matches!(self.r.lx.text(*s), "in" | "of" | "at") && contest(*j))
        {
            return Err("a contest");
        }
        let target_np = find(&rule.target).filter(|t| *t != source_np);
        // "visited the DPRK mission"
        let embassy = |n: &Np| n.premises || matches!(self.r.word(n.end - 1).as_deref(), Some("mission" | "missions"));
        if rule.embassy && !target_np.and_then(|t| self.np(t)).is_some_and(embassy) {
            return Err("not an embassy");
        }
        let mut targets = target_np.map(|t| self.resolve_np(t)).unwrap_or_default();
        if rule.kind == ExchangeType::Meeting && !passive {
            targets = self.as_hosts(&sources, targets);
        }
        // "A ceremony to welcome the guests took place": nobody is said to hold it.
        let unheld = v.tense == Tense::Infinitive && self.of_a_ceremony(k) && k.checked_sub(2).is_none_or(|g| self.vg(g).is_none());
        if unheld && rule.kind == ExchangeType::Visit && rule.target.contains(&Slot::Subject) {
            return Err("nobody stands where the rule looks for its target");
        }
        // "was welcomed by the minister and Kenyan embassy officials": those are guests themselves.
        if rule.kind == ExchangeType::Visit && rule.target.contains(&Slot::Subject) {
            let posted = |t: usize| matches!(self.r.word(t).as_deref(), Some("embassy" | "consulate" | "mission"));
            targets.retain(|t| t.kind != ActorKind::Group || !(t.span.0..t.span.1).any(posted));
        }
        if rule.kind == ExchangeType::Transfer && targets.is_empty() && v.tense == Tense::Ing && k > 0 && self.prep(k - 1) == Some("for") {
            // "X of Peru thanked Chile for donating 500 doses": to Peru.
            let thanks = self.governor(k).filter(|g| self.vg(*g).is_some_and(|v| !v.negated && self.verb_is(v, &["thank"])) && g + 3 == k);
            if let Some(g) = thanks {
                targets = self.subject(g, 0).map(|s| self.resolve_np(s)).unwrap_or_default();
                targets = targets.first().map(|t| self.d.bare(t.country, t.at)).into_iter().collect();
                sources = self.resolve_np(g + 1);
            }
        }
        if rule.kind == ExchangeType::Transfer && targets.is_empty() && v.end == v.start + 1 && self.prep(k + 1) == Some("by") {
            // "Cuba received 80,000 barrels donated by Mexico", "barrels donated by Mexico reached Cuba"
            let takes =
                (0..k).rev().find(|g| self.vg(*g).is_some_and(|v| Self::finite(v) && !v.passive && self.verb_is(v, &["receive", "get"])));
            let thing = k > 0 && self.np(k - 1).is_some_and(|n| n.event.is_none());
            let main = (k + 1..self.c.len()).find(|g| self.vg(*g).is_some_and(Self::finite)).filter(|_| thing);
            let arrives = main.filter(|g| self.vg(*g).is_some_and(|v| self.verb_is(v, &["arrive", "land", "reach"])));
            if let Some(g) = takes {
                targets = self.subject(g, 0).map(|s| self.resolve_np(s)).unwrap_or_default();
            } else if let Some(g) = arrives {
                targets.extend(self.arrives_at(g, &self.phrases(g + 1)).map(|p| self.d.bare(p.country, p.start)));
            }
            if !targets.is_empty() {
                sources = self.resolve_np(k + 2);
            }
        }
        if rule.kind == ExchangeType::Transfer && targets.is_empty() {
            let to = self.slot_prep(&phrases, "to").and_then(|t| self.np(t));
            targets.extend(
                to.filter(|_| rule.target.iter().any(|s| matches!(s, Slot::Preposition(p) if p == "to"))).and_then(|n| self.receiver(n)),
            );
        }
        // "met his counterparts in Peru and Chile": whose they are, the places say.
        let peers = || {
            object.into_iter().chain(phrases.preps.iter().map(|p| p.1)).find(|j| {
                self.np(*j).is_some_and(|n| {
                    self.r.is(n.start, Closed::Possessive)
                        && matches!(self.r.word(n.end - 1).as_deref(), Some("counterparts" | "counterpart" | "peers"))
                })
            })
        };
        let mut apart = None;
        if let Some(w) = peers().filter(|_| rule.kind == ExchangeType::Meeting && targets.is_empty() && distinct(&sources) == 1) {
            let whole = |n: &&Np| n.kind == NpKind::Actor && n.actors.iter().all(|a| a.kind == ActorKind::Country);
            let places = (self.prep(w + 1) == Some("in")).then(|| self.np(w + 2)).flatten().filter(whole);
            let level = sources[0].level;
            targets = places.iter().flat_map(|n| self.d.actors(self.r, n)).map(|t| Resolved { level, ..t }).collect();
            // Each of several is met in another place.
            apart = (targets.len() > 1).then(|| Phrases { dates: phrases.dates.clone(), end: phrases.end, ..Phrases::default() });
        }
        // "gathered evidence": a thing.
        if rule.persons && !rule.both.is_empty() && targets.is_empty() && object.is_some() {
            return Err("a thing, and nobody");
        }
        let bare = |v: &[Resolved]| v.iter().all(|s| s.kind == ActorKind::Country);
        if rule.persons && (bare(&sources) || bare(&targets) && !(targets.is_empty() && !rule.both.is_empty())) {
            return Err("neither side is a person or a group");
        }
        if rule.officials && !(targets.iter().chain(&sources).all(official) && !v.passive) {
            return Err("one side holds no office");
        }
        if rule.kind == ExchangeType::Visit {
            // host, welcome: the guest travels to the host's country.
            // "welcomed the ambassador": he lives there.
            let resident = Resolved::accredited;
            let guests: Vec<Resolved> = sources.into_iter().filter(|a| a.kind != ActorKind::Country && !resident(a)).collect();
            let places = targets.iter().map(|t| PlaceRef { country: t.country, start: t.at, end: t.at, whole_country: true }).collect();
            if guests.is_empty() {
                return Err("the guest is no person or group");
            }
            return emit(self, rule, Sides::Travel { travellers: guests, places }, told(mode), sides, out);
        }
        if !targets.is_empty() {
            // "X was met at the airport by Y": he who is met is the guest.
            if v.passive && rule.kind == ExchangeType::Meeting && rule.source == [Slot::Subject] {
                std::mem::swap(&mut sources, &mut targets);
            }
            let told = Told { phrases: apart.as_ref().unwrap_or(&phrases), ..told(mode) };
            return emit(self, rule, Sides::Two { sources, targets }, told, sides, out);
        } else if rule.both.contains(&Slot::Subject) && target_np.is_none() && source_np == subject.unwrap_or(usize::MAX) {
            // "They meet"; "X was met by protests" has an object or an agent and is something else.
            if object.is_some_and(|o| self.np(o).is_some_and(|n| n.kind == NpKind::Other || n.kind == NpKind::Event)) && !rule.topic {
                return Err("the object is something else than the other side");
            }
            // "where Thailand, Laos and Myanmar meet": their borders do.
            let bare = sources.iter().all(|s| s.kind == ActorKind::Country);
            let border = (0..source_np).rev().take(2).any(|j| self.prep(j) == Some("where"));
            if bare && border && self.verb_is(v, &["meet"]) {
                return Err("borders that meet");
            }
            if self.crowd(source_np) {
                return Err("members that are no country make it multilateral");
            }
            return emit(self, rule, Sides::List(sources), told(mode), sides, out);
        }
        Err("no other side stands where the rule looks for its target")
    }

    /// "Three ambassadors presented their credentials. They are X of Peru, Y of Chile and Z of Cuba."
    pub(super) fn roll(&self, k: usize, v: &Vg, rule: &Rule, sides: &mut Option<Parties>, out: &mut Vec<Mention>) -> Why {
        let Some((court, date)) = self.d.court.get() else { return Err("no credentials were presented before") };
        let envoys = |n: &Np| {
            let w = self.r.word(n.end - 1);
            n.kind == NpKind::Pronoun && w.as_deref() == Some("they")
                || (n.start..n.end)
                    .any(|t| self.r.word(t).is_some_and(|w| matches!(&*w, "ambassadors" | "envoys" | "diplomats" | "others")))
        };
        // "The ambassadors who presented their credentials are X and Y": the noun tells it, if it finds them.
        let at = self.r.tokens[self.c[k].start].start as usize;
        let told_by_noun = out.iter().any(|m| m.kind == rule.kind && m.evidence.0 <= at && at < m.evidence.1);
        let subject = self.subject(k, 0).or_else(|| (0..k).find(|s| self.who_they_are(*s).is_some_and(|list| list > k)));
        if told_by_noun || !subject.and_then(|s| self.np(s)).is_some_and(envoys) {
            return Err("not the list of the envoys");
        }
        let sources: Vec<Resolved> = self.envoys(k + 1).into_iter().filter(|r| r.country != court).collect();
        if sources.is_empty() {
            return Err("no envoy is named");
        }
        let phrases = Phrases { end: k + 1, ..Phrases::default() };
        let mode = Mode { status: Status::Occurred, direction: Direction::Past, news: true };
        let told = Told { mode, date, trigger: (self.c[k].start, self.c[k].end), phrases: &phrases, at: k, verb: Some(v) };
        let targets = vec![self.d.bare(court, self.c[k].start)];
        emit(self, rule, Sides::Two { sources, targets }, told, sides, out)
    }

    /// "Foreign guests visited the palace. They included the delegation of X led by Y", "messages from different countries. They
    /// included X", "The replies went to X and Y": an agency's home is where they are, who wrote or was written to.
    pub(super) fn listed(&self, sides: &mut Option<Parties>, out: &mut Vec<Mention>) {
        let (Some(home), Some((here, _))) = (self.d.home, &self.d.here) else { return };
        let first = |list: &[&str]| self.r.word(self.c[0].start).is_some_and(|w| list.contains(&&*w));
        let they = first(&["they", "those", "among"]);
        let replies = self.np(0).is_some_and(|n| matches!(self.r.word(n.end - 1).as_deref(), Some("replies")));
        // "The floral baskets were from X and Y"
        let gifts =
            self.np(0).is_some_and(|n| matches!(self.r.word(n.end - 1).as_deref(), Some("baskets" | "messages" | "letters" | "gifts")));
        let they = they || gifts && self.vg(1).is_some_and(|v| v.copula) && self.prep(2) == Some("from");
        let arrivals = (0..2).any(|k| self.r.word(self.c[0].start + k).is_some_and(|w| matches!(&*w, "arrivals" | "arriving")));
        if !they && !replies && !arrivals || home != *here {
            return;
        }
        let lists = |v: &Vg| Self::finite(v) && if replies { self.verb_is(v, &["go"]) } else { v.copula || self.verb_is(v, &["include"]) };
        let finite = |k: &usize| self.vg(*k).is_some_and(Self::finite);
        let Some(k) = (0..self.c.len().min(6)).find(finite).filter(|k| self.vg(*k).is_some_and(lists)) else { return };
        let Some((roll, date)) = self.d.roll_before(self.r).filter(|(roll, _)| !replies || *roll == Roll::Letters) else { return };
        let guests = matches!(roll, Roll::Guests | Roll::Artists);
        let id = if guests { "arrive" } else { "message-noun" };
        let Some(rule) = self.r.lx.rules.iter().find(|r| r.id == id) else { return };
        let someone = |a: &&crate::annotate::Actor| {
            let named = match (roll, a.kind) {
                (Roll::Artists, _) => true,
                (Roll::Guests, ActorKind::Person) => a.name.is_some() && a.office.is_some(),
                (Roll::Guests, kind) => a.name.is_some() || arrivals && kind == ActorKind::Unofficial,
                // Societies and study groups write too: they are nobody's government.
                (Roll::Callers, ActorKind::Person) => a.office.is_some_and(|o| !a.former && !self.of_a_society(o.0)),
                (_, ActorKind::Person) => a.office.is_some(),
                (..) => a.sector == Some(crate::model::Sector::Party),
            };
            named && (a.kind != ActorKind::Country || roll == Roll::Artists) && a.country.is_some_and(|c| c != home)
        };
        let list = (k + 1..self.c.len()).filter_map(|j| self.np(j));
        let mut people: Vec<Resolved> = list
            .flat_map(|n| {
                // "delegations of Peru and Chile": led by nobody whom the agency would name.
                let states = roll == Roll::Guests && self.r.word(n.start).as_deref() == Some("delegations");
                let states = states || roll == Roll::Artists;
                let sent = move |a: &crate::annotate::Actor| states && a.delegation && a.country.is_some_and(|c| c != home);
                let nobody = move |r: Resolved| if states { Resolved { kind: ActorKind::Unofficial, level: None, ..r } } else { r };
                // "the secretary of the study group": a guest, and nobody's official.
                let private = |a: &crate::annotate::Actor| a.kind == ActorKind::Person && a.office.is_some_and(|o| self.of_a_society(o.0));
                let guest = move |a: &crate::annotate::Actor| {
                    let r = self.d.resolve(self.r, a, n)?;
                    let r = if roll == Roll::Guests && private(a) {
                        Resolved { kind: ActorKind::Unofficial, level: Some(Level::Unofficial), ..r }
                    } else {
                        r
                    };
                    Some(nobody(r))
                };
                n.actors.iter().filter(move |a| someone(a) || sent(a)).filter_map(guest)
            })
            .collect();
        // "Arriving here were delegations of Peru": told by the verb itself.
        let told = |p: &Resolved| {
            let here = self.c[0].start..self.c[self.c.len() - 1].end;
            let begin = self.r.tokens[here.start].start as usize;
            out.iter().any(|m| m.rule == id && m.evidence.0 >= begin && self.r.lx.country(m.source) == Some(p.country))
        };
        if arrivals {
            people.retain(|p| !told(p));
        }
        if roll == Roll::Artists {
            // Of what they are called nothing names a head; three troupes of one country are one delegation.
            let mut seen = std::collections::BTreeSet::new();
            people.retain(|p| seen.insert(p.country));
            people.iter_mut().for_each(|p| (p.name, p.office) = (None, None));
        }
        if people.is_empty() {
            return;
        }
        let phrases = Phrases { end: k + 1, ..Phrases::default() };
        let status = if guests { Status::Ongoing } else { Status::Occurred };
        let mode = Mode { status, direction: Direction::Past, news: true };
        let told = Told { mode, date, trigger: (self.c[k].start, self.c[k].end), phrases: &phrases, at: k, verb: self.vg(k) };
        let own = vec![self.d.bare(home, self.c[k].start)];
        let parties = if guests {
            let places = vec![PlaceRef { country: home, start: 0, end: 0, whole_country: true }];
            Sides::Travel { travellers: people, places }
        } else if replies {
            Sides::Two { sources: own, targets: people }
        } else {
            Sides::Two { sources: people, targets: own }
        };
        let rows = out.len();
        let why = emit(self, rule, parties, told, sides, out);
        if out.len() > rows {
            self.d.trace(self.r, rule, (self.c[k].start, self.c[k].end), why, out.len());
        }
    }

    /// "a number of ambassadors to Peru, including X and Y": where the list of those begins who are named.
    pub(super) fn named_among(&self, k: usize) -> Option<usize> {
        let mut j = k + 1;
        while matches!(self.prep(j), Some("of" | "to" | "in" | "from" | "for")) && self.np(j + 1).is_some() {
            j += 2;
        }
        j += usize::from(matches!(self.c.get(j)?.chunk, Chunk::Comma));
        let lists = matches!(self.prep(j), Some("including" | "such as" | "among them")) || self.namely(j);
        (lists && self.np(j + 1).is_some()).then_some(j + 1)
    }

    pub(super) fn namely(&self, k: usize) -> bool {
        self.c.get(k).is_some_and(|s| matches!(s.chunk, Chunk::Adverb(_)) && self.r.word(s.start).as_deref() == Some("namely"))
    }

    /// "the chief of the group for the study of X", "the chairman of the association": is the office at `from` nobody's
    /// government's?
    fn of_a_society(&self, from: usize) -> bool {
        let goes_on = |k: &usize| {
            let t = &self.r.tokens[*k];
            t.kind == crate::text::Kind::Hyphen || t.kind == crate::text::Kind::Word && self.r.word(*k).is_some_and(|w| w != "and")
        };
        (from..self.r.end).take_while(goes_on).any(|k| {
            // "the Federation Council" is a council.
            let official = |g: u16| self.r.lx.groups[g as usize].official;
            let state = |k: usize| matches!(self.r.longest(k, kinds::GROUP), Some((Entry::Group(g), _)) if official(g));
            let body = matches!(self.r.longest(k, kinds::GROUP), Some((Entry::Group(g), end)) if !official(g) && !state(end));
            body || self.r.word(k).is_some_and(|w| matches!(&*w, "study" | "club"))
        })
    }

    /// Who is named from `from` on with his country: "X of Peru; Y, Chilean ambassador, and Z, representing Cuba".
    pub(super) fn envoys(&self, from: usize) -> Vec<Resolved> {
        let mut found: Vec<Resolved> = Vec::new();
        let mut nameless: Option<Resolved> = None;
        let person = |a: &crate::annotate::Actor, np: &Np| {
            let sent = crate::annotate::Actor { kind: ActorKind::Person, level: a.level.or(Some(Level::Director)), ..a.clone() };
            self.d.resolve(self.r, &sent, np).map(|r| Resolved { level: r.level.or(Some(Level::Director)), ..r })
        };
        for k in from..self.c.len() {
            let Some(np) = self.np(k) else {
                let goes_on = match &self.c[k].chunk {
                    Chunk::Vg(v) => !Self::finite(v) || self.verb_is(v, &["represent", "follow"]),
                    Chunk::Sub(_) | Chunk::Rel => false,
                    _ => true,
                };
                if goes_on { continue } else { break }
            };
            // "are from Peru, Chile and Cuba": of envoys without names only the countries are said.
            if k <= from + 1 && np.actors.len() > 1 && np.actors.iter().all(|a| a.kind == ActorKind::Country) {
                let sent = |r: Resolved| Resolved { kind: ActorKind::Person, level: Some(Level::Director), ..r };
                return self.resolve_np(k).into_iter().map(sent).collect();
            }
            for a in &np.actors {
                match (a.kind, a.country) {
                    (ActorKind::Person, Some(_)) if a.name.is_some() || a.office.is_some() => found.extend(person(a, np)),
                    (ActorKind::Person, None) if a.name.is_some() => {
                        let country = self.d.home.unwrap_or_default();
                        nameless = person(&crate::annotate::Actor { country: Some(country), ..a.clone() }, np);
                    }
                    (ActorKind::Country, Some(country)) => found.extend(nameless.take().map(|r| Resolved { country, ..r })),
                    (ActorKind::Group, Some(_)) => found.extend(self.d.resolve(self.r, a, np)),
                    _ => {}
                }
            }
        }
        found
    }

    /// "the European Union, Turkey, Britain and the United States": members of the list at `k` that are no country make
    /// it multilateral.
    pub(super) fn crowd(&self, k: usize) -> bool {
        let listed = self.np(k).is_some_and(|n| n.actors.len() >= 2);
        listed
            && k >= 2
            && matches!(self.c[k - 1].chunk, Chunk::Comma)
            && self.np(k - 2).is_some_and(|n| {
                let last = self.r.word(n.end - 1);
                let many = matches!(last.as_deref(), Some("countries" | "states" | "nations" | "organisations" | "organizations"));
                n.kind == NpKind::Other && (many || self.r.names_organisation(n.start, n.end))
            })
            && !(k >= 3
                && matches!(self.c[k - 3].chunk, Chunk::Prep(_))
                && !matches!(self.prep(k - 3), Some("of" | "from" | "between" | "among")))
    }

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
        let Some(host) = beside(true).or_else(before).or_else(|| beside(false)).or_else(after).or_else(home) else {
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

    /// "left here to visit China": the infinitive's object.
    pub(super) fn infinitive_visit(&self, from: usize) -> Option<Vec<PlaceRef>> {
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
    pub(super) fn onward(
        &self,
        rule: &Rule,
        travellers: Vec<Resolved>,
        places: &[PlaceRef],
        told: Told,
        sides: &mut Option<Parties>,
        out: &mut Vec<Mention>,
    ) {
        // "visits to Peru from May 1 to 3 and Chile from May 4 to 6"
        if let Some((next, date)) = self.next_stop(told.phrases).filter(|_| rule.part == crate::lexicon::Part::Noun) {
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
