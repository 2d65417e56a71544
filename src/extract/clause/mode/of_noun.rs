//! Whether what a noun tells has happened, is planned, only spoken of.

use super::*;

impl Clause<'_, '_> {
    /// Status of an event noun from what governs it.
    pub(in crate::extract::clause) fn noun_mode(
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
        // "expressed his pleasure of meeting X"
        let glad = |n: &Np| {
            matches!(self.r.word(n.end - 1).as_deref(), Some("pleasure" | "honour" | "honor" | "privilege" | "joy" | "satisfaction"))
        };
        if k >= 2 && matches!(self.prep(k - 1), Some("of" | "at" | "in")) && self.np(k - 2).is_some_and(glad) {
            return mode(Status::Occurred, past, false);
        }
        // "said at a joint news conference that he will travel", "told a joint news conference": it was held.
        let says = |g: &usize| self.vg(*g).is_some_and(|v| v.governs == Governs::Say && Self::finite(v) && !v.negated);
        let said = before.is_some_and(|b| says(&b.0)) || before.is_none() && preposition.is_some();
        if said && rule.kind == ExchangeType::Meeting && self.press(e) {
            if let Some(g) = (0..self.c.len()).find(says) {
                return Some(self.mode(g));
            }
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
            // "discussed the schedule of the visit": it is to come.
            let ahead =
                travel && preposition.is_none() && self.wish_of(k) == Some(Status::Planned) && self.verb_is(v, &["discuss", "review"]);
            // "to discuss a second summit between the two": of what is only talked about.
            let second =
                (self.c[k].start..e.end).any(|t| matches!(self.r.word(t).as_deref(), Some("second" | "third" | "possible" | "another")));
            if rule.kind == ExchangeType::Meeting && second && preposition.is_none() && self.verb_is(v, &["discuss", "consider"]) {
                return mode(Status::Proposed, future, false);
            }
            // "will go to Peru before ending his trip in Chile": that is ahead, too.
            let ends = travel && v.tense == Tense::Ing && v.governs == Governs::End && g > 1 && self.prep(g - 1) == Some("before");
            let main = (0..g).rev().find(|j| self.vg(*j).is_some_and(Self::finite)).filter(|_| ends);
            if ahead || main.is_some_and(|g| self.mode(g).status == Status::Planned) {
                return mode(Status::Planned, future, false);
            }
            return self.mode_by_verb_before(g, v, rule);
        }
        // "Preparations are under way for a visit": what is under way are they.
        let prepares = |j: usize| self.np(j).is_some_and(|n| n.event.is_none() && self.r.is(n.end - 1, Closed::PlanNoun));
        let prepared = || {
            after.is_some_and(|(_, v)| (v.copula || v.governs == Governs::Begin) && !v.negated) && k >= 2 && prepares(k - 2)
                || self
                    .governor(k)
                    .is_some_and(|g| self.vg(g).is_some_and(|v| v.copula && !v.negated) && self.subject(g, 0).is_some_and(prepares))
        };
        if preposition == Some("for") && prepared() {
            return mode(Status::Planned, future, false);
        }
        if let Some((g, v)) = after {
            if let Some(told) = self.mode_by_verb_behind(g, v, rule) {
                return told;
            }
        }
        // "with more talks to begin on Monday"
        let begins = |v: &Vg| v.tense == Tense::Infinitive && !v.negated && matches!(v.governs, Governs::Do | Governs::Begin);
        if preposition == Some("with") && self.vg(k + 1).is_some_and(begins) {
            return mode(Status::Planned, future, false);
        }
        // "was in Peru on a visit earlier this month": it is over.
        let been = |g: usize| self.vg(g).is_some_and(|v| v.copula && v.tense == Tense::Past && v.end == v.start + 1 && !v.negated);
        let past_day = |e| {
            let w = self.on_the_calendar(e, Direction::Past);
            w.is_some_and(|w| w.precision != crate::model::DatePrecision::Day || w.start < self.d.article.date)
        };
        if preposition == Some("on")
            && travel
            && self.governor(k).is_some_and(been)
            && self.phrases(k + 1).dates.first().is_some_and(|d| past_day(d.1))
        {
            return mode(Status::Occurred, past, false);
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
                // "is due in Peru on Friday on his first visit", "is expected in Peru on his first visit", "will stop in Peru on his
                // way to Chile"
                let was = |v: &Vg| matches!(self.r.word(v.start).as_deref(), Some("was" | "were"));
                let ahead = |v: &Vg| v.copula || v.passive && v.governs == Governs::Plan || v.tense == Tense::Future && !was(v);
                let awaited = |g: &usize| self.vg(*g).is_some_and(ahead);
                if self.governor(k).filter(|g| joins(g) || awaited(g)).is_some_and(|g| self.mode(g).status == Status::Planned) {
                    return mode(Status::Planned, future, false);
                }
                mode(Status::Occurred, past, false)
            }
            // "a statement on the exercises": spoken of.
            Some("on") if rule.kind == ExchangeType::Exercise && k >= 2 && self.np(k - 2).is_some() => mode(Status::Occurred, past, false),
            // "the deadlock in the talks", "caused freeze in the talks"
            Some("in" | "of" | "for") if k >= 1 && self.r.is(self.c[k - 1].start.saturating_sub(1), Closed::StandstillNoun) => None,
            // "aims to strengthen ties through talks with Y": they are as far as the aim is.
            Some("through" | "via") if rule.kind == ExchangeType::Meeting => {
                let g = (0..k - 1).rev().find(|&g| self.vg(g).is_some())?;
                let aim = self.vg(g).is_some_and(|v| matches!(v.tense, Tense::Infinitive | Tense::Future | Tense::Possible));
                match self.mode(g) {
                    m if aim && matches!(m.status, Status::Occurred | Status::Ongoing) => mode(Status::Proposed, future, false),
                    m if aim => Some(m),
                    _ => mode(Status::Occurred, past, false),
                }
            }
            Some("during" | "on" | "in" | "for") if self.written_of(k).is_some() => mode(Status::Occurred, past, false),
            Some("during" | "on" | "in" | "at" | "amid" | "as part of" | "on the sidelines of") => {
                self.mode_of_frame(k, e, rule, preposition)
            }
            // "stopped in Lima en route to Cuba", "will stop there en route to Cuba"
            Some("en") => {
                let main = (0..k).chain(k + 1..self.c.len()).find(|&j| self.vg(j).is_some_and(Self::finite)).map(|g| self.mode(g));
                match main.filter(|m| matches!(m.status, Status::Planned | Status::Proposed)) {
                    Some(m) => Some(m),
                    None => mode(Status::Ongoing, past, main.is_some_and(|m| m.news)),
                }
            }
            // "barring them from talks"
            Some("from") if self.governor(k).and_then(|g| self.vg(g)).is_some_and(|v| v.governs == Governs::Deny) => {
                mode(Status::Denied, future, false)
            }
            // "After their talks, the two will sign a treaty": both are ahead.
            Some("after" | "following") if !travel && e.date.is_none() && self.frames_what_is_ahead(k) => {
                mode(Status::Planned, future, false)
            }
            Some("after" | "following") if e.date.is_none() && self.on_the_way_to_what_is_ahead(k) => {
                // "makes a trip to meet X following a meeting with Y on Friday": the trip is on.
                let main = (0..k).rev().filter_map(|j| self.vg(j)).find(|v| Self::finite(v));
                let on = !travel && main.is_some_and(|v| v.tense == Tense::Present && v.governs != Governs::Plan);
                mode(Status::Occurred, if on { past } else { Direction::Nearest }, false)
            }
            // "plans to stop in Hawaii next week after a trip to Fiji": so is the trip.
            Some("after" | "following") if e.date.is_none() && self.follows_a_journey(k) => mode(Status::Planned, future, false),
            Some("after" | "following" | "since" | "days after" | "hours after" | "weeks after" | "from" | "upon") => {
                mode(Status::Occurred, past, false)
            }
            // "will continue his tour with a visit to Iraq"
            Some("with") if travel && self.governor(k).is_some_and(|g| self.mode(g).status == Status::Planned) => {
                mode(Status::Planned, future, false)
            }
            // "thanked him for the visit": it is over, and the day is that of the thanks.
            Some("for") if self.thanked(k) => mode(Status::Occurred, past, false),
            // "sat down for talks": as they met.
            Some("for") if rule.kind == ExchangeType::Meeting && self.meet_for(k).is_some() => self.meet_for(k).map(|g| self.mode(g)),
            // "is in Kampala for a visit"
            Some("for") if travel && self.governor(k).and_then(|g| self.vg(g)).is_some_and(|v| v.copula && v.tense == Tense::Present) => {
                mode(Status::Ongoing, past, true)
            }
            // "flew to Kampala on Monday for talks with X", told on Thursday
            Some("for")
                if rule.kind == ExchangeType::Meeting
                    && self
                        .governor(k)
                        .is_some_and(|g| self.vg(g).is_some_and(|v| self.travels(v) && !v.negated) && self.days_ago(g + 1, k)) =>
            {
                mode(Status::Occurred, past, false)
            }
            // "was in Kampala for talks with X": they were held.
            Some("for") if rule.kind == ExchangeType::Meeting && self.was_there_for(k) => mode(Status::Occurred, past, true),
            // "was in Kampala for a visit"
            Some("for") if travel && self.governor(k).and_then(|g| self.vg(g)).is_some_and(|v| v.copula && v.tense == Tense::Past) => {
                mode(Status::Occurred, past, false)
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
            // "The meeting will be followed by the signing of a treaty": both are ahead.
            Some("by") if self.follows_what_is_ahead(k) => mode(Status::Planned, future, false),
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
            Some("to") if k >= 2 && self.vg(k - 2).is_some_and(|v| self.verb_is(v, &["play host"])) => Some(self.mode(k - 2)),
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
                // "shook hands on Friday before a meeting in Lima": it followed at once.
                let greets = |v: &Vg| v.tense == Tense::Past && !v.negated && self.verb_is(v, &["shake hands", "greet"]);
                let held = held || p == "before" && (0..k).rev().find_map(|j| self.vg(j)).is_some_and(greets);
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

    /// The verb at `g` carries the noun: "held talks", "began a visit", "pledged aid".
    fn mode_by_light_verb(&self, g: usize, v: &Vg, rule: &Rule) -> Option<Mode> {
        let mode = |status, direction, news| Some(Mode { status, direction, news });
        let travel = matches!(rule.kind, ExchangeType::Visit | ExchangeType::Delegation);
        // "the conditions for resuming talks"
        let condition = |n: &Np| self.r.is(n.end - 1, Closed::ObstacleNoun);
        if v.tense == Tense::Ing && g >= 2 && matches!(self.prep(g - 1), Some("for" | "to")) && self.np(g - 2).is_some_and(condition) {
            return None;
        }
        let m = self.mode(g);
        let lasts = matches!(rule.kind, ExchangeType::Visit | ExchangeType::Delegation | ExchangeType::Meeting | ExchangeType::Exercise);
        let begun = v.governs == Governs::Begin && !v.negated && lasts;
        let ended = v.governs == Governs::End;
        let status = match m.status {
            Status::Occurred | Status::Ongoing if begun => Status::Ongoing,
            Status::Occurred | Status::Ongoing if ended => Status::Occurred,
            Status::Ongoing if !travel && v.tense != Tense::Progressive => Status::Occurred,
            s => s,
        };
        // "said that it was sending tanks": they are on their way.
        let status =
            if rule.kind == ExchangeType::Transfer && self.was_doing(v) && status == Status::Occurred { Status::Ongoing } else { status };
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
    }

    fn arrives(&self, rule: &Rule) -> bool {
        rule.phase == Some(crate::lexicon::Phase::Arrive)
    }

    /// What the verb before the noun, at `g`, does to it: "cancelled the visit", "hailed the visit".
    fn mode_by_verb_before(&self, g: usize, v: &Vg, rule: &Rule) -> Option<Mode> {
        let mode = |status, direction, news| Some(Mode { status, direction, news });
        let (past, future) = (Direction::Past, Direction::Future);
        let travel = matches!(rule.kind, ExchangeType::Visit | ExchangeType::Delegation);
        let by_light = |g: usize, v: &Vg| self.mode_by_light_verb(g, v, rule);
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
        match v.governs {
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
            // "announced his arrival in Berlin": he is there.
            Governs::Confirm if self.arrives(rule) && matches!(v.tense, Tense::Past | Tense::Perfect | Tense::Present) => {
                mode(Status::Ongoing, past, true)
            }
            Governs::Confirm => mode(Status::Planned, future, false),
            // "left the station to wind up his visit": so it is over.
            Governs::End if travel && v.tense == Tense::Infinitive && self.governor(g).is_some_and(|a| self.has_left(a)) => {
                mode(Status::Occurred, past, true)
            }
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
        }
    }

    /// "left the station"
    fn has_left(&self, g: usize) -> bool {
        let done = |v: &Vg| matches!(v.tense, Tense::Past | Tense::Perfect) && !v.negated;
        self.vg(g).is_some_and(|v| done(v) && self.verb_is(v, &["leave", "depart", "board"]))
    }

    /// "sat down for talks", "greets X in Lima for talks": the verb that says they are together.
    fn meet_for(&self, k: usize) -> Option<usize> {
        let g = self.governor(k).filter(|g| self.meets(*g))?;
        let inside = |s: &Chunk| matches!(s, Chunk::Np(_) | Chunk::Prep(_) | Chunk::Adverb(_) | Chunk::Date(_));
        (g + 1..k).all(|j| inside(&self.c[j].chunk)).then_some(g)
    }

    /// "joint news conference"
    pub(in crate::extract::clause) fn press(&self, e: &Event) -> bool {
        matches!(self.r.word(e.end - 1).as_deref(), Some("conference" | "briefing" | "presser"))
    }

    /// What the verb behind the noun, at `g`, says of it: "the visit was cancelled", "talks are under way"; the outer nothing where
    /// it says nothing of it.
    fn mode_by_verb_behind(&self, g: usize, v: &Vg, rule: &Rule) -> Option<Option<Mode>> {
        let mode = |status, direction, news| Some(Mode { status, direction, news });
        let (past, future) = (Direction::Past, Direction::Future);
        let travel = matches!(rule.kind, ExchangeType::Visit | ExchangeType::Delegation);
        let by_light = |g: usize, v: &Vg| self.mode_by_light_verb(g, v, rule);
        let m = self.mode(g);
        // "the visit would be part of a tour", "his first trip will be to Peru"
        let ahead = v.tense == Tense::Future && !v.negated;
        if v.copula && travel && (ahead || self.r.word(v.start).as_deref() == Some("would")) {
            return Some(mode(Status::Planned, future, false));
        }
        // "X's visit to Y may anger Z": it is ahead.
        if travel && v.tense == Tense::Possible && !v.copula && matches!(self.r.word(v.start).as_deref(), Some("may" | "could" | "might")) {
            return Some(mode(Status::Planned, future, false));
        }
        // "talks are possible", "a visit is expected"
        if v.copula {
            match self.r.word(v.end).as_deref() {
                _ if (v.start..v.end + 2).any(|t| self.r.word(t).as_deref() == Some("unlikely")) => return Some(None),
                Some("possible" | "likely" | "conceivable") => return Some(mode(Status::Proposed, future, false)),
                Some("due" | "imminent") => return Some(mode(Status::Planned, future, false)),
                // "are under consideration"
                Some("under") if matches!(self.r.word(v.end + 1).as_deref(), Some("consideration" | "discussion" | "review")) => {
                    return Some(mode(Status::Proposed, future, false));
                }
                Some("on") if matches!(self.r.word(v.end + 1).as_deref(), Some("hold" | "ice")) => {
                    return Some(mode(Status::Cancelled, future, true));
                }
                Some("underway" | "ongoing" | "under") => return Some(mode(Status::Ongoing, past, m.news)),
                _ => {}
            }
        }
        if self.light(v, rule) || matches!(v.governs, Governs::Do | Governs::Begin | Governs::End) {
            let by = by_light(g, v);
            if v.passive
                || self.light(v, rule)
                || matches!(v.governs, Governs::Begin | Governs::End)
                || self.verb_is(v, &["occur", "take", "happen", "proceed", "come", "arrive", "go"])
            {
                return Some(by);
            }
        }
        // "A meeting of X and Y descends into a quarrel": they met, and that is the news.
        if rule.kind == ExchangeType::Meeting
            && !v.negated
            && self.verb_is(v, &["descend", "collapse", "fail", "erupt", "yield", "produce"])
            && m.status == Status::Occurred
        {
            return Some(mode(Status::Occurred, past, m.news));
        }
        // "The talks broke off after eight hours": so long they had talked.
        let hours = |n: &Np| matches!(self.r.word(n.end - 1).as_deref(), Some("hours" | "minutes" | "hour" | "days"));
        if rule.kind == ExchangeType::Meeting
            && self.verb_is(v, &["break off", "interrupt", "suspend", "halt"])
            && self.prep(g + 1) == Some("after")
            && self.np(g + 2).is_some_and(hours)
        {
            return Some(mode(Status::Occurred, past, true));
        }
        match v.governs {
            Governs::Cancel => return Some(mode(Status::Cancelled, future, true)),
            Governs::Plan => return Some(mode(Status::Planned, future, false)),
            Governs::Propose if v.passive => return Some(mode(Status::Proposed, future, false)),
            Governs::Deny if v.passive => return Some(mode(Status::Denied, past, false)),
            _ if matches!(v.tense, Tense::Future) && v.passive => return Some(Some(m)),
            // "the talks may touch on X": they are to come.
            _ if rule.kind == ExchangeType::Meeting
                && !v.passive
                && !v.negated
                && v.tense == Tense::Future
                && self.r.is(v.start, Closed::Future) =>
            {
                return Some(mode(Status::Planned, future, false));
            }
            _ if rule.kind == ExchangeType::Meeting && !v.passive && !v.negated && v.tense == Tense::Possible => {
                return Some(mode(Status::Proposed, future, false));
            }
            _ => {}
        }
        None
    }

    /// "during his visit", "at the talks", "in a phone call": the main verb's time is the event's.
    fn mode_of_frame(&self, k: usize, e: &Event, rule: &Rule, preposition: Option<&str>) -> Option<Mode> {
        let mode = |status, direction, news| Some(Mode { status, direction, news });
        let (past, future) = (Direction::Past, Direction::Future);
        let travel = matches!(rule.kind, ExchangeType::Visit | ExchangeType::Delegation);
        let status = if travel { Status::Ongoing } else { Status::Occurred };
        // The main verb's time is the event's.
        // ", in a phone call with Y": behind a comma it goes with the first verb, not with what was said.
        // ", in an announcement during a visit"
        let mut frame = k;
        while frame >= 3 && self.prep(frame - 1).is_some() && self.np(frame - 2).is_some() {
            frame -= 2;
        }
        let aside = frame >= 3 && matches!(self.c[frame - 2].chunk, Chunk::Comma);
        // "said that, during his visit, X will meet Y": it goes with what is said.
        let opens = aside && matches!(self.c[frame - 3].chunk, Chunk::That);
        let aside = aside && !opens;
        let own = || (k..self.c.len()).find(|&j| self.vg(j).is_some_and(Self::finite)).filter(|_| opens);
        let first = || (0..k).find(|&j| self.vg(j).is_some_and(|v| Self::finite(v) && v.governs == Governs::Say));
        let main = if aside { first() } else { own() };
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
            let g = self.governor(k).filter(|g| self.vg(*g).is_some_and(|v| !Self::finite(v)))?;
            let f = (0..g).rev().find(|&j| self.vg(j).is_some_and(Self::finite))?;
            let v = self.vg(f)?;
            // "agreed to raise trade and work on keeping peace": whatever they agreed to do.
            let unled = (f + 1..=g).filter_map(|j| self.vg(j)).all(|v| self.rules_of(v).next().is_none());
            let to = (f + 1..=g).find(|&j| self.vg(j).is_some())?;
            // "affirmed their commitment to deepen ties during X's trip"
            let will = |n: &Np| {
                matches!(
                    self.r.word(n.end - 1).as_deref(),
                    Some(
                        "commitment"
                            | "readiness"
                            | "willingness"
                            | "desire"
                            | "determination"
                            | "resolve"
                            | "intention"
                            | "interest"
                            | "hope"
                    )
                )
            };
            let infinitive = self.vg(to).is_some_and(|v| v.tense == Tense::Infinitive);
            let agreed = self.verb_is(v, &["agree", "pledge", "vow", "promise", "commit", "undertake", "resolve"]);
            (v.tense != Tense::Future && infinitive && unled && (agreed || self.np(to - 1).is_some_and(will))).then_some(f)
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

    /// "will be followed by the signing of a treaty": is what stands at `k` to follow what is ahead?
    fn follows_what_is_ahead(&self, k: usize) -> bool {
        let by = (1..k).rev().take(3).find(|&j| self.prep(j) == Some("by"));
        let ahead = |v: &Vg| v.tense == Tense::Future || v.tense == Tense::Infinitive && v.passive;
        let follow = |v: &Vg| ahead(v) && !v.negated && self.verb_is(v, &["follow"]);
        by.and_then(|j| self.vg(j - 1)).is_some_and(follow)
    }
}
