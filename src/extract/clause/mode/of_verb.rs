//! Whether what a verb tells has happened, is planned, only spoken of.

use std::ops::ControlFlow;

use super::*;

impl Clause<'_, '_> {
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
            // "has been to Peru", "had been to Peru in May": there and back.
            _ if v.copula
                && v.finite()
                && self.r.word(v.end - 1).as_deref() == Some("been")
                && self.r.word(v.end).as_deref() == Some("to") =>
            {
                own(if v.negated { Status::Denied } else { Status::Occurred }, past, false)
            }
            // "has been in Peru since Monday"
            _ if self.has_been(v) => own(Status::Ongoing, past, true),
            // "was to have met X on Friday": he did not.
            Tense::Future
                if matches!(self.r.word(v.start).as_deref(), Some("was" | "were"))
                    && (v.start..v.end - 1).any(|t| self.r.word(t).as_deref() == Some("have")) =>
            {
                own(Status::Cancelled, past, false)
            }
            Tense::Future => own(if v.negated { Status::Denied } else { Status::Planned }, future, false),
            // "said that he would visit": the future of the past.
            Tense::Possible
                if !v.negated && self.r.word(v.start).as_deref() == Some("would") && (self.said_before(k) || self.foretold(k)) =>
            {
                own(Status::Planned, future, false)
            }
            Tense::Possible => own(if v.negated { Status::Denied } else { Status::Proposed }, future, false),
            Tense::Infinitive => match self.infinitive(k, v) {
                ControlFlow::Break(m) => return m,
                ControlFlow::Continue(m) => m,
            },
            // "after attending X and visiting Y": as the verb before.
            Tense::Ing if self.goes_on_after(k).is_some() => return self.mode(self.goes_on_after(k).expect("just found")),
            Tense::Ing => self.gerund(k),
            // "Even if talks are held", "if X visits Y": it may be.
            Tense::Present | Tense::Progressive if !v.negated && self.supposed(k) => own(Status::Proposed, future, false),
            // "will be discussed when X visits Y": of what is to come.
            Tense::Present if self.in_time_clause_ahead(k) => own(Status::Planned, future, false),
            // "Biden then heads to Peru"
            Tense::Present if !v.negated && (self.then(k) || self.leaving_there(k)) => own(Status::Planned, future, false),
            // "will visit X and meet Y": the auxiliary is shared.
            Tense::Present if self.shares_auxiliary(k, v) => {
                let shared = (0..k).rev().find(|&g| self.vg(g).is_some() && !self.reduced(g) && self.said_aside(g + 1).is_none());
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
                let news = !v.negated
                    && !self.long_after(k)
                    && !self.then(k)
                    && !self.in_the_wake(k)
                    && !self.remembered(k)
                    && !self.after_which(k)
                    && self.last_time(k).is_none();
                // "had earlier been in Peru, where he met X": nobody says when.
                let news = news && !(self.n > 0 && self.had_before(k));
                // "have been seeking a deal after X signed one": some time ago.
                let sought = self.subject(k, 0).and_then(|s| s.checked_sub(1)).filter(|b| self.prep(*b) == Some("after"));
                let news =
                    news && !sought.and_then(|b| self.governor(b)).and_then(|g| self.vg(g)).is_some_and(|g| g.tense == Tense::Perfect);
                // "said X, who visited Y": deep in a story, at some time.
                let news = news && !(self.n > 0 && v.tense == Tense::Past && k > 0 && matches!(self.c[k - 1].chunk, Chunk::Rel));
                // "came two weeks after X had been in Lima, where he signed a pact": then, too.
                let news = news && !self.where_it_was_over(k);
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

    /// "two weeks after X stopped in Lima, where he met Y": of a clause that is no news.
    fn where_it_was_over(&self, k: usize) -> bool {
        let opens = |j: &usize| matches!(self.c[*j].chunk, Chunk::Sub(s) if self.r.lx.text(s) == "where");
        let at = (0..k).rev().take_while(|j| self.vg(*j).is_none()).find(opens);
        let stayed = at.and_then(|at| (0..at).rev().find(|g| self.vg(*g).is_some_and(Self::finite)));
        stayed.is_some_and(|g| self.long_after(g))
    }

    /// "after attending X and visiting Y": the verb before, of the same kind.
    fn goes_on_after(&self, k: usize) -> Option<usize> {
        let before = (0..k).rev().find(|&j| self.vg(j).is_some())?;
        // "a ban on asking for or providing aid"
        let led = matches!(before.checked_sub(1).map(|x| &self.c[x].chunk), Some(Chunk::Sub(_) | Chunk::Prep(_)));
        let joined = k >= 2 && matches!(self.c[k - 1].chunk, Chunk::And);
        (joined && led && self.vg(before).is_some_and(|v| v.tense == Tense::Ing)).then_some(before)
    }

    /// "to visit": from what stands before it, or from the verb that governs it. What breaks is known for sure, whoever reports it.
    fn infinitive(&self, k: usize, v: &Vg) -> ControlFlow<Mode, Mode> {
        if let Some(settled) = self.settled_infinitive(k, v) {
            return ControlFlow::Break(settled);
        }
        let own = |status, direction, news| Mode { status, direction, news };
        let (past, future) = (Direction::Past, Direction::Future);
        ControlFlow::Continue(match self.governor(k) {
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
            Some(g) if self.verb_is(v, &["deliver"]) && self.vg(g).is_some_and(|x| !x.negated && self.verb_is(x, &["arrive", "land"])) => {
                self.mode(g)
            }
            // "visited X from May 7 to 8 to meet Y": it is over, and he did.
            Some(g)
                if self.verb_is(v, &["meet"])
                    && self.vg(g).is_some_and(|x| x.tense == Tense::Past && !x.negated && self.verb_is(x, &["visit"])) =>
            {
                self.mode(g)
            }
            // "made a rare trip to Moscow in early November to meet X": so he did.
            Some(g)
                if self.verb_is(v, &["meet"])
                    && self.event_is(g + 1, ExchangeType::Visit)
                    && self
                        .vg(g)
                        .is_some_and(|x| x.tense == Tense::Past && !x.negated && self.verb_is(x, &["make", "pay", "undertake"])) =>
            {
                self.mode(g)
            }
            // "came to Lima last month to sign a pact": so he did.
            Some(g)
                if self.vg(g).is_some_and(|x| matches!(x.tense, Tense::Past | Tense::Perfect) && !x.negated && self.travels(x))
                    && self.days_ago(g + 1, k)
                    && matches!(self.mode(g).status, Status::Occurred) =>
            {
                Mode { news: false, ..self.mode(g) }
            }
            // "was in Kampala to meet X": he did.
            Some(g) if self.vg(g).is_some_and(|x| x.copula && x.tense == Tense::Past && !x.negated && self.prep(g + 1) == Some("in")) => {
                self.mode(g)
            }
            // "led a delegation to visit Peru": it went.
            Some(g) if self.travels(v) && self.vg(g).is_some_and(|x| self.r.leads(x) && !x.negated) => self.mode(g),
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
                            && matches!(self.r.word(v.start.saturating_sub(1)).as_deref(), Some("opportunity" | "occasion" | "time")) =>
                    {
                        return ControlFlow::Break(gm);
                    }
                    // "had the honour to meet X"
                    _ if matches!(gv.tense, Tense::Past | Tense::Perfect)
                        && k == g + 2
                        && self.verb_is(gv, &["have"])
                        && matches!(
                            self.r.word(v.start.saturating_sub(1)).as_deref(),
                            Some("opportunity" | "occasion" | "chance" | "honour" | "honor" | "pleasure" | "privilege")
                        ) =>
                    {
                        return ControlFlow::Break(gm);
                    }
                    // "asked the ambassador to convey condolences": so they are sent.
                    Governs::Propose if self.conveyed_by(k) == Some(g) => return ControlFlow::Break(gm),
                    // An order will be obeyed; a vote for a treaty adopts it.
                    Governs::Propose if self.verb_is(gv, &["order", "instruct"]) => Status::Planned,
                    Governs::Propose if self.verb_is(gv, &["vote"]) && self.verb_is(v, &["ratify", "adopt", "approve"]) => Status::Occurred,
                    Governs::Propose => Status::Proposed,
                    // "work closely to open talks"
                    _ if self.verb_is(gv, &STRIVES) => Status::Proposed,
                    // "broke off the talks to ring X": so he did.
                    Governs::Cancel if k > g + 1 && self.verb_is(gv, &["break off", "interrupt", "cut short"]) => {
                        return ControlFlow::Break(gm);
                    }
                    Governs::Cancel => Status::Cancelled,
                    Governs::Deny => Status::Denied,
                    Governs::Allege => Status::Alleged,
                    // "embarked on a visit to meet X": what for.
                    Governs::Begin if k == g + 1 => {
                        return ControlFlow::Break(Mode {
                            status: if gm.status == Status::Occurred { Status::Ongoing } else { gm.status },
                            ..gm
                        });
                    }
                    _ if matches!(gm.status, Status::Cancelled | Status::Denied | Status::Proposed) => gm.status,
                    // "are reported to be negotiating"
                    Governs::Say if gv.passive && self.r.word(v.end - 1).is_some_and(|w| w.ends_with("ing")) => Status::Alleged,
                    // "had gone to Peru to sign a treaty"
                    _ if self.travels(gv) && gv.tense == Tense::Perfect && self.r.word(gv.start).as_deref() == Some("had") => {
                        return ControlFlow::Break(own(Status::Occurred, past, false));
                    }
                    _ => Status::Planned,
                };
                // "travels to Kyiv to meet X": the plan is today's.
                let today = status == Status::Planned && gm.news && self.travels(gv);
                own(status, if today { past } else { future }, matches!(status, Status::Cancelled) || today)
            }
            None => own(Status::Planned, future, false),
        })
    }

    /// "an invitation to visit", "the first to visit", "unable to visit": where the words beside it say how it stands.
    fn settled_infinitive(&self, k: usize, v: &Vg) -> Option<Mode> {
        let own = |status, direction, news| Mode { status, direction, news };
        let (past, future) = (Direction::Past, Direction::Future);
        // "following a visit by X to discuss trade with Y"
        if k >= 4
            && self.prep(k - 2) == Some("by")
            && self.event_is(k - 3, ExchangeType::Visit)
            && matches!(self.prep(k - 4), Some("following" | "after" | "during"))
        {
            return Some(own(Status::Occurred, past, false));
        }
        // "X, the first minister ever to visit Peru, laid a wreath": there he is.
        if self.first_to(k).is_some() {
            let main = (k + 1..self.c.len()).find(|&j| self.vg(j).is_some_and(Self::finite));
            let done = |m: &Mode| matches!(m.status, Status::Occurred | Status::Ongoing);
            return main.map(|g| self.mode(g)).filter(done).map(|_| own(Status::Ongoing, past, self.n == 0));
        }
        // "A ceremony to hand over the aid was held", "held a ceremony to hand over the aid": done.
        if !v.negated && self.of_a_ceremony(k) {
            let held = |j: &usize| self.vg(*j).is_some_and(|v| Self::finite(v) && self.verb_is(v, &["hold", "host", "take", "attend"]));
            let main = (k + 1..self.c.len()).find(held).or_else(|| (0..k).rev().find(held));
            return Some(main.map_or(own(Status::Planned, future, false), |g| self.mode(g)));
        }
        // "an agreement to be signed next year", "talks between X and Y to be held in Z"
        if v.passive && !v.negated && self.to_be_done(k) {
            return Some(own(Status::Planned, future, false));
        }
        if self.errand(k).is_some() {
            return Some(own(Status::Ongoing, past, true));
        }
        // "hosted a ceremony to welcome X": he was there.
        if k >= 2
            && self.verb_is(v, &["welcome", "greet", "honour", "honor"])
            && self.np(k - 1).is_some_and(|n| {
                let fete = |w: &str| matches!(w, "ceremony" | "banquet" | "reception" | "dinner" | "luncheon" | "party" | "lunch");
                self.r.word(n.end - 1).is_some_and(|w| fete(&w))
            })
            && self.vg(k - 2).is_some_and(|g| Self::finite(g) && matches!(g.tense, Tense::Past))
        {
            return Some(own(Status::Occurred, past, true));
        }
        // "had been scheduled to visit Peru, but stayed at home"
        if self.was_to(k) {
            return Some(own(Status::Cancelled, past, false));
        }
        // "The last minister to visit Peru was X in 2001"
        if self.last_who_did(k).is_some() {
            let copula = self.last_who_did(k).expect("just found");
            return Some(match self.vg(copula).map(|v| v.tense) {
                Some(Tense::Past | Tense::Perfect) => own(Status::Occurred, past, false),
                _ => self.mode(copula),
            });
        }
        // "will arrive today, making him the third minister to visit Peru"
        if self.counted_guest(k).is_some() {
            return Some(self.mode(self.counted_guest(k).expect("just found")));
        }
        let before = v.start.checked_sub(1).filter(|t| *t >= self.r.begin);
        if before.is_some_and(|t| self.r.is(t, Closed::NeedfulAdjective)) {
            return Some(own(Status::Proposed, future, false));
        }
        // "is unable to visit": a journey that had been planned.
        if before.and_then(|t| self.r.word(t)).as_deref() == Some("unable") {
            let goes = self.verb_is(v, &["visit", "travel", "attend", "meet", "come", "go", "fly", "receive", "participate"]);
            return Some(own(if goes { Status::Cancelled } else { Status::Denied }, Direction::Future, goes));
        }
        if before.and_then(|t| self.r.word(t)).as_deref() == Some("unwilling") {
            return Some(own(Status::Denied, future, false));
        }
        if k > 0 {
            // "has no plans to meet"
            let none = |n: &Np| {
                self.r.word(n.start).as_deref() == Some("no")
                    && self.r.word(n.end - 1).is_some_and(|w| matches!(&*w, "plan" | "plans" | "intention" | "intentions" | "desire"))
            };
            if self.np(k - 1).is_some_and(none) {
                return Some(own(Status::Denied, future, false));
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
                    return Some(own(status, future, status == Status::Cancelled));
                }
                if self.r.is(np.end - 1, Closed::RefusalNoun) {
                    return Some(own(Status::Denied, future, false));
                }
            }
        }
        // "was pleased to visit": he did.
        if let Some(g) = self.governor(k).filter(|_| v.start > self.r.begin && self.r.is(v.start - 1, Closed::GladAdjective)) {
            return Some(match self.mode(g) {
                m if m.status == Status::Occurred => own(Status::Occurred, past, false),
                m => m,
            });
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
        if let Some(g) = self.governor(k).filter(|g| first && self.vg(*g).is_some_and(|v| v.copula || self.verb_is(v, &["become"]))) {
            let m = self.mode(g);
            return Some(if m.status == Status::Ongoing || m.status == Status::Occurred { Mode { status: m.status, ..m } } else { m });
        }
        None
    }

    /// "did this before meeting X": of a meeting, and behind what has been done.
    pub(in crate::extract::clause) fn then_met(&self, k: usize) -> bool {
        let meets = |v: &Vg| {
            self.verb_is(v, &["meet", "sit down"]) || self.verb_is(v, &["hold", "have"]) && self.event_is(k + 1, ExchangeType::Meeting)
        };
        let main = (0..k).rev().find_map(|g| self.vg(g).filter(|v| Self::finite(v)));
        // "told reporters before leaving Peru": he has left.
        let leaves = self.vg(k).is_some_and(|v| self.verb_is(v, &["leave", "depart"]));
        let told = |v: &Vg| v.governs == Governs::Other || leaves && v.governs == Governs::Say;
        (leaves || self.vg(k).is_some_and(meets)) && main.is_some_and(|v| v.tense == Tense::Past && !v.passive && told(v))
    }

    /// "visiting": from what stands before it, or from the verb that governs it.
    fn gerund(&self, k: usize) -> Mode {
        let own = |status, direction, news| Mode { status, direction, news };
        let (past, future) = (Direction::Past, Direction::Future);
        // "is eager for resuming talks"
        if k >= 2 && self.prep(k - 1) == Some("for") && self.r.is(self.c[k - 2].end - 1, Closed::NeedfulAdjective) {
            return own(Status::Proposed, future, false);
        }
        // "following X and Y signing a pact": they have.
        if k >= 2 && self.np(k - 1).is_some() && matches!(self.prep(k - 2), Some("following" | "after")) {
            return own(Status::Occurred, past, false);
        }
        // "after successfully concluding talks"
        if k >= 2 && matches!(self.c[k - 1].chunk, Chunk::Adverb(_)) && self.prep(k - 2) == Some("after") {
            return own(Status::Occurred, past, false);
        }
        if matches!(k.checked_sub(1).map(|j| &self.c[j].chunk), Some(Chunk::Sub(_))) {
            return match self.prep(k - 1) {
                // "inspected a guard of honour before holding talks with X": both are told as done.
                Some("before") if self.then_met(k) => own(Status::Occurred, past, false),
                // "met X in Lima on Saturday before flying on to Quito", told on Wednesday
                Some("before") if self.vg(k).is_some_and(|v| self.travels(v)) && self.days_ago(0, k) => own(Status::Occurred, past, false),
                Some("before") => own(Status::Planned, future, false),
                Some("while" | "when" | "as") => own(Status::Ongoing, past, true),
                // "After attending a forum in Peru, he will visit Chile": that is ahead too.
                Some("after") if self.opens_with_what_is_ahead(k) => own(Status::Planned, Direction::Nearest, false),
                // "will meet X on Thursday, after hosting Y on Wednesday"
                Some("after") if self.on_the_way_to_what_is_ahead(k) => own(Status::Occurred, Direction::Nearest, false),
                _ => own(Status::Occurred, past, false),
            };
        }
        if k >= 2 && matches!(self.prep(k - 1), Some("of" | "on")) && self.wish_of(k).is_some() {
            return own(self.wish_of(k).expect("just found"), future, false);
        }
        // "the issue of resuming talks is on the agenda"
        if k >= 2 && self.prep(k - 1) == Some("of") && self.np(k - 2).is_some_and(|n| self.r.is(n.end - 1, Closed::MatterNoun)) {
            return own(Status::Proposed, future, false);
        }
        // "discussions on reopening the embassy"
        if k >= 2 && matches!(self.prep(k - 1), Some("on" | "about")) && self.event_is(k - 2, ExchangeType::Meeting) {
            return own(Status::Proposed, future, false);
        }
        // "is open to holding talks"
        if self.inclined(k).is_some() {
            return own(self.inclined(k).expect("just found"), future, false);
        }
        if self.unwanted(k) {
            return own(Status::Denied, future, false);
        }
        if self.blamed_for(k) {
            return own(Status::Occurred, past, false);
        }
        // "By paying a visit to X he contributed to peace": it is spoken of.
        if k > 0
            && self.prep(k - 1) == Some("by")
            && !self.governor(k).and_then(|g| self.vg(g)).is_some_and(|v| matches!(v.governs, Governs::Begin | Governs::End))
        {
            return own(Status::Occurred, past, false);
        }
        // "raved that "unity is sure to come," talking of it": what was said governs nothing outside its quotes.
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
}
