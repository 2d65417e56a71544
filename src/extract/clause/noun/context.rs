//! Sides that the noun does not name: those of its list, of its verb, of the story.

use super::*;
use crate::annotate::{Actor, ActorKind, Chunk, NpKind, Tense, Vg};
use crate::extract::build::{Sides, Told, emit};
use crate::extract::discourse::{Parties, Resolved};
use crate::extract::trace::Why;
use crate::lexicon::{CountryForm, Governs, Slot};
use crate::model::{ExchangeType, Mention, Sector, Status};

impl Clause<'_, '_> {
    /// "meets X and signs a treaty": with whom, the clause before said.
    pub(super) fn treaty_of_two(
        &self,
        site: &Site,
        targets: &[Resolved],
        told: Told<'_>,
        sides: &mut Option<Parties>,
        out: &mut Vec<Mention>,
    ) -> Option<Why> {
        let &Site { k, rule, light_before, .. } = site;
        let slot = |s: &Slot| self.filler(site, s);
        let all = &site.all;
        // "a ceasefire agreement with the rebels": with whom no country is.
        let rebels = self.slot_prep(all, "with").filter(|w| {
            let capital = self.r.tokens[self.c[*w].end - 1].cap;
            capital && *w == k + 2 && self.np(*w).is_some_and(|n| n.places.is_empty() && n.everybody().all(|a| a.country.is_none()))
        });
        if rule.kind == ExchangeType::Agreement && targets.is_empty() && rebels.is_some() {
            return Some(Err("the other side is no country"));
        }
        // "meets X and signs a treaty": with whom, the clause before said.
        if matches!(rule.kind, ExchangeType::Agreement) && targets.is_empty() && light_before.is_some() {
            let own = slot(&Slot::Subject);
            if distinct(&own) == 1 {
                if let Some((a, b)) = sides.as_ref() {
                    let other = if a.iter().any(|x| x.country == own[0].country) {
                        Some(b)
                    } else if b.iter().any(|x| x.country == own[0].country) {
                        Some(a)
                    } else {
                        None
                    };
                    if let Some(other) = other.cloned() {
                        return Some(emit(self, rule, Sides::Two { sources: own, targets: other }, told, sides, out));
                    }
                }
            }
        }
        None
    }

    /// "A and B exchanged letters", "Putin's North Korea summit": both sides in one place.
    pub(super) fn list(
        &self,
        site: &Site,
        targets: &[Resolved],
        told: Told<'_>,
        sides: &mut Option<Parties>,
        out: &mut Vec<Mention>,
    ) -> Option<Why> {
        let &Site { k, e, rule, nominal, preposition, light_before, light_after, .. } = site;
        let slot = |s: &Slot| self.filler(site, s);
        let borrowed = || self.borrowed(site);
        let people_of = |list: Vec<Resolved>| self.people_of(site, list);
        let all = &site.all;
        // "call for a summit of Eurozone leaders": others meet.
        let of_others = rule.kind == ExchangeType::Meeting
            && self.prep(k + 1) == Some("of")
            && self.np(k + 2).is_some_and(|n| {
                n.kind == NpKind::Actor && n.plural() && self.resolve_np(k + 2).is_empty() || self.r.names_organisation(n.start, n.end)
            });
        // "Peru and Chile held a meeting of senior diplomats": theirs.
        let own = || light_before.is_some_and(|(_, v)| !v.passive) && distinct(&slot(&Slot::Subject)) == 2;
        if of_others && !own() {
            return Some(Err("others are said to meet"));
        }
        // "A and B exchanged letters": each wrote to the other.
        if rule.kind == ExchangeType::Message && light_before.is_some_and(|(_, v)| self.verb_is(v, &["exchange"])) {
            let list = slot(&Slot::Subject);
            // "exchanged greetings": they bowed, unless it was for a day.
            let written = self.r.word(e.end - 1).as_deref() != Some("greetings") || self.slot_prep(all, "for").is_some();
            if distinct(&list) >= 2 && written {
                return Some(emit(self, rule, Sides::List(list), told, sides, out));
            }
        }
        // "The ministers signed the Peru-Chile pact", "the Peru-Chile pact was signed": of a treaty that has its two countries in
        // its name, other words speak as of a thing long known.
        let signs = |x: Option<(usize, &Vg)>, passive: bool| {
            x.filter(|(_, v)| Self::finite(v) && v.passive == passive && self.verb_is(v, &["sign", "ink", "initial"])).map(|x| x.0)
        };
        let ratifies = light_before.is_some_and(|(_, v)| Self::finite(v) && !v.passive && self.verb_is(v, &["ratify"]));
        let signers = |g: usize| {
            let np = self.subject(g, 0).and_then(|s| self.np(s));
            np.is_some_and(|n| n.kind == NpKind::Pair || n.plural() && n.everybody().all(|a| a.name.is_none() && a.country.is_none()))
        };
        let newly = rule.kind != ExchangeType::Agreement
            || !nominal
                && (ratifies
                    || signs(light_before, false).is_some_and(signers)
                    || signs(light_after, true).is_some() && preposition.is_none() && self.slot_prep(all, "by").is_none());
        for s in rule.both.iter().filter(|s| newly || **s != Slot::Adjective) {
            let list = slot(s);
            if *s == Slot::Subject && borrowed().is_some_and(|b| self.crowd(b)) {
                return Some(Err("members that are no country make it multilateral"));
            }
            if distinct(&list) >= 2 && (targets.is_empty() || *s != Slot::Subject) {
                let list = people_of(list);
                return Some(emit(self, rule, Sides::List(list), told, sides, out));
            }
        }
        // "X chaired a four-way meeting attended by Y and Z"
        if rule.kind == ExchangeType::Meeting && targets.is_empty() && light_before.is_some_and(|(_, v)| !v.passive) {
            let guests = |j: usize| self.vg(j).is_some_and(|v| self.verb_is(v, &["attend"])) && self.prep(j + 1) == Some("by");
            let own = |j: &usize| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::That | Chunk::Sub(_) | Chunk::And);
            let came = (k + 1..self.c.len()).take_while(own).find(|j| guests(*j)).map(|j| self.resolve_np(j + 2)).unwrap_or_default();
            let host = slot(&Slot::Subject);
            let ranked = |r: &Resolved| r.kind == ActorKind::Person && r.level.is_some();
            if distinct(&host) == 1 && !came.is_empty() && host.iter().chain(&came).all(ranked) {
                let list = host.into_iter().chain(came).collect();
                return Some(emit(self, rule, Sides::List(list), told, sides, out));
            }
        }
        // "During a meeting in Kyiv, X urged Y": those who speak are those who meet.
        if matches!(rule.kind, ExchangeType::Meeting | ExchangeType::Call)
            && matches!(preposition, Some("during" | "at" | "in"))
            && e.possessor.is_empty()
        {
            if let Some(list) = self.speakers(k) {
                return Some(emit(self, rule, Sides::List(list), told, sides, out));
            }
        }
        // Possessor and adjective: "Putin's North Korea summit"; of and adjective.
        if rule.both.contains(&Slot::Adjective) && rule.kind != ExchangeType::Agreement {
            let (mut a, b) = (slot(&Slot::Possessor), slot(&Slot::Adjective));
            a.extend(b);
            if distinct(&a) == 2 {
                return Some(emit(self, rule, Sides::List(a), told, sides, out));
            }
            // "announces U.S. talks", with the other side as the clause's subject.
            let adj = slot(&Slot::Adjective);
            if distinct(&adj) == 1 && (light_before.is_some() || site.denier.is_some()) {
                let denies = site.denier.and_then(|g| self.subject(g, 0)).map(|j| self.resolve_np(j));
                let mut subj = denies.unwrap_or_else(|| slot(&Slot::Subject));
                subj.extend(adj);
                if distinct(&subj) == 2 {
                    return Some(emit(self, rule, Sides::List(subj), told, sides, out));
                }
            }
        }
        None
    }

    /// Those who meet, by what they do or have done.
    pub(super) fn met_in_context(
        &self,
        site: &Site,
        targets: Vec<Resolved>,
        told: Told<'_>,
        sides: &mut Option<Parties>,
        out: &mut Vec<Mention>,
    ) -> Option<Why> {
        let &Site { k, e, rule, np, before, preposition, verb_after, .. } = site;
        // "A of Peru and B of Chile, meeting in Lima, agreed": those two.
        let participle = np.end == np.start + 1 && self.r.word(np.start).as_deref() == Some("meeting") && k >= 2;
        if rule.kind == ExchangeType::Meeting
            && participle
            && matches!(self.c[k - 1].chunk, Chunk::Comma)
            && matches!(self.prep(k + 1), Some("in" | "at" | "on"))
        {
            let met = self.resolve_np(k - 2);
            if distinct(&met) == 2 && met.iter().all(|r| r.kind != ActorKind::Group) {
                return Some(emit(self, rule, Sides::List(met), told, sides, out));
            }
        }
        // "hosted X for dinner", "welcomed X for talks"
        // "joins X at a dinner"
        let at_table = preposition == Some("at") && rule.id == "banquet";
        if rule.kind == ExchangeType::Meeting && (preposition == Some("for") || at_table) && before >= 3 {
            let hosts = self.vg(before - 3).filter(|v| !v.passive && self.verb_is(v, &["host", "welcome", "receive", "greet", "join"]));
            let guest = self.np(before - 2).is_some_and(|n| n.kind == NpKind::Actor);
            // "hosted the presidents of Peru and Chile in Lima for talks": all three.
            let hosting =
                |g: &usize| self.vg(*g).is_some_and(|v| !v.passive && Self::finite(v) && self.verb_is(v, &["host", "welcome", "receive"]));
            let main = (0..before).rev().find(|g| self.vg(*g).is_some()).filter(hosting).filter(|_| preposition == Some("for"));
            if let Some((g, object, host)) = main.and_then(|g| Some((g, self.object(g)?, self.subject(g, 0)?))) {
                let from = matches!(self.prep(object + 1), Some("from" | "of")).then(|| self.resolve_np(object + 2));
                let (guests, host) = (from.unwrap_or_else(|| self.resolve_np(object)), self.resolve_np(host));
                let all: Vec<Resolved> = guests.iter().chain(&host).cloned().collect();
                if distinct(&host) == 1 && distinct(&guests) == 2 && distinct(&all) == 3 && host.iter().all(official) {
                    return Some(emit(self, rule, Sides::List(all), Told { mode: self.mode(g), ..told }, sides, out));
                }
            }
            if let Some(host) = hosts.filter(|_| guest).and_then(|_| self.subject(before - 3, 0)) {
                let (sources, targets) = (self.resolve_np(before - 2), self.resolve_np(host));
                if distinct(&sources) == 1 && distinct(&targets) == 1 {
                    let told = Told { mode: self.mode(before - 3), ..told };
                    return Some(emit(self, rule, Sides::Two { sources, targets }, told, sides, out));
                }
            }
        }
        // "where a private meeting is scheduled with X": his who travels.
        if rule.kind == ExchangeType::Meeting && distinct(&targets) == 1 {
            let set = verb_after.is_some_and(|(_, v)| v.passive && v.governs == Governs::Plan);
            let first = (0..k).find(|&g| self.vg(g).is_some_and(Self::finite)).and_then(|g| self.subject(g, 0));
            // "X announces that trade will grow following talks with Y": his who announces it.
            let says = (0..k).find(|&g| self.vg(g).is_some_and(Self::finite)).and_then(|g| self.vg(g));
            let announced = matches!(preposition, Some("following" | "after"))
                && says.is_some_and(|v| matches!(v.governs, Governs::Say | Governs::Confirm))
                && (0..k).any(|j| matches!(self.c[j].chunk, Chunk::That));
            let own: Vec<Resolved> = first.filter(|_| set || announced).map(|j| self.resolve_np(j)).unwrap_or_default();
            if distinct(&own) == 1 && own[0].kind == ActorKind::Person && own[0].country != targets[0].country {
                return Some(emit(self, rule, Sides::Two { sources: own, targets }, told, sides, out));
            }
        }
        // "Ana Example spoke at a meeting with the visiting minister of Chile in Lima": who is visited in Lima is at home there.
        let guest = |j: &usize| self.np(*j).is_some_and(|n| n.actors.iter().any(|a| a.modifier.is_some()));
        let visiting = self.slot_prep(&site.all, "with").filter(|j| guest(j) && distinct(&targets) == 1);
        let there = visiting.and_then(|_| {
            let places = site.all.preps.iter().filter(|(s, _)| matches!(self.r.lx.text(*s), "in" | "at"));
            places.flat_map(|(_, j)| self.destinations(*j)).find(|p| p.country != targets[0].country)
        });
        if let Some(host) = there.filter(|_| rule.kind == ExchangeType::Meeting) {
            let host = vec![self.d.bare(host.country, host.start)];
            return Some(emit(self, rule, Sides::Two { sources: targets, targets: host }, told, sides, out));
        }
        // "The meeting was the first between X and Y in years"
        let first = verb_after.filter(|(_, v)| v.copula && Self::finite(v) && !v.negated).map(|(g, _)| g);
        let first = first.filter(|g| {
            *g == k + 1 && self.np(g + 1).is_some_and(|n| n.event.is_none() || n.event.as_ref().is_some_and(|x| x.noun == e.noun))
        });
        if let Some(by) = first.and_then(|g| self.phrases(g + 2).preps.into_iter().find(|(s, _)| self.r.lx.text(*s) == "between")) {
            let between = self.resolve_np(by.1);
            if distinct(&between) == 2 && before == k && between.iter().all(official) {
                let date = told.date.or_else(|| self.day_before().filter(|_| e.definite || e.pronoun));
                return Some(emit(self, rule, Sides::List(between), Told { date, ..told }, sides, out));
            }
        }
        // "X and Y agreed on Sunday to end it. Their talks were the first in years": those two, and then.
        let their = e.pronoun && self.r.word(np.start).as_deref() == Some("their") && k == 0 && targets.is_empty();
        if let Some((a, b)) = self.d.last_sides().filter(|_| their) {
            let pair: Vec<Resolved> = a.iter().chain(b).cloned().collect();
            if distinct(&pair) == 2 && pair.iter().all(|r| r.kind == ActorKind::Person) {
                let date = told.date.or_else(|| self.day_before());
                return Some(emit(self, rule, Sides::List(pair), Told { date, ..told }, sides, out));
            }
        }
        // "A follow-up meeting is planned in Peru": of the two who have met.
        let further = || {
            let words = self.r.slice(np.start, e.end).to_lowercase();
            ["follow-up", "followup", "further", "next", "another", "second"].iter().any(|w| words.contains(w))
        };
        if rule.kind == ExchangeType::Meeting
            && targets.is_empty()
            && !e.definite
            && matches!(told.mode.status, Status::Planned | Status::Proposed)
            // "will travel to Doha for further talks": with whom, is not said.
            && preposition != Some("for")
            && further()
        {
            if let Some((a, b)) = self.d.last_sides() {
                let pair: Vec<Resolved> = a.iter().chain(b).map(|r| self.d.bare(r.country, np.start)).collect();
                if distinct(&pair) == 2 {
                    return Some(emit(self, rule, Sides::List(pair), told, sides, out));
                }
            }
        }
        None
    }

    /// "several agreements were signed during the meeting": between those who met.
    pub(super) fn signed_in_context(
        &self,
        site: &Site,
        targets: &[Resolved],
        told: Told<'_>,
        sides: &mut Option<Parties>,
        out: &mut Vec<Mention>,
    ) -> Option<Why> {
        let &Site { rule, np, light_before, light_after, .. } = site;
        let all = &site.all;
        // "As a result of the talks, it is planned to sign a treaty": between those who talk.
        let it = |g: usize| {
            self.vg(g).is_some_and(|v| v.passive && v.governs == Governs::Plan)
                && g > 0
                && self.r.word(self.c[g].start - 1).as_deref() == Some("it")
        };
        let planned = light_before.is_some_and(|(g, v)| v.tense == Tense::Infinitive && self.governor(g).is_some_and(it));
        if let Some((a, b)) = self.d.last_sides().filter(|_| planned && targets.is_empty()) {
            let pair: Vec<Resolved> = a.iter().take(1).chain(b.iter().take(1)).map(|r| self.d.bare(r.country, np.start)).collect();
            return Some(emit(self, rule, Sides::List(pair), told, sides, out));
        }
        // "X's visit to Peru ended with the signing of a pact": between him and his hosts.
        let ends = |g: usize| self.vg(g).is_some_and(|v| matches!(v.governs, Governs::End | Governs::Begin) && Self::finite(v));
        let with = (1..site.k).rev().take(3).find(|&j| self.prep(j) == Some("with"));
        let closing = with.and_then(|_| (0..site.k).rev().find(|g| self.vg(*g).is_some())).filter(|g| ends(*g));
        let visit = closing.and_then(|g| self.subject(g, 0)).filter(|s| self.event_is(*s, ExchangeType::Visit));
        if let (Some(_), Some((a, b)), true) = (visit, sides.clone(), targets.is_empty()) {
            let pair: Vec<Resolved> = a.into_iter().take(1).chain(b.into_iter().take(1)).collect();
            return Some(emit(self, rule, Sides::List(pair), told, sides, out));
        }
        if rule.kind == ExchangeType::Agreement
            && targets.is_empty()
            && light_after.is_some_and(|(_, v)| v.passive && self.verb_is(v, &["sign", "ink"]))
        {
            // "seven pacts were signed in the presence of X and Y": theirs.
            let at = light_after.map_or(0, |(g, _)| g + 1);
            let seen = self.phrases(at).preps.into_iter().find(|(_, j)| {
                self.np(*j).is_some_and(|n| self.r.word(n.end - 1).as_deref() == Some("presence")) && self.prep(j + 1) == Some("of")
            });
            let pair = seen.map(|(_, j)| self.resolve_np(j + 2)).filter(|v| distinct(v) == 2 && v.len() == 2);
            if let Some(pair) = pair {
                return Some(emit(self, rule, Sides::List(pair), told, sides, out));
            }
            // "X held talks with Y, after which seven pacts were signed": between those who talked.
            let which = site.k >= 2
                && matches!(self.c[site.k - 1].chunk, Chunk::Rel)
                && self.r.word(self.c[site.k - 1].start).as_deref() == Some("which");
            let talk = |s: u32| matches!(self.r.lx.text(s), "after" | "at" | "during" | "following");
            let there = which && matches!(self.c[site.k - 2].chunk, Chunk::Sub(s) | Chunk::Prep(s) if talk(s));
            // "X chaired talks with Y, at the end of which seven pacts were signed"
            let end = which && site.k >= 4 && self.prep(site.k - 2) == Some("of") && self.prep(site.k - 4) == Some("at");
            let there = there
                || end
                    && self
                        .np(site.k - 3)
                        .is_some_and(|n| matches!(self.r.word(n.end - 1).as_deref(), Some("end" | "close" | "conclusion")));
            // "X held talks with Y. More than 20 agreements were signed": so does the sentence before.
            let before = self.r.sentence_before(self.d.body).map_or(0, |s| self.r.tokens[s.0].start as usize);
            let told_before = out.last().filter(|m| {
                let met = matches!(m.kind, ExchangeType::Meeting | ExchangeType::Visit) && m.evidence.1 > before;
                met && matches!(m.status, Status::Occurred | Status::Ongoing | Status::Planned)
            });
            let alone = site.k == 0 && self.n > 0 && !(self.r.begin..self.r.end).any(|t| self.r.country_form(t).is_some());
            let met = told_before.filter(|_| alone).map(|m| [m.source, m.target]);
            if let Some(two) = met {
                let pair = two.iter().filter_map(|i| self.r.lx.country(i)).map(|c| self.d.bare(c, np.start)).collect();
                return Some(emit(self, rule, Sides::List(pair), told, sides, out));
            }
            // "X and Y held talks and three pacts were signed": between those who have just met.
            let just_met =
                || out.last().is_some_and(|m| m.kind == ExchangeType::Meeting && m.evidence.1 > self.r.tokens[self.r.begin].start as usize);
            let there = there || site.k > 1 && matches!(self.c[site.k - 1].chunk, Chunk::And) && just_met();
            // "X visited Peru in October, when seven pacts were signed"
            let there = there || site.k > 1 && self.prep(site.k - 1) == Some("when");
            if let Some((a, b)) = sides.clone().filter(|_| there) {
                let bare = |v: &[Resolved]| v.first().map(|r| self.d.bare(r.country, np.start));
                if let (Some(a), Some(b)) = (bare(&a), bare(&b)) {
                    return Some(emit(self, rule, Sides::List(vec![a, b]), told, sides, out));
                }
            }
            // "The document was signed in Lima in 2020": the treaty told of before.
            let signed = site.e.definite && light_after.is_some_and(|(_, v)| Self::finite(v) && !v.negated);
            let same =
                self.d.treaty.get().filter(|(n, ..)| signed && *n < self.n && self.n <= n + 2 && self.slot_prep(all, "by").is_none());
            // "agreements signed during X's visit": long since.
            let mut told = told;
            told.mode.news &= light_after.is_none_or(|(_, v)| v.end > v.start + 1);
            let pair = self.traveller_and_host(site).or(same.map(|(_, a, b)| vec![self.d.bare(a, np.start), self.d.bare(b, np.start)]));
            if let Some(pair) = pair {
                return Some(emit(self, rule, Sides::List(pair), told, sides, out));
            }
            let then = |s: u32| matches!(self.r.lx.text(s), "during" | "at" | "after" | "following");
            // "were signed after talks between X and Y"
            let clause = |j: &usize| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::That | Chunk::Rel | Chunk::Vg(_));
            let talks = |j: &usize| {
                matches!(self.c[*j].chunk, Chunk::Sub(s) | Chunk::Prep(s) if then(s)) && self.event_is(j + 1, ExchangeType::Meeting)
            };
            let behind = light_after.and_then(|(g, _)| (g + 1..self.c.len()).take_while(clause).find(talks));
            let between = behind.and_then(|j| self.slot_prep(&self.phrases(j + 2), "between")).map(|j| self.resolve_np(j));
            if let Some(pair) = between.filter(|v| distinct(v) == 2) {
                let pair = pair.iter().map(|r| self.d.bare(r.country, np.start)).collect();
                return Some(emit(self, rule, Sides::List(pair), told, sides, out));
            }
            let during = all
                .preps
                .iter()
                .any(|(s, j)| then(*s) && self.np(*j).and_then(|n| n.event.as_ref()).is_some_and(|e| e.definite || e.pronoun))
                || self.prep(0) == Some("during") && self.np(1).is_some_and(|n| n.event.is_some())
                || matches!(self.prep(0), Some("following" | "after"))
                    && self.np(1).and_then(|n| n.event.as_ref()).is_some_and(|e| e.definite || e.pronoun)
                    && self.event_is(1, ExchangeType::Meeting);
            if let Some((a, b)) = self.d.last_sides().filter(|_| during) {
                let (a, b) = (a.first().map(|r| self.d.bare(r.country, np.start)), b.first().map(|r| self.d.bare(r.country, np.start)));
                if let (Some(a), Some(b)) = (a, b) {
                    // "following the talks on the Kyrgyz-Tajik border": theirs, and not of the two who spoke last.
                    let of_others = (self.r.begin..self.r.end)
                        .filter_map(|t| self.r.country_form(t))
                        .any(|(c, form, _)| form == CountryForm::Adjective && c != a.country && c != b.country);
                    if of_others {
                        return Some(Err("others are spoken of"));
                    }
                    return Some(emit(self, rule, Sides::List(vec![a, b]), told, sides, out));
                }
            }
        }
        None
    }

    /// "was signed during X's visit to Peru": between his country and Peru.
    fn traveller_and_host(&self, site: &Site) -> Option<Vec<Resolved>> {
        let within = |s: u32| matches!(self.r.lx.text(s), "during" | "on" | "in the course of" | "on the occasion of");
        let visit = |j: usize| self.np(j)?.event.as_ref().filter(|e| self.noun_of(e, ExchangeType::Visit));
        let (j, e) = site.all.preps.iter().filter(|(s, _)| within(*s)).find_map(|(_, j)| Some((*j, visit(*j)?)))?;
        let behind = self.phrases(j + 1);
        let by = ["by", "of"].iter().find_map(|p| self.slot_prep(&behind, p)).map(|b| self.resolve_np(b)).unwrap_or_default();
        let guest = self.resolve_all(site, &e.possessor).into_iter().chain(by).next()?;
        let to = self.np(self.slot_prep(&behind, "to")?)?;
        let host = to.places.first().map(|p| self.d.bare(p.country, p.start))?;
        (host.country != guest.country).then(|| vec![guest, host])
    }

    /// "receives a delegation delivering a letter from X": to him who receives it.
    pub(super) fn carried_letter(
        &self,
        site: &Site,
        targets: &[Resolved],
        told: Told<'_>,
        sides: &mut Option<Parties>,
        out: &mut Vec<Mention>,
    ) -> Option<Why> {
        let &Site { rule, light_before, .. } = site;
        let slot = |s: &Slot| self.filler(site, s);
        // "X received messages. The messages were sent by Y and Z": to X.
        // "The messages and letters were sent by Y and Z"
        let k = site.k;
        let joined = k >= 2 && matches!(self.c[k - 1].chunk, Chunk::And) && self.event_is(k - 2, ExchangeType::Message);
        let definite = site.e.definite || joined && self.np(k - 2).is_some_and(|n| n.event.as_ref().is_some_and(|e| e.definite));
        let addressee = self.d.addressee.borrow().clone().filter(|(n, _)| *n < self.n && self.n <= n + 2).map(|a| a.1);
        let came = site.verb_after.filter(|(_, v)| !v.negated && self.verb_is(v, &["come", "arrive", "pour in"]));
        // "Floral baskets came from X and Y", as an agency tells it: to its own country.
        let own = || self.d.home.filter(|_| came.is_some_and(|(_, v)| v.tense == Tense::Past)).map(|c| self.d.bare(c, site.np.start));
        // "received a message from X. Messages also came from Y and Z"
        let definite = definite || addressee.is_none() || came.is_some_and(|(_, v)| v.tense == Tense::Past);
        let addressee = addressee.or_else(own);
        if let (ExchangeType::Message, Some(x), true) = (rule.kind, addressee, targets.is_empty() && definite) {
            let sent = site.light_after.is_some_and(|(_, v)| v.passive && !v.negated);
            let senders = match came {
                Some((g, _)) => self.slot_prep(&self.phrases(g + 1), "from").map(|j| self.resolve_np(j)).unwrap_or_default(),
                None if sent => slot(&Slot::Preposition("by".into())),
                None => Vec::new(),
            };
            if !senders.is_empty() {
                return Some(emit(self, rule, Sides::Two { sources: senders, targets: vec![x] }, told, sides, out));
            }
        }
        // "will meet Y and deliver X's letter", "The envoy delivered a message from X": to whom he has come.
        let hands = |v: &Vg| !v.passive && !v.negated && self.verb_is(v, &["convey", "deliver", "hand over", "hand", "transmit"]);
        let sure = !matches!(told.mode.status, Status::Proposed | Status::Denied) && self.slot_prep(&site.all, "to").is_none();
        let handed = light_before.filter(|(_, v)| hands(v) && sure).map(|(g, _)| g);
        let before = || {
            let bearer = self.resolve_np(self.subject(handed?, 0)?);
            let (a, b) = self.d.last_sides()?;
            let came = |s: &[Resolved]| bearer.iter().all(|r| s.iter().any(|x| x.country == r.country));
            (came(a) || came(b)).then(|| (a.clone(), b.clone()))
        };
        let earlier = sides.is_none();
        let parties = sides.clone().or_else(before);
        if let (ExchangeType::Message, Some((a, b)), true) = (rule.kind, parties.as_ref(), targets.is_empty()) {
            let from = [Slot::Preposition("from".into()), Slot::Possessor];
            let from = from.iter().map(&slot).find(|v| !v.is_empty()).unwrap_or_default();
            let of = |v: &[Resolved]| v.iter().any(|x| from.iter().any(|f| f.country == x.country));
            // "receives an envoy, who conveyed a letter from X"
            let carrier = |g: usize| g > 0 && matches!(self.c[g - 1].chunk, Chunk::Rel);
            let carried = light_before.is_some_and(|(g, v)| (v.tense == Tense::Ing || carrier(g) && Self::finite(v)) && !v.negated);
            if distinct(&from) == 1 && (carried || handed.is_some()) && of(a) != of(b) {
                let targets = if of(a) { b.clone() } else { a.clone() };
                let day = || self.day_before().filter(|_| earlier && told.mode.status == Status::Occurred);
                let told = Told { date: told.date.or_else(day), ..told };
                return Some(emit(self, rule, Sides::Two { sources: from, targets }, told, sides, out));
            }
        }
        None
    }

    /// "Peruvian troops arrived in Chile for joint exercises": theirs with those who live there.
    pub(super) fn forces_that_came(
        &self,
        site: &Site,
        targets: &[Resolved],
        told: Told<'_>,
        sides: &mut Option<Parties>,
        out: &mut Vec<Mention>,
    ) -> Option<Why> {
        let &Site { k, rule, .. } = site;
        if rule.kind == ExchangeType::Exercise && targets.is_empty() {
            let goes = |v: &Vg| {
                Self::finite(v) && !v.passive && !v.negated && self.rules_of(v).any(|r| r.kind == ExchangeType::Visit && r.phase.is_some())
            };
            let main = (0..k).rev().find(|&g| self.vg(g).is_some_and(Self::finite)).filter(|g| self.vg(*g).is_some_and(goes));
            if let Some(g) = main {
                let forces: Vec<Resolved> = self.subject(g, 0).map(|j| self.resolve_np(j)).unwrap_or_default();
                let armed = |r: &Resolved| r.force.is_some() || r.kind == ActorKind::Group && r.sector == Some(Sector::Military);
                let way = self.phrases(g + 1);
                let there = way.preps.iter().filter(|(s, _)| matches!(self.r.lx.text(*s), "in" | "to" | "for" | "at")).map(|p| p.1);
                let host = there.chain(self.object(g)).find_map(|j| self.destinations(j).into_iter().next());
                if let (true, true, Some(host)) = (distinct(&forces) == 1, forces.iter().all(armed), host) {
                    if host.country != forces[0].country {
                        let targets = vec![self.d.bare(host.country, host.start)];
                        return Some(emit(self, rule, Sides::Two { sources: forces, targets }, told, sides, out));
                    }
                }
            }
        }
        None
    }

    /// "Ministers from A and B reopened the post after a meeting in Lima", "planes of A and B flew in a joint drill": their own.
    pub(super) fn their_own(&self, site: &Site, told: Told<'_>, sides: &mut Option<Parties>, out: &mut Vec<Mention>) -> Option<Why> {
        let &Site { e, rule, np, before, preposition, verb_after, .. } = site;
        // "wrapped up the pact, years after negotiations started": then, and nothing new.
        if verb_after.is_some_and(|(_, v)| Self::finite(v) && !v.passive && v.governs == Governs::Begin) {
            return None;
        }
        let resolve_all = |v: &[Actor]| self.resolve_all(site, v);
        let all = &site.all;
        let theirs = match rule.kind {
            ExchangeType::Meeting => matches!(preposition, Some("after" | "following")) && !e.multilateral,
            ExchangeType::Exercise => {
                matches!(preposition, Some("in" | "during")) && (np.start..e.end).any(|t| self.r.word(t).as_deref() == Some("joint"))
            }
            _ => false,
        };
        let alone = all.preps.iter().all(|(s, j)| matches!(self.r.lx.text(*s), "in" | "at" | "on") && !self.destinations(*j).is_empty());
        if theirs && alone && !e.definite && e.possessor.is_empty() {
            let main = (0..before).rev().find(|g| self.vg(*g).is_some_and(|v| Self::finite(v) && !v.passive));
            let subject = main.and_then(|g| self.subject(g, 0));
            let own = subject.map(|j| self.resolve_np(j)).unwrap_or_default();
            // "Peruvian and Chilean warplanes": a thing that can be given away, too.
            let whose = || {
                let thing = subject.and_then(|s| self.np(s)).filter(|_| rule.kind == ExchangeType::Exercise);
                thing.and_then(|n| n.event.as_ref()).map(|x| resolve_all(&x.adjectives)).unwrap_or_default()
            };
            let mut own = if own.is_empty() { whose() } else { own };
            // "flew alongside Chilean jets in a joint exercise"
            let beside = main.filter(|_| rule.kind == ExchangeType::Exercise && distinct(&own) == 1);
            let beside = beside.and_then(|g| self.slot_prep(&self.phrases(g + 1), "alongside"));
            own.extend(beside.map(|j| self.resolve_np(j)).unwrap_or_default());
            if distinct(&own) == 2 && own.iter().all(|a| a.kind != ActorKind::Country || rule.kind == ExchangeType::Exercise) {
                return Some(emit(self, rule, Sides::List(own), told, sides, out));
            }
        }
        None
    }
}
