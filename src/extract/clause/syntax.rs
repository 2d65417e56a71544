//! Who does what in a clause: subjects, objects, the phrases behind a trigger, the verbs around a noun.

use super::*;
use crate::annotate::{ActorKind, Chunk, Np, NpKind, PlaceRef, Tense, Vg};
use crate::lexicon::{Closed, Governs, Rule, Slot};
use crate::model::{ExchangeType, Level};
use crate::text::Kind;

impl Clause<'_, '_> {
    /// The verb group that governs chunk `k`, to its left in the same clause.
    pub(in crate::extract) fn governor(&self, k: usize) -> Option<usize> {
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
    /// "The last minister to visit Peru was X": the copula that says who did what stands at `k`.
    pub(super) fn last_who_did(&self, k: usize) -> Option<usize> {
        let nth = |w: &str| matches!(w, "first" | "last" | "only" | "highest" | "latest" | "most");
        let who = self.np(k.checked_sub(1)?).filter(|n| n.kind == NpKind::Actor && n.actors.iter().all(|a| a.kind == ActorKind::Person))?;
        let opens = k == 1 || matches!(self.c[k - 2].chunk, Chunk::Break | Chunk::Comma | Chunk::That);
        if !opens || !(who.start..who.end).any(|t| self.r.word(t).is_some_and(|w| nth(&w))) {
            return None;
        }
        let main = (k + 1..self.c.len()).find(|&j| self.vg(j).is_some_and(Self::finite))?;
        self.vg(main).filter(|v| v.copula && !v.negated)?;
        self.np(main + 1).filter(|n| n.kind == NpKind::Actor).map(|_| main)
    }

    pub(in crate::extract) fn subject(&self, k: usize, depth: usize) -> Option<usize> {
        if depth > 6 {
            return None;
        }
        let v = self.vg(k)?;
        // "With X slated to travel to Peru, Y is glad": X is.
        let apart = k >= 2 && self.prep(k - 2) == Some("with") && v.end == v.start + 1 && v.tense == Tense::Past;
        if apart && matches!(v.governs, Governs::Plan) && self.vg(k + 1).is_some_and(|x| x.tense == Tense::Infinitive) {
            return self.np(k - 1).filter(|n| !n.actors.is_empty()).map(|_| k - 1);
        }
        match v.tense {
            Tense::Infinitive => {
                if let Some((delegation, _)) = self.errand(k) {
                    return Some(delegation);
                }
                // "the move by X to cut ties": X's, not of who condemns it.
                let will = |j: usize| {
                    self.np(j).is_some_and(|n| {
                        n.kind != NpKind::Event && self.r.word(n.end - 1).is_some_and(|w| WILL.contains(&&*w) || &*w == "intent")
                    })
                };
                // "a visit by X to discuss trade with Y"
                let visit = |j: usize| self.event_is(j, ExchangeType::Visit);
                if k >= 3 && self.prep(k - 2) == Some("by") && (will(k - 3) || visit(k - 3)) && self.np(k - 1).is_some() {
                    return Some(k - 1);
                }
                let whose =
                    |n: &Np| !n.places.is_empty() || !n.actors.is_empty() || n.kind == NpKind::Other && !self.resolve_np(k - 1).is_empty();
                if k >= 1 && will(k - 1) && self.np(k - 1).is_some_and(whose) {
                    return Some(k - 1);
                }
                // "said the U.S. decision to supply arms": theirs.
                let theirs = k >= 2 && will(k - 1) && self.c[k - 2].end == self.c[k - 1].start;
                if theirs
                    && self.np(k - 2).is_some_and(|n| n.kind == NpKind::Actor && n.actors.iter().all(|a| a.kind == ActorKind::Country))
                {
                    return Some(k - 2);
                }
                // "opens a route for X to send arms": X would.
                let way = k >= 3 && self.prep(k - 2) == Some("for") && self.np(k - 1).is_some_and(|n| n.kind == NpKind::Actor);
                let road = |w: &str| matches!(w, "way" | "route" | "door" | "road" | "corridor" | "path" | "airspace");
                if way && self.np(k - 3).is_some_and(|n| self.r.word(n.end - 1).is_some_and(|w| road(&w))) {
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
                // "At the invitation of X, Y to visit Z"
                let opens = opens || k == 4 && self.prep(0).is_some() && matches!(self.c[2].chunk, Chunk::Comma);
                // "the highest official to visit X": he who did.
                let most = |n: &Np| {
                    (n.start..n.end)
                        .any(|t| self.r.word(t).is_some_and(|w| matches!(&*w, "first" | "last" | "only" | "highest" | "latest")))
                };
                if self.last_who_did(k).is_some() {
                    return Some(k - 1);
                }
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
                        &[
                            "send", "deploy", "appoint", "lead", "force", "enable", "help", "persuade", "order", "instruct", "dispatch",
                            "let",
                        ],
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
                    // "sent X a basket to congratulate him": the sender does.
                    let alone = |o: &usize| o + 1 == k || self.np(o + 1).is_none();
                    let who = |o: &usize| self.np(*o).is_some_and(|n| n.kind != NpKind::Event && n.kind != NpKind::Other);
                    if let Some(o) = self.object(g).filter(who).filter(alone) {
                        return Some(o);
                    }
                }
                self.subject(g, depth + 1)
            }
            // "Having met his host, X left"
            Tense::Perfect if k == 0 && self.r.word(v.start).as_deref() == Some("having") => self.main_subject_after(k),
            Tense::Ing | Tense::Participle => {
                let when = |j: usize| {
                    matches!(self.c[j].chunk, Chunk::Date(_)) || matches!(self.c.get(j + 1).map(|s| &s.chunk), Some(Chunk::Date(_)))
                };
                if (0..k).all(|j| matches!(self.c[j].chunk, Chunk::Adverb(_) | Chunk::Comma) || when(j)) {
                    // "Arriving here on Monday were a delegation of X and ...": the subject stands behind the copula.
                    let be = self.phrases(self.object(k).map_or(k + 1, |o| o + 1)).end;
                    if self.vg(be).is_some_and(|v| v.copula) && self.np(be + 1).is_some() {
                        return Some(be + 1);
                    }
                    return self.main_subject_after(k);
                }
                match &self.c[k - 1].chunk {
                    // "toured the region meeting X": no region meets him.
                    Chunk::Np(n)
                        if v.tense == Tense::Ing
                            && n.kind == NpKind::Other
                            && matches!(self.r.word(n.end - 1).as_deref(), Some("region" | "continent" | "world" | "globe"))
                            && self.governor(k).is_some() =>
                    {
                        self.governor(k).and_then(|g| self.subject(g, depth + 1))
                    }
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
                    // "accuses X of fuelling the crisis by sending arms": X does.
                    Chunk::Prep(_) if self.prep(k - 1) == Some("by") && self.accused(k - 1).is_some() => self.accused(k - 1),
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
            // "..., said President X on Monday when meeting Y": who speaks stands behind.
            _ if k > 0
                && matches!(self.c[k - 1].chunk, Chunk::Comma | Chunk::Quote)
                && self.verb_is(v, &["say", "note", "add", "stress", "declare", "reiterate"])
                && self.np(k + 1).is_some_and(|n| n.kind == NpKind::Actor && n.actors[0].kind == ActorKind::Person) =>
            {
                Some(k + 1)
            }
            _ => self.left_subject(k, depth),
        }
    }

    /// "a delegation led by X to visit Peru and a group to visit Chile left", "Several left. They included a group to visit Chile":
    /// the delegation, and the verb that says that it has left, if it stands in the sentence.
    pub(super) fn errand(&self, k: usize) -> Option<(usize, Option<usize>)> {
        let v = self
            .vg(k)
            .filter(|v| v.tense == Tense::Infinitive && self.verb_is(v, &["visit", "tour", "attend", "participate", "take part"]))?;
        let comma = usize::from(matches!(k.checked_sub(1).map(|j| &self.c[j].chunk), Some(Chunk::Comma)));
        let group = k.checked_sub(1 + comma)?;
        self.np(group).filter(|n| n.kind == NpKind::Actor && n.actors.last().is_some_and(|a| a.delegation) && n.end <= v.start)?;
        // Whoever sends or receives it is another verb's business.
        if group > 0 && self.vg(group - 1).is_some_and(|g| !g.copula && !self.verb_is(g, &["include"])) {
            return None;
        }
        let leaves = |g: &usize| {
            self.vg(*g).is_some_and(|v| {
                !v.negated && matches!(v.tense, Tense::Past | Tense::Ing | Tense::Perfect | Tense::Present) && self.departs(*g)
            })
        };
        if let Some(g) = (0..self.c.len()).find(leaves) {
            return Some((group, Some(g)));
        }
        let they = self.np(0).is_some_and(|n| n.kind == NpKind::Pronoun) || self.prep(0) == Some("among");
        they.then(|| self.left_before()).flatten()?;
        Some((group, None))
    }

    /// "receives", "takes delivery of": does who does the verb at `g` get what stands behind?
    pub(super) fn takes_delivery(&self, g: usize) -> bool {
        let delivery = |n: &Np| self.r.word(n.end - 1).as_deref() == Some("delivery");
        self.vg(g).is_some_and(|v| {
            self.verb_is(v, &["receive", "get", "accept"]) || self.verb_is(v, &["take"]) && self.np(g + 1).is_some_and(delivery)
        })
    }

    /// "X leads a delegation": the delegation behind the verb at `g`, of which only he says whose it is.
    pub(super) fn led_by(&self, g: usize) -> Option<usize> {
        self.vg(g).filter(|v| !v.passive && self.r.leads(v))?;
        self.object(g).filter(|o| self.np(*o).is_some_and(|n| n.actors.iter().all(|a| a.delegation && a.country.is_none())))
    }

    /// Is the place at `k` part of what is talked or written of: "talks on the crisis in Peru", "on the anniversary of the
    /// revolution in Peru"?
    pub(in crate::extract) fn of_the_topic(&self, k: usize, place: &PlaceRef) -> bool {
        let Some(mut j) = k.checked_sub(2).filter(|j| self.np(*j).is_some()) else { return false };
        while j >= 2 && self.prep(j - 1) == Some("of") && self.np(j - 2).is_some() {
            j -= 2;
        }
        let Some(np) = self.np(j) else { return false };
        if matches!(self.r.word(np.end - 1).as_deref(), Some("anniversary" | "birthday")) {
            return true;
        }
        let topic = match j.checked_sub(1).map(|g| &self.c[g].chunk) {
            Some(Chunk::Prep(_)) => matches!(self.prep(j - 1), Some("on" | "about" | "over" | "regarding" | "concerning")),
            Some(Chunk::Vg(v)) => self.verb_is(v, &["discuss", "exchange"]),
            _ => false,
        };
        // "exchanged views on developments in Gaza"
        let affair = ["development", "situation", "conflict", "war", "crisis", "ceasefire", "fighting", "event", "tension"];
        let last = self.r.word(np.end - 1).unwrap_or_default();
        let apart = place.whole_country || affair.iter().any(|w| last.trim_end_matches('s') == *w);
        topic && apart && np.kind == NpKind::Other && !self.r.tokens[np.end - 1].cap
    }

    /// "After visiting X, Y said": the subject of the main clause that follows.
    pub(super) fn main_subject_after(&self, k: usize) -> Option<usize> {
        let verbs = (k + 1..self.c.len()).filter(|&j| self.vg(j).is_some_and(Self::finite));
        // "In talks held in Sochi, A and B agreed": the first finite verb that has a subject before it.
        let subject = verbs.take(3).find_map(|verb| {
            (k + 1..verb).rev().find(|&j| self.np(j).is_some() && !(j > 0 && matches!(self.c[j - 1].chunk, Chunk::Prep(_))) && j > k + 1)
        });
        // "On the second day of his visit to Peru, X canonizes Y": a verb that the lexicon does not know.
        subject.or_else(|| {
            let verb = |j: usize| self.vg(j).is_some_and(Self::finite);
            let comma = (k + 1..self.c.len()).find(|&j| matches!(self.c[j].chunk, Chunk::Comma))?;
            let person = |n: &Np| matches!(&n.actors[..], [a] if a.kind == ActorKind::Person && a.name.is_some());
            let opens = matches!(self.c[0].chunk, Chunk::Prep(_)) && !(0..self.c.len()).any(verb);
            (opens && self.np(comma + 1).is_some_and(person) && self.np(comma + 2).is_some()).then_some(comma + 1)
        })
    }

    fn on_date(&self, k: usize) -> bool {
        matches!(self.c[k].chunk, Chunk::Date(_))
    }

    fn places_only(&self, k: usize) -> bool {
        self.np(k).is_some_and(|n| !n.places.is_empty() && n.actors.iter().all(|a| a.kind == ActorKind::Country))
    }

    /// Behind "on VERBing X in Y" at `j`: the person with whom that was talked of.
    fn with_behind_subject(&self, j: usize) -> Option<usize> {
        let gerund = matches!(self.prep(j), Some("on" | "about" | "regarding"))
            && j > 0
            && self.event_is(j - 1, ExchangeType::Meeting)
            && self.vg(j + 1).is_some_and(|v| v.tense == Tense::Ing)
            && self.np(j + 2).is_some();
        if !gerund {
            return None;
        }
        let behind = if self.prep(j + 3).is_some_and(|p| p != "with") { j + 5 } else { j + 3 };
        let somebody = |n: &Np| n.kind == NpKind::Actor && n.actors.iter().all(|a| a.kind == ActorKind::Person);
        (self.prep(behind) == Some("with") && self.np(behind + 1).is_some_and(somebody)).then_some(behind + 1)
    }

    pub(super) fn left_subject(&self, k: usize, depth: usize) -> Option<usize> {
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
                            // ", whose trip drew criticism,"
                            Chunk::Np(n) if self.r.word(n.start).as_deref() == Some("whose") => true,
                            // "On a visit to Lima, Minister X, on Friday met": he is no apposition of the place.
                            Chunk::Np(n) if n.actors.iter().any(|a| a.kind == ActorKind::Person) && m > 0 && self.places_only(m - 1) => {
                                false
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
                    // "will go to X, officials said, and meet Y": who says so stands aside.
                    if let Some(m) = self.said_aside(j) {
                        j = m;
                        continue;
                    }
                    // "arrives in X, meets Y": the verb before has the same subject.
                    if j + 1 == k {
                        if let Some(g) = (0..j).rev().find(|&g| self.vg(g).is_some_and(Self::finite)) {
                            return self.subject(g, depth + 1);
                        }
                    }
                }
                // "The two ministers – X of Peru and Y of Chile – met"
                Chunk::Break if j + 1 == k && j >= 3 && self.dash(j) && self.dash(j - 2) && self.np(j - 1).is_some() => {
                    return self.np(j - 3).filter(|n| n.kind == NpKind::Pair || !n.actors.is_empty()).map(|_| j - 3);
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
                    let j = from.checked_sub(1).and_then(|c| self.said_aside(c)).unwrap_or(from);
                    // "invites X to attend and urges Y": no infinitive goes on like that.
                    let third =
                        self.vg(k).is_some_and(|v| v.tense == Tense::Present && self.r.word(v.end - 1).is_some_and(|w| w.ends_with('s')));
                    let same = |g: &usize| self.vg(*g).is_some_and(|v| !third || v.tense != Tense::Infinitive) && !self.reduced(*g);
                    return (0..j).rev().find(same).and_then(|g| self.subject(g, depth + 1)).or_else(|| {
                        (0..j).rev().find(|&g| self.np(g).is_some() && !(g > 0 && matches!(self.c[g - 1].chunk, Chunk::Prep(_))))
                    });
                }
                Chunk::Np(np) => {
                    // "X on a visit as head of a delegation met"
                    let role = np.bare_office() && j > 0 && self.prep(j - 1) == Some("as");
                    if role || j > 0 && matches!(self.c[j - 1].chunk, Chunk::Prep(_)) {
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
                    return Some(self.head_of_participle(j).unwrap_or(j));
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
                    // "doses donated by the Peruvian government that arrived": the doses.
                    let given = a >= 4
                        && matches!(self.r.word(self.c[j].start).as_deref(), Some("that" | "which"))
                        && self.np(a - 1).is_some_and(|n| n.actors.iter().all(|x| x.kind != ActorKind::Person))
                        && self.prep(a - 2) == Some("by")
                        && self.vg(a - 3).is_some_and(|v| v.tense == Tense::Past && !v.passive)
                        && self.np(a - 4).is_some_and(|n| n.kind != NpKind::Actor);
                    if given {
                        return Some(a - 4);
                    }
                    return (a > 0 && matches!(self.c[a - 1].chunk, Chunk::Np(_))).then(|| a - 1);
                }
                // "X while in Peru will hold talks"
                Chunk::Sub(s)
                    if self.r.lx.text(*s) == "while"
                        && matches!(self.prep(j + 1), Some("in" | "at" | "on"))
                        && (j + 1..k).all(|x| self.vg(x).is_none()) => {}
                Chunk::Sub(_) | Chunk::Break | Chunk::Open => return None,
            }
        }
        None
    }

    /// ", diplomatic sources said,": the first comma of what only says who said it, by the second at `shut`.
    pub(super) fn said_aside(&self, shut: usize) -> Option<usize> {
        if !matches!(self.c.get(shut)?.chunk, Chunk::Comma) {
            return None;
        }
        let says = |v: &Vg| Self::finite(v) && !v.passive && !v.negated && v.governs == Governs::Say;
        let g = shut.checked_sub(1).filter(|g| self.vg(*g).is_some_and(says))?;
        let open = g.checked_sub(2).filter(|m| matches!(self.c[*m].chunk, Chunk::Comma) && self.np(g - 1).is_some())?;
        (open > 0).then_some(open)
    }

    /// "An envoy carrying a letter from X arrived": the envoy, for what stands behind the participle at its end, `j`.
    fn head_of_participle(&self, j: usize) -> Option<usize> {
        let inside = |s: &Chunk| matches!(s, Chunk::Np(_) | Chunk::Prep(_) | Chunk::Date(_) | Chunk::Adverb(_));
        let g = (0..j).rev().find(|g| !inside(&self.c[*g].chunk))?;
        self.vg(g).filter(|v| v.tense == Tense::Ing && !Self::finite(v) && v.end == v.start + 1)?;
        let head = g.checked_sub(1).filter(|h| self.np(*h).is_some_and(|n| n.kind == NpKind::Actor))?;
        (head == 0 || !matches!(self.c[head - 1].chunk, Chunk::Prep(_) | Chunk::Vg(_))).then_some(head)
    }

    /// The chunk of the object right behind the verb group at `k`.
    pub(super) fn object(&self, k: usize) -> Option<usize> {
        let mut j = k + 1;
        while matches!(self.c.get(j).map(|s| &s.chunk), Some(Chunk::Adverb(_) | Chunk::Quote)) {
            j += 1;
        }
        if self.np(j).is_some() {
            return Some(j);
        }
        // "will visit and work in Peru"
        let works = |v: &Vg| self.verb_is(v, &["work"]);
        let visits = self.vg(k).is_some_and(|v| !v.passive && self.verb_is(v, &["visit"]));
        if visits
            && matches!(self.c.get(j).map(|s| &s.chunk), Some(Chunk::And))
            && self.vg(j + 1).is_some_and(works)
            && self.prep(j + 2) == Some("in")
        {
            return Some(j + 3);
        }
        // "appointed this Monday his first ambassador"
        if matches!(self.c.get(j).map(|s| &s.chunk), Some(Chunk::Date(_))) {
            let whose = |n: &Np| self.r.is(n.start, Closed::Determiner) || self.r.is(n.start, Closed::Possessive);
            if self.np(j + 1).is_some_and(whose) {
                return Some(j + 1);
            }
        }
        // "received at his office on Tuesday the foreign minister of X": a heavy object behind where and when.
        let receives = |v: &&Vg| (Self::finite(v) || v.tense == Tense::Ing) && !v.passive;
        self.vg(k).filter(receives).filter(|v| self.verb_is(v, &["receive", "meet", "host", "welcome", "greet"]))?;
        // "received, at the ministry in Lima, the foreign minister of X"
        let aside = matches!(self.c.get(j).map(|s| &s.chunk), Some(Chunk::Comma)) && self.prep(j + 1).is_some();
        loop {
            match self.c.get(j).map(|s| &s.chunk)? {
                Chunk::Comma if aside => j += 1,
                Chunk::Prep(p) if self.np(j + 1).is_some() && !matches!(self.r.lx.text(*p), "with" | "by") => j += 2,
                Chunk::Prep(_) if matches!(self.c.get(j + 1).map(|s| &s.chunk), Some(Chunk::Date(_))) => j += 2,
                Chunk::Date(_) | Chunk::Adverb(_) => j += 1,
                Chunk::Np(n)
                    if n.kind == NpKind::Actor
                        && n.actors
                            .iter()
                            .any(|a| a.office.is_some() || a.person.is_some() || a.kind == ActorKind::Group && a.country.is_some()) =>
                {
                    return Some(j);
                }
                _ => return None,
            }
        }
    }

    /// Prepositional phrases and dates from chunk `from` to the end of the clause.
    pub(in crate::extract) fn phrases(&self, from: usize) -> Phrases {
        let mut p = Phrases::default();
        let mut j = from;
        let mut aside = false;
        let mut nested = false;
        // "talks with X after a summit with Y": Y was at the summit.
        let mut another = false;
        // "trucks valued at two million dollars to Peru": a measure.
        let valued = |j: usize| {
            matches!(self.r.word(self.c[j].start).as_deref(), Some("valued" | "estimated" | "priced"))
                && self.c[j].end == self.c[j].start + 1
                && self.prep(j + 1) == Some("at")
                && self.np(j + 2).is_some()
        };
        while j < self.c.len() {
            if valued(j) {
                j += 3;
                continue;
            }
            match &self.c[j].chunk {
                Chunk::Adverb(s) => {
                    let w = self.r.lx.text(*s);
                    p.here |= w == "here" && !self.quoted(j);
                    p.home |= w == "home";
                }
                Chunk::Date(e) if !nested => p.dates.push((j, *e)),
                Chunk::Prep(s) => {
                    // "aid of approximately 18 million dollars to X": so is the measure.
                    let measured = self.r.lx.text(*s) == "of"
                        && self.np(j + 2).is_some_and(|n| matches!(self.r.kind(n.start), Some(Kind::Number | Kind::Other)));
                    let quoted = match self.c.get(j + 1).map(|s| &s.chunk) {
                        Some(Chunk::Quote) => 1,
                        Some(Chunk::Adverb(_)) if measured => 1,
                        _ => 0,
                    };
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
                        j = self.beside_a_movement(j + 1 + quoted).unwrap_or(j + 1 + quoted);
                    } else if matches!(self.r.lx.text(*s), "on" | "about" | "regarding" | "concerning")
                        && matches!(self.c.get(j + 1).map(|s| &s.chunk), Some(Chunk::Vg(v)) if v.tense == Tense::Ing)
                        && self.np(j + 2).is_some_and(|n| n.actors.is_empty() && n.event.is_none())
                    {
                        // "a statement on tackling smuggling in Lima on Friday": the gerund is its subject.
                        j += 2;
                    } else if let Some(with) = self.with_behind_subject(j) {
                        // "discussions on reopening the mission in Peru with his counterpart": the same, with places in it.
                        let Chunk::Prep(s) = self.c[with - 1].chunk else { break };
                        p.preps.push((s, with));
                        j = with;
                    } else if matches!(self.c.get(j + 1).map(|s| &s.chunk), Some(Chunk::Vg(_))) {
                        break;
                    } else if matches!(self.c.get(j + 1).map(|s| &s.chunk), Some(Chunk::Adverb(a)) if self.r.lx.text(*a) == "here") {
                        p.here = !self.quoted(j);
                    }
                }
                // ", starting on Monday"
                Chunk::Comma
                    if self.vg(j + 1).is_some_and(|v| v.tense == Tense::Ing && v.governs == Governs::Begin && v.end == v.start + 1)
                        && (matches!(self.c.get(j + 2).map(|s| &s.chunk), Some(Chunk::Date(_)))
                            || matches!(self.prep(j + 2), Some("on" | "from"))
                                && matches!(self.c.get(j + 3).map(|s| &s.chunk), Some(Chunk::Date(_)))) => {}
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
                    // "visited the farm, home of X, on Monday": an apposition, and the day behind it.
                    let mut x = j + 1;
                    if self.np(x).is_some_and(|n| n.kind == NpKind::Other) && self.np(j.wrapping_sub(1)).is_some() {
                        x += 1;
                        while matches!(self.prep(x), Some("of" | "in" | "on" | "near" | "outside" | "from" | "to"))
                            && self.np(x + 1).is_some()
                        {
                            x += 2;
                        }
                        let day = |y: usize| matches!(self.c.get(y).map(|s| &s.chunk), Some(Chunk::Date(_)));
                        if matches!(self.c.get(x).map(|s| &s.chunk), Some(Chunk::Comma))
                            && (day(x + 1) || self.prep(x + 1) == Some("on") && day(x + 2))
                        {
                            j = x + 1;
                            continue;
                        }
                    }
                    // "aid, including food and medicines, was sent": the list, and the verb behind it.
                    if self.prep(j + 1) == Some("including") && self.np(j.wrapping_sub(1)).is_some_and(|n| n.kind == NpKind::Event) {
                        let listed = |x: &usize| matches!(self.c[*x].chunk, Chunk::Np(_) | Chunk::And | Chunk::Other | Chunk::Prep(_));
                        let close = (j + 2..self.c.len()).find(|x| !listed(x));
                        let behind = close.filter(|x| matches!(self.c[*x].chunk, Chunk::Comma)).map(|x| x + 1);
                        if let Some(x) = behind.filter(|x| self.vg(*x).is_some_and(Self::finite)) {
                            j = x;
                            break;
                        }
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
                    // "from X, president of Peru and president of the Union, on Tuesday": his second office.
                    let office = self.np(j + 1).is_some_and(|n| n.kind == NpKind::Other && n.actors.is_empty() && n.event.is_none());
                    let person = j > 0 && self.np(j - 1).is_some_and(|n| n.actors.len() == 1 && n.actors[0].kind == ActorKind::Person);
                    let dated = matches!(self.c.get(j + 2).map(|s| &s.chunk), Some(Chunk::Comma))
                        && self.prep(j + 3) == Some("on")
                        && matches!(self.c.get(j + 4).map(|s| &s.chunk), Some(Chunk::Date(_)));
                    if office && person && dated {
                        j += 3;
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
                // "at the guest house 'Example' on Thursday": what the house is called.
                Chunk::Np(n)
                    if j > from
                        && n.bare_name()
                        && n.actors[0].country.is_none()
                        && self.np(j - 1).is_some_and(|h| {
                            h.event.is_none() && h.actors.iter().all(|a| a.kind == ActorKind::Group && a.country.is_none())
                        })
                        && matches!(self.c.get(j + 1).map(|s| &s.chunk), Some(Chunk::Prep(_) | Chunk::Date(_))) => {}
                Chunk::Quote | Chunk::Close | Chunk::Other => {}
                // "the biggest drill yet with X"
                Chunk::But if j == from && self.r.word(self.c[j].start).as_deref() == Some("yet") && self.prep(j + 1).is_some() => {}
                // "his visit to Peru taking place from April 1"
                Chunk::Vg(v)
                    if v.tense == Tense::Ing
                        && self.verb_is(v, &["take"])
                        && self.r.word(v.end).as_deref() == Some("place")
                        && matches!(self.prep(j + 2), Some("on" | "from"))
                        && matches!(self.c.get(j + 3).map(|s| &s.chunk), Some(Chunk::Date(_))) =>
                {
                    j += 1;
                }
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
    pub(super) fn absolute(&self, with: usize) -> bool {
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
    pub(super) fn quoted(&self, k: usize) -> bool {
        let mark = |t: &usize| self.r.tokens[*t].kind == crate::text::Kind::Quote;
        (self.r.begin..self.c[k].start).filter(mark).count() % 2 == 1
    }

    /// Is the phrase at `k` an event that a rule reads?
    pub(super) fn tells(&self, k: usize) -> bool {
        self.np(k).and_then(|n| n.event.as_ref()).is_some_and(|e| !self.r.lx.nouns[e.noun as usize].rules.is_empty())
    }

    /// "accuses X of fuelling the crisis": X, for what stands behind it at `k`.
    fn accused(&self, k: usize) -> Option<usize> {
        let within = |j: &usize| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::That | Chunk::Rel | Chunk::Sub(_));
        let accuses =
            |j: &usize| self.vg(*j).is_some_and(|v| Self::finite(v) && !v.passive && self.verb_is(v, &["accuse", "suspect", "blame"]));
        let at = (0..k).rev().take_while(within).find(accuses)?;
        (matches!(self.prep(at + 2), Some("of" | "for")) && self.np(at + 1).is_some()).then_some(at + 1)
    }

    /// Does chunk `j` stand in a relative clause between commas that is over before `k`?
    pub(super) fn in_relative_aside(&self, j: usize, k: usize) -> bool {
        let comma = |x: &usize| matches!(self.c[*x].chunk, Chunk::Comma);
        let opens = (0..j).rev().find(comma);
        // "X, whose visit on July 5 angered Y, has been to Peru"
        let relates = |o: usize| matches!(self.c[o + 1].chunk, Chunk::Rel) || self.r.word(self.c[o + 1].start).as_deref() == Some("whose");
        opens.is_some_and(relates) && (j + 1..k).any(|x| comma(&x))
    }

    /// What the noun at `k` hangs on: its measure, the list it stands in, the noun that it is the deed of.
    pub(super) fn hung(&self, k: usize, rule: &Rule) -> Hung {
        let mut before = k;
        while before > 0 && matches!(self.c[before - 1].chunk, Chunk::Adverb(_) | Chunk::Quote | Chunk::Date(_)) {
            before -= 1;
        }
        // "sign in Madrid a charter", "signed on Monday a treaty": where and when stand before the object.
        let mut framed = before;
        while framed > 0 {
            framed -= match &self.c[framed - 1].chunk {
                Chunk::Adverb(_) | Chunk::Quote | Chunk::Date(_) => 1,
                Chunk::Prep(_)
                    if matches!(self.prep(framed - 1), Some("on" | "until" | "till" | "to"))
                        && matches!(self.c[framed].chunk, Chunk::Date(_)) =>
                {
                    1
                }
                Chunk::Np(_)
                    if framed >= 2 && matches!(self.prep(framed - 2), Some("in" | "at")) && !self.destinations(framed - 1).is_empty() =>
                {
                    2
                }
                _ => break,
            };
        }
        let carries = |v: &Vg| self.light(v, rule) || v.governs == Governs::Cancel;
        let object_of = |j: usize| j > 0 && self.vg(j - 1).is_some_and(|v| Self::finite(v) && !v.passive && carries(v));
        if framed < before && object_of(framed) {
            before = framed;
        } else if before >= 2
            && matches!(self.prep(before - 1), Some("to" | "on"))
            && self.vg(before - 2).is_some_and(|v| self.light(v, rule) && self.verb_is(v, &["agree"]))
        {
            // "agree to a ceasefire"
            before -= 1;
        }
        let agreed_to = |j: usize| {
            j >= 2
                && matches!(self.prep(j - 1), Some("to" | "on"))
                && self.vg(j - 2).is_some_and(|v| !v.passive && self.verb_is(v, &["agree"]))
        };
        // "supply X with weapons", "supply X with a new batch of weapons"
        let supplied = |j: usize| {
            j >= 3
                && rule.kind == ExchangeType::Transfer
                && self.prep(j - 1) == Some("with")
                && self.np(j - 2).is_some_and(|n| n.kind == NpKind::Actor)
                && self.vg(j - 3).is_some_and(|v| !v.passive && self.verb_is(v, &["supply", "provide", "equip", "furnish", "present"]))
        };
        if supplied(before) {
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
            // "120 million pounds (US$150 million) in aid", "5 million dollars' worth of arms"
            let worth = measured >= 3 && self.prep(measured - 1) == Some("of") && self.prep(measured - 2) == Some("worth");
            let mut part = measured - 2 - usize::from(worth);
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
        // "agreed to the restoration of ties"
        if nominal && agreed_to(measured) {
            measured -= 1;
        }
        if supplied(measured) {
            measured -= 2;
        }
        // "sent Lee a congratulatory message", "gives Moldova 50 million dollars in aid"
        if measured >= 2
            && rule.target.contains(&Slot::Object)
            && self.np(measured - 1).is_some_and(|n| {
                // "handed him a letter"
                let him = n.kind == NpKind::Pronoun && matches!(self.r.word(n.start).as_deref(), Some("him" | "her" | "them"));
                him || n.kind == NpKind::Actor && n.actors.iter().any(|a| a.country.is_some() || a.person.is_some() || a.name.is_some())
            })
            && self.vg(measured - 2).is_some_and(|v| self.light(v, rule) && !v.passive)
        {
            measured -= 1;
        }
        Hung { before, measured, called_off, nominal, anniversaries }
    }

    /// "X, the first minister from Lima ever to visit Quito,": X, for the infinitive at `k`.
    pub(super) fn first_to(&self, k: usize) -> Option<usize> {
        self.vg(k).filter(|v| v.tense == Tense::Infinitive && !v.passive && !v.negated)?;
        let within = |j: &usize| matches!(self.c[*j].chunk, Chunk::Np(_) | Chunk::Prep(_) | Chunk::Adverb(_) | Chunk::Date(_));
        let open = (0..k).rev().find(|j| !within(j)).filter(|j| matches!(self.c[*j].chunk, Chunk::Comma))?;
        let first = |n: &Np| {
            (n.start..n.end).take(3).any(|t| matches!(self.r.word(t).as_deref(), Some("first" | "second" | "third" | "only" | "latest")))
        };
        self.np(open + 1).filter(|n| first(n))?;
        let who = open.checked_sub(1)?;
        self.np(who).filter(|n| n.kind == NpKind::Actor && n.actors.iter().all(|a| a.kind == ActorKind::Person)).map(|_| who)
    }

    /// "X, with whom he signed the deal", "X, whom he met": X, for the verb at `g`.
    pub(super) fn whom(&self, g: usize, link: Option<&str>) -> Option<usize> {
        let whom = |j: &usize| {
            let pronoun = self.r.word(self.c[*j].start).as_deref() == Some("whom") && *j > 0;
            pronoun && self.prep(j - 1) == link
        };
        let within = |j: &usize| matches!(self.c[*j].chunk, Chunk::Np(_) | Chunk::Adverb(_) | Chunk::Rel | Chunk::Date(_));
        let at = (0..g).rev().take_while(within).find(whom)?;
        let at = at - usize::from(link.is_some());
        let comma = usize::from(at >= 1 && matches!(self.c[at - 1].chunk, Chunk::Comma));
        at.checked_sub(1 + comma).filter(|j| self.np(*j).is_some_and(|n| n.kind == NpKind::Actor))
    }

    /// The verb before a noun phrase that begins with chunk `measured`.
    pub(super) fn verb_that_carries(&self, measured: usize) -> Option<(usize, &Vg)> {
        // "received in Lima on August 23 a batch of doses": where and when stand between.
        let counted = |n: &Np| self.r.kind(n.start) == Some(crate::text::Kind::Number);
        let indefinite = |n: &Np| counted(n) || matches!(self.r.word(n.start).as_deref(), Some("a" | "an" | "two" | "three" | "several"));
        let mut at = measured;
        if self.np(measured).is_some_and(indefinite) {
            // "signed with her counterpart a contract", "received from Peru two ships": so does with whom.
            let between = |p: Option<&str>, j: usize| match p {
                Some("in" | "at" | "on") => self.np(j).is_some() || self.on_date(j),
                Some("with" | "from") => self.np(j).is_some_and(|n| n.kind == NpKind::Actor),
                _ => false,
            };
            while at >= 2 && between(self.prep(at - 2), at - 1) {
                at -= 2;
            }
        }
        let shifted = at.checked_sub(1).filter(|g| at < measured && self.vg(*g).is_some_and(|v| Self::finite(v) && !v.passive));
        if let Some((g, v)) = shifted.and_then(|g| self.vg(g).map(|v| (g, v))) {
            if self.verb_is(v, &["receive", "sign", "deliver", "hold", "send", "conduct", "host", "open", "conclude", "buy"]) {
                return Some((g, v));
            }
        }
        // "met and had a talk with", "embarked on a visit", "presented with a gift"
        let verb_before = (measured > 0).then(|| self.vg(measured - 1)).flatten().map(|v| (measured - 1, v)).or_else(|| {
            let p = self.prep(measured.checked_sub(1)?)?;
            let v = self.vg(measured.checked_sub(2)?)?;
            (matches!(
                (p, self.verb_is(v, &["embark", "enter", "engage", "participate", "go", "proceed", "set", "break"])),
                ("on" | "into" | "in" | "off" | "out", true)
            ) || (p == "over" && self.verb_is(v, &["preside"]))
                || (p == "in" && Self::finite(v) && self.verb_is(v, &["take part"]))
                || (p == "with" && self.verb_is(v, &["present"]))
                || (p == "at" && self.verb_is(v, &["hint"]))
                || (p == "of" && self.verb_is(v, &["pull out"]))
                || (p == "on" && matches!(v.governs, Governs::Plan | Governs::Propose)))
            .then_some((measured - 2, v))
        });
        // "will join X in naval drills"
        let verb_before = verb_before.or_else(|| {
            let drill = self.prep(measured.wrapping_sub(1)) == Some("for") && self.event_is(measured, ExchangeType::Exercise);
            let joins = measured >= 3
                && (self.prep(measured - 1) == Some("in") || drill)
                && self.np(measured - 2).is_some_and(|n| n.actors.iter().any(|a| a.country.is_some()));
            self.vg(measured.checked_sub(3)?).filter(|v| joins && !v.passive && self.verb_is(v, &["join"])).map(|v| (measured - 3, v))
        });
        // "took delivery of two ships"
        let verb_before = verb_before.or_else(|| {
            let g = measured.checked_sub(3).filter(|g| self.prep(measured - 1) == Some("of") && self.takes_delivery(*g))?;
            self.vg(g).map(|v| (g, v))
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
    pub(super) fn verb_behind(&self, k: usize, rule: &Rule, phrases: &Phrases) -> (Option<(usize, &Vg)>, Option<(usize, &Vg)>) {
        // "aid, including food and medicines, was sent"
        let listed = phrases.end > k + 3 && matches!(self.c[k + 1].chunk, Chunk::Comma) && self.prep(k + 2) == Some("including");
        // "Messages also came from X"
        let also = usize::from(matches!(self.c.get(k + 1).map(|s| &s.chunk), Some(Chunk::Adverb(a)) if self.r.lx.text(*a) == "also"));
        let verb_after = self
            .vg(phrases.end)
            // "a meeting to be held in Lima"
            .filter(|v| {
                // "had to be put off"
                let forced = v.governs == Governs::Cancel && matches!(self.r.word(v.start).as_deref(), Some("had" | "has" | "have"));
                !matches!(v.tense, Tense::Ing | Tense::Infinitive)
                    || v.tense == Tense::Infinitive && v.passive && (self.light(v, rule) || forced)
            })
            .filter(|_| !phrases.preps.is_empty() || phrases.end == k + 1 + also || !phrases.dates.is_empty() || listed)
            .map(|v| (phrases.end, v));
        // "the agreement establishing the commission was signed": the verb behind what it does.
        let verb_after = verb_after.or_else(|| {
            self.vg(phrases.end).filter(|v| rule.kind == ExchangeType::Agreement && v.tense == Tense::Ing && v.end == v.start + 1)?;
            let main = self.phrases(self.object(phrases.end)? + 1).end;
            self.vg(main).filter(|v| Self::finite(v) && v.passive && self.light(v, rule)).map(|v| (main, v))
        });
        // "agreements on industry, culture and sports were signed"
        let verb_after = verb_after.or_else(|| {
            let matter = |j: usize| self.np(j).is_some_and(|n| n.kind == NpKind::Other && n.actors.is_empty());
            let on = phrases.preps.last().is_some_and(|(s, _)| matches!(self.r.lx.text(*s), "on" | "in" | "of" | "for"));
            let mut at = phrases.end;
            while on && matches!(self.c.get(at).map(|s| &s.chunk), Some(Chunk::Comma | Chunk::And)) && matter(at + 1) {
                at += 2;
            }
            let signed = |v: &&Vg| rule.kind == ExchangeType::Agreement && Self::finite(v) && v.passive && self.light(v, rule);
            self.vg(at).filter(signed).filter(|_| at > phrases.end).map(|v| (at, v))
        });
        // "aid to help Peru fight floods was handed over"
        let verb_after = verb_after.or_else(|| {
            self.vg(phrases.end).filter(|v| rule.kind == ExchangeType::Transfer && v.tense == Tense::Infinitive && !v.passive)?;
            self.helped(phrases)?;
            let main = (phrases.end + 1..self.c.len()).find(|j| self.vg(*j).is_some_and(Self::finite))?;
            self.vg(main).filter(|v| v.passive).map(|v| (main, v))
        });
        // "the talks, scheduled for today, are postponed": the main verb is the last.
        let verb_after = verb_after.or_else(|| {
            self.c.get(phrases.end).filter(|s| matches!(s.chunk, Chunk::Comma))?;
            let aside = |v: &&Vg| {
                let staged = matches!(v.governs, Governs::Plan | Governs::Cancel | Governs::Do | Governs::Begin);
                // "the talks, chaired by X and Y, took place on Friday"
                let staged = staged || self.verb_is(v, &["chair", "attend", "mediate"]);
                v.tense == Tense::Past && !v.passive && staged && v.end == v.start + 1
            };
            let planned = self.vg(phrases.end + 1).filter(aside)?.governs == Governs::Plan;
            let same = |j: &usize| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::That | Chunk::Sub(_) | Chunk::Rel | Chunk::And);
            let mut rest = (phrases.end + 2..self.c.len()).take_while(same);
            let closes = |j: usize| matches!(self.c[j - 1].chunk, Chunk::Comma);
            let staged = |x: &Vg| matches!(x.governs, Governs::Begin | Governs::End) || self.verb_is(x, &["take"]);
            let main = |j: usize, x: &Vg| x.passive || !planned && closes(j) && staged(x);
            let decided = rest.find_map(|j| self.vg(j).filter(|x| Self::finite(x) && main(j, x)).map(|x| (j, x)));
            // "The summit, scheduled for Friday, comes at a bad time": it is ahead.
            let set = self.prep(phrases.end + 2).is_some_and(|p| matches!(p, "for" | "on" | "in")) && rule.kind == ExchangeType::Meeting;
            decided.or_else(|| self.vg(phrases.end + 1).filter(|_| planned && set).map(|v| (phrases.end + 1, v)))
        });
        // "Blue Gull, a drill of X and Y, began today": the verb behind what the drill is called.
        let verb_after = verb_after.or_else(|| {
            let comma = |j: usize| matches!(self.c.get(j).map(|s| &s.chunk), Some(Chunk::Comma));
            let named = k >= 2 && comma(k - 1) && self.np(k - 2).is_some() && comma(phrases.end);
            let starts = |v: &&Vg| Self::finite(v) && matches!(v.governs, Governs::Begin | Governs::End);
            self.vg(phrases.end + 1).filter(|v| named && starts(v)).map(|v| (phrases.end + 1, v))
        });
        // "The agreement, signed by X and Y in July,": the participle says who signed it.
        let verb_after = verb_after.or_else(|| {
            let comma = matches!(self.c.get(phrases.end).map(|s| &s.chunk), Some(Chunk::Comma));
            let signed = |v: &&Vg| {
                v.tense == Tense::Past && v.end == v.start + 1 && !v.passive && self.verb_is(v, &["sign", "ink", "conclude", "reach"])
            };
            let told = self.prep(phrases.end + 2).is_some_and(|p| matches!(p, "by" | "in" | "on" | "between" | "during" | "at"));
            let agreed = rule.kind == ExchangeType::Agreement && comma && told;
            self.vg(phrases.end + 1).filter(|v| agreed && signed(v)).map(|v| (phrases.end + 1, v))
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

    /// The subject of the clause in which a prepositional phrase at chunk `p` stands.
    pub(super) fn clause_subject(&self, p: usize, with: bool) -> Option<usize> {
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
                // "was conveyed by X at a meeting with Y": X met Y.
                if with && self.vg(g).is_some_and(|v| v.passive) {
                    let by = (g + 1..p).find(|&j| self.prep(j) == Some("by")).map(|j| j + 1);
                    let person = |n: &Np| n.actors.iter().any(|a| a.kind == ActorKind::Person);
                    if let Some(agent) = by.filter(|&j| self.np(j).is_some_and(person)) {
                        return Some(agent);
                    }
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
                // "The minister said the aid had arrived during a meeting with Y": who said so met Y.
                if with && !somebody && self.np(s).is_some_and(|n| n.actors.is_empty()) {
                    let says = |v: &usize| self.vg(*v).is_some_and(|v| Self::finite(v) && !v.passive && v.governs == Governs::Say);
                    let high = |n: &Np| n.actors.len() == 1 && n.actors[0].level.is_some_and(|l| l <= Level::Minister);
                    let who = (0..g).rev().find(says).and_then(|v| self.subject(v, 0)).filter(|s| self.np(*s).is_some_and(high));
                    if who.is_some() {
                        return who;
                    }
                }
                if somebody || self.vg(g).is_some_and(Self::finite) {
                    return Some(s);
                }
            }
        }
        // "During a visit to Y, X said": the subject that follows.
        self.main_subject_after(p)
    }

    /// The verb of a relative clause at `at` that says how an event goes on: "which will be held".
    pub(super) fn relative_of(&self, at: usize, rule: &Rule) -> Option<(usize, &Vg)> {
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

    /// "called Mr Kim on Monday", not "called Mr Kim a friend" or "called Mr Kim's remarks".
    pub(super) fn stands_alone(&self, k: usize, purpose: bool) -> bool {
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

    /// The verb that asks somebody to do what the infinitive at `g` says: "urged X to stop".
    pub(super) fn controller(&self, g: usize) -> Option<usize> {
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
}
