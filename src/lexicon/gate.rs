//! Which sentences can tell of an exchange at all: a question of single words, asked before anything is read.

use rustc_hash::FxHashSet;

use super::{Closed, Governs, Lexicon, Part, Rule, Slot, morph};
use crate::model::ExchangeType;

/// What a word does for the gate.
#[derive(Clone, Copy, Debug, Default)]
struct Ticket {
    /// The word is a trigger, and needs no other.
    alone: bool,
    /// With a certain word right behind it, it is one: "set out", "courtesy call".
    opens: bool,
    /// Rules of which it is a trigger, that cannot be met without one of certain words.
    wants: u64,
    /// Rules that want it.
    carries: u64,
}

/// Tells sentences that can hold a trigger from those that cannot.
#[derive(Default)]
pub struct Gate {
    tickets: Vec<Ticket>,
    pairs: FxHashSet<(u32, u32)>,
}

/// A pass over the words of a sentence or an article.
#[derive(Clone, Copy, Default)]
pub struct Pass {
    last: u32,
    alone: bool,
    wants: u64,
    carries: u64,
}

impl Pass {
    /// Can what was read tell of an exchange?
    pub fn open(&self) -> bool {
        self.alone || self.wants & self.carries != 0
    }
}

impl Gate {
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
        let mut gate = Gate { tickets: vec![Ticket::default(); lx.texts.len()], pairs: FxHashSet::default() };
        // One bit for each rule that wants company. Where bits run out, a rule does without.
        let mut bits = vec![0u64; lx.rules.len()];
        let mut free = 0;
        for (rule, bit) in lx.rules.iter().zip(&mut bits) {
            let company = company(lx, rule);
            if free < u64::BITS && !company.is_empty() {
                *bit = 1 << free;
                free += 1;
                for s in company {
                    gate.tickets[s as usize].carries |= *bit;
                }
            }
        }
        // `None` where one of the rules wants nobody.
        let wanted = |rules: &[u16]| rules.iter().try_fold(0, |all, r| Some(all | Some(bits[*r as usize]).filter(|b| *b != 0)?));
        for s in 0..lx.texts.len() {
            gate.tickets[s].alone |= lx.modifiers.contains_key(&(s as u32));
            if lx.is(s as u32, Closed::Be) {
                match wanted(&lx.copula_rules) {
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

/// The words of which one must stand in the sentence for the rule to be met; none where it has no such need.
fn company(lx: &Lexicon, rule: &Rule) -> Vec<u32> {
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
                _ => return Vec::new(),
            }
        }
    }
    out
}
