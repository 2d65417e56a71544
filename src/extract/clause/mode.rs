//! Whether what a trigger tells has happened, is planned, only spoken of.

use super::super::discourse::Resolved;
use super::*;
use crate::annotate::dates::{DateExpr, Direction};
use crate::annotate::{ActorKind, Chunk, Event, Np, NpKind, Tense, Vg};
use crate::lexicon::{Closed, Form, Governs, Phase, Rule};
use crate::model::{ExchangeType, Mention, Status};

impl Clause<'_, '_> {
    /// "against travelling to X", "without signing a deal".
    pub(super) fn undone(&self, k: usize) -> bool {
        self.vg(k).is_some_and(|v| v.tense == Tense::Ing)
            && matches!(k.checked_sub(1).and_then(|p| self.prep(p)), Some("against" | "without" | "instead of" | "rather than"))
    }

    /// Does the sentence speak of a telephone?
    pub(in crate::extract) fn on_the_phone(&self) -> bool {
        (self.r.begin..self.r.end).any(|t| self.r.word(t).is_some_and(|w| matches!(&*w, "phone" | "telephone" | "telephonic")))
    }

    /// "to prepare for the summit": where and when is the summit's own to say.
    pub(in crate::extract) fn prepares(&self, k: usize) -> bool {
        self.vg(k).is_some_and(|v| self.verb_is(v, &["prepare"])) && self.prep(k + 1) == Some("for")
    }

    /// "photos of X visiting Y", "of X having talks".
    pub(super) fn pictured(&self, k: usize) -> bool {
        k >= 3
            && self.vg(k).is_some_and(|v| v.tense == Tense::Ing)
            && self.np(k - 1).is_some()
            && self.prep(k - 2) == Some("of")
            && self.np(k - 3).is_some_and(|n| self.r.is(n.end - 1, Closed::PictureNoun))
    }

    /// "Not since 2009 has a president visited": what opens the sentence denies it.
    pub(super) fn inverted_denial(&self, k: usize) -> bool {
        let opens = match self.r.word(self.r.begin).as_deref() {
            Some("never" | "rarely" | "seldom" | "hardly" | "scarcely") => true,
            Some("not") => matches!(self.r.word(self.r.begin + 1).as_deref(), Some("since" | "once" | "for")),
            _ => false,
        };
        let auxiliary = |v: &Vg| {
            v.end == v.start + 1 && matches!(self.r.word(v.start).as_deref(), Some("has" | "have" | "had" | "did" | "was" | "were"))
        };
        opens && k >= 2 && self.np(k - 1).is_some() && self.vg(k - 2).is_some_and(auxiliary)
    }

    /// "recently visited", "visited X recently".
    pub(super) fn lately(&self, k: usize) -> bool {
        let v = &self.c[k];
        let says = |t: usize| matches!(self.r.word(t).as_deref(), Some("recently" | "lately" | "previously"));
        let adverb = |j: usize| matches!(self.c[j].chunk, Chunk::Adverb(_)) && says(self.c[j].start);
        let ends =
            |j: &usize| !matches!(self.c[*j].chunk, Chunk::Vg(_) | Chunk::Break | Chunk::Comma | Chunk::That | Chunk::Rel | Chunk::Sub(_));
        let behind = || (k + 1..self.c.len()).take_while(ends).take(5).any(adverb);
        // "Recently Peru and Chile signed"
        let opens = || adverb(0) && (1..k).all(|j| ends(&j) || matches!(self.c[j].chunk, Chunk::Comma));
        // "told them recently when he visited Peru"
        let when = || k >= 3 && matches!(self.c[k - 2].chunk, Chunk::Sub(s) if self.r.lx.text(s) == "when") && adverb(k - 3);
        v.start > self.r.begin && says(v.start - 1) || (v.start..v.end).any(says) || behind() || opens() || when()
    }

    /// "denounced X for staging", "sanctions on X for supplying": who is blamed did it, at some other time.
    pub(super) fn blamed_for(&self, k: usize) -> bool {
        k >= 3
            && self.prep(k - 1) == Some("for")
            && self.np(k - 2).is_some_and(|n| n.kind == NpKind::Actor)
            && (matches!(self.prep(k - 3), Some("on" | "against"))
                || self.vg(k - 3).is_some_and(|v| !v.passive && self.verb_is(v, &JUDGES) || self.verb_is(v, &["sanction"])))
    }

    /// "no interest in meeting", "no interest in a meeting": what stands at `k` is not wanted.
    pub(super) fn unwanted(&self, k: usize) -> bool {
        let none = |n: &Np| {
            let has = |list: &[&str]| (n.start..n.end).any(|t| self.r.word(t).is_some_and(|w| list.contains(&&*w)));
            has(&["no", "little"]) && has(&["interest", "intention", "intentions", "desire", "reason", "point"])
        };
        // "There is no arrangement yet on a meeting", "no plans for a meeting"
        let unsettled = |n: &Np| {
            self.r.word(n.start).as_deref() == Some("no")
                && (n.start..n.end).any(|t| {
                    matches!(self.r.word(t).as_deref(), Some("arrangement" | "arrangements" | "plan" | "plans" | "decision" | "agreement"))
                })
        };
        let noun = |j: usize| if matches!(self.c[j].chunk, Chunk::Adverb(_) | Chunk::But) && j > 0 { j - 1 } else { j };
        let settled = k >= 3 && matches!(self.prep(k - 1), Some("on" | "about" | "for")) && self.np(noun(k - 2)).is_some_and(unsettled);
        settled || k >= 2 && matches!(self.prep(k - 1), Some("in" | "for" | "of")) && self.np(k - 2).is_some_and(none)
    }

    /// Status of the verb group at `k`, with the verbs that govern it.
    pub(in crate::extract) fn mode(&self, k: usize) -> Mode {
        let v = self.vg(k).expect("a verb group");
        let own = |status, direction, news| Mode { status, direction, news };
        let past = Direction::Past;
        let future = Direction::Future;
        // "Neither X nor Y will travel to Peru"
        let neither =
            |s: usize| self.c[s].start.checked_sub(1).is_some_and(|t| t >= self.r.begin && self.r.word(t).as_deref() == Some("neither"));
        if Self::finite(v) && self.subject(k, 0).is_some_and(neither) {
            return own(Status::Denied, future, false);
        }
        // "should be withdrawn and a treaty concluded": one auxiliary for both.
        if v.tense == Tense::Past
            && v.end == v.start + 1
            && !v.passive
            && k >= 3
            && self.np(k - 1).is_some()
            && matches!(self.c[k - 2].chunk, Chunk::And)
            && self.object(k).is_none()
        {
            let other = (0..k - 2).rev().find(|&j| self.vg(j).is_some());
            if let Some(g) = other.filter(|g| self.vg(*g).is_some_and(|v| v.passive && matches!(v.tense, Tense::Possible | Tense::Future)))
            {
                return self.mode(g);
            }
        }
        // "will meet X and be received by Y": one auxiliary for both.
        if self.r.word(v.start).as_deref() == Some("be") && k >= 2 {
            let joined = matches!(self.c[k - 1].chunk, Chunk::And);
            let other = (0..k - 1).rev().find(|&j| self.vg(j).is_some());
            let ahead = |v: &Vg| matches!(v.tense, Tense::Possible | Tense::Future | Tense::Infinitive) && !v.negated;
            if let Some(g) = other.filter(|g| joined && self.vg(*g).is_some_and(ahead)) {
                return self.mode(g);
            }
        }
        let base = match v.tense {
            // "had been scheduled to visit Peru after attending a summit in Chile, but"
            Tense::Ing if (0..k).rev().find(|g| self.vg(*g).is_some()).is_some_and(|g| self.was_to(g)) => {
                return own(Status::Cancelled, past, false);
            }
            // "was due in Seoul for talks"
            _ if v.copula && self.r.word(v.end).as_deref() == Some("due") => own(Status::Planned, future, false),
            Tense::Future => own(if v.negated { Status::Denied } else { Status::Planned }, future, false),
            // "said that he would visit": the future of the past.
            Tense::Possible
                if !v.negated && self.r.word(v.start).as_deref() == Some("would") && (self.said_before(k) || self.foretold(k)) =>
            {
                own(Status::Planned, future, false)
            }
            Tense::Possible => own(if v.negated { Status::Denied } else { Status::Proposed }, future, false),
            // "following a visit by X to discuss trade with Y"
            Tense::Infinitive
                if k >= 4
                    && self.prep(k - 2) == Some("by")
                    && self.event_is(k - 3, ExchangeType::Visit)
                    && matches!(self.prep(k - 4), Some("following" | "after" | "during")) =>
            {
                return own(Status::Occurred, past, false);
            }
            // "A ceremony to hand over the aid was held", "held a ceremony to hand over the aid": done.
            Tense::Infinitive if !v.negated && self.of_a_ceremony(k) => {
                let held = |j: &usize| self.vg(*j).is_some_and(|v| Self::finite(v) && self.verb_is(v, &["hold", "host", "take", "attend"]));
                let main = (k + 1..self.c.len()).find(held).or_else(|| (0..k).rev().find(held));
                return main.map_or(own(Status::Planned, future, false), |g| self.mode(g));
            }
            // "an agreement to be signed next year", "talks between X and Y to be held in Z"
            Tense::Infinitive if v.passive && !v.negated && self.to_be_done(k) => return own(Status::Planned, future, false),
            Tense::Infinitive if self.errand(k).is_some() => return own(Status::Ongoing, past, true),
            // "hosted a ceremony to welcome X": he was there.
            Tense::Infinitive
                if k >= 2
                    && self.verb_is(v, &["welcome", "greet", "honour", "honor"])
                    && self.np(k - 1).is_some_and(|n| {
                        let fete = |w: &str| matches!(w, "ceremony" | "banquet" | "reception" | "dinner" | "luncheon" | "party" | "lunch");
                        self.r.word(n.end - 1).is_some_and(|w| fete(&w))
                    })
                    && self.vg(k - 2).is_some_and(|g| Self::finite(g) && matches!(g.tense, Tense::Past)) =>
            {
                return own(Status::Occurred, past, true);
            }
            // "had been scheduled to visit Peru, but stayed at home"
            Tense::Infinitive if self.was_to(k) => return own(Status::Cancelled, past, false),
            // "The last minister to visit Peru was X in 2001"
            Tense::Infinitive if self.last_who_did(k).is_some() => {
                let copula = self.last_who_did(k).expect("just found");
                return match self.vg(copula).map(|v| v.tense) {
                    Some(Tense::Past | Tense::Perfect) => own(Status::Occurred, past, false),
                    _ => self.mode(copula),
                };
            }
            // "will arrive today, making him the third minister to visit Peru"
            Tense::Infinitive if self.counted_guest(k).is_some() => return self.mode(self.counted_guest(k).expect("just found")),
            Tense::Infinitive => {
                let before = v.start.checked_sub(1).filter(|t| *t >= self.r.begin);
                if before.is_some_and(|t| self.r.is(t, Closed::NeedfulAdjective)) {
                    return own(Status::Proposed, future, false);
                }
                // "is unable to visit": a journey that had been planned.
                if before.and_then(|t| self.r.word(t)).as_deref() == Some("unable") {
                    let goes = self.verb_is(v, &["visit", "travel", "attend", "meet", "come", "go", "fly", "receive", "participate"]);
                    return own(if goes { Status::Cancelled } else { Status::Denied }, Direction::Future, goes);
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
                    (n.start..n.end).any(|t| {
                        matches!(
                            self.r.word(t).as_deref(),
                            Some("first" | "second" | "third" | "fourth" | "fifth" | "sixth" | "seventh" | "last" | "only" | "latest")
                        )
                    })
                };
                // "was the first of the leaders to arrive"
                let of = k >= 3 && self.prep(k - 2) == Some("of") && self.np(k - 3).is_some_and(|n| ordinal(n) && n.end <= n.start + 2);
                // "the first pope ever to visit"
                let ever = usize::from(k > 1 && matches!(self.c[k - 1].chunk, Chunk::Adverb(_)));
                let first = of || k > ever && self.np(k - 1 - ever).is_some_and(ordinal);
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
                    // "managed to deliver": it did.
                    Some(g) if self.vg(g).is_some_and(|x| !x.negated && self.verb_is(x, &["manage"])) => self.mode(g),
                    // "left to attend X and to visit Y": both journeys have begun.
                    Some(g) if (self.travels(v) || v.governs == Governs::Begin) && self.departs(g) => match self.mode(g) {
                        m if m.status == Status::Occurred => Mode { status: Status::Ongoing, ..m },
                        m => m,
                    },
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
                            // "took the opportunity to issue a declaration": so it did.
                            Governs::Do
                                if self.verb_is(gv, &["take", "use", "seize"])
                                    && k == g + 2
                                    && matches!(
                                        self.r.word(v.start.saturating_sub(1)).as_deref(),
                                        Some("opportunity" | "occasion" | "time")
                                    ) =>
                            {
                                return gm;
                            }
                            // "asked the ambassador to convey condolences": so they are sent.
                            Governs::Propose if self.conveyed_by(k) == Some(g) => return gm,
                            // An order will be obeyed; a vote for a treaty adopts it.
                            Governs::Propose if self.verb_is(gv, &["order", "instruct"]) => Status::Planned,
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
                            // "had gone to Peru to sign a treaty"
                            _ if self.travels(gv) && gv.tense == Tense::Perfect && self.r.word(gv.start).as_deref() == Some("had") => {
                                return own(Status::Occurred, past, false);
                            }
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
                        // "a ban on asking for or providing aid"
                        self.vg(j).is_some_and(|v| v.tense == Tense::Ing)
                            && matches!(j.checked_sub(1).map(|x| &self.c[x].chunk), Some(Chunk::Sub(_) | Chunk::Prep(_)))
                    }) =>
            {
                return self.mode((0..k).rev().find(|&j| self.vg(j).is_some()).expect("just found"));
            }
            // "is eager for resuming talks"
            Tense::Ing if k >= 2 && self.prep(k - 1) == Some("for") && self.r.is(self.c[k - 2].end - 1, Closed::NeedfulAdjective) => {
                own(Status::Proposed, future, false)
            }
            // "following X and Y signing a pact": they have.
            Tense::Ing if k >= 2 && self.np(k - 1).is_some() && matches!(self.prep(k - 2), Some("following" | "after")) => {
                own(Status::Occurred, past, false)
            }
            // "after successfully concluding talks"
            Tense::Ing if k >= 2 && matches!(self.c[k - 1].chunk, Chunk::Adverb(_)) && self.prep(k - 2) == Some("after") => {
                own(Status::Occurred, past, false)
            }
            Tense::Ing if matches!(k.checked_sub(1).map(|j| &self.c[j].chunk), Some(Chunk::Sub(_))) => match self.prep(k - 1) {
                Some("before") => own(Status::Planned, future, false),
                Some("while" | "when" | "as") => own(Status::Ongoing, past, true),
                // "After attending a forum in Peru, he will visit Chile": that is ahead too.
                Some("after") if self.opens_with_what_is_ahead(k) => own(Status::Planned, Direction::Nearest, false),
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
            // "discussions on reopening the embassy"
            Tense::Ing if k >= 2 && matches!(self.prep(k - 1), Some("on" | "about")) && self.event_is(k - 2, ExchangeType::Meeting) => {
                own(Status::Proposed, future, false)
            }
            // "is open to holding talks"
            Tense::Ing if self.inclined(k).is_some() => own(self.inclined(k).expect("just found"), future, false),
            Tense::Ing if self.unwanted(k) => own(Status::Denied, future, false),
            Tense::Ing if self.blamed_for(k) => own(Status::Occurred, past, false),
            // "By paying a visit to X he contributed to peace": it is spoken of.
            Tense::Ing
                if k > 0
                    && self.prep(k - 1) == Some("by")
                    && !self.governor(k).and_then(|g| self.vg(g)).is_some_and(|v| matches!(v.governs, Governs::Begin | Governs::End)) =>
            {
                own(Status::Occurred, past, false)
            }
            // "raved that "unity is sure to come," talking of it": what was said governs nothing outside its quotes.
            Tense::Ing => {
                match self.governor(k).and_then(|g| if self.quoted(g) == self.quoted(k) { Some(g) } else { self.outside(g, k) }) {
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
                            // "blocked X from attending a summit in May"
                            Governs::Deny if k > 0 && self.prep(k - 1) == Some("from") => own(Status::Denied, future, false),
                            Governs::Deny => own(Status::Denied, past, false),
                            _ if k > 0 && self.prep(k - 1) == Some("before") => own(Status::Planned, future, false),
                            _ => Mode { status: if gm.status == Status::Occurred { Status::Ongoing } else { gm.status }, ..gm },
                        }
                    }
                    None => own(Status::Ongoing, past, true),
                }
            }
            // "Even if talks are held", "if X visits Y": it may be.
            Tense::Present | Tense::Progressive if !v.negated && self.supposed(k) => own(Status::Proposed, future, false),
            // "will be discussed when X visits Y": of what is to come.
            Tense::Present if self.in_time_clause_ahead(k) => own(Status::Planned, future, false),
            // "will visit X and meet Y": the auxiliary is shared.
            Tense::Present if self.shares_auxiliary(k, v) => {
                let shared = (0..k).rev().find(|&g| self.vg(g).is_some() && !self.reduced(g));
                return self.mode(shared.expect("the verb that shares"));
            }
            // "is coming to Peru", "is leaving for Peru"
            Tense::Progressive
                if self.verb_is(v, &["come", "arrive", "leave", "depart"])
                    && self.subject(k, 0).and_then(|s| self.np(s)).is_some_and(|n| n.event.is_none()) =>
            {
                own(if v.negated { Status::Denied } else { Status::Planned }, future, false)
            }
            Tense::Present | Tense::Progressive => {
                own(if v.negated { Status::Denied } else { Status::Ongoing }, Direction::Nearest, !v.negated)
            }
            // "exercises being staged by X"
            Tense::Past if self.being(v) => own(Status::Ongoing, past, false),
            Tense::Past | Tense::Participle => {
                let news = !v.negated && !self.long_after(k) && !self.remembered(k) && !self.after_which(k) && self.last_time(k).is_none();
                // "have been seeking a deal after X signed one": some time ago.
                let sought = self.subject(k, 0).and_then(|s| s.checked_sub(1)).filter(|b| self.prep(*b) == Some("after"));
                let news =
                    news && !sought.and_then(|b| self.governor(b)).and_then(|g| self.vg(g)).is_some_and(|g| g.tense == Tense::Perfect);
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

    /// "a ceremony to welcome the guests": does the infinitive at `k` say what it is for?
    pub(super) fn of_a_ceremony(&self, k: usize) -> bool {
        let before = k.checked_sub(1).and_then(|j| self.np(j));
        before.is_some_and(|n| self.r.word(n.end - 1).as_deref() == Some("ceremony"))
    }

    /// Is `k` the verb of a phrase that opens the sentence, whose main verb tells of what is to come?
    fn opens_with_what_is_ahead(&self, k: usize) -> bool {
        let first = !(0..k).any(|j| self.vg(j).is_some() || matches!(self.c[j].chunk, Chunk::Break | Chunk::Comma));
        let main = (k + 1..self.c.len()).find_map(|j| self.vg(j).filter(|v| Self::finite(v)));
        first && main.is_some_and(|v| v.tense == Tense::Future)
    }

    /// Does the passive infinitive at `k` say of the event before it when and where it will be?
    fn to_be_done(&self, k: usize) -> bool {
        let told = |j: &usize| self.np(*j).is_some_and(|n| n.event.is_some());
        let nominal = |j: &usize| matches!(self.c[*j].chunk, Chunk::Np(_) | Chunk::Prep(_) | Chunk::And);
        let holds = self.vg(k).is_some_and(|v| self.verb_is(v, &["hold", "sign", "conduct", "stage", "convene", "host"]));
        holds && (0..k).rev().take_while(nominal).take(7).any(|j| told(&j))
    }

    /// "After their talks at noon, X will sign": the main clause behind the phrase that opens the sentence is in the future.
    fn frames_what_is_ahead(&self, k: usize) -> bool {
        // "are planning to adopt a statement after their talks"
        let planned = self.governor(k).filter(|g| self.vg(*g).is_some_and(|v| v.tense == Tense::Infinitive));
        let plans = planned.and_then(|g| self.governor(g)).and_then(|p| self.vg(p));
        if plans.is_some_and(|p| p.governs == Governs::Plan && !p.negated && p.tense != Tense::Past && !self.verb_is(p, &["agree"])) {
            return true;
        }
        let opens = (0..k).all(|j| self.vg(j).is_none()) && k <= 3;
        let main = (k + 1..self.c.len()).find_map(|j| self.vg(j).filter(|v| Self::finite(v)));
        opens && main.is_some_and(|v| v.tense == Tense::Future && !v.negated)
    }

    /// "making him the third minister to visit Peru": the verb that says whether he does.
    fn counted_guest(&self, k: usize) -> Option<usize> {
        let nth = |w: &str| matches!(w, "first" | "second" | "third" | "latest") || w.len() > 4 && w.ends_with("th");
        let ordinal = |n: &Np| (n.start..n.end).any(|t| self.r.word(t).is_some_and(|w| nth(&w)));
        let guest = k.checked_sub(1).filter(|j| self.np(*j).is_some_and(ordinal))?;
        let makes = (guest.saturating_sub(2)..guest).find(|j| self.vg(*j).is_some_and(|v| self.verb_is(v, &["make"])))?;
        self.vg(makes).filter(|v| v.tense == Tense::Ing)?;
        (0..makes).rev().find(|j| self.vg(*j).is_some_and(|v| !self.verb_is(v, &["make"])))
    }

    /// "had been scheduled to visit Peru, but stayed at home": what was to be done at `k` was not.
    fn was_to(&self, k: usize) -> bool {
        let planned = |g: usize| {
            self.vg(g).is_some_and(|v| {
                v.passive
                    && !v.negated
                    && v.governs == Governs::Plan
                    && v.tense == Tense::Perfect
                    && self.r.word(v.start).as_deref() == Some("had")
            })
        };
        self.vg(k).is_some_and(|v| v.tense == Tense::Infinitive)
            && k > 0
            && planned(k - 1)
            && (k + 1..self.c.len()).any(|j| matches!(self.c[j].chunk, Chunk::But))
    }

    /// "being staged by X"
    pub(in crate::extract) fn being(&self, v: &Vg) -> bool {
        self.r.word(v.start).as_deref() == Some("being")
    }

    /// "if X visits Y": the clause of `k` is a condition.
    fn supposed(&self, k: usize) -> bool {
        let clause =
            |j: &usize| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::That | Chunk::Rel | Chunk::Comma) && self.vg(*j).is_none();
        let condition = |s: &str| matches!(s, "if" | "even if" | "only if" | "unless" | "in case" | "provided that" | "as long as");
        // "in case Peru, smaller than the others, concludes a treaty"
        let comma = |j: usize| matches!(self.c.get(j).map(|s| &s.chunk), Some(Chunk::Comma));
        let aside = (0..k).rev().find(|j| matches!(&self.c[*j].chunk, Chunk::Sub(s) if condition(self.r.lx.text(*s))));
        if aside
            .is_some_and(|s| self.np(s + 1).is_some() && comma(s + 2) && s + 3 < k && comma(k - 1) && (s..k).all(|j| self.vg(j).is_none()))
        {
            return true;
        }
        (0..k).rev().take_while(clause).any(|j| matches!(&self.c[j].chunk, Chunk::Sub(s) if condition(self.r.lx.text(*s))))
    }

    /// "when X visits Y" beside a main clause in the future.
    pub(super) fn in_time_clause_ahead(&self, k: usize) -> bool {
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
    pub(super) fn long_after(&self, k: usize) -> bool {
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
    pub(super) fn remembered(&self, k: usize) -> bool {
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
    pub(super) fn after_which(&self, k: usize) -> bool {
        let clause = |j: &usize| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::That | Chunk::Comma) && self.vg(*j).is_none();
        let rel = (0..k).rev().take_while(clause).find(|&j| matches!(self.c[j].chunk, Chunk::Rel));
        rel.and_then(|j| self.prep(j.checked_sub(1)?)).is_some_and(|p| matches!(p, "after" | "before" | "since" | "following"))
    }

    /// "open to meeting", "opposed to signing": what is thought of the deed.
    pub(super) fn inclined(&self, k: usize) -> Option<Status> {
        let word = |back: usize| self.c[k].start.checked_sub(back).and_then(|t| self.r.word(t));
        match &*word(2)? {
            "supportive" | "favour" | "favor" | "desirous" | "capable" if word(1)? == "of" => Some(Status::Proposed),
            _ if word(1)? != "to" => None,
            "open" | "amenable" | "close" => Some(Status::Proposed),
            // "looks forward to welcoming X"
            "forward" => Some(Status::Planned),
            "opposed" => Some(Status::Denied),
            _ => None,
        }
    }

    /// Does the clause of `k` hang on a verb of speech or planning?
    pub(super) fn said_before(&self, k: usize) -> bool {
        let reports = |v: &Vg| matches!(v.governs, Governs::Say | Governs::Confirm | Governs::Plan);
        let that = (0..k).rev().take_while(|&j| !matches!(self.c[j].chunk, Chunk::Break)).find(|&j| matches!(self.c[j].chunk, Chunk::That));
        let hangs = (0..k).rev().find_map(|j| self.vg(j)).is_some_and(reports)
            || that.is_some_and(|t| (0..t).filter_map(|j| self.vg(j)).any(reports));
        hangs && !self.sentence_has_if(k)
    }

    /// "X would meet Y, and would travel to Z": as the South of Asia and of Africa tells what is to come. With a condition
    /// in the sentence, or hanging on what is only thought of, it is no more than possible.
    fn foretold(&self, k: usize) -> bool {
        let conditional = (self.r.begin..self.r.end).any(|t| {
            self.r.word(t).is_some_and(|w| matches!(&*w, "if" | "unless" | "whether" | "otherwise" | "how" | "what" | "should" | "could"))
        });
        let open = |j: &usize| !matches!(self.c[*j].chunk, Chunk::Break | Chunk::That | Chunk::Rel);
        let hangs = (0..k).rev().find(|j| !open(j)).is_some_and(|j| !matches!(self.c[j].chunk, Chunk::Break));
        let wished = |v: &Vg| matches!(v.governs, Governs::Propose | Governs::Deny | Governs::Allege | Governs::Cancel);
        let spoken_of = (0..=k).filter_map(|j| self.vg(j)).any(wished);
        let who = |s: usize| {
            self.np(s).is_some_and(|n| {
                n.kind == NpKind::Pronoun || n.actors.iter().any(|a| a.kind == ActorKind::Person || a.kind == ActorKind::Group)
            })
        };
        !conditional && !hangs && !spoken_of && self.subject(k, 0).is_some_and(who)
    }

    /// "asked the ambassador to convey his greetings to Y": the asking, where what is conveyed is the asker's.
    pub(super) fn conveyed_by(&self, k: usize) -> Option<usize> {
        let conveys =
            |v: &Vg| v.tense == Tense::Infinitive && !v.negated && self.verb_is(v, &["convey", "forward", "pass", "transmit", "extend"]);
        self.vg(k).filter(|v| conveys(v))?;
        let g = self.governor(k)?;
        self.vg(g).filter(|v| !v.passive && self.verb_is(v, &["ask", "request"]) && self.object(g).is_some()).map(|_| g)
    }

    /// "X says that Y is supplying Z": somebody's word of what two others do. `parties` are those two.
    pub(in crate::extract) fn said_by_others(&self, k: usize, parties: [u16; 2]) -> bool {
        let Some(g) = (0..k).rev().find(|&j| self.vg(j).is_some_and(|v| Self::finite(v) && v.governs == Governs::Say && !v.passive)) else {
            return false;
        };
        // The clause of what is said begins right behind the verb, and has one verb.
        let begins = matches!(self.c[g + 1].chunk, Chunk::That) || self.np(g + 1).is_some();
        let own = (g + 1..=k).filter(|&j| self.vg(j).is_some_and(Self::finite)).count() == 1;
        let plain = (g + 2..k).all(|j| !matches!(self.c[j].chunk, Chunk::That | Chunk::Rel | Chunk::Sub(_) | Chunk::Break));
        if !begins || !own || !plain {
            return false;
        }
        let who = self.subject(g, 0).map(|s| self.resolve_np(s)).unwrap_or_default();
        !who.is_empty() && who.iter().all(|r| !parties.contains(&r.country))
    }

    /// "returned", "went back": the end of a journey.
    pub(super) fn ends_journey(&self, v: &Vg) -> bool {
        self.rules_of(v).any(|r| r.phase == Some(Phase::Return)) || self.verb_is(v, &["go", "fly"])
    }

    /// Is this a bare form joined by "and" to a verb with an auxiliary or "to"?
    pub(super) fn shares_auxiliary(&self, k: usize, v: &Vg) -> bool {
        // "and call on X"
        let phrasal = || v.end == v.start + 2 && v.verbs.iter().all(|x| self.r.lx.verbs[*x as usize].particle != 0);
        let bare = (v.end == v.start + 1 || phrasal())
            && self.r.lx.forms(self.r.tokens[v.start].sym).iter().any(|(x, f)| v.verbs.contains(x) && *f == Form::Base);
        // "and also visit"
        let j = k.saturating_sub(usize::from(k > 1 && matches!(self.c[k - 1].chunk, Chunk::Adverb(_))));
        // "will attend X, hold talks with Y, as well as meet Z"
        let shared = |g: usize, v: &Vg| {
            matches!(v.tense, Tense::Future | Tense::Possible | Tense::Infinitive)
                || v.tense == Tense::Present && self.shares_auxiliary(g, v)
        };
        bare && j > 0
            && (matches!(self.c[j - 1].chunk, Chunk::And | Chunk::Comma) || self.prep(j - 1) == Some("as well as"))
            && (0..k)
                .rev()
                .filter(|g| !self.reduced(*g) && !self.beside(*g))
                .find_map(|g| self.vg(g).map(|v| shared(g, v)))
                .unwrap_or(false)
    }

    /// The verb before the quoted one at `g` that is quoted no more than `k`.
    fn outside(&self, g: usize, k: usize) -> Option<usize> {
        (0..g).rev().find(|&j| self.vg(j).is_some() && self.quoted(j) == self.quoted(k))
    }

    /// "a banquet hosted by X": a participle that only describes.
    pub(super) fn reduced(&self, g: usize) -> bool {
        g > 0
            && self.vg(g).is_some_and(|v| v.tense == Tense::Past && v.end == v.start + 1 && !v.passive)
            && self.prep(g + 1) == Some("by")
            && self.np(g - 1).is_some_and(|n| n.actors.is_empty())
    }

    /// "will lay a wreath, inspecting the guard, and meet X": what is done beside.
    fn beside(&self, g: usize) -> bool {
        g > 0 && matches!(self.c[g - 1].chunk, Chunk::Comma) && self.vg(g).is_some_and(|v| v.tense == Tense::Ing)
    }

    /// "will hold a briefing followed by the signing of agreements": does what stands at `k` follow what will be?
    pub(super) fn followed_what_is_ahead(&self, k: usize) -> bool {
        let mut j = k;
        while j >= 2 && self.prep(j - 1) == Some("of") && self.np(j - 2).is_some() {
            j -= 2;
        }
        let follows = j >= 2 && self.prep(j - 1) == Some("by") && self.vg(j - 2).is_some_and(|v| self.verb_is(v, &["follow"]));
        let main = (0..j.saturating_sub(2)).rev().find(|&g| self.vg(g).is_some_and(Self::finite)).filter(|_| follows);
        main.is_some_and(|g| self.mode(g).status == Status::Planned)
    }

    /// Is this a verb of travel?
    pub(super) fn travels(&self, v: &Vg) -> bool {
        self.rules_of(v).any(|r| r.kind == ExchangeType::Visit && r.status.is_none())
    }

    /// A clause under "denied that", "is believed to", "accuses X of".
    pub(super) fn reported(&self, k: usize, base: Mode) -> Mode {
        if base.status == Status::Denied {
            return base;
        }
        // "It is necessary that talks resume": they should.
        let that = (1..k).rev().take_while(|&j| self.vg(j).is_none()).find(|&j| matches!(self.c[j].chunk, Chunk::That));
        if that.is_some_and(|j| self.r.is(self.c[j - 1].end - 1, Closed::NeedfulAdjective)) {
            return Mode { status: Status::Proposed, direction: Direction::Future, news: false };
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
    pub(super) fn alleged_by_noun(&self, k: usize) -> bool {
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
    pub(super) fn sentence_has_if(&self, k: usize) -> bool {
        let opens = |j: usize| matches!(&self.c[j].chunk, Chunk::Sub(s) if matches!(self.r.lx.text(*s), "if" | "whether" | "unless" | "in case" | "provided that"));
        // "in case Peru, smaller than Chile, concludes a treaty"
        if self.vg(k).is_some() && self.subject(k, 0).and_then(|s| s.checked_sub(1)).is_some_and(opens) {
            return true;
        }
        (0..k).rev().take_while(|&j| !matches!(self.c[j].chunk, Chunk::Comma | Chunk::Break)).any(opens)
    }

    /// "congratulated him on his visit": whose visit it was, where a verb of praise or blame speaks of it.
    pub(super) fn judged(&self, k: usize) -> Option<usize> {
        self.prep(k.checked_sub(1)?).filter(|p| matches!(*p, "on" | "upon" | "for" | "over" | "about"))?;
        let object = k.checked_sub(2).filter(|o| self.np(*o).is_some())?;
        let v = self.vg(object.checked_sub(1)?)?;
        // "welcomed him on his visit"
        let guest =
            || self.np(k).and_then(|n| n.event.as_ref()).is_some_and(|e| e.pronoun) && self.verb_is(v, &["welcome", "greet", "host"]);
        (self.verb_is(v, &JUDGES) || guest()).then_some(object)
    }

    /// "received a cable from X, who thanked him for his visit": whose cable it is that speaks of the visit at `k`.
    pub(super) fn written_of(&self, k: usize) -> Option<usize> {
        if !self.event_is(k, ExchangeType::Visit) || !matches!(self.r.word(self.c[k].start).as_deref(), Some("his" | "her")) {
            return None;
        }
        let main = (0..k).rev().find(|&g| self.vg(g).is_some_and(Self::finite))?;
        self.vg(main).filter(|v| !v.passive && self.verb_is(v, &["receive", "get"]))?;
        let letter = self.object(main).filter(|o| self.event_is(*o, ExchangeType::Message))?;
        (letter + 1..k).find(|j| self.prep(*j) == Some("from")).map(|j| j + 1)
    }

    /// "expressed thanks for the visit": the event at `k` is over when it is thanked for.
    pub(super) fn thanked(&self, k: usize) -> bool {
        let of_note = |n: &Np| {
            matches!(
                self.r.word(n.end - 1).as_deref(),
                Some("thanks" | "gratitude" | "appreciation" | "apology" | "apologies" | "praise" | "criticism" | "congratulations")
            )
        };
        let by_noun = k >= 2 && self.np(k - 2).is_some_and(of_note);
        by_noun || self.judged(k).is_some() && self.prep(k - 1) == Some("for")
    }

    /// "This is the first visit by": what stands behind the copula of "this" or "it".
    pub(super) fn remarks_on(&self, k: usize) -> bool {
        let this = |j: usize| {
            self.np(j).is_some_and(|n| n.end == n.start + 1)
                && matches!(self.r.word(self.c[j].start).as_deref(), Some("this" | "it" | "that" | "which"))
        };
        let rel = |j: usize| matches!(self.c[j].chunk, Chunk::Rel);
        k >= 2 && self.event_is(k, ExchangeType::Visit) && self.vg(k - 1).is_some_and(|v| v.copula) && (this(k - 2) || rel(k - 2))
    }

    /// "a summit", "a foreign ministers' meeting", "vice-ministerial talks": who meets, as the event is called.
    pub(in crate::extract) fn rank_of_talks(&self, k: usize, trigger: (usize, usize)) -> Option<Level> {
        let start = self.np(k).map_or(trigger.0, |n| n.start.min(trigger.0));
        let words = self.r.slice(start, trigger.1).to_lowercase();
        let says = |list: &[&str]| list.iter().any(|w| words.contains(w));
        match () {
            () if says(&["minister"]) && says(&["vice", "deputy"]) => Some(Level::DeputyMinister),
            () if says(&["prime minister"]) => Some(Level::Leader),
            () if says(&["minister"]) => Some(Level::Minister),
            () if says(&["summit", "leaders'", "leaders’", "presidential"]) => Some(Level::Leader),
            () => None,
        }
    }

    /// "headlined "In the days of his visit to Russia"": the words of a title.
    pub(super) fn in_a_title(&self, e: &Event) -> bool {
        let opening = (self.r.begin..e.start).rev().find(|&t| self.r.tokens[t].kind == crate::text::Kind::Quote);
        opening
            .and_then(|q| q.checked_sub(1))
            .filter(|t| *t >= self.r.begin)
            .is_some_and(|t| matches!(self.r.word(t).as_deref(), Some("headlined" | "titled" | "entitled" | "captioned")))
    }

    /// "three visits", "several trips": a count, not an exchange (codebook, hard case 10).
    pub(super) fn counted(&self, e: &Event) -> bool {
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
    pub(super) fn habitual(&self, k: usize) -> bool {
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
        // "visited Peru several times and met its leaders": no one visit is told, and no one meeting.
        let often = |j: usize| {
            self.np(j).is_some_and(|n| {
                n.kind == NpKind::Other
                    && matches!(self.r.word(n.end - 1).as_deref(), Some("times" | "occasions"))
                    && matches!(self.r.word(n.start).as_deref(), Some("several" | "many" | "numerous" | "countless" | "multiple"))
            })
        };
        let joined = matches!(k.checked_sub(1).map(|j| &self.c[j].chunk), Some(Chunk::And));
        if self.vg(k).is_some()
            && ((k + 1..self.c.len()).take_while(clause).take(4).any(often) || joined && (0..k - 1).rev().take(2).any(often))
        {
            return true;
        }
        // "whenever he visits X"
        let opener = (0..k).rev().find(|j| !clause(j)).and_then(|j| self.prep(j));
        if matches!(opener, Some("whenever" | "every time" | "each time")) {
            return true;
        }
        // "sign a pact to exchange students every year": not the pact.
        let purpose = |j: &usize| self.np(k).is_some() && self.vg(*j).is_some_and(|v| v.tense == Tense::Infinitive && !v.passive);
        (k + 1..self.c.len()).take_while(|j| clause(j) && !purpose(j)).take(6).any(adverb)
            || (0..k).rev().take_while(clause).take(3).any(adverb)
    }

    /// "July 11 is the day when X and Y signed": a day of some year.
    pub(super) fn commemorated(&self, k: usize) -> bool {
        (0..k).any(|j| {
            matches!(self.c[j].chunk, Chunk::Date(_))
                && self.vg(j + 1).is_some_and(|v| v.copula)
                && self.np(j + 2).is_some_and(|n| matches!(self.r.word(n.end - 1).as_deref(), Some("day" | "date" | "anniversary")))
        })
    }

    /// "four times", "twice" behind the verb at `k`.
    pub(super) fn repeated(&self, k: usize) -> bool {
        // ", the north in particular, several times"
        self.c[k + 1..].iter().take_while(|s| !matches!(s.chunk, Chunk::Vg(_) | Chunk::Break)).take(8).any(|s| match &s.chunk {
            Chunk::Np(n) => n.kind == NpKind::Other && self.r.word(n.end - 1).as_deref() == Some("times") && n.end - n.start <= 3,
            Chunk::Adverb(a) => matches!(self.r.lx.text(*a), "twice" | "thrice"),
            _ => false,
        })
    }

    /// Does the sentence say that it was done from afar?
    pub(super) fn remote(&self) -> bool {
        let far = ["video", "virtual", "remotely", "online"];
        (self.r.begin..self.r.end).any(|t| self.r.word(t).is_some_and(|w| far.iter().any(|f| w.starts_with(f))))
    }

    /// The verb at `g`, or the one that governs it, tells of a departure.
    pub(super) fn departs(&self, g: usize) -> bool {
        let own = self.vg(g).is_some_and(|v| self.rules_of(v).any(|r| r.phase == Some(Phase::Depart)));
        own || self.vg(g).is_some_and(|v| v.tense == Tense::Infinitive) && self.governor(g).is_some_and(|h| self.departs(h))
    }

    /// "the possibility of", "plans for" before the chunk at `k`.
    pub(super) fn wish_of(&self, k: usize) -> Option<Status> {
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
    pub(super) fn sets_out(&self, g: usize) -> bool {
        self.vg(g).is_some_and(|v| {
            self.rules_of(v).any(|rule| {
                rule.kind == ExchangeType::Visit && rule.place_target && rule.status.is_none() && rule.phase != Some(Phase::Return)
                    || matches!(rule.phase, Some(Phase::Depart | Phase::Arrive))
            })
        })
    }

    /// "X tried to block talks between Y and Z": what X wants is no refusal of theirs.
    pub(super) fn hindered_by_others(&self, k: usize, rows: &[Mention]) -> bool {
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

    /// Does the verb at `g` tell of people who are together?
    pub(super) fn meets(&self, g: usize) -> bool {
        self.vg(g).is_some_and(|v| Self::finite(v) && self.rules_of(v).any(|r| r.kind == ExchangeType::Meeting))
    }

    /// Does "in" and a place stand at `p`?
    pub(super) fn is_in_place(&self, p: usize) -> bool {
        let place = |n: &Np| !n.places.is_empty() || n.actors.iter().any(|a| a.kind == ActorKind::Country);
        self.prep(p) == Some("in") && self.np(p + 1).is_some_and(place)
    }

    /// "the second day of", "the start of", "the eve of" before the event at `k`.
    pub(super) fn stage_of(&self, k: usize) -> Option<Status> {
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
    pub(super) fn noun_mode(
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
            // "the conditions for resuming talks"
            let condition = |n: &Np| self.r.is(n.end - 1, Closed::ObstacleNoun);
            if v.tense == Tense::Ing && g >= 2 && matches!(self.prep(g - 1), Some("for" | "to")) && self.np(g - 2).is_some_and(condition) {
                return None;
            }
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
            // "did not rule out the possibility of a meeting"
            if v.negated && v.governs == Governs::Deny && self.verb_is(v, &["rule out"]) {
                return mode(Status::Proposed, future, false);
            }
            if m.status == Status::Denied && v.negated {
                return mode(Status::Denied, future, false);
            }
            return match v.governs {
                // "blamed X for blocking the talks": what did not come about.
                Governs::Deny | Governs::Cancel if self.blamed_for(g) => None,
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
                // "agreed to broker a summit": it is to come.
                _ if v.tense == Tense::Infinitive
                    && self.verb_is(v, &["broker", "facilitate", "mediate", "organize", "arrange", "convene"])
                    && matches!(m.status, Status::Planned | Status::Proposed) =>
                {
                    mode(m.status, future, false)
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
                    _ if (v.start..v.end + 2).any(|t| self.r.word(t).as_deref() == Some("unlikely")) => return None,
                    Some("possible" | "likely" | "conceivable") => return mode(Status::Proposed, future, false),
                    Some("due" | "imminent") => return mode(Status::Planned, future, false),
                    // "are under consideration"
                    Some("under") if matches!(self.r.word(v.end + 1).as_deref(), Some("consideration" | "discussion" | "review")) => {
                        return mode(Status::Proposed, future, false);
                    }
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
        // "with more talks to begin on Monday"
        let begins = |v: &Vg| v.tense == Tense::Infinitive && !v.negated && matches!(v.governs, Governs::Do | Governs::Begin);
        if preposition == Some("with") && self.vg(k + 1).is_some_and(begins) {
            return mode(Status::Planned, future, false);
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
                // "will join him on the visit"
                let joins = |g: &usize| self.vg(*g).is_some_and(|v| self.verb_is(v, &["join", "accompany"]));
                // "is due in Peru on Friday on his first visit", "is expected in Peru on his first visit"
                let awaited = |g: &usize| self.vg(*g).is_some_and(|v| v.copula || v.passive && v.governs == Governs::Plan);
                if self.governor(k).filter(|g| joins(g) || awaited(g)).is_some_and(|g| self.mode(g).status == Status::Planned) {
                    return mode(Status::Planned, future, false);
                }
                mode(Status::Occurred, past, false)
            }
            // "a statement on the exercises": spoken of.
            Some("on") if rule.kind == ExchangeType::Exercise && k >= 2 && self.np(k - 2).is_some() => mode(Status::Occurred, past, false),
            // "the deadlock in the talks", "caused freeze in the talks"
            Some("in" | "of" | "for") if k >= 1 && self.r.is(self.c[k - 1].start.saturating_sub(1), Closed::StandstillNoun) => None,
            Some("during" | "on" | "in" | "for") if self.written_of(k).is_some() => mode(Status::Occurred, past, false),
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
                        && self.event_is(g - 1, ExchangeType::Agreement)
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
            // "After their talks, the two will sign a treaty": both are ahead.
            Some("after" | "following") if !travel && e.date.is_none() && self.frames_what_is_ahead(k) => {
                mode(Status::Planned, future, false)
            }
            Some("after" | "following" | "since" | "days after" | "hours after" | "weeks after" | "from" | "upon") => {
                mode(Status::Occurred, past, false)
            }
            // "will continue his tour with a visit to Iraq"
            Some("with") if travel && self.governor(k).is_some_and(|g| self.mode(g).status == Status::Planned) => {
                mode(Status::Planned, future, false)
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
            // "played host to a meeting"
            Some("to")
                if k >= 3
                    && self.r.word(self.c[k - 2].end - 1).as_deref() == Some("host")
                    && self.vg(k - 3).is_some_and(|v| self.verb_is(v, &["play"])) =>
            {
                Some(self.mode(k - 3))
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
                        self.verb_is(v, &["refer", "point", "allude", "attribute", "owe", "date back", "attest", "testify"])
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
                // "Prior to his visit to Peru, X had met Y": both are over.
                let main = (k + 1..self.c.len()).find_map(|j| self.vg(j).filter(|v| Self::finite(v)));
                let had = |v: &Vg| v.tense == Tense::Perfect && self.r.word(v.start).as_deref() == Some("had");
                let held = held || (0..k).all(|j| self.vg(j).is_none()) && main.is_some_and(had);
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
