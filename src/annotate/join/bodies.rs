//! Delegations, bodies and ships: of whom they are, and who leads them.

use super::{merge_person, np_at, take};
use crate::annotate::noun_phrase::*;
use crate::annotate::reader::{Chunk, Reader, Spanned};
use crate::annotate::{Tense, Vg};
use crate::lexicon::{Closed, CountryForm, Entry, Force, kinds};
use crate::model::{ExchangeType, Level, Sector};
use crate::text::Kind;

impl Reader<'_> {
    /// "a delegation of the Ministry for Trade and Industry of X" is one body.
    pub(super) fn join_bodies(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let mut out: Vec<Spanned> = Vec::with_capacity(chunks.len());
        let mut i = 0;
        while i < chunks.len() {
            let c = &chunks[i];
            // "a delegation of the DPRK State Academy of Sciences": the body whose name begins with its country.
            if let (Chunk::Np(b), Some(last)) = (&c.chunk, out.last_mut()) {
                // "a delegation of the DPRK public health led by X"
                let led = b.kind == NpKind::Other
                    && matches!(chunks.get(i + 1).map(|s| &s.chunk), Some(Chunk::Vg(v)) if v.tense == Tense::Past
                        && self.leads(v))
                    && matches!(chunks.get(i + 2).map(|s| &s.chunk), Some(Chunk::Prep(p)) if self.lx.text(*p) == "by");
                let titled = led
                    || !self.headline
                        && self.tokens[b.start].cap
                        && self.tokens[b.end - 1].cap
                        && (b.kind == NpKind::Other
                            || b.bare_name()
                            || b.kind == NpKind::Actor && b.actors.iter().all(|x| x.country.is_none() && x.kind != ActorKind::Person));
                if let Chunk::Np(a) = &mut last.chunk {
                    let sent = a.kind == NpKind::Actor
                        && a.end == b.start
                        && matches!(&a.actors[..], [x] if x.delegation && x.country.is_some() && x.name.is_none())
                        && self.spans_of(a);
                    if titled && sent {
                        let x = &mut a.actors[0];
                        if self.sender(b).is_some() {
                            self.send(x, b);
                        } else if let Some(body) = b.actors.first().filter(|_| !b.bare_name()) {
                            (x.kind, x.level, x.sector) = (body.kind, body.level, body.sector.or(x.sector));
                            (x.name, x.person, x.office) = (body.name, body.person, body.office);
                        }
                        (a.end, last.end) = (b.end, c.end);
                        i += 1;
                        continue;
                    }
                }
            }
            // "the delegation of the Peruvian "Sun" Association led by X": a name in quotes within the name.
            let quoted = |k: usize| k > 0 && self.tokens[k - 1].kind == Kind::Quote;
            if let Some(last) = out.last().filter(|s| quoted(c.start) && s.end + 1 == c.start) {
                let sent =
                    np_at(last).is_some_and(|a| matches!(&a.actors[..], [x] if x.delegation && x.name.is_none()) && self.spans_of(a));
                let bodies = (i + 1..(i + 7).min(chunks.len())).filter(|_| sent);
                let mut bodies = bodies.filter_map(|j| Some((j, np_at(&chunks[j])?)));
                if let Some((at, b)) = bodies.find(|(_, b)| quoted(b.start) && self.sender(b).is_some()) {
                    let end = chunks[at].end;
                    let last = out.last_mut().expect("just found");
                    if let Chunk::Np(a) = &mut last.chunk {
                        self.send(&mut a.actors[0], b);
                        (a.end, last.end) = (end, end);
                    }
                    i = at + 1;
                    continue;
                }
            }
            // "the Ministry for Information and Technology": what a body is for is part of its name.
            if let (Chunk::Np(b), Some(Chunk::Prep(prep))) = (&c.chunk, out.last().map(|s| &s.chunk)) {
                let n = out.len().saturating_sub(2);
                let titled = |np: &Np| {
                    (np.kind == NpKind::Other || np.bare_name() && np.actors[0].country.is_none() && np.actors[0].person.is_none())
                        && self.tokens[np.end - 1].cap
                };
                let body = out.len() >= 2
                    && matches!(self.lx.text(*prep), "for" | "on" | "of")
                    && titled(b)
                    && matches!(&out[n].chunk, Chunk::Np(a) if a.kind == NpKind::Actor && self.tokens[a.end - 1].cap
                        && a.actors.iter().all(|x| matches!(x.kind, ActorKind::Group | ActorKind::Unofficial)));
                if body {
                    let mut last = i;
                    if let (Some(Chunk::And), Some(Chunk::Np(d))) =
                        (chunks.get(i + 1).map(|s| &s.chunk), chunks.get(i + 2).map(|s| &s.chunk))
                    {
                        if titled(d) && !matches!(chunks.get(i + 3).map(|s| &s.chunk), Some(Chunk::Vg(v)) if v.copula) {
                            last = i + 2;
                        }
                    }
                    // "of Information, Culture and Tourism"
                    if let (Some(Chunk::Comma), Some(Chunk::Np(d))) =
                        (chunks.get(i + 1).map(|s| &s.chunk), chunks.get(i + 2).map(|s| &s.chunk))
                    {
                        if titled(d) && (d.start..d.end).any(|t| self.is(t, Closed::Conjunction)) {
                            last = i + 2;
                        }
                    }
                    let end = chunks[last].end;
                    if let Chunk::Np(a) = &mut out[n].chunk {
                        a.end = end;
                    }
                    out[n].end = end;
                    out.pop();
                    i = last + 1;
                    continue;
                }
            }
            // "a delegation of the Peruvian Culture, Trade and Tourism led by X": the last parts of the body's name.
            if let (Chunk::Comma, Some(Chunk::Np(d)), Some(Chunk::Vg(v))) =
                (&c.chunk, chunks.get(i + 1).map(|s| &s.chunk), chunks.get(i + 2).map(|s| &s.chunk))
            {
                let and = (d.start..d.end).any(|t| self.is(t, Closed::Conjunction));
                let sent = |a: &Np| {
                    let field = self.tokens[a.end - 1].cap && self.longest(a.end - 1, kinds::PORTFOLIO).is_some();
                    field && matches!(&a.actors[..], [x] if x.delegation && x.country.is_some() && x.name.is_none())
                };
                let fields = d.kind == NpKind::Other && self.tokens[d.start].cap && self.tokens[d.end - 1].cap && and && self.leads(v);
                if let Some(last) = out.last_mut().filter(|s| fields && np_at(s).is_some_and(sent)) {
                    last.end = d.end;
                    if let Chunk::Np(a) = &mut last.chunk {
                        a.end = d.end;
                    }
                    i += 2;
                    continue;
                }
            }
            // "heads of the Peruvian and Chilean delegations": the delegations.
            if let (Chunk::Np(b), [.., heads, of]) = (&c.chunk, &out[..]) {
                let heads = matches!(heads.chunk, Chunk::Other) && ["heads", "leaders"].iter().any(|w| self.lower_is(heads.start, w));
                let of = matches!(&of.chunk, Chunk::Prep(p) if self.lx.text(*p) == "of");
                if heads && of && b.kind == NpKind::Actor && b.actors.iter().all(|a| a.delegation && a.country.is_some()) {
                    out.truncate(out.len() - 2);
                    out.push(take(&mut chunks[i]));
                    i += 1;
                    continue;
                }
            }
            // "members of the delegation": the delegation.
            if let (Chunk::Np(b), [.., part, of]) = (&c.chunk, &out[..]) {
                let part = np_at(part).is_some_and(|n| n.kind == NpKind::Other && self.is(n.end - 1, Closed::PartNoun));
                let of = matches!(&of.chunk, Chunk::Prep(p) if self.lx.text(*p) == "of");
                if part && of && b.kind == NpKind::Actor && b.actors.iter().all(|a| a.delegation) {
                    out.truncate(out.len() - 2);
                    out.push(take(&mut chunks[i]));
                    i += 1;
                    continue;
                }
            }
            // "delegation of/from COUNTRY": the country is the group's.
            if let (Chunk::Np(b), Some(Chunk::Prep(prep))) = (&c.chunk, out.last().map(|s| &s.chunk)) {
                let word = self.lx.text(*prep);
                if matches!(word, "of" | "from") && out.len() >= 2 {
                    let n = out.len() - 2;
                    if let Chunk::Np(a) = &mut out[n].chunk {
                        let group = a.kind == NpKind::Actor
                            && a.actors.iter().all(|x| matches!(x.kind, ActorKind::Group | ActorKind::Unofficial))
                            && !a.actors.is_empty();
                        let person_of = a.bare_office() && a.actors[0].country.is_none();
                        // "a letter to the King from President X": the letter's.
                        let ruler = a.actors.first().and_then(|x| x.level).is_some_and(|l| l <= Level::DeputyLeader);
                        let wrote = word == "from" && ruler && b.actors.iter().any(|x| x.kind == ActorKind::Person);
                        let person_of = person_of && !wrote;
                        // "President Gustavo Petro of Colombia"
                        let named = a.kind == NpKind::Actor
                            && a.actors.len() == 1
                            && a.actors[0].kind == ActorKind::Person
                            && a.actors[0].name.is_some_and(|n| !self.is(n.1 - 1, Closed::PaperNoun))
                            && a.actors[0].country.is_none();
                        if named && word == "of" && b.kind == NpKind::Actor && b.actors.len() == 1 && b.actors[0].kind == ActorKind::Country
                        {
                            a.actors[0].country = b.actors[0].country;
                            a.end = c.end;
                            out[n].end = c.end;
                            out.pop();
                            i += 1;
                            continue;
                        }
                        // "a delegation of the Malays National Organization of Malaysia": said twice.
                        let whole = |n: &Np| matches!(&n.actors[..], [x] if x.kind == ActorKind::Country);
                        if group && word == "of" && whole(b) && a.actors.len() == 1 && a.actors[0].country == b.actors[0].country {
                            a.end = c.end;
                            out[n].end = c.end;
                            out.pop();
                            i += 1;
                            continue;
                        }
                        // "the foreign ministers of Peru and Chile" is joined with the list later.
                        if (group || person_of) && b.kind == NpKind::Actor && a.actors.iter().all(|x| x.country.is_none()) {
                            let model = a.actors[0].clone();
                            let mut actors: Vec<Actor> = Vec::new();
                            for x in &b.actors {
                                if let Some(country) = x.country {
                                    let mut y = model.clone();
                                    y.country = Some(country);
                                    if x.kind == ActorKind::Group && y.sector.is_none() {
                                        y.sector = x.sector;
                                    }
                                    // "a delegation of the Polish Football Association": the association's.
                                    if x.kind == ActorKind::Unofficial && y.delegation {
                                        y.kind = ActorKind::Unofficial;
                                        y.level = x.level;
                                        y.sector = x.sector;
                                    } else if x.kind == ActorKind::Person && b.actors.len() == 1 {
                                        self.send(&mut y, b);
                                    }
                                    actors.push(y);
                                }
                            }
                            if !actors.is_empty() {
                                a.actors = actors;
                                a.end = c.end;
                                a.list = b.list;
                                out[n].end = c.end;
                                out.pop();
                                i += 1;
                                continue;
                            }
                        }
                        // "a delegation of the Ministry of Culture": a body of the same, unnamed country.
                        let same = |np: &Np| {
                            np.kind == NpKind::Actor
                                && !np.actors.is_empty()
                                && np.actors.iter().all(|x| x.kind == ActorKind::Group && x.country.is_none())
                        };
                        if group && word == "of" && same(b) {
                            for x in a.actors.iter_mut() {
                                // "a friendship delegation of the Agency": officials all the same.
                                if x.kind == ActorKind::Unofficial && x.delegation {
                                    x.kind = ActorKind::Group;
                                    x.level = b.actors[0].level;
                                }
                                x.sector = x.sector.or(b.actors[0].sector);
                                if x.level == Some(Level::Working) {
                                    x.level = b.actors[0].level;
                                }
                            }
                            a.end = c.end;
                            out[n].end = c.end;
                            out.pop();
                            i += 1;
                            continue;
                        }
                        // "the committee of the Chinese People's Conference": a name that begins with its country.
                        if group && b.kind == NpKind::Other && a.actors.iter().all(|x| x.country.is_none()) {
                            let first = (b.start..b.end).find(|t| !self.is(*t, Closed::Determiner));
                            let named = first.filter(|t| self.tokens[*t].cap && self.tokens[b.end - 1].cap);
                            let country = named.and_then(|t| self.country_form_at(t)).filter(|x| x.1 != CountryForm::People);
                            if let Some((country, _, _)) = country {
                                for x in a.actors.iter_mut() {
                                    x.country = Some(country);
                                    self.send(x, b);
                                }
                                a.end = c.end;
                                out[n].end = c.end;
                                out.pop();
                                i += 1;
                                continue;
                            }
                        }
                        if group && b.kind == NpKind::Pair && a.actors.iter().all(|x| x.country.is_none()) {
                            a.kind = NpKind::Pair;
                            a.end = c.end;
                            out[n].end = c.end;
                            out.pop();
                            i += 1;
                            continue;
                        }
                        let body = b.bare_name()
                            && (self.is(b.start, Closed::Determiner)
                                || self.is(b.end - 1, Closed::PaperNoun) && self.tokens[b.end - 1].cap);
                        if group && word == "of" && (matches!(b.kind, NpKind::Other | NpKind::Place) || body) && !a.premises {
                            // "a delegation of the Foreign Languages Publishing House": who sends it says what it is.
                            a.actors.iter_mut().for_each(|x| self.send(x, b));
                            // "the delegation of the Primorye region"
                            if b.kind == NpKind::Place {
                                for x in a.actors.iter_mut().filter(|x| x.country.is_none()) {
                                    x.country = b.places.first().map(|p| p.country);
                                }
                            }
                            a.end = c.end;
                            out[n].end = c.end;
                            out.pop();
                            i += 1;
                            continue;
                        }
                        if group
                            && word == "of"
                            && b.kind == NpKind::Actor
                            && b.actors.len() == 1
                            && b.actors[0].kind == ActorKind::Unofficial
                        {
                            let u = b.actors[0].clone();
                            for x in &mut a.actors {
                                x.kind = ActorKind::Unofficial;
                                x.level = u.level;
                                x.sector = u.sector.or(x.sector);
                                x.country = x.country.or(u.country);
                            }
                            a.end = c.end;
                            out[n].end = c.end;
                            out.pop();
                            i += 1;
                            continue;
                        }
                    }
                }
            }
            out.push(take(&mut chunks[i]));
            i += 1;
        }
        // "the head of the delegation of the Lao ministry"
        let mut n = 2;
        while n < out.len() {
            let of = matches!(&out[n - 1].chunk, Chunk::Prep(p) if self.lx.text(*p) == "of");
            let sent = np_at(&out[n]).filter(|b| matches!(&b.actors[..], [x] if x.delegation && x.country.is_some()));
            let head = np_at(&out[n - 2]).is_some_and(|a| {
                a.bare_office() && a.actors[0].country.is_none() && ["head", "leader", "chief"].iter().any(|w| self.lower_is(a.end - 1, w))
            });
            if let (true, true, Some(b)) = (of, head, sent) {
                let (of, end) = (b.actors[0].clone(), b.end);
                if let Chunk::Np(a) = &mut out[n - 2].chunk {
                    (a.actors[0].country, a.actors[0].sector, a.actors[0].modifier, a.end) = (of.country, of.sector, of.modifier, end);
                }
                out[n - 2].end = end;
                out.drain(n - 1..n + 1);
            } else {
                n += 1;
            }
        }
        out
    }

    /// Is a delegation a university's, a union's, a party's, and not its country's?
    fn of_a_body(&self, g: &Np) -> bool {
        let body = |k: usize| {
            let t = &self.tokens[k];
            t.kind == Kind::Word
                && t.cap
                && k > g.start
                && self.country_form(k).is_none()
                && !self.lower_is(k, "government")
                && !self.lower_is(k, "state")
        };
        (g.start..g.end).any(body)
    }

    /// "a delegation of the ministry led by Deputy Minister X": the leader is the delegation's head.
    pub(super) fn join_led_by(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        if !chunks.iter().any(|s| matches!(&s.chunk, Chunk::Vg(v) if self.leads(v))) {
            return chunks;
        }
        let mut out: Vec<Spanned> = Vec::with_capacity(chunks.len());
        let mut i = 0;
        while i < chunks.len() {
            let c = &chunks[i];
            // "X, who heads a delegation of the ministry,"
            if matches!(c.chunk, Chunk::Rel) {
                if let Some(next) = self.heads_delegation(&mut out, &chunks, i) {
                    i = next;
                    continue;
                }
            }
            // "led by X", "headed by X", with or without a comma before.
            if let Chunk::Vg(v) = &c.chunk {
                let led = self.leads(v) && matches!(v.tense, Tense::Past | Tense::Participle) && !v.passive;
                let by = matches!(chunks.get(i + 1).map(|x| &x.chunk), Some(Chunk::Prep(p)) if self.lx.text(*p) == "by");
                if led && by {
                    if let Some(Chunk::Np(leader)) = chunks.get(i + 2).map(|x| &x.chunk) {
                        // Apposition behind the leader's name belongs to the leader.
                        let mut leader = (**leader).clone();
                        let mut next = i + 3;
                        // "a delegation of the university led by President X": the body's president.
                        let of_a_body = out.iter().rev().find_map(np_at).is_some_and(|g| self.of_a_body(g));
                        let presides = |l: &Actor| l.level == Some(Level::Leader) && l.person.is_none() && l.country.is_none();
                        let of_a_body = of_a_body && leader.actors.first().is_some_and(presides);
                        if of_a_body {
                            leader.actors[0].level = None;
                        }
                        let offices = leader.actors.first().filter(|a| leader.kind == NpKind::Actor && a.name.is_some()).is_some();
                        let comma = matches!(chunks.get(next).map(|x| &x.chunk), Some(Chunk::Comma));
                        let next_to = next + 1;
                        let last = if offices && comma { self.absorb_offices(&mut leader, &chunks, next_to) } else { next_to };
                        if last > next + 1 {
                            next = last;
                        } else if let (Some(Chunk::Comma), Some(Chunk::Np(o))) =
                            (chunks.get(next).map(|x| &x.chunk), chunks.get(next + 1).map(|x| &x.chunk))
                        {
                            if leader.bare_office() && o.bare_name() {
                                merge_person(&mut leader, o);
                                next += 2;
                            }
                        }
                        if of_a_body {
                            leader.actors[0].level = leader.actors[0].level.or(Some(Level::Director));
                        }
                        let mut n = out.len();
                        if n > 0 && matches!(out[n - 1].chunk, Chunk::Comma) {
                            n -= 1;
                        }
                        // "South Korean mourners' groups led by X"
                        if let Some(Chunk::Np(g)) = n.checked_sub(1).map(|g| &mut out[g].chunk) {
                            let team = matches!(self.word(g.end - 1).as_deref(), Some("group" | "groups" | "team" | "teams" | "mission"));
                            let of = (g.start..g.end).find_map(|t| self.country_form(t)).map(|c| c.0);
                            if let Some(country) = of.filter(|_| g.kind == NpKind::Other && team) {
                                let (kind, level) = (ActorKind::Unofficial, Some(Level::Unofficial));
                                g.kind = NpKind::Actor;
                                g.actors = vec![Actor { kind, level, delegation: true, ..Actor::country(country) }];
                            }
                        }
                        if n > 0 && leader.kind == NpKind::Actor {
                            let end = chunks[next - 1].end;
                            if let Chunk::Np(g) = &mut out[n - 1].chunk {
                                if g.kind == NpKind::Actor && !g.actors.is_empty() {
                                    // "the party's delegation led by its president": the body's, not the state's.
                                    if self.is(leader.start, Closed::Possessive) && leader.actors[0].level <= Some(Level::DeputyLeader) {
                                        leader.actors[0].level = Some(Level::Director);
                                    }
                                    let l = &leader.actors[0];
                                    let a = &mut g.actors[0];
                                    a.name = l.name;
                                    a.person = l.person;
                                    a.office = l.office;
                                    if l.office.is_some() || l.person.is_some() {
                                        // "of the society led by Chairman X": the society's, and no minister.
                                        let its_own = last <= next_to
                                            && l.office.is_some_and(|(s, e)| {
                                                self.is(leader.start, Closed::Possessive)
                                                    || matches!(
                                                        &*self.slice(s, e).to_lowercase(),
                                                        "chairman"
                                                            | "vice-chairman"
                                                            | "chairwoman"
                                                            | "vice-chairwoman"
                                                            | "chairperson"
                                                            | "president"
                                                            | "vice-president"
                                                            | "vice president"
                                                            | "secretary general"
                                                            | "general secretary"
                                                    )
                                            });
                                        // "a group of Chinese tourists led by the director of an agency"
                                        let lay = (g.start..g.end).any(|k| {
                                            self.word(k)
                                                .is_some_and(|w| matches!(&*w, "tourists" | "students" | "pupils" | "pilgrims" | "tourist"))
                                        });
                                        // "a delegation headed by the former president": private people.
                                        let lay = lay || l.former && a.level >= Some(Level::Working);
                                        if lay && a.kind == ActorKind::Group && a.level >= Some(Level::Working) {
                                            (a.kind, a.level) = (ActorKind::Unofficial, Some(Level::Unofficial));
                                        }
                                        let unofficial = a.kind == ActorKind::Unofficial
                                            && (its_own || l.former || !matches!(l.level, Some(x) if x <= Level::DeputyMinister));
                                        if !unofficial {
                                            a.level = l.level.or(a.level);
                                            a.kind = if a.kind == ActorKind::Unofficial { ActorKind::Group } else { a.kind };
                                        }
                                    }
                                    a.sector = a.sector.or(l.sector);
                                    a.country = a.country.or(l.country);
                                    g.end = end;
                                    out.truncate(n);
                                    out[n - 1].end = end;
                                    i = next;
                                    continue;
                                }
                            }
                        }
                    }
                }
            }
            out.push(take(&mut chunks[i]));
            i += 1;
        }
        out
    }

    /// Who leads or heads a group does what the verb says.
    pub(crate) fn leads(&self, v: &Vg) -> bool {
        v.verbs.iter().any(|x| matches!(self.lx.verbs[*x as usize].text.as_str(), "lead" | "head"))
    }

    /// "X, who heads a delegation of the ministry," is the delegation led by X. The pronoun stands at `i`; gives the chunk
    /// behind.
    fn heads_delegation(&self, out: &mut Vec<Spanned>, chunks: &[Spanned], i: usize) -> Option<usize> {
        let Chunk::Vg(v) = &chunks.get(i + 1)?.chunk else { return None };
        let group = np_at(chunks.get(i + 2)?)?;
        let body = group.kind == NpKind::Actor && group.actors.len() == 1 && group.actors[0].delegation;
        if !self.leads(v) || v.passive || !body {
            return None;
        }
        let mut n = out.len();
        if n > 0 && matches!(out[n - 1].chunk, Chunk::Comma) {
            n -= 1;
        }
        let person = np_at(out.get(n.checked_sub(1)?)?)?;
        let of = &group.actors[0];
        let same = person.kind == NpKind::Actor
            && person.actors.len() == 1
            && person.actors[0].name.is_some()
            && person.actors[0].country.is_none_or(|c| of.country.is_none_or(|g| g == c));
        if !same {
            return None;
        }
        let mut next = i + 3;
        let end = chunks[i + 2].end;
        if matches!(chunks.get(next).map(|s| &s.chunk), Some(Chunk::Comma)) {
            next += 1;
        }
        out.truncate(n);
        let last = out.last_mut()?;
        last.end = end;
        if let Chunk::Np(person) = &mut last.chunk {
            let a = &mut person.actors[0];
            a.country = a.country.or(of.country);
            a.level = a.level.or(of.level);
            a.sector = a.sector.or(of.sector);
            a.delegation = true;
            person.end = end;
        }
        Some(next)
    }

    /// A delegation is what the body is that sends it: a publishing house's, a paper's.
    fn send(&self, delegation: &mut Actor, body: &Np) {
        let of = match self.sender(body) {
            Some(of) => Some((of.level, of.sector)),
            None if self.is(body.end - 1, Closed::PaperNoun) && self.tokens[body.end - 1].cap => {
                // "of the Ministry", "of Foreign Affairs" are papers by their last word only.
                let office =
                    ["ministry", "affairs", "presidency", "agency", "government", "mfa"].iter().any(|w| self.lower_is(body.end - 1, w));
                (!office).then_some((Level::Unofficial, Some(Sector::Culture)))
            }
            None => None,
        };
        if let Some((level, sector)) = of.filter(|_| delegation.delegation) {
            delegation.kind = ActorKind::Unofficial;
            delegation.level = Some(level);
            delegation.sector = sector.or(delegation.sector);
        }
    }

    /// The unofficial body that a phrase names: a troupe, a newspaper, an agency, "the Newspaper Al Example".
    fn sender(&self, np: &Np) -> Option<&crate::lexicon::Group> {
        (np.start..np.end).find_map(|k| {
            if self.tokens[k].kind != Kind::Word {
                return None;
            }
            match self.longest(k, kinds::GROUP)? {
                (Entry::Group(g), end) => {
                    let opens = k <= np.start + 1 && end < np.end && self.tokens[k].cap && self.tokens[end].cap;
                    Some(&self.lx.groups[g as usize]).filter(|g| !g.official && (end == np.end || opens))
                }
                _ => None,
            }
        })
    }

    /// Does the phrase end in "of COUNTRY"?
    pub(super) fn spans_of(&self, np: &Np) -> bool {
        (np.start..np.end).any(|k| self.lower_is(k, "of") || self.lower_is(k, "from"))
    }

    /// "Ships of the Indian Navy" are warships, and "a corvette of the Khukri class" behind a ship's name is that ship.
    pub(super) fn join_ships(&self, mut chunks: Vec<Spanned>) -> Vec<Spanned> {
        let ships = |s: &Spanned| {
            let bare = match &s.chunk {
                Chunk::Np(n) => n.kind != NpKind::Event && n.actors.iter().all(|a| a.country.is_none()),
                Chunk::Other => self.kind(s.start) == Some(Kind::Word),
                _ => false,
            };
            bare && ["ship", "ships", "vessel", "vessels"].iter().any(|w| self.lower_is(s.end - 1, w))
        };
        let vessel = |n: &Np| n.kind == NpKind::Actor && n.actors.iter().all(|a| a.force == Some(Force::Vessel));
        let mut k = 0;
        while k < chunks.len() {
            // "the John Doe strike group": called after somebody.
            let called = np_at(&chunks[k]).is_some_and(|n| n.bare_name() && n.actors[0].country.is_none() && self.lower_is(n.start, "the"));
            if let Some(fleet) = chunks.get(k + 1).and_then(np_at).filter(|n| called && vessel(n)).cloned() {
                chunks[k + 1].start = chunks[k].start;
                chunks[k + 1].chunk = Chunk::Np(Box::new(Np { start: chunks[k].start, ..fleet }));
                chunks.remove(k);
            }
            if ships(&chunks[k]) {
                let of = matches!(chunks.get(k + 1).map(|s| &s.chunk), Some(Chunk::Prep(p)) if matches!(self.lx.text(*p), "of" | "from" | "belonging to"));
                // "Peruvian ships took part in the drill": what sails to an exercise is a navy's.
                let exercise = |s: &Spanned| {
                    let drill = |r: &u16| self.lx.rules[*r as usize].kind == ExchangeType::Exercise;
                    let event = np_at(s).and_then(|n| n.event.as_ref());
                    event.is_some_and(|e| self.lx.nouns[e.noun as usize].rules.iter().any(drill))
                };
                let whose = np_at(&chunks[k]).filter(|n| n.kind == NpKind::Other && n.event.is_none());
                let whose = whose.and_then(|n| self.country_form_at(n.start + usize::from(self.is(n.start, Closed::Determiner))));
                // "two Peruvian ships, the destroyer X and the frigate Y,": no merchantmen.
                let comma = matches!(chunks.get(k + 1).map(|s| &s.chunk), Some(Chunk::Comma));
                let named = chunks.get(k + 2).and_then(np_at).is_some_and(|n| comma && vessel(n) && n.actors[0].country.is_none());
                if let Some((country, CountryForm::Adjective, _)) = whose.filter(|_| named || chunks.iter().any(exercise)) {
                    let (kind, level, force) = (ActorKind::Group, Some(Level::Working), Some(Force::Vessel));
                    if let Chunk::Np(n) = &mut chunks[k].chunk {
                        n.kind = NpKind::Actor;
                        n.actors = vec![Actor { kind, level, force, plural: true, ..Actor::country(country) }];
                        continue;
                    }
                }
                let navy = |n: &Np| {
                    let text = self.slice(n.start, n.end).to_lowercase();
                    let afloat = ["navy", "naval", "fleet", "coast guard"].iter().any(|w| text.contains(w));
                    afloat && n.kind == NpKind::Actor && n.actors.iter().all(|a| a.kind == ActorKind::Group && a.country.is_some())
                };
                if let Some(fleet) = chunks.get(k + 2).and_then(np_at).filter(|n| of && navy(n)).cloned() {
                    let mut actor = fleet.actors[0].clone();
                    actor.force = Some(Force::Vessel);
                    chunks[k].end = chunks[k + 2].end;
                    chunks[k].chunk = Chunk::Np(Box::new(Np { start: chunks[k].start, actors: vec![actor], ..fleet }));
                    chunks.drain(k + 1..k + 3);
                }
            } else if np_at(&chunks[k]).is_some_and(|n| vessel(n) && n.actors.iter().all(|a| a.country.is_some())) {
                let comma = |n: usize| matches!(chunks.get(n).map(|s| &s.chunk), Some(Chunk::Comma));
                let class = chunks.get(k + 2).and_then(np_at).filter(|n| comma(k + 1) && vessel(n) && n.actors[0].country.is_none());
                if class.is_some_and(|n| self.is(n.start, Closed::Determiner)) {
                    let close = (k + 3..chunks.len()).find(|&n| !matches!(chunks[n].chunk, Chunk::Prep(_) | Chunk::Np(_)));
                    if let Some(close) = close.filter(|n| matches!(chunks[*n].chunk, Chunk::Comma | Chunk::Vg(_))) {
                        chunks.drain(k + 1..close + usize::from(comma(close)));
                    }
                }
            }
            k += 1;
        }
        chunks
    }
}
