//! The clause reader: finds the subject, object and phrases around each trigger and hands them to the rules.

mod dates;
mod guest;
mod lists;
mod mode;
mod noun;
mod sides;
mod syntax;
mod verb;

use super::discourse::{Discourse, Resolved};
use super::merge::pair;
use crate::annotate::dates::{DateExpr, Direction};
use crate::annotate::{ActorKind, Chunk, Event, Np, Reader, Spanned, Vg};
use crate::lexicon::Rule;
use crate::model::{DateSource, ExchangeType, Level, Mention, Status};

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

/// What a state means to do: whose the noun is, does it.
const WILL: [&str; 6] = ["move", "decision", "intention", "plan", "plans", "bid"];

/// What one strives for is only proposed.
const STRIVES: [&str; 3] = ["work", "strive", "endeavour"];

/// The Pope leaves from Rome.
pub(super) const HOME_ABROAD: &[(&str, &str)] = &[("VAT", "ITA")];

/// Reads every trigger of a sentence.
pub(super) fn read(d: &mut Discourse<'_>, r: &Reader<'_>, n: usize, chunks: &[Spanned], out: &mut Vec<Mention>) {
    let first = out.len();
    let mut sides = None;
    d.told_here.replace(None);
    let mut named = d.named_date;
    {
        let clause = Clause { d, r, c: chunks, n };
        // "While in Lima, they will meet Prime Minister X": Lima's.
        let from =
            usize::from(matches!(chunks.first().map(|s| &s.chunk), Some(Chunk::Sub(s)) if matches!(d.lx.text(*s), "while" | "when")));
        if clause.prep(from) == Some("in") && matches!(chunks.get(from + 2).map(|s| &s.chunk), Some(Chunk::Comma)) {
            if let [there] = clause.destinations(from + 1)[..] {
                d.host.set(Some(there.country));
            }
        }
        for (k, chunk) in chunks.iter().enumerate() {
            if d.answered() {
                return;
            }
            let before = out.len();
            match &chunk.chunk {
                Chunk::Vg(v) => {
                    // "Others include X of Peru": envoys listed behind a ceremony.
                    let lists = !v.copula && d.court.get().is_some() && clause.verb_is(v, &["include"]);
                    for &rule in d.lx.copula_rules.iter().filter(|_| v.copula || lists) {
                        let rule = &d.lx.rules[rule as usize];
                        if lists && !rule.ceremony {
                            continue;
                        }
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
                            // "This is the minister's first visit to Peru": the visit told before, of which it says no more.
                            let same = |m: &Mention, o: &Mention| {
                                o.kind == m.kind && pair(o, m) && (o.source == m.source || m.kind != ExchangeType::Visit)
                            };
                            if out.len() > told && clause.remarks_on(k) && out[..told].iter().any(|o| same(&out[told], o)) {
                                out.truncate(told);
                                why = Err("a remark on what was told before");
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
    {
        let clause = Clause { d, r, c: chunks, n };
        clause.listed(&mut sides, out);
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

/// Does the text hold the words? A star stands for a few others: "for * minutes".
fn said(text: &str, words: &str) -> bool {
    let Some((first, last)) = words.split_once(" * ") else { return text.contains(words) };
    text.match_indices(first).any(|(i, _)| {
        let mut behind = text[i + first.len()..].split_whitespace();
        text[i..].starts_with(&format!("{first} "))
            && behind.by_ref().take(5).skip(1).any(|w| w.trim_end_matches(',').trim_end_matches('.') == last)
    })
}

/// "before", "hours after": the phrase is of another time than what stands beside it.
fn sooner_or_later(p: &str) -> bool {
    matches!(p, "before" | "after" | "ahead of" | "following") || p.ends_with(" after") || p.ends_with(" before")
}

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

    pub fn vg(&self, k: usize) -> Option<&Vg> {
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
        v.finite()
    }

    /// "it was sending tanks"
    pub(in crate::extract) fn was_doing(&self, v: &Vg) -> bool {
        let was = matches!(self.r.word(v.start).as_deref(), Some("was" | "were"));
        was && !v.negated && self.r.word(v.end - 1).is_some_and(|w| w.ends_with("ing"))
    }

    /// Does the verb say that somebody has met?
    pub(in crate::extract) fn has_met(&self, v: &Vg) -> bool {
        let done = matches!(v.tense, crate::annotate::Tense::Past | crate::annotate::Tense::Perfect);
        done && !v.negated && self.rules_of(v).any(|r| r.kind == ExchangeType::Meeting && !r.topic)
    }

    /// "has been in Peru": is it there still?
    fn has_been(&self, v: &Vg) -> bool {
        v.copula && v.tense == crate::annotate::Tense::Present && !v.negated && self.r.word(v.end - 1).as_deref() == Some("been")
    }

    /// Is an exchange of this type what the noun may name?
    fn noun_of(&self, e: &Event, kind: ExchangeType) -> bool {
        self.r.lx.noun_tells(e.noun, kind)
    }

    /// Does the noun at chunk `k` name an exchange of this type?
    pub(in crate::extract) fn event_is(&self, k: usize, kind: ExchangeType) -> bool {
        self.np(k).and_then(|n| n.event.as_ref()).is_some_and(|e| self.noun_of(e, kind))
    }

    /// The rules that the verb may trigger.
    fn rules_of<'v>(&'v self, v: &'v Vg) -> impl Iterator<Item = &'v Rule> + 'v {
        let lx = self.r.lx;
        v.verbs.iter().flat_map(|x| &lx.verbs[*x as usize].rules).map(|r| &lx.rules[*r as usize])
    }
}

fn distinct(v: &[Resolved]) -> usize {
    let mut c: Vec<u16> = v.iter().map(|r| r.country).collect();
    c.sort_unstable();
    c.dedup();
    c.len()
}

/// Verbs of praise and blame: their date is not the date of what they speak of.
const JUDGES: [&str; 25] = [
    "blast",
    "slam",
    "lambast",
    "lambaste",
    "berate",
    "rebuke",
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
