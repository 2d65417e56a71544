//! Who stands where a rule looks for its sides.

use super::*;
use crate::annotate::{Actor, ActorKind, Chunk, NpKind, PlaceRef, Tense};
use crate::extract::discourse::Resolved;
use crate::lexicon::{Closed, Governs, Slot};
use crate::model::{ExchangeType, Level, Mention};

impl Clause<'_, '_> {
    /// The subject that the noun borrows.
    pub(super) fn borrowed(&self, site: &Site) -> Option<usize> {
        let &Site { rule, before, preposition, verb_before, verb_after, light_before, light_after, clause_of, .. } = site;
        let lemma = &self.r.lx.nouns[site.e.noun as usize].text;
        let all = &site.all;
        if clause_of.is_some() {
            return clause_of;
        }
        // "Meeting in Lima on Tuesday, X and Y agreed": those two.
        let opens = site.k == 0 && site.np.end == site.np.start + 1 && matches!(self.c.get(all.end).map(|s| &s.chunk), Some(Chunk::Comma));
        if opens && lemma == "meeting" && self.np(all.end + 1).is_some_and(|n| n.kind == NpKind::Actor && n.plural()) {
            return Some(all.end + 1).filter(|s| (s + 1..self.c.len()).find_map(|j| self.vg(j)).is_some_and(Self::finite));
        }
        if let Some((g, v)) = light_before.or(verb_before.filter(|(_, v)| {
            matches!(
                v.governs,
                Governs::Cancel | Governs::Plan | Governs::Propose | Governs::Deny | Governs::Begin | Governs::End | Governs::Confirm
            ) || self.verb_is(v, &["describe", "call"])
                && self.slot_prep(all, "with").and_then(|w| self.np(w)).is_some_and(|n| self.r.is(n.start, Closed::Possessive))
        })) {
            if v.passive && self.verb_is(v, &["present"]) {
                return None;
            }
            // "asked the ambassador to convey his greetings": the asker's.
            return self.subject(self.conveyed_by(g).filter(|_| rule.kind == ExchangeType::Message).unwrap_or(g), 0);
        }
        // "X says that talks with Y have failed", "X says that talks with Y will go on": X talked.
        let talked = matches!(lemma.as_str(), "dialogue") || preposition.is_some();
        if !talked && verb_after.is_some() && self.slot_prep(all, "with").is_some() {
            let that = usize::from(before > 0 && matches!(self.c[before - 1].chunk, Chunk::That));
            let says = before.checked_sub(1 + that);
            let says = says.filter(|g| self.vg(*g).is_some_and(|v| !v.passive && matches!(v.governs, Governs::Say | Governs::Confirm)));
            if let Some(g) = says {
                return self.subject(g, 0);
            }
        }
        if light_after.is_some_and(|(_, v)| !v.passive && !matches!(v.tense, Tense::Past | Tense::Participle)) {
            return None;
        }
        if let Some(p) = preposition {
            if matches!(p, "on" | "during" | "in" | "for" | "at" | "as part of" | "from" | "amid" | "with" | "upon" | "including" | "while")
                || rule.kind == ExchangeType::Meeting && matches!(p, "through" | "via" | "into")
                || rule.kind == ExchangeType::Call && matches!(p, "over" | "via")
                || sooner_or_later(p)
            {
                return self.clause_subject(before - 1, self.slot_prep(all, "with").is_some());
            }
        }
        // "X, en route to Peru, met Y", "X stopped there en route to Peru": one who travels, and no train.
        if preposition == Some("en") {
            let comma = usize::from(before >= 2 && matches!(self.c[before - 2].chunk, Chunk::Comma));
            let beside = before.checked_sub(2 + comma);
            let person = |n: &Np| n.kind == NpKind::Actor && n.actors.iter().all(|a| a.kind == ActorKind::Person);
            if let Some(own) = beside.filter(|j| self.np(*j).is_some_and(person)) {
                return Some(own);
            }
            let goes = |g: &usize| {
                self.vg(*g).is_some_and(|v| Self::finite(v) && (v.copula || self.travels(v) || self.verb_is(v, &["stop", "land"])))
            };
            return self.governor(before - 1).filter(goes).and_then(|g| self.subject(g, 0)).filter(|s| self.np(*s).is_some_and(person));
        }
        // "will be welcomed, followed by talks with X"
        if preposition == Some("by") && before >= 2 && self.vg(before - 2).is_some_and(|v| self.verb_is(v, &["follow"])) {
            let main = (0..before - 2).rev().find(|&j| self.vg(j).is_some_and(Self::finite))?;
            return self.subject(main, 0);
        }
        None
    }

    /// "The visit will include talks with X": his who goes to X's country.
    pub(super) fn included(&self, site: &Site, out: &[Mention]) -> Vec<Resolved> {
        let &Site { e, rule, before, preposition, verb_before, .. } = site;
        if rule.kind != ExchangeType::Meeting {
            return Vec::new();
        }
        let all = &site.all;
        let part = verb_before.filter(|(_, v)| !v.passive && self.verb_is(v, &["include", "feature"])).map(|(g, _)| g);
        // "The visit ended with talks with X": so too.
        let ends = |g: &usize| {
            self.vg(*g).is_some_and(|v| !v.passive && matches!(v.governs, Governs::Begin | Governs::End)) && self.object(*g).is_none()
        };
        let verb = || (0..before).rev().find(|g| self.vg(*g).is_some()).filter(ends);
        let visit = part
            .or_else(|| verb().filter(|_| preposition == Some("with")))
            .and_then(|g| self.subject(g, 0))
            .filter(|s| self.event_is(*s, ExchangeType::Visit));
        match (visit, self.slot_prep(all, "with")) {
            (Some(s), Some(with)) => {
                let to = |r: Resolved| PlaceRef { country: r.country, start: e.start, end: e.start, whole_country: true };
                let hosts: Vec<PlaceRef> = self.resolve_np(with).into_iter().map(to).collect();
                self.told_of(&hosts, s, out).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// "X of Peru and Y of Chile, who is on a visit": behind two persons a relative clause in the singular is the last one's.
    fn of_the_last(&self, j: usize) -> bool {
        let rel = j + 1 + usize::from(matches!(self.c.get(j + 1).map(|s| &s.chunk), Some(Chunk::Comma)));
        let singular = |v: &Vg| matches!(self.r.word(v.start).as_deref(), Some("is" | "was" | "has"));
        matches!(self.c.get(rel).map(|s| &s.chunk), Some(Chunk::Rel))
            && self.vg(rel + 1).is_some_and(singular)
            && self.np(j).is_some_and(|n| n.actors.len() > 1 && n.actors[n.actors.len() - 2..].iter().all(|a| a.kind == ActorKind::Person))
    }

    /// Those who fill the slot of a rule.
    pub(super) fn filler(&self, site: &Site, s: &Slot) -> Vec<Resolved> {
        let &Site { k, e, rule, np, light_before, receives, .. } = site;
        let resolve_all = |v: &[Actor]| self.resolve_all(site, v);
        let borrowed = || self.borrowed(site);
        let all = &site.all;
        match s {
            Slot::Subject => {
                if receives {
                    return Vec::new();
                }
                if (e.pronoun || self.staged_pronoun(k)) && light_before.is_none() {
                    return self.pronoun_owner(k);
                }
                if !site.included.is_empty() {
                    return site.included.clone();
                }
                let subject = borrowed();
                let mut own = subject.map(|j| self.resolve_np(j)).unwrap_or_default();
                // "X of Peru and Y of Chile, who is on a visit": Y.
                if subject.is_some_and(|j| self.of_the_last(j)) {
                    own.drain(..own.len().saturating_sub(1));
                }
                // "Ambassadors of ten countries, including Peru and Chile, presented their credentials"
                // "Including the ambassador of Peru, twenty envoys presented their credentials"
                let fronted = (self.prep(0) == Some("including")).then_some(1);
                if rule.ceremony && (own.is_empty() || fronted.is_some()) {
                    if let Some(list) = fronted.or_else(|| subject.and_then(|s| self.named_among(s))) {
                        return self.envoys(list);
                    }
                }
                // "those who presented credentials are X and Y"
                match subject.filter(|_| own.is_empty()).and_then(|s| Some((s, self.who_they_are(s)?))) {
                    Some((_, list)) if rule.ceremony => self.envoys(list),
                    Some((s, list)) => self.as_they_are(s, list),
                    // "Chilean minister in Peru for talks with counterpart": a headline leaves the verb out.
                    None if own.is_empty()
                        && rule.kind == ExchangeType::Meeting
                        && k == 4
                        && self.prep(1) == Some("in")
                        && self.prep(3) == Some("for")
                        && !self.c.iter().any(|s| matches!(&s.chunk, Chunk::Vg(v) if Self::finite(v))) =>
                    {
                        self.resolve_np(0)
                    }
                    None if own.is_empty() => subject.and_then(|s| self.speaker_of(s)).into_iter().collect(),
                    None => own,
                }
            }
            Slot::Possessor => {
                let own = resolve_all(&e.possessor);
                // "met X during the latter's visit"
                let latter = self.r.word(np.start).as_deref() == Some("the") && self.r.word(np.start + 1).as_deref() == Some("latter");
                if own.is_empty() && latter {
                    return (0..k).rev().map(|j| self.resolve_np(j)).find(|v| !v.is_empty()).unwrap_or_default();
                }
                if own.is_empty() && e.pronoun { self.pronoun_owner(k) } else { own }
            }
            Slot::Adjective => resolve_all(&e.adjectives),
            // "of" belongs to the noun only right behind it, or behind where it went.
            Slot::Preposition(w) if w == "of" => {
                let at = all.preps.iter().position(|(s, _)| self.r.lx.text(*s) == "of");
                let near = at.filter(|&i| i == 0 || (i == 1 && !self.destinations(all.preps[0].1).is_empty()));
                near.map(|i| self.resolve_np(all.preps[i].1)).unwrap_or_default()
            }
            // "exchanged messages with his counterpart": to him.
            Slot::Preposition(w)
                if w == "to"
                    && rule.kind == ExchangeType::Message
                    && light_before.is_some_and(|(_, v)| self.verb_is(v, &["exchange"]))
                    // Greetings are exchanged face to face.
                    && !self.r.lx.nouns[e.noun as usize].text.starts_with("greeting")
                    && self.slot_prep(all, "with").is_some() =>
            {
                self.slot_prep(all, "with").map(|j| self.resolve_np(j)).unwrap_or_default()
            }
            // "hosted a banquet in X's honour", "in his honour"
            Slot::Preposition(w) if matches!(w.as_str(), "in honour of" | "in honor of") && self.honour(all).is_some() => {
                self.honour(all).and_then(|j| self.honoured(j)).into_iter().collect()
            }
            Slot::Preposition(w) => all
                .preps
                .iter()
                .filter(|(s, _)| self.r.lx.text(*s) == w.as_str())
                .map(|x| {
                    let own = self.resolve_np(x.1);
                    // "with members of the Malian Armed Forces"
                    let part = own.is_empty()
                        && self.prep(x.1 + 1) == Some("of")
                        && self.np(x.1).is_some_and(|n| {
                            matches!(
                                self.r.word(n.end - 1).as_deref(),
                                Some("members" | "units" | "elements" | "representatives" | "officials")
                            )
                        });
                    // "credentials from several ambassadors to Peru, including X and Y"
                    if let Some(list) = self.named_among(x.1).filter(|_| own.is_empty() && rule.ceremony) {
                        return self.envoys(list);
                    }
                    // "calls from his counterparts in Peru and Chile": theirs.
                    let peers = own.is_empty()
                        && self.prep(x.1 + 1) == Some("in")
                        && self.np(x.1).is_some_and(|n| {
                            self.r.is(n.start, Closed::Possessive)
                                && matches!(
                                    self.r.word(n.end - 1).as_deref(),
                                    Some("counterparts" | "counterpart" | "colleagues" | "peers")
                                )
                        });
                    let mut own = if part || peers { self.resolve_np(x.1 + 2) } else { own };
                    // "sent medicines to the country": to the one told of before.
                    if own.is_empty() && rule.kind == ExchangeType::Transfer && matches!(w.as_str(), "to" | "for") {
                        own = self.np(x.1).and_then(|n| self.receiver(n)).into_iter().collect();
                    }
                    // "between the ambassador of A to B and Minister X": X is B's.
                    // "between X, ambassador of A to B, and Minister Y"
                    let and = x.1 + 3 + usize::from(matches!(self.c.get(x.1 + 3).map(|s| &s.chunk), Some(Chunk::Comma)));
                    let joined = self.prep(x.1 + 1) == Some("to") && matches!(self.c.get(and).map(|s| &s.chunk), Some(Chunk::And));
                    if w == "between" && own.len() == 1 && own[0].accredited() && joined {
                        let post = self.post_of(x.1);
                        let other = self.np(and + 1).and_then(|n| Some((n, n.actors.first()?)));
                        own.extend(other.and_then(|(n, a)| self.d.resolve(self.r, &Actor { country: a.country.or(post), ..a.clone() }, n)));
                    }
                    if w == "between" && distinct(&own) == 1 {
                        own.extend(self.beyond_an_aside(x.1).map(|j| self.resolve_np(j)).unwrap_or_default());
                    }
                    own
                })
                .find(|v| !v.is_empty())
                .unwrap_or_default(),
            Slot::Object => {
                light_before.and_then(|(g, _)| self.object(g)).filter(|o| *o != k).map(|j| self.resolve_np(j)).unwrap_or_default()
            }
            Slot::Here => Vec::new(),
        }
    }

    /// The chunk of "his honour" behind "in".
    fn honour(&self, all: &Phrases) -> Option<usize> {
        let honour = |n: &Np| matches!(self.r.word(n.end - 1).as_deref(), Some("honour" | "honor"));
        all.preps.iter().find(|(s, j)| self.r.lx.text(*s) == "in" && self.np(*j).is_some_and(honour)).map(|p| p.1)
    }

    /// In whose honour: who is named, or of whom the story told last.
    fn honoured(&self, j: usize) -> Option<Resolved> {
        let np = self.np(j)?;
        match self.r.word(np.start).as_deref() {
            Some("his" | "her") if np.end == np.start + 2 => self.d.last_person().cloned(),
            _ => self.named_owner(np),
        }
    }

    /// "X's remarks came during a meeting with Y": whose they are.
    fn speaker_of(&self, s: usize) -> Option<Resolved> {
        let np = self.np(s)?;
        let words = ["remarks", "comments", "comment", "statement", "statements", "announcement", "words"];
        self.r.word(np.end - 1).filter(|w| words.contains(&&**w))?;
        self.named_owner(np)
    }

    /// The person whose name stands before the possessive in a phrase.
    fn named_owner(&self, np: &Np) -> Option<Resolved> {
        let owner = (np.start..np.end).find(|t| self.r.kind(*t) == Some(crate::text::Kind::Possessive))?;
        let named = Actor { country: None, name: Some((np.start, owner)), kind: ActorKind::Person, ..Actor::country(0) };
        let actor = Discourse::owner_of(self.r, np).unwrap_or(named);
        self.d.resolve(self.r, &actor, np).filter(|r| r.name.is_some())
    }

    /// The first of the slots that somebody fills.
    pub(super) fn first_filler(&self, site: &Site, slots: &[Slot]) -> Vec<Resolved> {
        slots.iter().map(|s| self.filler(site, s)).find(|v| !v.is_empty()).unwrap_or_default()
    }

    /// The actors of the noun's own phrase, each with a country.
    pub(super) fn resolve_all(&self, site: &Site, v: &[Actor]) -> Vec<Resolved> {
        v.iter().filter_map(|a| self.d.resolve(self.r, a, site.np)).collect()
    }

    /// "A and B held the Peru-Chile dialogue", "the pact between Peru and Chile was signed by A and B": the people of the two.
    pub(super) fn people_of(&self, site: &Site, list: Vec<Resolved>) -> Vec<Resolved> {
        let &Site { light_before, light_after, .. } = site;
        let slot = |s: &Slot| self.filler(site, s);
        let by = light_after.filter(|(_, v)| v.passive).map(|_| slot(&Slot::Preposition("by".into())));
        let people = by.filter(|v| !v.is_empty()).unwrap_or_else(|| slot(&Slot::Subject));
        let same = people.iter().all(|p| list.iter().any(|c| c.country == p.country));
        let bare = list.iter().all(|c| c.kind == ActorKind::Country) && (light_before.is_some() || light_after.is_some());
        if bare && same && distinct(&people) == distinct(&list) { people } else { list }
    }

    /// "between X, who is in Peru, and Y": the other, behind the aside.
    pub(super) fn beyond_an_aside(&self, k: usize) -> Option<usize> {
        let comma = |j: usize| matches!(self.c.get(j).map(|s| &s.chunk), Some(Chunk::Comma));
        (comma(k + 1) && matches!(self.c.get(k + 2)?.chunk, Chunk::Rel | Chunk::Prep(_) | Chunk::Np(_))).then_some(())?;
        let shut = (k + 3..self.c.len()).take_while(|j| !matches!(self.c[*j].chunk, Chunk::Break)).find(|j| comma(*j))?;
        let other = shut + 2;
        let joined = matches!(self.c.get(shut + 1)?.chunk, Chunk::And) && self.np(other).is_some_and(|n| n.kind == NpKind::Actor);
        joined.then_some(other)
    }

    /// Subject and object of the clause around the phrase at `k`, where one person speaks to another.
    pub(in crate::extract::clause) fn speakers(&self, k: usize) -> Option<Vec<Resolved>> {
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
        let persons = list.iter().all(|a| a.kind == ActorKind::Person || a.name.is_some());
        (persons && distinct(&list) == 2).then_some(list)
    }
    /// "their second day of talks": the pronoun stands with the stage.
    pub(in crate::extract::clause) fn staged_pronoun(&self, k: usize) -> bool {
        k >= 2 && self.prep(k - 1) == Some("of") && self.np(k - 2).is_some_and(|n| self.r.is(n.start, Closed::Possessive))
    }

    /// The country to which the ambassador at chunk `h` is accredited.
    pub(in crate::extract::clause) fn post_of(&self, h: usize) -> Option<u16> {
        self.prep(h + 1).filter(|p| matches!(*p, "to" | "in"))?;
        self.np(h + 2).filter(|n| n.kind == NpKind::Actor).and_then(|n| n.actors.first()).and_then(|a| a.country)
    }

    /// "the envoys who did it are X and Y", "those who did it include X": the list behind the verb.
    pub(in crate::extract::clause) fn who_they_are(&self, s: usize) -> Option<usize> {
        let np = self.np(s)?;
        let those = np.actors.iter().all(|a| a.plural && a.country.is_none()) && !np.actors.is_empty()
            || matches!(self.r.word(np.end - 1).as_deref(), Some("those" | "others"));
        let own = match &self.c.get(s + 1)?.chunk {
            Chunk::Rel => (s + 2..self.c.len()).find(|&j| self.vg(j).is_some_and(Self::finite))?,
            // "the leaders attending the summit are X and Y"
            Chunk::Vg(v) if those && (v.tense == Tense::Ing || v.tense == Tense::Past && v.end == v.start + 1) => s + 1,
            _ => return None,
        };
        let main = (own + 1..self.c.len()).find(|&j| self.vg(j).is_some_and(Self::finite))?;
        self.vg(main).filter(|v| v.copula || self.verb_is(v, &["include", "comprise"]))?;
        let led = matches!(self.c.get(main + 1)?.chunk, Chunk::Break) || self.prep(main + 1) == Some("from");
        let list = main + 1 + usize::from(led);
        self.np(list).filter(|n| n.kind == NpKind::Actor).map(|_| list)
    }

    /// The people of the list at `list`, each of the rank that the noun at `s` gives them: "leaders who came were X and Y".
    pub(in crate::extract::clause) fn as_they_are(&self, s: usize, list: usize) -> Vec<Resolved> {
        let level = self.np(s).and_then(|n| n.actors.first()?.level).map(|l| l.min(Level::Director));
        self.resolve_np(list).into_iter().map(|a| Resolved { level: a.level.or(level), ..a }).collect()
    }
}
