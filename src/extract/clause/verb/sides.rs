//! Who does what the verb tells, and to whom.

use super::*;
use crate::annotate::{ActorKind, Chunk, Np, NpKind, PlaceRef, Tense};
use crate::extract::build::{Sides, Told, emit};
use crate::extract::discourse::{Parties, Resolved, Via, shortened};
use crate::extract::trace::Why;
use crate::lexicon::{Closed, Slot};
use crate::model::{ExchangeType, Level, Mention};

impl Clause<'_, '_> {
    /// Who does it: the phrase, and whom it names.
    pub(super) fn doers(&self, deed: &Deed) -> Result<(usize, Vec<Resolved>), &'static str> {
        let &Deed { rule, subject, copula, .. } = deed;
        let find = |slots: &[Slot]| self.stands_at(deed, slots);
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
        Ok((source_np, sources))
    }

    /// Who did it with them.
    pub(super) fn companions(&self, deed: &Deed, sources: &mut Vec<Resolved>) {
        let &Deed { k, v, rule, passive, .. } = deed;
        let phrases = &deed.phrases;
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
        // "accompanied his counterpart to Nairobi": both went.
        if self.verb_is(v, &["accompany"]) && !passive {
            let guest = deed.object.map(|o| self.resolve_np(o)).unwrap_or_default();
            sources.extend(guest.into_iter().filter(|g| official(g) || g.kind == ActorKind::Person && g.name.is_some()));
        }
        // "X, together with Y, meets Z, becoming the first Peruvian president to visit Fiji": only the Peruvian.
        let becomes = self.governor(k).filter(|g| self.vg(*g).is_some_and(|v| self.verb_is(v, &["become"])));
        if let Some(n) = becomes.and_then(|g| self.np(g + 1)).filter(|_| v.tense == Tense::Infinitive) {
            let own: Vec<u16> = n.everybody().filter_map(|a| a.country).collect();
            if sources.iter().any(|s| own.contains(&s.country)) {
                sources.retain(|s| own.contains(&s.country));
            }
        }
    }

    /// "addressed the parliament of Peru": where a parliament sits.
    pub(super) fn speaks_to(&self, deed: &Deed, sources: Vec<Resolved>, sides: &mut Option<Parties>, out: &mut Vec<Mention>) -> Why {
        let &Deed { rule, mode, .. } = deed;
        let find = |slots: &[Slot]| self.stands_at(deed, slots);
        let told = |mode: Mode| self.told_by(deed, mode);
        let Some(sector) = deed.rule.needs_sector else { return Err("no audience is asked for") };
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
        emit(self, rule, Sides::Travel { travellers: sources, places }, told(mode), sides, out)
    }

    /// Two sides: who meets, calls, gives to whom.
    pub(super) fn deals_with(
        &self,
        deed: &Deed,
        source_np: usize,
        mut sources: Vec<Resolved>,
        sides: &mut Option<Parties>,
        out: &mut Vec<Mention>,
    ) -> Why {
        let &Deed { k, v, rule, passive, subject, object, mode, .. } = deed;
        let phrases = &deed.phrases;
        let find = |slots: &[Slot]| self.stands_at(deed, slots);
        let told = |mode: Mode| self.told_by(deed, mode);
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
        if targets.is_empty() {
            targets = self.host_in_town(deed, target_np, &sources);
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
        if rule.kind == ExchangeType::Transfer && targets.is_empty() {
            self.given_to(deed, &mut sources, &mut targets);
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
        // "Representatives of the two countries will gather"
        let of_the_two =
            || targets.is_empty() && subject.and_then(|s| self.np(s)).is_some_and(|n| n.kind == NpKind::Pair && !n.actors.is_empty());
        if rule.persons && !of_the_two() && (bare(&sources) || bare(&targets) && !(targets.is_empty() && !rule.both.is_empty())) {
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
            let mut places: Vec<PlaceRef> =
                targets.iter().map(|t| PlaceRef { country: t.country, start: t.at, end: t.at, whole_country: true }).collect();
            // "was received in Lima"
            if rule.by_country && passive && targets.is_empty() {
                places = target_np.map(|t| self.destinations(t)).unwrap_or_default();
            }
            if guests.is_empty() || rule.by_country && !guests.iter().all(|g| g.level.is_some_and(|l| l < Level::Unofficial)) {
                return Err("the guest is no person or group");
            }
            // "the town hosts a U.S. Navy base": who is stationed there does not visit.
            let stationed = |o: usize| {
                let word = |t: usize| {
                    matches!(
                        self.r.word(t).as_deref(),
                        Some("base" | "bases" | "facility" | "facilities" | "headquarters" | "troops" | "forces" | "fleet")
                    )
                };
                self.np(o).is_some_and(|n| word(n.end - 1) || word(n.end))
            };
            if self.verb_is(v, &["host"]) && object.is_some_and(stationed) {
                return Err("stationed there, and no guests");
            }
            // "The minister received X": they met.
            if rule.by_country && (targets.iter().any(|t| t.kind != ActorKind::Country) || targets.len() > 1) {
                return Err("an official receives him");
            }
            // "Minister X is on a visit to Brussels. He hosted Y for talks": there, and not at home.
            let away = |t: &Resolved| {
                let gone = |m: &&Mention| {
                    m.kind == ExchangeType::Visit
                        && m.source == self.r.lx.iso(t.country)
                        && shortened(t.name.as_deref(), m.source_head.as_deref())
                        && matches!(m.status, Status::Occurred | Status::Ongoing)
                };
                t.name.is_some() && out.iter().rev().find(gone).is_some_and(|m| mode.status == Status::Occurred && m.when.is_some())
            };
            if !targets.is_empty() && targets.iter().all(away) && rule.target.contains(&Slot::Subject) {
                return Err("the host is abroad himself");
            }
            return emit(self, rule, Sides::Travel { travellers: guests, places }, told(mode), sides, out);
        }
        if !targets.is_empty() {
            // "X was met at the airport by Y": he who is met is the guest.
            if v.passive && rule.kind == ExchangeType::Meeting && rule.source == [Slot::Subject] {
                std::mem::swap(&mut sources, &mut targets);
            }
            let told = Told { phrases: apart.as_ref().unwrap_or(phrases), ..told(mode) };
            return self.each_in_turn(rule, (sources, targets), phrases, told, sides, out);
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

    /// "The minister of defence, X, received in Aden the Egyptian ambassador": an official of whom nothing says where he
    /// serves receives foreigners at home, which the town tells.
    fn host_in_town(&self, deed: &Deed, host: Option<usize>, guests: &[Resolved]) -> Vec<Resolved> {
        let &Deed { k, v, rule, passive, ref phrases, .. } = deed;
        let receives = rule.kind == ExchangeType::Meeting && rule.source == [Slot::Object] && !passive && self.verb_is(v, &["receive"]);
        let Some(np) = host.and_then(|h| self.np(h)).filter(|_| receives && !guests.is_empty()) else { return Vec::new() };
        let [official] = &np.actors[..] else { return Vec::new() };
        if official.country.is_some() || official.office.is_none() || self.r.is(np.start, Closed::Possessive) {
            return Vec::new();
        }
        let beside = |j: &usize| matches!(self.prep(*j), Some("on the sidelines of" | "on the margins of"));
        let before = (k + 1..self.c.len()).take_while(|j| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::Vg(_)));
        if (0..self.c.len()).any(|j| beside(&j)) {
            return Vec::new();
        }
        let within = before.filter(|j| matches!(self.prep(*j), Some("in" | "at"))).map(|j| j + 1);
        let town = within
            .chain(phrases.preps.iter().filter(|(s, _)| self.r.lx.text(*s) == "in").map(|x| x.1))
            .flat_map(|j| self.destinations(j))
            .find(|p| !p.whole_country && !SEATS.contains(&self.r.slice(p.start, p.end)));
        let Some(town) = town.filter(|p| guests.iter().all(|g| g.country != p.country)) else { return Vec::new() };
        let at_home = crate::annotate::Actor { country: Some(town.country), ..official.clone() };
        self.d.resolve(self.r, &at_home, np).into_iter().collect()
    }

    /// "thanked X for donating", "barrels donated by X reached Y": who gave, and to whom.
    fn given_to(&self, deed: &Deed, sources: &mut Vec<Resolved>, targets: &mut Vec<Resolved>) {
        let &Deed { k, v, rule, .. } = deed;
        let phrases = &deed.phrases;
        if rule.kind == ExchangeType::Transfer && targets.is_empty() && v.tense == Tense::Ing && k > 0 && self.prep(k - 1) == Some("for") {
            // "X of Peru thanked Chile for donating 500 doses": to Peru.
            let thanks = self.governor(k).filter(|g| self.vg(*g).is_some_and(|v| !v.negated && self.verb_is(v, &["thank"])) && g + 3 == k);
            if let Some(g) = thanks {
                *targets = self.subject(g, 0).map(|s| self.resolve_np(s)).unwrap_or_default();
                *targets = targets.first().map(|t| self.d.bare(t.country, t.at)).into_iter().collect();
                *sources = self.resolve_np(g + 1);
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
                *targets = self.subject(g, 0).map(|s| self.resolve_np(s)).unwrap_or_default();
            } else if let Some(g) = arrives {
                targets.extend(self.arrives_at(g, &self.phrases(g + 1)).map(|p| self.d.bare(p.country, p.start)));
            }
            if !targets.is_empty() {
                *sources = self.resolve_np(k + 2);
            }
        }
        if rule.kind == ExchangeType::Transfer && targets.is_empty() && !sources.is_empty() {
            targets.extend(self.helped(phrases));
        }
        if rule.kind == ExchangeType::Transfer && targets.is_empty() {
            let to = self.slot_prep(phrases, "to").and_then(|t| self.np(t));
            targets.extend(
                to.filter(|_| rule.target.iter().any(|s| matches!(s, Slot::Preposition(p) if p == "to"))).and_then(|n| self.receiver(n)),
            );
        }
    }
}
