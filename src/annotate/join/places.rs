//! Places in two steps: "Riyadh, Saudi Arabia".

use super::np_at;
use crate::annotate::Vg;
use crate::annotate::noun_phrase::*;
use crate::annotate::reader::{Chunk, Reader, Spanned};
use crate::lexicon::{Closed, Entry, Slot, kinds};

impl Reader<'_> {
    /// "Dalian City of China" is one place.
    pub(super) fn join_districts(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let district = |s: &Spanned| {
            np_at(s).is_some_and(|n| n.event.is_none() && n.everybody().all(|a| a.country.is_none() && a.level.is_none()))
                && s.end > s.start + 1
                && (s.start..s.end).all(|k| self.tokens[k].cap)
                && (self.is(s.end - 1, Closed::DistrictNoun) || self.lower_is(s.end - 1, "city"))
        };
        let of = |s: &Spanned| matches!(s.chunk, Chunk::Prep(p) if self.lx.text(p) == "of");
        let land = |s: &Spanned| {
            let n = np_at(s).filter(|n| n.kind == NpKind::Actor && n.actors.len() == 1)?;
            n.actors[0].country.filter(|_| n.actors[0].kind == ActorKind::Country)
        };
        let known = |s: &Spanned, country: Option<u16>| {
            np_at(s).is_some_and(|n| n.kind == NpKind::Place && n.places.len() == 1 && Some(n.places[0].country) == country)
        };
        // "Lima airport", "Lima railway station": there, and not who acts.
        let airport = |s: &Spanned| {
            np_at(s).is_some_and(|n| {
                n.kind == NpKind::Other
                    && (n.start..n.end).all(|k| !self.tokens[k].cap)
                    && (self.is(n.end - 1, Closed::DistrictNoun) || self.lower_is(n.end - 1, "station"))
            })
        };
        let town = |s: &Spanned| match np_at(s) {
            Some(n) if n.kind == NpKind::Actor && n.actors.iter().all(|a| a.kind == ActorKind::Country) => {
                n.places.first().copied().filter(|p| n.places.len() == 1 && !p.whole_country && p.start == n.start && p.end == n.end)
            }
            _ => None,
        };
        for i in (0..chunks.len().saturating_sub(1)).rev() {
            let beside = chunks[i].end == chunks[i + 1].start && airport(&chunks[i + 1]);
            // "Julius Nyerere airport": a house, and nobody.
            let bare = |n: &Np| n.kind == NpKind::Actor && n.bare_name() && n.actors[0].country.is_none();
            if beside && np_at(&chunks[i]).is_some_and(bare) {
                let (start, end) = (chunks[i].start, chunks[i + 1].end);
                chunks[i] = Spanned { chunk: Chunk::Np(Box::new(Np::other(start, end))), start, end };
                chunks.remove(i + 1);
                continue;
            }
            if let Some(place) = town(&chunks[i]).filter(|_| beside) {
                let (start, end) = (chunks[i].start, chunks[i + 1].end);
                let np = Np { kind: NpKind::Place, places: vec![place], ..Np::other(start, end) };
                chunks[i] = Spanned { chunk: Chunk::Np(Box::new(np)), start, end };
                chunks.remove(i + 1);
            }
        }
        let mut i = 0;
        while i + 2 < chunks.len() {
            let country = if of(&chunks[i + 1]) { land(&chunks[i + 2]) } else { None };
            let country = country.filter(|_| district(&chunks[i]) || known(&chunks[i], country));
            if let Some(country) = country {
                let (start, end, close) = (chunks[i].start, chunks[i].end, chunks[i + 2].end);
                let place = PlaceRef { country, start, end, whole_country: false };
                let np = Np { kind: NpKind::Place, places: vec![place], ..Np::other(start, close) };
                chunks[i] = Spanned { chunk: Chunk::Np(Box::new(np)), start, end: close };
                chunks.drain(i + 1..i + 3);
            }
            i += 1;
        }
        chunks
    }

    /// "Riyadh, Saudi Arabia," is one place.
    pub(super) fn join_places(&self, chunks: Vec<Spanned>) -> Vec<Spanned> {
        if !chunks.iter().any(|s| matches!(s.chunk, Chunk::Comma)) {
            return chunks;
        }
        let mut out: Vec<Spanned> = Vec::with_capacity(chunks.len());
        let mut rest = chunks.into_iter().peekable();
        while let Some(c) = rest.next() {
            // "to Cho Islet, Panmunjom and Kosong": places side by side.
            let listed = matches!(rest.peek().map(|s| &s.chunk), Some(Chunk::And));
            // "at the Peace Palace, Phnom Penh", "in Gyeongju, South Korea": a name that nobody knows, in a place.
            if let (Chunk::Np(b), [.., inside, hall, comma]) = (&c.chunk, &out[..]) {
                let place =
                    b.places.first().filter(|p| p.end == b.end && b.places.len() == 1 && matches!(b.kind, NpKind::Place | NpKind::Actor));
                let plain =
                    b.event.is_none() && b.actors.iter().all(|x| x.kind == ActorKind::Country) && !self.is(b.start, Closed::Determiner);
                // "visited Darwin, Australia"
                let goes = |v: &Vg| {
                    let rules = v.verbs.iter().flat_map(|x| &self.lx.verbs[*x as usize].rules).map(|r| &self.lx.rules[*r as usize]);
                    !v.passive && rules.into_iter().any(|r| r.place_target && r.target.contains(&Slot::Object))
                };
                let within = match &inside.chunk {
                    Chunk::Prep(p) => matches!(self.lx.text(*p), "in" | "at" | "near" | "to" | "into" | "for" | "from"),
                    Chunk::Vg(v) => goes(v),
                    _ => false,
                };
                let unknown = |n: &Np| {
                    n.bare_name() && n.actors[0].country.is_none() && n.actors[0].person.is_none()
                        || n.kind == NpKind::Other && self.tokens[n.end - 1].cap
                };
                let hall = np_at(hall).filter(|n| unknown(n)).map(|n| n.start);
                if let (Some(place), Some(start), true, true) =
                    (place, hall, plain && within && !listed, matches!(comma.chunk, Chunk::Comma))
                {
                    let places = vec![PlaceRef { start, whole_country: false, ..*place }];
                    let np = Np { start, places, ..(**b).clone() };
                    out.truncate(out.len() - 2);
                    out.push(Spanned { chunk: Chunk::Np(Box::new(np)), start, end: c.end });
                    continue;
                }
            }
            let region =
                |b: &Np| !matches!(self.longest(b.start, kinds::PLACE), Some((Entry::Place(id), _)) if self.lx.places[id as usize].city);
            let joins = match (&c.chunk, out.len()) {
                (Chunk::Np(b), n) if n >= 2 && matches!(out[n - 1].chunk, Chunk::Comma) => match &out[n - 2].chunk {
                    Chunk::Np(a) => {
                        let city = a.places.last().filter(|p| !p.whole_country && p.end == a.end);
                        let country =
                            b.places.first().filter(|_| b.kind != NpKind::Event && b.actors.iter().all(|x| x.kind == ActorKind::Country));
                        // "Toledo, Ohio": the region says which of the towns of that name.
                        matches!((city, country), (Some(x), Some(y)) if (x.country == y.country || !y.whole_country && region(b)) && b.places.len() == 1 && b.kind == NpKind::Place || x.country == y.country && b.places.len() == 1)
                    }
                    _ => false,
                },
                _ => false,
            };
            // "In talks in Manila, the Philippines and Vietnam agree": the comma closes the phrase, and two of them act.
            let acts = listed
                && out.iter().all(|s| !matches!(s.chunk, Chunk::Vg(_)))
                && matches!(out.first().map(|s| &s.chunk), Some(Chunk::Prep(_) | Chunk::Sub(_)))
                && {
                    let mut ahead = rest.clone();
                    ahead.next();
                    let also = ahead.next().is_some_and(|s| np_at(&s).is_some_and(|n| n.kind == NpKind::Actor));
                    also && matches!(ahead.next().map(|s| s.chunk), Some(Chunk::Vg(_)))
                };
            if joins && !acts {
                out.pop();
                let n = out.len() - 1;
                out[n].end = c.end;
                let region = np_at(&c).and_then(|b| b.places.first()).map(|p| p.country);
                if let Chunk::Np(a) = &mut out[n].chunk {
                    a.end = c.end;
                    if let (Some(p), Some(country)) = (a.places.last_mut(), region) {
                        p.country = country;
                    }
                }
                continue;
            }
            out.push(c);
        }
        // The comma that closes "Riyadh, Saudi Arabia,".
        out
    }
}
