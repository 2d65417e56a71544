//! The second pass over a sentence: chunks that are one phrase are joined, and what says nothing is dropped.
//!
//! The order of the passes in [`Reader::join`] is a contract: each sees what those before it left.

mod bodies;
mod lists;
mod owners;
mod persons;
mod places;

use crate::annotate::noun_phrase::*;
use crate::annotate::reader::{Chunk, Reader, Spanned};
use crate::lexicon::{Closed, Entry, Form, kinds};
use crate::text::Kind;

impl Reader<'_> {
    /// Second pass: appositions, "led by", places in two steps, lists.
    pub(in crate::annotate) fn join(&self, chunks: Vec<Spanned>) -> Vec<Spanned> {
        let chunks = self.join_asides(self.read_nouns(self.open_clauses(chunks)));
        let chunks = self.join_owners(self.drop_quotes(self.drop_company(self.join_governments(chunks))));
        let chunks = self.drop_titles(self.join_brackets(chunks));
        let chunks = self.join_places(self.join_districts(chunks));
        let chunks =
            self.drop_wholes(self.join_central(self.join_bodies(self.join_shared(self.join_possessors(self.join_headline_lists(chunks))))));
        let chunks = self.join_led_by(self.join_ships(chunks));
        let chunks = self.join_as_envoy(self.join_advised(self.join_counterparts(self.join_services(self.join_names(chunks)))));
        let chunks = self.join_relatives(self.join_appositions(self.join_posted(self.join_seats(self.join_aides(chunks)))));
        let chunks = self.join_two_offices(self.join_employers(self.join_interleaved(chunks)));
        // "the presidents of Poland, Latvia and Estonia" is one member of a longer list.
        let chunks = self.join_lists(chunks, true);
        self.join_in_turn(self.join_hosts(self.join_lists(chunks, false)))
    }

    /// "since Peru and Chile signed the pact": before a clause of its own the preposition subordinates.
    fn open_clauses(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        for k in 0..chunks.len() {
            let Chunk::Prep(p) = chunks[k].chunk else { continue };
            if self.lx.text(p) != "since" {
                continue;
            }
            let phrase = |s: &&Spanned| matches!(s.chunk, Chunk::Np(_) | Chunk::And | Chunk::Adverb(_));
            let subject = chunks[k + 1..].iter().take_while(phrase).count();
            let verb = |s: &Spanned| matches!(&s.chunk, Chunk::Vg(v) if v.finite());
            if subject > 0 && matches!(chunks[k + 1].chunk, Chunk::Np(_)) && chunks.get(k + 1 + subject).is_some_and(verb) {
                chunks[k].chunk = Chunk::Sub(p);
            }
        }
        chunks
    }

    /// "rejected a U.S. request for talks": behind a country of which there is one, a verb in the plural is a noun.
    fn read_nouns(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let mut read = Vec::new();
        for k in 1..chunks.len() {
            let Chunk::Vg(v) = &chunks[k].chunk else { continue };
            let behind = |s: Option<&Spanned>| matches!(s.map(|s| &s.chunk), Some(Chunk::Prep(p)) if matches!(self.lx.text(*p), "for" | "from" | "on" | "in" | "to" | "against"));
            let plural = v.tense == crate::annotate::Tense::Present
                && v.end == v.start + 1
                && !v.copula
                && self.lx.forms(self.tokens[v.start].sym).iter().all(|f| f.1 == Form::Base);
            let one = |n: &Np| {
                let a = &n.actors[..];
                self.is(n.start, Closed::Determiner)
                    && n.end == n.start + 2
                    && matches!(a, [a] if a.kind == ActorKind::Country)
                    && matches!(self.spelled(n.start + 1), "U.S." | "US" | "UK" | "U.K." | "EU" | "UAE" | "DPRK")
            };
            let several = k >= 2 && matches!(chunks[k - 2].chunk, Chunk::And);
            if plural && !several && behind(chunks.get(k + 1)) && chunks[k - 1].end == v.start && np_at(&chunks[k - 1]).is_some_and(one) {
                let (start, end) = (chunks[k - 1].start, v.end);
                chunks[k].start = start;
                chunks[k].chunk = Chunk::Np(Box::new(Np::other(start, end)));
                read.push(k - 1);
            }
        }
        for k in read.into_iter().rev() {
            chunks.remove(k);
        }
        chunks
    }

    /// "X – who visited Y in May – met Z": two dashes around an aside of the subject are commas.
    fn join_asides(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let dash = |s: &Spanned| matches!(s.chunk, Chunk::Break) && !matches!(self.kind(s.start), Some(Kind::Colon | Kind::Semicolon));
        let Some(open) = chunks.iter().position(dash) else { return chunks };
        let Some(close) = (open + 1..chunks.len()).find(|&n| dash(&chunks[n])) else { return chunks };
        let subject = open > 0 && np_at(&chunks[open - 1]).is_some_and(|n| n.kind == NpKind::Actor);
        let alone = chunks[..open].iter().all(|s| !matches!(s.chunk, Chunk::Vg(_)));
        let finite = |s: Option<&Spanned>| matches!(s.map(|s| &s.chunk), Some(Chunk::Vg(v)) if v.finite());
        let behind = finite(chunks.get(close + 1))
            || matches!(chunks.get(close + 1).map(|s| &s.chunk), Some(Chunk::Adverb(_))) && finite(chunks.get(close + 2));
        if subject && alone && behind && close > open + 1 {
            chunks[open].chunk = Chunk::Comma;
            chunks[close].chunk = Chunk::Comma;
        }
        chunks
    }

    /// "was given the title of honorary general": a title, and nobody.
    fn drop_titles(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        for k in 2..chunks.len() {
            let of = matches!(chunks[k - 1].chunk, Chunk::Prep(p) if self.lx.text(p) == "of");
            let title =
                |n: &Np| n.kind == NpKind::Other && ["title", "rank", "honour", "honor"].iter().any(|w| self.lower_is(n.end - 1, w));
            if !of || !np_at(&chunks[k - 2]).is_some_and(title) {
                continue;
            }
            if let Chunk::Np(n) = &mut chunks[k].chunk {
                if n.bare_office() {
                    n.kind = NpKind::Other;
                    n.actors.clear();
                }
            }
        }
        chunks
    }

    /// "at the headquarters of the C.C., the Workers' Party": one body.
    fn join_central(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        for k in (0..chunks.len().saturating_sub(2)).rev() {
            let central = np_at(&chunks[k]).is_some_and(|n| matches!(self.spelled(n.end - 1), "C.C." | "C.C"));
            let party = |n: &Np| {
                n.kind == NpKind::Actor && n.actors.len() == 1 && n.actors[0].kind != ActorKind::Person && n.actors[0].country.is_some()
            };
            if central && matches!(chunks[k + 1].chunk, Chunk::Comma) && np_at(&chunks[k + 2]).is_some_and(party) {
                let start = chunks[k].start;
                chunks.drain(k..k + 2);
                chunks[k].start = start;
                if let Chunk::Np(n) = &mut chunks[k].chunk {
                    n.start = start;
                }
            }
        }
        chunks
    }

    /// "the first batch consisting of 500 doses": the doses; "a delegation of the League comprising ministers of Peru": they.
    fn drop_wholes(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let of = |s: &Spanned| match s.chunk {
            Chunk::Prep(p) => matches!(self.lx.text(p), "comprising" | "consisting of" | "comprised of" | "composed of" | "made up of"),
            _ => false,
        };
        let nobody = |n: &Np| n.event.is_none() && n.actors.iter().all(|a| a.country.is_none() && a.person.is_none());
        let last = chunks.len().saturating_sub(1);
        for k in (1..last).rev() {
            let parts = of(&chunks[k]) && np_at(&chunks[k + 1]).is_some();
            let Some(whole) = np_at(&chunks[k - 1]).filter(|n| parts && nobody(n)) else { continue };
            let thing = whole.kind == NpKind::Other && !matches!(k.checked_sub(2).map(|j| &chunks[j].chunk), Some(Chunk::Prep(_)));
            chunks.drain(if thing { k - 1..k + 1 } else { k..k + 1 });
        }
        chunks
    }

    /// "and his party", "and his wife": they change nothing.
    fn drop_company(&self, chunks: Vec<Spanned>) -> Vec<Spanned> {
        if !chunks.iter().any(|s| matches!(s.chunk, Chunk::And)) {
            return chunks;
        }
        let mut out: Vec<Spanned> = Vec::with_capacity(chunks.len());
        let mut rest = chunks.into_iter().peekable();
        // How much of ", First Lady X," behind "and his wife" has been read.
        let mut spouse = 0;
        while let Some(c) = rest.next() {
            let comma = matches!(c.chunk, Chunk::Comma);
            // "and first lady X", "and the first lady, X"
            let lady = np_at(&c).is_some_and(|n| {
                let ladies = |k: usize| self.lower_is(k, "lady") && k > 0 && self.lower_is(k - 1, "first");
                (n.start..n.end).take(3).any(ladies) && n.actors.iter().all(|a| a.office.is_none() && a.country.is_none())
            });
            if lady {
                let n = out.len() - usize::from(matches!(out.last().map(|s| &s.chunk), Some(Chunk::Adverb(_))));
                if n > 1 && matches!(out[n - 1].chunk, Chunk::And) && np_at(&out[n - 2]).is_some_and(|n| n.kind == NpKind::Actor) {
                    out.truncate(n - 1);
                    spouse = 1;
                    continue;
                }
            }
            let named = |n: &Np| matches!(&n.actors[..], [a] if a.kind == ActorKind::Person && a.country.is_none());
            let closes = spouse == 3 && comma;
            spouse = match spouse {
                1 if comma => 2,
                // "and his wife Brigitte"
                1 if np_at(&c).is_some_and(|n| named(n) && n.actors[0].office.is_none()) => {
                    spouse = 0;
                    continue;
                }
                2 if np_at(&c).is_some_and(named) => 3,
                _ => 0,
            };
            if spouse == 3 {
                out.pop();
            }
            if spouse == 3 || closes {
                continue;
            }
            let owned = matches!(rest.peek().map(|s| &s.chunk), Some(Chunk::Prep(p)) if matches!(self.lx.text(*p), "of" | "from"));
            // "and other senior officials"
            let others = |n: &Np| {
                !owned
                    && self.lower_is(n.start, "other")
                    && n.everybody().all(|a| a.country.is_none() && a.name.is_none())
                    && matches!(self.word(n.end - 1).as_deref(), Some("officials" | "ministers" | "dignitaries" | "diplomats" | "members"))
            };
            // "and their embassy officials"
            let staff = |n: &Np| {
                self.is(n.start, Closed::Possessive)
                    && n.actors.len() == 1
                    && n.actors[0].kind == ActorKind::Group
                    && n.everybody().all(|a| a.country.is_none())
                    && matches!(self.word(n.end - 1).as_deref(), Some("officials" | "staff" | "members" | "entourage" | "aides"))
            };
            let tail = |n: &Np| {
                self.longest_where(c.start, kinds::CLOSED, |e| matches!(e, Entry::Closed(Closed::Tail, _)))
                    .is_some_and(|(_, end)| end == c.end)
                    || staff(n)
                    || others(n)
            };
            if matches!(out.last().map(|s| &s.chunk), Some(Chunk::And)) && np_at(&c).is_some_and(tail) {
                out.pop();
                spouse = i32::from(matches!(self.word(c.end - 1).as_deref(), Some("wife" | "husband" | "spouse")));
                // "A, B and other officials": A and B.
                let n = out.len();
                if n >= 3 && np_at(&c).is_some_and(others) && matches!(out[n - 2].chunk, Chunk::Comma) && np_at(&out[n - 3]).is_some() {
                    out[n - 2].chunk = Chunk::And;
                }
                continue;
            }
            // ", and members of its leadership"
            if let [.., and, members, of] = &out[..] {
                let some = np_at(members).is_some_and(|n| n.end == n.start + 1 && self.lower_is(n.start, "members"));
                let of = matches!(&of.chunk, Chunk::Prep(p) if self.lx.text(*p) == "of");
                let theirs = np_at(&c).is_some_and(|n| self.is(n.start, Closed::Possessive) && n.everybody().all(|a| a.country.is_none()));
                if matches!(and.chunk, Chunk::And) && some && of && theirs {
                    out.truncate(out.len() - 3);
                    if matches!(out.last().map(|s| &s.chunk), Some(Chunk::Comma)) {
                        out.pop();
                    }
                    continue;
                }
            }
            out.push(c);
        }
        out
    }

    /// "very productive talks" in quotes are talks: marks around words that are no sentence go.
    fn drop_quotes(&self, chunks: Vec<Spanned>) -> Vec<Spanned> {
        if !chunks.iter().any(|s| matches!(s.chunk, Chunk::Quote)) {
            return chunks;
        }
        let mut out: Vec<Spanned> = Vec::with_capacity(chunks.len());
        let mut open: Option<usize> = None;
        for c in chunks {
            if matches!(c.chunk, Chunk::Quote) {
                match open.take() {
                    Some(o) if out.len() - o <= 4 => {
                        out.remove(o);
                        // "the exercise 'Blue Heron' began": what it is called.
                        let nobody = |n: &Np| {
                            n.places.is_empty() && n.event.is_none() && n.everybody().all(|a| a.country.is_none() && a.person.is_none())
                        };
                        let called = o > 0
                            && out.len() > o
                            && np_at(&out[o - 1]).is_some_and(|n| n.kind == NpKind::Event)
                            && out[o - 1].end + 1 == out[o].start
                            // "'Surya Kiran - XIV'"
                            && out[o..].iter().all(|s| matches!(s.chunk, Chunk::Break) || np_at(s).is_some_and(nobody));
                        if called {
                            let end = out.last().expect("not empty").end;
                            out.truncate(o);
                            out[o - 1].end = end;
                            if let Chunk::Np(n) = &mut out[o - 1].chunk {
                                n.end = end;
                            }
                            continue;
                        }
                        // 'a "secret meeting"': the article before the mark is the phrase's.
                        let article = o > 0 && self.is(out[o - 1].start, Closed::Determiner) && out[o - 1].end == out[o - 1].start + 1;
                        let bare = |s: &Spanned| matches!(s.chunk, Chunk::Other) || np_at(s).is_some_and(|n| n.kind == NpKind::Other);
                        if article && bare(&out[o - 1]) && matches!(out.get(o).map(|s| &s.chunk), Some(Chunk::Np(_))) {
                            out.remove(o - 1);
                        }
                        continue;
                    }
                    _ => open = Some(out.len()),
                }
            } else if !matches!(c.chunk, Chunk::Np(_) | Chunk::Prep(_) | Chunk::And)
                && !(matches!(c.chunk, Chunk::Break) && self.kind(c.start) == Some(Kind::Dash))
            {
                open = None;
            }
            let event = |s: &Spanned| np_at(s).is_some_and(|n| n.kind == NpKind::Event);
            let quoted = |s: &Spanned| s.end + 1 == c.start && self.kind(s.end) == Some(Kind::Quote);
            // "the 'Blue Heron' joint exercises": one thing, and its name before it.
            if let Some(name) = out.pop_if(|s| event(&c) && event(s) && quoted(s)) {
                let Spanned { end, mut chunk, .. } = c;
                if let Chunk::Np(n) = &mut chunk {
                    n.start = name.start;
                }
                out.push(Spanned { start: name.start, end, chunk });
                continue;
            }
            out.push(c);
        }
        out
    }

    /// "a 2.1 billion kroner (US$300 million) deal": brackets inside a phrase are stepped over.
    fn join_brackets(&self, chunks: Vec<Spanned>) -> Vec<Spanned> {
        if !chunks.iter().any(|s| matches!(s.chunk, Chunk::Close)) {
            return chunks;
        }
        let mut out: Vec<Spanned> = Vec::with_capacity(chunks.len());
        // Behind letters in brackets that were left out.
        let mut shut = usize::MAX;
        for c in chunks {
            // "visit Peru (2-3 May) and Chile (4 May)": a date in brackets stands beside its place.
            if let (Chunk::Close, [.., place, open, date]) = (&c.chunk, &out[..]) {
                let dated = matches!(open.chunk, Chunk::Open) && matches!(date.chunk, Chunk::Date(_)) && open.end == date.start;
                if dated && np_at(place).is_some_and(|n| !n.places.is_empty()) {
                    let n = out.len() - 2;
                    out.remove(n);
                    continue;
                }
            }
            // "Thein Sein (Myanmar)": whose he is.
            if let (Chunk::Close, [.., who, open, whose]) = (&c.chunk, &mut out[..]) {
                let country = np_at(whose).filter(|n| n.kind == NpKind::Actor && n.actors.len() == 1).map(|n| n.actors[0].clone());
                let country =
                    country.filter(|a| a.kind == ActorKind::Country && matches!(open.chunk, Chunk::Open) && open.end == whose.start);
                if let (Some(a), Chunk::Np(n)) = (country.and_then(|a| a.country), &mut who.chunk) {
                    if n.kind == NpKind::Actor && n.actors.len() == 1 && n.actors[0].name.is_some() && n.actors[0].country.is_none() {
                        n.actors[0].country = Some(a);
                        n.end = c.end;
                        who.end = c.end;
                        out.truncate(out.len() - 2);
                        continue;
                    }
                }
            }
            // "the chief of army staff (COAS) General X": the office's name.
            if let (Chunk::Np(np), Some(last), true) = (&c.chunk, out.last_mut(), c.start == shut) {
                let named = np.actors.len() == 1 && np.actors[0].name.is_some() && np.actors[0].country.is_none();
                if let Chunk::Np(a) = &mut last.chunk {
                    if named && a.bare_office() {
                        merge_person(a, np);
                        a.end = c.end;
                        last.end = c.end;
                        continue;
                    }
                }
            }
            // "the UAE (...) Armed Forces": what goes on behind the brackets is the office's.
            if let (Chunk::Np(np), Some(last)) = (&c.chunk, out.last_mut()) {
                let forces = np.kind == NpKind::Actor && np.actors.iter().all(|a| a.country.is_none() && a.kind == ActorKind::Group);
                let gap = self.kind(c.start - 1) == Some(Kind::Close) && last.end + 1 < c.start;
                if gap && forces && self.tokens[c.start].cap && np_at(last).is_some_and(|n| n.actors.iter().any(|a| a.office.is_some())) {
                    last.end = c.end;
                    if let Chunk::Np(n) = &mut last.chunk {
                        n.end = c.end;
                    }
                    continue;
                }
            }
            // "a memorandum (MoU)", "the minister (R)", "the destroyer (DDG 62)": letters in brackets say nothing new.
            if let (Chunk::Close, [.., before, open, inner]) = (&c.chunk, &out[..]) {
                // "(DDG 62)", "(CoAS)"
                let large = |t: usize| self.spelled(t).bytes().filter(u8::is_ascii_uppercase).count() * 2 > self.spelled(t).len();
                let shout = |t: usize| self.tokens[t].caps || matches!(self.tokens[t].kind, Kind::Number | Kind::Hyphen) || large(t);
                let letters = inner.end <= inner.start + 3 && (inner.start..inner.end).all(shout) && self.tokens[inner.start].cap
                    || np_at(inner).is_some_and(|n| n.kind == NpKind::Event && n.end == n.start + 1);
                // "the Communist Party of Peru (Marxist-Leninist)": its wing.
                let party = (before.start..before.end).any(|t| self.lower_is(t, "party"));
                let wing = party && inner.end <= inner.start + 3 && self.tokens[inner.start].cap;
                let letters = letters || wing && np_at(inner).is_some_and(|n| n.bare_name() || n.kind == NpKind::Other);
                let same = |c: u16| np_at(before).is_some_and(|n| n.actors.iter().any(|a| a.country == Some(c)));
                let nobody = np_at(inner).is_some_and(|n| n.everybody().all(|a| a.country.is_none_or(same) && a.person.is_none()));
                if matches!(open.chunk, Chunk::Open) && matches!(before.chunk, Chunk::Np(_)) && letters && nobody {
                    out.truncate(out.len() - 2);
                    shut = c.end;
                    continue;
                }
            }
            if let (Chunk::Np(np), Some(Chunk::Close)) = (&c.chunk, out.last().map(|s| &s.chunk)) {
                let open = out.iter().rposition(|s| matches!(s.chunk, Chunk::Open));
                let before = open.and_then(|o| o.checked_sub(1)).filter(|b| {
                    matches!(&out[*b].chunk, Chunk::Np(a) if a.kind == NpKind::Other) && self.is(out[*b].start, Closed::Determiner)
                });
                if let (Some(b), NpKind::Event, false) = (before, np.kind, self.is(c.start, Closed::Determiner)) {
                    let start = out[b].start;
                    out.truncate(b);
                    out.push(Spanned { start, ..c });
                    continue;
                }
            }
            out.push(c);
        }
        out
    }
}

/// Moves a chunk out; what stays behind is nothing.
fn take(s: &mut Spanned) -> Spanned {
    Spanned { chunk: std::mem::replace(&mut s.chunk, Chunk::Other), ..*s }
}

fn np_at(s: &Spanned) -> Option<&Np> {
    match &s.chunk {
        Chunk::Np(n) => Some(n),
        _ => None,
    }
}

fn listable(n: &Np) -> bool {
    match n.kind {
        NpKind::Actor => {
            n.actors.iter().all(|a| a.country.is_some() || a.name.is_some() || a.office.is_some() || a.kind != ActorKind::Country)
        }
        NpKind::Place => true,
        _ => false,
    }
}

/// Puts the name of one phrase and the office of the other together.
fn merge_person(a: &mut Np, b: &Np) {
    let other = &b.actors[0];
    let own = &mut a.actors[0];
    own.name = own.name.or(other.name);
    own.person = own.person.or(other.person);
    if own.office.is_none() {
        own.office = other.office;
    }
    own.level = own.level.or(other.level);
    own.sector = own.sector.or(other.sector);
    // The country of the office, not of the phrase that the name stood in.
    own.country = if other.office.is_some() { other.country.or(own.country) } else { own.country.or(other.country) };
    own.former |= other.former;
    own.kind = ActorKind::Person;
}
