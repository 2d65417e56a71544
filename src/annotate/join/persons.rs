//! A person and his offices: appositions, posts, relative clauses.

use super::{merge_person, np_at, take};
use crate::annotate::Tense;
use crate::annotate::noun_phrase::*;
use crate::annotate::reader::{Chunk, Reader, Spanned};
use crate::lexicon::{Closed, Governs};
use crate::model::Level;
use crate::text::Kind;

/// "vice president and foreign minister X": one person.
fn of_two_offices(first: &Np, second: &Np) -> Np {
    let (a, b) = (&first.actors[0], &second.actors[0]);
    let sector = if b.level <= a.level { b.sector } else { a.sector };
    let office = a.office.zip(b.office).map(|(x, y)| (x.0, y.1));
    let one = Actor { level: a.level.min(b.level), sector, office, country: b.country.or(a.country), ..b.clone() };
    Np { start: first.start, actors: vec![one], ..second.clone() }
}

impl Reader<'_> {
    /// "the vice president for economy and minister of petroleum, X,": one man, for the second office has no article. Puts the
    /// name at the end of `out`, where the offices are.
    fn name_of_two_offices(&self, out: &mut Vec<Spanned>, b: &Np) -> bool {
        let n = out.len();
        let determined = |k: usize| self.is(k, Closed::Determiner) || self.is(k, Closed::Possessive);
        let office = |k: usize| np_at(&out[k]).filter(|x| x.bare_office() && !x.actors[0].plural && x.actors[0].office.is_some());
        if n < 4 || !b.bare_name() || !matches!(out[n - 3].chunk, Chunk::And) {
            return false;
        }
        let (Some(first), Some(second)) = (office(n - 4), office(n - 2)) else { return false };
        let own = determined(first.start) || first.actors[0].country.is_some();
        if !own || determined(second.start) || second.actors[0].country.is_some_and(|c| first.actors[0].country != Some(c)) {
            return false;
        }
        let level = second.actors[0].level;
        out.truncate(n - 3);
        if let Chunk::Np(a) = &mut out[n - 4].chunk {
            merge_person(a, b);
            a.actors[0].level = a.actors[0].level.into_iter().chain(level).min();
            a.end = b.end;
        }
        out[n - 4].end = b.end;
        true
    }

    /// "Arthur | Peter Example", "Example Arthur | Peter Example": a name before one whom the lexicon knows without it.
    pub(super) fn join_names(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let mut k = 1;
        while k < chunks.len() {
            let twice = |n: &Np| n.end == n.start + 2 && self.tokens[n.start + 1].sym == self.name_end(np_at(&chunks[k])).unwrap_or(0);
            let given = |n: &Np| (n.end == n.start + 1 || twice(n)) && n.actors[0].person.is_none();
            let first = np_at(&chunks[k - 1]).filter(|n| n.bare_name() && n.actors[0].country.is_none() && given(n)).map(|n| n.start);
            let known = np_at(&chunks[k]).is_some_and(|n| {
                n.actors.len() == 1 && n.actors[0].person.is_some() && n.actors[0].name.is_some_and(|(s, _)| s == n.start)
            });
            let opens = chunks[k - 1].start == self.begin;
            if let Some(start) = first.filter(|_| known && !opens && chunks[k - 1].end == chunks[k].start && !self.headline) {
                if let Chunk::Np(n) = &mut chunks[k].chunk {
                    n.start = start;
                    n.actors[0].name = n.actors[0].name.map(|(_, e)| (start, e));
                }
                chunks[k].start = start;
                chunks.remove(k - 1);
            } else {
                k += 1;
            }
        }
        chunks
    }

    /// The last word of the name that a noun phrase opens with.
    fn name_end(&self, n: Option<&Np>) -> Option<u32> {
        let (_, end) = n?.actors.first()?.name?;
        Some(self.tokens[end - 1].sym)
    }

    /// "X presented his credentials to Y as Peruvian ambassador": whose he is, stands behind "as".
    pub(super) fn join_as_envoy(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let as_what = |s: &Spanned| matches!(s.chunk, Chunk::Sub(p) | Chunk::Prep(p) if self.lx.text(p) == "as");
        let envoy = |n: &Np| {
            let office = n.bare_office() && n.actors.len() == 1 && n.actors[0].country.is_some();
            office
                && n.actors[0]
                    .office
                    .is_some_and(|o| matches!(self.word(o.1 - 1).as_deref(), Some("ambassador" | "commissioner" | "envoy" | "nuncio")))
        };
        let Some(at) = (1..chunks.len()).find(|&k| as_what(&chunks[k - 1]) && np_at(&chunks[k]).is_some_and(envoy)) else { return chunks };
        let credentials = |s: &Spanned| np_at(s).is_some_and(|n| n.event.is_some() && self.lower_is(n.end - 1, "credentials"));
        if !chunks[..at].iter().any(credentials) {
            return chunks;
        }
        let Some(office) = np_at(&chunks[at]).map(|n| n.actors[0].clone()) else { return chunks };
        if let Some(Chunk::Np(n)) = chunks[..at].iter_mut().map(|s| &mut s.chunk).next() {
            let bare = n.bare_name() && n.actors.len() == 1 && n.actors[0].country.is_none();
            if bare {
                let name = n.actors[0].name;
                n.actors[0] = Actor { name, ..office };
            }
        }
        chunks
    }

    /// "X, foreign policy adviser to the president of Peru": of the country of whom he advises.
    pub(super) fn join_advised(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let serves = |n: &Np| {
            let last = n.actors[0].office.map(|o| self.word(o.1 - 1));
            last.flatten().is_some_and(|w| matches!(&*w, "adviser" | "advisor" | "aide" | "assistant" | "secretary" | "spokesman"))
        };
        let mut k = 2;
        while k < chunks.len() {
            let to = matches!(chunks[k - 1].chunk, Chunk::Prep(p) if self.lx.text(p) == "to");
            let who = |n: &&Np| n.kind == NpKind::Actor && n.actors.len() == 1 && n.actors[0].office.is_some();
            let junior = np_at(&chunks[k - 2]).filter(who).is_some_and(|n| n.actors[0].country.is_none() && serves(n));
            let chief = np_at(&chunks[k]).filter(who).filter(|n| n.actors[0].level <= Some(Level::Minister));
            // "Assistant to the President of Peru X": it is he who is named.
            let plain = np_at(&chunks[k - 2]).filter(|n| n.kind == NpKind::Other && n.actors.is_empty() && n.end <= n.start + 2);
            let plain = plain.is_some_and(|n| ["assistant", "adviser", "advisor", "aide"].iter().any(|w| self.lower_is(n.end - 1, w)));
            let named = chief.is_some_and(|n| n.actors[0].name.is_some_and(|(_, e)| e == n.end) && n.actors[0].country.is_some());
            if to && plain && named {
                let (start, end) = (chunks[k - 2].start, chunks[k - 2].end);
                if let Chunk::Np(n) = &mut chunks[k].chunk {
                    n.start = start;
                    n.actors[0] = Actor { office: Some((start, end)), level: Some(Level::Director), person: None, ..n.actors[0].clone() };
                }
                chunks[k].start = start;
                chunks.drain(k - 2..k);
                continue;
            }
            // "an adviser to President X"
            let nation = |n: &Np| n.actors[0].country.or_else(|| self.nation_of(&n.actors[0]));
            let country = chief.and_then(nation).filter(|_| to && junior);
            if let Some(country) = country {
                let end = chunks[k].end;
                if let Chunk::Np(n) = &mut chunks[k - 2].chunk {
                    n.actors[0].country = Some(country);
                    n.end = end;
                }
                chunks[k - 2].end = end;
                chunks.drain(k - 1..=k);
            } else {
                k += 1;
            }
        }
        chunks
    }

    /// "the Permanent Secretary, Ministry of Trade, Ana Sample,": where an office sits stands between it and the name.
    pub(super) fn join_seats(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let comma = |s: &Spanned| matches!(s.chunk, Chunk::Comma);
        let seat = |n: &Np| {
            n.kind == NpKind::Actor
                && n.actors.len() == 1
                && n.actors[0].kind == ActorKind::Group
                && (n.start..n.end).any(|t| matches!(self.word(t).as_deref(), Some("ministry" | "department")))
        };
        // "the Minister of State, Minister of Foreign Affairs, Ana Sample,": two offices of one person.
        let second = |n: &Np| n.bare_office() && !n.actors[0].plural && self.tokens[n.start].cap && !self.is(n.start, Closed::Determiner);
        let mut k = 0;
        while k + 4 < chunks.len() {
            let office = np_at(&chunks[k]).filter(|n| n.bare_office() && !n.actors[0].plural && n.actors[0].office.is_some());
            let ends = matches!(chunks.get(k + 5).map(|s| &s.chunk), None | Some(Chunk::Comma | Chunk::Vg(_) | Chunk::Other));
            let between = comma(&chunks[k + 1])
                && np_at(&chunks[k + 2]).is_some_and(|n| seat(n) || ends && second(n) && self.is(chunks[k].start, Closed::Determiner))
                && comma(&chunks[k + 3]);
            let name = np_at(&chunks[k + 4]).filter(|n| n.bare_name() && n.actors[0].country.is_none());
            if let (Some(office), true, Some(name)) = (office, between, name) {
                let mut one = office.clone();
                if let Some(other) = np_at(&chunks[k + 2]).filter(|n| second(n)) {
                    one.actors[0].level = one.actors[0].level.min(other.actors[0].level);
                    one.actors[0].sector = other.actors[0].sector;
                }
                merge_person(&mut one, name);
                one.end = name.end;
                let (start, end) = (chunks[k].start, chunks[k + 4].end);
                // "..., Ana Sample, met"
                let closing =
                    usize::from(chunks.get(k + 5).is_some_and(comma) && matches!(chunks.get(k + 6).map(|s| &s.chunk), Some(Chunk::Vg(_))));
                chunks[k] = Spanned { chunk: Chunk::Np(Box::new(one)), start, end };
                chunks.drain(k + 1..k + 5 + closing);
            }
            k += 1;
        }
        chunks
    }

    /// "Kremlin foreign-policy aide X": whose aide he is, stands before the compound.
    pub(super) fn join_aides(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let mut k = 0;
        while k + 1 < chunks.len() {
            let whose = np_at(&chunks[k])
                .filter(|n| matches!(&n.actors[..], [a] if a.kind == ActorKind::Country))
                .and_then(|n| n.actors[0].country);
            let aide = np_at(&chunks[k + 1]).is_some_and(|n| {
                let compound = !self.tokens[n.start].cap && self.kind(n.start + 1) == Some(Kind::Hyphen);
                compound && matches!(&n.actors[..], [a] if a.kind == ActorKind::Person && a.office.is_some() && a.country.is_none())
            });
            if let (Some(country), true, true) = (whose, aide, chunks[k].end == chunks[k + 1].start) {
                let start = chunks[k].start;
                chunks[k + 1].start = start;
                if let Chunk::Np(n) = &mut chunks[k + 1].chunk {
                    (n.start, n.actors[0].country) = (start, Some(country));
                }
                chunks.remove(k);
            }
            k += 1;
        }
        chunks
    }

    /// "between X and Deputy Prime Minister and Foreign Minister Y": within a list an office without an article belongs to the
    /// name behind the next.
    pub(super) fn join_two_offices(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let open = |n: &Np| n.kind == NpKind::Actor && n.actors.len() == 1 && n.actors[0].office.is_some() && !n.actors[0].plural;
        let bare = |n: &Np| !self.is(n.start, Closed::Determiner) && !self.is(n.start, Closed::Possessive);
        let and = |s: &Spanned| matches!(s.chunk, Chunk::And);
        let mut k = 2;
        while k + 2 < chunks.len() {
            let listed = and(&chunks[k - 1]) && np_at(&chunks[k - 2]).is_some_and(|n| n.actors.iter().any(|a| a.name.is_some()));
            let first = np_at(&chunks[k]).filter(|n| open(n) && bare(n) && n.bare_office() && n.actors[0].country.is_none());
            let second = np_at(&chunks[k + 2]).filter(|n| open(n) && bare(n) && n.actors[0].name.is_some());
            if let (true, true, Some(first), Some(second)) = (listed, and(&chunks[k + 1]), first, second) {
                let np = of_two_offices(first, second);
                let (start, end) = (chunks[k].start, chunks[k + 2].end);
                chunks[k] = Spanned { chunk: Chunk::Np(Box::new(np)), start, end };
                chunks.drain(k + 1..k + 3);
            }
            k += 1;
        }
        chunks
    }

    /// Puts the offices of an apposition to a name: ", vice-premier and concurrently minister of Industry,". The first
    /// stands at `from`, behind a comma; gives the chunk behind them and their closing comma, or `from` where none fits.
    pub(super) fn absorb_offices(&self, person: &mut Np, chunks: &[Spanned], from: usize) -> usize {
        let at = |i: usize| chunks.get(i).map(|s| &s.chunk);
        let mut next = from;
        loop {
            let first = next == from;
            let mut k = match at(next) {
                _ if first => next,
                Some(Chunk::Comma) => next + 1,
                Some(Chunk::And) if !first => next + 1,
                _ => break,
            };
            if !first && matches!(at(k), Some(Chunk::And)) {
                k += 1;
            }
            if matches!(at(k), Some(Chunk::Adverb(_))) {
                k += 1;
            }
            let Some(Chunk::Np(o)) = at(k) else { break };
            // "who is concurrently": a name and his office may stand in brackets of their own.
            let own = person.actors[0].country;
            let agrees = o.bare_office() && o.actors[0].country.is_none_or(|c| own.is_none_or(|p| p == c));
            if !agrees {
                break;
            }
            // ", president of X, said": an office with a verb of its own behind it and no comma is a subject.
            let subject = !first && matches!(at(next), Some(Chunk::And)) && matches!(at(k + 1), Some(Chunk::Vg(_))) && o.actors[0].definite;
            if subject {
                break;
            }
            if person.actors[0].office.is_none() {
                merge_person(person, o);
            } else {
                person.actors[0].sector = person.actors[0].sector.or(o.actors[0].sector);
                let (x, y) = (person.actors[0].level, o.actors[0].level);
                person.actors[0].level = match (x, y) {
                    (Some(x), Some(y)) => Some(x.min(y)),
                    (x, y) => x.or(y),
                };
                person.actors[0].country = own.or(o.actors[0].country);
            }
            person.end = chunks[k].end;
            next = k + 1;
        }
        let closes = next > from && matches!(at(next), Some(Chunk::Comma)) && !matches!(at(next + 1), Some(Chunk::Np(_) | Chunk::And));
        next + usize::from(closes)
    }

    /// "the French ambassador to Peru Jean Blanc", "..., Jean Blanc,": a name behind the post is the envoy's. The post stays
    /// where it is, for who reads "to".
    pub(super) fn join_posted(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        for n in 2..chunks.len() {
            let to = matches!(&chunks[n - 1].chunk, Chunk::Prep(p) if matches!(self.lx.text(*p), "to" | "in" | "for"));
            let envoy = |c: &Spanned| {
                let word =
                    |a: &Np| self.lower_is(a.end - 1, "envoy") || self.lower_is(a.end - 1, "representative") && self.lower_is(a.end, "to");
                np_at(c).is_some_and(|a| a.bare_office() && (a.actors[0].level >= Some(Level::DeputyMinister) || word(a)))
            };
            if !to || !envoy(&chunks[n - 2]) {
                continue;
            }
            let Some(post) = np_at(&chunks[n]) else { continue };
            // "ambassador to his country Jean Blanc"
            let theirs = post.kind == NpKind::Other && self.is(post.start, Closed::Possessive) && self.lower_is(post.end - 1, "country");
            let one = post.kind == NpKind::Actor && post.actors.len() == 1 && post.actors[0].country.is_some();
            // "ambassador in the Pacific, Jean Blanc,", "envoy for the Sahel, Jean Blanc,"
            let nobody = post.actors.is_empty() && matches!(post.kind, NpKind::Place | NpKind::Other);
            let region = post.bare_name() && self.is(post.start, Closed::Determiner) && post.actors[0].country.is_none();
            let area = (nobody || region) && self.tokens[post.end - 1].cap;
            if !theirs && !area && (!one || post.actors[0].office.is_some() || post.actors[0].level.is_some()) {
                continue;
            }
            let named_first = |n: &Np| self.country_form(n.start + usize::from(self.is(n.start, Closed::Determiner))).is_some();
            // "to Peru, Maj. Gen. Jean Blanc,"
            let ranked = |b: &Np| {
                let rank = |a: &Actor| a.name.is_some() && a.office.is_some_and(|o| self.military_rank(o));
                b.kind == NpKind::Actor && b.actors.len() == 1 && rank(&b.actors[0])
            };
            let at = |k: usize| chunks.get(k).map(|c| &c.chunk);
            // "to Mongolia, Piper Campbell on Monday called on"
            let day = matches!(at(n + 4), Some(Chunk::Date(_))) && matches!(at(n + 5), Some(Chunk::Vg(_)));
            let ends = |c: &Chunk| match c {
                Chunk::Comma | Chunk::Vg(_) => true,
                Chunk::Date(_) => matches!(at(n + 4), Some(Chunk::Vg(_))),
                Chunk::Prep(p) => day && self.lx.text(*p) == "on",
                _ => false,
            };
            let mut drop = n + 1..n + 1;
            let name = match (at(n + 1), at(n + 2), at(n + 3)) {
                (Some(Chunk::Np(b)), _, _) if theirs && b.bare_name() && b.actors[0].country.is_none() => {
                    drop = n + 1..n + 2;
                    b.actors[0].name
                }
                // "to India Eric Garcetti"
                _ if one && !theirs && post.actors[0].name.is_some() && named_first(post) => post.actors[0].name,
                // "to Mongolia, Piper Campbell, presented"
                (Some(Chunk::Comma), Some(Chunk::Np(b)), Some(end))
                    if ends(end)
                        && (b.bare_name() || ranked(b))
                        && b.actors[0].country.is_none()
                        && (theirs || area || post.actors[0].kind == ActorKind::Country) =>
                {
                    let closing = usize::from(matches!(at(n + 3), Some(Chunk::Comma)));
                    drop = n + 1..n + 3 + closing;
                    b.actors[0].name
                }
                _ => None,
            };
            let Some(name) = name else { continue };
            if let Chunk::Np(a) = &mut chunks[n - 2].chunk {
                a.actors[0].name = Some(name);
            }
            if let Chunk::Np(post) = &mut chunks[n].chunk {
                // "to the DPRK German Alvarez": the first of the names is the post.
                let first = post.places.first().map(|p| p.country).or(post.actors.first().and_then(|a| a.country));
                if let Some(country) = first.filter(|_| drop.is_empty()) {
                    post.actors = vec![Actor::country(country)];
                }
            }
            chunks.drain(drop);
            return self.join_posted(chunks);
        }
        chunks
    }

    /// "Chief of General Staff (CGS) UK Army": whose staff it is, stands right behind.
    pub(super) fn join_services(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let mut k = 0;
        while k + 1 < chunks.len() {
            let open = |n: &Np| n.bare_office() && n.actors[0].country.is_none() && n.actors[0].level.is_some();
            let forces = ["army", "navy", "force", "forces"];
            let service = |n: &Np| {
                let force = n.end > n.start + 1 && forces.iter().any(|w| self.lower_is(n.end - 1, w));
                force && matches!(&n.actors[..], [a] if a.kind == ActorKind::Group && a.name.is_none())
            };
            let country = np_at(&chunks[k + 1]).filter(|n| service(n)).and_then(|n| n.actors[0].country);
            if let Some(country) = country.filter(|_| np_at(&chunks[k]).is_some_and(open)) {
                let end = chunks[k + 1].end;
                if let Chunk::Np(n) = &mut chunks[k].chunk {
                    (n.actors[0].country, n.end) = (Some(country), end);
                }
                chunks[k].end = end;
                chunks.remove(k + 1);
            }
            k += 1;
        }
        chunks
    }

    /// "his colleague from Peru Ana Example", "her counterpart from Peru, Ana Example,": who he is, stands behind.
    pub(super) fn join_counterparts(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let mut next = 0;
        while next < chunks.len() {
            let k = next;
            next += 1;
            let word = |t: usize| self.lower_is(t, "counterpart") || self.lower_is(t, "colleague");
            let one = |n: &Np| matches!(&n.actors[..], [a] if a.name.is_none() && a.country.is_some() && a.kind == ActorKind::Group);
            let from = |n: &Np| (n.start..n.end - 1).any(|t| word(t) && (self.lower_is(t + 1, "of") || self.lower_is(t + 1, "from")));
            if !np_at(&chunks[k]).is_some_and(|n| one(n) && from(n)) {
                continue;
            }
            let at = |j: usize| chunks.get(j).map(|c| &c.chunk);
            let comma = usize::from(matches!(at(k + 1), Some(Chunk::Comma)));
            let name = chunks.get(k + 1 + comma).and_then(np_at).filter(|b| b.bare_name() && b.actors[0].country.is_none());
            let Some((name, end)) = name.and_then(|b| Some((b.actors[0].name?, b.end))) else { continue };
            let shut = matches!(at(k + 2 + comma), Some(Chunk::Comma)) && comma == 1;
            if comma == 1 && !shut && !matches!(at(k + 3), None | Some(Chunk::Vg(_) | Chunk::Other | Chunk::Prep(_) | Chunk::Date(_))) {
                continue;
            }
            if let Chunk::Np(n) = &mut chunks[k].chunk {
                (n.actors[0].name, n.actors[0].kind, n.actors[0].level, n.end) = (Some(name), ActorKind::Person, None, end);
            }
            chunks[k].end = end;
            chunks.drain(k + 1..k + 2 + comma + usize::from(shut));
        }
        chunks
    }

    /// "Lee Myung-bak, South Korea's president, ..." and "the Prime Minister, Tony Abbott, ...".
    pub(super) fn join_appositions(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let mut out: Vec<Spanned> = Vec::with_capacity(chunks.len());
        let mut i = 0;
        // Where the subject stands behind a phrase that opens the sentence.
        let mut subject = None;
        while i < chunks.len() {
            let c = &chunks[i];
            if let Chunk::Np(b) = &c.chunk {
                let n = out.len();
                let comma = n >= 2 && matches!(out[n - 1].chunk, Chunk::Comma);
                let closes = matches!(
                    chunks.get(i + 1).map(|x| &x.chunk),
                    None | Some(
                        Chunk::Comma
                            | Chunk::Vg(_)
                            | Chunk::Close
                            | Chunk::Open
                            | Chunk::And
                            | Chunk::Prep(_)
                            | Chunk::Date(_)
                            | Chunk::Adverb(_)
                            | Chunk::Rel
                            | Chunk::Other
                            | Chunk::Break
                            | Chunk::Sub(_)
                    )
                );
                // "to meet Pompeo, a South Korean official said": who says it is no apposition.
                let says = matches!(chunks.get(i + 1).map(|x| &x.chunk), Some(Chunk::Vg(v)) if v.governs == Governs::Say && !v.passive)
                    && n > 2
                    && matches!(
                        chunks.get(i + 2).map(|x| &x.chunk),
                        None | Some(Chunk::Other | Chunk::Date(_) | Chunk::Prep(_) | Chunk::Quote)
                    )
                    && !matches!(chunks.get(i + 2).map(|x| &x.chunk), Some(Chunk::Prep(p)) if self.lx.text(*p) == "with");
                // "his host, President X,", "his Russian host, President X,"
                let host = n >= 2
                    && np_at(&out[n - 2]).is_some_and(|a| {
                        a.kind == NpKind::Other
                            && (a.end == a.start + 2 || a.end == a.start + 3 && self.country_form(a.start + 1).is_some())
                            && self.is(a.start, Closed::Possessive)
                            && matches!(self.word(a.end - 1).as_deref(), Some("host" | "hostess" | "ally" | "friend" | "guest"))
                    });
                if comma && closes && host && b.actors.len() == 1 && b.actors[0].kind == ActorKind::Person {
                    let start = out[n - 2].start;
                    let mut np = Np { start, ..(**b).clone() };
                    np.actors[0].country = np.actors[0].country.or_else(|| self.country_form(start + 1).map(|f| f.0));
                    out.truncate(n - 2);
                    out.push(Spanned { chunk: Chunk::Np(Box::new(np)), start, end: c.end });
                    let shut = matches!(chunks.get(i + 1).map(|x| &x.chunk), Some(Chunk::Comma));
                    let goes_on = matches!(chunks.get(i + 2).map(|x| &x.chunk), Some(Chunk::Np(_) | Chunk::And));
                    i += if shut && !goes_on { 2 } else { 1 };
                    continue;
                }
                // "In a meeting with the speaker, Minister X said": behind the comma a clause begins.
                // "Presenting his letters to the speaker, the Peruvian ambassador, X, said"
                let opens = match out.first().map(|s| &s.chunk) {
                    Some(Chunk::Prep(_)) => true,
                    Some(Chunk::Vg(v)) => v.tense == Tense::Ing,
                    _ => false,
                };
                let next = |k: usize| chunks.get(i + k).map(|x| &x.chunk);
                let then_named = b.bare_office()
                    && b.actors[0].country.is_some()
                    && matches!((next(1), next(3)), (Some(Chunk::Comma), Some(Chunk::Comma)))
                    && chunks.get(i + 2).and_then(np_at).is_some_and(Np::bare_name)
                    && matches!(next(4), Some(Chunk::Vg(_)));
                // "At the meeting with the Peruvian president, Soto reiterated": so does a bare name that no comma closes.
                let starts = b.bare_name() && matches!(next(1), Some(Chunk::Vg(v)) if v.finite());
                // "At the invitation of X, Peru's vice president and foreign minister Y is": two offices of one.
                let other = |n: &Np| matches!(&n.actors[..], [a] if a.office.is_some() && a.name.is_some() && a.country.is_none());
                let two_offices = b.bare_office()
                    && b.actors[0].country.is_some()
                    && matches!(next(1), Some(Chunk::And))
                    && chunks.get(i + 2).and_then(np_at).is_some_and(other)
                    && matches!(next(3), Some(Chunk::Vg(_) | Chunk::Adverb(_)));
                let alone = opens && !out.iter().skip(1).any(|s| matches!(s.chunk, Chunk::Vg(_)));
                if let Some(second) = chunks.get(i + 2).and_then(np_at).filter(|_| alone && comma && two_offices) {
                    let (np, start, end) = (of_two_offices(b, second), c.start, chunks[i + 2].end);
                    subject = Some(n);
                    out.push(Spanned { chunk: Chunk::Np(Box::new(np)), start, end });
                    i += 3;
                    continue;
                }
                let fronted = alone
                    && (then_named
                        || starts && np_at(&out[n.saturating_sub(2)]).is_some_and(Np::bare_office)
                        || b.actors.iter().any(|x| x.office.is_some() && x.name.is_some())
                            && (matches!(next(1), Some(Chunk::Vg(_) | Chunk::Adverb(_)))
                                // "At the initiative of the Peruvian side, Minister X and his counterpart Y telephoned"
                                || matches!((next(1), next(2), next(3)), (Some(Chunk::And), Some(Chunk::Np(_)), Some(Chunk::Vg(_))))));
                if fronted && comma {
                    subject = Some(n);
                }
                if comma && closes && !says && !fronted && self.name_of_two_offices(&mut out, b) {
                    // The comma that closes the apposition.
                    let shut = matches!(next(1), Some(Chunk::Comma)) && !matches!(next(2), Some(Chunk::Np(_) | Chunk::And));
                    i += if shut { 2 } else { 1 };
                    continue;
                }
                // "met X, his Russian counterpart, in Peru"
                let peer = matches!(&b.actors[..], [p] if p.country.is_some() && p.name.is_none() && p.kind == ActorKind::Group);
                let peer = peer && self.counterpart(b.end - 1) && self.is(b.start, Closed::Possessive);
                if comma && closes && peer && np_at(&out[n - 2]).is_some_and(|a| a.bare_name() && a.actors[0].country.is_none()) {
                    out.pop();
                    if let Chunk::Np(a) = &mut out[n - 2].chunk {
                        (a.actors[0].country, a.end) = (b.actors[0].country, c.end);
                    }
                    out[n - 2].end = c.end;
                    let shut = matches!(next(1), Some(Chunk::Comma)) && !matches!(next(2), Some(Chunk::Np(_) | Chunk::And));
                    i += 1 + usize::from(shut);
                    continue;
                }
                if comma && closes && !says && !fronted {
                    let before_list = n >= 4
                        && subject != Some(n - 2)
                        && matches!(out[n - 3].chunk, Chunk::Comma | Chunk::And)
                        && matches!(out[n - 4].chunk, Chunk::Np(_));
                    let led = matches!(out[0].chunk, Chunk::Prep(_));
                    if let Chunk::Np(a) = &mut out[n - 2].chunk {
                        let fits = (a.bare_name() && b.bare_office())
                            || (a.bare_office() && b.bare_name() && a.actors[0].definite | a.actors[0].country.is_some())
                            // "Days later, Chief of Army Staff, General X is on a visit"
                            || (a.bare_office()
                                && self.tokens[a.start].cap
                                && b.actors.len() == 1
                                && b.actors[0].name.is_some()
                                && b.actors[0].country.is_none()
                                && matches!(
                                    // "Acting President, X on Sunday evening received"
                                    match (chunks.get(i + 1).map(|x| &x.chunk), chunks.get(i + 2).map(|x| &x.chunk)) {
                                        (Some(Chunk::Prep(_)), Some(Chunk::Date(_))) => chunks.get(i + 3).map(|x| &x.chunk),
                                        (Some(Chunk::Date(_) | Chunk::Comma), after) => after,
                                        (after, _) => after,
                                    },
                                    Some(Chunk::Vg(_))
                                ))
                            // "called on Chief of Army Staff, General X, on Tuesday"
                            || (a.bare_office()
                                && self.tokens[a.start].cap
                                && b.actors.len() == 1
                                && b.actors[0].name.is_some()
                                && b.actors[0].country.is_none()
                                && b.actors[0].office.is_some_and(|o| self.military_rank(o))
                                && matches!(next(1), Some(Chunk::Comma)))
                            // "the Army chief, General X,"
                            || (a.bare_office()
                                && a.actors[0].definite | a.actors[0].country.is_some()
                                && b.kind == NpKind::Actor
                                && b.actors.len() == 1
                                && b.actors[0].name.is_some()
                                && b.actors[0].country.is_none()
                                && b.actors[0].level >= a.actors[0].level)
                            // "his Chilean counterpart, X,"
                            || (a.kind == NpKind::Actor
                                && a.actors.len() == 1
                                && (b.bare_name() || b.actors.len() == 1 && b.actors[0].name.is_some() && b.actors[0].country.is_none())
                                && self.counterpart(a.end - 1))
                            || (a.kind == NpKind::Actor
                                && a.actors.len() == 1
                                && a.actors[0].name.is_some()
                                && b.bare_office()
                                && (a.actors[0].office.is_none()
                                    || a.actors[0].country.is_none() && b.actors[0].country.is_some()
                                    // "Lieutenant General X, deputy minister of defence"
                                    || b.actors[0].country.is_none() && a.actors[0].office.is_some_and(|o| self.military_rank(o))));
                        let agree = match (a.actors.first().and_then(|x| x.country), b.actors.first().and_then(|x| x.country)) {
                            (Some(x), Some(y)) => x == y || a.actors[0].office.is_none(),
                            // "with his Mauritian counterpart, Sheikh Hasina": of her it is known that she is of another country.
                            (Some(x), None) => b
                                .actors
                                .first()
                                .and_then(|b| b.person)
                                .is_none_or(|id| self.lx.persons[id as usize].terms.iter().any(|t| t.country == x)),
                            _ => true,
                        };
                        // "At the invitation of Minister X, Peru's new minister, Y, will": behind the comma a clause begins.
                        let next = |k: usize| chunks.get(i + k).map(|x| &x.chunk);
                        let begins = n == 3
                            && led
                            && matches!(next(1), Some(Chunk::Comma))
                            && matches!(next(2), Some(Chunk::Np(x)) if x.bare_name())
                            && a.actors.first().is_some_and(|x| x.name.is_some() && x.office.is_some())
                            && b.actors.first().is_some_and(|x| x.country.is_some());
                        let agree = agree && !begins;
                        // "At the invitation of Minister X, Peru's new minister, Y,": no list begins in the phrase before it.
                        let before_list = before_list && !(led && n == 5 && a.bare_office() && a.actors[0].country.is_some());
                        if fits && agree && !(before_list && b.bare_name() && !self.counterpart(a.end - 1)) {
                            let named_first = a.actors[0].name.is_some();
                            let mut next = i + 1;
                            if named_first {
                                // "..., president of X and chairman of Y,"
                                next = self.absorb_offices(a, &chunks, i);
                            } else {
                                // A counterpart's rank is the other's: of its own it has none.
                                let own = self.counterpart(a.end - 1).then(|| (a.actors[0].kind, a.actors[0].level));
                                merge_person(a, b);
                                if let Some((kind, level)) = own {
                                    a.actors[0].kind = kind;
                                    a.actors[0].level = level;
                                }
                                a.end = c.end;
                                // The comma that closes the apposition.
                                if matches!(chunks.get(next).map(|x| &x.chunk), Some(Chunk::Comma))
                                    && !matches!(chunks.get(next + 1).map(|x| &x.chunk), Some(Chunk::Np(_) | Chunk::And))
                                {
                                    next += 1;
                                }
                            }
                            if next > i {
                                let end = a.end;
                                out.pop();
                                let n = out.len() - 1;
                                out[n].end = end;
                                i = next;
                                continue;
                            }
                        }
                    }
                }
                // "his counterpart the Peruvian president, X"
                let titled = b.actors.len() == 1 && b.actors[0].office.is_some() && b.actors[0].country.is_some() && b.actors[0].definite;
                if n >= 1 && titled && out[n - 1].end == c.start {
                    let peer = np_at(&out[n - 1])
                        .is_some_and(|a| a.actors.len() == 1 && a.actors[0].name.is_none() && self.counterpart(a.end - 1));
                    if peer {
                        out.pop();
                        out.push(take(&mut chunks[i]));
                        i += 1;
                        continue;
                    }
                }
                // "Russian President Putin (name in brackets)": skip; "X Bergen, France" handled by places.
                // An office and then a name without comma: "his counterpart Sergey Lavrov", "President of France Emmanuel Macron".
                if n >= 1 && b.bare_name() {
                    let adjacent = out[n - 1].end == c.start;
                    if let Chunk::Np(a) = &mut out[n - 1].chunk {
                        if adjacent && a.bare_office() {
                            merge_person(a, b);
                            a.end = c.end;
                            out[n - 1].end = c.end;
                            i += 1;
                            continue;
                        }
                    }
                }
            }
            out.push(take(&mut chunks[i]));
            i += 1;
        }
        out
    }

    /// "X, who is chairman of the council," and "X who doubles as head of a department": an office more, as in apposition.
    pub(super) fn join_relatives(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        if !chunks.iter().any(|s| matches!(s.chunk, Chunk::Rel)) {
            return chunks;
        }
        let mut out: Vec<Spanned> = Vec::with_capacity(chunks.len());
        let mut i = 0;
        while i < chunks.len() {
            let at = |j: usize| chunks.get(j).map(|s| &s.chunk);
            let office = match (at(i), at(i + 1), at(i + 2)) {
                (Some(Chunk::Rel), Some(Chunk::Vg(v)), _) if v.copula && v.tense == Tense::Present && !v.negated => Some(i + 2),
                (Some(Chunk::Rel), Some(Chunk::Np(n)), Some(Chunk::Sub(p) | Chunk::Prep(p)))
                    if self.lower_is(n.start, "doubles") && self.lx.text(*p) == "as" =>
                {
                    Some(i + 3)
                }
                _ => None,
            };
            if let Some(office) = office {
                let comma = usize::from(matches!(out.last().map(|s| &s.chunk), Some(Chunk::Comma)));
                let who = out.len().checked_sub(1 + comma);
                let person = who.and_then(|w| np_at(&out[w])).filter(|n| {
                    n.kind == NpKind::Actor && n.actors.len() == 1 && n.actors[0].name.is_some() && n.actors[0].office.is_some()
                });
                if let Some(mut person) = person.cloned() {
                    let next = self.absorb_offices(&mut person, &chunks, office);
                    if let (true, Some(w)) = (next > office, who) {
                        out.truncate(w + 1);
                        out[w].end = person.end;
                        out[w].chunk = Chunk::Np(Box::new(person));
                        i = next;
                        continue;
                    }
                }
            }
            out.push(take(&mut chunks[i]));
            i += 1;
        }
        out
    }
}
