//! Lists of those who came, wrote or presented their credentials: a sentence that only names them.

use super::*;
use crate::annotate::dates::{DateExpr, Direction};
use crate::annotate::{ActorKind, Chunk, Np, NpKind, PlaceRef, Tense, Vg};
use crate::extract::build::{Sides, Told, emit};
use crate::extract::discourse::{Parties, Resolved, Roll};
use crate::extract::trace::Why;
use crate::lexicon::{Entry, Rule, kinds};
use crate::model::{ExchangeType, Level, Mention, Status};

impl Clause<'_, '_> {
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
        // "Also presenting credentials were X and Y"
        let presents = (0..k).take(2).any(|j| {
            self.vg(j).is_some_and(|v| v.tense == Tense::Ing && self.verb_is(v, &["present", "hand", "submit"]))
                && self.np(j + 1).is_some_and(|n| self.r.word(n.end - 1).as_deref() == Some("credentials"))
        });
        let listed = presents || subject.and_then(|s| self.np(s)).is_some_and(envoys);
        if told_by_noun || !listed {
            return Err("not the list of the envoys");
        }
        let sources: Vec<Resolved> = self.envoys(k + 1).into_iter().filter(|r| r.country != court).collect();
        if sources.is_empty() {
            return Err("no envoy is named");
        }
        let phrases = Phrases { end: k + 1, ..Phrases::default() };
        let mode = Mode { status: Status::Occurred, direction: Direction::Past, news: true };
        let date = date.or_else(|| self.day_of_the_ceremony(k));
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
        // "They came from X and Y", "They were sent by X"
        let sent = |k: usize| {
            let came = |v: &Vg| match self.prep(k + 1) {
                Some("from") => self.verb_is(v, &["come"]) || v.passive && self.verb_is(v, &["send"]),
                Some("by") => v.passive && self.verb_is(v, &["send", "present", "lay", "forward"]),
                _ => false,
            };
            they && self.vg(k).is_some_and(|v| came(v) && !v.negated)
        };
        let tells = |k: &usize| self.vg(*k).is_some_and(lists) || sent(*k);
        let Some(k) = (0..self.c.len().min(6)).find(finite).filter(tells) else { return };
        let Some((roll, date)) = self.d.roll_before(self.r).filter(|(roll, _)| !replies || *roll == Roll::Letters) else { return };
        let guests = matches!(roll, Roll::Guests | Roll::Artists | Roll::Leavers);
        // "The guests came from Peru": where they are from.
        if guests && sent(k) {
            return;
        }
        let id = match roll {
            Roll::Leavers => "leave-place",
            _ if guests => "arrive",
            _ => "message-noun",
        };
        let Some(rule) = self.r.lx.rules.iter().find(|r| r.id == id) else { return };
        let someone = |a: &&crate::annotate::Actor| {
            let named = match (roll, a.kind) {
                (Roll::Artists, _) => true,
                (Roll::Guests, ActorKind::Person) => a.name.is_some() && a.office.is_some(),
                (Roll::Leavers, ActorKind::Person) => a.office.is_some_and(|o| !a.former && !self.of_a_society(o.0)),
                (Roll::Guests | Roll::Leavers, kind) => a.name.is_some() || arrivals && kind == ActorKind::Unofficial,
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
                let states = matches!(roll, Roll::Guests | Roll::Leavers) && self.r.word(n.start).as_deref() == Some("delegations");
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
                let writes = move |a: &crate::annotate::Actor| {
                    let group = a.kind == ActorKind::Group && a.level == Some(Level::Working) && a.country.is_some_and(|c| c != home);
                    matches!(roll, Roll::Letters | Roll::Callers) && group && self.of_the_state(a, n)
                };
                n.actors.iter().filter(move |a| someone(a) || sent(a) || writes(a)).filter_map(guest)
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
        let status = if guests && roll != Roll::Leavers { Status::Ongoing } else { Status::Occurred };
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

    /// "the Foreign Ministry of Peru", "diplomatic envoys of Chile and Cuba": is it the state's, and no society of people?
    fn of_the_state(&self, a: &crate::annotate::Actor, n: &Np) -> bool {
        let state = ["ministry", "ministries", "government", "parliament", "assembly", "senate", "embassy", "mission", "envoys"];
        let people = ["association", "group", "committee", "society", "union", "institute", "federation", "study", "club", "movement"];
        let noun = |t: usize| {
            let word = self.r.word(t)?;
            let named = |list: &[&str]| list.contains(&&*word);
            if named(&state) { Some(true) } else { named(&people).then_some(false) }
        };
        let ends = |t: &usize| self.r.kind(*t) == Some(crate::text::Kind::Comma) || self.r.word(*t).as_deref() == Some("and");
        (n.start..n.end).filter(|t| self.r.country_form(*t).is_some_and(|f| Some(f.0) == a.country)).any(|t| {
            let of = self.r.word(t.saturating_sub(1)).is_some_and(|w| matches!(&*w, "of" | "the" | "and")) || ends(&(t - 1));
            let behind = (t + 1..n.end).take_while(|t| !ends(t)).find_map(noun);
            behind.or_else(|| (n.start..t).rev().find_map(noun).filter(|_| of)) == Some(true)
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

    /// "spoke to X on Monday and Y on Tuesday": one meeting or call each, the verb or noun is said once.
    pub(super) fn each_in_turn(
        &self,
        rule: &Rule,
        (sources, targets): (Vec<Resolved>, Vec<Resolved>),
        phrases: &Phrases,
        told: Told<'_>,
        sides: &mut Option<Parties>,
        out: &mut Vec<Mention>,
    ) -> Why {
        let met = if rule.kind == ExchangeType::Meeting { self.met_elsewhere(phrases) } else { Vec::new() };
        if !met.is_empty() {
            emit(self, rule, Sides::Two { sources: sources.clone(), targets }, told, sides, out)?;
            for (targets, place) in met {
                let phrases = Phrases { preps: vec![place], ..Phrases::default() };
                emit(self, rule, Sides::Two { sources: sources.clone(), targets }, Told { phrases: &phrases, ..told }, sides, out)?;
            }
            return Ok(());
        }
        // "sent congratulations to X and to Y"
        let persons = |v: &[Resolved]| v.iter().all(|r| r.kind == ActorKind::Person);
        let next = self.next_other(phrases).filter(|(others, _)| match rule.kind {
            ExchangeType::Meeting | ExchangeType::Call => true,
            kind => kind == ExchangeType::Message && persons(others),
        });
        let Some((others, day)) = next else { return emit(self, rule, Sides::Two { sources, targets }, told, sides, out) };
        let told_next = Told { date: day.or(told.date), ..told };
        emit(self, rule, Sides::Two { sources: sources.clone(), targets }, told, sides, out)?;
        emit(self, rule, Sides::Two { sources, targets: others }, told_next, sides, out)
    }

    /// "met X in Lima, Y in Quito and Z in La Paz": those whom somebody met elsewhere, each with the place.
    fn met_elsewhere(&self, phrases: &Phrases) -> Vec<(Vec<Resolved>, (u32, usize))> {
        let mut met = Vec::new();
        let Some(&(link, at)) = phrases.preps.last().filter(|(s, j)| self.r.lx.text(*s) == "in" && !self.destinations(*j).is_empty())
        else {
            return met;
        };
        let joins = |j: usize| matches!(self.c.get(j).map(|s| &s.chunk), Some(Chunk::And | Chunk::Comma));
        let mut last = at;
        while joins(last + 1) {
            let who = last + 2 + usize::from(joins(last + 2));
            let person = |n: &Np| n.kind == NpKind::Actor && n.actors.iter().all(|a| a.kind == ActorKind::Person && a.name.is_some());
            let place = self.prep(who + 1) == Some("in") && !self.destinations(who + 2).is_empty();
            if !self.np(who).is_some_and(person) || !place {
                break;
            }
            met.push((self.resolve_np(who), (link, who + 2)));
            last = who + 2;
        }
        met.retain(|m| !m.0.is_empty());
        met
    }

    /// "and Y on Tuesday", "and later with Y": the next whom somebody met or called and its day, behind the phrases of the first.
    fn next_other(&self, phrases: &Phrases) -> Option<(Vec<Resolved>, Option<DateExpr>)> {
        let with = |j: usize| matches!(self.prep(j), Some("with" | "to"));
        let later = |j: usize| {
            // "as well as with Y"
            if self.prep(j) == Some("as well as") && with(j + 1) {
                return Some(j + 2);
            }
            // "met X and, separately, Y"
            let comma = |x: usize| matches!(self.c.get(x).map(|s| &s.chunk), Some(Chunk::Comma));
            let apart = matches!(self.c.get(j + 2).map(|s| &s.chunk), Some(Chunk::Adverb(_))) && comma(j + 1) && comma(j + 3);
            if matches!(self.c.get(j)?.chunk, Chunk::And) && apart && self.np(j + 4).is_some_and(|n| n.kind == NpKind::Actor) {
                return Some(j + 4);
            }
            // "had a bilateral with X and one with Y"
            let one = |n: &Np| matches!(self.r.word(n.end - 1).as_deref(), Some("one" | "another")) && n.end == n.start + 1;
            if matches!(self.c.get(j)?.chunk, Chunk::And) && self.np(j + 1).is_some_and(one) && self.prep(j + 2) == Some("with") {
                return Some(j + 3);
            }
            // "met with X on Monday morning, and with Y"
            if j > phrases.end && matches!(self.c.get(j)?.chunk, Chunk::And) && self.prep(j + 1) == Some("with") {
                return Some(j + 2);
            }
            let then = matches!(self.r.word(self.c.get(j + 1)?.start).as_deref(), Some("later" | "then" | "afterwards"));
            (then && matches!(self.c[j].chunk, Chunk::And) && with(j + 2)).then_some(j + 3)
        };
        let comma = usize::from(matches!(self.c.get(phrases.end).map(|s| &s.chunk), Some(Chunk::Comma)));
        // "met X, their first meeting since the war, as well as with Y": an aside stands between.
        let shut = (phrases.end + 1..(phrases.end + 7).min(self.c.len())).find(|j| matches!(self.c[*j].chunk, Chunk::Comma));
        let aside = |j: &usize| {
            comma == 1 && (phrases.end + 1..*j).all(|x| matches!(self.c[x].chunk, Chunk::Np(_) | Chunk::Prep(_) | Chunk::Adverb(_)))
        };
        let beyond = || shut.filter(aside).and_then(|j| later(j + 1));
        // "met with X and with Y"
        let too = |j: usize| self.prep(j) == Some("as well as") || matches!(self.c[j].chunk, Chunk::And);
        let beside = || phrases.preps.iter().map(|p| p.1).skip(1).find(|j| *j >= 2 && too(*j - 2) && with(*j - 1));
        if let Some(at) = later(phrases.end + comma).or_else(beyond).or_else(beside) {
            let others = self.resolve_np(at);
            return (!others.is_empty()).then_some((others, None));
        }
        let first = phrases.dates.first()?.0;
        let and = (first + 1..=phrases.end).find(|&j| matches!(self.c.get(j).map(|s| &s.chunk), Some(Chunk::And)))?;
        let at = and + 1 + usize::from(matches!(self.prep(and + 1), Some("with" | "to")));
        let on = at + 1 + usize::from(self.prep(at + 1) == Some("on"));
        let Chunk::Date(date) = self.c.get(on)?.chunk else { return None };
        let persons = self.np(at).is_some_and(|n| n.kind == NpKind::Actor && n.actors.iter().all(|a| a.kind == ActorKind::Person));
        let behind = self.vg(on + 1).is_none();
        let others = if persons && behind { self.resolve_np(at) } else { Vec::new() };
        (!others.is_empty()).then_some((others, Some(date)))
    }
}
