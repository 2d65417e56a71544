//! Who and where the noun phrases are.

use super::super::discourse::{Discourse, Resolved, Via};
use super::*;
use crate::annotate::{ActorKind, Chunk, Np, NpKind, PlaceRef, Tense};
use crate::lexicon::{Closed, CountryForm, Force, Governs, kinds};
use crate::model::{ExchangeType, Level, Mention};

/// What a navy or an army comes in.
const FORCES: [&str; 15] = [
    "contingent",
    "unit",
    "crew",
    "groups",
    "teams",
    "ships",
    "vessels",
    "warships",
    "frigates",
    "units",
    "aircraft",
    "jets",
    "crews",
    "contingents",
    "elements",
];

impl Clause<'_, '_> {
    /// The actors of a noun phrase, and of a pronoun beside it; pronouns and "both countries" look back in the sentence first.
    pub(super) fn resolve_np(&self, k: usize) -> Vec<Resolved> {
        let alone = self.resolve_alone(k);
        match self.he_beside(k) {
            Some(he) if !alone.is_empty() => self.resolve_alone(he).into_iter().chain(alone).collect(),
            // "President X and the UN chief met Y": X did.
            _ if alone.is_empty() && self.of_an_organisation(k) => self.resolve_alone(k - 2),
            _ => alone,
        }
    }

    /// The one person and the one country that the clause before "when the pair" names.
    fn two_before(&self, k: usize) -> Option<Vec<Resolved>> {
        let link = k.checked_sub(1).filter(|j| matches!(self.prep(*j), Some("when" | "as" | "after" | "before")))?;
        let called = self.np(k).is_some_and(|n| matches!(&*self.r.slice(n.start, n.end).to_lowercase(), "the pair" | "the two" | "both"));
        let subject = (0..link).find(|j| self.np(*j).is_some_and(|n| n.kind == NpKind::Actor)).filter(|_| called)?;
        let object = (0..link).find_map(|g| self.vg(g).and_then(|_| self.object(g)))?;
        let (a, b) = (self.resolve_np(subject), self.resolve_np(object));
        let named = |v: &[Resolved]| v.len() == 1;
        (named(&a) && named(&b) && a[0].country != b[0].country).then(|| vec![a[0].clone(), b[0].clone()])
    }

    /// Is the phrase at `k` somebody of the United Nations and the like, behind "and" and an official of a country?
    fn of_an_organisation(&self, k: usize) -> bool {
        let org = self.np(k).is_some_and(|n| n.kind == NpKind::Other && self.r.names_organisation(n.start, n.end));
        let official = |n: &Np| n.kind == NpKind::Actor && n.actors.iter().all(|a| a.kind == ActorKind::Person && a.office.is_some());
        org && k >= 2 && matches!(self.c[k - 1].chunk, Chunk::And) && self.np(k - 2).is_some_and(official)
    }

    /// The rank of two people without office at `k`, whom "the foreign ministers of the two countries" beside them tells.
    fn rank_beside(&self, k: usize) -> Option<Level> {
        let plain = |n: &Np| {
            n.actors.len() == 2 && n.actors.iter().all(|a| a.kind == ActorKind::Person && a.office.is_none() && a.country.is_some())
        };
        self.np(k).filter(|n| plain(n))?;
        let comma = |j: usize| matches!(self.c.get(j).map(|s| &s.chunk), Some(Chunk::Comma));
        let before = k.checked_sub(2).filter(|j| comma(j + 1));
        let behind = Some(k + 2).filter(|j| comma(j - 1));
        let two = [before, behind].into_iter().flatten().find_map(|j| self.np(j).filter(|n| n.kind == NpKind::Pair))?;
        (two.start..two.end).find_map(|t| match self.r.word(t).as_deref() {
            Some("leaders" | "presidents") => Some(Level::Leader),
            Some("ministers") => Some(Level::Minister),
            _ => None,
        })
    }

    /// "he and President X agreed": the chunk of the pronoun.
    fn he_beside(&self, k: usize) -> Option<usize> {
        let he = k.checked_sub(2).filter(|_| matches!(self.c[k - 1].chunk, Chunk::And))?;
        let pronoun = self.np(he).is_some_and(|n| matches!(self.r.word(n.start).as_deref(), Some("he" | "she")));
        (pronoun && self.vg(k + 1).is_some_and(Self::finite)).then_some(he)
    }

    /// "'I will travel to Peru,' the president of Chile said": the chunk of who speaks, for the "I" or "we" at `k`.
    fn speaker(&self, k: usize) -> Option<usize> {
        let quote = |j: &usize| matches!(self.c[*j].chunk, Chunk::Quote);
        let nobody = |n: &Np| n.end == n.start + 1 && matches!(&n.actors[..], [a] if a.country.is_none());
        self.np(k).filter(|n| nobody(n) && matches!(self.r.word(n.start).as_deref(), Some("i" | "we")))?;
        let open = (0..k).rev().find(quote).filter(|o| (0..=*o).filter(quote).count() % 2 == 1)?;
        let close = (k + 1..self.c.len()).find(quote);
        let says = |j: usize| self.vg(j).is_some_and(|v| Self::finite(v) && !v.negated && matches!(v.governs, Governs::Say));
        let known = |j: usize| self.np(j).is_some_and(|n| n.actors.len() == 1 && n.actors[0].kind == ActorKind::Person);
        // "..., X said", "..., said X"
        let behind = close.and_then(|q| match (known(q + 1), says(q + 1)) {
            (true, _) if says(q + 2) => Some(q + 1),
            (_, true) if known(q + 2) => Some(q + 2),
            _ => None,
        });
        // "X said, '..."
        let said =
            open.checked_sub(1 + usize::from(open > 0 && matches!(self.c[open - 1].chunk, Chunk::Comma | Chunk::Break | Chunk::Other)));
        let before = said.filter(|s| *s > 0 && says(*s) && known(s - 1)).map(|s| s - 1);
        behind.or(before)
    }

    fn resolve_alone(&self, k: usize) -> Vec<Resolved> {
        if let Some(who) = self.speaker(k) {
            return self.resolve_np(who);
        }
        // "Fiji ... its prime minister": of the country named last.
        if let Some(np) = self.np(k).filter(|n| n.kind == NpKind::Actor && n.actors.len() == 1 && n.actors[0].country.is_none()) {
            let its = np.actors[0].office.is_some() && self.r.word(np.start).as_deref() == Some("its");
            let named = |j: usize| {
                let crew = |n: &&Np| n.actors.len() == 1 && (n.actors[0].kind == ActorKind::Country || n.actors[0].force.is_some());
                self.np(j).filter(crew).and_then(|n| n.actors[0].country)
            };
            // "The Peruvian ship called at Lima, and its commander": the ship's.
            let acts = |j: &usize| *j == 0 || self.prep(j - 1).is_none();
            let whose = || (0..k).rev().filter(acts).find_map(named).or_else(|| (0..k).rev().find_map(named));
            if let Some(country) = its.then(whose).flatten() {
                let a = crate::annotate::Actor { country: Some(country), ..np.actors[0].clone() };
                return self.d.resolve(self.r, &a, np).into_iter().collect();
            }
        }
        // "Peru's X and Chile's Y, the two countries' foreign ministers, met": what they are.
        if let Some(level) = self.rank_beside(k) {
            let who = self.np(k).map(|n| self.d.actors(self.r, n)).unwrap_or_default();
            return who.into_iter().map(|r| Resolved { level: Some(level), former: false, ..r }).collect();
        }
        // "X heads a delegation that visits Peru": X does.
        if let Some(leader) = k.checked_sub(1).filter(|g| self.led_by(*g) == Some(k)).and_then(|g| self.subject(g, 0)) {
            return self.resolve_np(leader);
        }
        // "X was among the leaders who attended": X.
        if k >= 3
            && self.prep(k - 1) == Some("among")
            && self.vg(k - 2).is_some_and(|v| v.copula)
            && matches!(self.c.get(k + 1).map(|s| &s.chunk), Some(Chunk::Rel))
            && self.np(k).is_some_and(|n| n.actors.iter().all(|a| a.country.is_none() && a.name.is_none()))
        {
            return self.resolve_np(k - 3);
        }
        // "countries like Peru and Chile"
        let countries =
            |n: &Np| n.kind == NpKind::Other && matches!(self.r.word(n.end - 1).as_deref(), Some("countries" | "nations" | "states"));
        let list = k + 1 + usize::from(matches!(self.c.get(k + 1).map(|s| &s.chunk), Some(Chunk::Comma)));
        if matches!(self.prep(list), Some("like" | "such as" | "including"))
            && self.np(k).is_some_and(countries)
            && self.np(list + 1).is_some()
        {
            return self.resolve_np(list + 1);
        }
        let Some(np) = self.np(k) else { return Vec::new() };
        // "ships from the Peruvian and Chilean navies": theirs.
        let forces = np.kind == NpKind::Other
            && np.actors.is_empty()
            && self.r.word(np.end - 1).is_some_and(|w| FORCES.contains(&&*w))
            && matches!(self.prep(k + 1), Some("from" | "of"));
        if forces && self.np(k + 2).is_some_and(|n| n.kind == NpKind::Actor && n.everybody().all(|a| a.kind != ActorKind::Person)) {
            // "a contingent of the Peruvian army" is troops.
            let troops = self.r.word(np.end - 1).is_some_and(|w| w.starts_with("contingent") || w.starts_with("unit"));
            let of = |r: Resolved| Resolved { force: r.force.or(troops.then_some(Force::Troops)), ..r };
            return self.resolve_np(k + 2).into_iter().map(of).collect();
        }
        // "the Peruvian decision to supply arms": Peru's.
        let decision = np.kind == NpKind::Other
            && np.actors.is_empty()
            && np.places.is_empty()
            && self.r.word(np.end - 1).is_some_and(|w| WILL.contains(&&*w));
        if decision {
            let own = (np.start..np.end - 1).filter_map(|t| self.r.country_form(t)).find(|f| f.1 == CountryForm::Adjective);
            return own.map(|f| self.d.bare(f.0, np.start)).into_iter().collect();
        }
        // "staff members of the Peruvian and Chilean embassies": of each.
        if let [staff] = &np.actors[..] {
            let house = self.np(k + 2).filter(|n| n.kind == NpKind::Event && n.premises && !n.actors.is_empty());
            let of = matches!(self.prep(k + 1), Some("of" | "from" | "at")) && staff.kind == ActorKind::Group && staff.country.is_none();
            if let Some(house) = house.filter(|_| of) {
                let sent = |a: &crate::annotate::Actor| crate::annotate::Actor { country: a.country, ..staff.clone() };
                return house.actors.iter().filter_map(|a| self.d.resolve(self.r, &sent(a), np)).collect();
            }
        }
        // "with a NATO leader, Turkey's X, on": he who is named behind the comma.
        let comma = |j: usize| matches!(self.c.get(j).map(|s| &s.chunk), Some(Chunk::Comma));
        if np.kind == NpKind::Other && comma(k + 1) && matches!(self.r.word(np.start).as_deref(), Some("a" | "an" | "another")) {
            let leads =
                matches!(self.r.word(np.end - 1).as_deref(), Some("leader" | "ally" | "guest" | "minister" | "president" | "neighbour"));
            let person = |n: &Np| n.actors.len() == 1 && n.actors[0].kind == ActorKind::Person && n.actors[0].country.is_some();
            let closes = comma(k + 3) || self.c.get(k + 3).is_none_or(|s| matches!(s.chunk, Chunk::Other | Chunk::Break));
            if leads && closes && self.np(k + 2).is_some_and(person) {
                return self.resolve_np(k + 2);
            }
        }
        // "African leaders, including A, B and C, visited": those who are named.
        let named = |n: &Np, np: &Np, crowd: bool| {
            let office = |a: &crate::annotate::Actor| a.office.is_some() || n.actors[0].level.is_some() && a.country.is_some();
            // "guests including the delegation of Peru and the delegation of Chile"
            let sent = |a: &crate::annotate::Actor| a.kind == ActorKind::Group && a.delegation && a.country.is_some();
            // "leaders, including Kenya's X", and not "experts, including Kenya's X"
            let high = |a: &crate::annotate::Actor| a.level.is_some_and(|l| l <= Level::Minister);
            let ranked = crowd && (np.actors.iter().all(high) || self.r.word(np.end - 1).as_deref() == Some("counterparts"));
            let one =
                n.actors.len() == 1 && n.actors[0].kind == ActorKind::Person && n.actors[0].name.is_some() && n.actors[0].country.is_some();
            ranked && one || n.actors.len() > 1 && n.actors.iter().all(|a| a.kind == ActorKind::Person && office(a) || sent(a))
        };
        // "a number of leaders, including X"
        let number = np.kind == NpKind::Other
            && matches!(self.r.word(np.end - 1).as_deref(), Some("number" | "series" | "group" | "host" | "string" | "succession"));
        let of = k + 2 * usize::from(number && self.prep(k + 1) == Some("of"));
        let (k, np, list) = match self.np(of).filter(|_| of > k) {
            Some(inner) => (of, inner, of + 1 + usize::from(matches!(self.c.get(of + 1).map(|s| &s.chunk), Some(Chunk::Comma)))),
            None => (k, np, list),
        };
        // "received several leaders before he was sworn in, among them X and Y"
        let plural = |j: &usize| self.np(*j).is_some_and(|n| self.r.word(n.end - 1).is_some_and(|w| w.ends_with('s')));
        let among = (list..self.c.len()).find(|j| self.prep(*j) == Some("among them"));
        let list = among.filter(|j| !(list..*j).any(|x| plural(&x) || matches!(self.c[x].chunk, Chunk::Break))).unwrap_or(list);
        // "met a number of leaders on Tuesday, including X"
        let on = list + usize::from(self.prep(list) == Some("on"));
        let day = matches!(self.c.get(on).map(|s| &s.chunk), Some(Chunk::Date(_)));
        let behind = on + 1 + usize::from(matches!(self.c.get(on + 1).map(|s| &s.chunk), Some(Chunk::Comma)));
        let list = if day && self.prep(behind) == Some("including") { behind } else { list };
        let crowd = np.kind == NpKind::Actor && np.actors.iter().all(|a| a.country.is_none() && a.kind == ActorKind::Group);
        if (crowd || np.kind == NpKind::Other)
            && matches!(self.prep(list), Some("including" | "such as" | "among them"))
            && self.np(list + 1).is_some_and(|n| named(n, np, crowd))
            && self.r.word(np.end - 1).is_some_and(|w| w.ends_with('s'))
        {
            return self.resolve_np(list + 1);
        }
        // "X of Peru warned Chile over the embassy when the pair met": those two of the sentence.
        if let Some(two) = (np.kind == NpKind::Pair).then(|| self.two_before(k)).flatten() {
            return two;
        }
        match np.kind {
            NpKind::Pronoun => {
                let w = self.r.word(np.start).unwrap_or_default();
                let many = matches!(&*w, "they" | "them");
                if many || matches!(&*w, "he" | "she" | "him" | "her" | "who") {
                    // "when X presented his credentials to him": to another than X.
                    // "noted that Y leads, extending thanks to him": who extends them is not plain.
                    let plain = |g: &usize| {
                        let says = |j: usize| self.vg(j).is_some_and(|v| v.governs == Governs::Say);
                        self.vg(*g).is_some_and(Self::finite) || !(0..*g).any(says)
                    };
                    // "delayed by the minister's trip to Oman, where he held talks": his whose trip it was.
                    let clause = |j: &usize| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::That | Chunk::Vg(_));
                    let trip = k.checked_sub(1).filter(|s| self.prep(*s) == Some("where") && !many).and_then(|s| {
                        let trip =
                            |n: &Np| n.event.as_ref().is_some_and(|e| self.noun_of(e, ExchangeType::Visit) && e.possessor.len() == 1);
                        (0..s).rev().take_while(clause).find_map(|j| self.np(j).filter(|n| trip(n)))
                    });
                    if let Some((n, e)) = trip.and_then(|n| Some((n, n.event.as_ref()?))) {
                        if let Some(own) = self.d.resolve(self.r, &e.possessor[0], n).filter(|r| r.kind == ActorKind::Person) {
                            return vec![own];
                        }
                    }
                    // "on the last leg of his Asia tour, which took him to Peru": his whose tour it was.
                    let taken = |j: &usize| matches!(self.c[*j].chunk, Chunk::Vg(_) | Chunk::Adverb(_));
                    let which = (0..k).rev().find(|j| !taken(j));
                    let which = which.filter(|r| matches!(self.c[*r].chunk, Chunk::Rel) && matches!(&*w, "him" | "her"));
                    let tour = which.and_then(|r| (0..r).rev().find(|j| self.np(*j).is_some()));
                    let tour = tour.filter(|j| self.event_is(*j, ExchangeType::Visit));
                    if let Some(own) = tour.map(|j| self.tourist(j)).filter(|own| own.len() == 1) {
                        return own;
                    }
                    let verb = self.governor(k).filter(|g| matches!(&*w, "him" | "her") && plain(g));
                    let own = verb.and_then(|g| self.subject(g, 0));
                    let found = (0..k).rev().filter(|&j| {
                        let subject = !(j > 0 && matches!(self.c[j - 1].chunk, Chunk::Prep(_)));
                        subject
                            && Some(j) != own
                            && self.np(j).is_some_and(|n| {
                                n.kind == NpKind::Actor
                                    && if many { n.plural() } else { n.actors.len() == 1 && n.actors[0].kind == ActorKind::Person }
                            })
                    });
                    // "was said by President X after he met": where no subject is a person, he by whom it was said.
                    let agent = |j: &usize| {
                        let by = *j > 1 && self.prep(j - 1) == Some("by") && self.vg(j - 2).is_some_and(|v| v.passive);
                        by && !many && self.np(*j).is_some_and(|n| n.actors.len() == 1 && n.actors[0].kind == ActorKind::Person)
                    };
                    let found = found.chain((0..k).rev().filter(agent));
                    // "X will host Y on Thursday, a day after she meets Z": who does the one does the other.
                    let link = k.checked_sub(1).filter(|j| matches!(&*w, "he" | "she") && self.prep(*j).is_some_and(sooner_or_later));
                    let main = link.and_then(|l| (0..l).rev().find(|g| self.vg(*g).is_some_and(Self::finite)));
                    let does = |g: &usize| self.vg(*g).is_some_and(|v| !matches!(v.governs, Governs::Say | Governs::Confirm));
                    let doer = main
                        .filter(does)
                        .and_then(|g| self.subject(g, 0))
                        .filter(|s| self.np(*s).is_some_and(|n| n.actors.len() == 1 && n.actors[0].kind == ActorKind::Person));
                    // "X telephoned Y; he had flown to Lima": he who acts.
                    let acts = |j: &usize| self.vg(j + 1).is_some_and(Self::finite) || matches!(self.c[j + 1].chunk, Chunk::Rel);
                    let mut found: Vec<usize> = doer.into_iter().chain(found).collect();
                    if matches!(&*w, "he" | "she") && self.c[..k].iter().any(|s| matches!(s.chunk, Chunk::Break)) {
                        found.sort_by_key(|j| !acts(j));
                    }
                    // "X became the first to meet Y when she was received": of the two the woman.
                    let woman = |j: &usize| self.resolve_np(*j).iter().any(|r| !self.d.may_be("he", r));
                    if matches!(&*w, "she" | "her") {
                        found.sort_by_cached_key(|j| !woman(j));
                    }
                    let mut unknown = false;
                    if let Some(v) = found.into_iter().map(|j| (j, self.resolve_np(j))).find_map(|(j, v)| {
                        // "handed over by Ambassador X when Y received him": X, of whatever country he is.
                        let somebody =
                            |n: &Np| n.bare_office() && n.actors[0].definite || matches!(&*w, "him" | "her") && n.actors[0].name.is_some();
                        unknown |= v.is_empty() && self.np(j).is_some_and(somebody);
                        (!v.is_empty() && v.iter().all(|r| self.d.may_be(&w, r))).then_some(v)
                    }) {
                        return v;
                    }
                    // "X met with Y in Lima and held talks with him": Y.
                    let other = |j: &usize| {
                        let with = *j > 0 && matches!(self.prep(j - 1), Some("with" | "to"));
                        let person = |n: &Np| n.kind == NpKind::Actor && n.actors.len() == 1 && n.actors[0].kind == ActorKind::Person;
                        with && own.is_some_and(|o| o < *j) && self.np(*j).is_some_and(person)
                    };
                    let told = verb.is_some_and(|g| self.vg(g).is_some_and(Self::finite));
                    if let Some(j) = (0..k).rev().find(other).filter(|_| told && matches!(&*w, "him" | "her")) {
                        let them = self.resolve_np(j);
                        let own = own.map(|o| self.resolve_np(o)).unwrap_or_default();
                        if them.len() == 1 && own.iter().all(|o| o.country != them[0].country) {
                            return them;
                        }
                    }
                    // "The minister paid a visit during which he met Y": the minister, of whom nobody knows whose he is.
                    if unknown && !many {
                        return Vec::new();
                    }
                }
                if w == "it" {
                    let country = |j: usize| {
                        self.np(j)
                            .filter(|n| n.kind == NpKind::Actor && n.actors.len() == 1 && n.actors[0].kind != ActorKind::Person)
                            .is_some()
                    };
                    let found = (0..k).rev().filter(|&j| !(j > 0 && matches!(self.c[j - 1].chunk, Chunk::Prep(_)))).find(|&j| country(j));
                    return found.map_or_else(|| self.d.actors(self.r, np), |j| self.resolve_np(j));
                }
                let mut known = self.d.actors(self.r, np);
                // "He had met him before": of the two told of, the other.
                if let ([one], "him" | "her") = (&known[..], &*w) {
                    let he = |s: &usize| {
                        self.np(*s)
                            .is_some_and(|n| matches!(self.r.word(n.start).as_deref(), Some("he" | "she")) && n.kind == NpKind::Pronoun)
                    };
                    let does = self.governor(k).and_then(|g| self.subject(g, 0)).filter(he);
                    let same =
                        does.is_some_and(|s| self.d.actors(self.r, self.np(s).expect("just seen")).iter().any(|r| r.name == one.name));
                    let alone = (0..k).all(|j| {
                        self.np(j).is_none_or(|n| n.kind == NpKind::Pronoun || n.everybody().all(|a| a.kind != ActorKind::Person))
                    });
                    if let Some((a, b)) = self.d.last_sides().filter(|_| same && alone) {
                        let other = |v: &[Resolved]| v.iter().any(|r| r.name == one.name);
                        let other = if other(a) { b } else { a };
                        let person = |r: &&Resolved| (r.kind == ActorKind::Person || r.name.is_some()) && r.country != one.country;
                        known = other.iter().find(person).map(|r| Resolved { kind: ActorKind::Person, ..r.clone() }).into_iter().collect();
                    }
                }
                if known.is_empty() && matches!(&*w, "he" | "she") { self.named_behind(k) } else { known }
            }
            // "The leaders of the two countries, A of Peru and B of Chile, met"
            NpKind::Pair if self.named_pair(k).is_some() => {
                let rank = Discourse::rank_of_pair(&self.r.slice(np.start, np.end).to_lowercase());
                let named = self.resolve_np(self.named_pair(k).expect("just found"));
                named.into_iter().map(|r| Resolved { level: r.level.or(rank), ..r }).collect()
            }
            NpKind::Pair => {
                let mut seen: Vec<Resolved> = Vec::new();
                for j in 0..k {
                    let np = self.np(j).filter(|n| n.event.is_none());
                    // "sat at Putin's table; the two talked": he, too.
                    let owner = np.filter(|n| n.actors.is_empty()).and_then(|n| Some((n, Discourse::owner_of(self.r, n)?)));
                    let owner = owner.and_then(|(n, a)| self.d.resolve(self.r, &a, n));
                    let named = np.filter(|n| n.kind == NpKind::Actor).map(|n| self.d.actors(self.r, n)).unwrap_or_default();
                    for a in named.into_iter().chain(owner) {
                        if seen.iter().all(|s| s.country != a.country) {
                            seen.push(a);
                        }
                    }
                }
                // "said of Ukraine as the pair met": two people, and no country beside one.
                let people = matches!(
                    self.r.word(np.end - 1).as_deref(),
                    Some("pair" | "duo" | "men" | "women" | "leaders" | "presidents" | "ministers")
                );
                let one = seen.iter().filter(|r| r.kind == ActorKind::Country).count() == 1;
                // "A and B hosted talks between the two": of two others.
                let hosts = |v: &Vg| Self::finite(v) && !v.passive && self.verb_is(v, &["host", "broker", "mediate", "facilitate"]);
                let between = k > 0 && self.prep(k - 1) == Some("between");
                let hosted = between && self.governor(k).and_then(|g| self.vg(g)).is_some_and(hosts);
                // "X, who had been in Peru, sat at Y's table; the two talked": two people and a place.
                let meant = people || self.r.word(np.end - 1).as_deref() == Some("two");
                if meant && seen.len() == 3 && one && seen.iter().filter(|r| r.name.is_some()).count() == 2 {
                    seen.retain(|r| r.kind != ActorKind::Country);
                    return self.d.as_pair(self.r, np, seen);
                }
                if !hosted && seen.len() == 2 && !(people && one) {
                    return self.d.as_pair(self.r, np, seen);
                }
                self.d.actors(self.r, np)
            }
            _ if self.r.is(np.start, Closed::Possessive) && self.r.styled(np.start).is_none() => self.owned(k, np),
            _ => {
                let own = self.d.actors(self.r, np);
                if let Some(official) = self.beside_a_movement(k).filter(|_| own.is_empty()) {
                    return self.resolve_np(official);
                }
                if own.is_empty() { self.of_the_post(k, np) } else { own }
            }
        }
    }

    /// "met with the Red Cross and the Peruvian minister": the chunk of the one of them who acts for a state.
    pub(super) fn beside_a_movement(&self, k: usize) -> Option<usize> {
        let movement = self.np(k).is_some_and(|n| n.kind == NpKind::Other && n.places.is_empty() && self.r.tokens[n.end - 1].cap);
        let and = matches!(self.c.get(k + 1).map(|s| &s.chunk), Some(Chunk::And)) && !self.vg(k + 3).is_some_and(Self::finite);
        let official = self.np(k + 2).filter(|n| n.kind == NpKind::Actor && n.actors.iter().all(|a| a.level.is_some()));
        official.filter(|_| movement && and).map(|_| k + 2)
    }

    /// Whose the journey at `k` is, by its own possessor; behind "his", of who opens the sentence.
    fn tourist(&self, k: usize) -> Vec<Resolved> {
        let Some((np, e)) = self.np(k).and_then(|n| Some((n, n.event.as_ref()?))) else { return Vec::new() };
        let first = |n: &Np| n.kind == NpKind::Actor && n.actors.len() == 1 && n.actors[0].kind == ActorKind::Person;
        if e.pronoun {
            let opens = (0..k).find(|j| self.np(*j).is_some_and(|n| n.kind == NpKind::Actor)).filter(|j| self.np(*j).is_some_and(first));
            return opens.map(|j| self.resolve_alone(j)).unwrap_or_default();
        }
        e.possessor.iter().filter_map(|a| self.d.resolve(self.r, a, np)).filter(|r| r.kind == ActorKind::Person).collect()
    }

    /// "When he arrived in Peru on Monday, President X praised it": the subject of the main clause.
    fn named_behind(&self, k: usize) -> Vec<Resolved> {
        let Some(sub) = k.checked_sub(1).filter(|j| match self.c[*j].chunk {
            Chunk::Sub(s) | Chunk::Prep(s) => {
                matches!(self.r.lx.text(s), "when" | "while" | "as" | "after" | "before" | "since" | "although" | "though")
            }
            _ => false,
        }) else {
            return Vec::new();
        };
        let fronted =
            (0..sub).all(|j| matches!(self.c[j].chunk, Chunk::Prep(_) | Chunk::Date(_) | Chunk::Adverb(_) | Chunk::Comma | Chunk::Quote));
        let comma = (k + 1..self.c.len()).find(|j| {
            matches!(self.c[*j].chunk, Chunk::Comma)
                && self.np(j + 1).is_some_and(|n| n.kind == NpKind::Actor && n.actors.len() == 1 && n.actors[0].kind == ActorKind::Person)
                && (j + 2..self.c.len()).find_map(|v| self.vg(v)).is_some_and(Self::finite)
        });
        // What stands between may be one clause only, and the name no apposition of who is met there.
        let verbs = |end: usize| (k + 1..end).filter(|j| self.vg(*j).is_some_and(Self::finite)).count();
        let Some(comma) = comma.filter(|j| fronted && verbs(*j) == 1) else { return Vec::new() };
        let subject = self.vg(comma + 2).is_some_and(Self::finite)
            || matches!(self.c.get(comma + 2).map(|s| &s.chunk), Some(Chunk::Date(_) | Chunk::Adverb(_) | Chunk::Prep(_)));
        if subject { self.resolve_alone(comma + 1) } else { Vec::new() }
    }

    /// A dash that parts phrases.
    pub(super) fn dash(&self, j: usize) -> bool {
        self.c.get(j).is_some_and(|s| matches!(s.chunk, Chunk::Break) && self.r.kind(s.start) == Some(crate::text::Kind::Dash))
    }

    /// The chunk that says in an apposition who the pair at `k` are.
    fn named_pair(&self, k: usize) -> Option<usize> {
        let comma = |j: usize| matches!(self.c.get(j).map(|s| &s.chunk), Some(Chunk::Comma)) || self.dash(j);
        let list = self.np(k + 2).filter(|n| n.kind == NpKind::Actor && n.actors.len() == 2 && comma(k + 1) && comma(k + 3))?;
        let named =
            |a: &crate::annotate::Actor| a.kind == ActorKind::Person && a.name.is_some() && (a.country.is_some() || a.person.is_some());
        (list.actors.iter().all(named) && list.actors[0].country != list.actors[1].country).then_some(k + 2)
    }

    /// "The Cuban ambassador to Peru called on the foreign minister": Peru's.
    fn of_the_post(&self, k: usize, np: &Np) -> Vec<Resolved> {
        let [one] = &np.actors[..] else { return Vec::new() };
        if one.kind != ActorKind::Person || one.office.is_none() || one.level > Some(Level::DeputyMinister) || one.country.is_some() {
            return Vec::new();
        }
        let post = |h: usize| {
            let post = self.np(h).filter(|n| n.kind == NpKind::Actor && !n.actors.is_empty()).and_then(|_| self.post_of(h));
            post.filter(|_| self.d.actors(self.r, self.np(h).expect("just read")).iter().all(Resolved::accredited))
        };
        // "the ambassadors of Cuba and Chile to Peru", "the Cuban ambassador to Peru and the Chilean ambassador to Peru"
        let mut posts: Vec<u16> = (0..self.c.len()).filter(|h| *h != k).filter_map(post).collect();
        posts.dedup();
        match posts[..] {
            [post] => {
                let a = crate::annotate::Actor { country: Some(post), definite: false, ..one.clone() };
                self.d.resolve(self.r, &a, np).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// "its defence minister", "his country": the owner's, who was named before in the sentence or the article.
    pub(super) fn owned(&self, k: usize, np: &Np) -> Vec<Resolved> {
        let counterpart = self.r.slice(np.start, np.end).to_lowercase();
        // "Putin invited his counterpart": the other one of the two who were told of.
        if counterpart.ends_with("counterpart") && np.actors.iter().all(|a| a.country.is_none() && a.name.is_none()) {
            let subject = self.governor(k).and_then(|g| self.subject(g, 0)).filter(|s| *s != k).map(|s| self.resolve_np(s));
            if let (Some([one]), Some((a, b))) = (subject.as_deref(), self.d.last_sides()) {
                let of = |v: &[Resolved]| v.iter().any(|r| r.country == one.country);
                let other = [(a, b), (b, a)].into_iter().find(|(x, y)| of(x) && !of(y)).map(|x| x.1);
                return other.and_then(|v| v.first()).map(|r| Resolved { level: r.level.or(one.level), ..r.clone() }).into_iter().collect();
            }
        }
        let open = |a: &crate::annotate::Actor| a.country.is_none() && a.person.is_none();
        if counterpart.contains("counterpart") || np.actors.len() > 1 || np.actors.iter().any(|a| !open(a)) {
            return self.d.actors(self.r, np);
        }
        // "tells Y that his country": the speaker's.
        let speaker = (0..k)
            .rev()
            .find(|&j| matches!(self.c[j].chunk, Chunk::That))
            .and_then(|t| (0..t).rev().find(|&g| self.vg(g).is_some_and(|v| Self::finite(v) && v.governs == Governs::Say)))
            .filter(|g| self.object(*g).is_some() && k > 0 && matches!(self.c[k - 1].chunk, Chunk::That))
            .and_then(|g| self.subject(g, 0))
            .and_then(|s| self.resolve_np(s).into_iter().next());
        let owner = speaker
            .or_else(|| {
                (0..k)
                    .rev()
                    .filter(|&j| !(j > 0 && matches!(self.c[j - 1].chunk, Chunk::Prep(_))))
                    .filter(|&j| self.np(j).is_some_and(|n| n.kind == NpKind::Actor && n.actors.len() == 1))
                    .find_map(|j| self.resolve_np(j).into_iter().next())
            })
            .or_else(|| self.d.last_person().cloned().filter(|_| matches!(self.r.word(np.start).as_deref(), Some("his" | "her"))));
        // "when their foreign ministers sign"
        if self.r.word(np.start).as_deref() == Some("their") {
            let owners =
                (0..k).rev().filter(|&j| self.np(j).is_some_and(Np::plural)).map(|j| self.resolve_np(j)).find(|v| distinct(v) >= 2);
            if let (Some(owners), Some(a)) = (owners, np.actors.first()) {
                let of = |o: Resolved| self.d.resolve(self.r, &crate::annotate::Actor { country: Some(o.country), ..a.clone() }, np);
                return owners.into_iter().filter_map(of).collect();
            }
        }
        let Some(owner) = owner else { return self.d.actors(self.r, np) };
        match np.actors.first() {
            Some(a) => {
                let a = crate::annotate::Actor { country: Some(owner.country), definite: false, ..a.clone() };
                self.d.resolve(self.r, &a, np).into_iter().collect()
            }
            // "his country had signed"
            None if np.kind == NpKind::Other
                && matches!(self.r.word(np.end - 1).as_deref(), Some("country" | "nation" | "homeland" | "state" | "kingdom")) =>
            {
                vec![self.d.bare(owner.country, np.start)]
            }
            None => Vec::new(),
        }
    }

    /// "X has arrived in Peru. He met the minister of energy Y": whom the agency's own official meets where he has arrived is
    /// the host's, though only the agency's point of view says of which country he is.
    pub(super) fn as_hosts(&self, sources: &[Resolved], mut targets: Vec<Resolved>) -> Vec<Resolved> {
        let Some(host) = self.d.host.get() else { return targets };
        let own = |r: &Resolved| Some(r.country) == self.d.home && r.country != host;
        let official = |r: &Resolved| {
            let high = r.level.is_some_and(|l| l <= Level::DeputyMinister);
            own(r) && r.kind == ActorKind::Person && r.name.is_some() && high && r.via == Via::Home
        };
        // "will travel to Peru, where he will meet Speaker X": no more is he of the paper's country, for all that it does not say.
        let where_he_goes = self.c.iter().any(|s| matches!(s.chunk, Chunk::Sub(s) | Chunk::Adverb(s) if self.r.lx.text(s) == "where"));
        let assumed = |r: &Resolved| r.name.as_ref().is_some_and(|n| self.d.known.iter().any(|k| k.assumed && k.name == *n));
        if where_he_goes && sources.iter().all(|s| s.country != host) {
            targets.iter_mut().filter(|t| assumed(t)).for_each(|t| t.country = host);
        }
        if !sources.is_empty() && !targets.is_empty() && sources.iter().all(own) && targets.iter().all(official) {
            targets.iter_mut().for_each(|t| t.country = host);
        }
        targets
    }

    /// Actors of a preposition's phrase.
    pub(super) fn slot_prep(&self, p: &Phrases, word: &str) -> Option<usize> {
        p.preps.iter().find(|(s, _)| self.r.lx.text(*s) == word).map(|x| x.1)
    }

    /// Where a phrase may go: its places, as far as it names nothing but places.
    pub(super) fn destinations(&self, k: usize) -> Vec<PlaceRef> {
        let Some(np) = self.np(k) else { return Vec::new() };
        // "to the Finland–Russia border" is in neither.
        if matches!(self.r.word(np.end - 1).as_deref(), Some("border" | "borders" | "frontier")) {
            return Vec::new();
        }
        // "eight countries including Fiji", "countries in the region, including Fiji and Samoa"
        let several = matches!(self.r.word(np.end - 1).as_deref(), Some("countries" | "nations" | "states" | "islands" | "capitals"));
        if several && np.places.is_empty() {
            let dated = |j: usize| matches!(self.c.get(j).map(|s| &s.chunk), Some(Chunk::Date(_)));
            let region = match self.prep(k + 1) {
                Some("in") if self.np(k + 2).is_some_and(|n| n.places.is_empty()) => 2,
                // "eight countries from May 26 to June 4 including"
                Some("from" | "on" | "in") if dated(k + 2) => 2,
                _ => 0,
            };
            let comma = usize::from(matches!(self.c.get(k + 1 + region).map(|s| &s.chunk), Some(Chunk::Comma | Chunk::Break)));
            let including = k + 1 + region + comma;
            let open = matches!(self.c.get(k + 1 + region).map(|s| &s.chunk), Some(Chunk::Break));
            if matches!(self.prep(including), Some("including" | "such as"))
                || self.namely(including)
                || open && self.np(including).is_some()
            {
                return self.destinations(including + usize::from(self.prep(including).is_some() || self.namely(including)));
            }
        }
        // "to Ukraine's neighbours Romania and Moldova", "Ukraine's neighbour Moldova": not to Ukraine.
        let neighbour = |t: usize| matches!(self.r.word(t).as_deref(), Some("neighbour" | "neighbor" | "neighbours" | "neighbors"));
        let owned = (np.start..np.end).any(|t| self.r.kind(t) == Some(crate::text::Kind::Possessive));
        if owned && (np.start..np.end).any(neighbour) {
            if !neighbour(np.end - 1) {
                return np.places.last().copied().into_iter().collect();
            }
            let next = k + 1 + usize::from(matches!(self.c.get(k + 1).map(|s| &s.chunk), Some(Chunk::Comma)));
            let named = self.np(next).is_some_and(|n| !n.places.is_empty());
            return if named { self.destinations(next) } else { Vec::new() };
        }
        // "the northeastern part of Peru", "the coastal and southern regions of Peru and the northern region of Chile"
        let part = |n: &Np| {
            let nouns = ["part", "parts", "region", "regions", "area", "areas", "province", "provinces", "city", "cities", "coast"];
            n.actors.is_empty() && n.places.is_empty() && nouns.contains(&self.r.word(n.end - 1).as_deref().unwrap_or_default())
        };
        if part(np) && self.prep(k + 1) == Some("of") && self.np(k + 2).is_some_and(|n| !n.places.is_empty()) {
            let mut places = self.destinations(k + 2);
            if !places.is_empty()
                && matches!(self.c.get(k + 3).map(|s| &s.chunk), Some(Chunk::And))
                && self.np(k + 4).is_some_and(part)
                && self.prep(k + 5) == Some("of")
            {
                places.extend(self.destinations(k + 6));
            }
            return places;
        }
        let only_countries = np.actors.iter().all(|a| a.kind == ActorKind::Country);
        let bare = np.kind == NpKind::Other && np.actors.is_empty() && np.places.is_empty();
        // "travelled to the kingdom": no body of a state, either.
        let realm = matches!(&np.actors[..], [a] if a.kind == ActorKind::Group && a.country.is_none() && a.name.is_none())
            && np.end == np.start + 2;
        let the_country = if bare || realm { self.the_country(np) } else { None };
        let own: Vec<PlaceRef> = match np.kind {
            _ if the_country.is_some() => the_country.into_iter().collect(),
            NpKind::Place => np.places.clone(),
            NpKind::Actor if only_countries && !np.premises => np.places.clone(),
            NpKind::Actor if np.premises => np
                .actors
                .iter()
                .filter_map(|a| a.country)
                .map(|country| PlaceRef { country, start: np.start, end: np.end, whole_country: false })
                .collect(),
            // "the museum of Lima": a house, and not who is sent by it.
            NpKind::Actor
                if np.actors.iter().all(|a| a.kind == ActorKind::Unofficial && a.name.is_none())
                    && (np.start..np.end).any(|t| self.r.is(t, Closed::SightNoun)) =>
            {
                let country = np.actors.iter().filter_map(|a| a.country).next();
                country.map(|country| PlaceRef { country, start: np.start, end: np.end, whole_country: true }).into_iter().collect()
            }
            // "Chile's Arica Free Zone"
            NpKind::Other if np.places.is_empty() && self.r.tokens[np.end - 1].cap => self.place_owner(np).into_iter().collect(),
            // "visits a memorial in Hiroshima": the place follows.
            NpKind::Other if !np.places.is_empty() => np.places.clone(),
            _ => Vec::new(),
        };
        // "Peru and two countries in the region, namely Chile and Cuba"
        let more = match self.c.get(k + 1).map(|s| &s.chunk) {
            Some(Chunk::And) if !own.is_empty() && self.np(k + 2).is_some_and(|n| n.places.is_empty() && n.kind == NpKind::Other) => k + 2,
            // "to Lima, Peru; Quito, Ecuador; and Santiago, Chile"
            Some(Chunk::Break) if !own.is_empty() && self.r.kind(self.c[k + 1].start) == Some(crate::text::Kind::Semicolon) => {
                let next = k + 2 + usize::from(matches!(self.c.get(k + 2).map(|s| &s.chunk), Some(Chunk::And)));
                let ends = |j: usize| !matches!(self.c.get(j).map(|s| &s.chunk), Some(Chunk::Vg(_)));
                let whole = |n: &Np| n.actors.iter().all(|a| a.kind == ActorKind::Country);
                if self.np(next).is_some_and(whole) && ends(next + 1) {
                    return own.into_iter().chain(self.destinations(next)).collect();
                }
                return own;
            }
            _ => return own,
        };
        let others = if self.r.word(self.c[more].end - 1).is_some_and(|w| matches!(&*w, "countries" | "nations" | "states")) {
            self.destinations(more)
        } else {
            Vec::new()
        };
        own.into_iter().chain(others).collect()
    }

    /// The noun phrase that somebody is named in.
    pub(in crate::extract) fn phrase_of(&self, who: &Resolved) -> Option<usize> {
        (0..self.c.len()).find(|&k| self.c[k].start <= who.span.0 && who.span.0 < self.c[k].end && self.np(k).is_some())
    }

    /// "the Peruvian ambassador here", "staff of the Peruvian embassy in Chile": posted in `country`.
    pub(in crate::extract) fn lives_there(&self, who: &Resolved, country: u16) -> bool {
        let diplomat = |a: usize, b: usize| {
            (a..b).any(|t| {
                let w = self.r.word(t).unwrap_or_default();
                matches!(&*w, "ambassador" | "ambassadors" | "embassy" | "embassies" | "affaires" | "consul" | "attache" | "attaché")
                    || w.starts_with("commission") && t > 0 && self.r.word(t - 1).as_deref() == Some("high")
            })
        };
        let Some(k) = self.phrase_of(who) else { return false };
        // "staff members of the embassy": the house stands behind.
        let house = self.prep(k + 1).is_some() && self.np(k + 2).is_some_and(|n| n.premises);
        let k = if house { k + 2 } else { k };
        if !diplomat(self.c[k].start, self.c[k].end) {
            return false;
        }
        let here = self.d.here.as_ref().is_some_and(|h| h.0 == country);
        let stands =
            self.c.get(k + 1).is_some_and(|s| matches!(s.chunk, Chunk::Adverb(_)) && self.r.word(s.start).as_deref() == Some("here"));
        let there = (self.c[k].start..self.c[k].end)
            .any(|t| matches!(self.r.word(t).as_deref(), Some("to" | "in")) && self.r.country_form(t + 1).is_some_and(|f| f.0 == country));
        here && stands || there || self.post_of(k) == Some(country)
    }

    /// "X also visited the country": where the last guest went, or the one country named in this sentence and the last.
    pub(super) fn the_country(&self, np: &Np) -> Option<PlaceRef> {
        // "the country", "the West African nation", "the nation's capital"
        let capital = self.r.word(np.end - 1).as_deref() == Some("capital");
        let owned = capital && np.end > np.start + 3 && self.r.kind(np.end - 2) == Some(crate::text::Kind::Possessive);
        let noun = if owned { np.end - 3 } else { np.end - 1 };
        let said = np.end <= np.start + 5
            && (owned || !capital)
            && self.r.word(np.start).as_deref() == Some("the")
            && matches!(self.r.word(noun).as_deref(), Some("country" | "kingdom" | "island" | "nation"))
            && !(np.start..noun)
                .any(|t| matches!(self.r.word(t).as_deref(), Some("whole" | "entire" | "host" | "first" | "second" | "third" | "only")));
        if !said {
            return None;
        }
        let named = || {
            let begin = self.r.sentence_before(self.d.body).map_or(self.r.begin, |s| s.0);
            // "Cuba will send nurses to the island": who acts is not where.
            let acts = self.np(0).filter(|n| {
                self.d.own_country().is_some()
                    && self.vg(1).is_some_and(Self::finite)
                    && matches!(&n.actors[..], [a] if a.kind == ActorKind::Country)
            });
            let mut found = (begin..np.start)
                .filter(|t| self.r.tokens[*t].cap && acts.is_none_or(|n| !(n.start..n.end).contains(t)))
                .filter_map(|t| self.r.country_form(t))
                // "Kenya President X is in the country", "Kenya's X": that is where he is from.
                .filter(|f| {
                    let owns = self.r.kind(f.2) == Some(crate::text::Kind::Possessive);
                    let who = f.2 + usize::from(owns);
                    let named = owns && self.r.tokens.get(who).is_some_and(|t| t.cap);
                    f.1 == CountryForm::Name && !named && self.r.longest(who, kinds::OFFICE).is_none()
                })
                .map(|f| f.0);
            let one = found.next()?;
            found.all(|c| c == one).then_some(one)
        };
        // "the Iranian minister's visit to the country": not his own.
        let own = |c: &u16| {
            let mut forms = (self.r.begin..np.start).filter_map(|t| self.r.country_form(t));
            forms.any(|f| f.0 == *c && (f.1 != CountryForm::Name || self.r.longest(f.2, kinds::OFFICE).is_some()))
        };
        let country = self.d.host.get().or_else(named).filter(|c| !own(c));
        // "President X is in the country", says a paper: in its own.
        let country = country.or_else(|| self.d.own_country().filter(|c| !own(c)))?;
        Some(PlaceRef { country, start: np.start, end: np.end, whole_country: true })
    }

    /// "Japan gave medicines to the country": to the one told of before; where that is the giver, to the paper's own.
    pub(super) fn receiver(&self, np: &Np) -> Option<Resolved> {
        // "to Venezuelans", "to the Venezuelan people"
        let first = if self.r.is(np.start, Closed::Determiner) { np.start + 1 } else { np.start };
        let nation = self.r.country_form(first).filter(|(_, form, end)| match form {
            CountryForm::People => *end == np.end,
            CountryForm::Adjective => *end + 1 == np.end && self.r.word(*end).as_deref() == Some("people"),
            _ => false,
        });
        if let Some((country, ..)) = nation {
            return Some(self.d.bare(country, np.start));
        }
        let gives = |c: u16| (self.r.begin..np.start).any(|t| self.r.country_form(t).is_some_and(|f| f.0 == c));
        let words = self.r.slice(np.start, np.end).to_lowercase();
        let said = matches!(&*words, "the country" | "this country" | "the nation" | "the island" | "the kingdom");
        // "to the Ministry of Health", in a paper: its own.
        let body = matches!(&np.actors[..], [a] if a.kind == ActorKind::Group && a.country.is_none() && a.name.is_none() && !a.delegation);
        let said = said || body && (words.starts_with("the ministry") || words.ends_with(" ministry") || words == "the government");
        let named = self.the_country(np).map(|p| p.country).filter(|c| !gives(*c));
        // "aid for Gaza and the West Bank": whose they are.
        let parts = np.places.first().map(|p| p.country).filter(|c| np.kind == NpKind::Place && np.places.iter().all(|p| p.country == *c));
        // "blocks fuel to Gaza": nothing is given.
        let refused = |v: &Vg| v.start < np.start && matches!(v.governs, Governs::Deny | Governs::Cancel);
        let refused = || self.c.iter().any(|s| matches!(&s.chunk, Chunk::Vg(v) if refused(v)));
        let named = named.or(parts.filter(|c| !gives(*c) && !refused()));
        let country = named.or_else(|| self.d.own_country().filter(|c| said && !gives(*c)))?;
        Some(self.d.bare(country, np.start))
    }

    /// "to help Peru fight dengue", "in support of Peru's efforts" behind what is given: for whom.
    pub(super) fn helped(&self, p: &Phrases) -> Option<Resolved> {
        let aim = self.vg(p.end).filter(|v| v.tense == Tense::Infinitive && self.verb_is(v, &["help", "support", "assist"]));
        let whom = self.slot_prep(p, "in support of").or(aim.map(|_| p.end + 1))?;
        let np = self.np(whom)?;
        let country = match &np.actors[..] {
            [one] if one.kind == ActorKind::Country => one.country,
            _ => self.place_owner(np).map(|o| o.country),
        };
        country.map(|c| self.d.bare(c, np.start))
    }

    /// The country before the possessive in a phrase that ends in a name.
    pub(super) fn place_owner(&self, np: &Np) -> Option<PlaceRef> {
        let first = if self.r.is(np.start, Closed::Determiner) { np.start + 1 } else { np.start };
        let (country, form, end) = self.r.country_form(first)?;
        let owns = self.r.tokens.get(end).is_some_and(|t| t.kind == crate::text::Kind::Possessive) && end + 1 < np.end;
        (owns && form == CountryForm::Name).then_some(PlaceRef { country, start: np.start, end: np.end, whole_country: false })
    }

    pub(super) fn here(&self, p: &Phrases) -> Vec<PlaceRef> {
        match &self.d.here {
            Some((country, _)) if p.here => vec![PlaceRef { country: *country, start: 0, end: 0, whole_country: false }],
            _ => Vec::new(),
        }
    }

    /// Whose the journey at `k` is: its possessor, who stands behind "by", or who was told to travel there.
    pub(super) fn traveller_of(&self, k: usize, told: &[Mention]) -> Vec<Resolved> {
        let Some(np) = self.np(k) else { return Vec::new() };
        let own = np.event.iter().flat_map(|e| &e.possessor).filter_map(|a| self.d.resolve(self.r, a, np)).collect::<Vec<_>>();
        if !own.is_empty() {
            return own;
        }
        let phrases = self.phrases(k + 1);
        if let Some(by) = self.slot_prep(&phrases, "by") {
            return self.resolve_np(by);
        }
        let to = self.slot_prep(&phrases, "to").map(|j| self.destinations(j)).unwrap_or_default();
        self.told_of(&to, k, told).into_iter().collect()
    }

    /// Who went to one of the places, as the article has told before.
    pub(super) fn told_of(&self, to: &[PlaceRef], k: usize, told: &[Mention]) -> Option<Resolved> {
        let there = |m: &&Mention| m.kind == ExchangeType::Visit && to.iter().any(|p| self.r.lx.iso(p.country) == m.target);
        let m = told.iter().rev().find(there)?;
        Some(Resolved {
            kind: ActorKind::Person,
            name: m.source_head.clone(),
            office: m.source_office.clone(),
            level: m.level,
            ..self.d.bare(self.r.lx.country(m.source)?, self.c[k].start)
        })
    }

    /// "his visit", "their talks": the clause's subject, or the person last named.
    pub(super) fn pronoun_owner(&self, k: usize) -> Vec<Resolved> {
        // "X cancels a meeting with Y over his trip to Z": it is Y's trip that offends.
        if matches!(self.prep(k.wrapping_sub(1)), Some("over" | "because of" | "due to")) && self.prep(k.wrapping_sub(3)) == Some("with") {
            let off = self.governor(k).and_then(|g| self.vg(g)).is_some_and(|v| v.governs == Governs::Cancel);
            let who = self.resolve_np(k - 2);
            if off && who.len() == 1 && who[0].kind == ActorKind::Person {
                return who;
            }
        }
        // "The U.S. is to blame, said it in its letter to X": a body that was named before, and not the U.S.
        let it = |j: usize| self.np(j).is_some_and(|n| n.kind == NpKind::Pronoun && self.r.word(n.start).as_deref() == Some("it"));
        let its = self.np(k).is_some_and(|n| self.r.word(n.start).as_deref() == Some("its"));
        if its && (1..k).any(|j| it(j) && self.vg(j - 1).is_some_and(|v| v.governs == Governs::Say) && self.np(j.wrapping_sub(2)).is_none())
        {
            return Vec::new();
        }
        let person = |v: Vec<Resolved>| -> Vec<Resolved> { v.into_iter().filter(|a| a.kind != ActorKind::Country).collect() };
        // "X poses with Y during their meeting": of the two named before.
        let their = self.np(k).is_some_and(|n| self.r.word(n.start).as_deref() == Some("their")) && self.event_is(k, ExchangeType::Meeting);
        let first = (0..k).find(|&j| self.np(j).is_some_and(|n| n.kind == NpKind::Actor));
        let one = first.is_some_and(|j| self.np(j).is_some_and(|n| !n.plural()) && !self.resolve_np(j).is_empty());
        if their && one {
            let both: Vec<Resolved> = (0..k).flat_map(|j| person(self.resolve_np(j))).filter(|r| !r.former).collect();
            if distinct(&both) == 2 {
                return both;
            }
        }
        // "During their meeting, the ministers discussed trade": of the two of whom the story tells.
        let crowd = |n: &Np| n.plural() && n.everybody().all(|a| a.country.is_none() && a.name.is_none() && a.level.is_some());
        // "In their telephone conversation the two leaders agreed"
        let called = self.event_is(k, ExchangeType::Call) && self.np(k).is_some_and(|n| self.r.word(n.start).as_deref() == Some("their"));
        let pair = |s: usize| matches!(self.c[s - 1].chunk, Chunk::Comma) && self.np(s).is_some_and(|n| n.kind == NpKind::Pair);
        if let Some(s) = (k + 1..self.c.len()).find(|s| called && k == 1 && pair(*s)) {
            return self.resolve_np(s);
        }
        if their && k == 1 && self.main_subject_after(k).and_then(|s| self.np(s)).is_some_and(crowd) {
            if let Some((a, b)) = self.d.last_sides().filter(|(a, b)| distinct(a) == 1 && distinct(b) == 1) {
                return vec![a[0].clone(), b[0].clone()];
            }
        }
        // "Peru and Chile postponed their joint drill": of the two.
        let whose = |s: usize| Some(self.resolve_np(s)).filter(|v| distinct(v) == 2 && v.iter().all(|a| a.kind == ActorKind::Country));
        if self.event_is(k, ExchangeType::Exercise) && self.np(k).is_some_and(|n| self.r.word(n.start).as_deref() == Some("their")) {
            if let Some(both) = self.governor(k).and_then(|g| self.subject(g, 0)).and_then(whose) {
                return both;
            }
        }
        if let Some(o) = self.judged(k) {
            let found = person(self.resolve_np(o));
            if !found.is_empty() {
                return found;
            }
        }
        // "welcomed X to Lima on his visit", "received a cable from X, who thanked him for his visit": X's.
        let travels = self.np(k).is_some_and(|n| matches!(self.r.word(n.start).as_deref(), Some("his" | "her")))
            && self.event_is(k, ExchangeType::Visit);
        let main = (0..k).rev().find(|&g| self.vg(g).is_some_and(Self::finite)).filter(|_| travels);
        let guest = main.filter(|g| self.vg(*g).is_some_and(|v| !v.passive && self.verb_is(v, &["welcome", "greet", "host", "accompany"])));
        if let Some(o) = guest.and_then(|g| self.object(g)).or_else(|| self.written_of(k)) {
            let found = person(self.resolve_np(o));
            if !found.is_empty() {
                return found;
            }
        }
        // "a statement hailing his visits": not of those who hail.
        let hails = k.checked_sub(1).filter(|g| self.vg(*g).is_some_and(|v| !v.passive && self.verb_is(v, &JUDGES)));
        if let Some(g) = hails {
            let own = self.subject(g, 0).map(|s| self.resolve_np(s)).unwrap_or_default();
            let other = |p: &Resolved| own.iter().all(|o| o.country != p.country);
            return self.d.last_person().cloned().filter(other).into_iter().collect();
        }
        // "said that during his visit to Peru, Y also met": Y's.
        let framed = k >= 2
            && matches!(self.c[k - 2].chunk, Chunk::That | Chunk::Break)
            && matches!(self.prep(k - 1), Some("during" | "on" | "in" | "at"));
        if let Some(s) = self.main_subject_after(k).filter(|s| framed && matches!(self.c[s - 1].chunk, Chunk::Comma)) {
            let found = person(self.resolve_np(s));
            if !found.is_empty() {
                return found;
            }
        }
        if let Some(g) = (0..k).rev().find(|&g| self.vg(g).is_some_and(Self::finite)) {
            if let Some(s) = self.subject(g, 0) {
                // "he and X agreed after his visit": he who is no X.
                let found = self.he_beside(s).filter(|_| !their).map_or_else(|| self.resolve_np(s), |he| self.resolve_np(he));
                // "Guterres spoke of his trip to Peru": his, of whatever country he may be, and nobody else's.
                let his = self.np(k).is_some_and(|n| matches!(self.r.word(n.start).as_deref(), Some("his" | "her")));
                let organisation = |n: &Np| n.kind == NpKind::Other && self.r.names_organisation(n.start, n.end);
                let somebody = |n: &Np| n.kind == NpKind::Actor && n.actors.len() == 1 && n.actors[0].name.is_some();
                let own = (g + 1..k).filter_map(|j| self.vg(j)).all(|v| v.tense == crate::annotate::Tense::Infinitive);
                if his && own && found.is_empty() && self.np(s).is_some_and(|n| somebody(n) || organisation(n)) {
                    return Vec::new();
                }
                // "if the United States suspends its exercises": a country's own.
                let its = self.np(k).is_some_and(|n| self.r.word(n.start).as_deref() == Some("its"));
                // "Peru and Chile have postponed their summit"
                let theirs = their && distinct(&found) > 1;
                let found = if its && distinct(&found) == 1 || theirs { found } else { person(found) };
                if !found.is_empty() {
                    return found;
                }
            }
        }
        // "During his meeting with X, both leaders": his is one of them.
        let one = self.np(k).is_some_and(|n| matches!(self.r.word(n.start).as_deref(), Some("his" | "her")));
        let both = |s: usize| one && self.np(s).is_some_and(|n| n.kind == NpKind::Pair);
        if let Some(s) = self.main_subject_after(k).filter(|s| !both(*s)) {
            let found = person(self.resolve_np(s));
            if !found.is_empty() {
                return found;
            }
        }
        for j in (0..k).rev() {
            let mut found = person(self.resolve_np(j));
            // "X's visit to Peru for his summit with Y": X's.
            if let Some(np) = self.np(j).filter(|_| found.is_empty()) {
                let owners = np.event.iter().flat_map(|e| &e.possessor).filter(|a| a.kind == ActorKind::Person);
                found = owners.filter_map(|a| self.d.resolve(self.r, a, np)).collect();
            }
            if !found.is_empty() {
                return found;
            }
        }
        self.d.last_person().cloned().into_iter().collect()
    }
}
