//! Lists: of people, of countries, of offices and names in turn.

use super::{listable, merge_person, np_at, take};
use crate::annotate::noun_phrase::*;
use crate::annotate::reader::{Chunk, Reader, Spanned};
use crate::annotate::{Tense, Vg};
use crate::lexicon::{Closed, Form, Governs};
use crate::model::Level;
use crate::text::Kind;

impl Reader<'_> {
    /// "A, B and C, presidents of Peru, Chile and Cuba,": the names stand for the offices in turn.
    pub(super) fn join_in_turn(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let names = |n: &Np| {
            let bare = |a: &Actor| a.kind == ActorKind::Person && a.name.is_some() && a.office.is_none() && a.country.is_none();
            n.kind == NpKind::Actor && n.actors.len() > 1 && n.actors.iter().all(bare)
        };
        let offices = |n: &Np| {
            let ranked = |a: &Actor| a.name.is_none() && a.country.is_some() && a.level.is_some() && a.kind != ActorKind::Unofficial;
            n.kind == NpKind::Actor && n.actors.iter().all(ranked)
        };
        let mut i = 0;
        while i + 2 < chunks.len() {
            let zipped = match (np_at(&chunks[i]), &chunks[i + 1].chunk, np_at(&chunks[i + 2])) {
                (Some(a), Chunk::Comma, Some(b)) if names(a) && offices(b) && a.actors.len() == b.actors.len() => {
                    let of = |(who, rank): (&Actor, &Actor)| Actor {
                        name: who.name,
                        person: who.person,
                        kind: ActorKind::Person,
                        plural: false,
                        ..rank.clone()
                    };
                    let actors = a.actors.iter().zip(&b.actors).map(of).collect();
                    Some(Np { end: b.end, actors, list: true, ..a.clone() })
                }
                _ => None,
            };
            if let Some(np) = zipped {
                let shut = matches!(chunks.get(i + 3).map(|s| &s.chunk), Some(Chunk::Comma));
                chunks[i] = Spanned { start: np.start, end: chunks[i + 2].end, chunk: Chunk::Np(Box::new(np)) };
                chunks.drain(i + 1..i + 3 + usize::from(shut));
            }
            i += 1;
        }
        chunks
    }

    /// "Peru, Chile sign a pact", "Peru, Chile foreign ministers to meet": at the head of a sentence a comma is "and" where
    /// the verb agrees with more than one.
    pub(super) fn join_headline_lists(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        fn one(s: Option<&Spanned>) -> Option<&Actor> {
            let n = np_at(s?).filter(|n| {
                n.kind == NpKind::Actor && n.places.iter().all(|p| p.whole_country || n.actors[0].country == Some(p.country))
            })?;
            if let [a] = &n.actors[..] { Some(a) } else { None }
        }
        let country = |a: &Actor| a.kind == ActorKind::Country && a.country.is_some();
        let name = |a: &Actor| a.kind == ActorKind::Person && a.name.is_some() && !a.plural;
        let comma = |s: Option<&Spanned>| s.is_some_and(|s| matches!(s.chunk, Chunk::Comma));
        // "Foreign ministers of Peru, Chile meet"
        let of = matches!(chunks.get(1).map(|s| &s.chunk), Some(Chunk::Prep(p)) if self.lx.text(*p) == "of");
        let shared = of && one(chunks.first()).is_some_and(|a| a.kind == ActorKind::Group && a.country.is_none());
        let begin = if shared { 2 } else { 0 };
        let Some(first) = one(chunks.get(begin)).filter(|a| country(a) || name(a) && !shared).cloned() else { return chunks };
        let mut last = begin;
        while comma(chunks.get(last + 1))
            && one(chunks.get(last + 2)).is_some_and(|a| country(a) == country(&first) && name(a) == name(&first))
        {
            last += 2;
        }
        // "Peru, Chile foreign ministers"
        let office = one(chunks.get(last + 2).filter(|_| !shared))
            .filter(|a| comma(chunks.get(last + 1)) && country(&first) && a.country.is_some())
            .filter(|a| a.kind == ActorKind::Group && a.level.is_some() && !a.delegation)
            .cloned();
        let verb = match chunks.get(last + 1 + 2 * usize::from(office.is_some())).map(|s| &s.chunk) {
            Some(Chunk::Vg(v)) => v,
            _ => return chunks,
        };
        let plural = match verb.tense {
            Tense::Present => self.lx.forms(self.tokens[verb.end - 1].sym).iter().any(|f| f.1 == Form::Base),
            Tense::Infinitive => true,
            // "Peru, Chile leaders met in Lima"
            Tense::Past => office.as_ref().is_some_and(|a| a.plural),
            _ => false,
        };
        // "X, Y to meet in Peru, minister says": who says it stands last.
        let says = match &chunks[..] {
            [.., Spanned { chunk: Chunk::Comma, .. }, Spanned { chunk: Chunk::Np(_), .. }, Spanned { chunk: Chunk::Vg(v), .. }] => {
                v.governs == crate::lexicon::Governs::Say
            }
            _ => false,
        };
        let finite = |s: &Spanned| matches!(&s.chunk, Chunk::Vg(v) if v.finite());
        let told = &chunks[..chunks.len() - usize::from(says)];
        let other = verb.tense == Tense::Infinitive && told.iter().any(finite);
        if !plural || other || last == begin && office.is_none() {
            return chunks;
        }
        match office {
            Some(office) => {
                let end = last + 2;
                let owner = |k: usize| Actor { country: one(chunks.get(k)).and_then(|a| a.country), ..office.clone() };
                let actors: Vec<Actor> = (0..=last).step_by(2).map(owner).chain([office.clone()]).collect();
                let (start, close) = (chunks[0].start, chunks[end].end);
                if let Chunk::Np(np) = &mut chunks[end].chunk {
                    (np.start, np.actors) = (start, actors);
                }
                chunks[end] = Spanned { start, end: close, ..take(&mut chunks[end]) };
                chunks.drain(..end);
            }
            None => chunks[last - 1].chunk = Chunk::And,
        }
        chunks
    }

    /// "the foreign ministers of Peru X, Chile Y and Cuba Z", "of Peru, X, and of Chile, Y": one office, countries and names in turn.
    pub(super) fn join_interleaved(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let mut from = 0;
        while let Some(next) = self.interleaved_from(&mut chunks, from) {
            from = next;
        }
        chunks
    }

    /// The same of the first office from `from` on; gives the chunk behind it.
    fn interleaved_from(&self, chunks: &mut Vec<Spanned>, from: usize) -> Option<usize> {
        let office = |s: &Spanned| {
            np_at(s).is_some_and(|n| {
                n.kind == NpKind::Actor
                    && n.actors.len() == 1
                    && n.actors[0].country.is_some()
                    && n.actors[0].kind == ActorKind::Group
                    && n.actors[0].plural
                    && n.actors[0].level.is_some_and(|l| l <= Level::Director)
                    && self.spans_of(n)
            })
        };
        let head = from + chunks.get(from..)?.iter().position(office)?;
        let name = |k: usize| {
            let one =
                |n: &&Np| n.kind == NpKind::Actor && n.actors.len() == 1 && n.actors[0].name.is_some() && n.actors[0].country.is_none();
            chunks.get(k).and_then(np_at).filter(one)
        };
        let country = |k: usize| {
            chunks
                .get(k)
                .and_then(np_at)
                .filter(|n| n.kind == NpKind::Actor && n.actors.len() == 1 && n.actors[0].kind == ActorKind::Country)
        };
        let mark = |k: usize| matches!(chunks.get(k).map(|s| &s.chunk), Some(Chunk::Comma | Chunk::Break | Chunk::Open | Chunk::Close));
        let and = |k: usize| matches!(chunks.get(k).map(|s| &s.chunk), Some(Chunk::And));
        let of = |k: usize| matches!(chunks.get(k).map(|s| &s.chunk), Some(Chunk::Prep(p)) if self.lx.text(*p) == "of");
        let first = np_at(&chunks[head]).expect("an office");
        let model = first.actors[0].clone();
        // "the leaders of Peru and Chile, X and Y": names behind all countries are another list.
        let nameless = (first.start..first.end).any(|k| self.country_form(k).is_some_and(|f| f.2 == first.end));
        let mut actors = vec![model.clone()];
        let mut end = head + 1;
        let mut k = head + 1;
        loop {
            // The name of the last, if it has one.
            let at = k + usize::from(mark(k));
            if let Some(n) = name(at) {
                let last = actors.last_mut().expect("one at least");
                if last.name.is_none() {
                    (last.name, last.person) = (n.actors[0].name, n.actors[0].person);
                }
                k = at + 1;
                end = k;
            }
            if actors.len() == 1 && nameless && actors[0].name.is_none() {
                break;
            }
            let mut next = k;
            while mark(next) && next < k + 2 {
                next += 1;
            }
            let listed = and(next);
            next += usize::from(listed);
            next += usize::from(of(next));
            let Some(c) = country(next).filter(|_| next > k) else { break };
            // A name must follow: "the ministers of Peru X, and Chile said" is another's clause.
            if name(next + 1 + usize::from(mark(next + 1))).is_none() {
                break;
            }
            actors.push(Actor { country: c.actors[0].country, name: None, person: None, ..model.clone() });
            k = next + 1;
            end = k;
        }
        if actors.len() < 2 {
            return Some(head + 1);
        }
        let stop = chunks[end - 1].end;
        if let Chunk::Np(n) = &mut chunks[head].chunk {
            for a in &mut actors {
                a.kind = if a.name.is_some() { ActorKind::Person } else { a.kind };
                a.plural = false;
            }
            n.actors = actors;
            n.list = true;
            n.end = stop;
        }
        chunks[head].end = stop;
        chunks.drain(head + 1..end);
        Some(head + 1)
    }

    /// "A, B and C" is one phrase of three actors.
    pub(super) fn join_lists(&self, mut chunks: Vec<Spanned>, shared_office: bool) -> Vec<Spanned> {
        // A list ends in "and" or is made by "along with".
        let listed = |s: &Spanned| matches!(s.chunk, Chunk::And | Chunk::Prep(_));
        if !chunks.iter().any(listed) {
            return chunks;
        }
        let mut out: Vec<Spanned> = Vec::with_capacity(chunks.len());
        let mut i = 0;
        while i < chunks.len() {
            let Chunk::Np(first) = &chunks[i].chunk else {
                out.push(take(&mut chunks[i]));
                i += 1;
                continue;
            };
            // "In talks in Manila, the Philippines and Vietnam agree": the town is where, and no third of them.
            let frame = || {
                let inside = matches!(out.last().map(|s| &s.chunk), Some(Chunk::Prep(p)) if matches!(self.lx.text(*p), "in" | "at"));
                let town = first.places.last().filter(|p| !p.whole_country).map(|p| p.country);
                let second = match (chunks.get(i + 1).map(|s| &s.chunk), chunks.get(i + 2).map(|s| &s.chunk)) {
                    (Some(Chunk::Comma), Some(Chunk::Np(b))) if b.actors.len() == 1 => b.actors[0].country,
                    _ => None,
                };
                let two = matches!(chunks.get(i + 3).map(|s| &s.chunk), Some(Chunk::And));
                inside && two && town.is_some() && town == second && out.iter().all(|s| !matches!(s.chunk, Chunk::Vg(_)))
            };
            // "At the initiative of the Peruvian side, Minister X and his counterpart Y spoke": who opens the sentence is none of them.
            let opens = || {
                let at = |x: usize| chunks.get(i + x).map(|s| &s.chunk);
                let titled = |n: &Np| matches!(&n.actors[..], [a] if a.kind == ActorKind::Person && a.office.is_some() && a.name.is_some());
                matches!(out.first().map(|s| &s.chunk), Some(Chunk::Prep(_)))
                    && matches!(out.last().map(|s| &s.chunk), Some(Chunk::Prep(_)))
                    && !out.iter().any(|s| matches!(s.chunk, Chunk::Vg(_) | Chunk::Comma))
                    && matches!((at(1), at(3)), (Some(Chunk::Comma), Some(Chunk::And)))
                    && chunks.get(i + 2).and_then(np_at).is_some_and(titled)
                    && matches!((at(4), at(5)), (Some(Chunk::Np(_)), Some(Chunk::Vg(v))) if v.finite())
            };
            if !listable(first) || frame() || opens() {
                out.push(take(&mut chunks[i]));
                i += 1;
                continue;
            }
            let place = first.actors.iter().all(|a| a.kind == ActorKind::Country)
                && match out.last().map(|s| &s.chunk) {
                    Some(Chunk::Prep(p)) => matches!(self.lx.text(*p), "in" | "at" | "of" | "to"),
                    Some(Chunk::Vg(_)) => true,
                    _ => false,
                };
            let apart =
                |n: &Np| place && n.actors.iter().any(|a| a.delegation) && matches!(self.word(n.start).as_deref(), Some("a" | "an"));
            // Collect Np (, Np)* ,? and Np
            let mut members = vec![i];
            // Of which rank those are whom nothing else tells of one.
            let mut rank = None;
            let mut k = i + 1;
            let mut closed = None;
            // "from the King of Peru; Chile's president X; and Y of Cuba"
            let titled = |n: &Np| {
                n.kind == NpKind::Actor
                    && n.actors
                        .iter()
                        .all(|a| a.kind == ActorKind::Person && (a.office.is_some() || a.name.is_some() && a.country.is_some()))
            };
            let semicolon = |x: usize| chunks.get(x).is_some_and(|s| self.kind(s.start) == Some(Kind::Semicolon));
            loop {
                let next = |x: usize| chunks.get(x).map(|s| &s.chunk);
                match (next(k), next(k + 1)) {
                    (Some(Chunk::Break), Some(Chunk::Np(n))) if semicolon(k) && titled(first) && titled(n) => {
                        members.push(k + 1);
                        k += 2;
                    }
                    (Some(Chunk::Break), Some(Chunk::And))
                        if semicolon(k) && titled(first) && matches!(next(k + 2), Some(Chunk::Np(n)) if titled(n)) =>
                    {
                        members.push(k + 2);
                        closed = Some(k + 3);
                        break;
                    }
                    // "X and Y of Peru; Z of Chile"
                    // and no list in "met X and Y; they praised it"
                    (Some(Chunk::And), Some(Chunk::Np(n)))
                        if semicolon(k + 2)
                            && titled(first)
                            && titled(n)
                            && matches!(next(k + 3), Some(Chunk::Np(m)) if titled(m) && !m.actors.is_empty())
                                | matches!(next(k + 3), Some(Chunk::And)) =>
                    {
                        members.push(k + 1);
                        k += 2;
                    }
                    (Some(Chunk::Comma), Some(Chunk::Np(n))) if listable(n) && !(n.list && members.len() > 1) => {
                        members.push(k + 1);
                        k += 2;
                    }
                    // "the ambassadors of A, X, and B, Y, as well as the ambassadors of C, Z"
                    (Some(Chunk::Comma), Some(Chunk::Prep(p)))
                        if matches!(self.lx.text(*p), "as well as" | "along with" | "together with")
                            && first.list
                            && members.len() == 1
                            && matches!(next(k + 2), Some(Chunk::Np(n)) if n.list && listable(n)) =>
                    {
                        members.push(k + 2);
                        closed = Some(k + 3);
                        break;
                    }
                    // "Foreign Minister X, together with Y (Peru) and Z (Chile) will be in Fiji"
                    (Some(Chunk::Comma), Some(Chunk::Prep(p)))
                        if matches!(self.lx.text(*p), "along with" | "together with")
                            && members.len() == 1
                            && titled(first)
                            && matches!(next(k + 2), Some(Chunk::Np(n)) if titled(n) && n.actors.iter().all(|a| a.country.is_some())) =>
                    {
                        members.push(k + 2);
                        let mut end = k + 3;
                        if matches!((next(end), next(end + 1)), (Some(Chunk::And), Some(Chunk::Np(n))) if titled(n)) {
                            members.push(end + 1);
                            end += 2;
                        }
                        end += usize::from(matches!(next(end), Some(Chunk::Comma)));
                        closed = matches!(next(end), Some(Chunk::Vg(_))).then_some(end);
                        rank = first.actors[0].level.filter(|_| closed.is_some());
                        break;
                    }
                    // "the ambassadors of A, B and of C"
                    (Some(Chunk::And), Some(Chunk::Prep(p)))
                        if self.lx.text(*p) == "of"
                            && members.len() > 1
                            && self.spans_of(first)
                            && matches!(next(k + 2), Some(Chunk::Np(n)) if listable(n) && n.actors.iter().all(|a| a.country.is_some())) =>
                    {
                        members.push(k + 2);
                        closed = Some(k + 3);
                        break;
                    }
                    // "A, B, C as well as his officials"
                    (Some(Chunk::Comma), Some(Chunk::Np(n))) if n.list && members.len() > 1 && n.kind == NpKind::Actor => {
                        members.push(k + 1);
                        closed = Some(k + 2);
                        break;
                    }
                    (Some(Chunk::Comma), Some(Chunk::And)) if matches!(next(k + 2), Some(Chunk::Np(n)) if apart(n)) => break,
                    (Some(Chunk::Comma), Some(Chunk::And)) if matches!(next(k + 2), Some(Chunk::Np(n)) if listable(n)) => {
                        members.push(k + 2);
                        closed = Some(k + 3);
                        break;
                    }
                    // "a meeting in Peru and a delegation led by X", "which visited Peru, and a delegation": no list.
                    (Some(Chunk::And), Some(Chunk::Np(n))) if apart(n) => break,
                    (Some(Chunk::And), Some(Chunk::Np(n))) if listable(n) => {
                        members.push(k + 1);
                        closed = Some(k + 2);
                        // "with Minister X of Peru and the minister of Chile Y and the minister of Cuba Z"
                        let goes_on = |x: usize| {
                            titled(first) && matches!((next(x), next(x + 1)), (Some(Chunk::And), Some(Chunk::Np(n))) if titled(n))
                        };
                        while members.len() > 1 && titled(n) && closed.is_some_and(goes_on) {
                            let x = closed.expect("just set");
                            members.push(x + 1);
                            closed = Some(x + 2);
                        }
                        break;
                    }
                    (Some(Chunk::Prep(p)), Some(Chunk::Np(n)))
                        if matches!(
                            self.lx.text(*p),
                            "along with" | "together with" | "as well as" | "accompanied by" | "besides" | "apart from"
                        ) && listable(n)
                            // "will visit Peru along with her Chilean counterpart"
                            && !(first.actors.iter().all(|a| a.kind == ActorKind::Country) && n.actors.iter().all(|a| a.kind != ActorKind::Country))
                            && (members.len() == 1
                                || members.len() > 2 && self.lx.text(*p) == "as well as"
                                || self.lx.text(*p) == "besides") =>
                    {
                        members.push(k + 1);
                        closed = Some(k + 2);
                        // "together with X of Peru and Y of Chile"
                        if titled(first)
                            && titled(n)
                            && matches!((next(k + 2), next(k + 3)), (Some(Chunk::And), Some(Chunk::Np(m))) if titled(m))
                        {
                            members.push(k + 3);
                            closed = Some(k + 4);
                        }
                        // "X, together with Y, president of the assembly, and Z, premier, sent a message"
                        let third = matches!((next(k + 2), next(k + 3), next(k + 4)), (Some(Chunk::Comma), Some(Chunk::And), Some(Chunk::Np(m))) if titled(m));
                        if titled(first) && titled(n) && third && matches!(next(k + 5), Some(Chunk::Vg(_))) {
                            members.push(k + 4);
                            closed = Some(k + 5);
                        }
                        break;
                    }
                    _ => break,
                }
            }
            let Some(end) = closed else {
                out.push(take(&mut chunks[i]));
                i += 1;
                continue;
            };
            // "Minister X of Peru and the Chilean ministry": the country is X's, and no member of the list.
            let of = matches!(out.last().map(|s| &s.chunk), Some(Chunk::Prep(p)) if self.lx.text(*p) == "of");
            let owner = out.len().checked_sub(2).and_then(|n| np_at(&out[n])).is_some_and(|n| {
                n.kind == NpKind::Actor && n.actors.len() == 1 && n.actors[0].name.is_some() && n.actors[0].country.is_none()
            });
            let only = |m: usize| np_at(&chunks[m]).is_some_and(|n| n.actors.iter().all(|a| a.kind == ActorKind::Country));
            if of && owner && only(i) && !members[1..].iter().all(|&m| only(m)) {
                out.push(take(&mut chunks[i]));
                i += 1;
                continue;
            }
            // "According to the ministry, X, Y and Z will meet": what stands in the phrase before is none of them.
            let told_by = matches!(&out[..], [Spanned { chunk: Chunk::Prep(p), .. }] if self.lx.text(*p) == "according to");
            if told_by {
                out.push(take(&mut chunks[i]));
                i += 1;
                continue;
            }
            // "meets X, and Y says": an object and the subject of the next clause are no list.
            // "X said a Japanese and an Indian ship sailed": what is said has a subject of its own.
            let says = |v: &Vg| {
                v.governs == Governs::Say
                    && !v.passive
                    && !v.verbs.iter().any(|x| matches!(self.lx.verbs[*x as usize].text.as_str(), "tell" | "inform" | "quote"))
            };
            // "the treaty signed by A and B is": the finite verb is the treaty's.
            // "the accord of 1997 signed on Monday by A and B says"
            let by = matches!(out.last().map(|s| &s.chunk), Some(Chunk::Prep(p)) if self.lx.text(*p) == "by");
            let verb = |s: &Spanned| matches!(s.chunk, Chunk::Vg(_));
            let signed = out.iter().rposition(verb).filter(|n| by && *n > 0).is_some_and(|n| {
                let Chunk::Vg(v) = &out[n].chunk else { return false };
                let beside = n + 2 == out.len() && np_at(&out[n - 1]).is_some();
                let alone = || v.end == v.start + 1 && !out[..n].iter().any(verb);
                let near = || out[n + 1..].iter().all(|s| matches!(s.chunk, Chunk::Prep(_) | Chunk::Date(_)));
                v.tense == Tense::Past && !v.passive && !v.copula && (beside || alone() && near())
            });
            let reduced = signed && chunks[i + 1..end].iter().all(|s| !matches!(s.chunk, Chunk::Comma));
            let verb_before = !reduced && matches!(out.last().map(|s| &s.chunk), Some(Chunk::Vg(v)) if !says(v))
                || (!reduced
                    && matches!(out.last().map(|s| &s.chunk), Some(Chunk::Prep(p)) if !matches!(self.lx.text(*p), "between" | "of" | "among"))
                    && out.iter().any(|s| matches!(s.chunk, Chunk::Vg(_))));
            let mut v = end;
            while matches!(chunks.get(v).map(|s| &s.chunk), Some(Chunk::Adverb(_) | Chunk::Date(_))) {
                v += 1;
            }
            // "visits to Peru and Chile scheduled for May": when they would be.
            let set_for = |x: &Vg| {
                let ahead =
                    matches!(chunks.get(v + 1).map(|s| &s.chunk), Some(Chunk::Prep(p)) if matches!(self.lx.text(*p), "for" | "in" | "on"));
                x.tense == Tense::Past && x.end == x.start + 1 && x.governs == Governs::Plan && ahead
            };
            let finite_after = matches!(chunks.get(v).map(|s| &s.chunk), Some(Chunk::Vg(x)) if x.finite() && !set_for(x));
            // A list of places and a list of people do not mix.
            let all_place = members
                .iter()
                .all(|&m| np_at(&chunks[m]).is_some_and(|n| !n.places.is_empty() && n.actors.iter().all(|a| a.kind == ActorKind::Country)));
            let bare = |m: usize| np_at(&chunks[m]).is_some_and(|n| n.actors.iter().all(|a| a.kind == ActorKind::Country));
            let all_actor = members.iter().all(|&m| np_at(&chunks[m]).is_some_and(|n| n.kind == NpKind::Actor))
                && (self.spans_of(first)
                    || members.iter().all(|&m| bare(m))
                    || !members.iter().any(|&m| bare(m))
                    || members.iter().all(|&m| {
                        np_at(&chunks[m]).is_some_and(|n| n.actors.iter().all(|a| matches!(a.kind, ActorKind::Country | ActorKind::Group)))
                    }));
            let office_of = self.spans_of(first)
                && first.actors.iter().all(|a| a.kind != ActorKind::Country && a.name.is_none())
                && members[1..].iter().all(|&m| bare(m));
            if (verb_before && finite_after) || !(all_place || all_actor) || shared_office && !office_of {
                out.push(take(&mut chunks[i]));
                i += 1;
                continue;
            }
            // "Chinese State Councilor and Foreign Minister Wang Yi": one person of two offices, or of more.
            let between = |m: &usize| {
                np_at(&chunks[*m]).filter(|n| n.actors.len() == 1 && !self.is(n.start, Closed::Determiner)).is_some_and(|n| {
                    let a = &n.actors[0];
                    a.kind == ActorKind::Person && a.office.is_some() && a.name.is_none() && a.country.is_none() && !a.plural
                })
            };
            let offices = members.len() >= 2 && members[1..members.len() - 1].iter().all(between);
            if let (true, Some(second)) = (offices, np_at(&chunks[*members.last().expect("not empty")])) {
                let highest = members[1..].iter().filter_map(|&m| np_at(&chunks[m])?.actors.first()?.level).min();
                let owned = self.is(second.start, Closed::Determiner) || self.is(second.start, Closed::Possessive);
                let one = |n: &Np, named: bool| {
                    n.actors.len() == 1
                        && n.actors[0].kind == ActorKind::Person
                        && n.actors[0].office.is_some()
                        && n.actors[0].name.is_some() == named
                };
                let whose = (first.actors.first().and_then(|x| x.country), second.actors.first().and_then(|x| x.country));
                // "met Party General Secretary and President of Laos X": one man, where both are titles.
                let titles = self.tokens[first.start].cap
                    && second.actors.first().is_some_and(|x| x.name.is_some())
                    && matches!(out.last().map(|s| &s.chunk), Some(Chunk::Vg(_) | Chunk::Prep(_)));
                let fits = matches!(whose, (Some(_), None))
                    || matches!(whose, (None, Some(_))) && (titles || self.is(first.start, Closed::Determiner));
                // "Saudi Arabia's Crown Prince and Prime Minister, Mohammed bin Salman, met"
                let behind = match (chunks.get(end).map(|s| &s.chunk), chunks.get(end + 1), chunks.get(end + 2).map(|s| &s.chunk)) {
                    (Some(Chunk::Comma), Some(s), Some(Chunk::Comma | Chunk::Vg(_))) => {
                        np_at(s).filter(|n| n.bare_name() && n.actors[0].country.is_none())
                    }
                    _ => None,
                };
                // "China's state councilor and foreign minister is to visit": the verb says that he is one.
                let single = match chunks.get(end).map(|s| &s.chunk) {
                    Some(Chunk::Vg(v)) => matches!(self.word(v.start).as_deref(), Some("is" | "was" | "has")),
                    _ => false,
                };
                let named = one(second, true) || one(second, false) && (behind.is_some() || single);
                if !owned && one(first, false) && named && fits && !first.actors[0].plural {
                    let mut np = (**first).clone();
                    let (level, sector) = (np.actors[0].level, np.actors[0].sector);
                    let office = first.actors[0].office.zip(second.actors[0].office).map(|(a, b)| (a.0, b.1));
                    merge_person(&mut np, second);
                    np.actors[0].office = office.or(np.actors[0].office);
                    np.actors[0].level = level.into_iter().chain(highest).min();
                    np.actors[0].sector = if second.actors[0].level <= level { second.actors[0].sector } else { sector };
                    np.end = second.end;
                    let mut next = end;
                    if let Some(name) = behind.filter(|_| one(second, false)) {
                        let rank = np.actors[0].level;
                        merge_person(&mut np, name);
                        np.actors[0].level = rank;
                        np.end = name.end;
                        next = end + 2 + usize::from(matches!(chunks.get(end + 2).map(|s| &s.chunk), Some(Chunk::Comma)));
                    }
                    // He may be the first of a list himself: ", and the Lao minister Y".
                    chunks[next - 1] = Spanned { start: chunks[i].start, end: np.end, chunk: Chunk::Np(Box::new(np)) };
                    i = next - 1;
                    continue;
                }
            }
            let mut np = (**first).clone();
            let model = (np.actors.len() == 1).then(|| np.actors.last().cloned()).flatten();
            let shared = self.spans_of(&np);
            for &m in &members[1..] {
                let n = np_at(&chunks[m]).expect("listable");
                // "the foreign ministers of Peru and Chile": the office is everybody's.
                let peer = (n.start..n.end).any(|t| self.counterpart(t));
                for a in &n.actors {
                    let mut a = a.clone();
                    // "A and his visiting X counterpart": of A's rank.
                    if peer && n.actors.len() == 1 && a.level.is_none_or(|l| l == Level::Working) {
                        a.level = first.actors.first().and_then(|f| f.level).or(a.level);
                    }
                    if let Some(model) = &model {
                        if a.kind == ActorKind::Country
                            && matches!(model.kind, ActorKind::Group | ActorKind::Person)
                            && model.name.is_none()
                            && model.country.is_some()
                            && shared
                        {
                            let c = a.country;
                            a = model.clone();
                            a.country = c;
                        }
                    }
                    np.actors.push(a);
                }
                np.places.extend(n.places.iter().copied());
            }
            // "the foreign ministers of Peru and Chile, X and Y": each has his name.
            let half = np.actors.len() / 2;
            let mut skip = 0;
            if half >= 2 && np.actors.len() == 2 * half {
                let (offices, names) = np.actors.split_at_mut(half);
                let unnamed = offices.iter().all(|a| a.name.is_none() && a.person.is_none() && a.country.is_some());
                // "his Chilean and Cuban counterparts, X and Y": of the rank of whose they are.
                let peers = |a: &Actor| a.kind == ActorKind::Group && a.level == Some(Level::Working);
                if unnamed && names.iter().all(|a| a.name.is_some() && a.country.is_none() && a.office.is_none()) {
                    for (a, b) in offices.iter_mut().zip(names) {
                        a.level = a.level.filter(|_| !peers(a));
                        a.name = b.name;
                        a.person = b.person;
                        a.kind = ActorKind::Person;
                        a.plural = false;
                    }
                    np.actors.truncate(half);
                    // The comma that closes the apposition.
                    let comma = matches!(chunks.get(end).map(|s| &s.chunk), Some(Chunk::Comma));
                    skip = usize::from(comma && !matches!(chunks.get(end + 1).map(|s| &s.chunk), Some(Chunk::Np(_) | Chunk::And)));
                }
            }
            // "met the foreign minister, the prime minister and the president of Iraq": all of them Iraq's.
            let nameless = |a: &Actor| a.kind == ActorKind::Person && a.office.is_some() && a.name.is_none() && a.person.is_none();
            let whom = matches!(out.last().map(|s| &s.chunk), Some(Chunk::Vg(_)))
                || matches!(out.last().map(|s| &s.chunk), Some(Chunk::Prep(p)) if matches!(self.lx.text(*p), "with" | "by" | "to" | "from"));
            let last_of = np_at(&chunks[*members.last().expect("not empty")]).is_some_and(|n| n.actors.len() == 1 && self.spans_of(n));
            if let Some((last, others)) = np.actors.split_last_mut().filter(|(_, o)| last_of && (whom || o.len() > 1)) {
                if nameless(last) && last.country.is_some() && others.iter().all(|a| nameless(a) && a.country.is_none()) {
                    others.iter_mut().for_each(|a| a.country = last.country);
                }
            }
            // "Foreign Minister X, together with Y (Peru)"
            if let Some(rank) = rank {
                np.actors.iter_mut().filter(|a| a.name.is_some() && a.office.is_none()).for_each(|a| a.level = a.level.or(Some(rank)));
            }
            // "Presidents Biden and Xi"
            let shared_rank = np.actors.first().filter(|a| a.plural && a.name.is_some() && a.office.is_none()).and_then(|a| a.level);
            if let Some(level) = shared_rank {
                for a in np.actors.iter_mut().filter(|a| a.name.is_some()) {
                    a.level = a.level.or(Some(level));
                    a.plural = false;
                }
            }
            np.list = true;
            np.end = chunks[end - 1].end;
            let (start, mut stop) = (chunks[i].start, chunks[end - 1].end);
            // "Minister X and deputy minister, Y, have arrived": the name of the last one stands behind a comma.
            let titled = np.actors.last().is_some_and(|a| {
                a.kind == ActorKind::Person
                    && !a.plural
                    && a.office.is_some_and(|o| self.tokens[o.0].cap)
                    && a.name.is_none()
                    && a.person.is_none()
            });
            let behind = match (chunks.get(end).map(|s| &s.chunk), chunks.get(end + 1)) {
                (Some(Chunk::Comma), Some(s)) if skip == 0 && titled => np_at(s).filter(|n| n.bare_name() && n.actors[0].country.is_none()),
                _ => None,
            };
            let (shut, goes_on) = (
                matches!(chunks.get(end + 2).map(|s| &s.chunk), Some(Chunk::Comma)),
                matches!(chunks.get(end + 2).map(|s| &s.chunk), Some(Chunk::Vg(_)))
                    || matches!(chunks.get(end + 3).map(|s| &s.chunk), Some(Chunk::Vg(_))),
            );
            if let (Some(name), true) = (behind, goes_on) {
                let last = np.actors.last_mut().expect("titled");
                last.name = name.actors[0].name;
                last.person = name.actors[0].person;
                np.end = name.end;
                stop = name.end;
                skip = 2 + usize::from(shut);
            }
            out.push(Spanned { chunk: Chunk::Np(Box::new(np)), start, end: stop });
            i = end + skip;
        }
        out
    }
}
