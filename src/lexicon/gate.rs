//! Which sentences can tell of an exchange at all: a question of single words, asked before anything is read.

use rustc_hash::FxHashSet;

use super::{Closed, Governs, Lexicon, Part, Rule, Slot, THE, kinds, morph};
use crate::model::ExchangeType;

/// What a word does for the gate.
#[derive(Clone, Copy, Debug, Default)]
struct Ticket {
    /// The word is a trigger, and needs no other.
    alone: bool,
    /// With a certain word right behind it, it is one: "set out", "courtesy call".
    opens: bool,
    /// Rules of which it is a trigger, that cannot be met without one of certain words.
    wants: u128,
    /// Rules that want it.
    carries: u128,
    /// The word names a place, or may.
    place: bool,
}

/// So many words behind its verb a preposition may stand, and so many behind that the place.
const REACH: usize = 12;
const PLACE: usize = 8;
/// A place without a preposition is nearer to its verb: "left Amman".
const BESIDE: usize = 4;

/// Tells sentences that can hold a trigger from those that cannot.
#[derive(Default)]
pub struct Gate {
    tickets: Vec<Ticket>,
    pairs: FxHashSet<(u32, u32)>,
    /// Rules of journeys, for which verb, preposition and place must follow one another: "flew from Cairo to Rome".
    roads: u128,
    /// Those whose place needs no preposition.
    direct: u128,
    /// "here", "home", "there"
    here: [u32; 3],
}

/// A pass over the words of a sentence or an article.
#[derive(Clone, Copy, Default)]
pub struct Pass {
    last: u32,
    alone: bool,
    wants: u128,
    carries: u128,
}

impl Gate {
    /// Can a sentence of these words tell of an exchange?
    pub fn admits(&self, words: impl Iterator<Item = u32> + Clone) -> bool {
        let mut pass = Pass::default();
        words.clone().for_each(|s| self.step(&mut pass, s));
        self.opens(&pass, words)
    }

    /// The same, after a pass over them.
    pub fn opens(&self, pass: &Pass, words: impl Iterator<Item = u32>) -> bool {
        let met = pass.wants & pass.carries;
        pass.alone || met & !self.roads != 0 || met != 0 && self.on_the_road(met, words)
    }

    fn on_the_road(&self, rules: u128, words: impl Iterator<Item = u32>) -> bool {
        // Verbs read, up to which word they reach, and up to which a place may follow.
        let (mut gone, mut reach, mut place) = (0, 0, 0);
        for (at, s) in words.enumerate() {
            let t = &self.tickets[s as usize];
            if t.place && at <= place {
                return true;
            }
            if at <= reach && t.carries & gone != 0 {
                if self.here.contains(&s) {
                    return true;
                }
                place = at + PLACE;
            }
            let goes = t.wants & rules;
            if goes != 0 {
                gone = if at <= reach { gone | goes } else { goes };
                reach = at + REACH;
                if goes & self.direct != 0 {
                    place = place.max(at + BESIDE);
                }
            }
        }
        false
    }

    /// Reads the next word, 0 for one that the lexicon does not know and for punctuation that parts phrases.
    #[inline]
    pub fn step(&self, pass: &mut Pass, sym: u32) {
        let t = &self.tickets[sym as usize];
        pass.alone |= t.alone;
        pass.wants |= t.wants;
        pass.carries |= t.carries;
        if pass.last != 0 && self.pairs.contains(&(pass.last, sym)) {
            pass.alone = true;
        }
        pass.last = if t.opens { sym } else { 0 };
    }

    /// From the verbs, nouns and modifiers of a lexicon; `phrases` are its nouns and their plurals, in words.
    pub(super) fn new(lx: &Lexicon, phrases: &[(u16, Vec<u32>)]) -> Gate {
        let mut gate = Gate { tickets: vec![Ticket::default(); lx.texts.len()], ..Gate::default() };
        // One bit for each rule that wants company. Where bits run out, a rule does without.
        let mut bits = vec![0u128; lx.rules.len()];
        let mut free = 0;
        for (s, ticket) in gate.tickets.iter_mut().enumerate() {
            // "the" begins "the Hague": there it is the second word that tells.
            let behind_the = lx.trie.step(lx.trie.start(THE, kinds::NAMES), s as u32, kinds::NAMES) != 0;
            ticket.place = lx.bearers[s] && lx.classes[s] == 0 || behind_the;
        }
        gate.here = ["here", "home", "there"].map(|w| lx.sym(w));
        for (rule, bit) in lx.rules.iter().zip(&mut bits) {
            let road = road(rule);
            let company = company(lx, rule, road);
            if free < u128::BITS && (!company.is_empty() || road.is_some()) {
                *bit = 1 << free;
                free += 1;
                match road {
                    Some(Road::Direct) => {
                        gate.roads |= *bit;
                        gate.direct |= *bit;
                    }
                    Some(Road::Led) => gate.roads |= *bit,
                    None => {}
                }
                for s in company {
                    gate.tickets[s as usize].carries |= *bit;
                }
            }
        }
        // `None` where one of the rules wants nobody.
        let wanted = |rules: &[u16]| rules.iter().try_fold(0, |all, r| Some(all | Some(bits[*r as usize]).filter(|b| *b != 0)?));
        // The list of envoys is read only behind a ceremony, which the extractor knows.
        let copulas: Vec<u16> = lx.copula_rules.iter().copied().filter(|r| !lx.rules[*r as usize].ceremony).collect();
        // "is due in Lima"
        let due = lx.sym("due");
        if due != 0 {
            gate.tickets[due as usize].opens = true;
            // "is due on Sunday": where the others were.
            for behind in ["in", "on", "next", "later", "this"].map(|w| lx.sym(w)).into_iter().filter(|w| *w != 0) {
                gate.pairs.insert((due, behind));
            }
        }
        for s in 0..lx.texts.len() {
            gate.tickets[s].alone |= lx.modifiers.contains_key(&(s as u32));
            if lx.is(s as u32, Closed::Be) {
                // "will be in India from May 3": the day does for the words that the rule needs.
                // So it does of what is or was: "was in India on Friday".
                if matches!(lx.text(s as u32), "be" | "is" | "are" | "was" | "were" | "been") {
                    gate.tickets[s].opens = true;
                    gate.pairs.insert((s as u32, lx.sym("in")));
                }
                match wanted(&copulas) {
                    Some(wants) => gate.tickets[s].wants |= wants,
                    None => gate.tickets[s].alone = true,
                }
            }
            for (v, _) in &lx.verb_forms[s] {
                let verb = &lx.verbs[*v as usize];
                if verb.rules.is_empty() {
                    continue;
                }
                if verb.particle != 0 {
                    gate.tickets[s].opens = true;
                    gate.pairs.insert((s as u32, verb.particle));
                    continue;
                }
                match wanted(&verb.rules) {
                    Some(wants) => gate.tickets[s].wants |= wants,
                    None => gate.tickets[s].alone = true,
                }
            }
        }
        // The shortest first: "new round of talks" cannot stand where "talks" does not.
        let mut phrases: Vec<_> = phrases.iter().collect();
        phrases.sort_by_key(|p| p.1.len());
        for (noun, phrase) in phrases {
            let wants = wanted(&lx.nouns[*noun as usize].rules);
            let known = |s: &u32| {
                let t = &gate.tickets[*s as usize];
                t.alone || wants.is_some_and(|w| t.wants & w == w)
            };
            match phrase[..] {
                _ if phrase.iter().any(known) => {}
                [word] => match wants {
                    Some(w) => gate.tickets[word as usize].wants |= w,
                    None => gate.tickets[word as usize].alone = true,
                },
                [first, second, ..] => {
                    gate.tickets[first as usize].opens = true;
                    gate.pairs.insert((first, second));
                }
                [] => {}
            }
        }
        gate
    }
}

/// How the place stands to the verb of a journey.
#[derive(Clone, Copy, PartialEq)]
enum Road {
    /// Behind a preposition.
    Led,
    /// Behind one or right behind the verb.
    Direct,
}

/// What can be said in the passive is none: "Quito was visited".
fn road(rule: &Rule) -> Option<Road> {
    let other = !rule.needs_word.is_empty() || !rule.both.is_empty();
    if rule.part != Part::Verb || !rule.place_target || rule.target.is_empty() || other {
        return None;
    }
    rule.target.iter().try_fold(Road::Led, |road, slot| match slot {
        Slot::Preposition(_) | Slot::Here => Some(road),
        Slot::Object if rule.phase.is_some() => Some(Road::Direct),
        _ => None,
    })
}

/// The words of which one must stand in the sentence for the rule to be met; none where it has no such need.
fn company(lx: &Lexicon, rule: &Rule, road: Option<Road>) -> Vec<u32> {
    let known = |w: &str| Some(lx.sym(w)).filter(|s| *s != 0);
    let mut out = Vec::new();
    if rule.part == Part::Noun && rule.must_light {
        for s in 0..lx.texts.len() {
            let carries = |v: u16| {
                let verb = &lx.verbs[v as usize];
                // What is denied or called off needs no verb of its own.
                rule.light.contains(&verb.text)
                    || rule.kind == ExchangeType::Transfer && matches!(verb.governs, Governs::Cancel | Governs::Deny)
            };
            if lx.is(s as u32, Closed::LightNoun) || lx.verb_forms[s].iter().any(|(v, _)| carries(*v)) {
                out.push(s as u32);
            }
        }
    } else if rule.part == Part::Noun && rule.given && !rule.behind.is_empty() {
        out.extend(["with", "between"].into_iter().filter_map(known));
    } else if rule.part == Part::Verb && !rule.needs_word.is_empty() {
        for phrase in &rule.needs_word {
            // Its longest word: "by video link" needs "video". A plural holds its singular.
            let word = phrase.split(' ').max_by_key(|w| w.len()).expect("a phrase has a word");
            out.extend([word, &morph::plural(word)].into_iter().filter_map(known));
        }
    } else if rule.part == Part::Verb && rule.both.is_empty() {
        for slot in &rule.target {
            match slot {
                Slot::Preposition(p) => out.extend(p.split(' ').next().and_then(known)),
                Slot::Here => out.extend(["here", "home", "there"].into_iter().filter_map(known)),
                // Any name will do.
                Slot::Object if road == Some(Road::Direct) => out.extend((0..lx.texts.len()).filter(|s| lx.bearers[*s]).map(|s| s as u32)),
                _ => return Vec::new(),
            }
        }
    }
    out
}
