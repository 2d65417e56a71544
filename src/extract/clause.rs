//! The clause reader: finds the subject, object and phrases around each trigger and hands them to the rules.

use super::build::{Sides, Told, emit};
use super::discourse::{Discourse, Resolved, Via};
use super::trace::Why;
use crate::annotate::dates::{DateExpr, Direction, Shift};
use crate::annotate::{ActorKind, Chunk, Event, Np, NpKind, PlaceRef, Reader, Spanned, Tense, Vg};
use crate::lexicon::{Closed, CountryForm, Form, Governs, Phase, Rule, Slot, kinds};
use crate::model::{DateSource, ExchangeType, Level, Mention, Status};
use crate::text::Kind;

/// A sentence in chunks, with what the article said before it.
pub(super) struct Clause<'c, 'd> {
    pub d: &'c Discourse<'d>,
    pub r: &'c Reader<'c>,
    pub c: &'c [Spanned],
    /// Number of the sentence in the article.
    pub n: usize,
}

/// The phrases that follow a trigger.
#[derive(Default)]
pub(super) struct Phrases {
    /// Preposition and the chunk of its noun phrase.
    pub preps: Vec<(u32, usize)>,
    pub dates: Vec<(usize, DateExpr)>,
    pub here: bool,
    pub home: bool,
    /// First chunk behind them.
    pub end: usize,
}

/// Where a noun stands among its measures and lists.
struct Hung {
    /// First chunk of its phrase.
    before: usize,
    /// First chunk of what it is measured by: "a package of aid".
    measured: usize,
    called_off: bool,
    /// It is the deed of a noun: "the signing of a treaty".
    nominal: bool,
    anniversaries: bool,
}

/// How the clause stands to reality.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mode {
    pub status: Status,
    pub direction: Direction,
    /// Told as today's news: an article's date may stand for its own.
    pub news: bool,
}

/// What one strives for is only proposed.
const STRIVES: [&str; 3] = ["work", "strive", "endeavour"];

/// The Pope leaves from Rome.
pub(super) const HOME_ABROAD: &[(&str, &str)] = &[("VAT", "ITA")];

/// Reads every trigger of a sentence.
pub(super) fn read(d: &mut Discourse<'_>, r: &Reader<'_>, n: usize, chunks: &[Spanned], out: &mut Vec<Mention>) {
    let first = out.len();
    let mut sides = None;
    let mut named = d.named_date;
    {
        let clause = Clause { d, r, c: chunks, n };
        for (k, chunk) in chunks.iter().enumerate() {
            if d.answered() {
                return;
            }
            let before = out.len();
            match &chunk.chunk {
                Chunk::Vg(v) => {
                    for &rule in d.lx.copula_rules.iter().filter(|_| v.copula) {
                        let rule = &d.lx.rules[rule as usize];
                        let why = clause.verb(k, v, rule, &mut sides, out);
                        d.trace(r, rule, (chunk.start, chunk.end), why, out.len());
                    }
                    for &verb in &v.verbs {
                        for &rule in &d.lx.verbs[verb as usize].rules {
                            let rule = &d.lx.rules[rule as usize];
                            let why = clause.verb(k, v, rule, &mut sides, out);
                            d.trace(r, rule, (chunk.start, chunk.end), why, out.len());
                        }
                    }
                }
                Chunk::Np(np) => {
                    if let Some(rule) = np.actors.iter().find_map(|a| a.modifier) {
                        let why = clause.guest(k, np, &mut sides, out);
                        d.trace(r, &d.lx.rules[rule as usize], (chunk.start, chunk.end), why, out.len());
                    }
                    if let Some(e) = &np.event {
                        for &rule in &d.lx.nouns[e.noun as usize].rules {
                            let rule = &d.lx.rules[rule as usize];
                            let told = out.len();
                            let mut why = clause.noun(k, e, rule, &mut sides, out);
                            if clause.hindered_by_others(k, &out[told..]) {
                                out.truncate(told);
                                why = Err("somebody else is against it");
                            }
                            let (before, now) = out.split_at_mut(told);
                            if e.pronoun {
                                now.iter_mut().for_each(|m| the_same_journey(m, before));
                            }
                            if e.pronoun || !e.possessor.is_empty() {
                                now.iter_mut().for_each(|m| the_visit_told_of(m, before));
                            }
                            d.trace(r, rule, (e.start, e.end), why, out.len());
                        }
                    }
                }
                _ => {}
            }
            if let Some(m) = out[before..].last() {
                if m.kind == crate::model::ExchangeType::Visit {
                    d.host.set(d.lx.country(m.target));
                }
                if let Some(w) = m.when.filter(|w| w.source == crate::model::DateSource::Text) {
                    named = Some(w);
                }
            }
        }
    }
    d.named_date = named;
    if out.len() > first && !d.probing {
        if let Some((a, b)) = sides {
            let pair = (first_country(&a), first_country(&b));
            d.told(pair, (a, b));
        }
    }
}

/// "X praised Y on his visit to Peru. His visit": whoever spoke last, the visit to Peru was Y's.
fn the_same_journey(m: &mut Mention, told: &[Mention]) {
    let visit = |o: &&Mention| o.kind == ExchangeType::Visit && o.target == m.target;
    if m.kind != ExchangeType::Visit || told.iter().filter(visit).any(|o| o.source == m.source) {
        return;
    }
    if let Some(o) = told.iter().rev().filter(visit).find(|o| o.source_head.is_some()) {
        m.source = o.source;
        m.source_head.clone_from(&o.source_head);
        m.source_office.clone_from(&o.source_office);
        (m.level, m.sector) = (o.level, o.sector);
    }
}

/// "X went to Peru in August 2013. Accords were signed during X's visit to Peru": then, and not today.
fn the_visit_told_of(m: &mut Mention, told: &[Mention]) {
    let said = |o: &Mention| o.when.is_some_and(|w| w.source == DateSource::Text);
    if m.kind != ExchangeType::Visit || !matches!(m.status, Status::Occurred | Status::Ongoing) || said(m) {
        return;
    }
    let same = |o: &&Mention| o.kind == m.kind && o.source == m.source && o.target == m.target;
    let head = |o: &Mention| o.source_head.is_none() || m.source_head.is_none() || o.source_head == m.source_head;
    if let Some(o) = told.iter().rfind(same).filter(|o| said(o) && head(o) && o.status == Status::Occurred) {
        m.when = o.when;
        m.status = o.status;
    }
}

/// Towns where organisations of states sit: officials whom one meets there are not their country's.
const SEATS: [&str; 9] = ["Geneva", "Vienna", "New York", "Brussels", "Strasbourg", "The Hague", "Luxembourg", "Davos", "Munich"];

fn first_country(v: &[Resolved]) -> u16 {
    v.first().map_or(0, |r| r.country)
}

impl Clause<'_, '_> {
    /// The bytes that tokens cover.
    pub fn bytes(&self, (a, b): (usize, usize)) -> Option<(usize, usize)> {
        (a < b && a >= self.r.begin && b <= self.r.end).then(|| (self.r.tokens[a].start as usize, self.r.tokens[b - 1].end as usize))
    }

    pub fn np(&self, k: usize) -> Option<&Np> {
        match self.c.get(k).map(|s| &s.chunk) {
            Some(Chunk::Np(n)) => Some(n),
            _ => None,
        }
    }

    fn vg(&self, k: usize) -> Option<&Vg> {
        match self.c.get(k).map(|s| &s.chunk) {
            Some(Chunk::Vg(v)) => Some(v),
            _ => None,
        }
    }

    pub fn prep(&self, k: usize) -> Option<&str> {
        match self.c.get(k).map(|s| &s.chunk) {
            Some(Chunk::Prep(p) | Chunk::Sub(p)) => Some(self.r.lx.text(*p)),
            _ => None,
        }
    }

    fn verb_is(&self, v: &Vg, words: &[&str]) -> bool {
        v.verbs.iter().any(|x| words.contains(&self.r.lx.verbs[*x as usize].text.as_str()))
    }

    fn light(&self, v: &Vg, rule: &Rule) -> bool {
        v.verbs.iter().any(|x| {
            let text = &self.r.lx.verbs[*x as usize].text;
            rule.light.iter().any(|l| l == text)
        })
    }

    fn finite(v: &Vg) -> bool {
        !matches!(v.tense, Tense::Infinitive | Tense::Ing | Tense::Participle)
    }

    /// The verb group that governs chunk `k`, to its left in the same clause.
    fn governor(&self, k: usize) -> Option<usize> {
        for j in (0..k).rev() {
            match &self.c[j].chunk {
                Chunk::Vg(_) => return Some(j),
                Chunk::That | Chunk::Break | Chunk::Sub(_) => return None,
                _ => {}
            }
        }
        None
    }

    /// The chunk of the noun phrase that is the subject of the verb group at `k`.
    pub fn subject(&self, k: usize, depth: usize) -> Option<usize> {
        if depth > 6 {
            return None;
        }
        let v = self.vg(k)?;
        match v.tense {
            Tense::Infinitive => {
                // "the move by X to cut ties": X's, not of who condemns it.
                let will = |j: usize| {
                    self.np(j).is_some_and(|n| {
                        n.kind != NpKind::Event
                            && matches!(
                                self.r.word(n.end - 1).as_deref(),
                                Some("move" | "decision" | "intention" | "plan" | "plans" | "bid" | "intent")
                            )
                    })
                };
                if k >= 3 && self.prep(k - 2) == Some("by") && will(k - 3) && self.np(k - 1).is_some() {
                    return Some(k - 1);
                }
                if k >= 1 && will(k - 1) && self.np(k - 1).is_some_and(|n| !n.places.is_empty() || !n.actors.is_empty()) {
                    return Some(k - 1);
                }
                // "pressure on X to agree", "calls on X to stop": X would.
                let on = k >= 3 && matches!(self.prep(k - 2), Some("on" | "upon" | "for")) && self.np(k - 1).is_some();
                let asked = on
                    && self.r.word(self.c[k - 3].end - 1).is_some_and(|w| {
                        matches!(&*w, "pressure" | "call" | "calls" | "called" | "calling" | "demand" | "demands" | "appeal" | "appeals")
                    });
                if asked {
                    return Some(k - 1);
                }
                // "an invitation to X to visit", "sent X an invitation to visit": X would.
                let invitation =
                    |j: usize| self.np(j).is_some_and(|n| matches!(self.r.word(n.end - 1).as_deref(), Some("invitation" | "invitations")));
                if k >= 3 && matches!(self.prep(k - 2), Some("to" | "for")) && self.np(k - 1).is_some() && invitation(k - 3) {
                    return Some(k - 1);
                }
                if k >= 3 && invitation(k - 1) && self.np(k - 2).is_some() && self.vg(k - 3).is_some() {
                    return Some(k - 2);
                }
                // "X and Y to meet in Z": as headlines have it.
                // ", as reported by the paper": what stands behind a comma is beside it.
                let beside = |j: usize| (k + 1..j).any(|x| matches!(self.c[x].chunk, Chunk::Comma | Chunk::Break | Chunk::Sub(_)));
                let alone = || (k + 1..self.c.len()).all(|j| !self.vg(j).is_some_and(Self::finite) || beside(j));
                let does = !matches!(v.governs, Governs::Cancel | Governs::End);
                // "Media: X to visit Y"
                let opens = k == 1 || k >= 2 && matches!(self.c[k - 2].chunk, Chunk::Break) && self.governor(k - 2).is_none();
                // "the highest official to visit X": he who did.
                let most = |n: &Np| {
                    (n.start..n.end)
                        .any(|t| self.r.word(t).is_some_and(|w| matches!(&*w, "first" | "last" | "only" | "highest" | "latest")))
                };
                if opens && does && self.np(k - 1).is_some_and(|n| n.kind == NpKind::Actor && !most(n)) && alone() {
                    return Some(k - 1);
                }
                let g = self.governor(k)?;
                let gv = self.vg(g)?;
                let controls = matches!(gv.governs, Governs::Propose | Governs::Deny)
                    && !self.verb_is(
                        gv,
                        &["propose", "offer", "hope", "want", "seek", "consider", "refuse", "decline", "try", "attempt", "vote", "express"],
                    )
                    || self.verb_is(
                        gv,
                        &["send", "appoint", "lead", "force", "enable", "help", "persuade", "order", "instruct", "dispatch", "let"],
                    );
                // "warns citizens not to travel": those who are told to would go.
                let told = self.verb_is(
                    gv,
                    &[
                        "warn",
                        "tell",
                        "ask",
                        "order",
                        "instruct",
                        "advise",
                        "urge",
                        "allow",
                        "permit",
                        "forbid",
                        "authorize",
                        "call on",
                        "require",
                        "request",
                        "want",
                    ],
                );
                if told && !gv.passive {
                    if let Some(o) = self.object(g).filter(|o| o + 1 == k && self.np(*o).is_some_and(|n| n.kind == NpKind::Other)) {
                        return Some(o);
                    }
                }
                if controls && !gv.passive {
                    if let Some(o) =
                        self.object(g).filter(|o| self.np(*o).is_some_and(|n| n.kind != NpKind::Event && n.kind != NpKind::Other))
                    {
                        return Some(o);
                    }
                }
                self.subject(g, depth + 1)
            }
            Tense::Ing | Tense::Participle => {
                if (0..k).all(|j| matches!(self.c[j].chunk, Chunk::Adverb(_) | Chunk::Comma)) {
                    // "Arriving here on Monday were a delegation of X and ...": the subject stands behind the copula.
                    let be = self.phrases(k + 1).end;
                    if self.vg(be).is_some_and(|v| v.copula) && self.np(be + 1).is_some() {
                        return Some(be + 1);
                    }
                    return self.main_subject_after(k);
                }
                match &self.c[k - 1].chunk {
                    Chunk::Np(_) => Some(k - 1),
                    // "accuses X of sending", "stops tourists from travelling": the object would do it.
                    Chunk::Prep(_)
                        if matches!(self.prep(k - 1), Some("of" | "from"))
                            && k >= 3
                            && self.np(k - 2).is_some()
                            && matches!(&self.c[k - 3].chunk, Chunk::Vg(v) if self.prep(k - 1) == Some("from")
                                || self.verb_is(v, &["accuse", "suspect", "convict", "blame"])) =>
                    {
                        Some(k - 2)
                    }
                    // "sanctions on X for supplying", "criticises X for selling": X did it.
                    Chunk::Prep(_) if self.blamed_for(k) => Some(k - 2),
                    // "met X before flying to Y": the subject of the clause before; "After visiting X, Y said": of the one behind.
                    Chunk::Sub(_) => (0..k - 1)
                        .rev()
                        .take_while(|&g| !matches!(self.c[g].chunk, Chunk::Break))
                        .find(|&g| self.vg(g).is_some_and(Self::finite))
                        .and_then(|g| self.subject(g, depth + 1))
                        .or_else(|| self.main_subject_after(k)),
                    _ => match self.governor(k) {
                        Some(g) => self.subject(g, depth + 1),
                        None => self.left_subject(k, depth).or_else(|| self.main_subject_after(k)),
                    },
                }
            }
            _ => self.left_subject(k, depth),
        }
    }

    /// "After visiting X, Y said": the subject of the main clause that follows.
    fn main_subject_after(&self, k: usize) -> Option<usize> {
        let verbs = (k + 1..self.c.len()).filter(|&j| self.vg(j).is_some_and(Self::finite));
        // "In talks held in Sochi, A and B agreed": the first finite verb that has a subject before it.
        verbs.take(3).find_map(|verb| {
            (k + 1..verb).rev().find(|&j| self.np(j).is_some() && !(j > 0 && matches!(self.c[j - 1].chunk, Chunk::Prep(_))) && j > k + 1)
        })
    }

    fn left_subject(&self, k: usize, depth: usize) -> Option<usize> {
        let mut j = k;
        while j > 0 {
            j -= 1;
            match &self.c[j].chunk {
                Chunk::Adverb(_) | Chunk::Date(_) | Chunk::Quote | Chunk::Other | Chunk::Prep(_) => {}
                Chunk::Close => {
                    while j > 0 && !matches!(self.c[j].chunk, Chunk::Open) {
                        j -= 1;
                    }
                }
                Chunk::Comma => {
                    // "X, on a tour of Asia, arrives": step over what stands between two commas.
                    if let Some(m) = (0..j).rev().find(|&m| matches!(self.c[m].chunk, Chunk::Comma)) {
                        let inside = &self.c[m + 1..j];
                        let aside = inside.first().is_some_and(|s| match &s.chunk {
                            Chunk::Prep(_) | Chunk::Rel | Chunk::Date(_) | Chunk::Sub(_) | Chunk::Adverb(_) => true,
                            // ", sent to discuss the border,": a participle, for it has no object.
                            Chunk::Vg(v) => {
                                !Self::finite(v)
                                    || v.tense == Tense::Past
                                        && v.end == v.start + 1
                                        && inside.get(1).is_some_and(|s| {
                                            matches!(&s.chunk, Chunk::Prep(_))
                                                || matches!(&s.chunk, Chunk::Vg(v) if v.tense == Tense::Infinitive)
                                        })
                                        && !(m >= 2 && matches!(self.c[m - 2].chunk, Chunk::Prep(_)))
                            }
                            Chunk::Np(n) => {
                                n.kind != NpKind::Event && !inside.iter().any(|s| matches!(&s.chunk, Chunk::Vg(v) if Self::finite(v)))
                            }
                            _ => false,
                        });
                        let noun_before = m > 0 && matches!(self.c[m - 1].chunk, Chunk::Np(_));
                        if aside && noun_before && !inside.is_empty() {
                            j = m;
                            continue;
                        }
                    }
                    // "arrives in X, meets Y": the verb before has the same subject.
                    if j + 1 == k {
                        if let Some(g) = (0..j).rev().find(|&g| self.vg(g).is_some_and(Self::finite)) {
                            return self.subject(g, depth + 1);
                        }
                    }
                }
                Chunk::And | Chunk::But => {
                    // "to Biarritz, where the G7 met, and held talks": the aside has its own subject.
                    let mut from = j;
                    if j > 0 && matches!(self.c[j - 1].chunk, Chunk::Comma) {
                        let opens = (1..j - 1).rev().find(|&m| {
                            matches!(self.c[m].chunk, Chunk::Comma)
                                && matches!(&self.c[m + 1].chunk, Chunk::Rel | Chunk::Sub(_))
                                && !matches!(self.prep(m + 1), Some("after" | "before"))
                        });
                        if let Some(m) = opens {
                            from = m;
                        }
                    }
                    let j = from;
                    // "invites X to attend and urges Y": no infinitive goes on like that.
                    let third =
                        self.vg(k).is_some_and(|v| v.tense == Tense::Present && self.r.word(v.end - 1).is_some_and(|w| w.ends_with('s')));
                    let same = |g: &usize| self.vg(*g).is_some_and(|v| !third || v.tense != Tense::Infinitive);
                    return (0..j).rev().find(same).and_then(|g| self.subject(g, depth + 1)).or_else(|| {
                        (0..j).rev().find(|&g| self.np(g).is_some() && !(g > 0 && matches!(self.c[g - 1].chunk, Chunk::Prep(_))))
                    });
                }
                Chunk::Np(np) => {
                    if j > 0 && matches!(self.c[j - 1].chunk, Chunk::Prep(_)) {
                        j -= 1;
                        continue;
                    }
                    // "Thousands of Serbian and Russian soldiers"
                    let quantity = np.kind == NpKind::Other && self.r.is(np.end - 1, Closed::PartNoun);
                    if quantity
                        && matches!(self.prep(j + 1), Some("of" | "from"))
                        && self.np(j + 2).is_some_and(|n| n.kind == NpKind::Actor)
                    {
                        return Some(j + 2);
                    }
                    // "Macron and Commission President von der Leyen met": who stands for no country comes along.
                    if np.kind == NpKind::Other
                        && j >= 2
                        && matches!(self.c[j - 1].chunk, Chunk::And)
                        && self.r.tokens[np.end - 1].cap
                        && !self.r.word(np.end - 1).is_some_and(|w| w.ends_with('s'))
                        && self.np(j - 2).is_some_and(|n| n.kind == NpKind::Actor && n.actors.iter().all(|a| a.kind == ActorKind::Person))
                    {
                        return Some(j - 2);
                    }
                    // "... a flood that kills ..., Wednesday" leaves a stray noun: it is the subject all the same.
                    return Some(j);
                }
                Chunk::Vg(v) => {
                    if Self::finite(v) {
                        return self.subject(j, depth + 1);
                    }
                }
                Chunk::Rel | Chunk::That => {
                    let mut a = j;
                    while a > 0 && matches!(self.c[a - 1].chunk, Chunk::Comma | Chunk::Prep(_)) {
                        a -= 1;
                    }
                    return (a > 0 && matches!(self.c[a - 1].chunk, Chunk::Np(_))).then(|| a - 1);
                }
                Chunk::Sub(_) | Chunk::Break | Chunk::Open => return None,
            }
        }
        None
    }

    /// The chunk of the object right behind the verb group at `k`.
    fn object(&self, k: usize) -> Option<usize> {
        let mut j = k + 1;
        while matches!(self.c.get(j).map(|s| &s.chunk), Some(Chunk::Adverb(_) | Chunk::Quote)) {
            j += 1;
        }
        if self.np(j).is_some() {
            return Some(j);
        }
        // "received at his office on Tuesday the foreign minister of X": a heavy object behind where and when.
        self.vg(k).filter(|v| Self::finite(v) && !v.passive && self.verb_is(v, &["receive", "meet", "host", "welcome", "greet"]))?;
        loop {
            match self.c.get(j).map(|s| &s.chunk)? {
                Chunk::Prep(p) if self.np(j + 1).is_some() && !matches!(self.r.lx.text(*p), "with" | "by") => j += 2,
                Chunk::Prep(_) if matches!(self.c.get(j + 1).map(|s| &s.chunk), Some(Chunk::Date(_))) => j += 2,
                Chunk::Date(_) | Chunk::Adverb(_) => j += 1,
                Chunk::Np(n) if n.kind == NpKind::Actor && n.actors.iter().any(|a| a.office.is_some() || a.person.is_some()) => {
                    return Some(j);
                }
                _ => return None,
            }
        }
    }

    /// Prepositional phrases and dates from chunk `from` to the end of the clause.
    pub fn phrases(&self, from: usize) -> Phrases {
        let mut p = Phrases::default();
        let mut j = from;
        let mut aside = false;
        let mut nested = false;
        // "talks with X after a summit with Y": Y was at the summit.
        let mut another = false;
        while j < self.c.len() {
            match &self.c[j].chunk {
                Chunk::Adverb(s) => {
                    let w = self.r.lx.text(*s);
                    p.here |= w == "here" && !self.quoted(j);
                    p.home |= w == "home";
                }
                Chunk::Date(e) if !nested => p.dates.push((j, *e)),
                Chunk::Prep(s) => {
                    let quoted = usize::from(matches!(self.c.get(j + 1).map(|s| &s.chunk), Some(Chunk::Quote)));
                    // "all aid except military aid to X"
                    if self.r.lx.text(*s) == "with" && self.absolute(j) || matches!(self.r.lx.text(*s), "except" | "excluding") {
                        break;
                    }
                    if self.np(j + 1 + quoted).is_some() {
                        if !(another && matches!(self.r.lx.text(*s), "with" | "between")) {
                            p.preps.push((*s, j + 1 + quoted));
                        }
                        another |= matches!(self.r.lx.text(*s), "following" | "ahead of" | "prior to") && self.tells(j + 1 + quoted);
                        nested |= another && self.r.lx.text(*s) == "ahead of";
                        j += 1 + quoted;
                    } else if matches!(self.r.lx.text(*s), "on" | "about" | "regarding" | "concerning")
                        && matches!(self.c.get(j + 1).map(|s| &s.chunk), Some(Chunk::Vg(v)) if v.tense == Tense::Ing)
                        && self.np(j + 2).is_some_and(|n| n.actors.is_empty() && n.event.is_none())
                    {
                        // "a statement on tackling smuggling in Lima on Friday": the gerund is its subject.
                        j += 2;
                    } else if matches!(self.c.get(j + 1).map(|s| &s.chunk), Some(Chunk::Vg(_))) {
                        break;
                    } else if matches!(self.c.get(j + 1).map(|s| &s.chunk), Some(Chunk::Adverb(a)) if self.r.lx.text(*a) == "here") {
                        p.here = !self.quoted(j);
                    }
                }
                Chunk::Comma => {
                    // ", including one on energy, were signed": the comma that closes an aside.
                    if aside && matches!(self.c.get(j + 1).map(|s| &s.chunk), Some(Chunk::Vg(v)) if Self::finite(v)) {
                        j += 1;
                        break;
                    }
                    // "on economic, trade and investment cooperation with X": a list of subjects.
                    let subject = |x: usize| {
                        self.np(x)
                            .is_some_and(|n| n.kind == NpKind::Other && n.actors.is_empty() && n.places.is_empty() && n.event.is_none())
                    };
                    if j >= 2
                        && matches!(self.prep(j - 2), Some("on" | "about" | "regarding" | "concerning" | "in" | "for"))
                        && subject(j - 1)
                        && subject(j + 1)
                    {
                        let mut x = j + 1;
                        loop {
                            let at = |y: usize| self.c.get(y).map(|s| &s.chunk);
                            match (at(x + 1), at(x + 2)) {
                                (Some(Chunk::Comma), Some(Chunk::And)) if subject(x + 3) => x += 3,
                                (Some(Chunk::Comma | Chunk::And), _) if subject(x + 2) => x += 2,
                                _ => break,
                            }
                        }
                        if matches!(self.prep(x + 1), Some("with" | "between" | "in" | "at" | "on")) {
                            j = x + 1;
                            continue;
                        }
                    }
                    // ", Key Resolve and Foal Eagle, together with": a name in apposition.
                    let named =
                        |x: usize| self.np(x).is_some_and(|n| n.kind == NpKind::Other || n.bare_name() && n.actors[0].country.is_none());
                    let mut x = j + 1;
                    while named(x) && matches!(self.c.get(x + 1).map(|s| &s.chunk), Some(Chunk::And)) {
                        x += 2;
                    }
                    if j > 0
                        && self.np(j - 1).is_some_and(|n| n.kind == NpKind::Event)
                        && named(x)
                        && matches!(self.c.get(x + 1).map(|s| &s.chunk), Some(Chunk::Comma))
                        && matches!(self.c.get(x + 2).map(|s| &s.chunk), Some(Chunk::Prep(_)))
                    {
                        j = x + 2;
                        continue;
                    }
                    if !matches!(self.c.get(j + 1).map(|s| &s.chunk), Some(Chunk::Prep(_) | Chunk::Date(_) | Chunk::Adverb(_))) {
                        break;
                    }
                    aside = true;
                }
                Chunk::And => {
                    // "treaties on extradition and legal assistance in Lima": the list of subjects goes on.
                    let subject = |x: usize| self.np(x).is_some_and(|n| n.actors.is_empty() && n.places.is_empty());
                    if j >= 2
                        && matches!(self.c[j - 2].chunk, Chunk::Prep(_))
                        && subject(j - 1)
                        && subject(j + 1)
                        && matches!(self.c.get(j + 2).map(|s| &s.chunk), Some(Chunk::Prep(_) | Chunk::Date(_)))
                    {
                        j += 2;
                        continue;
                    }
                    if !matches!(self.c.get(j + 1).map(|s| &s.chunk), Some(Chunk::Prep(_) | Chunk::Date(_))) {
                        break;
                    }
                }
                // "meets today (23) with X"
                Chunk::Open => {
                    if let Some(shut) = (j + 1..(j + 6).min(self.c.len()))
                        .find(|&x| matches!(self.c[x].chunk, Chunk::Close | Chunk::Date(_)))
                        .filter(|&x| matches!(self.c[x].chunk, Chunk::Close))
                    {
                        j = shut;
                    }
                }
                Chunk::Quote | Chunk::Close | Chunk::Other => {}
                // "a visit starting Monday", "beginning on 14 July"
                Chunk::Vg(v) if v.tense == Tense::Ing && v.governs == Governs::Begin && v.end == v.start + 1 => {
                    let on = usize::from(matches!(self.prep(j + 1), Some("on" | "from")));
                    match self.c.get(j + 1 + on).map(|s| &s.chunk) {
                        Some(Chunk::Date(e)) if !nested => p.dates.push((j + 1 + on, *e)),
                        _ => break,
                    }
                    j += 1 + on;
                }
                // "after the summit": a phrase as well as a clause.
                Chunk::Sub(s)
                    if !self.r.lx.is(*s, Closed::ClauseOpener)
                        && self.np(j + 1).is_some()
                        && !matches!(self.c.get(j + 2).map(|s| &s.chunk), Some(Chunk::Vg(_))) =>
                {
                    p.preps.push((*s, j + 1));
                    another |= matches!(self.r.lx.text(*s), "before" | "after") && self.tells(j + 1);
                    // "... before his visit to Iran next week": what follows is the visit's.
                    nested |= matches!(self.r.lx.text(*s), "before" | "after") && self.event_is(j + 1, ExchangeType::Visit);
                    if nested {
                        j += 2;
                        break;
                    }
                    j += 1;
                }
                _ => break,
            }
            j += 1;
        }
        p.end = j;
        p
    }

    /// "with both countries vowing to", ", with X wading into": a clause of its own.
    fn absolute(&self, with: usize) -> bool {
        let Some(who) = self.np(with + 1) else { return false };
        let beside = with > 0 && matches!(self.c[with - 1].chunk, Chunk::Comma);
        match self.c.get(with + 2).map(|s| &s.chunk) {
            Some(Chunk::Vg(v)) => v.tense == Tense::Ing && (beside || who.kind == NpKind::Pair),
            // A verb that no list knows.
            Some(Chunk::Np(n)) => beside && self.r.word(n.start).is_some_and(|w| w.ends_with("ing")),
            _ => false,
        }
    }

    /// Does the chunk stand inside quotation marks? Its "here" is the speaker's.
    fn quoted(&self, k: usize) -> bool {
        let mark = |t: &usize| self.r.tokens[*t].kind == crate::text::Kind::Quote;
        (self.r.begin..self.c[k].start).filter(mark).count() % 2 == 1
    }

    /// Is the phrase at `k` an event that a rule reads?
    fn tells(&self, k: usize) -> bool {
        self.np(k).and_then(|n| n.event.as_ref()).is_some_and(|e| !self.r.lx.nouns[e.noun as usize].rules.is_empty())
    }

    /// Does chunk `j` stand in a relative clause between commas that is over before `k`?
    fn in_relative_aside(&self, j: usize, k: usize) -> bool {
        let comma = |x: &usize| matches!(self.c[*x].chunk, Chunk::Comma);
        let opens = (0..j).rev().find(comma);
        opens.is_some_and(|o| matches!(self.c[o + 1].chunk, Chunk::Rel)) && (j + 1..k).any(|x| comma(&x))
    }

    /// Dates before the trigger in its clause: "On Monday, ..."
    fn dates_before(&self, k: usize) -> Option<(usize, DateExpr)> {
        // "on Tuesday, a day before his meeting with": the date is the main clause's.
        let link = (0..k).rev().find(|&j| !matches!(self.c[j].chunk, Chunk::Adverb(_) | Chunk::Quote));
        // "hosted a reception on Saturday as regards the anniversary and the visit": the day of the reception.
        let link = match link {
            Some(j) if matches!(self.c[j].chunk, Chunk::And) && self.np(k).is_some_and(|n| n.event.is_some()) => {
                let nominal = |x: &usize| matches!(self.c[*x].chunk, Chunk::Np(_) | Chunk::Prep(_));
                (0..j)
                    .rev()
                    .take_while(nominal)
                    .find(|&x| matches!(self.prep(x), Some("as regards" | "in connection with" | "on the occasion of")))
                    .or(Some(j))
            }
            link => link,
        };
        if self.np(k).is_some()
            && link.and_then(|j| self.prep(j)).is_some_and(|p| {
                matches!(
                    p,
                    "before"
                        | "after"
                        | "ahead of"
                        | "following"
                        | "prior to"
                        | "since"
                        | "as regards"
                        | "in connection with"
                        | "on the occasion of"
                ) || p.ends_with(" after")
                    || p.ends_with(" before")
            })
        {
            return None;
        }
        // "issued a statement on March 1 denouncing the drills": the day of the statement.
        let judges = link.and_then(|j| self.vg(j)).is_some_and(|v| v.tense == Tense::Ing && self.verb_is(v, &JUDGES));
        if judges && self.np(k).is_some() {
            return None;
        }
        for j in (0..k).rev() {
            match &self.c[j].chunk {
                // "Wang, who arrived on Tuesday, also met": the aside's.
                Chunk::Date(_) if self.in_relative_aside(j, k) => {}
                Chunk::Date(e) => return Some((j, *e)),
                Chunk::Rel if self.in_relative_aside(j, k) => {}
                Chunk::Break | Chunk::That | Chunk::Rel => return None,
                // "left on Thursday for X, where he will": the clause has its own time.
                Chunk::Sub(s)
                    if (matches!(self.r.lx.text(*s), "where" | "after" | "before" | "because" | "although" | "though" | "if")
                        || self.r.lx.text(*s).ends_with(" after"))
                        && (j + 1..=k).any(|x| self.vg(x).is_some_and(Self::finite)) =>
                {
                    return None;
                }
                _ => {}
            }
        }
        None
    }

    /// The date expression that belongs to a trigger.
    pub fn date_of(&self, k: usize, after: &Phrases) -> Option<DateExpr> {
        if let Some(e) = self.np(k).and_then(|n| n.event.as_ref()).and_then(|e| e.date) {
            return Some(e);
        }
        // "since" and "until" speak of something else.
        let usable = |j: usize| {
            let other = |x: usize| matches!(self.prep(x), Some("since" | "until" | "till"));
            let own = (k..j).rev().take_while(|&x| !matches!(self.c[x].chunk, Chunk::Comma)).any(other);
            // "for the second time this year": how often, and not when.
            let often = j >= 2
                && matches!(self.c[j].chunk, Chunk::Date(DateExpr::Years(_) | DateExpr::Months(_) | DateExpr::Weeks(_)))
                && self.prep(j - 2) == Some("for")
                && self.np(j - 1).is_some_and(|n| self.r.word(n.end - 1).as_deref() == Some("time"));
            // "about a drone taken on Thursday": when it was taken.
            let at = if self.prep(j.wrapping_sub(1)) == Some("on") { j - 1 } else { j };
            let taken = at >= k + 4
                && self.np(at - 2).is_some_and(|n| n.event.is_none())
                && self.vg(at - 3).is_some()
                && self.vg(at - 1).is_some_and(|v| v.tense == Tense::Participle);
            let own = own || often || taken;
            // "since assuming power last year": the phrase before the trigger has its own.
            let own = own || j < k && (0..j).rev().take_while(|&x| !matches!(self.c[x].chunk, Chunk::Comma)).take(4).any(other);
            !(own || j > 0 && matches!(self.prep(j - 1), Some("since" | "until" | "till" | "before")))
        };
        after
            .dates
            .iter()
            .find(|(j, _)| usable(*j))
            .map(|d| d.1)
            .or_else(|| self.closing_date(after.end).filter(|_| !self.vg(k).is_some_and(|v| v.copula)))
            .or_else(|| {
                let (j, e) = self.dates_before(k).filter(|_| !self.commemorated(k))?;
                // "said on Tuesday that he would", "crossed on Tuesday and is to visit": the date of the verb before it.
                if self.dates_another(j, k) || self.dates_promise(j, k) {
                    return None;
                }
                // A date with another verb between belongs to that verb.
                let other = (j..k)
                    .filter(|&x| {
                        self.vg(x).is_some_and(|v| Self::finite(v) && matches!(v.governs, Governs::Other | Governs::Allege) && !v.copula)
                    })
                    .count();
                (usable(j) && other == 0).then_some(e)
            })
    }

    /// "signed a memorandum to boost trade in the coming years on Sunday": the weekday that closes the sentence, behind a
    /// purpose or a manner.
    fn closing_date(&self, from: usize) -> Option<DateExpr> {
        let purpose = match self.c.get(from).map(|s| &s.chunk) {
            Some(Chunk::Vg(v)) => v.tense == Tense::Infinitive,
            // "in order to"
            Some(Chunk::Adverb(_)) => self.vg(from + 1).is_some_and(|v| v.tense == Tense::Infinitive),
            Some(Chunk::Prep(_)) => matches!(self.vg(from + 1), Some(v) if v.tense == Tense::Ing),
            _ => false,
        };
        let last = (from..self.c.len()).rev().find(|&j| !matches!(self.c[j].chunk, Chunk::Other | Chunk::Quote))?;
        let Chunk::Date(e) = self.c[last].chunk else { return None };
        match e {
            // "to end the war by Tuesday": that is until when.
            DateExpr::Weekday { .. } if !matches!(self.prep(last.wrapping_sub(1)), Some("by" | "until" | "before" | "since")) => {}
            // "on Oct. 4": with a year it dates what is talked of.
            DateExpr::Day { year: None, .. } if self.prep(last.wrapping_sub(1)) == Some("on") => {}
            _ => return None,
        }
        // "to cement more than ever the bonds of partnership": a bond is no event.
        let told = |n: &Np| n.event.as_ref().is_some_and(|e| !self.noun_of(e, ExchangeType::Agreement));
        let than = |j: usize| matches!(&self.c[j].chunk, Chunk::Sub(s) if self.r.lx.text(*s) == "than");
        let plain = (from + 2..last).all(|j| {
            (!matches!(self.c[j].chunk, Chunk::Break | Chunk::Comma | Chunk::That | Chunk::Rel | Chunk::Sub(_) | Chunk::Vg(_)) || than(j))
                && !self.np(j).is_some_and(told)
        });
        // "on Easter Sunday" is another day's name.
        let named = self.r.tokens[self.c[last].start - 1].cap;
        (purpose && plain && !named).then_some(e)
    }

    /// Does the date at `j` stand behind a verb of speech, or behind a done thing while `k` is only planned?
    fn dates_another(&self, j: usize, k: usize) -> bool {
        let clause = |x: &usize| !matches!(self.c[*x].chunk, Chunk::Comma | Chunk::Break | Chunk::Sub(_) | Chunk::Rel | Chunk::That);
        let Some(v) = (0..j).rev().take_while(clause).find_map(|x| self.vg(x).filter(|v| Self::finite(v) && !v.copula)) else {
            return matches!(k.checked_sub(1).map(|x| &self.c[x].chunk), Some(Chunk::Sub(_))) && self.vg(k).is_some();
        };
        if self.dates_promise(j, k) {
            return true;
        }
        // "on Monday signed agreements to have dialogue": the day of the signing.
        let aim = |x: usize| self.vg(x).is_some_and(|t| t.tense == Tense::Infinitive);
        if (j + 2..=k).any(|x| aim(x) && self.event_is(x - 1, ExchangeType::Agreement)) {
            return true;
        }
        // "said on Tuesday at a meeting with X": it was said there.
        let there = k == j + 2 && matches!(self.prep(j + 1), Some("at" | "during"));
        let Some(t) = self.vg(k) else { return matches!(v.governs, Governs::Say) && !there };
        if self.blamed_for(k) {
            return true;
        }
        // "returned on Saturday after visiting X": the day that the visit ended.
        if self.prep(k - 1) == Some("after") && self.ends_journey(v) {
            return false;
        }
        matches!(v.governs, Governs::Say | Governs::Confirm)
            || matches!(t.tense, Tense::Future | Tense::Possible)
            || matches!(self.c[k - 1].chunk, Chunk::Sub(_))
            || (t.tense == Tense::Infinitive && self.governor(k).is_some_and(|g| self.vg(g).is_some_and(|gv| gv.start != v.start) && g > j))
    }

    /// "agreed on Monday to supply X with", "on Monday agreed to": the day of the promise.
    fn dates_promise(&self, j: usize, k: usize) -> bool {
        let promises = |g: usize| {
            self.vg(g).is_some_and(|v| {
                matches!(v.governs, Governs::Plan | Governs::Propose) && matches!(v.tense, Tense::Past | Tense::Perfect) && !v.passive
            })
        };
        // "on Friday agreed to raise trade in talks with Y": the day of the talks.
        if self.np(k).is_some_and(|n| n.event.is_some()) && k > 0 && matches!(self.prep(k - 1), Some("in" | "during" | "at")) {
            return false;
        }
        let infinitive = |x: usize| self.vg(x).is_some_and(|t| t.tense == Tense::Infinitive);
        (j + 1..=k).any(|x| infinitive(x) && self.governor(x).is_some_and(promises))
    }

    /// "against travelling to X", "without signing a deal".
    fn undone(&self, k: usize) -> bool {
        self.vg(k).is_some_and(|v| v.tense == Tense::Ing)
            && matches!(k.checked_sub(1).and_then(|p| self.prep(p)), Some("against" | "without" | "instead of" | "rather than"))
    }

    /// Does the sentence speak of a telephone?
    pub fn on_the_phone(&self) -> bool {
        (self.r.begin..self.r.end).any(|t| self.r.word(t).is_some_and(|w| matches!(&*w, "phone" | "telephone" | "telephonic")))
    }

    /// "to prepare for the summit": where and when is the summit's own to say.
    pub fn prepares(&self, k: usize) -> bool {
        self.vg(k).is_some_and(|v| self.verb_is(v, &["prepare"])) && self.prep(k + 1) == Some("for")
    }

    /// "photos of X visiting Y", "of X having talks".
    fn pictured(&self, k: usize) -> bool {
        k >= 3
            && self.vg(k).is_some_and(|v| v.tense == Tense::Ing)
            && self.np(k - 1).is_some()
            && self.prep(k - 2) == Some("of")
            && self.np(k - 3).is_some_and(|n| self.r.is(n.end - 1, Closed::PictureNoun))
    }

    /// "recently visited", "visited X recently".
    fn lately(&self, k: usize) -> bool {
        let v = &self.c[k];
        let says = |t: usize| matches!(self.r.word(t).as_deref(), Some("recently" | "lately" | "previously"));
        let adverb = |j: usize| matches!(self.c[j].chunk, Chunk::Adverb(_)) && says(self.c[j].start);
        let ends =
            |j: &usize| !matches!(self.c[*j].chunk, Chunk::Vg(_) | Chunk::Break | Chunk::Comma | Chunk::That | Chunk::Rel | Chunk::Sub(_));
        let behind = || (k + 1..self.c.len()).take_while(ends).take(5).any(adverb);
        // "Recently Peru and Chile signed"
        let opens = || adverb(0) && (1..k).all(|j| ends(&j) || matches!(self.c[j].chunk, Chunk::Comma));
        v.start > self.r.begin && says(v.start - 1) || (v.start..v.end).any(says) || behind() || opens()
    }

    /// "denounced X for staging", "sanctions on X for supplying": who is blamed did it, at some other time.
    fn blamed_for(&self, k: usize) -> bool {
        k >= 3
            && self.prep(k - 1) == Some("for")
            && self.np(k - 2).is_some_and(|n| n.kind == NpKind::Actor)
            && (matches!(self.prep(k - 3), Some("on" | "against"))
                || self.vg(k - 3).is_some_and(|v| !v.passive && self.verb_is(v, &JUDGES) || self.verb_is(v, &["sanction"])))
    }

    /// Status of the verb group at `k`, with the verbs that govern it.
    pub fn mode(&self, k: usize) -> Mode {
        let v = self.vg(k).expect("a verb group");
        let own = |status, direction, news| Mode { status, direction, news };
        let past = Direction::Past;
        let future = Direction::Future;
        let base = match v.tense {
            // "was due in Seoul for talks"
            _ if v.copula && self.r.word(v.end).as_deref() == Some("due") => own(Status::Planned, future, false),
            Tense::Future => own(if v.negated { Status::Denied } else { Status::Planned }, future, false),
            // "said that he would visit": the future of the past.
            Tense::Possible if !v.negated && self.r.word(v.start).as_deref() == Some("would") && self.said_before(k) => {
                own(Status::Planned, future, false)
            }
            Tense::Possible => own(if v.negated { Status::Denied } else { Status::Proposed }, future, false),
            Tense::Infinitive => {
                let before = v.start.checked_sub(1).filter(|t| *t >= self.r.begin);
                if before.is_some_and(|t| self.r.is(t, Closed::NeedfulAdjective)) {
                    return own(Status::Proposed, future, false);
                }
                if before.and_then(|t| self.r.word(t)).as_deref() == Some("unwilling") {
                    return own(Status::Denied, future, false);
                }
                if k > 0 {
                    // "has no plans to meet"
                    let none = |n: &Np| {
                        self.r.word(n.start).as_deref() == Some("no")
                            && self
                                .r
                                .word(n.end - 1)
                                .is_some_and(|w| matches!(&*w, "plan" | "plans" | "intention" | "intentions" | "desire"))
                    };
                    if self.np(k - 1).is_some_and(none) {
                        return own(Status::Denied, future, false);
                    }
                    // "the efforts of the mediators to resume talks"
                    let mut whose = k - 1;
                    while whose >= 2
                        && self.prep(whose - 1) == Some("of")
                        && self.np(whose).is_some_and(|n| !self.r.is(n.end - 1, Closed::ProposalNoun))
                    {
                        whose -= 2;
                    }
                    // "an invitation to X to visit"
                    let asked = |n: &Np| n.kind == NpKind::Event && self.r.is(n.end - 1, Closed::ProposalNoun);
                    if whose >= 2 && matches!(self.prep(whose - 1), Some("to" | "for" | "from")) && self.np(whose - 2).is_some_and(asked) {
                        whose -= 2;
                    }
                    if let Some(np) = self.np(whose).filter(|n| n.kind == NpKind::Other || asked(n)) {
                        if self.r.is(np.end - 1, Closed::ProposalNoun) {
                            // What is done to the invitation is done to the visit.
                            let status = match whose.checked_sub(1).and_then(|g| self.vg(g)).filter(|v| !v.negated).map(|v| v.governs) {
                                Some(Governs::Plan) => Status::Planned,
                                Some(Governs::Deny) => Status::Denied,
                                Some(Governs::Cancel | Governs::End) => Status::Cancelled,
                                _ => Status::Proposed,
                            };
                            return own(status, future, status == Status::Cancelled);
                        }
                        if self.r.is(np.end - 1, Closed::RefusalNoun) {
                            return own(Status::Denied, future, false);
                        }
                    }
                }
                // "was pleased to visit": he did.
                if let Some(g) = self.governor(k).filter(|_| v.start > self.r.begin && self.r.is(v.start - 1, Closed::GladAdjective)) {
                    return match self.mode(g) {
                        m if m.status == Status::Occurred => own(Status::Occurred, past, false),
                        m => m,
                    };
                }
                // "becomes the first minister to visit": he does.
                let ordinal = |n: &Np| {
                    (n.start..n.end)
                        .any(|t| matches!(self.r.word(t).as_deref(), Some("first" | "second" | "third" | "last" | "only" | "latest")))
                };
                // "was the first of the leaders to arrive"
                let of = k >= 3 && self.prep(k - 2) == Some("of") && self.np(k - 3).is_some_and(|n| ordinal(n) && n.end <= n.start + 2);
                let first = of || k > 0 && self.np(k - 1).is_some_and(ordinal);
                if let Some(g) = self.governor(k).filter(|g| first && self.vg(*g).is_some_and(|v| v.copula || self.verb_is(v, &["become"])))
                {
                    let m = self.mode(g);
                    return if m.status == Status::Ongoing || m.status == Status::Occurred { Mode { status: m.status, ..m } } else { m };
                }
                match self.governor(k) {
                    // "released a statement to congratulate": done with it.
                    Some(g)
                        if self.verb_is(v, &["congratulate", "thank"])
                            && self.vg(g).is_some_and(|x| matches!(x.governs, Governs::Say | Governs::Other | Governs::Do)) =>
                    {
                        self.mode(g)
                    }
                    // "came all the way to visit X": he does.
                    Some(g)
                        if self.verb_is(v, &["visit", "tour"])
                            && self.vg(g).is_some_and(|x| {
                                x.tense == Tense::Past && !x.negated && self.verb_is(x, &["come", "fly", "travel", "journey", "return"])
                            }) =>
                    {
                        self.mode(g)
                    }
                    // "arrived to deliver aid": it is there.
                    Some(g)
                        if self.verb_is(v, &["deliver"])
                            && self.vg(g).is_some_and(|x| !x.negated && self.verb_is(x, &["arrive", "land"])) =>
                    {
                        self.mode(g)
                    }
                    // "visited X from May 7 to 8 to meet Y": it is over, and he did.
                    Some(g)
                        if self.verb_is(v, &["meet"])
                            && self.vg(g).is_some_and(|x| x.tense == Tense::Past && !x.negated && self.verb_is(x, &["visit"])) =>
                    {
                        self.mode(g)
                    }
                    // "was in Kampala to meet X": he did.
                    Some(g)
                        if self
                            .vg(g)
                            .is_some_and(|x| x.copula && x.tense == Tense::Past && !x.negated && self.prep(g + 1) == Some("in")) =>
                    {
                        self.mode(g)
                    }
                    // "left to attend X and to visit Y": both journeys have begun.
                    Some(g) if (self.travels(v) || v.governs == Governs::Begin) && self.departs(g) => self.mode(g),
                    // "left to pay a visit to X"
                    Some(g) if self.verb_is(v, &["pay"]) && self.departs(g) => {
                        let m = self.mode(g);
                        Mode { status: if m.status == Status::Occurred { Status::Ongoing } else { m.status }, ..m }
                    }
                    Some(g) => {
                        let gm = self.mode(g);
                        let gv = self.vg(g).expect("a verb group");
                        let status = match gv.governs {
                            _ if gv.negated || v.negated => Status::Denied,
                            // An order will be obeyed; a vote for a treaty adopts it.
                            Governs::Propose if self.verb_is(gv, &["order", "instruct", "direct"]) => Status::Planned,
                            Governs::Propose if self.verb_is(gv, &["vote"]) && self.verb_is(v, &["ratify", "adopt", "approve"]) => {
                                Status::Occurred
                            }
                            Governs::Propose => Status::Proposed,
                            // "work closely to open talks"
                            _ if self.verb_is(gv, &STRIVES) => Status::Proposed,
                            Governs::Cancel => Status::Cancelled,
                            Governs::Deny => Status::Denied,
                            Governs::Allege => Status::Alleged,
                            // "embarked on a visit to meet X": what for.
                            Governs::Begin if k == g + 1 => {
                                return Mode { status: if gm.status == Status::Occurred { Status::Ongoing } else { gm.status }, ..gm };
                            }
                            _ if matches!(gm.status, Status::Cancelled | Status::Denied | Status::Proposed) => gm.status,
                            // "are reported to be negotiating"
                            Governs::Say if gv.passive && self.r.word(v.end - 1).is_some_and(|w| w.ends_with("ing")) => Status::Alleged,
                            _ => Status::Planned,
                        };
                        // "travels to Kyiv to meet X": the plan is today's.
                        let today = status == Status::Planned && gm.news && self.travels(gv);
                        own(status, if today { past } else { future }, matches!(status, Status::Cancelled) || today)
                    }
                    None => own(Status::Planned, future, false),
                }
            }
            // "after attending X and visiting Y": as the verb before.
            Tense::Ing
                if k >= 2
                    && matches!(self.c[k - 1].chunk, Chunk::And)
                    && (0..k).rev().find(|&j| self.vg(j).is_some()).is_some_and(|j| {
                        self.vg(j).is_some_and(|v| v.tense == Tense::Ing)
                            && matches!(j.checked_sub(1).map(|x| &self.c[x].chunk), Some(Chunk::Sub(_)))
                    }) =>
            {
                return self.mode((0..k).rev().find(|&j| self.vg(j).is_some()).expect("just found"));
            }
            // "following X and Y signing a pact": they have.
            Tense::Ing if k >= 2 && self.np(k - 1).is_some() && matches!(self.prep(k - 2), Some("following" | "after")) => {
                own(Status::Occurred, past, false)
            }
            Tense::Ing if matches!(k.checked_sub(1).map(|j| &self.c[j].chunk), Some(Chunk::Sub(_))) => match self.prep(k - 1) {
                Some("before") => own(Status::Planned, future, false),
                Some("while" | "when" | "as") => own(Status::Ongoing, past, true),
                _ => own(Status::Occurred, past, false),
            },
            Tense::Ing if k >= 2 && matches!(self.prep(k - 1), Some("of" | "on")) && self.wish_of(k).is_some() => {
                own(self.wish_of(k).expect("just found"), future, false)
            }
            // "the issue of resuming talks is on the agenda"
            Tense::Ing
                if k >= 2 && self.prep(k - 1) == Some("of") && self.np(k - 2).is_some_and(|n| self.r.is(n.end - 1, Closed::MatterNoun)) =>
            {
                own(Status::Proposed, future, false)
            }
            // "is open to holding talks"
            Tense::Ing if self.inclined(k).is_some() => own(self.inclined(k).expect("just found"), future, false),
            Tense::Ing if self.blamed_for(k) => own(Status::Occurred, past, false),
            // "By paying a visit to X he contributed to peace": it is spoken of.
            Tense::Ing
                if k > 0
                    && self.prep(k - 1) == Some("by")
                    && !self.governor(k).and_then(|g| self.vg(g)).is_some_and(|v| matches!(v.governs, Governs::Begin | Governs::End)) =>
            {
                own(Status::Occurred, past, false)
            }
            Tense::Ing => match self.governor(k) {
                Some(g) => {
                    let gm = self.mode(g);
                    let gv = self.vg(g).expect("a verb group");
                    match gv.governs {
                        // "will begin a visit on Friday, meeting X": beside it, not under it.
                        Governs::Begin if matches!(self.c[k - 1].chunk, Chunk::Comma) => gm,
                        Governs::Begin => Mode { status: Status::Ongoing, ..gm },
                        Governs::Plan => own(Status::Planned, future, false),
                        Governs::Propose => own(Status::Proposed, future, false),
                        _ if self.verb_is(gv, &STRIVES) => own(Status::Proposed, future, false),
                        Governs::Cancel => own(Status::Cancelled, future, true),
                        // "will not prevent X from sending": it may.
                        Governs::Deny if gv.negated => own(Status::Proposed, future, false),
                        Governs::Deny => own(Status::Denied, past, false),
                        _ if k > 0 && self.prep(k - 1) == Some("before") => own(Status::Planned, future, false),
                        _ => Mode { status: if gm.status == Status::Occurred { Status::Ongoing } else { gm.status }, ..gm },
                    }
                }
                None => own(Status::Ongoing, past, true),
            },
            // "will be discussed when X visits Y": of what is to come.
            Tense::Present if self.in_time_clause_ahead(k) => own(Status::Planned, future, false),
            // "will visit X and meet Y": the auxiliary is shared.
            Tense::Present if self.shares_auxiliary(k, v) => {
                return self.mode((0..k).rev().find(|&g| self.vg(g).is_some()).expect("the verb that shares"));
            }
            Tense::Present | Tense::Progressive => {
                own(if v.negated { Status::Denied } else { Status::Ongoing }, Direction::Nearest, !v.negated)
            }
            Tense::Past | Tense::Participle => {
                let news = !v.negated && !self.long_after(k) && !self.remembered(k) && !self.after_which(k);
                // "said X, who visited Y": deep in a story, at some time.
                let news = news && !(self.n > 0 && v.tense == Tense::Past && k > 0 && matches!(self.c[k - 1].chunk, Chunk::Rel));
                own(if v.negated { Status::Denied } else { Status::Occurred }, past, news)
            }
            Tense::Perfect => own(if v.negated { Status::Denied } else { Status::Occurred }, past, self.n == 0 && !v.negated),
        };
        // "recently visited Germany": not today.
        let base = match base.status {
            Status::Occurred | Status::Ongoing if self.lately(k) => Mode { status: Status::Occurred, direction: past, news: false },
            _ => base,
        };
        self.reported(k, base)
    }

    /// "when X visits Y" beside a main clause in the future.
    fn in_time_clause_ahead(&self, k: usize) -> bool {
        let clause =
            |j: &usize| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::That | Chunk::Rel | Chunk::Comma) && self.vg(*j).is_none();
        let sub = (0..k).rev().take_while(clause).find(|&j| {
            matches!(self.prep(j), Some("when" | "once" | "as soon as" | "until" | "after" | "before"))
                && matches!(self.c[j].chunk, Chunk::Sub(_))
        });
        let Some(sub) = sub else { return false };
        let main = (0..sub).rev().chain(k + 1..self.c.len()).find_map(|j| self.vg(j).filter(|v| Self::finite(v)));
        main.is_some_and(|v| matches!(v.tense, Tense::Future | Tense::Possible) || v.governs == Governs::Plan && v.passive)
    }

    /// "protests broke out, days after X visited Y": the visit is not the day's news.
    fn long_after(&self, k: usize) -> bool {
        let clause = |j: &usize| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::That | Chunk::Rel) && self.vg(*j).is_none();
        let sub = (0..k).rev().take_while(clause).find_map(|j| match &self.c[j].chunk {
            Chunk::Sub(s) => Some((j, self.r.lx.text(*s))),
            _ => None,
        });
        sub.is_some_and(|(j, s)| {
            let before = self.c[j].start.checked_sub(1).filter(|t| *t >= self.r.begin).and_then(|t| self.r.word(t)).unwrap_or_default();
            let long = |w: &str| matches!(w.trim_end_matches('s'), "day" | "week" | "month" | "year" | "decade");
            s.strip_suffix(" after").is_some_and(|w| w.rsplit(' ').next().is_some_and(long)) || s == "after" && long(&before)
        })
    }

    /// "the days when he visited": long gone.
    fn remembered(&self, k: usize) -> bool {
        let clause = |j: &usize| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::That | Chunk::Rel | Chunk::Comma);
        let when = (0..k).rev().take_while(clause).find(|&j| matches!(&self.c[j].chunk, Chunk::Sub(s) if self.r.lx.text(*s) == "when"));
        let days = when
            .and_then(|j| self.np(j.checked_sub(1)?))
            .is_some_and(|n| matches!(self.r.word(n.end - 1).as_deref(), Some("days" | "times" | "years" | "time")));
        // "recalled the day he was received during his visit", "the fact that they staged drills"
        let recalled = (0..k)
            .any(|g| self.vg(g).is_some_and(|v| self.verb_is(v, &["remember", "reminisce"]) || self.verb_is(v, &["recall"]) && !v.passive));
        let fact = (1..k).rev().find(|&j| matches!(self.c[j].chunk, Chunk::That)).and_then(|j| self.np(j - 1));
        days || recalled || fact.is_some_and(|n| self.r.word(n.end - 1).as_deref() == Some("fact"))
    }

    /// "his visit in 2019, after which X opened an embassy": as old as what it came after.
    fn after_which(&self, k: usize) -> bool {
        let clause = |j: &usize| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::That | Chunk::Comma) && self.vg(*j).is_none();
        let rel = (0..k).rev().take_while(clause).find(|&j| matches!(self.c[j].chunk, Chunk::Rel));
        rel.and_then(|j| self.prep(j.checked_sub(1)?)).is_some_and(|p| matches!(p, "after" | "before" | "since" | "following"))
    }

    /// "open to meeting", "opposed to signing": what is thought of the deed.
    fn inclined(&self, k: usize) -> Option<Status> {
        let word = |back: usize| self.c[k].start.checked_sub(back).and_then(|t| self.r.word(t));
        match &*word(2)? {
            "supportive" | "favour" | "favor" | "desirous" | "capable" if word(1)? == "of" => Some(Status::Proposed),
            _ if word(1)? != "to" => None,
            "open" | "amenable" | "close" => Some(Status::Proposed),
            "opposed" => Some(Status::Denied),
            _ => None,
        }
    }

    /// Is an exchange of this type what the noun may name?
    fn noun_of(&self, e: &Event, kind: ExchangeType) -> bool {
        self.r.lx.noun_tells(e.noun, kind)
    }

    /// Does the noun at chunk `k` name an exchange of this type?
    fn event_is(&self, k: usize, kind: ExchangeType) -> bool {
        self.np(k).and_then(|n| n.event.as_ref()).is_some_and(|e| self.noun_of(e, kind))
    }

    /// The rules that the verb may trigger.
    fn rules_of<'v>(&'v self, v: &'v Vg) -> impl Iterator<Item = &'v Rule> + 'v {
        let lx = self.r.lx;
        v.verbs.iter().flat_map(|x| &lx.verbs[*x as usize].rules).map(|r| &lx.rules[*r as usize])
    }

    /// Does the clause of `k` hang on a verb of speech or planning?
    fn said_before(&self, k: usize) -> bool {
        let reports = |v: &Vg| matches!(v.governs, Governs::Say | Governs::Confirm | Governs::Plan);
        let that = (0..k).rev().take_while(|&j| !matches!(self.c[j].chunk, Chunk::Break)).find(|&j| matches!(self.c[j].chunk, Chunk::That));
        let hangs = (0..k).rev().find_map(|j| self.vg(j)).is_some_and(reports)
            || that.is_some_and(|t| (0..t).filter_map(|j| self.vg(j)).any(reports));
        hangs && !self.sentence_has_if(k)
    }

    /// "returned", "went back": the end of a journey.
    fn ends_journey(&self, v: &Vg) -> bool {
        self.rules_of(v).any(|r| r.phase == Some(Phase::Return)) || self.verb_is(v, &["go", "fly"])
    }

    /// Is this a bare form joined by "and" to a verb with an auxiliary or "to"?
    fn shares_auxiliary(&self, k: usize, v: &Vg) -> bool {
        let bare = v.end == v.start + 1
            && self.r.lx.forms(self.r.tokens[v.start].sym).iter().any(|(x, f)| v.verbs.contains(x) && *f == Form::Base);
        // "and also visit"
        let j = k.saturating_sub(usize::from(k > 1 && matches!(self.c[k - 1].chunk, Chunk::Adverb(_))));
        bare && j > 0
            && matches!(self.c[j - 1].chunk, Chunk::And | Chunk::Comma)
            && (0..k).rev().find_map(|g| self.vg(g)).is_some_and(|g| matches!(g.tense, Tense::Future | Tense::Possible | Tense::Infinitive))
    }

    /// Is this a verb of travel?
    fn travels(&self, v: &Vg) -> bool {
        self.rules_of(v).any(|r| r.kind == ExchangeType::Visit && r.status.is_none())
    }

    /// A clause under "denied that", "is believed to", "accuses X of".
    fn reported(&self, k: usize, base: Mode) -> Mode {
        if base.status == Status::Denied {
            return base;
        }
        // "reportedly visits", "is secretly supplying"
        let v = self.vg(k).expect("a verb group");
        let hedged = |t: usize| matches!(self.r.word(t).as_deref(), Some("reportedly" | "allegedly" | "purportedly"));
        if (self.r.begin.max(v.start.saturating_sub(2))..v.end + 1).any(|t| t < self.r.end && hedged(t)) {
            return Mode { status: Status::Alleged, ..base };
        }
        if self.alleged_by_noun(k) {
            return Mode { status: Status::Alleged, news: false, ..base };
        }
        // "demanded that X accept the plan and that Y conclude a treaty": both are demanded.
        let that = |to: usize| {
            (0..to).rev().take_while(|&x| !matches!(self.c[x].chunk, Chunk::Break)).find(|&x| matches!(self.c[x].chunk, Chunk::That))
        };
        let second = that(k).filter(|t| *t > 0 && matches!(self.c[t - 1].chunk, Chunk::And));
        let from = second.and_then(that).map_or(k, |t| t + 1);
        for j in (0..from).rev() {
            match &self.c[j].chunk {
                Chunk::Vg(g) => {
                    let that = (j..k).any(|x| matches!(self.c[x].chunk, Chunk::That));
                    // "demanded that X stop", "urged X end": the bare form is a wish.
                    let bare = v.end == v.start + 1
                        && self.r.lx.forms(self.r.tokens[v.start].sym).iter().any(|(x, f)| v.verbs.contains(x) && *f == Form::Base)
                        && (that || matches!(self.c.get(j + 1).map(|s| &s.chunk), Some(Chunk::Np(_))))
                        && !(j..from)
                            .any(|x| matches!(self.c[x].chunk, Chunk::Comma | Chunk::And | Chunk::But | Chunk::Rel | Chunk::Sub(_)));
                    let status = match g.governs {
                        Governs::Propose
                            if bare
                                && self.verb_is(g, &["demand", "urge", "request", "propose", "suggest", "ask", "insist", "recommend"]) =>
                        {
                            Status::Proposed
                        }
                        Governs::Deny if !g.negated && that => Status::Denied,
                        // "is alleged to have made", "is reported to have visited"
                        Governs::Allege | Governs::Say
                            if g.passive && !g.negated && v.tense == Tense::Perfect && j + 2 == k && self.prep(k - 1) == Some("to") =>
                        {
                            Status::Alleged
                        }
                        Governs::Allege
                            if that
                                || !(j..k).any(|x| matches!(self.c[x].chunk, Chunk::Comma))
                                    && matches!(self.c.get(j + 1).map(|s| &s.chunk), Some(Chunk::Np(_))) =>
                        {
                            Status::Alleged
                        }
                        _ => return base,
                    };
                    return Mode { status, news: false, ..base };
                }
                Chunk::Break => return base,
                _ => {}
            }
        }
        if self.sentence_has_if(k) {
            return Mode { status: Status::Proposed, direction: Direction::Future, news: false };
        }
        base
    }

    /// "evidence of X shipping", "rumours that X met": the noun that the clause of `k` hangs on.
    fn alleged_by_noun(&self, k: usize) -> bool {
        let Some(link) =
            (1..k).rev().take_while(|&j| !matches!(self.c[j].chunk, Chunk::Comma | Chunk::Break)).find(|&j| match self.prep(j) {
                Some(p) => p == "of" && matches!(self.vg(k).map(|v| v.tense), Some(Tense::Ing)),
                None => matches!(self.c[j].chunk, Chunk::That),
            })
        else {
            return false;
        };
        self.np(link - 1).is_some_and(|n| self.r.is(n.end - 1, Closed::AllegationNoun))
    }

    /// Does the clause of `k` hang on "if" or "whether"?
    fn sentence_has_if(&self, k: usize) -> bool {
        (0..k)
            .rev()
            .take_while(|&j| !matches!(self.c[j].chunk, Chunk::Comma | Chunk::Break))
            .any(|j| matches!(&self.c[j].chunk, Chunk::Sub(s) if matches!(self.r.lx.text(*s), "if" | "whether" | "unless" | "in case" | "provided that")))
    }

    /// The actors of a noun phrase; pronouns and "both countries" look back in the sentence first.
    fn resolve_np(&self, k: usize) -> Vec<Resolved> {
        // "Fiji ... its prime minister": of the country named last.
        if let Some(np) = self.np(k).filter(|n| n.kind == NpKind::Actor && n.actors.len() == 1 && n.actors[0].country.is_none()) {
            let its = np.actors[0].office.is_some() && self.r.word(np.start).as_deref() == Some("its");
            let named = |j: usize| {
                self.np(j).filter(|n| n.actors.len() == 1 && n.actors[0].kind == ActorKind::Country).and_then(|n| n.actors[0].country)
            };
            if let Some(country) = its.then(|| (0..k).rev().find_map(named)).flatten() {
                let a = crate::annotate::Actor { country: Some(country), ..np.actors[0].clone() };
                return self.d.resolve(self.r, &a, np).into_iter().collect();
            }
        }
        // "countries like Peru and Chile"
        let countries =
            |n: &Np| n.kind == NpKind::Other && matches!(self.r.word(n.end - 1).as_deref(), Some("countries" | "nations" | "states"));
        if matches!(self.prep(k + 1), Some("like" | "such as" | "including"))
            && self.np(k).is_some_and(countries)
            && self.np(k + 2).is_some()
        {
            return self.resolve_np(k + 2);
        }
        let Some(np) = self.np(k) else { return Vec::new() };
        // "African leaders, including A, B and C, visited": those who are named.
        let named = |n: &Np| n.actors.len() > 1 && n.actors.iter().all(|a| a.kind == ActorKind::Person && a.office.is_some());
        let crowd = np.kind == NpKind::Actor && np.actors.iter().all(|a| a.country.is_none() && a.kind == ActorKind::Group);
        if (crowd || np.kind == NpKind::Other)
            && matches!(self.c.get(k + 1).map(|s| &s.chunk), Some(Chunk::Comma))
            && matches!(self.prep(k + 2), Some("including" | "such as" | "among them"))
            && self.np(k + 3).is_some_and(named)
            && self.r.word(np.end - 1).is_some_and(|w| w.ends_with('s'))
        {
            return self.resolve_np(k + 3);
        }
        match np.kind {
            NpKind::Pronoun => {
                let w = self.r.word(np.start).unwrap_or_default();
                let many = matches!(&*w, "they" | "them");
                if many || matches!(&*w, "he" | "she" | "him" | "who") {
                    let found = (0..k).rev().filter(|&j| {
                        let subject = !(j > 0 && matches!(self.c[j - 1].chunk, Chunk::Prep(_)));
                        subject
                            && self.np(j).is_some_and(|n| {
                                n.kind == NpKind::Actor
                                    && if many { n.plural() } else { n.actors.len() == 1 && n.actors[0].kind == ActorKind::Person }
                            })
                    });
                    if let Some(v) = found.map(|j| self.resolve_np(j)).find(|v| !v.is_empty()) {
                        return v;
                    }
                }
                if w == "it" {
                    let country = |j: usize| {
                        self.np(j)
                            .filter(|n| n.kind == NpKind::Actor && n.actors.len() == 1 && n.actors[0].kind != ActorKind::Person)
                            .is_some()
                    };
                    let found = (0..k).rev().filter(|&j| !(j > 0 && matches!(self.c[j - 1].chunk, Chunk::Prep(_)))).find(|&j| country(j));
                    return found.map(|j| self.resolve_np(j)).unwrap_or_default();
                }
                self.d.actors(self.r, np)
            }
            NpKind::Pair => {
                let mut seen: Vec<Resolved> = Vec::new();
                for j in 0..k {
                    for a in self.np(j).filter(|n| n.kind == NpKind::Actor).map(|n| self.d.actors(self.r, n)).unwrap_or_default() {
                        if seen.iter().all(|s| s.country != a.country) {
                            seen.push(a);
                        }
                    }
                }
                if seen.len() == 2 {
                    return self.d.as_pair(self.r, np, seen);
                }
                self.d.actors(self.r, np)
            }
            _ if self.r.is(np.start, Closed::Possessive) => self.owned(k, np),
            _ => self.d.actors(self.r, np),
        }
    }

    /// "its defence minister", "his country": the owner's, who was named before in the sentence or the article.
    fn owned(&self, k: usize, np: &Np) -> Vec<Resolved> {
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

    /// Actors of a preposition's phrase.
    fn slot_prep(&self, p: &Phrases, word: &str) -> Option<usize> {
        p.preps.iter().find(|(s, _)| self.r.lx.text(*s) == word).map(|x| x.1)
    }

    /// Where a phrase may go: its places, as far as it names nothing but places.
    fn destinations(&self, k: usize) -> Vec<PlaceRef> {
        let Some(np) = self.np(k) else { return Vec::new() };
        // "to the Finland–Russia border" is in neither.
        if matches!(self.r.word(np.end - 1).as_deref(), Some("border" | "borders" | "frontier")) {
            return Vec::new();
        }
        // "eight countries including Fiji", "countries in the region, including Fiji and Samoa"
        let several = matches!(self.r.word(np.end - 1).as_deref(), Some("countries" | "nations" | "states" | "islands" | "capitals"));
        if several && np.places.is_empty() {
            let region = if self.prep(k + 1) == Some("in") && self.np(k + 2).is_some_and(|n| n.places.is_empty()) { 2 } else { 0 };
            let comma = usize::from(matches!(self.c.get(k + 1 + region).map(|s| &s.chunk), Some(Chunk::Comma)));
            let including = k + 1 + region + comma;
            if matches!(self.prep(including), Some("including" | "such as")) {
                return self.destinations(including + 1);
            }
        }
        let only_countries = np.actors.iter().all(|a| a.kind == ActorKind::Country);
        let own: Vec<PlaceRef> = match np.kind {
            NpKind::Place => np.places.clone(),
            NpKind::Actor if only_countries && !np.premises => np.places.clone(),
            NpKind::Actor if np.premises => np
                .actors
                .iter()
                .filter_map(|a| a.country)
                .map(|country| PlaceRef { country, start: np.start, end: np.end, whole_country: false })
                .collect(),
            // "Chile's Arica Free Zone"
            NpKind::Other if np.places.is_empty() && self.r.tokens[np.end - 1].cap => self.place_owner(np).into_iter().collect(),
            // "visits a memorial in Hiroshima": the place follows.
            NpKind::Other if !np.places.is_empty() => np.places.clone(),
            _ => Vec::new(),
        };
        own
    }

    /// The country before the possessive in a phrase that ends in a name.
    fn place_owner(&self, np: &Np) -> Option<PlaceRef> {
        let first = if self.r.is(np.start, Closed::Determiner) { np.start + 1 } else { np.start };
        let (country, form, end) = self.r.country_form(first)?;
        let owns = self.r.tokens.get(end).is_some_and(|t| t.kind == crate::text::Kind::Possessive) && end + 1 < np.end;
        (owns && form == CountryForm::Name).then_some(PlaceRef { country, start: np.start, end: np.end, whole_country: false })
    }

    fn here(&self, p: &Phrases) -> Vec<PlaceRef> {
        match &self.d.here {
            Some((country, _)) if p.here => vec![PlaceRef { country: *country, start: 0, end: 0, whole_country: false }],
            _ => Vec::new(),
        }
    }

    /// "and Tokyo on Sunday": the next place of a journey and its day, behind the phrases of the first.
    fn next_stop(&self, phrases: &Phrases) -> Option<(Vec<PlaceRef>, DateExpr)> {
        let first = phrases.dates.first()?.0;
        let mut at = (first + 1..=phrases.end).find(|&j| matches!(self.c.get(j).map(|s| &s.chunk), Some(Chunk::And)))?;
        at += 1 + usize::from(matches!(self.prep(at + 1), Some("to" | "in")));
        let places = self.destinations(at);
        let on = at + 1 + usize::from(matches!(self.prep(at + 1), Some("on" | "from")));
        match self.c.get(on)?.chunk {
            Chunk::Date(date) if !places.is_empty() => Some((places, date)),
            _ => None,
        }
    }

    fn verb(&self, k: usize, v: &Vg, rule: &Rule, sides: &mut Option<(Vec<Resolved>, Vec<Resolved>)>, out: &mut Vec<Mention>) -> Why {
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
        let transitive = rule.source.iter().chain(&rule.target).any(|s| *s == Slot::Object);
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
            if !ahead && !aim && !rule.needs_word.iter().any(|w| tail.contains(w.as_str())) {
                return Err("the words that the rule needs do not follow");
            }
            // "nominates X, its ambassador to Y, as minister": the office is behind "as".
            let other = |j: usize| {
                let office = self.np(j).map(|n| self.r.slice(n.start, n.end).to_lowercase()).unwrap_or_default();
                !rule.needs_word.iter().any(|w| office.contains(w.as_str()))
            };
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
        let timed = (0..k).rev().find(|&j| !matches!(self.c[j].chunk, Chunk::Date(_) | Chunk::Adverb(_)) && self.prep(j) != Some("on"));
        let talks = |j: usize| self.event_is(j, ExchangeType::Meeting) || self.event_is(j, ExchangeType::Call);
        if rule.topic && v.tense == Tense::Infinitive && timed.is_some_and(talks) {
            return Err("what the talks are for");
        }
        // "seek a meeting of the Security Council to discuss": it discusses.
        if rule.topic && v.tense == Tense::Infinitive {
            let from = self.governor(k).map_or(0, |g| self.c[g].end);
            if self.r.names_organisation(from, self.c[k].start) {
                return Err("an organisation of states talks");
            }
        }
        // "warnings against travelling to X"
        if self.undone(k) {
            return Err("not done");
        }
        // "heads the delegation": nobody goes anywhere.
        if rule.place_target && !rule.target.contains(&Slot::Object) && self.verb_is(v, &["head"]) && obj_here.is_some() {
            return Err("it is led, and not left for");
        }
        // "photos of X visiting Y"
        if self.pictured(k) {
            return Err("only a picture of it");
        }
        if self.habitual(k) {
            return Err("a habit, not one exchange");
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
        phrases.preps.retain(|(_, j)| {
            !(*j >= k + 3
                && self.np(*j - 2).is_some_and(|n| n.kind == NpKind::Other && self.r.is(n.end - 1, Closed::RelationalNoun) && !ties(n)))
        });
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
        let date = self.date_of(k, &phrases);
        let told = |mode: Mode| Told { mode, date, trigger: (self.c[k].start, self.c[k].end), phrases: &phrases, at: k, verb: Some(v) };
        let Some(source_np) = find(&rule.source)
            .filter(|s| !self.resolve_np(*s).is_empty())
            .or_else(|| rule.source.iter().rev().find_map(|s| find(std::slice::from_ref(s))))
        else {
            return Err("nobody stands where the rule looks for its source");
        };
        let mut sources = self.resolve_np(source_np);
        // An ambassador who is sent takes up a post.
        let court = |x: &crate::annotate::Spanned| matches!(&x.chunk, Chunk::Vg(v) if self.verb_is(v, &["arrest", "extradite", "convict", "sentence", "deport", "detain", "charge"]));
        if rule.owner && self.c.iter().any(court) {
            return Err("a prisoner is sent");
        }
        if rule.owner && self.np(source_np).is_some_and(|n| matches!(self.r.word(n.end - 1).as_deref(), Some("ambassador" | "ambassadors")))
        {
            return Err("an ambassador who is sent takes up a post");
        }
        if rule.owner && sources.is_empty() {
            // "sends a mission": whose, the subject says.
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
            let own = |j: &usize| *j < 2 || self.np(j - 2).is_none_or(|n| n.event.is_none());
            let beside: Vec<Resolved> = along.map(|x| x.1).filter(own).flat_map(|j| self.resolve_np(j)).filter(official).collect();
            if sources.iter().any(official) {
                sources.extend(beside);
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
            // "visited the Martyrs' Cemetery": what an agency at home names without a place is at home.
            let near = matches!(date, None | Some(DateExpr::Weekday { .. } | DateExpr::Day { .. }));
            if places.is_empty() && near && rule.sights && matches!(mode.status, Status::Occurred | Status::Ongoing) {
                let sight = object.filter(|o| Some(*o) != subject).and_then(|o| self.np(o)).is_some_and(|n| {
                    (n.kind == NpKind::Other || n.bare_name() && n.actors[0].country.is_none() && n.actors[0].person.is_none())
                        && self.r.tokens[n.end - 1].cap
                });
                let guests = sources.iter().all(|s| s.kind != ActorKind::Country && s.level.is_some());
                if let (true, true, Some(home), Some((here, _))) = (sight, guests, self.d.home, &self.d.here) {
                    if home == *here {
                        places = vec![PlaceRef { country: home, start: 0, end: 0, whole_country: true }];
                    }
                }
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
            if rule.officials && !(travellers.iter().all(official) && !v.passive) {
                return Err("who travels holds no office");
            }
            // "the Lao ambassador to Peru visited a farm": he lives there.
            let post = self.post_of(source_np).filter(|_| rule.kind == ExchangeType::Visit && rule.phase.is_none() && !rule.owner);
            let resident = |r: &Resolved| r.office.as_ref().is_some_and(|o| o.to_lowercase().contains("ambassador"));
            if post.is_some() && travellers.iter().all(resident) && places.iter().all(|p| Some(p.country) == post) {
                return Err("an ambassador lives where he is accredited");
            }
            if rule.foreign_only && travellers.iter().any(|t| places.iter().any(|p| home(t, p))) {
                return Err("leaving one's own country is no return");
            }
            // "will visit Seoul on Friday and Tokyo on Sunday": the verb is said once.
            let Some((next, day)) = self.next_stop(&phrases) else {
                return emit(self, rule, Sides::Travel { travellers, places }, told(mode), sides, out);
            };
            emit(self, rule, Sides::Travel { travellers: travellers.clone(), places }, told(mode), sides, out)?;
            let told = Told { date: Some(day), ..told(mode) };
            return emit(self, rule, Sides::Travel { travellers, places: next }, told, sides, out);
        }
        if let Some(sector) = rule.needs_sector {
            let hit = find(&rule.target).and_then(|t| self.np(t)).filter(|n| n.actors.iter().any(|a| a.sector == Some(sector)));
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
        if rule.embassy && !target_np.and_then(|t| self.np(t)).is_some_and(|n| n.premises) {
            return Err("not an embassy");
        }
        let mut targets = target_np.map(|t| self.resolve_np(t)).unwrap_or_default();
        // "met his counterparts in Peru and Chile": whose they are, the places say.
        let peers = || {
            object.into_iter().chain(phrases.preps.iter().map(|p| p.1)).find(|j| {
                self.np(*j).is_some_and(|n| {
                    self.r.is(n.start, Closed::Possessive)
                        && matches!(self.r.word(n.end - 1).as_deref(), Some("counterparts" | "counterpart"))
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
        if rule.persons && (sources.iter().all(|s| s.kind == ActorKind::Country) || targets.iter().all(|s| s.kind == ActorKind::Country)) {
            return Err("neither side is a person or a group");
        }
        if rule.officials && !(targets.iter().chain(&sources).all(official) && !v.passive) {
            return Err("one side holds no office");
        }
        if rule.kind == ExchangeType::Visit {
            // host, welcome: the guest travels to the host's country.
            // "welcomed the ambassador": he lives there.
            let resident = |a: &Resolved| a.office.as_deref().is_some_and(|o| o.to_lowercase().contains("ambassador"));
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
    fn roll(&self, k: usize, v: &Vg, rule: &Rule, sides: &mut Option<(Vec<Resolved>, Vec<Resolved>)>, out: &mut Vec<Mention>) -> Why {
        let Some((court, date)) = self.d.court.get() else { return Err("no credentials were presented before") };
        let envoys = |n: &Np| {
            let w = self.r.word(n.end - 1);
            n.kind == NpKind::Pronoun && w.as_deref() == Some("they")
                || (n.start..n.end).any(|t| self.r.word(t).is_some_and(|w| matches!(&*w, "ambassadors" | "envoys" | "diplomats")))
        };
        let told_by_noun =
            self.c.iter().any(|s| matches!(&s.chunk, Chunk::Np(n) if n.event.as_ref().is_some_and(|e| self.noun_of(e, rule.kind))));
        if told_by_noun || !self.subject(k, 0).and_then(|s| self.np(s)).is_some_and(envoys) {
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

    /// Who is named from `from` on with his country: "X of Peru; Y, Chilean ambassador, and Z, representing Cuba".
    fn envoys(&self, from: usize) -> Vec<Resolved> {
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
    fn crowd(&self, k: usize) -> bool {
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
    fn guest(&self, k: usize, np: &Np, sides: &mut Option<(Vec<Resolved>, Vec<Resolved>)>, out: &mut Vec<Mention>) -> Why {
        let Some(rule) = np.actors.iter().find_map(|a| a.modifier) else { return Err("nobody is said to be visiting") };
        let modified: Vec<_> = np.actors.iter().filter(|a| a.modifier.is_some()).collect();
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
        let before = || (0..k).rev().take_while(same_clause).filter(acting).find_map(|j| foreign(self.resolve_np(j)));
        let after = || (k + 1..self.c.len()).filter(acting).find_map(|j| foreign(self.resolve_np(j)));
        let home = || self.d.home.filter(|h| guests.iter().all(|g| g.country != *h));
        let Some(host) = beside(true).or_else(before).or_else(|| beside(false)).or_else(after).or_else(home) else {
            return Err("no host is named");
        };
        let places = vec![PlaceRef { country: host, start: np.start, end: np.start, whole_country: true }];
        let phrases = Phrases::default();
        let news = self.n == 0;
        let mode = Mode { status: Status::Ongoing, direction: Direction::Past, news };
        let date = self.date_of(k, &phrases);
        let told = Told { mode, date, trigger: (np.start, np.end), phrases: &phrases, at: k, verb: None };
        emit(self, &self.r.lx.rules[rule as usize], Sides::Travel { travellers: guests, places }, told, sides, out)
    }

    /// "left here to visit China": the infinitive's object.
    fn infinitive_visit(&self, from: usize) -> Option<Vec<PlaceRef>> {
        let v = self.vg(from)?;
        if v.tense == Tense::Infinitive && self.verb_is(v, &["visit", "tour"]) {
            return self.object(from).map(|o| self.destinations(o));
        }
        // "to attend the opening ceremony ... in Germany"
        if v.tense == Tense::Infinitive && self.verb_is(v, &["attend", "participate", "join", "take"]) {
            let at = self.object(from).map_or(from + 1, |o| o + 1);
            let p = self.phrases(at);
            return p
                .preps
                .iter()
                .filter(|(s, _)| matches!(self.r.lx.text(*s), "in" | "at"))
                .map(|x| self.destinations(x.1))
                .find(|v| !v.is_empty());
        }
        None
    }

    /// What the noun at `k` hangs on: its measure, the list it stands in, the noun that it is the deed of.
    fn hung(&self, k: usize, rule: &Rule) -> Hung {
        let mut before = k;
        while before > 0 && matches!(self.c[before - 1].chunk, Chunk::Adverb(_) | Chunk::Quote | Chunk::Date(_)) {
            before -= 1;
        }
        // "sign in Madrid a charter", "signed on Monday a treaty": where and when stand before the object.
        if before >= 3
            && matches!(self.prep(before - 2), Some("in" | "at"))
            && !self.destinations(before - 1).is_empty()
            && self.vg(before - 3).is_some_and(|v| Self::finite(v) && !v.passive && self.light(v, rule))
        {
            before -= 2;
        } else if before >= 2
            && before < k
            && self.prep(before - 1) == Some("on")
            && self.vg(before - 2).is_some_and(|v| self.light(v, rule))
        {
            before -= 1;
        } else if before >= 2
            && matches!(self.prep(before - 1), Some("to" | "on"))
            && self.vg(before - 2).is_some_and(|v| self.light(v, rule) && self.verb_is(v, &["agree"]))
        {
            // "agree to a ceasefire"
            before -= 1;
        }
        // "supply X with weapons"
        if before >= 3
            && rule.kind == ExchangeType::Transfer
            && self.prep(before - 1) == Some("with")
            && self.np(before - 2).is_some_and(|n| n.kind == NpKind::Actor)
            && self.vg(before - 3).is_some_and(|v| !v.passive && self.verb_is(v, &["supply", "provide", "equip", "furnish"]))
        {
            before -= 2;
        }
        // "sign an agreement and a memorandum": the verb is one noun further.
        let mut verb_at = before;
        // "concluded a visit to Laos and a visit to Thailand": over what belongs to the first.
        let and = |j: usize| matches!(self.c[j].chunk, Chunk::And | Chunk::Comma);
        while verb_at >= 4 && and(verb_at - 1) {
            let mut first = verb_at - 1 - usize::from(and(verb_at - 2));
            while first >= 2
                && (matches!(self.c[first - 1].chunk, Chunk::Date(_)) || self.prep(first - 2).is_some() && self.np(first - 1).is_some())
                && !self.event_is(first - 1, rule.kind)
            {
                first -= if matches!(self.c[first - 1].chunk, Chunk::Date(_)) { 1 } else { 2 };
            }
            let listed =
                first < verb_at - 1 && first >= 1 && self.event_is(first - 1, rule.kind) && self.verb_that_carries(first - 1).is_some();
            if !listed {
                break;
            }
            verb_at = first - 1;
        }
        let nobody = |n: &Np| rule.kind == ExchangeType::Transfer && n.actors.iter().all(|a| a.country.is_none() && a.person.is_none());
        while verb_at >= 2
            && matches!(self.c[verb_at - 1].chunk, Chunk::And | Chunk::Comma)
            && self.np(verb_at - 2).is_some_and(|n| matches!(n.kind, NpKind::Event | NpKind::Other) || nobody(n))
        {
            verb_at -= 2;
        }
        // "send 14 Falcon 2 battle tanks": a make is no actor.
        if verb_at >= 2
            && self.np(verb_at - 1).is_some_and(|n| n.end == self.c[verb_at].start && nobody(n))
            && (self.vg(verb_at - 2).is_some() || self.prep(verb_at - 2) == Some("of"))
        {
            verb_at -= 1;
        }
        // "a package of military aid", "25,000 tons of grain": the noun hangs on a measure.
        let mut measured = verb_at;
        let mut called_off = false;
        let mut nominal = false;
        let mut anniversaries = false;
        while measured >= 2
            && (self.prep(measured - 1) == Some("of")
                || rule.kind == ExchangeType::Transfer && matches!(self.prep(measured - 1), Some("in" | "worth"))
                // "a plane with medical aid"
                || rule.kind == ExchangeType::Transfer
                    && self.prep(measured - 1) == Some("with")
                    && self.np(measured - 2).is_some_and(|n| self.r.is(n.end - 1, Closed::VehicleNoun)))
        {
            // "120 million pounds (US$150 million) in aid"
            let mut part = measured - 2;
            if matches!(self.c[part].chunk, Chunk::Close) {
                let open = (0..part).rev().take(5).find(|&j| matches!(self.c[j].chunk, Chunk::Open));
                part = open.and_then(|j| j.checked_sub(1)).unwrap_or(part);
            }
            if !self.np(part).is_some_and(|n| n.kind == NpKind::Other || n.kind == NpKind::Event) {
                break;
            }
            measured = part;
            called_off |= self.np(measured).is_some_and(|n| self.r.is(n.end - 1, Closed::CancelNoun));
            anniversaries |=
                self.np(measured).is_some_and(|n| matches!(self.r.word(n.end - 1).as_deref(), Some("anniversary" | "anniversaries")));
            nominal |= self.np(measured).is_some_and(|n| self.r.is(n.end - 1, Closed::LightNoun));
        }
        // "a Qatari plane carrying medical aid": the noun hangs on the plane.
        if rule.kind == ExchangeType::Transfer
            && measured >= 2
            && self.vg(measured - 1).is_some_and(|v| v.tense == Tense::Ing && self.verb_is(v, &["carry", "transport", "bring"]))
            && self.np(measured - 2).is_some_and(|n| self.r.is(n.end - 1, Closed::VehicleNoun))
        {
            measured -= 2;
        }
        // "sent Lee a congratulatory message", "gives Moldova 50 million dollars in aid"
        if measured >= 2
            && rule.target.contains(&Slot::Object)
            && self.np(measured - 1).is_some_and(|n| {
                n.kind == NpKind::Actor && n.actors.iter().any(|a| a.country.is_some() || a.person.is_some() || a.name.is_some())
            })
            && self.vg(measured - 2).is_some_and(|v| self.light(v, rule) && !v.passive)
        {
            measured -= 1;
        }
        Hung { before, measured, called_off, nominal, anniversaries }
    }

    /// The verb before a noun phrase that begins with chunk `measured`.
    fn verb_that_carries(&self, measured: usize) -> Option<(usize, &Vg)> {
        // "met and had a talk with", "embarked on a visit", "presented with a gift"
        let verb_before = (measured > 0).then(|| self.vg(measured - 1)).flatten().map(|v| (measured - 1, v)).or_else(|| {
            let p = self.prep(measured.checked_sub(1)?)?;
            let v = self.vg(measured.checked_sub(2)?)?;
            (matches!(
                (p, self.verb_is(v, &["embark", "enter", "engage", "participate", "go", "proceed", "set", "break"])),
                ("on" | "into" | "in" | "off" | "out", true)
            ) || (p == "over" && self.verb_is(v, &["preside"]))
                || (p == "with" && self.verb_is(v, &["present"]))
                || (p == "at" && self.verb_is(v, &["hint"]))
                || (p == "on" && matches!(v.governs, Governs::Plan | Governs::Propose)))
            .then_some((measured - 2, v))
        });
        // "will join X in naval drills"
        let verb_before = verb_before.or_else(|| {
            let joins = measured >= 3
                && self.prep(measured - 1) == Some("in")
                && self.np(measured - 2).is_some_and(|n| n.actors.iter().any(|a| a.country.is_some()));
            self.vg(measured.checked_sub(3)?).filter(|v| joins && !v.passive && self.verb_is(v, &["join"])).map(|v| (measured - 3, v))
        });
        // "took part in joint drills"
        verb_before.or_else(|| {
            let part = measured >= 3
                && self.prep(measured - 1) == Some("in")
                && self.np(measured - 2).is_some_and(|n| self.r.word(n.end - 1).as_deref() == Some("part"));
            if !part {
                return None;
            }
            self.vg(measured - 3).filter(|v| self.verb_is(v, &["take"])).map(|v| (measured - 3, v))
        })
    }

    /// The verb behind the noun at `k`, and the relative clause that it stands in, if it does.
    fn verb_behind(&self, k: usize, rule: &Rule, phrases: &Phrases) -> (Option<(usize, &Vg)>, Option<(usize, &Vg)>) {
        let verb_after = self
            .vg(phrases.end)
            .filter(|v| !matches!(v.tense, Tense::Ing | Tense::Infinitive))
            .filter(|_| !phrases.preps.is_empty() || phrases.end == k + 1 || !phrases.dates.is_empty())
            .map(|v| (phrases.end, v));
        // "the talks, scheduled for today, are postponed": the main verb is the last.
        let verb_after = verb_after.or_else(|| {
            self.c.get(phrases.end).filter(|s| matches!(s.chunk, Chunk::Comma))?;
            let aside = |v: &&Vg| {
                let staged = matches!(v.governs, Governs::Plan | Governs::Cancel | Governs::Do | Governs::Begin);
                v.tense == Tense::Past && !v.passive && staged && v.end == v.start + 1
            };
            let planned = self.vg(phrases.end + 1).filter(aside)?.governs == Governs::Plan;
            let same = |j: &usize| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::That | Chunk::Sub(_) | Chunk::Rel | Chunk::And);
            let mut rest = (phrases.end + 2..self.c.len()).take_while(same);
            let closes = |j: usize| matches!(self.c[j - 1].chunk, Chunk::Comma);
            let main = |j: usize, x: &Vg| x.passive || !planned && closes(j) && matches!(x.governs, Governs::Begin | Governs::End);
            rest.find_map(|j| self.vg(j).filter(|x| Self::finite(x) && main(j, x)).map(|x| (j, x)))
        });
        // "Blue Gull, a drill of X and Y, began today": the verb behind what the drill is called.
        let verb_after = verb_after.or_else(|| {
            let comma = |j: usize| matches!(self.c.get(j).map(|s| &s.chunk), Some(Chunk::Comma));
            let named = k >= 2 && comma(k - 1) && self.np(k - 2).is_some() && comma(phrases.end);
            let starts = |v: &&Vg| Self::finite(v) && matches!(v.governs, Governs::Begin | Governs::End);
            self.vg(phrases.end + 1).filter(|v| named && starts(v)).map(|v| (phrases.end + 1, v))
        });
        // "a summit, which will be held in Singapore on 12 June": the relative clause says when and where.
        let relative = self.relative_of(phrases.end, rule).filter(|_| verb_after.is_none());
        // "a visit that was scheduled for Tuesday has been cancelled": the main verb decides.
        let off = relative.filter(|(_, v)| v.governs == Governs::Plan).and_then(|(g, _)| {
            let main = (g + 1..self.c.len()).find(|&j| self.vg(j).is_some_and(Self::finite))?;
            self.vg(main).filter(|v| v.passive && v.governs == Governs::Cancel).map(|v| (main, v))
        });
        if off.is_some() {
            return (off, None);
        }
        (verb_after.or(relative), relative)
    }

    fn noun(&self, k: usize, e: &Event, rule: &Rule, sides: &mut Option<(Vec<Resolved>, Vec<Resolved>)>, out: &mut Vec<Mention>) -> Why {
        // "on his way to": without its preposition the noun is another.
        if !rule.behind.is_empty() && !k.checked_sub(1).and_then(|b| self.prep(b)).is_some_and(|p| rule.behind.iter().any(|w| w == p)) {
            return Err("the words that the rule needs do not stand before");
        }
        if rule.kind == ExchangeType::Transfer {
            if let Some(why) = self.donated(k, e, rule, sides, out) {
                return why;
            }
        }
        // "at the ASEAN meeting"
        if rule.kind == ExchangeType::Meeting && e.multilateral && !matches!(self.prep(k + 1), Some("with" | "between")) {
            return Err("an event of an organisation of states");
        }
        if rule.kind == ExchangeType::Visit && self.counted(e) {
            return Err("a count of visits, not one");
        }
        if self.habitual(k) {
            return Err("a habit, not one exchange");
        }
        // "resume tour of the mountain": what tourists do.
        let bare = self.np(k).is_some_and(|n| n.start == e.start) && !e.pronoun && e.possessor.is_empty();
        if bare && self.r.word(e.end - 1).as_deref() == Some("tour") && !self.r.headline {
            return Err("tours in general");
        }
        // "sends medical aid and experts to X": the list has one address.
        let mut last = k;
        let listed = |n: &Np| match rule.kind {
            ExchangeType::Transfer => n.actors.iter().all(|a| a.country.is_none()),
            // "conveyed greetings and best wishes to X"
            ExchangeType::Message => n.event.as_ref().is_some_and(|e| self.noun_of(e, ExchangeType::Message)),
            _ => false,
        };
        while matches!(self.c.get(last + 1).map(|s| &s.chunk), Some(Chunk::And | Chunk::Comma))
            && self.np(last + 2).is_some_and(listed)
            && !matches!(self.c.get(last + 3).map(|s| &s.chunk), Some(Chunk::Vg(_)))
        {
            last += 2;
        }
        let phrases = self.phrases(if matches!(self.prep(last + 1), Some("to" | "for" | "from")) { last } else { k } + 1);
        let np = self.np(k).expect("an event");
        // "a trip to Y that X was to make": the relative clause says who.
        let clause_of = (matches!(self.c.get(phrases.end).map(|s| &s.chunk), Some(Chunk::That | Chunk::Rel))
            && self.np(phrases.end + 1).is_some_and(|n| n.kind == NpKind::Actor)
            && self.vg(phrases.end + 2).is_some_and(|v| self.light(v, rule) && !v.passive))
        .then_some(phrases.end + 1);
        // What governs the noun: a verb before it, a verb behind it, or a preposition.
        let Hung { before, measured, called_off, nominal, anniversaries } = self.hung(k, rule);
        let verb_before = self.verb_that_carries(measured);
        let (verb_after, relative) = self.verb_behind(k, rule, &phrases);
        // "days after the signing of a treaty": the phrase around the signing.
        let before = if nominal { measured } else { before };
        let preposition = before.checked_sub(1).and_then(|b| self.prep(b)).filter(|_| verb_before.is_none());

        let light_before =
            verb_before.filter(|(_, v)| self.light(v, rule) || (rule.received && self.verb_is(v, &["receive", "get", "accept"])));
        // "documents agreed upon between both sides" are no news.
        let agreed = |v: &Vg| self.verb_is(v, &["agree"]) && !v.passive;
        let light_after =
            verb_after.filter(|(_, v)| !agreed(v)).filter(|(_, v)| self.light(v, rule) || (rule.received && self.verb_is(v, &["receive"])));
        // "The message expressed thanks": what a message does is not its sending.
        if rule.kind == ExchangeType::Message
            && light_before.is_none()
            && light_after.is_some_and(|(g, v)| !v.passive && Self::finite(v) && self.object(g).is_some())
        {
            return Err("the message does it");
        }
        // "the friendly and cooperative relations"
        let adjective = |n: &&Np| n.kind == NpKind::Other && n.places.is_empty() && n.actors.is_empty();
        let listed = matches!(k.checked_sub(1).map(|j| &self.c[j].chunk), Some(Chunk::And)).then(|| self.np(k.wrapping_sub(2))).flatten();
        let from = listed.filter(adjective).map_or(np.start, |n| n.start);
        let says = |words: &[&str]| (from..e.start).any(|t| self.r.word(t).is_some_and(|w| words.contains(&&*w)));
        // "restore confidence and good relations", "the relations of confidence": no embassy is meant.
        let of_a_kind = rule.kind == ExchangeType::Accreditation
            && !rule.unlike.is_empty()
            && self.prep(k + 1) == Some("of")
            && self.np(k + 2).is_some_and(|n| n.kind == NpKind::Other && n.end == n.start + 1);
        if of_a_kind || rule.unlike.iter().any(|w| says(&[w])) {
            return Err("relations of another kind");
        }
        // "to normalise relations" is a wish and a slogan, unless both agreed to it.
        let normalises = |(g, v): (usize, &Vg)| {
            v.verbs.iter().any(|x| rule.wishes.contains(&self.r.lx.verbs[*x as usize].text))
                && !(v.tense == Tense::Infinitive && self.governor(g).and_then(|a| self.vg(a)).is_some_and(|a| self.verb_is(a, &["agree"])))
        };
        if light_before.is_some_and(normalises) || light_before.is_none() && light_after.is_some_and(normalises) {
            return Err("a wish to normalise relations");
        }
        // "ambassadors to India, Laos, Egypt and France sent": the end of a longer list.
        let cut = |s: usize| {
            let member = |n: &Np| n.kind == NpKind::Actor && n.actors.iter().all(|a| a.kind == ActorKind::Country);
            s >= 2 && matches!(self.c[s - 1].chunk, Chunk::Comma) && self.np(s - 2).is_some_and(member)
        };
        if rule.kind == ExchangeType::Message && light_before.and_then(|(g, _)| self.subject(g, 0).filter(|s| *s < g)).is_some_and(cut) {
            return Err("the end of a longer list");
        }
        // "an international meeting on climate change": of many.
        if rule.kind == ExchangeType::Meeting
            && (says(&["international", "world", "global", "multilateral"])
                || says(&["five", "six", "seven", "eight"]) && says(&["party", "nation", "way"]))
            && !matches!(self.prep(k + 1), Some("with" | "between"))
        {
            return Err("multilateral");
        }
        // "in the way of the dialogue between": dialogue that no verb carries is a state, no meeting.
        let lemma = &self.r.lx.nouns[e.noun as usize].text;
        if rule.kind == ExchangeType::Meeting
            && matches!(lemma.as_str(), "dialogue" | "negotiation")
            && light_before.is_none()
            && verb_after.is_none()
            && e.date.is_none()
            && verb_before.is_none_or(|(_, v)| v.governs == Governs::Other)
            && !matches!(preposition, Some("during" | "in" | "at" | "after" | "following"))
            // "asks for dialogue with", "a proposal for dialogue with"
            && !(preposition == Some("for")
                && before >= 2
                && self.prep(k + 1) == Some("with")
                && (self.vg(before - 2).is_some_and(|v| v.governs == Governs::Propose)
                    || self.np(before - 2).is_some_and(|n| self.r.is(n.end - 1, Closed::ProposalNoun))))
        {
            return Err("dialogue in general");
        }
        // "the delegation of X to the talks issued a notice", "an obstacle to dialogue": no meeting is told.
        if rule.kind == ExchangeType::Meeting && preposition.is_some() && before >= 2 {
            let mut whose = before - 2;
            let mut staff = false;
            while let Some(np) = self.np(whose) {
                staff |= np.bare_office()
                    || np.actors.iter().any(|a| a.delegation || a.office.is_some())
                    || matches!(
                        self.r.word(np.end - 1).as_deref(),
                        Some("delegation" | "delegate" | "delegates" | "negotiator" | "negotiators" | "representative" | "representatives")
                    );
                if light_before.is_none() && verb_after.is_none() && whose == before - 2 && self.r.is(np.end - 1, Closed::ObstacleNoun) {
                    return Err("an obstacle to talks");
                }
                if whose < 2 || self.prep(whose - 1) != Some("of") {
                    break;
                }
                whose -= 2;
            }
            let sent =
                (0..whose).rev().take_while(|j| !matches!(self.c[*j].chunk, Chunk::Comma | Chunk::Break)).any(|j| self.vg(j).is_some());
            if staff && !sent && preposition == Some("to") {
                return Err("who speaks at the talks, and no meeting");
            }
        }
        // "any agreement", "before any talks": none in particular, unless it is refused.
        let refused = verb_before.is_some_and(|(g, v)| {
            v.negated || matches!(v.governs, Governs::Deny | Governs::Cancel) || self.mode(g).status == Status::Denied
        });
        // "no meeting between X and Y is planned": a denial.
        let none = self.r.word(np.start).as_deref() == Some("no")
            && matches!(rule.kind, ExchangeType::Meeting | ExchangeType::Visit | ExchangeType::Call)
            && verb_after.is_some_and(|(_, v)| {
                v.passive && (self.light(v, rule) || matches!(v.governs, Governs::Plan | Governs::Do))
                    || self.verb_is(v, &["take", "occur", "happen"])
            });
        let refused = refused || none;
        let all_drills = rule.kind == ExchangeType::Exercise && self.r.word(np.start).as_deref() == Some("all");
        if (all_drills || matches!(self.r.word(np.start).as_deref(), Some("any" | "no" | "every"))) && !refused {
            return Err("none in particular");
        }
        // "a speech to the Australian–American Leadership Dialogue": a forum by name.
        let t = &self.r.tokens;
        let forum = e.start > np.start
            && !self.r.headline
            && t[e.start].cap
            && t[e.start - 1].kind == crate::text::Kind::Word
            && t[e.start - 1].cap
            && self.r.country_form(e.start - 1).is_none()
            && light_before.is_none()
            && verb_after.is_none();
        if rule.kind == ExchangeType::Meeting && forum && !matches!(self.prep(k + 1), Some("with" | "between")) {
            return Err("a forum by its name");
        }
        if self.in_a_title(e) {
            return Err("the title of a work");
        }
        // "an agreement on political consultations": what was agreed to be done.
        let agreed_on = preposition == Some("on")
            && before >= 2
            && self.np(before - 2).and_then(|n| n.event.as_ref()).is_some_and(|x| self.noun_of(x, ExchangeType::Agreement));
        if rule.kind == ExchangeType::Meeting && agreed_on && verb_before.is_none() {
            return Err("what an agreement is about");
        }
        // "the inter-Korean dialogue": of the two in general, where no verb carries it.
        let between_two = || (np.start..e.start).any(|t| matches!(self.r.longest(t, kinds::PAIR), Some((_, end)) if end <= e.start));
        if rule.kind == ExchangeType::Meeting
            && between_two()
            && phrases.dates.is_empty()
            && e.date.is_none()
            && !matches!(self.prep(k + 1), Some("between" | "with"))
            && light_before.is_none()
            && light_after.is_none()
            && !(matches!(preposition, Some("in" | "at" | "during")) && verb_before.is_none())
        {
            return Err("talks of the two in general");
        }
        // "58 years since the conclusion of the Armistice Agreement"
        if rule.kind == ExchangeType::Agreement && nominal && preposition == Some("since") && e.date.is_none() {
            return Err("since then: no news");
        }
        // "talks have been at an impasse": how they stand, not that they were held.
        let stuck = |k: usize| {
            matches!(
                self.r.word(k).as_deref(),
                Some("impasse" | "deadlock" | "standstill" | "stalemate" | "deadlocked" | "stalled" | "limbo")
            )
        };
        if verb_after.is_some_and(|(g, v)| v.copula && (self.c[g].end..self.r.end.min(self.c[g].end + 3)).any(stuck)) {
            return Err("how the talks stand");
        }
        let receives = light_before.is_some_and(|(_, v)| self.verb_is(v, &["receive", "get", "accept"])) && rule.received;
        if rule.must_light
            && light_before.is_none()
            && light_after.is_none_or(|(_, v)| !(v.passive || matches!(v.tense, Tense::Past | Tense::Participle)))
        {
            // A pledge, a plan, a refusal to sign is still told: "agree to sign" has "sign" as its verb.
            let told_of = verb_before.is_some_and(|(_, v)| matches!(v.governs, Governs::Cancel | Governs::Deny))
                && rule.kind == ExchangeType::Transfer;
            // "lifts the ban on the delivery of arms": not yet delivered.
            let stands = nominal && verb_before.is_none_or(|(_, v)| !matches!(v.governs, Governs::Other));
            if anniversaries {
                return Err("an anniversary");
            }
            if !told_of && !stands {
                return Err("no verb carries the noun");
            }
        }
        // Phrases behind a passive belong to the noun too: "talks were held in Brussels".
        let mut all = phrases;
        if let Some((g, v)) = verb_after {
            let mut more = self.phrases(g + 1);
            // "an agreement mediated by X": X is no party.
            if !self.light(v, rule) && !matches!(v.governs, Governs::Do | Governs::Begin | Governs::End | Governs::Plan | Governs::Cancel) {
                more.preps.retain(|(s, _)| self.r.lx.text(*s) != "by");
            }
            // "X's visit will clash with Y's trip to Fiji": what follows the other event is the other's.
            let spoken_of = v.governs == Governs::Other && !v.copula && !v.passive && !self.light(v, rule);
            let another =
                |p: &(u32, usize)| spoken_of && self.np(p.1).is_some_and(|n| n.event.as_ref().is_some_and(|e| self.noun_of(e, rule.kind)));
            if let Some(cut) = more.preps.iter().position(another) {
                let at = more.preps[cut].1;
                more.preps.truncate(cut);
                more.dates.retain(|d| d.0 < at);
            }
            all.preps.extend(more.preps);
            // "accords reached in 1989 were signed on Thursday": the passive's own date goes first.
            let at = if v.passive && self.light(v, rule) { 0 } else { all.dates.len() };
            all.dates.splice(at..at, more.dates);
            all.here |= more.here;
            all.end = more.end;
        }
        // "his trip since the invasion of Ukraine": "of" belongs to the noun right before it.
        let of_own = |i: usize, (s, j): (u32, usize)| -> bool {
            self.r.lx.text(s) != "of" || j == k + 2 || (i == 1 && matches!(self.r.lx.text(all.preps[0].0), "to" | "by" | "in"))
        };
        // "a drill on the border with Turkey": the border's.
        let related = |(_, j): (u32, usize)| {
            // "a message of solidarity to X": what the message says.
            let says = rule.kind == ExchangeType::Message && j == k + 4 && self.prep(k + 1) == Some("of");
            j >= k + 4 && !says && self.np(j - 2).is_some_and(|n| n.kind != NpKind::Event && self.r.is(n.end - 1, Closed::RelationalNoun))
        };
        let kept: Vec<(u32, usize)> =
            all.preps.iter().enumerate().filter(|(i, p)| of_own(*i, **p) && !related(**p)).map(|x| *x.1).collect();
        all.preps = kept;
        // The mode.
        let called = verb_before.is_some_and(|(_, v)| v.governs == Governs::Cancel);
        let before_mode = verb_before.filter(|_| relative.is_none() || light_before.is_some() || called);
        let mode = self.noun_mode(k, e, rule, before_mode, verb_after, preposition);
        let Some(mut mode) = mode else { return Err("nothing says that it happened or will") };
        // "announced the results of the talks": they were held.
        let results = measured < k
            && self.np(measured).is_some_and(|n| {
                matches!(self.r.word(n.end - 1).as_deref(), Some("result" | "results" | "outcome" | "outcomes" | "success" | "failure"))
            });
        if results && mode.status == Status::Planned {
            mode = Mode { status: Status::Occurred, direction: Direction::Past, news: false };
        }
        if none {
            mode = Mode { status: Status::Denied, direction: Direction::Future, news: false };
        }
        // "denied reports of a meeting", "allegations about secret talks"
        let told_by =
            before.checked_sub(1).filter(|_| matches!(preposition, Some("of" | "about" | "on" | "that"))).map(|b| self.c[b].start);
        let teller = told_by.and_then(|t| t.checked_sub(1)).filter(|t| *t >= self.r.begin);
        // "the allegations by local media about secret talks"
        let nominal_back = |j: &usize| matches!(self.c[*j].chunk, Chunk::Np(_) | Chunk::Prep(_) | Chunk::And | Chunk::Other);
        let further = told_by.is_some()
            && (0..before - 1).rev().take_while(nominal_back).take(6).any(|j| self.r.is(self.c[j].end - 1, Closed::AllegationNoun));
        let claim = further || teller.is_some_and(|t| self.r.is(t, Closed::AllegationNoun));
        let report = teller.and_then(|t| self.r.word(t)).is_some_and(|w| matches!(&*w, "report" | "reports"));
        let denier = (claim || report)
            .then(|| self.governor(before - 1))
            .flatten()
            .filter(|g| self.vg(*g).is_some_and(|v| v.governs == Governs::Deny && !v.negated));
        if denier.is_some() {
            mode = Mode { status: Status::Denied, direction: Direction::Past, news: false };
        } else if claim && matches!(mode.status, Status::Occurred | Status::Ongoing) {
            mode = Mode { status: Status::Alleged, direction: Direction::Past, news: false };
        }
        // "recalls its ambassador for consultations"
        if preposition == Some("for")
            && rule.kind == ExchangeType::Meeting
            && self.governor(k).and_then(|g| self.vg(g)).is_some_and(|v| self.verb_is(v, &["recall", "withdraw"]))
        {
            return Err("an ambassador is recalled");
        }
        // "if they truly want dialogue": a condition tells nothing.
        if verb_before.is_some_and(|(g, v)| light_before.is_none() && v.governs == Governs::Propose && self.sentence_has_if(g)) {
            return Err("only a condition");
        }
        // "the talks at hand", "the soon-to-be-held drill"
        let at_hand = self.r.word(np.end).as_deref() == Some("at") && self.r.word(np.end + 1).as_deref() == Some("hand");
        let at_hand = at_hand || self.r.slice(np.start, e.start).contains("to-be-");
        if let Some(st) = e.status.or(at_hand.then_some(Status::Planned)) {
            if !matches!(mode.status, Status::Cancelled | Status::Denied) && !(st == Status::Ongoing && mode.status != Status::Occurred) {
                mode = Mode {
                    status: st,
                    direction: if matches!(st, Status::Planned | Status::Proposed) { Direction::Future } else { mode.direction },
                    news: matches!(st, Status::Ongoing) && mode.news,
                };
            }
        }
        // "announced the restoration of relations": it is restored.
        if nominal && verb_before.is_some_and(|(_, v)| v.governs == Governs::Confirm) && mode.status == Status::Planned {
            mode = Mode { status: Status::Occurred, direction: Direction::Past, news: true };
        }
        // "the recent talks", "accords signed between X and Y": not today's news.
        let reduced = verb_after.is_some_and(|(_, v)| v.tense == Tense::Past && !v.passive && v.end == v.start + 1 && self.light(v, rule))
            && light_before.is_none()
            && (verb_before.is_some() || preposition.is_some() || (0..k).any(|j| self.vg(j).is_some_and(Self::finite)))
            && !matches!(preposition, Some("in" | "during" | "at"));
        if (says(&["recent", "previous", "past", "earlier"]) && light_before.is_none() || reduced)
            && matches!(mode.status, Status::Occurred | Status::Ongoing)
        {
            mode = Mode { status: Status::Occurred, news: false, ..mode };
        }
        // "the successful visit": only what is over has succeeded.
        if says(&["successful", "fruitful"]) && verb_before.is_none() && mode.status == Status::Planned && e.status.is_none() {
            mode = Mode { status: Status::Occurred, direction: Direction::Past, news: false };
        }
        // "announces the suspension of arms deliveries": what is done, is done to the suspension.
        if called_off {
            mode = Mode { status: Status::Cancelled, direction: Direction::Future, news: mode.news };
        }
        if rule.kind == ExchangeType::Agreement && mode.status == Status::Denied {
            return Err("nothing was signed");
        }
        // "negotiations to reach an agreement": what they are for.
        let aimed =
            |g: usize| self.vg(g).is_some_and(|v| v.tense == Tense::Infinitive) && g > 0 && self.event_is(g - 1, ExchangeType::Meeting);
        if rule.kind == ExchangeType::Agreement && light_before.is_some_and(|(g, _)| aimed(g)) {
            return Err("what the talks are for");
        }
        if light_before.is_some_and(|(g, _)| self.pictured(g)) {
            return Err("only a picture of it");
        }
        // "left without signing a deal"
        if light_before.is_some_and(|(g, _)| self.undone(g)) {
            return Err("not done");
        }
        // "will not change its commitment to providing aid"
        let stands = |(g, v): (usize, &Vg)| {
            v.tense == Tense::Ing
                && g >= 2
                && self.prep(g - 1).is_some()
                && self.np(g - 2).is_some_and(|n| self.r.is(n.end - 1, Closed::CommitmentNoun))
        };
        if mode.status == Status::Denied && verb_before.is_some_and(stands) {
            return Err("a commitment that stands");
        }
        // "threatens to stop aid", "may suspend aid": it goes on.
        let threat = |(g, v): (usize, &Vg)| {
            v.governs == Governs::Cancel
                && (v.tense == Tense::Possible
                    || matches!(v.tense, Tense::Infinitive | Tense::Ing)
                        && self.governor(g).and_then(|h| self.vg(h)).is_some_and(|h| h.governs == Governs::Propose))
        };
        if mode.status == Status::Cancelled && verb_before.is_some_and(threat) {
            match e.status {
                None => return Err("only a threat to call it off"),
                // "may cancel his scheduled meeting": so far it stands.
                Some(st) if verb_before.is_some_and(|(_, v)| v.tense == Tense::Possible) => {
                    mode = Mode { status: st, direction: Direction::Future, news: false };
                }
                _ => {}
            }
        }
        // Of what is only spoken of, the sentence's date is not the date.
        let spoken_of = verb_before
            .is_some_and(|(_, v)| light_before.is_none() && matches!(v.governs, Governs::Other | Governs::Say | Governs::Confirm));
        // "was hailed at a meeting on June 25"
        let spoken_of = spoken_of || light_after.is_none() && verb_after.is_some_and(|(_, v)| v.passive && self.verb_is(v, &JUDGES));
        let anniversary = k >= 2
            && self.prep(k - 1) == Some("of")
            && self.np(k - 2).is_some_and(|n| matches!(self.r.word(n.end - 1).as_deref(), Some("anniversary" | "anniversaries")));
        // "a programme on X's visit", "a meeting in celebration of his visit": the date is the programme's.
        let topic = rule.kind == ExchangeType::Visit
            && rule.phase.is_none()
            && match preposition {
                Some("on") => !e.possessor.is_empty() && before >= 2 && self.np(before - 2).is_some(),
                Some("about" | "over" | "in celebration of" | "concerning" | "regarding") => e.pronoun || !e.possessor.is_empty(),
                _ => false,
            };
        // "a statement on the exercises"
        let topic =
            topic || rule.kind == ExchangeType::Exercise && preposition == Some("on") && before >= 2 && self.np(before - 2).is_some();
        let spoken_of = spoken_of || topic || self.judged(k).is_some();
        if anniversary && matches!(rule.kind, ExchangeType::Visit | ExchangeType::Meeting) {
            return Err("an anniversary");
        }
        let prepared = (before >= 2 && self.prepares(before - 2) || denier.is_some()) && e.date.is_none();
        let date = if prepared {
            all.dates.first().map(|d| d.1)
        } else if anniversary || (spoken_of && e.date.is_none()) {
            // "hailed X's visit to Peru in June": a month is the visit's, a day would be of the praise.
            let months = |d: &DateExpr| {
                matches!(
                    d,
                    DateExpr::Month { .. }
                        | DateExpr::MonthOf { .. }
                        | DateExpr::Year(_)
                        | DateExpr::Quarter { .. }
                        | DateExpr::Season { .. }
                )
            };
            let whose = || !e.possessor.is_empty() || e.pronoun || all.preps.iter().any(|(s, _)| self.r.lx.text(*s) == "of");
            let own = || all.dates.iter().map(|d| d.1).find(months).filter(|_| rule.kind == ExchangeType::Visit && whose());
            e.date.or_else(own).filter(|_| !anniversary)
        } else {
            self.date_of(k, &all)
        };
        // "congratulations upon his election last year": the election's.
        let date = date.filter(|d| {
            let year = matches!(d, DateExpr::Years(_) | DateExpr::Year(_));
            let occasion =
                all.preps.iter().any(|(s, _)| matches!(self.r.lx.text(*s), "upon" | "on" | "for" | "over" | "on the occasion of"));
            !(rule.kind == ExchangeType::Message && year && occasion)
        });
        let date = date.or_else(|| {
            let (g, _) = light_before?;
            self.dates_before(g).filter(|d| !self.dates_promise(d.0, k)).map(|d| d.1)
        });
        // "on May 20 rejected an application for a visit": the day of what was done, not of what is to come.
        let past_verb = || {
            let before =
                (0..k).rev().take_while(|&g| !matches!(self.c[g].chunk, Chunk::Break)).find_map(|g| self.vg(g).filter(|v| Self::finite(v)));
            before.is_some_and(|v| matches!(v.tense, Tense::Past | Tense::Perfect))
        };
        let date = date.filter(|_| {
            e.date.is_some() || !all.dates.is_empty() || mode.direction != Direction::Future || light_before.is_some() || !past_verb()
        });
        // "ahead of Monday's meeting": of today's, if today is Monday.
        let date = date.map(|d| match d {
            DateExpr::Weekday { day, shift: Shift::Plain } if e.date.is_some() => DateExpr::Weekday { day, shift: Shift::Later },
            d => d,
        });
        let told = Told { mode, date, trigger: (e.start, e.end), phrases: &all, at: k, verb: light_before.or(light_after).map(|x| x.1) };

        // The subject that the noun borrows.
        let borrowed = || -> Option<usize> {
            if clause_of.is_some() {
                return clause_of;
            }
            if let Some((g, v)) = light_before.or(verb_before.filter(|(_, v)| {
                matches!(
                    v.governs,
                    Governs::Cancel | Governs::Plan | Governs::Propose | Governs::Deny | Governs::Begin | Governs::End | Governs::Confirm
                ) || self.verb_is(v, &["describe", "call", "term"])
                    && self.slot_prep(&all, "with").and_then(|w| self.np(w)).is_some_and(|n| self.r.is(n.start, Closed::Possessive))
            })) {
                if v.passive && self.verb_is(v, &["present"]) {
                    return None;
                }
                return self.subject(g, 0);
            }
            if let Some((g, v)) = light_after.filter(|(_, v)| !v.passive && !matches!(v.tense, Tense::Past | Tense::Participle)) {
                let _ = (g, v);
                return None;
            }
            if let Some(p) = preposition {
                if matches!(
                    p,
                    "on" | "during"
                        | "in"
                        | "for"
                        | "at"
                        | "after"
                        | "following"
                        | "before"
                        | "ahead of"
                        | "as part of"
                        | "from"
                        | "amid"
                        | "with"
                        | "upon"
                        | "including"
                        | "while"
                ) || p.ends_with(" after")
                    || p.ends_with(" before")
                {
                    return self.clause_subject(before - 1, self.slot_prep(&all, "with").is_some());
                }
            }
            // "will be welcomed, followed by talks with X"
            if preposition == Some("by") && before >= 2 && self.vg(before - 2).is_some_and(|v| self.verb_is(v, &["follow"])) {
                let main = (0..before - 2).rev().find(|&j| self.vg(j).is_some_and(Self::finite))?;
                return self.subject(main, 0);
            }
            // "X says that talks with Y have failed": X talked.
            if preposition.is_none() && verb_after.is_some() && self.slot_prep(&all, "with").is_some() {
                let that = usize::from(before > 0 && matches!(self.c[before - 1].chunk, Chunk::That));
                let g = before.checked_sub(1 + that)?;
                self.vg(g).filter(|v| !v.passive && matches!(v.governs, Governs::Say | Governs::Confirm))?;
                return self.subject(g, 0);
            }
            None
        };
        let actors_of = |k: usize| self.resolve_np(k);
        let resolve_all =
            |v: &[crate::annotate::Actor]| -> Vec<Resolved> { v.iter().filter_map(|a| self.d.resolve(self.r, a, np)).collect() };
        let slot = |s: &Slot| -> Vec<Resolved> {
            match s {
                Slot::Subject => {
                    if receives {
                        return Vec::new();
                    }
                    if (e.pronoun || self.staged_pronoun(k)) && light_before.is_none() {
                        return self.pronoun_owner(k);
                    }
                    let subject = borrowed();
                    let own = subject.map(actors_of).unwrap_or_default();
                    // "those who presented credentials are X and Y"
                    match subject.and_then(|s| self.who_they_are(s)).filter(|_| own.is_empty()) {
                        Some(list) if rule.ceremony => self.envoys(list),
                        Some(list) => {
                            let level = self
                                .np(subject.expect("an antecedent"))
                                .and_then(|n| n.actors.first()?.level)
                                .map(|l| l.min(Level::Director));
                            actors_of(list).into_iter().map(|a| Resolved { level: a.level.or(level), ..a }).collect()
                        }
                        None => own,
                    }
                }
                Slot::Possessor => {
                    let own = resolve_all(&e.possessor);
                    // "met X during the latter's visit"
                    let latter = self.r.word(np.start).as_deref() == Some("the") && self.r.word(np.start + 1).as_deref() == Some("latter");
                    if own.is_empty() && latter {
                        return (0..k).rev().map(actors_of).find(|v| !v.is_empty()).unwrap_or_default();
                    }
                    if own.is_empty() && e.pronoun { self.pronoun_owner(k) } else { own }
                }
                Slot::Adjective => resolve_all(&e.adjectives),
                // "of" belongs to the noun only right behind it, or behind where it went.
                Slot::Preposition(w) if w == "of" => {
                    let at = all.preps.iter().position(|(s, _)| self.r.lx.text(*s) == "of");
                    let near = at.filter(|&i| i == 0 || (i == 1 && !self.destinations(all.preps[0].1).is_empty()));
                    near.map(|i| actors_of(all.preps[i].1)).unwrap_or_default()
                }
                Slot::Preposition(w) => all
                    .preps
                    .iter()
                    .filter(|(s, _)| self.r.lx.text(*s) == w.as_str())
                    .map(|x| {
                        let own = actors_of(x.1);
                        // "with members of the Malian Armed Forces"
                        let part = own.is_empty()
                            && self.prep(x.1 + 1) == Some("of")
                            && self.np(x.1).is_some_and(|n| {
                                matches!(
                                    self.r.word(n.end - 1).as_deref(),
                                    Some("members" | "units" | "elements" | "representatives" | "officials")
                                )
                            });
                        if part { actors_of(x.1 + 2) } else { own }
                    })
                    .find(|v| !v.is_empty())
                    .unwrap_or_default(),
                Slot::Object => light_before.and_then(|(g, _)| self.object(g)).filter(|o| *o != k).map(actors_of).unwrap_or_default(),
                Slot::Here => Vec::new(),
            }
        };
        let first_of = |slots: &[Slot]| slots.iter().map(&slot).find(|v| !v.is_empty()).unwrap_or_default();

        if rule.invites {
            return self.invitation(e, rule, verb_before, &all, &slot, told, sides, out);
        }
        // "after his arrival home from X": the end of another journey.
        if rule.phase == Some(Phase::Arrive) && all.home {
            return Err("the end of another journey");
        }
        // "migrants on their way", "the refugees were on their way": theirs.
        if rule.place_target && e.pronoun && self.r.word(np.start).as_deref() == Some("their") {
            let crowd = |j: usize| {
                self.np(j).is_some_and(|n| {
                    n.kind == NpKind::Other
                        && n.actors.is_empty()
                        && n.places.is_empty()
                        && !matches!(self.r.word(n.end - 1).as_deref(), Some("countries" | "nations" | "sides" | "pair" | "two"))
                })
            };
            let subject = (0..k).rev().find(|&g| self.vg(g).is_some_and(Self::finite)).and_then(|g| self.subject(g, 0));
            if preposition == Some("on") && k >= 2 && crowd(k - 2) || subject.is_some_and(crowd) {
                return Err("those who travel hold no office");
            }
        }
        if let Some(sector) = rule.needs_sector {
            let hall =
                all.preps.iter().filter(|(s, _)| rule.target.contains(&Slot::Preposition(self.r.lx.text(*s).into()))).find_map(|x| {
                    let np = self.np(x.1)?;
                    let country = np.actors.iter().find(|a| a.sector == Some(sector))?.country?;
                    Some(PlaceRef { country, start: np.start, end: np.end, whole_country: false })
                });
            let Some(hall) = hall else { return Err("the audience is no parliament") };
            if self.remote() {
                return Err("done from afar: nobody travelled");
            }
            let travellers = first_of(&rule.source);
            return emit(self, rule, Sides::Travel { travellers, places: vec![hall] }, told, sides, out);
        }
        if rule.place_target {
            // "reopen embassies after talks in China": an embassy is where the first phrase says.
            let near = rule.kind == ExchangeType::Accreditation;
            let mut places: Vec<PlaceRef> = rule
                .target
                .iter()
                .find_map(|s| match s {
                    Slot::Preposition(w) => all
                        .preps
                        .iter()
                        .take(if near { 1 } else { usize::MAX })
                        .filter(|(s, _)| self.r.lx.text(*s) == w.as_str())
                        .map(|x| self.destinations(x.1))
                        .find(|v| !v.is_empty()),
                    _ => None,
                })
                .unwrap_or_default();
            if places.is_empty() && rule.target.contains(&Slot::Here) {
                places = self.here(&all);
            }
            // "winding up its DPRK visit", "the president's China trip": the country before the noun is where.
            if places.is_empty() && rule.kind == ExchangeType::Visit && (e.pronoun || !e.possessor.is_empty()) {
                places = e
                    .adjectives
                    .iter()
                    .filter_map(|a| a.country)
                    .map(|country| PlaceRef { country, start: e.start, end: e.start, whole_country: true })
                    .chain(e.place)
                    .collect();
            }
            // "A and B signed during Prime Minister X's visit to B": X is A's.
            if let [one] = &e.possessor[..] {
                if rule.kind == ExchangeType::Visit && one.kind == ActorKind::Person && self.d.resolve(self.r, one, np).is_none() {
                    let hosts: Vec<u16> = places.iter().map(|p| p.country).collect();
                    let others = (0..k).filter(|&j| self.np(j).is_some_and(|n| n.kind == NpKind::Actor)).flat_map(actors_of);
                    let (host, guests): (Vec<Resolved>, Vec<Resolved>) = others.partition(|o| hosts.contains(&o.country));
                    if one.office.is_some() && distinct(&guests) == 1 && !host.is_empty() {
                        let a = crate::annotate::Actor { country: Some(guests[0].country), ..one.clone() };
                        let travellers = self.d.resolve(self.r, &a, np).into_iter().collect();
                        return emit(self, rule, Sides::Travel { travellers, places }, told, sides, out);
                    }
                    return Err("whose visit it is, is not said");
                }
            }
            let elsewhere = |v: &Vec<Resolved>, places: &[PlaceRef]| v.iter().any(|s| !places.iter().any(|p| p.country == s.country));
            let sources = rule.source.iter().map(&slot).find(|v| elsewhere(v, &places)).unwrap_or_default();
            // "in Washington, ahead of X's visit": the place of the sentence.
            if places.is_empty()
                && rule.kind == ExchangeType::Visit
                && (!e.possessor.is_empty() || !slot(&Slot::Preposition("by".into())).is_empty())
                && matches!(preposition, Some("ahead of" | "during" | "before" | "after" | "following" | "amid" | "against" | "over"))
            {
                places = (0..k)
                    .rev()
                    .filter(|&j| j > 0 && matches!(self.prep(j - 1), Some("in" | "at")))
                    .map(|j| self.destinations(j))
                    .find(|v| !v.is_empty())
                    .unwrap_or_default();
            }
            // "is in Kampala on a visit"
            if places.is_empty() && rule.kind == ExchangeType::Visit && matches!(preposition, Some("on" | "for")) && before >= 3 {
                // "a ceasefire in Gaza on his visit": the ceasefire's.
                // "was in the country on a visit": the other side's.
                let the_country = self.np(before - 2).is_some_and(|n| {
                    n.end == n.start + 2
                        && self.r.word(n.start).as_deref() == Some("the")
                        && self.r.word(n.end - 1).as_deref() == Some("country")
                });
                let guests: Vec<u16> = sources.iter().map(|s| s.country).collect();
                let host = || {
                    let named = (0..before).rev().flat_map(actors_of).map(|a| a.country).find(|c| !guests.contains(c));
                    named.or_else(|| self.d.last_pair().and_then(|(a, b)| [a, b].into_iter().find(|c| !guests.contains(c))))
                };
                if the_country && matches!(self.prep(before - 3), Some("in")) && !guests.is_empty() {
                    let whole = |country| PlaceRef { country, start: e.start, end: e.start, whole_country: true };
                    places = host().map(whole).into_iter().collect();
                }
                let thing = preposition == Some("on") && before >= 4 && self.np(before - 4).is_some_and(|n| n.kind != NpKind::Actor);
                if places.is_empty() && matches!(self.prep(before - 3), Some("in" | "at")) && !thing {
                    places = self.destinations(before - 2);
                }
            }
            if places.is_empty() && rule.kind == ExchangeType::Visit {
                let guests: Vec<u16> = sources.iter().map(|s| s.country).collect();
                let whole = |country| PlaceRef { country, start: e.start, end: e.start, whole_country: true };
                let host = |j: usize| actors_of(j).into_iter().map(|a| a.country).find(|c| !guests.contains(c));
                // "ends the embargo on X during his visit to the country": the last one named.
                let meant = |j: usize| {
                    // "the Gulf country", "the island nation"
                    self.np(j).is_some_and(|n| {
                        self.r.word(n.start).as_deref() == Some("the")
                            && n.end <= n.start + 4
                            && n.everybody().all(|a| a.country.is_none())
                            && matches!(self.r.word(n.end - 1).as_deref(), Some("country" | "nation" | "kingdom" | "state" | "republic"))
                    })
                };
                if all.preps.iter().any(|(s, j)| matches!(self.r.lx.text(*s), "in" | "to") && meant(*j)) {
                    let last = || self.d.last_pair().and_then(|(a, b)| [a, b].into_iter().find(|c| !guests.contains(c)));
                    places = (0..k).rev().find_map(host).or_else(last).map(whole).into_iter().collect();
                } else if matches!(preposition, Some("during" | "after" | "following" | "ahead of" | "before"))
                    && !slot(&Slot::Preposition("by".into())).is_empty()
                {
                    // "X speaks during a state visit by Y": X is at home.
                    let speaker = (0..k).find_map(|v| self.vg(v).filter(|g| Self::finite(g)).and_then(|_| self.subject(v, 0)));
                    places = speaker.and_then(host).map(whole).into_iter().collect();
                } else if let Some((g, _)) =
                    verb_before.filter(|(_, v)| !v.passive && self.verb_is(v, &["hail", "welcome", "praise", "appreciate", "laud"]))
                {
                    // "X hailed the visit of Y": to him.
                    let named = !e.pronoun && (e.definite || !e.possessor.is_empty());
                    let praised = self.subject(g, 0).filter(|s| named && actors_of(*s).iter().any(official));
                    places = praised.and_then(host).map(whole).into_iter().collect();
                }
            }
            // "A planned stop in Jordan was called off": whose, the sentence before said.
            let called = verb_after.is_some_and(|(_, v)| v.passive && v.governs == Governs::Cancel);
            let sources = if sources.is_empty() && called && rule.kind == ExchangeType::Visit && verb_before.is_none() {
                self.d.last_person().cloned().into_iter().collect()
            } else {
                sources
            };
            // "The visit to X by Y follows a visit to Z": Y's too.
            let follows = verb_before.filter(|(_, v)| !v.passive && self.verb_is(v, &["follow", "precede"]) && !e.pronoun);
            let sources = match follows.and_then(|(g, _)| self.subject(g, 0)).filter(|_| sources.is_empty()) {
                Some(s) if self.np(s).is_some_and(|n| n.event.as_ref().is_some_and(|x| self.noun_of(x, ExchangeType::Visit))) => {
                    self.traveller_of(s, out)
                }
                _ => sources,
            };
            // "Chilean minister in Peru for an official visit": a headline leaves the verb out.
            let headline = |j: usize| {
                rule.kind == ExchangeType::Visit
                    && j == 4
                    && !e.pronoun
                    && matches!(preposition, Some("for" | "on"))
                    && self.prep(1) == Some("in")
                    && self.np(0).is_some_and(|n| n.kind == NpKind::Actor)
                    && !self.c.iter().any(|s| matches!(&s.chunk, Chunk::Vg(v) if Self::finite(v)))
            };
            let (sources, told) = if sources.is_empty() && headline(k) {
                let mode = Mode { status: Status::Ongoing, direction: Direction::Past, news: true };
                (actors_of(0).into_iter().filter(official).collect(), Told { mode, ..told })
            } else {
                (sources, told)
            };
            // "the visit to Russia of the Chinese premier": "of" is who travels unless it is where.
            let travellers: Vec<Resolved> = sources.into_iter().filter(|s| !places.iter().any(|p| p.country == s.country)).collect();
            if places.is_empty() || travellers.is_empty() {
                return Err("no traveller or no place is named");
            }
            if rule.kind == ExchangeType::Visit
                && travellers.iter().all(|t| t.kind == ActorKind::Country)
                && e.possessor.is_empty()
                && e.adjectives.is_empty()
            {
                return Err("a country does not travel");
            }
            return emit(self, rule, Sides::Travel { travellers, places }, told, sides, out);
        }
        if receives {
            let targets = light_before.and_then(|(g, _)| self.subject(g, 0)).map(actors_of).unwrap_or_default();
            let sources = first_of(&rule.source);
            return emit(self, rule, Sides::Two { sources, targets }, told, sides, out);
        }
        // "was presented with a gift by Y": the subject receives.
        if rule.received {
            if let Some((g, v)) = verb_before.filter(|(_, v)| v.passive && self.verb_is(v, &["present"])) {
                let _ = v;
                let targets = self.subject(g, 0).map(actors_of).unwrap_or_default();
                let sources = first_of(&[Slot::Preposition("by".into()), Slot::Preposition("from".into())]);
                return emit(self, rule, Sides::Two { sources, targets }, told, sides, out);
            }
        }
        // "In a phone call, X urges Y to withdraw": who is told of in the sentence that the call opens.
        if rule.kind == ExchangeType::Call
            && matches!(self.prep(k.wrapping_sub(1)), Some("in" | "during"))
            && k <= 2
            && all.preps.is_empty()
            && matches!(self.c.get(k + 1).map(|c| &c.chunk), Some(Chunk::Comma))
        {
            let mut people: Vec<Resolved> = Vec::new();
            for r in (k + 2..self.c.len()).filter(|&j| self.np(j).is_some_and(|n| n.kind == NpKind::Actor)).flat_map(actors_of) {
                if official(&r) && people.iter().all(|p| p.country != r.country) {
                    people.push(r);
                }
            }
            if people.len() == 2 {
                return emit(self, rule, Sides::List(people), told, sides, out);
            }
        }
        // "the agreement for a Strategic Dialogue": what it is called.
        let title = rule.kind == ExchangeType::Meeting && before >= 2 && matches!(preposition, Some("for" | "on" | "establishing"));
        if title && self.r.tokens[e.start].cap && !self.r.headline && self.event_is(before - 2, ExchangeType::Agreement) {
            return Err("the name of an agreement");
        }
        // "A and B held the Peru-Chile dialogue", "the pact between Peru and Chile was signed by A and B": the people of the two.
        let people_of = |list: Vec<Resolved>| {
            let by = light_after.filter(|(_, v)| v.passive).map(|_| slot(&Slot::Preposition("by".into())));
            let people = by.filter(|v| !v.is_empty()).unwrap_or_else(|| slot(&Slot::Subject));
            let same = people.iter().all(|p| list.iter().any(|c| c.country == p.country));
            let bare = list.iter().all(|c| c.kind == ActorKind::Country) && (light_before.is_some() || light_after.is_some());
            if bare && same && distinct(&people) == distinct(&list) { people } else { list }
        };
        // "talks between A and B", "the Russian-Chinese summit"
        for s in rule.both.iter().filter(|s| matches!(s, Slot::Preposition(_))) {
            let list = slot(s);
            if distinct(&list) >= 2 {
                let list = people_of(list);
                return emit(self, rule, Sides::List(list), told, sides, out);
            }
        }
        let mut targets = rule.target.iter().map(&slot).find(|v| !v.is_empty()).unwrap_or_default();
        // "held talks with senior officials in Quito": Ecuador's, but for a town where organisations of states sit.
        if rule.kind == ExchangeType::Meeting && targets.is_empty() {
            let officials = |n: &Np| {
                n.kind == NpKind::Actor && n.actors.iter().all(|a| a.kind == ActorKind::Group && a.country.is_none())
                    || matches!(self.r.word(n.end - 1).as_deref(), Some("chiefs" | "authorities" | "commanders" | "counterparts"))
                        && n.kind == NpKind::Other
            };
            let with = self.slot_prep(&all, "with").filter(|w| self.np(*w).is_some_and(officials) && self.prep(w + 1) == Some("in"));
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
        let mut told = told;
        if rule.ceremony && matches!(told.mode.status, Status::Occurred | Status::Planned) {
            // "presented their credentials before President X"
            if targets.is_empty() && matches!(self.c.get(k + 1).map(|s| &s.chunk), Some(Chunk::Sub(_))) {
                targets = actors_of(k + 2);
            }
            // "new ambassadors to Peru presented their credentials"
            let post = borrowed().filter(|s| targets.is_empty() && self.prep(s + 1) == Some("to")).and_then(|s| self.post_of(s));
            targets.extend(post.map(|c| self.d.bare(c, np.start)));
            match (targets.first(), self.d.court.get()) {
                (Some(t), _) => self.d.court.set(Some((t.country, told.date))),
                (None, Some((court, date))) => {
                    targets = vec![self.d.bare(court, np.start)];
                    told.date = told.date.or(date);
                }
                _ => {}
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
                    return emit(self, rule, Sides::Two { sources, targets }, told, sides, out);
                }
            }
        }
        // "a message to the congress of the Lao party": whose congress, "of" says.
        if rule.kind == ExchangeType::Message && targets.is_empty() {
            let to = all.preps.iter().position(|(s, _)| self.r.lx.text(*s) == "to");
            let of = to.and_then(|i| all.preps.get(i + 1)).filter(|(s, _)| self.r.lx.text(*s) == "of");
            targets = of.map(|x| actors_of(x.1)).unwrap_or_default();
        }
        // "held talks in Peru with his counterpart": the host's.
        if rule.kind == ExchangeType::Meeting && targets.is_empty() {
            let counterpart = self.slot_prep(&all, "with").filter(|w| {
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
                    targets = vec![Resolved { level, ..self.d.bare(host, self.c[w].start) }];
                }
            }
        }
        // "X announced a new package from Y": for X.
        if rule.kind == ExchangeType::Transfer
            && targets.is_empty()
            && light_before.is_some_and(|(_, v)| self.verb_is(v, &["announce", "unveil", "welcome", "hail"]))
            && self.slot_prep(&all, "from").is_some()
        {
            targets = slot(&Slot::Subject);
        }
        // "medical supplies from X arrived in Y"
        if rule.kind == ExchangeType::Transfer && targets.is_empty() {
            if let Some((g, _)) = light_after.filter(|(_, v)| self.verb_is(v, &["arrive", "land", "reach"])) {
                let at = all.preps.iter().filter(|(s, j)| *j > g && matches!(self.r.lx.text(*s), "in" | "at")).map(|p| p.1);
                let place = at.chain(self.object(g)).find_map(|j| self.destinations(j).into_iter().next());
                targets = place.map(|p| self.d.bare(p.country, p.start)).into_iter().collect();
            }
        }
        // "condolences to the Chinese people"
        if rule.kind == ExchangeType::Message && targets.is_empty() && light_before.is_some() {
            let people = |n: &Np| {
                let last = self.r.word(n.end - 1);
                let of = (n.start..n.end).find_map(|t| self.r.country_form(t)).filter(|_| n.kind == NpKind::Other);
                of.filter(|_| matches!(last.as_deref(), Some("people" | "nation" | "public"))).map(|f| f.0)
            };
            let to = self.slot_prep(&all, "to").and_then(|w| self.np(w)).and_then(people);
            targets = to.map(|c| self.d.bare(c, np.start)).into_iter().collect();
        }
        // "a Qatari plane carrying aid arrived in Y": whose the plane is.
        let vehicle = self.np(measured).filter(|n| measured < k && self.r.is(n.end - 1, Closed::VehicleNoun));
        let carries = |j: usize| self.np(j).filter(|n| n.kind == NpKind::Other && self.r.is(n.end - 1, Closed::VehicleNoun));
        let vehicle = vehicle.or_else(|| light_before.and_then(|(g, _)| self.subject(g, 0)).and_then(carries));
        let carrier = vehicle.and_then(|n| (n.start..n.end).find_map(|t| self.r.country_form(t))).map(|f| f.0);
        // "delivers fuel to the reactor in X"
        if rule.kind == ExchangeType::Transfer && targets.is_empty() && light_before.is_some() {
            let there = self.slot_prep(&all, "to").map(|w| self.destinations(w)).unwrap_or_default();
            if let Some(p) = there.first() {
                targets = vec![self.d.bare(p.country, p.start)];
            }
        }
        if !targets.is_empty() {
            // "opposes opening EU talks with X": the organisation talks.
            if rule.kind == ExchangeType::Meeting && e.multilateral && e.possessor.is_empty() {
                return Err("an organisation of states talks");
            }
            let foreign = |v: &Vec<Resolved>| v.iter().any(|s| targets.iter().all(|t| t.country != s.country));
            let mut sources = rule.source.iter().map(&slot).find(|v| !v.is_empty() && foreign(v)).unwrap_or_default();
            // "denied reports of a meeting with X": who denies it.
            if sources.is_empty() {
                sources = denier.and_then(|g| self.subject(g, 0)).map(actors_of).filter(foreign).unwrap_or_default();
            }
            // "At the meeting with X, the parties spoke of trade": he of whom the sentence before tells.
            if sources.is_empty()
                && matches!(rule.kind, ExchangeType::Meeting | ExchangeType::Call)
                && matches!(preposition, Some("during" | "at" | "in"))
                && distinct(&targets) == 1
                && borrowed().and_then(|s| self.np(s)).is_some_and(|n| n.kind == NpKind::Pair)
            {
                sources = self.d.last_person().filter(|p| official(p) && foreign(&vec![(*p).clone()])).cloned().into_iter().collect();
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
            if rule.kind == ExchangeType::Transfer && matches!(mode.status, Status::Denied | Status::Cancelled) {
                let of = slot(&Slot::Adjective);
                if !of.is_empty() && foreign(&of) {
                    sources = of;
                }
            }
            if !sources.is_empty() {
                if rule.kind == ExchangeType::Transfer && sources.iter().any(|s| targets.iter().any(|t| t.country == s.country)) {
                    return Err("both sides are one country");
                }
                return emit(self, rule, Sides::Two { sources, targets }, told, sides, out);
            }
        }
        // "the Cuban ambassador to the DPRK hosts a reception": the other side is where he is accredited.
        if rule.embassy && targets.is_empty() {
            let hosts = rule.source.iter().find_map(|s| match s {
                Slot::Subject => borrowed(),
                Slot::Preposition(w) => self.slot_prep(&all, w),
                _ => None,
            });
            let hosts = hosts.or_else(|| self.slot_prep(&all, "with"));
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
                None => hosts.map(actors_of).unwrap_or_default(),
            };
            let post = post.or(self.d.home).filter(|p| sources.iter().all(|s| s.country != *p));
            if let (Some(post), false) = (post, sources.iter().all(|s| s.kind == ActorKind::Country)) {
                let targets = vec![self.d.bare(post, np.start)];
                return emit(self, rule, Sides::Two { sources, targets }, told, sides, out);
            }
            return Err("no post is known");
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
                        return emit(self, rule, Sides::Two { sources: own, targets: other }, told, sides, out);
                    }
                }
            }
        }
        // "call for a summit of Eurozone leaders": others meet.
        let of_others = rule.kind == ExchangeType::Meeting
            && self.prep(k + 1) == Some("of")
            && self.np(k + 2).is_some_and(|n| {
                n.kind == NpKind::Actor && n.plural() && self.resolve_np(k + 2).is_empty() || self.r.names_organisation(n.start, n.end)
            });
        if of_others {
            return Err("others are said to meet");
        }
        // "A and B exchanged letters": each wrote to the other.
        if rule.kind == ExchangeType::Message && light_before.is_some_and(|(_, v)| self.verb_is(v, &["exchange"])) {
            let list = slot(&Slot::Subject);
            // "exchanged greetings": they bowed, unless it was for a day.
            let written = self.r.word(e.end - 1).as_deref() != Some("greetings") || self.slot_prep(&all, "for").is_some();
            if distinct(&list) >= 2 && written {
                return emit(self, rule, Sides::List(list), told, sides, out);
            }
        }
        // "The ministers signed the Peru-Chile pact", "the Peru-Chile pact was signed": of a treaty that has its two countries in
        // its name, other words speak as of a thing long known.
        let signs = |x: Option<(usize, &Vg)>, passive: bool| {
            x.filter(|(_, v)| Self::finite(v) && v.passive == passive && self.verb_is(v, &["sign", "ink", "initial"])).map(|x| x.0)
        };
        let signers = |g: usize| {
            let np = self.subject(g, 0).and_then(|s| self.np(s));
            np.is_some_and(|n| n.kind == NpKind::Pair || n.plural() && n.everybody().all(|a| a.name.is_none() && a.country.is_none()))
        };
        let newly = rule.kind != ExchangeType::Agreement
            || !nominal
                && (signs(light_before, false).is_some_and(signers)
                    || signs(light_after, true).is_some() && preposition.is_none() && self.slot_prep(&all, "by").is_none());
        for s in rule.both.iter().filter(|s| newly || **s != Slot::Adjective) {
            let list = slot(s);
            if *s == Slot::Subject && borrowed().is_some_and(|b| self.crowd(b)) {
                return Err("members that are no country make it multilateral");
            }
            if distinct(&list) >= 2 && (targets.is_empty() || *s != Slot::Subject) {
                let list = people_of(list);
                return emit(self, rule, Sides::List(list), told, sides, out);
            }
        }
        // "During a meeting in Kyiv, X urged Y": those who speak are those who meet.
        if matches!(rule.kind, ExchangeType::Meeting | ExchangeType::Call)
            && matches!(preposition, Some("during" | "at" | "in"))
            && e.possessor.is_empty()
        {
            if let Some(list) = self.speakers(k) {
                return emit(self, rule, Sides::List(list), told, sides, out);
            }
        }
        // Possessor and adjective: "Putin's North Korea summit"; of and adjective.
        if rule.both.contains(&Slot::Adjective) && rule.kind != ExchangeType::Agreement {
            let (mut a, b) = (slot(&Slot::Possessor), slot(&Slot::Adjective));
            a.extend(b);
            if distinct(&a) == 2 {
                return emit(self, rule, Sides::List(a), told, sides, out);
            }
            // "announces U.S. talks", with the other side as the clause's subject.
            let adj = slot(&Slot::Adjective);
            if distinct(&adj) == 1 && (light_before.is_some() || denier.is_some()) {
                let denies = denier.and_then(|g| self.subject(g, 0)).map(actors_of);
                let mut subj = denies.unwrap_or_else(|| slot(&Slot::Subject));
                subj.extend(adj);
                if distinct(&subj) == 2 {
                    return emit(self, rule, Sides::List(subj), told, sides, out);
                }
            }
        }
        // "hosted X for dinner", "welcomed X for talks"
        if rule.kind == ExchangeType::Meeting && preposition == Some("for") && before >= 3 {
            let hosts = self.vg(before - 3).filter(|v| !v.passive && self.verb_is(v, &["host", "welcome", "receive", "greet", "join"]));
            let guest = self.np(before - 2).is_some_and(|n| n.kind == NpKind::Actor);
            if let Some(host) = hosts.filter(|_| guest).and_then(|_| self.subject(before - 3, 0)) {
                let (sources, targets) = (actors_of(before - 2), actors_of(host));
                if distinct(&sources) == 1 && distinct(&targets) == 1 {
                    let told = Told { mode: self.mode(before - 3), ..told };
                    return emit(self, rule, Sides::Two { sources, targets }, told, sides, out);
                }
            }
        }
        // "several agreements were signed during the meeting": between those who met.
        if rule.kind == ExchangeType::Agreement
            && targets.is_empty()
            && light_after.is_some_and(|(_, v)| v.passive && self.verb_is(v, &["sign", "ink"]))
        {
            let during = all.preps.iter().any(|(s, j)| {
                matches!(self.r.lx.text(*s), "during" | "at" | "after" | "following")
                    && self.np(*j).and_then(|n| n.event.as_ref()).is_some_and(|e| e.definite || e.pronoun)
            }) || self.prep(0) == Some("during") && self.np(1).is_some_and(|n| n.event.is_some());
            if let Some((a, b)) = self.d.last_sides().filter(|_| during) {
                let (a, b) = (a.first().map(|r| self.d.bare(r.country, np.start)), b.first().map(|r| self.d.bare(r.country, np.start)));
                if let (Some(a), Some(b)) = (a, b) {
                    // "following the talks on the Kyrgyz-Tajik border": theirs, and not of the two who spoke last.
                    let of_others = (self.r.begin..self.r.end)
                        .filter_map(|t| self.r.country_form(t))
                        .any(|(c, form, _)| form == CountryForm::Adjective && c != a.country && c != b.country);
                    if of_others {
                        return Err("others are spoken of");
                    }
                    return emit(self, rule, Sides::List(vec![a, b]), told, sides, out);
                }
            }
        }
        // "where a private meeting is scheduled with X": his who travels.
        if rule.kind == ExchangeType::Meeting && distinct(&targets) == 1 {
            let set = verb_after.is_some_and(|(_, v)| v.passive && v.governs == Governs::Plan);
            let first = (0..k).find(|&g| self.vg(g).is_some_and(Self::finite)).and_then(|g| self.subject(g, 0));
            let own: Vec<Resolved> = first.filter(|_| set).map(actors_of).unwrap_or_default();
            if distinct(&own) == 1 && own[0].kind == ActorKind::Person {
                return emit(self, rule, Sides::Two { sources: own, targets }, told, sides, out);
            }
        }
        Err("fewer than two countries stand where the rule looks for its sides")
    }

    /// Subject and object of the clause around the phrase at `k`, where one person speaks to another.
    fn speakers(&self, k: usize) -> Option<Vec<Resolved>> {
        let speaks = |g: &usize| {
            self.vg(*g).is_some_and(|v| {
                Self::finite(v)
                    && !v.passive
                    && self.verb_is(
                        v,
                        &[
                            "tell",
                            "urge",
                            "ask",
                            "assure",
                            "inform",
                            "warn",
                            "thank",
                            "brief",
                            "remind",
                            "press",
                            "congratulate",
                            "promise",
                            "invite",
                        ],
                    )
            })
        };
        let g = (0..k).rev().find(|g| speaks(g)).or_else(|| (k..self.c.len()).find(|g| speaks(g)));
        // "hoped for cooperation with his counterpart during their meeting"
        let theirs = || {
            self.np(k).filter(|n| self.r.word(n.start).as_deref() == Some("their"))?;
            let g = (0..k).rev().find(|&j| self.vg(j).is_some_and(Self::finite))?;
            let with = (g + 1..k).find(|&j| self.prep(j) == Some("with"))?;
            Some((g, with + 1))
        };
        let (g, other) = match g {
            Some(g) => (g, self.object(g)?),
            None => theirs()?,
        };
        let mut list = self.resolve_np(self.subject(g, 0)?);
        list.extend(self.resolve_np(other));
        let persons = list.iter().all(|a| a.kind == ActorKind::Person);
        (persons && distinct(&list) == 2).then_some(list)
    }

    /// "withdrew its invitation to the envoy", "accepts an invitation to Tehran": a visit in the air.
    fn invitation(
        &self,
        e: &Event,
        rule: &Rule,
        verb: Option<(usize, &Vg)>,
        all: &Phrases,
        slot: &dyn Fn(&Slot) -> Vec<Resolved>,
        told: Told<'_>,
        sides: &mut Option<(Vec<Resolved>, Vec<Resolved>)>,
        out: &mut Vec<Mention>,
    ) -> Why {
        // "an invitation to visit" is told by "visit".
        if matches!(self.vg(all.end), Some(v) if v.tense == Tense::Infinitive) {
            return Err("an invitation to visit is told by its verb");
        }
        let people = |v: Vec<Resolved>| -> Vec<Resolved> { v.into_iter().filter(|a| a.kind != ActorKind::Country).collect() };
        let to = self.slot_prep(all, "to");
        let guests = people(to.map(|t| self.resolve_np(t)).unwrap_or_default());
        let subject = || verb.and_then(|(g, _)| self.subject(g, 0)).map(|s| self.resolve_np(s)).unwrap_or_default();
        let takes = verb.is_some_and(|(_, v)| {
            self.verb_is(v, &["accept", "decline", "reject", "refuse", "receive", "get", "consider", "take up", "turn down"])
        });
        let here = |r: &Resolved| PlaceRef { country: r.country, start: e.start, end: e.start, whole_country: true };
        let (travellers, places) = if takes {
            let hosts = [slot(&Slot::Possessor), slot(&Slot::Preposition("from".into())), slot(&Slot::Preposition("of".into()))];
            let hosts = hosts.into_iter().find(|v| !v.is_empty()).unwrap_or_default();
            let places = to.map(|t| self.destinations(t)).filter(|v| !v.is_empty());
            (people(subject()), places.unwrap_or_else(|| hosts.iter().map(here).collect()))
        } else {
            let hosts = [slot(&Slot::Possessor), subject(), slot(&Slot::Preposition("from".into()))];
            (guests, hosts.into_iter().find(|v| !v.is_empty()).unwrap_or_default().iter().map(here).collect())
        };
        if travellers.is_empty() || places.is_empty() {
            return Err("no guest or no host is named");
        }
        let status = match verb.map(|(_, v)| v) {
            Some(v) if v.governs == Governs::Cancel => Status::Cancelled,
            Some(v) if v.governs == Governs::Deny || v.negated => Status::Denied,
            Some(v) if self.verb_is(v, &["accept", "take up"]) => Status::Planned,
            _ => Status::Proposed,
        };
        let told = Told { mode: Mode { status, direction: Direction::Future, news: status == Status::Cancelled }, ..told };
        emit(self, rule, Sides::Travel { travellers, places }, told, sides, out)
    }

    /// The subject of the clause in which a prepositional phrase at chunk `p` stands.
    fn clause_subject(&self, p: usize, with: bool) -> Option<usize> {
        // "X, on a visit to Y," and "delegation on a visit to Y": the noun right before.
        if p > 0 {
            let mut j = p - 1;
            if matches!(self.c[j].chunk, Chunk::Comma) && j > 0 {
                j -= 1;
            }
            if let Some(np) = self.np(j) {
                // "who heads its delegation on a visit to X": he is there.
                let head = j.checked_sub(1).filter(|g| self.vg(*g).is_some_and(|v| !v.passive && self.verb_is(v, &["head", "lead"])));
                if let Some(g) = head.filter(|_| np.actors.iter().any(|a| a.delegation && a.country.is_none())) {
                    return self.subject(g, 0);
                }
                let headless = j == 0 || !matches!(self.c[j - 1].chunk, Chunk::Vg(_) | Chunk::Prep(_));
                if np.kind == NpKind::Actor
                    && np.actors.iter().any(|a| a.kind != ActorKind::Country)
                    && (headless || matches!(self.prep(p), Some("on")))
                {
                    return Some(j);
                }
            }
            let verbs = (0..p).rev().take_while(|&g| !matches!(self.c[g].chunk, Chunk::Break)).filter(|&g| self.vg(g).is_some());
            // "A and B agree on X that reduces Y, following a summit": behind a comma, the first verb's.
            if p > 1 && matches!(self.c[p - 1].chunk, Chunk::Comma) && self.prep(p) != Some("on") {
                let begin = (0..p).rev().find(|&g| matches!(self.c[g].chunk, Chunk::Break)).unwrap_or(0);
                let first = (begin..p).find(|&g| self.vg(g).is_some_and(Self::finite)).and_then(|g| self.subject(g, 0));
                if let Some(s) = first.filter(|s| self.np(*s).is_some_and(|n| matches!(n.kind, NpKind::Actor | NpKind::Pair))) {
                    return Some(s);
                }
            }
            // "signs a bill extending a treaty, following talks": the bill is nobody.
            for g in verbs {
                // "if it gives up its weapons, in talks with Z": not the condition's.
                if self.sentence_has_if(g) {
                    continue;
                }
                // "urged X to stop in a meeting with his minister": who urges is there.
                if with && self.controller(g).is_some() {
                    continue;
                }
                let Some(s) = self.subject(g, 0) else { continue };
                // "the office of X": X.
                let office = self.np(s).is_some_and(|n| {
                    n.kind == NpKind::Other && matches!(self.r.word(n.end - 1).as_deref(), Some("office" | "cabinet" | "palace"))
                });
                if office && self.prep(s + 1) == Some("of") && self.np(s + 2).is_some_and(|n| n.kind == NpKind::Actor) {
                    return Some(s + 2);
                }
                let somebody = self.np(s).is_some_and(|n| matches!(n.kind, NpKind::Actor | NpKind::Pronoun | NpKind::Pair));
                if somebody || self.vg(g).is_some_and(Self::finite) {
                    return Some(s);
                }
            }
        }
        // "During a visit to Y, X said": the subject that follows.
        self.main_subject_after(p)
    }

    /// Whose the journey at `k` is: its possessor, who stands behind "by", or who was told to travel there.
    fn traveller_of(&self, k: usize, told: &[Mention]) -> Vec<Resolved> {
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
        let there = |m: &&Mention| m.kind == ExchangeType::Visit && to.iter().any(|p| self.r.lx.iso(p.country) == m.target);
        let as_told = |m: &Mention| {
            Some(Resolved {
                kind: ActorKind::Person,
                name: m.source_head.clone(),
                office: m.source_office.clone(),
                level: m.level,
                ..self.d.bare(self.r.lx.country(m.source)?, self.c[k].start)
            })
        };
        told.iter().rev().find(there).and_then(as_told).into_iter().collect()
    }

    /// "his visit", "their talks": the clause's subject, or the person last named.
    fn pronoun_owner(&self, k: usize) -> Vec<Resolved> {
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
        if let Some(o) = self.judged(k) {
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
                let found = self.resolve_np(s);
                // "if the United States suspends its exercises": a country's own.
                let its = self.np(k).is_some_and(|n| self.r.word(n.start).as_deref() == Some("its"));
                let found = if its && distinct(&found) == 1 { found } else { person(found) };
                if !found.is_empty() {
                    return found;
                }
            }
        }
        if let Some(s) = self.main_subject_after(k) {
            let found = person(self.resolve_np(s));
            if !found.is_empty() {
                return found;
            }
        }
        for j in (0..k).rev() {
            let found = person(self.resolve_np(j));
            if !found.is_empty() {
                return found;
            }
        }
        self.d.last_person().cloned().into_iter().collect()
    }

    /// "congratulated him on his visit": whose visit it was, where a verb of praise or blame speaks of it.
    fn judged(&self, k: usize) -> Option<usize> {
        self.prep(k.checked_sub(1)?).filter(|p| matches!(*p, "on" | "upon" | "for" | "over" | "about"))?;
        let object = k.checked_sub(2).filter(|o| self.np(*o).is_some())?;
        let v = self.vg(object.checked_sub(1)?)?;
        // "welcomed him on his visit"
        let guest =
            || self.np(k).and_then(|n| n.event.as_ref()).is_some_and(|e| e.pronoun) && self.verb_is(v, &["welcome", "greet", "host"]);
        (self.verb_is(v, &JUDGES) || guest()).then_some(object)
    }

    /// "expressed thanks for the visit": the event at `k` is over when it is thanked for.
    fn thanked(&self, k: usize) -> bool {
        let of_note = |n: &Np| {
            matches!(
                self.r.word(n.end - 1).as_deref(),
                Some("thanks" | "gratitude" | "appreciation" | "apology" | "apologies" | "praise" | "criticism" | "congratulations")
            )
        };
        let by_noun = k >= 2 && self.np(k - 2).is_some_and(of_note);
        by_noun || self.judged(k).is_some() && self.prep(k - 1) == Some("for")
    }

    /// "headlined "In the days of his visit to Russia"": the words of a title.
    fn in_a_title(&self, e: &Event) -> bool {
        let opening = (self.r.begin..e.start).rev().find(|&t| self.r.tokens[t].kind == crate::text::Kind::Quote);
        opening
            .and_then(|q| q.checked_sub(1))
            .filter(|t| *t >= self.r.begin)
            .is_some_and(|t| matches!(self.r.word(t).as_deref(), Some("headlined" | "titled" | "entitled" | "captioned")))
    }

    /// "three visits", "several trips": a count, not an exchange (codebook, hard case 10).
    fn counted(&self, e: &Event) -> bool {
        let plural = self.r.word(e.end - 1).is_some_and(|w| w.ends_with('s'));
        let number = e.start > self.r.begin
            && match self.r.tokens[e.start - 1].kind {
                crate::text::Kind::Number => true,
                _ => matches!(
                    self.r.word(e.start - 1).as_deref(),
                    Some(
                        "two"
                            | "three"
                            | "four"
                            | "five"
                            | "six"
                            | "seven"
                            | "eight"
                            | "nine"
                            | "ten"
                            | "several"
                            | "many"
                            | "numerous"
                            | "frequent"
                            | "regular"
                    )
                ),
            };
        // "a series of visits"
        let series = e.start >= self.r.begin + 2
            && self.r.word(e.start - 1).as_deref() == Some("of")
            && matches!(self.r.word(e.start - 2).as_deref(), Some("series" | "number" | "string" | "dozens" | "scores"));
        plural && (number || series)
    }

    /// "hold drills regularly", "meets every year with": told of a habit. The verb or noun stands at `k`.
    fn habitual(&self, k: usize) -> bool {
        let clause = |j: &usize| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::That | Chunk::Rel | Chunk::Sub(_));
        let adverb = |j: usize| {
            // "every year", "each summer"
            let every = self.np(j).is_some_and(|n| {
                n.kind == NpKind::Other
                    && n.end == n.start + 2
                    && matches!(self.r.word(n.start).as_deref(), Some("every" | "each"))
                    && matches!(self.r.word(n.end - 1).as_deref(), Some("year" | "month" | "week" | "day" | "summer" | "spring" | "autumn"))
            });
            every || matches!(&self.c[j].chunk, Chunk::Adverb(_)) && self.r.is(self.c[j].start, Closed::HabitAdverb)
        };
        // "whenever he visits X"
        let opener = (0..k).rev().find(|j| !clause(j)).and_then(|j| self.prep(j));
        if matches!(opener, Some("whenever" | "every time" | "each time")) {
            return true;
        }
        (k + 1..self.c.len()).take_while(clause).take(6).any(adverb) || (0..k).rev().take_while(clause).take(3).any(adverb)
    }

    /// "July 11 is the day when X and Y signed": a day of some year.
    fn commemorated(&self, k: usize) -> bool {
        (0..k).any(|j| {
            matches!(self.c[j].chunk, Chunk::Date(_))
                && self.vg(j + 1).is_some_and(|v| v.copula)
                && self.np(j + 2).is_some_and(|n| matches!(self.r.word(n.end - 1).as_deref(), Some("day" | "date" | "anniversary")))
        })
    }

    /// Is the thing at `k` told as remembered, or of some time or other: "recalled that", "some time ago", "Earlier,"?
    pub fn long_ago(&self, k: usize) -> bool {
        let remembers = |v: &Vg| self.verb_is(v, &["recall", "remember", "recollect", "reminisce"]) && !v.negated;
        if (0..k).any(|j| self.vg(j).is_some_and(remembers)) {
            return true;
        }
        if matches!(self.r.word(self.r.begin).as_deref(), Some("earlier" | "previously")) || self.commemorated(k) {
            return true;
        }
        // "the two last met at a summit": not today.
        if (0..k).any(|j| matches!(self.c[j].chunk, Chunk::Adverb(a) if self.r.lx.text(a) == "last")) {
            return true;
        }
        // "he held talks with X, he noted": a remark on what was done.
        let remark = |v: &Vg| self.verb_is(v, &["note", "stress", "add", "underline", "emphasize", "remark", "assert", "opine"]);
        let last = (0..self.c.len()).rev().find(|&j| self.vg(j).is_some());
        if last.is_some_and(|j| {
            j > k + 1
                && self.vg(j).is_some_and(|v| Self::finite(v) && remark(v))
                && self.np(j - 1).is_some()
                && j >= 2
                && matches!(self.c[j - 2].chunk, Chunk::Comma | Chunk::Quote)
                && (j + 1..self.c.len()).all(|x| !matches!(self.c[x].chunk, Chunk::Np(_) | Chunk::That))
        }) {
            return true;
        }
        let text = self.r.slice(self.r.begin, self.r.end).to_lowercase();
        ["some time ago", "long ago", "for years"].iter().any(|w| text.contains(w))
    }

    /// "four times", "twice" behind the verb at `k`.
    fn repeated(&self, k: usize) -> bool {
        // ", the north in particular, several times"
        self.c[k + 1..].iter().take_while(|s| !matches!(s.chunk, Chunk::Vg(_) | Chunk::Break)).take(8).any(|s| match &s.chunk {
            Chunk::Np(n) => n.kind == NpKind::Other && self.r.word(n.end - 1).as_deref() == Some("times") && n.end - n.start <= 3,
            Chunk::Adverb(a) => matches!(self.r.lx.text(*a), "twice" | "thrice"),
            _ => false,
        })
    }

    /// The verb of a relative clause at `at` that says how an event goes on: "which will be held".
    fn relative_of(&self, at: usize, rule: &Rule) -> Option<(usize, &Vg)> {
        let mut j = at;
        if matches!(self.c.get(j).map(|s| &s.chunk), Some(Chunk::Comma)) {
            j += 1;
        }
        let links = match self.c.get(j).map(|s| &s.chunk) {
            Some(Chunk::Rel) => self.r.word(self.c[j].start).as_deref() == Some("which"),
            Some(Chunk::That) => true,
            _ => false,
        };
        let mut g = j + 1;
        while matches!(self.c.get(g).map(|s| &s.chunk), Some(Chunk::Adverb(_) | Chunk::Date(_))) {
            g += 1;
        }
        let v = self.vg(g).filter(|v| links && Self::finite(v))?;
        let happens = self.verb_is(v, &["take", "occur", "happen", "proceed"]);
        let held = v.passive && (self.light(v, rule) || matches!(v.governs, Governs::Plan | Governs::Cancel | Governs::Do));
        (happens || held || matches!(v.governs, Governs::Begin | Governs::End)).then_some((g, v))
    }

    /// "their second day of talks": the pronoun stands with the stage.
    fn staged_pronoun(&self, k: usize) -> bool {
        k >= 2 && self.prep(k - 1) == Some("of") && self.np(k - 2).is_some_and(|n| self.r.is(n.start, Closed::Possessive))
    }

    /// Does the sentence say that it was done from afar?
    fn remote(&self) -> bool {
        let text = self.r.slice(self.r.begin, self.r.end).to_lowercase();
        ["video", "virtual", "remotely", "online"].iter().any(|w| text.contains(w))
    }

    /// "called Mr Kim on Monday", not "called Mr Kim a friend" or "called Mr Kim's remarks".
    fn stands_alone(&self, k: usize, purpose: bool) -> bool {
        let Some(o) = self.object(k) else { return false };
        match self.c.get(o + 1).map(|s| &s.chunk) {
            // "called on X and the others to resign"
            Some(Chunk::And)
                if !purpose && self.np(o + 2).is_some() && matches!(self.vg(o + 3), Some(v) if v.tense == Tense::Infinitive) =>
            {
                false
            }
            None | Some(Chunk::Date(_) | Chunk::Sub(_) | Chunk::And | Chunk::Comma | Chunk::Break) => true,
            // "called X to congratulate him", but "called on X to resign"
            Some(Chunk::Vg(v)) => purpose && v.tense == Tense::Infinitive,
            // "called on X for a discussion", but "called on X for help"
            Some(Chunk::Prep(p)) if !purpose && self.r.lx.text(*p) == "for" => self.event_is(o + 2, ExchangeType::Meeting),
            Some(Chunk::Prep(p)) if !purpose => matches!(self.r.lx.text(*p), "in" | "at" | "during" | "on"),
            Some(Chunk::Prep(p)) => matches!(self.r.lx.text(*p), "on" | "in" | "about" | "during" | "for" | "from" | "over"),
            Some(Chunk::Other) => o + 2 >= self.c.len(),
            Some(Chunk::Adverb(a)) => !matches!(self.r.lx.text(*a), "a"),
            _ => false,
        }
    }

    /// The country to which the ambassador at chunk `h` is accredited.
    fn post_of(&self, h: usize) -> Option<u16> {
        self.prep(h + 1).filter(|p| matches!(*p, "to" | "in"))?;
        self.np(h + 2).filter(|n| n.kind == NpKind::Actor).and_then(|n| n.actors.first()).and_then(|a| a.country)
    }

    /// The verb at `g`, or the one that governs it, tells of a departure.
    fn departs(&self, g: usize) -> bool {
        let own = self.vg(g).is_some_and(|v| self.rules_of(v).any(|r| r.phase == Some(Phase::Depart)));
        own || self.vg(g).is_some_and(|v| v.tense == Tense::Infinitive) && self.governor(g).is_some_and(|h| self.departs(h))
    }

    /// "the possibility of", "plans for" before the chunk at `k`.
    fn wish_of(&self, k: usize) -> Option<Status> {
        let np = self.np(k.checked_sub(2)?).filter(|_| matches!(self.prep(k - 1), Some("of" | "for" | "on")))?;
        let last = np.end - 1;
        if self.prep(k - 1) == Some("on") {
            return self.r.is(last, Closed::CancelNoun).then_some(Status::Cancelled);
        }
        if self.r.is(last, Closed::ProposalNoun) {
            // "rejected an application for a visit"
            let denied = k >= 3 && self.vg(k - 3).is_some_and(|v| v.governs == Governs::Deny && !v.negated);
            return Some(if denied { Status::Denied } else { Status::Proposed });
        }
        if self.r.is(last, Closed::CancelNoun) {
            return Some(Status::Cancelled);
        }
        self.r.is(last, Closed::PlanNoun).then_some(Status::Planned)
    }

    /// Does the verb at `g` tell of a departure or an arrival?
    fn sets_out(&self, g: usize) -> bool {
        self.vg(g).is_some_and(|v| {
            self.rules_of(v).any(|rule| {
                rule.kind == ExchangeType::Visit && rule.place_target && rule.status.is_none() && rule.phase != Some(Phase::Return)
                    || matches!(rule.phase, Some(Phase::Depart | Phase::Arrive))
            })
        })
    }

    /// "X tried to block talks between Y and Z": what X wants is no refusal of theirs.
    fn hindered_by_others(&self, k: usize, rows: &[Mention]) -> bool {
        let hinders = ["block", "prevent", "oppose", "bar", "forbid", "ban", "prohibit"];
        let denied = rows.iter().all(|m| m.kind == ExchangeType::Meeting && m.status == Status::Denied);
        let Some(g) = self.governor(k).filter(|_| !rows.is_empty() && denied) else { return false };
        if !self.vg(g).is_some_and(|v| !v.passive && !v.negated && self.verb_is(v, &hinders)) {
            return false;
        }
        let who = self.subject(g, 0).map(|s| self.resolve_np(s)).unwrap_or_default();
        let party = |r: &Resolved| rows.iter().any(|m| [m.source, m.target].contains(&self.r.lx.iso(r.country)));
        !who.is_empty() && !who.iter().any(party)
    }

    /// "the envoys who did it are X and Y", "those who did it include X": the list behind the verb.
    fn who_they_are(&self, s: usize) -> Option<usize> {
        matches!(self.c.get(s + 1)?.chunk, Chunk::Rel).then_some(())?;
        let own = (s + 2..self.c.len()).find(|&j| self.vg(j).is_some_and(Self::finite))?;
        let main = (own + 1..self.c.len()).find(|&j| self.vg(j).is_some_and(Self::finite))?;
        self.vg(main).filter(|v| v.copula || self.verb_is(v, &["include", "comprise"]))?;
        let list = main + 1 + usize::from(matches!(self.c.get(main + 1)?.chunk, Chunk::Break));
        self.np(list).filter(|n| n.kind == NpKind::Actor).map(|_| list)
    }

    /// "vaccines donated by X arrived in Y", "were handed over to Y": the main verb stands behind the donor.
    fn donated(
        &self,
        k: usize,
        e: &Event,
        rule: &Rule,
        sides: &mut Option<(Vec<Resolved>, Vec<Resolved>)>,
        out: &mut Vec<Mention>,
    ) -> Option<Why> {
        let gives = ["donate", "provide", "supply", "gift", "send", "offer", "grant", "give"];
        self.vg(k + 1).filter(|v| v.end == v.start + 1 && matches!(v.tense, Tense::Past | Tense::Participle) && self.verb_is(v, &gives))?;
        let donor = (self.prep(k + 2) == Some("by")).then_some(k + 3)?;
        let v = self.vg(k + 4).filter(|v| Self::finite(v))?;
        let phrases = self.phrases(k + 5);
        let to = if self.verb_is(v, &["arrive", "land", "reach"]) {
            let at = phrases.preps.iter().filter(|(s, _)| matches!(self.r.lx.text(*s), "in" | "at")).map(|p| p.1);
            at.chain(self.object(k + 4)).find_map(|j| self.destinations(j).into_iter().next()).map(|p| (p.country, p.start))
        } else {
            let to = self.slot_prep(&phrases, "to").filter(|_| v.passive)?;
            self.resolve_np(to).first().map(|r| (r.country, r.at))
        };
        let sources = self.resolve_np(donor);
        let targets: Vec<Resolved> = to.map(|(c, at)| self.d.bare(c, at)).into_iter().collect();
        if sources.is_empty() || targets.is_empty() || sources.iter().any(|s| targets[0].country == s.country) {
            return None;
        }
        let date = self.date_of(k + 4, &phrases);
        let told = Told { mode: self.mode(k + 4), date, trigger: (e.start, e.end), phrases: &phrases, at: k, verb: Some(v) };
        Some(emit(self, rule, Sides::Two { sources, targets }, told, sides, out))
    }

    /// The verb that asks somebody to do what the infinitive at `g` says: "urged X to stop".
    fn controller(&self, g: usize) -> Option<usize> {
        self.vg(g).filter(|v| v.tense == Tense::Infinitive)?;
        let h = self.governor(g)?;
        let asks = ["urge", "call on", "ask", "press", "warn", "demand", "request", "appeal", "advise", "tell", "encourage", "implore"];
        let verb = self.vg(h).filter(|v| !v.passive && self.verb_is(v, &asks))?;
        self.subject(g, 0).filter(|s| *s > h)?;
        // "meets X, urging Y to stop"
        if verb.tense == Tense::Ing {
            return (0..h).rev().find(|&j| self.vg(j).is_some_and(Self::finite));
        }
        Some(h)
    }

    /// Does the verb at `g` tell of people who are together?
    fn meets(&self, g: usize) -> bool {
        self.vg(g).is_some_and(|v| Self::finite(v) && self.rules_of(v).any(|r| r.kind == ExchangeType::Meeting))
    }

    /// Does "in" and a place stand at `p`?
    fn is_in_place(&self, p: usize) -> bool {
        let place = |n: &Np| !n.places.is_empty() || n.actors.iter().any(|a| a.kind == ActorKind::Country);
        self.prep(p) == Some("in") && self.np(p + 1).is_some_and(place)
    }

    /// "the second day of", "the start of", "the eve of" before the event at `k`.
    fn stage_of(&self, k: usize) -> Option<Status> {
        let of = (0..k).rev().take_while(|&j| !matches!(self.c[j].chunk, Chunk::Vg(_))).find(|&j| self.prep(j) == Some("of"))?;
        let before = self.c[of].start.checked_sub(1).and_then(|t| self.r.word(t))?;
        match &*before {
            "start" | "beginning" | "day" | "leg" | "part" | "stage" | "outset" | "middle" | "stop" => Some(Status::Ongoing),
            "end" | "conclusion" | "close" | "wake" => Some(Status::Occurred),
            "eve" => Some(Status::Planned),
            _ => None,
        }
    }

    /// Status of an event noun from what governs it.
    fn noun_mode(
        &self,
        k: usize,
        e: &Event,
        rule: &Rule,
        before: Option<(usize, &Vg)>,
        after: Option<(usize, &Vg)>,
        preposition: Option<&str>,
    ) -> Option<Mode> {
        let past = Direction::Past;
        let future = Direction::Future;
        let mode = |status, direction, news| Some(Mode { status, direction, news });
        let travel = matches!(rule.kind, ExchangeType::Visit | ExchangeType::Delegation);
        let by_light = |g: usize, v: &Vg| -> Option<Mode> {
            let m = self.mode(g);
            let lasts =
                matches!(rule.kind, ExchangeType::Visit | ExchangeType::Delegation | ExchangeType::Meeting | ExchangeType::Exercise);
            let begun = v.governs == Governs::Begin && !v.negated && lasts;
            let ended = v.governs == Governs::End;
            let status = match m.status {
                Status::Occurred | Status::Ongoing if begun => Status::Ongoing,
                Status::Occurred | Status::Ongoing if ended => Status::Occurred,
                Status::Ongoing if !travel && v.tense != Tense::Progressive => Status::Occurred,
                s => s,
            };
            // A pledge is a plan.
            let status = if rule.kind == ExchangeType::Transfer
                && self.verb_is(v, &["pledge", "announce", "promise", "approve", "unveil", "offer", "earmark", "allocate"])
                && matches!(status, Status::Occurred | Status::Ongoing)
            {
                Status::Planned
            } else {
                status
            };
            mode(status, m.direction, m.news)
        };
        // "expressed his pleasure of meeting X"
        let glad = |n: &Np| {
            matches!(self.r.word(n.end - 1).as_deref(), Some("pleasure" | "honour" | "honor" | "privilege" | "joy" | "satisfaction"))
        };
        if k >= 2 && matches!(self.prep(k - 1), Some("of" | "at" | "in")) && self.np(k - 2).is_some_and(glad) {
            return mode(Status::Occurred, past, false);
        }
        // "come out for the conclusion of a treaty"
        let for_it = (1..k).rev().take(4).find(|&j| self.prep(j) == Some("for"));
        let out = for_it.is_some_and(|j| {
            let w = |back: usize| self.c[j].start.checked_sub(back).and_then(|t| self.r.word(t));
            w(1).as_deref() == Some("out") && matches!(w(2).as_deref(), Some("come" | "came" | "comes" | "coming"))
        });
        if out && (for_it.expect("just found") + 1..k).all(|j| self.vg(j).is_none()) {
            return mode(Status::Proposed, future, false);
        }
        if let Some((g, v)) = before {
            if self.light(v, rule) || self.verb_is(v, &["receive", "present", "get", "accept"]) && rule.received {
                return by_light(g, v);
            }
            let m = self.mode(g);
            // "it would be the first visit by"
            if v.copula && matches!(v.tense, Tense::Future | Tense::Possible) {
                return mode(Status::Planned, future, false);
            }
            if m.status == Status::Denied && v.negated {
                return mode(Status::Denied, future, false);
            }
            return match v.governs {
                // "urges Germany to stop aid": nothing is called off, and nothing told.
                Governs::Cancel if m.status == Status::Proposed && self.verb_is(v, &["stop"]) => None,
                // "cuts short his visit": he was there.
                Governs::Cancel if travel && self.verb_is(v, &["cut short", "interrupt"]) => mode(Status::Occurred, past, true),
                Governs::Cancel => mode(Status::Cancelled, future, true),
                Governs::Propose => mode(Status::Proposed, future, false),
                Governs::Plan => mode(Status::Planned, future, false),
                Governs::Deny => mode(Status::Denied, past, false),
                Governs::Confirm => mode(Status::Planned, future, false),
                Governs::Begin if matches!(m.status, Status::Occurred | Status::Ongoing) => mode(Status::Ongoing, past, m.news),
                Governs::Begin | Governs::End => Some(m),
                // "The visit follows one to Peru": it is over.
                Governs::Do if self.verb_is(v, &["follow"]) && !v.passive => mode(Status::Occurred, past, false),
                Governs::Do => by_light(g, v),
                Governs::Allege => mode(Status::Alleged, past, false),
                // "it will begin mediating talks"
                _ if v.tense == Tense::Ing
                    && self.governor(g).and_then(|a| self.vg(a)).is_some_and(|a| a.tense == Tense::Future && !a.negated) =>
                {
                    mode(Status::Planned, future, false)
                }
                // "will see the signing of agreements"
                _ if v.tense == Tense::Future
                    && !v.negated
                    && self.verb_is(v, &["see", "witness", "include", "feature", "involve", "bring"]) =>
                {
                    mode(Status::Planned, future, false)
                }
                // "an accord that would facilitate joint drills": none is told.
                _ if v.tense == Tense::Possible && matches!(rule.kind, ExchangeType::Exercise | ExchangeType::Transfer) => None,
                // "criticises the visit": it is spoken of, not told.
                _ => mode(Status::Occurred, past, false),
            };
        }
        if let Some((g, v)) = after {
            let m = self.mode(g);
            // "the visit would be part of a tour", "his first trip will be to Peru"
            let ahead = v.tense == Tense::Future && !v.negated;
            if v.copula && travel && (ahead || self.r.word(v.start).as_deref() == Some("would")) {
                return mode(Status::Planned, future, false);
            }
            // "X's visit to Y may anger Z": it is ahead.
            if travel
                && v.tense == Tense::Possible
                && !v.copula
                && matches!(self.r.word(v.start).as_deref(), Some("may" | "could" | "might"))
            {
                return mode(Status::Planned, future, false);
            }
            // "talks are possible", "a visit is expected"
            if v.copula {
                match self.r.word(v.end).as_deref() {
                    Some("possible" | "likely" | "unlikely" | "conceivable") => return mode(Status::Proposed, future, false),
                    Some("due" | "imminent") => return mode(Status::Planned, future, false),
                    Some("underway" | "ongoing" | "under") => return mode(Status::Ongoing, past, m.news),
                    _ => {}
                }
            }
            if self.light(v, rule) || matches!(v.governs, Governs::Do | Governs::Begin | Governs::End) {
                let by = by_light(g, v);
                if v.passive
                    || self.light(v, rule)
                    || matches!(v.governs, Governs::Begin | Governs::End)
                    || self.verb_is(v, &["occur", "take", "happen", "proceed", "come", "go"])
                {
                    return by;
                }
            }
            match v.governs {
                Governs::Cancel => return mode(Status::Cancelled, future, true),
                Governs::Plan => return mode(Status::Planned, future, false),
                Governs::Propose if v.passive => return mode(Status::Proposed, future, false),
                Governs::Deny if v.passive => return mode(Status::Denied, past, false),
                _ if matches!(v.tense, Tense::Future) && v.passive => return Some(m),
                // "the talks may touch on X": they are to come.
                _ if rule.kind == ExchangeType::Meeting
                    && !v.passive
                    && !v.negated
                    && v.tense == Tense::Future
                    && self.r.is(v.start, Closed::Future) =>
                {
                    return mode(Status::Planned, future, false);
                }
                _ if rule.kind == ExchangeType::Meeting && !v.passive && !v.negated && v.tense == Tense::Possible => {
                    return mode(Status::Proposed, future, false);
                }
                _ => {}
            }
        }
        match preposition {
            // "congratulated him on his visit", "commented on the visit": spoken of; "on a visit" is under way.
            Some("on")
                if travel
                    && e.date.is_none()
                    && (e.pronoun || e.definite || !e.possessor.is_empty())
                    && rule.phase.is_none()
                    && !self
                        .governor(k)
                        .and_then(|g| self.vg(g).map(|v| (g, v)))
                        .is_some_and(|(g, v)| v.copula && (g + 2 >= k || g + 4 == k && self.is_in_place(g + 1)) || self.travels(v))
                    && (self.governor(k).is_some() || k >= 2 && !e.possessor.is_empty() && self.np(k - 2).is_some()) =>
            {
                mode(Status::Occurred, past, false)
            }
            // "a statement on the exercises": spoken of.
            Some("on") if rule.kind == ExchangeType::Exercise && k >= 2 && self.np(k - 2).is_some() => mode(Status::Occurred, past, false),
            // "the deadlock in the talks"
            Some("in" | "of" | "for") if k >= 2 && self.np(k - 2).is_some_and(|n| self.r.is(n.end - 1, Closed::StandstillNoun)) => None,
            Some("during" | "on" | "in" | "at" | "amid" | "as part of" | "on the sidelines of") => {
                let status = if travel { Status::Ongoing } else { Status::Occurred };
                // The main verb's time is the event's.
                // ", in a phone call with Y": behind a comma it goes with the first verb, not with what was said.
                // ", in an announcement during a visit"
                let mut frame = k;
                while frame >= 3 && self.prep(frame - 1).is_some() && self.np(frame - 2).is_some() {
                    frame -= 2;
                }
                let aside = frame >= 3 && matches!(self.c[frame - 2].chunk, Chunk::Comma);
                let first = || (0..k).find(|&j| self.vg(j).is_some_and(|v| Self::finite(v) && v.governs == Governs::Say));
                let main = if aside { first() } else { None };
                // "pledge to continue relations in their first meeting": they pledge there.
                let main = main.or_else(|| {
                    let g = self.governor(k).filter(|g| self.vg(*g).is_some_and(|v| v.tense == Tense::Infinitive) && e.pronoun)?;
                    let first = (0..g).rev().find(|&j| self.vg(j).is_some_and(Self::finite))?;
                    // "plans to leave on Monday in his first trip": he leaves in it.
                    Some(if self.vg(first).is_some_and(|v| self.verb_is(v, &["plan", "intend", "schedule", "expect"])) { g } else { first })
                });
                // "calls on X to stop in talks with its minister": the call is made there.
                let main = main.or_else(|| self.controller(self.governor(k)?));
                // "signs a deal to buy X during a visit": the deal is signed there.
                let main = main.or_else(|| {
                    let g = self.governor(k).filter(|g| self.vg(*g).is_some_and(|v| v.tense == Tense::Infinitive))?;
                    let noun = g.checked_sub(1).filter(|o| self.np(*o).is_some())?;
                    let f = (0..noun).rev().find(|&j| self.vg(j).is_some())?;
                    self.vg(f).filter(|v| Self::finite(v) && matches!(v.governs, Governs::Do | Governs::Other) && f + 1 == noun).map(|_| f)
                });
                // "agreed to raise trade in talks with Y": they agreed there.
                let main = main.or_else(|| {
                    let g = self
                        .governor(k)
                        .filter(|g| self.vg(*g).is_some_and(|v| v.tense == Tense::Infinitive && self.rules_of(v).next().is_none()))?;
                    let f = (0..g).rev().find(|&j| self.vg(j).is_some_and(Self::finite))?;
                    self.vg(f)
                        .filter(|v| {
                            v.tense != Tense::Future
                                && self.verb_is(v, &["agree", "pledge", "vow", "promise", "commit", "undertake", "resolve"])
                        })
                        .map(|_| f)
                });
                let main = main.or_else(|| self.governor(k)).or_else(|| (k..self.c.len()).find(|&j| self.vg(j).is_some_and(Self::finite)));
                let m = main.map(|g| self.mode(g));
                let planned = m.is_some_and(|m| matches!(m.status, Status::Planned));
                // "implementing the agreements reached at the summit": at some time.
                let reduced = main.is_some_and(|g| {
                    self.vg(g).is_some_and(|v| v.tense == Tense::Past && !v.passive && v.end == v.start + 1)
                        && g > 0
                        && (self.event_is(g - 1, ExchangeType::Agreement)
                            // "thanks for the hospitality accorded to him during his visit"
                            || travel && preposition == Some("during") && g > 1 && self.np(g - 1).is_some() && self.prep(g - 2) == Some("for"))
                        && (0..g - 1).any(|j| self.vg(j).is_some_and(Self::finite))
                });
                if reduced {
                    return mode(Status::Occurred, past, false);
                }
                // "If Peru yields, it will open a new phase in talks": only if.
                if planned && matches!(&self.c[0].chunk, Chunk::Sub(s) if matches!(self.r.lx.text(*s), "if" | "unless")) {
                    return None;
                }
                if planned {
                    return mode(Status::Planned, future, false);
                }
                // "hailed the treaty signed during his visit", "praised him on the successes made during his visit"
                let told_of = main.is_some_and(|g| {
                    self.vg(g).is_some_and(|v| v.tense == Tense::Past && v.end == v.start + 1)
                        && g.checked_sub(1).is_some_and(|o| self.np(o).is_some())
                        && preposition == Some("during")
                        && (0..g.saturating_sub(1)).any(|j| self.vg(j).is_some_and(|v| Self::finite(v) && self.verb_is(v, &JUDGES)))
                        && (0..g).rev().take_while(|&j| self.vg(j).is_none()).all(|j| !matches!(self.c[j].chunk, Chunk::Comma | Chunk::And))
                });
                if told_of {
                    return mode(Status::Occurred, past, false);
                }
                if self.remembered(k) {
                    return mode(Status::Occurred, past, false);
                }
                let old = e.date.is_some();
                mode(status, past, !old && m.is_none_or(|m| m.news))
            }
            // "barring them from talks"
            Some("from") if self.governor(k).and_then(|g| self.vg(g)).is_some_and(|v| v.governs == Governs::Deny) => {
                mode(Status::Denied, future, false)
            }
            Some("after" | "following" | "since" | "days after" | "hours after" | "weeks after" | "from" | "upon") => {
                mode(Status::Occurred, past, false)
            }
            // "thanked him for the visit": it is over, and the day is that of the thanks.
            Some("for") if self.thanked(k) => mode(Status::Occurred, past, false),
            // "is in Kampala for a visit"
            Some("for") if travel && self.governor(k).and_then(|g| self.vg(g)).is_some_and(|v| v.copula && v.tense == Tense::Present) => {
                mode(Status::Ongoing, past, true)
            }
            // "left for a visit", "arrived for a visit": it has begun.
            Some("for") if travel && self.governor(k).is_some_and(|g| self.sets_out(g)) => {
                let m = self.mode(self.governor(k).expect("just found"));
                let status = if m.status == Status::Occurred { Status::Ongoing } else { m.status };
                Some(Mode { status, ..m })
            }
            // "meets X for a three-day visit": it has begun.
            Some("for")
                if travel
                    && k >= 2
                    && self.np(k - 2).is_some_and(|n| n.actors.iter().any(|a| a.kind != ActorKind::Country))
                    && self.governor(k).is_some_and(|g| self.meets(g)) =>
            {
                let m = self.mode(self.governor(k).expect("just found"));
                let status = if m.status == Status::Occurred { Status::Ongoing } else { m.status };
                Some(Mode { status, ..m })
            }
            Some("of" | "for") if self.wish_of(k).is_some() => mode(self.wish_of(k).expect("just found"), future, false),
            // "the visit will start with a meeting between"
            Some("with") if k >= 2 && self.vg(k - 2).is_some_and(|v| matches!(v.governs, Governs::Begin | Governs::End)) => {
                Some(self.mode(k - 2))
            }
            // "his visit will coincide with Y's trip": both are ahead.
            Some("with") if k >= 2 && self.vg(k - 2).is_some_and(|v| v.tense == Tense::Future && !v.copula && !v.negated) => {
                mode(Status::Planned, future, false)
            }
            // "will be welcomed, followed by talks"
            Some("by") if k >= 2 && self.vg(k - 2).is_some_and(|v| self.verb_is(v, &["follow"])) => {
                (0..k - 2).rev().find(|&j| self.vg(j).is_some_and(Self::finite)).map(|g| self.mode(g))
            }
            Some("except" | "instead of" | "rather than" | "unlike") => None,
            // "events are set to unfold, including a meeting between X and Y"
            Some("including") => {
                let main = (0..k)
                    .rev()
                    .find(|&j| self.vg(j).is_some_and(Self::finite))
                    .filter(|g| self.vg(*g).is_some_and(|v| v.governs == Governs::Plan || v.tense == Tense::Future));
                match main {
                    Some(_) => mode(Status::Planned, future, false),
                    None => mode(Status::Occurred, past, false),
                }
            }
            // "at the start of his visit", "on the eve of the talks"
            Some("of") if self.stage_of(k).is_some() => {
                let main = (0..self.c.len()).find(|&j| self.vg(j).is_some_and(Self::finite)).map(|g| self.mode(g));
                let status = self.stage_of(k).expect("just found");
                mode(
                    status,
                    if status == Status::Planned { future } else { past },
                    main.is_none_or(|m| m.news) && status != Status::Planned,
                )
            }
            // "asks for dialogue with X"
            Some("for") if k >= 2 && self.vg(k - 2).is_some_and(|v| v.governs == Governs::Propose && !v.negated) => {
                mode(Status::Proposed, future, false)
            }
            Some("for") => {
                let g = self.governor(k).filter(|g| self.vg(*g).is_some_and(|v| self.travels(v)));
                let today = g.is_some_and(|g| self.mode(g).news);
                mode(Status::Planned, if today { past } else { future }, today)
            }
            // "a follow-up to the visit", "in response to the drills"
            Some("to")
                if k >= 2
                    && self.np(k - 2).is_some_and(|n| {
                        matches!(
                            self.r.word(n.end - 1).as_deref(),
                            Some(
                                "up" | "sequel" | "response" | "reaction" | "reply" | "reference" | "witness" | "opposition" | "objection"
                            )
                        )
                    }) =>
            {
                mode(Status::Occurred, past, false)
            }
            // "gave publicity to the group's arrival", "paid attention to the drills"
            Some("to")
                if k >= 3
                    && self.np(k - 2).is_some_and(|n| n.event.is_none())
                    && self
                        .vg(k - 3)
                        .is_some_and(|v| !v.passive && self.verb_is(v, &["give", "pay", "devote", "attach", "lend", "draw"])) =>
            {
                mode(Status::Occurred, past, false)
            }
            // "referred to his tours": they are spoken of.
            Some("to")
                if k >= 2
                    && self.vg(k - 2).is_some_and(|v| {
                        self.verb_is(v, &["refer", "point", "allude", "object", "attribute", "owe", "date back", "attest", "testify"])
                    }) =>
            {
                mode(Status::Occurred, past, false)
            }
            Some(p @ ("before" | "ahead of" | "prior to" | "to" | "towards" | "toward" | "days before" | "until")) => {
                // A caption: "pose ahead of their meeting in Lima on Feb. 13, 2022".
                let gone = |d: &DateExpr| match d {
                    DateExpr::Day { year: Some(y), month, day, .. } => jiff::civil::Date::new(*y, *month, *day).ok(),
                    _ => None,
                };
                let held = matches!(p, "before" | "ahead of" | "prior to")
                    && self.phrases(k + 1).dates.first().and_then(|d| gone(&d.1)).is_some_and(|d| d < self.d.article.date);
                if held { mode(Status::Occurred, past, false) } else { mode(Status::Planned, future, false) }
            }
            Some(
                "against" | "over" | "about" | "of" | "by" | "with" | "as" | "than" | "like" | "due to" | "because of" | "despite"
                | "without",
            ) => mode(Status::Occurred, past, false),
            Some(_) => mode(Status::Occurred, past, false),
            None => mode(Status::Occurred, past, false),
        }
    }
}

fn distinct(v: &[Resolved]) -> usize {
    let mut c: Vec<u16> = v.iter().map(|r| r.country).collect();
    c.sort_unstable();
    c.dedup();
    c.len()
}

/// Verbs of praise and blame: their date is not the date of what they speak of.
const JUDGES: [&str; 19] = [
    "congratulate",
    "praise",
    "thank",
    "criticize",
    "criticise",
    "condemn",
    "hail",
    "laud",
    "denounce",
    "blame",
    "rebuke",
    "chide",
    "attack",
    "celebrate",
    "honor",
    "honour",
    "accuse",
    "slam",
    "mock",
];

fn official(r: &Resolved) -> bool {
    r.kind == ActorKind::Person && !r.former && r.level.is_some_and(|l| l <= Level::Minister)
}
