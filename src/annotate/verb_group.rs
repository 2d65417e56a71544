//! Verb groups: auxiliaries, negation, modality and the verb that they carry.

use super::reader::Reader;
use crate::lexicon::{Closed, Form, Governs};
use crate::text::Kind;

/// How a verb group stands in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    Present,
    Progressive,
    Past,
    Perfect,
    Future,
    /// may, could, would ...
    Possible,
    Infinitive,
    Ing,
    /// A participle without auxiliary: "signed in 1961".
    Participle,
}

/// A verb group.
#[derive(Clone, Debug)]
pub struct Vg {
    pub start: usize,
    pub end: usize,
    /// The main verb's candidates in the lexicon; empty for a bare copula.
    pub verbs: Vec<u16>,
    pub tense: Tense,
    pub passive: bool,
    pub negated: bool,
    pub governs: Governs,
    pub copula: bool,
    /// "is to meet": the plan is in the verb group itself.
    pub due: bool,
}

impl Vg {
    /// Has it a subject of its own?
    pub fn finite(&self) -> bool {
        !matches!(self.tense, Tense::Infinitive | Tense::Ing | Tense::Participle)
    }

    /// A verb that the lexicon does not know.
    pub(super) fn unknown(start: usize, end: usize, tense: Tense, negated: bool) -> Vg {
        let governs = Governs::Other;
        Vg { start, end, verbs: Vec::new(), tense, passive: false, negated, governs, copula: false, due: false }
    }
}

impl Reader<'_> {
    /// Reads a verb group at token `i`.
    pub(super) fn verb_group(&self, i: usize) -> Option<Vg> {
        let lx = self.lx;
        // "hosted X to lunch"
        if self.lower_is(i, "to") && (self.lower_is(i + 1, "lunch") || self.lower_is(i + 1, "breakfast")) {
            return None;
        }
        let mut k = i;
        let (mut be, mut have, mut to, mut future, mut possible, mut negated, mut aux) = (false, false, false, false, false, false, false);
        let (mut past_aux, mut being) = (false, false);
        // The last auxiliary is a form of "be".
        let mut be_last = false;
        let mut due = false;
        loop {
            // "will on Friday meet", "was, on Friday, received"
            if let Some(day) = aux.then(|| self.behind_day(k)).flatten() {
                let bare = (future || possible) && !be && !have;
                if if bare { self.verb_follows(day) } else { self.participle_follows(day) } {
                    k = day;
                }
            }
            // 'will "soon" visit'
            let quote = |n: usize| self.kind(n) == Some(Kind::Quote);
            if aux && quote(k) && quote(k + 2) && (self.is(k + 1, Closed::Adverb) || self.adverb(k + 1)) && self.verb_follows(k + 3) {
                k += 3;
            }
            if k >= self.end || self.tokens[k].kind != Kind::Word {
                break;
            }
            let s = self.tokens[k].sym;
            let w = lx.text(s);
            if lx.is(s, Closed::Negation) {
                negated = true;
            } else if aux && w == "no" && self.lower_is(k + 1, "longer") {
                // "will no longer visit"
                negated = true;
                k += 1;
            } else if lx.is(s, Closed::Be) && !(w == "being" && !aux) && w != "s" {
                be = true;
                be_last = true;
                past_aux |= matches!(w, "was" | "were" | "wasnt" | "werent");
                negated |= w.ends_with("nt");
                aux = true;
            } else if w == "being" && !aux && k > self.begin && self.participle_follows(k + 1) {
                // "exercises being staged by X": no more than "staged by X".
                (being, aux) = (true, true);
            } else if lx.is(s, Closed::Have) && self.participle_follows(k + 1) {
                have = true;
                past_aux |= w == "had";
                negated |= w.ends_with("nt");
                aux = true;
            } else if lx.is(s, Closed::Do) && self.verb_follows(k + 1) && w != "done" {
                past_aux |= w == "did" || w == "didnt";
                negated |= w.ends_with("nt");
                aux = true;
            } else if lx.is(s, Closed::Future) {
                future = true;
                negated |= w == "wont";
                aux = true;
            } else if lx.is(s, Closed::Possible) && !(self.tokens[k].cap && k > self.begin) {
                possible = true;
                negated |= w.ends_with("nt") || w == "cannot";
                aux = true;
            } else if be_last
                && matches!(w, "due" | "about" | "poised" | "bound" | "going")
                && self.tokens.get(k + 1).is_some_and(|t| lx.text(t.sym) == "to")
                && self.verb_follows(k + 2)
            {
                // "is due to hold", "is going to hold": no more than "is to hold".
            } else if w == "to" && self.verb_follows(k + 1) {
                if be {
                    due = true;
                }
                to = true;
                be_last = false;
                aux = true;
            } else if aux && w == "so" && self.lower_is(k + 1, "far") && self.participle_follows(k + 2) {
                k += 1;
            } else if (w == "earlier" && aux
                || w == "since" && have && self.participle_follows(k + 1)
                || w == "further" && (to || future || possible) && self.verb_follows(k + 1))
                || lx.is(s, Closed::Adverb)
                || (w.is_empty() && self.adverb(k))
                || (s == 0 && self.adverb(k))
            {
                if !aux {
                    break;
                }
            } else {
                break;
            }
            k += 1;
        }
        let (at, k) = (k, self.behind_prefix(k));
        let prefixed = k > at;
        let main = if k < self.end && self.tokens[k].kind == Kind::Word { lx.forms(self.tokens[k].sym) } else { &[] };
        let wanted = |f: Form| {
            if have && (!to || due) || be_last {
                matches!(f, Form::Past | Form::Participle | Form::Ing)
            } else if to || future || possible {
                f == Form::Base
            } else {
                true
            }
        };
        let mut verbs: Vec<u16> = Vec::new();
        let mut form = None;
        let mut end = k + 1;
        for &(v, f) in main {
            if aux && !wanted(f) {
                continue;
            }
            let particle = lx.verbs[v as usize].particle;
            if particle != 0 {
                // "wrap up", "call the visit off".
                if k + 1 < self.end && self.tokens[k + 1].sym == particle {
                    verbs.insert(0, v);
                    form = Some(f);
                    end = k + 2;
                }
            } else {
                verbs.push(v);
                form.get_or_insert(f);
            }
        }
        // A particle's verb is another verb: "call on" is not "call".
        if verbs.first().is_some_and(|v| lx.verbs[*v as usize].particle != 0) {
            verbs.retain(|v| lx.verbs[*v as usize].particle != 0);
        }
        if verbs.is_empty() && be {
            let governs = Governs::Other;
            let tense = if future || due {
                Tense::Future
            } else if possible {
                Tense::Possible
            } else if past_aux {
                Tense::Past
            } else {
                Tense::Present
            };
            // "is here": where, and no part of the verb.
            let end = if k > i + 1 && self.lower_is(k - 1, "here") { k - 1 } else { k };
            return Some(Vg { start: i, end, verbs, tense, passive: false, negated, governs, copula: true, due });
        }
        // "should attach", "may also touch": behind a modal stands a verb, known or not.
        // "touch on": of another verb than "touch down".
        let other = |t: &crate::text::Token| lx.forms(t.sym).iter().any(|(v, f)| *f == Form::Base && lx.verbs[*v as usize].particle != 0);
        let unknown =
            |t: &crate::text::Token| t.kind == Kind::Word && !t.cap && (lx.common_noun(t.sym) && lx.forms(t.sym).is_empty() || other(t));
        if form.is_none() && (future || possible) && !be && !have && k < self.end && unknown(&self.tokens[k]) {
            let tense = if future { Tense::Future } else { Tense::Possible };
            return Some(Vg { due, ..Vg::unknown(i, k + 1, tense, negated) });
        }
        // "set off" alone is a past: written like the bare form, it agrees with anybody.
        let past = |f: &(u16, Form)| f.1 == Form::Past && verbs.contains(&f.0);
        let form = match form? {
            Form::Base if !aux && main.iter().any(past) => Form::Past,
            form => form,
        };
        // "the co-chair of the commission"
        if prefixed && !aux && !matches!(form, Form::Past | Form::Participle) {
            return None;
        }
        let passive = be_last && matches!(form, Form::Past | Form::Participle);
        let tense = if future || due {
            Tense::Future
        } else if possible {
            Tense::Possible
        } else if to {
            Tense::Infinitive
        } else if have {
            Tense::Perfect
        } else if be && form == Form::Ing {
            if past_aux { Tense::Past } else { Tense::Progressive }
        } else if past_aux {
            Tense::Past
        } else if be || aux {
            Tense::Present
        } else {
            match form {
                Form::Base | Form::S => Tense::Present,
                Form::Past => Tense::Past,
                Form::Ing => Tense::Ing,
                Form::Participle => Tense::Participle,
            }
        };
        let tense = if being { Tense::Past } else { tense };
        // "stopped in Djibouti to meet X": nothing is called off.
        let halts = |v: u16| lx.verbs[v as usize].text == "stop" && matches!(self.word(end).as_deref(), Some("in" | "at" | "by" | "off"));
        let governing = verbs.iter().filter(|v| !halts(**v)).map(|&v| lx.verbs[v as usize].governs);
        let governs = governing.into_iter().find(|g| *g != Governs::Other).unwrap_or(Governs::Other);
        if !aux && negated {
            return None;
        }
        Some(Vg { start: i, end, verbs, tense, passive, negated, governs, copula: false, due })
    }

    /// "co-chair", "re-establish": the verb is behind the hyphen.
    fn behind_prefix(&self, k: usize) -> usize {
        let prefix =
            k + 2 < self.end && self.kind(k + 1) == Some(Kind::Hyphen) && matches!(self.word(k).as_deref(), Some("co" | "re" | "hand"));
        if prefix && !self.lx.forms(self.tokens[k + 2].sym).is_empty() { k + 2 } else { k }
    }

    /// Is there a participle at `k`, adverbs and negation skipped? "will have talks" has none: "have" is the verb itself.
    fn participle_follows(&self, mut k: usize) -> bool {
        let lx = self.lx;
        k = self.behind_prefix(self.behind_day(k).unwrap_or(k));
        while k < self.end && self.tokens[k].kind == Kind::Word {
            let s = self.tokens[k].sym;
            if lx.is(s, Closed::Be)
                || matches!(lx.text(s), "done" | "had")
                || lx.forms(s).iter().any(|f| matches!(f.1, Form::Past | Form::Participle))
            {
                return true;
            }
            if lx.is(s, Closed::To) && self.verb_follows(k + 1) {
                return true;
            }
            // "has so far delivered"
            if lx.text(s) == "so" && self.lower_is(k + 1, "far") {
                k += 2;
                continue;
            }
            if !(lx.is(s, Closed::Adverb) || lx.is(s, Closed::Negation) || matches!(lx.text(s), "earlier" | "since") || self.adverb(k)) {
                return false;
            }
            k += 1;
        }
        false
    }

    /// Is there a verb at `k`, adverbs and negation skipped?
    /// The end of a day between the halves of a verb: "has on Friday signed", "will, today, meet".
    fn behind_day(&self, k: usize) -> Option<usize> {
        let comma = self.kind(k) == Some(Kind::Comma);
        let on = k + usize::from(comma);
        let day = on + usize::from(self.lower_is(on, "on"));
        let said = (on > k || day > on) && day < self.end;
        let (_, end) = said.then(|| self.date(day)).flatten()?;
        if comma {
            return (self.kind(end) == Some(Kind::Comma)).then_some(end + 1);
        }
        Some(end)
    }

    fn verb_follows(&self, mut k: usize) -> bool {
        let lx = self.lx;
        k = self.behind_prefix(k);
        for _ in 0..4 {
            if k >= self.end || self.tokens[k].kind != Kind::Word {
                return false;
            }
            let s = self.tokens[k].sym;
            if self.tokens[k].cap && k > self.begin && !self.headline {
                return false;
            }
            if lx.is(s, Closed::Be) || lx.is(s, Closed::Have) {
                return true;
            }
            // "to further deepen"
            if lx.text(s) == "further" {
                k += 1;
                continue;
            }
            if !lx.forms(s).is_empty() {
                return true;
            }
            if !(lx.is(s, Closed::Adverb) || lx.is(s, Closed::Negation) || self.adverb(k)) {
                return false;
            }
            k += 1;
        }
        false
    }
}
