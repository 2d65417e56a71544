//! What a verb tells.
//!
//! A verb is read in steps: what stands around it ([`Deed`]), whether it tells of an exchange at all (`sense`), who does it,
//! and then either where they went (`journey`) or with whom they had to do (`sides`).

mod journey;
mod sense;
mod sides;

use super::*;
use crate::annotate::dates::{DateExpr, Direction};
use crate::annotate::{ActorKind, Chunk, Np, NpKind, Tense, Vg};
use crate::extract::build::Told;
use crate::extract::discourse::Parties;
use crate::extract::trace::Why;
use crate::lexicon::{Closed, Phase, Rule, Slot};
use crate::model::{ExchangeType, Mention, Status};

/// A verb that may tell of an exchange, and what stands around it.
struct Deed<'s> {
    /// Its chunk.
    k: usize,
    v: &'s Vg,
    rule: &'s Rule,
    /// Its subject is who it is done to.
    passive: bool,
    /// Who does it, and to whom: chunks.
    subject: Option<usize>,
    object: Option<usize>,
    /// The phrase right behind it, and the subject of its grammar.
    obj_here: Option<usize>,
    grammatical: Option<usize>,
    phrases: Phrases,
    mode: Mode,
    date: Option<DateExpr>,
    /// "The last minister to visit Peru was X": the verb that says who.
    copula: Option<usize>,
}

impl Clause<'_, '_> {
    /// Reads the verb at chunk `k` by a rule.
    pub(super) fn verb(&self, k: usize, v: &Vg, rule: &Rule, sides: &mut Option<Parties>, out: &mut Vec<Mention>) -> Why {
        if rule.never {
            return Err("this sense of the word is never an exchange");
        }
        if rule.ceremony {
            return self.roll(k, v, rule, sides, out);
        }
        // "said this when visiting Minister X called on her": who visits is the subject of what follows.
        let guest = v.tense == Tense::Ing && self.verb_is(v, &["visit"]) && v.end == v.start + 1;
        if guest && self.np(k + 1).is_some_and(|n| n.actors.iter().any(|a| a.office.is_some())) && self.vg(k + 2).is_some_and(Self::finite)
        {
            return Err("the guest is the subject of another verb");
        }
        let mut deed = self.deed(k, v, rule);
        self.with_its_words(&deed)?;
        self.in_its_sense(&deed)?;
        self.told_here(&deed)?;
        self.phrases_of(&mut deed);
        // "met X several times, most recently in Lima in March": the last of them is told.
        if let Some(last) = self.most_recently(k) {
            deed.phrases.preps.extend(last.preps);
            deed.phrases.dates = last.dates;
        }
        deed.mode = self.mode(k);
        // "The last minister to visit Peru was X in 2001"
        deed.copula = if v.tense == Tense::Infinitive { self.last_who_did(k) } else { None };
        deed.date = self.date_of(k, &deed.phrases).or_else(|| deed.copula.and_then(|m| self.date_of(m, &self.phrases(m + 2))));
        let deed = &deed;
        let (source_np, mut sources) = self.doers(deed)?;
        self.companions(deed, &mut sources);
        if rule.place_target {
            return self.goes(deed, source_np, sources, sides, out);
        }
        if rule.needs_sector.is_some() {
            return self.speaks_to(deed, sources, sides, out);
        }
        self.deals_with(deed, source_np, sources, sides, out)
    }

    /// What stands around the verb.
    fn deed<'s>(&'s self, k: usize, v: &'s Vg, rule: &'s Rule) -> Deed<'s> {
        let phrases = self.phrases(k + 1);
        // "met and exchanged views on trade with X": with whom, the second verb says.
        let second = Some(k + 2).filter(|g| {
            rule.kind == ExchangeType::Meeting
                && matches!(self.c.get(k + 1).map(|s| &s.chunk), Some(Chunk::And))
                && self.vg(*g).is_some_and(|x| x.tense == v.tense && self.verb_is(x, &["exchange", "discuss", "share", "review"]))
        });
        let phrases = second.and_then(|g| self.object(g)).map_or(phrases, |o| self.phrases(o + 1));
        // "X, whom he met on Tuesday": X.
        let times = |o: &usize| self.np(*o).is_some_and(|n| n.kind == NpKind::Other && self.r.word(n.end - 1).as_deref() == Some("times"));
        let obj_here = self.object(k).filter(|o| !times(o)).or_else(|| self.whom(k, None));
        // "was given a warm welcome by X": by whom, behind what was given.
        let given = obj_here.filter(|o| v.passive && *o == k + 1 && self.verb_is(v, &["give", "accord", "offer", "grant"]));
        let phrases = given.map_or(phrases, |o| self.phrases(o + 1));
        let by = self.slot_prep(&phrases, "by");
        // "arrived by the border town": only what takes an object is turned round.
        let transitive = rule.phase != Some(Phase::Arrive) && rule.source.iter().chain(&rule.target).any(|s| *s == Slot::Object);
        let passive = v.passive
            || (transitive && by.is_some() && obj_here.is_none() && matches!(v.tense, Tense::Past | Tense::Participle))
            || (v.tense == Tense::Participle);
        let grammatical = self.first_to(k).or_else(|| self.subject(k, 0));
        let (subject, object, phrases) = if passive {
            (by, grammatical, phrases)
        } else {
            // "visited jailed Myanmar | leader X last week": a phrase that was read in two.
            let split = |o: usize| if self.beside_a_movement(o).is_some() { 2 } else { usize::from(self.np(o + 1).is_some()) };
            let after = obj_here.map_or(phrases, |o| self.phrases(o + 1 + split(o)));
            (grammatical, obj_here, after)
        };
        let mode = Mode { status: Status::Occurred, direction: Direction::Past, news: false };
        Deed { k, v, rule, passive, subject, object, obj_here, grammatical, phrases, mode, date: None, copula: None }
    }

    fn told_by<'s>(&self, deed: &'s Deed, mode: Mode) -> Told<'s> {
        let &Deed { k, v, date, ref phrases, .. } = deed;
        Told { mode, date, trigger: (self.c[k].start, self.c[k].end), phrases, at: k, verb: Some(v) }
    }

    /// The phrase that stands where one of the slots is.
    fn stands_at(&self, deed: &Deed, slots: &[Slot]) -> Option<usize> {
        let &Deed { rule, subject, object, .. } = deed;
        let phrases = &deed.phrases;
        slots.iter().find_map(|s| match s {
            Slot::Subject => subject,
            Slot::Object => object.filter(|o| Some(*o) != subject),
            // "discuss a ceasefire with Y": with whom the ceasefire would be, not who is at the table.
            Slot::Preposition(w) => self
                .slot_prep(phrases, w)
                .filter(|j| {
                    // "spoke in a meeting with Y": the meeting tells it.
                    let kind = if rule.unplaced.is_some() { ExchangeType::Meeting } else { ExchangeType::Agreement };
                    let hangs = |n: &Np| n.event.as_ref().is_some_and(|e| self.noun_of(e, kind));
                    !(w == "with" && *j >= 2 && self.np(j - 2).is_some_and(hangs))
                })
                // "X, with whom he met": X.
                .or_else(|| if w == "with" { self.whom(deed.k, Some("with")) } else { None })
                // "was named Peru's ambassador to Chile": as such, and where to.
                .or_else(|| {
                    let office = |n: &Np| n.actors.iter().any(|a| a.office.is_some());
                    let named = rule.kind == ExchangeType::Accreditation && deed.v.passive && self.np(deed.k + 1).is_some_and(office);
                    let behind = if w == "as" { Some(deed.k + 1) } else { self.slot_prep(&self.phrases(deed.k + 2), w) };
                    behind.filter(|_| named)
                }),
            _ => None,
        })
    }

    /// The phrases that belong to the verb, and not to what it speaks of.
    fn phrases_of(&self, deed: &mut Deed) {
        let &mut Deed { k, v, rule, passive, .. } = deed;
        // "discuss a ceasefire with X": the ceasefire's.
        let ties = |n: &Np| matches!(self.r.word(n.end - 1).as_deref(), Some("relations" | "ties" | "relationship"));
        let mut phrases = std::mem::take(&mut deed.phrases);
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
                    && self.np(*j - 2).is_some_and(|n| {
                        matches!(n.kind, NpKind::Other | NpKind::Place) && self.r.is(n.end - 1, Closed::RelationalNoun) && !ties(n)
                    }))
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
        deed.phrases = phrases;
    }
}
