//! Two sides of one exchange: who to whom.

use super::*;
use crate::annotate::{Actor, ActorKind, Chunk, Np, NpKind, Tense, Vg};
use crate::extract::build::{Sides, Told, emit};
use crate::extract::discourse::{Parties, Resolved};
use crate::extract::trace::Why;
use crate::lexicon::{Closed, Slot};
use crate::model::{ExchangeType, Level, Mention, Status};
use crate::text::Kind;

impl Clause<'_, '_> {
    /// "X received Y, who": X, for what stands at `k`.
    pub(super) fn received_by(&self, k: usize) -> Vec<Resolved> {
        let receives = |v: &Vg| Self::finite(v) && !v.passive && self.verb_is(v, &["receive", "greet", "welcome", "host", "meet"]);
        let verb = (0..k).rev().find(|g| self.vg(*g).is_some_and(receives));
        verb.and_then(|g| self.subject(g, 0)).map(|s| self.resolve_np(s)).unwrap_or_default()
    }

    /// "received a message from X": the subject is the other side.
    pub(super) fn received(&self, site: &Site, told: Told<'_>, sides: &mut Option<Parties>, out: &mut Vec<Mention>) -> Why {
        let &Site { k, e, rule, np, light_before, .. } = site;
        let first_of = |slots: &[Slot]| self.first_filler(site, slots);
        let all = &site.all;
        let mut targets = light_before.and_then(|(g, _)| self.subject(g, 0)).map(|j| self.resolve_np(j)).unwrap_or_default();
        let mut sources = first_of(&rule.source);
        if rule.ceremony {
            // "received the credentials of 12 ambassadors to Peru": whose they are, the next sentence says.
            let whose = all.preps.iter().filter(|(s, _)| matches!(self.r.lx.text(*s), "of" | "from"));
            let post = whose.filter_map(|x| self.post_of(x.1)).next();
            targets.extend(post.filter(|_| targets.is_empty()).map(|c| self.d.bare(c, np.start)));
            self.d.court.set(targets.first().map(|t| (t.country, told.date)));
            sources.retain(|s| targets.iter().all(|t| t.country != s.country));
            // "received the credentials from the new ambassador": of whom the story has told.
            let same = |m: &&Mention| m.kind == rule.kind && targets.iter().any(|t| self.r.lx.iso(t.country) == m.target);
            let told_before = out.iter().rev().find(same).and_then(|m| self.r.lx.country(m.source));
            sources.extend(told_before.filter(|_| sources.is_empty() && e.definite).map(|c| self.d.bare(c, np.start)));
            // "welcomed the Peruvian ambassador and accepted his letters of credence": the envoy's.
            if sources.is_empty() && self.r.is(np.start, Closed::Possessive) {
                let envoy = |r: &Resolved| r.accredited() && targets.iter().all(|t| t.country != r.country);
                sources.extend((0..k).rev().find_map(|j| self.resolve_np(j).into_iter().find(envoy)));
            }
        }
        // "received messages from several countries", "received a message from X. Messages also came from Y": who sent them, the next
        // sentence says.
        if rule.kind == ExchangeType::Message {
            *self.d.addressee.borrow_mut() = targets.first().map(|t| (self.n, t.clone()));
        }
        emit(self, rule, Sides::Two { sources, targets }, told, sides, out)
    }

    /// "presented X with a gift", "was presented with a gift by Y".
    pub(super) fn presented(&self, site: &Site, told: Told<'_>, sides: &mut Option<Parties>, out: &mut Vec<Mention>) -> Option<Why> {
        let &Site { rule, before, preposition, verb_before, .. } = site;
        let first_of = |slots: &[Slot]| self.first_filler(site, slots);
        // "presented X with a gift": to him.
        if rule.kind == ExchangeType::Message && rule.received && preposition == Some("with") && before >= 3 {
            let g = before - 3;
            if self.vg(g).is_some_and(|v| !v.passive && self.verb_is(v, &["present"])) {
                let sources = self.subject(g, 0).map(|j| self.resolve_np(j)).unwrap_or_default();
                let date = told.date.or_else(|| self.date_of(g, &self.phrases(g + 2)));
                let told = Told { mode: self.mode(g), date, ..told };
                return Some(emit(self, rule, Sides::Two { sources, targets: self.resolve_np(before - 2) }, told, sides, out));
            }
        }
        // "was presented with a gift by Y": the subject receives.
        if rule.received {
            if let Some((g, v)) = verb_before.filter(|(_, v)| v.passive && self.verb_is(v, &["present"])) {
                let _ = v;
                let targets = self.subject(g, 0).map(|j| self.resolve_np(j)).unwrap_or_default();
                let sources = first_of(&[Slot::Preposition("by".into()), Slot::Preposition("from".into())]);
                return Some(emit(self, rule, Sides::Two { sources, targets }, told, sides, out));
            }
        }
        None
    }

    /// "After a phone call from X, A and B agreed", "In a phone call, X urges Y to withdraw".
    pub(super) fn telephoned(&self, site: &Site, told: Told<'_>, sides: &mut Option<Parties>, out: &mut Vec<Mention>) -> Option<Why> {
        let &Site { k, rule, preposition, .. } = site;
        let slot = |s: &Slot| self.filler(site, s);
        let all = &site.all;
        // "After a phone call from X, A and B agreed": he called both.
        let called = rule.kind == ExchangeType::Call
            && preposition.is_some()
            && k <= 2
            && matches!(self.c.get(all.end).map(|c| &c.chunk), Some(Chunk::Comma));
        if let Some(s) = self.main_subject_after(k).filter(|_| called) {
            let sources = slot(&Slot::Preposition("from".into()));
            let targets: Vec<Resolved> = self.resolve_np(s);
            let others = targets.iter().all(|t| sources.iter().all(|s| s.country != t.country));
            if distinct(&sources) == 1 && sources.iter().all(official) && !targets.is_empty() && others {
                return Some(emit(self, rule, Sides::Two { sources, targets }, told, sides, out));
            }
        }
        // "In a phone call, X urges Y to withdraw": who is told of in the sentence that the call opens.
        // "X, in a phone call on Monday, checked on the health of Y": so is who stands around it.
        let comma = |j: usize| matches!(self.c.get(j).map(|c| &c.chunk), Some(Chunk::Comma));
        let aside = k >= 2 && comma(k - 2) && comma(all.end);
        if rule.kind == ExchangeType::Call
            && matches!(self.prep(k.wrapping_sub(1)), Some("in" | "during"))
            && (k <= 2 && comma(k + 1) || aside)
            && all.preps.is_empty()
        {
            let mut people: Vec<Resolved> = Vec::new();
            for r in (if aside { 0 } else { k + 2 }..self.c.len())
                .filter(|&j| self.np(j).is_some_and(|n| n.kind == NpKind::Actor))
                .flat_map(|j| self.resolve_np(j))
            {
                if official(&r) && people.iter().all(|p| p.country != r.country) {
                    people.push(r);
                }
            }
            if people.len() == 2 {
                return Some(emit(self, rule, Sides::List(people), told, sides, out));
            }
        }
        None
    }

    /// "X accepted Y's proposal for talks", "an offer of talks from Y": they are to talk.
    pub(super) fn offer_taken(&self, site: &Site, told: Told<'_>, sides: &mut Option<Parties>, out: &mut Vec<Mention>) -> Option<Why> {
        let &Site { k, rule, .. } = site;
        if rule.kind != ExchangeType::Meeting || k < 4 || !matches!(self.prep(k - 1), Some("for" | "of")) {
            return None;
        }
        let offer = self.np(k - 2).filter(|n| self.r.is(n.end - 1, Closed::ProposalNoun))?;
        // "agreed to his offer"
        let to = usize::from(self.prep(k - 3) == Some("to"));
        let takes = |v: &&Vg| !v.passive && !v.negated && v.finite() && self.verb_is(v, if to == 1 { &["agree"] } else { &["accept"] });
        let g = k.checked_sub(3 + to).filter(|g| self.vg(*g).filter(takes).is_some())?;
        let sources = self.resolve_np(self.subject(g, 0)?);
        let owner = (offer.start..offer.end).find_map(|t| self.r.country_form(t)).map(|f| f.0);
        let targets = match owner {
            Some(country) => vec![self.d.bare(country, offer.start)],
            None => self.slot_prep(&site.all, "from").map(|j| self.resolve_np(j)).unwrap_or_default(),
        };
        if sources.is_empty() || targets.is_empty() {
            return None;
        }
        let told = Told { mode: Mode { status: Status::Planned, direction: Direction::Future, news: false }, ..told };
        Some(emit(self, rule, Sides::Two { sources, targets }, told, sides, out))
    }

    /// "talks between A and B", "a meeting co-chaired by the presidents of A and B".
    pub(super) fn met_by(&self, site: &Site, told: Told<'_>, sides: &mut Option<Parties>, out: &mut Vec<Mention>) -> Option<Why> {
        let &Site { k, e, rule, before, preposition, verb_after, .. } = site;
        let slot = |s: &Slot| self.filler(site, s);
        let people_of = |list: Vec<Resolved>| self.people_of(site, list);
        // "the agreement for a Strategic Dialogue": what it is called.
        let title = rule.kind == ExchangeType::Meeting && before >= 2 && matches!(preposition, Some("for" | "on" | "establishing"));
        if title && self.r.tokens[e.start].cap && !self.r.headline && self.event_is(before - 2, ExchangeType::Agreement) {
            return Some(Err("the name of an agreement"));
        }
        // "The summit will be attended by the presidents of A and B"
        let attended = verb_after.filter(|(_, v)| v.passive && rule.kind == ExchangeType::Meeting && self.verb_is(v, &["attend"]));
        if attended.is_some() && !e.multilateral && matches!(self.r.word(e.end - 1).as_deref(), Some("summit" | "talks")) {
            let list = slot(&Slot::Preposition("by".into()));
            let high = |r: &Resolved| r.kind == ActorKind::Person && r.level.is_some_and(|l| l <= Level::Minister);
            if (2..=4).contains(&distinct(&list)) && list.iter().all(high) {
                return Some(emit(self, rule, Sides::List(list), told, sides, out));
            }
        }
        // "a meeting co-chaired by the presidents of A and B"
        let chaired = |j: &usize| self.prep(j + 1) == Some("by") && self.vg(*j).is_some_and(|v| self.verb_is(v, &["chair"]));
        let behind = self.phrases(k + 1).end;
        let behind = behind + usize::from(matches!(self.c.get(behind).map(|s| &s.chunk), Some(Chunk::Comma)));
        if let Some(by) = (rule.kind == ExchangeType::Meeting).then_some(behind).filter(chaired) {
            let list = self.resolve_np(by + 2);
            let sent = |r: &Resolved| matches!(r.kind, ActorKind::Person | ActorKind::Group) && r.level.is_some();
            if (2..=4).contains(&distinct(&list)) && list.iter().all(sent) {
                return Some(emit(self, rule, Sides::List(list), told, sides, out));
            }
        }
        // "talks between A and B", "the Russian-Chinese summit"
        for s in rule.both.iter().filter(|s| matches!(s, Slot::Preposition(_))) {
            let list = slot(s);
            if distinct(&list) >= 2 {
                let list = people_of(list);
                return Some(emit(self, rule, Sides::List(list), told, sides, out));
            }
        }
        None
    }

    /// "Putin also sent a message", "conveyed a letter of President Y to Z".
    pub(super) fn sent_for(&self, site: &Site, told: Told<'_>, sides: &mut Option<Parties>, out: &mut Vec<Mention>) -> Option<Why> {
        let &Site { k, rule, np, light_before, .. } = site;
        let slot = |s: &Slot| self.filler(site, s);
        let all = &site.all;
        // "Xi sent a message to Kim on Thursday. Putin also sent a message": to whom the one before went.
        let also = |j: usize| matches!(self.c.get(j).map(|s| &s.chunk), Some(Chunk::Adverb(a)) if self.r.lx.text(*a) == "also");
        if rule.kind == ExchangeType::Message
            && light_before.is_some_and(|(g, v)| {
                !v.passive && ((self.c[g].start..self.c[g].end).any(|t| self.r.word(t).as_deref() == Some("also")) || g > 0 && also(g - 1))
            })
        {
            let sources = slot(&Slot::Subject);
            let nobody =
                rule.target.iter().map(&slot).all(|v| v.is_empty()) && !matches!(self.prep(k + 1), Some("to" | "for" | "over" | "on"));
            let last = out.iter().rev().find(|m| m.kind == rule.kind).map(|m| (self.r.lx.country(m.target), m.target_head.clone()));
            if let (true, [who], Some((Some(country), head))) = (nobody, &sources[..], last) {
                if official(who) && who.country != country {
                    let to = Resolved { name: head, ..self.d.bare(country, np.start) };
                    return Some(emit(self, rule, Sides::Two { sources, targets: vec![to] }, told, sides, out));
                }
            }
        }
        // "X conveyed a letter of President Y to Z": Y's.
        let hands =
            light_before.is_some_and(|(_, v)| !v.passive && self.verb_is(v, &["convey", "deliver", "hand over", "hand", "transmit"]));
        let whose = self
            .slot_prep(all, "of")
            .filter(|_| rule.kind == ExchangeType::Message && hands)
            .map(|j| self.resolve_np(j))
            .unwrap_or_default();
        if let [sender] = &whose[..] {
            let targets = rule.target.iter().map(&slot).find(|v| !v.is_empty()).unwrap_or_default();
            if sender.kind == ActorKind::Person && sender.level.is_some() && targets.iter().any(|t| t.country != sender.country) {
                return Some(emit(self, rule, Sides::Two { sources: whose.clone(), targets }, told, sides, out));
            }
        }
        None
    }

    /// The other side, where the rule looks for it or right beside.
    pub(super) fn targets(&self, site: &Site) -> Vec<Resolved> {
        let &Site { k, rule, light_before, .. } = site;
        let slot = |s: &Slot| self.filler(site, s);
        let all = &site.all;
        let mut targets = rule.target.iter().map(&slot).find(|v| !v.is_empty()).unwrap_or_default();
        // "X, with whom he signed a deal"
        if targets.is_empty() && rule.target.iter().any(|s| matches!(s, Slot::Preposition(w) if w == "with")) {
            let whom = light_before.and_then(|(g, _)| self.whom(g, Some("with")));
            targets = whom.map(|j| self.resolve_np(j)).unwrap_or_default();
        }
        // "Peru and Chile restored relations after a quarrel with the two": nobody new.
        if rule.kind == ExchangeType::Accreditation && !rule.place_target && targets.len() > 1 {
            let own = slot(&Slot::Subject);
            if distinct(&own) > 1 && targets.iter().all(|t| own.iter().any(|o| o.country == t.country)) {
                targets.clear();
            }
        }
        // "sent a wreath to express condolences on the demise of leader X": to his country.
        let aim = light_before.is_some_and(|(_, v)| v.tense == Tense::Infinitive);
        if rule.kind == ExchangeType::Message && targets.is_empty() && !aim {
            let died = |n: &Np| matches!(self.r.word(n.end - 1).as_deref(), Some("demise" | "death" | "passing" | "away"));
            let of = (k + 1..self.c.len().saturating_sub(1)).find(|&j| self.prep(j) == Some("of") && self.np(j - 1).is_some_and(died));
            let dead: Vec<Resolved> = of.map(|j| self.resolve_np(j + 1)).unwrap_or_default();
            if let [x] = &dead[..] {
                if x.level <= Some(Level::DeputyLeader) && x.level.is_some() {
                    targets = vec![self.d.bare(x.country, x.at)];
                }
            }
        }
        if rule.kind == ExchangeType::Meeting && targets.iter().any(|t| Some(t.country) == self.d.home) {
            targets = self.as_hosts(&slot(&Slot::Subject), targets);
        }
        // "held talks with senior officials in Quito": Ecuador's, but for a town where organisations of states sit.
        if rule.kind == ExchangeType::Meeting && targets.is_empty() {
            let officials = |n: &Np| {
                n.kind == NpKind::Actor && n.actors.iter().all(|a| a.kind == ActorKind::Group && a.country.is_none())
                    || matches!(self.r.word(n.end - 1).as_deref(), Some("chiefs" | "authorities" | "commanders" | "counterparts"))
                        && n.kind == NpKind::Other
            };
            let with = self.slot_prep(all, "with").filter(|w| self.np(*w).is_some_and(officials) && self.prep(w + 1) == Some("in"));
            let host = with.and_then(|w| self.destinations(w + 2).into_iter().next());
            let own = slot(&Slot::Subject);
            if let (Some(w), Some(p), true) = (with, host, distinct(&own) == 1 && own.iter().all(official)) {
                let seat = self.r.slice(p.start, p.end);
                let named = self.np(w).and_then(|n| n.actors.first()).is_some_and(|a| a.name.is_some());
                if own[0].country != p.country && !named && !SEATS.contains(&seat) {
                    let level = Some(Level::Working);
                    targets = vec![Resolved { level, kind: ActorKind::Group, ..self.d.bare(p.country, self.c[w].start) }];
                }
            }
        }
        targets
    }

    /// "presented their credentials": the other side is the court's, which the ceremony names once.
    pub(super) fn ceremony(
        &self,
        site: &Site,
        targets: &mut Vec<Resolved>,
        told: &mut Told<'_>,
        sides: &mut Option<Parties>,
        out: &mut Vec<Mention>,
    ) -> Option<Why> {
        let &Site { k, rule, np, light_before, .. } = site;
        let borrowed = || self.borrowed(site);
        if rule.ceremony && matches!(told.mode.status, Status::Occurred | Status::Planned) {
            // "presented their credentials before President X"
            if let Some(Chunk::Sub(_)) = self.c.get(k + 1).map(|s| &s.chunk) {
                let envoy = self.resolve_np(k + 2).into_iter().find(Resolved::accredited);
                let subject = borrowed().and_then(|s| self.np(s)).and_then(|n| n.actors.first());
                let open = subject.is_some_and(|a| a.country.is_none() && a.office.is_some());
                match (self.r.word(self.c[k + 1].start).as_deref(), envoy, self.post_of(k + 2)) {
                    // "presented his credentials as Peru's ambassador to Chile"
                    (Some("as"), Some(envoy), Some(post)) if open => {
                        let name = subject.and_then(|a| a.name).map(|(x, y)| self.r.slice(x, y).to_string());
                        let sources = vec![Resolved { name, ..envoy }];
                        let targets = vec![self.d.bare(post, np.start)];
                        return Some(emit(self, rule, Sides::Two { sources, targets }, *told, sides, out));
                    }
                    _ if targets.is_empty() => *targets = self.resolve_np(k + 2),
                    _ => {}
                }
            }
            // "new ambassadors to Peru presented their credentials"
            let post = borrowed().filter(|s| targets.is_empty() && self.prep(s + 1) == Some("to")).and_then(|s| self.post_of(s));
            targets.extend(post.map(|c| self.d.bare(c, np.start)));
            match (targets.first(), self.d.court.get()) {
                (Some(t), of) => {
                    // "The envoys who presented their credentials are": the day of the ceremony told before.
                    told.date = told.date.or(of.filter(|(court, _)| *court == t.country).and_then(|c| c.1));
                    self.d.court.set(Some((t.country, told.date)));
                }
                (None, Some((court, date))) => {
                    *targets = vec![self.d.bare(court, np.start)];
                    told.date = told.date.or(date);
                }
                _ => {}
            }
            // "Ambassadors presented their credentials, including those of Peru and Chile"
            let nobody = borrowed().and_then(|s| self.np(s)).is_some_and(|n| n.plural() && n.everybody().all(|a| a.country.is_none()));
            if let Some(list) = self.named_among(k).filter(|_| nobody && !targets.is_empty()) {
                let sent = |r: Resolved| Resolved { level: Some(Level::Director), ..r };
                let others = |r: &Resolved| targets.iter().all(|t| t.country != r.country);
                let sources: Vec<Resolved> = self.envoys(list).into_iter().filter(others).map(sent).collect();
                if !sources.is_empty() {
                    return Some(emit(self, rule, Sides::Two { sources, targets: targets.clone() }, *told, sides, out));
                }
            }
            // "The first to present her credentials was X, followed by Y"
            let one_by_one = light_before.is_some_and(|(g, v)| {
                v.tense == Tense::Infinitive
                    && g > 0
                    && self
                        .np(g - 1)
                        .is_some_and(|n| matches!(self.r.word(n.end - 1).as_deref(), Some("first" | "second" | "next" | "last")))
            });
            let be =
                (k + 1..self.c.len()).find(|&j| self.vg(j).is_some_and(Self::finite)).filter(|j| self.vg(*j).is_some_and(|v| v.copula));
            if let (true, Some(be)) = (one_by_one, be) {
                let sources: Vec<Resolved> =
                    self.envoys(be + 1).into_iter().filter(|r| targets.iter().all(|t| t.country != r.country)).collect();
                if !sources.is_empty() && !targets.is_empty() {
                    told.mode = self.mode(be);
                    return Some(emit(self, rule, Sides::Two { sources, targets: targets.clone() }, *told, sides, out));
                }
            }
        }
        None
    }

    /// The other side, where the rule's own slots are empty.
    pub(super) fn implied_targets(&self, site: &Site, targets: &mut Vec<Resolved>, told: &mut Told<'_>) {
        let &Site { k, rule, np, light_before, light_after, .. } = site;
        let slot = |s: &Slot| self.filler(site, s);
        let all = &site.all;
        // "a message to the congress of the Lao party": whose congress, "of" says.
        if rule.kind == ExchangeType::Message && targets.is_empty() {
            let to = all.preps.iter().position(|(s, _)| self.r.lx.text(*s) == "to");
            let of = to.and_then(|i| all.preps.get(i + 1)).filter(|(s, _)| self.r.lx.text(*s) == "of");
            *targets = of.map(|x| self.resolve_np(x.1)).unwrap_or_default();
        }
        // "Minister X welcomed the Cuban ambassador, who delivered copies of his credentials": to X.
        let who = light_before.and_then(|(g, _)| g.checked_sub(1)).filter(|r| matches!(self.c[*r].chunk, Chunk::Rel));
        if let Some(r) = who.filter(|_| rule.ceremony && targets.is_empty()) {
            *targets = self.received_by(r);
        }
        // "held talks in Peru with his counterpart": the host's.
        if rule.kind == ExchangeType::Meeting && targets.is_empty() {
            let counterpart = self.slot_prep(all, "with").filter(|w| {
                self.np(*w)
                    .is_some_and(|n| self.r.is(n.start, Closed::Possessive) && self.r.word(n.end - 1).as_deref() == Some("counterpart"))
            });
            let host = all
                .preps
                .iter()
                .filter(|(s, _)| matches!(self.r.lx.text(*s), "in" | "at"))
                .find_map(|x| self.destinations(x.1).first().map(|p| p.country));
            let own = slot(&Slot::Subject);
            if let (Some(w), Some(host), true) = (counterpart, host, distinct(&own) == 1) {
                if own[0].country != host {
                    let level = own[0].level;
                    *targets = vec![Resolved { level, ..self.d.bare(host, self.c[w].start) }];
                }
            }
        }
        // "X announced a new package from Y": for X.
        if rule.kind == ExchangeType::Transfer
            && targets.is_empty()
            && light_before.is_some_and(|(_, v)| self.verb_is(v, &["announce", "unveil", "welcome", "hail"]))
            && self.slot_prep(all, "from").is_some()
        {
            *targets = slot(&Slot::Subject);
        }
        if rule.kind == ExchangeType::Transfer && targets.is_empty() {
            targets.extend(site.helped.clone());
        }
        // "medical supplies from X arrived in Y"
        if rule.kind == ExchangeType::Transfer && targets.is_empty() {
            if let Some((g, _)) = light_after.filter(|(_, v)| self.verb_is(v, &["arrive", "land", "reach"])) {
                *targets = self.arrives_at(g, all).map(|p| self.d.bare(p.country, p.start)).into_iter().collect();
            }
        }
        // "expressed condolences on the demise of President X": to his country.
        if rule.kind == ExchangeType::Message && targets.is_empty() && light_before.is_some() {
            let death = |n: &Np| {
                let w = self.r.word(n.end - 1);
                matches!(w.as_deref(), Some("demise" | "death" | "passing" | "loss" | "assassination"))
            };
            let of = all
                .preps
                .iter()
                .find(|(s, j)| matches!(self.r.lx.text(*s), "on" | "over" | "at" | "upon") && self.np(*j).is_some_and(death));
            // "The message said that he expresses condolences": the same message.
            let letter = |n: &Np| n.event.as_ref().is_some_and(|x| self.noun_of(x, ExchangeType::Message));
            let in_letter = (0..k).any(|j| self.np(j).is_some_and(letter));
            let dead =
                of.filter(|x| !in_letter && self.prep(x.1 + 1) == Some("of")).and_then(|x| self.resolve_np(x.1 + 2).into_iter().next());
            *targets = dead.map(|r| self.d.bare(r.country, r.at)).into_iter().collect();
            // "visited the embassy on Monday to express condolences": what he came for he did.
            let came = light_before.filter(|(_, v)| v.tense == Tense::Infinitive).and_then(|(g, _)| self.governor(g));
            if let Some(g) =
                came.filter(|g| self.vg(*g).is_some_and(|v| Self::finite(v) && matches!(v.tense, Tense::Past | Tense::Perfect)))
            {
                let m = self.mode(g);
                if m.status == Status::Occurred {
                    told.mode = m;
                    told.date = self.date_of(g, &self.phrases(g + 1));
                }
            }
        }
        // "condolences to the Chinese people"
        if rule.kind == ExchangeType::Message && targets.is_empty() && light_before.is_some() {
            let people = |n: &Np| {
                let last = self.r.word(n.end - 1);
                let of = (n.start..n.end).find_map(|t| self.r.country_form(t)).filter(|_| n.kind == NpKind::Other);
                of.filter(|_| matches!(last.as_deref(), Some("people" | "nation" | "public"))).map(|f| f.0)
            };
            let to = self.slot_prep(all, "to").and_then(|w| self.np(w)).and_then(people);
            *targets = to.map(|c| self.d.bare(c, np.start)).into_iter().collect();
        }
        // "delivers fuel to the reactor in X"
        if rule.kind == ExchangeType::Transfer && targets.is_empty() && light_before.is_some() {
            let there = self.slot_prep(all, "to").map(|w| self.destinations(w)).unwrap_or_default();
            if let Some(p) = there.first() {
                *targets = vec![self.d.bare(p.country, p.start)];
            }
        }
    }

    /// The first side, of what has another.
    pub(super) fn sources(&self, site: &Site, targets: &[Resolved], told: &Told<'_>) -> Result<Vec<Resolved>, &'static str> {
        let &Site { k, e, rule, np, measured, preposition, verb_before, verb_after, light_before, .. } = site;
        let slot = |s: &Slot| self.filler(site, s);
        let borrowed = || self.borrowed(site);
        let all = &site.all;
        // "a Qatari plane carrying aid arrived in Y": whose the plane is.
        let vehicle = self.np(measured).filter(|n| measured < k && self.r.is(n.end - 1, Closed::VehicleNoun));
        let carries = |j: usize| self.np(j).filter(|n| n.kind == NpKind::Other && self.r.is(n.end - 1, Closed::VehicleNoun));
        let vehicle = vehicle.or_else(|| light_before.and_then(|(g, _)| self.subject(g, 0)).and_then(carries));
        let carrier = vehicle.and_then(|n| (n.start..n.end).find_map(|t| self.r.country_form(t))).map(|f| f.0);
        // "opposes opening EU talks with X": the organisation talks.
        if rule.kind == ExchangeType::Meeting && e.multilateral && e.possessor.is_empty() {
            return Err("an organisation of states talks");
        }
        let foreign = |v: &Vec<Resolved>| v.iter().any(|s| targets.iter().all(|t| t.country != s.country));
        let mut sources = rule.source.iter().map(&slot).find(|v| !v.is_empty() && foreign(v)).unwrap_or_default();
        // "The ministry said a memorandum had been signed with Peru": by its own side.
        let signed = rule.kind == ExchangeType::Agreement && verb_after.is_some_and(|(_, v)| v.passive && Self::finite(v));
        if sources.is_empty() && signed && self.slot_prep(all, "with").is_some() && self.slot_prep(all, "by").is_none() {
            let says = |g: &usize| self.vg(*g).is_some_and(|v| Self::finite(v) && !v.passive && v.governs == Governs::Say);
            let official = |v: &Vec<Resolved>| v.len() == 1 && foreign(v);
            sources =
                (0..k).rev().find(says).and_then(|g| self.subject(g, 0)).map(|s| self.resolve_np(s)).filter(official).unwrap_or_default();
        }
        // "denied reports of a meeting with X": who denies it.
        if sources.is_empty() {
            sources = site.denier.and_then(|g| self.subject(g, 0)).map(|j| self.resolve_np(j)).filter(foreign).unwrap_or_default();
        }
        // "At the meeting with X, the parties spoke of trade": he of whom the sentence before tells.
        if sources.is_empty()
            && matches!(rule.kind, ExchangeType::Meeting | ExchangeType::Call)
            && matches!(preposition, Some("during" | "at" | "in"))
            && distinct(targets) == 1
            && borrowed().and_then(|s| self.np(s)).is_some_and(|n| n.kind == NpKind::Pair)
        {
            sources = self.d.last_person().filter(|p| official(p) && foreign(&vec![(*p).clone()])).cloned().into_iter().collect();
        }
        // "Talks were also held with X and Y": by him of whom the sentence before tells.
        let takes_place = |(g, v): (usize, &Vg)| {
            let place = self.c.get(g + 1).is_some_and(|s| self.r.word(s.start).as_deref() == Some("place"));
            v.passive && self.light(v, rule) || self.verb_is(v, &["take"]) && place
        };
        let held = verb_after.is_some_and(|x| Self::finite(x.1) && takes_place(x)) && preposition.is_none() && verb_before.is_none();
        // "Another meeting was with X", "There were also meetings with X"
        let was = |v: &Vg| v.copula && Self::finite(v) && v.tense == Tense::Past;
        let behind = verb_after.is_some_and(|(g, v)| was(v) && self.prep(g + 1) == Some("with"));
        let there = k >= 2 && self.vg(k - 1).is_some_and(was) && self.r.word(self.c[k - 2].start).as_deref() == Some("there");
        let another = behind || there && self.prep(k + 1) == Some("with");
        // Of several meetings it is his who has met the one before.
        let host = self.d.last_sides().map(|s| &s.0).filter(|a| another && matches!(&a[..], [r] if official(r) && foreign(a)));
        if let Some(host) = host.filter(|_| sources.is_empty() && rule.kind == ExchangeType::Meeting) {
            sources = host.clone();
        }
        let held = held || another;
        if sources.is_empty() && rule.kind == ExchangeType::Meeting && held && self.slot_prep(all, "with").is_some() {
            let last = self.d.last_person().filter(|p| official(p) && targets.iter().all(|t| t.country != p.country));
            sources = last.cloned().into_iter().collect();
        }
        // "hosted a reception for the new ambassador of Laos to Vietnam": an official of the country where he is posted.
        if sources.is_empty() && rule.kind == ExchangeType::Meeting && light_before.is_some() {
            let envoy = self.slot_prep(all, "for").and_then(|j| self.post_of(j));
            let host = light_before.and_then(|(g, _)| self.subject(g, 0)).and_then(|s| self.np(s));
            if let (Some(post), Some(n)) = (envoy, host) {
                let own = n.actors.iter().filter(|a| a.kind == ActorKind::Person && a.office.is_some() && a.country.is_none());
                let there = own.map(|a| Actor { country: Some(post), definite: false, ..a.clone() });
                sources = there.filter_map(|a| self.d.resolve(self.r, &a, n)).take(1).collect();
            }
        }
        // "China-donated vaccines"
        let donor = (np.start..e.start).find(|t| {
            self.r.kind(t + 1) == Some(Kind::Hyphen)
                && matches!(self.r.word(t + 2).as_deref(), Some("donated" | "supplied" | "funded" | "provided" | "gifted"))
        });
        if let Some((c, _, _)) =
            donor.and_then(|t| self.r.country_form(t)).filter(|_| rule.kind == ExchangeType::Transfer && sources.is_empty())
        {
            sources = vec![self.d.bare(c, np.start)];
        }
        if rule.kind == ExchangeType::Transfer && sources.is_empty() {
            sources = carrier.map(|c| self.d.bare(c, np.start)).into_iter().collect();
        }
        // "to prevent the shipment of Iranian weapons": the weapons' country, not who prevents it.
        if rule.kind == ExchangeType::Transfer && matches!(told.mode.status, Status::Denied | Status::Cancelled) {
            let of = slot(&Slot::Adjective);
            if !of.is_empty() && foreign(&of) {
                sources = of;
            }
        }
        if rule.kind == ExchangeType::Transfer && sources.iter().any(|s| targets.iter().any(|t| t.country == s.country)) {
            return Err("both sides are one country");
        }
        Ok(sources)
    }

    /// "the Cuban ambassador to the DPRK hosts a reception": the other side is where he is accredited.
    pub(super) fn at_the_embassy(&self, site: &Site, told: Told<'_>, sides: &mut Option<Parties>, out: &mut Vec<Mention>) -> Why {
        let &Site { rule, np, light_after, .. } = site;
        let resolve_all = |v: &[Actor]| self.resolve_all(site, v);
        let borrowed = || self.borrowed(site);
        let all = &site.all;
        let hosts = rule.source.iter().find_map(|s| match s {
            Slot::Subject => borrowed(),
            Slot::Preposition(w) => self.slot_prep(all, w),
            _ => None,
        });
        let with = self.slot_prep(all, "with");
        // "A film show took place by the group": whoever shows it, nobody says for whom.
        if light_after.is_some_and(|(_, v)| self.verb_is(v, &["take"])) && with.is_none() {
            return Err("no other side is named");
        }
        // "A reception was given in honour of the ambassador": at home, too.
        let guests = with.or_else(|| ["in honour of", "in honor of"].iter().find_map(|w| self.slot_prep(all, w)));
        let invited = hosts.is_none() && guests.is_some();
        let hosts = hosts.or(guests);
        // "A reception was given at the Cuban embassy in Lima. Present there were": the embassy's.
        let given = light_after.is_some_and(|(_, v)| v.passive) && self.attended();
        let hosts = hosts.or_else(|| self.slot_prep(all, "at").filter(|_| given));
        // "The Cuban embassy in Lima gave a reception": the embassy itself.
        let house = hosts.filter(|h| {
            self.event_is(*h, ExchangeType::Accreditation)
                && self.np(*h).is_some_and(|n| matches!(self.r.word(n.end - 1).as_deref(), Some("embassy" | "consulate" | "mission")))
        });
        let post = match house {
            Some(h) if self.prep(h + 1) == Some("in") => self.destinations(h + 2).first().map(|p| p.country),
            Some(_) => self.d.here.as_ref().map(|h| h.0),
            None => hosts.and_then(|h| self.post_of(h)),
        };
        let sources = match house.and_then(|h| self.np(h)?.event.as_ref()) {
            Some(e) => {
                let own = resolve_all(if e.possessor.is_empty() { &e.adjectives } else { &e.possessor });
                let staff = |r: Resolved| Resolved { kind: ActorKind::Group, level: Some(Level::Director), ..r };
                own.into_iter().map(staff).collect()
            }
            None => hosts.map(|j| self.resolve_np(j)).unwrap_or_default(),
        };
        // A friendship society that shows a film does so at home.
        let crowd = house.is_none()
            && !invited
            && hosts
                .and_then(|h| self.np(h))
                .is_some_and(|n| n.actors.iter().all(|a| a.kind == ActorKind::Group && !a.delegation && a.force.is_none() && !n.premises));
        let post = post.or(self.d.home.filter(|_| !crowd)).filter(|p| sources.iter().all(|s| s.country != *p));
        if let (Some(post), false) = (post, sources.iter().all(|s| s.kind == ActorKind::Country)) {
            let targets = vec![self.d.bare(post, np.start)];
            return emit(self, rule, Sides::Two { sources, targets }, told, sides, out);
        }
        Err("no post is known")
    }

    /// Do the next sentences say who was present: hosts and guests both?
    fn attended(&self) -> bool {
        let word = |k: usize| self.r.lx.text(self.r.tokens[k].sym);
        let behind = self.r.end..self.r.tokens.len().min(self.r.end + 120);
        behind.into_iter().any(|k| matches!(word(k), "present" | "attended" | "attending"))
    }
}
