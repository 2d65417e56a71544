//! One pass over a sentence: tokens become chunks, the units in which a clause is read.

use std::borrow::Cow;

use super::dates::{self, DateExpr};
use super::noun_phrase::{Np, NpKind};
use super::verb_group::{Tense, Vg};
use crate::lexicon::{Closed, CountryForm, Entry, Form, Lexicon, kinds};
use crate::text::{Kind, Token, fold};

/// A unit of a clause.
#[derive(Clone, Debug)]
pub enum Chunk {
    Np(Box<Np>),
    Vg(Box<Vg>),
    /// A preposition, by its word number.
    Prep(u32),
    And,
    But,
    Comma,
    /// Colon, semicolon, dash.
    Break,
    Open,
    Close,
    Quote,
    That,
    /// which, who
    Rel,
    Sub(u32),
    Date(DateExpr),
    /// "here", "home" and other adverbs, by word number.
    Adverb(u32),
    Other,
}

/// A chunk and its tokens.
#[derive(Clone, Debug)]
pub struct Spanned {
    pub chunk: Chunk,
    pub start: usize,
    pub end: usize,
}

/// Reads the sentence `begin..end` of `tokens`.
pub struct Reader<'a> {
    pub lx: &'a Lexicon,
    pub text: &'a str,
    pub tokens: &'a [Token],
    pub begin: usize,
    pub end: usize,
    /// Most words are capitalised: capitals say nothing.
    pub headline: bool,
}

impl<'a> Reader<'a> {
    pub fn new(lx: &'a Lexicon, text: &'a str, tokens: &'a [Token], begin: usize, end: usize) -> Self {
        let words = tokens[begin..end].iter().filter(|t| t.kind == Kind::Word && t.end - t.start > 3);
        let (mut n, mut caps) = (0, 0);
        for t in words {
            n += 1;
            caps += usize::from(t.cap);
        }
        // "Hunt met Iranian Foreign Minister Javad Zarif": a small verb makes a sentence.
        let verb = |t: &Token| t.kind == Kind::Word && !t.cap && !lx.forms(t.sym).is_empty();
        let tells = || tokens[begin..end].windows(2).any(|w| verb(&w[1]) && w[0].kind != Kind::Hyphen);
        Reader { lx, text, tokens, begin, end, headline: n >= 4 && caps * 10 >= n * 9 && !tells() }
    }

    /// The text that tokens `a..b` cover.
    pub fn slice(&self, a: usize, b: usize) -> &'a str {
        if a >= b {
            return "";
        }
        &self.text[self.tokens[a].start as usize..self.tokens[b - 1].end as usize]
    }

    /// The folded word at `k`.
    pub fn word(&self, k: usize) -> Option<Cow<'a, str>> {
        let t = self.tokens.get(k)?;
        if !matches!(t.kind, Kind::Word | Kind::Number) {
            return None;
        }
        // Asked for every other word of a sentence: folded anew only where it must be.
        if t.sym != 0 {
            return Some(Cow::Borrowed(self.lx.text(t.sym)));
        }
        let raw = &self.text[t.start as usize..t.end as usize];
        if raw.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) {
            return Some(Cow::Borrowed(raw));
        }
        let mut s = String::new();
        fold(raw, &mut s);
        Some(Cow::Owned(s))
    }

    /// An adverb by its ending, where no list has it.
    pub(super) fn adverb(&self, k: usize) -> bool {
        let t = &self.tokens[k];
        if t.kind != Kind::Word || t.cap || t.end - t.start < 5 {
            return false;
        }
        let w = &self.text.as_bytes()[t.start as usize..t.end as usize];
        w.ends_with(b"ly") && w != b"friendly" && !w.ends_with(b"family") && !w.ends_with(b"assembly") && w != b"early"
    }

    /// Every phrase of the lexicon of these kinds that starts at token `k`: entries with the token after each.
    #[inline]
    pub(crate) fn matches(&self, k: usize, kinds: u16, found: impl FnMut(Entry, usize)) {
        let Some(t) = self.tokens[..self.end].get(k) else { return };
        let node = self.lx.trie().start(t.sym, kinds);
        if node != 0 {
            self.walk(k, node, kinds, found);
        }
    }

    fn walk(&self, k: usize, mut node: u32, kinds: u16, mut found: impl FnMut(Entry, usize)) {
        let t = &self.tokens[k];
        let (mut any_cap, mut all_caps) = (t.cap, t.caps);
        let mut at = k + 1;
        loop {
            for (entry, case, kind) in self.lx.trie().entries(node) {
                let ok = kind & kinds != 0
                    && match case {
                        crate::lexicon::Case::Any => true,
                        crate::lexicon::Case::Capital => any_cap,
                        crate::lexicon::Case::Capitals => all_caps,
                    };
                if ok {
                    found(*entry, at);
                }
            }
            // Hyphens are transparent, and so is the point of "St. Petersburg".
            while at < self.end
                && (self.tokens[at].kind == Kind::Hyphen
                    || self.tokens[at].kind == Kind::Period && self.tokens[at].glued && self.is(at - 1, Closed::Abbreviation))
            {
                at += 1;
            }
            if at >= self.end {
                return;
            }
            let t = &self.tokens[at];
            let sym = match t.kind {
                Kind::Possessive => self.lx.sym("'s"),
                // "Trinidad & Tobago"
                Kind::Other if self.slice(at, at + 1) == "&" => self.lx.sym("and"),
                _ => t.sym,
            };
            if sym == 0 {
                return;
            }
            node = self.lx.trie().step(node, sym, kinds);
            if node == 0 {
                return;
            }
            any_cap |= t.cap;
            all_caps &= t.caps;
            at += 1;
        }
    }

    /// Tokens of the sentence before, where it is a short one; nothing before `first` is a sentence.
    pub(crate) fn sentence_before(&self, first: usize) -> Option<(usize, usize)> {
        // "Mr. X" is no end of a sentence.
        let stop = |k: &usize| {
            // A line that breaks right behind the point leaves the point an end.
            let next = &self.tokens[*k + 1];
            let ends = matches!(self.tokens[*k].kind, Kind::Period | Kind::Stop) && (!next.glued || next.kind == Kind::Newline);
            ends && *k > 0 && !self.is(*k - 1, Closed::Abbreviation)
        };
        let end = self.begin;
        let last = (first..end).rev().find(|k| self.tokens[*k].kind == Kind::Word)?;
        let begin = (first..last).rev().take(80).find(stop).map_or(first.max(last.saturating_sub(80)), |k| k + 1);
        Some((begin, end))
    }

    /// Does the text name the country of its agency, a town or a leader of it, or say "here"?
    pub(crate) fn speaks_of_home(&self, home: Option<u16>) -> bool {
        let Some(home) = home else { return true };
        (self.begin..self.end).any(|k| {
            let s = self.tokens[k].sym;
            let mut named = self.lx.text(s) == "here";
            if self.lx.bearers[s as usize] {
                self.matches(k, kinds::COUNTRY | kinds::INSTITUTION | kinds::PERSON | kinds::PLACE, |e, _| {
                    named |= match e {
                        Entry::Country(c, _) => c == home,
                        Entry::Place(p) => self.lx.places[p as usize].country == home,
                        Entry::Person(p) => self.lx.persons[p as usize].terms.iter().all(|t| t.country == home),
                        Entry::Institution(i) => self.lx.institutions[i as usize].country == Some(home),
                        _ => false,
                    }
                });
            }
            named
        })
    }

    /// "X and Y last met", "first visited": when a verb was done.
    pub(super) fn lately(&self, k: usize) -> bool {
        k + 1 < self.end
            && matches!(self.lx.text(self.tokens[k].sym), "last" | "first" | "all" | "both" | "each")
            && self.verb_group(k + 1).is_some_and(|v| v.tense == Tense::Past && !v.verbs.is_empty() && !v.copula)
            && self.longest(k + 1, kinds::NOUN | kinds::OFFICE).is_none()
    }

    /// "two-day", "3-day", "week-long" within tokens `a..b`: how many days.
    pub(crate) fn duration(&self, a: usize, b: usize) -> Option<u8> {
        const NUMBERS: [&str; 13] =
            ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"];
        (a..b.min(self.end)).find_map(|k| {
            let unit = k + if self.kind(k + 1) == Some(Kind::Hyphen) { 2 } else { 1 };
            let days = match &*self.word(unit).filter(|_| unit < self.end)? {
                "day" | "days" => 1,
                "week" => 7,
                _ => return None,
            };
            let w = self.word(k)?;
            let n = NUMBERS.iter().position(|x| *x == w).map(|n| n as u8 + 1).or_else(|| w.parse().ok())?;
            n.checked_mul(days).filter(|n| (1..=31).contains(n))
        })
    }

    /// Is an organisation of states named within tokens `a..b`?
    pub(crate) fn names_organisation(&self, a: usize, b: usize) -> bool {
        (a..b.min(self.end)).any(|k| {
            let mut hit = false;
            if self.tokens[k].cap {
                self.matches(k, kinds::TRAP | kinds::INSTITUTION, |e, _| {
                    hit |= match e {
                        Entry::Trap => true,
                        Entry::Institution(i) => self.lx.institutions[i as usize].country.is_none(),
                        _ => false,
                    }
                });
            }
            hit
        })
    }

    /// Are fewer than two countries named, by whatever word? Then no exchange between two can be told.
    pub(crate) fn single_country(&self, home: Option<u16>) -> bool {
        let lx = self.lx;
        let mut first = home;
        for k in self.begin..self.end {
            let s = self.tokens[k].sym;
            if !lx.bearers[s as usize] {
                continue;
            }
            let mut several = false;
            let mut seen = |c: u16| several |= *first.get_or_insert(c) != c;
            self.matches(k, kinds::NAMES, |e, _| match e {
                Entry::Country(c, _) => seen(c),
                Entry::Pair(p) => {
                    seen(lx.pairs[p as usize].0);
                    seen(lx.pairs[p as usize].1);
                }
                Entry::Place(p) => seen(lx.places[p as usize].country),
                Entry::Institution(i) => lx.institutions[i as usize].country.into_iter().for_each(&mut seen),
                Entry::Person(id) => lx.persons[id as usize].terms.iter().for_each(|t| seen(t.country)),
                _ => {}
            });
            if self.tokens[k].caps {
                lx.ships.get(&s).into_iter().for_each(|c| seen(*c));
            }
            if self.tokens[k].cap {
                let namesakes = lx.surnames.get(&s).into_iter().flatten();
                namesakes.flat_map(|id| &lx.persons[*id as usize].terms).for_each(|t| seen(t.country));
                lx.bound_offices.get(&s).into_iter().for_each(|c| seen(*c));
                self.bound_title(k + 1).into_iter().for_each(&mut seen);
            }
            if several {
                return false;
            }
        }
        true
    }

    /// The country that an office of several words names by itself, if one ends before token `end`.
    pub(crate) fn bound_title(&self, end: usize) -> Option<u16> {
        let last = self.tokens[end - 1].sym;
        let words = |n: usize| (self.begin..end).rev().filter(|t| self.tokens[*t].kind != Kind::Hyphen).map(|t| self.tokens[t].sym).take(n);
        let ends = |title: &[u32]| title.last() == Some(&last) && words(title.len()).eq(title.iter().rev().copied());
        self.lx.bound_titles.iter().find(|(title, _)| last != 0 && ends(title)).map(|(_, c)| *c)
    }

    /// The longest match of these kinds at `k`.
    #[inline]
    pub(crate) fn longest(&self, k: usize, kinds: u16) -> Option<(Entry, usize)> {
        self.longest_where(k, kinds, |_| true)
    }

    /// The longest match of these kinds at `k` that is wanted.
    #[inline]
    pub(crate) fn longest_where(&self, k: usize, kinds: u16, want: impl Fn(Entry) -> bool) -> Option<(Entry, usize)> {
        let mut best: Option<(Entry, usize)> = None;
        self.matches(k, kinds, |e, end| {
            if want(e) && best.is_none_or(|(_, b)| end > b) {
                best = Some((e, end));
            }
        });
        best
    }

    pub(crate) fn is(&self, k: usize, class: Closed) -> bool {
        k < self.end && self.tokens[k].kind == Kind::Word && self.lx.is(self.tokens[k].sym, class)
    }

    pub(crate) fn kind(&self, k: usize) -> Option<Kind> {
        (k < self.end).then(|| self.tokens[k].kind)
    }

    pub(crate) fn date(&self, k: usize) -> Option<(DateExpr, usize)> {
        let t = &self.tokens[k];
        let opens = |t: &Token| t.kind == Kind::Number || t.kind == Kind::Word && self.lx.is(t.sym, Closed::DateOpener);
        if !opens(t) {
            let may_follow = |t: &Token| {
                opens(t)
                    || matches!(t.kind, Kind::Hyphen | Kind::Dash)
                    || self.lx.is(t.sym, Closed::DateLead)
                    || self.lx.is(t.sym, Closed::DateFollower)
            };
            if !self.lx.is(t.sym, Closed::DateLead) || !self.tokens.get(k + 1).is_some_and(may_follow) {
                return None;
            }
        }
        dates::read(&|i| self.word(i), self.tokens, k, self.end)
    }

    /// Cuts the sentence into chunks.
    pub fn chunks(&self) -> Vec<Spanned> {
        let mut out: Vec<Spanned> = Vec::with_capacity((self.end - self.begin) / 2 + 4);
        let mut i = self.begin;
        while i < self.end {
            let start = i;
            let (chunk, end) = self.chunk(i, &out);
            let end = end.max(i + 1);
            i = end;
            // "has today received": the day stands within the verb.
            if matches!(chunk, Chunk::Vg(_)) && end > start + 2 {
                let day = (start + 1..end - 1).find_map(|t| self.date(t).filter(|d| d.1 < end));
                out.extend(day.map(|(e, _)| Spanned { chunk: Chunk::Date(e), start, end: start }));
            }
            if self.of_exchange(start, end, &out) {
                let last = out.last_mut().expect("a phrase stands before");
                last.end = end;
                if let Chunk::Np(n) = &mut last.chunk {
                    n.end = end;
                }
                continue;
            }
            out.push(Spanned { chunk, start, end });
        }
        self.join(out)
    }

    /// "a protocol on cultural exchange between": the noun, which is written like the verb.
    fn of_exchange(&self, start: usize, end: usize, before: &[Spanned]) -> bool {
        if end != start + 1 || !(self.lower_is(start, "exchange") || self.lower_is(start, "exchanges")) {
            return false;
        }
        let [.., Spanned { chunk: Chunk::Prep(_), .. }, Spanned { chunk: Chunk::Np(n), .. }] = before else { return false };
        let nobody = n.actors.iter().all(|a| a.country.is_none() && a.level == Some(crate::model::Level::Unofficial));
        let one = !self.tokens[n.end - 1].cap && !self.word(n.end - 1).is_some_and(|w| w.ends_with('s'));
        n.end == start && n.event.is_none() && nobody && one && !self.object_follows(end)
    }

    fn chunk(&self, i: usize, before: &[Spanned]) -> (Chunk, usize) {
        let t = &self.tokens[i];
        match t.kind {
            // "letters to each of King X and President Y"
            Kind::Word
                if self.lower_is(i, "each") && self.lower_is(i + 1, "of") && !self.is(i + 2, Closed::Relative) && i + 2 < self.end =>
            {
                return self.chunk(i + 2, before);
            }
            Kind::Comma => return (Chunk::Comma, i + 1),
            Kind::Colon | Kind::Semicolon | Kind::Dash => return (Chunk::Break, i + 1),
            Kind::Open => return (Chunk::Open, i + 1),
            Kind::Close => return (Chunk::Close, i + 1),
            Kind::Quote => return (Chunk::Quote, i + 1),
            Kind::Word | Kind::Number => {}
            // "India & Bhutan hold"
            Kind::Other if self.slice(i, i + 1) == "&" => return (Chunk::And, i + 1),
            // "$1.23 billion"
            Kind::Other if self.kind(i + 1) == Some(Kind::Number) => {}
            _ => return (Chunk::Other, i + 1),
        }
        if let Some((e, mut end)) = self.date(i) {
            // "Tuesday morning"
            let hour =
                |k: usize| matches!(self.word(k).as_deref(), Some("morning" | "afternoon" | "evening" | "night")) && !self.tokens[k].cap;
            if end < self.end && hour(end) && self.kind(end + 1) != Some(Kind::Possessive) {
                end += 1;
            }
            // "last year's visit": the date belongs to the noun.
            if self.kind(end) != Some(Kind::Possessive) {
                return (Chunk::Date(e), end);
            }
        }
        // "more than 20 agreements", "less than two months after": how many, and not more.
        let degree = t.kind == Kind::Word && i + 2 < self.end && self.lower_is(i + 1, "than");
        if degree && matches!(self.word(i).as_deref(), Some("more" | "less" | "fewer")) {
            let counted = self.kind(i + 2) == Some(Kind::Number) || self.is(i + 2, Closed::Determiner);
            if let Some(np) = self.noun_phrase(i + 2, before).filter(|_| counted) {
                let sub = self.longest_where(np.end, kinds::CLOSED, |e| matches!(e, Entry::Closed(Closed::Subordinator, _)));
                let end = np.end;
                if sub.is_some() {
                    return (Chunk::Adverb(0), end);
                }
                return (Chunk::Np(Box::new(Np { start: i, ..np })), end);
            }
        }
        // "some five to six teams": the range counts them.
        let number = |k: usize| {
            self.kind(k) == Some(Kind::Number) || super::noun_phrase::NUMERALS.iter().any(|n| self.lower_is(k, n) && !self.tokens[k].cap)
        };
        if self.lower_is(i + 1, "to") && number(i) && number(i + 2) {
            if let Some(np) = self.noun_phrase(i + 2, before).filter(|n| n.end > i + 3) {
                let end = np.end;
                return (Chunk::Np(Box::new(Np { start: i, ..np })), end);
            }
        }
        // "sent over 500,000 doses", "the first in nearly nine decades": how many, and not what about.
        let digits = t.kind == Kind::Word && self.kind(i + 1) == Some(Kind::Number);
        let about = match self.word(i).as_deref() {
            Some("over" | "about" | "around") => digits,
            Some("nearly" | "almost" | "roughly" | "approximately") => t.kind == Kind::Word && number(i + 1) && self.date(i + 1).is_none(),
            _ => false,
        };
        if about && matches!(before.last().map(|s| &s.chunk), Some(Chunk::Vg(_) | Chunk::Prep(_))) {
            let counted = |n: &Np| n.kind != NpKind::Other || n.end > i + 2;
            if let Some(np) = self.noun_phrase(i + 1, before).filter(counted) {
                let end = np.end;
                return (Chunk::Np(Box::new(Np { start: i, ..np })), end);
            }
        }
        // "the newly elected prime minister"
        let newly = t.kind == Kind::Word && i + 2 < self.end && (self.lower_is(i, "newly") || self.lower_is(i, "recently"));
        let how = i + 1 + usize::from(newly && self.kind(i + 1) == Some(Kind::Hyphen));
        let newly = newly && how + 1 < self.end;
        if newly && matches!(self.word(how).as_deref(), Some("elected" | "appointed" | "inaugurated" | "installed" | "minted")) {
            if let Some(np) = self.noun_phrase(how + 1, before) {
                let end = np.end;
                return (Chunk::Np(Box::new(np)), end);
            }
        }
        // "and co-chair the talks"
        let co = t.kind == Kind::Word && self.kind(i + 1) == Some(Kind::Hyphen) && self.lower_is(i, "co");
        if co && i + 2 < self.end && !self.lx.forms(self.tokens[i + 2].sym).is_empty() {
            if let Some(v) = self.verb_group(i + 2) {
                let end = v.end;
                return (Chunk::Vg(Box::new(v)), end);
            }
        }
        // "held back-to-back meetings": the one after the other.
        let back = |k: usize| k < self.end && self.lower_is(k, "back");
        if back(i) && self.kind(i + 1) == Some(Kind::Hyphen) && back(i + 4) && self.lower_is(i + 2, "to") {
            return (Chunk::Adverb(t.sym), i + 5);
        }
        // "9:30 p.m."
        let clock = t.kind == Kind::Number && matches!(self.word(i + 1).as_deref(), Some("am" | "pm")) && !self.tokens[i + 1].caps;
        if clock && i + 1 < self.end {
            return (Chunk::Other, i + 2);
        }
        if t.kind == Kind::Word {
            let closed = self.longest(i, kinds::CLOSED);
            let name = self.longest(i, kinds::COUNTRY | kinds::PAIR | kinds::PERSON | kinds::INSTITUTION | kinds::TRAP | kinds::PLACE);
            if let Some((Entry::Closed(class, id), end)) = closed {
                if name.is_none_or(|(_, n)| n <= end) {
                    match class {
                        // "over 130,000 refugees": about how many.
                        Closed::Preposition
                            if self.kind(end) == Some(Kind::Number)
                                && matches!(self.lx.text(id), "over" | "about" | "around" | "under" | "near")
                                && self.date(end).is_none() =>
                        {
                            return (Chunk::Adverb(id), end);
                        }
                        // "a cable of thanks to the emir"
                        Closed::Preposition
                            if self.lx.text(id) == "thanks to" && matches!(before.last().map(|s| &s.chunk), Some(Chunk::Prep(_))) => {}
                        // "Under Secretary of State X"
                        Closed::Preposition if t.cap && self.longest(i, kinds::OFFICE).is_some_and(|o| o.1 > end) => {}
                        Closed::Preposition => return (Chunk::Prep(id), end),
                        Closed::Subordinator => return (Chunk::Sub(id), end),
                        // "first secretary of": an office begins with what is an adverb elsewhere.
                        Closed::Adverb
                            if end < self.end
                                && self.longest(i, kinds::MODIFIER | kinds::OFFICE).is_some()
                                && self.longest(end, kinds::OFFICE | kinds::MODIFIER).is_some() => {}
                        // "today's visit"
                        Closed::Adverb if self.kind(end) == Some(Kind::Possessive) => {}
                        Closed::Adverb => return (Chunk::Adverb(id), end),
                        // "his delegation" beside its leader says nothing new; alone it is who acts.
                        Closed::Tail if !matches!(before.last().map(|s| &s.chunk), Some(Chunk::And | Chunk::Comma | Chunk::Prep(_))) => {}
                        // "of the Two Holy Mosques"
                        Closed::AnaphorPair
                            if self.tokens[end - 1].cap
                                && !self.headline
                                && !matches!(
                                    self.word(end - 1).as_deref(),
                                    Some("presidents" | "ministers" | "leaders" | "sides" | "state" | "government")
                                ) => {}
                        // "both sides of the border"
                        Closed::AnaphorPair
                            if matches!(self.word(end - 1).as_deref(), Some("sides" | "two" | "pair"))
                                && (matches!(self.word(end).as_deref(), Some("of" | "to")) || self.kind(end) == Some(Kind::Hyphen)) => {}
                        Closed::AnaphorPair => {
                            // "the two countries' leaders"
                            let owned = (self.kind(end) == Some(Kind::Possessive))
                                .then(|| self.noun_phrase(end + 1, &[]))
                                .flatten()
                                .filter(|n| n.kind == NpKind::Actor);
                            let end = owned.map_or(end, |n| n.end);
                            return (Chunk::Np(Box::new(Np::pair(i, end))), end);
                        }
                        Closed::Tail => return (Chunk::Np(Box::new(Np::other(i, end))), end),
                        _ => {}
                    }
                }
            }
            let s = t.sym;
            let lx = self.lx;
            // "Additionally, the minister met X": no name, whether the lexicon has the word or not.
            let adverb = || i == self.begin && self.kind(i + 1) == Some(Kind::Comma) && name.is_none();
            if t.cap && adverb() && self.word(i).is_some_and(|w| w.len() > 6 && w.ends_with("ly")) {
                return (Chunk::Adverb(s), i + 1);
            }
            let mid_cap = t.cap && i > self.begin && !self.headline;
            // "X and Y last met in May"
            // "X, who last visited Y"
            let who = |s: &Spanned| match &s.chunk {
                Chunk::Np(n) => !n.actors.is_empty() || n.kind == NpKind::Pair,
                Chunk::Rel => self.lower_is(s.start, "who"),
                _ => false,
            };
            // "the minister himself arrives": no more than the minister.
            let named = |s: &Spanned| matches!(&s.chunk, Chunk::Np(n) if n.kind == NpKind::Actor && n.actors.len() == 1);
            if s != 0 && matches!(lx.text(s), "himself" | "herself") && before.last().is_some_and(named) {
                return (Chunk::Adverb(s), i + 1);
            }
            if before.last().is_some_and(who) && self.lately(i) {
                return (Chunk::Adverb(s), i + 1);
            }
            if s != 0 && !mid_cap && name.is_none() {
                let last = before.last().map(|s| &s.chunk);
                if lx.is(s, Closed::Relative) {
                    let w = lx.text(s);
                    return (if w == "that" { Chunk::That } else { Chunk::Rel }, i + 1);
                }
                if lx.is(s, Closed::Conjunction) {
                    return (Chunk::And, i + 1);
                }
                if lx.is(s, Closed::Adversative) {
                    return (Chunk::But, i + 1);
                }
                // "a drill with ships from Peru": behind a preposition no verb.
                let ships = matches!(lx.text(s), "ships" | "crews") && matches!(last, Some(Chunk::Prep(_)));
                if ships && matches!(self.word(i + 1).as_deref(), Some("from" | "of")) {
                    return (Chunk::Np(Box::new(Np::other(i, i + 1))), i + 1);
                }
                // "talks with host President X"
                let hosted = lx.text(s) == "host" && matches!(last, Some(Chunk::Prep(_))) && self.tokens.get(i + 1).is_some_and(|t| t.cap);
                if let Some(np) = hosted.then(|| self.noun_phrase(i + 1, &[])).flatten().filter(|n| n.kind == NpKind::Actor) {
                    let end = np.end;
                    return (Chunk::Np(Box::new(Np { start: i, ..np })), end);
                }
                let group = self.verb_group(i);
                // "will establish normalized relations": the phrase begins with the participle, known to it or not.
                if let Some(rest) =
                    group.as_ref().filter(|v| self.described(v, last) || self.leading(i, last)).and_then(|_| self.noun_phrase(i + 1, &[]))
                {
                    let np = self.noun_phrase(i, before).filter(|n| n.end >= rest.end).unwrap_or(Np { start: i, ..rest });
                    let end = np.end;
                    return (Chunk::Np(Box::new(np)), end);
                }
                let verb = group.filter(|v| self.reads_as_verb(i, v, last, before));
                if let Some(v) = verb {
                    let end = v.end;
                    return (Chunk::Vg(Box::new(v)), end);
                }
                // "to" before no verb, "before", "after": a subordinator if a clause follows; either way its word stands.
                let titled = || t.cap && self.longest(i, kinds::OFFICE).is_some_and(|o| o.1 > i + 1);
                // "held in-depth talks": no phrase of its own.
                let compound = || !t.cap && self.kind(i + 1) == Some(Kind::Hyphen) && self.tokens[i + 1].glued;
                if lx.is(s, Closed::Preposition) && !titled() && !compound() {
                    return (Chunk::Prep(s), i + 1);
                }
                if lx.is(s, Closed::Subordinator) {
                    return (Chunk::Sub(s), i + 1);
                }
                let office = || i + 1 < self.end && self.longest(i + 1, kinds::OFFICE | kinds::MODIFIER | kinds::PORTFOLIO).is_some();
                if lx.is(s, Closed::Adverb)
                    && !compound()
                    && self.kind(i + 1) != Some(Kind::Possessive)
                    && !(self.longest(i, kinds::MODIFIER).is_some() && office())
                {
                    return (Chunk::Adverb(s), i + 1);
                }
            }
            if self.adverb(i) {
                return (Chunk::Adverb(s), i + 1);
            }
            // "Rabuka flagged a treaty": a past that no list knows.
            if self.unknown_past(i, before) {
                return (Chunk::Vg(Box::new(Vg::unknown(i, i + 1, Tense::Past, false))), i + 1);
            }
        }
        if let Some(np) = self.noun_phrase(i, before) {
            // "in Moscow Russian Foreign Minister X met": a comma is missing.
            let within = matches!(before.last().map(|s| &s.chunk), Some(Chunk::Prep(p)) if matches!(self.lx.text(*p), "in" | "at"));
            let person =
                |n: &Np| n.kind == NpKind::Actor && n.actors.len() == 1 && n.actors[0].name.is_some() && n.actors[0].office.is_some();
            if within && person(&np) {
                let town = self.place_at(i).map(|p| p.2).filter(|e| *e < np.end && self.tokens[*e].kind == Kind::Word);
                let town = town.filter(|_| self.country_form(i).is_none_or(|f| f.1 == CountryForm::Capital));
                let place = town.and_then(|end| Reader { end, ..*self }.noun_phrase(i, before));
                if let Some(place) = place.filter(|n| n.kind != NpKind::Event) {
                    let end = place.end;
                    return (Chunk::Np(Box::new(place)), end);
                }
            }
            let end = np.end;
            return (Chunk::Np(Box::new(np)), end);
        }
        // A lower-case word after a name that no list knows is most often a verb.
        (Chunk::Other, i + 1)
    }

    /// Is the word at `i` the past of a verb that the lexicon does not know: "-ed" or "threw" behind who did it, before what it was
    /// done to?
    fn unknown_past(&self, i: usize, before: &[Spanned]) -> bool {
        let t = &self.tokens[i];
        let w = &self.text[t.start as usize..t.end as usize];
        if t.kind != Kind::Word
            || t.cap
            || t.sym != 0
            || w.len() < 4
            || !(w.ends_with("ed") || crate::lexicon::irregular_past(w))
            || self.headline
        {
            return false;
        }
        let mut back = before.iter().rev().filter(|s| !matches!(s.chunk, Chunk::Adverb(_)));
        let who = match back.next().map(|s| &s.chunk) {
            Some(Chunk::Np(n)) => {
                matches!(n.kind, NpKind::Actor | NpKind::Pronoun | NpKind::Pair)
                    && n.actors.iter().all(|a| a.kind != super::ActorKind::Country || !n.open_modifier)
            }
            Some(Chunk::Rel) => true,
            _ => false,
        };
        let what = i + 1 >= self.end
            || match self.tokens[i + 1].kind {
                Kind::Word => {
                    self.tokens[i + 1].cap
                        || [Closed::Determiner, Closed::Possessive, Closed::Pronoun, Closed::Preposition, Closed::Relative, Closed::To]
                            .iter()
                            .any(|c| self.is(i + 1, *c))
                }
                _ => false,
            };
        who && what
    }

    /// Is the lone participle right behind a verb a word of its object: "will establish normalized relations"?
    fn described(&self, v: &Vg, last: Option<&Chunk>) -> bool {
        let behind = matches!(last, Some(Chunk::Vg(g)) if !g.copula && !g.passive && !g.verbs.is_empty());
        let alone = v.end == v.start + 1 && matches!(v.tense, super::Tense::Past | super::Tense::Participle);
        behind && alone && !v.copula && self.kind(v.end) == Some(Kind::Word) && !self.is(v.end, Closed::Preposition)
    }

    /// "leading officers of the navy": what they are, and nothing that somebody does.
    fn leading(&self, i: usize, last: Option<&Chunk>) -> bool {
        self.lx.text(self.tokens[i].sym) == "leading"
            && self.kind(i + 1) == Some(Kind::Word)
            && !self.tokens[i + 1].cap
            && self.longest(i + 1, kinds::GROUP).is_some()
            && !matches!(last, Some(Chunk::Comma | Chunk::Sub(_)))
    }

    /// Is the verb group at `i` a verb here, or the noun that is written alike?
    fn reads_as_verb(&self, i: usize, v: &Vg, last: Option<&Chunk>, before: &[Spanned]) -> bool {
        if v.end > i + 1 && !v.copula && v.verbs.iter().all(|&x| self.lx.verbs[x as usize].particle == 0) {
            return true;
        }
        if v.copula {
            return true;
        }
        // "working-level talks"
        let compound = v.end == i + 1 && self.kind(v.end) == Some(Kind::Hyphen) && self.tokens.get(v.end + 1).is_some_and(|t| !t.cap);
        // "last-ditch talks"
        let hyphen = i > self.begin && self.kind(i - 1) == Some(Kind::Hyphen) && self.tokens[i - 1].end == self.tokens[i].start;
        let compound = compound || hyphen && self.longest(i + 1, kinds::NOUN).is_some();
        if compound || self.modifies(i, last) {
            return false;
        }
        if self.described(v, last) {
            return false;
        }
        let noun = self.longest(i, kinds::NOUN).filter(|(n, end)| self.given(*n, *end, false, before));
        if noun.is_some_and(|(_, end)| end > v.end) && !matches!(last, Some(Chunk::Np(_))) {
            return false;
        }
        let t = &self.tokens[i];
        let form = self.lx.forms(t.sym).iter().find(|(x, _)| v.verbs.contains(x)).map(|x| x.1);
        let form = if v.tense == Tense::Past && form == Some(Form::Base) { Some(Form::Past) } else { form };
        let after_np = match last {
            Some(Chunk::Np(n)) => Some(n),
            _ => None,
        };
        let noun_too = noun.is_some() || self.longest(i, kinds::GROUP | kinds::OFFICE | kinds::PORTFOLIO).is_some();
        match form {
            // "countries like Peru"
            Some(Form::Base) if after_np.is_some() && self.lx.text(t.sym) == "like" && self.tokens.get(i + 1).is_some_and(|t| t.cap) => {
                false
            }
            // "to travel to Beirut and also visit Moscow"
            Some(Form::Base)
                if matches!(last, Some(Chunk::Adverb(_)))
                    && before.len() >= 2
                    && matches!(before[before.len() - 2].chunk, Chunk::And)
                    && self.object_follows(i + 1) =>
            {
                true
            }
            // "the Pusan base": a town has no article.
            Some(Form::Base)
                if after_np.is_some_and(|n| n.kind == NpKind::Place && n.end == n.start + 2 && self.is(n.start, Closed::Determiner))
                    && self.lx.text(t.sym) == "base" =>
            {
                false
            }
            // "back in 2014"
            Some(Form::Base) if self.lx.is(t.sym, Closed::Adverb) && !self.object_follows(i + 1) => false,
            Some(Form::Base) => {
                let plural = after_np.is_some_and(|n| n.plural() || n.kind == NpKind::Pair)
                    || (after_np.is_some() && before.len() >= 2 && matches!(before[before.len() - 2].chunk, Chunk::And))
                    || matches!(last, Some(Chunk::Rel));
                // "the nuclear issue": no bare form agrees with one thing.
                let one_thing = after_np.is_some_and(|n| {
                    n.kind == NpKind::Other
                        && n.actors.is_empty()
                        && (self.is(n.start, Closed::Determiner) || self.is(n.start, Closed::Possessive))
                        && !self.tokens[n.end - 1].cap
                        && !self.word(n.end - 1).is_some_and(|w| {
                            w.ends_with('s') || matches!(&*w, "people" | "police" | "men" | "women" | "children" | "media" | "both" | "two")
                        })
                        && !matches!(
                            self.word(n.start).as_deref(),
                            Some("these" | "those" | "some" | "many" | "all" | "both" | "several" | "few" | "most")
                        )
                });
                if one_thing && before.len() < 2 || one_thing && !matches!(before[before.len() - 2].chunk, Chunk::And | Chunk::Prep(_)) {
                    return false;
                }
                // "won staunch support": nor does it stand behind an adjective that no list knows, the object's.
                let bare = after_np.is_some_and(|n| {
                    let known = |w: &str| w.ends_with('s') || matches!(w, "people" | "police" | "men" | "women" | "children" | "media");
                    n.kind == NpKind::Other
                        && n.actors.is_empty()
                        && n.end == n.start + 1
                        && self.tokens[n.start].sym == 0
                        && !self.tokens[n.start].cap
                        && !self.word(n.start).is_some_and(|w| known(&w))
                });
                if bare && before.len() >= 2 && matches!(&before[before.len() - 2].chunk, Chunk::Vg(v) if v.finite()) {
                    return false;
                }
                // "at a military base": nor with "a" anybody.
                let a = after_np
                    .is_some_and(|n| matches!(self.word(n.start).as_deref(), Some("a" | "an")) && n.end == n.start + 2 && !n.plural());
                if a && before.len() >= 2 && matches!(before[before.len() - 2].chunk, Chunk::Prep(_)) {
                    return false;
                }
                let verb_only = !noun_too && matches!(last, Some(Chunk::Np(_) | Chunk::And | Chunk::But | Chunk::Adverb(_)));
                // "Iran and Oman, represented by ..., hold a first round": the comma closes an aside.
                let resumes = !noun_too
                    && matches!(last, Some(Chunk::Comma))
                    && i + 1 < self.end
                    && (self.is(i + 1, Closed::Determiner) || self.is(i + 1, Closed::Possessive) || self.is(i + 1, Closed::Preposition));
                // "will visit a museum, hold talks with X, as well as witness the signing of Y"
                // "will travel to Africa and visit Peru"
                // "will be at a dinner and call on President X"
                let behind = v.end.max(i + 1);
                let object = (matches!(last, Some(Chunk::And)) || matches!(last, Some(Chunk::Prep(p)) if self.lx.text(*p) == "as well as"))
                    && !self.headline
                    && behind < self.end
                    && self.tokens[behind].cap
                    && self.date(behind).is_none();
                let listed = behind < self.end
                    && (!noun_too || object || self.is(behind, Closed::Determiner))
                    && (self.object_follows(behind)
                        || self.longest(behind, kinds::NOUN).is_some()
                        || self.kind(behind) == Some(Kind::Number)
                        || self.lower_is(behind, "more") && self.lower_is(behind + 1, "than"))
                    && (matches!(last, Some(Chunk::Comma))
                        || object
                        || matches!(last, Some(Chunk::Prep(p)) if self.lx.text(*p) == "as well as"))
                    && before
                        .iter()
                        .rev()
                        .take_while(|c| !matches!(c.chunk, Chunk::Break | Chunk::That | Chunk::Rel | Chunk::Sub(_)))
                        .find_map(|c| match &c.chunk {
                            // "They tour a museum, hold talks and dine": the first agrees with them, and so do the others.
                            Chunk::Vg(v) if v.tense == super::Tense::Present && v.end == v.start + 1 => {
                                let bare = |f: &(u16, Form)| f.1 == Form::Base && v.verbs.contains(&f.0);
                                self.lx.forms(self.tokens[v.start].sym).iter().any(bare).then_some(true)
                            }
                            Chunk::Vg(v) => {
                                Some(matches!(v.tense, super::Tense::Future | super::Tense::Infinitive | super::Tense::Possible))
                            }
                            _ => None,
                        })
                        .unwrap_or(false);
                // "and then visit and work in Peru"
                let works = self.lower_is(i + 1, "and") && self.lower_is(i + 2, "work") && self.lower_is(i + 3, "in");
                plural || resumes || listed || works || (verb_only && self.lx.forms(t.sym).len() < 3)
            }
            Some(Form::S) => {
                // "talks", "exercises", "drills" are nouns unless a preposition of speech follows.
                let nounish = noun.is_some()
                    && matches!(
                        self.lx.text(t.sym),
                        "talks" | "drills" | "exercises" | "calls" | "contracts" | "grants" | "gifts" | "lunches" | "banquets"
                    );
                // "grants Israel a package": somebody stands right behind.
                let gives = matches!(self.lx.text(t.sym), "grants" | "gifts" | "calls")
                    && after_np.is_some_and(|n| n.kind == NpKind::Actor)
                    && i + 1 < self.end
                    && self
                        .longest_where(i + 1, kinds::COUNTRY | kinds::PERSON, |e| {
                            matches!(e, Entry::Country(_, CountryForm::Name) | Entry::Person(_))
                        })
                        .is_some();
                if nounish && !gives {
                    return false;
                }
                // "with the U.S. forces": what stands behind a preposition forces nobody.
                let inside = before.len() >= 2 && matches!(before[before.len() - 2].chunk, Chunk::Prep(_)) && after_np.is_some();
                if inside && self.lx.text(t.sym) == "forces" {
                    return false;
                }
                after_np.is_some_and(|n| !n.open_modifier)
                    || matches!(
                        last,
                        Some(
                            Chunk::Rel
                                | Chunk::And
                                | Chunk::Comma
                                | Chunk::Adverb(_)
                                | Chunk::Close
                                | Chunk::Date(_)
                                | Chunk::Quote
                                | Chunk::That
                        )
                    )
                    // "Ships of the Indian Navy"
                    || (last.is_none() && !noun_too && !(self.lx.text(t.sym) == "ships" && self.is(i + 1, Closed::Preposition)))
            }
            // "for increased trade": behind a preposition a past form describes.
            // So it does behind an adverb there: "with newly elected officials".
            Some(Form::Past | Form::Participle) => {
                if matches!(i.checked_sub(1).and_then(|k| self.word(k)).as_deref(), Some("newly" | "freshly" | "democratically")) {
                    return false;
                }
                let before_adverb =
                    matches!(last, Some(Chunk::Adverb(_))) && before.len() >= 2 && matches!(before[before.len() - 2].chunk, Chunk::Prep(_));
                !matches!(last, Some(Chunk::Prep(_))) && !before_adverb
            }
            // "an informal gathering of ministers"
            Some(Form::Ing)
                if self.lx.text(t.sym) == "gathering"
                    && after_np.is_some_and(|n| n.kind == NpKind::Other && n.actors.is_empty() && self.is(n.start, Closed::Determiner)) =>
            {
                false
            }
            // "met leading officers of the navy": what they are.
            Some(Form::Ing) if self.leading(i, last) => false,
            // "at the office building of the ministry"
            Some(Form::Ing) if self.lx.text(t.sym) == "building" && self.lower_is(i - 1, "office") => false,
            // "including", "following" before a noun are prepositions.
            Some(Form::Ing) if self.lx.is(t.sym, Closed::Preposition) => false,
            Some(Form::Ing) => {
                // "a meeting" is a noun phrase and does not come here; "in meeting" is a verb only before an object.
                noun.is_none()
                    || (after_np.is_some() && !matches!(self.lx.text(t.sym), "meeting"))
                    || self.object_follows(i + 1) && (!matches!(last, Some(Chunk::Vg(_))) || self.is(i + 1, Closed::Determiner))
                    // "by signing 15 agreements"
                    || self.kind(i + 1) == Some(Kind::Number) && matches!(last, Some(Chunk::Prep(_) | Chunk::Sub(_)))
                    // "visits Peru, meeting with X": but "his visit, meeting with X and return" is a list of nouns.
                    || matches!(last, Some(Chunk::Comma))
                        && self.lower_is(i + 1, "with")
                        && !matches!(before.len().checked_sub(2).map(|k| &before[k].chunk), Some(Chunk::Np(n)) if n.kind == NpKind::Event)
                    // "arrived in Peru, also meeting with X"
                    || matches!(last, Some(Chunk::Adverb(_)))
                        && self.lower_is(i + 1, "with")
                        && matches!(before.len().checked_sub(2).map(|k| &before[k].chunk), Some(Chunk::Comma))
                    // "when meeting with X"
                    || matches!(last, Some(Chunk::Sub(s)) if matches!(self.lx.text(*s), "when" | "while")) && self.lower_is(i + 1, "with")
                    // "signing agreements on oil"
                    || (self.kind(i + 1) == Some(Kind::Word) && self.longest(i + 1, kinds::NOUN).is_some())
            }
            None => true,
        }
    }

    /// "and visiting Chinese officials": a modifier before people, where no verb may stand.
    fn modifies(&self, i: usize, last: Option<&Chunk>) -> bool {
        if !self.lx.modifiers.contains_key(&self.tokens[i].sym) {
            return false;
        }
        let place = matches!(last, None | Some(Chunk::And | Chunk::Vg(_) | Chunk::Prep(_) | Chunk::Adverb(_)));
        place
            && self
                .noun_phrase(i + 1, &[])
                .is_some_and(|n| n.kind == NpKind::Actor && !n.premises && n.actors.iter().all(|a| a.kind != super::ActorKind::Country))
    }

    fn object_follows(&self, k: usize) -> bool {
        self.kind(k) == Some(Kind::Word)
            && (self.tokens[k].cap || self.is(k, Closed::Determiner) || self.is(k, Closed::Possessive))
            && !self.is(k, Closed::Preposition)
    }

    pub(crate) fn country_form(&self, k: usize) -> Option<(u16, CountryForm, usize)> {
        match self.longest(k, kinds::COUNTRY | kinds::TRAP | kinds::INSTITUTION | kinds::PERSON)? {
            (Entry::Country(c, f), end) => Some((c, f, end)),
            _ => None,
        }
    }
}
